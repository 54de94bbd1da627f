//! Tests of `follow`.

use crate::base::error::{Cause, Code, Error, Faults, Place, Unread};

fn fault(code: Code, pointer: &str) -> Error {
    Error::new(code).at(Place::pointer(pointer))
}

fn because(pointer: &str) -> Cause {
    Cause::Fault(Place::pointer(pointer))
}

fn left(faults: impl IntoIterator<Item = Error>, unread: impl IntoIterator<Item = Unread>) -> Vec<String> {
    let mut all = Faults::new();
    faults.into_iter().for_each(|fault| all.push(fault));
    unread.into_iter().for_each(|unread| all.note_unread(unread));
    all.drop_follow_ups();
    all.iter().map(|fault| fault.place().pointer.clone().unwrap_or_default()).collect()
}

fn part(pointer: &str, text: &str) -> Unread {
    Unread::Part { pointer: pointer.to_owned(), text: text.into() }
}

#[test]
fn a_fault_follows_from_one_that_follows_from_another() {
    let [a, b, c] = ["/a", "/b", "/c"].map(|pointer| fault(Code::CallOfFaulty, pointer));
    let chain = [a.because_of(because("/b")), b.because_of(because("/c")), fault(Code::NoSteps, "/c/d")];
    assert_eq!(left(chain.clone(), []), ["/c/d"]);
    assert_eq!(left(chain.into_iter().take(2), []), ["/a", "/b"]);
    // Two faults that name each other as causes are both listed.
    let [a, b] = ["/a", "/b"].map(|pointer| fault(Code::CallOfFaulty, pointer));
    assert_eq!(left([a.because_of(because("/b")), b.because_of(because("/a"))], []), ["/a", "/b"]);
    assert_eq!(left([c.because_of(because("/cc"))], []), ["/c"]);
}

#[test]
fn a_conclusion_follows_from_what_was_not_read() {
    let whole = |cause| [fault(Code::Unsound, "/w").because_of(cause)];
    let unread = || Cause::Unread("/w/steps/*/next".to_owned());
    for pointer in ["/w/steps/a/next", "/w/steps/a/next/one_of/0", "/w/steps/a", "/w"] {
        assert_eq!(left(whole(unread()), [part(pointer, "")]), [""; 0], "{pointer}");
    }
    for pointer in ["/w/steps/a/role", "/w/start", "/ww"] {
        assert_eq!(left(whole(unread()), [part(pointer, "")]), ["/w"], "{pointer}");
    }
    let text = |within: &str, text: &str| [Unread::Text { within: Some(within.to_owned()), text: text.into() }];
    assert_eq!(left(whole(unread()), text("/w/steps", "b {role: r}")), [""; 0]);
    assert_eq!(left(whole(unread()), text("/w/steps/a", "next b")), [""; 0]);
    assert_eq!(left(whole(unread()), text("/w/steps/a", "role r")), ["/w"]);
    assert_eq!(left(whole(Cause::Unnamed("/w/steps/*/next".to_owned())), text("/w/steps/a", "next b")), ["/w"]);
    assert_eq!(left(whole(Cause::Unnamed("/w/steps".to_owned())), [part("/w/steps/a", "")]), ["/w"]);
}

#[test]
fn a_name_is_declared_by_what_mentions_it_elsewhere() {
    let unknown = || [Error::undeclared("unit", "so-1", []).at(Place::pointer("/units/a/parent"))];
    assert_eq!(left(unknown(), [part("/units/b", "b so-1 c")]), [""; 0]);
    assert_eq!(left(unknown(), [part("/units/b", "so-11 so 1")]), ["/units/a/parent"]);
    // The part with the unknown reference does not declare it.
    assert_eq!(left(unknown(), [part("/units/a", "so-1")]), ["/units/a/parent"]);
    assert_eq!(left(unknown(), [Unread::Document]), [""; 0]);
    let closed = Error::unknown("finding", "so-1", []).at(Place::pointer("/a"));
    assert_eq!(left([closed], [Unread::Document, part("/units/b", "so-1")]), ["/a"]);
}

#[test]
fn a_fault_of_a_text_explains_that_of_the_part_which_begins_there() {
    let at =
        |column, pointer: Option<&str>| Place { pointer: pointer.map(str::to_owned), ..Place::position(2, column) };
    let text = Error::new(Code::UnquotedText).at(at(5, None));
    let here = Error::new(Code::BadZone).at(at(5, Some("/a")));
    let beside = Error::new(Code::BadZone).at(at(6, Some("/b")));
    assert_eq!(left([text.clone(), here, beside], []), ["", "/b"]);
    // The same fault at the same position is listed once, whatever the pointer.
    let twice = ["/a/0", "/a/1"].map(|pointer| Error::new(Code::BadZone).at(at(5, Some(pointer))));
    assert_eq!(left(twice, []), ["/a/0"]);
    let other = ["x", "y"].map(|value| Error::new(Code::BadZone).with("value", value).at(at(5, Some("/a"))));
    assert_eq!(left(other, []), ["/a", "/a"]);
}
