//! Which column holds which field: declared names first, then headings usual in Vietnam and in other tools.

use super::mapping::Mapping;
use super::spec::{CaseColumns, DateOrder, EventColumns, SupplementColumns};
use crate::base::error::{Code, Error, nearest};
use crate::base::text::nfd;

/// A field that a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Event(EventField),
    Case(CaseField),
    Supplement(SupplementField),
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

            /// Where a mapping declares the column of the field.
            pub(super) fn cell(self, columns: &mut $columns) -> &mut Option<String> {
                match self { $(Self::$variant => &mut columns.$field),+ }
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
            "mahoso" "sohoso" "mavuviec" "macongviec" "mavanban" "mabiennhan" "sobiennhan" "mahs" "sohs"],
        Seq seq ["seq" "stt trong hồ sơ"],
        At at ["time:timestamp" "timestamp" "completetimestamp" "endtimestamp" "completetime" "endtime" "eventtime"
            "datetime" "at" "time" "date" "thoigian" "thoidiem" "thoigianketthuc" "thoigianthuchien" "thoigianxuly"
            "ngaygio" "ngaythuchien" "ngayxuly" "thoidiemxuly" "thoidiemthuchien"],
        Started started ["starttimestamp" "starttime" "thoigianbatdau" "thoidiembatdau" "ngaybatdau"],
        RecordedAt recorded_at ["recordedat" "thoigiannhap" "ngaynhap"],
        Act act ["lifecycle:transition" "lifecycle" "lifecycletransition" "transition" "act" "hanhdong" "thaotac"],
        Step step ["concept:name" "activity" "activityname" "step" "task" "taskname" "conceptname" "event"
            "buoc" "buocxuly" "tenbuoc" "hoatdong" "congviec" "noidungxuly"],
        Actor actor ["org:resource" "resource" "actor" "officer" "user" "username" "employee" "orgresource"
            "canbo" "canboxuly" "nguoixuly" "nguoithuchien" "chuyenvien" "congchuc"
            "canbothuchien" "chuyenvienxuly" "congchucxuly"],
        OnBehalfOf on_behalf_of ["onbehalfof" "xulythay" "uyquyencho"],
        Assignee assignee ["assignee" "nguoinhan" "canbonhan" "nguoiduocphancong"],
        Unit unit ["org:group" "group" "unit" "department" "orggroup" "donvi" "donvixuly" "phongban" "phongbanxuly"
            "bophan"],
    }
}

fields! {
    /// Fields of a case row. Headings are in order of preference.
    CaseField of CaseColumns {
        Procedure procedure ["procedure" "mathutuc" "matthc" "mathutuchanhchinh" "mathutuchc" "thutuc" "tthc"
            "thutuchanhchinh" "tenthutuc" "tentthc" "tenthutuchanhchinh"],
        Unit unit ["unit" "department" "donvi" "donvixuly" "donvigiaiquyet" "donvithuly" "donvithuchien" "phongban"
            "phongbanxuly" "phongchuyenmon" "phongxuly" "coquanxuly" "coquangiaiquyet" "coquanthuchien"],
        Submitted submitted ["submitted" "ngaynop" "ngaynophoso" "thoigiannop" "thoidiemnop"],
        Received received ["received" "startdate" "ngaynhan" "ngayden"],
        Accepted accepted ["accepted" "ngaytiepnhan" "thoigiantiepnhan" "thoidiemtiepnhan" "ngaytiepnhanhoso"
            "ngaythuly" "ngaynhanhoso" "ngaygiotiepnhan"],
        DueRecorded due_recorded ["duerecorded" "due" "duedate" "deadline" "hanxuly" "hangiaiquyet" "ngayhentra"
            "ngayhentraketqua" "ngayhentrakq" "hantra" "hantraketqua" "hantrakq" "ngayhen" "thoigianhentra"
            "thoidiemhentra" "hanhoanthanh"],
        DueOriginal due_original ["dueoriginal" "enddateplanned" "hanbandau" "ngayhentrabandau"],
        Finished finished ["finished" "enddate" "ngayhoanthanh" "ngaycoketqua" "ngaycokq" "ngayketthucxuly" "ngayketthuc"
            "ngayxulyxong" "ngaygiaiquyetxong" "thoigianhoanthanh" "thoigianketthucxuly" "ngayxong"],
        Returned returned ["returned" "ngaytra" "ngaytraketqua" "ngaytrakq" "ngaytrathucte" "ngaytraketquathucte"
            "thoigiantra" "thoigiantraketqua" "thoidiemtra"],
        Stopped stopped ["stopped" "ngaydung" "ngayrut" "ngayruthoso" "ngaytuchoi" "ngaydungxuly"],
        Status status ["status" "trangthai" "tinhtrang" "trangthaihoso" "tinhtranghoso" "trangthaixuly"
            "tinhtrangxuly"],
        Responsible responsible ["responsible" "canbophutrach" "nguoiphutrach" "canbothuly" "canboxuly" "nguoixuly"
            "nguoithuly" "chuyenvien" "chuyenvienxuly" "chuyenvienthuly" "congchucxuly" "congchucthuly" "canbo"
            "congchuc"],
        Channel channel ["channel" "kenh" "kenhnop" "kenhthuchien" "kenhtiepnhan" "hinhthucnop" "hinhthuctiepnhan"
            "hinhthucnhan" "hinhthucnophoso" "phuongthucnop"],
    }
}

fields! {
    /// Fields of a row about a supplement. Headings are in order of preference.
    SupplementField of SupplementColumns {
        Asked asked ["ngaybosung" "ngayyeucaubosung" "thoidiemyeucaubosung"],
        Came came ["ngaytiepnhanbosung" "ngaynhanbosung" "ngaybosungxong"],
        DueBefore due_before ["ngayhentratruoc" "ngayhentracu"],
        DueAfter due_after ["ngayhentramoi"],
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

/// Whether a key is one under which the code of a case is found.
pub(super) fn names_case(key: &str, columns: &EventColumns) -> bool {
    let plain = plain(key);
    let declared = EventField::CaseId.declared(columns);
    declared.is_some_and(|name| name == key) || EventField::CaseId.headings().contains(&&*plain)
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

/// The heading of a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Heading {
    /// As the table writes it; where headings are of several rows, joined from above to below.
    pub(super) name: String,
    /// The forms under which it is compared, the best first.
    plains: Vec<String>,
}

impl Heading {
    /// The heading of these cells, one below the other. A cell below a wider one may carry the name alone, or need the
    /// upper one: `Ngày` over `tiếp nhận`.
    pub(super) fn of(parts: &[&str]) -> Self {
        let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        let name = parts.join(" ");
        let mut plains = vec![plain(&name)];
        if let [.., upper, lower] = *parts {
            plains.extend([plain(lower), plain(&format!("{lower}{upper}"))]);
        }
        // What is in brackets explains: `Ngày tiếp nhận (dd/MM/yyyy)`.
        if let Some((before, _)) = name.split_once(['(', '[']).filter(|(before, _)| !before.trim().is_empty()) {
            plains.push(plain(before));
        }
        Self { name, plains }
    }

    fn has(&self, prefix: &str, known: &str) -> bool {
        self.plains.iter().any(|plain| plain.strip_prefix(prefix) == Some(known))
    }

    /// Whether it has a name, given in the form for comparison.
    pub(super) fn is_called(&self, known: &str) -> bool {
        self.has("", known)
    }

    /// Whether it is a heading that a table of cases or events usually has.
    pub(super) fn is_usual(&self) -> bool {
        let known =
            |known: &&'static [&'static str]| known.iter().any(|known| self.has("", known) || self.has("case:", known));
        EventField::ALL.iter().map(|field| field.headings()).any(|one| known(&one))
            || CaseField::ALL.iter().map(|field| field.headings()).any(|one| known(&one))
            || SupplementField::ALL.iter().map(|field| field.headings()).any(|one| known(&one))
    }

    /// Whether it is written in Vietnamese: with its letters, or as one of the usual headings without tones.
    pub(super) fn is_vietnamese(&self) -> bool {
        const WORDS: [&str; 10] =
            ["hoso", "ngay", "thoigian", "thoidiem", "donvi", "canbo", "trangthai", "thutuc", "nguoi", "phongban"];
        let marked = nfd(&self.name).chars().any(|letter| matches!(letter, 'đ' | 'Đ' | '\u{300}'..='\u{323}'));
        marked
            || self
                .plains
                .iter()
                .any(|plain| WORDS.iter().any(|word| plain.starts_with(word) || plain.ends_with("hoso")))
    }
}

/// The column of each field, and what was declared in vain.
pub(super) struct Choice {
    pub(super) fields: Vec<(Field, usize)>,
    /// Declared columns that the table does not have, by their names.
    pub(super) faults: Vec<(String, Error)>,
}

/// Chooses a column for each field of a table.
pub(super) fn choose(headings: &[Heading], mapping: &Mapping) -> Choice {
    let (events, cases, supplements) = (&mapping.events, &mapping.cases, &mapping.supplements);
    let mut choice = Choice { fields: Vec::new(), faults: Vec::new() };
    let declared = |name: &str, field: Field, choice: &mut Choice| match find(headings, name) {
        Some(column) => choice.fields.push((field, column)),
        None => {
            let fault = unknown_column(name, headings.iter().map(|heading| heading.name.as_str()));
            choice.faults.push((name.to_owned(), fault));
        }
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
    for field in SupplementField::ALL {
        if let Some(name) = field.declared(supplements) {
            declared(name, Field::Supplement(*field), &mut choice);
        }
    }
    let usual = |known: &[&str], prefix: &str, taken: &[(Field, usize)]| {
        known.iter().find_map(|known| {
            let column = headings.iter().position(|heading| heading.has(prefix, known))?;
            (!taken.iter().any(|(_, other)| *other == column)).then_some(column)
        })
    };
    for field in SupplementField::ALL.iter().filter(|field| field.declared(supplements).is_none()) {
        if let Some(column) = usual(field.headings(), "", &choice.fields) {
            choice.fields.push((Field::Supplement(*field), column));
        }
    }
    let timed = |field: &EventField| matches!(field, EventField::At | EventField::Started);
    let of_case = |field: &EventField| matches!(field, EventField::CaseId | EventField::Office);
    // Some tables use a time pattern as the heading of their times: `dd-MM-yyyy:HH.mm`.
    let patterned = headings.iter().position(|heading| {
        let pattern =
            heading.plains.first().is_some_and(|plain| ["dd", "mm", "yyyy"].iter().any(|part| plain.starts_with(part)));
        pattern && heading.plains.iter().any(|plain| plain.contains("yyyy"))
    });
    // A table without times of events is a register of cases, so its other columns belong to the cases.
    let of_events = patterned.is_some()
        || choice.fields.iter().any(|(field, _)| matches!(field, Field::Event(field) if timed(field)))
        || EventField::ALL
            .iter()
            .filter(|field| timed(field) && field.declared(events).is_none())
            .any(|field| usual(field.headings(), "", &choice.fields).is_some());
    for field in EventField::ALL.iter().filter(|field| field.declared(events).is_none()) {
        if !of_events && !of_case(field) {
            continue;
        }
        let column = match field {
            // `EventID` of another system is often the number of a work item, so only the exact name `event_id` is
            // accepted.
            EventField::EventId => headings.iter().position(|heading| heading.name == "event_id"),
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
    /// All fields.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let events = EventField::ALL.iter().map(|field| Self::Event(*field));
        let cases = CaseField::ALL.iter().map(|field| Self::Case(*field));
        events.chain(cases).chain(SupplementField::ALL.iter().map(|field| Self::Supplement(*field)))
    }

    /// The name of the field within its shape.
    pub(super) const fn bare_name(self) -> &'static str {
        match self {
            Self::Event(field) => field.name(),
            Self::Case(field) => field.name(),
            Self::Supplement(field) => field.name(),
        }
    }

    /// The name of the field in reports.
    pub(super) fn name(self) -> String {
        match self {
            Self::Event(field) => format!("events.{}", field.name()),
            Self::Case(field) => format!("cases.{}", field.name()),
            Self::Supplement(field) => format!("supplements.{}", field.name()),
        }
    }
}

/// The column of a declared name: spelt exactly so, or alike but for case, tones and blanks.
pub(super) fn find(headings: &[Heading], name: &str) -> Option<usize> {
    let exact = headings.iter().position(|heading| heading.name == name);
    exact.or_else(|| {
        let wanted = plain(name);
        headings.iter().position(|heading| heading.plains.contains(&wanted))
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
