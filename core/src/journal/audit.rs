//! Verifies the stored lines of a journal against the head that was deposited.

use super::chain::{Chain, Chains, Entry, Head, Leaf, head_of, leaves_of};
use super::messages;
use super::secret::fails_with;
use super::tampering::{Spot, Tampering, TamperingKind};
use crate::base::Gather;
use crate::base::canon::{Hash, canonical};
use crate::base::error::Error;
use crate::base::ids::CaseId;
use crate::base::text::Text;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The result of verifying a journal (*kết quả kiểm tra sổ*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Audit {
    /// Whether nothing was found to be tampered with.
    pub sound: bool,
    /// The head computed from the lines.
    pub head: Head,
    /// Line by line what was tampered with, then what head and leaves show; at most a thousand.
    pub tamperings: Vec<Tampering>,
    /// What this verification could not detect, in words.
    pub limits: Vec<Text>,
}

impl Audit {
    /// Verifies the lines of a journal (as [`super::Journal::to_text`] writes them).
    ///
    /// Each chain must be valid. Against the leaves that were kept when the head was deposited, the chain of each case must
    /// begin with the sealed one; the order of lines of different cases is of no consequence. Without leaves, the first
    /// entries, as many as the deposited head counts, must give its root. Without a head, a journal whose tail was cut off
    /// or that was wholly rewritten cannot be detected, and the answer says so.
    ///
    /// # Errors
    /// [`crate::Code::TooLarge`] beyond four billion entries.
    pub fn of(lines: &[u8], deposited: Option<&Head>, leaves: &[Leaf]) -> Result<Self, Error> {
        let mut auditor = Auditor::default();
        let believed = match deposited {
            Some(head) if !leaves.is_empty() && !is_under(leaves, head)? => {
                auditor.find(TamperingKind::LeavesDiffer, Spot::default());
                &[]
            }
            _ => leaves,
        };
        auditor.sealed = believed.iter().map(|leaf| (&leaf.case_id, leaf)).into_map();
        let watched = deposited.filter(|_| believed.is_empty());
        let mut then = None;
        auditor.walk(lines, |auditor| {
            if watched.is_some_and(|head| head.entries as usize == auditor.entries) {
                then = Some(head_of(&leaves_of(&auditor.chains), auditor.entries));
            }
        });
        auditor.compare_leaves(believed);
        match (watched, then.transpose()?) {
            (Some(head), then) => auditor.compare_head(head, then),
            (None, _) if deposited.is_none() => auditor.limits.push(messages::NO_HEAD.text()),
            (None, _) => {}
        }
        auditor.finish()
    }
}

/// Whether these leaves are those under a head.
pub(super) fn is_under(leaves: &[Leaf], head: &Head) -> Result<bool, Error> {
    let ascending = leaves.is_sorted_by(|a, b| a.case_id < b.case_id);
    let entries = leaves.iter().map(|leaf| leaf.entries as usize).fold(0, usize::saturating_add);
    let own = head_of(leaves, entries)?;
    Ok(ascending && (own.root, own.cases, own.entries) == (head.root, head.cases, head.entries))
}

/// The entries and chains of lines in which nothing was tampered with.
pub(super) fn read_entries(lines: &[u8]) -> Result<(Vec<Entry>, Chains), Error> {
    let mut auditor = Auditor { kept: Some(Vec::new()), ..Auditor::default() };
    auditor.walk(lines, |_| ());
    match auditor.tamperings.first() {
        Some(tampering) => Err(fails_with(&tampering.text)),
        None => Ok((auditor.kept.unwrap_or_default(), auditor.chains)),
    }
}

#[derive(Default)]
struct Auditor<'a> {
    chains: Chains,
    sealed: BTreeMap<&'a CaseId, &'a Leaf>,
    entries: usize,
    /// The entries, if they are wanted.
    kept: Option<Vec<Entry>>,
    tamperings: Vec<Tampering>,
    unlisted: u32,
    limits: Vec<Text>,
}

impl Auditor<'_> {
    /// With more places than this, a longer list is of no use.
    const MAX: usize = 1000;

    fn walk(&mut self, lines: &[u8], mut after_each: impl FnMut(&Self)) {
        after_each(self);
        let ends = lines.ends_with(b"\n") || lines.is_empty();
        let body = lines.strip_suffix(b"\n").unwrap_or(lines);
        for line in body.split(|byte| *byte == b'\n').filter(|_| !lines.is_empty()) {
            self.entries += 1;
            self.line(line);
            after_each(self);
        }
        if !ends {
            self.find(TamperingKind::UnreadableLine, Spot { line: Some(counted(self.entries)), ..Spot::default() });
        }
    }

    fn line(&mut self, line: &[u8]) {
        let number = Some(counted(self.entries));
        let Some(entry) = parse(line) else {
            return self.find(TamperingKind::UnreadableLine, Spot { line: number, ..Spot::default() });
        };
        let case = &entry.case_id;
        let before = self.chains.get(case).copied().unwrap_or_else(|| Chain::new(case.as_str()));
        let chain = before.with(entry.hash());
        // The following entries are judged by the chain as written, so that one altered line is found once.
        let written = Chain { entries: entry.position, head: entry.link };
        let spot = Spot { case: Some(case), line: number, found: entry.position, expected: chain.entries };
        let sealed = self.sealed.get(case).filter(|leaf| leaf.entries == entry.position);
        if written.entries != chain.entries {
            self.find(TamperingKind::EntryMisplaced, spot);
        } else if written.head != chain.head {
            self.find(TamperingKind::EntryAltered, spot);
        } else if sealed.is_some_and(|leaf| leaf.head != entry.link) {
            self.find(TamperingKind::ChainRewritten, spot);
        }
        self.chains.insert(case.clone(), written);
        if let Some(kept) = &mut self.kept {
            kept.push(entry);
        }
    }

    /// What was cut off from the cases, and how much came after they were sealed.
    fn compare_leaves(&mut self, leaves: &[Leaf]) {
        let Some(mut younger) = Some(self.entries).filter(|_| !leaves.is_empty()) else { return };
        for leaf in leaves {
            let found = self.chains.get(&leaf.case_id).map_or(0, |chain| chain.entries);
            younger = younger.saturating_sub(leaf.entries as usize);
            if found < leaf.entries {
                let spot = Spot { case: Some(&leaf.case_id), line: None, found, expected: leaf.entries };
                self.find(TamperingKind::ChainCut, spot);
            }
        }
        self.say_younger(younger);
    }

    /// Compares with a head alone, given the one that the lines led to after as many entries.
    fn compare_head(&mut self, deposited: &Head, then: Option<Head>) {
        let spot = Spot { found: counted(self.entries), expected: deposited.entries, ..Spot::default() };
        match then {
            None => self.find(TamperingKind::JournalCut, spot),
            Some(then) if (then.root, then.cases) != (deposited.root, deposited.cases) => {
                self.find(TamperingKind::JournalRewritten, spot);
            }
            Some(_) => self.say_younger(self.entries.saturating_sub(deposited.entries as usize)),
        }
        if deposited.entries > 0 {
            self.limits.push(messages::NO_LEAVES.text());
        }
    }

    fn say_younger(&mut self, count: usize) {
        if count > 0 {
            self.limits.push(messages::YOUNGER.fill(&[("count", Text::same(count.to_string()))]));
        }
    }

    fn find(&mut self, kind: TamperingKind, spot: Spot<'_>) {
        match self.tamperings.len() < Self::MAX {
            true => self.tamperings.push(kind.at(spot)),
            false => self.unlisted += 1,
        }
    }

    fn finish(mut self) -> Result<Audit, Error> {
        if self.unlisted > 0 {
            self.limits.push(messages::MORE.fill(&[("count", Text::same(self.unlisted.to_string()))]));
        }
        let head = head_of(&leaves_of(&self.chains), self.entries)?;
        Ok(Audit { sound: self.tamperings.is_empty(), head, tamperings: self.tamperings, limits: self.limits })
    }
}

/// A number of lines, as far as one is counted.
pub(super) fn counted(lines: usize) -> u32 {
    u32::try_from(lines).unwrap_or(u32::MAX)
}

/// Parses a line, which must be canonical byte for byte.
fn parse(line: &[u8]) -> Option<Entry> {
    let value: Value = serde_json::from_slice(line).ok()?;
    if canonical(&value).ok()?.as_bytes() != line || value.as_object()?.len() != 4 {
        return None;
    }
    let (event, case) = (value.get("event")?, value.get("case_id")?.as_str()?);
    if event.get("case_id")?.as_str()? != case {
        return None;
    }
    Some(Entry {
        case_id: CaseId::from(case),
        position: u32::try_from(value.get("position")?.as_u64()?).ok()?,
        event: canonical(event).ok()?,
        // Upper-case digits would be the same number, but not the same bytes.
        link: value.get("link")?.as_str().and_then(|text| Hash::parse(text).filter(|link| link.to_string() == text))?,
    })
}

#[cfg(test)]
#[path = "tests/audit.rs"]
mod tests;
