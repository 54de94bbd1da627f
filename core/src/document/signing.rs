//! Signing powers: the prefixes of Decree 30/2020/NĐ-CP art. 13.

use crate::shape::{shape, terms};
use crate::staff::Standing;

terms! {
    /// What stands before the title of who signs (*quyền hạn ký*).
    pub enum Prefix {
        /// On behalf of a collective body (*thay mặt*).
        OnBehalf = "TM.",
        /// For the head, by a deputy (*ký thay*).
        ForHead = "KT.",
        /// By order, by the head of a unit below (*thừa lệnh*).
        ByOrder = "TL.",
        /// By authorisation in writing, for a time (*thừa ủy quyền*).
        ByAuthorisation = "TUQ.",
        /// Acting head (*quyền*).
        Acting = "Q.",
    }
}

shape! {
    /// Who signs, as far as the prefix hangs on it.
    #[derive(PartialEq, Eq)]
    pub struct Signer {
        /// Head, deputy or member of the agency that issues.
        pub standing: Standing = Standing::default(),
        /// Whether the agency decides as a collective (*Ủy ban nhân dân, Hội đồng nhân dân*).
        pub collective: bool = false,
        /// Whether it heads a unit directly below the head of the agency.
        pub heads_unit_below: bool = false,
        /// Whether the work rules let it sign this kind of document by order.
        pub by_order: bool = false,
        /// Whether a written authorisation covers the day.
        pub authorised: bool = false,
        /// Whether it is appointed acting head on that day.
        pub acting: bool = false,
    }
}

/// Why a signature block does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// TM. is missing, or stands where the agency has one head.
    Collective,
    /// KT. is missing for a deputy, or stands for somebody else.
    Deputy,
    /// TL. without being head of a unit directly below, or for a kind that the work rules do not name.
    Order,
    /// TUQ. without a written authorisation in force.
    Authorisation,
    /// Q. without an appointment as acting head.
    Acting,
    /// No prefix, and neither head nor covered by one.
    NoPower,
}

/// The prefixes in the lines of a signature block, in order.
///
/// ```
/// use namro::document::{Prefix, prefixes};
/// let block = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"];
/// assert_eq!(prefixes(&block), [Prefix::OnBehalf, Prefix::ForHead]);
/// ```
pub fn prefixes<S: AsRef<str>>(lines: &[S]) -> Vec<Prefix> {
    let prefix = |line: &S| {
        let line = line.as_ref().trim_start();
        // TUQ. before Q. would be found by its end only; all are compared from the front.
        Prefix::ALL.iter().find(|(name, _)| line.starts_with(name)).map(|(_, prefix)| *prefix)
    };
    lines.iter().filter_map(prefix).collect()
}

/// Whether the prefixes are those that the signer needs.
///
/// # Errors
/// Why they are not.
pub fn signs_rightly(prefixes: &[Prefix], signer: &Signer) -> Result<(), Misfit> {
    let has = |prefix: Prefix| prefixes.contains(&prefix);
    let (order, authorisation) = (has(Prefix::ByOrder), has(Prefix::ByAuthorisation));
    if order {
        return if signer.heads_unit_below && signer.by_order { Ok(()) } else { Err(Misfit::Order) };
    }
    if authorisation {
        return if signer.authorised { Ok(()) } else { Err(Misfit::Authorisation) };
    }
    if has(Prefix::OnBehalf) != signer.collective {
        return Err(Misfit::Collective);
    }
    if has(Prefix::Acting) != signer.acting {
        return Err(Misfit::Acting);
    }
    if has(Prefix::ForHead) != (signer.standing == Standing::Deputy && !signer.acting) {
        return Err(Misfit::Deputy);
    }
    let power = signer.acting || signer.standing != Standing::Member;
    if power { Ok(()) } else { Err(Misfit::NoPower) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_follow_the_signer() {
        let member = Signer {
            standing: Standing::Member,
            collective: false,
            heads_unit_below: false,
            by_order: false,
            authorised: false,
            acting: false,
        };
        let head = Signer { standing: Standing::Head, ..member.clone() };
        let deputy = Signer { standing: Standing::Deputy, collective: true, ..member.clone() };
        let below = Signer { heads_unit_below: true, by_order: true, ..member.clone() };
        use Prefix::{Acting, ByAuthorisation, ByOrder, ForHead, OnBehalf};
        let cases: &[(&[Prefix], &Signer, Result<(), Misfit>)] = &[
            (&[], &head, Ok(())),
            (&[ForHead], &head, Err(Misfit::Deputy)),
            (&[OnBehalf, ForHead], &deputy, Ok(())),
            (&[ForHead], &deputy, Err(Misfit::Collective)),
            (&[OnBehalf], &deputy, Err(Misfit::Deputy)),
            (&[ByOrder], &below, Ok(())),
            (&[ByOrder], &member, Err(Misfit::Order)),
            (&[ByAuthorisation], &member, Err(Misfit::Authorisation)),
            (&[Acting], &member, Err(Misfit::Acting)),
            (&[], &member, Err(Misfit::NoPower)),
        ];
        for (prefixes, signer, expected) in cases {
            assert_eq!(signs_rightly(prefixes, signer), *expected, "{prefixes:?} {signer:?}");
        }
        let acting = Signer { acting: true, ..member.clone() };
        assert_eq!(signs_rightly(&[Acting], &acting), Ok(()));
        let granted = Signer { authorised: true, ..member };
        assert_eq!(signs_rightly(&[ByAuthorisation], &granted), Ok(()));
    }
}
