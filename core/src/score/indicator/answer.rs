//! The values of indicators.

use crate::base::exact::Rational;
use crate::base::shape::{Shape, Term};
use crate::base::source::Source;
use crate::base::text::Text;
use crate::replay::Dimension;
use crate::score::wilson::Ratio;
use serde::Serialize;

/// Why a row of the period is not in a value (*lý do không tính*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum LeftOutReason {
    /// The indicator does not count such rows.
    #[term("not_counted", vi = "không thuộc diện tính", en = "not counted by the indicator")]
    NotCounted,
    /// It is not known whether it counts.
    #[term("unknown_whether_counted", vi = "chưa rõ có thuộc diện tính không", en = "not known whether it counts")]
    UnknownWhetherCounted,
    /// It counts, and it is not known what it is worth.
    #[term(
        "unknown_worth",
        vi = "thuộc diện tính nhưng chưa rõ có đạt không",
        en = "counts, but its worth is not known"
    )]
    UnknownWorth,
}

/// How many rows of the period are not in a value, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct LeftOut {
    /// Why.
    pub reason: LeftOutReason,
    /// How many rows.
    pub count: i64,
}

/// Whether a target was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum TargetOutcome {
    /// Reached.
    #[term("reached", vi = "đạt", en = "reached")]
    Reached,
    /// Not reached.
    #[term("not_reached", vi = "không đạt", en = "not reached")]
    NotReached,
    /// It depends on what is not known.
    #[term("undetermined", vi = "chưa rõ", en = "undetermined")]
    Undetermined,
    /// Too few rows for a verdict.
    #[term("too_few", vi = "quá ít để kết luận", en = "too few for a verdict")]
    TooFew,
    /// There is no value, now or in the earlier period.
    #[term("not_assessed", vi = "chưa đánh giá được", en = "not assessed")]
    NotAssessed,
}

/// A target and whether it was reached (*mục tiêu*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct TargetResult {
    /// Whether it was reached.
    pub outcome: TargetOutcome,
    /// The lowest value that reaches it.
    pub at_least: Option<Rational>,
    /// The highest value that reaches it.
    pub at_most: Option<Rational>,
    /// Its basis (*căn cứ*).
    pub source: Option<Source>,
}

/// The value of one group, or of all together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct IndicatorCell {
    /// The group: a value for each column of `by`; empty for the total.
    pub group: Vec<Option<String>>,
    /// Rows of the period: those counted and those left out.
    pub rows: i64,
    /// The rows in the value.
    pub counted: i64,
    /// The rows that are not, by reason.
    pub left_out: Vec<LeftOut>,
    /// What is counted, summed or met.
    pub numerator: Option<Rational>,
    /// Of how much, for a share or a mean.
    pub denominator: Option<Rational>,
    /// The value of what is known; none if nothing is.
    pub value: Option<Rational>,
    /// The lowest value that what is not known allows; none where it allows any.
    pub low: Option<Rational>,
    /// The highest.
    pub high: Option<Rational>,
    /// The uncertainty of a share of so few rows; of shares of rows that count alike.
    pub ratio: Option<Ratio>,
    /// The target and whether it was reached.
    pub target: Option<TargetResult>,
    /// The value in the period with which is compared.
    pub earlier: Option<Rational>,
    /// By how much the value is above that, as a share of it.
    pub change: Option<Rational>,
}

/// An indicator with its values (*giá trị chỉ tiêu*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct IndicatorValue {
    /// Its name in the rulebook.
    pub id: String,
    /// The name shown to people.
    pub title: Text,
    /// What it says in one sentence.
    pub text: Text,
    /// Which clarity it measures.
    pub dimension: Dimension,
    /// Its basis (*căn cứ*).
    pub source: Option<Source>,
    /// The table that it reads.
    pub table: String,
    /// The columns by which values are told apart.
    pub by: Vec<String>,
    /// All rows of the table: those of the period, of other periods, and without a date.
    pub read: i64,
    /// Rows of other periods.
    pub outside: i64,
    /// Rows without a date.
    pub undated: i64,
    /// The total, then each group in order.
    pub cells: Vec<IndicatorCell>,
}
