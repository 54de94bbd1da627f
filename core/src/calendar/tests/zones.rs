//! Zones by name: dues, working time, colours and words on both edges of daylight saving.

use super::super::*;
use crate::base::error::Code;
use crate::base::time::{Instant, Seconds};
use crate::base::value::parse_json;
use crate::deadline::{Colour, Limit};

fn calendar(zone: &str) -> Calendar {
    let week = r#"{"mon-fri": ["09:00-17:00"], "sat-sun": ["00:00-08:00"]}"#;
    let text = format!(r#"{{"zone": {zone}, "weeks": [{{"days": {week}}}]}}"#);
    Calendar::read(&parse_json(text.as_bytes()).unwrap()).unwrap()
}

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn limit(text: &str) -> Limit {
    Limit::parse(text).unwrap()
}

#[test]
fn spring_forward() {
    let paris = calendar(r#""Europe/Paris""#);
    // The shift of Sunday 29 March has seven hours: 02:00 to 03:00 does not exist.
    let (saturday, noon) = (at("2026-03-28T12:00:00+01:00"), at("2026-03-29T12:00:00+02:00"));
    assert_eq!(paris.elapsed(saturday, noon), Seconds(7 * 3600));
    let due = paris.due(saturday, &limit("7 giờ làm việc")).unwrap();
    assert_eq!(due.due.to_string(), "2026-03-29T08:00:00+02:00");
    assert_eq!(due.text.en, "08:00 Sunday, 29 March 2026");
    // A day limit ends at the close by the local clock.
    let due = paris.due(at("2026-03-27T10:00:00+01:00"), &limit("3 ngày làm việc")).unwrap();
    assert_eq!(due.due.to_string(), "2026-03-30T17:00:00+02:00");
    assert_eq!(due.legal_end.to_string(), "2026-03-31T00:00:00+02:00");
    assert_eq!(due.yellow_from.unwrap().to_string(), "2026-03-29T08:00:00+02:00");
    assert_eq!(due.colour(at("2026-03-29T05:59:59Z")), Colour::Green);
    assert_eq!(due.colour(at("2026-03-29T06:00:00Z")), Colour::Yellow);
    assert_eq!(due.next_change(at("2026-03-29T06:00:00Z")).unwrap().to_string(), "2026-03-30T17:00:01+02:00");
    let back = paris.latest_start(at("2026-03-29T08:00:00+02:00"), &limit("7 giờ làm việc")).unwrap();
    assert_eq!(back.at.to_string(), "2026-03-29T00:00:00+01:00");
}

#[test]
fn autumn_back() {
    let paris = calendar(r#""Europe/Paris""#);
    // The shift of Sunday 25 October has nine hours: 02:00 to 03:00 comes twice.
    let saturday = at("2026-10-24T12:00:00+02:00");
    assert_eq!(paris.elapsed(saturday, at("2026-10-25T12:00:00+01:00")), Seconds(9 * 3600));
    let due = paris.due(saturday, &limit("3 giờ làm việc")).unwrap();
    assert_eq!(due.due.to_string(), "2026-10-25T02:00:00+01:00");
    let due = paris.due(saturday, &limit("9 giờ làm việc")).unwrap();
    assert_eq!(due.due.to_string(), "2026-10-25T08:00:00+01:00");
    let due = paris.due(at("2026-10-23T10:00:00+02:00"), &limit("3 ngày làm việc")).unwrap();
    assert_eq!(due.due.to_string(), "2026-10-26T17:00:00+01:00");
    assert_eq!(due.start.to_string(), "2026-10-23T10:00:00+02:00");
}

#[test]
fn the_south_and_the_west() {
    let sydney = calendar(r#""Australia/Sydney""#);
    assert_eq!(sydney.elapsed(at("2026-04-04T12:00:00Z"), at("2026-04-05T12:00:00Z")), Seconds(9 * 3600));
    let chicago = calendar(r#""America/Chicago""#);
    assert_eq!(chicago.elapsed(at("2026-03-08T05:00:00Z"), at("2026-03-08T20:00:00Z")), Seconds(7 * 3600));
}

/// The name and the table that it is replaced by are one rulebook: the same hash, the same answers.
#[test]
fn a_name_is_hashed_as_its_table() {
    let book = |zone: &str| {
        let week = r#"{"mon-fri": ["09:00-17:00"]}"#;
        format!(
            r#"{{"namro": 1, "id": "a", "title": "A", "calendars": {{"office": {{"zone": {zone}, "weeks": [{{"days": {week}}}]}}}}}}"#
        )
    };
    let load = |text: &str| crate::Office::load(&[("a.json", text)]).unwrap();
    let named = load(&book(r#""Europe/Paris""#));
    let table = named.call("zone", r#"{"zone": "Europe/Paris"}"#).unwrap();
    assert!(table.starts_with(r#"{"changes":[{"at":"1976-03-28T00:00:00Z","offset":"+02:00"}"#), "{table}");
    assert_eq!(load(&book(&table)).hash(), named.hash());
    assert_ne!(load(&book(r#""Europe/Helsinki""#)).hash(), named.hash());
    let input = r#"{"start": "2026-03-27T10:00:00+01:00", "end": "2026-03-30T10:00:00+02:00"}"#;
    assert_eq!(load(&book(&table)).call("elapsed", input).unwrap(), named.call("elapsed", input).unwrap());
}

#[test]
fn an_unknown_name_is_a_fault_at_its_place() {
    let text = r#"{"namro": 1, "id": "a", "title": "A", "calendars": {"office": {"zone": "Europe/Hanoi"}}}"#;
    let faults = crate::Office::load(&[("a.json", text)]).unwrap_err();
    let fault = faults.iter().next().unwrap();
    assert_eq!((fault.code(), fault.place().pointer.as_deref()), (Code::BadZone, Some("/calendars/office/zone")));
}
