//! A slice gives the same answers as the office, byte for byte.

use crate::base::canon::{Hash, canonical};
use crate::base::error::{Code, Faults};
use crate::rulebook::Published;
use crate::{Date, Office, Slice, Validator};
use proptest::prelude::*;
use std::sync::LazyLock;

/// The shipped procedures in an office with two calendars, versions, swaps and a unit with different hours.
static OFFICE: LazyLock<Office> = LazyLock::new(|| {
    let text = r#"
namro: 1
id: test
title: Thử
include: [vn.procedures]
calendar: office
calendars:
  office: {base: vn.calendar, closed: [{date: 2026-03-04, known: 2026-03-01}, {date: 2019-03-05, to: 2019-03-06}]}
  desk: {base: office, weeks: [{days: {mon-fri: ["07:30-11:30", "13:00-17:00"], sat: ["08:00-11:00"]}}, {to: 2020-12-31, days: {mon: ["08:00-09:00"]}}]}
units:
  so: {title: Sở}
  mot-cua: {title: Một cửa, parent: so, calendar: desk}
  quay-1: {title: Quầy 1, parent: mot-cua}
"#;
    Office::load(&[("test.yaml", text)]).unwrap_or_else(|faults| panic!("{faults}"))
});

fn slice(procedure: &str, from: Option<&str>) -> Office {
    office(OFFICE.rulebook().publish(&procedure.into(), from.map(|from| Date::parse(from).unwrap())).unwrap())
}

fn office(slice: Published) -> Office {
    assert_eq!(Hash::of(slice.rulebook.as_bytes()), slice.hash);
    let office = Office::load(&[("slice.json", &slice.rulebook)]).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!((office.hash(), office.rulebook().to_json()), (slice.hash, slice.rulebook));
    office
}

const FROM: Option<&str> = Some("2025-07-01");
/// The published slice, as a rulebook and compiled.
struct Cut {
    office: Office,
    slice: Slice,
    validator: Validator,
}

/// Whole, and from a day on: 2.001199 has had three versions.
static CUTS: LazyLock<[Cut; 2]> = LazyLock::new(|| {
    [None, FROM].map(|from| {
        let published =
            OFFICE.rulebook().publish(&"2.001199".into(), from.map(|from| Date::parse(from).unwrap())).unwrap();
        let (slice, validator) = (Slice::load(&published.compiled, None), Validator::load(&published.compiled, None));
        Cut { office: office(published), slice: slice.unwrap(), validator: validator.unwrap() }
    })
});

/// The same answer or the same error. Lines differ, since the texts differ.
fn outcome(answer: Result<String, Faults>) -> Result<String, Vec<(Code, String)>> {
    answer.map_err(|faults| faults.iter().map(|fault| (fault.code(), fault.text().en)).collect())
}

fn unit() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("null"), Just("\"so\""), Just("\"mot-cua\""), Just("\"quay-1\""), Just("\"unknown\"")]
}

fn stamp(years: std::ops::RangeInclusive<i32>) -> impl Strategy<Value = String> {
    (years, 1..=12, 1..=28, 0..24, 0..60).prop_map(|(year, month, day, hour, minute)| {
        format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00+07:00")
    })
}

fn which() -> impl Strategy<Value = (usize, String)> {
    prop_oneof![(Just(0), stamp(2016..=2028)), (Just(1), stamp(2026..=2028))]
}

fn dossier() -> impl Strategy<Value = String> {
    let member = (0..4u32, any::<bool>(), any::<bool>()).prop_map(|(share, company, foreign)| {
        let kind = if company { "to-chuc" } else { "ca-nhan" };
        format!(r#"{{"loai": "{kind}", "ten": "A", "vonGop": {share}, "nuocNgoai": {foreign}, "tyLe": 33.3}}"#)
    });
    let members = proptest::collection::vec(member, 0..4).prop_map(|all| all.join(","));
    let name = prop_oneof![Just("Công ty TNHH A"), Just("A"), Just("")];
    let papers = proptest::sample::subsequence(vec!["giay-de-nghi", "dieu-le", "danh-sach-thanh-vien"], 0..=3)
        .prop_map(|ids| ids.iter().map(|id| format!(r#"{{"id": "{id}"}}"#)).collect::<Vec<_>>().join(","));
    (name, -1..9i32, members, papers).prop_map(|(name, capital, members, papers)| {
        format!(
            r#"{{"procedure": "2.001199", "components": [{papers}],
            "form": {{"ten": "{name}", "vonDieuLe": {capital}, "thanhVien": [{members}]}}}}"#
        )
    })
}

proptest! {
    #[test]
    fn verdicts_are_equal((which, at) in which(), dossier in dossier(), unit in unit()) {
        let input = format!(r#"{{"dossier": {dossier}, "at": "{at}", "unit": {unit}}}"#);
        let (cut, expected) = (&CUTS[which], outcome(OFFICE.call("check", &input)));
        prop_assert_eq!(&outcome(cut.office.call("check", &input)), &expected);
        prop_assert_eq!(&outcome(cut.slice.call("check", &input)), &expected);
        prop_assert_eq!(&outcome(cut.validator.call("check", &input)), &expected);
    }

    #[test]
    fn dues_are_equal((which, at) in which(), now in stamp(2026..=2028), unit in unit(), known in any::<bool>()) {
        let known = if known { format!(r#", "known_at": "{at}""#) } else { String::new() };
        let input =
            format!(r#"{{"procedure": "2.001199", "accepted_at": "{at}", "now": "{now}", "unit": {unit}{known}}}"#);
        let (cut, expected) = (&CUTS[which], outcome(OFFICE.call("due", &input)));
        prop_assert_eq!(&outcome(cut.office.call("due", &input)), &expected);
        prop_assert_eq!(&outcome(cut.slice.call("due", &input)), &expected);
    }
}

#[test]
fn every_shipped_procedure_can_be_published() {
    let staff_and_routing = ["\"positions\"", "\"workflows\"", "\"examples\":[{", "\"policies\"", "\"mappings\""];
    for (id, _) in OFFICE.rulebook().procedures() {
        let whole = slice(id.as_str(), None);
        let recent = slice(id.as_str(), FROM);
        assert!(recent.rulebook().to_json().len() <= whole.rulebook().to_json().len(), "{id}");
        assert!(staff_and_routing.iter().all(|word| !whole.rulebook().to_json().contains(word)), "{id}");
    }
}

#[test]
fn what_does_not_exist_cannot_be_published() {
    let refused = |office: &Office, id: &str, from| {
        office.rulebook().publish(&id.into(), from).unwrap_err().iter().next().cloned()
    };
    let error = refused(&OFFICE, "2.00119", None).unwrap();
    assert_eq!((error.code(), error.help().unwrap().en.contains("2.001199")), (Code::UnknownReference, true));
    let ended = r#"{"namro": 1, "id": "a", "title": "A", "procedures": {"p": {"title": "P", "in_force": {"to": "2020-01-01"}}}}"#;
    let office = Office::load(&[("a.json", ended)]).unwrap();
    let error = refused(&office, "p", Date::parse("2021-01-01").ok()).unwrap();
    assert_eq!(error.code(), Code::NotInForce);
    assert!(canonical(&office.rulebook().publish(&"p".into(), None).unwrap()).is_ok());
}

#[test]
fn a_slice_knows_the_units_of_each_day() {
    let text = r#"{"namro": 1, "id": "a", "title": "A", "include": ["vn.calendar"],
        "calendars": {"som": {"base": "vn.calendar", "weeks": [{"from": "2015-01-01", "days": {"mon-fri": ["07:00-11:00"]}}]}},
        "calendar": "vn.calendar",
        "units": {"tinh": {"title": "T"}, "huyen": {"title": "H", "calendar": "som", "in_force": {"to": "2025-06-30"}},
            "xa": [{"title": "X", "parent": "huyen", "in_force": {"to": "2025-06-30"}},
                {"title": "Y", "parent": "tinh", "in_force": {"from": "2025-07-01"}}]},
        "procedures": {"p": {"title": "P", "limit": {"statutory": "2 ngày làm việc"}}}}"#;
    let office = Office::load(&[("a.json", text)]).unwrap();
    let published = office.rulebook().publish(&"p".into(), None).unwrap();
    let slice = Slice::load(&published.compiled, None).unwrap();
    let again = Office::load(&[("slice.json", &published.rulebook)]).unwrap();
    let mut answers = std::collections::BTreeSet::new();
    for unit in ["tinh", "huyen", "xa", "khong-co"] {
        for day in ["2025-06-26", "2025-06-30", "2025-07-01"] {
            let ask = format!(r#"{{"procedure": "p", "unit": "{unit}", "accepted_at": "{day}T08:00:00+07:00"}}"#);
            let answer = office.call("due", &ask);
            assert_eq!(slice.call("due", &ask), answer, "{ask}");
            assert_eq!(again.call("due", &ask), answer, "{ask}");
            answers.insert(answer.map_err(|faults| faults.iter().next().unwrap().code()));
        }
    }
    // Three days by two calendars, without those on which a unit is not in force.
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 5);
    assert!(answers.contains(&Err(Code::NotInForce)) && answers.contains(&Err(Code::UnknownReference)));
}

#[test]
fn unpacked_parts_pack_to_the_same_text() {
    for (id, _) in OFFICE.rulebook().procedures() {
        let published = OFFICE.rulebook().publish(id, None).unwrap();
        let slice = Slice::load(&published.compiled, None).unwrap();
        assert!(
            crate::rulebook::slice::compiled(slice.rules(), slice.forms.to_vec(), published.hash).unwrap()
                == published.compiled,
            "{id}"
        );
        assert_eq!(Validator::load(&published.compiled, None).unwrap().hash(), published.hash, "{id}");
    }
}
