//! The slice: calendars and procedures that an office published.

use crate::checker::Checker;
use crate::list;
use wasm_bindgen::prelude::*;

/// A loaded slice; `free()` gives its memory back.
#[wasm_bindgen]
pub struct Handle(namro::Slice);

#[wasm_bindgen]
impl Handle {
    /// Loads the JSON text of a published slice.
    pub fn load(rulebook: &str) -> Result<Handle, String> {
        namro::Slice::load(rulebook).map(Handle).map_err(|faults| list(&faults))
    }

    /// SHA-256 of the rules, to be compared with the server's.
    pub fn hash(&self) -> String {
        self.0.hash().to_string()
    }

    /// Carries out one operation.
    pub fn call(&self, operation: &str, input: &str) -> Result<String, String> {
        self.0.call(operation, input).map_err(|faults| list(&faults))
    }

    /// Checks a dossier and keeps what was found.
    pub fn checker(&self, input: &str) -> Result<Checker, String> {
        Checker::new(self.0.checker(input))
    }
}

/// The names of all operations.
#[wasm_bindgen]
pub fn operations() -> Vec<String> {
    namro::facade::SLICE_OPERATIONS.iter().map(ToString::to_string).collect()
}
