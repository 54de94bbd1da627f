//! docs/tables.md lists the columns of every table, and no others.

use namro::Office;
use namro::log::Log;
use namro::office::CaseSelection;
use namro::replay::{GroupKey, SharesOf, Table, TableName};
use std::fmt::Write as _;

fn rows(out: &mut String, table: &Table) {
    out.push_str("| column | values | Vietnamese | English |\n|---|---|---|---|\n");
    for column in &table.columns {
        let _ = writeln!(out, "| `{}` | {} | {} | {} |", column.name, column.kind, column.title.vi, column.title.en);
    }
}

/// The page as it should be: the part by hand, then the columns.
fn page(by_hand: &str) -> String {
    let office = Office::shipped("vn.calendar").unwrap();
    let (log, _) = Log::from_rows(&[], &[], office.rulebook().mapping(None).unwrap()).unwrap();
    let (as_of, all) = ("2026-01-01T00:00:00Z".parse().unwrap(), CaseSelection::default());
    let mut out = format!("{by_hand}## Columns\n");
    for (name, table) in TableName::ALL {
        let _ = writeln!(out, "\n### `{name}`\n");
        rows(&mut out, &office.table(&log, as_of, *table, &all, None).unwrap());
    }
    let keys: Vec<GroupKey> = GroupKey::ALL.iter().map(|(_, key)| *key).collect();
    out.push_str("\n### Shares\n\n");
    rows(&mut out, &office.shares(&log, as_of, (SharesOf::Items, &keys), &all, None).unwrap());
    out
}

#[test]
fn the_page_lists_every_column() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/tables.md");
    let found = std::fs::read_to_string(path).unwrap();
    let expected = page(found.split("## Columns\n").next().unwrap());
    if std::env::var_os("NAMRO_BLESS").is_some() {
        std::fs::write(path, &expected).unwrap();
    } else {
        assert_eq!(found, expected, "NAMRO_BLESS=1 cargo test -p namro-tests --test tables writes the page");
    }
}
