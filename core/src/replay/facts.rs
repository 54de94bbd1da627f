//! Facts in columns: counts over items, as integers that add up over cases in any order.

use super::month::Month;
use super::names::AllNames;
use super::on_time::Standing;
use crate::base::Arrange;
use crate::base::exact::Rational;
use crate::base::names::Names;
use crate::base::time::Seconds;
use crate::log::{Log, Symbol};
use crate::replay::finding::{Fact, FactKind, Grade};
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

/// An item as numbers.
#[derive(Clone, Copy)]
pub(super) struct Cells {
    pub(super) step: Option<Symbol>,
    pub(super) officer: Option<Symbol>,
    pub(super) unit: Option<Symbol>,
    pub(super) month: Month,
    pub(super) completed: bool,
    pub(super) standings: [Standing; 3],
    pub(super) visits: i64,
    pub(super) held: Seconds,
    pub(super) charged: Seconds,
    pub(super) share: Rational,
}

impl Cells {
    /// The standing by the due that counts.
    pub(super) const fn standing(&self) -> Standing {
        let [judging, ..] = self.standings;
        judging
    }
}

/// What is counted of items, in the order of [`Sums`], which is alphabetical.
const KINDS: usize = FactKind::ALL.len();

/// Which month, unit, officer and step a count belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    officer: Option<Symbol>,
    unit: Option<Symbol>,
    step: Option<Symbol>,
    month: Month,
}

impl Hash for Key {
    /// Hashes two words instead of one for each part and tag.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let number = |name: Option<Symbol>| name.map_or(0, |name| name.index() as u64 + 1);
        state.write_u64(number(self.officer) << 32 | number(self.unit));
        state.write_u64(number(self.step) << 32 | u64::from(self.month.0.cast_unsigned()));
    }
}

/// The counts of each kind, the seconds of the two kinds that have any, and the least evidence among them. It fits one
/// cache line. No log has more events than the counts can hold.
#[derive(Clone, Copy, Debug)]
struct Sums {
    counts: [u32; KINDS],
    charged: Seconds,
    held: Seconds,
    grade: Grade,
}

/// The facts of a replay in columns (*bảng dữ kiện*): names are symbols, see [`FactTable::name`]; rows are ordered by kind, month,
/// unit, officer and step.
#[derive(Clone, Debug, Default)]
pub struct FactTable {
    keys: Vec<Key>,
    sums: Vec<Sums>,
    /// The index of the sums of each key.
    places: HashMap<Key, u32, RandomState>,
    /// The names that the rules have and the log has not.
    more: Names,
}

/// A row of a `FactTable`; see [`Fact`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactCells {
    /// What was counted, such as `completed`.
    pub kind: FactKind,
    /// The officer; `None` if unknown.
    pub officer: Option<Symbol>,
    /// The unit; `None` if unknown.
    pub unit: Option<Symbol>,
    /// The step; `None` for the case as a whole.
    pub step: Option<Symbol>,
    /// The month that it counts for.
    pub month: Month,
    /// The number counted.
    pub count: i64,
    /// Working seconds; 0 for kinds that have none.
    pub working_seconds: Seconds,
    /// How much the log recorded for this count.
    pub grade: Grade,
}

impl FactTable {
    /// Counts an item.
    pub(super) fn add(&mut self, item: &Cells, grade: Grade) {
        let key = Key { officer: item.officer, unit: item.unit, step: item.step, month: item.month };
        let next = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            self.keys.push(key);
            self.sums.push(Sums { counts: [0; KINDS], charged: Seconds(0), held: Seconds(0), grade });
        }
        let Some(sums) = self.sums.get_mut(place as usize) else { return };
        let standing = item.standing();
        let void = standing == Standing::Void;
        for (sum, (_, kind)) in sums.counts.iter_mut().zip(FactKind::ALL) {
            let count = match kind {
                FactKind::Assigned => u32::from(!void),
                FactKind::Charged => u32::from(item.share > Rational::ZERO),
                FactKind::Completed => u32::from(item.completed),
                FactKind::Held if item.step.is_none() => 0,
                FactKind::Held => u32::try_from(item.visits).unwrap_or(u32::MAX),
                FactKind::Late => u32::from(standing == Standing::Late),
                FactKind::MovedOrStopped => u32::from(void),
                FactKind::NotAssessed => u32::from(standing == Standing::NotAssessed),
                FactKind::OnTime => u32::from(standing == Standing::OnTime),
                FactKind::Running => u32::from(standing == Standing::Running),
                FactKind::Undetermined => u32::from(standing == Standing::Undetermined),
            };
            *sum = sum.saturating_add(count);
        }
        sums.charged = sums.charged + item.charged;
        sums.held = sums.held + if item.step.is_some() { item.held } else { Seconds(0) };
        sums.grade = sums.grade.min(grade);
    }

    /// The same table, ordered by month, unit, officer and step.
    pub(super) fn sorted(self, known: &AllNames<'_>) -> Self {
        let of = |key: &Key| [key.unit, key.officer, key.step];
        let mut names: Vec<Symbol> = self.keys.iter().flat_map(of).flatten().collect();
        names.sort_unstable();
        names.dedup();
        names.arrange_by_key(|name| known.name(*name));
        let ranks: HashMap<Symbol, u32, RandomState> = names.into_iter().zip(0..).collect();
        let rank = |name: Option<Symbol>| name.and_then(|name| ranks.get(&name));
        let mut both: Vec<(Key, Sums)> = self.keys.into_iter().zip(self.sums).collect();
        both.sort_by_cached_key(|(key, _)| (key.month, of(key).map(rank)));
        let (keys, sums) = both.into_iter().unzip();
        Self { keys, sums, places: HashMap::default(), more: known.more() }
    }

    /// The name of a symbol of a row, which may be one that the log does not have.
    pub fn name<'t>(&'t self, log: &'t Log, symbol: Symbol) -> &'t str {
        if self.more.has(symbol) { self.more.get(symbol) } else { log.name(symbol) }
    }

    /// The rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = FactCells> + '_ {
        let of_kind = move |(index, (_, kind)): (usize, &(_, FactKind))| {
            let kind = *kind;
            self.keys.iter().zip(&self.sums).filter_map(move |(key, sums)| {
                let count = sums.counts.get(index).copied().filter(|count| *count > 0)?.into();
                let seconds = match kind {
                    FactKind::Charged => sums.charged,
                    FactKind::Held => sums.held,
                    FactKind::Assigned
                    | FactKind::Completed
                    | FactKind::Late
                    | FactKind::MovedOrStopped
                    | FactKind::NotAssessed
                    | FactKind::OnTime
                    | FactKind::Running
                    | FactKind::Undetermined => Seconds(0),
                };
                let Key { officer, unit, step, month } = *key;
                Some(FactCells { kind, officer, unit, step, month, count, working_seconds: seconds, grade: sums.grade })
            })
        };
        FactKind::ALL.iter().enumerate().flat_map(of_kind)
    }

    /// The rows with names instead of symbols.
    pub(super) fn facts(&self, ids: &super::names::Ids<'_>) -> Vec<Fact> {
        let fact = |row: FactCells| Fact {
            kind: row.kind,
            officer: ids.officer(row.officer),
            unit: ids.unit(row.unit),
            step: ids.step(row.step),
            period: row.month.to_string(),
            count: row.count,
            working_seconds: row.working_seconds,
            grade: row.grade,
        };
        self.rows().map(fact).collect()
    }
}
