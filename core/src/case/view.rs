//! Who may look at a case (*xem hồ sơ*).

use super::desk::Desk;
use super::rules::CaseRules;
use super::state::Case;
use crate::base::ids::OfficerId;
use crate::base::time::Date;
use crate::people::{Denial, Grant, Right};

/// Whether an officer may look at a case on a day. Everybody may who is employed, is cleared for its secrecy, and has a
/// part in it: handles it (heads its unit or one above it, or has a role in its workflow), has a role that cooperates in
/// it or is informed, is involved in an open step, did a step, or heads the unit of an open step. A substitute sees what
/// the officer sees who is represented. Nothing else gives a look: a case is not shown to every officer of the office.
///
/// # Errors
/// A [`Denial`] that names those who may.
pub(crate) fn view(
    rules: &dyn CaseRules,
    case: &Case,
    officer: &OfficerId,
    wanted: Option<&OfficerId>,
    on: Date,
) -> Result<Grant, Box<Denial>> {
    let desk = Desk::on(rules, case, on);
    desk.views(officer, wanted.filter(|wanted| *wanted != officer)).map_err(|lack| {
        let right = Right { role: None, unit: case.unit.clone(), secrecy: case.secrecy };
        let mut holders = desk.those(|id| desk.views(id, None).ok());
        holders.retain(|(id, _)| id != officer);
        Box::new(desk.staff.denial_of(officer, &right, lack, holders, on))
    })
}
