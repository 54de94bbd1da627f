//! What a report shows.

use crate::base::text::Text;
use crate::base::time::{Instant, Seconds, Stamp};

/// The colour of something, always shown with its sign and its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Suspended, stopped, not assessed (*xám*).
    Grey,
    /// In time (*xanh lá*).
    Green,
    /// Due soon (*vàng*).
    Yellow,
    /// Past its due (*đỏ*).
    Red,
}

/// A part of a whole.
#[derive(Clone, Debug)]
pub struct Slice {
    /// Its colour.
    pub tone: Tone,
    /// Its word.
    pub label: Text,
    /// How many.
    pub count: u64,
}

/// A share, with what it is a share of.
#[derive(Clone, Debug)]
pub struct Share {
    /// What it is called.
    pub label: Text,
    /// How it is defined: numerator and denominator in words.
    pub definition: Text,
    /// Numerator.
    pub k: u64,
    /// Denominator; nothing can be said where it is zero.
    pub n: u64,
}

/// What one officer or unit holds now.
#[derive(Clone, Debug)]
pub struct Holder {
    /// Officer, or unit, or nobody.
    pub name: Text,
    /// Position and unit.
    pub title: Text,
    /// How many open items are red, yellow and green.
    pub red: u64,
    /// Due soon.
    pub yellow: u64,
    /// In time.
    pub green: u64,
}

/// One open case past its due.
#[derive(Clone, Debug)]
pub struct Overdue {
    /// The case.
    pub case: String,
    /// Procedure or kind.
    pub kind: Text,
    /// Where it lies.
    pub step: Text,
    /// Who holds it.
    pub holder: Text,
    /// When it was due.
    pub due: Stamp,
    /// Working time since then.
    pub overrun: Seconds,
}

/// One kind of finding.
#[derive(Clone, Debug)]
pub struct Trouble {
    /// Which clarity it hurts.
    pub dimension: Text,
    /// What it is called.
    pub label: Text,
    /// How many.
    pub count: u64,
    /// Some of them.
    pub examples: Vec<Loss>,
}

/// An act, as evidence.
#[derive(Clone, Debug)]
pub struct Act {
    /// Identifier of the event.
    pub event: String,
    /// When.
    pub at: Stamp,
    /// What was done.
    pub act: Text,
    /// At which step.
    pub step: Text,
    /// By whom, for whom, to whom.
    pub who: Text,
    /// Whether it lies outside the working hours.
    pub off_hours: bool,
    /// Whether it is the one that the finding is about.
    pub marked: bool,
}

/// Points lost, or a thing found, with its evidence.
#[derive(Clone, Debug)]
pub struct Loss {
    /// Identifier of the finding.
    pub finding: String,
    /// Its case.
    pub case: String,
    /// In words.
    pub text: Text,
    /// Points, where it cost any, in thousandths.
    pub points: Option<i64>,
    /// Events that show it.
    pub events: Vec<Act>,
    /// Events that are not shown.
    pub more: u64,
}

/// One component of a score.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is called.
    pub label: Text,
    /// How it came about, in numbers.
    pub detail: Text,
    /// Points, in thousandths.
    pub points: i64,
    /// Most that it could be, in thousandths.
    pub maximum: i64,
}

/// A scorecard.
#[derive(Clone, Debug)]
pub struct OfficerCard {
    /// The officer.
    pub officer: String,
    /// Position and unit.
    pub title: Text,
    /// Points, in thousandths; nothing where they could not be assessed.
    pub points: Option<i64>,
    /// Most that they could be, in thousandths.
    pub maximum: i64,
    /// Rating, where the policy gives one.
    pub rating: Option<Text>,
    /// The reason in one line.
    pub reason: Text,
    /// The components.
    pub bars: Vec<Bar>,
    /// What was lost, the greatest first.
    pub losses: Vec<Loss>,
    /// Losses that are not shown.
    pub more: u64,
    /// What the policy asks for and no log has.
    pub not_supplied: Vec<Text>,
    /// Hash of the result.
    pub hash: String,
}

/// One line of the table of scores.
#[derive(Clone, Debug)]
pub struct Row {
    /// The officer.
    pub officer: String,
    /// Position and unit.
    pub title: Text,
    /// Points, in thousandths.
    pub points: Option<i64>,
    /// Rating.
    pub rating: Option<Text>,
    /// Items assigned, and how many of them in time.
    pub items: u64,
    /// How many of them in time.
    pub on_time: u64,
    /// Findings charged.
    pub losses: u64,
}

/// Scores of a period.
#[derive(Clone, Debug)]
pub struct Cards {
    /// The policy.
    pub policy: Text,
    /// Most points, in thousandths.
    pub maximum: i64,
    /// What must be known to read the numbers.
    pub remark: Text,
    /// Everybody, best first.
    pub table: Vec<Row>,
    /// The best, in full.
    pub best: Vec<OfficerCard>,
    /// The worst, in full, worst first.
    pub worst: Vec<OfficerCard>,
}

/// A workflow as drawn, with what went through it.
#[derive(Clone, Debug)]
pub(crate) struct Drawing {
    /// Its title.
    pub title: Text,
    /// SVG in each language, where there is a workflow to draw.
    pub svg: Option<Text>,
    /// How long each step was held.
    pub steps: Vec<StepTime>,
}

/// How long a step was held, in working time.
#[derive(Clone, Debug)]
pub(crate) struct StepTime {
    /// The step.
    pub step: Text,
    /// How often it was done.
    pub count: u64,
    /// Half of the visits took no longer.
    pub median: Seconds,
    /// Nine of ten took no longer.
    pub ninth: Seconds,
    /// What the rulebook allows.
    pub budget: Option<Seconds>,
}

/// A stretch of time in one pair of hands.
#[derive(Clone, Debug)]
pub(crate) struct Hold {
    /// The step.
    pub step: Text,
    /// Who held it.
    pub who: Text,
    /// From.
    pub from: Instant,
    /// To.
    pub to: Instant,
    /// Its colour: grey while the clock stands, red past the budget.
    pub tone: Tone,
}

/// One case from its first event to its last.
#[derive(Clone, Debug)]
pub(crate) struct Moment {
    /// The case.
    pub case: String,
    /// Procedure or kind.
    pub kind: Text,
    /// What became of it.
    pub outcome: Text,
    /// Its colour.
    pub tone: Tone,
    /// When it was due.
    pub due: Option<Stamp>,
    /// Working stretches between first and last, for the background.
    pub working: Vec<(Instant, Instant)>,
    /// Who held it when.
    pub holds: Vec<Hold>,
    /// Its events.
    pub acts: Vec<Act>,
}

/// How many finished so many working days before or after their due.
#[derive(Clone, Debug)]
pub(crate) struct Slack {
    /// Working days left; negative when late.
    pub days: i64,
    /// How many.
    pub count: u64,
}

/// Acts by the hour of the day.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hours {
    /// On working days, from 0 to 23 o'clock.
    pub working: [u64; 24],
    /// On days off.
    pub off: [u64; 24],
    /// How many lie outside the working hours.
    pub outside: u64,
    /// How many lie between 22 and 6 o'clock.
    pub night: u64,
}

/// How long things were held, in classes.
#[derive(Clone, Debug)]
pub(crate) struct Wait {
    /// The class, such as `< 1 h`.
    pub label: Text,
    /// How many visits.
    pub count: u64,
}

/// Something that could not be assessed.
#[derive(Clone, Debug)]
pub struct Missing {
    /// What.
    pub what: Text,
    /// Why.
    pub why: Text,
    /// How many, where that can be said.
    pub count: Option<u64>,
}

/// Everything that a report shows.
#[derive(Clone, Debug)]
pub struct Report {
    /// Whose report it is.
    pub title: Text,
    /// The period, in words.
    pub period: Text,
    /// What must be said first: that the numbers are made up, say.
    pub notice: Option<Text>,
    /// The instant at which things stood like this.
    pub as_of: Stamp,
    /// How much there was: cases, events, officers.
    pub sizes: Vec<(Text, u64)>,
    /// Open cases by colour.
    #[doc(hidden)]
    pub open: Vec<Slice>,
    /// Finished cases by outcome.
    #[doc(hidden)]
    pub finished: Vec<Slice>,
    /// Shares.
    #[doc(hidden)]
    pub shares: Vec<Share>,
    /// Who holds what is late or soon will be, the heaviest first.
    #[doc(hidden)]
    pub holders: Vec<Holder>,
    /// Holders that are not shown.
    pub more_holders: u64,
    /// Open cases past their due, the longest first.
    #[doc(hidden)]
    pub overdue: Vec<Overdue>,
    /// Those that are not shown.
    pub more_overdue: u64,
    /// Findings by kind.
    #[doc(hidden)]
    pub troubles: Vec<Trouble>,
    /// Scores; none where there is no policy.
    #[doc(hidden)]
    pub cards: Option<Cards>,
    /// Workflows.
    pub(crate) drawings: Vec<Drawing>,
    /// Cases told in full.
    pub(crate) moments: Vec<Moment>,
    /// Working days left at the end.
    pub(crate) slack: Vec<Slack>,
    /// Acts by hour.
    pub(crate) hours: Hours,
    /// How long things were held.
    pub(crate) waits: Vec<Wait>,
    /// What could not be assessed.
    #[doc(hidden)]
    pub missing: Vec<Missing>,
    /// Legal and other sources: text, remark.
    pub sources: Vec<(String, Text)>,
    /// Rulebook, policy, hashes: name and value.
    pub marks: Vec<(Text, String)>,
}

impl Report {
    /// A report of nothing, to be filled.
    pub fn empty(title: Text, period: Text, as_of: Stamp) -> Self {
        Self {
            title,
            period,
            notice: None,
            as_of,
            sizes: Vec::new(),
            open: Vec::new(),
            finished: Vec::new(),
            shares: Vec::new(),
            holders: Vec::new(),
            more_holders: 0,
            overdue: Vec::new(),
            more_overdue: 0,
            troubles: Vec::new(),
            cards: None,
            drawings: Vec::new(),
            moments: Vec::new(),
            slack: Vec::new(),
            hours: Hours::default(),
            waits: Vec::new(),
            missing: Vec::new(),
            sources: Vec::new(),
            marks: Vec::new(),
        }
    }
}
