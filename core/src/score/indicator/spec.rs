//! Indicators and kinds of records as a rulebook writes them.

use crate::base::exact::Rational;
use crate::base::shape::{OneOrMany, Shape, Term};
use crate::base::source::{Dated, InForce, Source};
use crate::base::text::Text;
use crate::base::value::Node;
use crate::replay::finding::Dimension;
use crate::score::period::Period;
use crate::score::spec::CutSpec;
use indexmap::IndexMap;
use serde::Serialize;

/// What a kind of record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum RecordType {
    /// Something that has to happen, such as a paper that must be sent (*phải có*).
    #[term("expected")]
    Expected,
    /// Something that was seen (*đã thấy*).
    #[term("seen")]
    Seen,
    /// Something that was measured, such as an answer of a survey (*đo được*).
    #[term("measured")]
    Measured,
    /// Something that somebody decided, with who, when and why (*quyết định*).
    #[term("decided")]
    Decided,
}

/// What a record is about: the column that each row must fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum About {
    /// A case (*vụ việc*).
    #[term("case")]
    Case,
    /// A step of a case (*việc*).
    #[term("item")]
    Item,
    /// An officer (*cán bộ, công chức*).
    #[term("officer")]
    Officer,
    /// A unit (*đơn vị*).
    #[term("unit")]
    Unit,
    /// The whole office (*cơ quan*).
    #[term("office")]
    Office,
}

/// What it means that nothing was seen of something expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum Unseen {
    /// Nobody looked: unknown.
    #[default]
    #[term("unknown")]
    Unknown,
    /// It did not happen.
    #[term("missed")]
    Missed,
}

/// Whether the rows of a kind are all that there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum ListKind {
    /// There may be more.
    #[default]
    #[term("open")]
    Open,
    /// Once somebody declares the list of a period complete, no row means none; before that, unknown.
    #[term("closed")]
    Closed,
}

/// A finding that a record makes of the case or item that it is about.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct RecordFindSpec {
    /// Where it holds, over the columns of the row; by default always.
    pub when: Option<Node>,
    /// The name of the finding, as `times` and `cuts` name it.
    pub finding: String,
    /// Which clarity it hurts.
    pub dimension: Dimension,
    /// The whole-number field that says how often; by default once a row.
    pub times: Option<String>,
    /// The name shown to people.
    pub title: Option<Text>,
}

/// A kind of record (*loại ghi nhận*): rows from outside the log, each with who recorded or decided them.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct RecordSpec {
    /// The name shown to people.
    pub title: Text,
    /// What it says.
    pub r#type: RecordType,
    /// What it is about.
    pub about: About,
    /// Its own columns: `text`, `integer`, `decimal`, `boolean`, `instant`, `officer`, `unit`, or `{enum: […]}`.
    pub fields: IndexMap<String, Node>,
    /// What it means that nothing was seen; of expected kinds.
    pub silence: Option<Unseen>,
    /// Whether its rows are all that there are.
    #[shape(default)]
    pub list: ListKind,
    /// The expected kind of which this is what was seen.
    pub of: Option<String>,
    /// The columns by which a row finds the one that was expected.
    pub r#match: Vec<String>,
    /// The truth column that says whether what was expected happened; by default that a row is there.
    pub kept: Option<String>,
    /// There is one row at most for each value of this column.
    pub once: Option<String>,
    /// Columns of people who may not record the row themselves.
    pub not_by: Vec<String>,
    /// Kinds of findings of the log in whose place this record counts.
    pub replaces: Vec<String>,
    /// The findings that it makes.
    pub finds: Vec<RecordFindSpec>,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// What a row is worth where a condition holds.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct WorthSpec {
    /// The condition; the last has none.
    pub when: Option<Node>,
    /// The share, from 0 to 1.
    pub is: Rational,
}

/// By which date a row counts for a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum DateKind {
    /// The month of the due, otherwise of the end, otherwise of the replay; the column `period`.
    #[term("due", vi = "hạn", en = "due")]
    Due,
    /// When it was finished.
    #[term("finished", vi = "lúc xong", en = "end")]
    Finished,
    /// When it was accepted.
    #[term("accepted", vi = "lúc thụ lý", en = "acceptance")]
    Accepted,
    /// When it was recorded to have been; of records.
    #[term("at", vi = "lúc ghi nhận", en = "time")]
    At,
}

/// Which due `standing` means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum DueColumn {
    /// The recomputed one, otherwise the recorded one.
    #[default]
    #[term("promised", vi = "hạn đã hẹn", en = "promised due")]
    Promised,
    /// The one of the register.
    #[term("recorded", vi = "hạn trên sổ", en = "recorded due")]
    Recorded,
    /// The one that the rules give.
    #[term("recomputed", vi = "hạn tính lại", en = "recomputed due")]
    Recomputed,
    /// The one promised first.
    #[term("original", vi = "hạn hẹn ban đầu", en = "first promise")]
    Original,
}

impl DueColumn {
    /// The column that `standing` stands for.
    pub(crate) const fn column(self) -> &'static str {
        match self {
            Self::Promised => "standing",
            Self::Recorded => "standing_recorded",
            Self::Recomputed => "standing_recomputed",
            Self::Original => "standing_original",
        }
    }
}

/// What 0 of 0 is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum Empty {
    /// Not assessed.
    #[default]
    #[term("not_assessed")]
    NotAssessed,
    /// Everything, 1.
    #[term("full")]
    Full,
    /// Nothing, 0.
    #[term("zero")]
    Zero,
}

/// To which values a target applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum Only {
    /// To the total alone.
    #[term("total")]
    Total,
    /// To each group, not to the total.
    #[term("cells")]
    Cells,
}

/// A target (*mục tiêu*).
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct TargetSpec {
    /// The days on which it is in force; the first day of a period decides.
    #[shape(default)]
    pub in_force: InForce,
    /// For which groups, over the columns by which they are told apart.
    pub when: Option<Node>,
    /// To which values it applies; by default to all.
    pub only: Option<Only>,
    /// The lowest value that reaches it.
    pub at_least: Option<Rational>,
    /// The highest value that reaches it.
    pub at_most: Option<Rational>,
    /// The change against an earlier period: -30% is reached at 70 % of its value or less, 10% at 110 % or more.
    pub change: Option<Rational>,
    /// The earlier period.
    pub against: Option<Period>,
    /// Its basis (*căn cứ*).
    pub source: Option<Source>,
}

/// An indicator (*chỉ tiêu*), as a rulebook writes it.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct IndicatorSpec {
    /// The days on which it is in force; the first day of a period decides.
    #[shape(default)]
    pub in_force: InForce,
    /// The name shown to people.
    pub title: Text,
    /// Its basis (*căn cứ*).
    pub source: Option<Source>,
    /// Which clarity it measures.
    pub dimension: Dimension,
    /// The table: `cases`, `items`, `holds`, `findings`, `charges`, or `records.` and a kind.
    pub table: String,
    /// The column that says whose row it is.
    pub who: Option<String>,
    /// Which rows count; by default all.
    pub of: Option<Node>,
    /// Which rows count above the line only.
    pub extra: Option<Node>,
    /// Which rows meet it.
    pub met: Option<Node>,
    /// What each row is worth.
    pub worth: Vec<WorthSpec>,
    /// What findings take from the worth of a row that meets it.
    pub cuts: Vec<CutSpec>,
    /// How much a row weighs: an expression that gives a number; by default 1.
    pub weigh: Option<Node>,
    /// How many: `rows`, or `distinct` and a column.
    pub count: Option<String>,
    /// The sum of a number.
    pub sum: Option<Node>,
    /// The mean of a number.
    pub mean: Option<Node>,
    /// The share of rows, such as 90%, and the whole number that so many do not exceed.
    pub percentile: Vec<Node>,
    /// The highest value.
    pub most: Option<Rational>,
    /// Another indicator, by whose value this one is divided.
    pub per: Option<String>,
    /// By which date a row counts for a period.
    pub date: Option<DateKind>,
    /// Which due `standing` means.
    #[shape(default)]
    pub due: DueColumn,
    /// What 0 of 0 is.
    #[shape(default)]
    pub empty: Empty,
    /// Below so many rows, no target is judged.
    #[shape(default = 10)]
    pub least: i64,
    /// The columns by which values are told apart; by default `who`.
    pub by: Vec<String>,
    /// The targets; the first that applies counts.
    pub target: OneOrMany<TargetSpec>,
}

impl Dated for IndicatorSpec {
    fn in_force(&self) -> InForce {
        self.in_force
    }
}
