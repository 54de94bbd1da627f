//! The data of a case, on which the workflow decides its route: stored data must be judged as the event gave them.
//!
//! In canonical text a decimal is written as a text, and so is an integer beyond 2⁵³; read back, they would be texts. A
//! case therefore stores them as `{"decimal": "2.5"}`.

use super::refusal::Outcome;
use crate::base::error::{Code, Error, Faults};
use crate::base::exact::Decimal;
use crate::base::shape::{Cursor, Shape};
use crate::base::value::{Map, Node, Value};

/// The key of a stored decimal.
const DECIMAL: &str = "decimal";
/// Integers from here on are written as texts in canonical text.
const LARGE: u64 = 1 << 53;

/// Entries of an event's data that describe the act itself and do not become data of the case; `event_data.rs` says what
/// each means.
pub(super) const OWN: [&str; 15] = [
    "reason",
    "to",
    "until",
    "by",
    "lawful",
    "silence",
    "procedure",
    "workflow",
    "channel",
    "secrecy",
    "due",
    "cooperating",
    "informed",
    "prefixes",
    "kind",
];

/// Data in the form in which a case stores them.
pub(super) fn stored(data: &Node) -> Node {
    match &data.value {
        Value::Decimal(decimal) => named(decimal),
        Value::Integer(integer) if integer.unsigned_abs() >= LARGE => named(integer),
        _ => within(data, &stored),
    }
}

fn named(number: &dyn std::fmt::Display) -> Node {
    Node::from(Value::Map(Map::from_iter([(DECIMAL, Value::Text(number.to_string().into()))])))
}

/// Stored data in the form in which the event gave them.
pub(super) fn heard(data: &Node) -> Node {
    match decimal(data) {
        Some(decimal) => Node::from(Value::from(decimal)),
        None => within(data, &heard),
    }
}

fn decimal(data: &Node) -> Option<Decimal> {
    let Value::Map(map) = &data.value else { return None };
    let (name, node) = map.iter().next().filter(|_| map.len() == 1)?;
    Decimal::parse(node.value.as_text().filter(|_| name == DECIMAL)?)
}

fn within(data: &Node, change: &dyn Fn(&Node) -> Node) -> Node {
    Node::from(match &data.value {
        Value::Map(map) => Value::Map(map.iter().map(|(name, node)| (name.to_owned(), change(node).value)).collect()),
        Value::List(list) => Value::List(list.iter().map(change).collect()),
        plain => plain.clone(),
    })
}

/// The data of a case with those of an event merged over them, in the form in which the events gave them.
pub(crate) fn merged(data: &Node, news: Option<&Node>) -> Node {
    let data = heard(data);
    let entries = |node: &Node| match &node.value {
        Value::Map(map) => map.iter().map(|(key, node)| (key.to_owned(), node.value.clone())).collect(),
        _ => Vec::new(),
    };
    let news = news.map(entries).unwrap_or_default().into_iter().filter(|(key, _)| !OWN.contains(&key.as_str()));
    Node::from(Value::Map(entries(&data).into_iter().chain(news).collect()))
}

/// The factors that make the limits of a case longer, as its data name them (`complex`, `several_places`): a list, or
/// one text separated by commas, as in a column of a file.
pub(crate) fn factors(data: &Node) -> Vec<&str> {
    match data.get("factors").map(|node| &node.value) {
        Some(Value::List(list)) => list.iter().filter_map(|node| node.value.as_text()).collect(),
        Some(Value::Text(text)) => text.split(',').map(str::trim).filter(|name| !name.is_empty()).collect(),
        _ => Vec::new(),
    }
}

/// Reads an entry of the data; the error says what is wrong with it.
pub(super) fn read<T: Shape>(node: &Node) -> Outcome<T> {
    let mut faults = Faults::new();
    T::read(&Cursor::root(node, None), &mut faults).filter(|_| faults.is_empty()).ok_or_else(|| {
        let fault = faults.iter().next().cloned();
        fault.unwrap_or_else(|| Error::new(Code::WrongType)).into()
    })
}
