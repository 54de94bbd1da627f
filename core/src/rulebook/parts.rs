//! What a rulebook compiles to.

use super::rules::RuleSet;
use crate::base::ids::{OfficeId, PolicyId, WorkflowId};
use crate::base::source::Versions;
use crate::base::text::Text;
use crate::base::time::Zone;
use crate::case::ActSpec;
use crate::document::DocumentRules;
use crate::letter::{LetterKind, LetterSpec};
use crate::log::Mapping;
use crate::people::{Organisation, Secrecy};
use crate::replay::Thresholds;
use crate::score::Policy;
use crate::workflow::{Library, Workflow};
use indexmap::IndexMap;
use std::sync::Arc;

/// The parts of an office.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) id: OfficeId,
    pub(crate) title: Text,
    pub(crate) rules: RuleSet,
    pub(crate) organisation: Arc<Organisation>,
    pub(crate) workflows: IndexMap<WorkflowId, Versions<Workflow>>,
    /// The same as they are written, to be called by drawings.
    pub(crate) library: Library,
    pub(crate) thresholds: Thresholds,
    pub(crate) acts: IndexMap<String, ActSpec>,
    pub(crate) documents: DocumentRules,
    pub(crate) forms: IndexMap<LetterKind, Versions<LetterSpec>>,
    /// The most secret matter that the system may hold.
    pub(crate) secrecy: Secrecy,
    /// The zone of the office's own calendar.
    pub(crate) zone: Zone,
    pub(crate) policies: IndexMap<PolicyId, Versions<Policy>>,
    pub(crate) mappings: IndexMap<String, Mapping>,
    /// The mapping of logs that name none.
    pub(crate) mapping: Option<String>,
    pub(crate) usual_mapping: Mapping,
}
