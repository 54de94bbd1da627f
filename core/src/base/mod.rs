//! What every room is made of: texts, errors, times, exact values with places, shapes, identifiers, canonical bytes.

pub mod canon;
pub mod error;
pub mod ids;
pub(crate) mod packed;
pub mod shape;
pub mod source;
pub mod text;
pub mod time;
pub mod value;
