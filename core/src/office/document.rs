//! The office as documents see it.

use super::office::Office;
use crate::base::error::Error;
use crate::base::time::{Date, Instant};
use crate::calendar::Calendar;
use crate::document::{self, Context, Document, DocumentRules, Handling, Retention};
use crate::rule::Verdict;

impl Office {
    /// The rules on documents.
    pub fn documents(&self) -> &DocumentRules {
        &self.rulebook().parts().documents
    }

    /// Checks a document as of a day: symbol, secrecy, signature, register, order of what was done.
    pub fn check_document(&self, document: &Document, at: Date) -> Verdict {
        let context = Context {
            at,
            zone: self.rulebook().zone(),
            holds: self.rulebook().parts().secrecy,
            rules: Some(self.documents()),
            staff: Some(self.staff()),
        };
        document::check(document, &context)
    }

    /// The limits on the way of a document, coloured as of an instant.
    ///
    /// # Errors
    /// Those of the calendar.
    pub fn handling(&self, document: &Document, calendar: &Calendar, now: Instant) -> Result<Vec<Handling>, Error> {
        document::handling(self.documents(), document, calendar, now)
    }

    /// When a file goes to the archive, and until when it is kept.
    ///
    /// # Errors
    /// A kind that the rulebook does not know; those of the calendar.
    pub fn retention(&self, kind: &str, closed: Date, calendar: &Calendar) -> Result<Retention, Error> {
        document::retention(self.documents(), kind, closed, calendar)
    }
}
