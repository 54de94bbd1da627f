//! The examples that an author gives with a procedure, with the expected answers.

use super::check::check;
use super::context::Context;
use super::procedure::Procedure;
use super::spec::ExampleSpec;
use crate::base::error::{Code, Error, Faults};
use crate::base::text::Text;
use crate::base::time::Stamp;
use crate::calendar::Calendar;
use crate::deadline::{DueOptions, due};

impl Procedure {
    /// Runs the examples of the procedure on a calendar; returns a fault for each failed one, with its place below the
    /// procedure. `of_limit` says of which examples the dues are those of the limits of this procedure.
    pub(crate) fn run_examples(&self, calendar: &Calendar, of_limit: &dyn Fn(usize) -> bool, faults: &mut Faults) {
        for (index, example) in self.spec().examples.iter().enumerate() {
            let at = format!("/examples/{index}");
            if let Some(field) = missing_field(example) {
                faults.push(Error::new(Code::MissingField).with("field", field).under(&at));
                continue;
            }
            let of_due = of_limit(index) && (example.due.is_some() || example.last_day.is_some());
            if let Some(accepted) = example.accepted.filter(|_| of_due)
                && let Err(error) = self.run_due(example, accepted, calendar)
            {
                faults.push(error.under(&at));
            }
            if example.dossier.is_some() {
                self.run_check(example, calendar, |error| faults.push(error.under(&at)));
            }
        }
    }

    fn run_due(&self, example: &ExampleSpec, accepted: Stamp, calendar: &Calendar) -> Result<(), Error> {
        let on = calendar.date_of(accepted.at);
        let (channel, form) = (example.channel.as_deref(), example.form.as_ref());
        let promise = self.promise_of(example.of, channel, &example.factors, form, on)?;
        let options = DueOptions { brief: true, ..DueOptions::default() };
        let found = due(calendar, &promise, accepted.at, &[], &options)?;
        let differs = |expected: String, found: String| Err(failed("due", Text::same(expected), Text::same(found)));
        match (example.due, example.last_day) {
            (Some(expected), _) if expected.at != found.due.at => differs(expected.to_string(), found.due.to_string()),
            (_, Some(expected)) if expected != found.last_day => {
                differs(expected.to_string(), found.last_day.to_string())
            }
            _ => Ok(()),
        }
    }

    fn run_check(&self, example: &ExampleSpec, calendar: &Calendar, mut push: impl FnMut(Error)) {
        let day = example.at.or_else(|| example.accepted.map(|stamp| calendar.date_of(stamp.at)));
        let (Some(dossier), Some(at)) = (&example.dossier, day) else {
            return push(Error::new(Code::MissingField).with("field", "at"));
        };
        let verdict = check(self, dossier, &Context { stage: example.stage, at, calendar: Some(calendar) });
        let actual = verdict.remarks.iter().map(|remark| {
            let name = remark.rule.as_ref().map_or(remark.code.as_str(), |rule| rule.as_str());
            format!("{name} {}", remark.pointer)
        });
        let actual: Vec<_> = actual.collect();
        if example.ready.is_some_and(|ready| ready != verdict.ready) {
            let waiting = verdict.pending.iter().map(|rule| format!("{rule} (pending)"));
            let undecided = verdict.undetermined.iter().map(|one| format!("{} ({})", one.rule, one.reason));
            let all: Vec<_> = actual.iter().cloned().chain(waiting).chain(undecided).collect();
            let ready = |ready| {
                if ready {
                    Text::new("đủ điều kiện", "ready")
                } else {
                    Text::new("chưa đủ điều kiện", "not ready")
                }
            };
            let found = if all.is_empty() { ready(verdict.ready) } else { Text::same(all.join(", ")) };
            push(failed("ready", ready(!verdict.ready), found));
        }
        for expected in example.remarks.iter().filter(|expected| !actual.contains(expected)) {
            push(failed("remarks", Text::same(expected), Text::same(actual.join(", "))));
        }
    }
}

/// The missing field without which an example has no expectation, or no subject.
fn missing_field(example: &ExampleSpec) -> Option<&'static str> {
    let of_due = example.due.is_some() || example.last_day.is_some();
    let of_dossier = example.ready.is_some() || !example.remarks.is_empty();
    if of_due && example.accepted.is_none() {
        return Some("accepted");
    }
    if of_dossier && example.dossier.is_none() {
        return Some("dossier");
    }
    match (of_due, of_dossier) {
        (false, false) if example.dossier.is_some() => Some("ready"),
        (false, false) => Some("due"),
        _ => None,
    }
}

fn failed(what: &str, expected: Text, found: Text) -> Error {
    let fault = Error::new(Code::ExampleFailed).with("what", what);
    fault.with_text("expected", expected).with_text("found", found)
}
