//! One fault: its code, its place, and the values of its message.

use super::cause::Cause;
use super::code::Code;
use super::nearest::nearest;
use super::place::Place;
use super::reasons;
use crate::base::text::{Language, Text, quoted};
use serde::Serialize;
use std::hash::Hash;

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
    /// How often it was found besides the first time.
    more: usize,
}

impl Inner {
    fn english(&self) -> String {
        let text = Text::same(self.code.message().1).fill_texts(&self.values).en;
        let place = self.at.to_string();
        let times = if self.more > 0 { format!(" × {}", self.more + 1) } else { String::new() };
        if place.is_empty() { format!("{text}{times}") } else { format!("{text} ({place}){times}") }
    }
}

/// The most characters that a message quotes of a value: a number of a million digits is not repeated in full.
const MOST_QUOTED: usize = 200;
/// The same of a text in two languages, which the library has put together.
const MOST_WRITTEN: usize = 2_000;

impl Error {
    /// A fault of this code, without values and place.
    pub fn new(code: Code) -> Self {
        Self(Box::new(Inner {
            code,
            values: Vec::new(),
            at: Place::default(),
            related: Vec::new(),
            causes: Vec::new(),
            more: 0,
        }))
    }

    /// Fills `{name}` in the message and in the help.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.0.values.push((name, quoted(&value.to_string(), MOST_QUOTED)));
        self
    }

    /// Like [`Error::with`], with a value that differs between the languages.
    #[must_use]
    pub fn with_text(mut self, name: &'static str, value: Text) -> Self {
        let text = Text { vi: quoted(&value.vi, MOST_WRITTEN).vi, en: quoted(&value.en, MOST_WRITTEN).en };
        self.0.values.push((name, text));
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

    pub(crate) fn causes(&self) -> &[Cause] {
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

    /// How often it was found: faults of many rows with one cause are one, whose related places are examples.
    pub fn count(&self) -> usize {
        self.0.more + 1
    }

    /// The same fault, found this many times more.
    #[must_use]
    pub(crate) fn found_again(mut self, times: usize) -> Self {
        self.0.more += times;
        self
    }

    /// Other places that are involved in the fault.
    pub fn related_places(&self) -> &[Place] {
        &self.0.related
    }

    /// What makes two faults one: the same is said of the same place in a text, whichever part of the document was made
    /// of it.
    pub(crate) fn identity(&self) -> impl Hash + Eq + use<> {
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

    /// The value of a placeholder of the message, in both languages.
    pub(crate) fn text_of(&self, name: &str) -> Option<&Text> {
        self.0.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
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

    /// How to fix it; `None` if the code has no help.
    pub fn help(&self) -> Option<Text> {
        let (vi, en) = reasons::specific_help(self).or_else(|| self.0.code.help())?;
        let fill = |(vi, en)| Text::new(vi, en).fill_texts(&self.0.values);
        match fill((vi, en)) {
            text if text.en.contains("{suggestion}") => self.0.code.otherwise().map(fill),
            text => Some(text),
        }
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
        let mut out = serializer.serialize_struct("Error", 5 + usize::from(self.0.more > 0))?;
        out.serialize_field("code", &self.0.code)?;
        out.serialize_field("text", &self.text())?;
        out.serialize_field("at", &self.0.at.shortened())?;
        out.serialize_field("help", &self.help())?;
        let related: Vec<Place> = self.0.related.iter().map(Place::shortened).collect();
        out.serialize_field("related", &related)?;
        if self.0.more > 0 {
            out.serialize_field("count", &self.count())?;
        }
        out.end()
    }
}
