//! Who may sign with which prefix such as `KT.` or `TUQ.` (*quyền hạn ký*; Decree 30/2020/NĐ-CP art. 13).

use super::data::read;
use super::fold::Fold;
use super::refusal::{Outcome, Refusal};
use crate::base::error::{Code, Error};
use crate::base::ids::{OfficerId, UnitId};
use crate::base::text::Text;
use crate::document::{Kind, Misfit, Prefix, signer_of, signs_rightly};

/// Checks whether an officer has the power that the prefixes of a signature claim, if the event names any: for the
/// agency above the unit of the case, and for the `kind` of document that the event names.
pub(super) fn check(fold: &Fold<'_>, officer: &OfficerId) -> Outcome<()> {
    let Some(given) = fold.entry("prefixes") else { return Ok(()) };
    let prefixes: Vec<Prefix> = read(given)?;
    let (staff, agency) = (fold.rules.staff(), agency(fold));
    let kind = fold.text("kind").and_then(Kind::from_name);
    let power = |officer: &OfficerId| match signer_of(staff, officer, agency, kind, fold.on) {
        Some(signer) => signs_rightly(&prefixes, &signer),
        None => Err(Misfit::NoPower),
    };
    let Err(misfit) = power(officer) else { return Ok(()) };
    let names = prefixes.iter().map(|prefix| prefix.as_str()).collect::<Vec<_>>().join(" ");
    let names = match names.as_str() {
        "" => Text::new("khi không ghi quyền hạn ký", "without a prefix"),
        names => Text::new(format!("«{names}»"), format!("`{names}`")),
    };
    let fault = Error::new(Code::NoSigningPower).with("officer", officer).with_text("prefixes", names);
    let able = staff.officers().filter(|(id, _)| power(id).is_ok());
    let able = able.map(|(id, person)| (id.clone(), person.appointed(fold.on).next().and_then(|held| held.valid_from)));
    let text = misfit.text();
    Err(Box::new(Refusal::from(fault.with("vi", text.vi).with("en", text.en)).held_by(able)))
}

/// The agency that issues the document: the highest unit above that of the case.
fn agency<'a>(fold: &'a Fold<'_>) -> Option<&'a UnitId> {
    let unit = fold.case.unit.as_ref().or(fold.event.unit.as_ref())?;
    fold.rules.staff().organisation().ancestors(unit, fold.on).last().or(Some(unit))
}
