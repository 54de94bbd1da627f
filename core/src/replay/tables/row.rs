//! What a row of a table is made from, and the columns of each table.

use super::super::case_history::CaseHistory;
use super::super::facts::{Cells, FactCells};
use super::super::finding::{Charge, Finding, Grade};
use super::super::month::Month;
use super::super::names::Ids;
use super::super::net::net;
use super::super::on_time::{By, DayColumns, standing};
use super::TableName;
use super::column::{Cell, ColumnKind};
use crate::base::text::Message;
use crate::base::time::{Instant, Seconds, Zone};
use crate::case::Effect;
use crate::case::course::Hold;
use crate::deadline::Colour;
use crate::log::EventCells;

/// A case with what was found of it.
#[derive(Clone, Copy)]
pub(in super::super) struct CaseView<'v> {
    pub(in super::super) course: &'v CaseHistory<'v, 'v>,
    pub(in super::super) month: Month,
    pub(in super::super) found: &'v [Finding],
    pub(in super::super) colour: Option<Colour>,
    pub(in super::super) late: Seconds,
    pub(in super::super) unattributed: Seconds,
}

/// A row: its case, and the part of the case that the table is about.
#[derive(Clone, Copy)]
pub(super) struct Row<'v> {
    pub(super) ids: &'v Ids<'v>,
    pub(super) zone: &'v Zone,
    pub(super) days: DayColumns,
    pub(super) case: Option<CaseView<'v>>,
    pub(super) item: Option<&'v Cells>,
    pub(super) hold: Option<&'v Hold>,
    pub(super) finding: Option<&'v Finding>,
    pub(super) charge: Option<&'v Charge>,
    pub(super) fact: Option<&'v FactCells>,
}

/// A column: its name, what its values are, its title, and how a row gives its value.
pub(super) struct Definition {
    pub(super) name: &'static str,
    pub(super) kind: ColumnKind,
    pub(super) title: Message,
    pub(super) read: fn(&Row<'_>) -> Cell,
}

macro_rules! columns {
    ($($name:literal $kind:ident $vi:literal $en:literal = |$row:pat_param| $read:expr;)+) => {
        &[$(Definition {
            name: $name,
            kind: ColumnKind::$kind,
            title: Message($vi, $en),
            read: |$row| (|| Some($read))().unwrap_or(Cell::None),
        }),+]
    };
}

const CASES: &[Definition] = columns! {
    "case_id" Word "Mã hồ sơ" "Case" = |row| case_id(row)?;
    "procedure" Word "Thủ tục" "Procedure" = |row| procedure(row)?;
    "unit" Word "Đơn vị" "Unit" = |row| unit(row)?;
    "channel" Word "Kênh nộp" "Channel" = |row| channel(row)?;
    "officer" Word "Người chịu trách nhiệm" "Officer who answers for it" = |row| Cell::Name(row.case?.course.cells.responsible?);
    "period" Word "Tháng" "Month" = |row| Cell::Month(row.case?.month);
    "state" Word "Trạng thái" "State" = |row| Cell::Word(row.case?.course.state.as_str());
    "grade" Word "Mức dữ liệu" "Evidence" = |row| Cell::Word(row.case?.course.grade.as_str());
    "begun" Instant "Bắt đầu" "Begun" = |row| instant(row, row.case?.course.begun)?;
    "accepted" Instant "Thụ lý" "Accepted" = |row| instant(row, row.case?.course.accepted.map(|known| known.at))?;
    "finished" Instant "Kết thúc" "Finished" = |row| instant(row, row.case?.course.finished.map(|known| known.at))?;
    "stopped" Instant "Dừng giải quyết" "Stopped" = |row| instant(row, row.case?.course.stopped)?;
    "due" Instant "Hạn tính lại" "Recomputed due" = |row| instant(row, row.case?.course.promise.map(|promise| promise.due.at))?;
    "due_recorded" Instant "Hạn trên sổ" "Recorded due" = |row| instant(row, row.case?.course.cells.due_recorded)?;
    "due_original" Instant "Hạn hẹn ban đầu" "First promise" = |row| instant(row, row.case?.course.cells.due_original)?;
    "standing" Word "Đúng hạn hay không" "In time or not" = |row| judged(row, By::Judging)?;
    "standing_recorded" Word "Theo hạn trên sổ" "By the recorded due" = |row| judged(row, By::Recorded)?;
    "standing_recomputed" Word "Theo hạn tính lại" "By the recomputed due" = |row| judged(row, By::Recomputed)?;
    "standing_original" Word "Theo hạn hẹn ban đầu" "By the first promise" = |row| judged(row, By::Original)?;
    "late_working_seconds" Whole "Số giây làm việc quá hạn" "Working seconds late" = |row| Cell::Whole(row.case?.late.0);
    "unattributed_working_seconds" Whole "Trong đó chưa quy cho ai" "Of which nobody is charged" = |row| Cell::Whole(row.case?.unattributed.0);
    "suspended_seconds" Whole "Số giây tạm dừng" "Seconds suspended" = |row| suspended(row)?;
    "elapsed_working_seconds" Whole "Số giây làm việc đã giải quyết, trừ lúc tạm dừng" "Working seconds taken, without suspensions" = |row| worked(row)?;
    "supplements" Whole "Số lần yêu cầu bổ sung" "Times asked for a supplement" = |row| acts(row, Grade::Full, Effect::Suspend)?;
    "returns" Whole "Số lần trả lại bước trước" "Times sent back to a step" = |row| acts(row, Grade::Completions, Effect::Return)?;
    "colour" Word "Màu" "Colour" = |row| Cell::Word(row.case?.colour?.as_str());
    "findings" Whole "Số phát hiện" "Findings" = |row| count(row.case?.found.len());
    "events" Whole "Số sự kiện" "Events" = |row| count(row.case?.course.events.len());
    "event_ids" Text "Mã sự kiện" "Event ids" = |row| events(row, |_| true)?;
};

const ITEMS: &[Definition] = columns! {
    "case_id" Word "Mã hồ sơ" "Case" = |row| case_id(row)?;
    "procedure" Word "Thủ tục" "Procedure" = |row| procedure(row)?;
    "unit" Word "Đơn vị" "Unit" = |row| Cell::Name(row.item?.unit?);
    "channel" Word "Kênh nộp" "Channel" = |row| channel(row)?;
    "step" Word "Bước" "Step" = |row| Cell::Name(row.item?.step?);
    "officer" Word "Cán bộ, công chức" "Officer" = |row| Cell::Name(row.item?.officer?);
    "period" Word "Tháng" "Month" = |row| Cell::Month(row.item?.month);
    "grade" Word "Mức dữ liệu" "Evidence" = |row| Cell::Word(row.case?.course.grade.as_str());
    "completed" Truth "Đã hoàn thành" "Completed" = |row| Cell::Truth(row.item?.completed);
    "standing" Word "Đúng hạn hay không" "In time or not" = |row| Cell::Word(row.item?.standings[0].as_str());
    "standing_recorded" Word "Theo hạn trên sổ" "By the recorded due" = |row| Cell::Word(row.item?.standings[1].as_str());
    "standing_original" Word "Theo hạn hẹn ban đầu" "By the first promise" = |row| Cell::Word(row.item?.standings[2].as_str());
    "visits" Whole "Số lần đến bước" "Visits" = |row| Cell::Whole(row.item?.visits);
    "held_working_seconds" Whole "Số giây làm việc đã giữ" "Working seconds held" = |row| Cell::Whole(row.item?.held.0);
    "charged_share" Text "Phần trễ hạn phải chịu" "Share of the lateness" = |row| Cell::Text(row.item?.share.to_string());
    "charged_working_seconds" Whole "Số giây làm việc trễ hạn phải chịu" "Working seconds charged" = |row| Cell::Whole(row.item?.charged.0);
    "event_ids" Text "Mã sự kiện" "Event ids" = |row| {
        let item = row.item?;
        events(row, |event| item.step.is_none() || event.step == item.step && event.actor == item.officer)?
    };
};

const HOLDS: &[Definition] = columns! {
    "case_id" Word "Mã hồ sơ" "Case" = |row| case_id(row)?;
    "procedure" Word "Thủ tục" "Procedure" = |row| procedure(row)?;
    "unit" Word "Đơn vị" "Unit" = |row| Cell::Name(row.hold?.unit.or_else(|| row.case?.course.unit())?);
    "channel" Word "Kênh nộp" "Channel" = |row| channel(row)?;
    "step" Word "Bước" "Step" = |row| Cell::Name(row.hold?.step?);
    "officer" Word "Cán bộ, công chức" "Officer" = |row| Cell::Name(row.hold?.officer?);
    "period" Word "Tháng" "Month" = |row| Cell::Month(row.case?.month);
    "kind" Word "Loại tác nhân" "Kind of actor" = |row| Cell::Word(row.hold?.kind.as_str());
    "visit" Whole "Lượt của bước" "Visit" = |row| Cell::Whole(i64::from(row.hold?.visit) + 1);
    "since" Instant "Giữ từ" "Since" = |row| instant(row, Some(row.hold?.since))?;
    "until" Instant "Giữ đến" "Until" = |row| instant(row, row.hold?.until)?;
    "held_working_seconds" Whole "Số giây làm việc đã giữ" "Working seconds held" = |row| Cell::Whole(row.case?.course.held(row.hold?).0);
    "presumed" Truth "Suy ra, không ghi trong nhật ký" "Presumed, not logged" = |row| Cell::Truth(row.hold?.presumed);
    "substitute" Truth "Giữ thay người vắng mặt" "In place of somebody absent" = |row| Cell::Truth(row.hold?.substitute);
    "event_ids" Text "Mã sự kiện" "Event ids" = |row| {
        let hold = row.hold?;
        events(row, |event| event.step == hold.step && event.actor == hold.officer && event.at >= hold.since && hold.until.is_none_or(|until| event.at <= until))?
    };
};

const FINDINGS: &[Definition] = columns! {
    "finding_id" Word "Mã phát hiện" "Finding" = |row| Cell::Text(row.finding?.id.to_string());
    "case_id" Word "Mã hồ sơ" "Case" = |row| case_id(row)?;
    "procedure" Word "Thủ tục" "Procedure" = |row| procedure(row)?;
    "unit" Word "Đơn vị" "Unit" = |row| match &row.finding?.unit {
        Some(unit) => Cell::Text(unit.to_string()),
        None => unit(row)?,
    };
    "channel" Word "Kênh nộp" "Channel" = |row| channel(row)?;
    "step" Word "Bước" "Step" = |row| Cell::Text(row.finding?.step.as_ref()?.to_string());
    "officer" Word "Cán bộ, công chức" "Officer" = |row| Cell::Text(row.finding?.officer.as_ref()?.to_string());
    "period" Word "Tháng" "Month" = |row| Cell::Month(row.case?.month);
    "kind" Word "Loại phát hiện" "Kind" = |row| Cell::Word(row.finding?.kind.as_str());
    "dimension" Word "Khía cạnh chưa rõ" "Aspect" = |row| Cell::Word(row.finding?.dimension.as_str());
    "grade" Word "Mức dữ liệu cần có" "Evidence needed" = |row| Cell::Word(row.finding?.grade.as_str());
    "rule" Word "Quy tắc" "Rule" = |row| Cell::Text(row.finding?.rule.as_ref()?.to_string());
    "subject_kind" Word "Loại đối tượng" "Kind of subject" = |row| Cell::Word(row.finding?.subject.kind.as_str());
    "subject" Word "Đối tượng" "Subject" = |row| Cell::Text(row.finding?.subject.id.clone());
    "since" Instant "Từ" "Since" = |row| Cell::Instant(row.finding?.since?);
    "until" Instant "Đến" "Until" = |row| Cell::Instant(row.finding?.until?);
    "count" Whole "Số lần" "Count" = |row| Cell::Whole(row.finding?.count);
    "late_working_seconds" Whole "Số giây làm việc quá hạn" "Working seconds late" = |row| Cell::Whole(row.finding?.late_working_seconds.0);
    "unattributed_working_seconds" Whole "Trong đó chưa quy cho ai" "Of which nobody is charged" = |row| Cell::Whole(row.finding?.unattributed_working_seconds.0);
    "idle_working_seconds" Whole "Số giây làm việc không có động tĩnh" "Working seconds idle" = |row| Cell::Whole(row.finding?.idle_working_seconds.0);
    "apart_seconds" Whole "Số giây chênh lệch" "Seconds apart" = |row| Cell::Whole(row.finding?.apart_seconds.0);
    "after_hours" Truth "Xong ngoài giờ, sau hạn" "Missed outside working time" = |row| Cell::Truth(row.finding?.after_hours);
    "text_vi" Text "Nội dung" "In Vietnamese" = |row| Cell::Text(row.finding?.text.vi.clone());
    "text_en" Text "Nội dung tiếng Anh" "In English" = |row| Cell::Text(row.finding?.text.en.clone());
    "event_ids" Text "Mã sự kiện" "Event ids" = |row| joined(row.finding?.events.iter())?;
};

const CHARGES: &[Definition] = columns! {
    "finding_id" Word "Mã phát hiện" "Finding" = |row| Cell::Text(row.finding?.id.to_string());
    "case_id" Word "Mã hồ sơ" "Case" = |row| case_id(row)?;
    "procedure" Word "Thủ tục" "Procedure" = |row| procedure(row)?;
    "unit" Word "Đơn vị" "Unit" = |row| unit(row)?;
    "channel" Word "Kênh nộp" "Channel" = |row| channel(row)?;
    "officer" Word "Cán bộ, công chức" "Officer" = |row| Cell::Text(row.charge?.officer.to_string());
    "period" Word "Tháng" "Month" = |row| Cell::Month(row.case?.month);
    "kind" Word "Loại phát hiện" "Kind" = |row| Cell::Word(row.finding?.kind.as_str());
    "steps" Text "Các bước" "Steps" = |row| joined(row.charge?.steps.iter())?;
    "charged_share" Text "Phần trễ hạn phải chịu" "Share of the lateness" = |row| Cell::Text(row.charge?.share.to_string());
    "charged_working_seconds" Whole "Số giây làm việc trễ hạn phải chịu" "Working seconds charged" = |row| Cell::Whole(row.charge?.charged_working_seconds.0);
    "event_ids" Text "Mã sự kiện" "Event ids" = |row| joined(row.finding?.events.iter())?;
};

const FACTS: &[Definition] = columns! {
    "kind" Word "Loại dữ kiện" "Kind" = |row| Cell::Word(row.fact?.kind.as_str());
    "officer" Word "Cán bộ, công chức" "Officer" = |row| Cell::Name(row.fact?.officer?);
    "unit" Word "Đơn vị" "Unit" = |row| Cell::Name(row.fact?.unit?);
    "step" Word "Bước" "Step" = |row| Cell::Name(row.fact?.step?);
    "period" Word "Tháng" "Month" = |row| Cell::Month(row.fact?.month);
    "count" Whole "Số lượng" "Count" = |row| Cell::Whole(row.fact?.count);
    "working_seconds" Whole "Số giây làm việc" "Working seconds" = |row| Cell::Whole(row.fact?.working_seconds.0);
    "grade" Word "Mức dữ liệu" "Evidence" = |row| Cell::Word(row.fact?.grade.as_str());
};

/// The columns of a table.
pub(super) const fn columns_of(table: TableName) -> &'static [Definition] {
    match table {
        TableName::Cases => CASES,
        TableName::Items => ITEMS,
        TableName::Holds => HOLDS,
        TableName::Findings => FINDINGS,
        TableName::Charges => CHARGES,
        TableName::Facts => FACTS,
        // Filled from the steps of cases, not from rows of them.
        TableName::Variants | TableName::Flows | TableName::Steps | TableName::Spectrum => &[],
    }
}

impl TableName {
    /// The columns of the table: name, what their values are, title.
    pub(crate) fn columns(self) -> impl Iterator<Item = (&'static str, ColumnKind, Message)> {
        columns_of(self).iter().map(|column| (column.name, column.kind, Message(column.title.0, column.title.1)))
    }
}

fn case_id(row: &Row<'_>) -> Option<Cell> {
    Some(Cell::Name(row.case?.course.cells.id))
}

fn procedure(row: &Row<'_>) -> Option<Cell> {
    Some(Cell::Name(row.case?.course.cells.procedure?))
}

fn unit(row: &Row<'_>) -> Option<Cell> {
    Some(Cell::Name(row.case?.course.unit()?))
}

fn channel(row: &Row<'_>) -> Option<Cell> {
    Some(Cell::Text(row.case?.course.channel?.to_owned()))
}

fn instant(row: &Row<'_>, at: Option<Instant>) -> Option<Cell> {
    Some(Cell::Instant(row.zone.stamp(at?)))
}

fn judged(row: &Row<'_>, by: By) -> Option<Cell> {
    Some(Cell::Word(standing(row.case?.course, by, row.days, row.zone).as_str()))
}

fn suspended(row: &Row<'_>) -> Option<Cell> {
    let pauses = row.case?.course.pauses.iter();
    Some(Cell::Whole(pauses.map(|(from, to)| to.since(*from).0).sum()))
}

/// From acceptance, or what is first known, to the end; none of a case that is not finished.
fn worked(row: &Row<'_>) -> Option<Cell> {
    let course = row.case?.course;
    let finished = course.finished?;
    Some(Cell::Whole(net(course.hours, course.anchor(), finished.at, course.pauses).0))
}

/// How often an act occurred; unknown below the evidence that shows such acts at all.
fn acts(row: &Row<'_>, needed: Grade, effect: Effect) -> Option<Cell> {
    let course = row.case?.course;
    (course.grade >= needed).then(|| count(course.events.iter().filter(|event| event.effect == effect).count()))
}

fn count(number: usize) -> Cell {
    Cell::Whole(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The events of the case that pass a test, separated by blanks; none if there are none.
fn events(row: &Row<'_>, test: impl Fn(&EventCells) -> bool) -> Option<Cell> {
    let events = row.case?.course.events.iter().filter(|event| test(event));
    joined(events.map(|event| row.ids.event(event)))
}

fn joined<T: ToString>(parts: impl Iterator<Item = T>) -> Option<Cell> {
    let parts: Vec<String> = parts.map(|part| part.to_string()).collect();
    (!parts.is_empty()).then(|| Cell::Text(parts.join(" ")))
}
