//! Encodings of tables: UTF-8 and UTF-16, and the three old Vietnamese ones that exports still use.

use crate::base::error::{Code, Error};
use crate::base::text::nfc;

/// How the bytes of a table are written (*bảng mã*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::log) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// The Vietnamese code page of Windows, with tones as letters of their own.
    Windows1258,
    /// TCVN 5712:1993 VN3, of the fonts `.VnTime`.
    Tcvn3,
    /// VNI, of the fonts `VNI-Times`.
    Vni,
}

const NAMES: [(&str, Encoding); 6] = [
    ("utf-8", Encoding::Utf8),
    ("utf-16le", Encoding::Utf16Le),
    ("utf-16be", Encoding::Utf16Be),
    ("windows-1258", Encoding::Windows1258),
    ("tcvn3", Encoding::Tcvn3),
    ("vni", Encoding::Vni),
];

impl Encoding {
    /// The name under which a mapping declares it.
    pub(in crate::log) fn name(self) -> &'static str {
        NAMES.iter().find(|(_, known)| *known == self).map_or("", |(name, _)| name)
    }

    /// The encoding of a declared name, in any case.
    pub(in crate::log) fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, encoding)| *encoding)
    }

    /// Whether a name is that of a known encoding.
    ///
    /// # Errors
    /// [`Code::UnknownTerm`] with the known names.
    pub(in crate::log) fn check(name: &str) -> Result<(), Error> {
        if Self::named(name).is_some() {
            return Ok(());
        }
        let allowed = NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        Err(Error::new(Code::UnknownTerm).with("value", name).with("allowed", allowed))
    }

    /// The encoding of a text, by its first bytes. `whole` says that nothing follows; otherwise a character may be cut
    /// at the end.
    pub(in crate::log) fn of(start: &[u8], whole: bool) -> Self {
        match start {
            [0xFF, 0xFE, ..] => return Self::Utf16Le,
            [0xFE, 0xFF, ..] => return Self::Utf16Be,
            _ => {}
        }
        // Without a mark, UTF-16 shows by its zeros: the separators of a table are ASCII.
        let even = start.iter().step_by(2).take(200).filter(|byte| **byte == 0).count();
        let odd = start.iter().skip(1).step_by(2).take(200).filter(|byte| **byte == 0).count();
        let half = start.len().min(400) / 2;
        if half > 4 && odd * 3 > half && even == 0 {
            return Self::Utf16Le;
        }
        if half > 4 && even * 3 > half && odd == 0 {
            return Self::Utf16Be;
        }
        match std::str::from_utf8(start) {
            Ok(text) => of_font(text).unwrap_or(Self::Utf8),
            Err(error) if error.error_len().is_none() && !whole => {
                let good = start.get(..error.valid_up_to()).unwrap_or_default();
                std::str::from_utf8(good).ok().and_then(of_font).unwrap_or(Self::Utf8)
            }
            Err(_) => {
                let latin: String = start.iter().map(|byte| char::from(*byte)).collect();
                let scored = [Self::Windows1258, Self::Tcvn3, Self::Vni].map(|one| (words(&one.of_latin(&latin)), one));
                // Of equal ones the first wins: the code page is what programs write by themselves.
                let best = scored.iter().rev().max_by_key(|(score, _)| *score);
                let (score, encoding) = best.copied().unwrap_or((0, Self::Windows1258));
                // UTF-8 with some broken rows is UTF-8: each broken row is a fault of its own.
                let utf8 = words(&nfc(&String::from_utf8_lossy(start)));
                if utf8 > score { Self::Utf8 } else { encoding }
            }
        }
    }

    /// The text of these bytes.
    ///
    /// # Errors
    /// [`Code::NotUtf8`] for bytes that are not what they were taken for.
    pub(in crate::log) fn decode(self, bytes: &[u8]) -> Result<String, Error> {
        let wrong = || Error::new(Code::NotUtf8);
        let units = |of: fn([u8; 2]) -> u16| -> Result<String, Error> {
            let (pairs, _) = bytes.as_chunks::<2>();
            let text = char::decode_utf16(pairs.iter().map(|pair| of(*pair))).collect::<Result<String, _>>();
            text.map(|text| text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()).map_err(|_| wrong())
        };
        match self {
            Self::Utf8 => Ok(String::from_utf8_lossy(bytes).into_owned()),
            Self::Utf16Le => units(u16::from_le_bytes),
            Self::Utf16Be => units(u16::from_be_bytes),
            Self::Windows1258 | Self::Tcvn3 | Self::Vni => match std::str::from_utf8(bytes) {
                // The bytes of an old font, taken for Latin 1 and saved as UTF-8.
                Ok(text) => Ok(self.of_latin(text)),
                Err(_) => Ok(self.of_latin(&bytes.iter().map(|byte| char::from(*byte)).collect::<String>())),
            },
        }
    }

    /// The text whose bytes in this encoding were read as Latin 1.
    pub(in crate::log) fn of_latin(self, text: &str) -> String {
        if text.is_ascii() {
            return text.to_owned();
        }
        match self {
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be => text.to_owned(),
            Self::Windows1258 => nfc(&text.chars().map(windows_1258).collect::<String>()).into_owned(),
            Self::Tcvn3 => text.chars().map(tcvn3).collect(),
            Self::Vni => vni(text),
        }
    }
}

/// The old font encoding in which a text is, whose letters were taken for Latin 1; `None` for plain Unicode.
pub(in crate::log) fn of_font(text: &str) -> Option<Encoding> {
    let plain = words(&nfc(text));
    [Encoding::Tcvn3, Encoding::Vni].into_iter().find(|font| words(&font.of_latin(text)) > plain + 2)
}

/// How many frequent words of Vietnamese headings and cells a text has.
fn words(text: &str) -> usize {
    /// Words with letters that each encoding writes in its own way.
    const FREQUENT: [&str; 34] = [
        "hồ", "sơ", "mã", "ngày", "đơn", "vị", "cán", "bộ", "xử", "lý", "trạng", "thái", "thủ", "tục", "tiếp", "nhận",
        "hẹn", "trả", "kết", "quả", "giờ", "người", "nộp", "phòng", "tên", "lĩnh", "vực", "đã", "đang", "hạn", "bước",
        "thời", "gian", "nguyễn",
    ];
    let lower = text.to_lowercase();
    lower.split(|letter: char| !letter.is_alphabetic()).filter(|word| FREQUENT.contains(word)).count()
}

/// windows-1258: Latin 1 but for these (Microsoft, code page 1258).
fn windows_1258(letter: char) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', '\u{8a}', '‹', 'Œ', '\u{8d}', '\u{8e}', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', '\u{9a}', '›', 'œ', '\u{9d}', '\u{9e}', 'Ÿ',
    ];
    match letter {
        '\u{80}'..='\u{9f}' => HIGH.get(letter as usize - 0x80).copied().unwrap_or(letter),
        '\u{c3}' => 'Ă',
        '\u{cc}' => '\u{300}',
        '\u{d0}' => 'Đ',
        '\u{d2}' => '\u{309}',
        '\u{d5}' => 'Ơ',
        '\u{dd}' => 'Ư',
        '\u{de}' => '\u{303}',
        '\u{e3}' => 'ă',
        '\u{ec}' => '\u{301}',
        '\u{f0}' => 'đ',
        '\u{f2}' => '\u{323}',
        '\u{f5}' => 'ơ',
        '\u{fd}' => 'ư',
        '\u{fe}' => '₫',
        _ => letter,
    }
}

/// TCVN 5712:1993, VN3: the letters at A1 to FE; `·` is a place without a letter of its own.
fn tcvn3(letter: char) -> char {
    const LETTERS: &str =
        "ĂÂÊÔƠƯĐăâêôơưđ······àảãáạ·ằẳẵắ·······ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíịò·ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ";
    let index = (letter as usize).checked_sub(0xA1).filter(|_| (letter as u32) < 0xFF);
    index.and_then(|index| LETTERS.chars().nth(index)).filter(|known| *known != '·').unwrap_or(letter)
}

/// VNI: a vowel and, after it, a letter for its mark.
fn vni(text: &str) -> String {
    /// The marks after a vowel, in small letters: the combining marks that they stand for.
    const MARKS: [(char, &str); 17] = [
        ('ù', "\u{301}"),
        ('ø', "\u{300}"),
        ('û', "\u{309}"),
        ('õ', "\u{303}"),
        ('ï', "\u{323}"),
        ('â', "\u{302}"),
        ('á', "\u{302}\u{301}"),
        ('à', "\u{302}\u{300}"),
        ('å', "\u{302}\u{309}"),
        ('ã', "\u{302}\u{303}"),
        ('ä', "\u{302}\u{323}"),
        ('ê', "\u{306}"),
        ('é', "\u{306}\u{301}"),
        ('è', "\u{306}\u{300}"),
        ('ú', "\u{306}\u{309}"),
        ('ü', "\u{306}\u{303}"),
        ('ë', "\u{306}\u{323}"),
    ];
    /// Letters that stand alone.
    const ALONE: [(char, char); 8] =
        [('ñ', 'đ'), ('ö', 'ư'), ('ô', 'ơ'), ('í', 'í'), ('ì', 'ì'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị')];
    let mut out = String::with_capacity(text.len());
    let mut vowel = false;
    for letter in text.chars() {
        let small = letter.to_lowercase().next().unwrap_or(letter);
        if vowel && let Some((_, mark)) = MARKS.iter().find(|(known, _)| *known == small) {
            out.push_str(mark);
            vowel = false;
            continue;
        }
        let alone = ALONE.iter().find(|(known, _)| *known == small).map(|(_, stands)| *stands);
        let alone = alone.or_else(|| (small == 'î').then_some('ỵ'));
        vowel = matches!(small, 'a' | 'e' | 'o' | 'u' | 'y' | 'ö' | 'ô');
        match alone {
            Some(stands) if letter == small => out.push(stands),
            Some(stands) => out.extend(stands.to_uppercase()),
            None => out.push(letter),
        }
    }
    nfc(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Mã hồ sơ;Ngày tiếp nhận;Đơn vị xử lý;Trạng thái\nH1;02/03/2026;Phòng Nội vụ;Đã trả kết quả\nƯỡ Ắặ ỷỵ Ệ";

    /// A text in an encoding of one byte a letter, found by trying each byte.
    fn bytes_of(text: &str, encoding: Encoding) -> Vec<u8> {
        let byte = |letter: char| {
            (0..=255u8).find(|byte| encoding.of_latin(&char::from(*byte).to_string()) == letter.to_string())
        };
        text.chars().map(|letter| byte(letter).unwrap_or(b'?')).collect()
    }

    #[test]
    fn old_encodings_are_recognised_and_read() {
        let small = TEXT.to_lowercase();
        let tcvn = bytes_of(&small, Encoding::Tcvn3);
        assert_eq!(Encoding::of(&tcvn, true), Encoding::Tcvn3);
        assert_eq!(Encoding::Tcvn3.decode(&tcvn).unwrap(), small);
        // What Windows writes: vowels with their own marks composed, tones apart.
        let apart: String = TEXT
            .chars()
            .flat_map(|letter| {
                let marks: Vec<char> = crate::base::text::nfd(&letter.to_string()).chars().collect();
                match marks.as_slice() {
                    [base, rest @ .., tone]
                        if matches!(tone, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}') =>
                    {
                        let base: String = [&[*base], rest].concat().into_iter().collect();
                        format!("{}{tone}", nfc(&base)).chars().collect::<Vec<_>>()
                    }
                    // The dot below comes before the other mark in the canonical order.
                    [base, '\u{323}', other] => {
                        let base: String = [*base, *other].into_iter().collect();
                        format!("{}\u{323}", nfc(&base)).chars().collect()
                    }
                    _ => vec![letter],
                }
            })
            .collect();
        let windows = bytes_of(&apart, Encoding::Windows1258);
        assert_eq!(Encoding::of(&windows, true), Encoding::Windows1258);
        assert_eq!(Encoding::Windows1258.decode(&windows).unwrap(), TEXT);
    }

    #[test]
    fn vni_marks_follow_their_vowels() {
        // As the converters of the time write it.
        let typed = "Maõ hoà sô, ngaøy tieáp nhaän, Ñôn vò xöû lyù, traïng thaùi, keát quaû";
        assert_eq!(Encoding::Vni.of_latin(typed), "Mã hồ sơ, ngày tiếp nhận, Đơn vị xử lý, trạng thái, kết quả");
        let bytes: Vec<u8> = typed.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
        assert_eq!(Encoding::of(&bytes, true), Encoding::Vni);
        assert_eq!(of_font(typed), Some(Encoding::Vni));
        assert_eq!(of_font("Mã hồ sơ"), None);
    }

    #[test]
    fn unicode_is_read_as_it_is() {
        assert_eq!(Encoding::of(TEXT.as_bytes(), true), Encoding::Utf8);
        for (units, encoding) in [
            (TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(), Encoding::Utf16Le),
            (TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect(), Encoding::Utf16Be),
        ] {
            assert_eq!(Encoding::of(&units, true), encoding);
            assert_eq!(encoding.decode(&units).unwrap(), TEXT);
        }
        assert!(Encoding::Utf16Le.decode(&[0x00, 0xD8]).is_err());
        assert!(NAMES.iter().all(|(name, _)| Encoding::named(name).is_some_and(|one| one.name() == *name)));
    }
}
