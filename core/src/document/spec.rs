//! Documents as hosts exchange them: their properties, what was done with them, and their relations.

use super::kind::{Direction, Kind, Urgency};
use super::signing::Signer;
use crate::base::ids::{OfficerId, RegisterId, UnitId};
use crate::base::shape::{Shape, Term};
use crate::base::text::Text;
use crate::base::time::{Date, Stamp};
use crate::people::Secrecy;
use indexmap::IndexMap;
use serde::Serialize;

/// A stage in the handling of a document (Decree 30/2020 arts. 10–30).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Milestone {
    /// It comes in (*tiếp nhận*).
    #[term("arrive")]
    Arrive,
    /// Its receipt is confirmed to the sender (*báo đã nhận*).
    #[term("acknowledge")]
    Acknowledge,
    /// It is registered (*đăng ký*).
    #[term("register")]
    Register,
    /// It is presented to the head (*trình*).
    #[term("present")]
    Present,
    /// The head instructs who does what until when (*chỉ đạo, bút phê*).
    #[term("direct")]
    Direct,
    /// It is handed over to those who handle it (*chuyển giao*).
    #[term("hand_on")]
    HandOn,
    /// The work that it requires is completed: it is answered, or taken note of (*giải quyết xong*).
    #[term("settle")]
    Settle,
    /// A draft is ready (*soạn thảo xong*).
    #[term("draft")]
    Draft,
    /// The draft is approved (*duyệt bản thảo*).
    #[term("approve")]
    Approve,
    /// It is signed (*ký ban hành*).
    #[term("sign")]
    Sign,
    /// It gets its number and date (*cấp số, thời gian ban hành*).
    #[term("number")]
    Number,
    /// The agency seals or signs it (*đóng dấu, ký số của cơ quan*).
    #[term("seal")]
    Seal,
    /// It is sent out (*phát hành*).
    #[term("send")]
    Send,
    /// The work that it belongs to has ended (*kết thúc công việc*).
    #[term("close")]
    Close,
    /// Its file has been handed over to the archive (*nộp lưu*).
    #[term("archive")]
    Archive,
}

impl Milestone {
    /// The name shown to people.
    pub fn title(self) -> Text {
        let (vi, en) = match self {
            Self::Arrive => ("tiếp nhận", "arrival"),
            Self::Acknowledge => ("báo đã nhận", "acknowledgement"),
            Self::Register => ("đăng ký", "registration"),
            Self::Present => ("trình", "presentation"),
            Self::Direct => ("chỉ đạo", "direction"),
            Self::HandOn => ("chuyển giao", "hand-over"),
            Self::Settle => ("giải quyết", "settling"),
            Self::Draft => ("soạn thảo", "draft"),
            Self::Approve => ("duyệt bản thảo", "approval of the draft"),
            Self::Sign => ("ký ban hành", "signature"),
            Self::Number => ("cấp số", "number"),
            Self::Seal => ("đóng dấu, ký số của cơ quan", "seal or signature of the agency"),
            Self::Send => ("phát hành", "dispatch"),
            Self::Close => ("kết thúc công việc", "end of the work"),
            Self::Archive => ("nộp lưu", "hand-over to the archive"),
        };
        Text::new(vi, en)
    }
}

/// The relation of a document to another (*quan hệ văn bản*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum RelationKind {
    /// It replaces the other (*thay thế*).
    #[term("replaces")]
    Replaces,
    /// It changes the content of the other (*sửa đổi, bổ sung*).
    #[term("amends")]
    Amends,
    /// It corrects the form of the other, not its content (*đính chính*).
    #[term("corrects")]
    Corrects,
    /// It recalls the other (*thu hồi*).
    #[term("recalls")]
    Recalls,
    /// It answers the other (*trả lời*).
    #[term("answers")]
    Answers,
}

/// A relation of a document to another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Relation {
    /// The kind of relation (*loại quan hệ*).
    pub kind: RelationKind,
    /// Number and symbol of the other document.
    pub symbol: String,
    /// The agency of the other document; if absent, the document's own agency, except for answers.
    pub organ: Option<String>,
    /// The date of the other document.
    pub issued: Option<Date>,
}

/// A document (*văn bản*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Document {
    /// Whether it is incoming, outgoing or internal.
    pub direction: Direction,
    /// The agency that issued it, by code or name (*cơ quan ban hành*).
    pub organ: String,
    /// Number and symbol as written, such as `01/CT-UBND` (*số và ký hiệu*).
    pub symbol: String,
    /// The kind, if it is registered separately from the symbol (*loại văn bản*).
    pub kind: Option<Kind>,
    /// The date of the document (*ngày ban hành*).
    pub issued: Date,
    /// The subject (*trích yếu*).
    pub subject: Option<String>,
    /// How urgent it is (*độ khẩn*).
    #[shape(default)]
    pub urgency: Urgency,
    /// How secret it is (*độ mật*).
    #[shape(default)]
    pub secrecy: Secrecy,
    /// The register in which it is registered (*sổ đăng ký*).
    pub register: Option<RegisterId>,
    /// Its number in the register, if it differs from that of the symbol (*số đến*).
    pub number: Option<u32>,
    /// What was done with it, and when.
    pub done: IndexMap<Milestone, Stamp>,
    /// Until when it must be handled, if a leader set a date (*hạn theo bút phê*).
    pub due: Option<Stamp>,
    /// Whether an answer is expected.
    #[shape(default = false)]
    pub wants_answer: bool,
    /// Its relations to other documents.
    pub relations: Vec<Relation>,
    /// The unit of this office in whose name it is signed; if absent, the office itself.
    pub unit: Option<UnitId>,
    /// The lines of the signature block above the name.
    pub signature: Vec<String>,
    /// The officer of this office who signed; the signing power follows from the staff.
    pub signed_by: Option<OfficerId>,
    /// The properties of the signer on which the prefixes depend, for callers without staff.
    pub signer: Option<Signer>,
    /// The addressees (*nơi nhận*).
    pub receivers: Vec<String>,
}
