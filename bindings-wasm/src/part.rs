//! A part of the library: what an office published, to check dossiers by, and with the feature `slice` to promise times.

use crate::checker::Checker;
use crate::list;
use wasm_bindgen::prelude::*;

#[cfg(feature = "slice")]
use namro::{Slice as Part, facade::SLICE_OPERATIONS as OPERATIONS};
#[cfg(not(feature = "slice"))]
use namro::{Validator as Part, facade::VALIDATOR_OPERATIONS as OPERATIONS};

/// A loaded slice; `free()` gives its memory back.
#[wasm_bindgen]
pub struct Handle(Part);

#[wasm_bindgen]
impl Handle {
    /// Loads the compiled text of a published slice; with the digest of what was published, no other one.
    pub fn load(compiled: &str, digest: Option<String>) -> Result<Handle, String> {
        Part::load(compiled, digest.as_deref()).map(Handle).map_err(|faults| list(&faults))
    }

    /// SHA-256 of the rules, to be compared with the server's.
    pub fn hash(&self) -> String {
        self.0.hash().to_string()
    }

    /// The number of outcomes of the library that published it.
    pub fn semantics(&self) -> u32 {
        self.0.semantics()
    }

    /// Carries out one operation.
    pub fn call(&self, operation: &str, input: &str) -> Result<String, String> {
        self.0.call(operation, input).map_err(|faults| list(&faults))
    }

    /// Checks a dossier and keeps what was found.
    pub fn checker(&self, input: &str) -> Result<Checker, String> {
        Checker::new(self.0.checker_of(input))
    }

    /// Opens a form to be filled in.
    #[cfg(feature = "slice")]
    pub fn open(&self, input: &str, language: &str) -> Result<crate::form::Form, String> {
        crate::form::Form::new(self.0.form_session_of(input, crate::form::language(language)))
    }
}

/// The names of all operations.
#[wasm_bindgen]
pub fn operations() -> Vec<String> {
    OPERATIONS.iter().map(ToString::to_string).collect()
}
