//! From documents to parts: overlays laid, references followed, every fault gathered.

use super::gather::Document;
use super::office::unknown;
use super::spec::RulebookSpec;
use crate::calendar::{self, Calendars};
use crate::case::ActSpec;
use crate::dossier::{Procedure, read_versions};
use crate::error::{Code, Faults};
use crate::ids::{CalendarId, OfficeId, PolicyId, ProcedureId, WorkflowId};
use crate::log::Mapping;
use crate::replay::Thresholds;
use crate::score::Policy;
use crate::shape::{Cursor, Key, Located, OneOrMany, Shape};
use crate::source::{Dated, Versions};
use crate::staff::{Organisation, Secrecy};
use crate::text::Text;
use crate::time::Zone;
use crate::workflow::Workflow;
use indexmap::IndexMap;
use std::hash::Hash;
use std::sync::Arc;

/// The parts of an office.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) id: OfficeId,
    pub(super) title: Text,
    pub(super) calendars: Calendars,
    /// The calendar that holds where none is named.
    pub(super) calendar: Option<CalendarId>,
    pub(super) organisation: Arc<Organisation>,
    pub(super) procedures: IndexMap<ProcedureId, Versions<Procedure>>,
    pub(super) workflows: IndexMap<WorkflowId, Versions<Workflow>>,
    pub(super) thresholds: Thresholds,
    pub(super) acts: IndexMap<String, ActSpec>,
    /// The most secret matter that the system may hold.
    pub(super) secrecy: Secrecy,
    /// The zone of the office's own calendar.
    pub(super) zone: Zone,
    pub(super) policies: IndexMap<PolicyId, Versions<Policy>>,
    pub(super) mappings: IndexMap<String, Mapping>,
    pub(super) usual_mapping: Mapping,
}

/// Reads and compiles the documents, the included before the including. Goes on after faults, to find them all.
pub(super) fn compile(documents: &[Document], faults: &mut Faults) -> Option<Parts> {
    let specs = documents
        .iter()
        .filter_map(|document| RulebookSpec::read(&Cursor::root(&document.node, Some(&document.file)), faults));
    let spec = specs.reduce(RulebookSpec::overlay)?;

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

    let workflows = versions(spec.workflows, faults, |id, spec, faults| {
        Workflow::compile(id.clone(), spec, &organisation).map_err(|found| faults.extend(found)).ok()
    });
    let policies = versions(spec.policies, faults, |id, spec, faults| Policy::compile(id.clone(), &spec, faults));

    // The calendar named last stands nearest to the office itself.
    let calendar = spec.calendar.map(|id| id.value).or_else(|| calendars.iter().last().map(|(id, _)| id.clone()));
    let zone = calendar
        .as_ref()
        .and_then(|id| calendars.get(id.as_str()))
        .map_or_else(Zone::vietnam, |own| own.zone().clone());
    Some(Parts {
        id: spec.id,
        title: spec.title,
        calendars,
        calendar,
        organisation: Arc::new(organisation),
        procedures: section(documents, "procedures", faults, read_versions),
        workflows,
        thresholds: spec.thresholds.unwrap_or_default(),
        acts: spec.acts,
        secrecy: spec.secrecy.unwrap_or_default(),
        zone,
        policies,
        mappings,
        usual_mapping: Mapping::default(),
    })
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

/// The entries of one section over all documents; the later document's entry replaces the earlier's.
fn section<K: Key, T>(
    documents: &[Document],
    name: &str,
    faults: &mut Faults,
    read: impl Fn(&K, &Cursor<'_>, &mut Faults) -> Option<T>,
) -> IndexMap<K, T> {
    let mut entries = IndexMap::new();
    for document in documents {
        let root = Cursor::root(&document.node, Some(&document.file));
        let Some(section) = root.get(name) else { continue };
        for (key, at) in section.entries(faults) {
            let Some(id) = K::from_key(key) else {
                faults.push(at.fault(Code::BadIdentifier).with("value", key));
                continue;
            };
            if let Some(value) = read(&id, &at, faults) {
                entries.insert(id, value);
            }
        }
    }
    entries
}
