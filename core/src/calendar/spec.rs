//! Calendars as a rulebook writes them.

use super::day::MonthDay;
use super::week::{Shifts, WeekDays};
use super::zone::ZoneSpec;
use crate::base::error::Faults;
use crate::base::ids::CalendarId;
use crate::base::packed::{Packed, packed_as};
use crate::base::shape::{Cursor, Shape, deserialize_shapes};
use crate::base::source::{InForce, Source};
use crate::base::text::Text;
use crate::base::time::{Date, Seconds, Weekday};
use crate::base::value::Value;
use serde::Serialize;

/// Working time as data (*lịch làm việc*): weekly shifts, holidays by rule, and single days by notice. Layers build on
/// each other through `base`: nation, province, agency, unit, desk.
#[derive(Clone, Debug, Default, Serialize, Shape, Packed)]
pub(crate) struct CalendarSpec {
    /// The name shown to people.
    pub title: Option<Text>,
    /// The calendar that this one builds on; its rows apply wherever this one has none.
    pub base: Option<CalendarId>,
    /// The zone; if absent, that of the base, otherwise UTC+7.
    pub zone: Option<ZoneSpec>,
    /// Working seconds of one "day" in a step's budget; if absent, that of the base, otherwise 28,800 (8 hours).
    pub nominal_day: Option<Seconds>,
    /// Whether a rest day that a notice makes a working day counts (*ngày làm bù*); if absent, as in the base,
    /// otherwise yes.
    pub make_up_days: Option<bool>,
    /// Weekly shifts. If several rows apply to a day, the last one counts.
    pub weeks: Vec<WeekSpec>,
    /// Days off by rule (*ngày lễ, tết*). A rule replaces the rule of the base with the same id.
    pub holidays: Vec<HolidaySpec>,
    /// Days off by notice (*nghỉ hoán đổi, tạm nghỉ*).
    pub closed: Vec<ClosedSpec>,
    /// Working days by notice (*làm bù*): swapped Saturdays, half days, other hours.
    pub working: Vec<WorkingSpec>,
    /// The years whose notice has been published. If any is listed, days of all other years are provisional.
    pub announced: Vec<AnnouncedSpec>,
}

/// The shifts of a week, from one date to another.
#[derive(Clone, Debug, Serialize, Shape, Packed)]
pub(crate) struct WeekSpec {
    /// First day; if absent, there is no first day.
    pub from: Option<Date>,
    /// Last day, inclusive; if absent, until further notice.
    pub to: Option<Date>,
    /// Applies only within this part of each year, such as summer hours.
    pub season: Option<Season>,
    /// Shifts by day: `mon`, or `mon-fri`. A day not listed is a rest day.
    pub days: WeekDays,
    /// The day on which the row became known; if absent, it was always known.
    pub known: Option<Date>,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// A part of each year, both ends inclusive; it may span the New Year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Shape, Packed)]
pub(crate) struct Season {
    /// First day, `MM-dd`.
    pub from: MonthDay,
    /// Last day, `MM-dd`, inclusive.
    pub to: MonthDay,
}

/// Days off by rule (*ngày lễ, tết*): each year, an anchor day and a block of days around it.
#[derive(Clone, Debug, Serialize, Shape, Packed)]
pub(crate) struct HolidaySpec {
    /// Identifier of the rule; a layer above replaces the rule with the same id.
    pub id: String,
    /// The name shown to people.
    pub title: Option<Text>,
    /// The anchor as a day of the Gregorian year, `MM-dd`.
    pub date: Option<MonthDay>,
    /// The anchor as a day of the Vietnamese lunar year (*âm lịch*), `MM-dd`; never in a leap month.
    pub lunar: Option<MonthDay>,
    /// The anchor as a weekday of a month.
    pub weekday: Option<NthWeekday>,
    /// First day off, in days from the anchor, −31 to 31.
    #[shape(default = Start::Fixed(0))]
    pub start: Start,
    /// Number of consecutive days off, 1–31.
    #[shape(default = RunOfDays(1))]
    pub days: RunOfDays,
    /// Whether a day off that falls on a weekly rest day is compensated on the next working day (*nghỉ bù*; Labour Code
    /// 2019 art. 111.3).
    #[shape(default = true)]
    pub compensate: bool,
    /// Whether the holiday applies at all; `false` disables the rule of the base.
    #[shape(default = true)]
    pub observed: bool,
    /// Years for which a notice set other days.
    pub notices: Vec<NoticeSpec>,
    /// The anchor days to which the rule applies.
    #[shape(default)]
    pub in_force: InForce,
    /// The day on which the rule became known; if absent, it was always known.
    pub known: Option<Date>,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// The n-th weekday of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Shape, Packed)]
pub(crate) struct NthWeekday {
    /// Month, 1–12.
    pub month: Month,
    /// Which of them: 1–5, or −1 for the last.
    pub nth: Nth,
    /// The day of the week.
    pub day: Weekday,
}

/// The days off that a notice set for one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape, Packed)]
pub(crate) struct NoticeSpec {
    /// The Gregorian year of the anchor; for lunar anchors, the lunar year.
    pub year: Year,
    /// First day off, in days from the anchor, −31 to 31.
    pub start: Start,
    /// Number of consecutive days off, 1–31; if absent, as in the rule.
    pub days: Option<RunOfDays>,
    /// The day on which it became known; if absent, it was always known.
    pub known: Option<Date>,
    /// The notice (*thông báo*).
    pub source: Option<Source>,
}

/// Days off by notice: a swap, a closure (*nghỉ hoán đổi, tạm nghỉ*).
#[derive(Clone, Debug, Serialize, Shape, Packed)]
pub(crate) struct ClosedSpec {
    /// The day, or the first of several days.
    pub date: Date,
    /// The last day, inclusive; if absent, `date` alone.
    pub to: Option<Date>,
    /// The reason, in words.
    pub note: Option<Text>,
    /// The day on which it became known; if absent, it was always known.
    pub known: Option<Date>,
    /// The notice (*thông báo*).
    pub source: Option<Source>,
}

/// A working day by notice (*làm bù*), or a day with hours of its own.
#[derive(Clone, Debug, Serialize, Shape, Packed)]
pub(crate) struct WorkingSpec {
    /// The date of the working day.
    pub date: Date,
    /// The day of the week whose shifts it has, such as `fri` for a swapped Saturday.
    pub like: Option<Weekday>,
    /// Its own shifts, instead of `like`.
    pub hours: Option<Shifts>,
    /// The reason, in words.
    pub note: Option<Text>,
    /// The day on which it became known; if absent, it was always known.
    pub known: Option<Date>,
    /// The notice (*thông báo*).
    pub source: Option<Source>,
}

/// A year whose notice of days off has been published.
#[derive(Clone, Debug, Serialize, Shape, Packed)]
pub(crate) struct AnnouncedSpec {
    /// The Gregorian year.
    pub year: Year,
    /// The day of publication; if absent, it was always known.
    pub known: Option<Date>,
    /// The notice (*thông báo*).
    pub source: Option<Source>,
}

macro_rules! bounded {
    ($($(#[doc = $doc:literal])+ $name:ident: $low:literal to $high:literal;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        pub(crate) struct $name(pub i32);

        deserialize_shapes!($name);

        impl Shape for $name {
            fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
                at.integer($low, $high, faults).and_then(|integer| i32::try_from(integer).ok()).map(Self)
            }
        }

        packed_as! {
            $name as i32: |it: &Self| it.0, |days| ($low..=$high).contains(&days).then_some(Self(days)), Self($high);
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
    /// Which weekday of a month: 1–5, or −1 for the last.
    Nth: -1 to 5;
    /// A year.
    Year: 1 to 9999;
    /// A number of consecutive days.
    RunOfDays: 1 to 31;
    /// A number of days from an anchor.
    Offset: -31 to 31;
}

/// The first day of a block, in days from its anchor: fixed, or by the weekday of the anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub(crate) enum Start {
    /// The same offset for every weekday.
    Fixed(i32),
    /// One offset for each weekday, from Monday to Sunday.
    ByWeekday([i32; 7]),
}

impl Start {
    /// The offset for an anchor.
    pub(crate) fn from(self, anchor: Date) -> i32 {
        match self {
            Self::Fixed(offset) => offset,
            Self::ByWeekday(offsets) => offsets.get(anchor.weekday().index()).copied().unwrap_or_default(),
        }
    }
}

deserialize_shapes!(Start);

impl Shape for Start {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        if !matches!(at.node.value, Value::Map(_)) {
            return Offset::read(at, faults).map(|offset| Self::Fixed(offset.0));
        }
        let names = Weekday::NAMES;
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
            Self::ByWeekday(offsets) => serializer.collect_map(Weekday::NAMES.iter().zip(offsets)),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Start {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Start".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let offset = generator.subschema_for::<Offset>();
        let days: serde_json::Map<_, _> =
            Weekday::NAMES.iter().map(|day| ((*day).to_owned(), offset.clone().into())).collect();
        schemars::json_schema!({"anyOf": [
            offset,
            {"type": "object", "properties": days, "required": Weekday::NAMES, "additionalProperties": false},
        ]})
    }
}
