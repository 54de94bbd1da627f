//! The slice of an office that a browser needs to check dossiers of one procedure and to compute their due dates.

use super::compiled::Rulebook;
use super::normal::{sort, text};
use crate::base::canon::Hash;
use crate::base::error::{Error, Faults};
use crate::base::ids::{CalendarId, ProcedureId};
use crate::base::shape::Shape;
use crate::base::time::Date;
use crate::base::value::{Map, Node, Value, exact_json};
use serde::Serialize;
use std::collections::BTreeSet;

/// The fields of a procedure that decide about dossiers and due dates. Staff and workflow are not published.
const KEPT: [&str; 11] =
    ["in_force", "open_cases", "title", "limit", "components", "form", "layout", "rules", "fee", "limits", "online"];

/// Rows of a calendar older than this many years before the first day are left out. Some years are kept, since warnings
/// look back from a due date and a lunar year begins in a Gregorian one.
const YEARS_BEFORE: i32 = 2;

/// Request for the slice of a procedure that a browser needs.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct PublishRequest {
    /// The procedure.
    pub procedure: ProcedureId,
    /// The first day that the slice has to cover; without one, it covers all days.
    pub valid_from: Option<Date>,
}

/// The slice of one procedure (*phần công bố*), which may be public: form, rules, limits, fees, calendars and texts,
/// without staff and routing.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Published {
    /// The procedure.
    pub procedure: ProcedureId,
    /// The first day that the slice covers; without one, it covers all days.
    pub valid_from: Option<Date>,
    /// SHA-256 of `rulebook`, which is also the hash of the office that loads it: a browser and a server with equal
    /// hashes give the same verdicts.
    pub hash: Hash,
    /// The slice as a rulebook in canonical JSON, which can be loaded alone.
    pub rulebook: String,
    /// The slice in compiled form, which `Slice.load` and `Validator.load` take. It begins with a header: format number,
    /// semantics, version of the library, `hash`, and the SHA-256 of what follows. Releases with the same format number
    /// read each other's slices.
    pub compiled: String,
    /// SHA-256 of `compiled`. A page that got it from a place it trusts, not from where it got the slice, loads no other
    /// slice than this one.
    pub digest: Hash,
}

impl Rulebook {
    /// Cuts out the slice of a procedure. From the day `from` on, `check` and `due` give the same answers on it as on
    /// the whole office, byte for byte, for every unit and its calendar.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`]; [`crate::Code::NotInForce`] if no version is in force on or after that day.
    ///
    /// ```
    /// let office = namro::Office::shipped("vn.procedures.2.001610").unwrap();
    /// let slice = office.rulebook().publish(&"2.001610".into(), None).unwrap();
    /// let browser = namro::Office::load(&[("slice.json", &slice.rulebook)]).unwrap();
    /// assert_eq!(browser.hash(), slice.hash);
    /// ```
    pub fn publish(&self, procedure: &ProcedureId, from: Option<Date>) -> Result<Published, Faults> {
        let whole = self.written();
        let written = whole.get("procedures").and_then(|all| all.get(procedure.as_str()));
        let known = || self.procedures().map(|(id, _)| id.as_str());
        let written =
            written.ok_or_else(|| Error::unknown("procedure", procedure.as_str(), known()).under("/procedure"))?;

        let mut calendars = BTreeSet::new();
        let own = self.rules().calendar.as_ref();
        need_calendar(&whole, own, &mut calendars);
        let mut units = Map::default();
        for (id, spans) in &self.rules().units {
            // Every unit is included with the days on which it is in force, so that unknown and dissolved ones are
            // refused; its calendar only if it is not the default one.
            let mut entries: Vec<Node> = Vec::new();
            for span in spans.iter() {
                let on = span.in_force.from.or(span.in_force.to).unwrap_or(Date::MIN);
                let title = self.organisation().unit(id, on).map(|unit| unit.title.clone()).unwrap_or_default();
                let title = Map::from_iter([("vi", text(&title.vi).value), ("en", text(&title.en).value)]);
                let mut entry = Map::from_iter([("title", Value::Map(title))]);
                let dates = [("from", span.in_force.from), ("to", span.in_force.to)];
                let dates = dates.into_iter().filter_map(|(key, day)| Some((key, text(&day?.to_string()).value)));
                let dates: Map = dates.collect();
                if !dates.is_empty() {
                    entry.insert("in_force", Value::Map(dates).into());
                }
                if let Some(calendar) = span.calendar.as_ref().filter(|calendar| Some(*calendar) != own) {
                    need_calendar(&whole, Some(calendar), &mut calendars);
                    entry.insert("calendar", text(calendar.as_str()));
                }
                entries.push(Value::Map(entry).into());
            }
            let entry = if entries.len() == 1 { entries.remove(0) } else { Value::List(entries).into() };
            units.insert(id.as_str(), entry);
        }

        let mut versions: Vec<Node> = match &written.value {
            Value::List(list) => list.iter().map(cut).collect(),
            _ => vec![cut(written)],
        };
        versions.retain(|version| from.is_none_or(|from| last_day(version.get("in_force")) >= Some(from)));
        let versions = match (versions.len(), from) {
            (0, Some(from)) => {
                // The error lists the existing versions.
                self.rules().procedure(procedure, from, "/procedure")?;
                Value::Null.into()
            }
            (1, _) => versions.remove(0),
            _ => Value::List(versions).into(),
        };

        let mut root = Map::default();
        root.insert("namro", Value::Integer(super::gather::FORMAT).into());
        root.insert("id", text(&format!("{}/{procedure}", self.id())));
        root.insert("title", whole.get("title").cloned().unwrap_or_else(|| text("")));
        if let Some(own) = own {
            root.insert("calendar", text(own.as_str()));
        }
        let mut dated = Map::default();
        for id in &calendars {
            let calendar = whole.get("calendars").and_then(|all| all.get(id));
            if let Some(calendar) = calendar {
                dated.insert(id, since(calendar, from));
            }
        }
        root.insert("calendars", Value::Map(dated).into());
        if !units.is_empty() {
            root.insert("units", Value::Map(units).into());
        }
        let entry = (procedure.as_str(), versions.value);
        root.insert("procedures", Value::Map(Map::from_iter([entry])).into());
        let mut root = Node::from(Value::Map(root));
        sort(&mut root);
        let rulebook = exact_json(&root);
        let hash = Hash::of(rulebook.as_bytes());
        let cut = Self::load(&[("rulebook.json", &rulebook)])?;
        let compiled = super::slice::compiled(cut.rules(), super::slice::forms(cut.rules())?, hash)?;
        let digest = Hash::of(compiled.as_bytes());
        Ok(Published { procedure: procedure.clone(), valid_from: from, hash, rulebook, compiled, digest })
    }
}

/// A calendar and those on which it is based.
pub(crate) fn need_calendar(whole: &Node, id: Option<&CalendarId>, needed: &mut BTreeSet<String>) {
    let all = whole.get("calendars");
    let mut next = id.map(CalendarId::as_str);
    while let Some(id) = next.filter(|id| needed.insert((*id).to_owned())) {
        next = all.and_then(|all| all.get(id)?.get("base")?.value.as_text());
    }
}

fn cut(version: &Node) -> Node {
    let Value::Map(map) = &version.value else { return version.clone() };
    let kept = map.iter().filter(|(key, _)| KEPT.contains(key)).map(|(key, node)| (key, node.value.clone()));
    Value::Map(kept.collect()).into()
}

/// The last day of `{from, to}`; without one, the last possible day.
fn last_day(dates: Option<&Node>) -> Option<Date> {
    let to = dates.and_then(|dates| dates.get("to")?.value.as_text());
    to.map_or(Some(Date::MAX), |to| Date::parse(to).ok())
}

/// A calendar without the rows that have no effect from a day on.
fn since(calendar: &Node, from: Option<Date>) -> Node {
    let mut calendar = calendar.clone();
    let (Some(from), Value::Map(map)) = (from, &mut calendar.value) else { return calendar };
    let first = from.ymd().0 - YEARS_BEFORE;
    let year_of = |node: Option<&Node>| match node.map(|node| &node.value) {
        Some(Value::Integer(year)) => i32::try_from(*year).ok(),
        Some(Value::Text(date)) => Date::parse(date).ok().map(|date| date.ymd().0),
        _ => None,
    };
    let keep = |rows: &mut Node, last: fn(&Node) -> Option<&Node>| {
        let Value::List(list) = &mut rows.value else { return };
        let newest = list.iter().filter_map(|row| year_of(last(row))).max();
        // The newest row is always kept: that there is a row shows that the calendar lists notices at all.
        list.retain(|row| year_of(last(row)).is_none_or(|year| year >= first || Some(year) == newest));
    };
    for (_, rows) in map.iter_mut().filter(|(key, _)| ["closed", "working", "announced"].contains(key)) {
        keep(rows, |row| row.get("to").or_else(|| row.get("date")).or_else(|| row.get("year")));
    }
    if let Some(rows) = map.get_mut("weeks") {
        keep(rows, |row| row.get("to"));
    }
    if let Some(Node { value: Value::List(holidays), .. }) = map.get_mut("holidays") {
        for holiday in holidays {
            let Value::Map(holiday) = &mut holiday.value else { continue };
            if let Some(notices) = holiday.get_mut("notices") {
                keep(notices, |row| row.get("year"));
            }
        }
    }
    calendar
}
