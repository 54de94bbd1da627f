//! Compiles one merged document into its parts: follows references and collects every fault.

use super::faults::add_found;
use super::indicators;
use super::parts::Parts;
use super::references::{self, undeclared};
use super::rules::{Procedures, RuleSet};
use super::section::{names, procedures, section, versions};
use super::spec::RulebookSpec;
use super::workflows;
use crate::base::error::{Faults, Place, Unread};
use crate::base::ids::{CalendarId, PolicyId, UnitId};
use crate::base::shape::{Cursor, Key, Located, Shape};
use crate::base::source::Versions;
use crate::base::time::Zone;
use crate::calendar;
use crate::letter::{LetterKind, LetterSpec};
use crate::log::Mapping;
use crate::people::{Organisation, UnitSpec};
use crate::score::Policy;
use indexmap::IndexMap;
use std::sync::Arc;

/// Reads and compiles the rulebook. Goes on after faults, to find them all: an entry that cannot be read is still
/// known by its name, so that references to it are not reported as well.
pub(super) fn compile(root: &Cursor<'_>, faults: &mut Faults) -> Option<Parts> {
    if !references::bounded(root, faults) {
        return None;
    }
    let spec = RulebookSpec::read(root, faults)?;
    if faults.may_hide("", "include") {
        faults.note_unread(Unread::Document);
    }
    references::walk(root, faults);
    references::unseen(root, faults);

    let rows: Vec<_> = spec.calendars.into_iter().map(|(id, Located { value, place })| (id, value, place)).collect();
    let calendars = calendar::compile(&rows, faults);
    let mut units =
        section(root, "units", faults, |id: &UnitId, at, faults| versions(id.as_str(), at, faults, UnitSpec::read));
    // A unit that could not be read is known by its name.
    for name in names(root, "units").filter_map(UnitId::from_key) {
        units.entry(name).or_insert_with(|| Versions::in_order(Vec::new()));
    }
    let mut expect = |id: &Located<CalendarId>| {
        if names(root, "calendars").all(|known| known != id.as_str()) {
            faults.push(undeclared(root, "calendar", "calendars", id.as_str()).at(id.place.clone()));
        }
    };
    let of_units = units.values().flat_map(Versions::iter).filter_map(|unit| unit.calendar.as_ref());
    spec.calendar.iter().chain(of_units).for_each(&mut expect);

    let organisation = Organisation::gather(units, spec.positions, faults);

    let mut mappings = IndexMap::new();
    for (name, Located { value, place }) in spec.mappings {
        match Mapping::new(value) {
            Ok(mapping) => {
                mappings.insert(name, mapping);
            }
            Err(found) => {
                let above = place.pointer.clone().unwrap_or_default();
                for fault in found.iter() {
                    let below = fault.place().pointer.as_deref().unwrap_or_default();
                    let at = Place { pointer: Some(format!("{above}{below}")), ..place.clone() };
                    faults.push(fault.clone().at(at));
                }
            }
        }
    }
    if let Some(named) = spec.mapping.as_ref().filter(|named| names(root, "mappings").all(|known| known != named.value))
    {
        faults.push(undeclared(root, "mapping", "mappings", &named.value).at(named.place.clone()));
    }
    // Of several mappings none is taken without a word.
    let only = || mappings.keys().next().filter(|_| mappings.len() == 1).cloned();
    let mapping = spec.mapping.map(|named| named.value).or_else(only);

    let library = workflows::gather(root, &organisation, faults);
    let workflows = workflows::compile(&library, &organisation, faults);
    let acts = || spec.acts.iter().map(|(name, act)| (name.as_str(), act.effect));
    let usual_mapping = Mapping::default().of_office(acts());
    let mappings: IndexMap<String, Mapping> =
        mappings.into_iter().map(|(name, mapping)| (name, mapping.of_office(acts()))).collect();
    let policies = section(root, "policies", faults, |id: &PolicyId, at, faults| {
        versions(id.as_str(), at, faults, |at, faults| {
            let spec = Located::read(at, faults)?;
            let mut found = Faults::new();
            let policy = Policy::compile(id.clone(), &spec, &mut found);
            add_found(found, at, faults);
            policy
        })
    });
    let records = indicators::records(root, faults);
    let indicators = indicators::indicators(root, &records, faults);
    let procedures = procedures(root, faults);
    let codes = || procedures.keys().map(|id| id.as_str());
    let usual_mapping = usual_mapping.of_procedures(codes());
    let mappings = mappings.into_iter().map(|(name, mapping)| (name, mapping.of_procedures(codes()))).collect();
    references::check(root, &organisation, faults);
    references::units_in_force(root, &organisation, faults);

    let forms = section(root, "forms", faults, |kind: &LetterKind, at, faults| {
        versions(kind.as_str(), at, faults, LetterSpec::read)
    });

    // The calendar that is written last is the most specific one: that of the office itself.
    let calendar = spec.calendar.map(|id| id.value).or_else(|| calendars.iter().last().map(|(id, _)| id.clone()));
    let zone = calendar
        .as_ref()
        .and_then(|id| calendars.get(id.as_str()))
        .map_or_else(Zone::vietnam, |own| own.zone().clone());
    let parts = Parts {
        id: spec.id,
        title: spec.title,
        rules: RuleSet { calendars, calendar, units: organisation.calendars(), procedures: Procedures(procedures) },
        organisation: Arc::new(organisation),
        workflows,
        library,
        thresholds: spec.thresholds.unwrap_or_default(),
        acts: spec.acts,
        documents: spec.documents,
        forms,
        secrecy: spec.secrecy.unwrap_or_default(),
        naming: spec.naming.unwrap_or_default(),
        zone,
        policies,
        records,
        indicators,
        mapping,
        mappings,
        usual_mapping,
    };
    references::in_force(root, &parts, faults);
    references::budgets(root, &parts, faults);
    Some(parts)
}

#[cfg(test)]
#[path = "tests/compile.rs"]
mod tests;
