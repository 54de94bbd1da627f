//! Items: who was to do what. The smallest things that a policy counts; facts are their sums.

use super::answer::Item;
use super::course::Course;
use super::hold::{End, Hold};
use super::names::Ids;
use super::on_time::Standing;
use super::on_time::{By, DayColumns, standing};
use super::settle::{Settlement, Unattributed};
use crate::case::ActorKind;
use crate::finding::{Fact, Finding, Grade};
use crate::log::Symbol;
use crate::time::{Instant, Seconds, Zone};
use std::collections::HashMap;

/// A month, as months since the year 0.
type Month = i64;

/// The month of an instant.
fn month_of(at: Instant, zone: &Zone) -> Month {
    let (year, month, _) = zone.date_of(at).ymd();
    i64::from(year) * 12 + i64::from(month) - 1
}

/// A month as `yyyy-MM`.
fn period(month: Month) -> String {
    format!("{:04}-{:02}", month / 12, month % 12 + 1)
}

/// An item, in numbers.
#[derive(Clone, Copy)]
struct Cells {
    step: Option<Symbol>,
    officer: Option<Symbol>,
    unit: Option<Symbol>,
    month: Month,
    completed: bool,
    standings: [Standing; 3],
    visits: i64,
    held: Seconds,
    charged: Seconds,
}

/// Whose counts they are: officer, unit, step, month.
type Key = (Option<Symbol>, Option<Symbol>, Option<Symbol>, Month);

/// What is counted of items, in the order of [`Sums`].
const KINDS: [&str; 10] = [
    "assigned",
    "charged",
    "completed",
    "held",
    "late",
    "moved_or_stopped",
    "not_assessed",
    "on_time",
    "running",
    "undetermined",
];

/// Counts and seconds of each kind, and the least evidence among them.
struct Sums {
    counts: [(i64, Seconds); KINDS.len()],
    grade: Grade,
}

/// Gathers items and their sums.
#[derive(Default)]
pub(super) struct Items {
    list: Vec<Item>,
    sums: HashMap<Key, Sums>,
}

impl Items {
    /// The items of one case; `found` are the findings about it.
    pub(super) fn see(
        &mut self,
        course: &Course<'_>,
        settled: &Settlement,
        found: &[Finding],
        days: DayColumns,
        (ids, zone): (&Ids<'_>, &Zone),
    ) {
        let whole = [By::Judging, By::Recorded, By::Original].map(|by| standing(course, by, days, zone));
        let due = course.deadline().map(|due| due.at);
        let month = month_of(due.unwrap_or_else(|| course.end()), zone);
        let case = Cells {
            step: None,
            officer: course.cells.responsible,
            unit: course.unit(),
            month,
            completed: course.finished.is_some(),
            standings: whole,
            visits: 1,
            held: Seconds(0),
            charged: settled.charges.iter().map(|(_, _, seconds)| *seconds).sum(),
        };
        self.add(course, case, found, ids);

        let mut seen: Vec<(Option<Symbol>, Option<Symbol>)> = Vec::with_capacity(course.holds.len());
        let persons = course.holds.iter().filter(|hold| hold.kind == ActorKind::Person && hold.officer.is_some());
        for hold in persons {
            let key = (hold.officer, hold.step);
            if seen.contains(&key) {
                continue;
            }
            seen.push(key);
            let cells = of_holds(course, settled, hold, whole, month);
            self.add(course, cells, found, ids);
        }
    }

    fn add(&mut self, course: &Course<'_>, cells: Cells, found: &[Finding], ids: &Ids<'_>) {
        self.count(&cells, if cells.step.is_some() { course.grade } else { Grade::Header });
        let officer = ids.officer(cells.officer);
        let step = ids.step(cells.step);
        let concerns = |finding: &&Finding| {
            let charged = officer.as_ref().is_some_and(|officer| finding.charge.iter().any(|c| c.officer == *officer));
            match &step {
                None => true,
                Some(_) => charged || (finding.officer == officer && (finding.step.is_none() || finding.step == step)),
            }
        };
        let mine = |event: &&crate::log::EventCells| {
            cells.step.is_some() && event.step == cells.step && event.actor == cells.officer
        };
        self.list.push(Item {
            case_id: ids.case(course.cells.id),
            unit: ids.unit(cells.unit),
            period: period(cells.month),
            completed: cells.completed,
            standing: cells.standings[0],
            standing_recorded: cells.standings[1],
            standing_original: cells.standings[2],
            visits: cells.visits,
            held: cells.held,
            charged: cells.charged,
            findings: found.iter().filter(concerns).map(|finding| finding.id.clone()).collect(),
            events: course.events.iter().filter(mine).map(|event| ids.event(event.id)).collect(),
            officer,
            step,
        });
    }

    fn count(&mut self, cells: &Cells, grade: Grade) {
        let key = (cells.officer, cells.unit, cells.step, cells.month);
        let sums = self.sums.entry(key).or_insert_with(|| Sums { counts: Default::default(), grade });
        sums.grade = sums.grade.min(grade);
        let standing = cells.standings[0];
        let void = standing == Standing::Void;
        let zero = Seconds(0);
        let counted = [
            (i64::from(!void), zero),
            (i64::from(cells.charged > zero), cells.charged),
            (i64::from(cells.completed), zero),
            if cells.step.is_some() { (cells.visits, cells.held) } else { (0, zero) },
            (i64::from(standing == Standing::Late), zero),
            (i64::from(void), zero),
            (i64::from(standing == Standing::NotAssessed), zero),
            (i64::from(standing == Standing::OnTime), zero),
            (i64::from(standing == Standing::Running), zero),
            (i64::from(standing == Standing::Undetermined), zero),
        ];
        for (sum, (count, seconds)) in sums.counts.iter_mut().zip(counted) {
            *sum = (sum.0 + count, sum.1 + seconds);
        }
    }

    /// The items in the order of the cases, the facts ordered by kind, period, unit, officer, step.
    pub(super) fn finish(self, ids: &Ids<'_>) -> (Vec<Item>, Vec<Fact>) {
        let facts = self.sums.into_iter().flat_map(|((officer, unit, step, month), sums)| {
            let of_kind = KINDS.into_iter().zip(sums.counts).filter(|(_, (count, _))| *count > 0);
            of_kind.map(move |(kind, (count, seconds))| Fact {
                kind: kind.to_owned(),
                officer: ids.officer(officer),
                unit: ids.unit(unit),
                step: ids.step(step),
                period: period(month),
                count,
                seconds,
                grade: sums.grade,
            })
        });
        let mut facts: Vec<Fact> = facts.collect();
        facts.sort_by(|a, b| {
            (&a.kind, &a.period, &a.unit, &a.officer, &a.step).cmp(&(&b.kind, &b.period, &b.unit, &b.officer, &b.step))
        });
        (self.list, facts)
    }
}

/// One officer's holds on one step, taken together.
fn of_holds(course: &Course<'_>, settled: &Settlement, first: &Hold, whole: [Standing; 3], month: Month) -> Cells {
    let holds = || course.holds.iter().filter(|hold| (hold.officer, hold.step) == (first.officer, first.step));
    let completed = holds().any(|hold| hold.end == End::Done);
    let holding = holds().any(|hold| hold.until.is_none());
    let charged: Seconds = settled
        .charges
        .iter()
        .filter(|(officer, step, _)| (Some(*officer), *step) == (first.officer, first.step))
        .map(|(_, _, seconds)| *seconds)
        .sum();
    let attributed = !matches!(settled.reason, Some(Unattributed::NoHolders | Unattributed::NoBudgets));
    let standing = |whole: Standing| match whole {
        // It passed to somebody else, who answers for it now.
        _ if !completed && !holding && charged.0 == 0 => Standing::Void,
        Standing::Late if !attributed => Standing::NotAssessed,
        Standing::Late if charged.0 == 0 => Standing::OnTime,
        other => other,
    };
    Cells {
        step: first.step,
        officer: first.officer,
        unit: first.unit.or_else(|| course.unit()),
        month,
        completed,
        standings: whole.map(standing),
        visits: i64::try_from(holds().count()).unwrap_or(i64::MAX),
        held: holds().map(|hold| course.held(hold)).sum(),
        charged,
    }
}
