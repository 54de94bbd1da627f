//! Words for acts, kinds of findings, aspects and rates.

use crate::base::text::Text;
use crate::render::model::Share;
use crate::render::number::whole;
use crate::replay::Unassessed;
use crate::replay::finding::FindingKind;

/// What could not be assessed.
pub(super) fn assessed(of: &str) -> Text {
    let kind = FindingKind::from_name(of).map(FindingKind::words);
    kind.or_else(|| Unassessed::from_name(of).map(Unassessed::words)).unwrap_or_else(|| Text::same(of))
}

/// A rate in words; `None` if its denominator is 0.
pub(super) fn share(share: &crate::replay::Share) -> Option<Share> {
    (share.denominator > 0).then(|| Share {
        label: share.id.words(),
        definition: share.text.clone(),
        k: whole(share.numerator),
        n: whole(share.denominator),
    })
}
