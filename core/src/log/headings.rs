//! Which column holds which field: declared names first, then headings usual in Vietnam and in other tools.

use super::spec::{CaseColumns, DateOrder, EventColumns};
use crate::base::error::{Code, Error, nearest};
use crate::base::text::nfd;

/// A field that a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Event(EventField),
    Case(CaseField),
}

macro_rules! fields {
    ($(#[doc = $doc:literal])+ $name:ident of $columns:ident { $($variant:ident $field:ident [$($heading:literal)*],)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(super) enum $name { $($variant,)+ }

        impl $name {
            pub(super) const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name of the field.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($field)),+ }
            }

            /// The column that the mapping declares for it.
            pub(super) fn declared(self, columns: &$columns) -> Option<&str> {
                match self { $(Self::$variant => columns.$field.as_deref()),+ }
            }

            /// Usual headings in the form that [`plain`] gives.
            const fn headings(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($heading),*]),+ }
            }
        }
    };
}

fields! {
    /// Fields of an event. Headings are in order of preference.
    EventField of EventColumns {
        EventId event_id ["identity:id" "masukien"],
        Office office ["office" "coquan"],
        CaseId case_id ["case:concept:name" "caseid" "case" "caseidentifier" "caseconceptname" "traceid" "dossierid"
            "mahoso" "sohoso" "mavuviec" "macongviec" "mavanban"],
        Seq seq ["seq" "stt trong hồ sơ"],
        At at ["time:timestamp" "timestamp" "completetimestamp" "endtimestamp" "completetime" "endtime" "eventtime"
            "datetime" "at" "time" "date" "thoigian" "thoidiem" "thoigianketthuc" "thoigianthuchien" "thoigianxuly"
            "ngaygio" "ngaythuchien" "ngayxuly"],
        Started started ["starttimestamp" "starttime" "thoigianbatdau"],
        RecordedAt recorded_at ["recordedat" "thoigiannhap" "ngaynhap"],
        Act act ["lifecycle:transition" "lifecycle" "lifecycletransition" "transition" "act" "hanhdong" "thaotac"],
        Step step ["concept:name" "activity" "activityname" "step" "task" "taskname" "conceptname" "event"
            "buoc" "buocxuly" "tenbuoc" "hoatdong" "congviec"],
        Actor actor ["org:resource" "resource" "actor" "officer" "user" "username" "employee" "orgresource"
            "canbo" "canboxuly" "nguoixuly" "nguoithuchien" "chuyenvien" "congchuc"],
        OnBehalfOf on_behalf_of ["onbehalfof" "xulythay" "uyquyencho"],
        Assignee assignee ["assignee" "nguoinhan" "canbonhan" "nguoiduocphancong"],
        Unit unit ["org:group" "group" "unit" "department" "orggroup" "donvi" "donvixuly" "phongban" "bophan"],
    }
}

fields! {
    /// Fields of a case row. Headings are in order of preference.
    CaseField of CaseColumns {
        Procedure procedure ["procedure" "mathutuc" "thutuc" "mathutuchanhchinh" "matthc"],
        Unit unit ["unit" "department" "donvi" "donvixuly" "donvigiaiquyet" "phongban"],
        Submitted submitted ["submitted" "ngaynop" "ngaynophoso"],
        Received received ["received" "startdate" "ngaynhan" "ngayden"],
        Accepted accepted ["accepted" "ngaytiepnhan" "thoigiantiepnhan" "ngaythuly"],
        DueRecorded due_recorded ["duerecorded" "due" "duedate" "deadline" "hanxuly" "hangiaiquyet" "ngayhentra"
            "ngayhentraketqua" "ngayhentrakq"],
        DueOriginal due_original ["dueoriginal" "enddateplanned" "hanbandau" "ngayhentrabandau"],
        Finished finished ["finished" "enddate" "ngayhoanthanh" "ngaycoketqua" "ngayketthucxuly"],
        Returned returned ["returned" "ngaytra" "ngaytraketqua" "ngaytrakq"],
        Stopped stopped ["stopped" "ngaydung" "ngayrut"],
        Status status ["status" "trangthai" "tinhtrang"],
        Responsible responsible ["responsible" "canbophutrach" "nguoiphutrach" "canbothuly"],
        Channel channel ["channel" "kenh" "hinhthucnop" "hinhthuctiepnhan"],
    }
}

impl CaseField {
    /// Whether the field may be in a table of events without the prefix `case:`. A status there is rather that of the
    /// event.
    const fn may_be_among_events(self) -> bool {
        !matches!(self, Self::Unit | Self::Status | Self::Responsible | Self::Channel)
    }
}

/// A heading in the form used for comparison: lower case, without diacritics, blanks, hyphens, underscores and points.
pub(super) fn plain(heading: &str) -> String {
    let apart = nfd(heading);
    let letters = apart.chars().flat_map(char::to_lowercase).filter_map(|letter| match letter {
        'đ' => Some('d'),
        ' ' | '_' | '-' | '.' | '\u{a0}' | '\u{300}'..='\u{36f}' => None,
        _ => Some(letter),
    });
    letters.collect()
}

/// The order of dates that a heading shows, if the heading is a time pattern.
pub(super) fn patterned_order(heading: &str) -> Option<DateOrder> {
    let plain: String = plain(heading).chars().filter(char::is_ascii_lowercase).collect();
    match (plain.contains("ddmmyyyy"), plain.contains("mmddyyyy")) {
        (true, _) => Some(DateOrder::DayFirst),
        (_, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// The column of each field, and whether it was declared.
pub(super) struct Choice {
    pub(super) fields: Vec<(Field, usize)>,
    /// Declared columns that the table does not have.
    pub(super) faults: Vec<Error>,
}

/// Chooses a column for each field of a table.
pub(super) fn choose(headings: &[&str], events: &EventColumns, cases: &CaseColumns) -> Choice {
    let plains: Vec<_> = headings.iter().map(|heading| plain(heading)).collect();
    let mut choice = Choice { fields: Vec::new(), faults: Vec::new() };
    let declared = |name: &str, field: Field, choice: &mut Choice| match find(headings, &plains, name) {
        Some(column) => choice.fields.push((field, column)),
        None => choice.faults.push(unknown_column(name, headings.iter().copied())),
    };
    for field in EventField::ALL {
        if let Some(name) = field.declared(events) {
            declared(name, Field::Event(*field), &mut choice);
        }
    }
    for field in CaseField::ALL {
        if let Some(name) = field.declared(cases) {
            declared(name, Field::Case(*field), &mut choice);
        }
    }
    let usual = |known: &[&str], prefix: &str, taken: &[(Field, usize)]| {
        known.iter().find_map(|known| {
            let column = plains.iter().position(|plain| plain.strip_prefix(prefix) == Some(*known))?;
            (!taken.iter().any(|(_, other)| *other == column)).then_some(column)
        })
    };
    let timed = |field: &EventField| matches!(field, EventField::At | EventField::Started);
    let of_case = |field: &EventField| matches!(field, EventField::CaseId | EventField::Office);
    // Some tables use a time pattern as the heading of their times: `dd-MM-yyyy:HH.mm`.
    let patterned = plains.iter().position(|plain| plain.contains("yyyy"));
    // A table without times of events is a register of cases, so its other columns belong to the cases.
    let of_events = patterned.is_some()
        || EventField::ALL
            .iter()
            .filter(|field| timed(field))
            .any(|field| field.declared(events).is_some() || usual(field.headings(), "", &choice.fields).is_some());
    for field in EventField::ALL.iter().filter(|field| field.declared(events).is_none()) {
        if !of_events && !of_case(field) {
            continue;
        }
        let column = match field {
            // `EventID` of another system is often the number of a work item, so only the exact name `event_id` is
            // accepted.
            EventField::EventId => headings.iter().position(|heading| *heading == "event_id"),
            EventField::At => patterned,
            _ => None,
        };
        if let Some(column) = column.or_else(|| usual(field.headings(), "", &choice.fields)) {
            choice.fields.push((Field::Event(*field), column));
        }
    }
    for field in CaseField::ALL.iter().filter(|field| field.declared(cases).is_none()) {
        let bare = !of_events || field.may_be_among_events();
        let column = usual(field.headings(), "case:", &choice.fields)
            .or_else(|| bare.then(|| usual(field.headings(), "", &choice.fields)).flatten());
        choice.fields.extend(column.map(|column| (Field::Case(*field), column)));
    }
    choice
}

/// The usual attributes of events in XES.
const XES: &[(&str, EventField)] = &[
    ("concept:name", EventField::Step),
    ("time:timestamp", EventField::At),
    ("lifecycle:transition", EventField::Act),
    ("org:resource", EventField::Actor),
    ("org:group", EventField::Unit),
    ("identity:id", EventField::EventId),
];

impl EventField {
    /// The field that an attribute of an XES event holds.
    pub(super) fn of_attribute(key: &str, columns: &EventColumns) -> Option<Self> {
        let declared = Self::ALL.iter().find(|field| field.declared(columns) == Some(key)).copied();
        let usual = || XES.iter().find(|(known, _)| *known == key).map(|(_, field)| *field);
        declared.or_else(|| usual().filter(|field| field.declared(columns).is_none()))
    }
}

impl CaseField {
    /// The field that an attribute of an XES trace holds.
    pub(super) fn of_attribute(key: &str, columns: &CaseColumns) -> Option<Self> {
        let declared = Self::ALL.iter().find(|field| field.declared(columns) == Some(key)).copied();
        let usual = || Self::ALL.iter().find(|field| field.headings().contains(&&*plain(key))).copied();
        declared.or_else(|| usual().filter(|field| field.declared(columns).is_none()))
    }
}

impl Field {
    /// The name of the field in reports.
    pub(super) fn name(self) -> String {
        match self {
            Self::Event(field) => format!("events.{}", field.name()),
            Self::Case(field) => format!("cases.{}", field.name()),
        }
    }
}

fn find(headings: &[&str], plains: &[String], name: &str) -> Option<usize> {
    let exact = headings.iter().position(|heading| *heading == name);
    exact.or_else(|| {
        let wanted = plain(name);
        plains.iter().position(|plain| *plain == wanted)
    })
}

/// The fault for a declared column that does not exist, suggesting a similar one.
pub(super) fn unknown_column<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Error {
    let fault = Error::new(Code::UnknownColumn).with("column", name);
    let shown = known.clone().take(20).collect::<Vec<_>>().join(", ");
    let fault = fault.with("columns", shown);
    match nearest(name, known) {
        Some(near) => fault.with("suggestion", near),
        None => fault,
    }
}

#[cfg(test)]
#[path = "tests/headings.rs"]
mod tests;
