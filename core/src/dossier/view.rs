//! What a page shows of a dossier that is being filled in (*trạng thái biểu mẫu*): the state of each field and paper.

use super::context::{Context, Documents};
use super::fee::{FeeLine, fees};
use super::filing::Dossier;
use super::procedure::Procedure;
use super::session::Session;
use super::spec::{ComponentSpec, Need};
use super::typed::show;
use crate::base::ids::{ComponentId, RuleId};
use crate::base::shape::Shape;
use crate::base::text::{Language, Text};
use crate::base::time::Date;
use crate::base::value::Value;
use crate::deadline::Due;
use crate::rule::schema::FieldKind;
use crate::rule::{self, Machine, Progress, Remark, Severity, Stop, Verdict, is_filled};
use serde::Serialize;

/// The state of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct FieldState {
    /// What names the field as long as it is there, also while items of lists come, go and move.
    pub key: String,
    /// JSON pointer to it as the form now is.
    pub pointer: String,
    /// Its pointer in the description of the form, with `*` for each item of a list.
    pub field: String,
    /// Its value as people read it; of a text that could not be read, the text.
    pub text: String,
    /// Whether it is shown.
    pub shown: bool,
    /// Whether it has to be filled in.
    pub needed: bool,
    /// Whether the person has been in it, or has submitted the form.
    pub touched: bool,
    /// What is to be corrected in it.
    pub remarks: Vec<Remark>,
    /// The rules that wait for it.
    pub waiting: Vec<RuleId>,
    /// The keys of its items, where it is a list.
    pub items: Option<Vec<String>>,
}

/// The state of one paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct PaperState {
    /// The paper.
    pub id: ComponentId,
    /// Whether it has to be handed in now. Of a group of which one is enough, none once one is there.
    pub needed: bool,
    /// Whether the answer of a database has taken its place.
    pub by_data: bool,
    /// Whether it is in the dossier.
    pub there: bool,
    /// What is to be corrected in it.
    pub remarks: Vec<Remark>,
}

/// What concerns the dossier as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct FormSummary {
    /// Whether it can be sent: no error, nothing pending, nothing undecided.
    pub ready: bool,
    /// How far it is filled in.
    pub progress: Progress,
    /// Remarks about no single field or paper.
    pub remarks: Vec<Remark>,
    /// The filing channel.
    pub channel: Option<String>,
    /// The fees, as far as they are known.
    pub fees: Vec<FeeLine>,
    /// The last day of its due if it were accepted now (*hẹn trả*).
    pub last_day: Option<Date>,
    /// The same in words.
    pub promise: Option<Text>,
}

/// All that a page shows.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    pub(crate) fields: Vec<FieldState>,
    pub(crate) papers: Vec<PaperState>,
    pub(crate) summary: Option<FormSummary>,
}

/// Lasting names for the items of lists.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    /// By the key of the list, the numbers of its items.
    lists: Vec<(String, Vec<u32>)>,
    last: u32,
}

impl Keys {
    /// Gives numbers to the items of a list that has so many.
    fn fit(&mut self, list: &str, count: usize) {
        if !self.lists.iter().any(|(known, _)| known == list) {
            self.lists.push((list.to_owned(), Vec::new()));
        }
        let last = &mut self.last;
        for (_, numbers) in self.lists.iter_mut().filter(|(known, _)| known == list) {
            numbers.truncate(count);
            while numbers.len() < count {
                *last += 1;
                numbers.push(*last);
            }
        }
    }

    /// The key of a place; `template` has `*` where its pointer has the number of an item.
    fn of(&self, pointer: &str, template: &str) -> String {
        if !template.contains('*') {
            return pointer.to_owned();
        }
        let mut key = String::with_capacity(pointer.len() + 4);
        for (token, known) in pointer.split('/').zip(template.split('/')).skip(1) {
            let number = (known == "*").then(|| {
                let numbers = self.lists.iter().find(|(list, _)| *list == key).map(|(_, numbers)| numbers);
                numbers.and_then(|numbers| numbers.get(token.parse::<usize>().ok()?))
            });
            key.push('/');
            match number.flatten() {
                Some(number) => key.push_str(&format!("#{number}")),
                None => key.push_str(token),
            }
        }
        key
    }

    /// The numbers of the items of the list with a key.
    pub(crate) fn items(&mut self, list: &str) -> Option<&mut Vec<u32>> {
        self.lists.iter_mut().find(|(known, _)| known == list).map(|(_, numbers)| numbers)
    }

    /// A number for a new item.
    pub(crate) fn next(&mut self) -> u32 {
        self.last += 1;
        self.last
    }
}

/// What is shown, and who was where.
pub(crate) struct Viewing<'a> {
    pub(crate) dossier: &'a Dossier,
    pub(crate) context: Context<'a>,
    pub(crate) verdict: &'a Verdict,
    pub(crate) touched: &'a dyn Fn(&str) -> bool,
    pub(crate) language: Language,
    pub(crate) due: Option<&'a Due>,
}

impl Session {
    /// What a page shows after a check.
    pub(crate) fn view(&self, viewing: &Viewing<'_>, keys: &mut Keys) -> View {
        let Viewing { dossier, context, verdict, .. } = viewing;
        let procedure = self.procedure();
        let (hidden, demanded) = conditions(procedure, dossier, context);
        let mut view = View::default();
        if let Some(schema) = procedure.schema() {
            schema.fields(Some(&dossier.form), &mut |field| {
                let key = keys.of(field.pointer, field.template);
                let items = (field.kind == FieldKind::List).then(|| {
                    let count = match field.node.map(|node| &node.value) {
                        Some(Value::List(list)) => list.len(),
                        _ => 0,
                    };
                    keys.fit(&key, count);
                    keys.items(&key).into_iter().flatten().map(|number| format!("{key}/#{number}")).collect()
                });
                let covered = |places: &[String]| places.iter().any(|place| covers(place, field.pointer));
                let waiting = verdict.waiting.iter().filter(|one| one.fields.iter().any(|at| at == field.pointer));
                let text = field.node.map(|node| show(field.kind, &node.value, viewing.language));
                view.fields.push(FieldState {
                    pointer: field.pointer.to_owned(),
                    field: field.template.to_owned(),
                    text: text.unwrap_or_default(),
                    shown: is_filled(field.node) || !covered(&hidden),
                    needed: field.required || demanded.iter().any(|place| place == field.pointer),
                    touched: (viewing.touched)(&key),
                    remarks: Vec::new(),
                    waiting: waiting.map(|one| one.rule.clone()).collect(),
                    items,
                    key,
                });
            });
        }
        view.papers = self.papers(viewing);
        let mut outside = Vec::new();
        for remark in &verdict.remarks {
            view.place(remark, &mut outside);
        }
        view.summary = Some(FormSummary {
            ready: verdict.ready,
            progress: verdict.progress,
            remarks: outside,
            channel: dossier.channel.clone(),
            fees: fees(procedure, dossier, context.at),
            last_day: viewing.due.map(|due| due.last_day),
            promise: viewing.due.map(|due| due.text.clone()),
        });
        view
    }

    fn papers(&self, viewing: &Viewing<'_>) -> Vec<PaperState> {
        let Viewing { dossier, context, verdict, .. } = viewing;
        let specs = || self.procedure().components().iter().zip(self.needs());
        let given = |spec: &ComponentSpec| {
            let by_data = verdict.by_data.iter().any(|one| one.component == spec.id);
            (dossier.components.iter().any(|part| part.id == spec.id), by_data)
        };
        let settled = |spec: &ComponentSpec| {
            let group = spec.need.group();
            group.is_some() && specs().any(|(other, _)| other.need.group() == group && given(other) != (false, false))
        };
        let papers = specs().map(|(spec, need)| {
            let (there, by_data) = given(spec);
            let asked = spec.in_force.contains(context.at) && spec.stage <= context.stage;
            let wanted = !matches!(spec.need, Need::Optional) && need.unwrap_or(Ok(true)) == Ok(true);
            PaperState {
                id: spec.id.clone(),
                needed: asked && wanted && (there || by_data || !settled(spec)),
                by_data,
                there,
                remarks: Vec::new(),
            }
        });
        papers.collect()
    }
}

/// The places that are not shown, and those that a rule demands.
fn conditions(procedure: &Procedure, dossier: &Dossier, context: &Context<'_>) -> (Vec<String>, Vec<String>) {
    let documents = Documents::of(dossier, |root| procedure.reads_document(root));
    let data = documents.data();
    let mut machine = Machine::new(rule::Context { data: &data, today: Some(context.at), calendar: context.calendar });
    // The first list on the way is the one whose items are judged.
    let at = |place: &str, item: Option<usize>| match item {
        Some(item) => place.replacen('*', &item.to_string(), 1),
        None => place.to_owned(),
    };
    let (mut hidden, mut demanded) = (Vec::new(), Vec::new());
    for one in procedure.shown() {
        for (item, holds) in one.rule.conditions_on(&mut machine) {
            if matches!(holds, Ok(false) | Err(Stop::Pending)) {
                hidden.extend(one.fields.iter().map(|place| at(place, item)));
            }
        }
    }
    for rule in procedure.rules().iter().filter(|rule| rule.applies(context.at, context.stage)) {
        if let Some(place) = rule.demands() {
            let holds = rule.conditions_on(&mut machine).into_iter().filter(|(_, holds)| *holds == Ok(true));
            demanded.extend(holds.map(|(item, _)| at(place, item)));
        }
    }
    (hidden, demanded)
}

/// Whether a place has a field; `*` in the place is any item.
fn covers(place: &str, pointer: &str) -> bool {
    let mut tokens = pointer.split('/');
    place.split('/').all(|known| tokens.next().is_some_and(|token| known == "*" || known == token))
}

impl View {
    /// Puts a remark where it belongs: to its field; to the first field of a group that is missing; to the list around an
    /// item; to its papers.
    fn place(&mut self, remark: &Remark, outside: &mut Vec<Remark>) {
        // No keyword of a schema has this sign, and all that is said of papers and of the filing has it.
        if remark.rule.is_none() && remark.code.contains('_') {
            let ids: Vec<&str> = remark.property.as_deref().unwrap_or_default().split('|').collect();
            let mut found = false;
            for paper in self.papers.iter_mut().filter(|paper| ids.contains(&paper.id.as_str())) {
                paper.remarks.push(remark.clone());
                found = true;
            }
            if !found {
                outside.push(remark.clone());
            }
            return;
        }
        let mut target = remark.pointer.clone();
        if let (Some(property), None) = (&remark.property, &remark.rule) {
            crate::base::value::push_token(&mut target, property);
        }
        let below = |one: &str, other: &str| one.strip_prefix(other).is_some_and(|rest| rest.starts_with('/'));
        let places = || self.fields.iter().map(|field| field.pointer.as_str());
        let exact = places().position(|place| place == target);
        let inside = || (!target.is_empty()).then(|| places().position(|place| below(place, &target))).flatten();
        let around = || places().rposition(|place| below(&target, place));
        let field = exact.or_else(inside).or_else(around);
        match field.and_then(|at| self.fields.get_mut(at)) {
            Some(field) => {
                // Nobody corrects what is not shown.
                field.shown = true;
                let missing = ["required", "dependentRequired", "blank"].contains(&remark.code.as_str());
                field.needed |= missing && remark.severity == Severity::Error;
                field.remarks.push(remark.clone());
            }
            None => outside.push(remark.clone()),
        }
    }
}
