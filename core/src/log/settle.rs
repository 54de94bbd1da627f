//! From drafts to a log: identifiers, exact repeats, conflicts, order.

use super::Reading;
use super::builder::{Builder, Draft};
use super::columns::{CaseCells, Cases, DayMarks, EventCells, Log, Names, Symbol, TimeField};
use super::mapping::Milestone;
use crate::case::Effect;
use crate::error::{Code, Error, Faults};
use crate::time::Instant;
use sha2::{Digest, Sha256};

impl CaseCells {
    /// A case of which nothing is known but its name.
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
    /// The log and what reading it came upon.
    ///
    /// # Errors
    /// Every fault, each with its row; none where the mapping is lenient.
    pub fn finish(mut self) -> Result<(Log, Reading), Faults> {
        if let Some(procedure) = self.mapping.procedure.as_deref() {
            let procedure = self.name(procedure)?;
            for cell in &mut self.log.cases.procedure {
                cell.get_or_insert(procedure);
            }
        }
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        settle(self)
    }
}

/// Settles what was pushed.
fn settle(builder: Builder<'_>) -> Result<(Log, Reading), Faults> {
    let mut builder = builder;
    let mut drafts = std::mem::take(&mut builder.drafts);
    identify(&mut drafts, &mut builder)?;
    unite(&mut drafts, &mut builder);
    let names = &builder.log.names;
    let id = |draft: &Draft| draft.id.map(|id| names.get(id));
    drafts.sort_by(|a, b| {
        let key = |draft: &Draft| (draft.case, draft.at, draft.seq, draft.effect);
        key(a).cmp(&key(b)).then_with(|| id(a).cmp(&id(b)))
    });
    let Builder { mut log, mut reading, mapping, .. } = builder;
    for draft in drafts {
        keep(draft, &mut log);
    }
    if log.extras.seq.iter().all(|seq| *seq == 0) {
        log.extras.seq = Vec::new();
    }
    for (milestone, steps) in &mapping.milestones {
        let steps: Vec<_> = steps.iter().filter_map(|step| log.names.find(step)).collect();
        reach(*milestone, &steps, &mut log);
    }
    count(&log, &mut reading);
    Ok((log, reading))
}

/// Drops exact repeats among events without identifier, and derives identifiers from content for the rest.
fn identify(drafts: &mut Vec<Draft>, builder: &mut Builder<'_>) -> Result<(), Faults> {
    let key = |draft: &Draft| (draft.case, draft.at, draft.act, draft.step, draft.actor);
    let mut open: Vec<usize> =
        (0..drafts.len()).filter(|index| drafts.get(*index).is_some_and(|d| d.id.is_none())).collect();
    let draft = |index: &usize| drafts.get(*index);
    open.sort_by(|a, b| {
        let full = |index| draft(index).map(|draft| (says(draft), draft.row));
        full(a).cmp(&full(b))
    });
    let mut repeats: Vec<usize> = open
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => draft(a).zip(draft(b)).is_some_and(|(a, b)| says(a) == says(b)).then_some(*b),
            _ => None,
        })
        .collect();
    repeats.sort_unstable();
    open.retain(|index| repeats.binary_search(index).is_err());
    // Occurrences are numbered as they stand, so that a log which grows keeps its identifiers.
    open.sort_by(|a, b| {
        let full = |index| draft(index).map(|draft| (key(draft), draft.seq, draft.row));
        full(a).cmp(&full(b))
    });
    let mut derived = Vec::with_capacity(open.len());
    for group in open.chunk_by(|a, b| draft(a).map(key) == draft(b).map(key)) {
        for (occurrence, index) in group.iter().enumerate() {
            let id = draft(index).map(|draft| content_id(draft, occurrence, &builder.log.names, &builder.log.cases));
            derived.extend(id.map(|id| (*index, id)));
        }
    }
    for (index, id) in derived {
        let symbol = builder.log.names.intern(&id);
        if symbol.is_none() {
            return Err(Error::new(Code::TooLarge).with("what", "names").with("limit", u32::MAX).into());
        }
        drafts.iter_mut().skip(index).take(1).for_each(|draft| draft.id = symbol);
    }
    builder.reading.repeats += repeats.len() as u64;
    drafts.retain(|draft| draft.id.is_some());
    Ok(())
}

/// What a draft says, identifier, row and place in the file apart.
fn says(draft: &Draft) -> impl Ord + use<> {
    let key = (draft.case, draft.at, draft.act, draft.step, draft.actor);
    let people = (draft.actor_kind, draft.on_behalf_of, draft.assignee, draft.unit);
    (key, people, draft.recorded_at, draft.rest)
}

/// The first 16 digits of the SHA-256 over case, microseconds, act, step, actor and occurrence, joined by the unit
/// separator (which no identifier can hold).
fn content_id(draft: &Draft, occurrence: usize, names: &Names, cases: &Cases) -> String {
    let case = cases.id.get(draft.case as usize).copied();
    let name = |symbol: Option<Symbol>| symbol.map_or("", |symbol| names.get(symbol));
    let (at, occurrence) = (draft.at.micros().to_string(), occurrence.to_string());
    let parts = [name(case), &at, name(Some(draft.act)), name(draft.step), name(draft.actor), &occurrence];
    let mut hash = Sha256::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            hash.update([0x1F]);
        }
        hash.update(part.as_bytes());
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Lets the later of two events of one identifier count, and reports where they differ.
fn unite(drafts: &mut Vec<Draft>, builder: &mut Builder<'_>) {
    let mut holder: Vec<u32> = vec![u32::MAX; builder.log.names.len()];
    let mut lost = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        let (Some(slot), Ok(number)) = (draft.id.and_then(|id| holder.get_mut(id.index())), u32::try_from(index))
        else {
            continue;
        };
        let earlier = std::mem::replace(slot, number);
        let Some(other) = drafts.get(earlier as usize) else { continue };
        lost.push(earlier as usize);
        if says(other) == says(draft) {
            builder.reading.repeats += 1;
            continue;
        }
        let id = draft.id.map_or("", |id| builder.log.names.get(id));
        let remark = Error::new(Code::EventConflict).with("id", id).at(builder.place("events", draft.row));
        builder.reading.conflicts += 1;
        builder.reading.remarks.push(remark.related(builder.place("events", other.row)));
    }
    if !lost.is_empty() {
        lost.sort_unstable();
        let mut index = 0..;
        drafts.retain(|_| index.next().is_some_and(|index| lost.binary_search(&index).is_err()));
    }
}

fn keep(draft: Draft, log: &mut Log) {
    let Some(id) = draft.id else { return };
    if let Some(data) = draft.data {
        log.extras.data.insert(log.events.len(), *data);
    }
    log.extras.seq.push(draft.seq);
    log.events.push(EventCells {
        case: draft.case,
        id,
        at: draft.at,
        day_only: draft.day_only,
        recorded_at: draft.recorded_at,
        effect: draft.effect,
        act: draft.act,
        step: draft.step,
        actor: draft.actor,
        actor_kind: draft.actor_kind,
        on_behalf_of: draft.on_behalf_of,
        assignee: draft.assignee,
        unit: draft.unit,
    });
}

/// Gives cases the date of a milestone where their row has none.
fn reach(milestone: Milestone, steps: &[Symbol], log: &mut Log) {
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
    let (column, field) = match milestone {
        Milestone::Received => (&mut log.cases.received, TimeField::Received),
        Milestone::Accepted => (&mut log.cases.accepted, TimeField::Accepted),
        Milestone::Finished => (&mut log.cases.finished, TimeField::Finished),
        Milestone::Returned => (&mut log.cases.returned, TimeField::Returned),
        Milestone::Stopped => (&mut log.cases.stopped, TimeField::Stopped),
    };
    for ((cell, days), reached) in column.iter_mut().zip(&mut log.cases.days).zip(reached) {
        if let (None, Some((at, day_only))) = (*cell, reached) {
            *cell = Some(at);
            days.set(field, day_only);
        }
    }
}

fn count(log: &Log, reading: &mut Reading) {
    reading.cases = log.cases.len() as u64;
    reading.events = log.events.len() as u64;
    let mut seen: Vec<bool> = vec![false; log.cases.len()];
    for event in log.events.rows() {
        seen.iter_mut().skip(event.case as usize).take(1).for_each(|seen| *seen = true);
        *reading.actors.entry(event.actor_kind).or_default() += 1;
        reading.without_actor += u64::from(event.actor.is_none());
        reading.without_step += u64::from(event.step.is_none());
    }
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
