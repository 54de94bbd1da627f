//! What a live case and the replay of its log must agree on.

use super::course::leads;
use super::office::OFFICE;
use namro::case::{CaseState, DoneStep};
use namro::deadline::{Bound, ClockAct, ClockActKind, Colour};
use namro::log::{Log, Mapping};
use namro::replay::{Finding, Replay, Standing, State};
use namro::{Case, CaseRow, Event, Instant, Seconds, Stamp};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The log of some events as rows, in their order.
pub fn log_of(events: &[Event]) -> Log {
    Log::from_rows(&[], events, &Mapping::default()).unwrap().0
}

/// The same log as a table of texts, with one column for each field.
pub fn table_of(events: &[Value], procedure: &str) -> Log {
    let keys = ["case_id", "at", "act", "step", "actor", "on_behalf_of", "assignee", "unit"];
    let data = ["reason", "di", "cua", "by"];
    let mut text = keys.iter().chain(&data).copied().collect::<Vec<_>>().join(",") + "\n";
    for event in events {
        let cell = |key: &&str| match *key {
            "actor" => event["actor"]["id"].as_str().unwrap_or_default().to_owned(),
            key => event[key].as_str().unwrap_or_default().to_owned(),
        };
        let given = |key: &&str| event["data"][*key].as_str().unwrap_or_default().to_owned();
        let cells: Vec<String> = keys.iter().map(cell).chain(data.iter().map(given)).collect();
        text += &(cells.join(",") + "\n");
    }
    let mapping = OFFICE.rulebook().mapping(Some("bang")).unwrap();
    let row: CaseRow = serde_json::from_value(json!({"case_id": "a", "procedure": procedure})).unwrap();
    let mut builder = namro::log::Builder::new(mapping);
    builder.case_row(&row, mapping.zone(), 0);
    builder.read("events.csv", text.as_bytes(), namro::log::Limits::default(), &mut |_| {}).unwrap();
    builder.finish().unwrap().0
}

/// When the clock of a case stood, up to an instant: each reason on its own, a resumption without a reason ends all, a
/// restart as well, before what begins in its instant; what begins and ends in one instant is nothing.
fn pauses(case: &Case, until: Instant) -> Vec<(Instant, Instant)> {
    let mut open: BTreeMap<Option<&str>, Instant> = BTreeMap::new();
    let mut spans = Vec::new();
    let mut acts: Vec<&ClockAct> = case.clock.acts.iter().collect();
    acts.sort_by_key(|act| act.at.at);
    for instant in acts.chunk_by(|one, other| one.at.at == other.at.at) {
        let of =
            |kind: ClockActKind| instant.iter().filter(move |act| act.kind == kind).map(|act| act.reason.as_deref());
        let at = instant[0].at.at;
        let resumed = |reason| of(ClockActKind::Resume).any(|other| other.is_none() || other == reason);
        let suspended = |reason| of(ClockActKind::Suspend).any(|other| other == reason);
        if of(ClockActKind::Restart).next().is_some() {
            spans.extend(std::mem::take(&mut open).into_values().map(|from| (from, at)));
        }
        let before: Vec<Option<&str>> = open.keys().copied().collect();
        for reason in before.into_iter().filter(|reason| resumed(*reason) && !suspended(*reason)) {
            spans.extend(open.remove(&reason).map(|from| (from, at)));
        }
        for reason in of(ClockActKind::Suspend).filter(|reason| !resumed(*reason)) {
            open.entry(reason).or_insert(at);
        }
    }
    spans.extend(open.into_values().map(|from| (from, until.max(from))));
    spans.sort();
    let mut joined: Vec<(Instant, Instant)> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// Working time of a span without suspensions.
fn net(case: &Case, since: Instant, until: Instant) -> Seconds {
    let calendar = OFFICE.calendar_of(case.unit.as_ref()).unwrap();
    let paused: i64 = pauses(case, until)
        .into_iter()
        .map(|(from, to)| (from.max(since), to.min(until)))
        .filter(|(from, to)| from < to)
        .map(|(from, to)| calendar.elapsed(from, to).0)
        .sum();
    Seconds(calendar.elapsed(since, until).0 - paused)
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, live: T, replayed: T) -> Result<(), String> {
    if live == replayed { Ok(()) } else { Err(format!("{what}: live {live:?}, in replay {replayed:?}")) }
}

/// Compares a case with the replay of its log at an instant.
pub fn compare(case: &Case, rows: &[Event], replay: &Replay, now: Instant) -> Result<(), String> {
    let replayed = replay.cases.first().ok_or("no case in the replay")?;
    let state = match case.state {
        CaseState::Received | CaseState::Processing => State::Open,
        CaseState::Suspended => State::Suspended,
        CaseState::Finished => State::Finished,
        CaseState::Delivered => State::Returned,
        CaseState::Stopped => State::Stopped,
    };
    let at = |stamp: Option<Stamp>| stamp.map(|stamp| stamp.at);
    let due = case.clock.due.as_ref();
    same("due", due.map(|due| due.due.at), at(replayed.due))?;
    same("accepted", at(case.accepted), at(replayed.accepted))?;
    same("stopped", at(case.stopped), at(replayed.stopped))?;
    let closed = case.is_closed();
    // Where the citizen's having it ends a case, a result that is handed out and taken back may be both.
    if case.delivered.is_none() {
        same("state", state, replayed.state)?;
        same("finished", at(case.finished), at(replayed.finished))?;
    }
    let suspended = pauses(case, Instant::MAX).last().is_some_and(|(_, to)| *to == Instant::MAX);
    let end = if let Some(finished) = case.finished {
        finished.at
    } else if suspended {
        pauses(case, now).last().map_or(now, |(from, _)| *from)
    } else {
        now
    };
    let standing = match due {
        _ if case.stopped.is_some() => Standing::Void,
        None => Standing::NotAssessed,
        Some(due) if end > due.due.at || end == due.due.at && due.bound != Bound::Through => Standing::Late,
        Some(_) if case.finished.is_some() => Standing::OnTime,
        Some(_) => Standing::Running,
    };
    same("standing", standing, replayed.standing)?;
    let mut held: Vec<_> = replayed.holds.iter().filter(|hold| hold.until.is_none()).collect();
    held.sort_by_key(|hold| hold.step.clone());
    if closed {
        same("holds of a closed case", 0, held.len())?;
    } else {
        let mut live: Vec<_> = leads(case);
        live.sort();
        let holds = held.iter().map(|hold| {
            let name = |id: Option<String>| id.unwrap_or_default();
            let (step, officer) = (hold.step.as_ref(), hold.officer.as_ref());
            let named = (name(step.map(ToString::to_string)), name(officer.map(ToString::to_string)), hold.since.at);
            (named, hold.working_seconds)
        });
        let live: Vec<_> = live
            .into_iter()
            .map(|(step, officer, since)| ((step, officer, since.at), net(case, since.at, now)))
            .collect();
        same("holders and working time", live, holds.collect())?;
        let agenda = OFFICE.agenda(std::slice::from_ref(case), &Default::default(), now);
        for item in &agenda.items {
            let colour = if due.is_none() && item.colour == Colour::Green { None } else { Some(item.colour) };
            same("colour", colour, replayed.colour)?;
        }
    }
    let faults = ["unexpected_step", "out_of_order", "four_eyes"];
    // A trace with several returns, or of a result that is out while steps remain open, can be read in two ways; then the
    // finding names nobody, and nobody is charged.
    let counts = |finding: &&Finding| faults.contains(&finding.kind.as_str()) && finding.officer.is_some();
    if let Some(finding) = replay.findings.iter().find(counts) {
        return Err(format!("what was allowed is a finding: {finding:?}"));
    }
    let steps = |completed: bool| {
        let items = replay.items.iter().filter(move |item| item.completed || !completed);
        items.filter_map(|item| item.step.as_ref().map(ToString::to_string)).collect::<Vec<_>>()
    };
    let completed = steps(true);
    // A signature is no end of a step.
    let ended = |done: &&DoneStep| !done.undone && done.officer.is_some() && !done.led_to.is_empty();
    for done in case.done.iter().filter(ended) {
        if !completed.contains(&done.step.to_string()) {
            return Err(format!("`{}` was done, and in replay it was not", done.step));
        }
    }
    // In a log, issuing or handing out at a step may be all that shows its doing; live, the step is still to be ended.
    let shows = |row: &Event| matches!(row.act.as_str(), "issue" | "hand_over" | "deliver");
    let issued =
        |step: &str| rows.iter().any(|row| shows(row) && row.step.as_ref().is_some_and(|at| at.as_str() == step));
    let done = |step: &str| case.done.iter().any(|done| done.step.as_str() == step);
    match completed.iter().find(|step| !done(step) && !issued(step)) {
        Some(step) => Err(format!("`{step}` was done in replay alone")),
        None => Ok(()),
    }
}
