//! A dossier that is checked at every edit: a handle that keeps what it found.

use super::check::{CheckContext, DossierRequest};
use super::handle::Office;
use crate::base::error::{Error, Faults};
use crate::base::time::Date;
use crate::base::value::{Node, Value};
use crate::dossier::{Context, Dossier, Session, Verdict};
use crate::rule::{Stage, WorkingDays};
use crate::rulebook::{Slice, Validator};
use std::sync::Arc;

/// A dossier while its form is filled in. After an edit only the rules that read the edited place are run again, and
/// only the way to that place is checked against the form's schema; the verdict is the one that a check of the whole
/// would give.
///
/// ```
/// let rulebook = r#"{"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": {"title": "P",
///     "rules": [{"id": "von", "check": "d.von > 0", "message": "M"}]}}}"#;
/// let office = namro::Office::load(&[("a.json", rulebook)]).unwrap();
/// let request = r#"{"dossier": {"procedure": "1.000001", "form": {"von": 0}}, "at": "2026-01-08T09:00:00+07:00"}"#;
/// let mut checker = office.checker_of(request).unwrap();
/// assert!(checker.verdict().failed("von"));
/// checker.edit("/von", Some(namro::base::Value::Integer(1).into())).unwrap();
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
    /// Checks a dossier and keeps what was found.
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

    /// What was found last.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// The dossier as it stands.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// Puts a value at a JSON pointer of the form, or takes away what is there, and looks again.
    ///
    /// # Errors
    /// [`crate::Code::BadPointer`] where the way to the place does not exist; the form then stays as it was.
    pub fn edit(&mut self, pointer: &str, value: Option<Node>) -> Result<&Verdict, Error> {
        let taken = value.is_none();
        self.dossier.form.put(pointer, value)?;
        let above = pointer.rsplit_once('/').map_or("", |(above, _)| above);
        let list =
            |place: &str| matches!(self.dossier.form.at_pointer(place).map(|node| &node.value), Some(Value::List(_)));
        // The items behind one that is taken away move up.
        let changed = if taken && list(above) { above } else { pointer };
        let context = Context { stage: self.stage, at: self.on, calendar: self.calendar.as_deref() };
        self.verdict = self.session.recheck(&self.dossier, &context, &[changed]);
        Ok(&self.verdict)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;
    use crate::base::canon::canonical;

    const RULEBOOK: &str = r#"{"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": {"title": "P",
        "form": {"type": "object", "required": ["l"], "properties": {"von": {"type": "integer"},
            "l": {"type": "array", "maxItems": 3, "items": {"type": "object", "required": ["x"],
                "properties": {"x": {"type": "integer"}, "y": {"type": "integer"}}}}}},
        "components": [{"id": "c", "title": "C", "need": {"when": "d.l.exists(t, has(t.y))"}}],
        "rules": [{"id": "tong", "check": "d.l.sum(t, t.x) == d.von", "message": "M"},
            {"id": "nhieu", "check": "d.l.count(t) < 3", "message": "M"},
            {"id": "tung", "each": "d.l", "check": "item.x > i", "message": "M"}]}}}"#;

    #[test]
    fn every_edit_gives_the_verdict_of_the_whole() {
        let office = Office::load(&[("a.json", RULEBOOK)]).unwrap();
        let request = |form: &str| {
            format!(r#"{{"dossier": {{"procedure": "1.000001", "form": {form}}}, "at": "2026-01-08T09:00:00+07:00"}}"#)
        };
        let mut checker = office.checker_of(&request("{}")).unwrap();
        let edits = [
            ("/l", Some("[]")),
            ("/l/0", Some(r#"{"x": 1}"#)),
            ("/l/1", Some(r#"{"x": "a"}"#)),
            ("/von", Some("3")),
            ("/l/1/x", Some("2")),
            ("/l/2", Some(r#"{"y": 2}"#)),
            ("/l/0", None),
            ("/l/1", None),
            ("/l/0/x", None),
            ("", Some(r#"{"l": [{"x": 5}], "von": 5}"#)),
            ("/l/0/y", Some("null")),
        ];
        for (pointer, value) in edits {
            let answer = checker.edit_text(pointer, value).unwrap();
            let form = canonical(&checker.dossier().form).unwrap();
            assert_eq!(answer, office.call("check", &request(&form)).unwrap(), "{pointer} {form}");
            assert_eq!(answer, checker.verdict_text().unwrap());
        }
        let before = checker.verdict_text().unwrap();
        assert_eq!(checker.edit("/l/7", None).unwrap_err().code(), Code::BadPointer);
        assert!(checker.edit_text("/l", Some("[")).is_err());
        assert_eq!(checker.verdict_text().unwrap(), before);
    }
}
