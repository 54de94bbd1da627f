//! How a form is laid out (*bố cục biểu mẫu*): groups of fields, and fields that are shown only under a condition.

use super::fitting::{known_fields, known_place};
use super::spec::ProcedureSpec;
use crate::base::error::Faults;
use crate::base::packed::Packed;
use crate::base::shape::{Cursor, OneOrMany, Shape};
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::value::{Node, Value};
use crate::rule::schema::Schema;
use crate::rule::{Rule, RuleSpec, Scope};
use serde::Serialize;

/// How a form is laid out.
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct LayoutSpec {
    /// The groups in their order. A field that no group has comes after them, in the group of the form around it.
    pub groups: Vec<GroupSpec>,
    /// When fields are shown; a field that is not listed is always shown.
    pub shown: Vec<ShownSpec>,
}

/// Fields that stand together on a page, under one heading.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct GroupSpec {
    /// Its identifier within the form.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// What has to be known before it is filled in.
    pub help: Option<Text>,
    /// Its fields, as JSON pointers with `*` for each item of a list; all that lies below them belongs to it too.
    pub fields: OneOrMany<String>,
}

/// When some fields are shown. A field that is filled in, or about which there is a remark, is shown in any case.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ShownSpec {
    /// The fields, as JSON pointers with `*` for each item of a list; all that lies below them too.
    pub fields: OneOrMany<String>,
    /// The condition; while what it reads is not filled in, the fields are not shown.
    pub when: Node,
    /// The list whose items are judged one by one; the item is called `item`.
    pub each: Option<String>,
    /// The legal basis, where there is one.
    pub source: OneOrMany<Source>,
}

/// When some fields are shown, ready to run.
#[derive(Clone, Debug, Packed)]
pub(crate) struct Shown {
    /// Only its condition counts.
    pub(super) rule: Rule,
    pub(super) fields: Vec<String>,
}

/// Reads the layout of a procedure; every fault is added.
pub(super) fn read(
    spec: &ProcedureSpec,
    schema: Option<&Schema>,
    at: &Cursor<'_>,
    scope: Scope<'_>,
    faults: &mut Faults,
) -> Vec<Shown> {
    let (Some(layout), Some(here)) = (&spec.layout, at.get("layout")) else { return Vec::new() };
    for list in ["groups", "shown"] {
        let Some(list) = here.get(list) else { continue };
        for entry in list.items_that_read::<Node>() {
            let Some((schema, fields)) = schema.zip(entry.get("fields")) else { continue };
            match &fields.node.value {
                Value::List(list) => {
                    list.iter().enumerate().for_each(|(at, node)| known_place(schema, &fields.index(at, node), faults));
                }
                _ => known_place(schema, &fields, faults),
            }
        }
    }
    let Some(list) = here.get("shown") else { return Vec::new() };
    let mut out = Vec::new();
    for (spec, here) in layout.shown.iter().zip(list.items_that_read::<ShownSpec>()) {
        let rule = RuleSpec {
            id: "shown".into(),
            check: Value::Bool(true).into(),
            when: Some(spec.when.clone()),
            each: spec.each.clone(),
            item: "item".to_owned(),
            after: Vec::new(),
            at: None,
            severity: Default::default(),
            stage: Default::default(),
            message: Text::default(),
            remedy: None,
            source: spec.source.clone(),
            in_force: Default::default(),
        };
        let Some(rule) = rule.compile(&here, scope, faults) else { continue };
        if let Some(schema) = schema {
            known_fields(schema, rule.reads(), &here, faults);
        }
        out.push(Shown { rule, fields: spec.fields.0.clone() });
    }
    out
}

/// Whether a field lies at a place or below it; both with `*` for items.
pub(super) fn lies_at(field: &str, place: &str) -> bool {
    field.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
