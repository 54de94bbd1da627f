//! Staff and authority (*nhân sự, thẩm quyền*): who may do what, at which unit, on which day, and by which chain of
//! right.
//!
//! The rulebook knows [units and positions](Organisation); the host lays its own people over it as a
//! [table](StaffSpec), which becomes [`Staff`]. A right comes from a position in force, or from a delegation that is
//! written, dated and scoped and whose giver holds the right himself: a delegate never delegates again. What is
//! missing is named, together with those who have it.

mod authority;
mod organisation;
mod people;
mod spec;

pub use authority::{Denial, Grant, Lack, Link, LinkKind, Right};
pub use organisation::Organisation;
pub use people::{Officer, Staff};
pub use spec::{Absence, Appointment, Delegation, Employment, PersonRow, Rank, Secrecy};
pub(crate) use spec::{PositionSpec, StaffSpec, UnitSpec};

#[cfg(test)]
mod tests;
