//! From texts to documents: read, follow includes, put what is included before what includes it.

use crate::calendar::spec::ZoneSpec;
use crate::error::{Code, Error, Faults, Place};
use crate::shape::{Cursor, Shape};
use crate::value::{Node, Value, parse_json};
use std::sync::Arc;

/// The format that this library reads.
pub const FORMAT: i64 = 1;
/// No rulebook text is longer.
pub const MAX_BYTES: usize = 8 << 20;
/// No rulebook stands on more others.
const MAX_DOCUMENTS: usize = 256;

/// A rulebook text, read.
pub(super) struct Document {
    pub(super) file: Arc<str>,
    pub(super) id: String,
    pub(super) node: Node,
}

/// The documents that the first text stands on, each once, the included before the including; the first text last.
///
/// An include is looked for among the given texts, then among the shipped ones.
pub(super) fn gather(texts: &[(&str, &str)]) -> Result<Vec<Document>, Faults> {
    let mut faults = Faults::new();
    let given: Vec<Document> = texts
        .iter()
        .filter_map(|(file, text)| faults.keep(parse(file, text)).and_then(|d| identify(d, &mut faults)))
        .collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let Some(root) = given.first().map(|document| document.id.clone()) else {
        return Err(Error::new(Code::IncludeMissing).with("name", "").into());
    };
    let mut library = Library { given, ordered: Vec::new(), path: Vec::new(), faults };
    library.visit(&root, None);
    library.faults.into_result(Some(library.ordered))
}

/// The tree of one text: JSON when it begins with a brace, else YAML.
pub(super) fn parse(file: &str, text: &str) -> Result<(Arc<str>, Node), Error> {
    let file: Arc<str> = file.into();
    if text.len() > MAX_BYTES {
        let fault = Error::new(Code::TooLarge).with("what", &file).with("limit", format!("{} MiB", MAX_BYTES >> 20));
        return Err(fault.at(Place::default().in_file(&file)));
    }
    let node = if text.trim_start().starts_with('{') { parse_json(text.as_bytes()) } else { parse_other(text) };
    node.map_err(|error| {
        let place = error.place().clone().in_file(&file);
        error.at(place)
    })
    .map(|node| (file, node))
}

#[cfg(feature = "yaml")]
fn parse_other(text: &str) -> Result<Node, Error> {
    crate::value::parse_yaml(text)
}

#[cfg(not(feature = "yaml"))]
fn parse_other(_: &str) -> Result<Node, Error> {
    Err(Error::new(Code::Syntax).with("reason", "this build reads JSON only"))
}

/// Format and identifier.
fn identify((file, mut node): (Arc<str>, Node), faults: &mut Faults) -> Option<Document> {
    ZoneSpec::write_out(&mut node);
    let at = Cursor::root(&node, Some(&file));
    let Value::Map(_) = node.value else {
        return at.wrong_type("map", faults);
    };
    let format = at.field::<i64>("namro", None, faults);
    let id = at.field::<crate::ids::OfficeId>("id", None, faults);
    // Of the heads only that of the root survives the laying; the others are read here.
    at.field::<crate::text::Text>("title", None, faults);
    if let Some(format) = format.filter(|format| *format != FORMAT) {
        let place = at.get("namro").map_or_else(|| at.place(), |found| found.place());
        faults.push(Error::new(Code::BadVersion).with("value", format).at(place));
        return None;
    }
    format?;
    let id = id?.to_string();
    Some(Document { file, id, node })
}

struct Library {
    given: Vec<Document>,
    ordered: Vec<Document>,
    path: Vec<String>,
    faults: Faults,
}

impl Library {
    /// Depth first; `asked` is where the include stands.
    fn visit(&mut self, id: &str, asked: Option<&Place>) {
        let fault = |code| Error::new(code).at(asked.cloned().unwrap_or_default());
        if self.path.iter().any(|open| open == id) {
            let path = self.path.iter().map(String::as_str).chain([id]).collect::<Vec<_>>().join(" → ");
            self.faults.push(fault(Code::IncludeCycle).with("path", path));
            return;
        }
        if self.ordered.iter().any(|document| document.id == id) {
            return;
        }
        if self.path.len() + self.ordered.len() >= MAX_DOCUMENTS {
            self.faults.push(fault(Code::TooLarge).with("what", "include").with("limit", MAX_DOCUMENTS));
            return;
        }
        let Some(document) = self.take(id) else {
            let known = self.given.iter().chain(&self.ordered).map(|document| document.id.as_str());
            let fault = fault(Code::IncludeMissing).with("name", id);
            self.faults.push(fault.suggest(id, known.chain(super::shipped::IDS.iter().copied())));
            return;
        };
        let at = Cursor::root(&document.node, Some(&document.file));
        let includes =
            at.get("include").and_then(|at| <Vec<crate::shape::Located<String>>>::read(&at, &mut self.faults));
        self.path.push(id.to_owned());
        for include in includes.unwrap_or_default() {
            self.visit(&include, Some(&include.place));
        }
        self.path.pop();
        self.ordered.push(document);
    }

    fn take(&mut self, id: &str) -> Option<Document> {
        if let Some(index) = self.given.iter().position(|document| document.id == id) {
            return Some(self.given.swap_remove(index));
        }
        let text = super::shipped::text(id)?;
        let document = self.faults.keep(parse(id, text))?;
        identify(document, &mut self.faults)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(texts: &[(&str, &str)]) -> Result<Vec<String>, Vec<(Code, Option<u64>)>> {
        match gather(texts) {
            Ok(documents) => Ok(documents.into_iter().map(|document| document.id).collect()),
            Err(faults) => Err(faults.iter().map(|fault| (fault.code(), fault.place().line)).collect()),
        }
    }

    #[test]
    fn what_is_included_comes_first() {
        let a = r#"{"namro": 1, "title": "T", "id": "a", "include": ["b", "c"]}"#;
        let b = r#"{"namro": 1, "title": "T", "id": "b", "include": ["c"]}"#;
        let c = r#"{"namro": 1, "title": "T", "id": "c"}"#;
        assert_eq!(ids(&[("a", a), ("b", b), ("c", c)]).unwrap(), ["c", "b", "a"]);
    }

    #[test]
    fn includes_that_fail() {
        let a = "{\"namro\": 1, \"title\": \"T\", \"id\": \"a\",\n \"include\": [\"b\",\n\"bb\"]}";
        let b = r#"{"namro": 1, "title": "T", "id": "b", "include": ["a"]}"#;
        let found = ids(&[("a", a), ("b", b)]).unwrap_err();
        assert_eq!(found, [(Code::IncludeCycle, Some(1)), (Code::IncludeMissing, Some(3))]);
        assert_eq!(
            ids(&[("a", r#"{"namro": 2, "title": "T", "id": "a"}"#)]).unwrap_err(),
            [(Code::BadVersion, Some(1))]
        );
        assert_eq!(ids(&[("a", "[]")]).unwrap_err()[0].0, Code::WrongType);
    }
}
