//! A form that is filled in.

use super::spec::{LetterKind, Paper};
use crate::base::shape::Shape;
use crate::base::source::Source;
use crate::base::text::Text;
use crate::rule::Remark;
use serde::Serialize;

/// A field of a form that is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct LetterField {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// What stands there, one a line; nothing where it is left blank.
    pub lines: Vec<Text>,
}

/// The table of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct LetterTable {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// What they are called.
    pub titles: Vec<Text>,
    /// The rows; a cell without text is left blank.
    pub rows: Vec<Vec<Option<Text>>>,
}

/// A form that is filled in (*biểu mẫu đã điền*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Letter {
    /// What it is for.
    pub kind: LetterKind,
    /// Its number among the forms.
    pub number: Option<String>,
    /// What it is called.
    pub title: Text,
    /// The agency that gives it out.
    pub agency: Option<Text>,
    /// The day, in words.
    pub day: Text,
    /// What it is printed on.
    pub paper: Paper,
    /// Its fields, in order.
    pub fields: Vec<LetterField>,
    /// Its table.
    pub table: Option<LetterTable>,
    /// What stands under the fields.
    pub note: Option<Text>,
    /// Who signs, from left to right.
    pub signed_by: Vec<Text>,
    /// Fields without which it is unfinished, and which nothing is known of.
    pub blank: Vec<String>,
    /// What giving it out would breach: a second supplement request, a second new date, a window that is still open.
    pub remarks: Vec<Remark>,
    /// The legal basis of the form.
    pub source: Vec<Source>,
}
