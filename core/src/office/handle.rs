//! The running office: a rulebook and the people who work under it.

use crate::base::canon::Hash;
use crate::base::error::{Cause, Code, Error, Faults};
use crate::base::ids::{CalendarId, ProcedureId, UnitId};
use crate::base::shape::{Cursor, Origin, Shape};
use crate::base::time::Date;
use crate::base::value::Node;
use crate::calendar::Calendar;
use crate::dossier::Procedure;
use crate::people::{Staff, StaffSpec};
use crate::rulebook::{Rulebook, faults::in_order, gather};
use std::sync::Arc;

/// An office (*cơ quan*): a [`Rulebook`], and the people who work under it. Immutable, cheap to clone, safe to share
/// between threads.
///
/// ```
/// let office = namro::Office::load(&[("a.json", r#"{"namro": 1, "id": "a", "title": "Phòng A"}"#)]).unwrap();
/// assert_eq!(office.rulebook().id().as_str(), "a");
/// ```
#[derive(Clone, Debug)]
pub struct Office {
    rulebook: Arc<Rulebook>,
    staff: Arc<Staff>,
}

impl From<Rulebook> for Office {
    /// An office from a rulebook, without people.
    fn from(rulebook: Rulebook) -> Self {
        let staff = Arc::new(Staff::empty(rulebook.parts().organisation.clone()));
        Self { rulebook: Arc::new(rulebook), staff }
    }
}

impl Office {
    /// An office from the texts of a rulebook: [`Rulebook::load`].
    ///
    /// # Errors
    /// Every fault, each with file, line, column and pointer.
    pub fn load(texts: &[(&str, &str)]) -> Result<Self, Faults> {
        Rulebook::load(texts).map(Self::from)
    }

    /// An office from a shipped rulebook, such as `vn.calendar`.
    ///
    /// # Errors
    /// [`crate::Code::IncludeMissing`] if no such rulebook is shipped.
    pub fn shipped(id: &str) -> Result<Self, Faults> {
        Rulebook::shipped(id).map(Self::from)
    }

    /// The same office with the people of a staff table, given as JSON or YAML text.
    ///
    /// # Errors
    /// Every fault of the table.
    pub fn with_staff(&self, text: &str) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let (node, origin) = gather::parse("staff", text, &mut faults);
        self.with_staff_read(vec![(node, origin)], faults)
    }

    /// The same of a staff table in several parts, each with the file of which it was made.
    #[cfg(feature = "xes")]
    pub(super) fn with_staff_parts(&self, parts: Vec<(Node, Origin)>) -> Result<Self, Faults> {
        self.with_staff_read(parts, Faults::new())
    }

    fn with_staff_read(&self, parts: Vec<(Node, Origin)>, mut faults: Faults) -> Result<Self, Faults> {
        let mut spec = Some(StaffSpec::default());
        for (node, origin) in &parts {
            let part = StaffSpec::read(&Cursor::merged(node, origin), &mut faults);
            spec = spec.zip(part).map(|(whole, part)| whole.followed_by(part));
        }
        let staff = spec.and_then(|spec| match Staff::compile(self.rulebook.parts().organisation.clone(), spec) {
            Ok(staff) => Some(staff),
            Err(mut found) => {
                // A day that is missing is read as some day: what is said of the period only follows from that.
                found.change(|fault| {
                    let pointer = fault.place().pointer.as_deref().unwrap_or_default();
                    let row = pointer.rsplit_once('/').map_or("", |(row, _)| row).to_owned();
                    match fault.code() {
                        Code::EndsBeforeItBegins => fault.because_of(Cause::Unread(row)),
                        _ => fault,
                    }
                });
                faults.extend(found);
                None
            }
        });
        in_order(&mut faults, ["staff"]);
        Ok(Self { staff: Arc::new(faults.into_result(staff)?), ..self.clone() })
    }

    /// The rules.
    pub fn rulebook(&self) -> &Rulebook {
        &self.rulebook
    }

    /// The rules, shared with whoever keeps them.
    pub(super) fn shared_rulebook(&self) -> Arc<Rulebook> {
        self.rulebook.clone()
    }

    /// The people and their roles.
    pub fn staff(&self) -> &Staff {
        &self.staff
    }

    /// The hash of the rulebook: [`Rulebook::hash`].
    pub fn hash(&self) -> Hash {
        self.rulebook.hash()
    }

    /// A calendar by name; without a name, the default calendar.
    ///
    /// # Errors
    /// As [`Rulebook::calendar`].
    pub fn calendar(&self, id: Option<&CalendarId>) -> Result<&Calendar, Error> {
        self.rulebook.calendar(id)
    }

    /// The calendar by which a unit works.
    ///
    /// # Errors
    /// As [`Rulebook::calendar_of`].
    pub fn calendar_of(&self, unit: Option<&UnitId>) -> Result<&Calendar, Error> {
        self.rulebook.calendar_of(unit)
    }

    /// The version of a procedure in force on a day.
    ///
    /// # Errors
    /// As [`RuleSet::procedure`].
    #[doc(hidden)]
    pub fn procedure(&self, id: &ProcedureId, on: Date) -> Result<&Procedure, Error> {
        self.rulebook.procedure(id, on)
    }
}
