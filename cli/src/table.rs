//! Findings as a table for spreadsheets.

use crate::terminal;
use namro::replay::{Finding, Table, Values};
use std::io::{Result, Write};

const HEADINGS: [&str; 19] = [
    "id",
    "kind",
    "dimension",
    "subject_kind",
    "subject",
    "step",
    "officer",
    "unit",
    "since",
    "until",
    "count",
    "late_working_seconds",
    "idle_working_seconds",
    "apart_seconds",
    "charge",
    "unattributed_working_seconds",
    "events",
    "text_vi",
    "text_en",
];

/// Writes findings as CSV (RFC 4180) in UTF-8; the byte-order mark lets spreadsheets recognise the encoding.
pub(crate) fn findings(file: &mut dyn Write, findings: &[Finding]) -> Result<()> {
    file.write_all("\u{feff}".as_bytes())?;
    row(file, &HEADINGS.map(str::to_owned))?;
    for finding in findings {
        let shown = |value: Option<&dyn ToString>| value.map(ToString::to_string).unwrap_or_default();
        let events: Vec<&str> = finding.events.iter().map(|event| event.as_str()).collect();
        let charge: Vec<String> = finding
            .charge
            .iter()
            .map(|charge| format!("{}={}", charge.officer, charge.charged_working_seconds.0))
            .collect();
        let cells = [
            finding.id.to_string(),
            finding.kind.to_string(),
            finding.dimension.to_string(),
            finding.subject.kind.to_string(),
            finding.subject.id.clone(),
            shown(finding.step.as_ref().map(|step| step as _)),
            shown(finding.officer.as_ref().map(|officer| officer as _)),
            shown(finding.unit.as_ref().map(|unit| unit as _)),
            shown(finding.since.as_ref().map(|since| since as _)),
            shown(finding.until.as_ref().map(|until| until as _)),
            finding.count.to_string(),
            finding.late_working_seconds.0.to_string(),
            finding.idle_working_seconds.0.to_string(),
            finding.apart_seconds.0.to_string(),
            charge.join(" "),
            finding.unattributed_working_seconds.0.to_string(),
            events.join(" "),
            finding.text.vi.clone(),
            finding.text.en.clone(),
        ];
        row(file, &cells)?;
    }
    Ok(())
}

/// Writes a table with the names of its columns as headings.
pub(crate) fn whole(file: &mut dyn Write, table: &Table) -> Result<()> {
    file.write_all("\u{feff}".as_bytes())?;
    row(file, &table.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>())?;
    rows(table).try_for_each(|cells| row(file, &cells))
}

/// The rows of a table as texts.
pub(crate) fn rows(table: &Table) -> impl Iterator<Item = Vec<String>> {
    let count = usize::try_from(table.rows).unwrap_or(usize::MAX);
    (0..count).map(|index| table.columns.iter().map(|column| value(&column.values, index)).collect())
}

/// A value as CSV has it; nothing where there is none.
fn value(values: &Values, row: usize) -> String {
    fn shown<T: ToString>(rows: &[Option<T>], row: usize) -> Option<String> {
        rows.get(row)?.as_ref().map(ToString::to_string)
    }
    let text = match values {
        Values::Word { words, rows } => rows.get(row).and_then(|word| words.get((*word)? as usize).cloned()),
        Values::Text(rows) => shown(rows, row),
        Values::Whole(rows) => shown(rows, row),
        Values::Truth(rows) => shown(rows, row),
        Values::Instant(rows) => shown(rows, row),
        _ => None,
    };
    text.unwrap_or_default()
}

/// Writes a row.
pub(crate) fn row(file: &mut dyn Write, cells: &[String]) -> Result<()> {
    let line = cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(",");
    write!(file, "{line}\r\n")
}

/// A cell without control characters, quoted if necessary; an apostrophe keeps spreadsheets from evaluating a text as a formula.
fn cell(text: &str) -> String {
    let text = terminal::line(text);
    let formula = text.starts_with(['=', '+', '-', '@', '\t']) && text.parse::<i64>().is_err();
    let text = if formula { format!("'{text}") } else { text.into_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        assert_eq!(cell("a"), "a");
        assert_eq!(cell("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(cell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(cell("-12"), "-12");
        assert_eq!(cell("a\u{1b}[31m\n"), "a\\u001b[31m\\u000a");
    }
}
