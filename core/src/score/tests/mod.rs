//! Small periods, scored by hand.

use super::*;
use crate::base::error::{Code, Error, Faults};
use crate::base::exact::Rational;
use crate::base::ids::{CaseId, OfficerId, PolicyId, StepId, UnitId};
use crate::base::shape::{Cursor, Located, Shape};
use crate::base::text::Text;
use crate::base::time::{Instant, Seconds, Zone};
use crate::base::value::parse_json;
use crate::replay::finding::{Charge, Finding, FindingKind, Grade, Subject, SubjectKind};
use crate::replay::{Item, Part, Replay, Standing};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
mod counted_twice;
mod decisions;

const POLICY: &str = r#"{
    "title": "t",
    "components": {
        "general": {"title": "g", "weight": 30, "measure": "supplied"},
        "quantity": {"title": "a", "weight": "70/3", "measure": "completed"},
        "quality": {"title": "b", "weight": "70/3", "measure": "reviewed", "cuts": [{"finding": "failed", "each": "25%"}]},
        "progress": {"title": "c", "weight": "70/3", "measure": "kept", "cuts": [{"finding": ["late", "overdue_open"], "each": "25%"}]}
    },
    "bands": [
        {"id": "excellent", "title": "x", "from": 90}, {"id": "good", "title": "g", "from": 70},
        {"id": "completed", "title": "c", "from": 50}, {"id": "not_completed", "title": "n", "from": 0}
    ],
    "caps": [{"band": "excellent", "of": "good", "rate": "20%"}]
}"#;

fn compile(text: &str) -> Result<Policy, Vec<Code>> {
    let node = parse_json(text.as_bytes()).unwrap();
    let mut faults = Faults::new();
    let spec = Located::<PolicySpec>::read(&Cursor::root(&node, None), &mut faults);
    let policy = spec.and_then(|spec| Policy::compile(PolicyId::from("p"), &spec, &mut faults));
    policy.ok_or_else(|| faults.iter().map(Error::code).collect())
}

fn policy() -> Policy {
    compile(POLICY).unwrap()
}

fn period() -> Period {
    Period::parse("2026-10").unwrap()
}

fn item(officer: &str, number: usize, completed: bool, standing: Standing) -> Item {
    Item {
        case_id: CaseId::from(format!("case-{number}").as_str()),
        step: Some(StepId::from("x")),
        officer: Some(OfficerId::from(officer)),
        unit: Some(UnitId::from("u")),
        period: "2026-10".to_owned(),
        completed,
        standing,
        standing_recorded: standing,
        standing_original: standing,
        visits: 1,
        held_working_seconds: Seconds(0),
        charged_share: Rational::ZERO,
        charged_working_seconds: Seconds(0),
        findings: Vec::new(),
        events: Vec::new(),
    }
}

/// The share that some seconds are of a lateness of 10^6 s.
fn share_of(seconds: Seconds) -> Rational {
    Rational::new(i128::from(seconds.0), 1_000_000).unwrap()
}

/// What an officer is charged with.
fn charge(officer: &str, seconds: Seconds) -> Charge {
    let officer = OfficerId::from(officer);
    Charge { officer, steps: Vec::new(), share: share_of(seconds), charged_working_seconds: seconds }
}

/// A replay that has only items. Each case in which one is late has its finding, which charges the officers of its late
/// items, and concerns all of their items in the case.
fn replay_of(mut items: Vec<Item>) -> Replay {
    let mut late: BTreeMap<CaseId, Vec<OfficerId>> = BTreeMap::new();
    for item in items.iter_mut().filter(|item| item.standing == Standing::Late) {
        item.charged_working_seconds = Seconds(item.charged_working_seconds.0.max(3_600));
        item.charged_share = share_of(item.charged_working_seconds);
        late.entry(item.case_id.clone()).or_default().extend(item.officer.clone());
    }
    let mut findings = Vec::new();
    for (case, officers) in late {
        let of_case = || items.iter().filter(|item| item.case_id == case);
        let completed = of_case().all(|item| item.standing != Standing::Late || item.completed);
        let mut finding =
            about(if completed { FindingKind::Late } else { FindingKind::OverdueOpen }, case.as_str(), None);
        for officer in officers.iter().collect::<BTreeSet<_>>() {
            let theirs = of_case().filter(|item| item.officer.as_ref() == Some(officer));
            finding.charge.push(charge(officer.as_str(), theirs.map(|item| item.charged_working_seconds).sum()));
        }
        attach(&mut items, &finding);
        findings.push(finding);
    }
    Replay {
        as_of: Zone::vietnam().stamp(Instant::parse("2026-11-01T00:00:00+07:00").unwrap()),
        grade: Grade::Full,
        counts: Vec::new(),
        shares: Vec::new(),
        cases: Vec::new(),
        items,
        facts: Vec::new(),
        findings,
        not_assessed: Vec::new(),
        left_out: vec![Part::Cases],
        semantics: crate::SEMANTICS,
    }
}

/// A finding about a case.
fn about(kind: FindingKind, case: &str, step: Option<&str>) -> Finding {
    let subject = Subject { kind: SubjectKind::Case, id: case.to_owned() };
    Finding::new(kind, subject, step.map(StepId::from), 0, Text::same("late")).unwrap()
}

/// Lists a finding in the items that it concerns, as a replay does.
fn attach(items: &mut [Item], finding: &Finding) {
    for item in items.iter_mut().filter(|item| item.case_id.as_str() == finding.subject.id) {
        let charged = finding.charge.iter().any(|charge| Some(&charge.officer) == item.officer.as_ref());
        let named = finding.officer == item.officer && (finding.step.is_none() || finding.step == item.step);
        if item.step.is_none() || charged || named {
            item.findings.push(finding.id.clone());
        }
    }
}

fn score(replay: &Replay, policy: &Policy, period: Period, inputs: &Inputs) -> Result<Scores, Faults> {
    super::score(replay, policy, period, inputs, Cases::Replay(replay))
}

fn given(officer: &str, points: &str) -> PointsInput {
    let points = Rational::parse(points).unwrap();
    PointsInput {
        officer: OfficerId::from(officer),
        component: "general".to_owned(),
        points,
        decided_by: Some("director".to_owned()),
        note: None,
    }
}

fn inputs(text: &str) -> Inputs {
    serde_json::from_str(text).unwrap()
}

fn exact(text: &str) -> Rational {
    Rational::parse(text).unwrap()
}

#[test]
fn decree_335_by_hand() {
    // Four items: three in time, one late; all completed; one failed review; 27 of 30 given.
    let mut items: Vec<Item> = (0..3).map(|number| item("o1", number, true, Standing::OnTime)).collect();
    items.push(item("o1", 3, true, Standing::Late));
    let failure = FailureInput {
        officer: OfficerId::from("o1"),
        component: "quality".to_owned(),
        case_id: CaseId::from("case-0"),
        step: Some(StepId::from("x")),
        times: 1,
        decided_by: None,
        note: None,
    };
    let inputs = Inputs {
        points: vec![given("o1", "27")],
        reviewed: vec!["quality".to_owned()],
        failures: vec![failure],
        ..Inputs::default()
    };
    let cards = score(&replay_of(items), &policy(), period(), &inputs).unwrap().cards;
    let card = &cards[0];
    // 27 + 70/3 × (1 + 15/16 + 15/16) = 27 + 70/3 × 46/16 = 27 + 67 1/12
    assert_eq!(card.points.unwrap().exact, exact("1129/12"));
    assert_eq!((card.points.unwrap().thousandths, card.maximum.thousandths), (94_083, 100_000));
    assert_eq!(card.coverage, Rational::ONE);
    // Nobody is rated good, so nobody may be excellent.
    assert_eq!(card.rating.as_ref().unwrap().band, "good");
    assert!(!card.cap.as_ref().unwrap().kept);
    let lost: Vec<_> = card.losses.iter().map(|loss| (loss.rule.as_str(), loss.points.exact)).collect();
    assert_eq!(lost, [("given", exact("3")), ("failed", exact("70/48")), ("late", exact("70/48"))]);
    assert_eq!(card.losses[2].findings.len(), 1);
    let ratio = card.ratios.iter().find(|ratio| ratio.of == "progress").unwrap();
    assert_eq!((ratio.k, ratio.n), (3, 4));
}

#[test]
fn what_is_missing_is_neither_nothing_nor_full() {
    let items = vec![item("o1", 0, true, Standing::OnTime), item("o1", 1, true, Standing::NotAssessed)];
    let cards = score(&replay_of(items), &policy(), period(), &Inputs::default()).unwrap().cards;
    let card = &cards[0];
    assert_eq!((card.points.unwrap().exact, card.maximum.exact), (exact("140/3"), exact("140/3")));
    assert_eq!(card.coverage, exact("7/15"));
    let missing: Vec<_> = card.not_supplied.iter().map(|one| one.component.as_str()).collect();
    assert_eq!(missing, ["general", "quality"]);
    assert_eq!(card.components[1].left_out, 1);
    assert!(card.rating.is_none(), "no rating while something is missing");
    let provisional = POLICY.replace("\"title\": \"t\",", "\"title\": \"t\", \"rate\": \"assessed\", \"caps\": [],");
    let provisional =
        provisional.replace(",\n    \"caps\": [{\"band\": \"excellent\", \"of\": \"good\", \"rate\": \"20%\"}]", "");
    let cards = score(
        &replay_of(vec![item("o1", 0, true, Standing::OnTime)]),
        &compile(&provisional).unwrap(),
        period(),
        &Inputs::default(),
    );
    let rating = cards.unwrap().cards[0].rating.clone().unwrap();
    assert_eq!((rating.band.as_str(), rating.provisional), ("excellent", true));
}

#[test]
fn a_confirmed_cause_takes_nothing() {
    let replay = replay_of(vec![item("o1", 0, true, Standing::Late)]);
    let inputs =
        inputs(&format!(r#"{{"excused": [{{"finding": "{}", "decided_by": "director"}}]}}"#, replay.findings[0].id));
    let cards = score(&replay, &policy(), period(), &inputs).unwrap().cards;
    assert_eq!(cards[0].points.unwrap().exact, exact("140/3"));
    assert_eq!(cards[0].losses[0].points.exact, Rational::ZERO);
    assert!(cards[0].losses[0].reason.en.contains("director"));
}

/// Cards of officers whose points are `given` + 70.
fn rated(given_points: &[i64], cap: &str) -> Vec<Card> {
    let text = POLICY.replace(r#"{"band": "excellent", "of": "good", "rate": "20%"}"#, cap);
    let officers: Vec<String> = (0..given_points.len()).map(|number| format!("o{number:02}")).collect();
    let items = officers.iter().map(|officer| item(officer, 0, true, Standing::OnTime)).collect();
    let points =
        officers.iter().zip(given_points).map(|(officer, points)| given(officer, &points.to_string())).collect();
    let inputs = Inputs { points, reviewed: vec!["quality".to_owned()], ..Inputs::default() };
    score(&replay_of(items), &compile(&text).unwrap(), period(), &inputs).unwrap().cards
}

fn excellent(cards: &[Card]) -> usize {
    cards.iter().filter(|card| card.rating.as_ref().unwrap().band == "excellent").count()
}

#[test]
fn the_cap_and_its_base() {
    // Eight candidates and four good: of the final base, two of ten good ones; of the base before the cap, none of
    // four.
    let points = [30, 29, 28, 27, 26, 25, 24, 23, 10, 10, 10, 10];
    let cards = rated(&points, r#"{"band": "excellent", "of": "good", "rate": "20%"}"#);
    assert_eq!(excellent(&cards), 2);
    let cap = cards[2].cap.as_ref().unwrap();
    assert_eq!((cap.candidates, cap.base, cap.allowed, cap.place, cap.kept), (8, 10, 2, 3, false));
    assert_eq!(cards[2].rating.as_ref().unwrap().band, "good");
    assert_eq!(
        excellent(&rated(&points, r#"{"band": "excellent", "of": "good", "rate": "20%", "base": "before"}"#)),
        0
    );
    assert_eq!(excellent(&rated(&points, r#"{"band": "excellent", "rate": "30%"}"#)), 3);
    assert_eq!(excellent(&rated(&points, r#"{"band": "excellent", "rate": "30%", "round": "nearest"}"#)), 4);
}

#[test]
fn equals_at_the_edge() {
    let points = [30, 28, 28, 27, 26, 25, 24, 23, 10, 10, 10, 10];
    assert_eq!(excellent(&rated(&points, r#"{"band": "excellent", "of": "good", "rate": "20%"}"#)), 1);
    assert_eq!(excellent(&rated(&points, r#"{"band": "excellent", "of": "good", "rate": "20%", "ties": "stay"}"#)), 3);
}

#[test]
fn faults_of_policies_inputs_and_periods() {
    let whole = POLICY.replace("\"bands\"", "\"maximum\": 100, \"bands\"");
    let wrong = whole.replace("\"weight\": 30", "\"weight\": 31").replace("\"from\": 70", "\"from\": 95");
    let wrong =
        wrong.replace("\"rate\": \"20%\"", "\"rate\": \"120%\"").replace("\"of\": \"good\"", "\"of\": \"goood\"");
    let found = compile(&wrong).unwrap_err();
    assert_eq!(found, [Code::PolicyWeights, Code::PolicyBands, Code::PolicyShare, Code::UnknownReference]);
    // Policies that still add up, and ones that give nothing.
    for (old, new, code) in [
        (
            "\"weight\": 30, \"measure\": \"supplied\"}",
            "\"weight\": -30, \"measure\": \"supplied\"}, \"x\": {\"title\": \"x\", \"weight\": 60, \"measure\": \"supplied\"}",
            Code::OutOfRange,
        ),
        ("\"from\": 90", "\"from\": 190", Code::OutOfRange),
        ("\"id\": \"completed\"", "\"id\": \"good\"", Code::NamedTwice),
        ("\"of\": \"good\"", "\"of\": \"excellent\"", Code::NamedTwice),
        (
            "\"measure\": \"supplied\"",
            "\"measure\": \"supplied\", \"cuts\": [{\"finding\": \"late\", \"each\": \"5%\"}]",
            Code::WithoutEffect,
        ),
        ("\"finding\": \"failed\"", "\"finding\": \"late\"", Code::UnknownReference),
        // What no replay finds.
        ("\"overdue_open\"", "\"not_kept\"", Code::UnknownReference),
        ("\"overdue_open\"", "\"journal_cut\"", Code::UnknownReference),
    ] {
        assert_eq!(compile(&POLICY.replace(old, new)).unwrap_err(), [code], "{new}");
    }
    let codes = |period: &str, inputs: &Inputs, text: &str| -> Vec<Code> {
        let outcome = score(&replay_of(Vec::new()), &compile(text).unwrap(), Period::parse(period).unwrap(), inputs);
        outcome.map_or_else(|faults| faults.iter().map(Error::code).collect(), |_| Vec::new())
    };
    assert_eq!(codes("2026-Q4", &Inputs::default(), POLICY), [Code::PeriodMismatch]);
    let dated = POLICY.replace("\"title\": \"t\",", "\"title\": \"t\", \"in_force\": {\"from\": \"2026-10-02\"},");
    assert_eq!(codes("2026-10", &Inputs::default(), &dated), [Code::PeriodSplit]);
    let inputs = Inputs { points: vec![given("o1", "31")], reviewed: vec!["qualty".to_owned()], ..Inputs::default() };
    assert_eq!(codes("2026-10", &inputs, POLICY), [Code::PointsBeyond, Code::UnknownReference]);
}

fn any_item() -> impl Strategy<Value = (usize, bool, Standing)> {
    let standings = [Standing::OnTime, Standing::Late, Standing::Running, Standing::NotAssessed, Standing::Void];
    (0_usize..4, any::<bool>(), 0_usize..5).prop_map(move |(who, done, standing)| (who, done, standings[standing]))
}

proptest! {
    /// Every point below the maximum is a loss with its reason, and the amounts shown add up.
    #[test]
    fn losses_explain_every_shortfall(items in prop::collection::vec(any_item(), 0..60)) {
        let items = items.into_iter().enumerate();
        let items: Vec<Item> =
            items.map(|(number, (who, done, standing))| item(&format!("o{who}"), number, done, standing)).collect();
        let inputs = Inputs { points: vec![given("o1", "17.5")], ..Inputs::default() };
        let cards = score(&replay_of(items.clone()), &policy(), period(), &inputs).unwrap().cards;
        for card in &cards {
            let Some(points) = card.points else { continue };
            let lost = Rational::sum(card.losses.iter().map(|loss| loss.points.exact)).unwrap();
            prop_assert_eq!(card.maximum.exact.minus(points.exact), Some(lost));
            let shown: i64 = card.losses.iter().map(|loss| loss.points.thousandths).sum();
            prop_assert_eq!(card.maximum.thousandths - points.thousandths, shown);
            let parts: i64 = card.components.iter().map(|component| component.points.thousandths).sum();
            prop_assert_eq!(points.thousandths, parts);
        }
        let mut turned = items;
        turned.reverse();
        let hashes = |cards: Vec<Card>| cards.into_iter().map(|card| (card.officer, card.points)).collect::<Vec<_>>();
        let again = score(&replay_of(turned), &policy(), period(), &inputs).unwrap().cards;
        prop_assert_eq!(hashes(cards), hashes(again));
    }
}

#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
#[test]
fn the_shipped_policies_hold_together() {
    let office = crate::Office::shipped("vn.policies").unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(office.describe(&Default::default()).policies, ["ha-noi.3814.2018", "vn.nd335.2025"]);
}
