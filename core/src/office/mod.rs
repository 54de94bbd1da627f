//! The running office (*cơ quan*): all operations with typed requests and answers.

mod bpmn;
mod calendar;
mod case_rules;
mod cases;
mod check;
mod checker;
mod days;
mod description;
mod diff;
mod diff_words;
mod discovery;
mod documents;
mod due;
mod exchange;
#[cfg(feature = "xes")]
mod files;
mod form;
mod form_session;
mod journal;
mod letter;
mod logs;
mod people;
mod handle;
mod indicators;
mod reminders;
mod replay_rules;
#[cfg(feature = "xes")]
mod staff_tables;
mod step_names;
mod tables;
mod workflows;

pub use bpmn::{BpmnFile, BpmnImport, BpmnRemark, ReadBpmnRequest, WriteBpmnRequest};
pub use cases::{
    Agenda, AgendaRequest, Applied, ApplyRequest, FoldRequest, Folded, MayRequest, Permission, Refused, SuggestRequest,
};
pub use check::{CheckRequest, DossierRequest, TraceRequest};
pub use checker::{Checker, DossierChange};
pub use days::{DayAnswer, DayRequest, Elapsed, ElapsedRequest, ZoneRequest};
pub use description::{DescribeRequest, Description};
pub use diff::{Change, Diff, DiffRequest, TouchedCase};
pub use discovery::{DiscoverRequest, MapRequest};
pub use documents::{DocumentsRequest, HandlingRequest, NextNumber, NumberRequest, RetentionRequest};
pub use due::{DueAnswer, DueRequest, LatestStartRequest};
pub use exchange::{EdxmlFile, ExchangeRequest, Exchanged, ReadEdxmlRequest, WriteEdxmlRequest};
#[cfg(feature = "xes")]
#[doc(hidden)]
pub use files::{ChosenMapping, MappingChoice};
pub use form::{FormRequest, ProcedureForm, ReadForm, ReadFormRequest};
pub use form_session::{FormAct, FormChange, FormEdit, FormSession};
pub use handle::Office;
pub use indicators::{Indicators, IndicatorsRequest};
pub use journal::{ProveRequest, Proven, SealRequest, Sealed, Verified, VerifyRequest};
pub use letter::LetterRequest;
pub(crate) use logs::with_offsets;
pub use logs::{MergeRequest, Merged, ProfileRequest, ReplayRequest, ScoreRequest};
pub use reminders::{CalendarFile, CalendarFileRequest, RemindedItem, RemindersRequest};
pub use tables::{CaseSelection, SharesRequest, TableRequest};
pub use workflows::{
    Difference, DrawRequest, Judged, Picture, PictureFormat, SimulateRequest, Simulated, SoundnessRequest,
};
