//! A dossier that is checked at every edit, in every module.

use crate::list;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// What the checks of a dossier found so far; `free()` gives its memory back.
#[wasm_bindgen]
pub struct Checker(RefCell<namro::office::Checker>);

impl Checker {
    pub(crate) fn new(checker: Result<namro::office::Checker, namro::Faults>) -> Result<Self, String> {
        checker.map(|checker| Self(RefCell::new(checker))).map_err(|faults| list(&faults))
    }
}

#[wasm_bindgen]
impl Checker {
    /// The verdict as it stands.
    pub fn verdict(&self) -> Result<String, String> {
        self.0.borrow().verdict_text().map_err(|faults| list(&faults))
    }

    /// Puts a value, or nothing, at a pointer of the form; the new verdict.
    pub fn edit(&self, pointer: &str, value: Option<String>) -> Result<String, String> {
        self.0.borrow_mut().edit_text(pointer, value.as_deref()).map_err(|faults| list(&faults))
    }
}
