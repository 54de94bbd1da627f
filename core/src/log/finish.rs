//! Turns pushed rows into a log: derives identifiers, drops exact repeats, reports conflicts, orders events.

use super::Reading;
use super::builder::Builder;
use super::columns::{CaseCells, DayMarks, EventCells, Identity, Log, TimeField};
use super::mapping::Milestone;
use super::sparse::Sparse;
use crate::base::Gather;
use crate::base::error::{Code, Error, Faults};
use crate::base::names::Symbol;
use crate::base::time::Instant;
use crate::case::{ActorKind, Effect};
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, BTreeSet, HashSet};

impl CaseCells {
    /// A case of which only the name is known.
    pub(crate) fn new(id: Symbol) -> Self {
        Self {
            id,
            procedure: None,
            unit: None,
            submitted: None,
            received: None,
            accepted: None,
            due_recorded: None,
            due_original: None,
            finished: None,
            returned: None,
            stopped: None,
            status: None,
            responsible: None,
            channel: None,
            days: DayMarks::default(),
        }
    }
}

impl Builder<'_> {
    /// The log and a report on how it was read.
    ///
    /// # Errors
    /// Every fault, each with its row; none if the mapping is lenient.
    pub fn finish(mut self) -> Result<(Log, Reading), Faults> {
        if let Some(procedure) = self.mapping.procedure.as_deref() {
            let procedure = self.name(procedure)?;
            for case in 0..self.log.cases.len() {
                let known = self.log.cases.procedure.get(case);
                self.log.cases.procedure.set(case, known.or(Some(procedure)));
            }
        }
        self.missing_columns();
        if self.log.cases.is_empty() && self.reading.set_aside > 0 {
            // Nothing is left: what was set aside row by row is what is wrong with the whole.
            let rows = std::mem::take(&mut self.reading.left_out).into_iter();
            let aside = rows.filter(|row| !row.repeated && row.error.code() != Code::NotACase).map(|row| row.error);
            self.faults.extend(Faults::by_cause(aside, 0));
        }
        if !self.faults.is_empty() {
            return Err(self.faults.condensed());
        }
        self.apply_step_statuses();
        self.name_procedures();
        finish_log(self)
    }
}

impl Builder<'_> {
    /// Names of procedures that only the data of events have. One that does not fit is none, and is left out.
    fn name_procedures(&mut self) {
        let named = self.log.extras.data.values().filter_map(|data| data.get("procedure")?.value.as_text());
        let names: BTreeSet<String> = named.map(str::to_owned).into_set();
        for name in names {
            let _ = self.name(&name);
        }
    }
}

/// Orders and checks what was pushed.
fn finish_log(mut builder: Builder<'_>) -> Result<(Log, Reading), Faults> {
    let mut order = by_case(&builder);
    let mut lost = Lost::default();
    let mut rest = order.as_mut_slice();
    while !rest.is_empty() {
        let (case, after) = first_run(rest, &builder.log.events.case);
        put_in_order(case, &mut builder.log, &builder.rest, &mut lost);
        rest = after;
    }
    builder.reading.repeats += lost.0.len() as u64;
    merge_by_identifier(&mut builder, &mut lost);
    repeated_rows(&mut builder, &lost);
    let apart = apart(&builder, &order, &lost);
    let Builder { mut log, mut reading, mapping, .. } = builder;
    keep(order, lost, &mut log);
    log.extras.apart = apart;
    for (milestone, steps) in &mapping.milestones {
        let steps: Vec<_> = steps.iter().filter_map(|step| log.names.find(step)).collect();
        fill_milestone(*milestone, &steps, &mut log);
    }
    count(&log, &mut reading);
    Ok((log, reading))
}

/// Events that are not kept, by the order in which they came.
#[derive(Default)]
struct Lost(HashSet<u32, RandomState>);

/// The events grouped by case; within a case in the order in which they came.
fn by_case(builder: &Builder<'_>) -> Vec<u32> {
    let cases = &builder.log.events.case;
    let all = 0..u32::try_from(cases.len()).unwrap_or(u32::MAX);
    if cases.is_sorted() {
        return all.collect();
    }
    let mut next = Vec::with_capacity(builder.arrivals.len());
    let mut before = 0;
    for (count, _) in &builder.arrivals {
        next.push(before);
        before += *count as usize;
    }
    let mut order = vec![0; cases.len()];
    for (event, case) in all.zip(cases) {
        let Some(place) = next.get_mut(*case as usize) else { continue };
        if let Some(cell) = order.get_mut(*place) {
            *cell = event;
        }
        *place += 1;
    }
    order
}

/// Orders the events of one case, drops exact repeats among those without an identifier, and numbers those that would
/// otherwise get the same derived identifier.
fn put_in_order(case: &mut [u32], log: &mut Log, rest: &Sparse<u64>, lost: &mut Lost) {
    let (events, seq) = (&log.events, &log.extras.seq);
    let at = |event: &u32| events.at.get(*event as usize).copied();
    // Without numbers, events of one instant keep the order of the file.
    let key = |event: &u32| (at(event), seq.get(*event as usize));
    if !case.is_sorted_by_key(key) {
        case.sort_by_key(key);
    }
    // Events of different instants are neither repeats nor get the same identifier.
    if case.is_sorted_by(|a, b| at(a) < at(b)) {
        return;
    }
    let mut left = case;
    while !left.is_empty() {
        let (moment, after) = first_run(left, &log.events.at);
        if moment.len() > 1 {
            identify(moment, log, rest, lost);
        }
        left = after;
    }
}

/// The first events that are equal in a column, and the rest.
fn first_run<'e, T: PartialEq>(events: &'e mut [u32], column: &[T]) -> (&'e mut [u32], &'e mut [u32]) {
    let cell = |event: &u32| column.get(*event as usize);
    let first = events.first().and_then(cell);
    let length = events.iter().take_while(|event| cell(event) == first).count();
    events.split_at_mut(length)
}

/// Drops exact repeats among events of one case and instant without identifier, and numbers the rest if their content
/// does not distinguish them. Numbers follow the order of the rows, so that a growing log keeps its identifiers.
fn identify(moment: &[u32], log: &mut Log, rest: &Sparse<u64>, lost: &mut Lost) {
    let row = |event: u32| log.events.row(event as usize);
    let derived = |event: &EventCells| matches!(event.id, Identity::Content(_));
    let mut open: Vec<(EventCells, u32)> =
        moment.iter().filter_map(|event| Some((row(*event).filter(derived)?, *event))).collect();
    let content = |(event, index): &(EventCells, u32)| content_of(event, rest.get(*index as usize));
    open.sort_by(|a, b| content(a).cmp(&content(b)).then(a.1.cmp(&b.1)));
    lost.0.extend(open.windows(2).filter_map(|pair| match pair {
        [a, b] => (content(a) == content(b)).then_some(b.1),
        _ => None,
    }));
    open.retain(|(_, index)| !lost.0.contains(index));
    let key = |(event, _): &(EventCells, u32)| (event.act, event.step, event.actor);
    let seq = |index: u32| log.extras.seq.get(index as usize);
    open.sort_by_key(|event| (key(event), seq(event.1), event.1));
    for alike in open.chunk_by(|a, b| key(a) == key(b)) {
        for ((_, index), occurrence) in alike.iter().zip(0..) {
            if let Some(id) = log.events.id.get_mut(*index as usize) {
                *id = Identity::Content(occurrence);
            }
        }
    }
}

/// The content of an event, without its identifier, row and place in the file.
fn content_of(event: &EventCells, rest: u64) -> impl Ord + use<> {
    let key = (event.case, event.at, event.act, event.step, event.actor);
    let people = (event.actor_kind, event.on_behalf_of, event.assignee, event.unit);
    (key, people, event.recorded_at, rest)
}

/// Reports the rows all of whose events are repeats. A row gives its events one after the other.
fn repeated_rows(builder: &mut Builder<'_>, lost: &Lost) {
    let mut events: Vec<u32> = lost.0.iter().copied().collect();
    events.sort_unstable();
    let mut last = None;
    for event in events {
        let row = builder.row_of(event as usize);
        if last == Some(row) {
            continue;
        }
        last = Some(row);
        let same = |other: &u32| builder.row_of(*other as usize) == row;
        let after = (event..).take_while(|other| same(other) && (*other as usize) < builder.log.events.len());
        let before = (0..event).rev().take_while(same);
        if after.chain(before).all(|event| lost.0.contains(&event)) {
            let case =
                builder.log.events.case.get(event as usize).and_then(|case| builder.log.cases.id.get(*case as usize));
            let case = case.map_or("", |id| builder.log.names.get(*id)).to_owned();
            builder.repeated_event_row(Error::new(Code::RepeatedRow).with("value", case), event as usize);
        }
    }
}

/// Keeps the later of two events with the same identifier, and reports a conflict if they differ.
fn merge_by_identifier(builder: &mut Builder<'_>, lost: &mut Lost) {
    let given = |id: &Identity| matches!(id, Identity::Given(_));
    if !builder.log.events.id.iter().any(given) {
        return;
    }
    let mut holder: Vec<Option<u32>> = vec![None; builder.log.names.len()];
    for (event, index) in builder.log.events.rows().zip(0..) {
        // A row without identifier may repeat one whose given identifier equals the derived one.
        let id = match event.id {
            Identity::Given(id) => Some(id),
            Identity::Content(_) => builder.log.names.find(&builder.log.event_id(&event)),
        };
        let Some(slot) = id.filter(|_| !lost.0.contains(&index)).and_then(|id| holder.get_mut(id.index())) else {
            continue;
        };
        let Some(earlier) = slot.replace(index) else { continue };
        lost.0.insert(earlier);
        let content = |index: u32| {
            let event = builder.log.events.row(index as usize)?;
            Some(content_of(&event, builder.rest.get(index as usize)))
        };
        if content(earlier) == content(index) {
            builder.reading.repeats += 1;
            continue;
        }
        let id = builder.log.event_id(&event);
        let remark = Error::new(Code::EventConflict).with("id", id).at(builder.place_of(index as usize));
        builder.reading.conflicts += 1;
        builder.reading.remarks.push(remark.related(builder.place_of(earlier as usize)));
    }
}

/// The events whose order among those of one case and instant is not known, since they come from several files and no
/// row has a number: their places in the kept order, with their files.
fn apart(builder: &Builder<'_>, order: &[u32], lost: &Lost) -> BTreeMap<usize, u64> {
    let mut apart = BTreeMap::new();
    // The first origin is that of rows without a file.
    if builder.origins.len() <= 2 || builder.numbered {
        return apart;
    }
    let events = &builder.log.events;
    let moment = |event: &u32| (events.case.get(*event as usize).copied(), events.at.get(*event as usize).copied());
    let kept: Vec<u32> = order.iter().copied().filter(|event| !lost.0.contains(event)).collect();
    let mut start = 0;
    for run in kept.chunk_by(|a, b| moment(a) == moment(b)) {
        let origins = || run.iter().map(|event| builder.origin_of(*event));
        if run.len() > 1 && origins().min() != origins().max() {
            apart.extend((start..).zip(origins()));
        }
        start += run.len();
    }
    apart
}

/// Moves the kept events into their order.
fn keep(mut order: Vec<u32>, lost: Lost, log: &mut Log) {
    if !lost.0.is_empty() {
        order.retain(|event| !lost.0.contains(event));
    }
    if order.len() == log.events.len() && order.is_sorted() {
        return;
    }
    if !log.extras.data.is_empty() {
        let mut data = std::mem::take(&mut log.extras.data);
        log.extras.data =
            order.iter().enumerate().filter_map(|(row, event)| Some((row, data.remove(&(*event as usize))?))).collect();
    }
    log.extras.seq = order.iter().map(|event| log.extras.seq.get(*event as usize)).collect();
    log.events.reorder(&order);
}

/// Sets a date of each case from the completion of milestone steps, if the row of the case has none.
fn fill_milestone(milestone: Milestone, steps: &[Symbol], log: &mut Log) {
    let begins = matches!(milestone, Milestone::Received | Milestone::Accepted);
    let mut reached: Vec<Option<(Instant, bool)>> = vec![None; log.cases.len()];
    for event in log.events.rows().filter(|event| event.effect == Effect::Complete) {
        if let Some(cell) = reached.get_mut(event.case as usize)
            && event.step.is_some_and(|step| steps.contains(&step))
            && !(begins && cell.is_some())
        {
            *cell = Some((event.at, event.day_only));
        }
    }
    for (case, (at, day_only)) in reached.into_iter().enumerate().filter_map(|(case, at)| Some((case, at?))) {
        let cases = &mut log.cases;
        macro_rules! fill {
            ($column:ident, $field:ident) => {
                if cases.$column.get(case).is_none() {
                    cases.$column.set(case, Some(at));
                    let mut days = cases.days.get(case);
                    days.set(TimeField::$field, day_only);
                    cases.days.set(case, days);
                }
            };
        }
        match milestone {
            Milestone::Received => fill!(received, Received),
            Milestone::Accepted => fill!(accepted, Accepted),
            Milestone::Finished => fill!(finished, Finished),
            Milestone::Returned => fill!(returned, Returned),
            Milestone::Stopped => fill!(stopped, Stopped),
        }
    }
}

/// Reports dates of a case that contradict each other. A day without a time contradicts only another day.
fn contradictions(log: &Log, reading: &mut Reading) {
    const DAY: i64 = 86_400_000_000;
    for case in log.cases.rows() {
        let pairs = [
            (case.accepted, TimeField::Accepted, case.finished, TimeField::Finished),
            (case.accepted, TimeField::Accepted, case.returned, TimeField::Returned),
            (case.finished, TimeField::Finished, case.returned, TimeField::Returned),
            (case.accepted, TimeField::Accepted, case.due_recorded, TimeField::DueRecorded),
        ];
        for (first, before, second, after) in pairs {
            let (Some(first), Some(second)) = (first, second) else { continue };
            let last = if case.days.has(after) { second.micros() + DAY } else { second.micros() + 1 };
            if last <= first.micros() {
                let error = Error::new(Code::DatesContradict).with("case", log.name(case.id));
                let error = error.with("first", before.name()).with("second", after.name());
                reading.remarks.push(error);
            }
        }
    }
}

fn count(log: &Log, reading: &mut Reading) {
    reading.cases = log.cases.len() as u64;
    let gone = reading.set_aside + reading.rows_repeated + reading.rows_without_case;
    reading.rows_kept = reading.rows_read.saturating_sub(gone);
    contradictions(log, reading);
    reading.events = log.events.len() as u64;
    let mut seen: Vec<bool> = vec![false; log.cases.len()];
    for case in &log.events.case {
        if let Some(seen) = seen.get_mut(*case as usize) {
            *seen = true;
        }
    }
    for (_, kind) in ActorKind::ALL {
        let count = log.events.actor_kind.iter().filter(|other| *other == kind).count() as u64;
        reading.actors.extend((count > 0).then_some((*kind, count)));
    }
    reading.without_actor = log.events.actor.iter().filter(|actor| actor.is_none()).count() as u64;
    reading.without_step = log.events.step.iter().filter(|step| step.is_none()).count() as u64;
    reading.cases_without_events = seen.iter().filter(|seen| !**seen).count() as u64;
    reading.first = log.events.at.iter().min().map(|at| reading.stamp(*at));
    reading.last = log.events.at.iter().max().map(|at| reading.stamp(*at));
    if log.cases.is_empty() {
        reading.remarks.push(Error::new(Code::NothingRead));
    }
    if reading.mostly_midnight() {
        let remark = Error::new(Code::MostlyMidnight).with("count", reading.midnights).with("total", reading.rows);
        reading.remarks.push(remark);
    }
}
