//! What a user can reach of the crate `namro`, counted from the JSON that rustdoc writes.
//!
//! Whatever can be reached is promised: it cannot be renamed or taken away without a new major version. So its number
//! has a ceiling. Counted are structs, enums, unions, traits, type aliases, free functions, constants and statics, each
//! once however many paths lead to it; methods, fields, variants, modules and macros are not counted.

mod check;
#[cfg(test)]
mod tests;
mod walk;

pub use check::{check, list};
