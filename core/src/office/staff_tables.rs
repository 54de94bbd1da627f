//! The people of an office from tables: workbooks, delimited text, frames.

use super::handle::Office;
use crate::base::canon::canonical;
use crate::base::error::{Error, Faults, Place};
use crate::base::shape::Origin;
use crate::base::value::{Map, Node, Value};
use crate::log::{PeopleTable, Source, people_tables};

impl Office {
    /// The same office with the people of tables, and these people as the text of a staff table, which
    /// [`Office::with_staff`] takes. The headings are those of a staff table (`id`, `name`, `unit`, `valid_from` …) or
    /// usual ones in Vietnamese; units and positions are named by their identifiers or titles.
    ///
    /// # Errors
    /// Every fault, each at its row and column.
    #[doc(hidden)]
    pub fn with_staff_tables(&self, sources: &[Source<'_>]) -> Result<(Self, String), Faults> {
        let organisation = self.staff().organisation();
        let has_positions = organisation.positions().len() > 0;
        let called = |field: &str, text: &str| match field {
            "unit" => Some(organisation.unit_called(text).map_or(text, |unit| unit.as_str()).to_owned()),
            // Without positions in the rulebook, the title of one gives no right.
            "position" if !has_positions => None,
            "position" => Some(organisation.position_called(text).map_or(text, |one| one.as_str()).to_owned()),
            _ => Some(text.to_owned()),
        };
        let (tables, faults) = people_tables(sources, &called);
        if !faults.is_empty() {
            return Err(placed(faults, &tables));
        }
        let parts = tables.iter().map(|table| (people(table.people.clone()), Origin::of(&table.file)));
        let office = self.with_staff_parts(parts.collect()).map_err(|faults| placed(faults, &tables))?;
        let all = tables.into_iter().flat_map(|table| table.people).collect();
        Ok((office, canonical(&people(all))?))
    }
}

fn people(rows: Vec<Node>) -> Node {
    Node::from(Value::Map(Map::from_iter([("people", Value::List(rows))])))
}

/// The faults at the rows and columns of tables in memory, which have pointers.
fn placed(mut faults: Faults, tables: &[PeopleTable]) -> Faults {
    faults.change(|fault| {
        let place = fault.place();
        let table = tables.iter().find(|table| table.in_memory && place.file.as_ref() == Some(&table.file));
        let Some((table, row)) = table.zip(place.line) else { return fault };
        let column = place.column.and_then(|column| usize::try_from(column).ok()?.checked_sub(1));
        let heading = column.and_then(|column| table.headings.get(column)).map_or("", String::as_str);
        // Row 0 holds the names of the columns.
        let row = row.checked_sub(1).map(|row| format!("/{row}")).unwrap_or_default();
        Error::at(fault, Place::pointer(format!("/{}{row}/{}", table.file, escaped(heading))))
    });
    faults
}

/// A name as a part of a JSON pointer (RFC 6901).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
#[path = "tests/staff_tables.rs"]
mod tests;
