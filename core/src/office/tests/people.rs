use crate::base::text::nfd;
use crate::case::Event;
use crate::office::{Office, ReplayRequest};
use crate::replay::Replay;
use crate::replay::finding::FindingKind;
use proptest::prelude::*;

const RULES: &str = r#"{"namro": 1, "id": "t", "title": "T", "include": ["vn.calendar"],
    "units": {"so": {"title": "Sở"}, "a": {"title": "A", "parent": "so"}, "b": {"title": "B", "parent": "so"}}}"#;

const STAFF: &str = r#"{"people": [
    {"id": "o1", "name": "Nguyễn Văn An", "unit": "a", "valid_to": "2026-03-31"},
    {"id": "o1", "unit": "b", "valid_from": "2026-04-01"},
    {"id": "o2", "name": "Nguyễn Văn An", "unit": "b", "valid_to": "2026-03-31"},
    {"id": "o3", "name": "Trần Bình", "aliases": ["binh.t", "Bình"], "unit": "a"}]}"#;

fn replay(events: &str) -> Replay {
    let office = Office::load(&[("t.json", RULES)]).unwrap().with_staff(STAFF).unwrap();
    let text = format!(r#"{{"events": {events}, "as_of": "2026-06-01T00:00:00+07:00"}}"#);
    let request: ReplayRequest = serde_json::from_str(&text).unwrap();
    request.answer(&office).unwrap()
}

/// An event of one case, as JSON.
fn event(day: &str, unit: Option<&str>, actor: &str) -> String {
    let unit = unit.map_or(String::new(), |unit| format!(r#""unit": "{unit}", "#));
    format!(
        r#"{{"case_id": "c", "at": "2026-{day}T09:00:00+07:00", "act": "complete", "step": "s", {unit}"actor": {{"id": "{actor}", "kind": "person"}}}}"#
    )
}

fn holders(replay: &Replay) -> Vec<String> {
    let holds = replay.cases.iter().flat_map(|case| &case.holds);
    holds.filter_map(|hold| hold.officer.as_ref()).map(ToString::to_string).collect()
}

fn ambiguous(replay: &Replay) -> usize {
    replay.findings.iter().filter(|finding| finding.kind == FindingKind::AmbiguousPerson).count()
}

#[test]
fn unit_and_day_tell_people_of_one_name_apart() {
    let one = |day, unit| holders(&replay(&format!("[{}]", event(day, unit, "Nguyễn Văn An"))));
    assert_eq!(one("03-10", Some("a")), ["o1"]);
    assert_eq!(one("03-10", Some("b")), ["o2"]);
    // Only one of them is still employed.
    assert_eq!(one("04-10", None), ["o1"]);
}

#[test]
fn a_name_of_several_people_is_reported_and_nobody_has_an_item_for_it() {
    for unit in [None, Some("so")] {
        let replay = replay(&format!("[{}]", event("03-10", unit, "Nguyễn Văn An")));
        assert_eq!((ambiguous(&replay), holders(&replay)), (1, vec!["Nguyễn Văn An".to_owned()]));
        assert!(replay.items.iter().all(|item| item.officer.is_none()), "{:?}", replay.items);
    }
}

#[test]
fn aliases_are_the_person() {
    let replay = replay(&format!("[{}, {}]", event("03-10", None, "BINH.T"), event("03-11", None, "Bình")));
    let holders = holders(&replay);
    assert!(!holders.is_empty() && holders.iter().all(|holder| holder == "o3"), "{holders:?}");
    assert_eq!(ambiguous(&replay), 0);
}

#[test]
fn what_was_read_once_is_not_changed_again() {
    let office = Office::load(&[("t.json", RULES)]).unwrap().with_staff(STAFF).unwrap();
    let events: Vec<Event> = serde_json::from_str(&format!(
        "[{}, {}]",
        event("03-10", Some("a"), "Nguyễn Văn An"),
        event("03-11", None, "Bình")
    ))
    .unwrap();
    let (log, _) = crate::log::Log::from_rows(&[], &events, &crate::log::Mapping::default()).unwrap();
    let zone = crate::Zone::vietnam();
    let once = office.with_people_of(log);
    let twice = office.with_people_of(once.clone());
    assert_eq!(format!("{:?}", once.to_events(&zone)), format!("{:?}", twice.to_events(&zone)));
}

/// A name as another system may write it.
fn spelling(name: &str, kind: u8) -> String {
    match kind % 5 {
        0 => name.to_owned(),
        1 => nfd(name).into_owned(),
        2 => name.replace(' ', "\u{a0}"),
        3 => format!(" {} ", name.replace(' ', "  ")),
        _ => nfd(&name.replace(' ', " \u{202f}")).into_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn neither_spelling_nor_order_of_rows_changes_anything(
        rows in proptest::collection::vec((1_u8..28, 0_usize..3, 0_usize..3, 0_u8..5), 1..8).prop_shuffle()
    ) {
        let names = ["Nguyễn Văn An", "Trần Bình", "Lê Thị Ước"];
        let units = [None, Some("a"), Some("b")];
        let list = |rows: &[(u8, usize, usize, u8)], spelt: bool| {
            let one = |(day, unit, name, kind): &(u8, usize, usize, u8)| {
                let name = spelling(names[*name], if spelt { *kind } else { 0 });
                event(&format!("03-{day:02}"), units[*unit], &name)
            };
            format!("[{}]", rows.iter().map(one).collect::<Vec<_>>().join(","))
        };
        let mut rows = rows;
        rows.sort_unstable();
        rows.dedup_by_key(|row| row.0);
        let plain = crate::base::canon::canonical(&replay(&list(&rows, false))).unwrap();
        rows.reverse();
        let other = crate::base::canon::canonical(&replay(&list(&rows, true))).unwrap();
        prop_assert_eq!(plain, other);
    }
}

#[test]
fn a_mapping_declares_other_spellings_of_people_and_units() {
    let mapping: crate::log::MappingSpec =
        serde_json::from_str(r#"{"people": {"AN.NV": "o1"}, "units": {"Phòng A": "a"}}"#).unwrap();
    let events: Vec<Event> = serde_json::from_str(&format!("[{}]", event("03-10", Some("phòng  a"), "an.nv"))).unwrap();
    let (log, _) = crate::log::Log::from_rows(&[], &events, &crate::log::Mapping::new(mapping).unwrap()).unwrap();
    let event = log.to_events(&crate::Zone::vietnam()).remove(0);
    assert_eq!(event.actor.unwrap().id.unwrap().as_str(), "o1");
    assert_eq!(event.unit.unwrap().as_str(), "a");
}

#[test]
fn an_assignment_to_one_of_several_people_is_charged_to_nobody() {
    let assign = r#"{"case_id": "c", "at": "2026-03-09T09:00:00+07:00", "act": "assign", "step": "s", "assignee": "Nguyễn Văn An"}"#;
    let replay = replay(&format!("[{assign}]"));
    assert!(replay.items.iter().all(|item| item.officer.is_none()), "{:?}", replay.items);
    assert_eq!(ambiguous(&replay), 1);
}
