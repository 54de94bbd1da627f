//! Times without an offset in rows of this library's own shapes: the zone of the mapping gives it.

use super::times::Times;
use super::{Mapping, TimeField};
use crate::base::error::Faults;
use crate::base::shape::Cursor;
use crate::base::time::{Date, Stamp};
use crate::base::value::{Map, Node, Value};
use std::borrow::Cow;

/// The times of an event. Only the first is an instant that may turn out to be a day.
const OF_EVENTS: [&str; 2] = ["at", "recorded_at"];

/// A row, its times written as RFC 3339. The same row if the mapping declares no zone, or nothing lacks an offset.
/// A time that cannot be read is a fault at its place.
pub(crate) fn with_offsets<'n>(row: &Cursor<'n>, mapping: &Mapping, faults: &mut Faults) -> Cow<'n, Node> {
    let mut written = Cow::Borrowed(row.node);
    let Some(zone) = mapping.zone() else { return written };
    let times = Times { zone: Some(zone), order: mapping.dates };
    for field in OF_EVENTS.into_iter().chain(TimeField::ALL.map(TimeField::name)) {
        let Some(cell) = row.node.get(field) else { continue };
        let Some(text) = cell.value.as_text().filter(|text| !is_exact(text, field)) else { continue };
        let moment = match times.read(text) {
            Ok(moment) => moment,
            Err(error) => {
                faults.push(row.key(field, cell).locate(error));
                continue;
            }
        };
        let stamp = Stamp { at: moment.at, offset: moment.offset };
        let Value::Map(fields) = &mut written.to_mut().value else { continue };
        match moment.day_only && !OF_EVENTS.contains(&field) {
            true => put(fields, field, &zone.date_of(moment.at)),
            false => put(fields, field, &stamp),
        }
        if field == "at" && moment.day_only {
            fields.insert("day_only", Value::Bool(true).into());
        }
    }
    written
}

/// Writes a text in the place of another.
fn put(fields: &mut Map, field: &str, text: &dyn std::fmt::Display) {
    if let Some(node) = fields.get_mut(field) {
        node.value = Value::Text(text.to_string().into());
    }
}

/// Whether a time needs no mapping: it has an offset, or is the day of a case row.
fn is_exact(text: &str, field: &str) -> bool {
    let offset = matches!(text.as_bytes(), [.., b'Z' | b'z'] | [.., b'+' | b'-', _, _, b':', _, _]);
    offset || (!matches!(field, "at" | "recorded_at") && Date::parse(text).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::value::parse_json;
    use crate::log::{DateOrder, MappingSpec};

    fn read(row: &str, dates: Option<DateOrder>) -> Result<String, String> {
        let zone = crate::base::time::Zone::vietnam();
        let mapping = Mapping::new(MappingSpec { zone: Some(zone.into()), dates, ..MappingSpec::default() }).unwrap();
        let (node, mut faults) = (parse_json(row.as_bytes()).unwrap(), Faults::new());
        let row = with_offsets(&Cursor::root(&node, None), &mapping, &mut faults);
        let row = crate::base::canonical(&*row).unwrap();
        faults.into_result(Some(row)).map_err(|faults| faults.to_string())
    }

    #[test]
    fn the_zone_and_the_order_of_dates_are_those_of_the_mapping() {
        for (row, expected) in [
            (r#"{"at":"2026-03-03T09:00:00"}"#, r#"{"at":"2026-03-03T09:00:00+07:00"}"#),
            (r#"{"at":"2026-03-03 09:00"}"#, r#"{"at":"2026-03-03T09:00:00+07:00"}"#),
            (r#"{"at":"04/03/2026 09:00"}"#, r#"{"at":"2026-03-04T09:00:00+07:00"}"#),
            (r#"{"at":"2026-03-03"}"#, r#"{"at":"2026-03-03T00:00:00+07:00","day_only":true}"#),
            (r#"{"at":"2026-03-03T09:00:00Z"}"#, r#"{"at":"2026-03-03T09:00:00Z"}"#),
            (r#"{"recorded_at":"04/03/2026 9:05"}"#, r#"{"recorded_at":"2026-03-04T09:05:00+07:00"}"#),
            (r#"{"accepted":"2026-03-03"}"#, r#"{"accepted":"2026-03-03"}"#),
            (r#"{"accepted":"04/03/2026"}"#, r#"{"accepted":"2026-03-04"}"#),
            (r#"{"finished":"04/03/2026 17:30:00"}"#, r#"{"finished":"2026-03-04T17:30:00+07:00"}"#),
        ] {
            assert_eq!(read(row, Some(DateOrder::DayFirst)).as_deref(), Ok(expected), "{row}");
        }
        assert!(read(r#"{"at":"04/03/2026 09:00"}"#, None).unwrap_err().contains("/at"));
        assert!(read(r#"{"at":"soon"}"#, None).unwrap_err().contains("bad_time"));
    }
}
