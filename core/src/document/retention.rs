//! How long a file is kept, and when it goes to the archive (*thời hạn lưu trữ, nộp lưu*).

use super::rules::DocumentRules;
use crate::base::error::Error;
use crate::base::shape::Shape;
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::calendar::Calendar;
use crate::deadline::{self, Due, DueOptions, Promise};
use serde::Serialize;

/// What happens to a file after its work has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Retention {
    /// The subject of the file, from the rulebook.
    pub title: Text,
    /// When it must be handed over to the current archive (*nộp lưu*).
    pub hand_over: Due,
    /// The last day on which it is kept; `None` if it is kept permanently.
    pub keep_until: Option<Date>,
    /// Whether it is kept permanently (*vĩnh viễn*).
    pub for_ever: bool,
    /// Its legal basis (*căn cứ*).
    pub source: Vec<Source>,
}

/// When a file of a kind, whose work ended on a day, must be handed over to the archive, and until when it is kept.
///
/// # Errors
/// [`crate::Code::UnknownReference`] for a kind that the rulebook does not have on that day; the errors of the
/// calendar.
pub(crate) fn retention(
    rules: &DocumentRules,
    kind: &str,
    closed: Date,
    calendar: &Calendar,
) -> Result<Retention, Error> {
    let spec = rules.retention_on(kind, closed).ok_or_else(|| {
        let known = rules.retention.keys().map(String::as_str);
        Error::unknown("retention", kind, known).under("/kind")
    })?;
    let promise = Promise { source: spec.source.0.first().cloned(), ..Promise::from(spec.hand_over.clone()) };
    let begun = calendar.zone().instant(closed, 0);
    let hand_over = deadline::due(calendar, &promise, begun, &[], &DueOptions::default())?;
    let keep_until = spec.years.map(|years| {
        let (year, month, day) = closed.ymd();
        let year = year.saturating_add(i32::try_from(years).unwrap_or(i32::MAX));
        // In a year without 29 February it is the 28th, as months end by Civil Code art. 148.3.
        Date::from_ymd(year, month, day).or_else(|| Date::from_ymd(year, month, 28)).unwrap_or(Date::MAX)
    });
    Ok(Retention {
        title: spec.title.clone(),
        hand_over,
        for_ever: keep_until.is_none(),
        keep_until,
        source: spec.source.0.clone(),
    })
}
