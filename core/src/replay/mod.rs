//! Replay (*phát lại*): derives states, facts and findings from a log of any system.
//!
//! Each case is replayed once, as of an instant; later events are ignored. What a log does not record is not assessed,
//! and the answer says so; it never counts as kept or as broken.

mod align;
mod answer;
mod conformance;
mod counts;
mod delaying;
mod case_history;
pub(crate) mod facts;
pub(crate) mod finding;
mod find;
mod hold;
mod items;
mod messages;
mod month;
mod names;
mod on_time;
mod profile;
mod rules;
mod attribution;
mod survey;
mod scope;
mod setting;
mod words;

pub(crate) use answer::Unassessed;
pub use answer::{Count, HoldSpan, Item, NotAssessed, Part, Replay, ReplayedCase, TakenUp};
pub use case_history::{Origin, State};
pub use counts::CountId;
pub(crate) use facts::FactTable;
pub use finding::{Charge, Dimension, Fact, FactKind, Finding, FindingKind, Grade, Subject, SubjectKind};
pub(crate) use month::Month;
pub use on_time::{Share, ShareId, Standing};
pub use profile::{Midnights, Profile};
pub(crate) use rules::{CaseData, Hours, Promised, ReplayRules, RoundTheClock, Thresholds};
pub(crate) use scope::ReplayScope;

use crate::base::text::Text;
use crate::base::time::{Instant, Seconds};
use crate::deadline::Colour;
use crate::log::Log;
use crate::replay::finding::Family;
use attribution::{Missed, attribute_lateness};
use case_history::{CaseHistory, Folder};
use conformance::Plans;
use find::{Accounts, FindContext, OutOfHours, midnight_times};
use names::Ids;
use on_time::{By, DayColumns, Shares};
use scope::Findings;

/// Replays a log as of an instant.
pub(crate) fn replay(rules: &dyn ReplayRules, log: &Log, as_of: Instant) -> Replay {
    replay_parts(rules, log, as_of, &ReplayScope::parts(None))
}

/// Replays a log as of an instant, in the given scope; parts not asked for are empty and named in `left_out`.
pub(crate) fn replay_parts(rules: &dyn ReplayRules, log: &Log, as_of: Instant, wanted: &ReplayScope) -> Replay {
    let ids = Ids::new(rules, log);
    let (answer, facts) = run(rules, &ids, log, as_of, wanted);
    Replay { facts: facts.facts(&ids), ..answer }
}

/// The facts of a log as of an instant, in columns, with the counts and rates. A shard is judged by the profile of the
/// whole log.
pub(crate) fn fact_table(
    rules: &dyn ReplayRules,
    log: &Log,
    as_of: Instant,
    profile: Option<Profile>,
) -> (Replay, FactTable) {
    let (answer, facts) =
        run(rules, &Ids::new(rules, log), log, as_of, &ReplayScope::parts(Some(&[Part::Facts])).with_profile(profile));
    (Replay { left_out: Part::ALL.iter().map(|(_, part)| *part).collect(), ..answer }, facts)
}

/// Replays every case once; the caller only has to name the facts.
fn run<'a>(
    rules: &'a dyn ReplayRules,
    ids: &'a Ids<'a>,
    log: &'a Log,
    as_of: Instant,
    wanted: &ReplayScope,
) -> (Replay, FactTable) {
    let (zone, midnight_ppm) = (rules.zone(), rules.thresholds().midnight_ppm);
    let profile = wanted.profile.clone().unwrap_or_else(|| Profile::of(rules, log, as_of));
    let days = DayColumns {
        recorded: profile.due_recorded.are_days(midnight_ppm),
        original: profile.due_original.are_days(midnight_ppm),
    };
    let context = FindContext { rules, log, ids, profile: &profile };
    let (mut folder, mut plans) = (Folder::new(rules, (log, &ids.names), as_of, &profile), Plans::new(log, &profile));
    let (mut counts, mut shares) = (counts::Counts::default(), Shares::default());
    let (mut items, mut cases, mut findings) = (items::Items::new(wanted), Vec::new(), Vec::new());
    let (mut accounts, mut out_of_hours) = (Accounts::default(), OutOfHours::default());
    let (mut gaps, mut found) = (Gaps::default(), Vec::new());
    for (row, span) in log.spans().into_iter().enumerate() {
        let Some(course) = folder.fold(row, span) else {
            counts.skip();
            continue;
        };
        let month = items::month_of(&course, zone);
        if wanted.skips_month(month) {
            continue;
        }
        counts.see(&course);
        shares.see(&course, days, zone);
        gaps.see(&course);
        let missed = course.deadline().and_then(|due| Some(Missed { due: due.at, late: course.late_by(due)? }));
        let attribution = attribute_lateness(&course, (rules, &ids.names), course.span(), missed);
        let late = missed.map(|missed| missed.late).unwrap_or_default();
        let finds = |family: Family| wanted.finds(|kind| kind.family() == family, month);
        if wanted.finds(|_| true, month) {
            let procedure =
                course.cells.procedure.map(|symbol| ids.names.name(symbol)).or_else(|| rules.only_procedure());
            let workflow = procedure.and_then(|procedure| rules.workflow(procedure, course.anchor_day(zone)));
            let plan = workflow.map(|workflow| plans.of(workflow));
            find::in_case(&context, &course, plan, &attribution, finds, &mut found);
        }
        items.see(&course, &attribution, &found, days, month, (ids, zone));
        if wanted.findings == Findings::All {
            accounts.see(&context, &course);
            out_of_hours.see(&context, &course);
        }
        if wanted.cases {
            cases.push(state_of(&course, late, days, (ids, rules)));
        }
        findings.append(&mut found);
    }
    if wanted.findings == Findings::All {
        findings.extend(out_of_hours.findings(&context));
        findings.extend(accounts.findings(&context));
        findings.extend(profile.events.are_days(midnight_ppm).then(midnight_times).flatten());
    }
    let (items, facts) = items.finish(&ids.names);
    let answer = Replay {
        as_of: zone.stamp(as_of),
        grade: profile.grade,
        counts: counts.into_list(),
        shares: shares.into_shares(),
        cases,
        items,
        facts: Vec::new(),
        findings,
        not_assessed: not_assessed(&profile, gaps),
        left_out: wanted.left_out.clone(),
        semantics: crate::base::canon::SEMANTICS,
    };
    (answer, facts)
}

impl Replay {
    /// How many cases were open at an instant not later than that of the replay, and how many of those were past the
    /// due that counts. It uses the final states, so later changes of a due are included.
    pub fn open_at(&self, at: Instant) -> (usize, usize) {
        let open = self.cases.iter().filter(|case| {
            let begun = case.begun.is_some_and(|begun| begun.at <= at);
            let ended = case.finished.or(case.stopped).is_some_and(|ended| ended.at <= at);
            begun && !ended
        });
        let overdue = |case: &&ReplayedCase| case.due.or(case.due_recorded).is_some_and(|due| due.at < at);
        let (mut count, mut late) = (0, 0);
        for case in open {
            count += 1;
            late += usize::from(overdue(&case));
        }
        (count, late)
    }
}

/// The state of a case.
fn state_of(
    course: &CaseHistory<'_>,
    late: Seconds,
    days: DayColumns,
    (ids, rules): (&Ids<'_>, &dyn ReplayRules),
) -> ReplayedCase {
    let zone = rules.zone();
    let stamp = |at: Option<Instant>| at.map(|at| zone.stamp(at));
    let holds = course.holds.iter().map(|hold| HoldSpan {
        step: ids.step(hold.step),
        officer: ids.officer(hold.officer),
        kind: hold.kind,
        since: zone.stamp(hold.since),
        until: stamp(hold.until),
        working_seconds: course.held(hold),
        presumed: hold.presumed,
    });
    ReplayedCase {
        case_id: ids.case(course.cells.id),
        procedure: ids.procedure(course.cells.procedure),
        unit: ids.unit(course.unit()),
        responsible: ids.officer(course.cells.responsible),
        state: course.state,
        grade: course.grade,
        begun: stamp(course.begun),
        accepted: stamp(course.accepted.map(|known| known.at)),
        accepted_by: course.accepted.map(|known| known.by),
        finished: stamp(course.finished.map(|known| known.at)),
        finished_by: course.finished.map(|known| known.by),
        stopped: stamp(course.stopped),
        due: stamp(course.promise.map(|promise| promise.due.at)),
        due_recorded: stamp(course.cells.due_recorded),
        due_original: stamp(course.cells.due_original),
        standing: on_time::standing(course, By::Judging, days, zone),
        late_working_seconds: late,
        take_up: course.take_up.map(|take_up| TakenUp {
            received: zone.stamp(take_up.received),
            due: zone.stamp(take_up.promise.due.at),
            answered: stamp(take_up.answered.map(|(answered, _)| answered)),
            standing: on_time::standing(course, By::TakeUp, days, zone),
            late_working_seconds: course.take_up_late().map(|(_, _, late)| late).unwrap_or_default(),
        }),
        colour: colour(course, rules),
        holds: holds.collect(),
        events: i64::try_from(course.events.len()).unwrap_or(i64::MAX),
    }
}

/// The colour that boards show for a case.
fn colour(course: &CaseHistory<'_>, rules: &dyn ReplayRules) -> Option<Colour> {
    if matches!(course.state, State::Stopped | State::Suspended) {
        return Some(Colour::Grey);
    }
    let due = course.deadline()?;
    if course.perhaps_finished.is_some() && due.keeps(course.end()) && !due.keeps(course.as_of) {
        return None;
    }
    let at = course.end();
    let near = match course.judging().and_then(|promise| promise.yellow_from) {
        Some(from) => from <= at,
        None => course.hours.elapsed(at, due.at) <= rules.thresholds().yellow,
    };
    Some(match (due.keeps(at), course.is_open() && near) {
        (false, _) => Colour::Red,
        (true, true) => Colour::Yellow,
        (true, false) => Colour::Green,
    })
}

/// What the cases left open.
#[derive(Clone, Copy, Debug, Default)]
struct Gaps {
    /// The law limits the time for acceptance in some case, and the log does not say when it came in.
    receipts: bool,
    /// Number of cases in which a limit depends on a time of which the log has only the day.
    times: usize,
    /// Number of cases in which a limit depends on data that the log lacks.
    data: usize,
    /// Number of cases whose workflow may or may not have ended.
    ends: usize,
}

impl Gaps {
    fn see(&mut self, course: &CaseHistory<'_>) {
        self.receipts |= course.receipt_missing;
        self.times += usize::from(course.time_missing);
        self.data += usize::from(course.data_missing);
        self.ends += usize::from(course.perhaps_finished.is_some());
    }
}

/// What the log as a whole does not support.
fn not_assessed(profile: &Profile, gaps: Gaps) -> Vec<NotAssessed> {
    let grade = profile.grade;
    let kinds = [
        FindingKind::Stuck,
        FindingKind::PingPong,
        FindingKind::Backdated,
        FindingKind::OutOfHours,
        FindingKind::Unassigned,
        FindingKind::SecondSupplement,
    ];
    let needs = kinds.map(|kind| (kind.as_str(), kind.grade()));
    let needs = needs.into_iter().chain([(Unassessed::Charge.as_str(), Grade::Spans)]);
    let by_grade = needs.filter(|(_, needs)| grade < *needs).map(|(of, needs)| {
        let message = match needs {
            Grade::Header | Grade::Completions => messages::NO_EVENTS,
            Grade::Spans => messages::NO_STARTS,
            Grade::Full => messages::NO_ASSIGNMENTS,
        };
        NotAssessed { of: of.to_owned(), needs, text: message.text() }
    });
    let headers = [
        (profile.has_dues, FindingKind::Late, messages::NO_DUES),
        (profile.has_responsible, FindingKind::NoLead, messages::NO_RESPONSIBLE),
        (!gaps.receipts, FindingKind::LateTakeUp, messages::NO_RECEIPTS),
    ];
    let by_header = headers.into_iter().filter(|(has, ..)| !has).map(|(_, of, message)| NotAssessed {
        of: of.to_string(),
        needs: Grade::Header,
        text: message.text(),
    });
    let of_cases = [
        (gaps.times, FindingKind::Late.as_str(), Grade::Header, messages::TIMES_MISSING),
        (gaps.data, FindingKind::Late.as_str(), Grade::Header, messages::DATA_MISSING),
        (gaps.ends, Unassessed::Finished.as_str(), Grade::Full, messages::ENDS_UNCLEAR),
    ];
    let of_cases = of_cases.into_iter().filter(|(count, ..)| *count > 0).map(|(count, of, needs, message)| {
        let text = message.fill(&[("count", Text::same(count.to_string()))]);
        NotAssessed { of: of.to_owned(), needs, text }
    });
    by_grade.chain(by_header).chain(of_cases).collect()
}

#[cfg(test)]
mod tests;
