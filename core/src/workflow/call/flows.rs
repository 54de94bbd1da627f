//! Where the ends of a called workflow lead once it has replaced the calling step.

use crate::base::error::{Cause, Code, Error, Faults};
use crate::base::ids::StepId;
use crate::base::shape::Located;
use crate::base::value::{Node, Value};
use crate::rule::Condition;
use crate::workflow::compile::because_of;
use crate::workflow::spec::{BranchSpec, END, NextSpec, StepSpec};

/// Connects the ends of a called workflow to the steps after the call. `joins` says that a step after the call waits
/// for several flows: only one end may then lead there, or the step would wait for all of them. `flows` are the parts of
/// the rulebook on which the order of the steps depends.
///
/// A split after the call is repeated at each step that ends the called workflow, which has the same meaning as one
/// split after all of them. An inclusive split is the exception, since it belongs to one join. A step that ends on one
/// branch of its own choice can only be followed by a further choice.
pub(super) fn lead_on<'a>(
    call: &Located<StepId>,
    steps: impl Iterator<Item = (&'a StepId, &'a mut Located<StepSpec>)>,
    next: &Located<NextSpec>,
    joins: bool,
    flows: &[Cause],
    faults: &mut Faults,
) {
    if matches!(&next.value, NextSpec::Step(to) if to.value == END) {
        return;
    }
    let ends: Vec<_> = steps.filter(|(_, step)| targets(&step.next).any(|to| to.value == END)).collect();
    let several = ends.len() > 1 && (joins || matches!(next.value, NextSpec::SomeOf(_)));
    let goes_on = |step: &StepSpec| {
        use NextSpec::{OneOf, Step};
        matches!((&step.next.value, &next.value), (Step(_), _) | (_, Step(_)) | (OneOf(_), OneOf(_)))
    };
    if several || !ends.iter().all(|(_, step)| goes_on(step)) {
        let names = ends.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>().join(", ");
        let fault = Error::new(Code::CallEnds).with("step", &call.value).with("ends", names);
        return faults.push(because_of(fault, flows).at(call.place.clone()));
    }
    for (_, step) in ends {
        match lead(&step.next.value, &next.value) {
            Ok(led) => {
                if let (NextSpec::Step(_), NextSpec::Step(_)) = (&led, &step.next.value) {
                    step.value.next.value = led;
                } else {
                    step.value.next = Located { value: led, place: next.place.clone() };
                }
            }
            Err(fault) => faults.push(fault.at(next.place.clone())),
        }
    }
}

/// The names to which a step leads.
pub(super) fn targets(next: &NextSpec) -> impl Iterator<Item = &Located<String>> {
    let (one, branches) = match next {
        NextSpec::Step(to) => (Some(to), [].as_slice()),
        NextSpec::OneOf(branches) | NextSpec::AllOf(branches) | NextSpec::SomeOf(branches) => {
            (None, branches.as_slice())
        }
    };
    one.into_iter().chain(branches.iter().map(|branch| &branch.to))
}

/// The same step, with each target under the name that it has once expanded.
pub(super) fn rename(next: &mut NextSpec, name: impl Fn(&str) -> String) {
    match next {
        NextSpec::Step(to) => to.value = name(&to.value),
        NextSpec::OneOf(branches) | NextSpec::AllOf(branches) | NextSpec::SomeOf(branches) => {
            branches.iter_mut().for_each(|branch| branch.to.value = name(&branch.to.value));
        }
    }
}

fn lead(own: &NextSpec, next: &NextSpec) -> Result<NextSpec, Error> {
    let ends = |to: &Located<String>| to.value == END;
    Ok(match (own, next) {
        (NextSpec::Step(_), next) => next.clone(),
        (NextSpec::OneOf(branches), NextSpec::OneOf(after)) => {
            let mut led = Vec::new();
            for branch in branches {
                if !ends(&branch.to) {
                    led.push(branch.clone());
                    continue;
                }
                for way in after {
                    led.push(both(branch, way)?);
                }
            }
            NextSpec::OneOf(led)
        }
        (own, next) => {
            let mut led = own.clone();
            if let NextSpec::Step(to) = next {
                rename(&mut led, |name| if name == END { to.value.clone() } else { name.to_owned() });
            }
            led
        }
    })
}

/// The combined branch of a choice whose branch leads to the end and is followed by a branch of the second choice.
fn both(first: &BranchSpec, second: &BranchSpec) -> Result<BranchSpec, Error> {
    let to = second.to.clone();
    let title = second.title.clone().or_else(|| first.title.clone());
    let written = |branch: &BranchSpec| branch.when.as_ref().and_then(|(_, condition)| condition.clone());
    Ok(match (written(first), written(second)) {
        (Some(one), Some(two)) => {
            let text = format!("({one}) && ({two})");
            let condition = Condition::parse(&text)?;
            let node = Located { value: Node::from(Value::Text(text.into())), place: second.to.place.clone() };
            BranchSpec { to, when: Some((node, Some(condition))), otherwise: false, title }
        }
        (Some(_), None) => BranchSpec { to, when: first.when.clone(), otherwise: false, title },
        (None, _) => BranchSpec { to, title, ..second.clone() },
    })
}
