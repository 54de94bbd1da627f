//! Exports as offices have them, made with known truth: each kind of dirt in each kind of file.

#[path = "../shared/random.rs"]
mod random;
#[path = "../shared/workbook.rs"]
mod workbook;
mod files;
mod rows;
mod same;
mod truth;

use files::Kind;
use namro::log::{Builder, Limits, Log, Reading, Source, inspect, propose};
use namro::{CaseRow, Rulebook, Zone};
use proptest::prelude::*;
use random::Random;
use rows::{Export, Style, generate};
use std::collections::BTreeMap;

const BOOK: &str = r#"{"namro": 1, "id": "t", "title": {"vi": "t", "en": "t"}}"#;

/// Reads files together by the mapping that is proposed for them.
fn read(files: &[(&str, &[u8])]) -> (Log, Reading) {
    let book = Rulebook::load(&[("t.json", BOOK)]).expect("a rulebook");
    let sources: Vec<_> = files.iter().map(|(name, bytes)| Source::File(name, bytes)).collect();
    let (mapping, _) = propose(&sources, None).unwrap_or_else(|faults| panic!("{faults}"));
    let mapping = book.mapping_of(mapping).expect("a mapping");
    let mut builder = Builder::new(&mapping);
    for (name, bytes) in files {
        builder.read(name, *bytes, Limits::default(), &mut |_| {}).unwrap_or_else(|faults| panic!("{faults}"));
    }
    builder.finish().unwrap_or_else(|faults| panic!("{faults}"))
}

fn cases(log: &Log) -> BTreeMap<String, CaseRow> {
    log.to_cases(&Zone::vietnam()).into_iter().map(|case| (case.case_id.to_string(), case)).collect()
}

/// Holds a reading against the truth of an export.
fn holds(export: &Export, kind: Kind, (log, reading): &(Log, Reading)) {
    let found = cases(log);
    assert_eq!(found.keys().collect::<Vec<_>>(), export.cases.keys().collect::<Vec<_>>(), "{kind:?}");
    for (id, case) in &export.cases {
        truth::same(case, &found[id], kind);
    }
    let sum = reading.rows_kept + reading.rows_repeated + reading.set_aside + reading.rows_without_case;
    assert_eq!(reading.rows_read, sum);
    assert_eq!(reading.rows_read, export.rows, "{kind:?}");
    let mut left: Vec<(u64, String)> = reading
        .left_out
        .iter()
        .map(|row| (row.error.place().line.unwrap_or_default(), row.error.code().to_string()))
        .collect();
    left.sort();
    let first = u64::from(kind.preface());
    let expected: Vec<(u64, String)> =
        export.left_out.iter().map(|(row, code)| (row + first, (*code).to_owned())).collect();
    let odd = left.iter().zip(&expected).find(|(found, expected)| found != expected);
    assert!(left == expected, "{kind:?}: {} and {} rows, first {odd:?}", left.len(), expected.len());
    assert_eq!(reading.repaired.values().sum::<u64>(), export.repaired, "{kind:?}");
    let unknown: BTreeMap<&str, u64> =
        reading.unknown.get("status").into_iter().flatten().map(|(word, count)| (word.as_str(), *count)).collect();
    assert_eq!(unknown, export.unknown.iter().map(|(word, count)| (word.as_str(), *count)).collect(), "{kind:?}");
}

#[test]
fn thirty_thousand_rows_as_delimited_text() {
    let export = generate(&mut Random::default(), 30_000, Style::OFFICE);
    let bytes = Kind::Semicolons.write(&export);
    holds(&export, Kind::Semicolons, &read(&[("ho-so.csv", &bytes)]));
}

#[test]
fn every_kind_of_file_gives_the_same() {
    let export = generate(&mut Random(7), 2_000, Style::OFFICE);
    for kind in Kind::ALL {
        let bytes = kind.write(&export);
        holds(&export, kind, &read(&[("ho-so", &bytes)]));
    }
}

#[test]
fn what_inspect_counts_is_what_is_there() {
    let export = generate(&mut Random(11), 3_000, Style::OFFICE);
    let bytes = Kind::Windows1258.write(&export);
    let found = inspect(&[("ho-so.csv", &bytes)], None).expect("an inspection");
    let table = &found.tables[0];
    assert_eq!((table.encoding, table.delimiter, table.heading_row), (Some("windows-1258"), Some(','), 4));
    let reading = found.reading.as_ref().expect("a reading");
    assert_eq!(reading.rows_read, export.rows);
    let set_aside = export.left_out.iter().filter(|(_, code)| *code == "two_dates").count() as u64;
    let two = found.dirty.iter().find(|dirt| dirt.text.en.contains("two different dates")).expect("two dates");
    assert_eq!(two.count, set_aside);
    // The mapping as it is written reads the same.
    let book = Rulebook::load(&[("t.json", BOOK)]).expect("a rulebook");
    let mapping = book.mapping_from("m.yaml", Some(&found.to_yaml())).unwrap_or_else(|faults| panic!("{faults}"));
    let mut builder = Builder::new(&mapping);
    builder.read("ho-so.csv", &*bytes, Limits::default(), &mut |_| {}).expect("a file");
    holds(&export, Kind::Windows1258, &builder.finish().expect("a log"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn splitting_a_file_changes_nothing(seed in 1u64.., cut in 0usize..150) {
        let export = generate(&mut Random(seed), 150, Style::PLAIN);
        let whole = read(&[("a.csv", &Kind::Semicolons.write(&export))]);
        let (first, second) = export.split(cut);
        let parts = read(&[("a.csv", &Kind::Semicolons.write(&first)), ("b.csv", &Kind::Semicolons.write(&second))]);
        prop_assert_eq!(cases(&whole.0), cases(&parts.0));
        prop_assert_eq!(whole.1.rows_kept, parts.1.rows_kept);
        prop_assert_eq!(whole.1.set_aside, parts.1.set_aside);
    }

    #[test]
    fn the_order_of_rows_changes_nothing(seed in 1u64..) {
        let export = generate(&mut Random(seed), 150, Style::PLAIN);
        let whole = read(&[("a.csv", &Kind::Semicolons.write(&export))]);
        let shuffled = export.shuffled(&mut Random(seed ^ 0x5555));
        let other = read(&[("a.csv", &Kind::Semicolons.write(&shuffled))]);
        prop_assert_eq!(cases(&whole.0), cases(&other.0));
        prop_assert_eq!((whole.1.rows_kept, whole.1.rows_repeated), (other.1.rows_kept, other.1.rows_repeated));
    }
}
