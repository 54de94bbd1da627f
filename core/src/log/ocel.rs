//! OCEL 2.0 in JSON (object-centric event log), flattened: one case for each object of the type that the mapping names.

use super::builder::Builder;
use super::columns::{DayMarks, TimeField};
use super::headings::{CaseField, EventField};
use super::raw::{RawCase, RawEvent};
use super::times::{Moment, Times};
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::value::{Map, Node, Value};
use std::borrow::Cow;
use std::collections::HashMap;

/// Whether a document is an object-centric log.
pub(super) fn is_ocel(map: &Map) -> bool {
    map.get("objects").is_some() && map.get("events").is_some() && map.get("objectTypes").is_some()
}

/// Takes a document. An event that relates to several objects of the type goes to the case of each, and the reading says
/// how many did; so it does of events that relate to none.
pub(super) fn read_ocel(builder: &mut Builder<'_>, document: &Node) {
    let types: Vec<&str> = list(document, "objectTypes").iter().filter_map(|kind| text(kind, "name")).collect();
    let mapping = builder.mapping;
    let chosen = match (mapping.object_type.as_deref(), types.as_slice()) {
        (Some(name), _) if types.contains(&name) => name,
        (None, [only]) => only,
        (named, _) => {
            let fault = Error::new(Code::ObjectType).with("value", named.unwrap_or_default());
            return builder.fail(fault.with("allowed", types.join(", ")));
        }
    };
    let objects: HashMap<&str, &Node> =
        list(document, "objects").iter().filter_map(|object| Some((text(object, "id")?, object))).collect();
    let times = Times { zone: mapping.zone(), order: mapping.dates };
    for object in list(document, "objects").iter().filter(|object| text(object, "type") == Some(chosen)) {
        take_object(builder, object, times);
    }
    let (mut shared, mut apart) = (0_u64, 0_u64);
    for event in list(document, "events") {
        let related: Vec<(&str, &Node)> = list(event, "relationships")
            .iter()
            .filter_map(|relation| {
                let object = text(relation, "objectId")?;
                Some((object, *objects.get(object)?))
            })
            .collect();
        let mut cases: Vec<&str> =
            related.iter().filter(|(_, object)| text(object, "type") == Some(chosen)).map(|(id, _)| *id).collect();
        cases.sort_unstable();
        cases.dedup();
        shared += u64::from(cases.len() > 1);
        apart += u64::from(cases.is_empty());
        for case in &cases {
            take_event(builder, event, case, cases.len() > 1, &related, times);
        }
    }
    for (code, count) in [(Code::SharedEvents, shared), (Code::EventsWithoutObject, apart)] {
        if count > 0 {
            builder.reading.remarks.push(Error::new(code).with("count", count).with("type", chosen));
        }
    }
}

fn take_object(builder: &mut Builder<'_>, object: &Node, times: Times<'_>) {
    let columns = &builder.mapping.cases;
    // An attribute may change; what it was last counts.
    let mut cells: HashMap<CaseField, (Option<Moment>, Cow<'_, str>)> = HashMap::new();
    for attribute in list(object, "attributes") {
        let field = text(attribute, "name").and_then(|name| CaseField::of_attribute(name, columns));
        let Some((field, value)) = field.zip(attribute.get("value").and_then(cell)) else { continue };
        let since = text(attribute, "time").and_then(|time| times.read(time).ok());
        let later = |known: &Option<Moment>| known.map(|one| one.at) <= since.map(|one| one.at);
        if cells.get(&field).is_none_or(|(known, _)| later(known)) {
            cells.insert(field, (since, value));
        }
    }
    let mapping = builder.mapping;
    let get = |field| cells.get(&field).map(|(_, value)| &**value).filter(|value| !mapping.is_missing(value));
    let mut faults = Faults::new();
    let mut days = DayMarks::default();
    let mut time = |field, known| {
        let moment = get(field).map(|value| times.read(value))?;
        let moment = moment.map_err(|error| faults.push(error)).ok()?;
        days.set(known, moment.day_only);
        Some(moment.at)
    };
    let case = RawCase {
        case_id: text(object, "id"),
        submitted: time(CaseField::Submitted, TimeField::Submitted),
        received: time(CaseField::Received, TimeField::Received),
        accepted: time(CaseField::Accepted, TimeField::Accepted),
        due_recorded: time(CaseField::DueRecorded, TimeField::DueRecorded),
        due_original: time(CaseField::DueOriginal, TimeField::DueOriginal),
        finished: time(CaseField::Finished, TimeField::Finished),
        returned: time(CaseField::Returned, TimeField::Returned),
        stopped: time(CaseField::Stopped, TimeField::Stopped),
        procedure: get(CaseField::Procedure),
        unit: get(CaseField::Unit),
        status: get(CaseField::Status),
        responsible: get(CaseField::Responsible),
        channel: get(CaseField::Channel),
        office: None,
        days: DayMarks::default(),
    };
    let line = u64::from(object.line);
    match faults.is_empty() {
        true => builder.case(&RawCase { days, ..case }, line),
        false => builder.refuse(placed(faults, object), "cases", line),
    }
}

fn take_event(
    builder: &mut Builder<'_>,
    event: &Node,
    case: &str,
    shared: bool,
    related: &[(&str, &Node)],
    times: Times<'_>,
) {
    let mapping = builder.mapping;
    let line = u64::from(event.line);
    let attribute = |field: EventField| {
        let attributes = list(event, "attributes").iter();
        let own = attributes
            .filter(|attribute| {
                let name = text(attribute, "name");
                name.and_then(|name| EventField::of_attribute(name, &mapping.events).or_else(|| usual(name)))
                    == Some(field)
            })
            .find_map(|attribute| attribute.get("value").and_then(cell));
        // People and units may be objects of a type of their own, which the mapping names like a column.
        let declared = field.declared(&mapping.events);
        let object = || related.iter().find(|(_, object)| declared.is_some() && text(object, "type") == declared);
        own.or_else(|| object().map(|(id, _)| Cow::Borrowed(*id))).filter(|value| !mapping.is_missing(value))
    };
    let time = text(event, "time").map(|time| times.read(time)).transpose();
    let moment = match time {
        Ok(moment) => moment,
        Err(error) => return builder.refuse(placed(error.into(), event), "events", line),
    };
    let kind = text(event, "type");
    let (step, actor, unit) = (attribute(EventField::Step), attribute(EventField::Actor), attribute(EventField::Unit));
    let (assignee, act) = (attribute(EventField::Assignee), attribute(EventField::Act));
    // One event in several cases is one in each: there its identifier names the case too.
    let id = text(event, "id").map(|id| if shared { Cow::Owned(format!("{id}@{case}")) } else { Cow::Borrowed(id) });
    let declared = kind.filter(|kind| mapping.effect(kind).is_some());
    builder.event(
        &RawEvent {
            event_id: id.as_deref(),
            case_id: Some(case),
            at: moment.map(|moment| moment.at),
            day_only: moment.is_some_and(|moment| moment.day_only),
            offset: moment.map_or(0, |moment| moment.offset),
            act: act.as_deref().or(declared),
            step: step.as_deref().or(kind),
            actor: actor.as_deref(),
            assignee: assignee.as_deref(),
            unit: unit.as_deref(),
            ..RawEvent::default()
        },
        line,
    );
}

/// Names of attributes that are usual for who acted and where.
fn usual(name: &str) -> Option<EventField> {
    match name.to_ascii_lowercase().as_str() {
        "resource" | "actor" | "officer" | "user" => Some(EventField::Actor),
        "unit" | "group" | "department" => Some(EventField::Unit),
        "lifecycle" => Some(EventField::Act),
        _ => None,
    }
}

fn placed(faults: Faults, node: &Node) -> Faults {
    let mut placed = Faults::new();
    let place = Place::position(u64::from(node.line), u64::from(node.column));
    faults.iter().for_each(|fault| placed.push(fault.clone().at(place.clone())));
    placed
}

fn list<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    match node.get(key).map(|found| &found.value) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

fn text<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    node.get(key)?.value.as_text()
}

/// The value of an attribute as a cell of a table would have it.
fn cell(node: &Node) -> Option<Cow<'_, str>> {
    match &node.value {
        Value::Text(text) => Some(Cow::Borrowed(text)),
        Value::Integer(number) => Some(number.to_string().into()),
        Value::Decimal(number) => Some(number.to_string().into()),
        _ => None,
    }
}

#[cfg(test)]
#[path = "tests/ocel.rs"]
mod tests;
