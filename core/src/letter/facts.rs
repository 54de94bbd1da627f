//! What is known when a form is filled in.

use super::spec::LetterKind;
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::base::time::Stamp;
use crate::calendar::Calendar;
use crate::case::{Case, CaseRow};
use crate::deadline::{Due, Outcome};
use crate::dossier::{Dossier, FeeLine, Procedure, Supplement, Verdict};
use serde::Serialize;

/// Who filed, as the desk wrote it down; what is left out is looked for in the dossier's form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Shape)]
pub struct Applicant {
    /// Name of the person or organisation.
    pub name: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
}

/// How long a step lay with somebody: a line of the control slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// The step.
    pub step: Text,
    /// The unit.
    pub unit: Option<Text>,
    /// Who did it.
    pub officer: Option<String>,
    /// From when it lay there.
    pub begun: Option<Stamp>,
    /// When it was done; not yet.
    pub done: Option<Stamp>,
    /// How long it might take.
    pub budget: Option<Text>,
    /// How it was done.
    pub outcome: Option<Outcome>,
}

/// A line of the book of dossiers, judged.
#[derive(Clone, Debug)]
pub(crate) struct Line<'a> {
    /// The header of the case.
    pub row: &'a CaseRow,
    /// What the procedure is called.
    pub procedure: Option<Text>,
    /// What the unit is called.
    pub unit: Option<Text>,
    /// When it is promised for.
    pub due: Option<Due>,
}

/// Everything that a form may ask for; each part only where it is known.
pub(crate) struct Facts<'a> {
    /// Which form.
    pub kind: LetterKind,
    /// When the form is given out.
    pub at: Stamp,
    /// The calendar by which it is counted.
    pub calendar: &'a Calendar,
    /// The agency.
    pub agency: Option<Text>,
    /// The code of the dossier.
    pub code: Option<String>,
    /// The procedure.
    pub procedure: Option<&'a Procedure>,
    /// The dossier.
    pub dossier: Option<&'a Dossier>,
    /// What the check of the dossier found.
    pub verdict: Option<&'a Verdict>,
    /// The case.
    pub case: Option<&'a Case>,
    /// When the result is promised for.
    pub due: Option<&'a Due>,
    /// Who filed.
    pub applicant: Applicant,
    /// What has to be paid.
    pub fees: Vec<FeeLine>,
    /// The request that gathers all gaps.
    pub supplement: Option<&'a Supplement>,
    /// When the window of a supplement ends: of this one, or of the one that is awaited.
    pub window: Option<Due>,
    /// How often a supplement was asked for before.
    pub asked: u32,
    /// How often a new date was given before.
    pub reappointed: u32,
    /// The new date.
    pub new_due: Option<Stamp>,
    /// Why.
    pub reason: Option<String>,
    /// Who writes the form.
    pub officer: Option<String>,
    /// What lay with whom.
    pub stretches: Vec<Stretch>,
    /// The lines of the book.
    pub lines: Vec<Line<'a>>,
}
