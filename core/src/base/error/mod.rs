//! Errors: a stable code, the place, and a way out, in both languages.
//!
//! There is one error type and one table of codes. Everything that reads untrusted text gathers its faults in a
//! [`Faults`], so that an author sees all of them at once.

mod code;
mod reasons;

pub use code::Code;
pub(crate) use reasons::vietnamese;

use crate::base::shape::Shape;
use crate::base::text::{self, Language, Text};
use serde::Serialize;
use std::sync::Arc;

/// Where a fault lies; each part only where it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Shape)]
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
    /// A line and a column of a text that has no name yet.
    pub fn position(line: u64, column: u64) -> Self {
        Self { line: Some(line), column: Some(column), ..Self::default() }
    }

    /// A JSON pointer.
    pub fn pointer(pointer: impl Into<String>) -> Self {
        Self { pointer: Some(pointer.into()), ..Self::default() }
    }

    /// The same place in a named file.
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
}

impl Inner {
    fn english(&self) -> String {
        let text = Text::same(self.code.message().1).fill_texts(&self.values).en;
        let place = self.at.to_string();
        if place.is_empty() { text } else { format!("{text} ({place})") }
    }
}

impl Error {
    /// A fault of this code.
    pub fn new(code: Code) -> Self {
        Self(Box::new(Inner { code, values: Vec::new(), at: Place::default(), related: Vec::new() }))
    }

    /// Fills `{name}` in the message and in the help.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.0.values.push((name, Text::same(value.to_string())));
        self
    }

    /// The same with a value that each language says in its own words.
    #[must_use]
    pub fn with_text(mut self, name: &'static str, value: Text) -> Self {
        self.0.values.push((name, value));
        self
    }

    /// Offers the nearest of the known names, where one is near.
    #[must_use]
    pub fn suggest<'a>(self, wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(wrong, known) {
            Some(name) => self.with("suggestion", name),
            None => self,
        }
    }

    /// A name that stands for nothing, with the nearest that does.
    pub fn unknown<'a>(kind: &str, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        Self::new(Code::UnknownReference).with("kind", kind).with("name", name).suggest(name, known)
    }

    /// Sets the place.
    #[must_use]
    pub fn at(mut self, at: Place) -> Self {
        self.0.at = at;
        self
    }

    /// Puts a pointer in front of the one that the fault has, as the caller sees the document from further up.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        if prefix.is_empty() {
            return self;
        }
        let pointer = format!("{prefix}{}", self.0.at.pointer.as_deref().unwrap_or_default());
        self.0.at.pointer = Some(pointer);
        self
    }

    /// Names another place that has to do with the fault.
    #[must_use]
    pub fn related(mut self, place: Place) -> Self {
        self.0.related.push(place);
        self
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// The place.
    pub fn place(&self) -> &Place {
        &self.0.at
    }

    /// Other places that have to do with the fault.
    pub fn related_places(&self) -> &[Place] {
        &self.0.related
    }

    /// A value of the message.
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

    /// The way out; none where it hangs on a suggestion and nothing was near.
    pub fn help(&self) -> Option<Text> {
        let (vi, en) = reasons::way_out(self).or_else(|| self.0.code.help())?;
        Some(Text::new(vi, en).fill_texts(&self.0.values)).filter(|text| !text.en.contains("{suggestion}"))
    }

    /// One line for a terminal: place, code, message, way out.
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

/// Faults gathered while reading; at most [`Faults::MAX`] are kept, the rest is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Faults {
    errors: Vec<Error>,
    dropped: usize,
}

impl Faults {
    /// So many faults are kept.
    pub const MAX: usize = 1_000;

    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fault.
    pub fn push(&mut self, error: Error) {
        if self.errors.len() < Self::MAX {
            self.errors.push(error);
        } else {
            self.dropped += 1;
        }
    }

    /// Whether no more faults are kept: what comes now is only counted, and needs no hint.
    pub fn is_full(&self) -> bool {
        self.errors.len() >= Self::MAX
    }

    /// Keeps those that a test lets pass.
    pub(crate) fn retain(&mut self, test: impl FnMut(&Error) -> bool) {
        self.errors.retain(test);
    }

    /// Changes each of them.
    pub(crate) fn change(&mut self, change: impl FnMut(Error) -> Error) {
        self.errors = std::mem::take(&mut self.errors).into_iter().map(change).collect();
    }

    /// Puts them in an order.
    pub(crate) fn sort_by_key<K: Ord>(&mut self, key: impl FnMut(&Error) -> K) {
        self.errors.sort_by_cached_key(key);
    }

    /// Keeps the value of a success, or the fault.
    pub fn keep<T>(&mut self, result: Result<T, Error>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Adds all of another's.
    pub fn extend(&mut self, other: Self) {
        self.dropped += other.dropped;
        for error in other.errors {
            self.push(error);
        }
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// How many there are, those not kept included.
    pub fn count(&self) -> usize {
        self.errors.len() + self.dropped
    }

    /// The faults, in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Error> {
        self.errors.iter()
    }

    /// The value, if nothing is wrong.
    ///
    /// # Errors
    /// The faults themselves.
    pub fn into_result<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            _ => Err(self),
        }
    }
}

impl From<Error> for Faults {
    fn from(error: Error) -> Self {
        Self { errors: vec![error], dropped: 0 }
    }
}

impl std::fmt::Display for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, error) in self.errors.iter().enumerate() {
            write!(f, "{}{error}", if index == 0 { "" } else { "\n" })?;
        }
        match self.dropped {
            0 => Ok(()),
            dropped => write!(f, "\n… {dropped} more"),
        }
    }
}

impl Serialize for Faults {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.errors.serialize(serializer)
    }
}

/// The known name nearest to a wrong one, if it is near enough to be meant.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Names come from lists of many kinds: one search serves them all.
    nearest_of(wrong, &mut known.into_iter())
}

/// Of longer lists only so many names are looked at: each fault of a large text would cost a look at all of them.
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
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_bilingual() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
        let holes = |text: &str| {
            // `{vi}` and `{en}` are a text of its own in each language.
            let mut names: Vec<_> = text
                .split('{')
                .skip(1)
                .filter_map(|part| part.split('}').next())
                .filter(|name| !["vi", "en"].contains(name))
                .collect();
            names.sort_unstable();
            names.dedup();
            names.join(" ")
        };
        for code in Code::ALL {
            let (vi, en) = code.message();
            assert_eq!(holes(vi), holes(en), "{code}");
            if let Some((vi, en)) = code.help() {
                assert_eq!(holes(vi), holes(en), "{code}");
            }
        }
    }

    #[test]
    fn reasons_speak_both_languages() {
        let fault = Error::new(Code::Syntax).with("reason", "a colon is due here");
        assert_eq!(fault.text(), Text::new("lỗi cú pháp: ở đây cần dấu hai chấm", "syntax error: a colon is due here"));
        // What a caller gives as a reason is not ours to translate.
        let theirs = Error::new(Code::StillSuspended).with("reason", "fuel");
        assert!(theirs.text().vi.contains("fuel"));
    }

    #[test]
    fn help_needs_its_suggestion() {
        let far = Error::new(Code::UnknownField).with("field", "xyz").suggest("xyz", ["title"]);
        assert_eq!(far.help(), None);
        let near = Error::new(Code::UnknownField).with("field", "titel").suggest("titel", ["title", "limit"]);
        assert_eq!(near.help().unwrap().en, "did you mean `title`?");
    }
}
