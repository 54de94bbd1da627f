//! An office: what is asked of it while it runs, or in the module beside it what is asked of its logs.

#[cfg(not(feature = "logs"))]
use crate::checker::Checker;
use crate::list;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "../library.js")]
extern "C" {
    /// The text of a shipped rulebook, from a file of the package.
    fn shipped(id: &str) -> Option<String>;
}

/// Called once the module is instantiated.
#[wasm_bindgen(start)]
fn start() {
    namro::rulebook::shipped::read_from(shipped);
}

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

    /// Compiles a calendar alone.
    #[wasm_bindgen(js_name = ofCalendar)]
    pub fn of_calendar(calendar: &str) -> Result<Handle, String> {
        namro::Office::of_calendar(calendar).map(Handle).map_err(|faults| list(&faults))
    }

    /// The same office with the host's people laid over.
    #[wasm_bindgen(js_name = withStaff)]
    pub fn with_staff(&self, staff: &str) -> Result<Handle, String> {
        self.0.with_staff(staff).map(Handle).map_err(|faults| list(&faults))
    }

    /// Carries out one operation.
    pub fn call(&self, operation: &str, input: &str) -> Result<String, String> {
        #[cfg(not(feature = "logs"))]
        let answer = self.0.call_running(operation, input);
        #[cfg(feature = "logs")]
        let answer = self.0.call_logs(operation, input);
        answer.map_err(|faults| list(&faults))
    }

    /// Checks a dossier and keeps what was found.
    #[cfg(not(feature = "logs"))]
    pub fn checker(&self, input: &str) -> Result<Checker, String> {
        Checker::new(self.0.checker_of(input))
    }
}

/// The names of the operations over logs, which the module beside this one carries out.
#[cfg(not(feature = "logs"))]
#[wasm_bindgen(js_name = logOperations)]
pub fn log_operations() -> Vec<String> {
    namro::facade::LOG_OPERATIONS.iter().map(ToString::to_string).collect()
}

/// The names of all operations.
#[cfg(not(feature = "logs"))]
#[wasm_bindgen]
pub fn operations() -> Vec<String> {
    namro::facade::OPERATIONS.iter().map(ToString::to_string).collect()
}
