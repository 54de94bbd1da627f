//! Finds the differences between two rulebooks: their places and values.

use super::overlay::{DATED, day, name};
use crate::base::shape::Term;
use crate::base::time::Date;
use crate::base::value::{Node, Value, push_token};
use std::collections::HashMap;

/// How a part of a rulebook changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum ChangeKind {
    /// It was added.
    #[term("added")]
    Added,
    /// It was removed.
    #[term("removed")]
    Removed,
    /// It was changed.
    #[term("changed")]
    Changed,
}

/// A step of the path to a part.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    /// A field, or an entry of a section.
    Field(String),
    /// An item of a list, by its identifier.
    Item(String),
    /// A version, by the day on which it comes into force.
    Version(Option<String>),
}

/// A change between two rulebooks.
pub(crate) struct Found {
    pub(crate) way: Vec<Step>,
    pub(crate) before: Option<Node>,
    pub(crate) after: Option<Node>,
    /// The dates in force of the version that contains it.
    dates: Option<(Option<Date>, Option<Date>)>,
}

impl Found {
    /// The entry of the section that contains it.
    pub(crate) fn entry(&self) -> Option<&str> {
        match self.way.get(1)? {
            Step::Field(entry) | Step::Item(entry) => Some(entry),
            Step::Version(_) => None,
        }
    }

    /// The days on which it has an effect: those of its version, or of the row itself.
    pub(crate) fn span(&self) -> (Option<Date>, Option<Date>) {
        let node = self.after.as_ref().or(self.before.as_ref());
        let date = |node: &Node, key: &str| Date::parse(node.get(key)?.value.as_text()?).ok();
        let own = node.and_then(|node| {
            let row = node.get("in_force").unwrap_or(node);
            let from = date(row, "from").or_else(|| date(row, "date"));
            let to = date(row, "to").or_else(|| date(row, "date"));
            (from.is_some() || to.is_some()).then_some((from, to))
        });
        own.or(self.dates).unwrap_or_default()
    }

    /// JSON pointer to the part; list items are addressed by name, versions by their first day.
    pub(crate) fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.way {
            match step {
                Step::Field(token) | Step::Item(token) => push_token(&mut path, token),
                Step::Version(day) => push_token(&mut path, day.as_deref().unwrap_or("-")),
            }
        }
        path
    }

    /// How the part changed.
    pub(crate) fn kind(&self) -> ChangeKind {
        match (&self.before, &self.after) {
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        }
    }
}

/// Finds the differences below a common path.
pub(crate) fn compare(before: Option<&Node>, after: Option<&Node>, way: &mut Vec<Step>, found: &mut Vec<Found>) {
    if before == after {
        return;
    }
    let dated = matches!(way.as_slice(), [Step::Field(section), Step::Field(_)] if DATED.contains(&section.as_str()));
    if let (Some(before), Some(after)) = (before, after) {
        if dated {
            let (before, after) = (versions(before), versions(after));
            return pairs(&before, &after, way, found);
        }
        match (&before.value, &after.value) {
            (Value::Map(a), Value::Map(b)) => {
                let field = |(key, node)| (Step::Field(String::from(key)), node);
                let (a, b): (Vec<_>, Vec<_>) = (a.iter().map(field).collect(), b.iter().map(field).collect());
                return pairs(&a, &b, way, found);
            }
            (Value::List(a), Value::List(b)) => {
                let (a, b) = (items(a), items(b));
                if let Some((a, b)) = a.zip(b) {
                    return pairs(&a, &b, way, found);
                }
            }
            _ => {}
        }
    } else if dated && let Some(list) = before.or(after).filter(|node| matches!(node.value, Value::List(_))) {
        let (all, none) = (versions(list), Vec::new());
        return if before.is_some() { pairs(&all, &none, way, found) } else { pairs(&none, &all, way, found) };
    } else if let [Step::Field(_)] = way.as_slice()
        && let Some(Node { value: Value::Map(map), .. }) = before.or(after)
    {
        // A whole section: entry by entry.
        let all: Vec<_> = map.iter().map(|(key, node)| (Step::Field(key.to_owned()), node)).collect();
        return if before.is_some() { pairs(&all, &[], way, found) } else { pairs(&[], &all, way, found) };
    }
    if before.is_none() != after.is_none()
        && way.len() > 2
        && let Some(Node { value: Value::List(list), .. }) = before.or(after)
        && let Some(all) = items(list)
        && !all.is_empty()
    {
        // Dated and named rows are compared one by one.
        return if before.is_some() { pairs(&all, &[], way, found) } else { pairs(&[], &all, way, found) };
    }
    found.push(Found { way: way.clone(), before: before.cloned(), after: after.cloned(), dates: None });
}

fn pairs<'a>(
    before: &'a [(Step, &'a Node)],
    after: &'a [(Step, &'a Node)],
    way: &mut Vec<Step>,
    found: &mut Vec<Found>,
) {
    let index = |list: &'a [(Step, &'a Node)]| -> HashMap<&'a Step, &'a Node> {
        list.iter().map(|(step, node)| (step, *node)).collect()
    };
    let (old, new) = (index(before), index(after));
    let gone = before.iter().filter(|(step, _)| !new.contains_key(step)).map(|(step, node)| (step, Some(*node), None));
    let kept = after.iter().map(|(step, node)| (step, old.get(step).copied(), Some(*node)));
    let all: Vec<(&Step, Option<&Node>, Option<&Node>)> = gone.chain(kept).collect();
    for (step, old, new) in all {
        way.push(step.clone());
        let start = found.len();
        compare(old, new, way, found);
        if let Step::Version(_) = step {
            let date = |key: &str| {
                let node = new.or(old)?;
                Date::parse(node.get("in_force")?.get(key)?.value.as_text()?).ok()
            };
            let dates = Some((date("from"), date("to")));
            found.iter_mut().skip(start).for_each(|one| one.dates = dates);
        }
        way.pop();
    }
}

fn versions(node: &Node) -> Vec<(Step, &Node)> {
    let step = |node| (Step::Version(day(node).map(str::to_owned)), node);
    match &node.value {
        Value::List(list) => list.iter().map(step).collect(),
        _ => vec![step(node)],
    }
}

/// The items of a list by name; `None` unless each has a name and no two share one.
fn items(list: &[Node]) -> Option<Vec<(Step, &Node)>> {
    let named: Vec<_> =
        list.iter().map(|node| name(node).map(|(_, name)| (Step::Item(name), node))).collect::<Option<_>>()?;
    let mut rest = named.iter();
    let twice =
        std::iter::from_fn(|| rest.next().map(|one| rest.clone().any(|other| other.0 == one.0))).any(|twice| twice);
    (!twice).then_some(named)
}
