//! The operations of a slice: those of an office that need no more than calendars and procedures.

use super::rules::{check_dossier, day, due, elapsed, latest_start};
use super::{answer, parse, unknown};
use crate::error::Faults;
use crate::rulebook::Slice;

/// The operations of a slice, by name; each answers as it does on the office that published it.
pub const SLICE_OPERATIONS: &[&str] = &["check", "due", "latest_start", "elapsed", "day"];

impl Slice {
    /// Carries out one operation: JSON text in, canonical JSON text out.
    ///
    /// # Errors
    /// As [`crate::Office::call`]; [`crate::Code::UnknownOperation`] for what only an office can answer.
    pub fn call(&self, operation: &str, input: &str) -> Result<String, Faults> {
        let (rules, input) = (self.rules(), &parse(input)?);
        match operation {
            "check" => answer(rules, input, check_dossier),
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
