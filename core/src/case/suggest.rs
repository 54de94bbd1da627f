//! Suggests who should get a step: officers who may do it, the least burdened first, with reasons.

use super::desk::Desk;
use super::rules::CaseRules;
use super::state::{Case, Involvement};
use crate::base::Arrange;
use crate::base::ids::{OfficerId, StepId};
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::base::time::Instant;
use crate::deadline::Colour;
use serde::Serialize;

/// An officer to whom a step could be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Suggestion {
    /// The officer (*cán bộ, công chức*).
    pub officer: OfficerId,
    /// Number of steps that the officer leads now.
    pub open: u32,
    /// How many of these belong to a yellow case (*sắp đến hạn*).
    pub near_due: u32,
    /// How many of these belong to a red case (*quá hạn*).
    pub overdue: u32,
    /// Whether the officer is absent on that day.
    pub absent: bool,
    /// Whether the officer would act on another's behalf, by delegation.
    pub substitute: bool,
    /// The reasons in words, in both languages.
    pub text: Text,
}

/// Who may take an open step of a case: present officers before absent ones, holders of the right before substitutes,
/// then by open work, where a red case counts three and a yellow one two.
///
/// These are the officers to whom `apply` lets the step be assigned. `cases` are those whose work counts as burden.
pub(crate) fn suggest(
    rules: &dyn CaseRules,
    case: &Case,
    step: &StepId,
    cases: &[Case],
    now: Instant,
) -> Vec<Suggestion> {
    let desk = Desk::on(rules, case, rules.zone().date_of(now));
    if desk.workflow.is_none_or(|workflow| workflow.step(step).is_none()) {
        return Vec::new();
    }
    let (staff, on, right) = (desk.staff, desk.on, desk.right(step));
    let able = staff.officers().filter_map(|(id, _)| Some((id, desk.may_get(id, step, &right).ok()?)));
    let mut suggestions: Vec<(u32, Suggestion)> = able
        .map(|(id, grant)| {
            let substitute = grant.principal().is_some_and(|principal| principal != id);
            let absent = staff.absent(id, on).is_some();
            let [open, near_due, overdue] = burden(id, cases, now);
            let words =
                [("open", open), ("near", near_due), ("over", overdue)].map(|(name, count)| (name, count.to_string()));
            let mut text = Text::new(
                "đang giữ {open} việc ({near} sắp đến hạn, {over} quá hạn)",
                "leads {open} steps ({near} near their due, {over} overdue)",
            )
            .fill(&words);
            let mut add = |applies: bool, vi: &str, en: &str| {
                if applies {
                    text = Text::new(format!("{}; {vi}", text.vi), format!("{}; {en}", text.en));
                }
            };
            add(absent, "hôm nay vắng mặt", "away today");
            add(substitute, "làm thay theo ủy quyền", "acts by delegation");
            let weight = open + near_due + 2 * overdue;
            (weight, Suggestion { officer: id.clone(), open, near_due, overdue, absent, substitute, text })
        })
        .collect();
    suggestions.arrange_by_key(|(weight, one)| (one.absent, one.substitute, *weight, one.officer.clone()));
    suggestions.into_iter().map(|(_, suggestion)| suggestion).collect()
}

/// Number of steps that an officer leads: all, those of yellow cases, those of red ones.
fn burden(officer: &OfficerId, cases: &[Case], now: Instant) -> [u32; 3] {
    let mut counts = [0; 3];
    for case in cases.iter().filter(|case| !case.is_closed()) {
        let leads =
            case.holders.iter().filter(|holder| holder.officer == *officer && holder.involvement == Involvement::Lead);
        let colour = case.clock.due.as_ref().map(|due| due.colour(now));
        let [open, near, over] = &mut counts;
        for _ in leads {
            *open += 1;
            *near += u32::from(colour == Some(Colour::Yellow));
            *over += u32::from(colour == Some(Colour::Red));
        }
    }
    counts
}
