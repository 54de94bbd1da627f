//! docs/events.md: its staff table is read, and it names every act and every entry of an event's data.

use namro::Office;
use namro::case::Effect;
use std::collections::BTreeSet;

const PAGE: &str = include_str!("../docs/events.md");

/// The names in the first column of the table under a heading.
fn named(heading: &str) -> BTreeSet<String> {
    let section = PAGE.split(&format!("## {heading}\n")).nth(1).expect("a section").split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    rows.flat_map(|cell| cell.split('`').step_by(2)).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_staff_table_is_read() {
    let rulebook = r#"{"namro": 1, "id": "a", "title": "A",
        "units": {"so": {"title": "Sở", "head": "giam-doc"}, "mot-cua": {"title": "Một cửa", "parent": "so"}},
        "positions": {"chuyen-vien": {"title": "Chuyên viên", "roles": ["chuyen-vien"]},
                      "giam-doc": {"title": "Giám đốc", "roles": ["lanh-dao"], "standing": "head"}}}"#;
    let office = Office::load(&[("a.json", rulebook)]).unwrap_or_else(|faults| panic!("{faults}"));
    let table = PAGE.split("```json\n").nth(1).expect("an example").split("```").next().unwrap();
    let office = office.with_staff(table).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(office.staff().hash().is_some());
}

#[test]
fn every_act_is_listed() {
    let acts: BTreeSet<String> = Effect::ALL.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(named("Acts"), acts);
}

#[test]
fn every_entry_of_the_data_is_listed() {
    let (_, schema) = namro::facade::schemas().into_iter().find(|(name, _)| name == "event_data.json").unwrap();
    let schema = schema.to_value();
    let entries: BTreeSet<String> = schema["properties"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(named("The data of an event"), entries);
}
