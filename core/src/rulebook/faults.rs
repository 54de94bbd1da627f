//! What an author is told: each fault once, in the order of the texts, and no fault that only follows from another.

use super::overlay::NEW;
use super::references::place_of_name;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::shape::Cursor;
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
const OF_READING: &[Code] =
    &[Code::Syntax, Code::TooDeep, Code::TooLarge, Code::NotUtf8, Code::BadVersion, Code::IncludeMissing];

/// Gives each fault the line of the deepest part to which its pointer leads: a module that looks at a whole knows no more
/// than the line of the whole.
pub(super) fn locate(faults: &mut Faults, root: &Cursor<'_>) {
    faults.change(|fault| match fault.place().pointer.as_deref().and_then(|pointer| root.place_of(pointer)) {
        Some(place) => fault.at(place),
        None => fault,
    });
}

/// Settles which faults are told.
pub(crate) fn suppress_follow_ups(faults: &mut Faults, texts: &[(&str, &str)]) {
    let key = |fault: &Error| {
        let place = fault.place();
        let file = place.file.as_deref().and_then(|file| texts.iter().position(|(name, _)| *name == file));
        (file.unwrap_or(texts.len()), place.line.unwrap_or(u64::MAX), place.column)
    };
    faults.sort_by_key(key);
    // What lacks its quotes is taken for the text that was meant; that text may be wrong again.
    let position = |fault: &Error| (fault.place().file.clone(), fault.place().line, fault.place().column);
    let misread = |fault: &Error| {
        [Code::UnquotedText, Code::AmbiguousNumber, Code::Syntax, Code::Typography].contains(&fault.code())
    };
    let spelt: HashSet<_> = faults.iter().filter(|fault| misread(fault)).map(position).collect();
    faults.retain(|fault| misread(fault) || !spelt.contains(&position(fault)));

    // What is place_of_name of by name and lacks what an item needs was meant to change one.
    let lacking: HashSet<_> = faults.iter().filter(|fault| fault.code() == Code::MissingField).map(position).collect();
    let strays = faults.iter().filter(|fault| fault.value("kind") == Some("entry"));
    let strays: HashSet<_> = strays.map(position).filter(|at| lacking.contains(at)).collect();
    faults.retain(|fault| match fault.code() {
        Code::UnknownReference if fault.value(NEW).is_some() => strays.contains(&position(fault)),
        Code::MissingField => !strays.contains(&position(fault)),
        _ => true,
    });

    // The pointers at which something stands that is wrong by itself, and all that lie above them.
    let mut spoilt: HashSet<String> = HashSet::new();
    let mut workflows: HashSet<String> = HashSet::new();
    for fault in faults.iter().filter(|fault| !OF_A_WHOLE.contains(&fault.code()) && !of_itself(fault)) {
        let mut pointer = fault.place().pointer.as_deref().unwrap_or_default();
        if let Some(id) = of_workflow(pointer).filter(|_| !beside_the_flows(fault)) {
            workflows.insert(id.to_owned());
        }
        while !pointer.is_empty() {
            spoilt.insert(pointer.to_owned());
            pointer = pointer.rsplit_once('/').map_or("", |(above, _)| above);
        }
    }
    let unread = faults.iter().any(|fault| OF_READING.contains(&fault.code()));
    let texts_unread =
        faults.iter().any(|fault| OF_READING.contains(&fault.code()) && fault.code() != Code::IncludeMissing);
    let unreadable: Vec<Place> =
        faults.iter().filter(|fault| fault.code() == Code::Syntax).map(|fault| fault.place().clone()).collect();
    let left_out: Vec<&str> = unreadable.iter().flat_map(|place| left_out(place, texts)).collect();
    // A name that stands in a part that was not read is not unknown.
    let lost = |fault: &Error| {
        let name = fault.value("name").or_else(|| fault.value("group")).unwrap_or_default();
        unread
            && (texts.iter().any(|(_, text)| declared(text, name)) || left_out.iter().any(|line| speaks_of(line, name)))
    };
    // A version that is like one that is not there was not written out: what it lacks, it takes from there.
    let unlike: Vec<String> = faults
        .iter()
        .filter(|fault| fault.value("kind") == Some("version"))
        .filter_map(|fault| Some(fault.place().pointer.as_deref()?.strip_suffix("like")?.to_owned()))
        .collect();
    let half = |fault: &Error| {
        let pointer = format!("{}/", fault.place().pointer.as_deref().unwrap_or_default());
        unlike.iter().any(|version| pointer.starts_with(version))
    };
    // A field on a line that could not be read is not missing.
    let dropped = |fault: &Error| {
        let field = format!("{}:", fault.value("field").unwrap_or_default());
        let said = |place: &Place| {
            let text = texts.iter().find(|(name, _)| Some(*name) == place.file.as_deref()).map(|(_, text)| *text);
            let line = place.line.and_then(|line| usize::try_from(line).ok()).and_then(|line| line.checked_sub(1));
            text.zip(line).and_then(|(text, line)| text.lines().nth(line)).unwrap_or_default().trim_start()
        };
        // A version that is like another one may lack what could not be read there.
        let like = said(fault.place()).contains("like:");
        unreadable.iter().any(|place| {
            let behind = like || place.line >= fault.place().line;
            place.file == fault.place().file && behind && said(place).starts_with(&field)
        })
    };
    faults.retain(|fault| match fault.code() {
        Code::MissingField => !dropped(fault) && !half(fault),
        Code::WrongType => fault.value("found") != Some("map") || !half(fault),
        Code::UnknownReference | Code::AlternativeOfOne => !lost(fault),
        Code::IncludeMissing => !(texts_unread && lost(fault)),
        code if OF_A_WHOLE.contains(&code) && fault.value("sure").is_none() => {
            let pointer = fault.place().pointer.as_deref().unwrap_or_default();
            match of_workflow(pointer) {
                Some(id) => !workflows.contains(id),
                None => !spoilt.contains(pointer),
            }
        }
        _ => true,
    });
    // What is written once is told once, however many versions take it over.
    let mut told = HashSet::new();
    faults.retain(|fault| {
        let Place { file, line, column, pointer } = fault.place();
        let pointer = pointer.as_ref().filter(|_| line.is_none());
        told.insert(format!("{file:?} {line:?} {column:?} {pointer:?} {} {}", fault.code(), fault.text().en))
    });
}

fn of_workflow(pointer: &str) -> Option<&str> {
    pointer.strip_prefix("/workflows/")?.split('/').next()
}

/// Whether a fault of a workflow has nothing to do with what follows what.
fn beside_the_flows(fault: &Error) -> bool {
    const FIELDS: [&str; 14] = [
        "title",
        "note",
        "role",
        "cooperating",
        "informed",
        "unit",
        "route",
        "budget",
        "not_by",
        "waits_for",
        "clock",
        "product",
        "outcomes",
        "source",
    ];
    let pointer = fault.place().pointer.as_deref().unwrap_or_default();
    let field = pointer.split_once("/steps/").and_then(|(_, rest)| rest.split('/').nth(1));
    field.is_some_and(|field| FIELDS.contains(&field))
        || [Code::NamedTwice, Code::WithoutEffect, Code::FourEyesOfOne, Code::BlankText].contains(&fault.code())
}

/// Whether a fault lies in one part of a policy, which was read all the same.
fn of_itself(fault: &Error) -> bool {
    let policy = fault.place().pointer.as_deref().is_some_and(|pointer| pointer.starts_with("/policies/"));
    policy && [Code::UnknownReference, Code::PolicyShare, Code::WithoutEffect, Code::NamedTwice].contains(&fault.code())
}

/// The lines that were left out, or may have been, for a fault of syntax: its own with what is indented beneath it, and
/// the one above.
fn left_out<'a>(place: &Place, texts: &[(&str, &'a str)]) -> Vec<&'a str> {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let text = texts.iter().find(|(name, _)| Some(*name) == place.file.as_deref()).map(|(_, text)| *text);
    let number = place.line.and_then(|line| usize::try_from(line).ok()).unwrap_or(1).max(1) - 1;
    let Some(text) = text else { return Vec::new() };
    let mut lines = text.lines().skip(number.saturating_sub(1));
    let above = lines.next().filter(|_| number > 0);
    let own = if number > 0 { lines.next() } else { text.lines().next() };
    let deep = own.map_or(0, depth);
    let beneath = lines.take_while(|line| line.trim().is_empty() || depth(line) > deep);
    above.into_iter().chain(own).chain(beneath).collect()
}

/// Whether a line has a name in it, as a word of its own.
fn speaks_of(line: &str, name: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    !name.is_empty()
        && line.match_indices(name).any(|(at, _)| {
            let before = line.get(..at).and_then(|text| text.chars().next_back());
            let behind = line.get(at + name.len()..).and_then(|text| text.chars().next());
            ![before, behind].into_iter().flatten().any(word)
        })
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
pub(super) fn place_faults(found: &Faults, at: &Cursor<'_>, faults: &mut Faults) {
    for fault in found.iter() {
        let told = fault.place();
        let own = told.pointer.is_none() || told.pointer.as_deref() == Some(&at.pointer());
        let named = ["name", "band", "value"].into_iter().find_map(|key| fault.value(key)).filter(|_| own);
        let place = match named.and_then(|name| place_of_name(at, name)) {
            Some(place) => place,
            None if told.line.is_none() => at.place(),
            None => told.clone(),
        };
        faults.push(fault.clone().at(place));
    }
}
