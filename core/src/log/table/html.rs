//! Web pages with tables: the usual "export to Excel" of portals, saved as `.xls`.

use super::cell::{Cell, Row, clean};
use super::encoding::Encoding;
use super::whole::{MOST_CELLS, Sheet};
use crate::base::Arrange;
use crate::base::error::{Code, Error};
use std::borrow::Cow;

/// Whether a file is a page with a table, or a part of one.
pub(super) fn is_one(start: &[u8]) -> bool {
    let head = start.get(..start.len().min(4_096)).unwrap_or_default().to_ascii_lowercase();
    let has = |part: &[u8]| head.windows(part.len()).any(|window| window == part);
    head.starts_with(b"<")
        && !has(b"<log")
        && [&b"<html"[..], b"<table", b"<!doctype html", b"<body"].iter().any(|part| has(part))
}

/// The tables of a page, one below the other in one sheet, as a spreadsheet shows them. A table inside a cell belongs to
/// the cell.
///
/// # Errors
/// A page that is not in the encoding that it seems to have; one that is too large.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Error> {
    let encoding = declared(bytes).unwrap_or_else(|| Encoding::of(bytes, true));
    let text = encoding.decode(bytes)?;
    let mut page = Page::default();
    let mut rest = text.trim_start_matches('\u{feff}');
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        page.text(before);
        let end = match tag.strip_prefix("<!--") {
            Some(comment) => comment.find("-->").map(|end| end + 7),
            None => tag_end(tag),
        };
        let Some(end) = end.filter(|end| *end <= tag.len()) else { break };
        let (tag, after) = tag.split_at(end);
        rest = after;
        if tag.starts_with("<!") || tag.starts_with("<?") {
            continue;
        }
        page.tag(tag);
        // The text of scripts and styles is no text of the page.
        for skipped in ["script", "style"] {
            if name_of(tag) == skipped && !tag.starts_with("</") {
                let close = rest.to_ascii_lowercase().find(&format!("</{skipped}")).unwrap_or(rest.len());
                rest = rest.get(close..).unwrap_or_default();
            }
        }
        if page.cells > MOST_CELLS {
            return Err(Error::new(Code::TooLarge).with("what", "cells").with("limit", MOST_CELLS));
        }
    }
    page.end_row();
    Ok(vec![page.sheet])
}

/// The encoding that a page declares for itself.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..bytes.len().min(4_096)).unwrap_or_default();
    let head: String = head.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let (_, after) = head.split_once("charset=")?;
    let name: String = after
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '-')
        .collect();
    // A page that says UTF-8 may still be in an old font; a page in UTF-16 says so by its first bytes.
    Encoding::named(&name).filter(|encoding| *encoding == Encoding::Windows1258)
}

/// Where a tag ends; a `>` inside quotes does not end it.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// The name of a tag, in small letters.
fn name_of(tag: &str) -> String {
    let inner = tag.trim_start_matches(['<', '/']);
    inner.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// A number that an attribute gives.
fn span(tag: &str, name: &str) -> usize {
    let lower = tag.to_ascii_lowercase();
    let value = lower.split(name).nth(1).map(|after| after.trim_start().trim_start_matches('=').trim_start());
    let digits = value.map(|value| {
        value.trim_start_matches(['"', '\'']).chars().take_while(char::is_ascii_digit).collect::<String>()
    });
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(1)
}

#[derive(Default)]
struct Page {
    sheet: Sheet,
    /// Tables that are open; those inside another are part of its cell.
    depth: usize,
    row: Option<Row<'static>>,
    number: u64,
    /// Text of the open cell, and how far it reaches right and down.
    cell: Option<(String, usize, usize)>,
    /// Cells merged downwards: column, rows left, text.
    merged: Vec<(usize, usize, String)>,
    cells: usize,
}

impl Page {
    fn text(&mut self, text: &str) {
        if let Some((cell, ..)) = &mut self.cell {
            unescape(text, cell);
        }
    }

    fn tag(&mut self, tag: &str) {
        const WIDEST: usize = 4_096;
        let closes = tag.starts_with("</");
        match (name_of(tag).as_str(), closes) {
            ("table", false) => {
                self.depth += 1;
                if self.depth == 1 {
                    self.merged.clear();
                }
            }
            ("table", true) => {
                if self.depth == 1 {
                    self.end_row();
                }
                self.depth = self.depth.saturating_sub(1);
            }
            ("tr", false) if self.depth == 1 => {
                self.end_row();
                self.number += 1;
                let hidden = tag.to_ascii_lowercase().replace(' ', "").contains("display:none");
                self.row = Some(Row { number: self.number, cells: Vec::new(), hidden });
            }
            ("tr", true) if self.depth == 1 => self.end_row(),
            ("td" | "th", false) if self.depth == 1 => {
                self.end_cell();
                self.cell = Some((String::new(), span(tag, "colspan").min(WIDEST), span(tag, "rowspan").min(1 << 20)));
            }
            ("td" | "th", true) if self.depth == 1 => self.end_cell(),
            ("br" | "p" | "div" | "td", _) => {
                if let Some((text, ..)) = &mut self.cell {
                    text.push(' ');
                }
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let (Some((text, across, down)), Some(row)) = (self.cell.take(), &mut self.row) else { return };
        Self::fill(&mut self.merged, row, false);
        let text = clean(&text).into_owned();
        if down > 1 {
            self.merged.push((row.cells.len(), down - 1, text.clone()));
        }
        row.cells.push(Cell { text: Cow::Owned(text), ..Cell::default() });
        self.cells += across;
        for _ in 1..across {
            row.cells.push(Cell::default());
        }
    }

    /// Repeats cells merged downwards at the place where the row is, or all that are left of them.
    fn fill(merged: &mut [(usize, usize, String)], row: &mut Row<'static>, to_the_end: bool) {
        merged.arrange_by_key(|(column, ..)| *column);
        for (column, left, text) in merged.iter_mut() {
            let here = *column == row.cells.len() || (to_the_end && *column > row.cells.len());
            if *left > 0 && here {
                row.cells.resize(*column, Cell::default());
                row.cells.push(Cell { text: Cow::Owned(text.clone()), ..Cell::default() });
                // The row in which the cell begins does not count.
                *left -= 1;
            }
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some(mut row) = self.row.take() else { return };
        Self::fill(&mut self.merged, &mut row, true);
        self.merged.retain(|(_, left, _)| *left > 0);
        self.sheet.rows.push(row);
    }
}

/// Appends a text with its character references resolved.
fn unescape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let name = after.split(';').next().unwrap_or_default();
        match entity(name).filter(|_| name.len() < after.len() && name.len() <= 10) {
            Some(letter) => {
                out.push_str(&letter);
                rest = after.get(name.len() + 1..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
}

/// What a character reference means, without `&` and `;`: numbers, the signs of markup, and the letters with marks
/// of Latin 1.
pub(super) fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).map(String::from);
    }
    let sign = match name {
        "nbsp" => " ",
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "ndash" => "–",
        "mdash" => "—",
        "eth" => "đ",
        "ETH" => "Đ",
        _ => {
            let mut letters = name.chars();
            let base = letters.next().filter(char::is_ascii_alphabetic)?;
            let mark = match letters.as_str() {
                "grave" => '\u{300}',
                "acute" => '\u{301}',
                "circ" => '\u{302}',
                "tilde" => '\u{303}',
                "uml" => '\u{308}',
                _ => return None,
            };
            return Some(crate::base::text::nfc(&format!("{base}{mark}")).into_owned());
        }
    };
    Some(sign.to_owned())
}
