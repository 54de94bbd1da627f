//! Texts for people, in Vietnamese and English.

mod normal;

pub(crate) use normal::{composed, upper};
pub(crate) use normal::{lower, nfc, nfd};

use serde::Serialize;

/// A language of the texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    /// Both languages, in the order in which reports show them.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The tag of BCP 47.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

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
    /// As it stands.
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

/// A text with a capital first letter, as at the beginning of a sentence.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(String::from).unwrap_or_default();
    upper(&first) + letters.as_str()
}

/// A text with a small first letter, as within a sentence.
pub(crate) fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(String::from).unwrap_or_default();
    lower(&first) + letters.as_str()
}

/// An amount of money: `50.000 đồng`, `50,000 VND`.
pub(crate) fn money(amount: i64) -> Text {
    let sign = if amount < 0 { "-" } else { "" };
    let digits = |separator| grouped(amount.unsigned_abs().into(), separator);
    Text::new(format!("{sign}{} đồng", digits('.')), format!("{sign}{} VND", digits(',')))
}

/// Whether a text has nothing visible: it is empty, or holds only spaces, control characters and zero-width characters.
/// Such a text counts as not filled in.
#[inline]
pub(crate) fn is_blank(text: &str) -> bool {
    // Most texts begin with a visible character.
    let seen = text.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    !seen && text.chars().all(|char| char.is_whitespace() || char.is_control() || is_invisible(char))
}

/// Whether a character is invisible (Unicode: `Default_Ignorable_Code_Point`, and the blank Braille pattern).
pub(crate) const fn is_invisible(char: char) -> bool {
    matches!(char,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A text with its invisible characters written as escapes such as `\u{200b}`.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        if char != ' ' && (char.is_whitespace() || char.is_control() || is_invisible(char)) {
            out.extend(char.escape_default());
        } else {
            out.push(char);
        }
    }
    out
}

/// Digits in groups of three.
pub(crate) fn grouped(number: u128, separator: char) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests;
