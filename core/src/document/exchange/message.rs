//! Messages between agencies, as data.

use super::status::ExchangeStatus;
use crate::base::shape::{shape, terms};
use crate::base::text::Text;
use crate::base::time::{Date, Stamp};
use serde::Serialize;

terms! {
    /// What a message does with its document (*nghiệp vụ văn bản*).
    pub enum BusinessKind {
        /// A new document (*văn bản mới*).
        New = "new",
        /// One sent before is called back (*thu hồi*).
        Recall = "recall",
        /// One sent before is changed (*cập nhật*).
        Update = "update",
        /// One sent before is replaced (*thay thế*).
        Replace = "replace",
    }
}

shape! {
    /// A sender or receiver.
    #[derive(PartialEq, Eq)]
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
}

shape! {
    /// Number and notation of a document.
    #[derive(PartialEq, Eq)]
    pub struct EdocCode {
        /// The number: `05`.
        pub number: Option<String>,
        /// The notation: `TB-UBND`.
        pub notation: Option<String>,
    }
}

shape! {
    /// Where and when a document was issued.
    #[derive(PartialEq, Eq)]
    pub struct Promulgation {
        /// The place.
        pub place: Option<String>,
        /// The day.
        pub issued: Option<Date>,
    }
}

shape! {
    /// The kind of a document.
    #[derive(PartialEq, Eq)]
    pub struct EdocKind {
        /// Its number in the list of kinds.
        pub code: Option<u32>,
        /// Its name.
        pub name: Option<String>,
        /// A finer number.
        pub detail: Option<u32>,
    }
}

shape! {
    /// Who signed.
    #[derive(PartialEq, Eq)]
    pub struct EdocSigner {
        /// In which right: the signature block's prefix.
        pub competence: Option<String>,
        /// The position.
        pub position: Option<String>,
        /// The name.
        pub name: Option<String>,
    }
}

shape! {
    /// What else is said of a document.
    #[derive(PartialEq, Eq)]
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
}

shape! {
    /// The document that another one answers, or that a status is about.
    #[derive(PartialEq, Eq)]
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
}

shape! {
    /// A place that the message passed.
    #[derive(PartialEq, Eq)]
    pub struct Trace {
        /// The agency.
        pub organ: Option<String>,
        /// When.
        pub at: Option<Stamp>,
    }
}

shape! {
    /// Who did it, at the sending or at the receiving agency.
    #[derive(PartialEq, Eq)]
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
}

shape! {
    /// A document that is replaced, and at whom.
    #[derive(PartialEq, Eq)]
    pub struct Replacement {
        /// Its identifier on the axis.
        pub document_id: Option<String>,
        /// The agencies concerned.
        pub organs: Vec<String>,
    }
}

shape! {
    /// What the message does with its document.
    #[derive(PartialEq, Eq)]
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
}

shape! {
    /// A file that goes with a message.
    #[derive(PartialEq, Eq)]
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
}

shape! {
    /// A document on its way to other agencies (*thông điệp văn bản*).
    #[derive(PartialEq, Eq)]
    pub struct EdocMessage {
        /// Who sends it.
        pub from: Option<Organ>,
        /// Who gets it.
        pub to: Vec<Organ>,
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
        pub signed: bool = false,
    }
}

shape! {
    /// What a receiver reports of a document (*trạng thái văn bản*).
    #[derive(PartialEq, Eq)]
    pub struct EdocStatus {
        /// The document.
        pub response_for: Option<ResponseFor>,
        /// Who reports.
        pub from: Option<Organ>,
        /// How far it came.
        pub status: Option<ExchangeStatus>,
        /// Why, in words; a refusal needs it.
        pub description: Option<String>,
        /// When.
        pub at: Option<Stamp>,
        /// Who did it.
        pub staff: Option<StaffInfo>,
    }
}

terms! {
    /// How a message departs from the regulation.
    pub enum DeviationKind {
        /// An element or attribute that has no place there; its content stands in the text.
        Unknown = "unknown",
        /// An element that should stand once stands again; the first counts.
        Repeated = "repeated",
        /// An element is missing.
        Missing = "missing",
        /// A value cannot be read; it stands in the text.
        Unreadable = "unreadable",
        /// A value is written in another way than the regulation has it, and was understood.
        Spelling = "spelling",
        /// A file is named in the list and does not come, or comes unnamed.
        Attachment = "attachment",
        /// The namespace of the regulation is not declared.
        Namespace = "namespace",
        /// A signature is there, which is not checked here.
        Unchecked = "unchecked",
    }
}

/// Where a message departs from the regulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EdocReading {
    /// The message, where it is one.
    pub message: Option<EdocMessage>,
    /// The status, where it is one.
    pub status: Option<EdocStatus>,
    /// What departs from the regulation, in the order of the text.
    pub deviations: Vec<Deviation>,
}
