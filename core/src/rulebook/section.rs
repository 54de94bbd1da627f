//! Sections of a rulebook: entries by name, each with its versions.

use crate::base::Arrange;
use crate::base::error::{Cause, Code, Error, Faults, Place};
use crate::base::ids::ProcedureId;
use crate::base::shape::{Cursor, Key, OneOrMany, Shape};
use crate::base::source::{Dated, InForce, Versions};
use crate::base::value::Value;
use crate::dossier::Procedure;
use indexmap::IndexMap;

/// The procedures of a rulebook.
pub(super) fn procedures(root: &Cursor<'_>, faults: &mut Faults) -> IndexMap<ProcedureId, Versions<Procedure>> {
    section(root, "procedures", faults, |id: &ProcedureId, at, faults| {
        versions(id.as_str(), at, faults, |at, faults| Procedure::read(id, at, faults))
    })
}

/// Compiles the versions of the entry at `at`: one version, or a list of them.
pub(super) fn versions<T: Dated>(
    name: &str,
    at: &Cursor<'_>,
    faults: &mut Faults,
    compile: impl Fn(&Cursor<'_>, &mut Faults) -> Option<T>,
) -> Option<Versions<T>> {
    let Value::List(list) = &at.node.value else {
        let only = compile(at, faults)?;
        return faults.keep(Versions::new(OneOrMany(vec![only]), name));
    };
    let here = || list.iter().enumerate().map(|(index, node)| at.index(index, node));
    let versions: Vec<T> = here().filter_map(|here| compile(&here, faults)).collect();
    // Also reported for versions that are themselves faulty.
    let unread = Cause::Unread(format!("{}/*/in_force", at.pointer()));
    let mut order: Vec<_> = here().filter_map(|here| dates(&here)).collect();
    order.arrange_by_key(|(dates, _)| dates.from);
    let mut sound = true;
    for pair in order.windows(2) {
        if let [(earlier, before), (later, place)] = pair
            && earlier.overlaps(later)
        {
            let date = later.from.map_or_else(|| "?".to_owned(), |date| date.to_string());
            let fault = Error::new(Code::VersionsOverlap).with("name", name).with("date", date);
            let fault = fault.at(place.clone()).related(before.clone());
            faults.push(fault.because_of(unread.clone()));
            sound = false;
        }
    }
    if !sound {
        return None;
    }
    // Dates that could not be read are taken for none.
    let versions = Versions::new(OneOrMany(versions), name);
    faults.keep(versions.map_err(|fault| at.locate(fault).because_of(unread)))
}

/// The dates in force of a version, if they can be read, and their place.
pub(super) fn dates(at: &Cursor<'_>) -> Option<(InForce, Place)> {
    match at.get("in_force") {
        None => Some((InForce::default(), at.place())),
        Some(here) => Some((InForce::read(&here, &mut Faults::new())?, here.place())),
    }
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
        // Further faults would only be counted, but each unknown name would still be compared with all others.
        if faults.is_full() {
            break;
        }
        let Some(id) = K::from_key(key) else {
            faults.push(at.bad_key(key, K::terms()));
            continue;
        };
        if let Some(value) = read(&id, &at, faults) {
            entries.insert(id, value);
        }
    }
    entries
}

/// The names of the entries of a section, including those that cannot be read.
pub(super) fn names<'a>(root: &'a Cursor<'_>, section: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    let map = root.node.get(section).and_then(|node| if let Value::Map(map) = &node.value { Some(map) } else { None });
    map.into_iter().flat_map(|map| map.iter().map(|(key, _)| key))
}
