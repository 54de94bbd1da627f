//! What a caller says of how tables are read, instead of a mapping or of a part of it.

use super::headings::{CaseField, EventField, Field, SupplementField};
use super::{DateOrder, Mapping};
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::text::Text;
use crate::base::time::Zone;
use indexmap::IndexMap;

/// What a caller says of how tables are read; it takes precedence over the mapping.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// The zone of times without an offset.
    pub zone: Option<Zone>,
    /// The order of dates such as `03/04/2026`.
    pub dates: Option<DateOrder>,
    /// The encoding of delimited text.
    pub encoding: Option<String>,
    /// The names of the sheets of a workbook that are read.
    pub sheets: Vec<String>,
    /// Field → column: `accepted`, or `cases.accepted` where two shapes have a field of that name.
    pub columns: IndexMap<String, String>,
}

impl Overrides {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        let Self { zone, dates, encoding, sheets, columns } = self;
        zone.is_none() && dates.is_none() && encoding.is_none() && sheets.is_empty() && columns.is_empty()
    }
}

impl Mapping {
    /// The same mapping with what a caller says instead.
    ///
    /// # Errors
    /// An encoding that is not known, at `/encoding`; a field that no shape has, at `/columns/…`, with the most similar
    /// one and the list.
    pub(crate) fn overridden(mut self, overrides: &Overrides) -> Result<Self, Faults> {
        let Overrides { zone, dates, encoding, sheets, columns } = overrides;
        let mut faults = Faults::new();
        self.zone = zone.clone().or(self.zone);
        self.dates = dates.or(self.dates);
        if let Some(name) = encoding {
            match super::table::Encoding::check(name) {
                Ok(()) => self.encoding = Some(name.clone()),
                Err(fault) => faults.push(fault.at(Place::pointer("/encoding"))),
            }
        }
        if !sheets.is_empty() {
            self.sheets.clone_from(sheets);
        }
        // A unit is that of each event where the table has events.
        let of_events = columns.keys().any(|name| {
            let name = name.strip_prefix("events.").unwrap_or(name);
            [EventField::At, EventField::Started].iter().any(|field| field.name() == name)
        });
        for (name, column) in columns {
            if let Err(fault) = self.declare(name, column, of_events) {
                faults.push(fault.at(Place::pointer(format!("/columns/{name}"))));
            }
        }
        faults.into_result(Some(self))
    }

    fn declare(&mut self, name: &str, column: &str, of_events: bool) -> Result<(), Error> {
        let (shape, bare) = name.split_once('.').unwrap_or(("", name));
        let wants = |one: &str| shape.is_empty() || shape == one;
        let event = EventField::ALL.iter().find(|field| wants("events") && field.name() == bare);
        let case = CaseField::ALL.iter().find(|field| wants("cases") && field.name() == bare);
        let supplement = SupplementField::ALL.iter().find(|field| wants("supplements") && field.name() == bare);
        let cell = match (event, case, supplement) {
            (Some(event), None, None) => event.cell(&mut self.events),
            (Some(event), Some(_), None) if of_events => event.cell(&mut self.events),
            (_, Some(case), None) => case.cell(&mut self.cases),
            (_, _, Some(supplement)) => supplement.cell(&mut self.supplements),
            (None, None, None) => return Err(unknown_field(name)),
        };
        *cell = Some(column.to_owned());
        Ok(())
    }
}

/// A field that no shape has, with the most similar one and the list.
fn unknown_field(name: &str) -> Error {
    // Events and cases both have a unit.
    let fields = Field::all().filter(|field| *field != Field::Case(CaseField::Unit));
    let fields: Vec<&str> = fields.map(Field::bare_name).collect();
    let allowed = Text::same(fields.join(", "));
    Error::new(Code::UnknownField).with("field", name).with_text("allowed", allowed).suggest(name, fields)
}
