//! Messages between agencies, as data.

use super::status::ExchangeStatus;
use crate::base::shape::{Shape, Term};
use crate::base::text::Text;
use crate::base::time::{Date, Stamp};
use serde::Serialize;

/// What a message does with its document (*nghiệp vụ văn bản*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum BusinessKind {
    /// A new document (*văn bản mới*).
    #[term("new")]
    New,
    /// One sent before is called back (*thu hồi*).
    #[term("recall")]
    Recall,
    /// One sent before is changed (*cập nhật*).
    #[term("update")]
    Update,
    /// One sent before is replaced (*thay thế*).
    #[term("replace")]
    Replace,
}

/// A sender or receiver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Organ {
    /// Its code (*mã định danh*).
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// The agency above it (*cơ quan chủ quản*).
    pub in_charge: Option<String>,
    /// Its address.
    pub address: Option<String>,
    /// Its e-mail.
    pub email: Option<String>,
    /// Its telephone.
    pub telephone: Option<String>,
    /// Its fax.
    pub fax: Option<String>,
    /// Its site.
    pub website: Option<String>,
    /// Main, cooperating, for information: the number that the product uses.
    pub receiver_type: Option<u32>,
}

/// Number and notation of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct EdocCode {
    /// The number: `05`.
    pub number: Option<String>,
    /// The notation: `TB-UBND`.
    pub notation: Option<String>,
}

/// Where and when a document was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Promulgation {
    /// The place.
    pub place: Option<String>,
    /// The day.
    pub issued: Option<Date>,
}

/// The kind of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct EdocKind {
    /// Its number in the list of kinds.
    pub code: Option<u32>,
    /// Its name.
    pub name: Option<String>,
    /// A finer number.
    pub detail: Option<u32>,
}

/// Who signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct EdocSigner {
    /// In which right: the signature block's prefix.
    pub competence: Option<String>,
    /// The position.
    pub position: Option<String>,
    /// The name.
    pub name: Option<String>,
}

/// What else is said of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct EdocOther {
    /// Urgency; 0 is ordinary, further values are those of the product.
    pub priority: Option<u32>,
    /// How far it goes.
    pub sphere: Option<String>,
    /// Who typed it.
    pub typist: Option<String>,
    /// How many copies there are.
    pub copies: Option<u32>,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// Its appendices.
    pub appendixes: Vec<String>,
}

/// The document that another one answers, or that a status is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct ResponseFor {
    /// The agency that issued it.
    pub organ: Option<String>,
    /// Its number and symbol.
    pub code: Option<String>,
    /// Its day.
    pub issued: Option<Date>,
    /// Its identifier on the axis.
    pub document_id: Option<String>,
}

/// A place that the message passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Trace {
    /// The agency.
    pub organ: Option<String>,
    /// When.
    pub at: Option<Stamp>,
}

/// Who did it, at the sending or at the receiving agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct StaffInfo {
    /// The unit.
    pub department: Option<String>,
    /// The person.
    pub staff: Option<String>,
    /// The telephone.
    pub mobile: Option<String>,
    /// The e-mail.
    pub email: Option<String>,
}

/// A document that is replaced, and at whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Replacement {
    /// Its identifier on the axis.
    pub document_id: Option<String>,
    /// The agencies concerned.
    pub organs: Vec<String>,
}

/// What the message does with its document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Business {
    /// New, recall, update, replace.
    pub kind: Option<BusinessKind>,
    /// Why.
    pub reason: Option<String>,
    /// The document that it is about.
    pub document_id: Option<String>,
    /// Who did it.
    pub staff: Option<StaffInfo>,
    /// Whether paper goes too: 1.
    pub paper: Option<u32>,
    /// What it replaces.
    pub replacements: Vec<Replacement>,
}

/// A file that goes with a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Attachment {
    /// Its identifier within the message.
    pub content_id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// Its media type.
    pub media_type: Option<String>,
    /// Its content in Base64, as it came.
    pub content: Option<String>,
}

/// A document on its way to other agencies (*thông điệp văn bản*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct EdocMessage {
    /// Who sends it.
    pub sender: Option<Organ>,
    /// Who gets it.
    pub receivers: Vec<Organ>,
    /// Number and notation.
    pub code: Option<EdocCode>,
    /// Where and when it was issued.
    pub promulgation: Option<Promulgation>,
    /// Its kind.
    pub kind: Option<EdocKind>,
    /// What it is about.
    pub subject: Option<String>,
    /// What it says, in short.
    pub content: Option<String>,
    /// Who signed.
    pub signer: Option<EdocSigner>,
    /// When it has to be settled.
    pub due: Option<Date>,
    /// Places of receipt.
    pub to_places: Vec<String>,
    /// What else is said.
    pub other: Option<EdocOther>,
    /// What it answers.
    pub response_for: Vec<ResponseFor>,
    /// Whether it directs: 0 does not.
    pub steering: Option<u32>,
    /// Its identifier on the axis.
    pub document_id: Option<String>,
    /// Where it passed.
    pub trace: Vec<Trace>,
    /// What it does.
    pub business: Option<Business>,
    /// The files that go with it.
    pub attachments: Vec<Attachment>,
    /// Whether it carries a digital signature, which is neither checked nor written here.
    #[shape(default = false)]
    pub signed: bool,
}

/// What a receiver reports of a document (*trạng thái văn bản*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct EdocStatus {
    /// The document.
    pub response_for: Option<ResponseFor>,
    /// Who reports.
    pub sender: Option<Organ>,
    /// How far it came.
    pub status: Option<ExchangeStatus>,
    /// Why, in words; a refusal needs it.
    pub description: Option<String>,
    /// When.
    pub at: Option<Stamp>,
    /// Who did it.
    pub staff: Option<StaffInfo>,
}

/// How a message departs from the regulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum DeviationKind {
    /// An element or attribute that has no place there; its content stands in the text.
    #[term("unknown")]
    Unknown,
    /// An element that should stand once stands again; the first counts.
    #[term("repeated")]
    Repeated,
    /// An element is missing.
    #[term("missing")]
    Missing,
    /// A value cannot be read; it stands in the text.
    #[term("unreadable")]
    Unreadable,
    /// A value is written in another way than the regulation has it, and was understood.
    #[term("spelling")]
    Spelling,
    /// A file is named in the list and does not come, or comes unnamed.
    #[term("attachment")]
    Attachment,
    /// The namespace of the regulation is not declared.
    #[term("namespace")]
    Namespace,
    /// A signature is there, which is not checked here.
    #[term("unchecked")]
    Unchecked,
}

/// Where a message departs from the regulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Deviation {
    /// How.
    pub kind: DeviationKind,
    /// The way to the element: `MessageHeader/Code/CodeNumber`.
    pub path: String,
    /// The line of the text.
    pub line: Option<u64>,
    /// The same in words.
    pub text: Text,
}

/// What was read: a message or a status, and everything that departs from the regulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct EdocReading {
    /// The message, where it is one.
    pub message: Option<EdocMessage>,
    /// The status, where it is one.
    pub status: Option<EdocStatus>,
    /// What departs from the regulation, in the order of the text.
    pub deviations: Vec<Deviation>,
}
