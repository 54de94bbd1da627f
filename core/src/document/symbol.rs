//! Number and symbol of documents (*số và ký hiệu*): parsed, classified, printed.

use super::kind::{CopyKind, Kind};
use super::spelling::{corrected, in_capitals, is_letter, meant, shown};
use crate::base::error::{Code, Error, Faults};
use crate::base::shape::{Cursor, Shape, deserialize_shapes};
use crate::base::text::{Text, nfc};
use crate::base::time::Date;

/// The largest length of a symbol, in characters.
const MAX_LENGTH: usize = 80;

/// Abbreviations of legal documents (Law on the Promulgation of Legal Documents). Ordinances (`PL`) have one in the
/// older symbols of the Standing Committee.
pub(super) const LEGAL: &[&str] = &["NĐ", "QĐ", "NQ", "TT", "TTLT", "NQLT", "L", "PL", "CT", "VBHN"];

/// Those that only legal documents have: such a document always has a year.
const DATED: &[&str] = &["NĐ", "TT", "TTLT", "NQLT", "L", "PL"];

/// A consolidated text (*văn bản hợp nhất*) has a year in some symbols and not in others.
const CONSOLIDATED: &str = "VBHN";

/// Bodies of the Party whose abbreviations no state agency has.
const PARTY_BODIES: &[&str] = &["TW", "TU"];

/// Abbreviations of the Party's documents; some bodies use further ones, so these only serve for hints.
pub(super) const PARTY: &[&str] =
    &["NQ", "QĐ", "QĐi", "QC", "KL", "CT", "TB", "HD", "CTr", "KH", "BC", "TTr", "ĐA", "BB", "CV"];

/// A number with its symbol.
///
/// ```
/// use namro::document::{Kind, Symbol};
/// let symbol = Symbol::parse("01/CT-UBND").unwrap();
/// assert_eq!(symbol.kind(), Some(Kind::Directive));
/// assert_eq!(Symbol::parse("15/SKHĐT-VP").unwrap().kind(), Some(Kind::OfficialLetter));
/// for text in ["335/2025/NĐ-CP", "03/VBHN-VPQH", "66.18/2026/NQ-CP", "91/2015/QH13", "3814-QĐ/TU", "80-NQ/TW", "05/SY-UBND"] {
///     assert_eq!(Symbol::parse(text).unwrap().to_string(), text);
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol {
    /// The number within its register and year (*số*).
    pub number: u32,
    /// The number within a series that shares one number: 18 in `66.18/2026/NQ-CP`.
    pub part: Option<u32>,
    /// The part after the number (*ký hiệu*).
    pub form: Form,
}

/// The part of a symbol after the number (*ký hiệu*).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// A document of a named kind: `CT-UBND`.
    Named {
        /// The kind of document.
        kind: Kind,
        /// The agency, or the title of the person who signs (`TTg`).
        agency: String,
    },
    /// A copy of another document (*bản sao*): `SY-UBND`.
    Copy {
        /// The kind of copy.
        kind: CopyKind,
        /// The agency that made the copy.
        agency: String,
    },
    /// An official letter (*công văn*): `SKHĐT-VP`.
    Letter {
        /// The agency that issues it.
        agency: String,
        /// The unit that drafted it.
        unit: Option<String>,
    },
    /// A legal document with its year: `2025/NĐ-CP`. A consolidated text may have none.
    Legal {
        /// The year of issue.
        year: Option<i32>,
        /// The abbreviation of the kind.
        kind: String,
        /// The agency that issues it.
        agency: String,
    },
    /// A law or resolution of the National Assembly or of its Standing Committee: `2015/QH13`.
    Assembly {
        /// The year of issue.
        year: i32,
        /// The body: `QH` or `UBTVQH`.
        body: String,
        /// The term of the National Assembly (*khóa*).
        term: u32,
    },
    /// A document of the Party: `-QĐ/TU`.
    Party {
        /// The abbreviation of the kind.
        kind: String,
        /// The body, with a mark that some add (`VPTW/nb`).
        body: String,
    },
}

impl Symbol {
    /// Parses a symbol, with or without a leading `Số:`. The text may be in any Unicode normal form; capitals and
    /// diacritics matter.
    ///
    /// # Errors
    /// [`Code::SymbolNumber`] and [`Code::BadSymbol`]; [`Code::MisspeltSymbol`] if it is clear what was meant.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let plain = nfc(text);
        let plain = without_label(plain.trim());
        if plain.chars().count() > MAX_LENGTH {
            return Err(Error::new(Code::TooLarge).with("what", "symbol").with("limit", MAX_LENGTH));
        }
        read(plain).map_err(|code| match likely(plain) {
            Some(meant) => Error::new(Code::MisspeltSymbol).with("value", shown(text)).with("suggestion", meant),
            None => Error::new(code).with("value", shown(text)),
        })
    }

    /// The kind of administrative document; `None` for legal documents, copies and documents of the Party.
    pub fn kind(&self) -> Option<Kind> {
        match &self.form {
            Form::Named { kind, .. } => Some(*kind),
            Form::Letter { .. } => Some(Kind::OfficialLetter),
            Form::Copy { .. } | Form::Legal { .. } | Form::Assembly { .. } | Form::Party { .. } => None,
        }
    }

    /// The year, if the symbol has one.
    pub fn year(&self) -> Option<i32> {
        match &self.form {
            Form::Legal { year, .. } => *year,
            Form::Assembly { year, .. } => Some(*year),
            Form::Named { .. } | Form::Copy { .. } | Form::Letter { .. } | Form::Party { .. } => None,
        }
    }

    /// What the symbol belongs to, in words, if that excludes a document of the given kind.
    pub fn denies(&self, kind: Kind) -> Option<Text> {
        let of = |abbreviation: &str| Kind::of_abbreviation(abbreviation);
        let legal = |what: &str| {
            Text::new(format!("văn bản quy phạm pháp luật ({what})"), format!("a legal document ({what})"))
        };
        match &self.form {
            // A courtesy letter has no symbol of its own; if it is numbered, it is numbered like a letter.
            Form::Letter { .. } if kind == Kind::CourtesyLetter => None,
            Form::Named { .. } | Form::Letter { .. } => self.kind().filter(|own| *own != kind).map(Kind::words),
            // A legal document is registered under the kind in its name: decision, resolution, directive.
            Form::Legal { kind: own, .. } => (of(own) != Some(kind)).then(|| legal(own)),
            Form::Assembly { body, .. } => (kind != Kind::Resolution).then(|| legal(body)),
            // The Party uses the same abbreviation for rules (`quy định`) and decisions; its other abbreviations are
            // its own.
            Form::Party { kind: own, .. } => {
                let known = if own == "CV" { Some(Kind::OfficialLetter) } else { of(own) };
                let rule = own == "QĐ" && kind == Kind::Rule;
                known.filter(|known| *known != kind && !rule).map(Kind::words)
            }
            Form::Copy { .. } => None,
        }
    }

    /// The correct symbol, if this one was parsed as that of a state agency but cannot be one: that of a legal document
    /// that lacks its year, which `year` supplies.
    pub fn dated(&self, year: i32) -> Option<Self> {
        let Form::Letter { agency: kind, unit: Some(agency) } = &self.form else { return None };
        let form = || Form::Legal { year: Some(year), kind: kind.clone(), agency: agency.clone() };
        DATED.contains(&kind.as_str()).then(|| Self { form: form(), ..self.clone() })
    }

    /// The correct symbol, if this one belongs to a document of the Party but is written in the form of the state.
    pub fn of_party(&self) -> Option<Self> {
        let Form::Named { kind, agency: body } = &self.form else { return None };
        let kind = kind.abbreviation().filter(|_| PARTY_BODIES.contains(&body.as_str()))?;
        Some(Self { form: Form::Party { kind: kind.to_owned(), body: body.clone() }, ..self.clone() })
    }

    /// The same symbol with another number and, if it has a year, the year of the day on which it was given.
    #[must_use]
    pub fn numbered(mut self, number: u32, date: Date) -> Self {
        match &mut self.form {
            Form::Legal { year: Some(year), .. } | Form::Assembly { year, .. } => *year = date.ymd().0,
            Form::Legal { year: None, .. } => {}
            Form::Named { .. } | Form::Copy { .. } | Form::Letter { .. } | Form::Party { .. } => {}
        }
        Self { number, part: None, ..self }
    }

    /// The number as it is printed; below 10 with a leading zero.
    pub fn number_text(&self) -> String {
        match self.part {
            Some(part) => format!("{:02}.{part}", self.number),
            None => format!("{:02}", self.number),
        }
    }

    /// An unknown abbreviation that would be known with other capitals or diacritics, and the known one: `QD` and `QĐ`,
    /// `TTR` and `TTr`.
    pub fn misspelt(&self) -> Option<(&str, &'static str)> {
        match &self.form {
            Form::Letter { agency, .. } => meant(agency, abbreviations()).map(|known| (agency.as_str(), known)),
            Form::Named { agency, .. } => meant(agency, ["TTg"].into_iter()).map(|known| (agency.as_str(), known)),
            Form::Party { kind, .. } => meant(kind, PARTY.iter().copied()).map(|known| (kind.as_str(), known)),
            Form::Copy { .. } | Form::Legal { .. } | Form::Assembly { .. } => None,
        }
    }
}

/// Removes a leading `Số:` in upper or lower case.
fn without_label(text: &str) -> &str {
    let rest = ["Số", "số", "SỐ"].iter().find_map(|label| text.strip_prefix(label));
    rest.map_or(text, |rest| rest.trim_start().trim_start_matches(':').trim_start())
}

fn read(plain: &str) -> Result<Symbol, Code> {
    let end = plain.find(|char: char| !(char.is_ascii_digit() || char == '.')).unwrap_or(plain.len());
    let (digits, rest) = plain.split_at_checked(end).unwrap_or((plain, ""));
    let amount = |digits: &str| digits.parse::<u32>().ok().filter(|number| *number > 0 && digits.len() <= 6);
    let wrong = Code::SymbolNumber;
    let (number, part) = match digits.split_once('.') {
        Some((number, part)) => (amount(number).ok_or(wrong)?, Some(amount(part).ok_or(wrong)?)),
        None => (amount(digits).ok_or(wrong)?, None),
    };
    let form = match rest.split_at_checked(1) {
        Some(("/", rest)) => state(rest),
        Some(("-", rest)) => party(rest),
        _ => None,
    };
    Ok(Symbol { number, part, form: form.ok_or(Code::BadSymbol)? })
}

/// What a wrong symbol was probably meant to be: with plain signs, the abbreviation of its kind spelt correctly,
/// agencies in capitals, and hyphen and slash in their places.
fn likely(plain: &str) -> Option<String> {
    let plain = corrected(plain);
    let plain = without_label(&plain);
    let right = |text: &str| read(text).ok().map(|symbol| symbol.to_string());
    right(plain).or_else(|| {
        let (number, rest) = plain.split_once(['/', '-'])?;
        let parts: Vec<&str> = rest.split(['/', '-']).collect();
        let agency = |parts: &[&str]| parts.iter().map(|part| in_capitals(part)).collect::<Vec<_>>().join("-");
        let dated = |year: &str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        match parts.as_slice() {
            [year, kind, rest @ ..] if dated(year) => {
                let known = spelt(kind, LEGAL.iter().copied())?;
                right(&format!("{number}/{year}/{known}-{}", agency(rest)))
            }
            [kind, body] if PARTY_BODIES.contains(&in_capitals(body).as_str()) => {
                right(&format!("{number}-{}/{}", spelt(kind, abbreviations())?, in_capitals(body)))
            }
            [kind, rest @ ..] => match spelt(kind, abbreviations()) {
                Some(known) => right(&format!("{number}/{known}-{}", agency(rest))),
                None => right(&format!("{number}/{}", agency(&parts))),
            },
            [] => None,
        }
    })
}

/// The abbreviations of kinds and of copies.
fn abbreviations() -> impl Iterator<Item = &'static str> + Clone {
    let copies = CopyKind::ALL.iter().map(|(_, kind)| kind.abbreviation());
    Kind::ALL.iter().filter_map(|(_, kind)| kind.abbreviation()).chain(copies)
}

/// The known text that equals a text, or that it would be with other capitals or diacritics.
fn spelt<'a>(text: &str, mut known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    meant(text, known.clone()).or_else(|| known.find(|one| *one == text))
}

/// Letters, digits, `&` and inner dots, as in abbreviations of agencies, starting with a capital; with hyphens between
/// them.
fn is_agency(text: &str) -> bool {
    let part = |part: &str| {
        part.chars().all(|char| is_letter(char) || matches!(char, '&' | '.'))
            && part.starts_with(|char: char| char.is_uppercase() || char.is_ascii_digit())
            && !part.ends_with('.')
    };
    text.split('-').all(part) && text.starts_with(char::is_uppercase)
}

/// Parses what follows `number/`.
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
    match (Kind::of_abbreviation(head), CopyKind::of_abbreviation(head), tail) {
        (Some(kind), _, Some(agency)) => Some(Form::Named { kind, agency: agency.to_owned() }),
        (_, Some(kind), Some(agency)) => Some(Form::Copy { kind, agency: agency.to_owned() }),
        (None, None, Some(agency)) if head == CONSOLIDATED => {
            Some(Form::Legal { year: None, kind: head.to_owned(), agency: agency.to_owned() })
        }
        // A kind without an agency is not a symbol.
        (Some(_), _, None) | (_, Some(_), None) => None,
        (None, None, unit) => Some(Form::Letter { agency: head.to_owned(), unit: unit.map(str::to_owned) }),
    }
}

fn legal(year: i32, rest: &str) -> Option<Form> {
    let body = rest.trim_end_matches(|char: char| char.is_ascii_digit());
    if let "QH" | "UBTVQH" = body {
        let term = rest.strip_prefix(body)?.parse().ok().filter(|term| (1..=99).contains(term))?;
        return Some(Form::Assembly { year, body: body.to_owned(), term });
    }
    let (kind, agency) = rest.split_once('-')?;
    (LEGAL.contains(&kind) && is_agency(agency)).then(|| Form::Legal {
        year: Some(year),
        kind: kind.to_owned(),
        agency: agency.to_owned(),
    })
}

/// Parses what follows `number-`.
fn party(text: &str) -> Option<Form> {
    let (kind, body) = text.split_once('/')?;
    let (own, mark) = body.split_once('/').unwrap_or((body, "nb"));
    let marked = !mark.is_empty() && mark.chars().all(char::is_alphanumeric);
    (is_agency(kind) && !kind.contains('-') && is_agency(own) && marked)
        .then(|| Form::Party { kind: kind.to_owned(), body: body.to_owned() })
}

impl std::fmt::Display for Symbol {
    /// Numbers below 10 have a leading zero (Decree 30/2020, Annex I).
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.number_text())?;
        match &self.form {
            Form::Named { kind, agency } => write!(f, "/{}-{agency}", kind.abbreviation().unwrap_or_default()),
            Form::Copy { kind, agency } => write!(f, "/{}-{agency}", kind.abbreviation()),
            Form::Letter { agency, unit: Some(unit) } => write!(f, "/{agency}-{unit}"),
            Form::Letter { agency, unit: None } => write!(f, "/{agency}"),
            Form::Legal { year: Some(year), kind, agency } => write!(f, "/{year}/{kind}-{agency}"),
            Form::Legal { year: None, kind, agency } => write!(f, "/{kind}-{agency}"),
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

deserialize_shapes!(Symbol);

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
#[path = "tests/symbol.rs"]
mod tests;
