//! Forms as a rulebook writes them: `forms.<kind>`.

use crate::base::shape::{OneOrMany, Shape, Term};
use crate::base::source::{Dated, InForce, Source};
use crate::base::text::Text;
use serde::Serialize;

/// The kind of a form of the one-stop desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum LetterKind {
    /// Receipt of the dossier, with the promise (*Giấy tiếp nhận hồ sơ và hẹn trả kết quả*).
    #[term("receipt")]
    Receipt,
    /// The single request that lists all gaps (*Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ*).
    #[term("supplement")]
    Supplement,
    /// Refusal to accept the dossier (*Phiếu từ chối tiếp nhận giải quyết hồ sơ*).
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

/// The size of the paper that a form is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    #[term("a4")]
    A4,
    /// 210 × 148 mm, landscape.
    #[term("a5")]
    A5,
    /// 297 × 210 mm, landscape.
    #[term("a4_wide")]
    A4Wide,
}

/// The content of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum FieldValue {
    /// The agency (*cơ quan*).
    #[term("agency")]
    Agency,
    /// The code of the dossier (*mã hồ sơ*).
    #[term("code")]
    Code,
    /// The name of the procedure (*tên thủ tục*).
    #[term("procedure")]
    Procedure,
    /// The national code of the procedure (*mã thủ tục*).
    #[term("procedure_code")]
    ProcedureCode,
    /// The applicant (*người nộp*).
    #[term("applicant")]
    Applicant,
    /// The address of the applicant (*địa chỉ*).
    #[term("address")]
    Address,
    /// The telephone number of the applicant (*số điện thoại*).
    #[term("phone")]
    Phone,
    /// The e-mail address of the applicant (*thư điện tử*).
    #[term("email")]
    Email,
    /// How the dossier was filed: desk, online or post (*hình thức nộp*).
    #[term("channel")]
    Channel,
    /// The papers that were handed in, one per line (*thành phần hồ sơ*).
    #[term("components")]
    Components,
    /// The limit of the procedure (*thời hạn giải quyết*).
    #[term("limit")]
    Limit,
    /// When the dossier came in (*thời gian tiếp nhận*).
    #[term("received")]
    Received,
    /// When it was accepted as complete (*thụ lý*).
    #[term("accepted")]
    Accepted,
    /// When the result is promised (*hẹn trả kết quả*).
    #[term("due")]
    Due,
    /// When the result was promised at first (*hẹn trả ban đầu*).
    #[term("original_due")]
    OriginalDue,
    /// The new date (*ngày hẹn lại*).
    #[term("new_due")]
    NewDue,
    /// The fees to be paid, one per line (*phí, lệ phí*).
    #[term("fees")]
    Fees,
    /// The result that the citizen gets (*kết quả*).
    #[term("result")]
    Result,
    /// The authority that decides (*cơ quan giải quyết*).
    #[term("solved_by")]
    SolvedBy,
    /// Everything that is missing or wrong, one per line, papers first.
    #[term("gaps")]
    Gaps,
    /// The legal basis of the gaps (*căn cứ*).
    #[term("basis")]
    Basis,
    /// Until when the citizen may supply what is missing.
    #[term("window")]
    Window,
    /// What happens to the dossier after that.
    #[term("then")]
    Then,
    /// The reason (*lý do*).
    #[term("reason")]
    Reason,
    /// The officer who wrote the form.
    #[term("officer")]
    Officer,
    /// The date of the form.
    #[term("day")]
    Day,
}

/// The content of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum ColumnValue {
    /// The number of the line (*số thứ tự*).
    #[term("number")]
    Number,
    /// The code of the dossier (*mã hồ sơ*).
    #[term("code")]
    Code,
    /// The name of the procedure (*thủ tục*).
    #[term("procedure")]
    Procedure,
    /// The unit that handles the case (*đơn vị giải quyết*).
    #[term("unit")]
    Unit,
    /// How it was filed: desk, online or post (*hình thức nộp*).
    #[term("channel")]
    Channel,
    /// When it came in (*ngày tiếp nhận*).
    #[term("received")]
    Received,
    /// When the result is promised (*ngày hẹn trả*).
    #[term("due")]
    Due,
    /// When the result was handed over to the desk (*ngày có kết quả*).
    #[term("finished")]
    Finished,
    /// When the citizen got the result (*ngày trả*).
    #[term("returned")]
    Returned,
    /// Whether it was early, on time or late.
    #[term("outcome")]
    Outcome,
    /// The name of the step (*bước*).
    #[term("step")]
    Step,
    /// The officer who did it.
    #[term("officer")]
    Officer,
    /// When the step arrived there.
    #[term("begun")]
    Begun,
    /// When it was done.
    #[term("done")]
    Done,
    /// The working time that it may take (*định mức thời gian*).
    #[term("budget")]
    Budget,
}

/// A field of a form, as a rulebook writes it.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct FieldSpec {
    /// Identifier of the field.
    pub id: String,
    /// The label printed before the field.
    pub title: Text,
    /// The content; if absent, the field is filled in by hand.
    pub value: Option<FieldValue>,
    /// Whether the form is unfinished without it.
    #[shape(default = false)]
    pub needed: bool,
}

/// A column of a form's table, as a rulebook writes it.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct ColumnSpec {
    /// Identifier of the column.
    pub id: String,
    /// The heading of the column.
    pub title: Text,
    /// The content; if absent, the column is filled in by hand.
    pub value: Option<ColumnValue>,
}

/// A form in one of its versions.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct LetterSpec {
    /// The days on which it is used.
    #[shape(default)]
    pub in_force: InForce,
    /// Its number among the forms, such as `02` (*mẫu số*).
    pub number: Option<String>,
    /// The title printed on it.
    pub title: Text,
    /// The paper size it is printed on.
    #[shape(default)]
    pub paper: Paper,
    /// Its fields, in the order of printing.
    pub fields: Vec<FieldSpec>,
    /// The columns of its table, if it has one.
    pub columns: Vec<ColumnSpec>,
    /// The text printed below the fields.
    pub note: Option<Text>,
    /// The signature blocks, from left to right.
    pub signed_by: Vec<Text>,
    /// The legal basis of the form (*căn cứ*).
    pub source: OneOrMany<Source>,
}

impl Dated for LetterSpec {
    fn in_force(&self) -> InForce {
        self.in_force
    }
}
