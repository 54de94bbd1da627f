//! Documents as they cross walls: what they are, what was done with them, what they have to do with others.

use super::kind::{Direction, Kind, Urgency};
use super::signing::Signer;
use crate::base::ids::{OfficerId, RegisterId, UnitId};
use crate::base::shape::{Shape, Term};
use crate::base::text::Text;
use crate::base::time::{Date, Stamp};
use crate::people::Secrecy;
use indexmap::IndexMap;
use serde::Serialize;

/// What is done with a document on its way (Decree 30/2020 arts. 10–30).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Milestone {
    /// It comes in (*tiếp nhận*).
    #[term("arrive")]
    Arrive,
    /// The sender is told that it came (*báo đã nhận*).
    #[term("acknowledge")]
    Acknowledge,
    /// It is registered (*đăng ký*).
    #[term("register")]
    Register,
    /// It is laid before the head (*trình*).
    #[term("present")]
    Present,
    /// The head directs who does what until when (*chỉ đạo, bút phê*).
    #[term("direct")]
    Direct,
    /// It is handed on to who handles it (*chuyển giao*).
    #[term("hand_on")]
    HandOn,
    /// It is settled: answered, or noted (*giải quyết xong*).
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
    /// It gets number and day (*cấp số, thời gian ban hành*).
    #[term("number")]
    Number,
    /// The agency seals or signs it (*đóng dấu, ký số của cơ quan*).
    #[term("seal")]
    Seal,
    /// It goes out (*phát hành*).
    #[term("send")]
    Send,
    /// The work that it belongs to has ended (*công việc kết thúc*).
    #[term("close")]
    Close,
    /// Its file is with the archive (*nộp lưu*).
    #[term("archive")]
    Archive,
}

impl Milestone {
    /// What it is called.
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

/// What a document does to another (*quan hệ văn bản*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum RelationKind {
    /// Takes its place (*thay thế*).
    #[term("replaces")]
    Replaces,
    /// Changes its content (*sửa đổi, bổ sung*).
    #[term("amends")]
    Amends,
    /// Mends its form, not its content (*đính chính*).
    #[term("corrects")]
    Corrects,
    /// Calls it back (*thu hồi*).
    #[term("recalls")]
    Recalls,
    /// Answers it (*trả lời*).
    #[term("answers")]
    Answers,
}

/// What a document does to another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Relation {
    /// What it does.
    pub kind: RelationKind,
    /// Number and symbol of the other.
    pub symbol: String,
    /// The agency of the other; its own, where nothing is said and nothing is answered.
    pub organ: Option<String>,
    /// The day of the other.
    pub issued: Option<Date>,
}

/// A document (*văn bản*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Document {
    /// Whither it goes.
    pub direction: Direction,
    /// The agency that issued it, by code or name.
    pub organ: String,
    /// Number and symbol as written, such as `01/CT-UBND`.
    pub symbol: String,
    /// The kind, where it is registered apart from the symbol.
    pub kind: Option<Kind>,
    /// The day of the document.
    pub issued: Date,
    /// What it is about (*trích yếu*).
    pub subject: Option<String>,
    /// How urgent it is.
    #[shape(default)]
    pub urgency: Urgency,
    /// How secret it is.
    #[shape(default)]
    pub secrecy: Secrecy,
    /// The register in which it stands.
    pub register: Option<RegisterId>,
    /// Its number there, where it is not that of the symbol (*số đến*).
    pub number: Option<u32>,
    /// What was done with it, and when.
    pub done: IndexMap<Milestone, Stamp>,
    /// When it has to be settled, where a leader said so (*hạn theo bút phê*).
    pub due: Option<Stamp>,
    /// Whether an answer is expected.
    #[shape(default = false)]
    pub wants_answer: bool,
    /// What it does to other documents.
    pub relations: Vec<Relation>,
    /// The unit of this office in whose name it is signed; the office itself, where nothing is said.
    pub unit: Option<UnitId>,
    /// The lines of the signature block, above the name.
    pub signature: Vec<String>,
    /// Which officer of this office signed; what he may sign follows from the staff.
    pub signed_by: Option<OfficerId>,
    /// Who signed, as far as the prefix hangs on it, where the staff is not at hand.
    pub signer: Option<Signer>,
    /// Whom it is for.
    pub receivers: Vec<String>,
}
