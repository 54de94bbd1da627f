//! Tests of `slice`.

use super::*;
use crate::Office;

#[test]
fn each_version_has_a_limit() {
    let office = Office::shipped("vn.procedures.construction").unwrap();
    let text = office.rulebook().publish(&"1.013225".into(), None).unwrap().compiled;
    let with = |change: fn(&mut Vec<Limiting>)| {
        let [head, checks, times] = parts(&text).unwrap();
        let mut times: Times = unpacked(times).unwrap();
        assert!(times.limits.len() > 1);
        change(&mut times.limits);
        let text = exact_json(&Value::List(vec![head, checks, packed(&times).unwrap()]).into());
        Slice::load(&text).map(|_| ()).map_err(|faults| faults.iter().next().map(Error::code))
    };
    assert_eq!(with(|_| {}), Ok(()));
    assert_eq!(with(|limits| drop(limits.pop())), Err(Some(Code::BadSlice)));
    assert_eq!(with(Vec::clear), Err(Some(Code::BadSlice)));
    assert_eq!(with(|limits| limits.push(Limiting::default())), Err(Some(Code::BadSlice)));
}
