//! Goes through a rulebook and collects its sentences.

use super::answer::{ExampleFault, RestateRequest, Restated, Statement, StatementKind};
use super::title::title;
use crate::base::error::{Error, Faults};
use crate::base::source::{Dated, Source};
use crate::base::text::Text;
use crate::base::time::Stamp;
use crate::base::value::Node;
use crate::dossier::checks::SENTENCES;
use crate::rule::{Names, Wording};
use crate::rulebook::compiled::Rulebook;
use crate::rulebook::words::name_of;

impl Rulebook {
    /// Restates the rules in plain Vietnamese and English, runs the examples, and computes for each procedure the due
    /// date of a dossier accepted at `accepted_at`. With `procedure`, only for that one.
    pub fn restate(&self, request: &RestateRequest) -> Restated {
        let (procedure, accepted) = (request.procedure.as_ref(), request.accepted_at);
        let mut restater = Restater { rulebook: self, accepted, statements: Vec::new(), entry: String::new() };
        if procedure.is_none() {
            restater.calendars();
            restater.units();
        }
        let mut examples = 0;
        let mut flows = Vec::new();
        for (id, versions) in self.procedures().filter(|(id, _)| procedure.is_none_or(|only| only == *id)) {
            let mut ended = None;
            for version in versions.iter() {
                restater.gap(id, ended, version.in_force().from);
                ended = version.in_force().to;
                restater.procedure(id, version);
                examples += version.spec().examples.len();
                flows.extend(version.workflow());
            }
        }
        for (id, versions) in self.workflows().filter(|(id, _)| procedure.is_none() || flows.contains(id)) {
            versions.iter().for_each(|workflow| restater.workflow(id.as_str(), workflow));
        }
        if procedure.is_none() {
            restater.policies();
            restater.indicators();
        }
        Restated {
            id: self.id().clone(),
            title: self.title().clone(),
            hash: self.hash(),
            statements: restater.statements,
            examples: u32::try_from(examples).unwrap_or(u32::MAX),
            faults: self.run_examples().err().iter().flat_map(Faults::iter).map(fault).collect(),
        }
    }
}

pub(super) struct Restater<'a> {
    pub(super) rulebook: &'a Rulebook,
    pub(super) accepted: Option<Stamp>,
    statements: Vec<Statement>,
    pub(super) entry: String,
}

impl Restater<'_> {
    pub(super) fn say(&mut self, kind: StatementKind, vi: String, en: String, source: &[Source]) {
        let (entry, text) = (self.entry.clone(), Text::new(vi, en));
        self.statements.push(Statement { kind, entry, text, source: source.to_vec() });
    }
}

fn fault(error: &Error) -> ExampleFault {
    ExampleFault { code: error.code(), text: error.text(), at: error.place().clone() }
}

/// The title of a field: from the form, otherwise the usual name of a rulebook.
pub(super) fn called(form: Option<&Node>, name: &str) -> Option<Text> {
    title(form, name).or_else(|| name_of(name.strip_prefix("filing.")?))
}

/// How expressions are worded, with what their fields are called.
pub(super) fn wording(names: Names<'_>) -> Wording<'_> {
    Wording { sentences: SENTENCES, names }
}

/// A message with a letter for the number of the item, and without its full stop.
pub(super) fn numbered(message: &str) -> String {
    message.trim_end_matches('.').replace("{n}", "n").replace("{i}", "i")
}
