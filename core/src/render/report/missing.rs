//! What could not be assessed, and what reading the log left out.

use super::build::ReportInput;
use super::words;
use crate::base::text::{Text, visible};
use crate::log::Reading;
use crate::render::messages;
use crate::render::model::Missing;
use crate::replay::finding::Grade;

/// What could not be assessed, with its number of cases, which is never negative.
pub(super) fn missing(input: &ReportInput<'_>) -> Vec<Missing> {
    let replay = input.replay;
    let mut list: Vec<Missing> = Vec::new();
    for gap in &replay.not_assessed {
        // Kinds that lack the same evidence are listed together.
        let what = words::assessed(&gap.of);
        match list.iter_mut().find(|known| known.why == gap.text) {
            Some(known) => {
                known.what =
                    Text::new(format!("{}; {}", known.what.vi, what.vi), format!("{}; {}", known.what.en, what.en))
            }
            None => list.push(Missing { what, why: gap.text.clone(), count: None }),
        }
    }
    if !replay.cases.is_empty() && replay.cases.iter().all(|case| case.finished.or(case.stopped).is_none()) {
        list.push(Missing { what: messages::FINISHED_CASES.text(), why: messages::NO_ENDS.text(), count: None });
    }
    if replay.grade < Grade::Spans {
        list.push(Missing { what: messages::TIME_WORKED.text(), why: messages::COMPLETIONS_ONLY.text(), count: None });
    }
    list.extend(input.reading.into_iter().flat_map(readings));
    list.extend(input.reading.into_iter().flat_map(left_out));
    list
}

/// The rows that the log does not hold, by reason, with some of them.
fn left_out(reading: &Reading) -> Vec<Missing> {
    /// Rows that are shown of one reason; the table beside the report has each.
    const SHOWN: usize = 20;
    let mut reasons: Vec<(String, Missing)> = Vec::new();
    for row in &reading.left_out {
        let reason = row.reason();
        let place = row.error.place();
        let column = row.column().map(|column| format!(" {column}")).unwrap_or_default();
        let value = row.value().map(|value| format!(" «{value}»")).unwrap_or_default();
        let example = visible(&format!("{place}{column}{value}"));
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, missing)) => {
                let count = missing.count.unwrap_or_default() + 1;
                missing.count = Some(count);
                match usize::try_from(count).unwrap_or(usize::MAX) {
                    ..=SHOWN => missing.why = Text::join([&missing.why, &Text::same(example)], "; ", "; "),
                    count if count == SHOWN + 1 => {
                        missing.why = Text::join([&missing.why, &Text::same("…")], "; ", "; ")
                    }
                    _ => {}
                }
            }
            None => {
                let (what, why) = (row.reason_text(), Text::same(example));
                reasons.push((reason, Missing { what, why, count: Some(1) }));
            }
        }
    }
    reasons.into_iter().map(|(_, missing)| missing).collect()
}

/// What reading the log left out or could not determine.
fn readings(reading: &Reading) -> Vec<Missing> {
    let counted = [
        (reading.set_aside, messages::ROWS_SET_ASIDE, messages::SEE_READING),
        (reading.conflicts, messages::ROWS_CONTRADICT, messages::LATER_COUNTS),
        (reading.repeats, messages::ROWS_REPEAT, messages::COUNTED_ONCE),
        (reading.without_actor, messages::EVENTS_OF_NOBODY, messages::NOBODY_CREDITED),
        (reading.cases_without_events, messages::CASES_WITHOUT_EVENTS, messages::BY_DATES_ALONE),
    ];
    let list = counted.into_iter().filter(|row| row.0 > 0).map(|(count, what, why)| Missing {
        what: what.text(),
        why: why.text(),
        count: Some(count),
    });
    list.collect()
}
