//! A compiled slice: what a browser needs to check dossiers and to compute due dates.
//!
//! Its text is a list of three: the head (version of the library, hash of the readable rulebook), the part that checks
//! dossiers, and the part that computes due dates. Loading it does not need the code that reads, compiles and checks
//! rulebooks, which is most of the library.

use super::gather::MAX_BYTES;
use super::rules::{Procedures, RuleSet, unknown_unit};
use crate::base::canon::Hash;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{CalendarId, UnitId};
use crate::base::packed::{Packed, Packer, Unpacker};
use crate::base::source::Versions;
use crate::base::time::Zone;
use crate::base::value::{Node, Value, exact_json, parse_json};
use crate::calendar::Calendars;
use crate::dossier::checks::LIBRARY;
use crate::dossier::{Limiting, Procedure};
use crate::people::UnitHours;
use indexmap::IndexMap;
use std::sync::Arc;

/// The packed parts and their order may change with every version of the library, so the text names the version.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Only checks dossiers by the rules of a published slice: the smallest part of the library. It has no calendar.
#[derive(Clone, Debug)]
pub struct Validator {
    hash: Hash,
    checks: Arc<Checks>,
}

/// The rules of a published slice (*phần công bố*): checks dossiers, computes due dates, and has the calendars.
#[derive(Clone, Debug)]
pub struct Slice {
    hash: Hash,
    rules: Arc<RuleSet>,
}

#[derive(Packed)]
struct Head {
    version: Box<str>,
    hash: Box<str>,
    working_days: bool,
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
}

impl Validator {
    /// Loads the compiled text of a slice as [`Rulebook::publish`](crate::Rulebook::publish) gives it.
    ///
    /// # Errors
    /// [`Code::BadSlice`] for a text that is not a slice or was published by another version of the library; faults of
    /// JSON; [`Code::NeedsCalendar`] if rules count working days.
    ///
    /// ```
    /// let office = namro::Office::shipped("vn.procedures.2.001610").unwrap();
    /// let published = office.rulebook().publish(&"2.001610".into(), None).unwrap();
    /// let validator = namro::Validator::load(&published.compiled).unwrap();
    /// assert_eq!(validator.hash(), published.hash);
    /// ```
    pub fn load(text: &str) -> Result<Self, Faults> {
        let [head, checks, _] = parts(text)?;
        let (head, hash) = head_of(head)?;
        if head.working_days {
            return Err(Error::new(Code::NeedsCalendar).into());
        }
        Ok(Self { hash, checks: Arc::new(unpacked(checks)?) })
    }

    /// SHA-256 of the rulebook from which it was compiled: the hash in [`super::Published`].
    pub fn hash(&self) -> Hash {
        self.hash
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
    /// Loads the compiled text of a slice, limits and calendars included.
    ///
    /// # Errors
    /// As [`Validator::load`], without [`Code::NeedsCalendar`].
    ///
    /// ```
    /// let office = namro::Office::shipped("vn.procedures.2.001610").unwrap();
    /// let slice = namro::Slice::load(&office.rulebook().publish(&"2.001610".into(), None).unwrap().compiled).unwrap();
    /// let due = r#"{"procedure": "2.001610", "accepted_at": "2026-02-13T16:00:00+07:00"}"#;
    /// assert_eq!(slice.call("due", due), office.call("due", due));
    /// ```
    pub fn load(text: &str) -> Result<Self, Faults> {
        let [head, checks, times] = parts(text)?;
        let (_, hash) = head_of(head)?;
        let Checks { mut procedures, .. } = unpacked(checks)?;
        let Times { calendars, calendar, units, limits } = unpacked(times)?;
        // One limit for each version: a different number means that the text was changed.
        if limits.len() != procedures.versions().count() {
            return Err(bad().into());
        }
        let versions = procedures.0.values_mut().flat_map(Versions::iter_mut);
        versions.zip(limits).for_each(|(procedure, limiting)| procedure.limited(limiting));
        Ok(Self { hash, rules: Arc::new(RuleSet { calendars, calendar, units, procedures }) })
    }

    /// SHA-256 of the rulebook from which it was compiled: the hash in [`super::Published`].
    pub fn hash(&self) -> Hash {
        self.hash
    }

    /// Its calendars and procedures, shared with whoever keeps them.
    pub(crate) fn shared_rules(&self) -> Arc<RuleSet> {
        self.rules.clone()
    }

    /// Its calendars and procedures.
    pub(crate) fn rules(&self) -> &RuleSet {
        &self.rules
    }
}

/// Writes compiled rules as text.
///
/// # Errors
/// [`Code::NumberTooLarge`] for a number that JSON text cannot hold exactly.
pub(super) fn compiled(rules: &RuleSet, hash: Hash) -> Result<String, Error> {
    let zone = |unit| rules.calendar_for(unit, None).ok().map(|calendar| calendar.zone().clone());
    let RuleSet { calendars, calendar, units, procedures } = rules.clone();
    let head = Head {
        version: VERSION.into(),
        hash: hash.to_string().into(),
        working_days: procedures.versions().any(Procedure::counts_working_days),
    };
    let limits = procedures.versions().map(Procedure::limiting).collect();
    let zones = units.keys().map(|unit| (unit.clone(), zone(Some(unit)))).collect();
    let checks = Checks { zone: zone(None), units: zones, procedures };
    let times = Times { calendars, calendar, units, limits };
    Ok(exact_json(&Value::List(vec![packed(&head)?, packed(&checks)?, packed(&times)?]).into()))
}

fn packed(part: &impl Packed) -> Result<Node, Error> {
    let mut to = Packer::default();
    part.pack(&mut to);
    to.finish().ok_or_else(|| Error::new(Code::NumberTooLarge).with("value", format!("> {}", i64::MAX)))
}

fn unpacked<T: Packed>(part: Node) -> Result<T, Error> {
    Unpacker::new(part.value, &LIBRARY).finish().ok_or_else(bad)
}

fn head_of(part: Node) -> Result<(Head, Hash), Error> {
    let head: Head = unpacked(part)?;
    let hash = Hash::parse(&head.hash).filter(|_| *head.version == *VERSION).ok_or_else(bad)?;
    Ok((head, hash))
}

fn parts(text: &str) -> Result<[Node; 3], Error> {
    if text.len() > MAX_BYTES {
        let limit = format!("{} MiB", MAX_BYTES >> 20);
        return Err(Error::new(Code::TooLarge).with("what", "rulebook").with("limit", limit));
    }
    match parse_json(text.as_bytes())?.value {
        Value::List(parts) => parts.try_into().map_err(|_| bad()),
        _ => Err(bad()),
    }
}

fn bad() -> Error {
    Error::new(Code::BadSlice)
}

#[cfg(all(test, feature = "yaml", feature = "rulebooks-vn"))]
#[path = "tests/slice.rs"]
mod tests;
