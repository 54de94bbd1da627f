//! From one document to parts: references followed, every fault gathered.

use super::office::unknown;
use super::references;
use super::rules::Rules;
use super::spec::RulebookSpec;
use super::workflows;
use crate::calendar;
use crate::case::ActSpec;
use crate::document::DocumentRules;
use crate::dossier::Procedure;
use crate::error::{Code, Error, Faults, Place};
use crate::form::{FormKind, FormSpec};
use crate::ids::{CalendarId, OfficeId, PolicyId, ProcedureId, WorkflowId};
use crate::log::Mapping;
use crate::replay::Thresholds;
use crate::score::Policy;
use crate::shape::{Cursor, Key, Located, OneOrMany, Shape};
use crate::source::{Dated, Versions};
use crate::staff::{Organisation, Secrecy};
use crate::text::Text;
use crate::time::Zone;
use crate::value::Value;
use crate::workflow::{Library, Workflow};
use indexmap::IndexMap;
use std::sync::Arc;

/// The parts of an office.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) id: OfficeId,
    pub(super) title: Text,
    pub(super) rules: Rules,
    pub(super) organisation: Arc<Organisation>,
    pub(super) workflows: IndexMap<WorkflowId, Versions<Workflow>>,
    /// The same as they are written, to be called by drawings.
    pub(super) library: Library,
    pub(super) thresholds: Thresholds,
    pub(super) acts: IndexMap<String, ActSpec>,
    pub(super) documents: DocumentRules,
    pub(super) forms: IndexMap<FormKind, Versions<FormSpec>>,
    /// The most secret matter that the system may hold.
    pub(super) secrecy: Secrecy,
    /// The zone of the office's own calendar.
    pub(super) zone: Zone,
    pub(super) policies: IndexMap<PolicyId, Versions<Policy>>,
    pub(super) mappings: IndexMap<String, Mapping>,
    /// The mapping of logs that name none.
    pub(super) mapping: Option<String>,
    pub(super) usual_mapping: Mapping,
}

/// Reads and compiles the rulebook. Goes on after faults, to find them all: an entry that cannot be read is known by
/// its name, so that whoever names it is not blamed.
pub(super) fn compile(root: &Cursor<'_>, faults: &mut Faults) -> Option<Parts> {
    if !references::bounded(root, faults) {
        return None;
    }
    let spec = RulebookSpec::read(root, faults)?;
    references::dates(root, faults);

    let rows: Vec<_> = spec.calendars.into_iter().map(|(id, Located { value, place })| (id, value, place)).collect();
    let calendars = calendar::compile(&rows, faults);
    let mut expect = |id: &Located<CalendarId>| {
        if names(root, "calendars").all(|known| known != id.as_str()) {
            faults.push(unknown("calendar", id.as_str(), names(root, "calendars")).at(id.place.clone()));
        }
    };
    spec.calendar.iter().chain(spec.units.values().filter_map(|unit| unit.calendar.as_ref())).for_each(&mut expect);

    let organisation = Organisation::gather(spec.units, spec.positions, faults);

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
        faults.push(unknown("mapping", &named.value, names(root, "mappings")).at(named.place.clone()));
    }
    let mapping = spec.mapping.map(|named| named.value).or_else(|| mappings.keys().last().cloned());

    let library = workflows::gather(root, &organisation, faults);
    let workflows = workflows::compile(root, &library, &organisation, faults);
    let policies = section(root, "policies", faults, |id: &PolicyId, at, faults| {
        versions(id.as_str(), at, faults, |at, faults| {
            let spec = Located::read(at, faults)?;
            let mut found = Faults::new();
            let policy = Policy::compile(id.clone(), &spec, &mut found);
            tell(&found, at, faults);
            policy
        })
    });
    let procedures = procedures(root, faults);
    references::check(root, &organisation, faults);

    let forms = section(root, "forms", faults, |kind: &FormKind, at, faults| {
        versions(kind.as_str(), at, faults, FormSpec::read)
    });

    // The calendar named last stands nearest to the office itself.
    let calendar = spec.calendar.map(|id| id.value).or_else(|| calendars.iter().last().map(|(id, _)| id.clone()));
    let zone = calendar
        .as_ref()
        .and_then(|id| calendars.get(id.as_str()))
        .map_or_else(Zone::vietnam, |own| own.zone().clone());
    let parts = Parts {
        id: spec.id,
        title: spec.title,
        rules: Rules { calendars, calendar, units: organisation.calendars(), procedures },
        organisation: Arc::new(organisation),
        workflows,
        library,
        thresholds: spec.thresholds.unwrap_or_default(),
        acts: spec.acts,
        documents: spec.documents,
        forms,
        secrecy: spec.secrecy.unwrap_or_default(),
        zone,
        policies,
        mapping,
        mappings,
        usual_mapping: Mapping::default(),
    };
    references::budgets(root, &parts, faults);
    Some(parts)
}

/// The names of the entries of a section, those that cannot be read included.
pub(super) fn names<'a>(root: &'a Cursor<'_>, section: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    let map = root.node.get(section).and_then(|node| if let Value::Map(map) = &node.value { Some(map) } else { None });
    map.into_iter().flat_map(|map| map.iter().map(|(key, _)| key))
}

/// Brings faults that a module told without knowing lines to where they belong: to the part that they name.
pub(super) fn tell(found: &Faults, at: &Cursor<'_>, faults: &mut Faults) {
    for fault in found.iter() {
        let told = fault.place();
        let own = told.pointer.is_none() || told.pointer.as_deref() == Some(&at.pointer());
        let named = ["name", "band", "value"].into_iter().find_map(|key| fault.value(key)).filter(|_| own);
        let place = match named.and_then(|name| references::spoken(at, name)) {
            Some(place) => place,
            None if told.line.is_none() => at.place(),
            None => told.clone(),
        };
        faults.push(fault.clone().at(place));
    }
}

/// The procedures of a rulebook or of a slice.
pub(super) fn procedures(root: &Cursor<'_>, faults: &mut Faults) -> IndexMap<ProcedureId, Versions<Procedure>> {
    section(root, "procedures", faults, |id: &ProcedureId, at, faults| {
        versions(id.as_str(), at, faults, |at, faults| Procedure::read(id, at, faults))
    })
}

/// Compiles the versions of an entry that stands at `at`: one, or a list of them.
pub(super) fn versions<T: Dated>(
    name: &str,
    at: &Cursor<'_>,
    faults: &mut Faults,
    compile: impl Fn(&Cursor<'_>, &mut Faults) -> Option<T>,
) -> Option<Versions<T>> {
    let (versions, places): (Vec<_>, Vec<_>) = match &at.node.value {
        Value::List(list) => {
            let read = list.iter().enumerate().filter_map(|(index, node)| {
                let here = at.index(index, node);
                Some((compile(&here, faults)?, here.place()))
            });
            read.unzip()
        }
        _ => (vec![compile(at, faults)?], vec![at.place()]),
    };
    let mut order: Vec<_> = versions.iter().map(Dated::in_force).zip(places).collect();
    order.sort_by_key(|(dates, _)| dates.from);
    let mut sound = true;
    for pair in order.windows(2) {
        if let [(earlier, before), (later, place)] = pair
            && earlier.overlaps(later)
        {
            let date = later.from.map_or_else(|| "?".to_owned(), |date| date.to_string());
            let fault = Error::new(Code::VersionsOverlap).with("name", name).with("date", date);
            faults.push(fault.at(place.clone()).related(before.clone()));
            sound = false;
        }
    }
    if !sound {
        return None;
    }
    faults.keep(Versions::new(OneOrMany(versions), name))
}

/// The entries of one section.
pub(super) fn section<K: Key, T>(
    root: &Cursor<'_>,
    name: &str,
    faults: &mut Faults,
    read: impl Fn(&K, &Cursor<'_>, &mut Faults) -> Option<T>,
) -> IndexMap<K, T> {
    let mut entries = IndexMap::new();
    let Some(section) = root.get(name) else { return entries };
    for (key, at) in section.entries(faults) {
        let Some(id) = K::from_key(key) else {
            faults.push(at.fault(Code::BadIdentifier).with("value", key));
            continue;
        };
        if let Some(value) = read(&id, &at, faults) {
            entries.insert(id, value);
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use crate::Office;
    use crate::error::Code;

    #[test]
    fn references_that_lead_nowhere() {
        let text = "namro: 1\nid: a\ntitle: A\ncalendar: offce\ncalendars:\n  office: {zone: \"+07:00\", weeks: [{days: {mon-fri: [\"08:00-12:00\"]}}]}\nprocedures:\n  p:\n    title: P\n    workflow: thanh-lp\nworkflows:\n  thanh-lap:\n    steps: {a: {next: end}}\n";
        let faults = Office::load(&[("a.yaml", text)]).unwrap_err();
        let found: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.place().line)).collect();
        assert_eq!(found, [(Code::UnknownReference, Some(4)), (Code::UnknownReference, Some(10))]);
        let hints: Vec<_> = faults.iter().map(|fault| fault.help().unwrap().en).collect();
        assert_eq!(hints, ["did you mean `office`?", "did you mean `thanh-lap`?"]);
    }
}
