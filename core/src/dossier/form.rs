//! The form of a procedure as data (*mô tả biểu mẫu*): what a page needs to draw it, without what changes while it is
//! filled in.

use super::filing::{CHANNELS, ONLINE, PaperForm, Signed};
use super::layout::lies_at;
use super::procedure::Procedure;
use super::spec::{Need, OnlineLevel};
use crate::base::ids::{ComponentId, ProcedureId, RuleId};
use crate::base::shape::Shape;
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::base::value::{Node, Value};
use crate::rule::schema::{Field, FieldKind, Part};
use crate::rule::{Condition, Rule, Stage};
use serde::Serialize;

/// The form of a procedure in one of its versions (*biểu mẫu*).
#[derive(Clone, Debug, PartialEq, Serialize, Shape)]
#[shape(answer)]
pub struct FormDescription {
    /// The procedure.
    pub procedure: ProcedureId,
    /// Its title.
    pub title: Text,
    /// The first day of the version; without one, it was always in force.
    pub valid_from: Option<Date>,
    /// The groups in the order of the page; every field is in one of them.
    pub groups: Vec<FormGroup>,
    /// The fields in the order of the form.
    pub fields: Vec<FormField>,
    /// The papers (*thành phần hồ sơ*).
    pub papers: Vec<FormPaper>,
    /// The fees (*phí, lệ phí*).
    pub fees: Vec<FormFee>,
    /// The filing channels (*cách thức nộp*).
    pub channels: Vec<FormChoice>,
}

/// Fields that stand together under one heading (*nhóm trường*).
#[derive(Clone, Debug, PartialEq, Serialize, Shape)]
#[shape(answer)]
pub struct FormGroup {
    /// Its identifier within the form.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// What has to be known before it is filled in.
    pub help: Option<Text>,
    /// The pointers of its fields, as in [`FormField`].
    pub fields: Vec<String>,
    /// The list that it consists of, if it consists of one.
    pub list: Option<String>,
}

/// A field of a form (*trường*).
#[derive(Clone, Debug, PartialEq, Serialize, Shape)]
#[shape(answer)]
pub struct FormField {
    /// JSON pointer into the form, with `*` for each item of a list.
    pub pointer: String,
    /// Its title.
    pub title: Text,
    /// How it is to be filled in.
    pub help: Option<Text>,
    /// What could be written there.
    pub example: Option<Text>,
    /// What kind of field it is.
    pub kind: FieldKind,
    /// The name of an item, where it is a list.
    pub item: Option<Text>,
    /// The values to choose from.
    pub choices: Vec<FormChoice>,
    /// Whether it is needed wherever the group around it is; for a group of the form that may be left out, once something
    /// of the group is filled in.
    pub required: bool,
    /// When it is needed besides.
    pub needed: Vec<FormCondition>,
    /// When it is shown; without a condition always.
    pub shown: Vec<FormCondition>,
    /// The least value; of a list, the least number of items.
    pub least: Option<String>,
    /// The greatest value; of a list, the greatest number of items.
    pub most: Option<String>,
    /// The least number of characters.
    pub least_length: Option<u32>,
    /// The greatest number of characters.
    pub most_length: Option<u32>,
    /// The keyboard that fits, as `inputmode` of HTML.
    pub input_mode: String,
    /// What a browser may fill in by itself, as `autocomplete` of HTML.
    pub autocomplete: Option<String>,
}

/// A value to choose from.
#[derive(Clone, Debug, PartialEq, Serialize, Shape)]
#[shape(answer)]
pub struct FormChoice {
    /// The value, as it is in the dossier.
    pub value: Node,
    /// What a person reads.
    pub title: Text,
}

/// A condition under which a field is needed or shown, or a paper needed.
#[derive(Clone, Debug, PartialEq, Serialize, Shape)]
#[shape(answer)]
pub struct FormCondition {
    /// The condition as expression text; always, without one.
    pub when: Option<String>,
    /// The rule that asks for it.
    pub rule: Option<RuleId>,
    /// The legal basis.
    pub source: Vec<Source>,
}

/// A paper that belongs to a dossier (*thành phần hồ sơ*).
#[derive(Clone, Debug, PartialEq, Serialize, Shape)]
#[shape(answer)]
pub struct FormPaper {
    /// Its identifier.
    pub id: ComponentId,
    /// Its title.
    pub title: Text,
    /// Whether it may be needed at all.
    pub required: bool,
    /// Under which condition; always, without one.
    pub when: Option<String>,
    /// The group of which one paper is enough.
    pub group: Option<String>,
    /// The accepted forms; any, if none is listed.
    pub forms: Vec<PaperForm>,
    /// The number of copies.
    pub count: u32,
    /// The number of originals among them.
    pub original: u32,
    /// The required signature.
    pub signed: Signed,
    /// Who has to sign it.
    pub signed_by: Option<Text>,
    /// The database whose answer replaces it.
    pub answered_by: Option<String>,
    /// The stage from which it is needed.
    pub stage: Stage,
    /// The months after its issue for which it is accepted.
    pub valid_months: Option<u32>,
    /// The first day on which it is needed.
    pub valid_from: Option<Date>,
    /// The last day on which it is needed.
    pub valid_to: Option<Date>,
    /// The legal basis.
    pub source: Vec<Source>,
}

/// A fee of a procedure (*phí, lệ phí*).
#[derive(Clone, Debug, PartialEq, Serialize, Shape)]
#[shape(answer)]
pub struct FormFee {
    /// What is paid for.
    pub title: Text,
    /// The channels; all, if none is listed.
    pub channels: Vec<String>,
    /// The amount in đồng, or that of each unit; `None` if the provincial people's council sets it.
    pub amount: Option<i64>,
    /// The quantity, as expression text.
    pub quantity: Option<String>,
    /// The condition, as expression text.
    pub when: Option<String>,
    /// Who is exempt (*đối tượng miễn*).
    pub exempt: Vec<Text>,
    /// The first day on which it is charged.
    pub valid_from: Option<Date>,
    /// The last day on which it is charged.
    pub valid_to: Option<Date>,
    /// The legal basis.
    pub source: Vec<Source>,
}

/// The form of a procedure.
pub(crate) fn describe(procedure: &Procedure) -> FormDescription {
    let spec = procedure.spec();
    let mut groups = Groups::of(procedure);
    let mut fields = Vec::new();
    if let Some(schema) = procedure.schema() {
        schema.fields(None, &mut |field| {
            groups.add(field);
            let mut described = described(procedure, field);
            described.item = schema.item_of(field.part()).and_then(|item| item.title().cloned());
            let part = match field.kind {
                FieldKind::Choices => schema.item_of(field.part()),
                _ => Some(field.part()),
            };
            let choice = |(value, title): (&Value, Option<&Text>)| FormChoice {
                value: value.clone().into(),
                title: title.cloned().unwrap_or_else(|| Text::same(shown(value))),
            };
            described.choices = part.into_iter().flat_map(Part::choices).map(choice).collect();
            fields.push(described);
        });
    }
    FormDescription {
        procedure: procedure.id().clone(),
        title: spec.title.clone(),
        valid_from: spec.in_force.from,
        groups: groups.finish(),
        fields,
        papers: papers(procedure),
        fees: fees(procedure),
        channels: channels(procedure),
    }
}

fn described(procedure: &Procedure, field: &Field<'_>) -> FormField {
    let part = field.part();
    let key = || Text::same(field.template.rsplit('/').next().unwrap_or_default());
    let demands = procedure.rules().iter().filter(|rule| rule.demands() == Some(field.template));
    let shown = procedure.shown().iter().filter(|one| one.fields.iter().any(|place| lies_at(field.template, place)));
    let [least, most] = part.range();
    let [least_length, most_length] = part.lengths();
    FormField {
        pointer: field.template.to_owned(),
        title: field.title().cloned().unwrap_or_else(key),
        help: field.help().cloned(),
        example: part.example().map(|example| Text::same(self::shown(example))),
        kind: field.kind,
        item: None,
        choices: Vec::new(),
        required: field.required,
        needed: demands.map(|rule| condition(rule, Some(rule.id()))).collect(),
        shown: shown.map(|one| condition(&one.rule, None)).collect(),
        least,
        most,
        least_length,
        most_length,
        input_mode: input_mode(field.kind).to_owned(),
        autocomplete: autocomplete(field.kind).map(str::to_owned),
    }
}

fn condition(rule: &Rule, id: Option<&RuleId>) -> FormCondition {
    FormCondition { when: rule.when_text(), rule: id.cloned(), source: rule.spec().source.0.clone() }
}

/// A value as a text.
fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => text.to_string(),
        Value::Decimal(decimal) => decimal.to_string(),
        Value::Integer(integer) => integer.to_string(),
        Value::Bool(bool) => bool.to_string(),
        _ => String::new(),
    }
}

const fn input_mode(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Integer | FieldKind::Money | FieldKind::Date | FieldKind::IdentityNumber => "numeric",
        FieldKind::Decimal => "decimal",
        FieldKind::Phone => "tel",
        FieldKind::Email => "email",
        _ => "text",
    }
}

const fn autocomplete(kind: FieldKind) -> Option<&'static str> {
    match kind {
        FieldKind::Phone => Some("tel"),
        FieldKind::Email => Some("email"),
        _ => None,
    }
}

fn papers(procedure: &Procedure) -> Vec<FormPaper> {
    let papers = procedure.conditions().map(|(_, spec, when)| FormPaper {
        id: spec.id.clone(),
        title: spec.title.clone(),
        required: !matches!(spec.need, Need::Optional),
        when: when.map(Condition::to_string),
        group: spec.need.group().map(str::to_owned),
        forms: spec.form.0.clone(),
        count: spec.count,
        original: spec.original,
        signed: spec.signed,
        signed_by: spec.by.clone(),
        answered_by: spec.unless_data.clone(),
        stage: spec.stage,
        valid_months: spec.valid_months,
        valid_from: spec.in_force.from,
        valid_to: spec.in_force.to,
        source: spec.source.0.clone(),
    });
    papers.collect()
}

fn fees(procedure: &Procedure) -> Vec<FormFee> {
    let fees = procedure.spec().fee.iter().zip(procedure.fee_parts()).map(|(spec, (when, quantity))| FormFee {
        title: spec.title.clone(),
        channels: spec.channel.0.clone(),
        amount: spec.amount,
        quantity: quantity.as_ref().map(Condition::to_string),
        when: when.as_ref().map(Condition::to_string),
        exempt: spec.exempt.clone(),
        valid_from: spec.in_force.from,
        valid_to: spec.in_force.to,
        source: spec.source.0.clone(),
    });
    fees.collect()
}

fn channels(procedure: &Procedure) -> Vec<FormChoice> {
    let spec = procedure.spec();
    let closed = !spec.online.is_empty() && spec.online.iter().all(|one| one.level == OnlineLevel::None);
    let mut known: Vec<&str> = CHANNELS.into_iter().filter(|channel| *channel != ONLINE || !closed).collect();
    for channel in spec.fee.iter().flat_map(|fee| fee.channel.0.iter().map(String::as_str)) {
        if !known.contains(&channel) && !CHANNELS.contains(&channel) {
            known.push(channel);
        }
    }
    let title = |channel: &str| match channel {
        "desk" => Text::new("Nộp trực tiếp tại bộ phận một cửa", "At the one-stop desk"),
        "online" => Text::new("Nộp trực tuyến", "Online"),
        "post" => Text::new("Qua dịch vụ bưu chính", "By post"),
        other => Text::same(other),
    };
    let choice = |channel: &str| FormChoice { value: Value::Text(channel.into()).into(), title: title(channel) };
    known.into_iter().map(choice).collect()
}

/// Gathers the fields in groups.
struct Groups<'a> {
    groups: Vec<FormGroup>,
    /// The places of each group that the layout names.
    places: Vec<&'a [String]>,
    procedure: &'a Procedure,
}

impl<'a> Groups<'a> {
    fn of(procedure: &'a Procedure) -> Self {
        let layout = procedure.spec().layout.as_ref();
        let specs = || layout.into_iter().flat_map(|layout| &layout.groups);
        let group = |id: &String, title: &Text, help: &Option<Text>| FormGroup {
            id: id.clone(),
            title: title.clone(),
            help: help.clone(),
            fields: Vec::new(),
            list: None,
        };
        let groups = specs().map(|spec| group(&spec.id, &spec.title, &spec.help)).collect();
        Self { groups, places: specs().map(|spec| &*spec.fields.0).collect(), procedure }
    }

    fn add(&mut self, field: &Field<'_>) {
        let template = field.template;
        let named = self.places.iter().position(|places| places.iter().any(|place| lies_at(template, place)));
        let index = named.unwrap_or_else(|| {
            let first = template.split('/').nth(1).unwrap_or_default();
            let alone = template.matches('/').count() == 1 && field.kind != FieldKind::List;
            let id = if alone { GENERAL } else { first };
            let known = self.groups.iter().position(|group| group.id == id);
            known.unwrap_or_else(|| {
                let around = || self.procedure.schema().map(|schema| schema.name_of(&format!("/{first}")));
                let general = || Text::new("Thông tin chung", "General");
                let title = if alone { general() } else { around().unwrap_or_default() };
                let id = id.to_owned();
                self.groups.push(FormGroup { id, title, help: None, fields: Vec::new(), list: None });
                self.groups.len() - 1
            })
        });
        if let Some(group) = self.groups.get_mut(index) {
            group.fields.push(template.to_owned());
        }
    }

    /// The groups that have fields. A group of which the first field is a list that has all the others is that list.
    fn finish(self) -> Vec<FormGroup> {
        let mut groups = self.groups;
        groups.retain(|group| !group.fields.is_empty());
        for group in &mut groups {
            let first = group.fields.first().cloned();
            let of_list =
                |first: &String| group.fields.iter().skip(1).all(|field| field.starts_with(&format!("{first}/*")));
            group.list = first.filter(|first| group.fields.len() > 1 && of_list(first));
        }
        groups
    }
}

/// The group of fields that stand alone at the top of the form.
const GENERAL: &str = "general";

#[cfg(test)]
#[path = "tests/form.rs"]
mod tests;
