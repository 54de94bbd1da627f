//! From rows to values: periods, groups, ends, targets.

use super::answer::{IndicatorCell, IndicatorValue, LeftOut, LeftOutReason, TargetOutcome, TargetResult};
use super::compiled::{Indicator, Measure, dated_by};
use super::joined::Joined;
use super::judge::Judge;
use super::record::RecordKind;
use super::record_rows::RecordRows;
use super::rows::Rows;
use super::spec::{Empty, Only};
use super::table::TableKind;
use super::tally::Tally;
use crate::base::error::{Code, Error};
use crate::base::exact::Rational;
use crate::score::period::Period;
use crate::score::wilson::Ratio;
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};

/// What is asked of an indicator.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// The period.
    pub(crate) period: Period,
    /// The period with which is compared.
    pub(crate) compare: Option<Period>,
    /// The columns by which values are told apart.
    pub(crate) by: Vec<String>,
}

type Group = Vec<Option<String>>;

/// The sums of each group of each period that is needed.
pub(crate) struct Measured<'a> {
    indicator: &'a Indicator,
    records: &'a RecordRows,
    kind: Option<(&'a str, &'a RecordKind)>,
    by: Vec<String>,
    periods: BTreeMap<Period, BTreeMap<Group, Tally>>,
    read: usize,
    undated: usize,
    inside: usize,
}

/// A value and its ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) numerator: Option<Rational>,
    pub(super) denominator: Option<Rational>,
    pub(super) value: Option<Rational>,
    pub(super) low: Option<Rational>,
    pub(super) high: Option<Rational>,
}

/// Sums up the rows of an indicator's table.
pub(crate) fn measure<'a>(
    indicator: &'a Indicator,
    (rows, joined): (&Rows, &Joined),
    (records, kinds): (&'a RecordRows, &'a IndexMap<String, RecordKind>),
    asked: &Asked,
) -> Measured<'a> {
    let targets = indicator.spec.target.0.iter().filter_map(|target| target.against);
    let wanted: BTreeSet<Period> = std::iter::once(asked.period).chain(asked.compare).chain(targets).collect();
    let mut periods: BTreeMap<Period, BTreeMap<Group, Tally>> =
        wanted.iter().map(|period| (*period, BTreeMap::new())).collect();
    let months: Vec<(Period, Vec<String>)> = wanted.iter().map(|period| (*period, period.months().collect())).collect();
    let date = dated_by(indicator.date);
    let (mut undated, mut inside) = (0, 0);
    let mut judge = Judge::new(indicator, rows, joined);
    for row in 0..rows.count {
        // An instant is written in the zone of the office, so it begins with its month.
        let Some(month) = rows.text(date, row).and_then(|text| text.get(..7)) else {
            undated += 1;
            continue;
        };
        for (period, months) in &months {
            if !months.iter().any(|one| one == month) {
                continue;
            }
            inside += usize::from(*period == asked.period);
            let group: Group = asked.by.iter().map(|column| rows.text(column, row).map(str::to_owned)).collect();
            let groups = periods.entry(*period).or_default();
            groups.entry(group).or_default().see(judge.row(row));
        }
    }
    let kind = match &indicator.table {
        TableKind::Records(name) => kinds.get_key_value(name).map(|(name, kind)| (name.as_str(), kind)),
        TableKind::Replay(_) => None,
    };
    let by = asked.by.clone();
    Measured { indicator, records, kind, by, periods, read: rows.count, undated, inside }
}

impl Measured<'_> {
    /// Whether the rows of a group are all that there are.
    fn is_complete(&self, period: Period, group: &[Option<String>]) -> bool {
        let unit = self.by.iter().position(|column| column == "unit").and_then(|place| group.get(place)?.as_deref());
        self.kind.is_none_or(|(name, kind)| {
            period.months().all(|month| self.records.is_complete(name, kind, unit, Some(&month)))
        })
    }

    /// The sums of a group; of all, without a group.
    fn tally(&self, period: Period, group: &[Option<String>]) -> Tally {
        let groups = self.periods.get(&period);
        if group.is_empty() {
            let mut all = Tally::default();
            groups.into_iter().flat_map(BTreeMap::values).for_each(|tally| all.merge(tally));
            return all;
        }
        groups.and_then(|groups| groups.get(group)).cloned().unwrap_or_default()
    }

    fn ends(&self, period: Period, group: &[Option<String>]) -> Ends {
        ends(
            self.indicator,
            &self.tally(period, group),
            self.is_complete(period, group),
            self.kind.is_some_and(|(_, kind)| kind.is_closed()),
        )
    }

    /// The values; divided by those of another indicator, where it says so.
    ///
    /// # Errors
    /// [`Code::TooLarge`] for sums beyond the exact range.
    pub(crate) fn value(&self, asked: &Asked, per: Option<&Self>) -> Result<IndicatorValue, Error> {
        let spec = &self.indicator.spec;
        let mut groups: BTreeSet<&Group> = BTreeSet::new();
        for period in std::iter::once(asked.period).chain(asked.compare) {
            groups.extend(self.periods.get(&period).into_iter().flat_map(BTreeMap::keys));
        }
        let total = Group::new();
        groups.remove(&total);
        let cells = std::iter::once(&total).chain(groups).map(|group| self.cell(group, asked, per));
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        Ok(IndicatorValue {
            id: self.indicator.id.clone(),
            title: spec.title.clone(),
            text: self.indicator.words(),
            dimension: spec.dimension,
            source: spec.source.clone(),
            table: self.indicator.table.to_string(),
            by: self.by.clone(),
            read: count(self.read),
            outside: count(self.read - self.undated - self.inside),
            undated: count(self.undated),
            cells: cells.collect::<Result<_, _>>()?,
        })
    }

    fn cell(&self, group: &Group, asked: &Asked, per: Option<&Self>) -> Result<IndicatorCell, Error> {
        let tally = self.tally(asked.period, group);
        if tally.overflow {
            return Err(Error::new(Code::TooLarge).with("what", &self.indicator.id).with("limit", "2^127"));
        }
        let of = |period: Period| {
            let own = self.ends(period, group);
            per.map_or(own, |per| divided(own, per.ends(period, group)))
        };
        let ends = of(asked.period);
        let left_out = [
            (LeftOutReason::NotCounted, tally.not_of),
            (LeftOutReason::UnknownWhetherCounted, tally.of_unknown),
            (LeftOutReason::UnknownWorth, tally.worth_unknown),
        ];
        let spec = &self.indicator.spec;
        let alike = matches!(self.indicator.measure, Measure::Met(_))
            && spec.weigh.is_none()
            && spec.cuts.is_empty()
            && spec.extra.is_none();
        let counted = tally.counted + tally.extras;
        let earlier = asked.compare.and_then(|period| of(period).value);
        let change = ends.value.zip(earlier).and_then(|(now, earlier)| now.minus(earlier)?.over(earlier));
        Ok(IndicatorCell {
            group: group.clone(),
            rows: tally.rows,
            counted,
            left_out: left_out
                .into_iter()
                .filter(|(_, count)| *count > 0)
                .map(|(reason, count)| LeftOut { reason, count })
                .collect(),
            numerator: ends.numerator,
            denominator: ends.denominator,
            value: ends.value,
            low: ends.low,
            high: ends.high,
            ratio: (alike && counted > 0).then(|| Ratio::new(&self.indicator.id, tally.whole, tally.counted)),
            target: self.target(group, asked.period, counted, ends, &of),
            earlier,
            change,
        })
    }

    fn target(
        &self,
        group: &Group,
        period: Period,
        counted: i64,
        ends: Ends,
        of: &dyn Fn(Period) -> Ends,
    ) -> Option<TargetResult> {
        let spec = &self.indicator.spec;
        let only = if group.is_empty() { Only::Total } else { Only::Cells };
        let (_, target) = spec.target.0.iter().enumerate().find(|(index, target)| {
            target.in_force.contains(period.from())
                && target.only.is_none_or(|wanted| wanted == only)
                && self.indicator.targets(*index, &self.by, group)
        })?;
        let earlier = target.against.map(of);
        let bound = match (target.change, earlier) {
            (Some(change), Some(earlier)) => {
                let bound = earlier.value.and_then(|value| Rational::ONE.plus(change)?.times(value));
                bound.filter(|_| earlier.low == earlier.high)
            }
            _ => target.at_least.or(target.at_most),
        };
        let falls = target.change.map_or(target.at_most.is_some(), |change| change < Rational::ZERO);
        let outcome = match (bound, ends.low, ends.high) {
            _ if ends.value.is_none() && counted == 0 => TargetOutcome::NotAssessed,
            (None, ..) if earlier.is_some_and(|earlier| earlier.value.is_none()) => TargetOutcome::NotAssessed,
            _ if counted < spec.least => TargetOutcome::TooFew,
            (Some(bound), _, Some(high)) if falls && high <= bound => TargetOutcome::Reached,
            (Some(bound), Some(low), _) if falls && low > bound => TargetOutcome::NotReached,
            (Some(bound), Some(low), _) if !falls && low >= bound => TargetOutcome::Reached,
            (Some(bound), _, Some(high)) if !falls && high < bound => TargetOutcome::NotReached,
            _ => TargetOutcome::Undetermined,
        };
        Some(TargetResult {
            outcome,
            at_least: bound.filter(|_| !falls),
            at_most: bound.filter(|_| falls),
            source: target.source.clone(),
        })
    }
}

/// A value over another; neither is below 0.
fn divided(own: Ends, per: Ends) -> Ends {
    let over = |a: Option<Rational>, b: Option<Rational>| a.zip(b).and_then(|(a, b)| a.over(b));
    Ends {
        numerator: own.value,
        denominator: per.value,
        value: over(own.value, per.value),
        low: over(own.low, per.high),
        high: over(own.high, per.low),
    }
}

/// The value of what is known, and how far what is not known may move it.
pub(super) fn ends(indicator: &Indicator, tally: &Tally, complete: bool, closed: bool) -> Ends {
    let empty = match indicator.spec.empty {
        Empty::NotAssessed => None,
        Empty::Full => Some(Rational::ONE),
        Empty::Zero => Some(Rational::ZERO),
    };
    let none_known = tally.counted == 0 && tally.extras == 0;
    let unknown = tally.of_unknown > 0 || tally.worth_unknown > 0;
    let most = indicator.spec.most.unwrap_or(Rational::ONE);
    let found = match &indicator.measure {
        Measure::Met(_) | Measure::Worth(_) => shared(tally, empty, Some(most)),
        Measure::Mean(_) => shared(tally, empty, None),
        Measure::Percentile(part, _) => percentile(tally, *part, empty),
        Measure::Rows | Measure::Sum(_) | Measure::Distinct(_) if tally.rows == 0 && !(closed && complete) => {
            Ends { value: empty, low: empty, high: empty, ..Ends::default() }
        }
        Measure::Distinct(_) => {
            let whole = |count: usize| Some(Rational::from(i64::try_from(count).unwrap_or(i64::MAX)));
            let value = whole(tally.words.len());
            Ends {
                numerator: value,
                value,
                low: value,
                high: whole(tally.words.union(&tally.maybe_words).count()),
                ..Ends::default()
            }
        }
        Measure::Rows | Measure::Sum(_) => {
            let value = tally.known[0];
            let moved = |sign: std::cmp::Ordering| {
                let parts = tally.lows.iter().filter(|(worth, _)| worth.cmp(&&Rational::ZERO) == sign);
                let parts: Option<Vec<Rational>> = parts.map(|(worth, weight)| worth.times(*weight)).collect();
                value.plus(Rational::sum(parts?)?)
            };
            let (low, high) = (moved(std::cmp::Ordering::Less), moved(std::cmp::Ordering::Greater));
            Ends { numerator: Some(value), value: Some(value), low, high, ..Ends::default() }
        }
    };
    let counts = matches!(indicator.measure, Measure::Rows | Measure::Distinct(_));
    let found = if none_known && unknown && !counts { Ends { value: None, ..found } } else { found };
    // Rows that may still come, or whose worth may be anything, leave no ends; a count has at least what is there.
    let found = if tally.unbounded > 0 || !complete {
        Ends { low: found.low.filter(|_| counts && tally.rows > 0), high: None, ..found }
    } else {
        found
    };
    if !complete && tally.rows == 0 {
        return Ends::default();
    }
    // What is known by itself would mislead where no way leads there.
    let outside =
        |value: &Rational| found.low.is_some_and(|low| *value < low) || found.high.is_some_and(|high| high < *value);
    Ends { value: found.value.filter(|value| !outside(value)), ..found }
}

/// A share or mean: the ends take of what may count just what moves them.
fn shared(tally: &Tally, empty: Option<Rational>, most: Option<Rational>) -> Ends {
    let clamp = |value: Rational| most.map_or(value, |most| value.min(most));
    let numerator = tally.known[0].plus(tally.extra[0]);
    let denominator = tally.known[1];
    let value = match numerator.and_then(|sum| sum.over(denominator)) {
        Some(value) => Some(clamp(value)),
        None => empty,
    };
    let end = |sum: Option<Rational>, maybe: &mut dyn Iterator<Item = (&Rational, &Rational)>, down: bool| {
        let (mut sum, mut weights) = (sum?, tally.known[1].plus(tally.open[2])?);
        let mut nothing = (weights == Rational::ZERO).then_some(empty).flatten();
        for (worth, weight) in maybe.filter(|(_, weight)| **weight > Rational::ZERO) {
            let now = sum.over(weights);
            if now.is_some_and(|now| if down { *worth >= now } else { *worth <= now }) {
                break;
            }
            // Whether anything counts at all may be open too.
            nothing = nothing.filter(|_| now.is_none());
            (sum, weights) = (sum.plus(worth.times(*weight)?)?, weights.plus(*weight)?);
        }
        let moved = sum.over(weights).map(clamp);
        match (moved, nothing) {
            (Some(moved), Some(nothing)) => Some(if down { moved.min(nothing) } else { moved.max(nothing) }),
            (moved, nothing) => moved.or(nothing),
        }
    };
    let sum = |place: usize, extra: usize| tally.known[0].plus(*tally.open.get(place)?)?.plus(*tally.extra.get(extra)?);
    Ends {
        numerator,
        denominator: Some(denominator),
        value,
        low: end(sum(0, 1), &mut tally.lows.iter(), true),
        high: end(sum(1, 2), &mut tally.highs.iter().rev(), false),
    }
}

/// The number that a share of the rows does not exceed, by nearest rank.
fn percentile(tally: &Tally, part: Rational, empty: Option<Rational>) -> Ends {
    fn nearest(numbers: &BTreeMap<Rational, i64>, part: Rational) -> Option<Rational> {
        let count: i64 = numbers.values().sum();
        let exact = part.times(Rational::from(count))?;
        let rank = exact.floor() + i128::from(exact.fraction() > Rational::ZERO);
        let mut left = rank.max(1);
        numbers.iter().find_map(|(number, count)| {
            left -= i128::from(*count);
            (left <= 0).then_some(*number)
        })
    }
    let value = nearest(&tally.numbers, part);
    let end = |maybe: &mut dyn Iterator<Item = (&Rational, &i64)>, down: bool| {
        let mut numbers = tally.numbers.clone();
        for (number, count) in maybe {
            for _ in 0..*count {
                let now = nearest(&numbers, part);
                if now.is_some_and(|now| if down { *number >= now } else { *number <= now }) {
                    break;
                }
                *numbers.entry(*number).or_default() += 1;
            }
        }
        nearest(&numbers, part)
    };
    let low = end(&mut tally.maybe_numbers.iter(), true);
    let high = end(&mut tally.maybe_numbers.iter().rev(), false);
    let nothing = || if tally.rows == 0 || tally.of_unknown == 0 { empty } else { None };
    Ends {
        numerator: None,
        denominator: Some(Rational::from(tally.counted)),
        value: value.or_else(nothing),
        low: low.or_else(nothing),
        high: high.or_else(nothing),
    }
}
