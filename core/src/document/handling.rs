//! The limits for handling a document (*thời hạn xử lý văn bản*), by the rulebook.

use super::rules::{DocumentRules, HandlingSpec};
use super::spec::{Document, Milestone};
use crate::base::error::Error;
use crate::base::shape::Shape;
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::time::{Instant, Stamp};
use crate::calendar::Calendar;
use crate::deadline::{self, Colour, Due, DueOptions, Limit, Outcome, Promise};
use serde::Serialize;

/// A limit for one stage of handling a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Handling {
    /// Identifier of the limit in the rulebook.
    pub id: String,
    /// The name shown to people.
    pub title: Text,
    /// The milestone that has to be reached.
    pub until: Milestone,
    /// When the milestone is due (*hạn*).
    pub due: Due,
    /// When the milestone was reached; `None` if it was not.
    pub done: Option<Stamp>,
    /// Whether it was reached early, on time or late; `None` if it was not reached.
    pub outcome: Option<Outcome>,
    /// Its colour at `now`, until it is reached.
    pub colour: Option<Colour>,
    /// Its legal basis (*căn cứ*).
    pub source: Vec<Source>,
}

/// The limits that apply to a document, in the order of the rulebook. A limit that counts from a milestone which was
/// not reached is left out.
///
/// A due that a leader set ([`Document::due`]) replaces the limit for completing the work (`settle`).
///
/// # Errors
/// The errors of the calendar, if it does not reach far enough.
pub(crate) fn handling(
    rules: &DocumentRules,
    document: &Document,
    calendar: &Calendar,
    now: Instant,
) -> Result<Vec<Handling>, Error> {
    let mut found = Vec::new();
    for (id, versions) in &rules.handling {
        for spec in &versions.0 {
            let Some(begun) = document.reached(spec.from) else { continue };
            if spec.applies(document, calendar.date_of(begun.at)) {
                found.push(one(id, spec, document, begun, calendar, now)?);
            }
        }
    }
    Ok(found)
}

fn one(
    id: &str,
    spec: &HandlingSpec,
    document: &Document,
    begun: Stamp,
    calendar: &Calendar,
    now: Instant,
) -> Result<Handling, Error> {
    let set = document.due.filter(|_| spec.until == Milestone::Settle);
    let limit = set.map_or_else(|| spec.limit.clone(), Limit::At);
    let promise = Promise { ends: spec.ends, source: spec.source.0.first().cloned(), ..Promise::from(limit) };
    let due = deadline::due(calendar, &promise, begun.at, &[], &DueOptions::default())?;
    let done = document.reached(spec.until);
    Ok(Handling {
        id: id.to_owned(),
        title: spec.title.clone(),
        until: spec.until,
        outcome: done.map(|done| due.outcome(done.at, None)),
        colour: done.is_none().then(|| due.colour(now)),
        due,
        done,
        source: spec.source.0.clone(),
    })
}

impl Document {
    /// When a milestone was reached.
    pub fn reached(&self, milestone: Milestone) -> Option<Stamp> {
        self.done.get(&milestone).copied()
    }

    /// The kind as registered, otherwise the kind that the symbol gives.
    pub fn known_kind(&self) -> Option<super::Kind> {
        self.kind.or_else(|| super::Symbol::parse(&self.symbol).ok()?.kind())
    }
}

#[cfg(all(test, feature = "yaml", feature = "rulebooks-vn"))]
#[path = "tests/handling.rs"]
mod tests;
