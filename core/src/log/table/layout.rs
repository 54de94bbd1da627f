//! Where a table begins: its headings, among titles above and rows of column numbers below them.

use super::cell::Row;
use crate::base::Arrange;
use crate::base::error::{Code, Error, Place};
use crate::log::EventColumns;
use crate::log::Mapping;
use crate::log::headings::{Choice, Field, Heading, choose, names_case, plain};
use sha2::{Digest, Sha256};

/// Where a table begins.
#[derive(Clone, Debug)]
pub(in crate::log) struct Layout {
    pub(in crate::log) headings: Vec<Heading>,
    /// Whether the headings are the keys of JSON, which stand in no row.
    pub(in crate::log) keys: bool,
    /// Number of the first row with headings.
    pub(in crate::log) heading_row: u64,
    /// Number of the last row with headings, or of the row of column numbers below them.
    pub(in crate::log) last_heading: u64,
}

/// Rows at the beginning of a table among which its headings are looked for.
const MOST_TITLES: usize = 60;
/// Rows that headings may have.
const MOST_LEVELS: usize = 3;

impl Layout {
    /// Finds the headings of a table by its first rows; `None` if the rows are all blank.
    ///
    /// # Errors
    /// A heading row that the mapping declares and the table does not have.
    pub(in crate::log) fn find(rows: &[Row<'_>], mapping: &Mapping) -> Result<Option<Self>, Error> {
        Self::find_by(rows, mapping.heading_row, &|headings| score(headings, mapping))
    }

    /// The same for a table that is known by other columns: the headings are those with the highest score.
    ///
    /// # Errors
    /// As [`Layout::find`].
    pub(in crate::log) fn find_by(
        rows: &[Row<'_>],
        heading_row: Option<u32>,
        score: &dyn Fn(&[Heading]) -> (usize, usize),
    ) -> Result<Option<Self>, Error> {
        let filled: Vec<&Row<'_>> = rows.iter().filter(|row| !row.is_blank()).collect();
        let candidates: Vec<usize> = match heading_row {
            Some(declared) => {
                let place = filled.iter().position(|row| row.number == u64::from(declared));
                let missing = || Error::new(Code::OutOfRange).with("value", declared).with("range", "heading_row");
                vec![place.ok_or_else(missing)?]
            }
            None => (0..filled.len().min(MOST_TITLES)).collect(),
        };
        let mut best: Option<((usize, usize), usize, usize)> = None;
        for first in candidates {
            for levels in 1..=MOST_LEVELS {
                let Some(part) = filled.get(first..first + levels) else { break };
                if levels > 1 && !continues(part) {
                    break;
                }
                let score = score(&headings(part));
                if best.is_none_or(|(known, ..)| score > known) {
                    best = Some((score, first, levels));
                }
            }
        }
        let Some((_, first, levels)) = best else { return Ok(None) };
        let Some(part) = filled.get(first..first + levels) else { return Ok(None) };
        let numbered = filled.get(first + levels).filter(|row| is_numbering(row));
        let last = numbered.or(part.last()).map_or(0, |row| row.number);
        let first = part.first().map_or(0, |row| row.number);
        Ok(Some(Self { headings: headings(part), keys: false, heading_row: first, last_heading: last }))
    }

    /// The headings of a row, in their plain forms, if it looks like the headings of a table: it names the case and two
    /// other known columns, and has nothing that is no heading but words.
    pub(super) fn heads(row: &Row<'_>) -> Option<Vec<String>> {
        let words = |text: &str| !text.bytes().any(|byte| byte.is_ascii_digit());
        if row.filled().count() < 3 || !row.filled().all(|(_, text)| words(text)) {
            return None;
        }
        let headings = headings(&[row]);
        let usual = headings.iter().filter(|heading| heading.is_usual()).count();
        let named = headings.iter().filter(|heading| !heading.name.is_empty()).count();
        let has_case = headings.iter().any(|heading| names_case(&heading.name, &EventColumns::default()));
        let plains = headings.iter().map(|heading| plain(&heading.name)).collect();
        (has_case && usual >= 3 && usual * 2 > named).then_some(plains)
    }

    /// The place of the headings; the keys of JSON have none.
    pub(super) fn place(&self) -> Place {
        if self.keys { Place::default() } else { Place::position(self.heading_row, 1) }
    }

    /// Whether most headings are Vietnamese, so that dates are written with the day first.
    pub(in crate::log) fn is_vietnamese(&self) -> bool {
        let named = self.headings.iter().filter(|heading| !heading.name.is_empty());
        let (all, vietnamese) =
            named.fold((0, 0), |(all, some), one| (all + 1, some + usize::from(one.is_vietnamese())));
        vietnamese * 2 > all
    }
}

/// How many fields the headings give, and how many of them are usual: more is better.
fn score(headings: &[Heading], mapping: &Mapping) -> (usize, usize) {
    let Choice { fields, .. } = choose(headings, mapping);
    let has_case = fields.iter().any(|(field, _)| *field == Field::Event(crate::log::headings::EventField::CaseId));
    (fields.len() + usize::from(has_case), headings.iter().filter(|heading| heading.is_usual()).count())
}

/// Whether the last of these rows continues the headings above it, rather than being a row of the table.
fn continues(rows: &[&Row<'_>]) -> bool {
    let [above @ .., last] = rows else { return false };
    let words = last.filled().count() >= 2
        && last.filled().all(|(_, text)| !text.contains(|letter: char| letter.is_ascii_digit()));
    // Below a heading that is alone in its column the cell is blank, or repeats it where it is merged downwards.
    let alone = |column: usize| {
        let text = last.text(column);
        above.iter().any(|row| !row.text(column).is_empty() && (text.is_empty() || text == row.text(column)))
    };
    let blank = (0..last.cells.len()).any(alone);
    words && blank && !is_numbering(last)
}

/// The headings of one or more rows; a cell of an upper row also heads the blank cells right of it, as where cells were
/// merged.
fn headings(rows: &[&Row<'_>]) -> Vec<Heading> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let (lower, upper) = match rows {
        [upper @ .., lower] => (Some(*lower), upper),
        [] => (None, rows),
    };
    let mut carried: Vec<&str> = vec![""; upper.len()];
    (0..width)
        .map(|column| {
            let below = lower.map_or("", |row| row.text(column));
            let mut parts: Vec<&str> = Vec::new();
            for (row, carried) in upper.iter().zip(&mut carried) {
                let own = row.text(column);
                if !own.is_empty() {
                    *carried = own;
                }
                parts.push(if own.is_empty() && below.is_empty() { "" } else { carried });
            }
            parts.push(below);
            parts.dedup();
            Heading::of(&parts)
        })
        .collect()
}

/// Whether a row only numbers the columns: `(1) (2) (3)`, `1 2 3 4 5`, `A B 1 2 3 4 5`.
pub(super) fn is_numbering(row: &Row<'_>) -> bool {
    /// The fewest numbers in brackets, and without: a case may well be called 1 and its step 2.
    const FEWEST: (usize, usize) = (3, 5);
    let (mut last, mut numbers, mut bracketed) = (0, 0, 0);
    for (_, text) in row.filled() {
        let inner = text.trim_matches(['(', ')', '[', ']']);
        let number = inner.parse::<u32>();
        let computed = inner.starts_with(|letter: char| letter.is_ascii_digit()) && inner.contains('=');
        match number {
            Ok(number) if number == last + 1 => last = number,
            Ok(_) => return false,
            // `(5)=(3)+(4)` says how a column is computed.
            Err(_) if computed => last += 1,
            Err(_) if inner.len() == 1 && numbers == 0 => continue,
            Err(_) => return false,
        }
        numbers += 1;
        bracketed += usize::from(inner.len() < text.len());
    }
    numbers >= FEWEST.1 || (numbers >= FEWEST.0 && bracketed == numbers)
}

/// A digest of headings, by which a mapping knows the table for which it was made: 16 hex digits of the SHA-256 over
/// their plain forms in alphabetical order, since columns are found by their names.
pub(in crate::log) fn fingerprint(headings: &[Heading]) -> String {
    let mut plains: Vec<String> = headings.iter().map(|heading| plain(&heading.name)).collect();
    plains.arrange();
    let digest = Sha256::digest(plains.join("\u{1f}").as_bytes());
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
