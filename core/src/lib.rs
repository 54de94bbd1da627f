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
pub use deadline::{Due, Limit};
pub use dossier::{Dossier, Verdict};
pub use office::{CheckRequest, Checker, DueRequest, Office};
pub use rulebook::{Rulebook, Slice, Validator};

/// For the packages of this repository; may change with any version.
#[doc(hidden)]
pub mod internals {
    pub mod base {
        pub use crate::base::canon::MAX_SAFE_INTEGER;
        pub use crate::base::error::nearest;
        pub use crate::base::shape::{Cursor, Shape, read};
        pub use crate::base::value::{exact_json, parse_json};
    }

    pub mod rule {
        pub use crate::rule::builder::Scope;
        pub use crate::rule::context::Context;
        pub use crate::rule::function::Library;
        pub use crate::rule::limits::Limits;
        pub use crate::rule::reason::Stop;
        pub use crate::rule::schema::Schema;
    }

    pub mod workflow {
        #[cfg(feature = "bpmn")]
        pub use crate::workflow::bpmn::write::write as write_bpmn;
        pub use crate::workflow::draw::svg;
    }

    pub mod document {
        #[cfg(feature = "xml")]
        pub use crate::document::exchange::{read as read_edxml, write_message, write_status};
    }

    pub mod dossier {
        pub use crate::dossier::check::check;
        pub use crate::dossier::context::Context;
        pub use crate::dossier::session::Session;
    }

    pub mod log {
        pub use crate::log::columns::Symbol;
        pub use crate::log::sparse::Sparse;
    }

    pub mod replay {
        pub use crate::replay::facts::FactCells;
    }

    pub mod score {
        pub use crate::score::spec::PeriodKind;
    }

    pub mod rulebook {
        pub use crate::rulebook::gather::{MAX_BYTES, not_included};
    }

    #[cfg(feature = "render")]
    pub mod render {
        pub use crate::render::model::{OfficerCard, Slice, Tone};
        pub use crate::render::number::{count, duration, percent, points, when};
    }
}
