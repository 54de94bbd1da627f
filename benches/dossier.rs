//! Dossiers: the form schema and the rules of 2.001199 on a parsed dossier of about 3 kB, compared with the crate
//! `jsonschema` on the same form.
//!
//! `cargo bench -p namro-benches --bench dossier`.

use criterion::{Criterion, criterion_group, criterion_main};
use namro::base::{Node, Value};
use namro::dossier::Dossier;
use namro::internals::base::{exact_json, parse_json};
use namro::internals::dossier::{Context, Session, check};
use namro::internals::rule;
use namro::rule::Stage;
use namro::{Date, Office};
use std::hint::black_box;

/// The dossier of a company with eight members; `dossier.mjs` uses the same one.
const DOSSIER: &str = include_str!("dossier.json");

fn dossiers(criterion: &mut Criterion) {
    let root = "namro: 1\nid: bench\ntitle: Đo\ninclude: [vn.procedures.2.001199]\n";
    let office = Office::load(&[("bench.yaml", root)]).expect("the shipped rulebook compiles");
    let at = Date::parse("2026-01-08").expect("a date");
    let procedure = office.procedure(&"2.001199".into(), at).expect("in force").clone();
    let node = parse_json(DOSSIER.as_bytes()).expect("JSON");
    let text = exact_json(&node);
    let dossier: Dossier = namro::internals::base::read(&node).expect("a dossier");
    let context = Context { stage: Stage::Filing, at, calendar: None };
    let verdict = check(&procedure, &dossier, &context);
    let codes: Vec<_> = verdict.remarks.iter().map(|remark| format!("{} {:?}", remark.code, remark.rule)).collect();
    assert!(verdict.pending.is_empty() && verdict.undetermined.is_empty(), "{:?} {codes:?}", verdict.pending);
    println!("{} bytes, {} rules, {} remarks", text.len(), procedure.rules().len(), verdict.remarks.len());

    let schema = procedure.schema().expect("a form");
    let null = Node::from(Value::Null);
    let filing = parse_json(br#"{"channel": "online"}"#).expect("JSON");
    let data = [&dossier.form, &null, &filing];
    let rules = rule::Context { data: &data, today: Some(at), calendar: None };

    let mut group = criterion.benchmark_group("dossier of 3 kB");
    group.bench_function("schema", |bencher| bencher.iter(|| black_box(schema.check(black_box(&dossier.form)))));
    let peer = serde_json::from_str(&exact_json(&procedure.json_schema().expect("a form"))).expect("JSON");
    let peer = jsonschema::options().should_validate_formats(true).build(&peer).expect("a schema that peers read too");
    let form: serde_json::Value = serde_json::from_str(&exact_json(&dossier.form)).expect("JSON");
    group.bench_function("schema, jsonschema", |bencher| {
        bencher.iter(|| black_box(peer.iter_errors(black_box(&form)).count()));
    });
    group.bench_function("rules", |bencher| {
        bencher.iter(|| procedure.rules().iter().for_each(|rule| drop(black_box(rule.run(rules)))));
    });
    group.bench_function("schema, papers and rules", |bencher| {
        bencher.iter(|| black_box(check(&procedure, black_box(&dossier), &context)));
    });
    group.bench_function("one edited field", |bencher| {
        let mut session = Session::new(procedure.clone());
        session.check(&dossier, &context);
        bencher.iter(|| black_box(session.recheck(black_box(&dossier), &context, &["/thanhVien/3/vonGop"])));
    });
    group.bench_function("parse", |bencher| bencher.iter(|| black_box(parse_json(black_box(text.as_bytes())))));
    group.bench_function("parse, serde_json", |bencher| {
        bencher.iter(|| black_box(serde_json::from_str::<serde_json::Value>(black_box(&text))));
    });
    group.finish();
}

criterion_group!(benches, dossiers);
criterion_main!(benches);
