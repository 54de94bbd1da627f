//! The data of a case, from which the workflow routes: what is stored is judged as what was heard.
//!
//! In canonical text a decimal is a text, and so is an integer beyond 2⁵³: they would come back as texts. In a case
//! they stand as `{"decimal": "2.5"}`.

use super::refusal::Outcome;
use crate::base::error::{Code, Error, Faults};
use crate::base::exact::Decimal;
use crate::base::shape::{Cursor, Shape};
use crate::base::value::{Map, Node, Value};

/// The name under which a decimal stands.
const DECIMAL: &str = "decimal";
/// From here on integers are texts in canonical text.
const LARGE: u64 = 1 << 53;

/// Entries of an event's data that speak of the act itself and do not become data of the case.
const OWN: [&str; 15] = [
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

/// Data as a case stores them.
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

/// Data as they were heard.
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

/// The data of a case with those of an event laid over, as they were heard.
pub(crate) fn merged(data: &Node, news: Option<&Node>) -> Node {
    let data = heard(data);
    let entries = |node: &Node| match &node.value {
        Value::Map(map) => map.iter().map(|(key, node)| (key.to_owned(), node.value.clone())).collect(),
        _ => Vec::new(),
    };
    let news = news.map(entries).unwrap_or_default().into_iter().filter(|(key, _)| !OWN.contains(&key.as_str()));
    Node::from(Value::Map(entries(&data).into_iter().chain(news).collect()))
}

/// What makes the limits of a case longer, as its data name it (`complex`, `several_places`): a list, or a text of which
/// commas part the names, as a column of a file holds it.
pub(crate) fn factors(data: &Node) -> Vec<&str> {
    match data.get("factors").map(|node| &node.value) {
        Some(Value::List(list)) => list.iter().filter_map(|node| node.value.as_text()).collect(),
        Some(Value::Text(text)) => text.split(',').map(str::trim).filter(|name| !name.is_empty()).collect(),
        _ => Vec::new(),
    }
}

/// Reads an entry of the data, or says what is wrong with it.
pub(super) fn read<T: Shape>(node: &Node) -> Outcome<T> {
    let mut faults = Faults::new();
    T::read(&Cursor::root(node, None), &mut faults).filter(|_| faults.is_empty()).ok_or_else(|| {
        let fault = faults.iter().next().cloned();
        fault.unwrap_or_else(|| Error::new(Code::WrongType)).into()
    })
}
