//! Agency over province over nation.

use crate::base::error::Code;
use crate::{Date, Office};

fn load(texts: &[(&str, &str)]) -> Office {
    Office::load(texts).unwrap_or_else(|faults| panic!("{faults}"))
}

const NATION: &str = r#"{"namro": 1, "id": "nation", "title": "N",
"calendars": {"c": {"zone": "+07:00", "weeks": [{"days": {"mon-fri": ["08:00-12:00"]}}],
  "closed": [{"date": "2026-01-02", "note": "x"}], "working": [{"date": "2026-01-10", "like": "fri"}]}},
"procedures": {"p": [
  {"in_force": {"to": "2025-06-30"}, "title": "P", "limit": {"statutory": "5 ngày làm việc"}},
  {"in_force": {"from": "2025-07-01"}, "title": "P", "limit": {"statutory": "3 ngày làm việc"},
   "components": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}],
   "form": {}, "rules": [{"id": "r", "check": "d.x > 0", "message": "M"}]}]}}"#;
const AGENCY: &str = r#"{"namro": 1, "id": "agency", "title": "A", "include": ["nation"],
"calendars": {"c": {"closed": [{"date": "2026-01-02", "note": "y"}, {"date": "2026-03-02"}], "working": null}},
"procedures": {"p": {"in_force": {"from": "2025-07-01"}, "limit": {"committed": "2 ngày làm việc"},
  "components": {"a": {"count": 2}, "b": null, "c": {"title": "C"}},
  "rules": [{"id": "s", "check": "d.x > 1", "message": "M"}, {"id": "r", "message": "Khác"}]}}}"#;

#[test]
fn fields_lists_and_versions_are_merged() {
    let office = load(&[("agency", AGENCY), ("nation", NATION)]);
    let on = |day: &str| office.procedure(&"p".into(), Date::parse(day).unwrap()).unwrap();
    assert!(on("2025-01-01").limit().unwrap().committed.is_none());
    let limit = on("2026-01-01").limit().unwrap();
    assert!(limit.committed.is_some() && limit.statutory.is_some());
    let components: Vec<_> = on("2026-01-01").components().iter().map(|one| (one.id.as_str(), one.count)).collect();
    assert_eq!(components, [("a", 2), ("c", 1)]);
    let rules: Vec<_> =
        on("2026-01-01").spec().rules.iter().map(|rule| (rule.id.as_str(), rule.message.vi.as_str())).collect();
    assert_eq!(rules, [("r", "Khác"), ("s", "M")]);
    let calendar = office.calendar(None).unwrap();
    let works = |day: &str| calendar.is_working_day(Date::parse(day).unwrap());
    assert_eq!(["2026-01-02", "2026-03-02", "2026-01-10"].map(works), [false; 3]);
}

#[test]
fn a_version_without_a_day_is_merged_into_all() {
    let top = r#"{"namro": 1, "id": "top", "title": "T", "include": ["nation"],
        "procedures": {"p": {"limit": {"committed": "1 ngày làm việc"}}}}"#;
    let office = load(&[("top", top), ("nation", NATION)]);
    let (_, versions) = office.rulebook().procedures().next().unwrap();
    assert!(versions.iter().all(|version| version.limit().unwrap().committed.is_some()));
}

#[test]
fn faults_of_merged_parts_keep_their_file_and_line() {
    let agency = AGENCY.replace("\"count\"", "\"cuont\"").replace("d.x > 1", "d.x >");
    let nation = NATION.replace("d.x > 0", "d.x >");
    let faults = Office::load(&[("agency", &agency), ("nation", &nation)]).unwrap_err();
    let mut found: Vec<_> = faults
        .iter()
        .map(|fault| (fault.place().file.as_deref().unwrap(), fault.place().line.unwrap(), fault.code()))
        .collect();
    found.sort();
    let expected =
        [("agency", 4, Code::UnknownField), ("agency", 5, Code::BadExpression), ("nation", 8, Code::BadExpression)];
    assert_eq!(
        found.iter().map(|(file, line, _)| (*file, *line)).collect::<Vec<_>>(),
        expected.map(|(file, line, _)| (file, line)),
        "{faults}"
    );
}

/// However the rules are split into texts, and in whatever order keys stand, the hash is the same.
#[test]
fn the_hash_is_that_of_the_meaning() {
    let whole = load(&[("agency", AGENCY), ("nation", NATION)]);
    let one = whole.rulebook().to_json();
    assert_eq!(load(&[("one", &one)]).hash(), whole.hash());
    let calendars = r#"{"namro": 1, "id": "calendars", "title": "C", "calendars": {"k": {"zone": "+07:00"}, "c": {"zone": "+07:00"}}}"#;
    let split = r#"{"title": "X", "id": "x", "namro": 1, "include": ["calendars"], "calendar": "c"}"#;
    let single =
        r#"{"namro": 1, "id": "x", "title": "X", "calendars": {"k": {"zone": "+07:00"}, "c": {"zone": "+07:00"}}}"#;
    let other =
        r#"{"namro": 1, "id": "x", "title": "X", "calendars": {"c": {"zone": "+07:00"}, "k": {"zone": "+07:00"}}}"#;
    let hash = load(&[("split", split), ("calendars", calendars)]).hash();
    assert_eq!(hash, load(&[("single", single)]).hash());
    // The last calendar is the office's own, so another order means something else.
    assert_ne!(hash, load(&[("other", other)]).hash());
}

#[test]
fn names_that_are_written_twice_are_reported() {
    let agency = AGENCY
        .replace("{\"id\": \"s\", \"check\": \"d.x > 1\", \"message\": \"M\"}", "{\"id\": \"r\", \"message\": \"X\"}");
    let faults = Office::load(&[("agency", &agency), ("nation", NATION)]).unwrap_err();
    assert!(!faults.is_empty());
}
