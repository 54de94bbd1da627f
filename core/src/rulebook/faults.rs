//! The faults as an author sees them: each once, at its line, in the order of the texts.

use crate::base::error::{Cause, Faults};
use crate::base::shape::Cursor;

/// Gives each fault the line of the part at its pointer: a module that checks a whole knows only the line of the whole.
pub(super) fn locate(faults: &mut Faults, root: &Cursor<'_>) {
    faults.change(|fault| {
        let known = fault.place().line.is_some();
        let pointer = fault.place().pointer.as_deref();
        let leads_on = |pointer: &&str| !known || root.node.at_pointer(pointer).is_some();
        match pointer.filter(leads_on).and_then(|pointer| root.place_of(pointer)) {
            Some(place) => fault.at(place),
            None => fault,
        }
    });
}

/// Sorts faults in the order of the texts and removes those that only follow from others.
pub(crate) fn in_order<'a>(faults: &mut Faults, files: impl IntoIterator<Item = &'a str>) {
    let files: Vec<&str> = files.into_iter().collect();
    faults.sort_by_key(|fault| {
        let place = fault.place();
        let file = place.file.as_deref().and_then(|file| files.iter().position(|name| *name == file));
        (file.unwrap_or(files.len()), place.line.unwrap_or(u64::MAX), place.column)
    });
    faults.drop_follow_ups();
}

/// Adds the faults that a module found in a part. Those without a position concern the part as a whole.
pub(super) fn add_found(found: Faults, at: &Cursor<'_>, faults: &mut Faults) {
    let mut found = found;
    found.change(|fault| match fault.place().line {
        Some(_) => fault,
        None => fault.at(at.place()).because_of(Cause::Unread(at.pointer())),
    });
    faults.extend(found);
}
