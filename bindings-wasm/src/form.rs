//! A form that a person fills in, in the module of a slice.

use crate::list;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// A form and what the page shows of it; `free()` gives its memory back.
#[wasm_bindgen]
pub struct Form(RefCell<namro::FormSession>);

impl Form {
    pub(crate) fn new(session: Result<namro::FormSession, namro::Faults>) -> Result<Self, String> {
        session.map(|session| Self(RefCell::new(session))).map_err(|faults| list(&faults))
    }
}

/// The language in which people type: English by its tag, else Vietnamese.
pub(crate) fn language(tag: &str) -> namro::Language {
    if tag == namro::Language::En.tag() { namro::Language::En } else { namro::Language::Vi }
}

#[wasm_bindgen]
impl Form {
    /// All that the page shows, as a change of an empty page.
    pub fn state(&self) -> Result<String, String> {
        self.0.borrow().state_json().map_err(|faults| list(&faults))
    }

    /// Makes the edits of a list in JSON text and answers what has changed.
    pub fn edit(&self, edits: &str) -> Result<String, String> {
        self.0.borrow_mut().edit_json(edits).map_err(|faults| list(&faults))
    }

    /// What is filled in.
    pub fn value(&self) -> String {
        self.0.borrow().form_json()
    }

    /// The verdict as it stands.
    pub fn verdict(&self) -> Result<String, String> {
        self.0.borrow().verdict_json().map_err(|faults| list(&faults))
    }
}
