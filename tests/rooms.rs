//! The order of the rooms: a room of `core/src` uses only those before it.
//!
//! The order is that of the `mod` lines of `lib.rs`. What tests use is not looked at: they may build a whole office.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src")
}

/// The rooms, first the one that uses no other.
fn rooms() -> Vec<String> {
    let text = fs::read_to_string(source().join("lib.rs")).expect("lib.rs");
    let name = |line: &str| {
        let line = line.strip_prefix("pub ").unwrap_or(line);
        line.strip_prefix("mod ")?.strip_suffix(';').map(str::to_owned)
    };
    text.lines().filter_map(name).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut found: Vec<_> = entries
        .flat_map(|path| match path.is_dir() {
            true => files(&path),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect();
    found.sort();
    found
}

/// Whether a file holds nothing but tests.
fn is_test(path: &Path) -> bool {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    name == "tests" || name.ends_with("_tests") || path.components().any(|part| part.as_os_str() == "tests")
}

/// What a file says outside comments and tests.
fn code(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let text = text.split("\nmod tests {").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The names that a file takes from the root of the crate: `crate::case::Event` takes `case`.
fn taken(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with('$') || code[..at].ends_with(|char: char| char.is_alphanumeric() || char == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let group = rest.strip_prefix('{').map(|rest| rest.split('}').next().unwrap_or_default());
        for name in group.unwrap_or(rest).split(',').take(if group.is_some() { usize::MAX } else { 1 }) {
            let word = |char: char| char.is_alphanumeric() || char == '_';
            names.insert(name.trim().chars().take_while(|char| word(*char)).collect());
        }
    }
    names
}

#[test]
fn each_folder_is_a_room_and_each_room_a_folder() {
    let folders = fs::read_dir(source()).expect("the source").map(|entry| entry.expect("an entry").path());
    let folders: BTreeSet<String> =
        folders.filter(|path| path.is_dir()).map(|path| path.file_name().unwrap().to_string_lossy().into()).collect();
    assert_eq!(folders, rooms().into_iter().collect());
}

#[test]
fn a_room_uses_only_those_before_it() {
    let rooms = rooms();
    let mut wrong = Vec::new();
    for (index, room) in rooms.iter().enumerate() {
        let known: BTreeSet<&str> = rooms[..=index].iter().map(String::as_str).collect();
        for path in files(&source().join(room)).into_iter().filter(|path| !is_test(path)) {
            let text = fs::read_to_string(&path).expect("a text");
            let upward = taken(&code(&text)).into_iter().filter(|name| !known.contains(name.as_str()));
            wrong.extend(upward.map(|name| format!("{} uses {name}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_are_taken_as_they_are_written() {
    let code =
        "use crate::case::{Case, Event};\nuse crate::{Office, base::text};\n$crate::x; fn f(_: crate::log::Log) {}";
    let names: Vec<_> = taken(code).into_iter().collect();
    assert_eq!(names, ["Office", "base", "case", "log"]);
}
