//! The interface for every language: JSON text in, canonical JSON text out.
//!
//! A binding needs nothing else. Each operation is a request shape, an answer shape and a function; the table
//! [`OPERATIONS`] lists them all, and the shared test vectors run through it in every language.

mod call;
mod checker;
mod form_session;
mod operations;
mod requests;
mod slice;

use call::{Answer, answer, parse, parse_form, read, unknown};
pub use call::{MAX_BYTES, call};
#[doc(hidden)]
pub use operations::LOG_OPERATIONS;
pub use operations::OPERATIONS;
#[cfg(feature = "schema")]
pub use operations::schemas;
#[doc(hidden)]
pub use slice::{SLICE_OPERATIONS, VALIDATOR_OPERATIONS};

#[cfg(test)]
mod tests;
