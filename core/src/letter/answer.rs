//! A filled-in form.

use super::spec::{LetterKind, Paper};
use crate::base::shape::Shape;
use crate::base::source::Source;
use crate::base::text::Text;
use crate::rule::Remark;
use serde::Serialize;

/// A field of a filled-in form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct LetterField {
    /// Identifier of the field.
    pub id: String,
    /// The label printed before the field.
    pub title: Text,
    /// The content, one text per line; empty if the field is left blank.
    pub lines: Vec<Text>,
}

/// The table of a filled-in form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct LetterTable {
    /// Identifiers of the columns.
    pub columns: Vec<String>,
    /// The headings of the columns.
    pub titles: Vec<Text>,
    /// The rows, one cell per column; `None` is left blank.
    pub rows: Vec<Vec<Option<Text>>>,
}

/// A filled-in form (*biểu mẫu đã điền*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Letter {
    /// The kind of form, such as the receipt of a dossier.
    pub kind: LetterKind,
    /// Its number among the forms, such as `02` (*mẫu số*).
    pub number: Option<String>,
    /// The title printed on it.
    pub title: Text,
    /// The agency that issues it (*cơ quan ban hành*).
    pub agency: Option<Text>,
    /// The date of the form in words (*ngày … tháng … năm …*).
    pub day: Text,
    /// The paper size it is printed on.
    pub paper: Paper,
    /// Its fields, in the order of printing.
    pub fields: Vec<LetterField>,
    /// Its table, if it has one.
    pub table: Option<LetterTable>,
    /// The text printed below the fields.
    pub note: Option<Text>,
    /// The signature blocks, from left to right.
    pub signed_by: Vec<Text>,
    /// Identifiers of required fields whose content is unknown; the form is unfinished without them.
    pub blank: Vec<String>,
    /// Rules that issuing the form would break: a second supplement request, a second new date, a deadline of the
    /// citizen that is still running.
    pub remarks: Vec<Remark>,
    /// The legal basis of the form (*căn cứ*).
    pub source: Vec<Source>,
}
