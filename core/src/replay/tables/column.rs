//! Columns and how they are filled.

use super::super::month::Month;
use super::super::names::AllNames;
use crate::base::error::Faults;
use crate::base::shape::{Cursor, Shape, Term, deserialize_shapes};
use crate::base::text::Text;
use crate::base::time::Stamp;
use crate::base::value::{Node, Value};
use crate::log::Symbol;
use serde::{Serialize, Serializer};
use std::collections::HashMap;

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Term)]
pub enum ColumnKind {
    /// A name, or a word of a closed set; few different ones.
    #[term("word")]
    Word,
    /// A text of its own for each row.
    #[term("text")]
    Text,
    /// A whole number: a count, or seconds where the name ends so.
    #[term("whole")]
    Whole,
    /// Yes or no.
    #[term("truth")]
    Truth,
    /// An instant, written with the offset of the office.
    #[term("instant")]
    Instant,
}

/// A table (*bảng*): columns of one length.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Table {
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The number of rows.
    pub rows: i64,
}

/// A column of a table (*cột*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Column {
    /// Its name, such as `case_id`; durations end in `_seconds` or `_working_seconds`.
    pub name: String,
    /// What its values are.
    pub kind: ColumnKind,
    /// Its title for people.
    pub title: Text,
    /// A value for each row; `null` where there is none.
    pub values: Values,
}

/// The values of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Values {
    /// Words, each once, and for each row which it is.
    Word {
        /// The words.
        words: Vec<String>,
        /// Their indices.
        rows: Vec<Option<u32>>,
    },
    /// Texts.
    Text(Vec<Option<String>>),
    /// Whole numbers.
    Whole(Vec<Option<i64>>),
    /// Yes or no.
    Truth(Vec<Option<bool>>),
    /// Instants.
    Instant(Vec<Option<Stamp>>),
}

impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Word { words, rows } => {
                serializer.collect_seq(rows.iter().map(|row| row.and_then(|row| words.get(row as usize))))
            }
            Self::Text(rows) => serializer.collect_seq(rows),
            Self::Whole(rows) => serializer.collect_seq(rows),
            Self::Truth(rows) => serializer.collect_seq(rows),
            Self::Instant(rows) => serializer.collect_seq(rows),
        }
    }
}

deserialize_shapes!(Values);

impl Shape for Values {
    /// Reads a list of JSON; instants stay the texts that they are written as.
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let list = Vec::<Node>::read(at, faults)?;
        let whole = |node: &Node| match node.value {
            Value::Integer(number) => Some(number),
            _ => None,
        };
        let truth = |node: &Node| match node.value {
            Value::Bool(truth) => Some(truth),
            _ => None,
        };
        Some(match list.iter().find(|node| !matches!(node.value, Value::Null)) {
            Some(node) if whole(node).is_some() => Self::Whole(list.iter().map(whole).collect()),
            Some(node) if truth(node).is_some() => Self::Truth(list.iter().map(truth).collect()),
            _ => Self::Text(list.iter().map(|node| node.value.as_text().map(str::to_owned)).collect()),
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Values {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Values".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "array", "items": {"type": ["string", "integer", "boolean", "null"]}})
    }
}

/// The value of a row in a column.
pub(super) enum Cell {
    None,
    Name(Symbol),
    Word(&'static str),
    Month(Month),
    Text(String),
    Whole(i64),
    Truth(bool),
    Instant(Stamp),
}

/// A word of a column before names are written out.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Word {
    Name(Symbol),
    Term(&'static str),
    Month(Month),
    Text(String),
}

/// A column that is being filled.
pub(super) enum Filling {
    Word { words: Vec<Word>, places: HashMap<Word, u32, foldhash::fast::RandomState>, rows: Vec<Option<u32>> },
    Text(Vec<Option<String>>),
    Whole(Vec<Option<i64>>),
    Truth(Vec<Option<bool>>),
    Instant(Vec<Option<Stamp>>),
}

impl Filling {
    pub(super) fn new(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Word => Self::Word { words: Vec::new(), places: HashMap::default(), rows: Vec::new() },
            ColumnKind::Text => Self::Text(Vec::new()),
            ColumnKind::Whole => Self::Whole(Vec::new()),
            ColumnKind::Truth => Self::Truth(Vec::new()),
            ColumnKind::Instant => Self::Instant(Vec::new()),
        }
    }

    /// Adds the value of a row; one that is not of the column's kind counts as none.
    pub(super) fn push(&mut self, cell: Cell) {
        match (self, cell) {
            (Self::Text(rows), Cell::Text(text)) => rows.push(Some(text)),
            (Self::Text(rows), _) => rows.push(None),
            (Self::Whole(rows), Cell::Whole(number)) => rows.push(Some(number)),
            (Self::Whole(rows), _) => rows.push(None),
            (Self::Truth(rows), Cell::Truth(truth)) => rows.push(Some(truth)),
            (Self::Truth(rows), _) => rows.push(None),
            (Self::Instant(rows), Cell::Instant(stamp)) => rows.push(Some(stamp)),
            (Self::Instant(rows), _) => rows.push(None),
            (Self::Word { words, places, rows }, cell) => {
                let word = match cell {
                    Cell::Name(name) => Word::Name(name),
                    Cell::Word(word) => Word::Term(word),
                    Cell::Month(month) => Word::Month(month),
                    Cell::Text(text) => Word::Text(text),
                    _ => return rows.push(None),
                };
                let next = u32::try_from(words.len()).unwrap_or(u32::MAX);
                let place = *places.entry(word.clone()).or_insert(next);
                if place == next {
                    words.push(word);
                }
                rows.push(Some(place));
            }
        }
    }

    pub(super) fn finish(self, names: &AllNames<'_>) -> Values {
        match self {
            Self::Word { words, rows, .. } => {
                let word = |word| match word {
                    Word::Name(symbol) => names.name(symbol).to_owned(),
                    Word::Term(word) => word.to_owned(),
                    Word::Month(month) => month.to_string(),
                    Word::Text(text) => text,
                };
                Values::Word { words: words.into_iter().map(word).collect(), rows }
            }
            Self::Text(rows) => Values::Text(rows),
            Self::Whole(rows) => Values::Whole(rows),
            Self::Truth(rows) => Values::Truth(rows),
            Self::Instant(rows) => Values::Instant(rows),
        }
    }
}
