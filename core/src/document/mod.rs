//! Documents (*văn bản*): kinds, number and symbol, registers, signing powers, and the check of one document.
//!
//! The rules are those of Decree 30/2020/NĐ-CP on clerical work. Symbols are compared in NFC, with capitals and
//! diacritics: `DA` is a project and `ĐA` a scheme.

mod check;
mod decree;
pub(crate) mod exchange;
mod handling;
mod kind;
mod register;
mod registry;
mod retention;
mod rules;
mod signer;
mod signing;
mod spec;
mod spelling;
mod symbol;

pub(crate) use check::{Context, check};
use decree::decree_30;
#[cfg(feature = "xml")]
pub(crate) use exchange::read as read_edxml;
pub use exchange::{
    Attachment, Business, BusinessKind, Deviation, DeviationKind, EdocCode, EdocKind, EdocMessage, EdocOther,
    EdocReading, EdocSigner, EdocStatus, Exchange, ExchangeStatus, Organ, Promulgation, Replacement, ResponseFor,
    StaffInfo, Trace,
};
#[cfg(feature = "xml")]
pub(crate) use exchange::{write_message, write_status};
pub use handling::Handling;
pub(crate) use handling::handling;
pub use kind::{CopyKind, Direction, Kind, Urgency};
pub use register::Entry;
pub(crate) use register::{audit, backdated, next_number};
pub(crate) use registry::look_over;
pub use registry::{DocumentStanding, DocumentState, Registry};
pub use retention::Retention;
pub(crate) use retention::retention;
pub(crate) use rules::{DocumentRules, RegisterSpec};
pub(crate) use signer::signer_of;
pub use signing::Signer;
pub(crate) use signing::{Misfit, Prefix, signs_rightly};
pub use spec::{Document, Milestone, Relation, RelationKind};
pub use symbol::{Form, Symbol};
