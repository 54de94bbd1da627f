//! Texts in both languages, and sentences of the code with placeholders to fill.

use super::language::Language;
use serde::Serialize;

/// A text in both languages.
///
/// A rulebook may give only Vietnamese; English then repeats it, so that the text is never empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// Vietnamese, with full diacritics.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Text {
    /// A text from its two languages.
    ///
    /// ```
    /// let text = namro::Text::new("hạn", "due");
    /// assert_eq!(text.to_string(), "hạn");
    /// ```
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }

    /// The same text in both languages, for names, numbers and symbols.
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { vi: text.clone(), en: text }
    }

    /// The text in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }

    /// Replaces each `{name}` by its value, in both languages.
    pub fn fill(&self, values: &[(&str, String)]) -> Self {
        Self { vi: fill(&self.vi, values, |value| value), en: fill(&self.en, values, |value| value) }
    }

    /// Like [`Text::fill`], with values that differ between the languages.
    pub fn fill_texts(&self, values: &[(&str, Self)]) -> Self {
        Self { vi: fill(&self.vi, values, |value| &value.vi), en: fill(&self.en, values, |value| &value.en) }
    }

    /// Joins texts with a separator for each language.
    ///
    /// ```
    /// use namro::Text;
    /// let texts = [Text::new("đơn", "application"), Text::new("ảnh", "photo")];
    /// assert_eq!(Text::join(&texts, " hoặc ", " or "), Text::new("đơn hoặc ảnh", "application or photo"));
    /// ```
    pub fn join<'a>(texts: impl IntoIterator<Item = &'a Self>, vi: &str, en: &str) -> Self {
        texts.into_iter().cloned().reduce(|before, text| before.then(&text, vi, en)).unwrap_or_default()
    }

    /// Joins this text and another one with a separator for each language.
    fn then(mut self, next: &Self, vi: &str, en: &str) -> Self {
        self.vi.extend([vi, &next.vi]);
        self.en.extend([en, &next.en]);
        self
    }
}

/// A sentence that is written in the code, in Vietnamese and in English, with `{names}` to fill.
#[derive(Clone, Copy)]
pub(crate) struct Message(pub(crate) &'static str, pub(crate) &'static str);

impl Message {
    /// Without values filled in.
    pub(crate) fn text(self) -> Text {
        Text::new(self.0, self.1)
    }

    /// With each `{name}` replaced by its value.
    pub(crate) fn fill(self, values: &[(&str, Text)]) -> Text {
        self.text().fill_texts(values)
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.vi)
    }
}

/// One pass, so that braces inside a value are never read as a placeholder.
fn fill<V>(template: &str, values: &[(&str, V)], said: impl Fn(&V) -> &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let known = after
            .split_once('}')
            .and_then(|(name, tail)| values.iter().find(|(key, _)| *key == name).map(|(_, value)| (value, tail)));
        match known {
            Some((value, tail)) => {
                out.push_str(said(value));
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
