//! Unicode normalisation and case: one spelling of a letter, whichever keyboard produced it.
//!
//! The tables are compiled in (feature `unicode`). A build for browsers can leave them out and ask its host (feature
//! `js`). The answers are the same: no later version of Unicode changes the normalisation of characters that an earlier
//! one knows.

use std::borrow::Cow;

#[cfg(not(any(feature = "unicode", all(feature = "js", target_arch = "wasm32"))))]
compile_error!("namro asks the tables of Unicode: enable its feature `unicode`, or `js` where JavaScript is the host");

/// A text with its letters composed (Unicode NFC); borrowed if it already is.
pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    match composed(text) {
        Some(_) => Cow::Borrowed(text),
        None => tables::nfc(text),
    }
}

/// A name as names are compared: its letters composed, the blanks around it cut off, and each run of blanks inside it,
/// no-break ones too, one space. Borrowed if it already is so.
pub(crate) fn one_spelling(text: &str) -> Cow<'_, str> {
    let text = nfc(text);
    let mut after_blank = true;
    // Whether it ends after a blank is seen last; no letter of an ASCII text is looked at twice.
    let joined = text.chars().all(|letter| {
        let blank = letter.is_whitespace();
        let fits = !blank || (letter == ' ' && !after_blank);
        after_blank = blank;
        fits
    });
    if joined && !after_blank || text.is_empty() {
        return text;
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A text with its letters decomposed (Unicode NFD).
pub(crate) fn nfd(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { tables::nfd(text) }
}

/// A text in small letters.
pub(crate) fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { tables::lower(text) }
}

/// A text in capital letters.
pub(crate) fn upper(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_uppercase() } else { tables::upper(text) }
}

/// The number of code points of a text that normalisation leaves unchanged because all are below U+0300 or in
/// U+1E00–1EFF, as in all composed Vietnamese; `None` if the tables must be consulted.
pub(crate) fn composed(text: &str) -> Option<usize> {
    let mut bytes = text.bytes();
    let mut count = 0;
    while let Some(first) = bytes.next() {
        match first {
            0..0x80 => {}
            0x80..0xCC => drop(bytes.next()),
            0xE1 if matches!(bytes.next(), Some(0xB8..=0xBB)) => drop(bytes.next()),
            _ => return None,
        }
        count += 1;
    }
    Some(count)
}

/// The compiled tables.
#[cfg(feature = "unicode")]
mod tables {
    use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
    use std::borrow::Cow;

    pub(super) fn nfc(text: &str) -> Cow<'_, str> {
        ComposingNormalizerBorrowed::new_nfc().normalize(text)
    }

    pub(super) fn nfd(text: &str) -> Cow<'_, str> {
        DecomposingNormalizerBorrowed::new_nfd().normalize(text)
    }

    pub(super) fn lower(text: &str) -> String {
        text.to_lowercase()
    }

    pub(super) fn upper(text: &str) -> String {
        text.to_uppercase()
    }
}

/// The functions of the host.
#[cfg(all(feature = "js", not(feature = "unicode")))]
mod tables {
    use std::borrow::Cow;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["String", "prototype", "normalize"], js_name = call)]
        fn normalize(text: &str, form: &str) -> String;
        #[wasm_bindgen(js_namespace = ["String", "prototype", "toLowerCase"], js_name = call)]
        pub(super) fn lower(text: &str) -> String;
        #[wasm_bindgen(js_namespace = ["String", "prototype", "toUpperCase"], js_name = call)]
        pub(super) fn upper(text: &str) -> String;
    }

    pub(super) fn nfc(text: &str) -> Cow<'_, str> {
        normalize(text, "NFC").into()
    }

    pub(super) fn nfd(text: &str) -> Cow<'_, str> {
        normalize(text, "NFD").into()
    }
}

#[cfg(test)]
#[path = "tests/normal.rs"]
mod tests;
