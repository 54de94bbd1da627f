//! The limits of a procedure, as a rulebook writes them.

use super::limit::Limit;
use super::text::{clock, read_budget, read_clock};
use crate::base::error::{Code, Error, Faults};
use crate::base::packed::{Packed, packed_as};
use crate::base::shape::{Cursor, Shape, Term, deserialize_shapes};
use crate::base::source::Source;
use crate::base::time::Seconds;
use crate::base::value::{Node, Value};
use indexmap::IndexMap;
use serde::{Serialize, Serializer};

/// Which end of the last day counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Ends {
    /// The close of that day's last shift, inclusive: after it the office hands nothing out.
    #[default]
    #[term("office")]
    Office,
    /// 24:00, exclusive (Civil Code 2015 art. 148.6).
    #[term("legal")]
    Legal,
}

/// What finishes a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Finish {
    /// The desk has the result (national status 9).
    #[default]
    #[term("handed_over")]
    HandedOver,
    /// The citizen has the result (national status 10).
    #[term("delivered")]
    Delivered,
}

/// How an acceptance outside office hours is treated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum AfterHours {
    /// Its own day is the start day, as for any other acceptance.
    #[default]
    #[term("same_day")]
    SameDay,
    /// The next working day is the start day (Decree 168/2025 art. 38.3).
    #[term("next_working_day")]
    NextWorkingDay,
}

/// A time of day, to the second (*giờ trong ngày*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeOfDay(u32);

impl TimeOfDay {
    /// Seconds after midnight.
    pub const fn seconds(self) -> u32 {
        self.0
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&clock(self.0))
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

deserialize_shapes!(TimeOfDay);

impl Shape for TimeOfDay {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let text = at.text(faults)?;
        let time = read_clock(text).map(Self).ok_or_else(|| Error::new(Code::BadTimeOfDay).with("value", text));
        at.keep(time, faults)
    }
}

/// A budget (*định mức thời gian của bước*): working time that a step or an agency may use. Halves of days are allowed,
/// and `8 giờ` always means working hours here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget(Limit);

impl Budget {
    /// Parses `0,5 ngày làm việc`, `1 ngày`, `4 giờ`, `PT4H`.
    ///
    /// # Errors
    /// The errors of [`Limit::parse`]; [`Code::NotABudget`] for a limit that is not working time.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let limit = read_budget(text)?;
        let is_working_time = limit.working_time(Seconds(0)).is_some();
        if is_working_time { Ok(Self(limit)) } else { Err(Error::new(Code::NotABudget).with("text", text)) }
    }

    /// The budget as a limit that counts from when the step begins.
    pub fn limit(&self) -> &Limit {
        &self.0
    }

    /// The budget in working seconds, given the length of a nominal day.
    pub fn seconds(&self, nominal_day: Seconds) -> Seconds {
        self.0.working_time(nominal_day).unwrap_or_default()
    }
}

impl std::fmt::Display for Budget {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Budget {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

deserialize_shapes!(Budget);

impl Shape for Budget {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.text(faults).and_then(|text| at.keep(Self::parse(text), faults))
    }
}

/// How a channel of filing (*hình thức nộp*) moves the start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Shape, Packed)]
pub struct ChannelRule {
    /// How an acceptance on a day off or after the close is treated.
    #[shape(default)]
    pub after_hours: AfterHours,
    /// Acceptances after this time of a working day start on the next one; `15:00` itself is still on time.
    pub cut_off: Option<TimeOfDay>,
    /// Whether the day to which the start moved is itself the first day counted. The law does not say; the usual
    /// reading excludes it, like any start day.
    #[shape(default = false)]
    pub counted: bool,
}

/// A limit that applies if a condition on the data holds: 7 working days for a house, 10 for other works.
#[derive(Clone, Debug, PartialEq, Serialize, Shape, Packed)]
pub struct LimitChoice {
    /// The condition, as a rule or its text.
    #[packed(derived = Value::Null.into())]
    pub when: Node,
    /// The limit set by law (*thời hạn theo luật*).
    pub statutory: Option<Limit>,
    /// The limit that the office commits to (*thời hạn cam kết*).
    pub committed: Option<Limit>,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// From when an open item is yellow (*sắp đến hạn*); the earliest of the thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Shape, Packed)]
pub struct Yellow {
    /// At the close of the k-th working day before the last day.
    pub working_days: Option<u32>,
    /// This many working hours before the due.
    pub working_hours: Option<u32>,
    /// Once this percentage is used, 1–100: of working time for limits in hours and working days, of elapsed time for
    /// the others.
    pub share: Option<u32>,
}

impl Default for Yellow {
    /// One working day before the due, or 80 % used: the most common settings; there is no known national threshold.
    fn default() -> Self {
        Self { working_days: Some(1), working_hours: None, share: Some(80) }
    }
}

/// What happens to a dossier whose supplement does not arrive in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum SupplementEnd {
    /// It becomes void (*không còn giá trị*).
    #[term("void")]
    Void,
    /// It is refused (*từ chối*).
    #[term("refuse")]
    Refuse,
    /// It is stopped (*dừng giải quyết*).
    #[default]
    #[term("stop")]
    Stop,
}

/// What the clock does while a supplement is awaited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum SupplementClock {
    /// It is suspended, and later resumes with what is left.
    #[default]
    #[term("suspend")]
    Suspend,
    /// It starts again with the complete dossier.
    #[term("restart")]
    Restart,
    /// It keeps running.
    #[term("run")]
    Run,
}

/// How often and for how long a supplement may be awaited (*bổ sung hồ sơ*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Supplement {
    /// How often a supplement may be requested.
    #[shape(default = 1)]
    pub times: u32,
    /// How long the citizen has to supply it.
    pub window: Option<Limit>,
    /// What happens if the time is over.
    #[shape(default)]
    pub then: SupplementEnd,
    /// What the clock does meanwhile.
    #[shape(default)]
    pub clock: SupplementClock,
}

/// Which limit of a procedure is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum LimitOf {
    /// The limit for the result, counted from acceptance (*thời hạn giải quyết*).
    #[default]
    #[term("result")]
    Result,
    /// The limit for the decision on acceptance, counted from receipt (*thời hạn thụ lý*).
    #[term("take_up")]
    TakeUp,
}

/// How long the office has, from receipt, to decide whether it accepts a case (*thời hạn thụ lý*).
#[derive(Clone, Debug, PartialEq, Serialize, Shape, Packed)]
pub struct TakeUp {
    /// The limit, perhaps with factors that replace it.
    pub within: Limit,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// The limits of a procedure (*thời hạn giải quyết*).
#[derive(Clone, Debug, PartialEq, Serialize, Shape, Packed)]
pub struct LimitSpec {
    /// The limit set by law (*thời hạn theo luật*).
    pub statutory: Option<Limit>,
    /// The shorter limit that the office commits to (*thời hạn cam kết*).
    pub committed: Option<Limit>,
    /// Limits chosen by data: the first one whose condition holds; otherwise the two above apply.
    pub by: Vec<LimitChoice>,
    /// Until when acceptance must be decided (*thụ lý*), if a law limits that.
    pub take_up: Option<TakeUp>,
    /// Which end of the last day counts.
    #[shape(default)]
    pub ends: Ends,
    /// What finishes a case.
    #[shape(default)]
    pub finish: Finish,
    /// Channel → how it moves the start: `online`, `desk`, `post`.
    pub channel: IndexMap<String, ChannelRule>,
    /// Whether a last day on a swapped working Saturday is kept; if not, it rolls to the next ordinary working day.
    #[shape(default = true)]
    pub swapped: bool,
    /// From when a case is yellow (*sắp đến hạn*).
    #[shape(default)]
    pub yellow: Yellow,
    /// How a supplement is awaited (*bổ sung hồ sơ*).
    #[packed(derived)]
    pub supplement: Option<Supplement>,
    /// How often a new date may be promised after the first one (*hẹn lại*).
    #[shape(default = 1)]
    #[packed(derived = 0)]
    pub reappointments: u32,
    /// Unit → its part of the limit, if several agencies handle the case one after the other. A case says what each has
    /// used and when its part is used up, the agenda shows that, and a replay reports a unit that used more.
    #[packed(derived)]
    pub shares: IndexMap<String, Budget>,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// The limits that apply to one case; [`due`](super::due()) computes with them.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// The limit set by law (*thời hạn theo luật*).
    pub statutory: Option<Limit>,
    /// The limit that the office commits to (*thời hạn cam kết*); if both are given, this one gives the due.
    pub committed: Option<Limit>,
    /// Which end of the last day counts.
    pub ends: Ends,
    /// How the channel of this case moves the start.
    pub channel: ChannelRule,
    /// Whether a last day on a swapped working Saturday is kept.
    pub swapped: bool,
    /// From when the case is yellow (*sắp đến hạn*).
    pub yellow: Yellow,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

impl From<Limit> for Promise {
    fn from(limit: Limit) -> Self {
        Self {
            statutory: Some(limit),
            committed: None,
            ends: Ends::default(),
            channel: ChannelRule::default(),
            swapped: true,
            yellow: Yellow::default(),
            source: None,
        }
    }
}

impl LimitSpec {
    /// The limits that apply to one case.
    ///
    /// `holds` decides whether a condition applies to the case; `factors` are those present (`complex`, `remote`).
    ///
    /// # Errors
    /// The errors of `holds`; [`Code::NoLimit`] if there is no limit at all.
    pub fn promise<S: AsRef<str>>(
        &self,
        channel: Option<&str>,
        factors: &[S],
        mut holds: impl FnMut(&Node) -> Result<bool, Error>,
    ) -> Result<Promise, Error> {
        let (mut statutory, mut committed, mut source) = (&self.statutory, &self.committed, &self.source);
        for choice in &self.by {
            if holds(&choice.when)? {
                (statutory, committed) = (&choice.statutory, &choice.committed);
                source = if choice.source.is_some() { &choice.source } else { source };
                break;
            }
        }
        self.promised(statutory, committed, source, channel, factors)
    }

    /// Whether a limit depends on data of the case besides its dates: factors, or a choice by data.
    pub fn depends_on_data(&self, of: LimitOf) -> bool {
        let factored = |limit: &Limit| !limit.factors().is_empty();
        match of {
            LimitOf::Result => {
                !self.by.is_empty() || [&self.statutory, &self.committed].into_iter().flatten().any(factored)
            }
            LimitOf::TakeUp => self.take_up.as_ref().is_some_and(|rule| factored(&rule.within)),
        }
    }

    /// The limit for the decision on acceptance, counted from receipt.
    ///
    /// # Errors
    /// [`Code::NoLimit`] if there is none.
    pub fn take_up<S: AsRef<str>>(&self, channel: Option<&str>, factors: &[S]) -> Result<Promise, Error> {
        let rule = self.take_up.as_ref();
        let source = rule.and_then(|rule| rule.source.clone());
        self.promised(&rule.map(|rule| rule.within.clone()), &None, &source, channel, factors)
    }

    fn promised<S: AsRef<str>>(
        &self,
        statutory: &Option<Limit>,
        committed: &Option<Limit>,
        source: &Option<Source>,
        channel: Option<&str>,
        factors: &[S],
    ) -> Result<Promise, Error> {
        if statutory.is_none() && committed.is_none() {
            return Err(Error::new(Code::NoLimit));
        }
        let with_factors = |limit: &Option<Limit>| limit.as_ref().map(|limit| limit.with_factors(factors));
        Ok(Promise {
            statutory: with_factors(statutory),
            committed: with_factors(committed),
            ends: self.ends,
            channel: channel.and_then(|name| self.channel.get(name)).copied().unwrap_or_default(),
            swapped: self.swapped,
            yellow: self.yellow,
            source: source.clone(),
        })
    }
}

packed_as! {
    TimeOfDay as u32: |time: &Self| time.0, |seconds| (seconds < 86_400).then_some(Self(seconds)), Self(0);
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for TimeOfDay {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TimeOfDay".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?$"})
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Budget {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Budget".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "minLength": 1, "description": "Working time: `0,5 ngày làm việc`, `4 giờ`, `PT4H`"})
    }
}
