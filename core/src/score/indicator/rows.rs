//! The rows of a table, each column as its different values and which of them a row has.
//!
//! A condition that reads three columns is then decided once for each combination of their values that occurs.

use crate::base::value::{Node, Value};
use crate::replay::{Standing, Table, Values};
use std::collections::HashMap;
use std::hash::Hash;

/// Standings that say that it is not known: a condition on them is neither met nor missed.
pub(super) const UNKNOWN: [Standing; 2] = [Standing::Undetermined, Standing::NotAssessed];

/// A column: its different values, the first of which is none, and which of them each row has.
#[derive(Clone, Debug)]
pub(crate) struct Coded {
    pub(super) values: Vec<Node>,
    pub(super) rows: Vec<u32>,
}

/// The rows of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    pub(super) columns: HashMap<String, Coded>,
    pub(super) count: usize,
}

/// A column that is being filled.
pub(super) struct Coder<K> {
    places: HashMap<K, u32, foldhash::fast::RandomState>,
    pub(super) coded: Coded,
}

impl<K: Hash + Eq> Coder<K> {
    pub(super) fn new() -> Self {
        let coded = Coded { values: vec![Value::Null.into()], rows: Vec::new() };
        Self { places: HashMap::default(), coded }
    }

    /// The next row.
    pub(super) fn push(&mut self, key: Option<K>, value: impl FnOnce(&K) -> Value) {
        let Some(key) = key else { return self.coded.rows.push(0) };
        let next = u32::try_from(self.coded.values.len()).unwrap_or(u32::MAX);
        let values = &mut self.coded.values;
        let place = *self.places.entry(key).or_insert_with_key(|key| {
            values.push(value(key).into());
            next
        });
        self.coded.rows.push(place);
    }
}

fn coded<K: Hash + Eq + Clone>(rows: &[Option<K>], value: impl Fn(&K) -> Value) -> Coded {
    let mut coder = Coder::new();
    rows.iter().for_each(|row| coder.push(row.clone(), &value));
    coder.coded
}

impl Coded {
    /// The value of a row.
    pub(super) fn at(&self, row: usize) -> &Node {
        static NONE: Node = Node { value: Value::Null, line: 0, column: 0 };
        let place = self.rows.get(row).copied().unwrap_or(0);
        usize::try_from(place).ok().and_then(|place| self.values.get(place)).unwrap_or(&NONE)
    }

    /// The text of a row.
    pub(super) fn text(&self, row: usize) -> Option<&str> {
        self.at(row).value.as_text()
    }

    /// Takes words for nothing.
    fn forget(&mut self, words: &[Standing]) {
        let is =
            |node: &Node| node.value.as_text().and_then(Standing::from_name).is_some_and(|one| words.contains(&one));
        self.values.iter_mut().filter(|node| is(node)).for_each(|node| node.value = Value::Null);
    }

    fn of_values(values: &Values) -> Self {
        let text = |text: &String| Value::Text(text.as_str().into());
        match values {
            Values::Word { words, rows } => Self {
                values: std::iter::once(Value::Null).chain(words.iter().map(text)).map(Node::from).collect(),
                rows: rows.iter().map(|row| row.map_or(0, |row| row.saturating_add(1))).collect(),
            },
            Values::Text(rows) => coded(rows, text),
            Values::Whole(rows) => coded(rows, |number| Value::Integer(*number)),
            Values::Truth(rows) => coded(rows, |truth| Value::Bool(*truth)),
            Values::Instant(rows) => coded(rows, |stamp| Value::Text(stamp.to_string().into())),
        }
    }
}

impl Rows {
    /// The rows of a table of a replay. Of items, those that are a step: a case as a whole is a row of the cases.
    pub(crate) fn of_table(table: &Table, wanted: &dyn Fn(&str) -> bool, steps_only: bool) -> Self {
        let wanted = |name: &str| wanted(name) || (steps_only && name == "step");
        let columns = table.columns.iter().filter(|column| wanted(&column.name));
        let mut columns: HashMap<String, Coded> =
            columns.map(|column| (column.name.clone(), Coded::of_values(&column.values))).collect();
        for (_, column) in columns.iter_mut().filter(|(name, _)| name.starts_with("standing")) {
            column.forget(&UNKNOWN);
        }
        let mut count = usize::try_from(table.rows).unwrap_or(0);
        if steps_only && let Some(steps) = columns.get("step") {
            let keep: Vec<bool> = steps.rows.iter().map(|place| *place != 0).collect();
            for column in columns.values_mut() {
                let mut keep = keep.iter();
                column.rows.retain(|_| keep.next().copied().unwrap_or(false));
            }
            count = keep.iter().filter(|keep| **keep).count();
        }
        Self { columns, count }
    }

    /// The value of a column in a row.
    pub(super) fn text(&self, column: &str, row: usize) -> Option<&str> {
        self.columns.get(column)?.text(row)
    }
}
