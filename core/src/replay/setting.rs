//! The surroundings of the cases of a log: the rules, and the names that the log uses.

use super::names::AllNames;
use super::profile::Profile;
use super::rules::ReplayRules;
use crate::base::ids::{StepId, WorkflowId};
use crate::base::names::Symbol;
use crate::base::time::{Date, Instant, Zone};
use crate::case::TakeOver;
use crate::case::course::{Naming, Plan, Setting};
use crate::deadline::Finish;
use crate::workflow::{Step, Workflow};
use foldhash::fast::RandomState;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// What is looked up once for each procedure and day.
type ByDay<T> = RefCell<HashMap<(Option<Symbol>, Date), T, RandomState>>;
type Plans<'a> = HashMap<*const Workflow, Rc<Plan<'a>>, RandomState>;

/// What all cases of a log share; looked up once for each procedure and day.
pub(super) struct LogSetting<'a> {
    rules: &'a dyn ReplayRules,
    names: &'a AllNames<'a>,
    /// Steps that some event shows as done; `None` if the log shows every step that is done.
    done: Option<Vec<StepId>>,
    plans: RefCell<Plans<'a>>,
    by_day: ByDay<Option<Rc<Plan<'a>>>>,
    finishes: ByDay<Finish>,
    take_overs: RefCell<HashMap<Symbol, bool, RandomState>>,
}

impl<'a> LogSetting<'a> {
    pub(super) fn new(rules: &'a dyn ReplayRules, names: &'a AllNames<'a>, profile: &Profile) -> Self {
        Self {
            rules,
            names,
            done: (!profile.tells_data).then(|| profile.done.clone()),
            plans: RefCell::default(),
            by_day: RefCell::default(),
            finishes: RefCell::default(),
            take_overs: RefCell::default(),
        }
    }

    /// The names of the log and of the rules.
    pub(super) fn names(&self) -> &'a AllNames<'a> {
        self.names
    }

    /// The procedure of a case whose header and acts name none, if there is only one.
    pub(super) fn procedure(&self, named: Option<Symbol>) -> Option<&str> {
        named.map(|symbol| self.names.name(symbol)).or_else(|| self.rules.only_procedure())
    }

    fn prepared(&self, workflow: &'a Workflow) -> Rc<Plan<'a>> {
        let prepare = || {
            // Steps that wait for somebody outside are logged by some systems and not by others.
            let unseen = |step: &Step| {
                step.waits_for.is_some() && self.done.as_ref().is_some_and(|done| !done.contains(&step.id))
            };
            Rc::new(Plan::new(workflow, |name| self.names.find(name), unseen))
        };
        self.plans.borrow_mut().entry(std::ptr::from_ref(workflow)).or_insert_with(prepare).clone()
    }
}

impl<'a> Setting<'a> for LogSetting<'a> {
    fn zone(&self) -> &Zone {
        self.rules.zone()
    }

    fn name(&self, symbol: Symbol) -> String {
        self.names.name(symbol).to_owned()
    }

    fn find(&self, name: &str) -> Option<Symbol> {
        self.names.find(name)
    }

    fn plan(&self, procedure: Option<Symbol>, workflow: Option<&WorkflowId>, on: Date) -> Option<Rc<Plan<'a>>> {
        if let Some(workflow) = workflow {
            return self.rules.workflow_named(workflow, on).map(|workflow| self.prepared(workflow));
        }
        let look_up = || {
            let workflow = self.rules.workflow(self.procedure(procedure)?, on)?;
            Some(self.prepared(workflow))
        };
        self.by_day.borrow_mut().entry((procedure, on)).or_insert_with(look_up).clone()
    }

    fn finish(&self, procedure: Option<Symbol>, on: Date) -> Finish {
        let look_up = || self.rules.finish(self.procedure(procedure), on);
        *self.finishes.borrow_mut().entry((procedure, on)).or_insert_with(look_up)
    }

    fn take_overs(&self, procedure: Symbol, after: Date, by: Instant) -> Vec<TakeOver> {
        let name = self.names.name(procedure);
        let (first, last) = (Date::MIN, Date::MAX);
        let any = || !self.rules.take_overs(name, first, last).is_empty();
        if !*self.take_overs.borrow_mut().entry(procedure).or_insert_with(any) {
            return Vec::new();
        }
        self.rules.take_overs(name, after, self.zone().date_of(by))
    }

    fn naming(&self) -> Naming {
        self.rules.naming()
    }

    fn may_do(&self, officer: Symbol, step: &Step, unit: Option<Symbol>, on: Date) -> bool {
        self.rules.may_do(self.names.name(officer), step, unit.map(|unit| self.names.name(unit)), on)
    }

    fn acts_for(&self, officer: Symbol, holder: Symbol, step: Option<&Step>, unit: Option<Symbol>, on: Date) -> bool {
        let name = |symbol| self.names.name(symbol);
        self.rules.acts_for((name(officer), name(holder)), step, unit.map(name), on)
    }

    fn is_present(&self, officer: Symbol, on: Date) -> bool {
        self.rules.is_present(self.names.name(officer), on)
    }

    fn is_employed(&self, officer: Symbol, on: Date) -> bool {
        self.rules.is_employed(self.names.name(officer), on)
    }
}
