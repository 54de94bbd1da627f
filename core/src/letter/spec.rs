//! Forms as a rulebook writes them: `forms.<kind>`.

use crate::base::shape::{OneOrMany, Shape, Term};
use crate::base::source::{Dated, InForce, Source};
use crate::base::text::Text;
use serde::Serialize;

/// What a form of the one-stop desk is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum LetterKind {
    /// Receipt of the dossier, with the promise (*Giấy tiếp nhận hồ sơ và hẹn trả kết quả*).
    #[term("receipt")]
    Receipt,
    /// The one request that gathers all gaps (*Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ*).
    #[term("supplement")]
    Supplement,
    /// Refusal to take the dossier (*Phiếu từ chối tiếp nhận giải quyết hồ sơ*).
    #[term("refusal")]
    Refusal,
    /// Apology with a new date (*Phiếu xin lỗi và hẹn lại ngày trả kết quả*).
    #[term("apology")]
    Apology,
    /// Notice that the dossier is stopped (*Thông báo dừng giải quyết hồ sơ*).
    #[term("stop")]
    Stop,
    /// Slip on which each hand-over is noted (*Phiếu kiểm soát quá trình giải quyết hồ sơ*).
    #[term("control")]
    Control,
    /// Book of all dossiers (*Sổ theo dõi hồ sơ*).
    #[term("register")]
    Register,
}

/// The paper that a form is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    #[term("a4")]
    A4,
    /// 210 × 148 mm, lying.
    #[term("a5")]
    A5,
    /// 297 × 210 mm, lying.
    #[term("a4_wide")]
    A4Wide,
}

/// What fills a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum FieldValue {
    /// The agency.
    #[term("agency")]
    Agency,
    /// The code of the dossier (*mã hồ sơ*).
    #[term("code")]
    Code,
    /// What the procedure is called.
    #[term("procedure")]
    Procedure,
    /// The national code of the procedure.
    #[term("procedure_code")]
    ProcedureCode,
    /// Who filed.
    #[term("applicant")]
    Applicant,
    /// Where who filed lives.
    #[term("address")]
    Address,
    /// The telephone of who filed.
    #[term("phone")]
    Phone,
    /// The e-mail of who filed.
    #[term("email")]
    Email,
    /// Desk, online, post.
    #[term("channel")]
    Channel,
    /// The papers that were handed in, one a line.
    #[term("components")]
    Components,
    /// How long it may take.
    #[term("limit")]
    Limit,
    /// When it came in.
    #[term("received")]
    Received,
    /// When it was accepted as complete.
    #[term("accepted")]
    Accepted,
    /// When the result is promised for.
    #[term("due")]
    Due,
    /// When the result was promised for at first.
    #[term("original_due")]
    OriginalDue,
    /// The new date.
    #[term("new_due")]
    NewDue,
    /// What has to be paid, one a line.
    #[term("fees")]
    Fees,
    /// What the citizen gets.
    #[term("result")]
    Result,
    /// Who decides.
    #[term("solved_by")]
    SolvedBy,
    /// Everything that is missing or wrong, one a line, papers first.
    #[term("gaps")]
    Gaps,
    /// The law behind the gaps.
    #[term("basis")]
    Basis,
    /// Until when the citizen may answer.
    #[term("window")]
    Window,
    /// What happens after that.
    #[term("then")]
    Then,
    /// Why.
    #[term("reason")]
    Reason,
    /// Who wrote the form.
    #[term("officer")]
    Officer,
    /// The day of the form.
    #[term("day")]
    Day,
}

/// What fills a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum ColumnValue {
    /// The number of the line.
    #[term("number")]
    Number,
    /// The code of the dossier.
    #[term("code")]
    Code,
    /// The procedure.
    #[term("procedure")]
    Procedure,
    /// The unit that solves it.
    #[term("unit")]
    Unit,
    /// Desk, online, post.
    #[term("channel")]
    Channel,
    /// When it came in.
    #[term("received")]
    Received,
    /// When it is promised for.
    #[term("due")]
    Due,
    /// When the result was handed over.
    #[term("finished")]
    Finished,
    /// When the result was given to the citizen.
    #[term("returned")]
    Returned,
    /// Early, on time, late.
    #[term("outcome")]
    Outcome,
    /// The step.
    #[term("step")]
    Step,
    /// Who did it.
    #[term("officer")]
    Officer,
    /// From when it lay there.
    #[term("begun")]
    Begun,
    /// When it was done.
    #[term("done")]
    Done,
    /// How long it might take.
    #[term("budget")]
    Budget,
}

/// A field of a form.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct FieldSpec {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// What fills it; without one, a hand does.
    pub value: Option<FieldValue>,
    /// Whether the form is unfinished without it.
    #[shape(default = false)]
    pub needed: bool,
}

/// A column of a form's table.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct ColumnSpec {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// What fills it; without one, a hand does.
    pub value: Option<ColumnValue>,
}

/// A form in one of its versions.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct LetterSpec {
    /// The days on which it is used.
    #[shape(default)]
    pub in_force: InForce,
    /// Its number among the forms, such as `02`.
    pub number: Option<String>,
    /// What it is called.
    pub title: Text,
    /// What it is printed on.
    #[shape(default)]
    pub paper: Paper,
    /// Its fields, in order.
    pub fields: Vec<FieldSpec>,
    /// The columns of its table, where it has one.
    pub columns: Vec<ColumnSpec>,
    /// What stands under the fields.
    pub note: Option<Text>,
    /// Who signs, from left to right.
    pub signed_by: Vec<Text>,
    /// Its legal basis.
    pub source: OneOrMany<Source>,
}

impl Dated for LetterSpec {
    fn in_force(&self) -> InForce {
        self.in_force
    }
}
