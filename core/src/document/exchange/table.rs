//! Which element holds which field: one table for reading and for writing.

pub(super) const NAMESPACE: &str = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

/// Whether a text is valid Base64; line breaks are allowed.
pub(super) fn is_base64(text: &str) -> bool {
    let (mut letters, mut filling) = (0_usize, 0_usize);
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        match byte {
            b'=' => filling += 1,
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' if filling == 0 => letters += 1,
            _ => return false,
        }
    }
    filling <= 2 && (letters + filling).is_multiple_of(4)
}

/// The type of an element's content.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Text,
    Integer,
    /// `yyyy/MM/dd`.
    Date,
    /// `yyyy/MM/dd HH:mm:ss` at UTC+7.
    Stamp,
    /// One of these codes, each with its term.
    Term(&'static [(&'static str, &'static str)]),
    Group(&'static [Field]),
    /// A list in an element of its own: the name of an item, and its type.
    List(&'static str, &'static Kind),
}

/// An element and its field.
#[derive(Clone, Copy)]
pub(super) struct Field {
    /// Name of the XML element.
    pub(super) xml: &'static str,
    /// Name of the field.
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// Whether it may occur several times.
    pub(super) many: bool,
    /// Whether the regulation requires it.
    pub(super) needed: bool,
}

const fn field(xml: &'static str, name: &'static str, kind: Kind) -> Field {
    Field { xml, name, kind, many: false, needed: false }
}

const fn needed(xml: &'static str, name: &'static str, kind: Kind) -> Field {
    Field { needed: true, ..field(xml, name, kind) }
}

const fn many(xml: &'static str, name: &'static str, kind: Kind) -> Field {
    Field { many: true, ..field(xml, name, kind) }
}

use Kind::{Date, Group, Integer, List, Stamp, Term, Text};

const ORGAN: &[Field] = &[
    needed("OrganId", "id", Text),
    field("OrganizationInCharge", "in_charge", Text),
    needed("OrganName", "name", Text),
    field("OrganAdd", "address", Text),
    field("Email", "email", Text),
    field("Telephone", "telephone", Text),
    field("Fax", "fax", Text),
    field("Website", "website", Text),
    field("ReceiverType", "receiver_type", Integer),
];

const RESPONSE_FOR: &[Field] = &[
    needed("OrganId", "organ", Text),
    field("Code", "code", Text),
    field("PromulgationDate", "issued", Date),
    field("DocumentId", "document_id", Text),
];

const STAFF: &[Field] = &[
    field("Department", "department", Text),
    field("Staff", "staff", Text),
    field("Mobile", "mobile", Text),
    field("Email", "email", Text),
];

/// `MessageHeader`.
pub(super) const HEADER: &[Field] = &[
    needed("From", "sender", Group(ORGAN)),
    Field { needed: true, ..many("To", "receivers", Group(ORGAN)) },
    needed("Code", "code", Group(&[needed("CodeNumber", "number", Text), needed("CodeNotation", "notation", Text)])),
    needed(
        "PromulgationInfo",
        "promulgation",
        Group(&[field("Place", "place", Text), needed("PromulgationDate", "issued", Date)]),
    ),
    field(
        "DocumentType",
        "kind",
        Group(&[
            field("Type", "code", Integer),
            field("TypeName", "name", Text),
            field("TypeDetail", "detail", Integer),
        ]),
    ),
    needed("Subject", "subject", Text),
    field("Content", "content", Text),
    field(
        "SignerInfo",
        "signer",
        Group(&[
            field("Competence", "competence", Text),
            field("Position", "position", Text),
            field("FullName", "name", Text),
        ]),
    ),
    field("DueDate", "due", Date),
    field("ToPlaces", "to_places", List("Place", &Text)),
    field(
        "OtherInfo",
        "other",
        Group(&[
            field("Priority", "priority", Integer),
            field("SphereOfPromulgation", "sphere", Text),
            field("TyperNotation", "typist", Text),
            field("PromulgationAmount", "copies", Integer),
            field("PageAmount", "pages", Integer),
            field("Appendixes", "appendixes", List("Appendix", &Text)),
        ]),
    ),
    many("ResponseFor", "response_for", Group(RESPONSE_FOR)),
    field("SteeringType", "steering", Integer),
    field("DocumentId", "document_id", Text),
];

/// `TraceHeaderList`. The regulation itself writes *Bussiness*.
pub(super) const TRACES: &[Field] = &[
    many("TraceHeader", "trace", Group(&[needed("OrganId", "organ", Text), needed("Timestamp", "at", Stamp)])),
    field(
        "Bussiness",
        "business",
        Group(&[
            needed(
                "BussinessDocType",
                "kind",
                Term(&[("0", "new"), ("1", "recall"), ("2", "update"), ("3", "replace")]),
            ),
            field("BussinessDocReason", "reason", Text),
            field("DocumentId", "document_id", Text),
            field("StaffInfo", "staff", Group(STAFF)),
            field("Paper", "paper", Integer),
            field(
                "ReplacementInfoList",
                "replacements",
                List(
                    "ReplacementInfo",
                    &Group(&[
                        needed("DocumentId", "document_id", Text),
                        field("OrganIdList", "organs", List("OrganId", &Text)),
                    ]),
                ),
            ),
        ]),
    ),
];

/// The parent of `StatusCode`.
pub(super) const STATUS: &[Field] = &[
    needed("ResponseFor", "response_for", Group(RESPONSE_FOR)),
    needed("From", "sender", Group(ORGAN)),
    needed("StatusCode", "status", Text),
    field("Description", "description", Text),
    needed("Timestamp", "at", Stamp),
    field("StaffInfo", "staff", Group(STAFF)),
];

/// `Reference` of the manifest.
pub(super) const REFERENCE: &[Field] = &[
    field("ContentId", "content_id", Text),
    field("AttachmentName", "name", Text),
    field("Description", "description", Text),
    field("ContentType", "media_type", Text),
];

/// `Attachment` with its content.
pub(super) const ATTACHMENT: &[Field] = &[
    field("ContentType", "media_type", Text),
    field("ContentId", "content_id", Text),
    field("Description", "description", Text),
    field("ContentTransferEncoded", "content", Text),
    field("AttachmentName", "name", Text),
];
