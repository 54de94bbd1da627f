//! Replays every case of a log once, and gathers what is asked for.

use super::answer::{Part, Replay, ReplayedCase};
use super::attribution::{Missed, attribute_lateness};
use super::case_history::Folder;
use super::conformance::Plans;
use super::facts::FactTable;
use super::find::{self, Accounts, FindContext, Namesakes, OutOfHours, midnight_times};
use super::finding::Family;
use super::gaps::{Gaps, not_assessed};
use super::names::Ids;
use super::on_time::{DayColumns, Shares};
use super::profile::Profile;
use super::replayed::{colour_of, state_of};
use super::rules::ReplayRules;
use super::scope::{Findings, ReplayScope};
use super::tables::{CaseView, GroupedShares, ProcessTable, Table, TableFiller, TableName};
use super::{counts, items};
use crate::base::time::Instant;
use crate::log::Log;

/// Replays a log as of an instant.
pub(crate) fn replay(rules: &dyn ReplayRules, log: &Log, as_of: Instant) -> Replay {
    replay_parts(rules, log, as_of, &ReplayScope::parts(None))
}

/// Replays a log as of an instant, in the given scope; parts not asked for are empty and named in `left_out`.
pub(crate) fn replay_parts(rules: &dyn ReplayRules, log: &Log, as_of: Instant, wanted: &ReplayScope) -> Replay {
    let ids = Ids::new(rules, log);
    let (answer, facts, _) = run(rules, &ids, log, as_of, wanted);
    Replay { facts: facts.facts(&ids), ..answer }
}

/// The table, or the shares by group, that a scope asks for.
pub(crate) fn table(rules: &dyn ReplayRules, log: &Log, as_of: Instant, wanted: &ReplayScope) -> Table {
    run(rules, &Ids::new(rules, log), log, as_of, wanted).2
}

/// The facts of a log as of an instant, in columns, with the counts and rates. A shard is judged by the profile of the
/// whole log.
pub(crate) fn fact_table(
    rules: &dyn ReplayRules,
    log: &Log,
    as_of: Instant,
    profile: Option<Profile>,
) -> (Replay, FactTable) {
    let (answer, facts, _) =
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
) -> (Replay, FactTable, Table) {
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
    let mut namesakes = Namesakes::default();
    let mut process = wanted.table.and_then(|table| ProcessTable::new(table, ids, zone));
    let mut table = wanted.table.filter(|_| process.is_none()).map(|table| TableFiller::new(table, ids, zone, days));
    let mut groups = wanted.shares.clone().map(|(of, keys)| GroupedShares::new(of, keys, &ids.names));
    let (mut gaps, mut found) = (Gaps::default(), Vec::new());
    for (row, span) in log.spans().into_iter().enumerate() {
        let Some(course) = folder.fold(row, span) else {
            counts.skip();
            continue;
        };
        let month = items::month_of(&course, zone);
        if wanted.skips_month(month) || wanted.filter.skips(&course, month, &ids.names) {
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
            let plan = course.workflow.map(|workflow| plans.of(workflow));
            find::in_case(&context, &course, plan, &attribution, finds, &mut found);
        }
        let colour = (wanted.table == Some(TableName::Cases)).then(|| colour_of(&course, rules)).flatten();
        let view =
            CaseView { course: &course, month, found: &found, colour, late, unattributed: attribution.unattributed };
        items.see(view, &attribution, days, (ids, zone), &mut |item| {
            table.iter_mut().for_each(|table| table.see_item(view, item));
            groups.iter_mut().for_each(|groups| groups.see_item(view, item));
        });
        table.iter_mut().for_each(|table| table.see(view));
        if let Some(process) = &mut process {
            process.see(view, &profile, course.workflow.map(|workflow| plans.of(workflow)));
        }
        groups.iter_mut().for_each(|groups| groups.see(view, days, zone));
        if wanted.findings == Findings::All {
            accounts.see(&context, &course);
            namesakes.see(&context, &course);
            out_of_hours.see(&context, &course);
        }
        if wanted.cases {
            cases.push(state_of(&course, late, days, (ids, rules)));
        }
        findings.append(&mut found);
    }
    if wanted.findings == Findings::All {
        let of_cases = findings.len();
        findings.extend(out_of_hours.findings(&context));
        findings.extend(accounts.findings(&context));
        findings.extend(namesakes.findings(&context));
        findings.extend(profile.events.are_days(midnight_ppm).then(midnight_times).flatten());
        table.iter_mut().for_each(|table| table.see_others(findings.get(of_cases..).unwrap_or_default()));
    }
    let (items, facts) = items.finish(&ids.names);
    let table = table.map(|table| table.finish(&facts));
    let table = table.or_else(|| Some(process?.finish(&ids.names))).or_else(|| Some(groups?.finish()));
    gaps.undecided = plans.undecided();
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
    (answer, facts, table.unwrap_or_default())
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
