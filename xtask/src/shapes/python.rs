//! Shapes as classes of Python, and a method for each operation.
//!
//! An answer is a class with a read-only property for each field; where a request takes the same shape, it takes that
//! object or a mapping. What only a request has is a typed dictionary.

use super::schema::{Field, Model, Named, Operation, Type};
use std::collections::BTreeSet;

const SHAPES: &str = "\"\"\"Shapes of requests and answers.\n\n\
    Written by `cargo run -p xtask -- shapes` from core/schema.\n\"\"\"\n\n\
    # mypy: no-warn-return-any\n\n\
    from __future__ import annotations\n\n\
    from collections.abc import Mapping, Sequence\n\
    from datetime import date, datetime\n\
    from typing import Any, Literal, TypeAlias, TypedDict\n\n\
    from namro.answers import Answer, AnswerList, AnswerMap\n\n\
    At: TypeAlias = str | datetime\n\"\"\"An instant: RFC 3339 text, or a `datetime` that knows its offset.\"\"\"\n\n\
    Day: TypeAlias = str | date\n\"\"\"A day: ISO text, or a `date`.\"\"\"\n";

const VERBS: &str = "\"\"\"A method for each operation.\n\n\
    Written by `cargo run -p xtask -- shapes` from core/schema.\n\"\"\"\n\n\
    # mypy: no-warn-return-any\n\n\
    from __future__ import annotations\n\n\
    from collections.abc import Mapping, Sequence\n\
    from typing import Any, Literal\n\n";

const CLASS: &str = "\n\nclass Verbs:\n    \"\"\"What an office answers; each method takes the fields of its request by name.\"\"\"\n\n    \
    __slots__ = ()\n\n    \
    def call(self, operation: str, input: Any = None, /) -> Any:\n        \"\"\"Carry out one operation.\"\"\"\n        \
    raise NotImplementedError\n\n    \
    def _ask(self, operation: str, request: dict[str, Any], /, **optional: Any) -> Any:\n        \
    given = {name: value for name, value in optional.items() if value is not None}\n        \
    return self.call(operation, {**request, **given})\n";

/// What an author writes in a rulebook goes out as it came: a mapping, whose keys may be words of Python.
const AUTHORED: [&str; 1] = ["WorkflowSpec"];

/// These take a whole log, so their methods are written by hand, over `Office.log`.
const BY_HAND: [&str; 2] = ["replay", "score"];

/// The module `namro.shapes`.
pub fn shapes(model: &Model) -> String {
    let used = used(model);
    let types = || used.iter().filter_map(|name| Some((name.as_str(), model.types.get(name)?)));
    let mut text = SHAPES.to_owned();
    for (name, Named { about, kind, input }) in types() {
        let Type::Object(fields) = kind else { continue };
        text.push_str(&match input {
            _ if AUTHORED.contains(&name) => continue,
            false => answer(model, name, about, fields),
            true => request(model, name, about, fields),
        });
    }
    // An alias is worked out where it stands: what it names must stand above it.
    let spelling = Spelling { model, input: true };
    let is_class = |name: &str| is_object(model, name) && !AUTHORED.contains(&name);
    let mut known: BTreeSet<&str> = types().map(|(name, _)| name).filter(|name| is_class(name)).collect();
    let mut waiting: Vec<_> = types().filter(|(name, _)| !known.contains(name)).collect();
    while !waiting.is_empty() {
        let (ready, later): (Vec<_>, Vec<_>) = waiting
            .iter()
            .partition(|(_, named)| parts(&named.kind).iter().all(|name| known.contains(spelling.name(name))));
        // One that contains itself has no finite spelling here.
        let (ready, later, loops) = if ready.is_empty() { (later, Vec::new(), true) } else { (ready, later, false) };
        for (name, Named { about, kind, input }) in ready {
            let spelt = match loops {
                true => "Any".to_owned(),
                // An object here is one that authors write.
                false => Spelling { model, input: *input }.of(kind),
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
    let methods: String =
        model.operations.iter().filter(|each| !by_hand(each)).map(|each| method(model, each)).collect();
    let kinds: Vec<_> = model.operations.iter().map(|each| (each.name.as_str(), item(model, &each.answer))).collect();
    let classes: String = kinds.iter().map(|(name, kind)| format!("    {name:?}: {kind},\n")).collect();
    let table = format!(
        "#: The class of each answer, or of what a list answers.\nANSWERS: dict[str, type[Answer]] = {{\n{classes}}}\n"
    );
    let spelling = Spelling { model, input: true };
    let asked =
        model.operations.iter().filter(|each| !by_hand(each)).flat_map(|each| uses(&model.types[&each.request].kind));
    let mut shapes: BTreeSet<&str> = asked.flat_map(|name| spelling.names(name)).collect();
    shapes.extend(kinds.iter().map(|(_, kind)| *kind));
    let shapes = shapes.into_iter().collect::<Vec<_>>().join(",\n    ");
    format!(
        "{VERBS}from namro.answers import Answer, AnswerList\nfrom namro.shapes import (\n    {shapes},\n)\n\n{table}{CLASS}{methods}"
    )
}

fn by_hand(operation: &Operation) -> bool {
    BY_HAND.contains(&operation.name.as_str())
}

/// What somebody can hold who asks and is answered.
fn used(model: &Model) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let mut waiting: Vec<&str> =
        model.operations.iter().flat_map(|each| uses(&model.types[&each.request].kind)).collect();
    waiting.extend(model.operations.iter().map(|each| item(model, &each.answer)));
    let spelling = Spelling { model, input: true };
    while let Some(name) = waiting.pop() {
        let name = spelling.name(name);
        let Some(named) = model.types.get(name) else { continue };
        if used.insert(name.to_owned()) && !AUTHORED.contains(&name) {
            waiting.extend(uses(&named.kind));
        }
    }
    used
}

/// The class of an answer, or of the items of one that is a list.
fn item<'a>(model: &'a Model, answer: &'a str) -> &'a str {
    match &model.types[answer].kind {
        Type::List(inner) => match &**inner {
            Type::Named(name) => name,
            _ => "Answer",
        },
        _ => answer,
    }
}

fn is_object(model: &Model, name: &str) -> bool {
    model.types.get(name).is_some_and(|named| matches!(named.kind, Type::Object(_)))
}

/// A class with a property for each field.
fn answer(model: &Model, name: &str, about: &str, fields: &[Field]) -> String {
    let spelling = Spelling { model, input: false };
    let mut text =
        format!("\n\nclass {name}(Answer):\n    \"\"\"{}\"\"\"\n\n    __slots__ = ()\n", described(name, about));
    // In the body of a class a field of the decorator's name hides it from what follows.
    let (last, first): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.name == "property");
    for Field { name, about, kind, .. } in first.into_iter().chain(last) {
        let spelt = spelling.of(kind);
        let about = if about.is_empty() { String::new() } else { format!("        \"\"\"{}\"\"\"\n", quoted(about)) };
        let way = if matches!(kind, Type::List(_)) { "_list" } else { "_get" };
        let class = class(model, kind).map_or_else(String::new, |class| format!(", {class}"));
        text.push_str(&format!(
            "\n    @property\n    def {name}(self) -> {spelt}:\n{about}        return self.{way}({name:?}{class})\n"
        ));
    }
    text
}

/// The class of the objects in a field.
fn class<'a>(model: &Model, kind: &'a Type) -> Option<&'a str> {
    match kind {
        Type::Named(name) => {
            let name = Spelling { model, input: true }.name(name);
            (is_object(model, name) && !AUTHORED.contains(&name)).then_some(name)
        }
        Type::List(inner) => class(model, inner),
        Type::Union(parts) => parts.iter().find_map(|part| class(model, part)),
        _ => None,
    }
}

/// A dictionary with a type for each field.
fn request(model: &Model, name: &str, about: &str, fields: &[Field]) -> String {
    let (optional, required): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.optional);
    let class = |name: &str, base: &str, fields: &[&Field]| {
        let mut text = format!("\n\nclass {name}({base}):\n    \"\"\"{}\"\"\"\n", described(name, about));
        for Field { name, about, kind, .. } in fields {
            text.push_str(&format!("\n    {name}: {}\n", Spelling { model, input: true }.of(kind)));
            if !about.is_empty() {
                text.push_str(&format!("    \"\"\"{}\"\"\"\n", quoted(about)));
            }
        }
        text
    };
    match (required.is_empty(), optional.is_empty()) {
        (_, true) => class(name, "TypedDict", &required),
        (true, false) => class(name, "TypedDict, total=False", &optional),
        // `NotRequired` is younger than the oldest Python that we serve.
        (false, false) => {
            class(&format!("_{name}"), "TypedDict", &required)
                + &class(name, &format!("_{name}, total=False"), &optional)
        }
    }
}

/// A method that takes the fields of a request by name.
fn method(model: &Model, Operation { name, about, request, answer }: &Operation) -> String {
    let Type::Object(fields) = &model.types[request].kind else { return String::new() };
    let spelling = Spelling { model, input: true };
    let answered = match &model.types[answer].kind {
        Type::List(_) => format!("AnswerList[{}]", item(model, answer)),
        _ => answer.clone(),
    };
    let (optional, required): (Vec<&Field>, Vec<_>) = fields.iter().partition(|field| field.optional);
    let (mut parameters, mut words) = (String::new(), String::new());
    for Field { name, about, kind, optional } in required.iter().chain(&optional).copied() {
        let spelt = spelling.of(kind);
        parameters.push_str(&match optional {
            false => format!("        {name}: {spelt},\n"),
            true if spelt.ends_with("| None") || spelt == "Any" => format!("        {name}: {spelt} = None,\n"),
            true => format!("        {name}: {spelt} | None = None,\n"),
        });
        let optional = if *optional { ", optional" } else { "" };
        words.push_str(&format!(
            "        {name} : {}{optional}\n            {}\n",
            spelling.plain(kind),
            quoted(about)
        ));
    }
    let (star, words) = match fields.is_empty() {
        true => (String::new(), String::new()),
        false => (
            format!("        *,\n{parameters}"),
            format!("\n\n        Parameters\n        ----------\n{words}        "),
        ),
    };
    let given: String = required.iter().map(|Field { name, .. }| format!("{name:?}: {name}, ")).collect();
    let more: String = optional.iter().map(|Field { name, .. }| format!(", {name}={name}")).collect();
    format!(
        "\n    def {name}(\n        self,\n{star}    ) -> {answered}:\n        \"\"\"{}{words}\"\"\"\n        \
         return self._ask({name:?}, {{{}}}{more})\n",
        quoted(about),
        given.trim_end_matches(", "),
    )
}

/// How types are written: those of answers as they come, those of requests as wide as they are taken.
struct Spelling<'a> {
    model: &'a Model,
    input: bool,
}

impl Spelling<'_> {
    /// The name of a shape here: there is one of each.
    fn name<'n>(&self, name: &'n str) -> &'n str {
        name.strip_suffix("Given").filter(|plain| self.model.types.contains_key(*plain)).unwrap_or(name)
    }

    /// The names that stand for a shape of the schemas.
    fn names<'n>(&self, name: &'n str) -> Vec<&'n str> {
        match (self.name(name), self.input) {
            // How times are handed in; how they come out is up to their aliases.
            ("Stamp", true) => vec!["At"],
            ("Date", true) => vec!["Day"],
            ("When", true) => vec!["At", "Day"],
            (plain, _) => vec![plain],
        }
    }

    fn of(&self, kind: &Type) -> String {
        let mut parts = Vec::new();
        self.parts(kind, &mut parts);
        let null = parts.iter().any(|part| part == "None");
        parts.retain(|part| part != "None");
        parts.extend(null.then(|| "None".to_owned()));
        parts.join(" | ")
    }

    /// The parts of which a type is the union.
    fn parts(&self, kind: &Type, into: &mut Vec<String>) {
        let mut add = |part: String| {
            if !into.contains(&part) {
                into.push(part);
            }
        };
        let (list, map) = if self.input { ("Sequence[", "Mapping[str, ") } else { ("AnswerList[", "AnswerMap[") };
        match kind {
            Type::Any => add("Any".into()),
            Type::Null => add("None".into()),
            Type::Bool => add("bool".into()),
            Type::Integer => add("int".into()),
            Type::Text => add("str".into()),
            Type::Constant(value) => add(format!("Literal[{value}]")),
            Type::List(inner) => add(format!("{list}{}]", self.of(inner))),
            Type::Map(inner) => add(format!("{map}{}]", self.of(inner))),
            Type::Object(_) => add("Mapping[str, Any]".into()),
            Type::Named(name) => {
                self.names(name).into_iter().map(str::to_owned).for_each(&mut add);
                if self.input && class(self.model, kind).is_some_and(|name| !self.model.types[name].input) {
                    add("Mapping[str, Any]".into());
                }
            }
            Type::Union(kinds) => {
                let constant = |kind: &Type| if let Type::Constant(value) = kind { Some(value.clone()) } else { None };
                let constants: Vec<_> = kinds.iter().filter_map(constant).collect();
                if !constants.is_empty() {
                    into.push(format!("Literal[{}]", constants.join(", ")));
                }
                kinds.iter().filter(|kind| constant(kind).is_none()).for_each(|kind| self.parts(kind, into));
            }
        }
    }

    /// A type for the eye, in a docstring.
    fn plain(&self, kind: &Type) -> String {
        match kind {
            Type::Union(parts) => {
                let mut parts: Vec<_> =
                    parts.iter().filter(|part| **part != Type::Null).map(|part| self.plain(part)).collect();
                parts.dedup();
                parts.join(" or ")
            }
            Type::List(inner) => format!("list of {}", self.plain(inner)),
            Type::Map(inner) => format!("mapping of {}", self.plain(inner)),
            Type::Object(_) => "mapping".into(),
            Type::Named(name) => match self.name(name) {
                "Stamp" => "str or datetime".into(),
                "Date" => "str or date".into(),
                "When" => "str, date or datetime".into(),
                plain => match &self.model.types[plain].kind {
                    Type::Object(_) => plain.to_owned(),
                    Type::Union(parts) if parts.iter().all(|part| matches!(part, Type::Constant(_))) => {
                        format!("{{{}}}", parts.iter().map(|part| self.plain(part)).collect::<Vec<_>>().join(", "))
                    }
                    kind => self.plain(kind),
                },
            },
            Type::Constant(value) => value.clone(),
            kind => self.of(kind),
        }
    }
}

fn described(name: &str, about: &str) -> String {
    quoted(if about.is_empty() { name } else { about })
}

/// A text inside three quotes.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace("\"\"\"", "'''");
    if text.ends_with('"') { text + " " } else { text }
}

/// The names in a shape.
fn uses(kind: &Type) -> Vec<&str> {
    match kind {
        Type::Object(fields) => fields.iter().flat_map(|field| parts(&field.kind)).collect(),
        kind => parts(kind),
    }
}

/// The names in a type as it is spelt, where an object without a name is any mapping.
fn parts(kind: &Type) -> Vec<&str> {
    match kind {
        Type::Named(name) => vec![name],
        Type::List(inner) | Type::Map(inner) => parts(inner),
        Type::Union(kinds) => kinds.iter().flat_map(parts).collect(),
        _ => Vec::new(),
    }
}
