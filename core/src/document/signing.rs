//! Signing powers: the prefixes of Decree 30/2020/NĐ-CP art. 13.

use crate::base::shape::{Shape, Term};
use crate::base::text::Text;
use crate::people::Rank;
use serde::Serialize;

/// A prefix before the title of the person who signs (*quyền hạn ký*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum Prefix {
    /// On behalf of a collective body (*thay mặt*).
    #[term("TM.")]
    OnBehalf,
    /// For the head, by a deputy (*ký thay*).
    #[term("KT.")]
    ForHead,
    /// By order, by the head of a unit below (*thừa lệnh*).
    #[term("TL.")]
    ByOrder,
    /// By written authorisation, for a limited time (*thừa ủy quyền*).
    #[term("TUQ.")]
    ByAuthorisation,
    /// Acting head (*quyền*).
    #[term("Q.")]
    Acting,
}

/// The properties of a signer on which the prefixes depend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Signer {
    /// Whether the signer is head, deputy or member of the agency that issues.
    #[shape(default)]
    pub standing: Rank,
    /// Whether the agency decides as a collective (*Ủy ban nhân dân, Hội đồng nhân dân*).
    #[shape(default = false)]
    pub collective: bool,
    /// Whether the signer heads a unit directly below the head of the agency.
    #[shape(default = false)]
    pub heads_unit_below: bool,
    /// Whether the signer is deputy to the head of such a unit, and so signs for that head (`TL.`, then `KT.`).
    #[shape(default = false)]
    pub deputy_below: bool,
    /// Whether the work rules let the head of that unit sign this kind of document by order.
    #[shape(default = false)]
    pub by_order: bool,
    /// Whether a written authorisation covers the day.
    #[shape(default = false)]
    pub authorised: bool,
    /// Whether the signer is appointed acting head on that day.
    #[shape(default = false)]
    pub acting: bool,
}

/// Why a signature block is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Misfit {
    /// `TM.` is missing for a collective body, or is used by an agency with a single head.
    Collective,
    /// `KT.` is missing for a deputy, or is used by somebody else.
    Deputy,
    /// `TL.` without heading a unit directly below, or for a kind that the work rules do not list.
    Order,
    /// `TUQ.` without a written authorisation in force.
    Authorisation,
    /// `Q.` without an appointment as acting head.
    Acting,
    /// No prefix, although the signer is not the head.
    NoPower,
    /// The prefixes are right, but not each once on its own line in the right order.
    Sequence,
}

impl std::fmt::Display for Misfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text().en)
    }
}

impl Misfit {
    /// The fault in words, in both languages.
    pub(crate) fn text(self) -> Text {
        let (vi, en) = match self {
            Self::Collective => (
                "«TM.» chỉ và luôn đi với cơ quan làm việc theo chế độ tập thể",
                "`TM.` goes with a collective body, and always",
            ),
            Self::Deputy => {
                ("Cấp phó ký thay phải ghi «KT.»", "`KT.` is written if a deputy signs for the head, and only then")
            }
            Self::Order => (
                "Ký thừa lệnh «TL.» cần người đứng đầu đơn vị trực thuộc và loại văn bản có trong quy chế làm việc",
                "`TL.` needs the head of a unit directly below, and a kind that the work rules name",
            ),
            Self::Authorisation => (
                "Ký thừa ủy quyền «TUQ.» cần văn bản ủy quyền còn hiệu lực",
                "`TUQ.` needs a written authorisation in force",
            ),
            Self::Acting => {
                ("«Q.» cần quyết định giao quyền còn hiệu lực", "`Q.` needs an appointment as acting head in force")
            }
            Self::NoPower => ("Người ký không có thẩm quyền", "The signer has no power to sign"),
            Self::Sequence => (
                "Quyền hạn ký ghi mỗi dòng một lần, không thừa, theo thứ tự từ cơ quan xuống: «TM.» hoặc «TL.» rồi «KT.»",
                "Each prefix is written once, on a line of its own, in this order from the body downwards: `TM.` or `TL.`, then `KT.`",
            ),
        };
        Text::new(vi, en)
    }
}

/// The prefixes in the lines of a signature block, in order.
pub(super) fn prefixes<S: AsRef<str>>(lines: &[S]) -> Vec<Prefix> {
    let prefix = |line: &S| {
        let line = line.as_ref().trim_start();
        // All names are compared from the front, so `TUQ.` is not mistaken for `Q.`.
        Prefix::ALL.iter().find(|(name, _)| line.starts_with(name)).map(|(_, prefix)| *prefix)
    };
    lines.iter().filter_map(prefix).collect()
}

/// The prefixes that a signer needs, each on its line; `None` if the signer has no power to sign.
///
/// A deputy of a collective body signs `TM.` and `KT.`; the head of a unit below signs `TL.`, and that head's deputy
/// `TL.` and `KT.`.
pub(super) fn needed(signer: &Signer) -> Option<Vec<Prefix>> {
    let own = signer.acting || signer.standing != Rank::Member;
    if own {
        let body = signer.collective.then_some(Prefix::OnBehalf);
        let office = match (signer.acting, signer.standing) {
            (true, _) => Some(Prefix::Acting),
            (false, Rank::Deputy) => Some(Prefix::ForHead),
            _ => None,
        };
        return Some(body.into_iter().chain(office).collect());
    }
    if signer.by_order && (signer.heads_unit_below || signer.deputy_below) {
        let deputy = (!signer.heads_unit_below).then_some(Prefix::ForHead);
        return Some(std::iter::once(Prefix::ByOrder).chain(deputy).collect());
    }
    signer.authorised.then(|| vec![Prefix::ByAuthorisation])
}

/// Checks that the prefixes are those that the signer needs.
///
/// # Errors
/// A [`Misfit`] that says why they are not.
pub(crate) fn signs_rightly(prefixes: &[Prefix], signer: &Signer) -> Result<(), Misfit> {
    let has = |prefix: Prefix| prefixes.contains(&prefix);
    let require = |right: &[Prefix]| if prefixes == right { Ok(()) } else { Err(Misfit::Sequence) };
    if has(Prefix::ByOrder) {
        // A head who signs by order may leave the signature to a deputy, and to nobody further down (art. 13.4).
        let (right, lines): (_, &[Prefix]) = if has(Prefix::ForHead) {
            (signer.deputy_below, &[Prefix::ByOrder, Prefix::ForHead])
        } else {
            (signer.heads_unit_below, &[Prefix::ByOrder])
        };
        return if right && signer.by_order { require(lines) } else { Err(Misfit::Order) };
    }
    if has(Prefix::ByAuthorisation) {
        return if signer.authorised { require(&[Prefix::ByAuthorisation]) } else { Err(Misfit::Authorisation) };
    }
    let own = signer.acting || signer.standing != Rank::Member;
    if !own {
        return Err(match (has(Prefix::Acting), has(Prefix::ForHead)) {
            (true, _) => Misfit::Acting,
            (_, true) => Misfit::Deputy,
            _ => Misfit::NoPower,
        });
    }
    if has(Prefix::OnBehalf) != signer.collective {
        return Err(Misfit::Collective);
    }
    if has(Prefix::Acting) != signer.acting {
        return Err(Misfit::Acting);
    }
    if has(Prefix::ForHead) != (signer.standing == Rank::Deputy && !signer.acting) {
        return Err(Misfit::Deputy);
    }
    require(&needed(signer).unwrap_or_default())
}

#[cfg(test)]
#[path = "tests/signing.rs"]
mod tests;
