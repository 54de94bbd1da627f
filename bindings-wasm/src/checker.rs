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
        self.0.borrow().verdict_json().map_err(|faults| list(&faults))
    }

    /// Puts what a person typed at a pointer of the form.
    #[wasm_bindgen(js_name = type)]
    pub fn type_text(&self, pointer: &str, text: &str) -> Result<String, String> {
        self.0.borrow_mut().type_json(pointer, text).map_err(|faults| list(&faults))
    }

    /// Changes papers, channel, answers of databases, stage or day, as JSON text.
    pub fn change(&self, change: &str) -> Result<String, String> {
        self.0.borrow_mut().change_json(change).map_err(|faults| list(&faults))
    }

    /// Puts a value as JSON text at a pointer of the form; without one, the place is cleared.
    pub fn set(&self, pointer: &str, value: Option<String>) -> Result<String, String> {
        self.0.borrow_mut().set_json(pointer, value.as_deref()).map_err(|faults| list(&faults))
    }
}
