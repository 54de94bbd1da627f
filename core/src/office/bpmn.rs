//! Writes and reads workflows as BPMN 2.0 files.

use super::handle::Office;
#[cfg(feature = "bpmn")]
use crate::base::error::Error;
use crate::base::error::{Code, Faults};
use crate::base::ids::WorkflowId;
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::workflow::WorkflowSpec;
#[cfg(feature = "bpmn")]
use crate::workflow::bpmn;
use indexmap::IndexMap;
use serde::Serialize;

/// Request for a workflow as a BPMN 2.0 file.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct WriteBpmnRequest {
    /// The workflow.
    pub workflow: WorkflowId,
    /// The day whose version is meant; without one, the latest version.
    pub on: Option<Date>,
}

/// Request to read the workflows of a BPMN 2.0 file.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ReadBpmnRequest {
    /// The file.
    pub xml: String,
}

/// A file as text.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct BpmnFile {
    /// The file.
    pub xml: String,
}

/// The content of a BPMN file.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct BpmnImport {
    /// Its processes, as workflows in the form in which a rulebook writes them.
    pub workflows: IndexMap<WorkflowId, WorkflowSpec>,
    /// Elements that were ignored or replaced, each with its line.
    pub remarks: Vec<BpmnRemark>,
}

/// An element of a BPMN file that a workflow cannot express.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct BpmnRemark {
    /// What was done with it, as a code such as `outside_bpmn` (ignored).
    pub code: Code,
    /// The same as a sentence that names the element.
    pub text: Text,
    /// The line of the file.
    pub line: Option<u64>,
}

#[cfg(feature = "bpmn")]
impl Office {
    /// A workflow as a BPMN 2.0 file.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] or [`Code::NotInForce`] at `/workflow`.
    pub fn write_bpmn(&self, request: &WriteBpmnRequest) -> Result<BpmnFile, Faults> {
        Ok(BpmnFile { xml: bpmn::write(self.workflow(&request.workflow, request.on, "/workflow")?) })
    }
}

#[cfg(feature = "bpmn")]
impl Office {
    /// The workflows of a BPMN 2.0 file.
    ///
    /// # Errors
    /// Faults of the file, with their lines; [`Code::NotBuilt`] without the feature `bpmn`.
    pub fn read_bpmn(&self, request: &ReadBpmnRequest) -> Result<BpmnImport, Faults> {
        let import = bpmn::read(&request.xml)?;
        let remark = |fault: &Error| BpmnRemark { code: fault.code(), text: fault.text(), line: fault.place().line };
        Ok(BpmnImport { remarks: import.remarks.iter().map(remark).collect(), workflows: import.workflows })
    }
}

#[cfg(not(feature = "bpmn"))]
impl Office {
    /// A workflow as a BPMN 2.0 file; not available in this build.
    ///
    /// # Errors
    /// [`Code::NotBuilt`].
    pub fn write_bpmn(&self, _: &WriteBpmnRequest) -> Result<BpmnFile, Faults> {
        Err(crate::base::error::Error::new(Code::NotBuilt).with("feature", "bpmn").into())
    }
}

#[cfg(not(feature = "bpmn"))]
impl Office {
    /// The workflows of a BPMN 2.0 file; not available in this build.
    ///
    /// # Errors
    /// [`Code::NotBuilt`].
    pub fn read_bpmn(&self, _: &ReadBpmnRequest) -> Result<BpmnImport, Faults> {
        Err(crate::base::error::Error::new(Code::NotBuilt).with("feature", "bpmn").into())
    }
}
