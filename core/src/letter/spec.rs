//! Forms as a rulebook writes them: `forms.<kind>`.

use crate::base::shape::{OneOrMany, shape, terms};
use crate::base::source::{Dated, InForce, Source};
use crate::base::text::Text;

terms! {
    /// What a form of the one-stop desk is for.
    pub enum LetterKind {
        /// Receipt of the dossier, with the promise (*Giấy tiếp nhận hồ sơ và hẹn trả kết quả*).
        Receipt = "receipt",
        /// The one request that gathers all gaps (*Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ*).
        Supplement = "supplement",
        /// Refusal to take the dossier (*Phiếu từ chối tiếp nhận giải quyết hồ sơ*).
        Refusal = "refusal",
        /// Apology with a new date (*Phiếu xin lỗi và hẹn lại ngày trả kết quả*).
        Apology = "apology",
        /// Notice that the dossier is stopped (*Thông báo dừng giải quyết hồ sơ*).
        Stop = "stop",
        /// Slip on which each hand-over is noted (*Phiếu kiểm soát quá trình giải quyết hồ sơ*).
        Control = "control",
        /// Book of all dossiers (*Sổ theo dõi hồ sơ*).
        Register = "register",
    }
}

terms! {
    /// The paper that a form is printed on.
    #[derive(Default)]
    pub enum Paper {
        /// 210 × 297 mm.
        #[default]
        A4 = "a4",
        /// 210 × 148 mm, lying.
        A5 = "a5",
        /// 297 × 210 mm, lying.
        A4Wide = "a4_wide",
    }
}

terms! {
    /// What fills a field.
    pub enum FieldValue {
        /// The agency.
        Agency = "agency",
        /// The code of the dossier (*mã hồ sơ*).
        Code = "code",
        /// What the procedure is called.
        Procedure = "procedure",
        /// The national code of the procedure.
        ProcedureCode = "procedure_code",
        /// Who filed.
        Applicant = "applicant",
        /// Where who filed lives.
        Address = "address",
        /// The telephone of who filed.
        Phone = "phone",
        /// The e-mail of who filed.
        Email = "email",
        /// Desk, online, post.
        Channel = "channel",
        /// The papers that were handed in, one a line.
        Components = "components",
        /// How long it may take.
        Limit = "limit",
        /// When it came in.
        Received = "received",
        /// When it was accepted as complete.
        Accepted = "accepted",
        /// When the result is promised for.
        Due = "due",
        /// When the result was promised for at first.
        OriginalDue = "original_due",
        /// The new date.
        NewDue = "new_due",
        /// What has to be paid, one a line.
        Fees = "fees",
        /// What the citizen gets.
        Result = "result",
        /// Who decides.
        SolvedBy = "solved_by",
        /// Everything that is missing or wrong, one a line, papers first.
        Gaps = "gaps",
        /// The law behind the gaps.
        Basis = "basis",
        /// Until when the citizen may answer.
        Window = "window",
        /// What happens after that.
        Then = "then",
        /// Why.
        Reason = "reason",
        /// Who wrote the form.
        Officer = "officer",
        /// The day of the form.
        Day = "day",
    }
}

terms! {
    /// What fills a column.
    pub enum ColumnValue {
        /// The number of the line.
        Number = "number",
        /// The code of the dossier.
        Code = "code",
        /// The procedure.
        Procedure = "procedure",
        /// The unit that solves it.
        Unit = "unit",
        /// Desk, online, post.
        Channel = "channel",
        /// When it came in.
        Received = "received",
        /// When it is promised for.
        Due = "due",
        /// When the result was handed over.
        Finished = "finished",
        /// When the result was given to the citizen.
        Returned = "returned",
        /// Early, on time, late.
        Outcome = "outcome",
        /// The step.
        Step = "step",
        /// Who did it.
        Officer = "officer",
        /// From when it lay there.
        Begun = "begun",
        /// When it was done.
        Done = "done",
        /// How long it might take.
        Budget = "budget",
    }
}

shape! {
    /// A field of a form.
    pub struct FieldSpec {
        /// Its name.
        pub id: String,
        /// What it is called.
        pub title: Text,
        /// What fills it; without one, a hand does.
        pub value: Option<FieldValue>,
        /// Whether the form is unfinished without it.
        pub needed: bool = false,
    }
}

shape! {
    /// A column of a form's table.
    pub struct ColumnSpec {
        /// Its name.
        pub id: String,
        /// What it is called.
        pub title: Text,
        /// What fills it; without one, a hand does.
        pub value: Option<ColumnValue>,
    }
}

shape! {
    /// A form in one of its versions.
    pub struct LetterSpec {
        /// The days on which it is used.
        pub in_force: InForce = InForce::default(),
        /// Its number among the forms, such as `02`.
        pub number: Option<String>,
        /// What it is called.
        pub title: Text,
        /// What it is printed on.
        pub paper: Paper = Paper::default(),
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
}

impl Dated for LetterSpec {
    fn in_force(&self) -> InForce {
        self.in_force
    }
}
