//! A dossier that is checked at every edit: a handle that keeps the results in between.

use super::check::{Checking, DossierRequest};
use super::handle::Office;
use crate::base::error::{Error, Faults};
use crate::base::ids::UnitId;
use crate::base::shape::Shape;
use crate::base::time::{Date, Stamp};
use crate::base::value::{Node, Value};
use crate::dossier::{Context, DataAnswer, Dossier, Session, Submitted, Verdict};
use crate::rule::{self, Stage, WorkingDays};
use crate::rulebook::{Slice, Validator};
use indexmap::IndexMap;
use serde::Serialize;
use std::sync::Arc;

/// Changes of a dossier besides its form; what is absent stays as it is.
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct DossierChange {
    /// The filing channel; an empty text clears it.
    pub channel: Option<String>,
    /// When it was filed.
    pub submitted: Option<Stamp>,
    /// All papers that are now in it.
    pub components: Option<Vec<Submitted>>,
    /// All answers of databases that are now known, by database name.
    pub data: Option<IndexMap<String, DataAnswer>>,
    /// The stage for which it is checked.
    pub stage: Option<Stage>,
    /// The instant of the check: a page may stay open over midnight.
    pub at: Option<Stamp>,
}

/// A dossier while its form is being filled in. After an edit only the rules that read the edited place run again, and
/// only the path to that place is checked against the schema of the form; the verdict is the same as that of a full
/// check.
///
/// ```
/// let rulebook = r#"{"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": {"title": "P",
///     "form": {"properties": {"von": {"type": "integer"}}}, "rules": [{"id": "von", "check": "d.von > 0", "message": "M"}]}}}"#;
/// let office = namro::Office::load(&[("a.json", rulebook)]).unwrap();
/// let request = r#"{"dossier": {"procedure": "1.000001", "form": {"von": 0}}, "at": "2026-01-08T09:00:00+07:00"}"#;
/// let mut checker = office.checker_of(request).unwrap();
/// assert!(checker.verdict().failed("von"));
/// checker.set("/von", Some(namro::base::Value::Integer(1).into())).unwrap();
/// assert!(checker.verdict().ready);
/// ```
#[derive(Clone, Debug)]
pub struct Checker {
    pub(super) rules: Arc<dyn Checking>,
    pub(super) session: Session,
    pub(super) dossier: Dossier,
    stage: Stage,
    pub(super) at: Stamp,
    pub(super) unit: Option<UnitId>,
    on: Date,
    calendar: Option<Arc<dyn WorkingDays>>,
    verdict: Verdict,
}

impl Office {
    /// Checks a dossier and keeps the results.
    ///
    /// # Errors
    /// As [`Office::check`].
    pub fn checker(&self, request: &DossierRequest) -> Result<Checker, Faults> {
        Checker::new(self.shared_rulebook(), request)
    }
}

impl Slice {
    /// As [`Office::checker`].
    ///
    /// # Errors
    /// As [`Office::check`].
    pub fn checker(&self, request: &DossierRequest) -> Result<Checker, Faults> {
        Checker::new(self.shared_rules(), request)
    }
}

impl Validator {
    /// As [`Office::checker`].
    ///
    /// # Errors
    /// As [`Office::check`].
    pub fn checker(&self, request: &DossierRequest) -> Result<Checker, Faults> {
        Checker::new(Arc::new(self.clone()), request)
    }
}

impl Checker {
    pub(super) fn new(rules: Arc<dyn Checking>, request: &DossierRequest) -> Result<Self, Faults> {
        let DossierRequest { dossier, stage, at, unit } = request;
        let context = rules.context(unit.as_ref(), *at)?;
        let dossier = context.seen(dossier);
        let mut session = Session::new(context.procedure(&dossier)?.clone());
        let verdict = session.check(&dossier, &context.context(*stage));
        let calendar = context.calendar.map(WorkingDays::kept);
        let on = context.on;
        let (stage, at, unit) = (*stage, *at, unit.clone());
        Ok(Self { rules, session, dossier, stage, at, unit, on, calendar, verdict })
    }

    /// The current verdict.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// The current dossier.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// Changes the papers, the channel, the answers of databases, the stage or the day, and checks again.
    ///
    /// # Errors
    /// [`crate::Code::NotInForce`] if no version of the procedure is in force on the new day; the dossier then stays as
    /// it was.
    ///
    /// ```
    /// # use namro::office::DossierChange;
    /// let office = namro::Office::shipped("vn.procedures.2.001610").unwrap();
    /// let request = r#"{"dossier": {"procedure": "2.001610"}, "at": "2026-01-08T09:00:00+07:00"}"#;
    /// let mut checker = office.checker_of(request).unwrap();
    /// let change = DossierChange { channel: Some("online".to_owned()), ..DossierChange::default() };
    /// checker.change(&change).unwrap();
    /// assert_eq!(checker.dossier().channel.as_deref(), Some("online"));
    /// ```
    pub fn change(&mut self, change: &DossierChange) -> Result<&Verdict, Faults> {
        let DossierChange { channel, submitted, components, data, stage, at } = change;
        let mut dossier = self.dossier.clone();
        if let Some(channel) = channel {
            dossier.channel = Some(channel.clone()).filter(|channel| !channel.trim().is_empty());
        }
        dossier.submitted = submitted.or(dossier.submitted);
        components.iter().for_each(|components| dossier.components.clone_from(components));
        data.iter().for_each(|data| dossier.data.clone_from(data));
        let (stage, at) = (stage.unwrap_or(self.stage), at.unwrap_or(self.at));
        let request = DossierRequest { dossier, stage, at, unit: self.unit.clone() };
        *self = Self::new(self.rules.clone(), &request)?;
        Ok(&self.verdict)
    }

    /// Puts what a person typed at a JSON pointer of the form, and looks again. It is put there as text, to the letter:
    /// where the form wants a number, `"1.000"` is a text, and the verdict says so.
    ///
    /// # Errors
    /// As [`Checker::set`].
    pub fn type_text(&mut self, pointer: &str, text: &str) -> Result<&Verdict, Error> {
        self.set(pointer, Some(Value::Text(text.into()).into()))
    }

    /// Sets a value at a JSON pointer of the form, or clears the place, and checks again. Groups and lists on the way that
    /// are missing are created as the form has them; `/-` is the item after the last of a list.
    ///
    /// # Errors
    /// [`crate::Code::BadPointer`] where the way leads through a value without parts, or beyond the end of a list; the form
    /// then stays as it was.
    pub fn set(&mut self, pointer: &str, value: Option<Node>) -> Result<&Verdict, Error> {
        let changed = match value {
            Some(value) => self.fill_in(pointer, value)?,
            None => {
                let above = pointer.rsplit_once('/').map(|(above, _)| above);
                let around = above.map(|above| (above, self.dossier.form.at_pointer(above).map(|node| &node.value)));
                let changed = match around {
                    // Where there is nothing around the place, nothing is there to be cleared.
                    Some((_, None | Some(Value::Null))) if pointer.starts_with('/') => return Ok(&self.verdict),
                    // The items after a removed one move up.
                    Some((above, Some(Value::List(_)))) => above.to_owned(),
                    _ => pointer.to_owned(),
                };
                self.dossier.form.put(pointer, None)?;
                changed
            }
        };
        self.recheck(&[&changed]);
        Ok(&self.verdict)
    }

    /// Puts a value into the form without looking again; the place that has changed.
    pub(super) fn fill_in(&mut self, pointer: &str, value: Node) -> Result<String, Error> {
        let schema = self.session.procedure().schema();
        let is_list = |place: &str| {
            let way: Vec<_> = rule::tokens(place).into_iter().map(|token| Some(token.into())).collect();
            schema.is_some_and(|schema| schema.is_list(&way))
        };
        self.dossier.form.fill_in(pointer, value, &is_list)
    }

    /// Looks again after these places of the form have changed, or anything besides the form.
    pub(super) fn recheck(&mut self, changed: &[&str]) {
        let Self { stage, on, calendar, .. } = self;
        let context = Context { stage: *stage, at: *on, calendar: calendar.as_deref() };
        self.verdict = self.session.recheck(&self.dossier, &context, changed);
    }

    /// What the last check was made with.
    pub(super) fn context(&self) -> Context<'_> {
        Context { stage: self.stage, at: self.on, calendar: self.calendar.as_deref() }
    }
}

#[cfg(test)]
#[path = "tests/checker.rs"]
mod tests;
