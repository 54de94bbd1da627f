//! Errors: a stable code, the place, the message and how to fix it, in both languages.
//!
//! There is one error type and one table of codes. Everything that reads untrusted text collects its faults in a
//! [`Faults`], so that an author sees all of them at once.

mod cause;
mod code;
mod faults;
mod follow;
mod reasons;

pub(crate) use cause::{Cause, Unread};
pub use code::Code;
pub use faults::Faults;
pub(crate) use reasons::vietnamese;

use crate::base::shape::Shape;
use crate::base::text::{self, Language, Text};
use serde::Serialize;
use std::hash::Hash;
use std::sync::Arc;

/// Where a fault is. A part that is unknown is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Shape)]
#[shape(answer)]
pub struct Place {
    /// Name of the file or of the source, as the caller gave it.
    pub file: Option<Arc<str>>,
    /// Line, from 1. In a table, the line of the row.
    pub line: Option<u64>,
    /// Column, from 1, in characters.
    pub column: Option<u64>,
    /// JSON pointer (RFC 6901) into the document.
    pub pointer: Option<String>,
}

impl Place {
    /// A place by line and column; the file is added later by [`Place::in_file`].
    pub fn position(line: u64, column: u64) -> Self {
        Self { line: Some(line), column: Some(column), ..Self::default() }
    }

    /// A place by JSON pointer (RFC 6901).
    pub fn pointer(pointer: impl Into<String>) -> Self {
        Self { pointer: Some(pointer.into()), ..Self::default() }
    }

    /// The same place with the file name, unless it has one already.
    pub fn in_file(mut self, file: &Arc<str>) -> Self {
        self.file.get_or_insert_with(|| file.clone());
        self
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut parts = Vec::new();
        parts.extend(self.file.as_ref().map(ToString::to_string));
        parts.extend(self.line.map(|line| line.to_string()));
        parts.extend(self.column.map(|column| column.to_string()));
        f.write_str(&parts.join(":"))?;
        match &self.pointer {
            Some(pointer) if !pointer.is_empty() => write!(f, "{}#{pointer}", if parts.is_empty() { "" } else { " " }),
            _ => Ok(()),
        }
    }
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {}", .0.english(), code = .0.code)]
pub struct Error(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    code: Code,
    values: Vec<(&'static str, Text)>,
    at: Place,
    related: Vec<Place>,
    causes: Vec<Cause>,
}

impl Inner {
    fn english(&self) -> String {
        let text = Text::same(self.code.message().1).fill_texts(&self.values).en;
        let place = self.at.to_string();
        if place.is_empty() { text } else { format!("{text} ({place})") }
    }
}

impl Error {
    /// A fault of this code, without values and place.
    pub fn new(code: Code) -> Self {
        Self(Box::new(Inner {
            code,
            values: Vec::new(),
            at: Place::default(),
            related: Vec::new(),
            causes: Vec::new(),
        }))
    }

    /// Fills `{name}` in the message and in the help.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.0.values.push((name, Text::same(value.to_string())));
        self
    }

    /// Like [`Error::with`], with a value that differs between the languages.
    #[must_use]
    pub fn with_text(mut self, name: &'static str, value: Text) -> Self {
        self.0.values.push((name, value));
        self
    }

    /// Suggests the most similar of the known names, if one is similar enough.
    #[must_use]
    pub fn suggest<'a>(self, wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(wrong, known) {
            Some(name) => self.with("suggestion", name),
            None => self,
        }
    }

    /// [`Code::UnknownReference`] for an unknown name, with the most similar known name as a suggestion.
    pub fn unknown<'a>(kind: &str, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        Self::new(Code::UnknownReference).with("kind", kind).with("name", name).suggest(name, known)
    }

    /// The same for a name that the document itself should declare: a part of it that was not read may do so.
    pub(crate) fn undeclared<'a>(kind: &str, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        Self::unknown(kind, name, known).because_of(Cause::Undeclared(name.into()))
    }

    /// Sets the place.
    #[must_use]
    pub fn at(mut self, at: Place) -> Self {
        self.0.at = at;
        self
    }

    /// Prefixes the pointer of the fault, for a caller who sees the document as a part of a larger one.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        if prefix.is_empty() {
            return self;
        }
        let pointer = format!("{prefix}{}", self.0.at.pointer.as_deref().unwrap_or_default());
        self.0.at.pointer = Some(pointer);
        self
    }

    /// Adds another place that is involved in the fault.
    #[must_use]
    pub fn related(mut self, place: Place) -> Self {
        self.0.related.push(place);
        self
    }

    /// Says from what this fault would only follow: where that is reported, this one is left out of the list. Several
    /// causes may be given.
    #[must_use]
    pub(crate) fn because_of(mut self, cause: Cause) -> Self {
        self.0.causes.push(cause);
        self
    }

    pub(super) fn causes(&self) -> &[Cause] {
        &self.0.causes
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// The place.
    pub fn place(&self) -> &Place {
        &self.0.at
    }

    /// Other places that are involved in the fault.
    pub fn related_places(&self) -> &[Place] {
        &self.0.related
    }

    /// What makes two faults one: the same is said of the same place in a text, whichever part of the document was made
    /// of it.
    pub(super) fn identity(&self) -> impl Hash + Eq + use<> {
        let Place { file, line, column, pointer } = self.place().clone();
        let pointer = pointer.filter(|_| line.is_none());
        // A suggestion depends on what is known around the part; it is not what is said.
        let values: Vec<_> = self.0.values.iter().filter(|(name, _)| *name != "suggestion").cloned().collect();
        (self.code(), file, line, column, pointer, values)
    }

    /// The English value of a placeholder of the message.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.0.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.en.as_str())
    }

    /// The message.
    pub fn text(&self) -> Text {
        let (vi, en) = self.0.code.message();
        let word = |(name, value): &(&'static str, Text)| {
            let word = match *name {
                "reason" => self.0.code.reason(&value.vi),
                _ => reasons::vietnamese(name, &value.vi),
            };
            (*name, Text::new(word.unwrap_or(&value.vi), &value.en))
        };
        Text::new(vi, en).fill_texts(&self.0.values.iter().map(word).collect::<Vec<_>>())
    }

    /// How to fix it; `None` if the code has no help, or if the help needs a suggestion and no known name was similar.
    pub fn help(&self) -> Option<Text> {
        let (vi, en) = reasons::specific_help(self).or_else(|| self.0.code.help())?;
        Some(Text::new(vi, en).fill_texts(&self.0.values)).filter(|text| !text.en.contains("{suggestion}"))
    }

    /// One line for a terminal: place, code, message, help.
    pub fn line(&self, language: Language) -> String {
        let place = self.0.at.to_string();
        let mut line = if place.is_empty() { String::new() } else { format!("{place}: ") };
        line.push_str(&format!("{}: {}", self.0.code, self.text().get(language)));
        if let Some(help) = self.help() {
            line.push_str(&format!(" → {}", help.get(language)));
        }
        line
    }
}

impl Serialize for Error {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Error", 5)?;
        out.serialize_field("code", &self.0.code)?;
        out.serialize_field("text", &self.text())?;
        out.serialize_field("at", &self.0.at)?;
        out.serialize_field("help", &self.help())?;
        out.serialize_field("related", &self.0.related)?;
        out.end()
    }
}

/// The known name most similar to a wrong one (edit distance); `None` if none is similar enough to be a plausible
/// correction.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // One search for iterators of all types keeps the compiled code small.
    nearest_of(wrong, &mut known.into_iter())
}

/// The number of names that are compared at most: otherwise each fault of a large text would cost a pass over all
/// names.
const MOST_NAMES: usize = 1_000;

fn nearest_of<'a>(wrong: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    // Beyond this length the distance costs more than the hint is worth.
    if wrong.len() > 64 {
        return None;
    }
    let lower = text::lower(wrong);
    let length = wrong.chars().count();
    let most = 1 + length / 4;
    let best = known
        .filter(|name| name.len() <= 64 && name.chars().count().abs_diff(length) <= most)
        .take(MOST_NAMES)
        .map(|name| (strsim::osa_distance(&lower, &text::lower(name)), name))
        .min_by_key(|(distance, _)| *distance)?;
    (best.0 <= most).then_some(best.1)
}

#[cfg(test)]
mod tests;
