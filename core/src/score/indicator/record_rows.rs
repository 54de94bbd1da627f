//! Rows of records from the host: read, checked, and matched with what was expected.

use super::record::{FieldType, RecordKind, WORKED_OUT, word};
use super::rows::{Coder, Rows};
use super::spec::{About, RecordType, Unseen};
use crate::base::Arrange;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::UnitId;
use crate::base::shape::{Cursor, Shape};
use crate::base::time::{Instant, Stamp, Zone};
use crate::base::value::{Map, Node, Value, exact_json, push_token};
use crate::score::period::Period;
use indexmap::IndexMap;
use serde::Serialize;
use std::collections::HashSet;

/// A list of records that somebody declares complete for a period: from then on no row means none (*danh sách đã chốt*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct ClosedList {
    /// The kind of record.
    pub kind: String,
    /// The unit; without one, all units.
    pub unit: Option<UnitId>,
    /// The period.
    pub period: Period,
    /// Who declares it.
    pub decided_by: String,
}

/// The rows of every kind of record of a request.
#[derive(Debug, Default)]
pub(crate) struct RecordRows {
    /// Rows by kind, each with all columns of its kind, in the order in which they were given.
    pub(super) rows: IndexMap<String, Vec<Map>>,
    pub(super) lists: Vec<ClosedList>,
}

/// The text of a column.
pub(super) fn text<'a>(row: &'a Map, column: &str) -> Option<&'a str> {
    row.get(column)?.value.as_text()
}

fn instant(row: &Map, column: &str) -> Option<Instant> {
    Stamp::parse(text(row, column)?).ok().map(|stamp| stamp.at)
}

impl RecordRows {
    /// Reads and checks rows; `as_of` is the instant up to which is looked.
    pub(crate) fn read(
        given: &IndexMap<String, Vec<Node>>,
        lists: &[ClosedList],
        kinds: &IndexMap<String, RecordKind>,
        (as_of, zone): (Instant, &Zone),
        faults: &mut Faults,
    ) -> Self {
        let mut rows: IndexMap<String, Vec<Map>> = IndexMap::new();
        let unknown = |name: &str| Error::unknown("record", name, kinds.keys().map(String::as_str));
        for (name, nodes) in given {
            let mut pointer = "/records".to_owned();
            push_token(&mut pointer, name);
            let Some(kind) = kinds.get(name) else {
                faults.push(unknown(name).under(&pointer));
                continue;
            };
            let mut seen = HashSet::new();
            let list = rows.entry(name.clone()).or_default();
            for (index, node) in nodes.iter().enumerate() {
                let mut found = Faults::new();
                let row = read_row(name, kind, node, zone, &mut found);
                let at = format!("{pointer}/{index}");
                if let (Some(row), Some(once)) = (&row, &kind.spec.once) {
                    let value = row.get(once).map(exact_json).unwrap_or_default();
                    if !seen.insert(value.clone()) {
                        let fault = Error::new(Code::RecordTwice).with("kind", name).with("column", once);
                        found.push(fault.with("value", value));
                    }
                }
                found.change(|fault| {
                    let below = fault.place().pointer.clone().unwrap_or_default();
                    fault.at(crate::base::error::Place::pointer(format!("{at}{below}")))
                });
                faults.extend(found);
                list.extend(row.filter(|row| {
                    instant(row, "at").is_none_or(|at| at <= as_of) || kind.spec.r#type == RecordType::Expected
                }));
            }
        }
        for (index, list) in lists.iter().enumerate() {
            match kinds.get(&list.kind) {
                None => faults.push(unknown(&list.kind).under(&format!("/lists/{index}/kind"))),
                Some(kind) if !kind.is_closed() => {
                    let fault = Error::new(Code::WithoutEffect).with("field", &list.kind);
                    faults.push(fault.with("needs", "list: closed").under(&format!("/lists/{index}/kind")));
                }
                Some(_) => {}
            }
        }
        let mut read = Self { rows, lists: lists.to_vec() };
        for (name, kind) in kinds.iter().filter(|(_, kind)| kind.spec.r#type == RecordType::Expected) {
            read.match_with(name, kind, kinds, as_of);
        }
        for (name, kind) in kinds {
            if kind.spec.r#type == RecordType::Seen {
                for row in read.rows.get_mut(name).into_iter().flatten() {
                    let kept =
                        kind.spec.kept.as_ref().map_or(Value::Bool(true), |kept| {
                            row.get(kept).map_or(Value::Null, |node| node.value.clone())
                        });
                    row.insert("kept", kept.into());
                }
            }
        }
        read
    }

    /// Finds for each row of what was seen the one that was expected: equal in the columns of `match`, and within its
    /// span, where it has one. Each is found once, in the order of time, before any is found again.
    fn match_with(&mut self, name: &str, expected: &RecordKind, kinds: &IndexMap<String, RecordKind>, as_of: Instant) {
        let Some(wanted) = self.rows.get(name) else { return };
        let span = |row: &Map| (instant(row, "from"), instant(row, "to"));
        let spans =
            expected.column("from") == Some(&FieldType::Instant) && expected.column("to") == Some(&FieldType::Instant);
        let ends: Vec<Option<Instant>> =
            wanted.iter().map(|row| span(row).1.filter(|_| spans).or_else(|| instant(row, "at"))).collect();
        let mut order: Vec<usize> = (0..wanted.len()).collect();
        order.arrange_by_key(|index| ends.get(*index).copied().flatten());
        // What was found of each: whether it was kept, and whether late.
        let mut found: Vec<Vec<(Option<bool>, Option<bool>)>> = vec![Vec::new(); wanted.len()];
        let mut late_rows: Vec<(String, usize, bool)> = Vec::new();
        for (seen_name, kind) in kinds.iter().filter(|(_, kind)| kind.spec.of.as_deref() == Some(name)) {
            let Some(seen) = self.rows.get(seen_name) else { continue };
            let mut turn: Vec<usize> = (0..seen.len()).collect();
            turn.arrange_by_key(|index| seen.get(*index).and_then(|row| instant(row, "at")));
            for place in turn {
                let Some(row) = seen.get(place) else { continue };
                let at = instant(row, "at");
                let fits = |index: &&usize| {
                    let Some(wish) = wanted.get(**index) else { return false };
                    let same = |column: &String| match (wish.get(column), row.get(column)) {
                        (Some(one), Some(other)) => one.value != Value::Null && one.value == other.value,
                        _ => false,
                    };
                    let within = !spans
                        || match (span(wish), at) {
                            ((Some(from), Some(to)), Some(at)) => (from..=to).contains(&at),
                            _ => false,
                        };
                    within && kind.spec.r#match.iter().all(same)
                };
                let free = |index: &&usize| found.get(**index).is_some_and(Vec::is_empty);
                let hit = order.iter().filter(fits).find(free).or_else(|| order.iter().find(fits)).copied();
                let Some(index) = hit else { continue };
                let kept = match &kind.spec.kept {
                    None => Some(true),
                    Some(kept) => row.get(kept).and_then(|node| match node.value {
                        Value::Bool(truth) => Some(truth),
                        _ => None,
                    }),
                };
                let end = ends.get(index).copied().flatten();
                let late = at.zip(end).map(|(at, end)| at > end);
                if let Some(slot) = found.get_mut(index) {
                    slot.push((kept, late));
                }
                late_rows.extend(late.map(|late| (seen_name.clone(), place, late)));
            }
        }
        for (seen_name, place, late) in late_rows {
            if let Some(row) = self.rows.get_mut(&seen_name).and_then(|rows| rows.get_mut(place)) {
                row.insert("late", Value::Bool(late).into());
            }
        }
        let silence = expected.spec.silence.unwrap_or_default();
        for ((row, found), end) in self.rows.get_mut(name).into_iter().flatten().zip(found).zip(ends) {
            // One good look is enough; one that is in time counts before one that is late.
            let kept = found.iter().filter(|(kept, _)| *kept == Some(true));
            let truth = |truth: Option<bool>| truth.map_or(Value::Null, Value::Bool).into();
            let past = end.is_none_or(|end| end <= as_of);
            let (is_kept, is_late) = match kept.clone().next() {
                Some(_) if kept.clone().any(|(_, late)| *late == Some(false)) => (Some(true), Some(false)),
                Some((_, late)) => (Some(true), *late),
                None if found.iter().any(|(kept, _)| *kept == Some(false)) => (Some(false), None),
                None if found.is_empty() && past && silence == Unseen::Missed => (Some(false), None),
                None => (None, None),
            };
            row.insert("kept", truth(is_kept));
            row.insert("late", truth(is_late));
        }
    }

    /// Whether a kind says everything about a unit in a month, so that no row means none.
    pub(super) fn is_complete(&self, name: &str, kind: &RecordKind, unit: Option<&str>, month: Option<&str>) -> bool {
        let covers = |list: &&ClosedList| {
            let of_unit = list.unit.as_ref().is_none_or(|own| Some(own.as_str()) == unit);
            list.kind == name && of_unit && month.is_some_and(|month| list.period.months().any(|one| one == month))
        };
        !kind.is_closed() || self.lists.iter().any(|list| covers(&list))
    }

    /// The rows of a kind as a table, with the columns that are wanted.
    pub(crate) fn table(&self, name: &str, kind: &RecordKind, wanted: &dyn Fn(&str) -> bool) -> Rows {
        let empty = Vec::new();
        let list = self.rows.get(name).unwrap_or(&empty);
        let mut rows = Rows { count: list.len(), ..Rows::default() };
        for column in kind.columns().filter(|column| wanted(column)) {
            let mut coder: Coder<String> = Coder::new();
            for row in list {
                let value = row.get(column).filter(|node| node.value != Value::Null);
                coder.push(value.map(exact_json), |_| value.map_or(Value::Null, |node| node.value.clone()));
            }
            rows.columns.insert(column.to_owned(), coder.coded);
        }
        rows
    }
}

/// Reads one row: its columns of their types, instants in the zone of the office, and who recorded it.
fn read_row(name: &str, kind: &RecordKind, node: &Node, zone: &Zone, faults: &mut Faults) -> Option<Map> {
    let at = Cursor::root(node, None);
    let before = faults.count();
    let mut row = Map::default();
    for (column, here) in at.entries(faults) {
        let Some(wanted) = kind.column(column).filter(|_| !WORKED_OUT.contains(&column)) else {
            let known = kind.columns().filter(|column| !WORKED_OUT.contains(column));
            faults.push(here.fault(Code::UnknownField).with("field", column).suggest(column, known));
            continue;
        };
        if here.node.value == Value::Null {
            continue;
        }
        let read = match wanted {
            FieldType::Text => here.text(faults).map(|text| Value::Text(text.into())),
            FieldType::Terms(words) => {
                let terms: Vec<(&str, &str)> = words.iter().map(|word| (word.as_str(), word.as_str())).collect();
                here.term(&terms, faults).map(|word| Value::Text(word.into()))
            }
            FieldType::Integer => here.integer(i64::MIN, i64::MAX, faults).map(Value::Integer),
            FieldType::Boolean => bool::read(&here, faults).map(Value::Bool),
            FieldType::Instant => {
                Stamp::read(&here, faults).map(|stamp| Value::Text(zone.stamp(stamp.at).to_string().into()))
            }
            FieldType::Decimal => match &here.node.value {
                value @ (Value::Integer(_) | Value::Decimal(_)) => Some(value.clone()),
                _ => here.wrong_type(word(wanted), faults),
            },
        };
        if let Some(value) = read {
            row.insert(column, value.into());
        }
    }
    let mut needed: Vec<&str> = kind.about().into_iter().collect();
    if kind.spec.about == About::Item {
        needed.push("step");
    }
    if kind.spec.r#type == RecordType::Decided {
        needed.extend(["decided_by", "decided_at", "reason"]);
    }
    if !kind.spec.not_by.is_empty() && !needed.contains(&"decided_by") {
        needed.push("decided_by");
    }
    for field in needed {
        if text(&row, field).is_none() && at.get(field).is_none_or(|at| at.node.value == Value::Null) {
            faults.push(at.fault(Code::MissingField).with("field", field));
        }
    }
    // What was decided happened when it was decided, unless the row says otherwise.
    if row.get("at").is_none()
        && let Some(decided) = row.get("decided_at").cloned()
    {
        row.insert("at", decided);
    }
    for column in &kind.spec.not_by {
        if let (Some(person), Some(by)) = (text(&row, column), text(&row, "decided_by"))
            && person == by
        {
            let fault = at
                .get("decided_by")
                .map_or_else(|| at.fault(Code::RecordByOneself), |at| at.fault(Code::RecordByOneself));
            faults.push(fault.with("officer", person).with("kind", name));
        }
    }
    (faults.count() == before).then_some(row)
}
