//! What is asked of the tables of Unicode: one spelling of a letter, whichever keyboard wrote it, small or capital.
//!
//! The tables are compiled in (feature `unicode`). A module for browsers may do without them and ask its host (feature
//! `js`), which answers alike: what a version of Unicode says of the characters that it knows, no later one changes.

use std::borrow::Cow;

#[cfg(not(any(feature = "unicode", all(feature = "js", target_arch = "wasm32"))))]
compile_error!("namro asks the tables of Unicode: enable its feature `unicode`, or `js` where JavaScript is the host");

/// A text with its letters composed (Unicode NFC); as it is, where it is so already.
pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    match composed(text) {
        Some(_) => Cow::Borrowed(text),
        None => tables::nfc(text),
    }
}

/// A text with the accents of its letters taken apart (Unicode NFD).
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

/// How many code points a text has, where it consists of such as no normalisation touches: those below U+0300 and of
/// U+1E00–1EFF, so all that is typed in composed Vietnamese. The tables are asked about the rest.
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

/// Compiled in.
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

/// Those of the host.
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
mod tests {
    use super::*;

    #[test]
    fn what_needs_no_tables() {
        assert_eq!(composed("Đặng Thị Bưởi ẞ"), Some(15));
        assert_eq!(composed("a\u{300}"), None);
        for char in ('\0'..'\u{300}').chain('\u{1E00}'..'\u{1F00}') {
            assert!(
                unicode_normalization::is_nfc(&format!("{char}{char}")) && composed(&char.to_string()) == Some(1),
                "{char:?}"
            );
        }
    }

    proptest::proptest! {
        /// Another implementation composes and takes apart alike.
        #[test]
        fn normal_forms(text in "[a-zA-ZđĐăâêôơưÀ-ỹ\u{300}-\u{345}가-힣ᄀ-ᅵ ]{0,24}") {
            use unicode_normalization::UnicodeNormalization;
            proptest::prop_assert_eq!(nfc(&text), text.nfc().collect::<String>());
            proptest::prop_assert_eq!(nfd(&text), text.nfd().collect::<String>());
        }
    }
}
