//! Tests of `calendar`.

use super::*;
use crate::Code;

#[test]
fn a_fault_lies_in_the_text_that_was_given() {
    let places = |text: &str| -> Vec<_> {
        let faults = Office::of_calendar(text).unwrap_err();
        faults.iter().map(|fault| (fault.code(), fault.place().clone())).collect()
    };
    let at = |line, column, pointer: &str| Place { line: Some(line), column: Some(column), ..Place::pointer(pointer) };
    let shift = at(1, 27, "/weeks/0/days/sat/0");
    assert_eq!(places(r#"{"weeks":[{"days":{"sat":["12:00-08:00"]}}]}"#), [(Code::BadShift, shift)]);
    let later = at(2, 11, "/weeks/0/days/sat/0");
    assert_eq!(places("{\"weeks\":[{\"days\":\n  {\"sat\":[\"12:00-08:00\"]}}]}"), [(Code::BadShift, later)]);
    assert_eq!(places(r#"{"base":"vn.calendr"}"#), [(Code::UnknownReference, at(1, 9, "/base"))]);
    assert_eq!(places("[")[0].1.line, Some(1));
    assert_eq!(places("7").len(), 1);
}
