//! The status of a document on its way between agencies (QCVN 102:2016; Decision 28/2018/QĐ-TTg).

use crate::base::error::{Code, Error};
use crate::base::shape::{Shape, Term};
use serde::Serialize;

/// The status of a document, as the receiver reports it (*trạng thái văn bản liên thông*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum ExchangeStatus {
    /// It arrived (*đã đến*).
    #[term("01")]
    Arrived,
    /// It was refused, with a reason (*từ chối tiếp nhận*).
    #[term("02")]
    Refused,
    /// It was accepted (*đã tiếp nhận*).
    #[term("03")]
    Accepted,
    /// It was assigned (*phân công*).
    #[term("04")]
    Assigned,
    /// It is being handled (*đang xử lý*).
    #[term("05")]
    Processing,
    /// It is done (*hoàn thành*).
    #[term("06")]
    Finished,
    /// The sender requests to recall or replace it (*lấy lại*).
    #[term("13")]
    RecallAsked,
    /// The receiver agrees to the request (*đồng ý lấy lại, cập nhật*).
    #[term("15")]
    RecallAgreed,
    /// The receiver declines the request (*từ chối lấy lại, cập nhật*).
    #[term("16")]
    RecallRefused,
}

/// A document on its way to one receiver: its progress, and the state of a recall request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Exchange {
    /// The progress at the receiver; `None` before it has arrived.
    pub progress: Option<ExchangeStatus>,
    /// The last status of a recall request: 13, 15 or 16; `None` if there was none.
    pub recall: Option<ExchangeStatus>,
}

impl ExchangeStatus {
    /// Whether a reason is required with it (Decision 28/2018/QĐ-TTg).
    pub fn needs_reason(self) -> bool {
        matches!(self, Refused | RecallRefused)
    }

    /// Whether it concerns a recall request, and not the progress at the receiver.
    pub fn of_recall(self) -> bool {
        matches!(self, RecallAsked | RecallAgreed | RecallRefused)
    }
}

use ExchangeStatus::{
    Accepted, Arrived, Assigned, Finished, Processing, RecallAgreed, RecallAsked, RecallRefused, Refused,
};

impl Exchange {
    /// Sent, and not yet arrived.
    pub const SENT: Self = Self { progress: None, recall: None };

    /// The statuses that may come next. A recall may be requested at any time after sending, and again after a refusal;
    /// while the answer is awaited, work continues.
    pub fn allowed(&self) -> Vec<ExchangeStatus> {
        if self.recall == Some(RecallAgreed) {
            return Vec::new();
        }
        let mut next = match self.progress {
            None => vec![Arrived],
            Some(Arrived) => vec![Refused, Accepted],
            // Some products report 03 and 05 together, so the assignment may be left out.
            Some(Accepted) => vec![Assigned, Processing],
            Some(Assigned) => vec![Processing, Finished],
            Some(Processing) => vec![Finished],
            _ => Vec::new(),
        };
        match self.recall {
            Some(RecallAsked) => next.extend([RecallAgreed, RecallRefused]),
            // A refused document is already back with the sender.
            _ if self.progress == Some(Refused) => {}
            _ => next.push(RecallAsked),
        }
        next
    }

    /// Moves to the next status; `has_reason` says whether a reason was given.
    ///
    /// # Errors
    /// [`Code::BadExchange`] for a status that is not allowed now; [`Code::ReasonMissing`] for a refusal without a
    /// reason.
    ///
    /// ```
    /// use namro::document::{Exchange, ExchangeStatus};
    /// let sent = Exchange::SENT.next(ExchangeStatus::Arrived, false).unwrap();
    /// assert!(sent.next(ExchangeStatus::Finished, false).is_err());
    /// assert!(sent.next(ExchangeStatus::Refused, true).is_ok());
    /// ```
    pub fn next(self, status: ExchangeStatus, has_reason: bool) -> Result<Self, Error> {
        let allowed = self.allowed();
        if !allowed.contains(&status) {
            let from = self.recall.filter(|recall| *recall != RecallRefused).or(self.progress);
            let names = allowed.iter().map(|status| status.as_str()).collect::<Vec<_>>().join(", ");
            return Err(Error::new(Code::BadExchange)
                .with("from", from.map_or("00", ExchangeStatus::as_str))
                .with("to", status)
                .with("allowed", if names.is_empty() { "–".to_owned() } else { names }));
        }
        if status.needs_reason() && !has_reason {
            return Err(Error::new(Code::ReasonMissing).with("act", status));
        }
        Ok(match status {
            _ if status.of_recall() => Self { recall: Some(status), ..self },
            _ => Self { progress: Some(status), ..self },
        })
    }
}

#[cfg(test)]
#[path = "tests/status.rs"]
mod tests;
