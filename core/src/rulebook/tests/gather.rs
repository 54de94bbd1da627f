//! Tests of `gather`.

use super::*;
use crate::Rulebook;

fn ids(texts: &[(&str, &str)]) -> Result<Vec<String>, Vec<(Code, Option<u64>)>> {
    let mut faults = Faults::new();
    let documents = gather(texts, &mut faults);
    if faults.is_empty() {
        return Ok(documents.into_iter().map(|document| document.id).collect());
    }
    Err(faults.iter().map(|fault| (fault.code(), fault.place().line)).collect())
}

#[test]
fn what_is_included_comes_first() {
    let a = r#"{"namro": 1, "title": "T", "id": "a", "include": ["b", "c"]}"#;
    let b = r#"{"namro": 1, "title": "T", "id": "b", "include": ["c"]}"#;
    let c = r#"{"namro": 1, "title": "T", "id": "c"}"#;
    assert_eq!(ids(&[("a", a), ("b", b), ("c", c)]).unwrap(), ["c", "b", "a"]);
}

#[test]
fn includes_that_fail() {
    let a = "{\"namro\": 1, \"title\": \"T\", \"id\": \"a\",\n \"include\": [\"b\",\n\"bb\"]}";
    let b = r#"{"namro": 1, "title": "T", "id": "b", "include": ["a"]}"#;
    let found = ids(&[("a", a), ("b", b)]).unwrap_err();
    assert_eq!(found, [(Code::IncludeCycle, Some(1)), (Code::IncludeMissing, Some(3))]);
    assert_eq!(ids(&[("a", r#"{"namro": 2, "title": "T", "id": "a"}"#)]).unwrap_err(), [(Code::BadVersion, Some(1))]);
    assert_eq!(ids(&[("a", "[]")]).unwrap_err()[0].0, Code::WrongType);
}

#[test]
fn names_are_the_same_whichever_keyboard_wrote_them() {
    let decomposed = |text: &str| crate::base::text::nfd(text).into_owned();
    let text = r#"{"namro": 1, "id": "a", "title": "A", "units": {"sở": {"title": "Sở"}, "phòng": {"title": "Phòng", "parent": "sở"}}}"#;
    let split = decomposed(text);
    assert_ne!(split, text);
    let (whole, other) = (Rulebook::load(&[("a.json", text)]).unwrap(), Rulebook::load(&[("a.json", &split)]).unwrap());
    assert_eq!(whole.hash(), other.hash());
    // One half of a text may come from another keyboard.
    let mixed = text.replace("\"parent\": \"sở\"", &decomposed("\"parent\": \"sở\""));
    assert_eq!(Rulebook::load(&[("a.json", &mixed)]).unwrap().hash(), whole.hash());
    let twice = text.replace("\"phòng\"", &decomposed("\"sở\""));
    let faults = Rulebook::load(&[("a.json", &twice)]).unwrap_err();
    assert_eq!(faults.iter().next().map(|fault| fault.code()), Some(Code::DuplicateKey));
    assert_eq!(crate::base::ids::UnitId::from(&*decomposed("sở")), crate::base::ids::UnitId::from("sở"));
}
