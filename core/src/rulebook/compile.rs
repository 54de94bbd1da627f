//! From one document to parts: references followed, every fault gathered.

use super::office::unknown;
use super::rules::Rules;
use super::spec::RulebookSpec;
use crate::calendar;
use crate::case::ActSpec;
use crate::document::DocumentRules;
use crate::dossier::read_versions;
use crate::error::{Code, Faults};
use crate::ids::{CalendarId, OfficeId, PolicyId, WorkflowId};
use crate::log::Mapping;
use crate::replay::Thresholds;
use crate::score::Policy;
use crate::shape::{Cursor, Key, Located, OneOrMany, Shape};
use crate::source::{Dated, Versions};
use crate::staff::{Organisation, Secrecy};
use crate::text::Text;
use crate::time::Zone;
use crate::value::Value;
use crate::workflow::Workflow;
use indexmap::IndexMap;
use std::hash::Hash;
use std::sync::Arc;

/// The parts of an office.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) id: OfficeId,
    pub(super) title: Text,
    pub(super) rules: Rules,
    pub(super) organisation: Arc<Organisation>,
    pub(super) workflows: IndexMap<WorkflowId, Versions<Workflow>>,
    pub(super) thresholds: Thresholds,
    pub(super) acts: IndexMap<String, ActSpec>,
    pub(super) documents: DocumentRules,
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

/// Reads and compiles the rulebook. Goes on after faults, to find them all.
pub(super) fn compile(root: &Cursor<'_>, faults: &mut Faults) -> Option<Parts> {
    let spec = RulebookSpec::read(root, faults)?;

    let rows: Vec<_> = spec.calendars.into_iter().map(|(id, Located { value, place })| (id, value, place)).collect();
    let calendars = calendar::compile(&rows, faults);
    let known = || calendars.iter().map(|(id, _)| id.as_str());
    let mut expect = |id: &Located<CalendarId>| {
        if calendars.get(id.as_str()).is_none() {
            faults.push(unknown("calendar", id.as_str(), known()).at(id.place.clone()));
        }
    };
    spec.calendar.iter().chain(spec.units.values().filter_map(|unit| unit.calendar.as_ref())).for_each(&mut expect);

    let organisation = match Organisation::compile(spec.units, spec.positions) {
        Ok(organisation) => organisation,
        Err(found) => {
            faults.extend(found);
            Organisation::default()
        }
    };

    let mut mappings = IndexMap::new();
    for (name, Located { value, place }) in spec.mappings {
        match Mapping::new(value) {
            Ok(mapping) => {
                mappings.insert(name, mapping);
            }
            Err(found) => found.iter().for_each(|fault| faults.push(fault.clone().at(place.clone()))),
        }
    }

    if let Some(named) = spec.mapping.as_ref().filter(|named| !mappings.contains_key(&named.value)) {
        let known = mappings.keys().map(String::as_str);
        faults.push(unknown("mapping", &named.value, known).at(named.place.clone()));
    }
    let mapping = spec.mapping.map(|named| named.value).or_else(|| mappings.keys().last().cloned());

    let workflows = versions(spec.workflows, faults, |id, spec, faults| {
        Workflow::compile(id.clone(), spec, &organisation).map_err(|found| faults.extend(found)).ok()
    });
    let policies = versions(spec.policies, faults, |id, spec, faults| Policy::compile(id.clone(), &spec, faults));

    let procedures = section(root, "procedures", faults, |id, at, faults| {
        expect_workflows(at, &workflows, faults);
        read_versions(id, at, faults)
    });

    // The calendar named last stands nearest to the office itself.
    let calendar = spec.calendar.map(|id| id.value).or_else(|| calendars.iter().last().map(|(id, _)| id.clone()));
    let zone = calendar
        .as_ref()
        .and_then(|id| calendars.get(id.as_str()))
        .map_or_else(Zone::vietnam, |own| own.zone().clone());
    Some(Parts {
        id: spec.id,
        title: spec.title,
        rules: Rules { calendars, calendar, units: organisation.calendars(), procedures },
        organisation: Arc::new(organisation),
        workflows,
        thresholds: spec.thresholds.unwrap_or_default(),
        acts: spec.acts,
        documents: spec.documents,
        secrecy: spec.secrecy.unwrap_or_default(),
        zone,
        policies,
        mapping,
        mappings,
        usual_mapping: Mapping::default(),
    })
}

/// Each version of a procedure names a workflow that exists, or none.
fn expect_workflows(at: &Cursor<'_>, workflows: &IndexMap<WorkflowId, Versions<Workflow>>, faults: &mut Faults) {
    let expect = |version: &Cursor<'_>, faults: &mut Faults| {
        let Some(named) = version.get("workflow") else { return };
        let Some(name) = named.node.value.as_text() else { return };
        if !workflows.contains_key(name) {
            let known = workflows.keys().map(WorkflowId::as_str);
            faults.push(unknown("workflow", name, known).at(named.place()));
        }
    };
    match &at.node.value {
        Value::List(list) => list.iter().enumerate().for_each(|(i, node)| expect(&at.index(i, node), faults)),
        _ => expect(at, faults),
    }
}

/// Compiles the versions of each entry of a section.
fn versions<K: Hash + Eq + AsRef<str>, S, T: Dated>(
    entries: IndexMap<K, OneOrMany<S>>,
    faults: &mut Faults,
    compile: impl Fn(&K, S, &mut Faults) -> Option<T>,
) -> IndexMap<K, Versions<T>> {
    let mut compiled = IndexMap::new();
    for (id, specs) in entries {
        let versions = specs.0.into_iter().filter_map(|spec| compile(&id, spec, faults)).collect();
        if let Some(versions) = faults.keep(Versions::new(OneOrMany(versions), id.as_ref())) {
            compiled.insert(id, versions);
        }
    }
    compiled
}

/// The entries of one section.
fn section<K: Key, T>(
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
