//! What could not be assessed, and what reading the log left out.

use super::build::ReportInput;
use super::words;
use crate::base::text::Text;
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
    list
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
