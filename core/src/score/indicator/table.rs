//! The tables that indicators read, and what their columns are called.

use super::record::{BASE, RecordKind};
use super::rows::UNKNOWN;
use crate::base::text::Text;
use crate::replay::{FindingKind, Standing, TableName};
use indexmap::IndexMap;

/// A table that indicators read.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum TableKind {
    /// One of a replay.
    Replay(TableName),
    /// The rows of a kind of record.
    Records(String),
}

/// The tables of a replay that an indicator may name.
pub(super) const OF_REPLAY: [TableName; 5] =
    [TableName::Cases, TableName::Items, TableName::Holds, TableName::Findings, TableName::Charges];

impl TableKind {
    /// The table of a name.
    pub(super) fn read(name: &str, kinds: &IndexMap<String, RecordKind>) -> Option<Self> {
        if let Some(kind) = name.strip_prefix("records.") {
            return kinds.contains_key(kind).then(|| Self::Records(kind.to_owned()));
        }
        OF_REPLAY.into_iter().find(|table| table.as_str() == name).map(Self::Replay)
    }

    /// The names that a table may have.
    pub(super) fn names(kinds: &IndexMap<String, RecordKind>) -> Vec<String> {
        let of_replay = OF_REPLAY.iter().map(|table| table.as_str().to_owned());
        of_replay.chain(kinds.keys().map(|kind| format!("records.{kind}"))).collect()
    }

    /// The names of its columns.
    pub(super) fn columns(&self, kinds: &IndexMap<String, RecordKind>) -> Vec<String> {
        match self {
            Self::Replay(table) => table.columns().map(|(name, ..)| name.to_owned()).collect(),
            Self::Records(kind) => {
                let own = kinds.get(kind).into_iter().flat_map(|kind| kind.spec.fields.keys().cloned());
                BASE.iter().map(|(name, ..)| (*name).to_owned()).chain(own).collect()
            }
        }
    }

    /// What a column is called.
    pub(super) fn title(&self, column: &str) -> Option<Text> {
        match self {
            Self::Replay(table) => table.columns().find(|(name, ..)| *name == column).map(|(_, _, title)| title.text()),
            Self::Records(_) => BASE.iter().find(|(name, ..)| *name == column).map(|(_, _, title)| title.text()),
        }
    }

    /// The words that a column can have, where they are a closed set.
    pub(super) fn terms(&self, column: &str) -> Option<Vec<&'static str>> {
        let names = match (self, column) {
            (Self::Replay(_), "standing" | "standing_recorded" | "standing_recomputed" | "standing_original") => {
                Standing::ALL
                    .iter()
                    .filter(|(_, standing)| !UNKNOWN.contains(standing))
                    .map(|(name, _)| *name)
                    .collect()
            }
            (Self::Replay(TableName::Findings | TableName::Charges), "kind") => {
                FindingKind::ALL.iter().map(|(name, _)| *name).collect()
            }
            (Self::Replay(TableName::Cases), "state") => {
                crate::replay::State::ALL.iter().map(|(name, _)| *name).collect()
            }
            (Self::Replay(_), "grade") => crate::replay::Grade::ALL.iter().map(|(name, _)| *name).collect(),
            _ => return None,
        };
        Some(names)
    }
}

impl std::fmt::Display for TableKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Replay(table) => f.write_str(table.as_str()),
            Self::Records(kind) => write!(f, "records.{kind}"),
        }
    }
}
