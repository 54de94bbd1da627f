//! Items: which officer had which step. They are the smallest units that a policy counts; facts are their sums.

use super::answer::Item;
use super::attribution::{Attribution, Charged, Unattributed};
use super::case_history::CaseHistory;
use super::facts::{Cells, FactTable};
use super::month::Month;
use super::names::{AllNames, Ids};
use super::on_time::Standing;
use super::on_time::{By, DayColumns, standing};
use super::scope::ReplayScope;
use super::tables::CaseView;
use crate::base::Gather;
use crate::base::exact::Rational;
use crate::base::ids::StepId;
use crate::base::time::{Seconds, Zone};
use crate::case::ActorKind;
use crate::case::course::{End, Hold};
use crate::log::Symbol;
use crate::replay::finding::{Charge, Finding, Grade};

/// The month that the items of a case count for: that of the due, otherwise the end, otherwise the replay.
pub(super) fn month_of(course: &CaseHistory<'_, '_>, zone: &Zone) -> Month {
    Month::of(zone.date_of(course.deadline().map_or_else(|| course.end(), |due| due.at)))
}

/// Collects items and their sums.
pub(super) struct Items<'w> {
    wanted: &'w ReplayScope,
    list: Vec<Item>,
    facts: FactTable,
}

impl<'w> Items<'w> {
    pub(super) fn new(wanted: &'w ReplayScope) -> Self {
        Self { wanted, list: Vec::new(), facts: FactTable::default() }
    }

    /// Takes the items of one case.
    pub(super) fn see(
        &mut self,
        case: CaseView<'_>,
        attribution: &Attribution,
        days: DayColumns,
        (ids, zone): (&Ids<'_>, &Zone),
        seen_item: &mut dyn FnMut(&Cells),
    ) {
        let CaseView { course, month, found, .. } = case;
        let reported = self.wanted.items.as_ref().filter(|choice| choice.months.contains(&month));
        let others = self.wanted.facts || self.wanted.sees_items();
        if reported.is_none() && !others {
            return;
        }
        let whole = [By::Judging, By::Recorded, By::Original].map(|by| standing(course, by, days, zone));
        let case = Cells {
            step: None,
            officer: course.cells.responsible.filter(|name| !course.is_ambiguous(*name)),
            unit: course.unit(),
            month,
            completed: course.finished.is_some(),
            standings: whole,
            visits: 1,
            held: Seconds(0),
            charged: attribution.charges.iter().map(|charged| charged.seconds).sum(),
            share: sum_of(attribution.charges.iter()),
        };
        seen_item(&case);
        self.add(course, case, found, ids, reported.is_some_and(|choice| choice.cases));
        let report_steps = reported.is_some_and(|choice| choice.steps);
        if !report_steps && !others {
            return;
        }
        let mut seen: Vec<(Option<Symbol>, Option<Symbol>)> = Vec::with_capacity(course.holds.len());
        let persons = course.holds.iter().filter(|hold| hold.kind == ActorKind::Person && hold.officer.is_some());
        for hold in persons {
            let key = (hold.officer, hold.step);
            if seen.contains(&key) {
                continue;
            }
            seen.push(key);
            let cells = of_holds(course, attribution, hold, whole, month);
            seen_item(&cells);
            self.add(course, cells, found, ids, report_steps);
        }
    }

    fn add(&mut self, course: &CaseHistory<'_, '_>, cells: Cells, found: &[Finding], ids: &Ids<'_>, is_reported: bool) {
        if self.wanted.facts {
            self.facts.add(&cells, if cells.step.is_some() { course.grade_of_log } else { Grade::Header });
        }
        if !is_reported {
            return;
        }
        let officer = ids.officer(cells.officer);
        let step = ids.step(cells.step);
        let concerns = |finding: &&Finding| {
            // A lateness concerns the steps at which it is charged, and no other step of the same officer.
            let charged = |step: &StepId| {
                let mine = |charge: &Charge| Some(&charge.officer) == officer.as_ref() && charge.steps.contains(step);
                finding.charge.iter().any(mine)
            };
            let named = finding.officer == officer && (finding.step.is_none() || finding.step == step);
            step.as_ref().is_none_or(|step| charged(step) || named && finding.charge.is_empty())
        };
        let mine = |event: &&crate::log::EventCells| {
            cells.step.is_some() && event.step == cells.step && event.actor == cells.officer
        };
        self.list.push(Item {
            case_id: ids.case(course.cells.id),
            unit: ids.unit(cells.unit),
            period: cells.month.to_string(),
            completed: cells.completed,
            standing: cells.standings[0],
            standing_recorded: cells.standings[1],
            standing_original: cells.standings[2],
            visits: cells.visits,
            held_working_seconds: cells.held,
            charged_share: cells.share,
            charged_working_seconds: cells.charged,
            findings: found.iter().filter(concerns).map(|finding| finding.id.clone()).collect(),
            events: course.events.iter().filter(mine).map(|event| ids.event(event)).collect(),
            officer,
            step,
        });
    }

    /// The items in the order of the cases, and their sums.
    pub(super) fn finish(self, names: &AllNames<'_>) -> (Vec<Item>, FactTable) {
        (self.list, self.facts.sorted(names))
    }
}

/// One officer's holds on one step, taken together.
fn of_holds(
    course: &CaseHistory<'_, '_>,
    attribution: &Attribution,
    first: &Hold,
    whole: [Standing; 3],
    month: Month,
) -> Cells {
    let holds = || course.holds.iter().filter(|hold| (hold.officer, hold.step) == (first.officer, first.step));
    let completed = holds().any(|hold| hold.end == End::Done);
    let holding = holds().any(|hold| hold.until.is_none());
    let own = || {
        let of_item = |charged: &&Charged| (Some(charged.officer), charged.step) == (first.officer, first.step);
        attribution.charges.iter().filter(of_item)
    };
    let charged: Seconds = own().map(|charged| charged.seconds).sum();
    let share = sum_of(own());
    let unknown = [Unattributed::NoHolders, Unattributed::NoBudgets, Unattributed::DaysOnly];
    let attributed = attribution.reason.is_none_or(|reason| !unknown.contains(&reason));
    let standing = |whole: Standing| match whole {
        // It passed to somebody else, who now answers for it.
        _ if !completed && !holding && share == Rational::ZERO => Standing::Void,
        Standing::Late if !attributed => Standing::NotAssessed,
        Standing::Late if share == Rational::ZERO => Standing::OnTime,
        other => other,
    };
    Cells {
        step: first.step,
        officer: first.officer,
        unit: first.unit.or_else(|| course.unit()),
        month,
        completed,
        standings: whole.map(standing),
        visits: i64::try_from(holds().map(|hold| hold.visit).into_set().len()).unwrap_or(i64::MAX),
        held: holds().map(|hold| course.held(hold)).sum(),
        charged,
        share,
    }
}

/// The sum of the shares of some charges.
fn sum_of<'c>(charges: impl Iterator<Item = &'c Charged>) -> Rational {
    charges.fold(Rational::ZERO, |sum, charged| sum.plus(charged.share).unwrap_or(sum))
}
