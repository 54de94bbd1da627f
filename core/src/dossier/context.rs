//! What a check needs besides the rules: day and stage, and the documents that rules read.

use super::filing::{Dossier, Submitted};
use crate::base::shape::Term;
use crate::base::time::Date;
use crate::base::value::{Map, Node, Value};
use crate::rule::{Read, Stage, WorkingDays};

/// What a check needs besides the dossier.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The stage for which the dossier is checked.
    pub stage: Stage,
    /// The day of the check: today for an open dossier, the day of acceptance for a filed one.
    pub at: Date,
    /// Counts working days for rules; `None` if there is no calendar.
    pub calendar: Option<&'a dyn WorkingDays>,
}

/// The documents that the expressions of a procedure read, in the order in which [`Read`] numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Term)]
pub(super) enum Root {
    /// What is filled in.
    #[term("d")]
    Form,
    /// The papers, by their names.
    #[term("components")]
    Components,
    /// How and when it is filed, and what databases answer.
    #[term("filing")]
    Filing,
}

impl Root {
    /// Which of them an expression reads.
    pub(super) fn of(read: &Read) -> Option<Self> {
        Self::ALL.get(read.document).map(|(_, root)| *root)
    }
}

/// What expressions may read of the filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Term)]
pub(super) enum FilingField {
    /// How it is filed.
    #[term("channel")]
    Channel,
    /// On which day.
    #[term("submitted")]
    Submitted,
    /// What databases answer, by their names.
    #[term("data")]
    Data,
}

/// The documents themselves.
pub(super) struct Documents<'a> {
    form: &'a Node,
    papers: Node,
    filing: Node,
}

impl<'a> Documents<'a> {
    /// The documents of a dossier; those that no rule reads are not built.
    pub(super) fn of(dossier: &'a Dossier, is_read: impl Fn(Root) -> bool) -> Self {
        let document =
            |root, made: fn(&Dossier) -> Node| if is_read(root) { made(dossier) } else { Value::Null.into() };
        Self { form: &dossier.form, papers: document(Root::Components, papers), filing: document(Root::Filing, filing) }
    }

    /// The documents in the order of their numbers in expressions.
    pub(super) fn data(&self) -> [&Node; Root::ALL.len()] {
        [self.form, &self.papers, &self.filing]
    }
}

/// The papers by id, for rules that refer to them.
fn papers(dossier: &Dossier) -> Node {
    let paper = |paper: &Submitted| {
        let issued = paper.issued.map_or(Value::Null, |date| text(&date.to_string()));
        let entries = [
            ("form", text(paper.form.as_str())),
            ("count", Value::Integer(paper.count.into())),
            ("signed", text(paper.signed.as_str())),
            ("issued", issued),
        ];
        Value::Map(entries.into_iter().collect())
    };
    Value::Map(dossier.components.iter().map(|part| (part.id.as_str(), paper(part))).collect()).into()
}

/// The filing itself, for rules that refer to it.
fn filing(dossier: &Dossier) -> Node {
    let value = |field| match field {
        FilingField::Channel => dossier.channel.as_deref().map_or(Value::Null, text),
        FilingField::Submitted => dossier.submitted_on().map_or(Value::Null, |day| text(&day.to_string())),
        FilingField::Data => {
            Value::Map(dossier.data.iter().map(|(name, answer)| (name.as_str(), text(answer.as_str()))).collect())
        }
    };
    let fields: Map = FilingField::ALL.iter().map(|(name, field)| (*name, value(*field))).collect();
    Value::Map(fields).into()
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}
