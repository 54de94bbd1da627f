//! What one row gives to an indicator.

use super::compiled::{Indicator, Measure};
use super::functions::{FOUND, HIDDEN, RECORDS};
use super::joined::Joined;
use super::rows::{Coded, Rows};
use super::tally::Judgement;
use crate::base::exact::{Decimal, Rational};
use crate::base::value::{Node, Value};
use crate::rule::{Condition, Context, Machine, Stop};
use std::collections::HashMap;

const NONE: Node = Node { value: Value::Null, line: 0, column: 0 };

/// Judges the rows of a table, each combination of values once.
pub(super) struct Judge<'a> {
    indicator: &'a Indicator,
    /// The columns that conditions read, by their place.
    read: Vec<(usize, &'a Coded)>,
    memory: HashMap<Vec<u32>, Judgement>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(indicator: &'a Indicator, rows: &'a Rows, joined: &'a Joined) -> Self {
        let column = |place: usize| match place {
            FOUND => Some(&joined.found),
            RECORDS => Some(&joined.records),
            place => {
                let name = indicator.columns.get(place)?;
                let name = if name == "standing" { indicator.spec.due.column() } else { name };
                rows.columns.get(name)
            }
        };
        let read = indicator.reads.iter().filter_map(|place| Some((*place, column(*place)?))).collect();
        Self { indicator, read, memory: HashMap::new() }
    }

    pub(super) fn row(&mut self, row: usize) -> &Judgement {
        let key: Vec<u32> = self.read.iter().map(|(_, column)| column.rows.get(row).copied().unwrap_or(0)).collect();
        let (indicator, read) = (self.indicator, &self.read);
        self.memory.entry(key).or_insert_with(|| {
            let mut documents = vec![&NONE; indicator.columns.len().max(HIDDEN.len())];
            for (place, column) in read {
                if let Some(slot) = documents.get_mut(*place) {
                    *slot = column.at(row);
                }
            }
            indicator.judge(&documents)
        })
    }
}

/// Yes, no or unknown.
fn answer(condition: &Condition, documents: &[&Node]) -> Option<bool> {
    condition.holds(Context { data: documents, today: None, calendar: None }).ok()
}

fn number(expression: &Condition, documents: &[&Node]) -> Option<Rational> {
    let mut machine = Machine::new(Context { data: documents, today: None, calendar: None });
    let found: Result<Decimal, Stop> = expression.number_on(&mut machine);
    rational(found.ok()?)
}

fn rational(decimal: Decimal) -> Option<Rational> {
    let (units, scale) = decimal.parts();
    Rational::new(units, 10_i128.checked_pow(u32::from(scale))?)
}

impl Indicator {
    /// What a row gives, of which the documents are the columns.
    pub(super) fn judge(&self, documents: &[&Node]) -> Judgement {
        let asked = |condition: &Option<Condition>, otherwise| {
            condition.as_ref().map_or(Some(otherwise), |condition| answer(condition, documents))
        };
        let worth = match &self.measure {
            Measure::Met(met) => Some(match answer(met, documents) {
                Some(true) => self.cut(documents),
                Some(false) => (Rational::ZERO, Rational::ZERO),
                None => (Rational::ZERO, self.cut(documents).1),
            }),
            Measure::Worth(steps) => steps_of(steps, documents),
            Measure::Rows | Measure::Distinct(_) => Some((Rational::ONE, Rational::ONE)),
            Measure::Sum(value) | Measure::Mean(value) | Measure::Percentile(_, value) => {
                number(value, documents).map(|number| (number, number))
            }
        };
        let word = match &self.measure {
            Measure::Distinct(place) => documents.get(*place).and_then(|node| match &node.value {
                Value::Text(text) => Some(text.to_string()),
                Value::Integer(number) => Some(number.to_string()),
                Value::Bool(truth) => Some(truth.to_string()),
                _ => None,
            }),
            _ => None,
        };
        // A row without the value that is to be told apart may have any.
        let worth = worth.filter(|_| !matches!(self.measure, Measure::Distinct(_)) || word.is_some());
        let weight = match &self.weigh {
            None => Some(Rational::ONE),
            Some(weigh) => number(weigh, documents).filter(|weight| *weight >= Rational::ZERO),
        };
        Judgement {
            of: asked(&self.of, true),
            extra: asked(&self.extra, false),
            worth: worth.filter(|_| weight.is_some()),
            weight: weight.unwrap_or(Rational::ZERO),
            word,
        }
    }

    /// What is left of a row that meets it, at least and at most: what is not known takes all, or nothing.
    fn cut(&self, documents: &[&Node]) -> (Rational, Rational) {
        let found = documents.get(FOUND);
        let (mut left, mut known) = (Some(Rational::ONE), true);
        for cut in &self.spec.cuts {
            let mut times = 0;
            for kind in &cut.finding.0 {
                match found.and_then(|found| found.get(kind)).map(|node| &node.value) {
                    None => {}
                    Some(Value::Integer(count)) => times = times.max(*count),
                    Some(_) => known = false,
                }
            }
            let taken = cut.each.times(Rational::from(times));
            left = left.zip(taken).and_then(|(left, taken)| left.minus(taken));
        }
        let left = left.unwrap_or(Rational::ZERO).max(Rational::ZERO);
        (if known { left } else { Rational::ZERO }, left)
    }

    /// Whether a target is for a group, whose columns alone are known.
    pub(super) fn targets(&self, index: usize, by: &[String], group: &[Option<String>]) -> bool {
        let Some(Some(when)) = self.when.get(index) else { return true };
        let nodes: Vec<Node> = group
            .iter()
            .map(|part| part.as_deref().map_or(Value::Null, |part| Value::Text(part.into())).into())
            .collect();
        let mut documents = vec![&NONE; self.columns.len()];
        for (column, node) in by.iter().zip(&nodes) {
            if let Some(slot) = self.place(column).and_then(|place| documents.get_mut(place)) {
                *slot = node;
            }
        }
        answer(when, &documents) == Some(true)
    }
}

/// The first step that holds; where it is not known which, the least and the most of those that may.
fn steps_of(steps: &[(Option<Condition>, Rational)], documents: &[&Node]) -> Option<(Rational, Rational)> {
    let mut ends: Option<(Rational, Rational)> = None;
    for (when, is) in steps {
        let holds = when.as_ref().map_or(Some(true), |when| answer(when, documents));
        if holds != Some(false) {
            ends = Some(ends.map_or((*is, *is), |(low, high)| (low.min(*is), high.max(*is))));
        }
        if holds == Some(true) {
            return ends;
        }
    }
    ends
}
