//! **namro** (*năm rõ*, five clear) decides by rulebook: is a dossier complete, who may act next, when is it due,
//! what colour is it, did the process run as drawn, what did each officer earn or lose and on which evidence.
//!
//! A rulebook (*bộ quy tắc*) is data with its legal sources and its dates in force. Everything here is a pure function
//! of the rulebook and of what the caller passes in: no clock, no input or output, no randomness, no environment. So the
//! same rulebook and the same facts give the same canonical bytes on a server, in a notebook and in a browser.
//!
//! # A tour
//!
//! **A portal** compiles its rulebook once, adds its people and asks the [`Office`]. It keeps cases and events
//! wherever it likes: both are serde types.
//!
//! ```
//! use namro::{Case, Event, Office};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let rulebook = r#"{"namro": 1, "id": "demo", "title": "Demo", "include": ["vn.calendar"],
//!     "units": {"so": {"title": "Department"}},
//!     "positions": {"clerk": {"title": "Clerk", "roles": ["clerk"]}},
//!     "workflows": {"w": {"title": "Way", "steps": {"a": {"title": "A", "role": "clerk", "next": "end"}}}},
//!     "procedures": {"1.000001": {"title": "P", "limit": {"statutory": "3 ngày làm việc"}, "workflow": "w"}}}"#;
//! let staff = r#"{"people": [{"id": "o1", "unit": "so", "position": "clerk"}]}"#;
//! let office = Office::load(&[("demo.json", rulebook)])?.with_staff(staff)?;
//!
//! let mut case: Option<Case> = None;
//! for event in [
//!     r#"{"case_id": "c1", "at": "2026-01-08T09:00:00+07:00", "act": "receive", "unit": "so", "actor": {"id": "o1"},
//!         "data": {"procedure": "1.000001"}}"#,
//!     r#"{"case_id": "c1", "at": "2026-01-08T09:05:00+07:00", "act": "accept", "actor": {"id": "o1"}}"#,
//! ] {
//!     let event: Event = serde_json::from_str(event)?;
//!     // A refusal names the missing right and who has it; the case is untouched.
//!     case = Some(office.apply(case.as_ref(), &event).map_err(|refusal| refusal.text.en)?);
//! }
//! let agenda = office.agenda(case.as_slice(), &Default::default(), "2026-01-09T08:00:00+07:00".parse()?);
//! assert_eq!(agenda.items[0].step.as_str(), "a");
//! # Ok(())
//! # }
//! ```
//!
//! **An analyst** reads a log made elsewhere, replays it as of an instant and scores a period by a policy.
//!
//! ```
//! use namro::{Office, log::Log, CaseRow};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let office = Office::shipped("vn.calendar")?;
//! let rows: Vec<CaseRow> = serde_json::from_str(
//!     r#"[{"case_id": "c1", "accepted": "2026-01-05T09:00:00+07:00", "due_recorded": "2026-01-07T17:00:00+07:00",
//!          "finished": "2026-01-08T10:00:00+07:00"}]"#,
//! )?;
//! let (log, reading) = Log::from_rows(&rows, &[], office.rulebook().mapping(None)?)?;
//! let replay = office.replay(&log, "2026-02-01T00:00:00+07:00".parse()?);
//! assert_eq!(replay.findings[0].kind.to_string(), "late");
//! # let _ = reading;
//! # Ok(())
//! # }
//! ```
//!
//! **A web form** is checked by a published [`Slice`] or [`Validator`]: small WebAssembly modules that answer, byte for
//! byte, as the office does. In Rust the same types serve a server without staff or logs.
//!
//! ```
//! use namro::{DueRequest, Rulebook, Slice};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let published = Rulebook::shipped("vn.procedures.2.001610")?.publish(&"2.001610".into(), None)?;
//! let slice = Slice::load(&published.compiled, None)?;
//! let request = DueRequest::procedure("2.001610", "2026-01-08T09:00:00+07:00".parse()?);
//! assert_eq!(slice.due(&request)?.due.last_day.to_string(), "2026-01-12");
//! # Ok(())
//! # }
//! ```
//!
//! # The types that matter
//!
//! | to … | use |
//! |---|---|
//! | compile and criticise rules | [`Rulebook`], [`Faults`], [`Error`], [`Code`], [`Place`] |
//! | run an office | [`Office`], [`Case`], [`Event`] |
//! | ask when something is due | [`DueRequest`], [`Due`], [`Limit`], [`calendar::Calendar`] |
//! | check a dossier, also at every edit | [`CheckRequest`], [`Dossier`], [`Verdict`], [`Checker`] |
//! | fill in a form, field by field | [`FormSession`] |
//! | decide with published rules | [`Slice`], [`Validator`] |
//! | audit a log | [`log::Log`], [`log::Mapping`], [`replay::Replay`], [`score::Scores`] |
//! | seal and prove | [`journal::Journal`], [`journal::Proof`] |
//! | call any operation by JSON | [`facade::call`], [`Office::call`] |
//!
//! Every answer is a plain struct that implements `Serialize`; every request implements `Deserialize` through the
//! reader of rulebooks, so that an error names all faults with their pointers. [`facade`] lists the operations by name.
//!
//! # Rooms
//!
//! The modules stand in the order in which data flows; each uses only those before it.
//!
//! # Features
//!
//! | feature | default | brings |
//! |---|---|---|
//! | `unicode` | yes | normal forms and capitals, compiled in |
//! | `js` | | those of JavaScript's host in their place, for small modules |
//! | `yaml` | yes | rulebooks written in YAML 1.2 (JSON needs no feature) |
//! | `xes` | yes | event logs as XES, plain or gzipped; tables as CSV, web pages and SpreadsheetML; `inspect` |
//! | `sheets` | | tables as workbooks (xlsx, xlsb, xls, ods) and zip |
//! | `bpmn` | yes | workflows as BPMN 2.0 |
//! | `xml` | yes | documents between agencies as edXML |
//! | `rulebooks-vn` | yes | the Vietnamese rulebooks |
//! | `render` | | reports and letters as HTML |
//! | `parallel` | | columns and replay on all cores |
//! | `iana` | | zones by their IANA names |
//! | `ical` | | dues and reminders as iCalendar files |
//! | `schema` | | JSON Schema of every request and answer |

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
#[cfg(test)]
pub(crate) mod testing;

pub use base::canon::SEMANTICS;
pub use base::error::{Code, Error, Faults, Place};
pub use base::text::{Language, Text};
pub use base::time::{Date, Instant, Seconds, Stamp, Weekday, Zone};
pub use case::{Case, CaseRow, Event};
pub use deadline::{Due, Limit};
pub use dossier::{Dossier, Verdict};
pub use office::{CheckRequest, Checker, DueRequest, FormSession, Office};
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
        pub use crate::base::names::Symbol;
    }

    pub mod replay {
        pub use crate::replay::facts::FactCells;
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

/// The Rust on the first screen of both READMEs, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[doc = include_str!("../../README.vi.md")]
struct Readme;
