//! Sums of one group: they add up over rows and over shards in any order.

use crate::base::exact::Rational;
use std::collections::{BTreeMap, BTreeSet};

/// What a row gives to its group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Judgement {
    /// Whether it counts.
    pub(super) of: Option<bool>,
    /// Whether it counts above the line only.
    pub(super) extra: Option<bool>,
    /// What it is worth, or its number: the lowest and the highest possible; equal where it is known.
    pub(super) worth: Option<(Rational, Rational)>,
    /// Its weight.
    pub(super) weight: Rational,
    /// The value that is told apart from others.
    pub(super) word: Option<String>,
}

/// The sums of one group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Rows of the period.
    pub(super) rows: i64,
    /// Of these, those that count and whose worth is known.
    pub(super) counted: i64,
    /// Those whose worth is all of it.
    pub(super) whole: i64,
    /// Those that do not count.
    pub(super) not_of: i64,
    /// Those of which it is not known whether they count.
    pub(super) of_unknown: i64,
    /// Those that count and whose worth is not known.
    pub(super) worth_unknown: i64,
    /// Rows of which the ends of the value cannot be told.
    pub(super) unbounded: i64,
    pub(super) extras: i64,
    /// The weighed worth of what counts, and the weights; of what counts for certain with unknown worth, the lowest and
    /// the highest worth and the weight.
    pub(super) known: [Rational; 2],
    pub(super) open: [Rational; 3],
    /// What is above the line only: known, the lowest and the highest.
    pub(super) extra: [Rational; 3],
    /// What may count: weights by lowest and by highest worth.
    pub(super) lows: BTreeMap<Rational, Rational>,
    pub(super) highs: BTreeMap<Rational, Rational>,
    /// Different values; those of rows that count, and of those that may.
    pub(super) words: BTreeSet<String>,
    pub(super) maybe_words: BTreeSet<String>,
    /// Rows by their number; of rows that count, and of those that may.
    pub(super) numbers: BTreeMap<Rational, i64>,
    pub(super) maybe_numbers: BTreeMap<Rational, i64>,
    /// Whether a sum left the exact range.
    pub(super) overflow: bool,
}

fn add(sum: &mut Rational, part: Option<Rational>, overflow: &mut bool) {
    match part.and_then(|part| sum.plus(part)) {
        Some(all) => *sum = all,
        None => *overflow = true,
    }
}

impl Default for Rational {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Tally {
    /// One more row.
    pub(super) fn see(&mut self, row: &Judgement) {
        self.rows += 1;
        let weighed = |worth: Rational| worth.times(row.weight);
        match (row.of, row.worth) {
            (Some(true), Some((low, high))) if low == high => {
                self.counted += 1;
                self.whole += i64::from(low == Rational::ONE);
                add(&mut self.known[0], weighed(low), &mut self.overflow);
                add(&mut self.known[1], Some(row.weight), &mut self.overflow);
                *self.numbers.entry(low).or_default() += 1;
                self.words.extend(row.word.clone());
            }
            (Some(true), Some((low, high))) => {
                self.worth_unknown += 1;
                add(&mut self.open[0], weighed(low), &mut self.overflow);
                add(&mut self.open[1], weighed(high), &mut self.overflow);
                add(&mut self.open[2], Some(row.weight), &mut self.overflow);
            }
            (Some(true), None) => {
                self.worth_unknown += 1;
                self.unbounded += 1;
            }
            (None, worth) => {
                self.of_unknown += 1;
                match worth {
                    Some((low, high)) => {
                        for (side, worth) in [(&mut self.lows, low), (&mut self.highs, high)] {
                            add(side.entry(worth).or_default(), Some(row.weight), &mut self.overflow);
                        }
                        *self.maybe_numbers.entry(low).or_default() += 1;
                        self.maybe_words.extend(row.word.clone());
                    }
                    None => self.unbounded += 1,
                }
            }
            (Some(false), worth) => match (row.extra, worth) {
                (Some(true), Some((low, high))) => {
                    self.extras += 1;
                    let known = if low == high { low } else { Rational::ZERO };
                    for (sum, worth) in self.extra.iter_mut().zip([known, low, high]) {
                        add(sum, weighed(worth), &mut self.overflow);
                    }
                }
                (None, Some((_, high))) => {
                    self.of_unknown += 1;
                    add(&mut self.extra[2], weighed(high), &mut self.overflow);
                }
                _ => self.not_of += 1,
            },
        }
    }

    /// Takes what another tally has.
    pub(super) fn merge(&mut self, other: &Self) {
        let counts = [
            (&mut self.rows, other.rows),
            (&mut self.counted, other.counted),
            (&mut self.whole, other.whole),
            (&mut self.not_of, other.not_of),
            (&mut self.of_unknown, other.of_unknown),
            (&mut self.worth_unknown, other.worth_unknown),
            (&mut self.unbounded, other.unbounded),
            (&mut self.extras, other.extras),
        ];
        counts.into_iter().for_each(|(own, more)| *own += more);
        let sums = self.known.iter_mut().chain(&mut self.open).chain(&mut self.extra);
        let more = other.known.iter().chain(&other.open).chain(&other.extra);
        sums.zip(more).for_each(|(own, more)| add(own, Some(*more), &mut self.overflow));
        for (own, more) in [(&mut self.lows, &other.lows), (&mut self.highs, &other.highs)] {
            more.iter().for_each(|(worth, weight)| {
                add(own.entry(*worth).or_default(), Some(*weight), &mut self.overflow);
            });
        }
        for (own, more) in [(&mut self.numbers, &other.numbers), (&mut self.maybe_numbers, &other.maybe_numbers)] {
            more.iter().for_each(|(number, count)| *own.entry(*number).or_default() += count);
        }
        self.words.extend(other.words.iter().cloned());
        self.maybe_words.extend(other.maybe_words.iter().cloned());
        self.overflow |= other.overflow;
    }
}
