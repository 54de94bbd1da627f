//! The office as documents see it: order, registers, limits on their way, retention.

use super::days::calendar;
use super::handle::Office;
use crate::base::error::Faults;
use crate::base::ids::{CalendarId, RegisterId, UnitId};
use crate::base::shape::Shape;
use crate::base::time::{Date, Stamp};
use crate::document::{self, Context, Document, DocumentRules, Entry, Handling, Registry, Retention, Symbol};
use crate::rule::{Remark, Verdict};
use serde::Serialize;

/// Asks for the next number of a register.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct NumberRequest {
    /// The lines that the register has.
    pub entries: Vec<Entry>,
    /// The register.
    pub register: RegisterId,
    /// The day of the number.
    pub date: Date,
    /// A symbol with any number, such as `1/QĐ-UBND`, to be printed with the next one.
    pub like: Option<Symbol>,
}

/// The next number of a register, and what is wrong with those that it has.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct NextNumber {
    /// The number: 1 in a new year, else one more than the last.
    pub number: u32,
    /// As it is printed: below 10 with a leading zero.
    pub text: String,
    /// The whole symbol, where one was given to go by.
    pub symbol: Option<String>,
    /// Numbers given twice or left out, and numbers dated before the one ahead of them; each pointer is the index of the
    /// line, and `/date` where the new number would be one of the last kind.
    pub remarks: Vec<Remark>,
}

/// Asks what a list of documents says as a whole.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct DocumentsRequest {
    /// The documents.
    pub documents: Vec<Document>,
}

/// Asks which limits run for a document.
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
    /// Coloured as of this instant.
    pub now: Stamp,
}

/// Asks how long a file is kept, and when it goes to the archive.
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
    /// The next number of a register, and what is wrong with those that it has.
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

    /// A document as of a day: symbol, secrecy, signature, register, order of what was done.
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

    /// What a list of documents says as a whole: which answer which, what is still unanswered.
    pub fn documents(&self, documents: &[Document]) -> Registry {
        document::look_over(documents, self.rulebook().zone())
    }

    /// The limits on the way of a document, coloured as of an instant.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] at the field that names a calendar or unit; those of the calendar.
    pub fn handling(&self, request: &HandlingRequest) -> Result<Vec<Handling>, Faults> {
        let HandlingRequest { document, calendar: name, unit, known_at, now } = request;
        let calendar = calendar(self.rulebook().rules(), name.as_ref(), unit.as_ref(), *known_at)?;
        Ok(document::handling(self.document_rules(), document, &calendar, now.at)?)
    }

    /// When a file goes to the archive, and until when it is kept.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] at the field that names the kind, a calendar or a unit; those of the calendar.
    pub fn retention(&self, request: &RetentionRequest) -> Result<Retention, Faults> {
        let RetentionRequest { kind, closed, calendar: name, unit } = request;
        let calendar = calendar(self.rulebook().rules(), name.as_ref(), unit.as_ref(), None)?;
        Ok(document::retention(self.document_rules(), kind, *closed, &calendar)?)
    }
}
