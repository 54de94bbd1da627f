//! Checks limits that could be read but contradict each other; all faults are reported when a rulebook is compiled.

use super::limit::Limit;
use super::spec::{Budget, LimitSpec};
use crate::base::error::{Code, Faults};
use crate::base::shape::Cursor;
use crate::base::text::Text;
use std::cmp::Ordering;

impl LimitSpec {
    /// Checks the limits of a procedure, which are at a place of a rulebook.
    pub fn check(&self, at: &Cursor<'_>, faults: &mut Faults) {
        if self.statutory.is_none() && self.committed.is_none() && self.by.is_empty() {
            faults.push(at.fault_of_whole(Code::NoLimit));
        }
        longer(&self.statutory, &self.committed, at, faults);
        let null = crate::base::value::Node::from(crate::base::value::Value::Null);
        let list = at.get("by").unwrap_or_else(|| at.key("by", &null));
        if let crate::base::value::Value::List(nodes) = &list.node.value {
            for (index, (choice, node)) in self.by.iter().zip(nodes).enumerate() {
                let here = list.index(index, node);
                if choice.statutory.is_none() && choice.committed.is_none() {
                    faults.push(here.fault_of_whole(Code::NoLimit));
                }
                longer(&choice.statutory, &choice.committed, &here, faults);
            }
        }
        let share = self.yellow.share.filter(|share| !(1..=100).contains(share));
        if let Some((share, yellow)) = share.zip(at.get("yellow")) {
            faults.push(yellow.fault(Code::OutOfRange).with("value", share).with("range", "1–100"));
        }
        let never = self.supplement.as_ref().filter(|supplement| supplement.times == 0);
        if let Some((_, supplement)) = never.zip(at.get("supplement")) {
            faults.push(supplement.fault(Code::OutOfRange).with("value", 0).with("range", "≥ 1"));
        }
        if let Some((whole, shares)) = self.statutory.as_ref().or(self.committed.as_ref()).zip(at.get("shares"))
            && let Some(sum) = sum(self.shares.values())
            && let Some(limit) = size(whole)
            && sum > limit.1
            && limit.0 == Measure::HalfDays
        {
            let halves = |mark: &str| if sum % 2 == 0 { (sum / 2).to_string() } else { format!("{}{mark}5", sum / 2) };
            let fault = shares.fault(Code::SharesExceed).with_text("sum", Text::new(halves(","), halves(".")));
            faults.push(fault.with_text("limit", whole.text()));
        }
    }
}

/// The limit that an office commits to must not be longer than the law allows; reported only if they can be compared.
fn longer(statutory: &Option<Limit>, committed: &Option<Limit>, at: &Cursor<'_>, faults: &mut Faults) {
    let Some((law, promise)) = statutory.as_ref().zip(committed.as_ref()) else { return };
    if compare(promise, law) == Some(Ordering::Greater) {
        let fault =
            at.get("committed").map_or_else(|| at.fault(Code::PromiseLonger), |it| it.fault(Code::PromiseLonger));
        faults.push(fault.with_text("committed", promise.text()).with_text("statutory", law.text()));
    }
}

/// Which of two limits is longer, if both count in the same unit. Any number of days is longer than the same day.
fn compare(a: &Limit, b: &Limit) -> Option<Ordering> {
    let days = |limit| {
        size(limit).is_some_and(|(measure, size)| match measure {
            Measure::Days | Measure::Months => true,
            Measure::HalfDays => size > 1,
            Measure::Working | Measure::Clock => false,
        })
    };
    match (a, b) {
        (a, Limit::SameDay(_)) if days(a) => return Some(Ordering::Greater),
        (Limit::SameDay(_), b) if days(b) => return Some(Ordering::Less),
        _ => {}
    }
    let ((measure, a), (other, b)) = (size(a)?, size(b)?);
    (measure == other).then(|| a.cmp(&b))
}

#[derive(PartialEq, Eq)]
enum Measure {
    Working,
    Clock,
    HalfDays,
    Days,
    Months,
}

fn size(limit: &Limit) -> Option<(Measure, u64)> {
    let size = |measure, n: std::num::NonZeroU32, times: u64| Some((measure, u64::from(n.get()) * times));
    match limit {
        Limit::WorkingTime(n) => size(Measure::Working, *n, 1),
        Limit::ClockTime(n) => size(Measure::Clock, *n, 1),
        Limit::HalfDays(n) => size(Measure::HalfDays, *n, 1),
        Limit::WorkingDays(n) => size(Measure::HalfDays, *n, 2),
        Limit::Days(n) => size(Measure::Days, *n, 1),
        Limit::Weeks(n) => size(Measure::Days, *n, 7),
        Limit::Months(n) => size(Measure::Months, *n, 1),
        Limit::Years(n) => size(Measure::Months, *n, 12),
        Limit::SameDay(_) | Limit::At(_) | Limit::On(_) => None,
        Limit::Smallest(_) | Limit::Largest(_) | Limit::Factored(_) => None,
    }
}

/// Budgets in half working days, if all of them are given in days.
fn sum<'a>(budgets: impl Iterator<Item = &'a Budget>) -> Option<u64> {
    budgets
        .map(|budget| size(budget.limit()).filter(|(measure, _)| *measure == Measure::HalfDays))
        .try_fold(0, |sum, size| Some(sum + size?.1))
}

#[cfg(test)]
#[path = "tests/check.rs"]
mod tests;
