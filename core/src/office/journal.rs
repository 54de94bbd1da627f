//! Journals (*sổ niêm phong*): sealed, proved and verified by whoever holds what is needed for it.

use super::handle::Office;
use crate::base::canon::Hash;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::case::Event;
use crate::journal::{Audit, Consistency, Head, Journal, Leaf, Opening, Personal, Proof, Tampering};
use serde::Serialize;

/// Request to enter events into a journal and to seal it.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct SealRequest {
    /// The lines of the journal so far; absent for a new one.
    pub journal: Option<String>,
    /// The events to enter, in order.
    pub events: Vec<Event>,
    /// The fields that are replaced by commitments, since they may hold personal data.
    pub hide: Vec<Personal>,
    /// A random salt of 32 bytes for each field that is replaced, in the order of the events; in an event in the order
    /// of [`Personal`]. Salts that are left over are not used.
    pub salts: Vec<Hash>,
}

/// What was entered into a journal, and its seal.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Sealed {
    /// The lines to append to the journal.
    pub lines: String,
    /// What opens the commitments; to be stored apart from the journal, and erased when the law requires it.
    pub openings: Vec<Opening>,
    /// The head to deposit where nobody who writes the journal can change it.
    pub head: Head,
    /// The leaves under the head; to be kept beside it.
    pub leaves: Vec<Leaf>,
}

/// Request for the proof that an entry is in a journal, or that the journal continues an earlier one.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ProveRequest {
    /// The events of the journal, in the order in which they were entered; if none was hidden.
    pub events: Vec<Event>,
    /// The lines of the journal, in place of the events.
    pub journal: Option<String>,
    /// The index of the entry to prove, from 0.
    pub entry: Option<u32>,
    /// The leaves of the earlier head that the journal is to be proved to continue.
    pub since: Vec<Leaf>,
}

/// A proof, and the head of the journal against which it is verified.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Proven {
    /// That the entry is in the journal.
    pub proof: Option<Proof>,
    /// That the journal continues the earlier one.
    pub consistency: Option<Consistency>,
    /// The head to deposit.
    pub head: Head,
}

/// Request to verify exactly one of a proof, a consistency or a whole journal.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct VerifyRequest {
    /// The proof that an entry is in the journal.
    pub proof: Option<Proof>,
    /// What opens commitments of the proof's event.
    pub openings: Vec<Opening>,
    /// The proof that the head continues the earlier one.
    pub consistency: Option<Consistency>,
    /// The earlier head.
    pub earlier: Option<Head>,
    /// The lines of the whole journal.
    pub journal: Option<String>,
    /// The leaves that were kept when the head was deposited, so that each case is compared.
    pub leaves: Vec<Leaf>,
    /// The head that was deposited; a journal may be verified without one.
    pub head: Option<Head>,
}

/// The result of verifying.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Verified {
    /// Whether it holds.
    pub holds: bool,
    /// Why a proof does not hold.
    pub text: Option<Text>,
    /// Where a journal was tampered with.
    pub tamperings: Vec<Tampering>,
    /// What could not be detected, in words.
    pub limits: Vec<Text>,
    /// The head to which the lines of the journal lead.
    pub head: Option<Head>,
}

impl VerifyRequest {
    /// What is given beside the one thing to verify, and has no part in it.
    fn refuse_what_is_not_read(&self) -> Result<(), Faults> {
        let (journal, proof) = (self.journal.is_some(), self.proof.is_some());
        let consistency = self.consistency.is_some();
        let mut faults = Faults::new();
        let beside = [
            ("leaves", !self.leaves.is_empty(), "journal", journal),
            ("openings", !self.openings.is_empty(), "proof", proof && !journal),
            ("earlier", self.earlier.is_some(), "consistency", consistency && !proof && !journal),
        ];
        for (field, given, needs, met) in beside {
            if given && !met {
                let fault = Error::new(Code::WithoutEffect).with("field", field).with("needs", needs);
                faults.push(fault.at(Place::pointer(format!("/{field}"))));
            }
        }
        let several = [
            ("proof", journal, "journal", proof),
            ("consistency", journal, "journal", consistency),
            ("consistency", proof, "proof", consistency),
        ];
        for (two, other, one, given) in several {
            if given && other {
                let fault = Error::new(Code::OneOfTwo).with("one", one).with("two", two);
                faults.push(fault.at(Place::pointer(format!("/{two}"))));
            }
        }
        faults.into_result(Some(()))
    }
}

impl Office {
    /// Enters events into a journal and answers the lines to append, with the head and the leaves under it.
    ///
    /// # Errors
    /// [`Code::ProofFails`] at `/journal` for lines that were tampered with; [`Code::MissingField`] at `/salts` if there
    /// are fewer salts than fields to hide.
    pub fn seal(&self, request: &SealRequest) -> Result<Sealed, Faults> {
        let mut journal = read(request.journal.as_deref())?;
        let before = journal.entries().len();
        let mut salts = request.salts.iter();
        let mut short = false;
        let mut openings = Vec::new();
        for event in &request.events {
            let mut salt = || {
                salts.next().map_or_else(
                    || {
                        short = true;
                        [0; 32]
                    },
                    |salt| salt.0,
                )
            };
            openings.extend(journal.append(event, &request.hide, &mut salt)?);
        }
        if short {
            return Err(Error::new(Code::MissingField).with("field", "salts").at(Place::pointer("/salts")).into());
        }
        let lines = journal.entries().iter().skip(before).map(|entry| entry.line().map(|line| line + "\n"));
        Ok(Sealed {
            lines: lines.collect::<Result<_, _>>()?,
            openings,
            head: journal.head()?,
            leaves: journal.leaves(),
        })
    }

    /// Proves that an entry is in the journal, that the journal continues an earlier one, or both.
    ///
    /// # Errors
    /// Events that cannot be entered; lines that were tampered with; an index beyond the last entry; neither an entry
    /// nor leaves asked for.
    pub fn prove(&self, request: &ProveRequest) -> Result<Proven, Faults> {
        let journal = match &request.journal {
            Some(_) if !request.events.is_empty() => {
                let both = Error::new(Code::OneOfTwo).with("one", "events").with("two", "journal");
                return Err(both.at(Place::pointer("/journal")).into());
            }
            Some(lines) => read(Some(lines))?,
            None => Journal::of_events(&request.events)?,
        };
        if request.entry.is_none() && request.since.is_empty() {
            return Err(Error::new(Code::MissingField).with("field", "entry").into());
        }
        let entry = request.entry.map(|entry| usize::try_from(entry).unwrap_or(usize::MAX));
        let since = Some(&request.since).filter(|leaves| !leaves.is_empty());
        Ok(Proven {
            proof: entry.map(|entry| journal.prove(entry)).transpose()?,
            consistency: since.map(|leaves| journal.prove_since(leaves)).transpose()?,
            head: journal.head()?,
        })
    }

    /// Whether a proof holds against a deposited head, whether a head continues an earlier one, or where a journal was
    /// tampered with.
    ///
    /// # Errors
    /// [`Code::MissingField`] where nothing is given to verify, or no head to verify a proof against;
    /// [`Code::WithoutEffect`] for what is given beside and would not be read.
    pub fn verify(&self, request: &VerifyRequest) -> Result<Verified, Faults> {
        let lacks = |field| Error::new(Code::MissingField).with("field", field);
        request.refuse_what_is_not_read()?;
        if let Some(lines) = &request.journal {
            let audit = Audit::of(lines.as_bytes(), request.head.as_ref(), &request.leaves)?;
            let (holds, tamperings, limits) = (audit.sound, audit.tamperings, audit.limits);
            return Ok(Verified { holds, text: None, tamperings, limits, head: Some(audit.head) });
        }
        let head = request.head.as_ref().ok_or_else(|| lacks("head"));
        let outcome = match (&request.proof, &request.consistency) {
            (Some(proof), _) => {
                let opened = |opening: &Opening| opening.opens(&proof.event);
                proof.verify(head?).and_then(|()| request.openings.iter().try_for_each(opened))
            }
            (None, Some(consistency)) => {
                let earlier = request.earlier.as_ref().ok_or_else(|| lacks("earlier"))?;
                consistency.verify(earlier, head?)
            }
            (None, None) => return Err(lacks("proof").into()),
        };
        let text = outcome.err().map(|error| error.text());
        Ok(Verified { holds: text.is_none(), text, tamperings: Vec::new(), limits: Vec::new(), head: None })
    }
}

/// The journal whose lines are given, or a new one.
fn read(lines: Option<&str>) -> Result<Journal, Error> {
    let journal = lines.map(|lines| Journal::from_text(lines.as_bytes())).transpose();
    Ok(journal.map_err(|error| error.at(Place::pointer("/journal")))?.unwrap_or_default())
}
