//! Advice to authors besides faults: failed examples, rules without a legal basis, parts that cannot be
//! meant as they are written.

use super::compiled::Rulebook;
use super::faults::locate;
use super::references::each_version;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::exact::Rational;
use crate::base::shape::Cursor;
use crate::base::source::Dated;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::base::value::Value;
use crate::dossier::Procedure;
use crate::rule::Rule;

impl Rulebook {
    /// Runs the examples of the procedures, each on the calendar of the procedure's unit.
    ///
    /// # Errors
    /// Every failed example.
    pub fn run_examples(&self) -> Result<(), Faults> {
        let mut faults = Faults::new();
        let root = self.root();
        each_version(&root, "procedures", |at| {
            let pointer = at.pointer();
            let id = pointer.split('/').nth(2).unwrap_or_default();
            let from = begins(at);
            let versions = self.parts().rules.procedures.get(id).into_iter().flat_map(|versions| versions.iter());
            for procedure in versions.filter(|one| one.spec().in_force.from == from) {
                if procedure.spec().examples.is_empty() {
                    continue;
                }
                let mut found = Faults::new();
                // The dues of an example are those of the promise in its own layer: another layer that promises less does
                // not make it wrong.
                let file = |at: Option<Cursor<'_>>| at.and_then(|at| at.place().file);
                let promised = at.get("limit").and_then(|limit| file(limit.get("committed")));
                let of_layer = |index: usize| {
                    let list = at.get("examples");
                    let list = list.as_ref();
                    let node = list.and_then(|list| list.node.at_pointer(&format!("/{index}")));
                    let example = list.zip(node).and_then(|(list, node)| file(Some(list.index(index, node))));
                    promised.is_none() || promised == example
                };
                match self.calendar_of(procedure.spec().unit.as_ref()) {
                    Ok(calendar) => procedure.run_examples(calendar, &of_layer, &mut found),
                    Err(error) => found.push(error),
                }
                found.change(|fault| fault.under(&pointer));
                faults.extend(found);
            }
        });
        locate(&mut faults, &root);
        faults.into_result(Some(()))
    }

    /// Rules of procedures without a legal basis (*quy tắc chưa ghi căn cứ*), each with its place. They are applied all
    /// the same, so that an unfinished rulebook can be tried. Lint reports them, since nobody can contest a rule
    /// without a basis.
    pub fn unsourced(&self) -> Faults {
        let mut faults = Faults::new();
        let root = self.root();
        each_version(&root, "procedures", |version| {
            let Some(rules) = version.get("rules") else { return };
            let Value::List(list) = &rules.node.value else { return };
            for (index, rule) in list.iter().enumerate() {
                let named = match rule.get("source").map(|source| &source.value) {
                    None | Some(Value::Null) => false,
                    Some(Value::List(sources)) => !sources.is_empty(),
                    Some(_) => true,
                };
                if !named {
                    let id = rule.get("id").and_then(|id| id.value.as_text()).unwrap_or_default();
                    faults.push(rules.index(index, rule).fault(Code::NoSource).with("rule", id));
                }
            }
        });
        faults
    }

    /// Parts that read well but cannot be meant, each with its place: conditions that are always true or never, steps
    /// that nobody in particular does, and shares of a limit for units that do not exist, and
    /// weights of a policy without `maximum` that do not add up to 100. They are applied as they are written; lint reports them.
    pub fn idle(&self) -> Faults {
        let mut faults = Faults::new();
        let root = self.root();
        each_version(&root, "procedures", |at| {
            let pointer = at.pointer();
            let id = pointer.split('/').nth(2).unwrap_or_default();
            let from = begins(at);
            let versions = self.parts().rules.procedures.get(id).into_iter().flat_map(|versions| versions.iter());
            for procedure in versions.filter(|one| one.spec().in_force.from == from) {
                constant_conditions(procedure, at, &mut faults);
            }
        });
        // A layer without units leaves it to the office above who has which share of a limit.
        let units: Vec<_> = self.organisation().units().map(|(id, _)| id.as_str()).collect();
        each_version(&root, "procedures", |at| {
            let Some(limit) = at.get("limit").filter(|_| !units.is_empty()) else { return };
            let Some(shares) = limit.get("shares") else { return };
            for (unit, share) in shares.entries(&mut Faults::new()).filter(|(unit, _)| !units.contains(unit)) {
                faults.push(Error::undeclared("unit", unit, units.iter().copied()).at(share.place()));
            }
        });
        each_version(&root, "policies", |at| {
            let (pointer, usual) = (at.pointer(), Rational::from(100));
            let versions = pointer.split('/').nth(2).and_then(|id| self.parts().policies.get(id));
            let version =
                versions.into_iter().flat_map(|versions| versions.iter()).find(|one| one.in_force().from == begins(at));
            let sum = version.map(|version| version.spec.maximum()).filter(|sum| *sum != usual);
            if let Some(sum) = sum.filter(|_| at.get("maximum").is_none()) {
                let components = at.get("components").map_or_else(|| at.place(), |components| components.place());
                faults.push(Error::new(Code::PolicyWeights).with("sum", sum).with("maximum", usual).at(components));
            }
        });
        // A layer without positions leaves it to the office above who does what.
        let staffed = self.organisation().positions().next().is_some();
        each_version(&root, "workflows", |at| {
            let Some(steps) = at.get("steps") else { return };
            for (id, step) in steps.entries(&mut Faults::new()) {
                let says =
                    ["role", "waits_for", "workflow", "route"].into_iter().any(|field| step.get(field).is_some());
                if staffed && !says {
                    faults.push(step.fault(Code::StepWithoutRole).with("step", id));
                }
            }
        });
        faults
    }
}

/// The first day of a version as it is written.
fn begins(version: &Cursor<'_>) -> Option<Date> {
    Date::parse(version.node.get("in_force")?.get("from")?.value.as_text()?).ok()
}

/// Reports conditions of rules and components that are always true or never.
fn constant_conditions(procedure: &Procedure, at: &Cursor<'_>, faults: &mut Faults) {
    let mut report = |place: Place, expression: &dyn ToString, value: bool| {
        let value = if value { Text::new("đúng", "true") } else { Text::new("sai", "false") };
        let fault = Error::new(Code::ConstantCondition).with("expression", expression.to_string());
        faults.push(fault.with_text("value", value).at(place));
    };
    let items = |list: &str, see: &mut dyn FnMut(usize, &Cursor<'_>)| {
        let Some(list) = at.get(list) else { return };
        let Value::List(nodes) = &list.node.value else { return };
        nodes.iter().enumerate().for_each(|(index, node)| see(index, &list.index(index, node)));
    };
    items("rules", &mut |index, here| {
        let rule = procedure.rules().of_spec(&procedure.spec().rules, index);
        for (part, expression, value) in rule.map(Rule::constants).unwrap_or_default() {
            let place = here.get(part).map_or_else(|| here.place(), |part| part.place());
            report(place, &expression, value);
        }
    });
    items("components", &mut |index, here| {
        let condition = procedure.conditions().nth(index).and_then(|(_, _, condition)| condition);
        if let Some((condition, value)) = condition.and_then(|condition| Some((condition, condition.constant()?))) {
            report(here.get("need").map_or_else(|| here.place(), |need| need.place()), condition, value);
        }
    });
}
