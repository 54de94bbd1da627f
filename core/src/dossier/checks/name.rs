//! Names of persons, compared as papers have them: never by dropping diacritics.

use crate::base::text::{lower, nfc, nfd};
use crate::rule::{Kinds, Row, of_text, of_texts};

pub(super) const ROWS: &[Row] = &[
    Row::new(
        "isPersonName",
        &[Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} là tên người hợp lệ", "{a} is a sound name of a person"],
        |arguments, _| of_text(arguments, |text| Ok(is_person_name(text).into())),
    ),
    Row::new(
        "sameName",
        &[Kinds::TEXT, Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} trùng tên với {b}", "{a} is the same name as {b}"],
        |arguments, _| of_texts(arguments, same),
    ),
    Row::new(
        "similarName",
        &[Kinds::TEXT, Kinds::TEXT],
        Kinds::TRUTH,
        [
            "{a} trùng tên với {b} (kể cả khi dấu thanh đặt khác chỗ)",
            "{a} is the same name as {b} (wherever the tone mark is placed)",
        ],
        |arguments, _| of_texts(arguments, similar),
    ),
    Row::new(
        "nameStartsWith",
        &[Kinds::TEXT, Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} bắt đầu bằng {b}, rồi đến phần riêng", "{a} begins with {b} and goes on"],
        |arguments, _| of_texts(arguments, starts_with),
    ),
    Row::new(
        "nameContains",
        &[Kinds::TEXT, Kinds::TEXT],
        Kinds::TRUTH,
        ["trong {a} có {b}", "{a} contains {b}"],
        |arguments, _| of_texts(arguments, contains),
    ),
];

/// No name is longer, in code points.
const MAX_LENGTH: usize = 100;

/// Whether a text can be a person's name: letters of the Vietnamese alphabet and of the Latin alphabets of Vietnam's
/// peoples, spaces, apostrophe and hyphen. One word is enough, since names of one word exist. Letters of other languages
/// that look like these, such as `Ð`, `Ɖ` and `Ɗ` beside `Đ`, are refused.
pub(crate) fn is_person_name(text: &str) -> bool {
    let text = nfd(text);
    let text = text.trim();
    // The letter that a mark belongs to, and whether it has a tone, of which a syllable has one.
    let (mut letter, mut toned) = (None, false);
    let fits = text.chars().all(|char| match char {
        'A'..='Z' | 'a'..='z' | 'Đ' | 'đ' | 'Ƀ' | 'ƀ' => {
            (letter, toned) = (Some(char.to_ascii_lowercase()), false);
            true
        }
        ' ' | '\'' | '’' | '-' => {
            (letter, toned) = (None, false);
            true
        }
        mark => {
            let tone = TONE_MARKS.contains(&mark);
            let twice = tone && std::mem::replace(&mut toned, true);
            !twice && letter.is_some_and(|letter| takes(letter, mark))
        }
    });
    let begins = text.chars().next().is_some_and(char::is_alphabetic);
    fits && begins && nfc(text).chars().count() <= MAX_LENGTH
}

/// Grave, acute, tilde, hook above, dot below.
const TONE_MARKS: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Whether a letter, as a small one, is written with a mark: the vowels with tones; `â ê ô`; `ă`, and `ĕ ĭ ŏ ŭ b̆` as
/// Ê Đê, Gia Rai and Ba Na have them; `ơ ư`; `č ñ`.
fn takes(letter: char, mark: char) -> bool {
    let letters = match mark {
        '\u{303}' => "aeiouyn",
        '\u{302}' => "aeo",
        '\u{306}' => "aeioub",
        '\u{31b}' => "ou",
        '\u{30c}' => "c",
        mark if TONE_MARKS.contains(&mark) => "aeiouy",
        _ => return false,
    };
    letters.contains(letter)
}

/// A text in NFC, small letters, single blanks.
pub(crate) fn fold(text: &str) -> String {
    let lower = lower(&nfc(text));
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two names begin alike and then part at two letters that no way of writing makes one: most names that are
/// compared do, and are not read any further.
fn parted(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim_start(), b.trim_start());
    let mut alike = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    while !a.is_char_boundary(alike) {
        alike -= 1;
    }
    let [mut one, mut other] = [a, b].map(|text| text.get(alike..).unwrap_or_default().chars());
    loop {
        match (one.next().and_then(small), other.next().and_then(small)) {
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) => {
                // Where an accent follows as a character of its own, a letter alone does not show what it is.
                let mut next = [one, other].into_iter().filter_map(|mut rest| rest.next());
                return a != ' ' && b != ' ' && !(moves(a) && moves(b)) && next.all(|char| small(char).is_some());
            }
            _ => return false,
        }
    }
}

/// Whether a tone mark may move to this letter or from it.
fn moves(letter: char) -> bool {
    // Of letters without a mark only vowels can.
    (!letter.is_ascii() || "aeouy".contains(letter))
        && TONES.iter().any(|(a, b, c, d)| [*a, *b, *c, *d].contains(&letter))
}

/// The small letter of one that Vietnamese is written with; digits and blanks as they are.
fn small(char: char) -> Option<char> {
    match char {
        ' ' | '0'..='9' | 'a'..='z' | 'à'..='ö' | 'ù'..='ý' | 'ư' => Some(char),
        'A'..='Z' | 'À'..='Ö' | 'Ù'..='Ý' => char::from_u32(u32::from(char) + 0x20),
        'Ạ'..='ỹ' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' => {
            char::from_u32(u32::from(char) | 1)
        }
        'Ư' => Some('ư'),
        _ => None,
    }
}

/// Whether two papers give the same name; capitals, blanks and the way of typing do not matter. Where [`similar`] alone
/// holds, it is one name in two spellings: to be accepted, and warned of.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a == b || !parted(a, b) && fold(a) == fold(b)
}

/// Whether two names differ at most in where the tone mark is placed (`hòa` of the old style, `hoà` of the new one): one
/// name, two spellings. No other mark is passed over, and a tone mark only at the end of a syllable in `oa`, `oe`, `uy`,
/// where the styles differ.
pub(crate) fn similar(a: &str, b: &str) -> bool {
    a == b || !parted(a, b) && old_style(&fold(a)) == old_style(&fold(b))
}

/// Whether a name begins with the words of another one and goes on after them: a family name, the type of an enterprise.
/// Capitals, blanks, the way of typing and the place of the tone mark do not matter.
pub(crate) fn starts_with(name: &str, first: &str) -> bool {
    if name.strip_prefix(first).is_some_and(|rest| rest.starts_with(' ') && !rest.trim().is_empty()) {
        return true;
    }
    if parted(name, first) {
        return false;
    }
    let (name, first) = (old_style(&fold(name)), old_style(&fold(first)));
    name.strip_prefix(&first).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether a name contains a text, compared in the same way.
pub(crate) fn contains(name: &str, part: &str) -> bool {
    old_style(&fold(name)).contains(&old_style(&fold(part)))
}

/// A tone on the second vowel, and the same on the first: `oà` becomes `òa` at the end of a syllable, likewise `oe`, `uy`.
const TONES: [(char, char, char, char); 15] = [
    ('o', 'à', 'ò', 'a'),
    ('o', 'á', 'ó', 'a'),
    ('o', 'ả', 'ỏ', 'a'),
    ('o', 'ã', 'õ', 'a'),
    ('o', 'ạ', 'ọ', 'a'),
    ('o', 'è', 'ò', 'e'),
    ('o', 'é', 'ó', 'e'),
    ('o', 'ẻ', 'ỏ', 'e'),
    ('o', 'ẽ', 'õ', 'e'),
    ('o', 'ẹ', 'ọ', 'e'),
    ('u', 'ỳ', 'ù', 'y'),
    ('u', 'ý', 'ú', 'y'),
    ('u', 'ỷ', 'ủ', 'y'),
    ('u', 'ỹ', 'ũ', 'y'),
    ('u', 'ỵ', 'ụ', 'y'),
];

/// A folded text with every tone mark where the older spelling has it.
pub(super) fn old_style(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for at in 1..chars.len() {
        let before = at.checked_sub(2).and_then(|at| chars.get(at)).copied();
        let ends = chars.get(at + 1).is_none_or(|next| !next.is_alphabetic());
        // `quý` is spelt so in both styles: its `u` belongs to the `q`.
        if let (true, Some([first, second])) = (ends && before != Some('q'), chars.get_mut(at - 1..=at))
            && let Some((_, _, toned, plain)) = TONES.iter().find(|(a, b, _, _)| (*a, *b) == (*first, *second))
        {
            (*first, *second) = (*toned, *plain);
        }
    }
    chars.into_iter().collect()
}

#[cfg(test)]
#[path = "tests/name.rs"]
mod tests;
