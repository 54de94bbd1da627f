//! A compiled mapping: every lookup during reading is a table access.

use super::spec::{CaseColumns, DateOrder, EventColumns, MappingSpec, StatusMeaning, SupplementColumns};
use super::statuses;
use crate::base::Gather;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::ids::is_name;
use crate::base::text::{lower, one_spelling};
use crate::base::time::Zone;
use crate::case::{ActorKind, Effect};
use std::collections::{BTreeMap, BTreeSet};

/// How a log is read (*bản ánh xạ nhật ký*). [`Mapping::default`] knows XES, the columns of pm4py, and usual headings
/// in Vietnamese and English.
///
/// ```
/// use namro::case::{ActorKind, Effect};
/// let mapping = namro::log::Mapping::default();
/// assert_eq!(mapping.effect("ATE_ABORT"), Some(Effect::Stop));
/// assert_eq!(mapping.kind("admin2"), ActorKind::System);
/// assert_eq!(mapping.kind("o17"), ActorKind::Person);
/// ```
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "xes"), allow(dead_code, reason = "only the readers of foreign logs ask for columns"))]
pub struct Mapping {
    pub(super) events: EventColumns,
    pub(super) cases: CaseColumns,
    pub(super) supplements: SupplementColumns,
    pub(super) made_for: Vec<String>,
    pub(super) sheets: Vec<String>,
    pub(super) heading_row: Option<u32>,
    pub(super) encoding: Option<String>,
    pub(super) fill_down: Vec<String>,
    /// Column → key of `data`.
    pub(super) data: Vec<(String, String)>,
    /// The procedure of cases that name none.
    pub(super) procedure: Option<String>,
    /// The type of objects that are the cases of an object-centric log.
    pub(super) object_type: Option<String>,
    /// Other spellings, in their plain form, and who or what is meant.
    people: BTreeMap<String, String>,
    units: BTreeMap<String, String>,
    pub(super) zone: Option<Zone>,
    pub(super) dates: Option<DateOrder>,
    pub(super) delimiter: Option<u8>,
    pub(super) otherwise: Effect,
    pub(super) lenient: bool,
    pub(super) milestones: Vec<(Milestone, BTreeSet<String>)>,
    missing: BTreeSet<String>,
    nobody: BTreeSet<String>,
    not_persons: Vec<(String, ActorKind)>,
    acts: BTreeMap<String, Effect>,
    /// Words for the status of a case, in their plain form.
    statuses: BTreeMap<String, StatusMeaning>,
    /// The codes of the procedures of the office; empty if it is not known which it has.
    procedures: BTreeSet<String>,
}

/// A date of a case that is taken from the completion of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Milestone {
    Received,
    Accepted,
    Finished,
    Returned,
    Stopped,
}

/// Transitions of the XES life cycle (IEEE 1849, extension *lifecycle*) that are not already names of effects.
const XES_TRANSITIONS: &[(&str, Effect)] = &[
    ("schedule", Effect::Note),
    ("reassign", Effect::Assign),
    ("withdraw", Effect::Recall),
    ("pi_abort", Effect::Stop),
    ("ate_abort", Effect::Stop),
    ("autoskip", Effect::Complete),
    ("manualskip", Effect::Complete),
];

impl Default for Mapping {
    fn default() -> Self {
        Self::compile(MappingSpec::default()).0
    }
}

impl Mapping {
    /// The zone of times without an offset, if one is declared.
    pub fn zone(&self) -> Option<&Zone> {
        self.zone.as_ref()
    }

    /// The same mapping for an office that declares these acts. What the mapping says of an act itself takes precedence.
    #[must_use]
    pub(crate) fn of_office<'n>(mut self, acts: impl Iterator<Item = (&'n str, Effect)>) -> Self {
        for (name, effect) in acts {
            self.acts.entry(plain(name)).or_insert(effect);
        }
        self
    }

    /// The same mapping for an office with these procedures, so that others are reported.
    #[must_use]
    pub(crate) fn of_procedures<'n>(mut self, names: impl Iterator<Item = &'n str>) -> Self {
        self.procedures.extend(names.map(str::to_owned));
        self
    }

    /// The columns that the mapping declares: of events, of cases, of supplements.
    #[cfg(feature = "xes")]
    pub(super) fn sections(&self) -> [Vec<&str>; 3] {
        use super::headings::{CaseField, EventField, SupplementField};
        [
            EventField::ALL.iter().filter_map(|field| field.declared(&self.events)).collect(),
            CaseField::ALL.iter().filter_map(|field| field.declared(&self.cases)).collect(),
            SupplementField::ALL.iter().filter_map(|field| field.declared(&self.supplements)).collect(),
        ]
    }

    /// Whether the office has this procedure; `None` if its procedures are not known.
    #[cfg_attr(not(feature = "xes"), allow(dead_code, reason = "only the readers of foreign logs repair codes"))]
    pub(super) fn has_procedure(&self, name: &str) -> Option<bool> {
        (!self.procedures.is_empty()).then(|| self.procedures.contains(name))
    }

    /// What a word for the status of a case means: as the mapping says, else by its usual meaning.
    #[cfg_attr(not(feature = "xes"), allow(dead_code, reason = "only the readers of foreign logs know statuses"))]
    pub(super) fn status(&self, word: &str) -> Option<StatusMeaning> {
        self.statuses.get(&statuses::plain(word)).copied().or_else(|| statuses::usual(word))
    }

    /// Whether the mapping itself says what statuses mean.
    pub(super) fn declares_statuses(&self) -> bool {
        !self.statuses.is_empty()
    }

    /// What the mapping itself says that a status means.
    pub(super) fn declared_status(&self, word: &str) -> Option<StatusMeaning> {
        self.statuses.get(&statuses::plain(word)).copied()
    }

    /// Compiles a mapping.
    ///
    /// # Errors
    /// Every fault: a delimiter of more than one character, a pattern that would match everybody, a milestone whose
    /// step is not a valid name.
    pub fn new(spec: MappingSpec) -> Result<Self, Faults> {
        let (mapping, faults) = Self::compile(spec);
        faults.into_result(Some(mapping))
    }

    fn compile(spec: MappingSpec) -> (Self, Faults) {
        let mut faults = Faults::new();
        let delimiter = spec.delimiter.as_deref().and_then(|text| match text.as_bytes() {
            [byte] if byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'"' => Some(*byte),
            _ => {
                let allowed = Error::new(Code::UnknownTerm).with("value", text).with("allowed", ", ; | tab");
                faults.push(allowed.at(Place::pointer("/delimiter")));
                None
            }
        });
        for pattern in spec.not_persons.keys().filter(|pattern| pattern.trim_matches(['*', '#']).is_empty()) {
            let fault = Error::new(Code::PatternTooWide).with("value", pattern);
            faults.push(fault.at(Place::pointer("/not_persons")));
        }
        let milestones = spec.milestones;
        let milestones = [
            (Milestone::Received, "received", milestones.received),
            (Milestone::Accepted, "accepted", milestones.accepted),
            (Milestone::Finished, "finished", milestones.finished),
            (Milestone::Returned, "returned", milestones.returned),
            (Milestone::Stopped, "stopped", milestones.stopped),
        ];
        for (_, field, steps) in &milestones {
            for step in steps.0.iter().filter(|step| !is_name(step)) {
                let fault = Error::new(Code::BadIdentifier).with("value", step);
                faults.push(fault.at(Place::pointer(format!("/milestones/{field}"))));
            }
        }
        let known = XES_TRANSITIONS.iter().chain(Effect::ALL).map(|(name, effect)| ((*name).to_owned(), *effect));
        let declared = spec.acts.into_iter().map(|(name, effect)| (plain(&name), effect));
        #[cfg(feature = "xes")]
        if let Some(Err(fault)) = spec.encoding.as_deref().map(super::table::Encoding::check) {
            faults.push(fault.at(Place::pointer("/encoding")));
        }
        if let Some(other) = spec.format.filter(|format| *format != 1) {
            let fault = Error::new(Code::OutOfRange).with("value", other).with("range", "1");
            faults.push(fault.at(Place::pointer("/format")));
        }
        let mapping = Self {
            events: spec.events,
            cases: spec.cases,
            supplements: spec.supplements,
            made_for: spec.made_for.0,
            sheets: spec.sheets.0,
            heading_row: spec.heading_row,
            encoding: spec.encoding,
            fill_down: spec.fill_down.0,
            statuses: spec.statuses.into_iter().map(|(word, meaning)| (statuses::plain(&word), meaning)).into_map(),
            procedures: BTreeSet::new(),
            data: spec.data.into_iter().map(|(key, column)| (column, key)).collect(),
            procedure: spec.procedure,
            object_type: spec.object_type,
            people: spec.people.into_iter().map(|(name, person)| (plain(&name), person)).into_map(),
            units: spec.units.into_iter().map(|(name, unit)| (plain(&name), unit)).into_map(),
            zone: spec.zone.map(|zone| zone.0),
            dates: spec.dates,
            delimiter,
            otherwise: spec.otherwise,
            lenient: spec.lenient,
            milestones: milestones
                .into_iter()
                .filter(|(_, _, steps)| !steps.0.is_empty())
                .map(|(milestone, _, steps)| {
                    (milestone, steps.0.iter().map(|step| one_spelling(step).into_owned()).collect())
                })
                .collect(),
            missing: spec.missing.into_iter().collect(),
            nobody: spec.nobody.into_iter().map(|name| plain(&name)).into_set(),
            not_persons: spec.not_persons.into_iter().map(|(name, kind)| (plain(&name), kind)).collect(),
            acts: known.chain(declared).into_map(),
        };
        (mapping, faults)
    }

    /// What an act does, by its name in upper or lower case.
    pub fn effect(&self, act: &str) -> Option<Effect> {
        self.acts.get(act).or_else(|| self.acts.get(&plain(act))).copied()
    }

    /// The names of the known acts.
    pub fn acts(&self) -> impl Iterator<Item = &str> {
        self.acts.keys().map(String::as_str)
    }

    /// The person whom a name means, if the mapping declares it as another spelling.
    pub(super) fn person<'n>(&'n self, name: &'n str) -> &'n str {
        if self.people.is_empty() { name } else { self.people.get(&plain(name)).map_or(name, String::as_str) }
    }

    /// The unit that a name means, likewise.
    pub(super) fn unit<'n>(&'n self, name: &'n str) -> &'n str {
        if self.units.is_empty() { name } else { self.units.get(&plain(name)).map_or(name, String::as_str) }
    }

    /// The kind of a named actor.
    pub fn kind(&self, actor: &str) -> ActorKind {
        let actor = plain(actor);
        let named = self.not_persons.iter().find(|(pattern, _)| matches(pattern, &actor));
        named.map_or(ActorKind::Person, |(_, kind)| *kind)
    }

    /// Whether a cell means "no value".
    pub fn is_missing(&self, cell: &str) -> bool {
        cell.trim().is_empty() || self.missing.contains(cell)
    }

    /// Whether the name of an actor or unit means nobody.
    pub fn is_nobody(&self, name: &str) -> bool {
        self.is_missing(name) || self.nobody.contains(&plain(name))
    }
}

/// A name as the mapping compares it: in small letters, with one spelling of letters and blanks.
fn plain(name: &str) -> String {
    one_spelling(&lower(name)).into_owned()
}

/// Whether a text matches a pattern in which `*` matches any text and `#` any number of digits, including none.
fn matches(pattern: &str, text: &str) -> bool {
    // Tracks which prefixes of the pattern match the text read so far. There is no backtracking, so no pattern is slow.
    let pattern: Vec<char> = pattern.chars().collect();
    let mut fits = vec![false; pattern.len() + 1];
    let close = |fits: &mut Vec<bool>| {
        for (index, sign) in pattern.iter().enumerate() {
            if matches!(sign, '*' | '#') && fits.get(index) == Some(&true) {
                fits.iter_mut().skip(index + 1).take(1).for_each(|fit| *fit = true);
            }
        }
    };
    fits.iter_mut().take(1).for_each(|fit| *fit = true);
    close(&mut fits);
    for letter in text.chars() {
        let mut next = vec![false; fits.len()];
        for ((index, sign), _) in pattern.iter().enumerate().zip(&fits).filter(|(_, fit)| **fit) {
            let stays = *sign == '*' || (*sign == '#' && letter.is_ascii_digit());
            let target = if stays { index } else { index + 1 };
            if stays || *sign == letter {
                next.iter_mut().skip(target).take(1).for_each(|fit| *fit = true);
            }
        }
        fits = next;
        close(&mut fits);
    }
    fits.last() == Some(&true)
}

#[cfg(test)]
#[path = "tests/mapping.rs"]
mod tests;
