//! `namro inspect`: what files are, what is dirty in them, and a mapping that reads them.

use crate::arguments::{Inspect, Lang};
use crate::output::write_file;
use crate::reading::{reconciliation, whole};
use crate::terminal::{Stop, line, print_drawn, print_exact};
use namro::log::{InspectedColumn, Inspection};
use namro::{Text, Zone};
use std::fmt::Write as _;

pub(crate) fn run(inspect: &Inspect, lang: Lang, json: bool) -> Result<(), Stop> {
    let files = whole(&inspect.files)?;
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let zone: Option<Zone> = inspect.files.zone.as_deref().map(str::parse).transpose()?;
    let found = namro::log::inspect(&files, zone.as_ref())?;
    if let Some(path) = &inspect.output {
        write_file(path, |file| file.write_all(found.to_yaml().as_bytes()))?;
    }
    if json {
        return print_exact(&format!("{}\n", namro::base::canonical(&found)?));
    }
    print_drawn(&text(&found, lang))?;
    match &inspect.output {
        Some(path) => print_drawn(&format!("→ {}\n", line(&path.display().to_string()))),
        None => print_exact(&format!("\n{}", found.to_yaml())),
    }
}

fn text(found: &Inspection, lang: Lang) -> String {
    let say = |vi: &str, en: &str| Text::new(vi, en).get(lang.first()).to_owned();
    let mut out = String::new();
    for table in &found.tables {
        let mut parts = vec![table.format.to_owned()];
        parts.extend(table.encoding.map(str::to_owned));
        parts.extend(table.delimiter.map(|sign| format!("`{}`", line(&sign.to_string()))));
        let _ = writeln!(out, "{}: {}", line(&table.file), parts.join(" · "));
        let begins = say("bảng bắt đầu từ dòng", "the table begins in row");
        let data = say("dữ liệu từ dòng", "data from row");
        match table.heading_row {
            0 => {
                _ = writeln!(out, "  {}", say("tên khóa của JSON là tiêu đề cột", "the keys of JSON are the headings"))
            }
            row => _ = writeln!(out, "  {begins} {row}, {data} {}", table.first_row),
        }
        for column in &table.columns {
            let _ = writeln!(out, "  {}", of_column(column, lang));
        }
    }
    if !found.dirty.is_empty() {
        let _ = writeln!(out, "{}", say("Có gì bẩn", "What is dirty"));
        for dirt in &found.dirty {
            let _ = writeln!(out, "  {:>8}  {}", dirt.count, line(dirt.text.get(lang.first())));
            for example in &dirt.examples {
                let _ = writeln!(out, "            {}", line(example));
            }
        }
    }
    for question in &found.questions {
        let _ = writeln!(out, "? {}", line(question.get(lang.first())));
    }
    if let Some(reading) = &found.reading {
        out.push_str(reconciliation(reading, lang).lines().next().unwrap_or_default());
        out.push('\n');
    }
    out
}

fn of_column(column: &InspectedColumn, lang: Lang) -> String {
    let fields = if column.fields.is_empty() { "–".to_owned() } else { column.fields.join(", ") };
    let kinds: Vec<String> = column.kinds.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
    let name = if column.name.is_empty() { "·".into() } else { line(&column.name) };
    let sure = if column.fields.is_empty() { String::new() } else { format!(" {}%", column.confidence) };
    format!("{name} → {fields}{sure} ({}; {})", line(column.reason.get(lang.first())), kinds.join(", "))
}
