//! Information added to a drawing.

use crate::base::ids::{RoleId, StepId};
use crate::base::source::InForce;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::people::Organisation;
use std::collections::BTreeMap;

/// Information added to a drawing: the state of a case, or the traffic of a log.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    /// How often each step was done.
    pub steps: BTreeMap<StepId, u64>,
    /// How often each flow `(from, to)` was taken; the end is called `end`.
    pub flows: BTreeMap<(StepId, StepId), u64>,
    /// A short note for each step, such as its median time or its holder.
    pub notes: BTreeMap<StepId, Text>,
    /// Steps to highlight: open ones, or those where time is lost.
    pub marked: Vec<StepId>,
    /// How long each flow `(from, to)` takes, where the drawing is a map of traffic.
    pub times: BTreeMap<(StepId, StepId), Text>,
    /// Whether the drawing is a map of what was done, and not of what is to be done: without gates and conditions.
    pub traffic: bool,
    /// What people call the roles; a role that is not here is called by its identifier.
    pub roles: BTreeMap<RoleId, Text>,
}

impl Overlay {
    /// Calls each role by the titles of the positions that have it on a day; without a day, by those that are not
    /// abolished.
    pub(crate) fn with_roles_of(mut self, organisation: &Organisation, on: Option<Date>) -> Self {
        let exists = |dates: &InForce| on.map_or(dates.to.is_none(), |day| dates.contains(day));
        for (_, position) in organisation.positions().filter(|(_, position)| exists(&position.in_force)) {
            for role in &position.roles {
                let title = &position.title;
                let joined = match self.roles.get(role) {
                    None => title.clone(),
                    Some(known) => {
                        Text::new(format!("{}, {}", known.vi, title.vi), format!("{}, {}", known.en, title.en))
                    }
                };
                self.roles.insert(role.clone(), joined);
            }
        }
        self
    }

    pub(super) fn time(&self, from: &StepId, to: &str) -> Option<&Text> {
        self.times.get(&(from.clone(), StepId::from(to)))
    }

    pub(super) fn flow(&self, from: &StepId, to: &str) -> Option<u64> {
        self.flows.get(&(from.clone(), StepId::from(to))).copied()
    }
}
