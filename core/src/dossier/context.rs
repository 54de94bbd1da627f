//! What a check needs besides the rules: day and stage, and the documents that rules read.

use super::filing::{Dossier, Submitted};
use crate::base::time::Date;
use crate::base::value::{Map, Node, Value};
use crate::rule::{Stage, WorkingDays};

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

/// The documents that rules read: the form, the papers and the filing.
pub(super) struct Documents<'a> {
    form: &'a Node,
    papers: Node,
    filing: Node,
}

impl<'a> Documents<'a> {
    /// The documents of a dossier; those that no rule reads are not built.
    pub(super) fn of(dossier: &'a Dossier, is_read: impl Fn(usize) -> bool) -> Self {
        let document =
            |data, made: fn(&Dossier) -> Node| if is_read(data) { made(dossier) } else { Value::Null.into() };
        Self { form: &dossier.form, papers: document(1, papers), filing: document(2, filing) }
    }

    /// The documents in the order of their numbers in expressions.
    pub(super) fn data(&self) -> [&Node; 3] {
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
    let submitted = dossier.submitted_on().map_or(Value::Null, |day| text(&day.to_string()));
    let registers: Map = dossier.data.iter().map(|(name, answer)| (name.as_str(), text(answer.as_str()))).collect();
    let entries = [
        ("channel", dossier.channel.as_deref().map_or(Value::Null, text)),
        ("submitted", submitted),
        ("data", Value::Map(registers)),
    ];
    Value::Map(entries.into_iter().collect()).into()
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}
