//! Documents between agencies: edXML, and how far a document came.

use super::handle::Office;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::shape::Shape;
use crate::base::text::is_blank;
use crate::document::{EdocMessage, EdocReading, EdocStatus, Exchange, ExchangeStatus};
use crate::people::Secrecy;
use serde::Serialize;

/// Asks what an edXML text holds.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ReadEdxmlRequest {
    /// The text.
    pub xml: String,
}

/// Asks for an edXML text: of a message or of a status, one of the two.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct WriteEdxmlRequest {
    /// The message.
    pub message: Option<EdocMessage>,
    /// The status instead.
    pub status: Option<EdocStatus>,
    /// How secret the document is: a secret one is not sent over the axis.
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
    /// What an edXML text holds.
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
    /// [`Code::OneOfTwo`] unless just one of the two is given; what the format cannot say; [`Code::NotBuilt`] without the
    /// feature `xml`.
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

/// The same faults, seen from the request.
#[cfg(feature = "xml")]
fn below(prefix: &str, mut faults: Faults) -> Faults {
    faults.change(|fault| fault.under(prefix));
    faults
}

#[cfg(not(feature = "xml"))]
impl Office {
    /// What an edXML text holds: not in this build.
    ///
    /// # Errors
    /// [`Code::NotBuilt`].
    pub fn read_edxml(&self, _: &ReadEdxmlRequest) -> Result<EdocReading, Faults> {
        Err(Error::new(Code::NotBuilt).with("feature", "xml").into())
    }
}

#[cfg(not(feature = "xml"))]
impl Office {
    /// A message or a status as an edXML text: not in this build.
    ///
    /// # Errors
    /// [`Code::NotBuilt`].
    pub fn write_edxml(&self, _: &WriteEdxmlRequest) -> Result<EdxmlFile, Faults> {
        Err(Error::new(Code::NotBuilt).with("feature", "xml").into())
    }
}

/// Asks whether a status may come next, for a document on its way to one receiver.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ExchangeRequest {
    /// How far it came; just sent, where nothing is said.
    pub exchange: Option<Exchange>,
    /// The status that comes; without one, only what may come is asked for.
    pub status: Option<ExchangeStatus>,
    /// The reason that comes with it; a refusal needs one.
    pub reason: Option<String>,
}

/// How far a document came on its way to one receiver.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Exchanged {
    /// How far it came.
    pub exchange: Exchange,
    /// The statuses that may come next.
    pub allowed: Vec<ExchangeStatus>,
}

impl Office {
    /// How far a document came, and which statuses may come next.
    ///
    /// # Errors
    /// A status that may not come, or lacks its reason.
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
