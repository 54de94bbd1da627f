//! Tests of `slice`.

use crate::{Code, Office, Slice, Validator};

#[test]
fn a_slice_answers_as_its_office() {
    let office = Office::shipped("vn.procedures.2.001610").unwrap();
    let published = office.rulebook().publish(&"2.001610".into(), None).unwrap();
    let slice = Slice::load(&published.compiled, None).unwrap();
    for (operation, input) in [
        ("check", r#"{"dossier": {"procedure": "2.001610", "form": {"ten": "A"}}, "at": "2026-03-06T09:00:00+07:00"}"#),
        ("check", r#"{"dossier": {"procedure": "2.001611"}, "at": "2026-03-06T09:00:00+07:00"}"#),
        (
            "due",
            r#"{"procedure": "2.001610", "accepted_at": "2026-02-13T16:00:00+07:00", "now": "2026-02-24T08:00:00+07:00"}"#,
        ),
        ("latest_start", r#"{"limit": "20 giờ làm việc", "due": "2026-03-06T09:00:00+07:00"}"#),
        ("elapsed", r#"{"start": "2026-02-13T16:00:00+07:00", "end": "2026-03-06T09:00:00+07:00"}"#),
        ("day", r#"{"date": "2026-02-17"}"#),
    ] {
        assert_eq!(slice.call(operation, input), office.call(operation, input), "{operation} {input}");
    }
    assert_eq!(slice.call("apply", "{}").unwrap_err().iter().next().unwrap().code(), Code::UnknownOperation);
}

#[test]
fn texts_that_are_not_slices_are_refused() {
    for text in ["", "[]", "[[],[],[]]", "{}", "null", "[1,2,3]", "namro: 1", "namro-slice", "namro-slice "] {
        for loaded in [Slice::load(text, None).map(drop), Validator::load(text, None).map(drop)] {
            assert_eq!(loaded.unwrap_err().iter().next().unwrap().code(), Code::BadSlice, "{text:.60}");
        }
    }
}

#[test]
fn the_form_of_a_slice_is_that_of_its_office() {
    let office = Office::shipped("vn.procedures").unwrap();
    for id in ["2.001199", "1.001193", "1.013225"] {
        let published = office.rulebook().publish(&id.into(), None).unwrap();
        let slice = Slice::load(&published.compiled, None).unwrap();
        for on in ["2016-01-01", "2026-01-08"] {
            let request = format!(r#"{{"procedure": "{id}", "on": "{on}"}}"#);
            assert_eq!(slice.call("form", &request), office.call("form", &request), "{request}");
        }
    }
}
