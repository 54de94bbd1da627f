//! Determines the signing powers of an officer on a day from the staff.

use super::kind::Kind;
use super::signing::Signer;
use crate::base::ids::{OfficerId, UnitId};
use crate::base::time::Date;
use crate::people::{Appointment, PositionSpec, Rank, Staff};

/// What an officer may sign for a unit on a day; `None` if the staff has no such officer.
///
/// `unit` is the unit in whose name the document is issued; if `None`, the topmost unit of the office. A kind that a
/// position does not list under `signs` cannot be signed by order; a position that lists none signs nothing by order.
pub(crate) fn signer_of(
    staff: &Staff,
    officer: &OfficerId,
    unit: Option<&UnitId>,
    kind: Option<Kind>,
    on: Date,
) -> Option<Signer> {
    let organisation = staff.organisation();
    staff.officer(officer)?;
    let top = || organisation.unit_ids().find(|id| organisation.unit(id, on).is_some_and(|spec| spec.parent.is_none()));
    let organ = unit.or_else(top);
    let mut signer = Signer {
        standing: Rank::Member,
        collective: organ.and_then(|organ| organisation.unit(organ, on)).is_some_and(|unit| unit.collective),
        heads_unit_below: false,
        deputy_below: false,
        by_order: false,
        authorised: authorised(staff, officer, organ, on),
        acting: false,
    };
    let below = |unit: &UnitId| organisation.ancestors(unit, on).next().is_some_and(|parent| Some(parent) == organ);
    for (held, position) in staff.posts(officer, on) {
        let unit = &held.unit.value;
        if Some(unit) == organ {
            signer.acting |= held.acting && position.standing == Rank::Head;
            signer.standing = higher(signer.standing, position.standing);
        } else if below(unit) && position.standing != Rank::Member {
            let head = position.standing == Rank::Head;
            signer.heads_unit_below |= head;
            signer.deputy_below |= !head;
            signer.by_order |= kind.is_some_and(|kind| listed(staff, held, kind, on));
        }
    }
    Some(signer)
}

fn higher(a: Rank, b: Rank) -> Rank {
    match (a, b) {
        (Rank::Head, _) | (_, Rank::Head) => Rank::Head,
        (Rank::Deputy, _) | (_, Rank::Deputy) => Rank::Deputy,
        _ => Rank::Member,
    }
}

/// Whether the position (for a deputy, that of the unit's head) may sign a kind by order.
fn listed(staff: &Staff, held: &Appointment, kind: Kind, on: Date) -> bool {
    let organisation = staff.organisation();
    let head = organisation.unit(&held.unit.value, on).and_then(|unit| unit.head.as_ref());
    let positions = [Some(&held.position), head];
    let mut lists = positions.into_iter().flatten().filter_map(|id| organisation.position(&id.value));
    lists.any(|position| position.signs.iter().any(|name| name == kind.as_str()))
}

/// Whether a written delegation of the head or of a deputy covers the day; a delegated power cannot be delegated
/// further.
fn authorised(staff: &Staff, officer: &OfficerId, organ: Option<&UnitId>, on: Date) -> bool {
    let leads = |giver: &OfficerId| {
        let leads = |position: &PositionSpec| position.standing != Rank::Member;
        staff.posts(giver, on).any(|(held, position)| Some(&held.unit.value) == organ && leads(position))
    };
    let holds = |giver: &OfficerId, standing: bool| !standing || staff.absent(giver, on).is_some();
    staff.delegated_to(officer).any(|paper| {
        let giver = &paper.giver.value;
        paper.days().contains(on) && leads(giver) && holds(giver, paper.only_when_absent)
    })
}
