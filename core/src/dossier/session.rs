//! A dossier that is checked repeatedly while it is being filled in.

use super::context::{Context, Documents};
use super::filing::Dossier;
use super::procedure::Procedure;
use super::remarks::{Found, Run};
use crate::base::time::Date;
use crate::rule::schema::Checked;
use crate::rule::{self, Machine, Outcome, Read, Stage, Stop, Verdict};

/// A dossier while it is being filled in: after an edit only the rules that read the edited place are checked again.
#[derive(Clone, Debug)]
pub struct Session {
    procedure: Procedure,
    /// The last request.
    asked: Option<(Stage, Date)>,
    form: Checked,
    needs: Vec<Option<Result<bool, Stop>>>,
    outcomes: Vec<Option<Vec<Outcome>>>,
}

impl Session {
    /// A session before the first check.
    pub fn new(procedure: Procedure) -> Self {
        Self { procedure, asked: None, form: Checked::default(), needs: Vec::new(), outcomes: Vec::new() }
    }

    /// Whether each component is needed, where that has a condition, after the last check.
    pub(super) fn needs(&self) -> &[Option<Result<bool, Stop>>] {
        &self.needs
    }

    /// The procedure.
    pub(crate) fn procedure(&self) -> &Procedure {
        &self.procedure
    }

    /// Checks the whole dossier.
    pub fn check(&mut self, dossier: &Dossier, context: &Context<'_>) -> Verdict {
        self.asked = None;
        self.recheck(dossier, context, &[])
    }

    /// Checks a dossier in which only the places at these pointers of the form have changed since the last check; for
    /// another stage or day everything is checked. Papers are always checked.
    pub fn recheck(&mut self, dossier: &Dossier, context: &Context<'_>, changed: &[&str]) -> Verdict {
        let procedure = self.procedure.clone();
        let documents = Documents::of(dossier, |root| procedure.reads_document(root));
        let data = documents.data();
        let mut machine =
            Machine::new(rule::Context { data: &data, today: Some(context.at), calendar: context.calendar });
        let asked = Some((context.stage, context.at));
        let full = self.asked != asked;
        if let Some(schema) = procedure.schema() {
            if full {
                self.form = schema.check_form(&dossier.form);
            } else {
                changed.iter().for_each(|pointer| self.form = schema.recheck(&dossier.form, pointer, &self.form));
            }
        }
        if full {
            self.needs = vec![None; procedure.components().len()];
            self.outcomes = vec![None; procedure.rules().len()];
        }
        let changed: Vec<_> = changed.iter().map(|pointer| rule::tokens(pointer)).collect();
        let stale = |reads: &[Read]| {
            let touched = |read: &Read| !read.is_of_form() || changed.iter().any(|tokens| read.touched_by(tokens));
            full || reads.iter().any(touched)
        };
        for (need, known) in procedure.needs().iter().zip(&mut self.needs) {
            if let Some((condition, reads)) = need
                && stale(reads)
            {
                *known = Some(condition.holds_on(&mut machine));
            }
        }
        for (rule, known) in procedure.rules().iter().zip(&mut self.outcomes) {
            if rule.applies(context.at, context.stage) && stale(rule.reads()) {
                *known = Some(rule.run_on(&mut machine));
            }
        }
        self.asked = asked;
        let found = Found { form: &self.form, needs: &self.needs, outcomes: &self.outcomes };
        Run::verdict(&procedure, dossier, context, &found)
    }
}
