//! Shapes as typed dictionaries of Python, and a method for each operation.

use super::schema::{Field, MOMENTS, Model, Named, Type};
use std::collections::BTreeSet;

const HEAD: &str = "\"\"\"Requests and answers as typed dictionaries.\n\n\
    Written by `cargo run -p xtask -- shapes` from core/schema.\n\"\"\"\n\n\
    from __future__ import annotations\n\n\
    from collections.abc import Mapping, Sequence\n\
    from datetime import date, datetime\n\
    from typing import Any, Literal, Protocol, TypeAlias, TypedDict, Union\n\n\n\
    class Frame(Protocol):\n    \"\"\"A table of any library that speaks Arrow.\"\"\"\n\n    \
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...\n";

/// Words that cannot name a field of a class.
const KEYWORDS: [&str; 12] = ["and", "as", "class", "def", "else", "from", "if", "in", "is", "not", "or", "with"];

/// The module `namro.shapes`.
pub fn shapes(model: &Model) -> String {
    let mut text = HEAD.to_owned();
    let objects = model.types.iter().filter(|(_, named)| matches!(named.kind, Type::Object(_)));
    for (name, Named { about, kind, input }) in objects.clone() {
        let Type::Object(fields) = kind else { continue };
        let (optional, required): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.optional);
        if fields.iter().any(|field| KEYWORDS.contains(&field.name.as_str())) {
            text.push_str(&call(name, about, fields, *input));
        } else if optional.is_empty() {
            text.push_str(&dictionary(name, "TypedDict", about, &required, *input));
        } else if required.is_empty() {
            text.push_str(&dictionary(name, "TypedDict, total=False", about, &optional, *input));
        } else {
            // `NotRequired` is younger than the oldest Python that we serve.
            text.push_str(&dictionary(&format!("_{name}"), "TypedDict", about, &required, *input));
            text.push_str(&dictionary(name, &format!("_{name}, total=False"), about, &optional, *input));
        }
    }
    // An alias is worked out where it stands: what it names must stand above it.
    let mut known: BTreeSet<&str> = objects.map(|(name, _)| name.as_str()).collect();
    let mut waiting: Vec<_> = model.types.iter().filter(|(name, _)| !known.contains(name.as_str())).collect();
    while !waiting.is_empty() {
        let (ready, later): (Vec<_>, Vec<_>) =
            waiting.iter().partition(|(_, named)| uses(&named.kind).iter().all(|name| known.contains(name)));
        // One that contains itself has no finite spelling here.
        let (ready, later, loops) = if ready.is_empty() { (later, Vec::new(), true) } else { (ready, later, false) };
        for (name, Named { about, kind, input }) in ready {
            let spelt = match MOMENTS.iter().position(|moment| name.strip_suffix("Given") == Some(moment)) {
                Some(moment) => format!("Union[str, {}]", ["datetime", "date", "date, datetime"][moment]),
                None if loops => "Any".to_owned(),
                None => show(kind, *input),
            };
            text.push_str(&format!("\n{name}: TypeAlias = {spelt}\n"));
            if !about.is_empty() {
                text.push_str(&format!("\"\"\"{}\"\"\"\n", quoted(about)));
            }
            known.insert(name);
        }
        waiting = later;
    }
    text
}

/// The module `namro.verbs`.
pub fn verbs(model: &Model) -> String {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for each in &model.operations {
        names.extend([each.request.as_str(), each.answer.as_str()]);
    }
    let names = names.into_iter().collect::<Vec<_>>().join(",\n        ");
    let mut text = format!(
        "\"\"\"A method for each operation.\n\nWritten by `cargo run -p xtask -- shapes` from core/schema.\n\"\"\"\n\n\
         from __future__ import annotations\n\n\
         from typing import TYPE_CHECKING, Any\n\n\
         if TYPE_CHECKING:\n    from typing_extensions import Unpack\n\n    from namro.shapes import (\n        {names},\n    )\n\n\n\
         class Verbs:\n    \"\"\"What an office answers; each method takes the fields of its request by name.\"\"\"\n\n    __slots__ = ()\n\n    \
         def call(self, operation: str, input: Any = None, /) -> Any:\n        \"\"\"Carry out one operation.\"\"\"\n        raise NotImplementedError\n"
    );
    for each in &model.operations {
        text.push_str(&format!(
            "\n    def {}(self, **request: Unpack[{}]) -> {}:\n",
            each.name, each.request, each.answer
        ));
        text.push_str(&format!("        \"\"\"{}", quoted(&each.about)));
        let Type::Object(fields) = &model.types[&each.request].kind else { continue };
        if !fields.is_empty() {
            text.push_str("\n\n        Parameters\n        ----------\n");
            for Field { name, about, kind, optional } in fields {
                let optional = if *optional { ", optional" } else { "" };
                text.push_str(&format!("        {name} : {}{optional}\n            {}\n", plain(kind), quoted(about)));
            }
            text.push_str("        ");
        }
        text.push_str(&format!(
            "\"\"\"\n        answer: {} = self.call({:?}, request)\n        return answer\n",
            each.answer, each.name
        ));
    }
    text
}

/// A dictionary with a keyword among its fields, which no class body could spell.
fn call(name: &str, about: &str, fields: &[Field], input: bool) -> String {
    let entry = |field: &Field| format!("        {:?}: {:?},\n", field.name, show(&field.kind, input));
    let entries: String = fields.iter().map(entry).collect();
    let total = if fields.iter().any(|field| field.optional) { "    total=False,\n" } else { "" };
    format!("\n# {about}\n{name} = TypedDict(\n    {name:?},\n    {{\n{entries}    }},\n{total})\n")
}

fn dictionary(name: &str, base: &str, about: &str, fields: &[&Field], input: bool) -> String {
    // The rows of a log may come as a frame.
    let spell = |kind: &Type| match kind {
        Type::List(inner)
            if input
                && matches!(&**inner, Type::Named(row) if row.starts_with("CaseRow") || row == "Event" || row == "EventGiven") =>
        {
            format!("Union[{}, Frame]", show(kind, input))
        }
        kind => show(kind, input),
    };
    let mut text =
        format!("\n\nclass {name}({base}):\n    \"\"\"{}\"\"\"\n", quoted(if about.is_empty() { name } else { about }));
    for Field { name, about, kind, .. } in fields {
        text.push_str(&format!("\n    {name}: {}\n", spell(kind)));
        if !about.is_empty() {
            text.push_str(&format!("    \"\"\"{}\"\"\"\n", quoted(about)));
        }
    }
    text
}

/// A text inside three quotes.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace("\"\"\"", "'''");
    if text.ends_with('"') { text + " " } else { text }
}

fn uses(kind: &Type) -> Vec<&str> {
    match kind {
        Type::Named(name) => vec![name],
        Type::List(inner) | Type::Map(inner) => uses(inner),
        Type::Union(parts) => parts.iter().flat_map(uses).collect(),
        _ => Vec::new(),
    }
}

/// A type as Python spells it. What is handed in may be any list or mapping, and an answer handed back counts too:
/// to a type checker neither is the same as the narrower one.
fn show(kind: &Type, input: bool) -> String {
    let inside = |kind: &Type| show(kind, input);
    match kind {
        Type::Any => "Any".into(),
        Type::Null => "None".into(),
        Type::Bool => "bool".into(),
        Type::Integer => "int".into(),
        Type::Text => "str".into(),
        Type::Constant(value) => format!("Literal[{value}]"),
        Type::Named(name) => match name.strip_suffix("Given").filter(|plain| input && !MOMENTS.contains(plain)) {
            Some(plain) => format!("Union[{name}, {plain}]"),
            None => name.clone(),
        },
        Type::List(inner) if input => format!("Sequence[{}]", inside(inner)),
        Type::List(inner) => format!("list[{}]", inside(inner)),
        Type::Map(inner) if input => format!("Mapping[str, {}]", inside(inner)),
        Type::Map(inner) => format!("dict[str, {}]", inside(inner)),
        Type::Object(_) => "dict[str, Any]".into(),
        Type::Union(parts) => {
            let constant = |part: &Type| if let Type::Constant(value) = part { Some(value.clone()) } else { None };
            let constants: Vec<_> = parts.iter().filter_map(constant).collect();
            let mut shown: Vec<_> = parts.iter().filter(|part| constant(part).is_none()).map(inside).collect();
            if !constants.is_empty() {
                shown.insert(0, format!("Literal[{}]", constants.join(", ")));
            }
            shown.dedup();
            if let [one] = &shown[..] { one.clone() } else { format!("Union[{}]", shown.join(", ")) }
        }
    }
}

/// A type for the eye, in a docstring.
fn plain(kind: &Type) -> String {
    match kind {
        Type::Union(parts) => {
            let parts: Vec<_> = parts.iter().filter(|part| **part != Type::Null).map(plain).collect();
            parts.join(" or ")
        }
        Type::List(inner) => format!("list of {}", plain(inner)),
        kind => show(kind, false),
    }
}
