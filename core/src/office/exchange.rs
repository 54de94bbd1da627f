//! Exchange of documents between agencies: edXML messages and the status of a document.

use super::handle::Office;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::shape::Shape;
use crate::base::text::is_blank;
use crate::document::{EdocMessage, EdocReading, EdocStatus, Exchange, ExchangeStatus};
use crate::people::Secrecy;
use serde::Serialize;

/// Request to read an edXML text.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ReadEdxmlRequest {
    /// The text.
    pub xml: String,
}

/// Request to write an edXML text of a message or a status; exactly one of the two is given.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct WriteEdxmlRequest {
    /// The message.
    pub message: Option<EdocMessage>,
    /// The status, instead of a message.
    pub status: Option<EdocStatus>,
    /// The level of secrecy of the document (*độ mật*): a classified one is not sent over the document exchange.
    #[shape(default)]
    pub secrecy: Secrecy,
}

/// An edXML text.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct EdxmlFile {
    /// The text, unsigned.
    pub xml: String,
}

#[cfg(feature = "xml")]
impl Office {
    /// The content of an edXML text.
    ///
    /// # Errors
    /// Faults of the text, with their lines; [`Code::NotBuilt`] without the feature `xml`.
    pub fn read_edxml(&self, request: &ReadEdxmlRequest) -> Result<EdocReading, Faults> {
        crate::document::read_edxml(&request.xml)
    }
}

#[cfg(feature = "xml")]
impl Office {
    /// A message or a status as an edXML text.
    ///
    /// # Errors
    /// [`Code::OneOfTwo`] unless exactly one of the two is given; content that the format cannot express;
    /// [`Code::NotBuilt`] without the feature `xml`.
    pub fn write_edxml(&self, request: &WriteEdxmlRequest) -> Result<EdxmlFile, Faults> {
        let xml = match (&request.message, &request.status) {
            (Some(message), None) => {
                let written = crate::document::write_message(message, request.secrecy);
                written.map_err(|faults| below("/message", faults))?
            }
            (None, Some(status)) => crate::document::write_status(status).map_err(|faults| below("/status", faults))?,
            _ => return Err(Error::new(Code::OneOfTwo).with("one", "message").with("two", "status").into()),
        };
        Ok(EdxmlFile { xml })
    }
}

/// The same faults, with pointers into the request.
#[cfg(feature = "xml")]
fn below(prefix: &str, mut faults: Faults) -> Faults {
    faults.change(|fault| fault.under(prefix));
    faults
}

#[cfg(not(feature = "xml"))]
impl Office {
    /// The content of an edXML text; not available in this build.
    ///
    /// # Errors
    /// [`Code::NotBuilt`].
    pub fn read_edxml(&self, _: &ReadEdxmlRequest) -> Result<EdocReading, Faults> {
        Err(Error::new(Code::NotBuilt).with("feature", "xml").into())
    }
}

#[cfg(not(feature = "xml"))]
impl Office {
    /// A message or a status as an edXML text; not available in this build.
    ///
    /// # Errors
    /// [`Code::NotBuilt`].
    pub fn write_edxml(&self, _: &WriteEdxmlRequest) -> Result<EdxmlFile, Faults> {
        Err(Error::new(Code::NotBuilt).with("feature", "xml").into())
    }
}

/// Request whether a document sent to one receiver may change to a status.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ExchangeRequest {
    /// The current status; without one, the document was just sent.
    pub exchange: Option<Exchange>,
    /// The new status; without one, only the possible next statuses are returned.
    pub status: Option<ExchangeStatus>,
    /// The reason for the new status; a refusal needs one.
    pub reason: Option<String>,
}

/// The status of a document sent to one receiver.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Exchanged {
    /// The status.
    pub exchange: Exchange,
    /// The possible next statuses.
    pub allowed: Vec<ExchangeStatus>,
}

impl Office {
    /// Changes the status of a sent document, and lists the possible next statuses.
    ///
    /// # Errors
    /// A status that is not possible next, or that lacks its reason.
    pub fn exchange(&self, request: &ExchangeRequest) -> Result<Exchanged, Faults> {
        let exchange = request.exchange.unwrap_or(Exchange::SENT);
        let parts = [("progress", exchange.progress, false), ("recall", exchange.recall, true)];
        for (part, status, of_recall) in parts {
            if let Some(status) = status.filter(|status| status.of_recall() != of_recall) {
                let fitting = ExchangeStatus::ALL.iter().filter(|(_, status)| status.of_recall() == of_recall);
                let allowed = fitting.map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
                let fault = Error::new(Code::UnknownTerm).with("value", status).with("allowed", allowed);
                return Err(fault.at(Place::pointer(format!("/exchange/{part}"))).into());
            }
        }
        let reason = request.reason.as_deref().is_some_and(|reason| !is_blank(reason));
        let exchange = request.status.map_or(Ok(exchange), |status| exchange.next(status, reason))?;
        Ok(Exchanged { allowed: exchange.allowed(), exchange })
    }
}
