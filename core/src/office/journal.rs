//! Proofs that an entry is in a journal and that nothing before the deposited head was rewritten.

use super::handle::Office;
use crate::base::error::Faults;
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::case::Event;
use crate::journal::{self, Head, Journal, Proof};
use serde::Serialize;

/// Request for the proof that an entry is in a journal.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ProveRequest {
    /// The events of the journal, in the order in which they were entered.
    pub events: Vec<Event>,
    /// The index of the event, from 0.
    pub entry: u32,
}

/// A proof, and the head of the journal against which it is verified.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Proven {
    /// The proof.
    pub proof: Proof,
    /// The head to deposit.
    pub head: Head,
}

/// Request to verify a proof.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct VerifyRequest {
    /// The proof.
    pub proof: Proof,
    /// The head that was deposited.
    pub head: Head,
}

/// The result of verifying a proof.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Verified {
    /// Whether the proof holds.
    pub holds: bool,
    /// Why it does not hold.
    pub text: Option<Text>,
}

impl Office {
    /// Proves that an entry is in the journal of the given events.
    ///
    /// # Errors
    /// Events that cannot be entered; an index beyond the last entry.
    pub fn prove(&self, request: &ProveRequest) -> Result<Proven, Faults> {
        let journal = Journal::of_events(&request.events)?;
        let entry = usize::try_from(request.entry).unwrap_or(usize::MAX);
        Ok(Proven { proof: journal::prove(&journal, entry)?, head: journal.head()? })
    }
}

impl Office {
    /// Whether a proof holds against a deposited head.
    pub fn verify(&self, request: &VerifyRequest) -> Verified {
        let outcome = journal::verify_proof(&request.proof, &request.head);
        Verified { holds: outcome.is_ok(), text: outcome.err().map(|error| error.text()) }
    }
}
