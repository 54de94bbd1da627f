//! Small logs, written as lines.

mod blocks;
mod process;
mod shards;

use super::*;
use crate::base::time::{Date, Instant, Seconds, Zone};
use crate::case::{ActorKind, Effect};
use crate::deadline::ClockAct;
use crate::log::columns::Identity;
use crate::log::{CaseCells, EventCells, Log};
use crate::replay::rules::Deadline;
use crate::workflow::Workflow;

/// Working time from 08:00 to 16:00 every day, one limit for all cases, one budget for all steps.
pub(crate) struct Plain {
    zone: Zone,
    thresholds: Thresholds,
    /// Working seconds from acceptance to due; `None` for no limit.
    pub(crate) limit: Option<i64>,
    pub(crate) budget: Option<i64>,
    pub(crate) workflow: Option<Workflow>,
}

pub(crate) struct DayShift;

impl Hours for DayShift {
    fn elapsed(&self, from: Instant, to: Instant) -> Seconds {
        let worked = |at: Instant| {
            let local = at.seconds() + 7 * 3600;
            local.div_euclid(86_400) * 28_800 + (local.rem_euclid(86_400) - 28_800).clamp(0, 28_800)
        };
        Seconds((worked(to) - worked(from)).max(0))
    }

    fn is_open(&self, at: Instant) -> bool {
        (28_800..57_600).contains(&(at.seconds() + 7 * 3600).rem_euclid(86_400))
    }
}

impl Plain {
    pub(crate) fn new(limit: Option<i64>, budget: Option<i64>) -> Self {
        Self { zone: Zone::vietnam(), thresholds: Thresholds::default(), limit, budget, workflow: None }
    }
}

impl ReplayRules for Plain {
    fn zone(&self) -> &Zone {
        &self.zone
    }
    fn thresholds(&self) -> &Thresholds {
        &self.thresholds
    }
    fn hours(&self, _: Option<&str>) -> &dyn Hours {
        &DayShift
    }
    fn promise(
        &self,
        _: &str,
        _: Option<&str>,
        _: Option<&str>,
        (_, at): (Date, Instant),
        _: &[ClockAct],
        _: &CaseData<'_>,
    ) -> Option<Promised> {
        let mut due = at;
        while DayShift.elapsed(at, due).0 < self.limit? {
            due = due.plus(Seconds(60));
        }
        Some(Promised { due: Deadline::recorded(due), yellow_from: None, statutory: None, committed: None })
    }
    fn workflow(&self, _: &str, _: Date) -> Option<&Workflow> {
        self.workflow.as_ref()
    }
    fn budget(&self, _: Option<&Workflow>, _: Option<&str>, _: &str) -> Option<Seconds> {
        self.budget.map(Seconds)
    }
}

/// An instant of October 2026: `01 09:00`.
pub(crate) fn at(text: &str) -> Instant {
    let (day, time) = text.split_once(' ').unwrap();
    Instant::parse(&format!("2026-10-{day}T{time}:00+07:00")).unwrap()
}

/// Lines `case | dd HH:mm | act | step | actor | assignee`; an actor `-` is nobody, `*x` a group, `!x` a program.
pub(crate) fn log_of(lines: &str) -> Log {
    let mut log = Log::default();
    for (number, line) in lines.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [case, when, act, step, actor, assignee] = cells[..] else { panic!("{line}") };
        let mut some = |name: &str| (name != "-").then(|| log.names.intern(name).unwrap());
        let id = some(case).unwrap();
        let (kind, actor) = match actor.strip_prefix('*') {
            Some(group) => (ActorKind::Group, group),
            None => actor.strip_prefix('!').map_or((ActorKind::Person, actor), |name| (ActorKind::System, name)),
        };
        let (step, actor, assignee) = (some(step), some(actor), some(assignee));
        let (event, name) = (some(&format!("e{}", number + 1)).unwrap(), some(act).unwrap());
        let procedure = some("p");
        if log.cases.id.last() != Some(&id) {
            log.cases.push(CaseCells { procedure, ..CaseCells::new(id) });
        }
        log.events.push(EventCells {
            case: u32::try_from(log.cases.len() - 1).unwrap(),
            id: Identity::Given(event),
            at: at(when),
            day_only: false,
            recorded_at: None,
            effect: Effect::from_name(act).unwrap(),
            act: name,
            step,
            actor,
            actor_kind: kind,
            on_behalf_of: None,
            assignee,
            unit: None,
        });
    }
    log
}

fn kinds(replay: &Replay) -> Vec<(&str, &str)> {
    replay.findings.iter().map(|finding| (finding.subject.id.as_str(), finding.kind.as_str())).collect()
}

fn measure(replay: &Replay, id: &str) -> i64 {
    replay.counts.iter().find(|count| count.id.as_str() == id).unwrap().count
}

fn share<'a>(replay: &'a Replay, id: &str) -> &'a Share {
    replay.shares.iter().find(|share| share.id.as_str() == id).unwrap()
}

#[test]
fn hand_overs_by_each_definition() {
    let log = log_of(
        "c1 | 01 08:00 | complete | x | a | -
         c1 | 01 09:00 | complete | y | b | -
         c1 | 01 10:00 | complete | y | *g | -
         c1 | 01 11:00 | complete | x | a | -
         c1 | 01 12:00 | complete | z | - | -
         c1 | 01 13:00 | complete | z | b | -
         c2 | 01 13:00 | complete | x | b | -",
    );
    let replay = replay(&Plain::new(None, None), &log, at("02 00:00"));
    // a→b, b→g, g→a; a pair with an event without an actor does not count.
    assert_eq!(measure(&replay, "handovers"), 3);
    assert_eq!(measure(&replay, "handovers_of_persons"), 1);
    // a→b, b→a, a→b once g and the event without an actor are left out.
    assert_eq!(measure(&replay, "handovers_between_persons"), 3);
    assert_eq!(measure(&replay, "returns"), 2);
    assert_eq!((measure(&replay, "resources"), measure(&replay, "persons")), (3, 2));
    assert_eq!((measure(&replay, "activities"), measure(&replay, "variants")), (3, 2));
    assert_eq!(kinds(&replay), [("c1", "ping_pong"), ("g", "not_a_person")]);
}

#[test]
fn a_missing_end_is_never_in_time() {
    let mut log = log_of(
        "c1 | 01 08:00 | complete | x | a | -
         c2 | 01 08:00 | complete | x | a | -
         c3 | 01 08:00 | complete | x | a | -
         c4 | 01 08:00 | complete | x | a | -
         c5 | 20 08:00 | complete | x | a | -",
    );
    log.cases.due_recorded =
        [Some(at("03 17:00")), Some(at("03 17:00")), Some(at("03 17:00")), None, None].into_iter().collect();
    log.cases.finished =
        [Some(at("03 17:00")), None, Some(at("04 08:30")), Some(at("02 08:00")), None].into_iter().collect();
    let replay = replay(&Plain::new(None, None), &log, at("10 00:00"));
    let recorded = share(&replay, "on_time_recorded");
    assert_eq!((recorded.numerator, recorded.denominator, recorded.late), (1, 2, 1));
    assert_eq!((recorded.not_finished, recorded.no_due, recorded.open_overdue), (1, 1, 1));
    let wide = share(&replay, "on_time_with_overdue");
    assert_eq!((wide.numerator, wide.denominator), (1, 3));
    assert_eq!(share(&replay, "on_time_recomputed").denominator, 0);
    assert_eq!(measure(&replay, "not_begun"), 1);
    assert_eq!(replay.open_at(at("03 18:00")), (2, 2));
    assert_eq!(replay.open_at(at("03 12:00")), (3, 0));
    let found = kinds(&replay);
    assert_eq!(found, [("c2", "overdue_open"), ("c2", "stuck"), ("c3", "late"), ("c4", "no_due")]);
}

#[test]
fn lateness_falls_on_who_overran() {
    // Limit 16 h, budget 8 h per step: x is held for 4 h, y for 20 h, so 8 h late, all of it charged to b.
    let log = log_of(
        "c1 | 01 08:00 | accept | - | d | -
         c1 | 01 08:00 | assign | x | d | a
         c1 | 01 12:00 | complete | x | a | -
         c1 | 01 12:00 | assign | y | d | b
         c1 | 03 16:00 | hand_over | y | b | -",
    );
    let replay = replay(&Plain::new(Some(57_600), Some(28_800)), &log, at("10 00:00"));
    let late = replay.findings.iter().find(|finding| finding.kind == FindingKind::Late).unwrap();
    assert_eq!((late.late_working_seconds, late.unattributed_working_seconds), (Seconds(28_800), Seconds(0)));
    let charge: Vec<_> =
        late.charge.iter().map(|charge| (charge.officer.as_str(), charge.charged_working_seconds.0)).collect();
    assert_eq!(charge, [("b", 28_800)]);
    let items: Vec<_> = replay
        .items
        .iter()
        .filter_map(|item| Some((item.step.as_ref()?.as_str(), item.standing, item.charged_working_seconds.0)))
        .collect();
    assert_eq!(items, [("x", Standing::OnTime, 0), ("y", Standing::Late, 28_800)]);
}

#[test]
fn of_a_day_without_a_time_only_what_is_certain_is_charged() {
    // Limit 8 h. Certainly a held x on day 2 alone, and nobody y; by the clock it would be 16 h and 8 h.
    let mut log = log_of(
        "c1 | 01 08:00 | accept | - | d | -
         c1 | 01 00:00 | assign | x | d | a
         c1 | 03 00:00 | complete | x | a | -
         c1 | 03 00:00 | assign | y | d | b
         c1 | 04 00:00 | hand_over | y | b | -",
    );
    log.events.day_only = [false, true, true, true, true].into_iter().collect();
    let of = |budget| {
        let replay = replay(&Plain::new(Some(28_800), Some(budget)), &log, at("10 00:00"));
        let late = replay.findings.iter().find(|finding| finding.kind == FindingKind::Late).unwrap();
        assert_eq!(late.late_working_seconds, Seconds(57_600));
        let charge: Vec<_> =
            late.charge.iter().map(|charge| (charge.officer.to_string(), charge.charged_working_seconds.0)).collect();
        let steps = replay.items.iter().filter(|item| item.step.is_some());
        (charge, late.unattributed_working_seconds.0, steps.map(|item| item.standing).collect::<Vec<_>>())
    };
    assert_eq!(of(28_800), (vec![], 57_600, vec![Standing::NotAssessed; 2]));
    // a is certainly over by 4 h, and 16 h are nobody's.
    assert_eq!(of(14_400), (vec![("a".to_owned(), 11_520)], 46_080, vec![Standing::Late, Standing::OnTime]));
}

#[test]
fn time_without_a_holder_falls_on_nobody() {
    // Held by a from day 1 to the end of day 2, by nobody on day 3, by a again on day 4.
    let lines = "c1 | 01 08:00 | accept | - | d | -
         c1 | 01 08:00 | assign | x | d | a
         c1 | 02 16:00 | complete | x | a | -
         c1 | 04 08:00 | assign | x | d | a
         c1 | 04 16:00 | hand_over | x | a | -";
    let log = log_of(lines);
    let with = replay(&Plain::new(Some(57_600), Some(14_400)), &log, at("10 00:00"));
    let late = with.findings.iter().find(|finding| finding.kind == FindingKind::Late).unwrap();
    // 16 h late; a is over by 20 h (24 less 4), nobody held it for 8: 16 × 20/28 and 16 × 8/28.
    assert_eq!(
        (late.charge[0].charged_working_seconds, late.unattributed_working_seconds),
        (Seconds(41_143), Seconds(16_457))
    );
    assert!(
        with.findings
            .iter()
            .any(|finding| finding.kind == FindingKind::Unassigned && finding.idle_working_seconds == Seconds(28_800))
    );
    let without = replay(&Plain::new(Some(57_600), None), &log, at("10 00:00"));
    let late = without.findings.iter().find(|finding| finding.kind == FindingKind::Late).unwrap();
    assert_eq!((late.charge.len(), late.unattributed_working_seconds), (0, Seconds(57_600)));
}

#[test]
fn to_and_fro_on_one_step() {
    let log = log_of(
        "c1 | 01 08:00 | assign | x | d | a
         c1 | 01 09:00 | forward | x | a | b
         c1 | 01 10:00 | forward | x | b | a
         c1 | 01 11:00 | forward | x | a | b
         c1 | 01 12:00 | complete | x | b | -
         c2 | 01 08:00 | complete | in | d | -
         c2 | 01 09:00 | complete | x | a | -
         c2 | 01 10:00 | complete | out | d | -",
    );
    let replay = replay(&Plain::new(None, None), &log, at("01 13:00"));
    let found: Vec<_> = replay.findings.iter().filter(|finding| finding.kind == FindingKind::PingPong).collect();
    assert_eq!(found.len(), 1, "a desk that takes in and hands out is no ping-pong");
    assert_eq!((found[0].subject.id.as_str(), found[0].count), ("c1", 2));
}

#[test]
fn outside_the_hours() {
    let log = log_of(
        "c1 | 01 19:00 | complete | x | a | -
         c1 | 02 02:30 | complete | ky | b | -
         c1 | 02 03:30 | complete | ky | !robot | -",
    );
    let replay = replay(&Plain::new(None, None), &log, at("02 09:00"));
    assert_eq!(kinds(&replay), [("c1", "at_night"), ("a", "out_of_hours"), ("b", "out_of_hours")]);
}

/// A case of three steps without gaps, held by a, b and c for this many minutes; the limit and the budgets are 8 h
/// each.
fn charged(minutes: [i64; 3]) -> (Vec<(String, i64)>, i64, i64) {
    let (mut log, mut time) = (log_of("c1 | 01 08:00 | accept | - | d | -"), at("01 08:00"));
    let [x, y, z, a, b, c] = ["x", "y", "z", "a", "b", "c"].map(|name| log.names.intern(name));
    let accept = log.events.row(0).unwrap();
    for (minutes, (step, officer)) in minutes.into_iter().zip([(x, a), (y, b), (z, c)]) {
        log.events.push(EventCells { at: time, effect: Effect::Assign, step, assignee: officer, ..accept });
        while minutes * 60 > 0 && DayShift.elapsed(log.events.at.last().copied().unwrap(), time).0 < minutes * 60 {
            time = time.plus(Seconds(60));
        }
        log.events.push(EventCells { at: time, effect: Effect::Complete, step, actor: officer, ..accept });
    }
    log.cases.finished = [Some(time)].into_iter().collect();
    let answer = replay(&Plain::new(Some(28_800), Some(7_200)), &log, at("30 00:00"));
    let late = answer.findings.into_iter().find(|finding| finding.kind == FindingKind::Late);
    late.map_or((Vec::new(), 0, 0), |late| {
        let charge =
            late.charge.iter().map(|charge| (charge.officer.to_string(), charge.charged_working_seconds.0)).collect();
        (charge, late.unattributed_working_seconds.0, late.late_working_seconds.0)
    })
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]
    #[test]
    fn the_laws_of_lateness(minutes in proptest::array::uniform3(1_i64..900), moved in 0_i64..300) {
        let (charge, unattributed, late) = charged(minutes);
        let of = |charge: &[(String, i64)], name: &str| charge.iter().find(|(one, _)| one == name).map_or(0, |(_, s)| *s);
        // Charges and the unattributed rest add up to the lateness.
        proptest::prop_assert_eq!(charge.iter().map(|(_, seconds)| seconds).sum::<i64>() + unattributed, late);
        for (name, minutes) in ["a", "b", "c"].into_iter().zip(minutes) {
            // Nobody is charged more than their overrun, and nothing if within budget.
            proptest::prop_assert!(of(&charge, name) <= (minutes * 60 - 7_200).max(0));
        }
        // A hand-over moved between a and b, both still over budget, changes c by at most one second of rounding.
        let [a, b, c] = minutes;
        if a - moved >= 120 && b >= 120 {
            let (after, _, _) = charged([a - moved, b + moved, c]);
            proptest::prop_assert!((of(&charge, "c") - of(&after, "c")).abs() <= 1);
        }
    }

    #[test]
    fn divided_without_rest(late in 0_i64..1_000_000, overruns in proptest::collection::vec(0_i64..100_000, 0..8), pool in 0_i64..100_000) {
        let (parts, rest) = attribution::divide(late, &overruns, pool);
        proptest::prop_assert_eq!(parts.iter().sum::<i64>() + rest, late);
        let total: i64 = overruns.iter().sum::<i64>() + pool;
        for (part, overrun) in parts.iter().zip(&overruns) {
            proptest::prop_assert!(part <= overrun);
            let exact = i128::from(late.min(total)) * i128::from(*overrun);
            proptest::prop_assert!(total == 0 || (i128::from(*part) * i128::from(total) - exact).abs() < i128::from(total));
        }
    }
}
