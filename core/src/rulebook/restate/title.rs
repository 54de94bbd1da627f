//! Titles of the fields of a form.

use crate::base::text::Text;
use crate::base::value::{Node, Value};

/// The title that a form gives to a field, at any depth.
pub(super) fn title(form: Option<&Node>, way: &str) -> Option<Text> {
    let form = form?;
    let last = way.rsplit('/').next().unwrap_or(way);
    let named = match way.strip_prefix('/') {
        // Fields of the same name can occur in several groups, such as the numbers of husband and wife.
        Some(way) => at_way(form, form, way).map(|own| match way.rsplit_once('/') {
            Some((group, _)) => {
                at_way(form, form, group).map_or_else(|| own.clone(), |group| Text::join([&group, &own], " › ", " › "))
            }
            None => own,
        }),
        // A field of a list item is not a field of the form itself, though it may have the same name.
        None => match &form.value {
            Value::Map(map) => map.iter().find_map(|(_, node)| anywhere(node, last)),
            _ => None,
        },
    };
    named.or_else(|| anywhere(form, last))
}

/// The title of a field by its path in the form.
fn at_way(form: &Node, here: &Node, way: &str) -> Option<Text> {
    let here = match here.get("$ref").and_then(|node| node.value.as_text()) {
        Some(reference) => reference.strip_prefix("#/")?.split('/').try_fold(form, |node, name| node.get(name))?,
        None => here,
    };
    let (name, rest) = way.split_once('/').map_or((way, None), |(name, rest)| (name, Some(rest)));
    match rest {
        Some(rest) => at_way(form, here.get("properties")?.get(name)?, rest),
        None => own_title(here, name),
    }
}

fn own_title(schema: &Node, name: &str) -> Option<Text> {
    let title = schema.get("properties")?.get(name)?.get("title")?;
    Some(match &title.value {
        Value::Text(text) => Text::same(&**text),
        _ => {
            let part = |key: &str| title.get(key).and_then(|text| text.value.as_text()).map(str::to_owned);
            let vi = part("vi").unwrap_or_default();
            Text { en: part("en").unwrap_or_else(|| vi.clone()), vi }
        }
    })
}

fn anywhere(schema: &Node, name: &str) -> Option<Text> {
    match &schema.value {
        Value::Map(map) => own_title(schema, name).or_else(|| map.iter().find_map(|(_, node)| anywhere(node, name))),
        Value::List(list) => list.iter().find_map(|node| anywhere(node, name)),
        _ => None,
    }
}
