//! The npm package `namro`: a handle to compiled rules, and text in and out.
//!
//! Nothing is decided here. JSON text crosses the border in both directions, so that no number is bent on the way
//! and no value is shared; `npm/subject.js` turns it into objects. Only `&self` is exported, since a class that its
//! own callback enters again would be an aliasing error, and faults leave as the JSON text of their list.
//!
//! Four modules are built from this crate: the office (feature `office`) and, beside it, what is asked of whole logs
//! (feature `logs`), which together are the whole; the slice (feature `slice`), for browsers that check dossiers and promise
//! times, and with none of them the validator, which only checks.

#[cfg(not(feature = "logs"))]
mod checker;
#[cfg(all(feature = "slice", not(feature = "office")))]
mod form;
#[cfg(feature = "office")]
pub mod office;
#[cfg(not(feature = "office"))]
pub mod part;

use namro::Faults;
use wasm_bindgen::prelude::*;

/// The number that grows when the outcome of some input changes.
#[wasm_bindgen]
pub fn semantics() -> u32 {
    namro::SEMANTICS
}

fn list(faults: &Faults) -> String {
    namro::base::canonical(faults).unwrap_or_else(|fault| fault.to_string())
}
