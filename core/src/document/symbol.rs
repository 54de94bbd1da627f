//! Number and symbol of documents (*số và ký hiệu*): read, told apart, printed back.

use super::kind::Kind;
use crate::Faults;
use crate::error::{Code, Error};
use crate::rule::nfc;
use crate::shape::{Cursor, Shape};
use unicode_normalization::UnicodeNormalization;

/// No symbol is longer, in characters.
const MAX_LENGTH: usize = 80;

/// Abbreviations of legal documents (Law on the Promulgation of Legal Documents).
const LEGAL: [&str; 9] = ["NĐ", "QĐ", "NQ", "TT", "TTLT", "NQLT", "L", "CT", "VBHN"];

/// A number with its symbol.
///
/// ```
/// use namro::document::{Kind, Symbol};
/// let symbol = Symbol::parse("01/CT-UBND").unwrap();
/// assert_eq!(symbol.kind(), Some(Kind::Directive));
/// assert_eq!(Symbol::parse("15/SKHĐT-VP").unwrap().kind(), Some(Kind::OfficialLetter));
/// for text in ["335/2025/NĐ-CP", "91/2015/QH13", "3814-QĐ/TU", "80-NQ/TW"] {
///     assert_eq!(Symbol::parse(text).unwrap().to_string(), text);
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol {
    /// The number within its register and year.
    pub number: u32,
    /// The rest.
    pub form: Form,
}

/// What stands beside the number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// A document of a named kind: `CT-UBND`.
    Named {
        /// The kind.
        kind: Kind,
        /// The agency, or the title of who signs (`TTg`).
        agency: String,
    },
    /// An official letter (*công văn*): `SKHĐT-VP`.
    Letter {
        /// The agency.
        agency: String,
        /// The unit that drafted it.
        unit: Option<String>,
    },
    /// A legal document, with its year: `2025/NĐ-CP`.
    Legal {
        /// The year.
        year: i32,
        /// The kind as abbreviated.
        kind: String,
        /// The agency.
        agency: String,
    },
    /// A law or resolution of the National Assembly or of its Standing Committee: `2015/QH13`.
    Assembly {
        /// The year.
        year: i32,
        /// `QH` or `UBTVQH`.
        body: String,
        /// The term (*khóa*).
        term: u32,
    },
    /// A document of the Party: `-QĐ/TU`.
    Party {
        /// The kind as abbreviated.
        kind: String,
        /// The body.
        body: String,
    },
}

impl Symbol {
    /// Reads a symbol, with or without `Số:` in front. The text may be typed in any normal form; capitals and
    /// diacritics count.
    ///
    /// # Errors
    /// [`Code::BadSymbol`] with the reason.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let plain = nfc(text);
        let plain = plain.trim();
        let plain = plain.strip_prefix("Số:").or_else(|| plain.strip_prefix("Số")).unwrap_or(plain).trim_start();
        let bad = |reason: &str| Error::new(Code::BadSymbol).with("value", text).with("reason", reason);
        if plain.chars().count() > MAX_LENGTH {
            return Err(bad("it is too long"));
        }
        let end = plain.find(|char: char| !char.is_ascii_digit()).unwrap_or(plain.len());
        let (digits, rest) = plain.split_at_checked(end).unwrap_or((plain, ""));
        let number = digits.parse::<u32>().ok().filter(|number| *number > 0 && digits.len() <= 6);
        let number = number.ok_or_else(|| bad("it begins with a number from 1 to 999999"))?;
        let form = match rest.split_at_checked(1) {
            Some(("/", rest)) => state(rest),
            Some(("-", rest)) => party(rest),
            _ => None,
        };
        let form = form
            .ok_or_else(|| bad("after the number it is /KIND-AGENCY, /AGENCY-UNIT, /YEAR/KIND-AGENCY or -KIND/BODY"))?;
        Ok(Self { number, form })
    }

    /// The kind of administrative document; none for legal documents and those of the Party.
    pub fn kind(&self) -> Option<Kind> {
        match &self.form {
            Form::Named { kind, .. } => Some(*kind),
            Form::Letter { .. } => Some(Kind::OfficialLetter),
            _ => None,
        }
    }

    /// The year, where the symbol has one.
    pub fn year(&self) -> Option<i32> {
        match &self.form {
            Form::Legal { year, .. } | Form::Assembly { year, .. } => Some(*year),
            _ => None,
        }
    }

    /// An abbreviation that is none, but would be with other capitals or diacritics: `QD` for `QĐ`, `TTR` for `TTr`.
    pub fn misspelt(&self) -> Option<(&str, &'static str)> {
        let Form::Letter { agency, .. } = &self.form else { return None };
        let wanted = skeleton(agency);
        // A letter of an agency whose name happens to look so: only what differs in an accent or a capital is meant.
        let near = Kind::ALL.iter().filter_map(|(_, kind)| kind.abbreviation()).find(|known| skeleton(known) == wanted);
        near.map(|known| (agency.as_str(), known))
    }
}

/// Kinds whose abbreviations differ from this one's only by capitals or diacritics: `DA` and `ĐA`.
pub fn lookalikes(kind: Kind) -> Vec<Kind> {
    let Some(own) = kind.abbreviation() else { return Vec::new() };
    let alike = |other: &Kind| *other != kind && other.abbreviation().is_some_and(|text| near(text, own));
    Kind::ALL.iter().map(|(_, kind)| *kind).filter(alike).collect()
}

/// One without its accents, or one letter of the other left out: `QĐ` and `QyĐ`, `CT` and `CTr`.
fn near(a: &str, b: &str) -> bool {
    let (a, b) = (skeleton(a), skeleton(b));
    let inside = |long: &str, short: &str| {
        long.len() == short.len() + 1
            && (0..long.len()).any(|at| {
                long.get(..at).zip(long.get(at + 1..)).is_some_and(|(head, tail)| format!("{head}{tail}") == short)
            })
    };
    a == b || (a.len() > 1 && b.len() > 1 && (inside(&a, &b) || inside(&b, &a)))
}

/// Small letters without diacritics.
fn skeleton(text: &str) -> String {
    let plain = text.nfd().filter(|char| !('\u{300}'..='\u{36f}').contains(char));
    plain.map(|char| if matches!(char, 'đ' | 'Đ') { 'd' } else { char }).flat_map(char::to_lowercase).collect()
}

/// Letters, digits, `&` and dots, such as agencies are abbreviated by; hyphens between.
fn is_agency(text: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.chars().all(|char| char.is_alphanumeric() || matches!(char, '&' | '.'));
    text.split('-').all(part) && text.chars().next().is_some_and(char::is_uppercase)
}

/// What follows `number/`.
fn state(text: &str) -> Option<Form> {
    if let Some((year, rest)) = text.split_once('/') {
        let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let year = year.parse().ok().filter(|year| digits && (1945..=2100).contains(year))?;
        return legal(year, rest);
    }
    let (head, tail) = match text.split_once('-') {
        Some((head, tail)) => (head, Some(tail)),
        None => (text, None),
    };
    if !is_agency(text) {
        return None;
    }
    Some(match (Kind::of_abbreviation(head), tail) {
        (Some(kind), Some(agency)) => Form::Named { kind, agency: agency.to_owned() },
        (_, unit) => Form::Letter { agency: head.to_owned(), unit: unit.map(str::to_owned) },
    })
}

fn legal(year: i32, rest: &str) -> Option<Form> {
    let body = rest.trim_end_matches(|char: char| char.is_ascii_digit());
    if let "QH" | "UBTVQH" = body {
        let term = rest.strip_prefix(body)?.parse().ok()?;
        return Some(Form::Assembly { year, body: body.to_owned(), term });
    }
    let (kind, agency) = rest.split_once('-')?;
    (LEGAL.contains(&kind) && is_agency(agency)).then(|| Form::Legal {
        year,
        kind: kind.to_owned(),
        agency: agency.to_owned(),
    })
}

/// What follows `number-`.
fn party(text: &str) -> Option<Form> {
    let (kind, body) = text.split_once('/')?;
    (is_agency(kind) && !kind.contains('-') && is_agency(body))
        .then(|| Form::Party { kind: kind.to_owned(), body: body.to_owned() })
}

impl std::fmt::Display for Symbol {
    /// Numbers below 10 have a leading zero (Decree 30/2020, Annex I).
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}", self.number)?;
        match &self.form {
            Form::Named { kind, agency } => write!(f, "/{}-{agency}", kind.abbreviation().unwrap_or_default()),
            Form::Letter { agency, unit: Some(unit) } => write!(f, "/{agency}-{unit}"),
            Form::Letter { agency, unit: None } => write!(f, "/{agency}"),
            Form::Legal { year, kind, agency } => write!(f, "/{year}/{kind}-{agency}"),
            Form::Assembly { year, body, term } => write!(f, "/{year}/{body}{term}"),
            Form::Party { kind, body } => write!(f, "-{kind}/{body}"),
        }
    }
}

impl serde::Serialize for Symbol {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Shape for Symbol {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.text(faults).and_then(|text| at.keep(Self::parse(text), faults))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Symbol {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Symbol".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "examples": ["01/CT-UBND", "335/2025/NĐ-CP"]})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn symbols_of_each_family() {
        for (text, kind) in [
            ("01/CT-UBND", Some(Kind::Directive)),
            ("15/SKHĐT-VP", Some(Kind::OfficialLetter)),
            ("12729/VPCP-KGVX", Some(Kind::OfficialLetter)),
            ("1383/QĐ-BNV", Some(Kind::Decision)),
            ("20/QĐ-TTg", Some(Kind::Decision)),
            ("07/TTr-STC", Some(Kind::Submission)),
            ("30/KH-BCĐ389", Some(Kind::Plan)),
            ("128/2025/QĐ-UBND", None),
            ("335/2025/NĐ-CP", None),
            ("01/2020/TT-BTP", None),
            ("29/2026/VBHN-NĐ-BTC", None),
            ("91/2015/QH13", None),
            ("326/2016/UBTVQH14", None),
            ("3814-QĐ/TU", None),
            ("80-NQ/TW", None),
        ] {
            let symbol = Symbol::parse(text).unwrap();
            assert_eq!((symbol.kind(), symbol.to_string().as_str()), (kind, text), "{symbol:?}");
        }
        assert_eq!(Symbol::parse("Số: 1/QĐ-UBND").unwrap().to_string(), "01/QĐ-UBND");
        let nfd: String = "01/QĐ-UBND".nfd().collect();
        assert_eq!(Symbol::parse(&nfd), Symbol::parse("01/QĐ-UBND"));
    }

    #[test]
    fn what_is_no_symbol() {
        for bad in [
            "",
            "QĐ-UBND",
            "0/QĐ-UBND",
            "1",
            "1/",
            "1/-UBND",
            "1/QĐ-",
            "1/QĐ UBND",
            "1/25/NĐ-CP",
            "1/2025/XX-CP",
            "1/2025/QH",
            "1-QĐ",
            "1-/TU",
            "1234567/QĐ-UBND",
            "1/qđ-UBND",
            "1/QĐ-UB<ND>",
        ] {
            assert_eq!(Symbol::parse(bad).unwrap_err().code(), Code::BadSymbol, "{bad}");
        }
    }

    #[test]
    fn accents_are_hinted_at() {
        for (text, hint) in [
            ("01/QD-UBND", Some("QĐ")),
            ("01/TTR-STC", Some("TTr")),
            ("01/QYĐ-UBND", Some("QyĐ")),
            ("01/CTR-UBND", Some("CTr")),
            ("01/SKHĐT-VP", None),
        ] {
            let symbol = Symbol::parse(text).unwrap();
            assert_eq!(symbol.misspelt().map(|(_, known)| known), hint, "{text}");
        }
        let alike = |kind| lookalikes(kind).into_iter().filter_map(Kind::abbreviation).collect::<Vec<_>>();
        assert_eq!(alike(Kind::Project), ["ĐA"]);
        assert_eq!(alike(Kind::Decision), ["QyĐ"]);
        assert!(alike(Kind::Directive).contains(&"CTr"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,40}") {
            if let Ok(symbol) = Symbol::parse(&text) {
                prop_assert_eq!(Symbol::parse(&symbol.to_string()).unwrap(), symbol);
            }
        }
    }
}
