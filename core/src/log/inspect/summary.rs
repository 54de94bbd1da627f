//! What was found in files, for people.

use super::{InspectedColumn, Inspection};
use crate::base::text::{Language, Text, visible};
use std::fmt::Write as _;

impl Inspection {
    /// What was found, several lines in each language: each table with its columns, what is dirty, what is asked, the sum
    /// of the rows.
    pub fn summary(&self) -> Text {
        let [vi, en] = [Language::Vi, Language::En].map(|language| self.lines(language));
        Text { vi, en }
    }

    fn lines(&self, language: Language) -> String {
        let say = |vi: &str, en: &str| Text::new(vi, en).get(language).to_owned();
        let mut out = String::new();
        // Writing into a text cannot fail.
        for table in &self.tables {
            let mut parts = vec![table.format.to_owned()];
            parts.extend(table.encoding.map(str::to_owned));
            parts.extend(table.delimiter.map(|sign| format!("`{}`", visible(&sign.to_string()))));
            let _ = writeln!(out, "{}: {}", visible(&table.file), parts.join(" · "));
            let begins = say("bảng bắt đầu từ dòng", "the table begins in row");
            let data = say("dữ liệu từ dòng", "data from row");
            match (table.heading_row, table.first_row) {
                (0, 0) => {
                    let keys = say("tên khóa của JSON là tiêu đề cột", "the keys of JSON are the headings");
                    _ = writeln!(out, "  {keys}");
                }
                (row, _) => _ = writeln!(out, "  {begins} {row}, {data} {}", table.first_row),
            }
            for column in &table.columns {
                let _ = writeln!(out, "  {}", column.line(language));
            }
        }
        if !self.dirty.is_empty() {
            let _ = writeln!(out, "{}", say("Có gì bẩn", "What is dirty"));
            for dirt in &self.dirty {
                let _ = writeln!(out, "  {:>8}  {}", dirt.count, visible(dirt.text.get(language)));
                for example in &dirt.examples {
                    let _ = writeln!(out, "            {}", visible(example));
                }
            }
        }
        for question in &self.questions {
            let _ = writeln!(out, "? {}", visible(question.get(language)));
        }
        if let Some(reading) = &self.reading {
            let report = reading.reconciliation();
            let _ = writeln!(out, "{}", report.get(language).lines().next().unwrap_or_default());
        }
        out
    }
}

impl InspectedColumn {
    /// The heading, the fields that are read from it and how sure they are, why, and what its cells are.
    fn line(&self, language: Language) -> String {
        let fields = if self.fields.is_empty() { "–".to_owned() } else { self.fields.join(", ") };
        let kinds: Vec<String> = self.kinds.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
        let name = if self.name.is_empty() { "·".to_owned() } else { visible(&self.name) };
        let sure = if self.fields.is_empty() { String::new() } else { format!(" {}%", self.confidence) };
        format!("{name} → {fields}{sure} ({}; {})", visible(self.reason.get(language)), kinds.join(", "))
    }
}
