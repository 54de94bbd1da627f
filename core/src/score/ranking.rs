//! A ranking of officers, each with the main reason.

use super::card::Card;
use super::spec::Policy;
use crate::base::Arrange;
use crate::base::exact::Rational;
use crate::base::ids::OfficerId;
use crate::base::shape::Shape;
use crate::base::text::Text;
use serde::Serialize;

/// One line of a ranking (*xếp hạng*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub(crate) struct Ranked {
    /// The rank, from 1; equal officers share a rank.
    pub place: i64,
    /// The officer (*cán bộ, công chức*).
    pub officer: OfficerId,
    /// The share of the reachable points, in thousandths, from 0 to 1000.
    pub share: i64,
    /// The main reason in words, in both languages.
    pub reason: Text,
}

/// Ranks the cards of one period by the share of the points that could be reached, best first. Officers with fewer
/// items than the policy requires are not ranked.
pub(crate) fn ranking(cards: &[Card], policy: &Policy) -> Vec<Ranked> {
    let share = |card: &Card| card.points.and_then(|points| points.exact.over(card.maximum.exact));
    let mut ranked: Vec<(&Card, Rational)> = cards
        .iter()
        .filter(|card| card.items >= policy.spec.least_items)
        .filter_map(|card| share(card).map(|share| (card, share)))
        .collect();
    ranked.arrange_by(|a, b| b.1.cmp(&a.1).then_with(|| (-a.0.items, &a.0.officer).cmp(&(-b.0.items, &b.0.officer))));
    ranked
        .iter()
        .map(|(card, share)| Ranked {
            place: i64::try_from(ranked.iter().filter(|(_, other)| other > share).count() + 1).unwrap_or(i64::MAX),
            officer: card.officer.clone(),
            share: share.times(Rational::from(1_000)).and_then(|share| i64::try_from(share.floor()).ok()).unwrap_or(0),
            reason: reason(card),
        })
        .collect()
}

/// The largest loss, in words.
fn reason(card: &Card) -> Text {
    let items = card.items;
    let mut by_rule: Vec<(&str, usize, Rational)> = Vec::new();
    for loss in &card.losses {
        match by_rule.iter_mut().find(|(rule, _, _)| *rule == loss.rule) {
            Some((_, count, sum)) => {
                *count += 1;
                *sum = sum.plus(loss.points.exact).unwrap_or(*sum);
            }
            None => by_rule.push((&loss.rule, 1, loss.points.exact)),
        }
    }
    by_rule.arrange_by(|a, b| b.2.cmp(&a.2).then_with(|| a.0.cmp(b.0)));
    let Some((rule, count, _)) = by_rule.first().filter(|(_, _, sum)| *sum > Rational::ZERO) else {
        return Text::new(format!("{items} việc, không mất điểm"), format!("{items} items, no point lost"));
    };
    let (vi, en) = match *rule {
        "late" | "late_committed" | "late_statutory" => ("lần trễ hạn", "times late"),
        "overdue_open" => ("việc đang quá hạn", "items open and overdue"),
        "not_completed" => ("việc đến hạn chưa xong", "items due and not completed"),
        "failed" => ("lần không đạt chất lượng", "failures of quality"),
        "given" => ("lần chấm dưới điểm tối đa", "marks below the maximum"),
        other => (other, other),
    };
    Text::new(format!("{count} {vi}, trên {items} việc"), format!("{count} {en}, of {items} items"))
}
