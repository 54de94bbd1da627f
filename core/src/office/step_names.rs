//! Steps that a log calls by their titles.

use super::handle::Office;
use crate::base::ids::StepId;
use crate::log::{Log, Symbol};
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, BTreeSet, HashMap};

impl Office {
    /// The log with the steps of the rulebook by their identifiers. Models drawn elsewhere number their steps, and logs
    /// call them by the titles: a name that no step has for an identifier, and that is the title of one, means that one.
    /// A title that several steps have binds to none.
    pub(super) fn with_steps_of(&self, mut log: Log) -> Log {
        let mut ids: BTreeSet<&str> = BTreeSet::new();
        let mut titles: BTreeMap<&str, Option<&StepId>> = BTreeMap::new();
        let workflows = self.rulebook().workflows().flat_map(|(_, versions)| versions.iter());
        for step in workflows.flat_map(|workflow| workflow.steps()) {
            ids.insert(step.id.as_str());
            for title in [step.title.vi.as_str(), step.title.en.as_str()] {
                let known = titles.entry(title).or_insert(Some(&step.id));
                *known = known.filter(|known| **known == step.id);
            }
        }
        if titles.is_empty() {
            return log;
        }
        let mut meanings: HashMap<Symbol, Option<Symbol>, RandomState> = HashMap::default();
        let Log { names, events, .. } = &mut log;
        for step in &mut events.step {
            let Some(symbol) = *step else { continue };
            let meaning = match meanings.get(&symbol) {
                Some(known) => *known,
                None => {
                    let name = names.get(symbol);
                    let id = titles.get(name).copied().flatten().filter(|_| !ids.contains(name));
                    let found = id.and_then(|id| names.intern(id.as_str()));
                    meanings.insert(symbol, found);
                    found
                }
            };
            *step = meaning.or(*step);
        }
        log
    }
}
