//! Dossiers: the form's schema and the rules of 2.001199 on a dossier of about 3 kB, from a parsed handle.
//!
//! `cargo bench -p namro-benches --bench dossier`.

use criterion::{Criterion, criterion_group, criterion_main};
use namro::dossier::{Context, Dossier, check};
use namro::rule::Stage;
use namro::value::parse_json;
use namro::{Date, Office};
use std::fmt::Write as _;
use std::hint::black_box;

fn text() -> String {
    let mut members = String::new();
    for index in 0..8 {
        let comma = if index == 0 { "" } else { "," };
        write!(
            members,
            r#"{comma}{{"loai":"ca-nhan","ten":"Thành viên thứ {index}","soDinhDanh":"00109000000{index}","ngaySinh":"1990-02-0{}","gioiTinh":"nam","vonGop":12500000,"tyLe":12.5,"loaiTaiSan":"vnd"}}"#,
            index + 1
        )
        .expect("a text takes all");
    }
    format!(
        r#"{{"procedure":"2.001199","channel":"online","components":[{{"id":"giay-de-nghi","signed":"electronic"}},
        {{"id":"dieu-le","signed":"electronic"}},{{"id":"danh-sach-thanh-vien","signed":"electronic"}}],
        "form":{{"ten":"Công ty TNHH Một Hai Ba","vonDieuLe":100000000,"vonBangChu":"Một trăm triệu đồng",
        "diaChi":{{"soNha":"Số 1, đường Một","xa":"Phường Một","tinh":"Hà Nội"}},
        "nganhNghe":[{{"ma":"4741","ten":"Bán lẻ máy vi tính","chinh":true}},{{"ma":"6201","ten":"Lập trình"}}],
        "thanhVien":[{members}],"nguoiDaiDien":[{{"hoTen":"Thành viên thứ 0","soDinhDanh":"001090000000"}}],
        "nguoiNop":{{"hoTen":"Thành viên thứ 0","dienThoai":"0912345678","email":"a@example.vn"}}}}}}"#
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
    group.bench_function("schema, papers and rules", |bencher| {
        bencher.iter(|| black_box(check(&procedure, black_box(&dossier), &context)));
    });
    group.bench_function("parse", |bencher| bencher.iter(|| black_box(parse_json(black_box(text.as_bytes())))));
    group.finish();
}

criterion_group!(benches, dossiers);
criterion_main!(benches);
