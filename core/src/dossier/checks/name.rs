//! Names of persons, compared as papers have them: never by dropping diacritics.

use crate::rule::nfc;

/// No name is longer, in code points.
const MAX_LENGTH: usize = 100;

/// Whether a text can be a person's name: letters of any alphabet that Vietnam's peoples write, blanks, apostrophe and
/// hyphen; one word is enough, for names of one word exist.
pub fn is_person_name(text: &str) -> bool {
    let text = nfc(text);
    let text = text.trim();
    let inside = |char: char| char.is_alphabetic() || matches!(char, ' ' | '\'' | '’' | '-');
    text.chars().next().is_some_and(char::is_alphabetic)
        && text.chars().all(inside)
        && text.chars().count() <= MAX_LENGTH
}

/// A text in NFC, small letters, single blanks.
pub fn fold(text: &str) -> String {
    let lower = nfc(text).to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two papers give the same name; capitals, blanks and the way of typing do not matter.
///
/// ```
/// use namro::dossier::checks::name;
/// assert!(name::same("NGUYỄN  Thị Hồng", "Nguyễn Thị Hồng"));
/// assert!(!name::same("Hoà", "Hòa") && name::similar("Hoà", "Hòa"));
/// ```
pub fn same(a: &str, b: &str) -> bool {
    fold(a) == fold(b)
}

/// Whether two names differ at most in where the tone mark stands (`hòa`, `hoà`): one name, two spellings.
pub fn similar(a: &str, b: &str) -> bool {
    old_style(&fold(a)) == old_style(&fold(b))
}

/// Vowels in their five tones: `oà` becomes `òa` at the end of a syllable, likewise `oe` and `uy`.
const TONES: [(&str, &str); 5] = [("a", "àáảãạ"), ("e", "èéẻẽẹ"), ("y", "ỳýỷỹỵ"), ("o", "òóỏõọ"), ("u", "ùúủũụ")];

fn old_style(text: &str) -> String {
    let toned = |plain: &str, at: usize| {
        TONES.iter().find(|(vowel, _)| *vowel == plain).and_then(|(_, tones)| tones.chars().nth(at))
    };
    let words = text.split(' ').map(|word| {
        for (first, second) in [("o", "a"), ("o", "e"), ("u", "y")] {
            for at in 0..5 {
                let (Some(late), Some(early)) = (toned(second, at), toned(first, at)) else { continue };
                // `quý` is spelt so in both styles: its `u` belongs to the `q`.
                let tail = format!("{first}{late}");
                if let Some(head) = word.strip_suffix(tail.as_str())
                    && !head.ends_with('q')
                {
                    return format!("{head}{early}{second}");
                }
            }
        }
        word.to_owned()
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn names() {
        for good in ["Đặng Thị Bưởi", "Y Moan", "H'Hen", "Nguyễn", "Jơ Wăn", "Lê-Na"] {
            assert!(is_person_name(good), "{good}");
            assert!(is_person_name(&good.nfd().collect::<String>()), "{good}");
        }
        for bad in ["", " ", "An 2", "A@b", "-An", "Nguyễn\u{200b}An", &"a".repeat(101)] {
            assert!(!is_person_name(bad), "{bad}");
        }
    }

    #[test]
    fn comparison() {
        let name = "Nguyễn Thị Hồng";
        assert!(same(name, &name.nfd().collect::<String>()));
        assert!(!same(name, "Nguyen Thi Hong"));
        assert!(similar("Thuý Hoà", "Thúy Hòa") && !same("Thuý Hoà", "Thúy Hòa"));
        assert!(similar("Quý", "Quý") && !similar("Quý", "Qúy"));
        assert!(!similar("Toán", "Toàn"));
    }
}
