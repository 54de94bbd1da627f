//! Tests of `normal`.

use super::*;

#[test]
fn texts_that_need_no_tables() {
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
    /// Another implementation composes and decomposes in the same way.
    #[test]
    fn normal_forms(text in "[a-zA-ZđĐăâêôơưÀ-ỹ\u{300}-\u{345}가-힣ᄀ-ᅵ ]{0,24}") {
        use unicode_normalization::UnicodeNormalization;
        proptest::prop_assert_eq!(nfc(&text), text.nfc().collect::<String>());
        proptest::prop_assert_eq!(nfd(&text), text.nfd().collect::<String>());
    }
}
