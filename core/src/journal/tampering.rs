//! What a verification can find to be wrong in a journal.

use super::messages;
use crate::base::ids::CaseId;
use crate::base::shape::{Shape, Term};
use crate::base::text::{Message, Text};
use serde::Serialize;

/// How a journal was tampered with (*kiểu sửa đổi sổ*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum TamperingKind {
    /// A line is no entry, or is not written as the journal writes it, byte for byte.
    #[term("unreadable_line")]
    UnreadableLine,
    /// The content of an entry does not fit its link.
    #[term("entry_altered")]
    EntryAltered,
    /// An entry does not follow the one before it in its chain: entries were taken out, repeated or moved.
    #[term("entry_misplaced")]
    EntryMisplaced,
    /// A case has fewer entries than when it was sealed.
    #[term("chain_cut")]
    ChainCut,
    /// The sealed entries of a case are others now, with links that fit them.
    #[term("chain_rewritten")]
    ChainRewritten,
    /// The journal has fewer entries than the deposited head counts.
    #[term("journal_cut")]
    JournalCut,
    /// The entries that the deposited head counts do not lead to its root.
    #[term("journal_rewritten")]
    JournalRewritten,
    /// The list of sealed chains is not the one under the deposited head.
    #[term("leaves_differ")]
    LeavesDiffer,
}

/// A place at which a journal was tampered with (*chỗ sổ bị sửa đổi*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Tampering {
    /// How.
    pub kind: TamperingKind,
    /// The case whose chain it is, where one can be named.
    pub case_id: Option<CaseId>,
    /// The line, from 1, where there is one.
    pub line: Option<u32>,
    /// In words.
    pub text: Text,
}

/// Where a tampering is, and the numbers that its sentence names.
#[derive(Clone, Copy, Default)]
pub(super) struct Spot<'a> {
    pub(super) case: Option<&'a CaseId>,
    pub(super) line: Option<u32>,
    pub(super) found: u32,
    pub(super) expected: u32,
}

impl TamperingKind {
    const fn sentence(self) -> Message {
        match self {
            Self::UnreadableLine => messages::UNREADABLE,
            Self::EntryAltered => messages::ALTERED,
            Self::EntryMisplaced => messages::MISPLACED,
            Self::ChainCut => messages::CHAIN_CUT,
            Self::ChainRewritten => messages::CHAIN_REWRITTEN,
            Self::JournalCut => messages::JOURNAL_CUT,
            Self::JournalRewritten => messages::JOURNAL_REWRITTEN,
            Self::LeavesDiffer => messages::LEAVES_DIFFER,
        }
    }

    pub(super) fn at(self, spot: Spot<'_>) -> Tampering {
        let text = self.sentence().fill(&[
            ("case", Text::same(spot.case.map_or("", CaseId::as_str))),
            ("line", Text::same(spot.line.unwrap_or_default().to_string())),
            ("found", Text::same(spot.found.to_string())),
            ("expected", Text::same(spot.expected.to_string())),
        ]);
        Tampering { kind: self, case_id: spot.case.cloned(), line: spot.line, text }
    }
}
