//! The tables of how cases ran: their variants, the flows between steps, the time of each step, and each flow of each
//! case (the spectrum). They show the steps that were done; a case without one has no row.

use super::super::conformance::{self, Plan, Reading};
use super::super::names::{AllNames, Ids};
use super::super::net::net;
use super::super::profile::Profile;
use super::column::{Cell, Column, ColumnKind, Filling, Table};
use super::{CaseView, TableName};
use crate::base::text::Message;
use crate::base::time::{Instant, Zone};
use crate::case::Effect;
use crate::log::{EventCells, Symbol};
use foldhash::fast::RandomState;
use indexmap::IndexMap;
use std::rc::Rc;

type Definition = (&'static str, ColumnKind, Message);

const VARIANTS: &[Definition] = &[
    ("procedure", ColumnKind::Word, Message("Thủ tục", "Procedure")),
    ("workflow", ColumnKind::Word, Message("Quy trình", "Workflow")),
    ("finished", ColumnKind::Truth, Message("Đã kết thúc", "Finished")),
    ("trace", ColumnKind::Text, Message("Các bước theo thứ tự", "Steps in order")),
    ("cases", ColumnKind::Whole, Message("Số vụ việc", "Cases")),
    ("percent", ColumnKind::Text, Message("Tỷ lệ %", "Percent")),
    ("assessed", ColumnKind::Word, Message("Đối chiếu được hay không", "Assessed or not")),
    ("conforming", ColumnKind::Truth, Message("Đúng quy trình", "As the workflow has it")),
    ("cost", ColumnKind::Whole, Message("Số chỗ lệch, ít nhất có thể", "Deviations, the fewest possible")),
    ("fitness", ColumnKind::Text, Message("Độ khớp", "Fitness")),
    ("alignment", ColumnKind::Text, Message("Đối chiếu từng bước", "Trace and workflow side by side")),
    ("case_ids", ColumnKind::Text, Message("Các mã hồ sơ", "Cases by id")),
];

const FLOWS: &[Definition] = &[
    ("from_step", ColumnKind::Word, Message("Từ bước", "From step")),
    ("to_step", ColumnKind::Word, Message("Đến bước", "To step")),
    ("cases", ColumnKind::Whole, Message("Số vụ việc", "Cases")),
    ("count", ColumnKind::Whole, Message("Số lần", "Times")),
    ("median_seconds", ColumnKind::Whole, Message("Số giây, trung vị", "Seconds, median")),
    ("p90_seconds", ColumnKind::Whole, Message("Số giây, phân vị 90", "Seconds, 90th percentile")),
    ("median_working_seconds", ColumnKind::Whole, Message("Số giây làm việc, trung vị", "Working seconds, median")),
    (
        "p90_working_seconds",
        ColumnKind::Whole,
        Message("Số giây làm việc, phân vị 90", "Working seconds, 90th percentile"),
    ),
];

const STEPS: &[Definition] = &[
    ("step", ColumnKind::Word, Message("Bước", "Step")),
    ("cases", ColumnKind::Whole, Message("Số vụ việc", "Cases")),
    ("count", ColumnKind::Whole, Message("Số lần", "Times")),
    ("timed", ColumnKind::Whole, Message("Số lần biết lúc đến", "Times whose arrival is known")),
    (
        "total_working_seconds",
        ColumnKind::Whole,
        Message("Số giây làm việc từ lúc đến, trung vị", "Working seconds since arrival, median"),
    ),
    ("started", ColumnKind::Whole, Message("Số lần có ghi bắt đầu", "Times with a start on record")),
    (
        "waiting_working_seconds",
        ColumnKind::Whole,
        Message("Số giây làm việc chờ, trung vị", "Working seconds of waiting, median"),
    ),
    (
        "own_working_seconds",
        ColumnKind::Whole,
        Message("Số giây làm việc xử lý, trung vị", "Working seconds of work, median"),
    ),
    ("suspended", ColumnKind::Whole, Message("Số lần bị tạm dừng", "Times suspended")),
    ("suspended_seconds", ColumnKind::Whole, Message("Số giây tạm dừng, tổng", "Seconds suspended, in all")),
];

const SPECTRUM: &[Definition] = &[
    ("case_id", ColumnKind::Word, Message("Mã hồ sơ", "Case")),
    ("procedure", ColumnKind::Word, Message("Thủ tục", "Procedure")),
    ("unit", ColumnKind::Word, Message("Đơn vị", "Unit")),
    ("channel", ColumnKind::Word, Message("Kênh nộp", "Channel")),
    ("from_step", ColumnKind::Word, Message("Từ bước", "From step")),
    ("to_step", ColumnKind::Word, Message("Đến bước", "To step")),
    ("officer", ColumnKind::Word, Message("Cán bộ, công chức", "Officer")),
    ("since", ColumnKind::Instant, Message("Từ", "Since")),
    ("until", ColumnKind::Instant, Message("Đến", "Until")),
    (
        "since_begin_seconds",
        ColumnKind::Whole,
        Message("Số giây từ lúc bắt đầu vụ việc", "Seconds since the case began"),
    ),
    ("seconds", ColumnKind::Whole, Message("Số giây", "Seconds")),
    ("working_seconds", ColumnKind::Whole, Message("Số giây làm việc", "Working seconds")),
    ("event_ids", ColumnKind::Text, Message("Mã sự kiện", "Event ids")),
];

/// The columns of a table that is filled here; none of one that is not.
const fn columns_of(table: TableName) -> &'static [Definition] {
    match table {
        TableName::Variants => VARIANTS,
        TableName::Flows => FLOWS,
        TableName::Steps => STEPS,
        TableName::Spectrum => SPECTRUM,
        _ => &[],
    }
}

/// What cases of one variant share.
#[derive(PartialEq, Eq, Hash)]
struct VariantKey {
    procedure: Option<Symbol>,
    workflow: Option<String>,
    finished: bool,
    trace: Vec<Symbol>,
    /// What was read against the workflow, where that is less: work that was done again is read once.
    read: Vec<usize>,
}

#[derive(Default)]
struct Variant {
    cases: Vec<Symbol>,
    reading: Option<Rc<Reading>>,
}

/// Durations, in the order of the log.
#[derive(Default)]
struct Times {
    cases: i64,
    last: Option<Symbol>,
    count: i64,
    seconds: Vec<i64>,
    working: Vec<i64>,
    waiting: Vec<i64>,
    own: Vec<i64>,
    suspended: i64,
    suspended_seconds: i64,
}

/// A table that is filled while cases are replayed.
pub(in super::super) struct ProcessTable<'a> {
    table: TableName,
    columns: Vec<Filling>,
    ids: &'a Ids<'a>,
    zone: &'a Zone,
    rows: i64,
    variants: IndexMap<VariantKey, Variant, RandomState>,
    times: IndexMap<(Option<Symbol>, Option<Symbol>), Times, RandomState>,
}

impl<'a> ProcessTable<'a> {
    /// None for a table that is not filled here.
    pub(in super::super) fn new(table: TableName, ids: &'a Ids<'a>, zone: &'a Zone) -> Option<Self> {
        let columns: Vec<Filling> = columns_of(table).iter().map(|(_, kind, _)| Filling::new(*kind)).collect();
        let (variants, times) = (IndexMap::default(), IndexMap::default());
        (!columns.is_empty()).then_some(Self { table, columns, ids, zone, rows: 0, variants, times })
    }

    fn push(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.columns.iter_mut().zip(cells).for_each(|(column, cell)| column.push(cell));
        self.rows += 1;
    }

    /// Takes a case.
    pub(in super::super) fn see(&mut self, view: CaseView<'_>, profile: &Profile, plan: Option<&mut Plan<'_>>) {
        let done = conformance::done(view.course.events);
        if done.is_empty() {
            return;
        }
        match self.table {
            TableName::Variants => self.see_variant(view, &done, profile, plan),
            TableName::Flows => self.see_flows(view, &done),
            TableName::Steps => self.see_steps(view, &done),
            _ => self.see_spectrum(view, &done),
        }
    }

    fn see_variant(
        &mut self,
        view: CaseView<'_>,
        done: &[&EventCells],
        profile: &Profile,
        plan: Option<&mut Plan<'_>>,
    ) {
        let course = view.course;
        let workflow = plan.as_ref().map(|plan| plan.workflow().id().to_string());
        let reading = plan.map(|plan| plan.reading_of(course, profile));
        let key = VariantKey {
            procedure: course.cells.procedure,
            workflow,
            finished: conformance::is_over(course),
            trace: done.iter().filter_map(|event| event.step).collect(),
            read: reading.as_ref().map(|reading| reading.trace.clone()).unwrap_or_default(),
        };
        let variant = self.variants.entry(key).or_default();
        variant.cases.push(course.cells.id);
        // Of the same steps some cases may be as drawn by their data, and others not.
        let worse = |known: &Rc<Reading>, new: &Reading| known.cost < new.cost;
        if let Some(reading) = reading
            && variant.reading.as_ref().is_none_or(|known| worse(known, &reading))
        {
            variant.reading = Some(Rc::new(reading));
        }
    }

    fn see_flows(&mut self, view: CaseView<'_>, done: &[&EventCells]) {
        let course = view.course;
        let ends = done.last().filter(|_| !course.is_open()).map(|last| (last.step, None, None));
        let first = done.first().map(|first| (None, first.step, None));
        let between =
            done.iter().zip(done.iter().skip(1)).map(|(from, to)| (from.step, to.step, Some((from.at, to.at))));
        for (from, to, span) in first.into_iter().chain(between).chain(ends) {
            let times = self.times.entry((from, to)).or_default();
            times.of_case(course.cells.id);
            if let Some((from, to)) = span {
                times.seconds.push(to.since(from).0);
                times.working.push(net(course.hours, from, to, course.pauses).0);
            }
        }
    }

    fn see_steps(&mut self, view: CaseView<'_>, done: &[&EventCells]) {
        let course = view.course;
        let mut arrived = course.accepted.map(|known| known.at).or(course.begun);
        // When each step was started that is not done yet.
        let mut starts: Vec<(Option<Symbol>, Instant)> = Vec::new();
        let mut next = done.iter().peekable();
        for work in course.events {
            if work.effect == Effect::Start && !starts.iter().any(|(step, _)| *step == work.step) {
                starts.push((work.step, work.at));
            }
            if next.next_if(|done| std::ptr::eq(**done, work)).is_none() {
                continue;
            }
            let started = starts.iter().position(|(step, _)| *step == work.step);
            let started = started.map(|place| starts.swap_remove(place).1);
            let times = self.times.entry((work.step, None)).or_default();
            times.of_case(course.cells.id);
            let arrival = match (arrived, started) {
                (Some(arrived), Some(started)) => Some(arrived.min(started)),
                (arrived, started) => arrived.or(started),
            };
            if let Some(arrival) = arrival.filter(|arrival| *arrival <= work.at) {
                let elapsed = |from: Instant, to: Instant| net(course.hours, from, to, course.pauses).0;
                times.working.push(elapsed(arrival, work.at));
                if let Some(started) = started.filter(|started| *started <= work.at) {
                    times.waiting.push(elapsed(arrival, started));
                    times.own.push(elapsed(started, work.at));
                }
                let paused =
                    course.pauses.iter().map(|(from, to)| (*to).min(work.at).since((*from).max(arrival)).0.max(0));
                let paused: i64 = paused.sum();
                times.suspended += i64::from(paused > 0);
                times.suspended_seconds += paused;
            }
            arrived = Some(work.at);
        }
    }

    fn see_spectrum(&mut self, view: CaseView<'_>, done: &[&EventCells]) {
        let course = view.course;
        let name = |symbol: Option<Symbol>| symbol.map_or(Cell::None, Cell::Name);
        let mut before: Option<&EventCells> = None;
        for event in done {
            let begun = course.begun.unwrap_or(event.at);
            let whole = |seconds: Option<i64>| seconds.map_or(Cell::None, Cell::Whole);
            let ids = before.into_iter().chain([*event]).map(|event| self.ids.event(event).to_string());
            let ids = ids.collect::<Vec<_>>().join(" ");
            let cells = [
                Cell::Name(course.cells.id),
                name(course.cells.procedure),
                name(course.unit()),
                course.channel.map_or(Cell::None, |channel| Cell::Text(channel.to_owned())),
                name(before.and_then(|before| before.step)),
                name(event.step),
                name(event.actor),
                before.map_or(Cell::None, |before| Cell::Instant(self.zone.stamp(before.at))),
                Cell::Instant(self.zone.stamp(event.at)),
                Cell::Whole(event.at.since(begun).0),
                whole(before.map(|before| event.at.since(before.at).0)),
                whole(before.map(|before| net(course.hours, before.at, event.at, course.pauses).0)),
                Cell::Text(ids),
            ];
            self.push(cells);
            before = Some(event);
        }
    }

    /// The table. Variants and flows come by their number, the most frequent first, steps and the spectrum in the order
    /// of the log.
    pub(in super::super) fn finish(mut self, names: &AllNames<'_>) -> Table {
        let mut variants: Vec<_> = std::mem::take(&mut self.variants).into_iter().collect();
        variants.sort_by_key(|(_, variant)| std::cmp::Reverse(variant.cases.len()));
        let all: usize = variants.iter().map(|(_, variant)| variant.cases.len()).sum();
        for (key, variant) in &variants {
            self.push(variant_cells(key, variant, all, names));
        }
        let mut times: Vec<_> = std::mem::take(&mut self.times).into_iter().collect();
        if self.table == TableName::Flows {
            times.sort_by_key(|(_, times)| std::cmp::Reverse(times.count));
        }
        let name = |symbol: Option<Symbol>| symbol.map_or(Cell::None, Cell::Name);
        for ((from, to), mut times) in times {
            let counted = [Cell::Whole(times.cases), Cell::Whole(times.count)];
            if self.table == TableName::Flows {
                let (seconds, working) = (&mut times.seconds, &mut times.working);
                let cells =
                    [quantile(seconds, 50), quantile(seconds, 90), quantile(working, 50), quantile(working, 90)];
                self.push([name(from), name(to)].into_iter().chain(counted).chain(cells));
            } else {
                let number = |list: &[i64]| Cell::Whole(i64::try_from(list.len()).unwrap_or(i64::MAX));
                let (timed, started) = (number(&times.working), number(&times.waiting));
                let cells = [
                    timed,
                    quantile(&mut times.working, 50),
                    started,
                    quantile(&mut times.waiting, 50),
                    quantile(&mut times.own, 50),
                    Cell::Whole(times.suspended),
                    Cell::Whole(times.suspended_seconds),
                ];
                self.push([name(from)].into_iter().chain(counted).chain(cells));
            }
        }
        let columns = self.columns.into_iter().zip(columns_of(self.table)).map(|(filling, (name, kind, title))| {
            Column { name: (*name).to_owned(), kind: *kind, title: title.text(), values: filling.finish(names) }
        });
        Table { columns: columns.collect(), rows: self.rows }
    }
}

impl Times {
    fn of_case(&mut self, case: Symbol) {
        self.count += 1;
        if self.last != Some(case) {
            self.cases += 1;
            self.last = Some(case);
        }
    }
}

/// A quantile by nearest rank; none of nothing.
fn quantile(seconds: &mut [i64], percent: usize) -> Cell {
    seconds.sort_unstable();
    let rank = (seconds.len() * percent).div_ceil(100).max(1) - 1;
    seconds.get(rank).map_or(Cell::None, |seconds| Cell::Whole(*seconds))
}

fn variant_cells(key: &VariantKey, variant: &Variant, all: usize, names: &AllNames<'_>) -> [Cell; 12] {
    let number = |number: usize| Cell::Whole(i64::try_from(number).unwrap_or(i64::MAX));
    let joined = |symbols: &[Symbol], between: &str| {
        Cell::Text(symbols.iter().map(|symbol| names.name(*symbol)).collect::<Vec<_>>().join(between))
    };
    let hundredths = (variant.cases.len() * 10_000).checked_div(all).unwrap_or(0);
    let reading = variant.reading.as_deref();
    let cost = reading.and_then(|reading| reading.cost);
    [
        key.procedure.map_or(Cell::None, Cell::Name),
        key.workflow.clone().map_or(Cell::None, Cell::Text),
        Cell::Truth(key.finished),
        joined(&key.trace, " → "),
        number(variant.cases.len()),
        Cell::Text(format!("{}.{:02}", hundredths / 100, hundredths % 100)),
        Cell::Word(reading.map_or("no_workflow", |reading| reading.assessed)),
        cost.map_or(Cell::None, |cost| Cell::Truth(cost == 0)),
        cost.map_or(Cell::None, number),
        reading.and_then(|reading| reading.fitness).map_or(Cell::None, |fitness| Cell::Text(fitness.to_string())),
        reading.and_then(|reading| reading.aligned.clone()).map_or(Cell::None, Cell::Text),
        joined(&variant.cases, " "),
    ]
}
