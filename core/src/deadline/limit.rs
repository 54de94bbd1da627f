//! Limits: how long something may take, in families that are counted differently.

use crate::base::error::{Code, Error, Faults};
use crate::base::packed::Packed;
use crate::base::shape::{Cursor, Shape, deserialize_shapes};
use crate::base::time::{Date, Seconds, Stamp};
use crate::base::value::{Node, Value};
use indexmap::IndexMap;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::num::NonZeroU32;

/// A limit (*thời hạn*). The families are never converted into each other: a day is not 24 working hours, and a month
/// is not 30 days.
///
/// ```
/// use namro::deadline::Limit;
///
/// let limit = Limit::parse("3 ngày làm việc").unwrap();
/// assert_eq!(limit, Limit::parse("3 working days").unwrap());
/// assert_eq!(limit.text().en, "3 working days");
/// // In ISO 8601 hours are working time, a day is a day of the calendar.
/// assert_eq!(Limit::parse("PT8H").unwrap().to_string(), "8 giờ làm việc");
/// assert_eq!(Limit::parse("P1D").unwrap().to_string(), "1 ngày");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Packed)]
pub enum Limit {
    /// Seconds of working time, counted inside shifts from the instant of the start (*giờ làm việc*).
    WorkingTime(NonZeroU32),
    /// Seconds of elapsed time, day and night (*giờ liên tục*; Civil Code 2015 art. 147.1).
    ClockTime(NonZeroU32),
    /// Half working days (*nửa ngày làm việc*): working time, half of the calendar's nominal day each.
    HalfDays(NonZeroU32),
    /// Working days; the start day is excluded (*ngày làm việc*).
    WorkingDays(NonZeroU32),
    /// Calendar days; the start day is excluded, and a last day that is off rolls to the next working day (*ngày*;
    /// Civil Code 2015 arts. 147, 148).
    Days(NonZeroU32),
    /// Weeks, to the same weekday; otherwise as for days (*tuần*).
    Weeks(NonZeroU32),
    /// Months, to the same day number or the last day of the month; otherwise as for days (*tháng*).
    Months(NonZeroU32),
    /// Years, to the same day and month; otherwise as for days (*năm*).
    Years(NonZeroU32),
    /// The same working day for what comes in at or before the cut-off, otherwise the next one (*trong ngày*). The
    /// cut-off is in seconds after midnight; without one, any time of a working day will do.
    SameDay(Option<u32>),
    /// A fixed instant.
    At(Stamp),
    /// A fixed day, to its end.
    On(Date),
    /// The one of several limits that ends first (*thời hạn đến sớm nhất*).
    Smallest(Vec<Limit>),
    /// The one of several limits that ends last (*thời hạn đến muộn nhất*).
    Largest(Vec<Limit>),
    /// A base limit that is replaced if factors such as `complex` or `remote` are present.
    Factored(Box<Factored>),
}

/// A base limit, and the limits that replace it if factors are present.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Packed)]
pub struct Factored {
    /// The limit without any factor.
    pub base: Limit,
    /// Factors, and the limit if all of them are present. It is a table, not a sum: a second complaint takes 45 days,
    /// 60 if complex, 60 if remote, but 70 if both (Law on Complaints art. 37).
    pub cases: Vec<(Vec<Box<str>>, Limit)>,
}

impl Factored {
    /// The limit for the factors that are present: among the cases that apply the one with most factors, the first of
    /// equals; the base if none applies.
    pub fn choose<S: AsRef<str>>(&self, present: &[S]) -> &Limit {
        let has = |factor: &str| present.iter().any(|name| name.as_ref() == factor);
        let mut best: (usize, &Limit) = (0, &self.base);
        for (factors, limit) in &self.cases {
            if factors.len() > best.0 && factors.iter().all(|factor| has(factor)) {
                best = (factors.len(), limit);
            }
        }
        best.1
    }
}

/// The largest amount of a limit: 100,000 days are 273 years.
pub(super) const MAX_AMOUNT: u32 = 100_000;
/// The deepest nesting of limits.
const MAX_NESTING: usize = 4;
/// The largest number of limits that one limit may contain.
const MAX_PARTS: usize = 16;

impl Limit {
    /// Whether it counts calendar days, including days off.
    pub(super) fn is_nominal(&self) -> bool {
        match self {
            Self::Days(_)
            | Self::Weeks(_)
            | Self::Months(_)
            | Self::Years(_)
            | Self::On(_)
            | Self::At(_)
            | Self::ClockTime(_) => true,
            Self::WorkingTime(_) | Self::HalfDays(_) | Self::WorkingDays(_) | Self::SameDay(_) => false,
            Self::Smallest(_) | Self::Largest(_) | Self::Factored(_) => false,
        }
    }

    /// The working time that it gives, if it is given in working time; `nominal_day` is how much a working day holds.
    pub(crate) fn working_time(&self, nominal_day: Seconds) -> Option<Seconds> {
        let of_halves = |halves: i64| Seconds(nominal_day.0.saturating_mul(halves) / 2);
        match self {
            Self::WorkingTime(time) => Some(Seconds(time.get().into())),
            Self::HalfDays(halves) => Some(of_halves(halves.get().into())),
            Self::WorkingDays(days) => Some(of_halves(i64::from(days.get()) * 2)),
            Self::ClockTime(_) | Self::Days(_) | Self::Weeks(_) | Self::Months(_) | Self::Years(_) => None,
            Self::SameDay(_) | Self::At(_) | Self::On(_) => None,
            Self::Smallest(_) | Self::Largest(_) | Self::Factored(_) => None,
        }
    }

    /// The limits of which one is chosen; none, if it is one by itself.
    fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Smallest(limits) | Self::Largest(limits) => limits.iter().collect(),
            Self::Factored(factored) => {
                std::iter::once(&factored.base).chain(factored.cases.iter().map(|(_, limit)| limit)).collect()
            }
            Self::WorkingTime(_) | Self::ClockTime(_) | Self::HalfDays(_) | Self::WorkingDays(_) => Vec::new(),
            Self::Days(_) | Self::Weeks(_) | Self::Months(_) | Self::Years(_) => Vec::new(),
            Self::SameDay(_) | Self::At(_) | Self::On(_) => Vec::new(),
        }
    }

    /// A limit in working days.
    ///
    /// # Errors
    /// [`Code::LimitNotPositive`] for 0, [`Code::OutOfRange`] beyond 100,000.
    pub fn working_days(days: i64) -> Result<Self, Error> {
        amount(days).map(Self::WorkingDays)
    }

    /// A limit in working hours.
    ///
    /// # Errors
    /// As [`Limit::working_days`].
    pub fn working_hours(hours: i64) -> Result<Self, Error> {
        seconds(hours, 3600).map(Self::WorkingTime)
    }

    /// A limit in seconds of working time.
    ///
    /// # Errors
    /// As [`Limit::working_days`].
    pub fn working_seconds(time: i64) -> Result<Self, Error> {
        seconds(time, 1).map(Self::WorkingTime)
    }

    /// A limit in calendar days.
    ///
    /// # Errors
    /// As [`Limit::working_days`].
    pub fn days(days: i64) -> Result<Self, Error> {
        amount(days).map(Self::Days)
    }

    /// A limit in months.
    ///
    /// # Errors
    /// As [`Limit::working_days`].
    pub fn months(months: i64) -> Result<Self, Error> {
        amount(months).map(Self::Months)
    }

    /// Whether the limit ends with a day, and not at an instant within one; `None` if it depends on which alternative
    /// applies.
    pub fn ends_with_a_day(&self) -> Option<bool> {
        match self {
            Self::WorkingTime(_) | Self::ClockTime(_) | Self::HalfDays(_) | Self::At(_) => Some(false),
            Self::WorkingDays(_) | Self::Days(_) | Self::Weeks(_) | Self::Months(_) | Self::Years(_) => Some(true),
            Self::SameDay(_) | Self::On(_) => Some(true),
            Self::Smallest(_) | Self::Largest(_) | Self::Factored(_) => None,
        }
    }

    /// The limit for the factors that are present; the limit itself if it has no factors.
    pub fn with_factors<S: AsRef<str>>(&self, present: &[S]) -> Self {
        let each = |limits: &[Self]| limits.iter().map(|limit| limit.with_factors(present)).collect();
        match self {
            Self::Factored(factored) => factored.choose(present).with_factors(present),
            Self::Smallest(limits) => Self::Smallest(each(limits)),
            Self::Largest(limits) => Self::Largest(each(limits)),
            Self::WorkingTime(_) | Self::ClockTime(_) | Self::HalfDays(_) | Self::WorkingDays(_) => self.clone(),
            Self::Days(_) | Self::Weeks(_) | Self::Months(_) | Self::Years(_) => self.clone(),
            Self::SameDay(_) | Self::At(_) | Self::On(_) => self.clone(),
        }
    }

    /// Every factor that the limit mentions.
    pub fn factors(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.gather_factors(&mut names);
        names.sort_unstable();
        names.dedup();
        names
    }

    fn gather_factors<'a>(&'a self, names: &mut Vec<&'a str>) {
        if let Self::Factored(factored) = self {
            names.extend(factored.cases.iter().flat_map(|(factors, _)| factors).map(|factor| &**factor));
        }
        self.parts().into_iter().for_each(|part| part.gather_factors(names));
    }

    fn nesting(&self) -> usize {
        self.parts().into_iter().map(|part| 1 + part.nesting()).max().unwrap_or(0)
    }
}

/// Checks that an amount is positive and not too large.
pub(super) fn amount(value: i64) -> Result<NonZeroU32, Error> {
    if value <= 0 {
        return Err(Error::new(Code::LimitNotPositive).with("value", value));
    }
    let within = u32::try_from(value).ok().filter(|value| *value <= MAX_AMOUNT).and_then(NonZeroU32::new);
    within.ok_or_else(|| Error::new(Code::OutOfRange).with("value", value).with("range", format!("1–{MAX_AMOUNT}")))
}

/// A positive amount of hours, minutes or seconds, converted to seconds.
pub(super) fn seconds(value: i64, unit: u32) -> Result<NonZeroU32, Error> {
    let most = i64::from(MAX_AMOUNT) * 3600 / i64::from(unit);
    if value <= 0 {
        return amount(value);
    }
    let within = value.checked_mul(unit.into()).filter(|_| value <= most).and_then(|time| u32::try_from(time).ok());
    within
        .and_then(NonZeroU32::new)
        .ok_or_else(|| Error::new(Code::OutOfRange).with("value", value).with("range", format!("1–{most}")))
}

impl std::str::FromStr for Limit {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl std::fmt::Display for Limit {
    /// Writes the limit in Vietnamese, as the law does.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text().vi)
    }
}

impl Serialize for Limit {
    /// Writes a text if that is enough, otherwise a map.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let one = |serializer: S, key: &str, limits: &[Self]| {
            let mut map = serializer.serialize_map(Some(1))?;
            map.serialize_entry(key, limits)?;
            map.end()
        };
        match self {
            Self::Smallest(limits) => one(serializer, "smallest", limits),
            Self::Largest(limits) => one(serializer, "largest", limits),
            Self::Factored(factored) => {
                let cases: IndexMap<String, &Self> =
                    factored.cases.iter().map(|(factors, limit)| (factors.join("+"), limit)).collect();
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("base", &factored.base)?;
                map.serialize_entry("factors", &cases)?;
                map.end()
            }
            simple => serializer.collect_str(simple),
        }
    }
}

deserialize_shapes!(Limit);

impl Shape for Limit {
    /// Reads a text, `{smallest: […]}`, `{largest: […]}`, or `{base: …, factors: {complex: …, complex+remote: …}}`.
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let limit = match &at.node.value {
            Value::Map(map) if map.get("base").is_some() => read_factored(at, faults)?,
            Value::Map(map) if map.get("largest").is_some() => {
                at.fields(&["largest"], faults)?;
                Self::Largest(read_parts(at, "largest", faults)?)
            }
            Value::Map(_) => {
                at.fields(&["smallest", "largest", "base", "factors"], faults)?;
                Self::Smallest(read_parts(at, "smallest", faults)?)
            }
            _ => at.text(faults).and_then(|text| at.keep(Self::parse(text), faults))?,
        };
        if limit.nesting() > MAX_NESTING {
            faults.push(at.fault(Code::TooDeep).with("limit", MAX_NESTING));
            return None;
        }
        Some(limit)
    }
}

fn read_parts(at: &Cursor<'_>, key: &str, faults: &mut Faults) -> Option<Vec<Limit>> {
    let parts: Vec<Limit> = at.field(key, Some(Vec::new()), faults)?;
    if (1..=MAX_PARTS).contains(&parts.len()) {
        return Some(parts);
    }
    faults.push(at.fault(Code::OutOfRange).with("value", parts.len()).with("range", format!("1–{MAX_PARTS}")));
    None
}

fn read_factored(at: &Cursor<'_>, faults: &mut Faults) -> Option<Limit> {
    at.fields(&["base", "factors"], faults)?;
    let base = at.field("base", None, faults);
    let cases: IndexMap<String, Limit> = at.field("factors", None, faults)?;
    if cases.len() > MAX_PARTS {
        faults.push(at.fault(Code::OutOfRange).with("value", cases.len()).with("range", format!("1–{MAX_PARTS}")));
        return None;
    }
    let cases: Vec<(Vec<Box<str>>, Limit)> = cases
        .into_iter()
        .map(|(key, limit)| (key.split('+').map(|factor| factor.trim().into()).collect(), limit))
        .collect();
    for (factors, _) in cases.iter().filter(|(factors, _)| factors.iter().any(|factor| factor.is_empty())) {
        faults.push(at.fault(Code::BadIdentifier).with("value", factors.join("+")));
    }
    Some(Limit::Factored(Box::new(Factored { base: base?, cases })))
}

impl TryFrom<&Node> for Limit {
    type Error = Faults;

    fn try_from(node: &Node) -> Result<Self, Faults> {
        crate::base::shape::read(node)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Limit {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Limit".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let many = serde_json::json!({"type": "array", "items": {"$ref": "#/$defs/Limit"}, "minItems": 1, "maxItems": MAX_PARTS});
        let one = |key: &str| serde_json::json!({"type": "object", "properties": {key: many}, "required": [key], "additionalProperties": false});
        schemars::json_schema!({
            "description": "A limit: `3 ngày làm việc`, `20 giờ làm việc`, `30 ngày`, `1 tháng`, `3 working days`, `PT8H` (working hours), `P1D` (a day of the calendar)",
            "anyOf": [
                {"type": "string", "minLength": 1},
                one("smallest"),
                one("largest"),
                {
                    "type": "object",
                    "properties": {
                        "base": {"$ref": "#/$defs/Limit"},
                        "factors": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Limit"}},
                    },
                    "required": ["base", "factors"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}
