//! **namro** (*năm rõ*, five clear) decides by rulebook: is a dossier complete, who may act next, when is it due,
//! what colour is it, did the process run as drawn, what did each officer earn or lose and on which evidence.
//!
//! A rulebook is data with its legal sources and its dates in force. Everything here is a pure function of the
//! rulebook and of what the caller passes in: no clock, no input or output, no randomness, no environment. So the
//! same rulebook and the same facts give the same canonical bytes on a server, in a notebook and in a browser.
//!
//! The modules stand in the order in which data flows; each uses only those above it.

#![cfg_attr(docsrs, feature(doc_cfg))]

// What everything is made of.
pub mod canon;
pub mod error;
pub mod finding;
pub mod ids;
pub mod shape;
pub mod source;
pub mod text;
pub mod time;
pub mod value;

// Calendar → deadline → staff.
pub mod calendar;
pub mod deadline;
pub mod staff;

// Rule → document, dossier, workflow.
pub mod document;
pub mod dossier;
pub mod rule;
pub mod workflow;

// Case → log → replay → score.
pub mod case;
pub mod journal;
pub mod log;
pub mod records;
pub mod replay;
pub mod score;

// The whole.
pub mod facade;
#[cfg(feature = "render")]
pub mod render;
pub mod rulebook;

pub use error::{Code, Error, Faults, Place};
pub use rulebook::Office;
pub use text::{Language, Text};
pub use time::{Date, Instant, Seconds, Zone};

/// Grows only when the outcome of some input changes; written into every result, so that two results can be
/// compared across versions of the library (whose own number stays outside the hashed part).
pub const SEMANTICS: u32 = 1;
