//! What the cells of a column are.

use super::InspectedColumn;
use crate::base::text::Text;
use crate::base::time::Zone;
use crate::log::Mapping;
use crate::log::headings::{Field, Heading};
use crate::log::spec::DateOrder;
use crate::log::table::{CellKind, Row, is_time};
use crate::log::times::Times;
use std::collections::BTreeMap;

/// Looks at a column in the rows of a table.
pub(super) fn look(
    heading: &Heading,
    column: usize,
    fields: &[Field],
    rows: &[Row<'_>],
    mapping: &Mapping,
) -> InspectedColumn {
    let mut kinds: BTreeMap<&'static str, u64> = BTreeMap::new();
    let mut examples: Vec<String> = Vec::new();
    for row in rows {
        let Some(cell) = row.cells.get(column) else { continue };
        *kinds.entry(kind(&cell.text, cell.kind, mapping)).or_default() += 1;
        if examples.len() < 3 && !cell.text.is_empty() && !examples.iter().any(|known| *known == cell.text) {
            examples.push(cell.text.chars().take(60).collect());
        }
    }
    let count = |kind: &str| kinds.get(kind).copied().unwrap_or_default();
    let times = count("time") + count("day");
    let filled = kinds.iter().filter(|(kind, _)| **kind != "blank").map(|(_, count)| count).sum::<u64>();
    let (confidence, reason) = match fields {
        [] if filled > 0 && times * 10 >= filled * 9 => {
            (0, Text::new("là thời điểm, nhưng tiêu đề không rõ nghĩa", "holds times, but the heading is not known"))
        }
        [] => (0, Text::new("tiêu đề không rõ nghĩa, không đọc", "the heading is not known; not read")),
        fields if fields.iter().any(|field| is_time(*field)) => match (times * 100).checked_div(filled) {
            None => (60, Text::new("tiêu đề thường gặp, cột trống", "a usual heading; the column is blank")),
            Some(share) => (
                u8::try_from(share).unwrap_or(100),
                Text::new(
                    format!("tiêu đề thường gặp, {share}% số ô là thời điểm"),
                    format!("a usual heading; {share}% of the cells are times"),
                ),
            ),
        },
        _ if filled == 0 => (60, Text::new("tiêu đề thường gặp, cột trống", "a usual heading; the column is blank")),
        _ => (95, Text::new("tiêu đề thường gặp", "a usual heading")),
    };
    let fields = fields.iter().map(|field| field.name()).collect();
    InspectedColumn { name: heading.name.clone(), fields, confidence, reason, kinds, examples }
}

fn kind(text: &str, kind: CellKind, mapping: &Mapping) -> &'static str {
    match kind {
        CellKind::Uncomputed => return "formula",
        CellKind::Error => return "error",
        _ if mapping.is_missing(text) => return "blank",
        _ => {}
    }
    // Whichever comes first in a date, it is a date.
    let zone = Zone::vietnam();
    let read = |order| Times { zone: Some(&zone), order: Some(order) }.read(text).ok();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let moment = (digits >= 5).then(|| read(DateOrder::DayFirst).or_else(|| read(DateOrder::MonthFirst))).flatten();
    match moment {
        Some(moment) if moment.day_only => "day",
        Some(_) => "time",
        None if text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-')) => "number",
        None if digits > 0 && !text.contains(' ') => "code",
        None => "text",
    }
}
