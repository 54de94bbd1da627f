//! Checks of Vietnamese fields, as library functions and as functions that rules may call.

use crate::rule::{Function, Library, STANDARD};

/// The functions that rules of procedures may call, beside those of the language.
pub const FUNCTIONS: &[Function] = &[];

/// The library of procedures.
pub const LIBRARY: Library = Library(&[STANDARD, FUNCTIONS]);
