//! Proofs that one head continues another: nothing that the earlier one fixed was rewritten.

use super::audit::is_under;
use super::chain::{Chain, Chains, Head, Journal, Leaf, leaves_of};
use super::secret::fails;
use crate::base::Gather;
use crate::base::canon::Hash;
use crate::base::error::Error;
use crate::base::ids::CaseId;
use crate::base::shape::Shape;
use indexmap::IndexMap;
use serde::Serialize;
use std::cmp::Ordering;

/// The proof that a later head continues an earlier one (*bằng chứng đầu sổ sau nối tiếp đầu sổ trước*).
///
/// It names no event: only the cases, how many entries each has, and hashes. Since the chain of a case grows in its
/// place, the proof has all leaves of the earlier head; the path of RFC 9162 §2.1.4, which is shorter, fits a tree that
/// grows at its end alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Consistency {
    /// The leaves under the earlier head.
    pub leaves: Vec<Leaf>,
    /// The hashes of the entries made since, by case, in the order of its chain.
    pub grown: IndexMap<CaseId, Vec<Hash>>,
}

impl Journal {
    /// Proves that the journal continues the one whose leaves were kept.
    ///
    /// # Errors
    /// [`crate::Code::ProofFails`] if the chain of a case does not begin with the sealed one.
    pub fn prove_since(&self, leaves: &[Leaf]) -> Result<Consistency, Error> {
        let sealed = leaves.iter().map(|leaf| (&leaf.case_id, leaf)).into_map();
        let mut missing = sealed.clone();
        let mut grown = IndexMap::<CaseId, Vec<Hash>>::new();
        for entry in self.entries() {
            match sealed.get(&entry.case_id).map(|leaf| (entry.position.cmp(&leaf.entries), leaf.head)) {
                Some((Ordering::Less, _)) => {}
                Some((Ordering::Equal, head)) if entry.link == head => {
                    missing.remove(&entry.case_id);
                }
                Some((Ordering::Equal, _)) => {}
                Some((Ordering::Greater, _)) | None => {
                    grown.entry(entry.case_id.clone()).or_default().push(entry.hash());
                }
            }
        }
        match missing.is_empty() {
            true => Ok(Consistency { leaves: leaves.to_vec(), grown }),
            false => {
                let words =
                    ("sổ không nối tiếp các chuỗi đã niêm phong", "the journal does not continue the sealed chains");
                Err(fails(words.0, words.1))
            }
        }
    }
}

impl Consistency {
    /// Checks that a later head continues an earlier one.
    ///
    /// # Errors
    /// [`crate::Code::ProofFails`] with the reason.
    pub fn verify(&self, earlier: &Head, later: &Head) -> Result<(), Error> {
        if !is_under(&self.leaves, earlier)? {
            return Err(fails(
                "các chuỗi không dẫn tới gốc của đầu sổ trước",
                "the leaves do not lead to the earlier root",
            ));
        }
        let mut chains: Chains = self.leaves.iter().map(|leaf| (leaf.case_id.clone(), leaf.chain())).into_map();
        for (case, entries) in &self.grown {
            let chain = chains.entry(case.clone()).or_insert_with(|| Chain::new(case.as_str()));
            *chain = entries.iter().fold(*chain, |chain, entry| chain.with(*entry));
        }
        match is_under(&leaves_of(&chains), later)? {
            true => Ok(()),
            false => Err(fails(
                "các chuỗi và các mục thêm vào không dẫn tới gốc của đầu sổ sau",
                "leaves and added entries do not lead to the later root",
            )),
        }
    }
}

#[cfg(test)]
#[path = "tests/consistency.rs"]
mod tests;
