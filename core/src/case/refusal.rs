//! A refusal (*từ chối*): the reason, the missing right, and who has it.

use crate::base::error::{Code, Error};
use crate::base::ids::OfficerId;
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::people::{Denial, Lack, Right};
use serde::Serialize;

/// Why an event is not allowed (*từ chối*). The case stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape, thiserror::Error)]
#[shape(answer)]
#[error("{code}: {}", .text.en)]
pub struct Refusal {
    /// Code of the reason.
    pub code: Code,
    /// The reason in words (*lý do*).
    pub text: Text,
    /// What the user can do about it.
    pub help: Option<Text>,
    /// The missing right, if that is the reason.
    pub missing: Option<Right>,
    /// Why the officer does not have the right.
    pub lack: Option<Lack>,
    /// The officers who have the right.
    pub held_by: Vec<OfficerId>,
    /// The day since which the first of them has it.
    pub since: Option<Date>,
}

/// The result of a check or step of the fold, or the refusal.
pub(super) type Outcome<T> = Result<T, Box<Refusal>>;

impl Refusal {
    /// The same refusal, naming who may do the act, and since when the first of them may.
    pub(super) fn held_by(mut self, holders: impl IntoIterator<Item = (OfficerId, Option<Date>)>) -> Self {
        let (officers, since): (Vec<_>, Vec<_>) = holders.into_iter().unzip();
        self.since = since.into_iter().next().flatten();
        self.held_by = officers;
        self
    }

    /// The same refusal, naming the right that is required.
    pub(super) fn missing(self, right: &Right) -> Self {
        Self { missing: right.role.is_some().then(|| right.clone()), ..self }
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self {
            code: error.code(),
            text: error.text(),
            help: error.help(),
            missing: None,
            lack: None,
            held_by: Vec::new(),
            since: None,
        }
    }
}

impl From<Box<Denial>> for Refusal {
    fn from(denial: Box<Denial>) -> Self {
        let error = Error::new(Code::NoRight).with("vi", &denial.text.vi).with("en", &denial.text.en);
        let Denial { missing, lack, held_by, since, .. } = *denial;
        Self { missing: Some(missing), lack: Some(lack), held_by, since, ..Self::from(error) }
    }
}

impl From<Error> for Box<Refusal> {
    fn from(error: Error) -> Self {
        Self::new(error.into())
    }
}

impl From<Box<Denial>> for Box<Refusal> {
    fn from(denial: Box<Denial>) -> Self {
        Self::new(denial.into())
    }
}
