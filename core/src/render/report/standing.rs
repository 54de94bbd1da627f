//! The current state: colours, outcomes, who holds what, what is overdue.

use super::names::Names;
use crate::base::Arrange;
use crate::base::ids::OfficerId;
use crate::base::text::Text;
use crate::deadline::Colour;
use crate::render::model::{Holder, Overdue, Report, Slice, Tone};
use crate::replay::finding::Grade;
use crate::replay::{Replay, ReplayedCase, Standing, State};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Number of lines shown of each list.
const LINES: usize = 12;

pub(super) fn fill(report: &mut Report, replay: &Replay, names: &Names<'_>) {
    report.open = open(replay);
    report.finished = finished(replay, names);
    let mut holders = holders(replay, names);
    report.more_holders = holders.len().saturating_sub(LINES) as u64;
    holders.truncate(LINES);
    report.holders = holders;
    let mut late: Vec<&ReplayedCase> =
        replay.cases.iter().filter(|case| is_open(case) && case.colour == Some(Colour::Red)).collect();
    late.arrange_by_key(|case| (Reverse(case.late_working_seconds), case.case_id.clone()));
    report.more_overdue = late.len().saturating_sub(LINES) as u64;
    report.overdue = late.into_iter().take(LINES).filter_map(|case| overdue(case, names)).collect();
}

fn is_open(case: &ReplayedCase) -> bool {
    matches!(case.state, State::Open | State::Suspended)
}

fn slice(tone: Tone, vi: &str, en: &str, count: usize) -> Slice {
    Slice { tone, label: Text::new(vi, en), count: count as u64 }
}

/// Drops empty slices, except for the first `always` ones, the colours of the board.
fn shown(slices: Vec<Slice>, always: usize) -> Vec<Slice> {
    slices
        .into_iter()
        .enumerate()
        .filter(|(index, slice)| *index < always || slice.count > 0)
        .map(|(_, slice)| slice)
        .collect()
}

fn open(replay: &Replay) -> Vec<Slice> {
    let count =
        |colour: Option<Colour>| replay.cases.iter().filter(|case| is_open(case) && case.colour == colour).count();
    let slices = vec![
        slice(Tone::Red, "quá hạn", "overdue", count(Some(Colour::Red))),
        slice(Tone::Yellow, "sắp đến hạn", "due soon", count(Some(Colour::Yellow))),
        slice(Tone::Green, "trong hạn", "in time", count(Some(Colour::Green))),
        slice(Tone::Grey, "tạm dừng", "suspended", count(Some(Colour::Grey))),
        slice(Tone::Grey, "không có hạn", "without a due", count(None)),
    ];
    shown(slices, 3)
}

fn finished(replay: &Replay, names: &Names<'_>) -> Vec<Slice> {
    let done = || replay.cases.iter().filter(|case| matches!(case.state, State::Finished | State::Returned));
    let count = |standing| done().filter(|case| case.standing == standing).count();
    let early = done().filter(|case| case.standing == Standing::OnTime && is_early(case, names)).count();
    let stopped = replay.cases.iter().filter(|case| case.state == State::Stopped).count();
    let slices = vec![
        slice(Tone::Green, "trước hạn", "early", early),
        slice(Tone::Green, "đúng hạn", "on the day", count(Standing::OnTime) - early),
        slice(Tone::Red, "trễ hạn", "late", count(Standing::Late)),
        slice(
            Tone::Grey,
            "trong ngày hạn, không rõ giờ",
            "on the due day, hour unknown",
            count(Standing::Undetermined),
        ),
        slice(Tone::Grey, "không có hạn để so", "no due to compare", count(Standing::NotAssessed)),
        slice(Tone::Grey, "dừng, rút", "stopped", stopped),
    ];
    shown(slices, 3)
}

/// The due that counts.
pub(super) fn due(case: &ReplayedCase) -> Option<crate::base::time::Stamp> {
    case.due.or(case.due_recorded)
}

/// Finished on an earlier day than the due.
fn is_early(case: &ReplayedCase, names: &Names<'_>) -> bool {
    let day = |stamp: crate::base::time::Stamp| names.zone.date_of(stamp.at);
    case.finished.zip(due(case)).is_some_and(|(finished, due)| day(finished) < day(due))
}

/// Who holds a case: each holder of an open step; if the log has no assignments, the officer who answers for it in the
/// register.
fn hands(case: &ReplayedCase) -> Vec<Option<&OfficerId>> {
    let open = case.holds.iter().filter(|hold| hold.until.is_none());
    let mut hands: Vec<_> = open.map(|hold| hold.officer.as_ref()).collect();
    if hands.is_empty() {
        hands.push(case.responsible.as_ref().filter(|_| case.grade < Grade::Full));
    }
    hands.arrange();
    hands.dedup();
    hands
}

fn holders(replay: &Replay, names: &Names<'_>) -> Vec<Holder> {
    let mut held: BTreeMap<Option<&OfficerId>, [u64; 3]> = BTreeMap::new();
    for case in replay.cases.iter().filter(|case| is_open(case)) {
        for officer in hands(case) {
            let [red, yellow, green] = held.entry(officer).or_default();
            match case.colour {
                Some(Colour::Red) => *red += 1,
                Some(Colour::Yellow) => *yellow += 1,
                Some(Colour::Green) => *green += 1,
                Some(Colour::Grey) | None => {}
            }
        }
    }
    let mut rows: Vec<(Option<&OfficerId>, [u64; 3])> =
        held.into_iter().filter(|(_, counts)| counts.iter().any(|count| *count > 0)).collect();
    rows.arrange_by_key(|(officer, [red, yellow, green])| (Reverse((*red, *yellow, *green)), *officer));
    rows.into_iter()
        .map(|(officer, [red, yellow, green])| {
            let name = officer.map_or_else(nobody, |officer| Text::same(officer.as_str()));
            let title = officer.map_or_else(Text::default, |officer| names.title(officer));
            Holder { name, title, red, yellow, green }
        })
        .collect()
}

fn nobody() -> Text {
    Text::new("không ai giữ", "nobody")
}

fn overdue(case: &ReplayedCase, names: &Names<'_>) -> Option<Overdue> {
    let last = case.holds.iter().rev().find(|hold| hold.until.is_none()).or(case.holds.last());
    let holder = hands(case).into_iter().flatten().next();
    Some(Overdue {
        case: case.case_id.to_string(),
        kind: names.procedure(case.procedure.as_ref()),
        step: names.step(case.procedure.as_ref(), last.and_then(|hold| hold.step.as_ref())),
        holder: holder.map_or_else(nobody, |officer| Text::same(officer.as_str())),
        due: due(case)?,
        overrun: case.late_working_seconds,
    })
}

/// The outcome of a case, in words.
pub(super) fn outcome(case: &ReplayedCase) -> (Tone, Text) {
    let late = crate::render::number::duration(case.late_working_seconds);
    match (case.state, case.standing) {
        (State::Stopped, _) => (Tone::Grey, Text::new("dừng", "stopped")),
        (State::Suspended, _) => (Tone::Grey, Text::new("đang tạm dừng", "suspended")),
        (State::Open, Standing::Late) => {
            (Tone::Red, Text::new(format!("chưa xong, quá hạn {}", late.vi), format!("open, {} overdue", late.en)))
        }
        (State::Open, _) => (Tone::Green, Text::new("chưa xong, trong hạn", "open, in time")),
        (_, Standing::Late) => (Tone::Red, Text::new(format!("trễ {}", late.vi), format!("{} late", late.en))),
        (_, Standing::OnTime) => (Tone::Green, Text::new("đúng hạn", "in time")),
        _ => (Tone::Grey, Text::new("không có hạn để so", "no due to compare")),
    }
}
