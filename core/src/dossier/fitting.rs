//! Checks the rules of a procedure against its form: rules that could never be decided, unknown places, bounds that no
//! data can satisfy. This is done when a rulebook is read; a compiled slice was checked before.

use super::bounds;
use super::context::{FilingField, Root};
use super::filing::CHANNELS;
use super::spec::{ComponentSpec, ExampleSpec, FeeSpec, ProcedureSpec};
use crate::base::error::{Cause, Code, Error, Faults, Place, nearest};
use crate::base::ids::ProcedureId;
use crate::base::shape::{Cursor, Shape};
use crate::base::value::Value;
use crate::deadline::LimitChoice;
use crate::rule::schema::Schema;
use crate::rule::{Condition, OrderedRules, Read, Rule, RuleSpec, tokens};

/// The parts of a procedure as far as they could be read.
pub(super) struct Fitting<'a> {
    pub(super) id: &'a ProcedureId,
    pub(super) spec: &'a ProcedureSpec,
    pub(super) schema: Option<&'a Schema>,
    pub(super) rules: &'a OrderedRules,
    pub(super) needs: &'a [Option<(Condition, Vec<Read>)>],
    pub(super) fees: &'a [(Option<Condition>, Option<Condition>)],
    pub(super) choices: &'a [Condition],
}

/// Reports what does not fit the form.
pub(super) fn check(parts: &Fitting<'_>, at: &Cursor<'_>, faults: &mut Faults) {
    if let Some(form) = at.get("form").filter(|_| parts.schema.is_some()) {
        bounds::check(&form, faults);
        bounds::idle(&form, faults);
    }
    each::<RuleSpec, _>(at, "rules", |(index, here)| {
        let Some(spec) = parts.spec.rules.get(index) else { return };
        check_placeholders(spec, &here, faults);
        let rule = parts.rules.of_spec(&parts.spec.rules, index);
        channels(rule.map(|rule| rule.texts_compared(&reads_channel)).unwrap_or_default(), &here, faults);
        if let (Some(schema), Some(rule)) = (parts.schema, parts.rules.of_spec(&parts.spec.rules, index)) {
            check_place(rule, schema, &here, faults);
            for (part, fault) in rule.misfits(schema) {
                report_part(&here, part, fault, faults);
            }
        }
    });
    each::<FeeSpec, _>(at, "fee", |(index, here)| {
        let Some(spec) = parts.spec.fee.get(index) else { return };
        let at = here.get("channel").map_or_else(|| here.place(), |at| at.place());
        spec.channel.0.iter().for_each(|channel| known_channel(channel, &at, faults));
    });
    if let Some(limit) = at.get("limit")
        && let Some(here) = limit.get("channel")
        && let Value::Map(map) = &here.node.value
    {
        map.iter().for_each(|(channel, node)| known_channel(channel, &here.key(channel, node).place(), faults));
    }
    examples(parts, at, faults);
    if let (Some(schema), Some(filer)) = (parts.schema, at.get("filer")) {
        for field in ["name", "address", "phone", "email"] {
            filer.get(field).into_iter().for_each(|field| known_place(schema, &field, faults));
        }
    }
    each::<ComponentSpec, _>(at, "components", |(index, here)| {
        let need = parts.needs.get(index).and_then(Option::as_ref);
        channels(need.map(|(need, _)| need.texts_compared(&reads_channel)).unwrap_or_default(), &here, faults);
    });
    let Some(schema) = parts.schema else { return };
    each::<ComponentSpec, _>(at, "components", |(index, here)| {
        let need = parts.needs.get(index).and_then(Option::as_ref);
        for fault in need.map(|(condition, _)| condition.misfits(schema)).unwrap_or_default() {
            let when = here.get("need").and_then(|need| need.get("when").map(|when| when.place()));
            faults.push(fault.at(when.unwrap_or_else(|| here.place())));
        }
    });
    each::<FeeSpec, _>(at, "fee", |(index, here)| {
        let Some((when, quantity)) = parts.fees.get(index) else { return };
        for condition in when.iter().chain(quantity) {
            known_fields(schema, &condition.reads(), &here, faults);
        }
        let misfits = when.iter().flat_map(|when| when.misfits(schema)).map(|fault| ("when", fault));
        let of_number = quantity.iter().flat_map(|quantity| quantity.misfits_of_number(schema));
        for (part, fault) in misfits.chain(of_number.map(|fault| ("quantity", fault))) {
            report_part(&here, part, fault, faults);
        }
    });
    // A rule that could not be read was reported and is no longer in the list.
    let whole = parts.spec.limit.as_ref().is_some_and(|limit| limit.by.len() == parts.choices.len());
    if let Some(limit) = at.get("limit").filter(|_| whole) {
        each::<LimitChoice, _>(&limit, "by", |(index, here)| {
            let Some(condition) = parts.choices.get(index) else { return };
            // A limit depends only on the form: of the filing only the channel is known, which has its own field.
            for beyond in [Root::Components, Root::Filing] {
                if condition.reads().iter().any(|read| Root::of(read) == Some(beyond)) {
                    let fault = Error::new(Code::UnknownReference).with("kind", "name").with("name", beyond);
                    report_part(&here, "when", fault, faults);
                }
            }
            known_fields(schema, &condition.reads(), &here, faults);
            condition.misfits(schema).into_iter().for_each(|fault| report_part(&here, "when", fault, faults));
        });
    }
}

/// Reports a filing channel that differs from a known one by a letter or two; an office may have its own channels.
fn known_channel(channel: &str, at: &Place, faults: &mut Faults) {
    if let Some(near) = nearest(channel, CHANNELS).filter(|near| *near != channel) {
        let fault = Error::new(Code::UnknownTerm).with("value", channel).with("allowed", CHANNELS.join(", "));
        faults.push(fault.with("suggestion", near).at(at.clone()));
    }
}

/// The channels with which a rule or condition compares that of the filing.
fn channels(texts: Vec<&str>, at: &Cursor<'_>, faults: &mut Faults) {
    texts.into_iter().for_each(|channel| known_channel(channel, &speaks(at, channel), faults));
}

fn reads_channel(read: &Read) -> bool {
    let field = read.way.first().and_then(Option::as_deref);
    Root::of(read) == Some(Root::Filing) && field == Some(FilingField::Channel.as_str())
}

/// A pointer must lead to a field of the form.
pub(super) fn known_place(schema: &Schema, at: &Cursor<'_>, faults: &mut Faults) {
    let Some(pointer) = at.node.value.as_text() else { return };
    if !pointer.starts_with('/') {
        return faults.push(at.fault(Code::BadPointer).with("value", pointer));
    }
    let way: Vec<_> = tokens(pointer).into_iter().map(|token| (token != "*").then(|| token.into())).collect();
    if let Some((step, known)) = schema.astray(&way) {
        let last = way.get(step).and_then(Option::as_deref).unwrap_or_default();
        faults.push(no_field(pointer, last, known).at(at.place()));
    }
}

/// The fields of an example must be in the form, and its dossier must be one for the procedure; otherwise it tests
/// something else.
fn examples(parts: &Fitting<'_>, at: &Cursor<'_>, faults: &mut Faults) {
    each::<ExampleSpec, _>(at, "examples", |(index, here)| {
        let Some(spec) = parts.spec.examples.get(index) else { return };
        if let (Some(channel), Some(at)) = (&spec.channel, here.get("channel")) {
            known_channel(channel, &at.place(), faults);
        }
        if let (Some(schema), Some(form)) = (parts.schema, here.get("form")) {
            filled_in(schema, &form, &mut Vec::new(), faults);
        }
        let dossier = here.get("dossier");
        let procedure = dossier.as_ref().and_then(|dossier| dossier.get("procedure"));
        if let (Some(spec), Some(at)) = (&spec.dossier, procedure)
            && spec.procedure != *parts.id
        {
            let fault = at.fault(Code::UnknownTerm).with("value", &spec.procedure).with("allowed", parts.id);
            faults.push(fault.with("suggestion", parts.id));
        }
    });
}

fn filled_in(schema: &Schema, at: &Cursor<'_>, way: &mut Vec<Option<Box<str>>>, faults: &mut Faults) {
    let mut below = |here: &Cursor<'_>, token: Option<&str>| {
        way.push(token.map(Into::into));
        if let Some((_, known)) = schema.astray(way) {
            let name = token.unwrap_or_default();
            faults.push(no_field(name, name, known).at(here.place()));
        } else {
            filled_in(schema, here, way, faults);
        }
        way.pop();
    };
    match &at.node.value {
        Value::Map(map) => map.iter().for_each(|(key, node)| below(&at.key(key, node), Some(key))),
        Value::List(list) => list.iter().enumerate().for_each(|(i, node)| below(&at.index(i, node), None)),
        _ => {}
    }
}

fn report_part(here: &Cursor<'_>, part: &str, fault: Error, faults: &mut Faults) {
    faults.push(fault.at(here.get(part).map_or_else(|| here.place(), |part| part.place())));
}

/// The place that a rule reports must be one of the form.
fn check_place(rule: &Rule, schema: &Schema, here: &Cursor<'_>, faults: &mut Faults) {
    let Some(at) = rule.spec().at.as_deref().filter(|at| at.starts_with('/')) else { return };
    let way: Vec<Option<Box<str>>> = tokens(at)
        .into_iter()
        .map(|token| (token != "{i}" && token.parse::<usize>().is_err()).then(|| token.into()))
        .collect();
    // Papers are reported by a pointer outside the form.
    if way.first().is_some_and(|first| first.as_deref() == Some("components")) {
        return;
    }
    let Some((step, known)) = schema.astray(&way) else { return };
    let last = way.get(step).and_then(Option::as_deref).unwrap_or_default();
    report_part(here, "at", no_field(at, last, known), faults);
}

/// A text may have no placeholder except the number of the item, and only if the rule has `each`.
fn check_placeholders(spec: &RuleSpec, here: &Cursor<'_>, faults: &mut Faults) {
    let texts = [("message", Some(&spec.message)), ("remedy", spec.remedy.as_ref())];
    let said = texts.into_iter().filter_map(|(part, text)| Some((part, text?)));
    let said = said.flat_map(|(part, text)| [(part, text.vi.as_str(), "n"), (part, text.en.as_str(), "n")]);
    let at = spec.at.iter().map(|at| ("at", at.as_str(), "i"));
    let mut reported = Vec::new();
    let each = spec.each.is_some() || faults.may_hide(&here.pointer(), "each");
    for (part, text, number) in said.chain(at) {
        for hole in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(hole, _)| hole) {
            let fits = each && hole == number;
            // A brace with other content may be meant literally.
            let path = |char: char| char.is_alphanumeric() || "._[]".contains(char);
            let named = hole.starts_with(char::is_alphanumeric) && hole.chars().all(path);
            if !fits && named && !reported.contains(&(part, hole)) {
                reported.push((part, hole));
                report_part(here, part, Error::new(Code::UnfilledHole).with("hole", hole), faults);
            }
        }
    }
}

/// Calls `read` with the place of each entry of a list of the procedure that could be read.
pub(super) fn each<S: Shape, T>(at: &Cursor<'_>, list: &str, read: impl FnMut((usize, Cursor<'_>)) -> T) -> Vec<T> {
    let Some(list) = at.get(list) else { return Vec::new() };
    list.items_that_read::<S>().into_iter().enumerate().map(read).collect()
}

/// The place of the expression of a rule or component that uses a name.
pub(super) fn speaks(at: &Cursor<'_>, name: &str) -> Place {
    fn find(at: &Cursor<'_>, name: &str) -> Option<Place> {
        match &at.node.value {
            Value::Text(text) => text.contains(name).then(|| at.place()),
            Value::List(list) => list.iter().enumerate().find_map(|(i, node)| find(&at.index(i, node), name)),
            Value::Map(map) => map.iter().find_map(|(key, node)| find(&at.key(key, node), name)),
            _ => None,
        }
    }
    let parts = ["check", "when", "each", "need", "quantity"].into_iter().filter_map(|key| find(&at.get(key)?, name));
    parts.into_iter().next().unwrap_or_else(|| at.place())
}

/// The fault of a path into the form of which the part `last` is unknown.
fn no_field<'a>(path: &str, last: &str, known: impl IntoIterator<Item = &'a str>) -> Error {
    let fault = Error::new(Code::UnknownReference).with("kind", "form field").with("name", path);
    fault.suggest(last, known).because_of(Cause::Undeclared(last.into()))
}

/// Reports fields that a rule or condition reads of a form that the procedure does not have.
pub(super) fn no_form(reads: &[Read], at: &Cursor<'_>, faults: &mut Faults) {
    let mut reported = Vec::new();
    for read in reads.iter().filter(|read| read.is_of_form() && !read.way.is_empty()) {
        // What is read inside a field that does not exist is no further fault.
        let first = read.way.first().and_then(Option::as_deref).unwrap_or_default();
        if !reported.contains(&first) {
            faults.push(no_field(&format!("d.{first}"), first, []).at(speaks(at, first)));
            reported.push(first);
        }
    }
}

/// A rule or condition on a field that the form does not have would stay pending for ever.
pub(super) fn known_fields(schema: &Schema, reads: &[Read], at: &Cursor<'_>, faults: &mut Faults) {
    let mut reported = Vec::new();
    for read in reads.iter().filter(|read| read.is_of_form()) {
        let Some((step, known)) = schema.astray(&read.way) else { continue };
        let way = read.way.iter().take(step + 1);
        let name = way.map(|token| token.as_deref().unwrap_or("*")).collect::<Vec<_>>().join("/");
        if reported.contains(&name) {
            continue;
        }
        let last = read.way.get(step).and_then(Option::as_deref).unwrap_or_default();
        faults.push(no_field(&name, last, known).at(speaks(at, last)));
        reported.push(name);
    }
}
