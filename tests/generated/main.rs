//! Thousands of requests that nobody wrote, from a seed: the shared vectors damaged, the forms of the shipped
//! procedures filled in, made forms and rules, limits on any day. Here every answer is held against that of the
//! procedure's slice; the requests go with their answers into `target/generated`, in the shape of the vectors, and the
//! runners of the other languages must come to the same bytes.
//!
//! `NAMRO_SEED=7` draws others, `NAMRO_REQUESTS=20000` that many.

mod damage;
mod forms;
#[path = "../shared/random.rs"]
mod random;
#[path = "../shared/subject.rs"]
mod subject;

use damage::{Pool, damaged, written};
use libtest_mimic::{Arguments, Failed, Trial};
use namro::base::canonical;
use namro::facade::{SLICE_OPERATIONS, VALIDATOR_OPERATIONS};
use namro::internals::base::{exact_json, parse_json};
use namro::{Code, Faults, Office, Slice, Validator};
use random::Random;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// So many requests in all.
const REQUESTS: usize = 2_400;

/// A request and where it goes.
struct Request {
    op: &'static str,
    text: String,
    /// What is edited in the dossier of a `check`, one after the other.
    edits: Vec<(String, Option<Value>)>,
    /// The feature without which a package refuses the operation.
    needs: Option<String>,
}

/// Requests about one rulebook.
struct File {
    name: String,
    rulebook: Box<RawValue>,
    staff: Option<Box<RawValue>>,
    requests: Vec<Request>,
}

/// The same as the runners read it. Rulebooks stay as they were written: a tree of this kind forgets the order of keys,
/// and the first step of a workflow is the one where it begins.
#[derive(Serialize)]
struct Written<'a> {
    rulebook: &'a RawValue,
    #[serde(skip_serializing_if = "Option::is_none")]
    staff: Option<&'a RawValue>,
    cases: Vec<Value>,
}

/// A file of the shared vectors, as far as it is needed here.
#[derive(Deserialize)]
struct Vectors {
    rulebook: Box<RawValue>,
    staff: Option<Box<RawValue>>,
    cases: Vec<Value>,
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn main() -> ExitCode {
    let mut random = Random::default();
    random.0 ^= number("NAMRO_SEED").unwrap_or_default().wrapping_mul(0x2545_f491_4f6c_dd1d);
    let share = number("NAMRO_REQUESTS").and_then(|count| usize::try_from(count).ok()).unwrap_or(REQUESTS) / 12;
    let mut files = vectors(share * 5, &mut random);
    files.extend([filled_in(share * 2, &mut random), edited(share / 2, &mut random), counted(share * 2, &mut random)]);
    files.extend(made(share * 2, &mut random));
    files.push(broken(share / 2, &mut random));

    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/generated");
    let (mut trials, mut counts) = (Vec::new(), BTreeMap::new());
    let _ = fs::remove_dir_all(&folder);
    for file in files {
        let texts = subject::texts(&file.rulebook).expect("the rulebook is there");
        let office =
            subject::load(&texts, file.staff.as_deref()).unwrap_or_else(|faults| panic!("{}: {faults}", file.name));
        let mut slices = BTreeMap::new();
        let mut cases = Vec::new();
        for (index, request) in file.requests.iter().enumerate() {
            let (answer, trouble) = judge(request, &office, &mut slices);
            let name = format!("{} {index}", request.op);
            cases.push(case(&name, request, &answer));
            let text = request.text.clone();
            trials.push(Trial::test(format!("{}: {name}", file.name), move || match trouble {
                Some(trouble) => Err(Failed::from(format!("{text}\n{trouble}"))),
                None => Ok(()),
            }));
        }
        counts.insert(file.name.clone(), cases.len());
        let path = folder.join(&file.name);
        let whole = Written { rulebook: &file.rulebook, staff: file.staff.as_deref(), cases };
        fs::create_dir_all(path.parent().expect("a folder")).expect("target can be written");
        fs::write(path, serde_json::to_string(&whole).expect("JSON")).expect("target can be written");
    }
    let rulebooks = subject::rulebook_files();
    fs::create_dir_all(folder.join("rulebooks")).expect("target can be written");
    for file in &rulebooks {
        fs::copy(subject::folder().join("rulebooks").join(file), folder.join("rulebooks").join(file))
            .expect("a rulebook");
    }
    let index = json!({"rulebooks": rulebooks, "files": counts});
    fs::write(folder.join("index.json"), index.to_string()).expect("target can be written");
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn case(name: &str, request: &Request, answer: &str) -> Value {
    let mut case = json!({"name": name, "op": request.op, "answer": answer});
    match request.op {
        "load" => case["input"] = json!({"rulebook": request.text}),
        _ => case["text"] = request.text.as_str().into(),
    }
    if let Some(needs) = &request.needs {
        case["needs"] = needs.as_str().into();
    }
    if !request.edits.is_empty() {
        case["edits"] = json!(request.edits);
    }
    case
}

/// What was answered or refused, to the byte.
fn outcome_text(answer: Result<String, Faults>) -> String {
    answer.unwrap_or_else(|faults| canonical(&faults).expect("faults can be written"))
}

/// The answer, and what is wrong with it.
fn judge(request: &Request, office: &Office, slices: &mut BTreeMap<String, Parts>) -> (String, Option<String>) {
    if request.op == "load" {
        let answer = Office::load(&[("rulebook", &request.text)]).map(|_| "{}".to_owned());
        return (outcome_text(answer), None);
    }
    if !request.edits.is_empty() {
        return edits(request, office);
    }
    let answer = office.call(request.op, &request.text);
    let mut trouble = None;
    if let Ok(text) = &answer {
        let again = parse_json(text.as_bytes()).map_err(Faults::from).and_then(|node| Ok(canonical(&node)?));
        if again.as_ref() != Ok(text) {
            trouble = Some(format!("not canonical: {text}"));
        }
    }
    if let Some((slice, validator)) = parts(request, office, slices) {
        let mut parts = vec![slice.call(request.op, &request.text)];
        let checks = validator.as_ref().filter(|_| VALIDATOR_OPERATIONS.contains(&request.op));
        parts.extend(checks.map(|validator| validator.call(request.op, &request.text)));
        for part in parts.into_iter().filter(|part| *part != answer) {
            trouble = Some(format!("a part says {part:?}\nthe office {answer:?}"));
        }
    }
    (outcome_text(answer), trouble)
}

/// A slice, and the validator of the same, where its rules need no calendar.
type Parts = (Slice, Option<Validator>);

/// What has to answer as well.
fn parts<'a>(request: &Request, office: &Office, slices: &'a mut BTreeMap<String, Parts>) -> Option<&'a Parts> {
    let input: Value = serde_json::from_str(&request.text).ok().filter(|_| SLICE_OPERATIONS.contains(&request.op))?;
    let procedure = input["procedure"].as_str().or(input["dossier"]["procedure"].as_str())?;
    let published = office.rulebook().publish(&procedure.into(), None).ok()?;
    let load = || {
        let validator = match Validator::load(&published.compiled, None) {
            Ok(validator) => Some(validator),
            Err(faults) if faults.iter().any(|fault| fault.code() == Code::NeedsCalendar) => None,
            Err(faults) => panic!("a validator cannot be loaded: {faults}"),
        };
        (Slice::load(&published.compiled, None).expect("a slice can be loaded"), validator)
    };
    Some(slices.entry(procedure.to_owned()).or_insert_with(load))
}

/// A dossier edited: each verdict must be that of a check of the whole.
fn edits(request: &Request, office: &Office) -> (String, Option<String>) {
    let mut checker = match office.checker_of(&request.text) {
        Ok(checker) => checker,
        Err(faults) => return (outcome_text(Err(faults)), None),
    };
    let (mut all, mut trouble) = (Vec::new(), None);
    for (pointer, value) in &request.edits {
        let value = value.as_ref().map(Value::to_string);
        let answer = checker.set_json(pointer, value.as_deref());
        if let Ok(answer) = &answer {
            let whole = office.call("check", &whole(&request.text, &checker));
            if whole.as_ref() != Ok(answer) {
                trouble = Some(format!("after {pointer} {value:?}: {answer}\nthe whole {whole:?}"));
            }
        }
        all.push(outcome_text(answer));
    }
    (all.join("\n"), trouble)
}

/// The request of an edited dossier; its form as it stands, to the order of its keys.
fn whole(request: &str, checker: &namro::office::Checker) -> String {
    let mut request: BTreeMap<String, Value> = serde_json::from_str(request).expect("an edited request is JSON");
    let dossier = request.remove("dossier").unwrap_or_default();
    let mut dossier: BTreeMap<String, Value> = serde_json::from_value(dossier).expect("a dossier");
    dossier.remove("form");
    let text = |map: &BTreeMap<String, Value>| serde_json::to_string(map).expect("JSON");
    let form = exact_json(&checker.dossier().form);
    let dossier = format!(r#"{{"form":{form},{}"#, &text(&dossier)[1..]);
    format!(r#"{{"dossier":{dossier},{}"#, &text(&request)[1..])
}

/// The shared vectors, damaged.
fn vectors(count: usize, random: &mut Random) -> Vec<File> {
    let index: Value = read("index.json");
    let names: Vec<String> = index["files"].as_object().expect("an index").keys().cloned().collect();
    let kept = |name: &&String| !name.ends_with("hostile.json") && !name.ends_with("inspect.json");
    let names: Vec<_> = names.iter().filter(kept).collect();
    let each = count / names.len();
    let file = |name: &&String| {
        let Vectors { rulebook, staff, cases } = read(name);
        let cases: Vec<_> = cases.iter().filter(|case| case["op"] != "load" && case["input"].is_object()).collect();
        let mut pool = Pool::default();
        cases.iter().for_each(|case| pool.take("", &case["input"]));
        let request = |index: usize| {
            let case = cases[index % cases.len()];
            let op = namro::facade::OPERATIONS.iter().find(|op| case["op"] == **op).copied().unwrap_or("nothing");
            Request {
                op,
                text: damaged(&case["input"], &pool, random),
                edits: Vec::new(),
                needs: case["needs"].as_str().map(str::to_owned),
            }
        };
        // A file of rulebooks alone asks nothing of an office.
        let count = if cases.is_empty() { 0 } else { each };
        let requests = (0..count).map(request).collect();
        File { name: (*name).clone(), rulebook, staff, requests }
    };
    names.iter().map(file).collect()
}

fn read<T: DeserializeOwned>(name: &str) -> T {
    let text = fs::read_to_string(subject::folder().join(name)).expect("a file of vectors");
    serde_json::from_str(&text).expect("JSON")
}

fn shipped() -> (Box<RawValue>, Office) {
    let rulebook = to_raw_value("vn.procedures").expect("JSON");
    let texts = subject::texts(&rulebook).expect("shipped");
    (rulebook, subject::load(&texts, None).expect("the shipped procedures can be loaded"))
}

/// Days on both sides of every change of the rules.
const DAYS: [&str; 7] =
    ["2020-06-01", "2025-06-30", "2025-07-01", "2026-03-06", "2026-06-30", "2026-07-01", "2026-11-02"];

fn instant(random: &mut Random) -> String {
    let hour = random.of(&["08:00:00", "11:59:59", "12:00:00", "15:00:00", "15:00:01", "17:30:00", "23:59:59"]);
    let day = match random.once_in(3) {
        true => (*random.of(&DAYS)).to_owned(),
        false => format!("20{:02}-{:02}-{:02}", 24 + random.below(4), 1 + random.below(12), 1 + random.below(28)),
    };
    format!("{day}T{hour}+07:00")
}

/// A dossier for a shipped procedure, its form filled in as its schema wants it, mostly.
fn dossier(office: &Office, procedure: &str, random: &mut Random) -> Value {
    let at = instant(random);
    let ask = |op: &str, input: Value| -> Option<Value> {
        serde_json::from_str(&office.call(op, &input.to_string()).ok()?).ok()
    };
    let schema = ask("form_schema", json!({"procedure": procedure, "on": &at[..10]}));
    let schema: Value =
        schema.and_then(|answer| serde_json::from_str(answer["schema"].as_str()?).ok()).unwrap_or_default();
    let form = match forms::instance(&schema, &schema, random, 0) {
        Value::Object(form) => form,
        _ => serde_json::Map::new(),
    };
    let mut request = json!({"dossier": {"procedure": procedure, "form": form}, "at": at,
        "stage": random.of(&["filing", "desk", "appraisal"])});
    // The papers are those that a check of the form alone misses.
    let missing = ask("check", request.clone()).unwrap_or_default();
    let missing = missing["remarks"].as_array().into_iter().flatten();
    let papers = missing.filter(|remark| remark["code"] == "component_missing" && !random.once_in(4));
    let id = |remark: &Value| remark["property"].as_str().and_then(|ids| ids.split('|').next()).map(str::to_owned);
    let papers: Vec<Value> = papers.map(|remark| json!({"id": id(remark)})).collect();
    request["dossier"]["components"] = papers.into();
    if random.once_in(3) {
        request["dossier"]["channel"] = json!(random.of(&["desk", "online", "post"]));
    }
    request
}

/// Dossiers for the shipped procedures.
fn filled_in(count: usize, random: &mut Random) -> File {
    let (rulebook, office) = shipped();
    let procedures = office.describe(&Default::default()).procedures;
    let request = |index: usize| {
        let request = dossier(&office, &procedures[index % procedures.len()], random);
        Request { op: "check", text: written(&request), edits: Vec::new(), needs: None }
    };
    let requests = (0..count).map(request).collect();
    File { name: "made/filled.json".to_owned(), rulebook, staff: None, requests }
}

/// The same, edited field by field.
fn edited(count: usize, random: &mut Random) -> File {
    let (rulebook, office) = shipped();
    let procedures = office.describe(&Default::default()).procedures;
    let request = |index: usize| {
        let procedure = &procedures[index % procedures.len()];
        let request = dossier(&office, procedure, random);
        let mut edits = Vec::new();
        for _ in 0..=random.below(5) {
            let other = dossier(&office, procedure, random);
            let fields: Vec<_> = other["dossier"]["form"].as_object().into_iter().flatten().collect();
            if fields.is_empty() {
                continue;
            }
            let (key, value) = random.of(&fields);
            let value = Some((*value).clone()).filter(|value| !value.is_null() && !random.once_in(5));
            edits.push((format!("/{}", key.replace('~', "~0").replace('/', "~1")), value));
        }
        Request { op: "check", text: written(&request), edits, needs: None }
    };
    let requests = (0..count).map(request).collect();
    File { name: "made/edited.json".to_owned(), rulebook, staff: None, requests }
}

/// Limits on any day, by the calendar of Vietnam.
fn counted(count: usize, random: &mut Random) -> File {
    const LIMITS: [&str; 14] = [
        "1 ngày làm việc",
        "3 ngày làm việc",
        "20 ngày làm việc",
        "0,5 ngày làm việc",
        "2 giờ làm việc",
        "20 giờ làm việc",
        "90 phút làm việc",
        "10 ngày",
        "60 ngày",
        "2 tuần",
        "1 tháng",
        "1 năm",
        "P1D",
        "0 ngày",
    ];
    let request = |index: usize| {
        let (limit, at) = (*random.of(&LIMITS), instant(random));
        let (op, mut input) = match index % 5 {
            0 => ("latest_start", json!({"limit": limit, "due": at})),
            1 => ("elapsed", json!({"start": at, "end": instant(random)})),
            2 => ("day", json!({"date": &at[..10]})),
            _ => ("due", json!({"limit": limit, "accepted_at": at, "now": instant(random)})),
        };
        if op == "due" && random.once_in(2) {
            let mut days: Vec<_> = (0..2).map(|_| instant(random)).collect();
            days.sort();
            let acts = [("suspend", &days[0]), ("resume", &days[1])];
            input["acts"] = acts.iter().map(|(act, at)| json!({"act": act, "at": at})).collect();
        }
        if random.once_in(4) {
            input["known_at"] = instant(random).into();
        }
        Request { op, text: written(&input), edits: Vec::new(), needs: None }
    };
    let requests = (0..count).map(request).collect();
    File {
        name: "made/counted.json".to_owned(),
        rulebook: to_raw_value("office").expect("JSON"),
        staff: None,
        requests,
    }
}

/// Forms and rules that nobody wrote, a score of dossiers each.
fn made(count: usize, random: &mut Random) -> Vec<File> {
    const EACH: usize = 20;
    let file = |index: usize| {
        let rulebook = loop {
            let rulebook = forms::rulebook(random);
            if Office::load(&[("made", &rulebook.to_string())]).is_ok() {
                break rulebook;
            }
        };
        let schema = &rulebook["procedures"]["1.234567"]["form"];
        let mut pool = Pool::default();
        let request = |_| {
            let form = match forms::instance(schema, schema, random, 0) {
                Value::Object(form) => form,
                _ => serde_json::Map::new(),
            };
            let request = json!({"dossier": {"procedure": "1.234567", "form": form, "components": [{"id": "to-khai"}]}, "at": instant(random)});
            pool.take("", &request);
            if random.once_in(3) {
                let edits = edits_of(&request["dossier"]["form"], schema, random);
                return Request { op: "check", text: written(&request), edits, needs: None };
            }
            let text = if random.once_in(2) { written(&request) } else { damaged(&request, &pool, random) };
            Request { op: "check", text, edits: Vec::new(), needs: None }
        };
        let requests = (0..EACH).map(request).collect();
        let rulebook = to_raw_value(&rulebook).expect("JSON");
        File { name: format!("made/rules-{index:03}.json"), rulebook, staff: None, requests }
    };
    (0..count / EACH).map(file).collect()
}

/// Edits anywhere in a form, by what stands elsewhere in such forms.
fn edits_of(form: &Value, schema: &Value, random: &mut Random) -> Vec<(String, Option<Value>)> {
    let other = forms::instance(schema, schema, random, 0);
    let (mut places, mut others) = (vec!["/a".to_owned(), "/l/0".to_owned()], vec!["".to_owned()]);
    damage::ways(form, "", &mut places);
    damage::ways(&other, "", &mut others);
    let edit = |random: &mut Random| {
        let way = if random.once_in(2) { random.of(&others).clone() } else { random.of(&places).clone() };
        let source = if random.once_in(3) { random.of(&others) } else { &way };
        let value = other.pointer(source).filter(|value| !value.is_null() && !random.once_in(5)).cloned();
        (way, value)
    };
    (0..=random.below(6)).map(|_| edit(random)).collect()
}

/// Rulebooks that do not load, or just about.
fn broken(count: usize, random: &mut Random) -> File {
    let seeds: Vec<_> = (0..20).map(|_| forms::rulebook(random)).collect();
    let mut pool = Pool::default();
    seeds.iter().for_each(|seed| pool.take("", seed));
    let request = |index: usize| {
        let text = damaged(&seeds[index % seeds.len()], &pool, random) + "\n";
        Request { op: "load", text, edits: Vec::new(), needs: None }
    };
    let requests = (0..count).map(request).collect();
    File { name: "made/broken.json".to_owned(), rulebook: to_raw_value("office").expect("JSON"), staff: None, requests }
}
