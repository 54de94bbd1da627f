//! The facts that a form is filled from.

use super::spec::LetterKind;
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::base::time::Stamp;
use crate::calendar::Calendar;
use crate::case::{Case, CaseRow};
use crate::deadline::{Due, Outcome};
use crate::dossier::{Dossier, FeeLine, Procedure, Supplement, Verdict};
use serde::Serialize;

/// The applicant as the desk recorded them; missing entries are taken from the dossier's form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Shape)]
pub struct Applicant {
    /// Name of the person or organisation (*họ tên, tên tổ chức*).
    pub name: Option<String>,
    /// Postal address (*địa chỉ*).
    pub address: Option<String>,
    /// Telephone number (*số điện thoại*).
    pub phone: Option<String>,
    /// E-mail address (*thư điện tử*).
    pub email: Option<String>,
}

/// How long a step was with somebody: a line of the control slip (*phiếu kiểm soát*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Name of the step (*bước*).
    pub step: Text,
    /// Name of the unit (*đơn vị*).
    pub unit: Option<Text>,
    /// The officer who did it.
    pub officer: Option<String>,
    /// When it arrived there.
    pub begun: Option<Stamp>,
    /// When it was done; `None` if it is not yet.
    pub done: Option<Stamp>,
    /// The working time that it may take, in words.
    pub budget: Option<Text>,
    /// Whether it was done early, on time or late.
    pub outcome: Option<Outcome>,
}

/// A line of the book of dossiers, with its due.
#[derive(Clone, Debug)]
pub(crate) struct Line<'a> {
    /// The header of the case.
    pub row: &'a CaseRow,
    /// Name of the procedure.
    pub procedure: Option<Text>,
    /// Name of the unit.
    pub unit: Option<Text>,
    /// When the result was promised (*hạn trả kết quả*).
    pub due: Option<Due>,
}

/// Everything that a form may need; `None` and empty parts are unknown.
pub(crate) struct Facts<'a> {
    /// The kind of form to fill.
    pub kind: LetterKind,
    /// When the form is issued.
    pub at: Stamp,
    /// The calendar by which limits are counted.
    pub calendar: &'a Calendar,
    /// Name of the agency that issues it.
    pub agency: Option<Text>,
    /// The code of the dossier (*mã hồ sơ*).
    pub code: Option<String>,
    /// The procedure of the dossier.
    pub procedure: Option<&'a Procedure>,
    /// The dossier itself, as it was filed.
    pub dossier: Option<&'a Dossier>,
    /// The result of checking the dossier.
    pub verdict: Option<&'a Verdict>,
    /// The case of the dossier.
    pub case: Option<&'a Case>,
    /// When the result is promised (*hạn trả kết quả*).
    pub due: Option<&'a Due>,
    /// The applicant (*người nộp*).
    pub applicant: Applicant,
    /// The fees and charges to be paid (*phí, lệ phí*).
    pub fees: Vec<FeeLine>,
    /// The request that lists all gaps (*yêu cầu bổ sung*).
    pub supplement: Option<&'a Supplement>,
    /// When the citizen's time for a supplement ends: for this request, or for the one that is awaited.
    pub window: Option<Due>,
    /// Number of earlier supplement requests.
    pub asked: u32,
    /// Number of new dates given earlier.
    pub reappointed: u32,
    /// The new date (*ngày hẹn lại*).
    pub new_due: Option<Stamp>,
    /// The reason for the form (*lý do*).
    pub reason: Option<String>,
    /// The officer who writes the form.
    pub officer: Option<String>,
    /// How long each step was with whom.
    pub stretches: Vec<Stretch>,
    /// The lines of the book of dossiers.
    pub lines: Vec<Line<'a>>,
}
