//! Registers (*sổ đăng ký văn bản*): numbers from 01 on 1 January to 31 December, each once and without gaps.

use crate::base::Arrange;
use crate::base::ids::RegisterId;
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::rule::{Remark, Severity, Stage};
use serde::Serialize;
use std::collections::BTreeMap;

/// One entry of a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Entry {
    /// Identifier of the register (*sổ đăng ký*).
    pub register: RegisterId,
    /// The number that was given, from 1.
    pub number: u32,
    /// The day on which it was given.
    pub date: Date,
}

/// The next number of a register in the year of a day; a new year begins with 1.
pub(crate) fn next_number(entries: &[Entry], register: &RegisterId, date: Date) -> u32 {
    let year = date.ymd().0;
    let own = entries.iter().filter(|entry| entry.register == *register && entry.date.ymd().0 == year);
    own.map(|entry| entry.number).max().map_or(1, |last| last.saturating_add(1))
}

/// The remark on a number that is to be given on a day, if the number before it has a later day.
pub(crate) fn backdated(entries: &[Entry], register: &RegisterId, date: Date) -> Option<Remark> {
    let own = entries.iter().filter(|entry| entry.register == *register && entry.date.ymd().0 == date.ymd().0);
    let latest = own.map(|entry| entry.date).max().filter(|latest| *latest > date)?;
    let text = Text::new(
        format!("Sổ {register} đã cấp số ngày {}; số mới không ghi ngày trước đó", latest.vietnamese()),
        format!("Register {register} has a number of {latest}; the next one bears no earlier day"),
    );
    Some(Remark { pointer: "/date".to_owned(), ..remark("register_order", 0, text) })
}

/// Checks the numbering: duplicate numbers, gaps, a later number on an earlier day. The pointer of each remark is the
/// index of the entry.
pub(crate) fn audit(entries: &[Entry]) -> Vec<Remark> {
    let mut years: BTreeMap<(&RegisterId, i32), Vec<(usize, &Entry)>> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        years.entry((&entry.register, entry.date.ymd().0)).or_default().push((index, entry));
    }
    let mut out = Vec::new();
    for ((register, year), mut lines) in years {
        lines.arrange_by_key(|(index, entry)| (entry.number, *index));
        let mut last = 0;
        let mut latest = Date::MIN;
        for (index, entry) in lines {
            let number = entry.number;
            if number == 0 {
                let text = Text::new(
                    format!("Số của sổ {register} bắt đầu từ 01"),
                    format!("Numbers of register {register} begin with 01"),
                );
                out.push(remark("register_zero", index, text));
                continue;
            }
            if number == last {
                let text = Text::new(
                    format!("Số {number:02} của sổ {register} năm {year} được cấp hai lần"),
                    format!("Number {number:02} of register {register} was given twice in {year}"),
                );
                out.push(remark("register_double", index, text));
                continue;
            }
            if number > last + 1 {
                let (first, end) = (last + 1, number - 1);
                let text = match first == end {
                    true => Text::new(
                        format!("Sổ {register} năm {year} bỏ trống số {first:02}"),
                        format!("Register {register} leaves out number {first:02} in {year}"),
                    ),
                    false => Text::new(
                        format!("Sổ {register} năm {year} bỏ trống số {first:02} đến {end:02}"),
                        format!("Register {register} leaves out numbers {first:02} to {end:02} in {year}"),
                    ),
                };
                out.push(remark("register_gap", index, text));
            }
            if entry.date < latest {
                let text = Text::new(
                    format!(
                        "Số {number:02} của sổ {register} ghi ngày {} trước số đứng trước",
                        entry.date.vietnamese()
                    ),
                    format!(
                        "Number {number:02} of register {register} is dated {} before the one ahead of it",
                        entry.date
                    ),
                );
                out.push(remark("register_order", index, text));
            }
            (last, latest) = (number, latest.max(entry.date));
        }
    }
    out
}

fn remark(code: &str, index: usize, text: Text) -> Remark {
    Remark {
        code: code.to_owned(),
        severity: Severity::Error,
        stage: Stage::Desk,
        pointer: format!("/{index}"),
        rule: None,
        property: None,
        text,
        source: vec![super::decree_30("15")],
        remedy: None,
    }
}

#[cfg(test)]
#[path = "tests/register.rs"]
mod tests;
