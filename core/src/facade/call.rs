//! Carries out one operation on JSON text.

use super::operations::{LOG_OPERATIONS, LOGS, OPERATIONS, Operation, RUNNING};
use super::requests;
use crate::base::canon::canonical;
use crate::base::error::{Code, Error, Faults};
use crate::base::shape::{Cursor, Shape};
use crate::base::value::{Node, parse_json, parse_typed};
use crate::office::{Office, with_offsets};
use serde::Serialize;
use std::borrow::Cow;

/// The greatest length of a request, in bytes.
pub const MAX_BYTES: usize = 256 << 20;

pub(super) type Answer = Result<String, Faults>;

/// Reads the request, carries it out and writes the answer.
pub(super) fn answer<Q: Shape, A: Serialize>(input: &Node, run: impl FnOnce(Q) -> Result<A, Faults>) -> Answer {
    Ok(canonical(&read(input, run)?)?)
}

/// Reads the request and carries it out. The operation knows which field is at fault; the line and column of that field
/// are known only here.
pub(super) fn read<Q: Shape, A>(input: &Node, run: impl FnOnce(Q) -> Result<A, Faults>) -> Result<A, Faults> {
    let (root, mut faults) = (Cursor::root(input, None), Faults::new());
    let request = Q::read(&root, &mut faults);
    run(faults.into_result(request)?).map_err(|faults| located(faults, &root))
}

/// The faults with line and column, where the request has the field at fault.
fn located(mut faults: Faults, root: &Cursor<'_>) -> Faults {
    faults.change(|fault| {
        let pointer = fault.place().pointer.as_deref().filter(|_| fault.place().line.is_none());
        match pointer.and_then(|pointer| root.place_of(pointer)) {
            Some(place) => fault.at(place),
            None => fault,
        }
    });
    faults
}

impl Office {
    /// Carries out one operation: JSON text in, canonical JSON text out.
    ///
    /// # Errors
    /// [`Code::UnknownOperation`], faults of the input with their pointers, and errors of the operation itself.
    pub fn call(&self, operation: &str, input: &str) -> Result<String, Faults> {
        let input = if operation == "check" { parse_form(input) } else { parse(input) };
        self.call_node(operation, &input?)
    }

    /// Only what is asked of a running office: a module of the browser that calls nothing else has nothing else.
    ///
    /// # Errors
    /// As [`Office::call`].
    #[doc(hidden)]
    pub fn call_running(&self, operation: &str, input: &str) -> Result<String, Faults> {
        let input = if operation == "check" { parse_form(input) } else { parse(input) };
        known(RUNNING, operation)?(self, &input?)
    }

    /// Only what is asked of whole logs.
    ///
    /// # Errors
    /// As [`Office::call`].
    #[doc(hidden)]
    pub fn call_logs(&self, operation: &str, input: &str) -> Result<String, Faults> {
        self.over_logs(operation, &parse(input)?)
    }

    fn over_logs(&self, operation: &str, input: &Node) -> Answer {
        let run = known(LOGS, operation)?;
        // What a mapping says of times is not yet in the request.
        let completed = match operation {
            "replay" | "profile" | "score" => with_offsets(self, input)?,
            _ => Cow::Borrowed(input),
        };
        run(self, &completed)
    }

    fn call_node(&self, operation: &str, input: &Node) -> Answer {
        match LOG_OPERATIONS.contains(&operation) {
            true => self.over_logs(operation, input),
            false => known(RUNNING, operation)?(self, input),
        }
    }
}

/// The function of an operation.
fn known(table: &[Operation], operation: &str) -> Result<fn(&Office, &Node) -> Answer, Faults> {
    let found = table.iter().find(|known| known.name == operation);
    found.map(|known| known.run).ok_or_else(|| unknown(operation, OPERATIONS))
}

pub(super) fn unknown(operation: &str, known: &[&str]) -> Faults {
    let fault = Error::new(Code::UnknownOperation).with("value", operation);
    fault.suggest(operation, known.iter().copied()).into()
}

/// Parses a request into a tree.
pub(super) fn parse(input: &str) -> Result<Node, Error> {
    match input.len() > MAX_BYTES {
        true => Err(Error::new(Code::TooLarge).with("what", "input").with("limit", MAX_BYTES)),
        false => parse_json(input.as_bytes()),
    }
}

/// The same for a request with a form, in which a person may have typed what is no character.
pub(super) fn parse_form(input: &str) -> Result<Node, Error> {
    match input.len() > MAX_BYTES {
        true => parse(input),
        false => parse_typed(input),
    }
}

/// Carries out a request that contains everything: `{op, rulebooks: {name: text, …}, staff?, input}`; the first
/// rulebook is the root. The answer is `{"answer": …}` or `{"errors": […]}`, canonical, in UTF-8.
///
/// ```
/// let request = br#"{"op": "describe", "rulebooks": {"a.json": "{\"namro\": 1, \"id\": \"a\", \"title\": \"A\"}"}, "input": {}}"#;
/// let answer = String::from_utf8(namro::facade::call(request)).unwrap();
/// assert!(answer.starts_with(r#"{"answer":{"#), "{answer}");
/// ```
pub fn call(request: &[u8]) -> Vec<u8> {
    let outcome = parse_json(request).map_err(Faults::from).and_then(|node| {
        let request: requests::Call = crate::base::shape::read(&node)?;
        let texts: Vec<(&str, &str)> =
            request.rulebooks.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let office = Office::load(&texts)?;
        let office = request.staff.map_or_else(|| Ok(office.clone()), |staff| office.with_staff(&staff))?;
        office.call_node(&request.op, &request.input)
    });
    match outcome {
        Ok(answer) => format!("{{\"answer\":{answer}}}").into_bytes(),
        Err(faults) => {
            let errors = canonical(&faults).unwrap_or_else(|_| "[]".to_owned());
            format!("{{\"errors\":{errors}}}").into_bytes()
        }
    }
}
