//! Errors: a stable code, the place, the message and how to fix it, in both languages.
//!
//! There is one error type and one table of codes. Everything that reads untrusted text collects its faults in a
//! [`Faults`], so that an author sees all of them at once.

mod cause;
mod code;
mod fault;
mod faults;
mod follow;
mod nearest;
mod place;
mod reasons;

pub(crate) use cause::{Cause, Unread};
pub use code::Code;
pub use fault::Error;
pub use faults::Faults;
pub use nearest::nearest;
pub use place::Place;
pub(crate) use reasons::vietnamese;

#[cfg(test)]
mod tests;
