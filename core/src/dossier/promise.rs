//! Which limits hold for one dossier.

use super::checks::LIBRARY;
use super::procedure::{Procedure, ROOTS};
use crate::deadline::Promise;
use crate::error::{Code, Error, Faults};
use crate::rule::{self, Condition, Scope, Stop};
use crate::shape::Cursor;
use crate::time::Date;
use crate::value::{Node, Value};

impl Procedure {
    /// The limits that hold for a case of this procedure: chosen by channel, by the factors present (`complex`,
    /// `remote`) and, where the procedure has a choice, by what the form says. Without a form no choice applies.
    ///
    /// # Errors
    /// [`Code::NoLimit`] when the procedure has none.
    pub fn promise(
        &self,
        channel: Option<&str>,
        factors: &[String],
        form: Option<&Node>,
        on: Date,
    ) -> Result<Promise, Error> {
        let spec = self.limit().ok_or_else(|| Error::new(Code::NoLimit))?;
        let null = Node::from(Value::Null);
        spec.promise(channel, factors, |when| {
            let Some(form) = form else { return Ok(false) };
            let mut faults = Faults::new();
            let scope = Scope { data: ROOTS, library: LIBRARY, limits: self.spec().limits };
            let condition = Condition::read(&Cursor::root(when, None), scope, &mut faults);
            let data = [form, &null, &null];
            let context = rule::Context { data: &data, today: Some(on), working_days: None };
            match condition.map(|condition| condition.holds(context)) {
                Some(Ok(holds)) => Ok(holds),
                // A choice that hangs on an empty field is not made yet.
                Some(Err(Stop::Pending)) => Ok(false),
                Some(Err(Stop::Undetermined(_))) | None => {
                    Err(faults.iter().next().cloned().unwrap_or_else(|| Error::new(Code::NoLimit)))
                }
            }
        })
    }
}
