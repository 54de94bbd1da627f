//! The compiled parts of a rulebook.

use super::rules::RuleSet;
use crate::base::ids::{OfficeId, PolicyId, WorkflowId};
use crate::base::source::Versions;
use crate::base::text::Text;
use crate::base::time::Zone;
use crate::case::{ActSpec, Naming};
use crate::document::DocumentRules;
use crate::letter::{LetterKind, LetterSpec};
use crate::log::Mapping;
use crate::people::{Organisation, Secrecy};
use crate::replay::Thresholds;
use crate::score::Policy;
use crate::score::indicator::{Indicator, RecordKind};
use crate::workflow::{Library, Workflow};
use indexmap::IndexMap;
use std::sync::Arc;

/// The compiled parts of a rulebook.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) id: OfficeId,
    pub(crate) title: Text,
    pub(crate) rules: RuleSet,
    pub(crate) organisation: Arc<Organisation>,
    pub(crate) workflows: IndexMap<WorkflowId, Versions<Workflow>>,
    /// The workflows as written, for drafts that call them.
    pub(crate) library: Library,
    pub(crate) thresholds: Thresholds,
    pub(crate) acts: IndexMap<String, ActSpec>,
    pub(crate) documents: DocumentRules,
    pub(crate) forms: IndexMap<LetterKind, Versions<LetterSpec>>,
    /// The highest level of secrecy that the system may hold.
    pub(crate) secrecy: Secrecy,
    /// What naming an officer for the next step means.
    pub(crate) naming: Naming,
    /// The time zone of the default calendar.
    pub(crate) zone: Zone,
    pub(crate) policies: IndexMap<PolicyId, Versions<Policy>>,
    pub(crate) records: IndexMap<String, RecordKind>,
    pub(crate) indicators: IndexMap<String, Versions<Indicator>>,
    pub(crate) mappings: IndexMap<String, Mapping>,
    /// The default mapping of logs.
    pub(crate) mapping: Option<String>,
    pub(crate) usual_mapping: Mapping,
}
