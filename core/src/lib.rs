//! **namro** (*năm rõ*, five clear) decides by rulebook: is a dossier complete, who may act next, when is it due,
//! what colour is it, did the process run as drawn, what did each officer earn or lose and on which evidence.
//!
//! A rulebook is data with its legal sources and its dates in force. Everything here is a pure function of the
//! rulebook and of what the caller passes in: no clock, no input or output, no randomness, no environment. So the
//! same rulebook and the same facts give the same canonical bytes on a server, in a notebook and in a browser.
//!
//! The modules stand in the order in which data flows; each uses only those above it.

#![cfg_attr(docsrs, feature(doc_cfg))]
// A test that fails may panic; the build without tests still denies all of these.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss
    )
)]

pub mod base;
pub mod calendar;
pub mod deadline;
pub mod rule;
pub mod people;
pub mod workflow;
pub mod document;
pub mod dossier;
pub mod case;
pub mod letter;
pub mod log;
pub mod replay;
pub mod score;
pub mod journal;
pub mod rulebook;
pub mod office;
pub mod facade;
#[cfg(feature = "render")]
pub mod render;

pub use base::canon::SEMANTICS;
pub use base::error::{Code, Error, Faults, Place};
pub use base::text::{Language, Text};
pub use base::time::{Date, Instant, Seconds, Stamp, Zone};
pub use case::{Case, Event};
pub use dossier::Dossier;
pub use office::{CheckRequest, DueRequest, Office};
pub use rulebook::{Rulebook, Slice, Validator};
