//! The operations of a slice: those of an office that need no more than calendars and procedures.

use super::requests::{day, due, elapsed, latest_start};
use super::{answer, parse, unknown};
use crate::calendar::Calendar;
use crate::dossier::{self, Context, Dossier, Verdict};
use crate::error::Faults;
use crate::ids::UnitId;
use crate::rule::Stage;
use crate::rulebook::{Rules, Slice};
use crate::shape::shape;
use crate::time::{Date, Stamp, Zone};

/// The operations of a slice, by name; each answers as it does on the office that published it.
pub const SLICE_OPERATIONS: &[&str] = &["check", "due", "latest_start", "elapsed", "day"];

shape! {
    /// Asks whether a dossier is complete.
    pub struct DossierRequest {
        /// The dossier.
        pub dossier: Dossier,
        /// For which stage.
        pub stage: Stage = Stage::default(),
        /// As of when: for an open dossier now, for a filed one its acceptance. The version of the procedure is that of
        /// this day.
        pub at: Stamp,
        /// The calendar of a unit, where rules count working days.
        pub unit: Option<UnitId>,
    }
}

pub(super) fn check(rules: &Rules, request: DossierRequest) -> Result<Verdict, Faults> {
    let DossierRequest { dossier, stage, at, unit } = request;
    let (on, calendar) = local(rules, unit.as_ref(), at);
    let procedure = rules.procedure(&dossier.procedure, on)?;
    Ok(dossier::check(procedure, &dossier, &Context { stage, at: on, calendar }))
}

/// The day of an instant where a unit works, and the calendar by which it does.
pub(super) fn local<'a>(rules: &'a Rules, unit: Option<&UnitId>, at: Stamp) -> (Date, Option<&'a Calendar>) {
    let calendar = rules.calendar_of(unit).ok();
    let on = calendar.map_or_else(|| Zone::vietnam().date_of(at.at), |calendar| calendar.date_of(at.at));
    (on, calendar)
}

impl Slice {
    /// Carries out one operation: JSON text in, canonical JSON text out.
    ///
    /// # Errors
    /// As [`crate::Office::call`]; [`crate::Code::UnknownOperation`] for what only an office can answer.
    pub fn call(&self, operation: &str, input: &str) -> Result<String, Faults> {
        let (rules, input) = (self.rules(), &parse(input)?);
        match operation {
            "check" => answer(rules, input, check),
            "due" => answer(rules, input, due),
            "latest_start" => answer(rules, input, latest_start),
            "elapsed" => answer(rules, input, elapsed),
            "day" => answer(rules, input, day),
            other => Err(unknown(other, SLICE_OPERATIONS)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Code, Office, Slice};

    #[test]
    fn a_slice_answers_as_its_office() {
        let office = Office::shipped("vn.procedures.2.001610").unwrap();
        let slice = Slice::load(&office.publish(&"2.001610".into(), None).unwrap().rulebook).unwrap();
        for (operation, input) in [
            (
                "check",
                r#"{"dossier": {"procedure": "2.001610", "form": {"ten": "A"}}, "at": "2026-03-06T09:00:00+07:00"}"#,
            ),
            ("check", r#"{"dossier": {"procedure": "2.001611"}, "at": "2026-03-06T09:00:00+07:00"}"#),
            (
                "due",
                r#"{"procedure": "2.001610", "accepted_at": "2026-02-13T16:00:00+07:00", "now": "2026-02-24T08:00:00+07:00"}"#,
            ),
            ("latest_start", r#"{"limit": "20 giờ làm việc", "due": "2026-03-06T09:00:00+07:00"}"#),
            ("elapsed", r#"{"start": "2026-02-13T16:00:00+07:00", "end": "2026-03-06T09:00:00+07:00"}"#),
            ("day", r#"{"date": "2026-02-17"}"#),
        ] {
            assert_eq!(slice.call(operation, input), office.call(operation, input), "{operation} {input}");
        }
        assert_eq!(slice.call("apply", "{}").unwrap_err().iter().next().unwrap().code(), Code::UnknownOperation);
    }

    #[test]
    fn a_slice_holds_nothing_else() {
        let text = r#"{"namro": 1, "id": "a", "title": "A", "workflows": {}, "calendar": "b"}"#;
        let codes: Vec<_> = Slice::load(text).unwrap_err().iter().map(|fault| fault.code()).collect();
        assert_eq!(codes, [Code::UnknownField, Code::UnknownReference]);
    }
}
