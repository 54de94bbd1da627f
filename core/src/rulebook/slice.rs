//! A compiled slice: what a browser needs to check dossiers and to compute due dates.
//!
//! Its text is a line and a list. The line is the header:
//!
//! ```text
//! namro-slice SHA256 FORMAT SEMANTICS VERSION RULEBOOK
//! ```
//!
//! The SHA-256 is of all bytes that follow it, the rest of the header included. Of these words, the first five keep their
//! places in every format, so that each release can say of any slice whether it is damaged, older or newer. The list has
//! whether rules count working days, the part that checks dossiers, and the part that computes due dates. Loading it does
//! not need the code that reads, compiles and checks rulebooks, which is most of the library.

use super::gather::MAX_BYTES;
use super::rules::{Procedures, RuleSet, unknown_unit};
use crate::base::canon::{Hash, SEMANTICS, canonical};
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{CalendarId, ProcedureId, UnitId};
use crate::base::packed::{Packed, Packer, Unpacker};
use crate::base::source::Versions;
use crate::base::time::{Date, Zone};
use crate::base::value::{Node, Value, exact_json, parse_json};
use crate::calendar::Calendars;
use crate::dossier::checks::LIBRARY;
use crate::dossier::form::describe;
use crate::dossier::{Limiting, Procedure};
use crate::people::UnitHours;
use indexmap::IndexMap;
use std::sync::Arc;

/// The format of the list. It grows with every change of the packed parts or of their order, and only then: releases with
/// the same number read each other's slices.
const FORMAT: u32 = 2;

/// How every slice begins.
const MARK: &str = "namro-slice ";

/// Only checks dossiers by the rules of a published slice: the smallest part of the library. It has no calendar.
#[derive(Clone, Debug)]
pub struct Validator {
    source: SliceSource,
    checks: Arc<Checks>,
}

/// The rules of a published slice (*phần công bố*): checks dossiers, computes due dates, and has the calendars.
#[derive(Clone, Debug)]
pub struct Slice {
    source: SliceSource,
    rules: Arc<RuleSet>,
    /// The form of each version as data.
    pub(super) forms: Arc<[String]>,
}

/// What the header says of where a slice comes from.
#[derive(Clone, Copy, Debug)]
struct SliceSource {
    hash: Hash,
    semantics: u32,
}

/// The part that checks dossiers.
#[derive(Debug, Packed)]
struct Checks {
    /// The time zone of units without their own calendar.
    zone: Option<Zone>,
    units: IndexMap<UnitId, Option<Zone>>,
    procedures: Procedures,
}

/// The part that computes due dates, with the limits in the order of the versions of the procedures.
#[derive(Packed)]
struct Times {
    calendars: Calendars,
    calendar: Option<CalendarId>,
    units: IndexMap<UnitId, Versions<UnitHours>>,
    limits: Vec<Limiting>,
    /// The form of each version as data, in the same order, as canonical JSON: it needs no code to be shown.
    forms: Vec<String>,
}

impl Validator {
    /// Loads the compiled text of a slice as [`Rulebook::publish`](crate::Rulebook::publish) gives it. Without `digest`,
    /// damage is found, but not a slice that somebody has made; with the digest of what was published
    /// ([`super::Published::digest`], from a place that can be trusted), only that slice is loaded, to the byte.
    ///
    /// # Errors
    /// [`Code::DamagedSlice`], [`Code::UnexpectedSlice`] if it is not the one of the digest, [`Code::OlderSlice`] and
    /// [`Code::NewerSlice`] for another format, [`Code::BadSlice`] for a text that is no slice; [`Code::NeedsCalendar`]
    /// if rules count working days.
    ///
    /// ```
    /// let office = namro::Office::shipped("vn.procedures.2.001610").unwrap();
    /// let published = office.rulebook().publish(&"2.001610".into(), None).unwrap();
    /// let digest = published.digest.to_string();
    /// let validator = namro::Validator::load(&published.compiled, Some(&digest)).unwrap();
    /// assert_eq!(validator.hash(), published.hash);
    /// ```
    pub fn load(text: &str, digest: Option<&str>) -> Result<Self, Faults> {
        let (source, [working_days, checks, _]) = opened(text, digest)?;
        if working_days.value.as_integer() != Some(0) {
            return Err(Error::new(Code::NeedsCalendar).into());
        }
        Ok(Self { source, checks: Arc::new(unpacked(checks)?) })
    }

    /// SHA-256 of the rulebook from which it was compiled, as the header states it: the hash in [`super::Published`].
    pub fn hash(&self) -> Hash {
        self.source.hash
    }

    /// The [`SEMANTICS`] of the library that published it. Where they are those of this library, it answers as the office
    /// that published it.
    pub fn semantics(&self) -> u32 {
        self.source.semantics
    }

    /// The time zone of a unit; `at` is the pointer to the field that names it, for the fault.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] for an unknown unit.
    pub(crate) fn zone(&self, unit: Option<&UnitId>, at: &str) -> Result<Zone, Error> {
        let units = &self.checks.units;
        let own = match unit {
            Some(unit) => units.get(unit).ok_or_else(|| unknown_unit(unit, units.keys()).under(at))?.as_ref(),
            None => None,
        };
        Ok(own.or(self.checks.zone.as_ref()).cloned().unwrap_or_else(Zone::vietnam))
    }

    pub(crate) fn procedures(&self) -> &Procedures {
        &self.checks.procedures
    }
}

impl Slice {
    /// Loads the compiled text of a slice, limits and calendars included. `digest` is as in [`Validator::load`].
    ///
    /// # Errors
    /// As [`Validator::load`], without [`Code::NeedsCalendar`].
    ///
    /// ```
    /// let office = namro::Office::shipped("vn.procedures.2.001610").unwrap();
    /// let published = office.rulebook().publish(&"2.001610".into(), None).unwrap();
    /// let slice = namro::Slice::load(&published.compiled, None).unwrap();
    /// let due = r#"{"procedure": "2.001610", "accepted_at": "2026-02-13T16:00:00+07:00"}"#;
    /// assert_eq!(slice.call("due", due), office.call("due", due));
    /// ```
    pub fn load(text: &str, digest: Option<&str>) -> Result<Self, Faults> {
        let (source, [_, checks, times]) = opened(text, digest)?;
        let Checks { mut procedures, .. } = unpacked(checks)?;
        let Times { calendars, calendar, units, limits, forms } = unpacked(times)?;
        // One of each for each version: a different number means that the text was changed.
        if [limits.len(), forms.len()] != [procedures.versions().count(); 2] {
            return Err(bad().into());
        }
        let versions = procedures.0.values_mut().flat_map(Versions::iter_mut);
        versions.zip(limits).for_each(|(procedure, limiting)| procedure.limited(limiting));
        Ok(Self { source, rules: Arc::new(RuleSet { calendars, calendar, units, procedures }), forms: forms.into() })
    }

    /// As [`Validator::hash`].
    pub fn hash(&self) -> Hash {
        self.source.hash
    }

    /// As [`Validator::semantics`].
    pub fn semantics(&self) -> u32 {
        self.source.semantics
    }

    /// Its calendars and procedures, shared with whoever keeps them.
    pub(crate) fn shared_rules(&self) -> Arc<RuleSet> {
        self.rules.clone()
    }

    /// The form of a procedure on a day as canonical JSON.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] or [`Code::NotInForce`] at `/procedure`.
    pub(crate) fn form(&self, procedure: &ProcedureId, on: Date) -> Result<&str, Error> {
        let version = self.rules.procedure(procedure, on, "/procedure")?;
        let place = self.rules.procedures().versions().position(|other| std::ptr::eq(other, version));
        place.and_then(|place| self.forms.get(place)).map(String::as_str).ok_or_else(bad)
    }

    /// Its calendars and procedures.
    pub(crate) fn rules(&self) -> &RuleSet {
        &self.rules
    }
}

/// The form of each version of a procedure as data, as canonical JSON.
///
/// # Errors
/// [`Code::NumberTooLarge`] for a choice that JSON text cannot hold exactly.
pub(super) fn forms(rules: &RuleSet) -> Result<Vec<String>, Error> {
    rules.procedures().versions().map(|version| canonical(&describe(version))).collect()
}

/// Writes compiled rules as text, with the form of each version.
///
/// # Errors
/// [`Code::NumberTooLarge`] for a number that JSON text cannot hold exactly.
pub(super) fn compiled(rules: &RuleSet, forms: Vec<String>, hash: Hash) -> Result<String, Error> {
    let zone = |unit| rules.calendar_for(unit, None).ok().map(|calendar| calendar.zone().clone());
    let RuleSet { calendars, calendar, units, procedures } = rules.clone();
    let working_days = procedures.versions().any(Procedure::counts_working_days);
    let limits = procedures.versions().map(Procedure::limiting).collect();
    let zones = units.keys().map(|unit| (unit.clone(), zone(Some(unit)))).collect();
    let checks = Checks { zone: zone(None), units: zones, procedures };
    let times = Times { calendars, calendar, units, limits, forms };
    let list = Value::List(vec![Value::Integer(working_days.into()).into(), packed(&checks)?, packed(&times)?]);
    Ok(sealed(&format!("{FORMAT} {SEMANTICS} {} {hash}\n{}", env!("CARGO_PKG_VERSION"), exact_json(&list.into()))))
}

/// A text with its SHA-256 before it.
fn sealed(content: &str) -> String {
    format!("{MARK}{} {content}", Hash::of(content.as_bytes()))
}

fn packed(part: &impl Packed) -> Result<Node, Error> {
    let mut to = Packer::default();
    part.pack(&mut to);
    to.finish().ok_or_else(|| Error::new(Code::NumberTooLarge).with("value", format!("> {}", i64::MAX)))
}

fn unpacked<T: Packed>(part: Node) -> Result<T, Error> {
    Unpacker::new(part.value, &LIBRARY).finish().ok_or_else(bad)
}

/// Reads the header of a slice, checks the bytes against it and against the digest that the host expects, and reads the
/// list.
fn opened(text: &str, digest: Option<&str>) -> Result<(SliceSource, [Node; 3]), Error> {
    if text.len() > MAX_BYTES {
        let limit = format!("{} MiB", MAX_BYTES >> 20);
        return Err(Error::new(Code::TooLarge).with("what", "rulebook").with("limit", limit));
    }
    let (stated, content) = text.strip_prefix(MARK).and_then(|rest| rest.split_once(' ')).ok_or_else(bad)?;
    // Compared as texts, since capital digits would be a changed byte as well.
    if Hash::of(content.as_bytes()).to_string() != stated {
        return Err(Error::new(Code::DamagedSlice));
    }
    if let Some(expected) = digest {
        let found = Hash::of(text.as_bytes()).to_string();
        if !expected.eq_ignore_ascii_case(&found) {
            return Err(Error::new(Code::UnexpectedSlice).with("found", found).with("expected", expected));
        }
    }
    let (line, list) = content.split_once('\n').ok_or_else(bad)?;
    let mut words = line.split(' ');
    let mut word = || words.next().unwrap_or_default();
    let [format, semantics] = [word(), word()].map(|word| word.parse::<u32>());
    let (Ok(format), Ok(semantics), version) = (format, semantics, word()) else { return Err(bad()) };
    if format != FORMAT {
        let code = if format < FORMAT { Code::OlderSlice } else { Code::NewerSlice };
        let fault = Error::new(code).with("format", format.to_string()).with("version", version);
        return Err(fault.with("known", FORMAT.to_string()));
    }
    let hash = Hash::parse(word()).ok_or_else(bad)?;
    match parse_json(list.as_bytes())?.value {
        Value::List(parts) => Ok((SliceSource { hash, semantics }, parts.try_into().map_err(|_| bad())?)),
        _ => Err(bad()),
    }
}

fn bad() -> Error {
    Error::new(Code::BadSlice)
}

#[cfg(all(test, feature = "yaml", feature = "rulebooks-vn"))]
#[path = "tests/slice.rs"]
mod tests;
