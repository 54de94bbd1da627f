//! Families of findings: kinds that say the same of one thing, so that nothing is deducted twice.

use crate::replay::finding::FindingKind;

/// The family of a kind of finding.
pub(crate) const fn family(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::LateTakeUp
        | FindingKind::Late
        | FindingKind::OverdueOpen
        | FindingKind::LateCommitted
        | FindingKind::LateStatutory
        | FindingKind::OverShare => "lateness",
        FindingKind::Stuck => "stillness",
        FindingKind::NoDue | FindingKind::DueDiffers => "due",
        FindingKind::SecondSupplement => "supplement",
        FindingKind::NoLead | FindingKind::Unassigned | FindingKind::NotAPerson | FindingKind::AmbiguousPerson => {
            "person"
        }
        FindingKind::PingPong => "rework",
        FindingKind::TakenOver | FindingKind::FourEyes => "authority",
        FindingKind::VoidAct | FindingKind::SkippedStep | FindingKind::UnexpectedStep | FindingKind::OutOfOrder => {
            "route"
        }
        FindingKind::Backdated
        | FindingKind::EndBeforeLastEvent
        | FindingKind::EndsDiffer
        | FindingKind::MidnightTimes => "trail",
        FindingKind::AtNight | FindingKind::OutOfHours => "load",
    }
}

/// The family of a finding by its name; a finding that a record makes is a family of its own unless the log knows its
/// name too.
pub(crate) fn family_of(name: &str) -> &str {
    match FindingKind::from_name(name) {
        Some(kind) => family(kind),
        None => name,
    }
}
