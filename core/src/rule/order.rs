//! The rules of a procedure, in the order in which their remarks are reported.

use super::builder::Scope;
use super::spec::{Rule, RuleSpec};
use crate::base::Arrange;
use crate::base::error::{Cause, Code, Error, Faults};
use crate::base::graph::{Graph, longest_paths};
use crate::base::packed::Packed;
use crate::base::shape::{Cursor, Shape};
use crate::base::value::Value;
use std::collections::HashMap;

/// OrderedRules in order: topological rank first (`after`), then the order of the file.
#[derive(Clone, Debug, Default, Packed)]
pub struct OrderedRules {
    rules: Vec<Rule>,
}

impl OrderedRules {
    /// The rules, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Rule> {
        self.rules.iter()
    }

    pub(crate) fn iter_mut(&mut self) -> std::slice::IterMut<'_, Rule> {
        self.rules.iter_mut()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// The rule of the spec at a place of the list; of several with one name, each is its own. `None` where it could not
    /// be compiled, or where that cannot be said.
    pub(crate) fn of_spec(&self, specs: &[RuleSpec], index: usize) -> Option<&Rule> {
        let id = specs.get(index)?.id.as_str();
        let of_name = |spec: &&RuleSpec| spec.id.as_str() == id;
        let before = specs.iter().take(index).filter(of_name).count();
        let mut rules = self.rules.iter().filter(|rule| rule.id().as_str() == id);
        (rules.clone().count() == specs.iter().filter(of_name).count()).then(|| rules.nth(before))?
    }

    /// The rule of a name.
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id().as_str() == id)
    }
}

/// Compiles the rules that stand in a list at `at`.
pub(crate) fn compile(specs: &[RuleSpec], at: &Cursor<'_>, scope: Scope<'_>, faults: &mut Faults) -> OrderedRules {
    let empty = Vec::new();
    let nodes = if let Value::List(list) = &at.node.value { list } else { &empty };
    // Rules that could not be read at all are reported already, and are not among the specs.
    let read: Vec<usize> = if nodes.len() == specs.len() {
        (0..nodes.len()).collect()
    } else {
        let reads = |(index, node)| {
            RuleSpec::read(&at.index(index, node), &mut Faults::new()).or_else(RuleSpec::placeholder).map(|_| index)
        };
        nodes.iter().enumerate().filter_map(reads).collect()
    };
    let place = |index: usize| {
        let index = read.get(index).copied().unwrap_or(index);
        nodes.get(index).map_or_else(|| at.index(index, at.node), |node| at.index(index, node))
    };
    // Of rules of one name the first counts.
    let positions: HashMap<&str, usize> =
        specs.iter().enumerate().rev().map(|(index, spec)| (spec.id.as_str(), index)).collect();
    let position = |id: &str| positions.get(id).copied();
    let mut rules = Vec::new();
    for (index, spec) in specs.iter().enumerate() {
        let here = place(index);
        here.check_id(faults);
        here.check_not_blank("message", faults);
        here.check_not_blank("remedy", faults);
        if position(spec.id.as_str()) != Some(index) {
            let at = here.get("id").map_or_else(|| here.place(), |id| id.place());
            let fault = Error::new(Code::DuplicateId).with("kind", "rule").with("id", &spec.id).at(at);
            faults.push(fault.because_of(Cause::Unnamed(here.below("id"))));
        }
        for (number, after) in spec.after.iter().enumerate() {
            if position(after.as_str()).is_none() {
                let known = specs.iter().map(|spec| spec.id.as_str());
                let list = here.get("after");
                let item = list.as_ref().and_then(|list| match &list.node.value {
                    Value::List(nodes) => Some(list.index(number, nodes.get(number)?).place()),
                    _ => Some(list.place()),
                });
                let fault = Error::undeclared("rule", after.as_str(), known);
                let fault = fault.because_of(Cause::Unnamed(format!("{}/*/id", at.pointer())));
                faults.push(fault.at(item.unwrap_or_else(|| here.place())));
            }
        }
        rules.push(spec.compile(&here, scope, faults));
    }
    match ranks(specs, position) {
        Ok(ranks) => {
            let mut ranked: Vec<_> = ranks.into_iter().zip(rules.into_iter().flatten()).collect();
            // A stable sort: the order of the file within one rank.
            ranked.arrange_by_key(|(rank, _)| *rank);
            OrderedRules { rules: ranked.into_iter().map(|(_, rule)| rule).collect() }
        }
        Err(index) => {
            let id = specs.get(index).map(|spec| spec.id.to_string()).unwrap_or_default();
            faults.push(place(index).fault(Code::RuleCycle).with("id", id));
            // In the order of the file, so that what else is wrong with them is reported as well.
            OrderedRules { rules: rules.into_iter().flatten().collect() }
        }
    }
}

/// The length of the longest chain of `after` that leads to each rule; where rules come after themselves, the first such
/// rule.
fn ranks(specs: &[RuleSpec], position: impl Fn(&str) -> Option<usize>) -> Result<Vec<usize>, usize> {
    let earlier = |index: usize| specs.get(index).into_iter().flat_map(|spec| &spec.after);
    let next = |index| earlier(index).filter_map(|id| position(id.as_str()));
    let ranks: Option<Vec<usize>> = longest_paths(specs.len(), next).into_iter().collect();
    ranks.ok_or_else(|| Graph::new(specs.len(), next).cyclic().first().copied().unwrap_or_default())
}
