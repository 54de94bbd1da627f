//! Tests of `signing`.

use super::*;

#[test]
fn a_block_has_its_prefixes_in_order() {
    let block = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"];
    assert_eq!(prefixes(&block), [Prefix::OnBehalf, Prefix::ForHead]);
}

#[test]
fn prefixes_follow_the_signer() {
    let member = Signer {
        standing: Rank::Member,
        collective: false,
        heads_unit_below: false,
        deputy_below: false,
        by_order: false,
        authorised: false,
        acting: false,
    };
    let head = Signer { standing: Rank::Head, ..member.clone() };
    let deputy = Signer { standing: Rank::Deputy, collective: true, ..member.clone() };
    let below = Signer { heads_unit_below: true, by_order: true, ..member.clone() };
    let deputy_below = Signer { deputy_below: true, by_order: true, ..member.clone() };
    use Prefix::{Acting, ByAuthorisation, ByOrder, ForHead, OnBehalf};
    let cases: &[(&[Prefix], &Signer, Result<(), Misfit>)] = &[
        (&[], &head, Ok(())),
        (&[ForHead], &head, Err(Misfit::Deputy)),
        (&[OnBehalf, ForHead], &deputy, Ok(())),
        (&[ForHead], &deputy, Err(Misfit::Collective)),
        (&[OnBehalf], &deputy, Err(Misfit::Deputy)),
        (&[ByOrder], &below, Ok(())),
        (&[ByOrder], &member, Err(Misfit::Order)),
        (&[ByOrder, ForHead], &deputy_below, Ok(())),
        (&[ByOrder], &deputy_below, Err(Misfit::Order)),
        (&[ByOrder, ForHead], &below, Err(Misfit::Order)),
        (&[ByAuthorisation], &member, Err(Misfit::Authorisation)),
        (&[Acting], &member, Err(Misfit::Acting)),
        (&[ForHead], &member, Err(Misfit::Deputy)),
        (&[], &member, Err(Misfit::NoPower)),
        (&[ForHead, OnBehalf], &deputy, Err(Misfit::Sequence)),
        (&[OnBehalf, OnBehalf, ForHead], &deputy, Err(Misfit::Sequence)),
        (&[OnBehalf, ByOrder], &below, Err(Misfit::Sequence)),
        (&[ForHead, ByOrder], &deputy_below, Err(Misfit::Sequence)),
    ];
    for (prefixes, signer, expected) in cases {
        assert_eq!(signs_rightly(prefixes, signer), *expected, "{prefixes:?} {signer:?}");
        if let Some(needed) = needed(signer) {
            assert_eq!(signs_rightly(&needed, signer), Ok(()), "{signer:?}");
        }
    }
    assert_eq!(needed(&member), None);
    let acting = Signer { acting: true, ..member.clone() };
    assert_eq!(signs_rightly(&[Acting], &acting), Ok(()));
    let granted = Signer { authorised: true, ..member };
    assert_eq!(signs_rightly(&[ByAuthorisation], &granted), Ok(()));
}
