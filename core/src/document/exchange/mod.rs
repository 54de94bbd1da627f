//! Documents between agencies (*liên thông văn bản*; QCVN 102:2016/BTTTT, Decision 28/2018/QĐ-TTg).
//!
//! A message is plain data; with the feature `xml` it is read from edXML leniently, reporting every deviation, and
//! written strictly. Element names and nesting are those of the regulation and of the kits that agencies use; value
//! lists that differ between products (priority, steering, receiver type) are kept as numbers.

mod message;
#[cfg(feature = "xml")]
mod read;
mod status;
#[cfg(feature = "xml")]
mod table;
#[cfg(feature = "xml")]
mod write;

pub use message::{
    Attachment, Business, BusinessKind, Deviation, DeviationKind, EdocCode, EdocKind, EdocMessage, EdocOther,
    EdocReading, EdocSigner, EdocStatus, Organ, Promulgation, Replacement, ResponseFor, StaffInfo, Trace,
};
#[cfg(feature = "xml")]
pub use read::read;
pub use status::{Exchange, ExchangeStatus};
#[cfg(feature = "xml")]
pub use write::{write_message, write_status};

#[cfg(all(test, feature = "xml"))]
mod tests;
