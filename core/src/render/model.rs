//! The content of a report.

use crate::base::text::Text;
use crate::base::time::{Instant, Seconds, Stamp};

/// The colour of something, always shown with its sign and its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Suspended, stopped, not assessed (*xám*).
    Grey,
    /// On time (*xanh lá*).
    Green,
    /// Due soon (*vàng*).
    Yellow,
    /// Past its due (*đỏ*).
    Red,
}

/// One part of a divided total.
#[derive(Clone, Debug)]
pub struct Slice {
    /// Its colour (*màu cảnh báo*).
    pub tone: Tone,
    /// The label shown to people.
    pub label: Text,
    /// The number of cases in it.
    pub count: u64,
}

/// A rate with its definition (*tỷ lệ*).
#[derive(Clone, Debug)]
pub struct Share {
    /// The label shown to people.
    pub label: Text,
    /// The definition in words: numerator and denominator.
    pub definition: Text,
    /// Numerator, 0 to `n`.
    pub k: u64,
    /// Denominator; if it is 0, the rate is undefined.
    pub n: u64,
}

/// What one officer or unit holds now.
#[derive(Clone, Debug)]
pub struct Holder {
    /// The name of the officer or unit; a fixed text if nobody holds the items.
    pub name: Text,
    /// Position and unit, in words.
    pub title: Text,
    /// Number of open items that are red (*quá hạn*).
    pub red: u64,
    /// Number of open items that are yellow (*sắp đến hạn*).
    pub yellow: u64,
    /// Number of open items that are green (*trong hạn*).
    pub green: u64,
}

/// One open case past its due.
#[derive(Clone, Debug)]
pub struct Overdue {
    /// Identifier of the case (*mã hồ sơ*).
    pub case: String,
    /// The procedure, or the kind of document.
    pub kind: Text,
    /// The step that is open.
    pub step: Text,
    /// The holder of the step (*người đang xử lý*).
    pub holder: Text,
    /// When it was due (*hạn*).
    pub due: Stamp,
    /// Working seconds since then.
    pub overrun: Seconds,
}

/// One kind of finding.
#[derive(Clone, Debug)]
pub struct Trouble {
    /// The aspect that is not clear (*rõ*).
    pub dimension: Text,
    /// The name of the kind of finding.
    pub label: Text,
    /// The number of findings.
    pub count: u64,
    /// Some of the findings, with their evidence.
    pub examples: Vec<Loss>,
}

/// An act, shown as evidence.
#[derive(Clone, Debug)]
pub struct Act {
    /// Identifier of the event.
    pub event: String,
    /// When it happened.
    pub at: Stamp,
    /// What was done, in words.
    pub act: Text,
    /// The step at which it was done.
    pub step: Text,
    /// Who did it, on whose behalf, and for whom, in words.
    pub who: Text,
    /// Whether it was outside working hours.
    pub off_hours: bool,
    /// Whether it is the act that the finding is about.
    pub marked: bool,
}

/// Points lost, or a finding, with its evidence.
#[derive(Clone, Debug)]
pub struct Loss {
    /// Identifier of the finding.
    pub finding: String,
    /// Identifier of the case.
    pub case: String,
    /// The reason in words.
    pub text: Text,
    /// Points lost, in thousandths; `None` if it cost none.
    pub points: Option<i64>,
    /// The events that show it.
    pub events: Vec<Act>,
    /// Number of events that are not shown.
    pub more: u64,
}

/// One component of a score (*tiêu chí*).
#[derive(Clone, Debug)]
pub struct Bar {
    /// The name of the component.
    pub label: Text,
    /// How the points were computed, in numbers.
    pub detail: Text,
    /// Points reached, in thousandths.
    pub points: i64,
    /// The most points possible, in thousandths.
    pub maximum: i64,
}

/// The scorecard of one officer (*phiếu điểm*).
#[derive(Clone, Debug)]
pub struct OfficerCard {
    /// The officer (*cán bộ, công chức*).
    pub officer: String,
    /// Position and unit, in words.
    pub title: Text,
    /// Points, in thousandths; `None` if they could not be assessed.
    pub points: Option<i64>,
    /// The most points possible, in thousandths.
    pub maximum: i64,
    /// The rating (*xếp loại*), if the policy gives one.
    pub rating: Option<Text>,
    /// The main reason, in one line.
    pub reason: Text,
    /// The components of the score.
    pub bars: Vec<Bar>,
    /// The losses, the largest first.
    pub losses: Vec<Loss>,
    /// Number of losses that are not shown.
    pub more: u64,
    /// Components that the policy requires and no log has.
    pub not_supplied: Vec<Text>,
    /// Hash of the result of scoring.
    pub hash: String,
}

/// One line of the table of scores.
#[derive(Clone, Debug)]
pub struct Row {
    /// The officer (*cán bộ, công chức*).
    pub officer: String,
    /// Position and unit, in words.
    pub title: Text,
    /// Points, in thousandths; `None` if they could not be assessed.
    pub points: Option<i64>,
    /// The rating (*xếp loại*), if there is one.
    pub rating: Option<Text>,
    /// Number of items assigned.
    pub items: u64,
    /// How many of these items were on time.
    pub on_time: u64,
    /// Number of losses on the card.
    pub losses: u64,
}

/// The scores of a period.
#[derive(Clone, Debug)]
pub struct Cards {
    /// The name of the policy (*quy chế*).
    pub policy: Text,
    /// The most points possible, in thousandths.
    pub maximum: i64,
    /// What a reader must know to understand the numbers.
    pub remark: Text,
    /// All officers, best first.
    pub table: Vec<Row>,
    /// The cards of the best officers.
    pub best: Vec<OfficerCard>,
    /// The cards of the worst officers, worst first.
    pub worst: Vec<OfficerCard>,
}

/// The drawing of a workflow, with what went through it.
#[derive(Clone, Debug)]
pub(crate) struct Drawing {
    /// The name of the workflow.
    pub title: Text,
    /// SVG in each language; `None` if there is no workflow to draw.
    pub svg: Option<Text>,
    /// How long each step was held.
    pub steps: Vec<StepTime>,
}

/// How long a step was held, in working time.
#[derive(Clone, Debug)]
pub(crate) struct StepTime {
    /// The name of the step.
    pub step: Text,
    /// How often it was done.
    pub count: u64,
    /// The median of the visits, in working seconds.
    pub median: Seconds,
    /// The 90th percentile of the visits, in working seconds.
    pub ninth: Seconds,
    /// The working time that the rulebook allows, in seconds.
    pub budget: Option<Seconds>,
}

/// A period in which one officer held a step.
#[derive(Clone, Debug)]
pub(crate) struct Hold {
    /// The name of the step.
    pub step: Text,
    /// The holder (*người giữ*).
    pub who: Text,
    /// Since when it was held.
    pub from: Instant,
    /// Until when it was held.
    pub to: Instant,
    /// Its colour: grey while the clock is suspended, red beyond the budget.
    pub tone: Tone,
}

/// The timeline of one case.
#[derive(Clone, Debug)]
pub(crate) struct Moment {
    /// Identifier of the case.
    pub case: String,
    /// The procedure, or the kind of document.
    pub kind: Text,
    /// The outcome in words.
    pub outcome: Text,
    /// The colour of the outcome.
    pub tone: Tone,
    /// When it was due (*hạn*).
    pub due: Option<Stamp>,
    /// Working stretches between first and last, for the background.
    pub working: Vec<(Instant, Instant)>,
    /// Who held it when, in order.
    pub holds: Vec<Hold>,
    /// The acts of the case, in order.
    pub acts: Vec<Act>,
}

/// How many cases were finished this many working days before or after their due.
#[derive(Clone, Debug)]
pub(crate) struct Slack {
    /// Working days left; negative if late.
    pub days: i64,
    /// Number of cases.
    pub count: u64,
}

/// Acts by the hour of the day.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hours {
    /// Number on working days, by hour from 0 to 23.
    pub working: [u64; 24],
    /// Number on days off, by hour from 0 to 23.
    pub off: [u64; 24],
    /// Number outside working hours.
    pub outside: u64,
    /// Number between 22:00 and 06:00.
    pub night: u64,
}

/// How long steps were held, in classes.
#[derive(Clone, Debug)]
pub(crate) struct Wait {
    /// The class, such as `< 1 h`.
    pub label: Text,
    /// Number of visits in the class.
    pub count: u64,
}

/// Something that could not be assessed.
#[derive(Clone, Debug)]
pub struct Missing {
    /// What could not be assessed, in words.
    pub what: Text,
    /// The reason in words.
    pub why: Text,
    /// How many cases or rows are concerned, if known.
    pub count: Option<u64>,
}

/// The content of a report.
#[derive(Clone, Debug)]
pub struct Report {
    /// The title, such as the name of the agency.
    pub title: Text,
    /// The period, in words.
    pub period: Text,
    /// A notice at the top, for example that the data are made up.
    pub notice: Option<Text>,
    /// The instant up to which the log was read.
    pub as_of: Stamp,
    /// Sizes: number of cases, events, officers, with their labels.
    pub sizes: Vec<(Text, u64)>,
    /// Open cases by colour.
    #[doc(hidden)]
    pub open: Vec<Slice>,
    /// Finished cases by outcome.
    #[doc(hidden)]
    pub finished: Vec<Slice>,
    /// On-time rates (*tỷ lệ đúng hạn*).
    #[doc(hidden)]
    pub shares: Vec<Share>,
    /// The holders of late and nearly late items, the most burdened first.
    #[doc(hidden)]
    pub holders: Vec<Holder>,
    /// Number of holders that are not shown.
    pub more_holders: u64,
    /// Open cases past their due, the longest overdue first.
    #[doc(hidden)]
    pub overdue: Vec<Overdue>,
    /// Number of overdue cases that are not shown.
    pub more_overdue: u64,
    /// Findings by kind.
    #[doc(hidden)]
    pub troubles: Vec<Trouble>,
    /// Scores; `None` without a policy.
    #[doc(hidden)]
    pub cards: Option<Cards>,
    /// Workflows with their traffic.
    pub(crate) drawings: Vec<Drawing>,
    /// The timelines of a few cases.
    pub(crate) moments: Vec<Moment>,
    /// Working days left when cases were finished.
    pub(crate) slack: Vec<Slack>,
    /// Acts of persons by hour.
    pub(crate) hours: Hours,
    /// How long steps were held.
    pub(crate) waits: Vec<Wait>,
    /// What could not be assessed.
    #[doc(hidden)]
    pub missing: Vec<Missing>,
    /// Legal and other sources: text and remark.
    pub sources: Vec<(String, Text)>,
    /// Rulebook, policy and hashes: name and value.
    pub marks: Vec<(Text, String)>,
}

impl Report {
    /// A report without content, to be filled.
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
