//! From documents to parts: overlays laid, references followed, every fault gathered.

use super::gather::Document;
use super::office::unknown;
use super::spec::RulebookSpec;
use crate::calendar::{self, Calendars};
use crate::dossier::{Procedure, read_versions};
use crate::error::{Code, Faults};
use crate::ids::{CalendarId, OfficeId, ProcedureId};
use crate::log::Mapping;
use crate::shape::{Cursor, Key, Located, Shape};
use crate::source::Versions;
use crate::staff::Organisation;
use crate::text::Text;
use crate::value::Node;
use indexmap::IndexMap;
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
    pub(super) workflows: IndexMap<String, Located<Node>>,
    pub(super) policies: IndexMap<String, Located<Node>>,
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

    // The calendar named last stands nearest to the office itself.
    let calendar = spec.calendar.map(|id| id.value).or_else(|| calendars.iter().last().map(|(id, _)| id.clone()));
    Some(Parts {
        id: spec.id,
        title: spec.title,
        calendars,
        calendar,
        organisation: Arc::new(organisation),
        procedures: section(documents, "procedures", faults, read_versions),
        workflows: spec.workflows,
        policies: spec.policies,
        mappings,
        usual_mapping: Mapping::default(),
    })
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
