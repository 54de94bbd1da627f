//! What an author is told: each fault once, in the order of the texts, and no fault that only follows from another.

use super::references::spoken;
use crate::error::{Code, Error, Faults, Place};
use crate::shape::Cursor;
use crate::value::Value;
use std::collections::HashSet;

/// Codes that speak of a whole and may only follow from a fault in one of its parts.
const OF_A_WHOLE: &[Code] = &[
    Code::NoLimit,
    Code::HolidayAnchor,
    Code::HoursOrLike,
    Code::DuplicateId,
    Code::PolicyWeights,
    Code::PolicyBands,
    Code::VersionsOverlap,
    Code::DayTwice,
    Code::ClosedAndWorking,
    Code::DatesReversed,
    Code::NoSteps,
    Code::UnreachableStep,
    Code::NoWayOut,
    Code::JoinAtStart,
    Code::Unsound,
    Code::SoundnessUndecided,
    Code::CallEnds,
    Code::CallStart,
];

/// Codes of a text that could not be read in full: what it says may be lost.
const OF_READING: &[Code] = &[Code::Syntax, Code::TooDeep, Code::TooLarge, Code::NotUtf8, Code::BadVersion];

/// Gives each fault the line of the deepest part to which its pointer leads: a module that looks at a whole knows the
/// way to the part, but not its line.
pub(super) fn locate(faults: &mut Faults, root: &Cursor<'_>) {
    faults.change(|fault| {
        let place = fault.place().clone();
        let Some(pointer) = place.pointer.clone() else { return fault };
        let way: Vec<&str> = pointer.split('/').skip(1).collect();
        match deepest(root, &way) {
            Some(found) if found.line.is_some() => fault.at(Place { pointer: Some(pointer), ..found }),
            _ => fault,
        }
    });
}

/// The place of the deepest node on a way; nothing for the root, which says nothing.
fn deepest(at: &Cursor<'_>, way: &[&str]) -> Option<Place> {
    let (token, rest) = way.split_first()?;
    let token = token.replace("~1", "/").replace("~0", "~");
    let go = |below: &Cursor<'_>| deepest(below, rest).unwrap_or_else(|| below.place());
    match &at.node.value {
        Value::Map(map) => Some(go(&at.key(&token, map.get(&token)?))),
        Value::List(list) => {
            let index = token.parse().ok()?;
            Some(go(&at.index(index, list.get(index)?)))
        }
        _ => None,
    }
}

/// Settles which faults are told.
pub(super) fn settle(faults: &mut Faults, texts: &[(&str, &str)]) {
    let key = |fault: &Error| {
        let place = fault.place();
        let file = place.file.as_deref().and_then(|file| texts.iter().position(|(name, _)| *name == file));
        (file.unwrap_or(texts.len()), place.line.unwrap_or(u64::MAX), place.column)
    };
    faults.sort_by_key(key);
    // What lacks its quotes is taken for the text that was meant; that text may be wrong again.
    let position = |fault: &Error| (fault.place().file.clone(), fault.place().line, fault.place().column);
    let unquoted = faults.iter().filter(|fault| fault.code() == Code::UnquotedText);
    let unquoted: HashSet<_> = unquoted.map(position).collect();
    faults.retain(|fault| fault.code() == Code::UnquotedText || !unquoted.contains(&position(fault)));

    // The pointers at which something stands that is wrong by itself, and all that lie above them.
    let mut spoilt: HashSet<String> = HashSet::new();
    let mut workflows: HashSet<String> = HashSet::new();
    for fault in faults.iter().filter(|fault| !OF_A_WHOLE.contains(&fault.code())) {
        let mut pointer = fault.place().pointer.as_deref().unwrap_or_default();
        if let Some(id) = pointer.strip_prefix("/workflows/").and_then(|rest| rest.split('/').next()) {
            workflows.insert(id.to_owned());
        }
        while !pointer.is_empty() {
            spoilt.insert(pointer.to_owned());
            pointer = pointer.rsplit_once('/').map_or("", |(above, _)| above);
        }
    }
    let unread = faults.iter().any(|fault| OF_READING.contains(&fault.code()));
    // A name that stands in a part that was not read is not unknown.
    let lost = |fault: &Error| {
        let name = fault.value("name").unwrap_or_default();
        unread && texts.iter().any(|(_, text)| declared(text, name))
    };
    let unreadable: Vec<Place> =
        faults.iter().filter(|fault| fault.code() == Code::Syntax).map(|fault| fault.place().clone()).collect();
    // A field on a line that could not be read is not missing.
    let dropped = |fault: &Error| {
        let field = format!("{}:", fault.value("field").unwrap_or_default());
        unreadable.iter().any(|place| {
            let text = texts.iter().find(|(name, _)| Some(*name) == place.file.as_deref()).map(|(_, text)| *text);
            let line = place.line.and_then(|line| usize::try_from(line).ok()).and_then(|line| line.checked_sub(1));
            let said = text.zip(line).and_then(|(text, line)| text.lines().nth(line));
            place.file == fault.place().file
                && place.line >= fault.place().line
                && said.is_some_and(|said| said.trim_start().starts_with(&field))
        })
    };
    faults.retain(|fault| match fault.code() {
        Code::MissingField => !dropped(fault),
        Code::UnknownReference | Code::IncludeMissing => !lost(fault),
        code if OF_A_WHOLE.contains(&code) && fault.value("sure").is_none() => {
            let pointer = fault.place().pointer.as_deref().unwrap_or_default();
            let workflow = pointer.strip_prefix("/workflows/").and_then(|rest| rest.split('/').next());
            !spoilt.contains(pointer) && !workflow.is_some_and(|id| workflows.contains(id))
        }
        _ => true,
    });
    let mut told = HashSet::new();
    faults.retain(|fault| told.insert(format!("{:?}{}", fault.place(), fault)));
}

/// Whether a text seems to declare a name: as a key, or as the identifier of something.
fn declared(text: &str, name: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start().trim_start_matches("- ").trim_start_matches('{');
        let value = line.strip_prefix("id:").map(|rest| rest.trim_start());
        let names = |text: &str| text.trim_matches(|c: char| c == '"' || c == '\'' || c == ',' || c == ' ') == name;
        value.is_some_and(|value| value.split([',', '}', '#']).next().is_some_and(names))
            || line.split_once(':').is_some_and(|(key, _)| names(key))
    })
}

/// Brings faults that a module told without knowing lines to where they belong: to the part that they name.
pub(super) fn tell(found: &Faults, at: &Cursor<'_>, faults: &mut Faults) {
    for fault in found.iter() {
        let told = fault.place();
        let own = told.pointer.is_none() || told.pointer.as_deref() == Some(&at.pointer());
        let named = ["name", "band", "value"].into_iter().find_map(|key| fault.value(key)).filter(|_| own);
        let place = match named.and_then(|name| spoken(at, name)) {
            Some(place) => place,
            None if told.line.is_none() => at.place(),
            None => told.clone(),
        };
        faults.push(fault.clone().at(place));
    }
}
