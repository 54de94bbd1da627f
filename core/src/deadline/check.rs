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
            faults.push(at.fault(Code::NoLimit));
        }
        longer(&self.statutory, &self.committed, at, faults);
        let null = crate::base::value::Node::from(crate::base::value::Value::Null);
        let list = at.get("by").unwrap_or_else(|| at.key("by", &null));
        if let crate::base::value::Value::List(nodes) = &list.node.value {
            for (index, (choice, node)) in self.by.iter().zip(nodes).enumerate() {
                let here = list.index(index, node);
                if choice.statutory.is_none() && choice.committed.is_none() {
                    faults.push(here.fault(Code::NoLimit));
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

/// Which of two limits is longer, if both count in the same unit.
fn compare(a: &Limit, b: &Limit) -> Option<Ordering> {
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
mod tests {
    use super::*;
    use crate::base::value::parse_json;

    #[test]
    fn every_fault_of_a_limit() {
        let text = r#"{"statutory": "3 ngày làm việc", "committed": "7,5 ngày làm việc", "yellow": {"share": 120},
            "by": [{"when": "true"}, {"when": "true", "statutory": "1 tháng", "committed": "1 năm"}],
            "supplement": {"times": 0}, "shares": {"so": "2 ngày", "xa": "1,5 ngày"}}"#;
        let node = parse_json(text.as_bytes()).unwrap();
        let at = Cursor::root(&node, None);
        let mut faults = Faults::new();
        let spec = <LimitSpec as crate::base::shape::Shape>::read(&at, &mut faults).unwrap();
        spec.check(&at, &mut faults);
        let found: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.place().pointer.clone().unwrap())).collect();
        assert_eq!(
            found,
            [
                (Code::PromiseLonger, "/committed".to_owned()),
                (Code::NoLimit, "/by/0".to_owned()),
                (Code::PromiseLonger, "/by/1/committed".to_owned()),
                (Code::OutOfRange, "/yellow".to_owned()),
                (Code::OutOfRange, "/supplement".to_owned()),
                (Code::SharesExceed, "/shares".to_owned()),
            ]
        );
        let shares = faults.iter().last().unwrap();
        assert_eq!(shares.text().vi, "phần của các cơ quan cộng lại là 3,5 ngày, quá thời hạn 3 ngày làm việc");
    }

    #[test]
    fn what_cannot_be_compared_is_let_pass() {
        let compare = |a: &str, b: &str| compare(&Limit::parse(a).unwrap(), &Limit::parse(b).unwrap());
        assert_eq!(compare("20 giờ làm việc", "2 ngày làm việc"), None);
        assert_eq!(compare("30 ngày", "1 tháng"), None);
        assert_eq!(compare("2 tuần", "14 ngày"), Some(Ordering::Equal));
        assert_eq!(compare("2,5 ngày làm việc", "3 ngày làm việc"), Some(Ordering::Less));
    }
}
