//! Staff and authority (*nhân sự, thẩm quyền*): who may do what, at which unit, on which day, and by which chain of
//! right.
//!
//! The rulebook has [units and positions](Organisation); the host adds its own people as a table, which is
//! compiled into [`Staff`]. A right comes from a position in force, or from a delegation that is written, dated and
//! scoped and whose giver has the right personally: a delegate cannot delegate further. A denial says what is missing
//! and who has it.

mod authority;
mod organisation;
mod staff;
mod spec;

pub use authority::{Denial, Grant, Lack, Link, LinkKind, Right};
pub use organisation::Organisation;
pub(crate) use organisation::{DEEPEST, UnitHours};
pub use spec::{Absence, Appointment, Delegation, Employment, PersonRow, Rank, Secrecy};
pub(crate) use spec::{PositionSpec, StaffSpec, UnitSpec};
pub use staff::{Officer, Staff};

#[cfg(test)]
mod tests;
