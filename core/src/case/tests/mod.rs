use super::*;
use crate::base::canon::canonical;
use crate::base::error::{Code, Error};
use crate::base::ids::{OfficerId, PositionId, ProcedureId, UnitId, WorkflowId};
use crate::base::shape::{Shape, read};
use crate::base::time::{Date, Instant, Zone};
use crate::base::value::parse_json;
use crate::calendar::Calendar;
use crate::deadline::{Colour, LimitSpec};
use crate::people::{Lack, Organisation, PositionSpec, Secrecy, Staff, UnitSpec};
use crate::workflow::{Workflow, WorkflowSpec};
use indexmap::IndexMap;
use std::sync::Arc;

pub(super) fn parse<T: Shape>(text: &str) -> T {
    read(&parse_json(text.as_bytes()).unwrap()).unwrap_or_else(|faults| panic!("{faults}\n{text}"))
}

pub(super) struct TestOffice {
    calendar: Calendar,
    staff: Staff,
    workflow: Workflow,
    limit: LimitSpec,
    workflow_id: WorkflowId,
    acts: IndexMap<String, ActSpec>,
}

impl CaseRules for TestOffice {
    fn zone(&self) -> &Zone {
        self.calendar.zone()
    }
    fn staff(&self) -> &Staff {
        &self.staff
    }
    fn calendar(&self, _: Option<&UnitId>) -> Result<&Calendar, Error> {
        Ok(&self.calendar)
    }
    fn limit(&self, _: &ProcedureId, _: Date) -> Result<Option<&LimitSpec>, Error> {
        Ok(Some(&self.limit))
    }
    fn workflow_of(&self, _: &ProcedureId, _: Date) -> Result<Option<&WorkflowId>, Error> {
        Ok(Some(&self.workflow_id))
    }
    fn workflow(&self, _: &WorkflowId, _: Date) -> Result<&Workflow, Error> {
        Ok(&self.workflow)
    }
    fn act(&self, name: &str) -> Option<&ActSpec> {
        self.acts.get(name)
    }
    fn act_names(&self) -> Vec<&str> {
        self.acts.keys().map(String::as_str).collect()
    }
    fn secrecy_limit(&self) -> Secrecy {
        Secrecy::Confidential
    }
}

pub(super) fn office() -> TestOffice {
    let units: IndexMap<UnitId, UnitSpec> = parse(
        r#"{"so": {"title": "Sở"}, "dkkd": {"title": "Phòng Đăng ký", "parent": "so"}, "mot-cua": {"title": "Một cửa", "parent": "so"},
            "khac": {"title": "Phòng khác", "parent": "so"}}"#,
    );
    let positions: IndexMap<PositionId, PositionSpec> = parse(
        r#"{"giam-doc": {"title": "Giám đốc", "roles": ["lanh-dao"], "standing": "head", "clearance": "confidential"},
            "chuyen-vien": {"title": "Chuyên viên", "roles": ["chuyen-vien"]},
            "tiep-nhan": {"title": "Cán bộ một cửa", "roles": ["mot-cua"], "reach": "office"}}"#,
    );
    let organisation = Arc::new(Organisation::compile(units, positions).unwrap());
    let staff = parse(
        r#"{"people": [
            {"id": "gd", "unit": "so", "position": "giam-doc"},
            {"id": "pgd", "unit": "so", "position": "giam-doc"},
            {"id": "cv1", "unit": "dkkd", "position": "chuyen-vien", "aliases": "cv1@so"},
            {"id": "cv2", "unit": "dkkd", "position": "chuyen-vien", "valid_to": "2026-11-30"},
            {"id": "cv9", "unit": "khac", "position": "chuyen-vien"},
            {"id": "mc", "unit": "mot-cua", "position": "tiep-nhan"}],
          "delegations": [
            {"giver": "gd", "receiver": "cv1", "roles": ["lanh-dao"], "units": ["dkkd"], "valid_from": "2026-11-01", "valid_to": "2026-11-30", "paper": "12/GUQ"},
            {"giver": "cv1", "receiver": "mc", "roles": ["lanh-dao"], "valid_from": "2026-11-01", "valid_to": "2026-11-30", "paper": "13/GUQ"}]}"#,
    );
    let staff = Staff::compile(organisation.clone(), staff).unwrap();
    let spec: WorkflowSpec = parse(
        r#"{"steps": {
            "tiep-nhan": {"role": "mot-cua", "budget": "2 giờ làm việc", "next": "tham-dinh"},
            "tham-dinh": {"role": "chuyen-vien", "budget": "1 ngày làm việc",
                "next": {"one_of": [{"to": "y-kien", "when": "has(d.canYKien)"}, {"to": "ky", "when": "d.hopLe"}, {"to": "bo-sung", "else": true}]}},
            "y-kien": {"waits_for": "agency", "budget": "2 ngày làm việc", "on_silence": "agree", "next": "ky"},
            "bo-sung": {"waits_for": "citizen", "clock": "suspend", "next": "tham-dinh"},
            "ky": {"role": "lanh-dao", "not_by": ["tham-dinh"], "outcomes": ["dong-y", "tu-choi"], "next": "tra"},
            "tra": {"role": "mot-cua", "next": "end"}}}"#,
    );
    let workflow = Workflow::compile("thanh-lap".into(), spec, &organisation).unwrap();
    TestOffice {
        calendar: crate::calendar::vietnam().unwrap(),
        staff,
        workflow,
        limit: parse(r#"{"statutory": "3 ngày làm việc", "committed": "2 ngày làm việc"}"#),
        workflow_id: "thanh-lap".into(),
        acts: parse(r#"{"gia-han": {"effect": "extend", "role": "lanh-dao"}}"#),
    }
}

/// An event on a day of November 2026: `02T08:00 act step actor {data}`.
pub(super) fn event(line: &str) -> Event {
    let mut parts = line.splitn(5, ' ');
    let mut next = || parts.next().unwrap_or("-").to_owned();
    let (at, act, step, actor, rest) = (next(), next(), next(), next(), next());
    let mut json = format!(
        r#"{{"case_id": "c1", "at": "2026-11-{at}:00+07:00", "act": "{act}", "unit": "dkkd", "actor": {}"#,
        match actor.as_str() {
            "citizen" | "system" | "group" => format!(r#"{{"kind": "{actor}"}}"#),
            _ => format!(r#"{{"id": "{actor}"}}"#),
        }
    );
    if step != "-" {
        json.push_str(&format!(r#", "step": "{step}""#));
    }
    if rest != "-" {
        json.push_str(&format!(", {rest}"));
    }
    json.push('}');
    parse(&json)
}

pub(super) fn fold(office: &TestOffice, lines: &[&str]) -> Case {
    lines
        .iter()
        .fold(None, |case: Option<Case>, line| {
            Some(apply(office, case.as_ref(), &event(line)).unwrap_or_else(|refusal| panic!("{line}: {refusal}")))
        })
        .unwrap()
}

pub(super) const RECEIVED: &str = r#"02T08:00 receive - mc "data": {"procedure": "2.001199", "channel": "online"}"#;
pub(super) const TO_APPRAISAL: [&str; 4] = [
    RECEIVED,
    "02T08:10 accept - mc",
    "02T08:15 complete tiep-nhan mc",
    r#"02T09:00 assign tham-dinh gd "assignee": "cv1""#,
];

fn open(case: &Case) -> Vec<&str> {
    case.open_steps.iter().map(|open| open.step.as_str()).collect()
}

fn with<'a>(first: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    first.iter().chain(more).copied().collect()
}

#[test]
fn a_case_runs_from_receipt_to_delivery() {
    let office = office();
    let case = fold(&office, &TO_APPRAISAL);
    assert_eq!((case.state, open(&case), case.seq), (CaseState::Processing, vec!["tham-dinh"], 4));
    assert_eq!(case.clock.due.as_ref().unwrap().due.to_string(), "2026-11-04T17:30:00+07:00");
    assert_eq!(case.lead(&"tham-dinh".into()), Some(&OfficerId::from("cv1")));
    let lines = with(
        &TO_APPRAISAL,
        &[
            r#"03T09:00 complete tham-dinh cv1@so "data": {"hopLe": true}"#,
            r#"03T15:00 complete ky gd "data": {"outcome": "dong-y"}"#,
            "03T16:00 hand_over - mc",
            "04T08:00 deliver tra mc",
        ],
    );
    let case = fold(&office, &lines);
    assert_eq!((case.state, open(&case).len()), (CaseState::Delivered, 0));
    assert_eq!(case.finished.unwrap().to_string(), "2026-11-03T16:00:00+07:00");
    let again: Case = parse(&canonical(&case).unwrap());
    assert_eq!(canonical(&again).unwrap(), canonical(&case).unwrap(), "a stored case comes back as it was");
}

#[test]
fn a_supplement_suspends_and_is_asked_for_once() {
    let office = office();
    let lines = with(&TO_APPRAISAL, &[r#"03T09:00 complete tham-dinh cv1 "data": {"hopLe": false}"#]);
    let case = fold(&office, &lines);
    assert_eq!((case.state, open(&case), case.supplements), (CaseState::Suspended, vec!["bo-sung"], 1));
    let suspended = fold(&office, &with(&lines, &["03T09:05 suspend bo-sung cv1"]));
    let resumed = apply(&office, Some(&suspended), &event("09T09:00 resume bo-sung citizen")).unwrap();
    assert_eq!((resumed.state, open(&resumed)), (CaseState::Processing, vec!["tham-dinh"]));
    let lines = with(&lines, &["09T09:00 complete bo-sung citizen"]);
    let case = fold(&office, &lines);
    assert_eq!(case.clock.due, resumed.clock.due);
    assert_eq!(case.state, CaseState::Processing);
    assert_eq!(case.clock.due.as_ref().unwrap().due.to_string(), "2026-11-10T17:30:00+07:00");
    let refusal =
        apply(&office, Some(&case), &event(r#"09T10:00 complete tham-dinh cv1 "data": {"hopLe": false}"#)).unwrap_err();
    assert_eq!(refusal.code, Code::SupplementAgain);
}

/// Each line is refused after the appraisal was assigned and, if the line says so, done.
#[test]
fn whoever_has_no_right_is_refused_and_the_case_stays() {
    let office = office();
    let assigned = fold(&office, &TO_APPRAISAL);
    let appraised =
        fold(&office, &with(&TO_APPRAISAL, &[r#"03T09:00 complete tham-dinh cv1 "data": {"hopLe": true}"#]));
    #[allow(clippy::type_complexity)]
    let cases: [(&Case, &str, Code, Option<Lack>, &[&str]); 23] = [
        (&appraised, "03T10:00 complete ky mc", Code::NoRight, Some(Lack::ChainOfDelegation), &["gd", "pgd"]),
        (&assigned, "03T09:00 complete tham-dinh cv9", Code::NoRight, Some(Lack::OtherUnit), &["cv1"]),
        (&assigned, "03T09:00 complete tham-dinh cv2", Code::HeldByOther, None, &["cv1"]),
        (&assigned, "03T09:00 complete tham-dinh mc", Code::NoRight, Some(Lack::OutsideScope), &[]),
        (&assigned, "03T09:00 complete tham-dinh nobody", Code::NoRight, Some(Lack::UnknownOfficer), &[]),
        (&assigned, "03T09:00 complete ky gd", Code::StepNotOpen, None, &[]),
        (&assigned, "03T09:00 complete kyy gd", Code::UnknownReference, None, &[]),
        (&assigned, "03T09:00 complete tham-dinh group", Code::NoActor, None, &[]),
        (&assigned, "03T09:00 complete tham-dinh citizen", Code::NoActor, None, &[]),
        (&assigned, "03T09:00 complete tham-dinh cv1", Code::RouteUndecided, None, &[]),
        (&assigned, "02T08:59 complete tham-dinh cv1", Code::OutOfOrder, None, &[]),
        (&assigned, r#"03T09:00 assign tham-dinh cv2 "assignee": "cv2""#, Code::HeldByOther, None, &["cv1"]),
        (&assigned, r#"03T09:00 assign tham-dinh gd "assignee": "cv9""#, Code::NoRight, Some(Lack::OtherUnit), &[]),
        (&assigned, "03T09:00 forward - cv1", Code::NoStep, None, &[]),
        (&assigned, "03T09:00 return tham-dinh cv1", Code::ReasonMissing, None, &[]),
        (&assigned, "03T09:00 frobnicate - cv1", Code::NoSuchAct, None, &[]),
        (&assigned, "03T09:00 reopen - gd", Code::NotNow, None, &[]),
        (&assigned, "03T09:00 resume - cv1", Code::NotNow, None, &[]),
        (
            &assigned,
            r#"03T09:00 gia-han - cv2 "data": {"reason": "x", "by": "5 ngày"}"#,
            Code::NoRight,
            Some(Lack::NoRole),
            &[],
        ),
        (&assigned, r#"03T09:00 gia-han - gd "data": {"reason": "x"}"#, Code::UntilMissing, None, &[]),
        (&appraised, r#"03T10:00 complete ky cv1 "data": {"outcome": "dong-y"}"#, Code::FourEyes, None, &["gd", "pgd"]),
        (&appraised, r#"03T10:00 assign ky gd "assignee": "cv1""#, Code::FourEyes, None, &["gd", "pgd"]),
        (&appraised, "03T10:00 complete ky gd", Code::OutcomeMissing, None, &[]),
    ];
    for (case, line, code, lack, held_by) in cases {
        let before = canonical(case).unwrap();
        let refusal = apply(&office, Some(case), &event(line)).unwrap_err();
        assert_eq!((refusal.code, refusal.lack), (code, lack), "{line}: {refusal}");
        if !held_by.is_empty() {
            let names: Vec<_> = refusal.held_by.iter().map(OfficerId::as_str).collect();
            assert_eq!(names, held_by, "{line}");
        }
        assert_eq!(canonical(case).unwrap(), before, "{line}");
    }
}

#[test]
fn the_sequence_guards_and_a_repetition_changes_nothing() {
    let office = office();
    let case = fold(&office, &TO_APPRAISAL);
    let numbered = |seq: u32, id: &str| {
        event(&format!(
            r#"03T09:00 complete tham-dinh cv1 "seq": {seq}, "event_id": "{id}", "data": {{"hopLe": true}}"#
        ))
    };
    assert_eq!(apply(&office, Some(&case), &numbered(4, "e5")).unwrap_err().code, Code::StaleSequence);
    let next = apply(&office, Some(&case), &numbered(5, "e5")).unwrap();
    assert_eq!(apply(&office, Some(&next), &numbered(5, "e5")).unwrap(), next);
    let other = event(r#"03T09:00 note - cv1 "event_id": "e5""#);
    assert_eq!(apply(&office, Some(&next), &other).unwrap_err().code, Code::EventIdTaken);
}

#[test]
fn silence_is_consent_only_after_its_time() {
    let office = office();
    let asked = r#"03T09:00 complete tham-dinh cv1 "data": {"canYKien": true, "hopLe": true}"#;
    let case = fold(&office, &with(&TO_APPRAISAL, &[asked]));
    let early = apply(&office, Some(&case), &event("04T09:00 complete y-kien system")).unwrap_err();
    assert_eq!(early.code, Code::SilenceTooEarly);
    let case = apply(&office, Some(&case), &event("05T09:00 complete y-kien system")).unwrap();
    assert_eq!((open(&case), case.text("outcome")), (vec!["ky"], Some("agree")));
}

#[test]
fn what_was_sent_can_be_returned_or_recalled() {
    let office = office();
    let lines = with(&TO_APPRAISAL, &[r#"03T09:00 complete tham-dinh cv1 "data": {"hopLe": true}"#]);
    let case = fold(&office, &lines);
    let returned =
        apply(&office, Some(&case), &event(r#"03T10:00 return ky gd "data": {"reason": "thiếu chữ ký"}"#)).unwrap();
    assert_eq!((open(&returned), returned.lead(&"tham-dinh".into())), (vec!["tham-dinh"], Some(&"cv1".into())));
    let recall = event(r#"03T10:00 recall tham-dinh cv1 "data": {"reason": "nhầm tệp"}"#);
    let recalled = apply(&office, Some(&case), &recall).unwrap();
    assert_eq!(open(&recalled), ["tham-dinh"]);
    let started = apply(&office, Some(&case), &event("03T09:30 start ky gd")).unwrap();
    assert_eq!(apply(&office, Some(&started), &recall).unwrap_err().code, Code::NothingToRecall);
    let stranger = event(r#"03T10:00 recall tham-dinh cv2 "data": {"reason": "x"}"#);
    assert_eq!(apply(&office, Some(&case), &stranger).unwrap_err().code, Code::HeldByOther);
}

#[test]
fn a_substitute_acts_in_the_right_of_the_holder() {
    let office = office();
    let mine = r#"02T09:00 assign tham-dinh gd "assignee": "cv2""#;
    let done = r#"03T09:00 complete tham-dinh cv2 "data": {"hopLe": true}"#;
    let case = fold(&office, &with(&TO_APPRAISAL[..3], &[mine, done]));
    let case =
        apply(&office, Some(&case), &event(r#"03T10:00 complete ky cv1 "data": {"outcome": "dong-y"}"#)).unwrap();
    let last = case.done.last().unwrap();
    assert_eq!((last.officer.as_ref(), last.principal.as_ref()), (Some(&"cv1".into()), Some(&"gd".into())));
}

#[test]
fn whoever_sends_a_step_on_may_name_who_gets_it() {
    let office = office();
    let assign = |who: &str| event(&format!(r#"02T08:20 assign tham-dinh {who} "assignee": "cv1""#));
    let case = fold(&office, &TO_APPRAISAL[..3]);
    let given = apply(&office, Some(&case), &assign("mc")).unwrap();
    assert_eq!(given.lead(&"tham-dinh".into()), Some(&"cv1".into()));
    let again = event(r#"02T08:21 assign tham-dinh mc "assignee": "cv2""#);
    assert_eq!(apply(&office, Some(&given), &again).unwrap_err().code, Code::HeldByOther);
    assert_eq!(apply(&office, Some(&case), &assign("cv9")).unwrap_err().lack, Some(Lack::OtherUnit));
}

#[test]
fn numbers_come_back_from_the_store_as_numbers() {
    let office = office();
    let received = r#"02T08:00 receive - mc "data": {"procedure": "2.001199", "tyLe": 12.5, "von": 9007199254740993, "ds": [0.1]}"#;
    let case = apply(&office, None, &event(received)).unwrap();
    let again: Case = parse(&canonical(&case).unwrap());
    assert_eq!(canonical(&again).unwrap(), canonical(&case).unwrap());
    let data = super::data::heard(&again.data);
    for rule in ["d.tyLe == 12.5", "d.tyLe > 12", "d.von == 9007199254740993", "d.ds.sum(x, x) < 0.2"] {
        let condition = crate::rule::Condition::parse(rule).unwrap();
        let context = crate::rule::Context { data: &[&data], ..Default::default() };
        assert_eq!(condition.holds(context), Ok(true), "{rule}");
    }
}

#[test]
fn stopping_and_reopening() {
    let office = office();
    let case = fold(&office, &with(&TO_APPRAISAL, &[r#"03T09:00 stop - citizen "data": {"reason": "rút hồ sơ"}"#]));
    assert_eq!(case.state, CaseState::Stopped);
    let reopen = |who: &str| event(&format!(r#"05T09:00 reopen tham-dinh {who} "data": {{"reason": "xem xét lại"}}"#));
    assert_eq!(apply(&office, Some(&case), &reopen("cv1")).unwrap_err().held_by, ["gd".into(), "pgd".into()]);
    let case = apply(&office, Some(&case), &reopen("gd")).unwrap();
    assert_eq!((case.state, open(&case)), (CaseState::Processing, vec!["tham-dinh"]));
    assert_eq!(case.clock.due.unwrap().due.to_string(), "2026-11-06T17:30:00+07:00");
}

#[test]
fn secret_matters_stay_outside() {
    let office = office();
    let secret =
        |level: &str, who: &str| event(&format!(r#"02T08:00 receive - {who} "data": {{"secrecy": "{level}"}}"#));
    assert_eq!(apply(&office, None, &secret("secret", "gd")).unwrap_err().code, Code::TooSecret);
    assert_eq!(apply(&office, None, &secret("confidential", "mc")).unwrap_err().lack, Some(Lack::Clearance));
    assert!(apply(&office, None, &secret("confidential", "gd")).is_ok());
}

#[test]
fn the_agenda_is_by_due_and_says_when_to_look_again() {
    let office = office();
    let case = fold(&office, &TO_APPRAISAL);
    let now = |text: &str| Instant::parse(text).unwrap();
    let mine = Who { officer: Some("cv1".into()), unit: None };
    let items = agenda(&office, std::slice::from_ref(&case), &mine, now("2026-11-02T15:00:00+07:00"));
    assert_eq!(items.len(), 1);
    assert_eq!((items[0].colour, items[0].held_working_seconds.0), (Colour::Green, (3 * 60 + 90) * 60));
    assert!(next_wake_up(&items).unwrap().at > now("2026-11-02T15:00:00+07:00"));
    let late = agenda(&office, std::slice::from_ref(&case), &mine, now("2026-11-05T08:00:00+07:00"));
    assert_eq!(late[0].colour, Colour::Red);
    let others = Who { officer: Some("cv2".into()), unit: None };
    assert!(agenda(&office, std::slice::from_ref(&case), &others, now("2026-11-05T08:00:00+07:00")).is_empty());
    let queue = fold(&office, &TO_APPRAISAL[..3]);
    assert_eq!(agenda(&office, std::slice::from_ref(&queue), &others, now("2026-11-05T08:00:00+07:00")).len(), 1);
}

#[test]
fn a_step_is_suggested_to_the_least_burdened_who_may_do_it() {
    let office = office();
    let case = fold(&office, &TO_APPRAISAL[..3]);
    let busy = fold(&office, &TO_APPRAISAL);
    let now = Instant::parse("2026-11-02T15:00:00+07:00").unwrap();
    let names = |step: &str, case: &Case| -> Vec<String> {
        let found = suggest(&office, case, &step.into(), std::slice::from_ref(&busy), now);
        found.iter().map(|one| format!("{} {}", one.officer, one.open)).collect()
    };
    assert_eq!(names("tham-dinh", &case), ["cv2 0", "cv1 1"]);
    let appraised =
        fold(&office, &with(&TO_APPRAISAL, &[r#"03T09:00 complete tham-dinh cv1 "data": {"hopLe": true}"#]));
    assert_eq!(names("ky", &appraised), ["gd 0", "pgd 0"], "cv1 could sign for gd, but did the appraisal");
}

#[test]
fn content_sends_a_step_to_its_desk_in_one_act() {
    let mut office = office();
    let spec: WorkflowSpec = parse(
        r#"{"steps": {
            "xu-ly": {"role": "chuyen-vien", "next": "end", "route": [
                {"when": "d.linhVuc == \"doanh-nghiep\"", "unit": "dkkd", "officer": "cv1"},
                {"when": "d.linhVuc == \"khac\"", "unit": "khac", "officer": "cv1"},
                {"unit": "khac"}]}}}"#,
    );
    office.workflow = Workflow::compile("thanh-lap".into(), spec, office.staff.organisation()).unwrap();
    for (field, unit, lead) in [("doanh-nghiep", "dkkd", Some("cv1")), ("khac", "khac", None), ("la", "khac", None)] {
        let line = format!(r#"02T08:00 receive - system "data": {{"procedure": "2.001199", "linhVuc": "{field}"}}"#);
        let case = apply(&office, None, &event(&line)).unwrap();
        assert_eq!(case.open_steps[0].unit.as_ref().map(UnitId::as_str), Some(unit), "{field}");
        assert_eq!(case.lead(&"xu-ly".into()).map(OfficerId::as_str), lead, "{field}");
    }
}
