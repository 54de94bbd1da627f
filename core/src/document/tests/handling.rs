//! Tests of `handling`.

use crate::Office;
use crate::base::time::{Date, Instant};
use crate::base::value::parse_json;
use crate::deadline::{Colour, Outcome};
use crate::document::{Document, Handling, handling};

const NOW: &str = "2026-04-29T10:00:00+07:00";

fn limits(direction: &str, rest: &str) -> Vec<Handling> {
    let office = Office::load(&[("a", "namro: 1\nid: a\ntitle: A\ninclude: [vn.documents]\n")]).unwrap();
    let text = format!(
        r#"{{"direction": "{direction}", "organ": "H26", "symbol": "05/TB-UBND", "issued": "2026-04-24", {rest}}}"#
    );
    let document: Document = crate::base::shape::read(&parse_json(text.as_bytes()).unwrap()).unwrap();
    let calendar = office.calendar(None).unwrap();
    handling(&office.rulebook().parts().documents, &document, calendar, Instant::parse(NOW).unwrap()).unwrap()
}

fn days(found: &[Handling]) -> Vec<(&str, String)> {
    found.iter().map(|one| (one.id.as_str(), one.due.last_day.to_string())).collect()
}

#[test]
fn outgoing_documents_go_out_on_the_day_or_the_next_working_day() {
    let found = limits("outgoing", r#""done": {"sign": "2026-04-24T10:00:00+07:00"}"#);
    // Monday the 27th is off, to compensate for the Hùng Kings' day on a Sunday.
    assert_eq!(days(&found), [("phat-hanh", "2026-04-28".to_owned())]);
    assert_eq!(found[0].colour, Some(Colour::Red));
    let done = r#""done": {"sign": "2026-04-24T10:00:00+07:00", "send": "2026-04-28T16:00:00+07:00"}"#;
    assert_eq!(limits("outgoing", done)[0].outcome, Some(Outcome::OnTime));
    let urgent = limits("outgoing", &format!(r#""urgency": "express", {done}"#));
    assert_eq!((urgent[0].id.as_str(), urgent[0].outcome), ("phat-hanh-khan", Some(Outcome::Late)));
}

#[test]
fn incoming_documents_are_acknowledged_registered_and_presented() {
    let found = limits("incoming", r#""done": {"arrive": "2026-04-24T10:00:00+07:00"}"#);
    let day = |text: &str| text.to_owned();
    assert_eq!(
        days(&found),
        [("bao-nhan", day("2026-04-24")), ("dang-ky", day("2026-04-28")), ("trinh", day("2026-04-28"))]
    );
    // A due written by the leader replaces the usual one.
    let directed = r#""due": "2026-04-29T11:00:00+07:00", "done": {"direct": "2026-04-24T10:00:00+07:00"}"#;
    assert_eq!(limits("incoming", directed)[0].due.due.to_string(), "2026-04-29T11:00:00+07:00");
    assert_eq!(days(&limits("internal", r#""done": {"arrive": "2026-04-24T10:00:00+07:00"}"#)), []);
}

#[test]
fn files_go_to_the_archive() {
    let office = Office::load(&[("a", "namro: 1\nid: a\ntitle: A\ninclude: [vn.documents]\n")]).unwrap();
    let calendar = office.calendar(None).unwrap();
    let retention = |kind: &str, closed: &str| {
        let rules = &office.rulebook().parts().documents;
        crate::document::retention(rules, kind, Date::parse(closed).unwrap(), calendar)
    };
    let kept = |kind: &str, closed: &str| {
        let found = retention(kind, closed).unwrap();
        (found.hand_over.last_day.to_string(), found.keep_until.map(|day| day.to_string()))
    };
    // One year later is a Sunday, so it rolls to Monday.
    assert_eq!(kept("vinh-vien", "2025-03-15"), ("2026-03-16".to_owned(), None));
    assert_eq!(kept("xay-dung-co-ban", "2026-01-31").0, "2026-05-04");
    assert_eq!(kept("thuong-10-nam", "2024-02-29"), ("2025-02-28".to_owned(), Some("2034-02-28".to_owned())));
    assert!(retention("vinh-viễn", "2026-01-01").is_err());
}
