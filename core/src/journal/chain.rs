//! The journal: entries in the order in which they were appended, chained by case.

use super::audit::{counted, read_entries};
use super::secret::{Opening, Personal, conceal};
use super::tree::{hash, leaf, root};
use crate::base::canon::{Hash, SEMANTICS, canonical};
use crate::base::error::{Code, Error};
use crate::base::ids::CaseId;
use crate::base::shape::Shape;
use crate::case::Event;
use serde::Serialize;
use std::collections::BTreeMap;

/// The head of a journal (*đầu sổ*): deposited elsewhere, it fixes all entries made before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Head {
    /// Root of the Merkle tree whose leaves are the heads of all cases.
    pub root: Hash,
    /// Number of cases in the journal.
    pub cases: u32,
    /// Number of entries in the journal.
    pub entries: u32,
    /// Version of the rules by which it was computed.
    pub semantics: u32,
}

/// One entry of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The case whose chain it continues (*mã hồ sơ*).
    pub case_id: CaseId,
    /// Its number in that chain, from 1.
    pub position: u32,
    /// Canonical text of the event; personal data are replaced by commitments.
    pub event: String,
    /// Hash of the chain up to and including this entry.
    pub link: Hash,
}

/// An entry as a line of text.
#[derive(Serialize)]
struct Line<'a> {
    case_id: &'a str,
    event: serde_json::Value,
    link: Hash,
    position: u32,
}

impl Entry {
    /// The hash of the event's text.
    pub(super) fn hash(&self) -> Hash {
        leaf(self.event.as_bytes())
    }

    /// The entry as one line of canonical JSON.
    ///
    /// # Errors
    /// None in practice: the text was canonical when the entry was made.
    pub fn line(&self) -> Result<String, Error> {
        let event =
            serde_json::from_str(&self.event).map_err(|error| Error::new(Code::CannotWrite).with("reason", error))?;
        canonical(&Line { case_id: self.case_id.as_str(), event, link: self.link, position: self.position })
    }
}

/// The chain of one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chain {
    pub(super) entries: u32,
    pub(super) head: Hash,
}

impl Chain {
    /// The chain of a case without entries.
    pub(super) fn new(case: &str) -> Self {
        Self { entries: 0, head: hash(0x02, &[case.as_bytes()]) }
    }

    /// The chain extended by one entry.
    pub(super) fn with(self, entry: Hash) -> Self {
        Self { entries: self.entries.saturating_add(1), head: hash(0x02, &[&self.head.0, &entry.0]) }
    }

    /// The leaf of the case in the Merkle tree.
    pub(super) fn leaf(self, case: &CaseId) -> Leaf {
        Leaf { case_id: case.clone(), entries: self.entries, head: self.head }
    }
}

/// The chain of a case as it was when the journal was sealed (*chuỗi của vụ việc lúc niêm phong*): a leaf of the tree
/// under the head. Kept beside the head, the leaves tell which case was tampered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Leaf {
    /// The case (*mã hồ sơ*).
    pub case_id: CaseId,
    /// The number of its entries.
    pub entries: u32,
    /// The hash of its chain.
    pub head: Hash,
}

impl Leaf {
    /// Its hash in the tree.
    pub(super) fn hash(&self) -> Result<Hash, Error> {
        Ok(leaf(canonical(self)?.as_bytes()))
    }

    pub(super) const fn chain(&self) -> Chain {
        Chain { entries: self.entries, head: self.head }
    }
}

/// The chains of all cases, in the order of their identifiers.
pub(super) type Chains = BTreeMap<CaseId, Chain>;

/// The leaves of the chains, in the order of their cases.
pub(super) fn leaves_of(chains: &Chains) -> Vec<Leaf> {
    chains.iter().map(|(case, chain)| chain.leaf(case)).collect()
}

/// The head above the leaves of a journal with so many entries.
pub(super) fn head_of(leaves: &[Leaf], entries: usize) -> Result<Head, Error> {
    let hashes = leaves.iter().map(Leaf::hash).collect::<Result<Vec<_>, _>>()?;
    let count = |count: usize| {
        u32::try_from(count).map_err(|_| Error::new(Code::TooLarge).with("what", "journal").with("limit", u32::MAX))
    };
    Ok(Head { root: root(&hashes), cases: count(leaves.len())?, entries: count(entries)?, semantics: SEMANTICS })
}

/// An append-only journal (*sổ niêm phong*).
///
/// ```
/// use namro::journal::{Audit, Journal};
/// let text = br#"[{"case_id": "c1", "at": "2026-01-08T09:00:00+07:00", "act": "receive"}]"#;
/// let events: Vec<namro::case::Event> = serde_json::from_slice(text).unwrap();
/// let journal = Journal::of_events(&events).unwrap();
/// let head = journal.head().unwrap();
/// let proof = journal.prove(0).unwrap();
/// assert!(proof.verify(&head).is_ok());
/// let kept = journal.to_text().unwrap();
/// assert!(Audit::of(kept.as_bytes(), Some(&head), &journal.leaves()).unwrap().sound);
/// assert!(!Audit::of(kept.replace("receive", "deliver").as_bytes(), Some(&head), &[]).unwrap().sound);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    entries: Vec<Entry>,
    chains: Chains,
}

impl Journal {
    /// An empty journal.
    pub fn new() -> Self {
        Self::default()
    }

    /// A journal of events in their order, without hidden fields.
    ///
    /// # Errors
    /// As [`Journal::append`].
    pub fn of_events<'a>(events: impl IntoIterator<Item = &'a Event>) -> Result<Self, Error> {
        let mut journal = Self::new();
        for event in events {
            journal.append(event, &[], &mut || [0; 32])?;
        }
        Ok(journal)
    }

    /// Appends an event. Each field of `hidden` that the event has is replaced by a commitment; `salt` is called for 32
    /// random bytes each time. The caller has to store the returned openings, and to erase them when required.
    ///
    /// # Errors
    /// [`Code::CannotWrite`] if the event has no canonical text.
    pub fn append(
        &mut self,
        event: &Event,
        hidden: &[Personal],
        salt: &mut dyn FnMut() -> [u8; 32],
    ) -> Result<Vec<Opening>, Error> {
        let written = serde_json::to_value(event);
        let mut value = written.map_err(|error| Error::new(Code::CannotWrite).with("reason", error))?;
        let openings = conceal(&mut value, hidden, counted(self.entries.len()), salt)?;
        let text = canonical(&value)?;
        let case = event.case_id.clone();
        let chain = self.chains.get(&case).copied().unwrap_or_else(|| Chain::new(case.as_str()));
        let chain = chain.with(leaf(text.as_bytes()));
        self.chains.insert(case.clone(), chain);
        self.entries.push(Entry { case_id: case, position: chain.entries, event: text, link: chain.head });
        Ok(openings)
    }

    /// The entries, in the order in which they were appended.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The head, to be deposited where nobody who writes the journal can change it.
    ///
    /// # Errors
    /// [`Code::TooLarge`] beyond four billion entries.
    pub fn head(&self) -> Result<Head, Error> {
        head_of(&self.leaves(), self.entries.len())
    }

    /// The leaves under the head, in the order of their cases; to be kept beside it.
    pub fn leaves(&self) -> Vec<Leaf> {
        leaves_of(&self.chains)
    }

    /// The journal whose lines these are, to be continued.
    ///
    /// # Errors
    /// [`Code::ProofFails`] with the first place at which the lines were tampered with.
    pub fn from_text(lines: &[u8]) -> Result<Self, Error> {
        let (entries, chains) = read_entries(lines)?;
        Ok(Self { entries, chains })
    }

    /// The journal as lines of canonical JSON, one per entry.
    ///
    /// # Errors
    /// As [`Entry::line`].
    pub fn to_text(&self) -> Result<String, Error> {
        self.entries.iter().map(|entry| entry.line().map(|line| line + "\n")).collect()
    }
}
