//! What a rulebook compiles to.

use super::rules::Rules;
use crate::case::ActSpec;
use crate::document::DocumentRules;
use crate::form::{FormKind, FormSpec};
use crate::ids::{OfficeId, PolicyId, WorkflowId};
use crate::log::Mapping;
use crate::replay::Thresholds;
use crate::score::Policy;
use crate::source::Versions;
use crate::staff::{Organisation, Secrecy};
use crate::text::Text;
use crate::time::Zone;
use crate::workflow::{Library, Workflow};
use indexmap::IndexMap;
use std::sync::Arc;

/// The parts of an office.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) id: OfficeId,
    pub(super) title: Text,
    pub(super) rules: Rules,
    pub(super) organisation: Arc<Organisation>,
    pub(super) workflows: IndexMap<WorkflowId, Versions<Workflow>>,
    /// The same as they are written, to be called by drawings.
    pub(super) library: Library,
    pub(super) thresholds: Thresholds,
    pub(super) acts: IndexMap<String, ActSpec>,
    pub(super) documents: DocumentRules,
    pub(super) forms: IndexMap<FormKind, Versions<FormSpec>>,
    /// The most secret matter that the system may hold.
    pub(super) secrecy: Secrecy,
    /// The zone of the office's own calendar.
    pub(super) zone: Zone,
    pub(super) policies: IndexMap<PolicyId, Versions<Policy>>,
    pub(super) mappings: IndexMap<String, Mapping>,
    /// The mapping of logs that name none.
    pub(super) mapping: Option<String>,
    pub(super) usual_mapping: Mapping,
}
