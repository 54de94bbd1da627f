//! A dossier that is checked at every edit: a handle that keeps the results in between.

use super::check::{CheckContext, DossierRequest};
use super::handle::Office;
use crate::base::error::{Error, Faults};
use crate::base::time::Date;
use crate::base::value::{Node, Value};
use crate::dossier::{Context, Dossier, Session, Verdict};
use crate::rule::{self, Stage, WorkingDays};
use crate::rulebook::{Slice, Validator};
use std::sync::Arc;

/// A dossier while its form is being filled in. After an edit only the rules that read the edited place run again, and
/// only the path to that place is checked against the schema of the form; the verdict is the same as that of a full
/// check.
///
/// ```
/// let rulebook = r#"{"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": {"title": "P",
///     "rules": [{"id": "von", "check": "d.von > 0", "message": "M"}]}}}"#;
/// let office = namro::Office::load(&[("a.json", rulebook)]).unwrap();
/// let request = r#"{"dossier": {"procedure": "1.000001", "form": {"von": 0}}, "at": "2026-01-08T09:00:00+07:00"}"#;
/// let mut checker = office.checker_of(request).unwrap();
/// assert!(checker.verdict().failed("von"));
/// checker.set("/von", Some(namro::base::Value::Integer(1).into())).unwrap();
/// assert!(checker.verdict().ready);
/// ```
#[derive(Clone, Debug)]
pub struct Checker {
    session: Session,
    dossier: Dossier,
    stage: Stage,
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
        let context = CheckContext::of(self.rulebook().rules(), request.unit.as_ref(), request.at)?;
        Checker::new(&context, request)
    }
}

impl Slice {
    /// As [`Office::checker`].
    ///
    /// # Errors
    /// As [`Office::check`].
    pub fn checker(&self, request: &DossierRequest) -> Result<Checker, Faults> {
        let context = CheckContext::of(self.rules(), request.unit.as_ref(), request.at)?;
        Checker::new(&context, request)
    }
}

impl Validator {
    /// As [`Office::checker`].
    ///
    /// # Errors
    /// As [`Office::check`].
    pub fn checker(&self, request: &DossierRequest) -> Result<Checker, Faults> {
        let context = CheckContext::without_calendar(self, request.unit.as_ref(), request.at)?;
        Checker::new(&context, request)
    }
}

impl Checker {
    fn new(context: &CheckContext<'_>, request: &DossierRequest) -> Result<Self, Faults> {
        let DossierRequest { dossier, stage, .. } = request;
        let dossier = context.seen(dossier);
        let mut session = Session::new(context.procedure(&dossier)?.clone());
        let verdict = session.check(&dossier, &context.context(*stage));
        let calendar = context.calendar.map(WorkingDays::kept);
        Ok(Self { session, dossier, stage: *stage, on: context.on, calendar, verdict })
    }

    /// The current verdict.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// The current dossier.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
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
            Some(value) => {
                let schema = self.session.procedure().schema();
                let is_list = |place: &str| {
                    let way: Vec<_> = rule::tokens(place).into_iter().map(|token| Some(token.into())).collect();
                    schema.is_some_and(|schema| schema.is_list(&way))
                };
                self.dossier.form.fill_in(pointer, value, &is_list)?
            }
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
        let context = Context { stage: self.stage, at: self.on, calendar: self.calendar.as_deref() };
        self.verdict = self.session.recheck(&self.dossier, &context, &[&changed]);
        Ok(&self.verdict)
    }
}

#[cfg(test)]
#[path = "tests/checker.rs"]
mod tests;
