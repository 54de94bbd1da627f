//! The examples of a rulebook are run, and each of them must have an expectation.

use crate::Office;
use crate::base::error::Code;

const BOOK: &str = r#"{"namro": 1, "id": "t", "title": "T",
"calendars": {"c": {"zone": "+07:00", "weeks": [{"days": {"mon-fri": ["08:00-12:00"]}}]}},
"procedures": {"p": [
  {"title": "Mới", "in_force": {"from": "2026-01-01"}, "limit": {"statutory": "2 ngày làm việc"},
   "form": {}, "rules": [{"id": "x", "check": "d.x > 0", "message": "M"}],
   "examples": [
     {"accepted": "2026-10-05T09:00:00+07:00", "last_day": "2026-10-07"},
     {"accepted": "2026-10-05T09:00:00+07:00", "last_day": "2026-10-08"},
     {"accepted": "2026-10-05T09:00:00+07:00"},
     {"last_day": "2026-10-08"},
     {"dossier": {"procedure": "p", "form": {"x": 0}}, "at": "2026-10-05", "ready": false, "remarks": ["x /x"]},
     {"dossier": {"procedure": "p", "form": {"x": 1}}, "at": "2026-10-05", "ready": false},
     {"ready": true}]},
  {"title": "Cũ", "in_force": {"to": "2025-12-31"}, "limit": {"statutory": "3 ngày làm việc"},
   "examples": [{"accepted": "2025-10-06T09:00:00+07:00", "last_day": "2025-10-08"}]}]}}"#;

#[test]
fn each_failed_example_is_reported_at_its_line() {
    let office = Office::load(&[("t.json", BOOK)]).unwrap();
    let faults = office.rulebook().run_examples().unwrap_err();
    let reported: Vec<_> = faults
        .iter()
        .map(|fault| (fault.code(), fault.place().line.unwrap(), fault.place().pointer.clone().unwrap()))
        .collect();
    let at = |version: u32, example: u32| format!("/procedures/p/{version}/examples/{example}");
    assert_eq!(
        reported,
        [
            (Code::ExampleFailed, 8, at(0, 1)),
            (Code::MissingField, 9, at(0, 2)),
            (Code::MissingField, 10, at(0, 3)),
            (Code::ExampleFailed, 12, at(0, 5)),
            (Code::MissingField, 13, at(0, 6)),
            (Code::ExampleFailed, 15, at(1, 0)),
        ]
    );
    let restated = office.rulebook().restate(&Default::default());
    assert_eq!((restated.examples, restated.faults.len()), (8, 6));
}
