//! Replay (*phát lại*): derives states, facts and findings from a log of any system.
//!
//! Each case is replayed once, as of an instant; later events are ignored. What a log does not record is not assessed,
//! and the answer says so; it never counts as kept or as broken.

mod align;
mod answer;
mod apart;
mod attribution;
mod case_history;
mod conformance;
mod counts;
mod delaying;
mod discover;
pub(crate) mod facts;
mod find;
pub(crate) mod finding;
mod gaps;
mod net;
mod items;
mod map;
mod messages;
mod month;
mod names;
mod on_time;
mod profile;
mod replayed;
mod rules;
mod run;
mod scope;
mod setting;
mod substitution;
mod survey;
mod tables;
mod words;

#[cfg(feature = "render")]
pub(crate) use answer::Unassessed;
pub use answer::{Count, HoldSpan, Item, NotAssessed, Part, Replay, ReplayedCase, TakenUp};
pub use case_history::{Origin, State};
pub use counts::CountId;
pub use discover::Proposal;
#[doc(hidden)]
pub use discover::ProposedWorkflow;
pub(crate) use discover::propose;
pub(crate) use facts::FactTable;
pub use finding::{Charge, Dimension, Fact, FactKind, Finding, FindingKind, Grade, Subject, SubjectKind};
pub use map::ProcessMap;
pub(crate) use map::map_of;
pub(crate) use month::Month;
pub use on_time::{Share, ShareId, Standing};
#[doc(hidden)]
pub use profile::Midnights;
pub use profile::Profile;
pub(crate) use rules::{CaseData, Hours, Promised, ReplayRules, RoundTheClock, Thresholds};
pub(crate) use run::{fact_table, replay, replay_parts, table};
pub(crate) use scope::{CaseFilter, ReplayScope};
pub use tables::{Column, ColumnKind, GroupKey, SharesOf, Table, TableName, Values};

#[cfg(test)]
mod tests;
