//! Times the checks of the dossiers of `tests/vectors/dossier/registration.json`, for `benches/peers_rules.mjs`, which
//! times other libraries on the same dossiers.

use namro::base::{Node, Value};
use namro::dossier::Dossier;
use namro::internals::base::{exact_json, parse_json};
use namro::internals::dossier::{Context, Session, check};
use namro::rule::Stage;
use namro::{Date, Office};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The time of the fastest of many rounds, in nanoseconds per dossier: other load on the machine only makes rounds
/// slower.
fn nanoseconds(count: usize, mut round: impl FnMut()) -> f64 {
    let mut best = Duration::MAX;
    let until = Instant::now() + Duration::from_secs(3);
    while Instant::now() < until {
        let start = Instant::now();
        round();
        best = best.min(start.elapsed());
    }
    best.as_secs_f64() * 1e9 / count as f64
}

fn main() {
    let path = std::env::args().nth(1).expect("the path of registration.json");
    let file = parse_json(&std::fs::read(path).expect("the file can be read")).expect("JSON");
    let rulebook = exact_json(file.get("rulebook").expect("a rulebook"));
    let office = Office::load(&[("rulebook.json", &rulebook)]).expect("the rulebook compiles");
    let on = Date::parse("2026-03-02").expect("a date");
    let procedure = office.procedure(&"1.234567".into(), on).expect("in force").clone();
    let Some(Value::List(cases)) = file.get("cases").map(|cases| &cases.value) else { panic!("no cases") };
    let inputs = cases.iter().filter_map(|case| case.get("input"));
    let dossiers: Vec<Dossier> = inputs
        .map(|input| namro::internals::base::read(input.get("dossier").expect("a dossier")).expect("a dossier"))
        .collect();
    let forms: Vec<&Node> = dossiers.iter().map(|dossier| &dossier.form).collect();
    let texts: Vec<String> = forms.iter().map(|form| exact_json(form)).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let context = Context { stage: Stage::Filing, at: on, calendar: None };
    let schema = procedure.schema().expect("a form");
    let count = forms.len();
    let parse = nanoseconds(count, || texts.iter().for_each(|text| drop(black_box(parse_json(text.as_bytes())))));
    let form = nanoseconds(count, || forms.iter().for_each(|form| drop(black_box(schema.check(form)))));
    let rules = namro::internals::rule::Context { data: &[], today: Some(on), calendar: None };
    let run = |forms: &[&Node]| {
        nanoseconds(forms.len(), || {
            for form in forms {
                let data = [*form];
                let context = namro::internals::rule::Context { data: &data, ..rules };
                procedure.rules().iter().for_each(|rule| drop(black_box(rule.run(context))));
            }
        })
    };
    let run_all = run(&forms);
    let kept: Vec<&Node> = forms.iter().copied().filter(|form| schema.check(form).violations.is_empty()).collect();
    let run_whole = run(&kept);
    let peer = serde_json::from_str(&exact_json(&procedure.json_schema().expect("a form"))).expect("JSON");
    let peer = jsonschema::options().should_validate_formats(true).build(&peer).expect("a schema that peers read too");
    let values: Vec<serde_json::Value> = texts.iter().map(|text| serde_json::from_str(text).expect("JSON")).collect();
    let jsonschema = nanoseconds(count, || {
        values.iter().for_each(|form| {
            black_box(peer.iter_errors(form).count());
        })
    });
    let serde = nanoseconds(count, || {
        texts.iter().for_each(|text| drop(black_box(serde_json::from_str::<serde_json::Value>(text))));
    });
    let whole = nanoseconds(count, || {
        dossiers.iter().for_each(|dossier| drop(black_box(check(&procedure, dossier, &context))));
    });
    let mut session = Session::new(procedure.clone());
    let first = dossiers.first().expect("a dossier");
    session.check(first, &context);
    let edit = nanoseconds(1_000, || {
        (0..1_000).for_each(|_| drop(black_box(session.recheck(first, &context, &["/nguoiNop/dienThoai"]))));
    });
    let figures = serde_json::json!({
        "dossiers": count, "bytes": bytes / count, "parse": parse.round(), "schema": form.round(), "rules": run_all.round(),
        "rules_whole": run_whole.round(), "check": whole.round(), "edit": edit.round(), "jsonschema": jsonschema.round(),
        "serde_json": serde.round(),
    });
    println!("{figures}");
}
