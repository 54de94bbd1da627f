//! The limits that apply to one dossier.

use super::procedure::Procedure;
use crate::base::error::{Code, Error};
use crate::base::time::Date;
use crate::base::value::{Node, Value};
use crate::deadline::{LimitOf, Promise};
use crate::rule::{self, Stop};

impl Procedure {
    /// The requested limit: that of the result as [`Procedure::promise`] gives it, or that of taking up the matter
    /// (*thụ lý*).
    ///
    /// # Errors
    /// As [`Procedure::promise`].
    pub fn promise_of(
        &self,
        of: LimitOf,
        channel: Option<&str>,
        factors: &[String],
        form: Option<&Node>,
        on: Date,
    ) -> Result<Promise, Error> {
        match of {
            LimitOf::Result => self.promise(channel, factors, form, on),
            LimitOf::TakeUp => {
                let spec = self.limit().ok_or_else(|| Error::new(Code::NoLimit))?;
                spec.take_up(channel, factors)
            }
        }
    }

    /// The limits that apply to a case of this procedure, selected by channel, by the factors present (`complex`,
    /// `remote`) and, if the procedure has a choice, by the form. Without form data no choice applies.
    ///
    /// # Errors
    /// [`Code::NoLimit`] if the procedure has none; [`Code::Undetermined`] if a choice cannot be decided.
    pub fn promise(
        &self,
        channel: Option<&str>,
        factors: &[String],
        form: Option<&Node>,
        on: Date,
    ) -> Result<Promise, Error> {
        let spec = self.limit().ok_or_else(|| Error::new(Code::NoLimit))?;
        let null = Node::from(Value::Null);
        // The choices are evaluated in the order in which they were compiled.
        let mut choices = self.choices().iter();
        spec.promise(channel, factors, |_| {
            let (Some(form), Some(condition)) = (form, choices.next()) else { return Ok(false) };
            let data = [form, &null, &null];
            let context = rule::Context { data: &data, today: Some(on), calendar: None };
            match condition.holds(context) {
                Ok(holds) => Ok(holds),
                // A choice that depends on an empty field is not made yet.
                Err(Stop::Pending) => Ok(false),
                Err(Stop::Undetermined(reason)) => {
                    Err(Error::new(Code::Undetermined).with("expression", condition).with("reason", reason.words()))
                }
            }
        })
    }
}
