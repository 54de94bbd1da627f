//! Shapes as TypeScript declarations.

use super::schema::{Field, Model, Named, Type};

const HEAD: &str = "// Written by `cargo run -p xtask -- shapes` from core/schema.\n\n\
    /** A value that JSON can hold. Whole numbers beyond ±(2⁵³ − 1) go as text. */\n\
    export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };\n";

/// The file.
pub fn write(model: &Model) -> String {
    let mut text = HEAD.to_owned();
    for (name, Named { about, kind, input }) in &model.types {
        text.push('\n');
        text.push_str(&comment(about, ""));
        let written = match kind {
            Type::Object(fields) => format!("export interface {name} {}\n", object(fields)),
            kind => format!("export type {name} = {};\n", show(kind)),
        };
        // An interface of the host fits no index signature; what is no JSON is refused when it is written.
        text.push_str(&if *input { any(&written) } else { written });
    }
    text.push_str("\n/** Requests and answers, by operation. */\nexport interface Operations {\n");
    for each in &model.operations {
        text.push_str(&format!("  {}: {{ request: {}; answer: {} }};\n", each.name, each.request, each.answer));
    }
    text.push_str("}\n\n/** One method for each operation. */\nexport interface Verbs {\n");
    for each in &model.operations {
        let all_optional = matches!(&model.types[&each.request].kind, Type::Object(fields) if fields.iter().all(|field| field.optional));
        let mark = if all_optional { "?" } else { "" };
        text.push_str(&comment(&each.about, "  "));
        text.push_str(&format!("  {}(input{mark}: {}): {};\n", camel(&each.name), each.request, each.answer));
    }
    text + "}\n"
}

/// A request in which a field that takes any value is `unknown`.
fn any(written: &str) -> String {
    written.replace(": Value;", ": unknown;").replace(": Value | null;", ": unknown;")
}

/// `latest_start` is `latestStart` here.
fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let (head, tail) = part.split_at(part.len().min(1));
        name + &head.to_uppercase() + tail
    })
}

fn comment(about: &str, indent: &str) -> String {
    if about.is_empty() { String::new() } else { format!("{indent}/** {} */\n", about.replace("*/", "* /")) }
}

fn object(fields: &[Field]) -> String {
    let mut text = "{\n".to_owned();
    for Field { name, about, kind, optional } in fields {
        text.push_str(&comment(about, "  "));
        text.push_str(&format!("  {name}{}: {};\n", if *optional { "?" } else { "" }, show(kind)));
    }
    text + "}"
}

fn show(kind: &Type) -> String {
    match kind {
        Type::Any => "Json".into(),
        Type::Null => "null".into(),
        Type::Bool => "boolean".into(),
        Type::Integer => "number".into(),
        Type::Text => "string".into(),
        Type::Constant(value) => value.clone(),
        Type::Named(name) => name.clone(),
        Type::List(inner) if matches!(**inner, Type::Union(_)) => format!("({})[]", show(inner)),
        Type::List(inner) => format!("{}[]", show(inner)),
        Type::Map(inner) => format!("Record<string, {}>", show(inner)),
        Type::Union(parts) => parts.iter().map(show).collect::<Vec<_>>().join(" | "),
        Type::Object(fields) => {
            let field = |field: &Field| {
                format!("{}{}: {}", field.name, if field.optional { "?" } else { "" }, show(&field.kind))
            };
            format!("{{ {} }}", fields.iter().map(field).collect::<Vec<_>>().join("; "))
        }
    }
}
