//! What restating a rulebook takes and gives.

use crate::base::canon::Hash;
use crate::base::error::{Code, Place};
use crate::base::ids::{OfficeId, ProcedureId};
use crate::base::shape::{Shape, Term};
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::time::Stamp;
use serde::Serialize;

/// Request for the rules in plain sentences.
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct RestateRequest {
    /// Only sentences on this procedure.
    pub procedure: Option<ProcedureId>,
    /// The instant of acceptance for which sample due dates are computed.
    pub accepted_at: Option<Stamp>,
}

/// The subject of a sentence of a restated rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum StatementKind {
    /// A calendar (*lịch làm việc*).
    #[term("calendar")]
    Calendar,
    /// A unit (*đơn vị*).
    #[term("unit")]
    Unit,
    /// A procedure (*thủ tục*).
    #[term("procedure")]
    Procedure,
    /// A limit (*thời hạn*).
    #[term("limit")]
    Limit,
    /// A sample due date (*ví dụ hạn trả*).
    #[term("sample")]
    Sample,
    /// A component of a dossier (*thành phần hồ sơ*).
    #[term("component")]
    Component,
    /// A rule (*quy tắc*).
    #[term("rule")]
    Rule,
    /// A fee (*phí, lệ phí*).
    #[term("fee")]
    Fee,
    /// A workflow (*quy trình*).
    #[term("workflow")]
    Workflow,
    /// A step of a workflow (*bước*).
    #[term("step")]
    Step,
    /// A scoring policy (*quy chế chấm điểm*).
    #[term("policy")]
    Policy,
    /// A kind of record from outside the log (*loại ghi nhận*).
    #[term("record")]
    Record,
    /// An indicator (*chỉ tiêu*).
    #[term("indicator")]
    Indicator,
}

/// One rule as a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Statement {
    /// Its subject.
    pub kind: StatementKind,
    /// The entry of the rulebook, such as `procedures/2.001199`.
    pub entry: String,
    /// The sentence.
    pub text: Text,
    /// The legal basis (*căn cứ*).
    pub source: Vec<Source>,
}

/// A failed example.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct ExampleFault {
    /// The error code.
    pub code: Code,
    /// The error as a sentence.
    pub text: Text,
    /// The place of the example.
    pub at: Place,
}

/// A rulebook in plain sentences.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Restated {
    /// Identifier of the rulebook.
    pub id: OfficeId,
    /// Its title.
    pub title: Text,
    /// Its hash.
    pub hash: Hash,
    /// The sentences, in the order of the rulebook.
    pub statements: Vec<Statement>,
    /// The number of examples in the rulebook.
    pub examples: u32,
    /// The failed examples.
    pub faults: Vec<ExampleFault>,
}
