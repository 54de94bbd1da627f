//! A form while a person fills it in (*phiên khai hồ sơ*): edits in, what has changed for the page out.

use super::check::DossierRequest;
use super::checker::{Checker, DossierChange};
use super::due::DueRequest;
use super::handle::Office;
use crate::base::error::{Code, Error, Faults};
use crate::base::shape::{Shape, Term};
use crate::base::text::Language;
use crate::base::value::{Map, Node, Value};
use crate::deadline::Due;
use crate::dossier::typed;
use crate::dossier::view::{Keys, View, Viewing};
use crate::dossier::{Dossier, FieldKind, FieldState, FormSummary, PaperState, Verdict};
use crate::rule::{is_filled, tokens};
use crate::rulebook::Slice;
use serde::Serialize;

/// What is done to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum FormAct {
    /// Puts `text`, as a person typed it, into the field at `pointer`; blanks clear it.
    #[term("type")]
    Type,
    /// Puts `value` at `pointer`; without one, the place is cleared.
    #[term("set")]
    Set,
    /// The person has left the field at `pointer`.
    #[term("blur")]
    Blur,
    /// Adds an item to the list at `pointer`: before the item `index`, or as the last.
    #[term("insert")]
    Insert,
    /// Removes the item at `pointer` from its list.
    #[term("remove")]
    Remove,
    /// Moves the item at `pointer` to the place `index` of its list.
    #[term("move")]
    Move,
    /// Changes papers, channel, answers of databases, stage or day, as `change` says.
    #[term("change")]
    Change,
    /// The person wants to send the form: every field counts as touched.
    #[term("submit")]
    Submit,
}

/// One edit of a form; which fields it needs, its `act` says.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct FormEdit {
    /// What is done.
    pub act: FormAct,
    /// JSON pointer into the form.
    #[shape(default)]
    pub pointer: String,
    /// A text.
    pub text: Option<String>,
    /// A value.
    pub value: Option<Node>,
    /// A place in a list, from 0.
    pub index: Option<u32>,
    /// What changes besides the form.
    pub change: Option<DossierChange>,
}

impl FormEdit {
    /// An edit at a place.
    pub fn new(act: FormAct, pointer: impl Into<String>) -> Self {
        Self { act, pointer: pointer.into(), text: None, value: None, index: None, change: None }
    }

    /// The same with a text.
    #[must_use]
    pub fn text(self, text: impl Into<String>) -> Self {
        Self { text: Some(text.into()), ..self }
    }
}

/// What has changed for the page. Putting all of them on an empty page, one after the other, gives what it has to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct FormChange {
    /// Grows by one with each change.
    pub revision: u32,
    /// Fields that are new or have changed.
    pub fields: Vec<FieldState>,
    /// The keys of all fields in the order of the page, where the order or the fields have changed.
    pub order: Option<Vec<String>>,
    /// Papers that are new or have changed.
    pub papers: Vec<PaperState>,
    /// What concerns the dossier as a whole, where anything of it has changed.
    pub summary: Option<FormSummary>,
}

/// A form while a person fills it in. It reads what is typed, checks what an edit touches, and says what has changed. The
/// dossier is at any time what [`Office::check`] judges in the same way.
///
/// ```
/// use namro::office::{FormAct, FormEdit};
///
/// let office = namro::Office::shipped("vn.procedures.2.001610").unwrap();
/// let request = r#"{"dossier": {"procedure": "2.001610"}, "at": "2026-01-08T09:00:00+07:00"}"#;
/// let mut session = office.form_session_of(request, namro::Language::Vi).unwrap();
/// let change = session.edit(&[FormEdit::new(FormAct::Type, "/vonDauTu").text("1.000.000 đ")]).unwrap();
/// assert_eq!(change.fields[0].text, "1.000.000");
/// assert_eq!(session.dossier().form.at_pointer("/vonDauTu").unwrap().value.as_integer(), Some(1_000_000));
/// ```
#[derive(Clone, Debug)]
pub struct FormSession {
    checker: Checker,
    language: Language,
    keys: Keys,
    touched: Vec<String>,
    submitted: bool,
    due: Option<Due>,
    view: View,
    revision: u32,
}

impl Office {
    /// Opens a form to be filled in; what people type is read in a language.
    ///
    /// # Errors
    /// As [`Office::check`].
    pub fn form_session(&self, request: &DossierRequest, language: Language) -> Result<FormSession, Faults> {
        FormSession::new(self.checker(request)?, language)
    }
}

impl Slice {
    /// As [`Office::form_session`].
    ///
    /// # Errors
    /// As [`Office::check`].
    pub fn form_session(&self, request: &DossierRequest, language: Language) -> Result<FormSession, Faults> {
        FormSession::new(self.checker(request)?, language)
    }
}

impl FormSession {
    fn new(mut checker: Checker, language: Language) -> Result<Self, Faults> {
        if prune(&mut checker.dossier.form) {
            checker.recheck(&[""]);
        }
        let keys = Keys::default();
        let view = View::default();
        let mut session =
            Self { checker, language, keys, touched: Vec::new(), submitted: false, due: None, view, revision: 0 };
        session.due = session.due();
        session.view = session.look();
        Ok(session)
    }

    /// The dossier as it now is: what is sent.
    pub fn dossier(&self) -> &Dossier {
        self.checker.dossier()
    }

    /// The verdict on the dossier as it now is.
    pub fn verdict(&self) -> &Verdict {
        self.checker.verdict()
    }

    /// All that the page shows, as a change of an empty page.
    pub fn state(&self) -> FormChange {
        change(&View::default(), &self.view, self.revision)
    }

    /// Makes edits, looks again once, and says what has changed since the last answer.
    ///
    /// # Errors
    /// [`Code::BadPointer`] for a place that the form does not have, [`Code::MissingField`] for an edit that lacks something,
    /// faults of a value. The edits before the refused one are made; the next answer tells of them too.
    pub fn edit(&mut self, edits: &[FormEdit]) -> Result<FormChange, Faults> {
        let mut changed = Vec::new();
        let made = edits.iter().try_for_each(|edit| self.make(edit, &mut changed));
        let places: Vec<&str> = changed.iter().map(String::as_str).collect();
        self.checker.recheck(&places);
        if edits.iter().any(|edit| edit.act == FormAct::Change)
            || !self.checker.session.procedure().choices().is_empty()
        {
            self.due = self.due();
        }
        made?;
        let view = self.look();
        self.revision += 1;
        let before = std::mem::replace(&mut self.view, view);
        Ok(change(&before, &self.view, self.revision))
    }

    fn make(&mut self, edit: &FormEdit, changed: &mut Vec<String>) -> Result<(), Faults> {
        let FormEdit { act, pointer, text, value, index, change } = edit;
        let lacks = |name: &str| Faults::from(Error::new(Code::MissingField).with("field", name));
        let wrong = || Faults::from(Error::new(Code::BadPointer).with("value", pointer));
        match act {
            FormAct::Type => {
                let text = text.as_deref().ok_or_else(|| lacks("text"))?;
                let way: Vec<_> = tokens(pointer).into_iter().map(|token| Some(token.into())).collect();
                let schema = self.checker.session.procedure().schema();
                let place = schema.and_then(|schema| schema.kind_at(&way));
                let (kind, part) = place.filter(|(kind, _)| *kind != FieldKind::List).ok_or_else(wrong)?;
                self.put(pointer, typed::read(kind, part, text, self.language).map(Node::from), changed)?;
            }
            FormAct::Set => self.put(pointer, value.clone(), changed)?,
            FormAct::Blur => {
                let key = self.view.fields.iter().find(|field| field.pointer == *pointer).map(|field| &field.key);
                if let Some(key) = key.filter(|key| !self.touched.contains(key)) {
                    self.touched.push(key.clone());
                }
            }
            FormAct::Insert => self.insert(pointer, *index, changed)?,
            FormAct::Remove | FormAct::Move => {
                let (list, number) = pointer.rsplit_once('/').ok_or_else(wrong)?;
                let key = self.key(list);
                let Some(Value::List(items)) = self.checker.dossier.form.put_at(list) else { return Err(wrong()) };
                let at = number.parse::<usize>().ok().filter(|at| *at < items.len()).ok_or_else(wrong)?;
                let item = items.remove(at);
                let to =
                    index.map_or(items.len(), |index| usize::try_from(index).unwrap_or(usize::MAX).min(items.len()));
                let moved = *act == FormAct::Move;
                if moved {
                    items.insert(to, item);
                }
                let empty = items.is_empty();
                if let Some(numbers) = self.keys.items(&key).filter(|numbers| at < numbers.len()) {
                    let number = numbers.remove(at);
                    if moved {
                        numbers.insert(to.min(numbers.len()), number);
                    }
                }
                match empty {
                    true => changed.extend(clear(&mut self.checker.dossier.form, list)),
                    false => changed.push(list.to_owned()),
                }
            }
            FormAct::Change => {
                self.checker.change(change.as_ref().ok_or_else(|| lacks("change"))?)?;
                // All was checked, perhaps by another version, which may have another form.
                changed.clear();
            }
            FormAct::Submit => self.submitted = true,
        }
        Ok(())
    }

    /// Puts a value, without what is blank in it.
    fn put(&mut self, pointer: &str, value: Option<Node>, changed: &mut Vec<String>) -> Result<(), Faults> {
        let value = value.and_then(|mut value| {
            prune(&mut value);
            (is_filled(Some(&value)) && !is_empty(&value.value)).then_some(value)
        });
        match value {
            Some(value) => changed.push(self.checker.fill_in(pointer, value)?),
            None if pointer.is_empty() => {
                self.checker.dossier.form = Value::Map(Map::default()).into();
                changed.push(String::new());
            }
            None => changed.extend(clear(&mut self.checker.dossier.form, pointer)),
        }
        Ok(())
    }

    fn insert(&mut self, list: &str, index: Option<u32>, changed: &mut Vec<String>) -> Result<(), Faults> {
        let wrong = || Faults::from(Error::new(Code::BadPointer).with("value", list));
        let way: Vec<_> = tokens(list).into_iter().map(|token| Some(token.into())).collect();
        let schema = self.checker.session.procedure().schema();
        let place = schema.and_then(|schema| Some((schema, schema.kind_at(&way)?)));
        let (schema, (_, part)) = place.filter(|(_, (kind, _))| *kind == FieldKind::List).ok_or_else(wrong)?;
        let group = schema.item_of(part).is_some_and(|item| schema.is_group(item));
        let item = Node::from(if group { Value::Map(Map::default()) } else { Value::Null });
        let key = self.key(list);
        match self.checker.dossier.form.put_at(list) {
            Some(Value::List(items)) => {
                let to =
                    index.map_or(items.len(), |index| usize::try_from(index).unwrap_or(usize::MAX).min(items.len()));
                items.insert(to, item);
                let number = self.keys.next();
                if let Some(numbers) = self.keys.items(&key).filter(|numbers| to <= numbers.len()) {
                    numbers.insert(to, number);
                }
                changed.push(list.to_owned());
            }
            _ => changed.push(self.checker.fill_in(list, Value::List(vec![item]).into())?),
        }
        Ok(())
    }

    /// The key of a list.
    fn key(&self, list: &str) -> String {
        let known = self.view.fields.iter().find(|field| field.pointer == list);
        known.map_or_else(|| list.to_owned(), |field| field.key.clone())
    }

    /// When it would be due. It follows from channel and day, and from the form only where the limit has choices.
    fn due(&self) -> Option<Due> {
        let Checker { rules, session, dossier, at, unit, .. } = &self.checker;
        let mut request = DueRequest::procedure(dossier.procedure.clone(), *at);
        request.channel.clone_from(&dossier.channel);
        request.unit.clone_from(unit);
        request.form = Some(dossier.form.clone()).filter(|_| !session.procedure().choices().is_empty());
        rules.promise(&request)
    }

    fn look(&mut self) -> View {
        let Checker { session, dossier, .. } = &self.checker;
        let touched = |key: &str| self.submitted || self.touched.iter().any(|known| known == key);
        let viewing = Viewing {
            dossier,
            context: self.checker.context(),
            verdict: self.checker.verdict(),
            touched: &touched,
            language: self.language,
            due: self.due.as_ref(),
        };
        session.view(&viewing, &mut self.keys)
    }
}

/// What one page has that another has not.
fn change(before: &View, after: &View, revision: u32) -> FormChange {
    // Mostly a field is where it was.
    let known = |at: usize, field: &FieldState| match before.fields.get(at) {
        Some(same) if same.key == field.key => same == field,
        _ => before.fields.iter().any(|known| known == field),
    };
    let fields = after.fields.iter().enumerate().filter(|(at, field)| !known(*at, field));
    let keys = |view: &View| -> Vec<String> { view.fields.iter().map(|field| field.key.clone()).collect() };
    let same = before.fields.len() == after.fields.len()
        && before.fields.iter().zip(&after.fields).all(|(one, other)| one.key == other.key);
    FormChange {
        revision,
        fields: fields.map(|(_, field)| field.clone()).collect(),
        order: (!same).then(|| keys(after)),
        papers: after.papers.iter().filter(|paper| !before.papers.contains(paper)).cloned().collect(),
        summary: after.summary.clone().filter(|_| before.summary != after.summary),
    }
}

/// Whether a value is a group or list with nothing in it.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Map(map) => map.is_empty(),
        Value::List(list) => list.is_empty(),
        _ => false,
    }
}

/// Takes out of groups what is not filled in, and groups and lists with nothing in them; items of lists stay. Whether
/// anything was taken.
fn prune(node: &mut Node) -> bool {
    match &mut node.value {
        Value::Map(map) => {
            let mut taken = false;
            let mut blank = Vec::new();
            for (name, node) in map.iter_mut() {
                taken |= prune(node);
                if !is_filled(Some(node)) || is_empty(&node.value) {
                    blank.push(name.to_owned());
                }
            }
            blank.iter().for_each(|name| drop(map.remove(name)));
            taken || !blank.is_empty()
        }
        Value::List(list) => list.iter_mut().map(prune).filter(|taken| *taken).count() > 0,
        _ => false,
    }
}

/// Clears a place, and the groups around it that are empty then; an item of a list stays, and is empty. The place that has
/// changed.
fn clear(form: &mut Node, pointer: &str) -> Option<String> {
    form.at_pointer(pointer)?;
    let (around, _) = pointer.rsplit_once('/')?;
    match form.at_pointer(around).map(|node| &node.value) {
        Some(Value::Map(map)) if map.len() == 1 && !around.is_empty() => {
            if let Some(above) = clear(form, around) {
                return Some(above);
            }
        }
        Some(Value::Map(_)) => form.put(pointer, None).ok()?,
        Some(Value::List(list)) => {
            let group = list.iter().any(|item| matches!(item.value, Value::Map(_)));
            let item = if group { Value::Map(Map::default()) } else { Value::Null };
            form.put(pointer, Some(item.into())).ok()?;
        }
        _ => return None,
    }
    Some(pointer.to_owned())
}

#[cfg(test)]
#[path = "tests/form_session.rs"]
mod tests;
