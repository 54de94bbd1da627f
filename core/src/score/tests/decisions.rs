//! What people decide: excuses, ratings set before caps, and entries that have no effect. And what one lateness costs.

use super::*;

const KEPT: &str = r#"{
    "title": "t", "item": "step",
    "components": {"c": {"title": "c", "weight": 100, "measure": "kept", "cuts": [{"finding": ["late", "overdue_open", "late_take_up"], "each": "25%"}]}},
    "bands": [{"id": "x", "title": "x", "from": 0}]
}"#;

const GIVEN: &str = r#"{
    "title": "t", "item": "case", "group": "office",
    "components": {"all": {"title": "c", "weight": 100, "measure": "supplied"}},
    "bands": [
        {"id": "excellent", "title": "x", "from": 90}, {"id": "good", "title": "g", "from": 70},
        {"id": "completed", "title": "c", "from": 50}, {"id": "not_completed", "title": "n", "from": 0}
    ],
    "caps": [{"band": "excellent", "of": "good", "rate": "20%"}]
}"#;

/// An item of one officer at one step of one case.
fn at(officer: &str, case: &str, step: &str, charged: i64) -> Item {
    let standing = if charged > 0 { Standing::Late } else { Standing::OnTime };
    Item {
        case_id: CaseId::from(case),
        step: Some(StepId::from(step)),
        charged_share: share_of(Seconds(charged)),
        charged_working_seconds: Seconds(charged),
        ..item(officer, 0, true, standing)
    }
}

/// The thousandths of points of each officer, in order.
fn points(replay: &Replay, policy: &str, text: &str) -> Vec<i64> {
    let scores = score(replay, &compile(policy).unwrap(), period(), &inputs(text)).unwrap();
    assert_eq!(scores.unused, [], "{text}");
    scores.cards.iter().map(|card| card.points.unwrap().thousandths).collect()
}

/// The pointers of what had no effect, with the reasons in English.
fn unused(replay: &Replay, policy: &str, text: &str) -> Vec<(String, String)> {
    let scores = score(replay, &compile(policy).unwrap(), period(), &inputs(text)).unwrap();
    scores.unused.into_iter().map(|one| (one.pointer, one.text.en)).collect()
}

fn excused(fields: &str) -> String {
    format!(r#"{{"excused": [{{{fields}, "decided_by": "director"}}]}}"#)
}

/// B and C are late in c1 by their own overrun, C in c2 as well.
fn two_late() -> Replay {
    replay_of(vec![at("B", "c1", "xu-ly", 22_400), at("C", "c1", "ky", 6_400), at("C", "c2", "ky", 3_600)])
}

#[test]
fn an_excuse_frees_whom_it_names() {
    let replay = two_late();
    let id = &replay.findings[0].id;
    for (fields, expected) in [
        (format!(r#""finding": "{id}", "officer": "B""#), [100_000, 75_000]),
        (format!(r#""finding": "{id}""#), [100_000, 87_500]),
        (r#""case_id": "c1", "officer": "C""#.to_owned(), [75_000, 87_500]),
        (r#""case_id": "c1", "step": "ky""#.to_owned(), [75_000, 87_500]),
        (r#""case_id": "c1", "kinds": ["overdue_open", "stuck"]"#.to_owned(), [100_000, 87_500]),
        (r#""case_id": "c2""#.to_owned(), [75_000, 87_500]),
    ] {
        assert_eq!(points(&replay, KEPT, &excused(&fields)), expected, "{fields}");
    }
    let scores = score(&replay, &compile(KEPT).unwrap(), period(), &inputs(&excused(r#""case_id": "c1""#))).unwrap();
    let loss = &scores.cards[0].losses[0];
    assert_eq!((loss.points.exact, loss.findings.len()), (Rational::ZERO, 1));
    assert!(loss.reason.en.contains("director"), "the card says who decided");
}

#[test]
fn an_excuse_outlasts_the_identifier_of_the_finding() {
    let mut open = two_late();
    for item in &mut open.items {
        item.completed = false;
    }
    let open = replay_of(open.items.into_iter().map(|item| Item { findings: Vec::new(), ..item }).collect());
    let finished = two_late();
    let (before, after) = (&open.findings[0], &finished.findings[0]);
    assert_eq!((before.kind, after.kind), (FindingKind::OverdueOpen, FindingKind::Late));
    assert_ne!(before.id, after.id);
    let by_id = |finding: &Finding| excused(&format!(r#""finding": "{}", "officer": "B""#, finding.id));
    assert_eq!(points(&finished, KEPT, &by_id(before)), [100_000, 75_000]);
    // And back, where a finished case is opened again.
    assert_eq!(points(&open, KEPT, &by_id(after)), [100_000, 75_000]);
}

#[test]
fn open_work_that_is_excused_is_not_counted_as_missed() {
    let policy = KEPT.replace(
        "\"kept\", \"cuts\": [{\"finding\": [\"late\", \"overdue_open\", \"late_take_up\"], \"each\": \"25%\"}]",
        "\"completed\"",
    );
    let open = Item { completed: false, ..at("B", "c1", "xu-ly", 3_600) };
    let replay = replay_of(vec![open, at("B", "c2", "xu-ly", 0)]);
    assert_eq!(points(&replay, &policy, "{}"), [50_000]);
    assert_eq!(points(&replay, &policy, &excused(r#""case_id": "c1""#)), [100_000]);
}

#[test]
fn a_cause_that_began_too_late_excuses_nothing() {
    let mut replay = two_late();
    replay.findings[0].until = Some(serde_json::from_str(r#""2026-10-05T17:30:00+07:00""#).unwrap());
    let spell = |start: &str| excused(&format!(r#""case_id": "c1", "start": "2026-10-{start}+07:00""#));
    assert_eq!(points(&replay, KEPT, &spell("05T17:30:00")), [100_000, 87_500]);
    let [(pointer, text)] = &unused(&replay, KEPT, &spell("06T08:00:00"))[..] else { panic!("one is unused") };
    assert_eq!(pointer, "/inputs/excused/0");
    assert!(text.contains("after") && text.contains("c1"), "{text}");
}

#[test]
fn one_lateness_cuts_once() {
    // A overran at `nhan` and was in time at `tra`.
    let replay = replay_of(vec![at("A", "c1", "nhan", 28_800), at("A", "c1", "tra", 0)]);
    assert_eq!(points(&replay, KEPT, "{}"), [87_500]);
    let cards = score(&replay, &compile(KEPT).unwrap(), period(), &Inputs::default()).unwrap().cards;
    let steps: Vec<_> = cards[0].losses.iter().filter_map(|loss| loss.step.as_ref()).map(StepId::as_str).collect();
    assert_eq!(steps, ["nhan"]);
    // A charge that arose in no item in particular is borne in one: the most charged, else the first by name.
    for (charged, step) in [([0, 0, 0], "a"), ([60, 0, 120], "c")] {
        let steps = ["b", "a", "c"].into_iter().zip(charged);
        let mut items: Vec<Item> = steps.map(|(step, charged)| at("A", "c1", step, charged)).collect();
        let mut finding = about(FindingKind::LateTakeUp, "c1", None);
        finding.charge.push(charge("A", Seconds(60)));
        attach(&mut items, &finding);
        let mut replay = replay_of(Vec::new());
        (replay.items, replay.findings) = (items, vec![finding]);
        let cards = score(&replay, &compile(KEPT).unwrap(), period(), &Inputs::default()).unwrap().cards;
        let steps: Vec<_> = cards[0].losses.iter().filter_map(|loss| loss.step.as_ref()).map(StepId::as_str).collect();
        assert_eq!(steps, [step]);
    }
}

#[test]
fn one_lateness_under_several_limits_cuts_once() {
    let cuts = r#"[{"finding": ["late", "late_statutory", "late_committed"], "each": "50%"}]"#;
    let policy = KEPT
        .replace("\"step\"", "\"case\"")
        .replace("[{\"finding\": [\"late\", \"overdue_open\", \"late_take_up\"], \"each\": \"25%\"}]", cuts);
    let mut replay = replay_of(vec![Item { step: None, ..at("A", "c1", "", 3_600) }]);
    for kind in [FindingKind::LateCommitted, FindingKind::LateStatutory] {
        let finding = about(kind, "c1", None);
        attach(&mut replay.items, &finding);
        replay.findings.push(finding);
    }
    assert_eq!(points(&replay, &policy, "{}"), [50_000]);
    let cards = score(&replay, &compile(&policy).unwrap(), period(), &Inputs::default()).unwrap().cards;
    let lost: Vec<_> = cards[0].losses.iter().map(|loss| (loss.rule.as_str(), loss.points.thousandths)).collect();
    assert_eq!(lost, [("late", 50_000)]);
    // An excuse of one of them is one of the lateness.
    assert_eq!(points(&replay, &policy, &excused(r#""case_id": "c1", "kinds": ["late"]"#)), [100_000]);
}

#[test]
fn by_case_nobody_bears_what_another_is_charged_with() {
    let policy = KEPT.replace("\"step\"", "\"case\"");
    let whole = |charged: Option<&str>| {
        let mut replay = replay_of(vec![Item { step: None, ..at("A", "c1", "", 3_600) }]);
        let charge = charged.map(|who| charge(who, Seconds(3_600)));
        replay.findings[0].charge = charge.into_iter().collect();
        replay
    };
    assert_eq!(points(&whole(Some("A")), &policy, "{}"), [75_000]);
    assert_eq!(points(&whole(Some("B")), &policy, "{}"), [100_000]);
    // The log does not say who was late: the register says who answers for the case.
    assert_eq!(points(&whole(None), &policy, "{}"), [75_000]);
    let mut replay = whole(Some("B"));
    let statutory = about(FindingKind::LateStatutory, "c1", None);
    attach(&mut replay.items, &statutory);
    replay.findings.push(statutory);
    let policy = policy.replace("\"overdue_open\"", "\"late_statutory\"");
    assert_eq!(points(&replay, &policy, "{}"), [100_000], "the same lateness by another limit");
}

/// The bands of officers o0, o1, … with these points, where some have a band by decision.
fn bands(given: &[i64], decided: &[(usize, &str)]) -> Vec<String> {
    let points = given.iter().enumerate().map(|(number, points)| PointsInput {
        component: "all".to_owned(),
        ..super::given(&format!("o{number}"), &points.to_string())
    });
    let overrides = decided.iter().map(|(number, band)| OverrideInput {
        officer: OfficerId::from(format!("o{number}").as_str()),
        band: (*band).to_owned(),
        decided_by: "committee".to_owned(),
        note: None,
        source: None,
    });
    let inputs = Inputs { points: points.collect(), overrides: overrides.collect(), ..Inputs::default() };
    let cards = score(&replay_of(Vec::new()), &compile(GIVEN).unwrap(), period(), &inputs).unwrap().cards;
    for (number, _) in decided {
        assert!(cards[*number].cap.is_none(), "a cap does not touch what was decided");
    }
    cards.into_iter().map(|card| card.rating.unwrap().band).collect()
}

#[test]
fn a_rating_set_by_decision_comes_before_the_cap() {
    // Six are left for the one place that 20% of five good ones give.
    let bands_of = bands(&[99, 97, 96, 95, 93, 92, 91], &[(0, "not_completed")]);
    assert_eq!(bands_of, ["not_completed", "excellent", "good", "good", "good", "good", "good"]);
    // Excellent by decision takes no place.
    let bands_of = bands(&[60, 97, 96, 95, 93, 92, 91], &[(0, "excellent")]);
    assert_eq!(bands_of, ["excellent", "excellent", "good", "good", "good", "good", "good"]);
    // Good by decision counts among the good ones.
    let bands_of = bands(&[60, 97, 96, 95, 93, 92], &[(0, "good")]);
    assert_eq!(bands_of, ["good", "excellent", "good", "good", "good", "good"]);
    let bands_of = bands(&[99, 97, 96, 95, 93], &[(0, "not_completed")]);
    assert_eq!(bands_of, ["not_completed", "good", "good", "good", "good"], "20% of four is no place");
}

#[test]
fn what_has_no_effect_is_named() {
    let mut replay = two_late();
    replay.items.push(Item { completed: false, ..at("D", "c3", "ky", 0) });
    let reviewed = KEPT
        .replace("\"kept\"", "\"reviewed\"")
        .replace("[\"late\", \"overdue_open\", \"late_take_up\"]", "\"failed\"");
    let failure = |more: &str| format!(r#"{{"reviewed": ["c"], "failures": [{{"component": "c", {more}}}]}}"#);
    for (policy, text, pointer, says) in [
        (KEPT, excused(r#""finding": "ffffffffffffffff""#), "/excused/0", "ffffffffffffffff"),
        (KEPT, excused(r#""case_id": "c9""#), "/excused/0", "c9` has no item"),
        (KEPT, excused(r#""case_id": "c1", "officer": "D""#), "/excused/0", "`D` has no item at the case `c1`"),
        (KEPT, excused(r#""case_id": "c1", "officer": "B", "step": "ky""#), "/excused/0", "`B` loses no points"),
        (KEPT, excused(r#""case_id": "c1", "kinds": ["stuck"]"#), "/excused/0", "nobody loses points"),
        (KEPT, excused(r#""case_id": "c3""#), "/excused/0", "nobody loses points"),
        (&reviewed, failure(r#""officer": "X", "case_id": "c1", "step": "ky""#), "/failures/0", "`X` has no item"),
        (&reviewed, failure(r#""officer": "C", "case_id": "c1""#), "/failures/0", "name the step"),
        (&reviewed, failure(r#""officer": "D", "case_id": "c3", "step": "ky""#), "/failures/0", "is not done"),
        (
            &reviewed,
            failure(r#""officer": "C", "case_id": "c1", "step": "ky""#).replace(r#""reviewed": ["c"], "#, ""),
            "/failures/0",
            "not listed",
        ),
        (
            KEPT,
            r#"{"overrides": [{"officer": "X", "band": "x", "decided_by": "d"}]}"#.to_owned(),
            "/overrides/0",
            "`X`",
        ),
        (KEPT, r#"{"groups": {"X/Y": "g"}}"#.to_owned(), "/groups/X~1Y", "`X/Y`"),
        (KEPT, r#"{"outstanding": ["u"]}"#.to_owned(), "/outstanding/0", "no other rate"),
    ] {
        let found = unused(&replay, policy, &text);
        assert!(
            found.len() == 1 && found[0].0 == format!("/inputs{pointer}") && found[0].1.contains(says),
            "{text}: {found:?}"
        );
    }
    let none = unused(&replay_of(Vec::new()), &reviewed, r#"{"reviewed": ["c"]}"#);
    assert_eq!(none[0].0, "/inputs/reviewed/0");
    let failed = points(
        &replay_of(vec![at("C", "c1", "ky", 0)]),
        &reviewed,
        &failure(r#""officer": "C", "case_id": "c1", "step": "ky""#),
    );
    assert_eq!(failed, [75_000]);
}

#[test]
fn what_can_have_no_effect_is_refused() {
    let both = r#"{"excused": [{"case_id": "c1", "finding": "f", "decided_by": "d"}]}"#;
    let reversed = r#""case_id": "c1", "start": "2026-10-06T08:00:00+07:00", "end": "2026-10-05T08:00:00+07:00""#;
    let given = r#"{"officer": "A", "component": "all", "points": 1, "decided_by": "d"}"#;
    let decided = r#"{"officer": "A", "band": "good", "decided_by": "d"}"#;
    for (policy, text, code, pointer) in [
        (KEPT, both.to_owned(), Code::OneOfTwo, "/excused/0"),
        (KEPT, excused(r#""officer": "A""#), Code::OneOfTwo, "/excused/0"),
        (KEPT, excused(reversed), Code::EndsBeforeItBegins, "/excused/0/end"),
        (KEPT, r#"{"reviewed": ["c"]}"#.to_owned(), Code::WithoutEffect, "/reviewed/0"),
        (KEPT, format!(r#"{{"points": [{}]}}"#, given.replace("all", "c")), Code::WithoutEffect, "/points/0/component"),
        (KEPT, format!(r#"{{"points": [{given}]}}"#), Code::UnknownReference, "/points/0/component"),
        (GIVEN, format!(r#"{{"points": [{given}, {given}]}}"#), Code::NamedTwice, "/points/1"),
        (GIVEN, format!(r#"{{"overrides": [{decided}, {decided}]}}"#), Code::NamedTwice, "/overrides/1"),
        (
            GIVEN,
            r#"{"failures": [{"officer": "A", "component": "all", "case_id": "c1"}]}"#.to_owned(),
            Code::WithoutEffect,
            "/failures/0/component",
        ),
    ] {
        let faults = score(&two_late(), &compile(policy).unwrap(), period(), &inputs(&text)).unwrap_err();
        let found: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.place().pointer.clone().unwrap())).collect();
        assert_eq!(found, [(code, format!("/inputs{pointer}"))], "{text}");
    }
    let reviewed = POLICY;
    let times = r#"{"failures": [{"officer": "A", "component": "quality", "case_id": "c1", "times": 0}]}"#;
    let faults = score(&two_late(), &compile(reviewed).unwrap(), period(), &inputs(times)).unwrap_err();
    assert_eq!(faults.iter().map(Error::code).collect::<Vec<_>>(), [Code::OutOfRange]);
}

/// Items at two steps of each of four cases, by three officers, with charges.
fn any_items() -> impl Strategy<Value = Vec<Item>> {
    let one = |case: usize, step: usize| {
        (0_usize..3, prop_oneof![Just(0_i64), 1_i64..9_000], any::<bool>()).prop_map(
            move |(who, charged, completed)| Item {
                completed,
                ..at(&format!("o{who}"), &format!("c{case}"), &format!("s{step}"), charged)
            },
        )
    };
    let items: Vec<_> =
        (0..4).flat_map(|case| (0..3).map(move |step| (case, step))).map(|(case, step)| one(case, step)).collect();
    // An officer has one item at a step of a case; here steps differ.
    items.prop_map(|items| items)
}

/// An excuse of one case, or of the lateness of one case by a finding, for an officer or for all.
fn any_excuse() -> impl Strategy<Value = (Option<usize>, String)> {
    let officer = prop::option::of(0_usize..3);
    let step = prop::option::of(0_usize..3);
    (officer, step, 0_usize..4, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(officer, step, case, by_case, open, kinds)| {
            let kind = if open { FindingKind::OverdueOpen } else { FindingKind::Late };
            let mut text = if by_case {
                format!(r#"{{"case_id": "c{case}""#)
            } else {
                format!(r#"{{"finding": "{}""#, about(kind, &format!("c{case}"), None).id)
            };
            if let Some(officer) = officer {
                text += &format!(r#", "officer": "o{officer}""#);
            }
            if let Some(step) = step {
                text += &format!(r#", "step": "s{step}""#);
            }
            if kinds {
                text += r#", "kinds": ["late"]"#;
            }
            (officer, text + r#", "decided_by": "d"}"#)
        },
    )
}

const BOTH: &str = r#"{
    "title": "t", "item": "step",
    "components": {
        "a": {"title": "a", "weight": 50, "measure": "completed"},
        "c": {"title": "c", "weight": 50, "measure": "kept", "cuts": [{"finding": ["late", "overdue_open"], "each": "25%"}]}
    },
    "bands": [{"id": "x", "title": "x", "from": 0}]
}"#;

fn with_excuses<'a>(excuses: impl IntoIterator<Item = &'a (Option<usize>, String)>) -> Inputs {
    let list: Vec<&str> = excuses.into_iter().map(|(_, text)| text.as_str()).collect();
    inputs(&format!(r#"{{"excused": [{}]}}"#, list.join(",")))
}

proptest! {
    /// An excuse for one officer leaves the cards of all others as they were, and lowers nobody's points; the order of
    /// excuses does not matter; each either changes something or is named as unused.
    #[test]
    fn excuses_free_and_nothing_else(items in any_items(), excuses in prop::collection::vec(any_excuse(), 1..5)) {
        let (replay, policy) = (replay_of(items), compile(BOTH).unwrap());
        let cards = |inputs: &Inputs| score(&replay, &policy, period(), inputs).unwrap();
        let nothing = Rational::ZERO;
        let reached = |card: &Card| card.points.map_or(nothing, |points| points.exact);
        for count in 0..excuses.len() {
            let (before, after) = (cards(&with_excuses(&excuses[..count])), cards(&with_excuses(&excuses[..=count])));
            let freed = excuses[count].0.map(|officer| format!("o{officer}"));
            for (one, other) in before.cards.iter().zip(&after.cards) {
                prop_assert!(reached(one) <= reached(other));
                if freed.as_ref().is_some_and(|freed| one.officer.as_str() != freed) {
                    prop_assert_eq!(one, other);
                }
            }
            let alone = cards(&with_excuses(&excuses[count..=count]));
            let none = cards(&Inputs::default());
            prop_assert_eq!(alone.unused.is_empty(), alone.cards != none.cards);
        }
        let forward = cards(&with_excuses(&excuses));
        let backward = cards(&with_excuses(excuses.iter().rev()));
        prop_assert_eq!(&forward.cards, &backward.cards);
        prop_assert_eq!(forward.unused.len(), backward.unused.len());
    }

    /// Nobody who is charged with nothing loses a point to a cut, and no item is cut twice for a lateness.
    #[test]
    fn who_is_not_charged_is_not_cut(items in any_items()) {
        let replay = replay_of(items);
        for card in score(&replay, &compile(KEPT).unwrap(), period(), &Inputs::default()).unwrap().cards {
            let charged = replay.items.iter().filter(|item| item.officer.as_ref() == Some(&card.officer) && item.charged_share > Rational::ZERO);
            prop_assert_eq!(card.losses.len(), charged.count());
        }
    }
}
