//! Messages between agencies, as plain data.

use super::status::ExchangeStatus;
use crate::base::shape::{Shape, Term};
use crate::base::text::Text;
use crate::base::time::{Date, Stamp};
use serde::Serialize;

/// The purpose of a message concerning its document (*nghiệp vụ văn bản*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum BusinessKind {
    /// A new document (*văn bản mới*).
    #[term("new")]
    New,
    /// A document that was sent before is recalled (*thu hồi*).
    #[term("recall")]
    Recall,
    /// A document that was sent before is changed (*cập nhật*).
    #[term("update")]
    Update,
    /// A document that was sent before is replaced (*thay thế*).
    #[term("replace")]
    Replace,
}

/// The agency that sends or receives a message (*cơ quan, tổ chức*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Organ {
    /// Its code (*mã định danh*), such as `000.00.00.H26`.
    pub id: Option<String>,
    /// Name of the agency (*tên cơ quan*).
    pub name: Option<String>,
    /// The agency above it (*cơ quan chủ quản*).
    pub in_charge: Option<String>,
    /// Postal address (*địa chỉ*).
    pub address: Option<String>,
    /// E-mail address (*thư điện tử*).
    pub email: Option<String>,
    /// Telephone number (*số điện thoại*).
    pub telephone: Option<String>,
    /// Fax number (*số fax*).
    pub fax: Option<String>,
    /// Web site (*trang thông tin điện tử*).
    pub website: Option<String>,
    /// Whether it receives the document as main, cooperating or informed agency: the number that the product uses.
    pub receiver_type: Option<u32>,
}

/// Number and notation of a document (*số và ký hiệu*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct EdocCode {
    /// The number, such as `05` (*số*).
    pub number: Option<String>,
    /// The notation, such as `TB-UBND` (*ký hiệu*).
    pub notation: Option<String>,
}

/// Where and when a document was issued (*địa danh và thời gian ban hành*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Promulgation {
    /// The place name (*địa danh*).
    pub place: Option<String>,
    /// The day of issue (*ngày ban hành*).
    pub issued: Option<Date>,
}

/// The kind of a document (*loại văn bản*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct EdocKind {
    /// Its number in the regulation's list of kinds.
    pub code: Option<u32>,
    /// Name of the kind (*tên loại*).
    pub name: Option<String>,
    /// A number that subdivides the kind.
    pub detail: Option<u32>,
}

/// The person who signed (*người ký*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct EdocSigner {
    /// The signing power: the prefix of the signature block (*quyền hạn ký*).
    pub competence: Option<String>,
    /// The position (*chức vụ*).
    pub position: Option<String>,
    /// Full name (*họ và tên*).
    pub name: Option<String>,
}

/// Further properties of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct EdocOther {
    /// Urgency (*độ khẩn*): 0 is ordinary, other values are those of the product.
    pub priority: Option<u32>,
    /// How far the document may be distributed (*phạm vi lưu hành*).
    pub sphere: Option<String>,
    /// The person who typed it (*người soạn thảo*).
    pub typist: Option<String>,
    /// Number of copies (*số bản*).
    pub copies: Option<u32>,
    /// Number of pages (*số trang*).
    pub pages: Option<u32>,
    /// Names of its appendices (*phụ lục*).
    pub appendixes: Vec<String>,
}

/// The document that a message answers, or that a status is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct ResponseFor {
    /// Code of the agency that issued it.
    pub organ: Option<String>,
    /// Its number and symbol (*số và ký hiệu*).
    pub code: Option<String>,
    /// The day of issue (*ngày ban hành*).
    pub issued: Option<Date>,
    /// Its identifier on the national document axis (*trục liên thông văn bản*).
    pub document_id: Option<String>,
}

/// An agency through which the message passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Trace {
    /// Code of the agency (*mã định danh*).
    pub organ: Option<String>,
    /// When the message passed it.
    pub at: Option<Stamp>,
}

/// Who handled it, at the sending or the receiving agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct StaffInfo {
    /// Name of the unit (*đơn vị*).
    pub department: Option<String>,
    /// Name of the person (*người thực hiện*).
    pub staff: Option<String>,
    /// Telephone number (*số điện thoại*).
    pub mobile: Option<String>,
    /// E-mail address (*thư điện tử*).
    pub email: Option<String>,
}

/// A document that is replaced, and at which agencies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Replacement {
    /// Its identifier on the national document axis.
    pub document_id: Option<String>,
    /// Codes of the agencies concerned.
    pub organs: Vec<String>,
}

/// The purpose of the message concerning its document (*nghiệp vụ*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Business {
    /// New, recall, update or replace.
    pub kind: Option<BusinessKind>,
    /// The reason (*lý do*).
    pub reason: Option<String>,
    /// Identifier of the document that it is about.
    pub document_id: Option<String>,
    /// Who handled it.
    pub staff: Option<StaffInfo>,
    /// Whether a paper copy is sent too: 1 if so.
    pub paper: Option<u32>,
    /// The documents that it replaces.
    pub replacements: Vec<Replacement>,
}

/// A file attached to a message (*tệp đính kèm*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Attachment {
    /// Its identifier within the message.
    pub content_id: Option<String>,
    /// The file name (*tên tệp*).
    pub name: Option<String>,
    /// A description of the file (*mô tả*).
    pub description: Option<String>,
    /// The media type, such as `application/pdf`.
    pub media_type: Option<String>,
    /// The content in Base64, as received.
    pub content: Option<String>,
}

/// A document on its way to other agencies (*thông điệp văn bản*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct EdocMessage {
    /// The sending agency (*cơ quan gửi*).
    pub sender: Option<Organ>,
    /// The receiving agencies (*cơ quan nhận*).
    pub receivers: Vec<Organ>,
    /// Number and notation (*số và ký hiệu*).
    pub code: Option<EdocCode>,
    /// Where and when it was issued.
    pub promulgation: Option<Promulgation>,
    /// The kind of document (*loại văn bản*).
    pub kind: Option<EdocKind>,
    /// The subject (*trích yếu*).
    pub subject: Option<String>,
    /// A summary of the content.
    pub content: Option<String>,
    /// The person who signed (*người ký*).
    pub signer: Option<EdocSigner>,
    /// Until when it must be handled (*hạn giải quyết*).
    pub due: Option<Date>,
    /// Places of receipt (*nơi nhận*).
    pub to_places: Vec<String>,
    /// Further properties of the document.
    pub other: Option<EdocOther>,
    /// The documents that it answers.
    pub response_for: Vec<ResponseFor>,
    /// Whether it gives instructions (*văn bản chỉ đạo*): 0 if it does not.
    pub steering: Option<u32>,
    /// Its identifier on the national document axis.
    pub document_id: Option<String>,
    /// The agencies through which it passed.
    pub trace: Vec<Trace>,
    /// The purpose of the message (*nghiệp vụ*).
    pub business: Option<Business>,
    /// The attached files (*tệp đính kèm*).
    pub attachments: Vec<Attachment>,
    /// Whether it carries a digital signature, which is neither checked nor written here.
    #[shape(default = false)]
    pub signed: bool,
}

/// The status of a document, as a receiver reports it (*trạng thái văn bản*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct EdocStatus {
    /// The document that the status is about.
    pub response_for: Option<ResponseFor>,
    /// The agency that reports it.
    pub sender: Option<Organ>,
    /// The status (*trạng thái xử lý*).
    pub status: Option<ExchangeStatus>,
    /// The reason in words; required for a refusal.
    pub description: Option<String>,
    /// When the status was reached.
    pub at: Option<Stamp>,
    /// Who handled the document.
    pub staff: Option<StaffInfo>,
}

/// How a message deviates from the regulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum DeviationKind {
    /// An element or attribute that is not allowed there; `text` contains its content.
    #[term("unknown")]
    Unknown,
    /// An element that may occur once occurs again; the first one is used.
    #[term("repeated")]
    Repeated,
    /// A required element is missing.
    #[term("missing")]
    Missing,
    /// A value cannot be read; `text` contains it.
    #[term("unreadable")]
    Unreadable,
    /// A value is written in a different form than the regulation requires, but was understood.
    #[term("spelling")]
    Spelling,
    /// A file is listed but not attached, or attached but not listed.
    #[term("attachment")]
    Attachment,
    /// The namespace of the regulation is not declared.
    #[term("namespace")]
    Namespace,
    /// There is a signature, which is not checked here.
    #[term("unchecked")]
    Unchecked,
}

/// A place where a message deviates from the regulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Deviation {
    /// The kind of deviation.
    pub kind: DeviationKind,
    /// The path to the element, such as `MessageHeader/Code/CodeNumber`.
    pub path: String,
    /// The line in the text, from 1.
    pub line: Option<u64>,
    /// The deviation in words, in both languages.
    pub text: Text,
}

/// The result of reading: a message or a status, and all deviations from the regulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct EdocReading {
    /// The message, if the text is one.
    pub message: Option<EdocMessage>,
    /// The status, if the text is one.
    pub status: Option<EdocStatus>,
    /// The deviations from the regulation, in the order of the text.
    pub deviations: Vec<Deviation>,
}
