//! Calendars as a rulebook writes them.

use super::day::{MonthDay, Shift};
use crate::error::{Code, Faults};
use crate::ids::CalendarId;
use crate::packed::packed;
use crate::shape::{Cursor, Shape, shape, terms};
use crate::source::{InForce, Source};
use crate::text::Text;
use crate::time::{Date, Instant, Seconds, Stamp, Zone};
use crate::value::{Node, Value};
use chrono::Weekday;

shape! {
    /// Working time as data (*lịch làm việc*): weekly shifts, holidays by rule, and single days by notice. Layers lie
    /// upon each other through `base`: nation, province, agency, unit, desk.
    #[derive(Default)]
    pub struct CalendarSpec {
        /// What it is called.
        pub title: Option<Text>,
        /// The calendar beneath, whose rows hold wherever this one says nothing.
        pub base: Option<CalendarId>,
        /// The zone; without one, that of the base, else UTC+7.
        pub zone: Option<ZoneSpec>,
        /// Working seconds of one "day" in a step's budget; without it, that of the base, else 28,800 (8 hours).
        pub nominal_day: Option<Seconds>,
        /// Whether a rest day that a notice turns into a working day counts; without it, as in the base, else yes.
        pub make_up_days: Option<bool>,
        /// Weekly shifts. Of several rows that hold on a day, the last one counts.
        pub weeks: Vec<WeekSpec>,
        /// Days off by rule. A rule of the base with the same id is replaced.
        pub holidays: Vec<HolidaySpec>,
        /// Days off by notice.
        pub closed: Vec<ClosedSpec>,
        /// Working days by notice: swapped Saturdays, half days, other hours.
        pub working: Vec<WorkingSpec>,
        /// The years whose notice has been published. Days of other years are provisional, where there is any such row.
        pub announced: Vec<AnnouncedSpec>,
    }
}

shape! {
    /// The shifts of a week, from one day to another.
    pub struct WeekSpec {
        /// First day; without one, since ever.
        pub from: Option<Date>,
        /// Last day; without one, until further notice.
        pub to: Option<Date>,
        /// Only within this part of each year, such as summer hours.
        pub season: Option<Season>,
        /// Shifts by day: `mon`, or `mon-fri`. A day that is not named is a rest day.
        pub days: WeekDays,
        /// The day on which the row became known.
        pub known: Option<Date>,
        /// Its legal basis.
        pub source: Option<Source>,
    }
}

shape! {
    /// A part of each year; both ends belong to it, and it may lie across the New Year.
    #[derive(Copy, PartialEq, Eq)]
    pub struct Season {
        /// First day.
        pub from: MonthDay,
        /// Last day.
        pub to: MonthDay,
    }
}

shape! {
    /// Days off by rule (*ngày lễ, tết*): each year, an anchor day and the block of days that goes with it.
    pub struct HolidaySpec {
        /// Its name among rules; a layer above replaces the rule of the same name.
        pub id: String,
        /// What it is called.
        pub title: Option<Text>,
        /// The anchor as a day of the Gregorian year.
        pub date: Option<MonthDay>,
        /// The anchor as a day of the Vietnamese lunar year; never in a leap month.
        pub lunar: Option<MonthDay>,
        /// The anchor as a weekday of a month.
        pub weekday: Option<NthWeekday>,
        /// First day off, in days from the anchor.
        pub start: Start = Start::Fixed(0),
        /// How many days off in a row.
        pub days: RunOfDays = RunOfDays(1),
        /// Whether a day off that falls on a weekly rest day is made up for on the next working day (Labour Code 2019
        /// art. 111.3).
        pub compensate: bool = true,
        /// Whether there is such a holiday at all: `false` switches off the rule of the base.
        pub observed: bool = true,
        /// Years for which a notice set the block otherwise.
        pub notices: Vec<NoticeSpec>,
        /// The anchors to which the rule applies.
        pub in_force: InForce = InForce::default(),
        /// The day on which the rule became known.
        pub known: Option<Date>,
        /// Its legal basis.
        pub source: Option<Source>,
    }
}

shape! {
    /// The n-th weekday of a month.
    #[derive(Copy, PartialEq, Eq)]
    pub struct NthWeekday {
        /// Month, 1–12.
        pub month: Month,
        /// Which of them: 1–5, or −1 for the last.
        pub nth: Nth,
        /// The day of the week.
        pub day: DayName,
    }
}

shape! {
    /// What a notice decided for one year's block.
    #[derive(PartialEq, Eq)]
    pub struct NoticeSpec {
        /// The Gregorian year of the anchor; for lunar anchors, the lunar year.
        pub year: Year,
        /// First day off, in days from the anchor.
        pub start: Start,
        /// How many days off in a row; without it, as in the rule.
        pub days: Option<RunOfDays>,
        /// The day on which it became known.
        pub known: Option<Date>,
        /// The notice.
        pub source: Option<Source>,
    }
}

shape! {
    /// Days off by notice: a swap, a closure (*nghỉ hoán đổi, tạm nghỉ*).
    pub struct ClosedSpec {
        /// The day, or the first of several.
        pub date: Date,
        /// The last day.
        pub to: Option<Date>,
        /// Why.
        pub note: Option<Text>,
        /// The day on which it became known.
        pub known: Option<Date>,
        /// The notice.
        pub source: Option<Source>,
    }
}

shape! {
    /// A working day by notice (*làm bù*), or a day with hours of its own.
    pub struct WorkingSpec {
        /// The day.
        pub date: Date,
        /// The weekday whose shifts it has.
        pub like: Option<DayName>,
        /// Its own shifts.
        pub hours: Option<Shifts>,
        /// Why.
        pub note: Option<Text>,
        /// The day on which it became known.
        pub known: Option<Date>,
        /// The notice.
        pub source: Option<Source>,
    }
}

shape! {
    /// A year whose notice of days off has been published.
    pub struct AnnouncedSpec {
        /// The year.
        pub year: Year,
        /// The day of publication.
        pub known: Option<Date>,
        /// The notice.
        pub source: Option<Source>,
    }
}

terms! {
    /// A day of the week.
    pub enum DayName {
        /// Monday (*thứ Hai*).
        Mon = "mon",
        /// Tuesday (*thứ Ba*).
        Tue = "tue",
        /// Wednesday (*thứ Tư*).
        Wed = "wed",
        /// Thursday (*thứ Năm*).
        Thu = "thu",
        /// Friday (*thứ Sáu*).
        Fri = "fri",
        /// Saturday (*thứ Bảy*).
        Sat = "sat",
        /// Sunday (*Chủ nhật*).
        Sun = "sun",
    }
}

impl DayName {
    /// The names, from Monday.
    pub const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// Days since Monday, 0–6.
    pub const fn index(self) -> usize {
        match self {
            Self::Mon => 0,
            Self::Tue => 1,
            Self::Wed => 2,
            Self::Thu => 3,
            Self::Fri => 4,
            Self::Sat => 5,
            Self::Sun => 6,
        }
    }
}

impl From<Weekday> for DayName {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Mon => Self::Mon,
            Weekday::Tue => Self::Tue,
            Weekday::Wed => Self::Wed,
            Weekday::Thu => Self::Thu,
            Weekday::Fri => Self::Fri,
            Weekday::Sat => Self::Sat,
            Weekday::Sun => Self::Sun,
        }
    }
}

macro_rules! bounded {
    ($($(#[doc = $doc:literal])+ $name:ident: $low:literal to $high:literal;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        pub struct $name(pub i32);

        impl Shape for $name {
            fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
                at.integer($low, $high, faults).and_then(|integer| i32::try_from(integer).ok()).map(Self)
            }
        }

        packed! {
            through $name (i32, |it: &Self| it.0, |integer| ($low..=$high).contains(&integer).then_some(Self(integer)), Self($high))
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "integer", "minimum": $low, "maximum": $high})
            }
        }
    )+};
}

bounded! {
    /// A month, 1–12.
    Month: 1 to 12;
    /// A place among the weekdays of a month: 1–5, or −1 for the last.
    Nth: -1 to 5;
    /// A year.
    Year: 1 to 9999;
    /// So many days in a row.
    RunOfDays: 1 to 31;
    /// So many days from an anchor.
    Offset: -31 to 31;
}

/// Where a block begins, in days from its anchor: always the same, or by the weekday of the anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Always the same.
    Fixed(i32),
    /// From Monday to Sunday.
    ByWeekday([i32; 7]),
}

impl Start {
    /// The offset for an anchor.
    pub fn from(self, anchor: Date) -> i32 {
        match self {
            Self::Fixed(offset) => offset,
            Self::ByWeekday(offsets) => {
                offsets.get(DayName::from(anchor.weekday()).index()).copied().unwrap_or_default()
            }
        }
    }
}

impl Shape for Start {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        if !matches!(at.node.value, Value::Map(_)) {
            return Offset::read(at, faults).map(|offset| Self::Fixed(offset.0));
        }
        let names = DayName::NAMES;
        at.fields(&names, faults)?;
        let days = names.map(|name| at.field::<Offset>(name, None, faults).map(|offset| offset.0));
        let [Some(mon), Some(tue), Some(wed), Some(thu), Some(fri), Some(sat), Some(sun)] = days else {
            return None;
        };
        Some(Self::ByWeekday([mon, tue, wed, thu, fri, sat, sun]))
    }
}

impl serde::Serialize for Start {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Fixed(offset) => serializer.serialize_i32(*offset),
            Self::ByWeekday(offsets) => serializer.collect_map(DayName::NAMES.iter().zip(offsets)),
        }
    }
}

/// No day has more shifts: one each half hour. A bound, since three centuries of days are compiled.
pub const MAX_SHIFTS: usize = 48;

/// The shifts of a day, in order, none overlapping another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Shifts(pub Vec<Shift>);

/// Two shifts of which the later begins before the earlier has ended.
fn overlap(shifts: &[Shift]) -> Option<(Shift, Shift)> {
    shifts.windows(2).find_map(|pair| match pair {
        [a, b] if b.from < a.to => Some((*a, *b)),
        _ => None,
    })
}

impl Shifts {
    /// Those that are in order already.
    fn in_order(shifts: Vec<Shift>) -> Option<Self> {
        let sound = shifts.len() <= MAX_SHIFTS && shifts.is_sorted() && overlap(&shifts).is_none();
        sound.then_some(Self(shifts))
    }
}

impl Shape for Shifts {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let mut shifts = Vec::<Shift>::read(at, faults)?;
        if shifts.len() > MAX_SHIFTS {
            let range = format!("0–{MAX_SHIFTS}");
            faults.push(at.fault(Code::OutOfRange).with("value", shifts.len()).with("range", range));
            return None;
        }
        shifts.sort_unstable();
        match overlap(&shifts) {
            None => Some(Self(shifts)),
            Some((first, second)) => {
                faults.push(at.fault(Code::ShiftsOverlap).with("first", first).with("second", second));
                None
            }
        }
    }
}

/// The shifts of each day of a week, from Monday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekDays(pub [Shifts; 7]);

impl Shape for WeekDays {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let Value::Map(map) = &at.node.value else {
            return at.wrong_type("map", faults);
        };
        let mut days: [Option<Shifts>; 7] = Default::default();
        let mut sound = true;
        for (key, node) in map.iter() {
            let here = at.key(key, node);
            let shifts = Shifts::read(&here, faults);
            let (first, last) = key.split_once('-').unwrap_or((key, key));
            let ends = (DayName::from_name(first), DayName::from_name(last));
            let ((Some(first), Some(last)), Some(shifts)) = (ends, &shifts) else {
                if ends.0.is_none() || ends.1.is_none() {
                    let names = DayName::NAMES;
                    let allowed = format!("{}, mon-fri", names.join(", "));
                    let fault = here.fault(Code::UnknownTerm).with("value", key).with("allowed", allowed);
                    faults.push(fault.suggest(key, names.iter().copied().chain(["mon-fri"])));
                }
                sound = false;
                continue;
            };
            if last < first {
                let (from, to) = (first, last);
                faults.push(here.fault(Code::DatesReversed).with("from", from).with("to", to));
                sound = false;
            }
            for (slot, (name, day)) in days.iter_mut().zip(DayName::ALL) {
                if (first..=last).contains(day) && slot.replace(shifts.clone()).is_some() {
                    faults.push(here.fault(Code::DayTwice).with("day", name));
                    sound = false;
                }
            }
        }
        sound.then(|| Self(days.map(Option::unwrap_or_default)))
    }

    fn stand_in() -> Option<Self> {
        Some(Self(Default::default()))
    }
}

impl serde::Serialize for WeekDays {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(DayName::NAMES.iter().zip(&self.0))
    }
}

/// A zone as a rulebook writes it: `+07:00`, a name of the IANA database, or a first offset and its changes. A name
/// becomes its table when the rulebook is compiled and is hashed as such, so that a later edition of the database never
/// moves a promise in silence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneSpec(pub Zone);

shape! {
    /// The changes of a zone's offset.
    pub struct ZoneTable {
        /// The offset before the first change.
        pub first: Zone,
        /// The changes.
        pub changes: Vec<ZoneChange>,
    }
}

shape! {
    /// One change of offset.
    pub struct ZoneChange {
        /// The instant.
        pub at: Stamp,
        /// The offset from then on.
        pub offset: Zone,
    }
}

impl Shape for ZoneSpec {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        if !matches!(at.node.value, Value::Map(_)) {
            return at.text(faults).and_then(|text| at.keep(Zone::named(text), faults)).map(Self);
        }
        let table = ZoneTable::read(at, faults)?;
        let offset = |zone: &Zone| zone.fixed_offset().unwrap_or_default();
        let changes = table.changes.iter().map(|change| (change.at.at, offset(&change.offset))).collect();
        Some(Self(Zone::with_transitions(offset(&table.first), changes)))
    }
}

impl ZoneSpec {
    /// Puts the table in the place of each name of the IANA database, wherever a rulebook may have one. A name without
    /// a table stays, and its reader says so.
    pub(crate) fn write_out(rulebook: &mut Node) {
        for part in ["calendars", "mappings"] {
            let Some(Value::Map(entries)) = rulebook.get_mut(part).map(|node| &mut node.value) else { continue };
            for node in entries.iter_mut().filter_map(|(_, entry)| entry.get_mut("zone")) {
                let named = node.value.as_text().filter(|text| Zone::parse(text).is_err());
                if let Some(zone) = named.and_then(|name| Zone::named(name).ok()) {
                    node.value = Self(zone).value();
                }
            }
        }
    }

    /// The offset and its changes.
    pub fn table(&self) -> ZoneTable {
        let change = |(at, offset): &(Instant, i32)| ZoneChange {
            at: Stamp { at: *at, offset: 0 },
            offset: Zone::fixed(*offset),
        };
        let first = Zone::fixed(self.0.offset_at(Instant::MIN));
        ZoneTable { first, changes: self.0.transitions().iter().map(change).collect() }
    }

    /// As a rulebook writes it.
    fn value(&self) -> Value {
        let text = |zone: &dyn std::fmt::Display| Value::Text(zone.to_string().into());
        let ZoneTable { first, changes } = self.table();
        if changes.is_empty() {
            return text(&first);
        }
        let changes = changes.iter().map(|ZoneChange { at, offset }| {
            Value::Map([("at", text(at)), ("offset", text(offset))].into_iter().collect()).into()
        });
        Value::Map([("first", text(&first)), ("changes", Value::List(changes.collect()))].into_iter().collect())
    }
}

impl serde::Serialize for ZoneSpec {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

packed! {
    struct CalendarSpec {
        title, base, zone, nominal_day, make_up_days, weeks, holidays, closed, working, announced
    }
    struct WeekSpec { from, to, season, days, known, source }
    struct Season { from, to }
    struct HolidaySpec {
        id, title, date, lunar, weekday, start, days, compensate, observed, notices, in_force, known, source
    }
    struct NthWeekday { month, nth, day }
    struct NoticeSpec { year, start, days, known, source }
    struct ClosedSpec { date, to, note, known, source }
    struct WorkingSpec { date, like, hours, note, known, source }
    struct AnnouncedSpec { year, known, source }
    enum Start { 0 = Fixed(offset), 1 = ByWeekday(offsets) }
    through Shifts (Vec<Shift>, |shifts: &Self| shifts.0.clone(), Self::in_order, Self::default())
    struct WeekDays(days)
    struct ZoneSpec(zone)
}

#[cfg(feature = "schema")]
mod schema {
    use super::{DayName, Offset, Shifts, Start, WeekDays, ZoneSpec, ZoneTable};
    use crate::time::Zone;
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    macro_rules! schemas {
        ($($type:ident: |$generator:ident| $schema:expr;)+) => {$(
            impl JsonSchema for $type {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($type).into()
                }
                fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                    $schema
                }
            }
        )+};
    }

    schemas! {
        Start: |generator| {
            let offset = generator.subschema_for::<Offset>();
            let days: serde_json::Map<_, _> =
                DayName::NAMES.iter().map(|day| ((*day).to_owned(), offset.clone().into())).collect();
            json_schema!({"anyOf": [
                offset,
                {"type": "object", "properties": days, "required": DayName::NAMES, "additionalProperties": false},
            ]})
        };
        WeekDays: |generator| {
            let day = "(mon|tue|wed|thu|fri|sat|sun)";
            json_schema!({
                "type": "object",
                "patternProperties": {format!("^{day}(-{day})?$"): generator.subschema_for::<Shifts>()},
                "additionalProperties": false,
            })
        };
        ZoneSpec: |generator| {
            let (fixed, table) = (generator.subschema_for::<Zone>(), generator.subschema_for::<ZoneTable>());
            let name = json_schema!({"type": "string", "pattern": "^[A-Za-z]", "description": "A name of the IANA database"});
            json_schema!({"anyOf": [fixed, name, table]})
        };
    }
}
