//! The shared vectors in Rust, one named test per case; the same files run in Python and in JavaScript.
//!
//! Only this runner may write expectations, and only on request: `cargo test -p namro-tests --test vectors --
//! --bless` puts today's answers into the files and renews their index. Read the difference before you keep it.

#[path = "shared/subject.rs"]
mod subject;

use libtest_mimic::{Arguments, Failed, Trial};
use namro::base::canonical;
use namro::internals::base::parse_json;
use namro::{Faults, Office};
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, Value, to_raw_value};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use subject::{Texts, folder, load, rulebook_files, texts};

/// A file of cases over one rulebook.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    note: String,
    /// Files of the folder `rulebooks` or shipped rulebooks by name, the root first; or a map in place.
    rulebook: Box<RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    staff: Option<Box<RawValue>>,
    cases: Vec<Case>,
}

/// One case; the texts stay as they were written, so that blessing changes nothing else.
#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    op: String,
    /// The feature that the operation needs. Where a package is built without it, the case must be refused with
    /// `not_built`, and nothing else: no runner skips it.
    #[serde(skip_serializing_if = "Option::is_none")]
    needs: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    input: Option<Box<RawValue>>,
    /// The request as a text, where it is no JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// The part of the answer that was worked out by hand: blessing never touches it, so it cannot bless a mistake.
    #[serde(skip_serializing_if = "Option::is_none")]
    by_hand: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Refusal>,
}

/// The first fault of a case that is refused.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
struct Refusal {
    code: String,
    pointer: String,
}

/// How many cases each file holds: a runner that skips one is found out.
#[derive(Deserialize, Serialize, PartialEq, Debug)]
struct Index {
    rulebooks: Vec<String>,
    files: BTreeMap<String, usize>,
}

/// The features that a case may need; this runner is built with all of them.
const FEATURES: [&str; 2] = ["bpmn", "xml"];

fn main() -> ExitCode {
    let (flags, rest): (Vec<_>, Vec<_>) = std::env::args().partition(|argument| argument == "--bless");
    let arguments = Arguments::from_iter(rest);
    if !flags.is_empty() || std::env::var_os("NAMRO_BLESS").is_some() {
        return bless();
    }
    // No trial of its own: the three runners must come to the same number of cases.
    if let Err(fault) = check_index() {
        eprintln!("{fault}\ncargo test -p namro-tests --test vectors -- --bless renews the index");
        return ExitCode::FAILURE;
    }
    let mut trials = Vec::new();
    for path in files() {
        let name = relative(&path);
        match read(&path) {
            Ok(file) => trials.extend(cases(&name, file)),
            Err(fault) => trials.push(Trial::test(name, move || Err(fault.into()))),
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn relative(path: &Path) -> String {
    path.strip_prefix(folder()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// The files of cases: those in folders of topics.
fn files() -> Vec<PathBuf> {
    let list = |path: &Path| -> Vec<PathBuf> {
        let mut entries: Vec<_> =
            fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        entries.sort();
        entries
    };
    let topics = list(&folder()).into_iter().filter(|path| path.is_dir() && !path.ends_with("rulebooks"));
    topics.flat_map(|topic| list(&topic)).filter(|path| path.extension().is_some_and(|end| end == "json")).collect()
}

fn read(path: &Path) -> Result<File, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn index() -> Index {
    let count = |path: &PathBuf| (relative(path), read(path).map_or(0, |file| file.cases.len()));
    Index { rulebooks: rulebook_files(), files: files().iter().map(count).collect() }
}

fn check_index() -> Result<(), String> {
    let written = fs::read_to_string(folder().join("index.json")).map_err(|error| error.to_string())?;
    let written: Index = serde_json::from_str(&written).map_err(|error| format!("index.json: {error}"))?;
    let found = index();
    if written == found { Ok(()) } else { Err(format!("index.json says {written:?}\nbut there is {found:?}")) }
}

/// What a case comes to: the canonical answer, or the first fault.
fn outcome(case: &Case, office: &Result<Office, Faults>, texts: &Texts) -> Result<String, Refusal> {
    let refusal = |faults: &Faults| {
        let first = faults.iter().next();
        first.map_or_else(Refusal::default, |fault| Refusal {
            code: fault.code().to_string(),
            pointer: fault.place().pointer.clone().unwrap_or_default(),
        })
    };
    let input = case.text.as_deref().or(case.input.as_deref().map(RawValue::get));
    if case.op == "load" {
        let given: Texts = match input {
            None => texts.clone(),
            Some(input) => {
                let map: Vec<(String, Value)> = ordered(input);
                map.into_iter()
                    .map(|(name, text)| (name, text.as_str().map_or(text.to_string(), str::to_owned)))
                    .collect()
            }
        };
        return load(&given, None).map(|_| "{}".to_owned()).map_err(|faults| refusal(&faults));
    }
    let office = office.as_ref().map_err(refusal)?;
    office.call(&case.op, input.unwrap_or("{}")).map_err(|faults| refusal(&faults))
}

/// The entries of a JSON map in the order of its text: the first rulebook is the root.
fn ordered(text: &str) -> Vec<(String, Value)> {
    let namro::base::Value::Map(map) = parse_json(text.as_bytes()).expect("a vector's input is JSON").value else {
        panic!("`load` takes a map of names and texts");
    };
    let value = |node: &namro::base::Node| serde_json::from_str(&canonical(node).unwrap()).unwrap();
    map.iter().map(|(name, node)| (name.to_string(), value(node))).collect()
}

fn cases(name: &str, file: File) -> Vec<Trial> {
    let texts = texts(&file.rulebook);
    let office = Arc::new(texts.clone().map(|texts| load(&texts, file.staff.as_deref())));
    let texts = Arc::new(texts.unwrap_or_default());
    let trial = |case: Case| {
        let (office, texts) = (office.clone(), texts.clone());
        Trial::test(format!("{name}: {}", case.name), move || judge(&case, office.as_ref().as_ref()?, &texts))
    };
    file.cases.into_iter().map(trial).collect()
}

/// Whether an answer holds what was worked out by hand; lists are compared whole, maps by the keys given.
fn holds(answer: &Value, by_hand: &Value) -> bool {
    match (answer, by_hand) {
        (Value::Object(answer), Value::Object(part)) => {
            part.iter().all(|(key, value)| answer.get(key).is_some_and(|found| holds(found, value)))
        }
        (Value::Array(answer), Value::Array(part)) => {
            answer.len() == part.len() && answer.iter().zip(part).all(|(found, value)| holds(found, value))
        }
        _ => answer == by_hand,
    }
}

fn judge(case: &Case, office: &Result<Office, Faults>, texts: &Texts) -> Result<(), Failed> {
    if let Some(feature) = case.needs.as_deref().filter(|feature| !FEATURES.contains(feature)) {
        return Err(format!("no feature `{feature}`").into());
    }
    match (outcome(case, office, texts), &case.expected, &case.error) {
        (Ok(answer), Some(expected), None) => {
            let expected = canonical(&parse_json(expected.get().as_bytes())?)?;
            if answer != expected {
                return Err(format!("got {answer}\nnot {expected}").into());
            }
            match &case.by_hand {
                Some(part) if !holds(&serde_json::from_str(&answer)?, part) => {
                    Err(format!("got {answer}\nagainst what was worked out by hand: {part}").into())
                }
                _ => Ok(()),
            }
        }
        // What was worked out by hand is an answer, and no refusal can take its place.
        (Err(found), None, Some(expected)) if found == *expected && case.by_hand.is_none() => Ok(()),
        (found, None, Some(expected)) => Err(format!("got {found:?}\nnot {expected:?}").into()),
        (Err(found), ..) => {
            let faults = office.as_ref().err().map(ToString::to_string).unwrap_or_default();
            Err(format!("refused: {found:?}\n{faults}").into())
        }
        (Ok(answer), ..) => Err(format!("a case needs `expected` or `error`; got {answer}").into()),
    }
}

/// Writes what is answered today into every file that says something else, and the index.
fn bless() -> ExitCode {
    for path in files() {
        let mut file = read(&path).unwrap_or_else(|fault| panic!("{fault}"));
        let texts = texts(&file.rulebook).expect("the rulebook can be read");
        let office = load(&texts, file.staff.as_deref());
        let mut changed = 0;
        for case in file.cases.iter_mut().filter(|case| judge(case, &office, &texts).is_err()) {
            (case.expected, case.error) = match outcome(case, &office, &texts) {
                Ok(answer) => (Some(indented(&answer)), None),
                Err(refusal) => (None, Some(refusal)),
            };
            changed += 1;
        }
        if changed > 0 {
            fs::write(&path, serde_json::to_string_pretty(&file).unwrap() + "\n").expect("the file can be written");
            println!("{}: {changed} expectations written", relative(&path));
        }
    }
    let text = serde_json::to_string_pretty(&index()).unwrap() + "\n";
    fs::write(folder().join("index.json"), text).expect("the index can be written");
    ExitCode::SUCCESS
}

/// An answer as a person reads it, at the depth at which it stands in its file; a short one on its line.
fn indented(answer: &str) -> Box<RawValue> {
    let value: Value = serde_json::from_str(answer).unwrap();
    let text = if answer.len() <= 100 { answer.to_owned() } else { serde_json::to_string_pretty(&value).unwrap() };
    RawValue::from_string(text.replace('\n', "\n      ")).unwrap_or_else(|_| to_raw_value(&value).unwrap())
}
