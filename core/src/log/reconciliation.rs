//! The report on a reading for people: the sum, the reasons with examples, what was assumed.

use super::reading::shown;
use super::{LeftOut, Reading};
use crate::base::error::{Code, Error};
use crate::base::text::{Language, Text, visible};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Examples of each reason.
const EXAMPLES: usize = 3;
/// Words of a kind that are listed.
const MOST_WORDS: usize = 10;

impl Reading {
    /// The report on the reading, several lines in each language: the sum, then each reason for which rows are not in the
    /// log with its count and three examples, each remark, the words that matched nothing, and what was assumed.
    pub fn reconciliation(&self) -> Text {
        let [vi, en] = [Language::Vi, Language::En].map(|language| self.lines(language));
        Text { vi, en }
    }

    /// Rows that were set aside, those that describe no case included.
    pub(crate) fn aside(&self) -> u64 {
        self.set_aside + self.rows_without_case
    }

    fn lines(&self, language: Language) -> String {
        let say = |vi: String, en: String| Text { vi, en }.get(language).to_owned();
        let (read, kept, repeated, aside) = (self.rows_read, self.rows_kept, self.rows_repeated, self.aside());
        let mut out = say(
            format!("{read} dòng đã đọc = {kept} giữ lại + {repeated} lặp lại + {aside} gạt riêng\n"),
            format!("{read} rows read = {kept} kept + {repeated} repeated + {aside} set aside\n"),
        );
        // Writing into a text cannot fail.
        for (code, text, rows) in self.reasons() {
            let _ = writeln!(out, "  {:>8}  {code}: {}", rows.len(), visible(text.get(language)));
            for row in rows.iter().take(EXAMPLES) {
                let _ = writeln!(out, "            {}", row.example());
            }
        }
        self.remarks_in(language, &mut out);
        for (kind, words) in &self.unknown {
            let label = unknown_label(kind);
            let list: Vec<String> =
                words.iter().take(MOST_WORDS).map(|(word, count)| format!("{} × {count}", shown(word))).collect();
            let _ = writeln!(out, "  {:>8}  {}: {}", words.len(), label.get(language), list.join("; "));
        }
        if self.day_first_assumed {
            let assumed = say(
                "tiêu đề tiếng Việt nên ngày được đọc là ngày/tháng/năm".to_owned(),
                "the headings are Vietnamese, so dates were read as day/month/year".to_owned(),
            );
            let _ = writeln!(out, "  {assumed}");
        }
        out
    }

    /// The reasons for which rows are not in the log, the most frequent first: the code, a sentence, the rows.
    pub(crate) fn reasons(&self) -> Vec<(Code, Text, Vec<&LeftOut>)> {
        let mut reasons: Vec<(Code, Text, Vec<&LeftOut>)> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for row in &self.left_out {
            let at = *places.entry(row.reason()).or_insert_with(|| {
                reasons.push((row.error.code(), row.reason_text(), Vec::new()));
                reasons.len() - 1
            });
            if let Some((.., rows)) = reasons.get_mut(at) {
                rows.push(row);
            }
        }
        // The order of the first rows remains among reasons of one count.
        let mut order: Vec<usize> = (0..reasons.len()).collect();
        order.sort_unstable_by_key(|at| (std::cmp::Reverse(reasons.get(*at).map_or(0, |(.., rows)| rows.len())), *at));
        order.iter().filter_map(|at| reasons.get(*at).cloned()).collect()
    }

    /// The remarks, one line for each code with its count and places; those of rows set aside are among the reasons.
    fn remarks_in(&self, language: Language, out: &mut String) {
        let known: BTreeSet<Code> = self.left_out.iter().map(|row| row.error.code()).collect();
        let mut remarks: Vec<(Code, Vec<&Error>)> = Vec::new();
        for remark in self.remarks.iter().filter(|remark| !known.contains(&remark.code())) {
            match remarks.iter_mut().find(|(code, _)| *code == remark.code()) {
                Some((_, same)) => same.push(remark),
                None => remarks.push((remark.code(), vec![remark])),
            }
        }
        for (code, same) in &remarks {
            let Some(first) = same.first() else { continue };
            let _ = writeln!(out, "  {:>8}  {code}: {}", same.len(), visible(first.text().get(language)));
            let places = same.iter().take(EXAMPLES).map(|remark| remark.place().to_string());
            let places: Vec<String> = places.filter(|place| !place.is_empty()).collect();
            if !places.is_empty() {
                let _ = writeln!(out, "            {}", places.join(", "));
            }
        }
    }
}

/// What words that matched nothing are.
pub(super) fn unknown_label(kind: &str) -> Text {
    match kind {
        "status" => Text::new("trạng thái không rõ nghĩa", "statuses without a known meaning"),
        _ => Text::new("thủ tục không có trong bộ quy tắc", "procedures that the rulebook does not have"),
    }
}

impl LeftOut {
    /// Where the row is: the file or table, the sheet of a workbook, the number of the row as the file counts it, or
    /// from 0 in a table in memory. What is not known is empty.
    pub fn position(&self) -> (String, String, String) {
        let place = self.error.place();
        if let Some(path) = place.file.as_deref() {
            let (path, sheet) = path.split_once('!').unwrap_or((path, ""));
            let row = place.line.map(|line| line.to_string()).or_else(|| place.pointer.clone()).unwrap_or_default();
            return (path.to_owned(), sheet.to_owned(), row);
        }
        let pointer = place.pointer.as_deref().unwrap_or_default();
        let mut parts = pointer.split('/').skip(1);
        let table = parts.next().unwrap_or_default().replace("~1", "/").replace("~0", "~");
        (table, String::new(), parts.next().unwrap_or_default().to_owned())
    }

    /// The row in a line: its place, the heading of the cell that is the reason, and its value.
    fn example(&self) -> String {
        let place = self.error.place();
        // The pointer of a table in memory names the column itself.
        let in_pointer = place.pointer.as_ref().is_some_and(|pointer| pointer.split('/').count() > 3);
        let column = self.column().filter(|_| !in_pointer).map(|column| format!(" {}", shown(column)));
        let value = self.value().map(|value| format!(" `{}`", shown(value)));
        format!("{place}{}{}", column.unwrap_or_default(), value.unwrap_or_default())
    }
}

#[cfg(test)]
#[path = "tests/reconciliation.rs"]
mod tests;
