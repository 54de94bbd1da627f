//! The npm package `namro`: a handle to a compiled office, and text in and out.
//!
//! Nothing is decided here. JSON text crosses the border in both directions, so that no number is bent on the way
//! and no value is shared; `npm/office.js` turns it into objects. Only `&self` is exported, since a class that its
//! own callback enters again would be an aliasing error, and faults leave as the JSON text of their list.

use namro::Faults;
use wasm_bindgen::prelude::*;

/// A compiled office; `free()` gives its memory back.
#[wasm_bindgen]
pub struct Handle(namro::Office);

#[wasm_bindgen]
impl Handle {
    /// Compiles rulebook texts given with their names; the first is the root.
    pub fn load(names: Vec<String>, texts: Vec<String>) -> Result<Handle, String> {
        let pairs: Vec<_> = names.iter().zip(&texts).map(|(name, text)| (name.as_str(), text.as_str())).collect();
        namro::Office::load(&pairs).map(Handle).map_err(|faults| list(&faults))
    }

    /// The same office with the host's people laid over.
    #[wasm_bindgen(js_name = withStaff)]
    pub fn with_staff(&self, staff: &str) -> Result<Handle, String> {
        self.0.with_staff(staff).map(Handle).map_err(|faults| list(&faults))
    }

    /// Carries out one operation.
    pub fn call(&self, operation: &str, input: &str) -> Result<String, String> {
        self.0.call(operation, input).map_err(|faults| list(&faults))
    }
}

/// The names of all operations.
#[wasm_bindgen]
pub fn operations() -> Vec<String> {
    namro::facade::OPERATIONS.iter().map(ToString::to_string).collect()
}

/// The number that grows when the outcome of some input changes.
#[wasm_bindgen]
pub fn semantics() -> u32 {
    namro::SEMANTICS
}

fn list(faults: &Faults) -> String {
    namro::canon::canonical(faults).unwrap_or_else(|fault| fault.to_string())
}
