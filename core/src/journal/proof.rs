//! Proofs (*bằng chứng*): an entry is in the journal whose head was deposited.

use super::chain::{Chain, Head, Journal, Leaf};
use super::secret::fails;
use super::tree::{climb, leaf, path};
use crate::base::canon::Hash;
use crate::base::error::{Code, Error};
use crate::base::ids::CaseId;
use crate::base::shape::Shape;
use crate::base::value::parse_json;
use serde::Serialize;

/// The proof that an entry is in a journal; checking it needs only the proof and the deposited head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Proof {
    /// Canonical text of the event; personal data are replaced by commitments.
    pub event: String,
    /// Identifier of the case (*mã hồ sơ*).
    pub case_id: CaseId,
    /// The number of the entry in the chain of its case, from 1.
    pub position: u32,
    /// Hash of the chain before the entry.
    pub before: Hash,
    /// Hashes of the later entries in the chain of the case.
    pub after: Vec<Hash>,
    /// The number of the case among all cases, from 0.
    pub leaf: u32,
    /// The hashes from the leaf of the case to the root.
    pub path: Vec<Hash>,
}

impl Journal {
    /// Proves that an entry, counted from 0, is in the journal as it is now.
    ///
    /// # Errors
    /// [`Code::OutOfRange`] if there is no such entry.
    pub fn prove(&self, entry: usize) -> Result<Proof, Error> {
        let entries = self.entries();
        let none = || {
            let range = format!("0–{}", entries.len().saturating_sub(1));
            Error::new(Code::OutOfRange).with("value", entry).with("range", range)
        };
        let (earlier, rest) = entries.split_at_checked(entry).ok_or_else(none)?;
        let (proved, later) = rest.split_first().ok_or_else(none)?;
        let case = &proved.case_id;
        let before = earlier.iter().rev().find(|other| other.case_id == *case).map(|other| other.link);
        let leaves = self.leaves();
        let hashes = leaves.iter().map(Leaf::hash).collect::<Result<Vec<_>, _>>()?;
        let index = leaves.iter().position(|leaf| leaf.case_id == *case).ok_or_else(none)?;
        Ok(Proof {
            event: proved.event.clone(),
            case_id: case.clone(),
            position: proved.position,
            before: before.unwrap_or_else(|| Chain::new(case.as_str()).head),
            after: later.iter().filter(|other| other.case_id == *case).map(super::Entry::hash).collect(),
            leaf: u32::try_from(index).map_err(|_| none())?,
            path: path(&hashes, index),
        })
    }
}

impl Proof {
    /// Checks the proof against a deposited head.
    ///
    /// # Errors
    /// [`Code::ProofFails`] with the reason.
    pub fn verify(&self, head: &Head) -> Result<(), Error> {
        let event =
            parse_json(self.event.as_bytes()).map_err(|_| fails("sự kiện không phải JSON", "the event is no JSON"))?;
        let case = event.get("case_id").and_then(|node| node.value.as_text());
        if case != Some(self.case_id.as_str()) {
            return Err(fails("sự kiện thuộc vụ việc khác", "the event belongs to another case"));
        }
        let Some(earlier) = self.position.checked_sub(1) else {
            return Err(fails("vị trí đếm từ 1", "positions count from 1"));
        };
        let start = Chain::new(self.case_id.as_str());
        if earlier == 0 && self.before != start.head {
            return Err(fails("mục đầu không mở đầu chuỗi", "the first entry does not begin the chain"));
        }
        let chain = Chain { entries: earlier, head: self.before }.with(leaf(self.event.as_bytes()));
        let chain = self.after.iter().fold(chain, |chain, entry| chain.with(*entry));
        let reached = climb(chain.leaf(&self.case_id).hash()?, self.leaf, head.cases, &self.path);
        match reached == Some(head.root) {
            true => Ok(()),
            false => Err(fails(
                "chuỗi và đường dẫn không tới gốc đã gửi giữ",
                "chain and path do not lead to the deposited root",
            )),
        }
    }
}
