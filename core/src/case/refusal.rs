//! A refusal: the reason, the right that is missing, and who has it.

use crate::base::error::{Code, Error};
use crate::base::ids::OfficerId;
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::people::{Denial, Lack, Right};
use serde::Serialize;

/// Why an event may not happen (*từ chối*). The case stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape, thiserror::Error)]
#[shape(answer)]
#[error("{code}: {}", .text.en)]
pub struct Refusal {
    /// The reason.
    pub code: Code,
    /// The reason in words.
    pub text: Text,
    /// The way out.
    pub help: Option<Text>,
    /// The right that is missing, where it is one.
    pub missing: Option<Right>,
    /// Why the officer does not have it.
    pub lack: Option<Lack>,
    /// Who may do it.
    pub held_by: Vec<OfficerId>,
    /// Since when the first of them may.
    pub since: Option<Date>,
}

/// What was asked for, or why it is refused.
pub(super) type Outcome<T> = Result<T, Box<Refusal>>;

impl Refusal {
    /// The same, naming who may do it, and since when the first of them may.
    pub(super) fn held_by(mut self, holders: impl IntoIterator<Item = (OfficerId, Option<Date>)>) -> Self {
        let (officers, since): (Vec<_>, Vec<_>) = holders.into_iter().unzip();
        self.since = since.into_iter().next().flatten();
        self.held_by = officers;
        self
    }

    /// The same, naming the right that it takes.
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
