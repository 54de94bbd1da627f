//! Canonical bytes: one spelling of each value, so that equal verdicts are equal byte for byte.
//!
//! Key order and escapes are those of JCS (RFC 8785). Integers within ±(2⁵³ − 1) are numbers, larger ones, decimals and
//! rationals are strings; there are no floating-point numbers.

mod canonical;
mod hash;
mod writer;

pub use canonical::{MAX_SAFE_INTEGER, SEMANTICS, canonical};
pub use hash::Hash;

#[cfg(test)]
mod tests;
