//! How a log of another system is read, as a rulebook writes it: section `mappings.<id>`, or a document of its own.

use crate::base::shape::{OneOrMany, Shape, Term};
use crate::calendar::zone::ZoneSpec;
use crate::case::{ActorKind, Effect};
use indexmap::IndexMap;
use serde::Serialize;

/// The order of day and month in a date whose year does not come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum DateOrder {
    /// `31/12/2026`, as usual in Vietnam.
    #[term("day_first")]
    DayFirst,
    /// `12/31/2026`.
    #[term("month_first")]
    MonthFirst,
}

/// What a word for the status of a case (*trạng thái hồ sơ*) means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum StatusMeaning {
    /// Sent in and not yet received: no limit runs.
    #[term("registered", vi = "mới đăng ký, chưa tiếp nhận", en = "only registered")]
    Registered,
    /// Received, refused or accepted later.
    #[term("open", vi = "đang giải quyết", en = "open")]
    Open,
    /// Waiting for a supplement, a fee or a tax.
    #[term("waiting", vi = "chờ bổ sung hoặc nghĩa vụ tài chính", en = "waiting for a supplement or payment")]
    Waiting,
    /// Refused: it ends without a result, on the day of the refusal.
    #[term("refused", vi = "từ chối", en = "refused")]
    Refused,
    /// Withdrawn by the citizen.
    #[term("withdrawn", vi = "công dân rút", en = "withdrawn")]
    Withdrawn,
    /// Stopped by the office without a result.
    #[term("stopped", vi = "dừng giải quyết", en = "stopped")]
    Stopped,
    /// The result exists; the citizen may not have it yet.
    #[term("done", vi = "có kết quả", en = "done")]
    Done,
    /// The citizen has the result.
    #[term("returned", vi = "đã trả kết quả", en = "returned")]
    Returned,
}

/// How a log of another system is read (*bản ánh xạ nhật ký*): which column holds which field, which actors are not
/// persons, what the terms of the other system mean.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct MappingSpec {
    /// The format of this mapping, 1; written by `inspect`.
    pub format: Option<u32>,
    /// Fingerprints of the headings for which it was made; a table with other headings is reported.
    pub made_for: OneOrMany<String>,
    /// Names of the sheets of a workbook that are read; if absent, each in which a table is recognised.
    pub sheets: OneOrMany<String>,
    /// The number of the row with the headings, from 1; if absent, it is recognised.
    pub heading_row: Option<u32>,
    /// The encoding of a table: utf-8, utf-16le, utf-16be, windows-1258, tcvn3 or vni; if absent, it is recognised.
    pub encoding: Option<String>,
    /// Columns in which a blank cell repeats the cell above, as where cells were merged downwards.
    pub fill_down: OneOrMany<String>,
    /// Column or attribute of each field of an event; fields not named here are found by their usual headings.
    #[shape(default)]
    pub events: EventColumns,
    /// Column or trace attribute of each field of a case row; fields not named here are found by their usual headings.
    #[shape(default)]
    pub cases: CaseColumns,
    /// Columns of a table of requests for supplements (*yêu cầu bổ sung*): each row suspends its case and resumes it.
    #[shape(default)]
    pub supplements: SupplementColumns,
    /// Key of an event's `data` → column; only columns named here are kept as data.
    pub data: IndexMap<String, String>,
    /// The procedure of cases that name none, for a log of a single procedure (*thủ tục*).
    pub procedure: Option<String>,
    /// The type of objects that are the cases of an object-centric log (OCEL 2.0); needed if it has several types.
    pub object_type: Option<String>,
    /// Other spellings of people → the name that is meant, such as accounts of another system.
    pub people: IndexMap<String, String>,
    /// Other spellings of units → the unit that is meant.
    pub units: IndexMap<String, String>,
    /// The zone of times without an offset; if absent, such a time is an error.
    pub zone: Option<ZoneSpec>,
    /// The order of dates such as `03/04/2026`; if absent, a date whose order is not evident is an error.
    pub dates: Option<DateOrder>,
    /// The character that separates the columns of a table; if absent, it is recognised from the first line.
    pub delimiter: Option<String>,
    /// Cell texts that mean that there is no value.
    #[shape(default = owned(MISSING))]
    pub missing: Vec<String>,
    /// Names of actors and units that mean nobody.
    #[shape(default = owned(NOBODY))]
    pub nobody: Vec<String>,
    /// Names of actors that are not persons → their kind; in a name, `*` matches any text and `#` digits.
    #[shape(default = not_persons())]
    pub not_persons: IndexMap<String, ActorKind>,
    /// Name of an act in the other system → its effect; the terms of XES and of this library are known.
    pub acts: IndexMap<String, Effect>,
    /// Word for the status of a case → what it means; case, tones and blanks make no difference. Usual words are known.
    pub statuses: IndexMap<String, StatusMeaning>,
    /// The effect of a row that names no act, or one that is not declared.
    #[shape(default = Effect::Complete)]
    pub otherwise: Effect,
    /// Steps whose completion gives a case its dates, if its row has none.
    #[shape(default = MilestonesSpec::none())]
    pub milestones: MilestonesSpec,
    /// Whether rows with a fault are set aside and counted; if `false`, one fault refuses the log.
    #[shape(default = false)]
    pub lenient: bool,
}

/// Which column holds which field of an event.
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct EventColumns {
    /// Column of the identifier of the event.
    pub event_id: Option<String>,
    /// Column of the office.
    pub office: Option<String>,
    /// Column of the case (*mã hồ sơ*); in XES an attribute of the trace.
    pub case_id: Option<String>,
    /// Column of the number within the case.
    pub seq: Option<String>,
    /// Column of the instant when it happened, or ended.
    pub at: Option<String>,
    /// Column of the instant when the work began, if a row has both ends: the start becomes a further event.
    pub started: Option<String>,
    /// Column of the instant when it was entered.
    pub recorded_at: Option<String>,
    /// Column of what was done (*hành vi*).
    pub act: Option<String>,
    /// Column of the step (*bước*).
    pub step: Option<String>,
    /// Column of who acted (*người thực hiện*).
    pub actor: Option<String>,
    /// Column of the officer on whose behalf a substitute acted.
    pub on_behalf_of: Option<String>,
    /// Column of the officer who gets the step.
    pub assignee: Option<String>,
    /// Column of the unit (*đơn vị*).
    pub unit: Option<String>,
}

/// Which column or trace attribute holds which field of a case row.
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct CaseColumns {
    /// Column of the procedure (*thủ tục*).
    pub procedure: Option<String>,
    /// Column of the unit that handles the case.
    pub unit: Option<String>,
    /// Column of when the citizen sent it (*ngày nộp*).
    pub submitted: Option<String>,
    /// Column of when it arrived (*ngày tiếp nhận*).
    pub received: Option<String>,
    /// Column of when it was accepted as complete (*ngày thụ lý*).
    pub accepted: Option<String>,
    /// Column of the due that the exporting system shows now.
    pub due_recorded: Option<String>,
    /// Column of the due that was given to the citizen first.
    pub due_original: Option<String>,
    /// Column of when the result was handed over.
    pub finished: Option<String>,
    /// Column of when the citizen got the result.
    pub returned: Option<String>,
    /// Column of when it was stopped without a result.
    pub stopped: Option<String>,
    /// Column of the status (*trạng thái*).
    pub status: Option<String>,
    /// Column of the officer who answers for the case.
    pub responsible: Option<String>,
    /// Column of how it was filed (*hình thức nộp*).
    pub channel: Option<String>,
}

/// Which column of a table of supplements holds which field.
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct SupplementColumns {
    /// Column of when the supplement was asked for (*ngày yêu cầu bổ sung*): the clock stops.
    pub asked: Option<String>,
    /// Column of when it came (*ngày tiếp nhận bổ sung*): the clock goes on.
    pub came: Option<String>,
    /// Column of the due before the supplement (*ngày hẹn trả trước*).
    pub due_before: Option<String>,
    /// Column of the due after the supplement (*ngày hẹn trả mới*).
    pub due_after: Option<String>,
}

/// Steps whose completion is a date of the case: the first completion for received and accepted, the last for the
/// others.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct MilestonesSpec {
    /// Steps that mark the arrival (*tiếp nhận*).
    pub received: OneOrMany<String>,
    /// Steps that mark the acceptance as complete (*thụ lý*).
    pub accepted: OneOrMany<String>,
    /// Steps that mark the handing over of the result (*có kết quả*).
    pub finished: OneOrMany<String>,
    /// Steps that mark that the citizen got the result (*trả kết quả*).
    pub returned: OneOrMany<String>,
    /// Steps that mark an end without a result (*dừng giải quyết*).
    pub stopped: OneOrMany<String>,
}

impl MilestonesSpec {
    fn none() -> Self {
        let none = || OneOrMany(Vec::new());
        Self { received: none(), accepted: none(), finished: none(), returned: none(), stopped: none() }
    }
}

/// Cell texts that mean that there is no value.
const MISSING: &[&str] = &["", "NULL", "null", "None", "NaN", "nan", "NaT", "N/A", "#N/A"];
/// Names that mean nobody.
const NOBODY: &[&str] = &["UNKNOWN", "EMPTY", "MISSING", "NONE", "-", "không rõ"];
/// Accounts that are never persons in the logs in which they are known.
const NOT_PERSONS: &[(&str, ActorKind)] = &[
    ("admin#", ActorKind::System),
    ("administrator", ActorKind::System),
    ("system", ActorKind::System),
    ("hệ thống", ActorKind::System),
    ("robot#", ActorKind::System),
    ("batch*", ActorKind::System),
    ("root", ActorKind::System),
    ("test#", ActorKind::Unknown),
];

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn not_persons() -> IndexMap<String, ActorKind> {
    NOT_PERSONS.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect()
}

impl Default for MappingSpec {
    /// The defaults of an empty mapping: usual column names and terms.
    fn default() -> Self {
        Self {
            format: None,
            made_for: OneOrMany(Vec::new()),
            sheets: OneOrMany(Vec::new()),
            heading_row: None,
            encoding: None,
            fill_down: OneOrMany(Vec::new()),
            events: EventColumns::default(),
            cases: CaseColumns::default(),
            supplements: SupplementColumns::default(),
            data: IndexMap::new(),
            procedure: None,
            object_type: None,
            people: IndexMap::new(),
            units: IndexMap::new(),
            zone: None,
            dates: None,
            delimiter: None,
            missing: owned(MISSING),
            nobody: owned(NOBODY),
            not_persons: not_persons(),
            acts: IndexMap::new(),
            statuses: IndexMap::new(),
            otherwise: Effect::Complete,
            milestones: MilestonesSpec::none(),
            lenient: false,
        }
    }
}

#[cfg(test)]
#[path = "tests/spec.rs"]
mod tests;
