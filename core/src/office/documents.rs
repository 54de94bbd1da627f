//! Operations on documents: checks, registers, time limits, retention.

use super::days::calendar;
use super::handle::Office;
use crate::base::error::Faults;
use crate::base::ids::{CalendarId, RegisterId, UnitId};
use crate::base::shape::Shape;
use crate::base::time::{Date, Stamp};
use crate::document::{self, Context, Document, DocumentRules, Entry, Handling, Registry, Retention, Symbol};
use crate::rule::{Remark, Verdict};
use serde::Serialize;

/// Request for the next number of a register (*số văn bản*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct NumberRequest {
    /// The existing lines of the register.
    pub entries: Vec<Entry>,
    /// The register.
    pub register: RegisterId,
    /// The day of the number.
    pub date: Date,
    /// A symbol with any number, such as `1/QĐ-UBND`, in which the next number is filled in.
    pub like: Option<Symbol>,
}

/// The next number of a register, and the faults of its existing numbers.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct NextNumber {
    /// The number: 1 in a new year, otherwise the last number plus 1.
    pub number: u32,
    /// The number as it is printed: with a leading zero below 10.
    pub text: String,
    /// The complete symbol, if the request has one.
    pub symbol: Option<String>,
    /// Numbers that were given twice or skipped, and numbers dated before the preceding one. The pointer is the index
    /// of the line, or `/date` if the new number would be dated before the last one.
    pub remarks: Vec<Remark>,
}

/// Request to relate the documents of a list to each other.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct DocumentsRequest {
    /// The documents.
    pub documents: Vec<Document>,
}

/// Request for the time limits of a document.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct HandlingRequest {
    /// The document.
    pub document: Document,
    /// A calendar by name.
    pub calendar: Option<CalendarId>,
    /// The calendar of a unit.
    pub unit: Option<UnitId>,
    /// The calendar as it was known then.
    pub known_at: Option<Stamp>,
    /// The instant for which the colours are computed.
    pub now: Stamp,
}

/// Request for how long a file is kept, and when it goes to the archive.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct RetentionRequest {
    /// The kind of file, by its name in the rulebook.
    pub kind: String,
    /// The day on which the work ended.
    pub closed: Date,
    /// A calendar by name.
    pub calendar: Option<CalendarId>,
    /// The calendar of a unit.
    pub unit: Option<UnitId>,
}

impl Office {
    /// The next number of a register, and the faults of its existing numbers.
    pub fn next_number(&self, request: &NumberRequest) -> NextNumber {
        let NumberRequest { entries, register, date, like } = request;
        let number = document::next_number(entries, register, *date);
        let symbol = like.clone().map(|like| like.numbered(number, *date).to_string());
        let remarks =
            document::audit(entries).into_iter().chain(document::backdated(entries, register, *date)).collect();
        NextNumber { number, text: format!("{number:02}"), symbol, remarks }
    }
}

impl Office {
    fn document_rules(&self) -> &DocumentRules {
        &self.rulebook().parts().documents
    }

    /// Checks a document as of a day: symbol, secrecy, signature, register, order of the acts.
    pub(crate) fn check_document(&self, document: &Document, at: Date) -> Verdict {
        let context = Context {
            at,
            zone: self.rulebook().zone(),
            holds: self.rulebook().parts().secrecy,
            rules: Some(self.document_rules()),
            staff: Some(self.staff()),
        };
        document::check(document, &context)
    }

    /// Relates the documents of a list: which one answers which, and which are still unanswered.
    pub fn documents(&self, documents: &[Document]) -> Registry {
        document::look_over(documents, self.rulebook().zone())
    }

    /// The time limits of a document, with their colours at an instant.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] at the field that names a calendar or unit; errors of the calendar.
    pub fn handling(&self, request: &HandlingRequest) -> Result<Vec<Handling>, Faults> {
        let HandlingRequest { document, calendar: name, unit, known_at, now } = request;
        let calendar = calendar(self.rulebook().rules(), name.as_ref(), (unit.as_ref(), None), *known_at)?;
        Ok(document::handling(self.document_rules(), document, &calendar, now.at)?)
    }

    /// When a file goes to the archive, and until when it is kept.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] at the field that names the kind, a calendar or a unit; errors of the
    /// calendar.
    pub fn retention(&self, request: &RetentionRequest) -> Result<Retention, Faults> {
        let RetentionRequest { kind, closed, calendar: name, unit } = request;
        let calendar = calendar(self.rulebook().rules(), name.as_ref(), (unit.as_ref(), None), None)?;
        Ok(document::retention(self.document_rules(), kind, *closed, &calendar)?)
    }
}
