//! Dossiers: the form's schema and the rules of 2.001199 on a dossier of about 3 kB, from a parsed handle; beside the
//! crate `jsonschema` on the same form.
//!
//! `cargo bench -p namro-benches --bench dossier`.

use criterion::{Criterion, criterion_group, criterion_main};
use namro::dossier::{Context, Dossier, Session, check};
use namro::rule::Stage;
use namro::value::{exact_json, parse_json};
use namro::{Date, Office};
use std::hint::black_box;

/// A dossier as a company of eight members files it.
fn text() -> String {
    let list = |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<Vec<_>>().join(",");
    let members = list(8, &|index| {
        let day = index + 1;
        format!(
            r#"{{"loai":"ca-nhan","ten":"Thành viên thứ {day}","soDinhDanh":"00109000000{day}","ngaySinh":"1990-02-0{day}","gioiTinh":"nam","vonGop":12500000,"tyLe":12.5,"loaiTaiSan":"vnd","thoiHanGop":"2026-03-0{day}"}}"#
        )
    });
    let people = list(3, &|index| {
        let day = index + 1;
        format!(
            r#"{{"hoTen":"Thành viên thứ {day}","soDinhDanh":"00109000000{day}","ngaySinh":"1990-02-0{day}","gioiTinh":"nam","quocTich":"Việt Nam","chucDanh":"Giám đốc"}}"#
        )
    });
    let lines =
        list(6, &|index| format!(r#"{{"ma":"620{index}","ten":"Lập trình máy vi tính","chinh":{}}}"#, index == 0));
    format!(
        r#"{{"procedure":"2.001199","channel":"online","components":[{{"id":"giay-de-nghi","signed":"electronic"}},
        {{"id":"dieu-le","signed":"electronic"}},{{"id":"danh-sach-thanh-vien","signed":"electronic"}},
        {{"id":"danh-sach-huong-loi","signed":"electronic"}}],
        "form":{{"ten":"Công ty TNHH Một Hai Ba","vonDieuLe":100000000,"vonBangChu":"Một trăm triệu đồng",
        "diaChi":{{"soNha":"Số 1, đường Một","xa":"Phường Một","tinh":"Hà Nội"}},
        "nganhNghe":[{lines}],"thanhVien":[{members}],"nguoiDaiDien":[{people}],"chuSoHuuHuongLoi":[{people}],
        "nguoiNop":{{"hoTen":"Thành viên thứ 1","dienThoai":"0912345678","email":"a@example.vn"}}}}}}"#
    )
}

fn dossiers(criterion: &mut Criterion) {
    let root = "namro: 1\nid: bench\ntitle: Đo\ninclude: [vn.procedures.2.001199]\n";
    let office = Office::load(&[("bench.yaml", root)]).expect("the shipped rulebook compiles");
    let at = Date::parse("2026-01-08").expect("a date");
    let procedure = office.procedure(&"2.001199".into(), at).expect("in force").clone();
    let text = text();
    let node = parse_json(text.as_bytes()).expect("JSON");
    let dossier: Dossier = namro::shape::read(&node).expect("a dossier");
    let context = Context { stage: Stage::Filing, at, calendar: None };
    let verdict = check(&procedure, &dossier, &context);
    let codes: Vec<_> = verdict.remarks.iter().map(|remark| format!("{} {:?}", remark.code, remark.rule)).collect();
    assert!(verdict.pending.is_empty() && verdict.undetermined.is_empty(), "{:?} {codes:?}", verdict.pending);
    println!("{} bytes, {} rules, {} remarks", text.len(), procedure.rules().len(), verdict.remarks.len());

    let mut group = criterion.benchmark_group("dossier of 3 kB");
    let schema = procedure.schema().expect("a form");
    group.bench_function("schema", |bencher| bencher.iter(|| black_box(schema.check(black_box(&dossier.form)))));
    let peer = serde_json::from_str(&exact_json(&procedure.json_schema().expect("a form"))).expect("JSON");
    let peer = jsonschema::options().should_validate_formats(true).build(&peer).expect("a schema that peers read too");
    let form: serde_json::Value = serde_json::from_str(&exact_json(&dossier.form)).expect("JSON");
    group.bench_function("schema, jsonschema", |bencher| {
        bencher.iter(|| black_box(peer.iter_errors(black_box(&form)).count()));
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
