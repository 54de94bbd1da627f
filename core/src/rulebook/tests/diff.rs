//! What changed, for what, from when, and which open cases are affected.

use crate::Office;
use crate::base::shape::read;
use crate::base::value::parse_json;
use crate::case::Case;
use crate::office::Diff;
use crate::rulebook::ChangeKind;

const OLD: &str = r#"{"namro": 1, "id": "t", "title": "T",
"calendars": {"c": {"zone": "+07:00", "weeks": [{"days": {"mon-fri": ["08:00-12:00", "13:30-17:30"]}}]}},
"units": {"so": {"title": "Sở"}}, "positions": {"cv": {"title": "Chuyên viên", "roles": ["cv"], "reach": "office"}},
"procedures": {"p": {"title": {"vi": "Đăng ký", "en": "Registration"}, "limit": {"statutory": "3 ngày làm việc"},
  "components": [{"id": "don", "title": "Đơn"}, {"id": "anh", "title": "Ảnh"}],
  "form": {}, "rules": [{"id": "x", "check": "d.x > 0", "message": "M"}]}}}"#;

fn office(text: &str) -> Office {
    let office = Office::load(&[("t", text)]).unwrap_or_else(|faults| panic!("{faults}"));
    office.with_staff(r#"{"people": [{"id": "o1", "unit": "so", "position": "cv"}]}"#).unwrap()
}

/// A case accepted on Monday 29 June 2026.
fn case(id: &str) -> Case {
    let event = |act: &str, more: &str| {
        let actor = r#""unit": "so", "actor": {"id": "o1"}"#;
        let text =
            format!(r#"{{"case_id": "{id}", "act": "{act}", "at": "2026-06-29T09:00:00+07:00", {actor}{more}}}"#);
        read(&parse_json(text.as_bytes()).unwrap()).unwrap()
    };
    let office = office(OLD);
    let received = office.apply(None, &event("receive", r#", "data": {"procedure": "p"}"#)).unwrap();
    office.apply(Some(&received), &event("accept", "")).unwrap()
}

fn diff(new: &str) -> Diff {
    office(OLD).diff(&office(new), &[case("v1")])
}

#[test]
fn the_same_rules_in_another_order_are_the_same() {
    let other = OLD.replace(r#""id": "t", "title": "T","#, r#""title": "T", "id": "t","#);
    let diff = diff(&other);
    assert!(diff.same && diff.changes.is_empty() && diff.cases.is_empty());
}

#[test]
fn each_change_is_stated_in_words() {
    let new = OLD
        .replace("3 ngày làm việc", "2 ngày làm việc")
        .replace(r#", {"id": "anh", "title": "Ảnh"}"#, r#", {"id": "ho-chieu", "title": "Hộ chiếu"}"#)
        .replace("d.x > 0", "d.x > 1");
    let diff = diff(&new);
    let changes: Vec<_> = diff.changes.iter().map(|one| (one.kind, one.text.vi.as_str(), one.path.as_str())).collect();
    assert_eq!(
        changes,
        [
            (
                ChangeKind::Removed,
                "Thủ tục p «Đăng ký»: thành phần hồ sơ anh bị bỏ; ảnh hưởng 1 hồ sơ đang mở.",
                "/procedures/p/-/components/anh"
            ),
            (
                ChangeKind::Added,
                "Thủ tục p «Đăng ký»: thành phần hồ sơ ho-chieu được thêm: «Hộ chiếu»; ảnh hưởng 1 hồ sơ đang mở.",
                "/procedures/p/-/components/ho-chieu"
            ),
            (
                ChangeKind::Changed,
                "Thủ tục p «Đăng ký»: thời hạn theo luật đổi từ «3 ngày làm việc» thành «2 ngày làm việc»; ảnh hưởng 1 hồ sơ đang mở.",
                "/procedures/p/-/limit/statutory"
            ),
            (
                ChangeKind::Changed,
                "Thủ tục p «Đăng ký»: quy tắc x điều phải đúng đổi từ «d.x > 0» thành «d.x > 1»; ảnh hưởng 1 hồ sơ đang mở.",
                "/procedures/p/-/rules/x/check"
            ),
        ]
    );
    assert!(diff.changes[2].text.en.contains("changes from «3 working days» to «2 working days»"));
    let days = diff
        .cases
        .iter()
        .map(|one| (one.last_day_before.unwrap().to_string(), one.last_day_after.unwrap().to_string()));
    assert_eq!(days.collect::<Vec<_>>(), [("2026-07-02".to_owned(), "2026-07-01".to_owned())]);
}

/// A new version affects open cases only if it applies to them.
#[test]
fn a_new_version_states_from_when_and_for_whom() {
    let later = |how: &str| {
        let old =
            OLD.replace(r#""procedures": {"p": {"#, r#""procedures": {"p": [{"in_force": {"to": "2026-06-30"}, "#);
        let new = format!(
            r#""message": "M"}}]}}, {{"title": "Mới", "in_force": {{"from": "2026-07-01"}}, "open_cases": "{how}", "limit": {{"statutory": "1 ngày làm việc"}}}}]}}}}"#
        );
        diff(&old.replace(r#""message": "M"}]}}}"#, &new))
    };
    let kept = later("keep");
    let added =
        kept.changes.iter().find(|one| one.kind == ChangeKind::Added && one.path.contains("2026-07-01")).unwrap();
    assert_eq!((added.valid_from.unwrap().to_string(), added.open_cases.len()), ("2026-07-01".to_owned(), 0));
    assert!(added.text.vi.contains("từ 01/07/2026"), "{}", added.text.vi);
    let switched = later("switch");
    let added = switched.changes.iter().find(|one| one.path.contains("2026-07-01")).unwrap();
    assert_eq!(added.open_cases.len(), 1);
    assert_eq!(switched.cases[0].last_day_after.unwrap().to_string(), "2026-06-30");
    assert_eq!(later("restart").cases[0].last_day_after, None);
}

/// A day off affects the cases whose due date it moves.
#[test]
fn a_new_day_off_affects_the_cases_that_it_delays() {
    let closed = |date: &str| {
        OLD.replace(r#""zone": "+07:00", "#, &format!(r#""zone": "+07:00", "closed": [{{"date": "{date}"}}], "#))
    };
    let moved = diff(&closed("2026-07-01"));
    assert_eq!(moved.changes[0].valid_from.map(|day| day.to_string()).as_deref(), Some("2026-07-01"));
    assert_eq!(moved.cases[0].last_day_after.unwrap().to_string(), "2026-07-03");
    assert!(diff(&closed("2026-08-03")).cases.is_empty());
}
