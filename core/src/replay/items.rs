//! Items: who was to do what. The smallest things that a policy counts; facts are their sums.

use super::answer::{Item, Standing};
use super::course::Course;
use super::hold::{End, Hold};
use super::names::Ids;
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

/// Key of a fact: officer, unit, step, month, kind.
type Key = (Option<Symbol>, Option<Symbol>, Option<Symbol>, Month, &'static str);

/// Gathers items and their sums.
#[derive(Default)]
pub(super) struct Items {
    list: Vec<Item>,
    sums: HashMap<Key, (i64, Seconds, Grade)>,
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
        let standing = cells.standings[0];
        let mut add = |kind: &'static str, count: i64, seconds: Seconds| {
            let key = (cells.officer, cells.unit, cells.step, cells.month, kind);
            let sum = self.sums.entry(key).or_insert((0, Seconds(0), grade));
            sum.0 += count;
            sum.1 = sum.1 + seconds;
            sum.2 = sum.2.min(grade);
        };
        if standing == Standing::Void {
            add("moved_or_stopped", 1, Seconds(0));
        } else {
            add("assigned", 1, Seconds(0));
            add(standing.as_str(), 1, Seconds(0));
        }
        if cells.completed {
            add("completed", 1, Seconds(0));
        }
        if cells.step.is_some() {
            add("held", cells.visits, cells.held);
        }
        if cells.charged.0 > 0 {
            add("charged", 1, cells.charged);
        }
    }

    /// The items in the order of the cases, the facts ordered by kind, period, unit, officer, step.
    pub(super) fn finish(self, ids: &Ids<'_>) -> (Vec<Item>, Vec<Fact>) {
        let facts = self.sums.into_iter().map(|((officer, unit, step, month, kind), (count, seconds, grade))| Fact {
            kind: kind.to_owned(),
            officer: ids.officer(officer),
            unit: ids.unit(unit),
            step: ids.step(step),
            period: period(month),
            count,
            seconds,
            grade,
        });
        let mut facts: Vec<Fact> = facts.collect();
        facts.sort_by(|a, b| {
            let key = |fact: &Fact| (fact.kind.clone(), fact.period.clone(), fact.unit.clone(), fact.officer.clone());
            key(a).cmp(&key(b)).then_with(|| a.step.cmp(&b.step))
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
