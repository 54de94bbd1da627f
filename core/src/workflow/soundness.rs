//! Soundness: reductions first, then a bounded search of the rest.

use super::net::{Net, Wiring};
use super::reduce::Reduction;
use super::search::{Fault, FlawKind, Found, search};
use super::step::{Step, Target};
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::StepId;
use crate::base::shape::{Shape, Term};
use crate::base::text::Text;
use serde::Serialize;

/// The largest number of states of the reduced net that is searched; beyond it, soundness is undecided.
pub(super) const MAX_STATES: usize = 100_000;

/// The largest number of states of the whole net that is searched for the shortest path to a fault; beyond it, the
/// longer path that the reductions give is reported.
const MAX_WITNESS_STATES: usize = 5_000;

/// Whether a workflow is sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Judgement {
    /// Every run can complete properly (*đúng đắn*).
    #[term("sound")]
    Sound,
    /// Some run cannot complete, or completes with work left over.
    #[term("unsound")]
    Unsound,
    /// The search reached its bound, or an inclusive gateway forms no block.
    #[term("undecided")]
    Undecided,
}

/// A fault of a workflow and the path to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Flaw {
    /// The kind of fault.
    pub kind: FlawKind,
    /// The steps at which the fault appears.
    pub steps: Vec<StepId>,
    /// The steps to do, in order, to get there.
    pub trace: Vec<StepId>,
    /// Whether no shorter path leads there.
    pub shortest: bool,
    /// The fault in words, in both languages.
    pub text: Text,
}

/// Whether a workflow is sound, and how that was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Soundness {
    /// The verdict.
    pub verdict: Judgement,
    /// The faults, the nearest first.
    pub flaws: Vec<Flaw>,
    /// Number of states examined; 0 if the reductions decided.
    #[shape(default = 0)]
    pub states: u32,
    /// Inclusive splits and joins that form no block.
    pub unmatched: Vec<StepId>,
}

impl Net {
    /// Whether a net of the caller's own is sound. For workflows, [`Workflow::soundness`] gives the reasons too.
    ///
    /// [`Workflow::soundness`]: super::Workflow::soundness
    pub fn verdict(&self) -> Judgement {
        decide(self).0
    }
}

/// Decides the soundness of a net; gives for each fault the transitions to it, and whether no shorter sequence exists.
pub(super) fn decide(net: &Net) -> (Judgement, Vec<(Fault, bool)>, usize) {
    let mut reduction = Reduction::new(net);
    if reduction.run() {
        return (Judgement::Sound, Vec::new(), 0);
    }
    let rest = reduction.rest();
    let small = search(&rest.net, MAX_STATES);
    match (small.faults.is_empty(), small.complete) {
        (true, true) => (Judgement::Sound, Vec::new(), small.states),
        (true, false) => (Judgement::Undecided, Vec::new(), small.states),
        (false, _) => {
            let states = small.states;
            let whole = search(net, MAX_WITNESS_STATES);
            let faults = match whole.faults.is_empty() {
                false => whole.faults.into_iter().map(|fault| (fault, true)).collect(),
                true => lift(net, small, &rest.sequences),
            };
            (Judgement::Unsound, faults, states)
        }
    }
}

/// Translates faults of the reduced net to the whole net.
fn lift(net: &Net, found: Found, sequences: &[Vec<usize>]) -> Vec<(Fault, bool)> {
    let whole = |transitions: &[usize]| -> Vec<usize> {
        transitions.iter().filter_map(|index| sequences.get(*index)).flatten().copied().collect()
    };
    let lifted = found.faults.into_iter().map(|fault| {
        let trace = whole(&fault.trace);
        let mut marking = net.initial();
        let mut full = None;
        for transition in trace.iter().filter_map(|index| net.transitions.get(*index)) {
            let (next, twice) = net.fire(&marking, transition);
            marking = next;
            full = full.or(twice);
        }
        let places = match fault.kind {
            FlawKind::TwiceAtOnce => full.into_iter().collect(),
            FlawKind::DeadStep => Vec::new(),
            FlawKind::Deadlock | FlawKind::Livelock | FlawKind::ImproperCompletion => {
                marking.places().filter(|place| *place != net.sink).collect()
            }
        };
        let transition = fault.transition.and_then(|index| sequences.get(index)?.first().copied());
        (Fault { trace, places, transition, ..fault }, false)
    });
    lifted.collect()
}

/// Decides the soundness of a wired workflow, and names the steps of its faults.
pub(super) fn check(steps: &[Step], wiring: &Wiring, unmatched: Vec<StepId>) -> Soundness {
    if !unmatched.is_empty() {
        return Soundness { verdict: Judgement::Undecided, flaws: Vec::new(), states: 0, unmatched };
    }
    let (verdict, faults, states) = decide(&wiring.net);
    let id = |index: usize| steps.get(index).map(|step| step.id.clone());
    let step_of = |transition: usize| wiring.net.transitions.get(transition).and_then(|found| found.step);
    let flaws = faults.into_iter().map(|(fault, shortest)| {
        let owner = |place: &usize| match wiring.owners.get(*place) {
            Some((Target::Step(step), _)) => id(*step),
            _ => None,
        };
        let dead = fault.transition.and_then(step_of).and_then(id);
        let mut at: Vec<StepId> = fault.places.iter().filter_map(owner).chain(dead).collect();
        at.dedup();
        let trace: Vec<StepId> = fault.trace.iter().filter_map(|index| step_of(*index).and_then(id)).collect();
        let text = describe(fault.kind, &at, &trace);
        Flaw { kind: fault.kind, steps: at, trace, shortest, text }
    });
    Soundness { verdict, flaws: flaws.collect(), states: u32::try_from(states).unwrap_or(u32::MAX), unmatched }
}

/// The faults of a drawing as flaws, if all of them are visible in its graph: steps that nothing leads to or that do not
/// lead to the end, and a first step that waits. `None` if there are others.
pub(crate) fn flaws_of(faults: &Faults) -> Option<Vec<Flaw>> {
    let flaw = |fault: &Error| {
        let kind = match fault.code() {
            Code::UnreachableStep => FlawKind::DeadStep,
            Code::NoWayOut => FlawKind::Livelock,
            Code::JoinAtStart => FlawKind::Deadlock,
            _ => return None,
        };
        let steps = fault.value("step").map(StepId::from).into_iter().collect();
        Some(Flaw { kind, steps, trace: Vec::new(), shortest: true, text: fault.text() })
    };
    faults.iter().map(flaw).collect()
}

impl Soundness {
    /// The verdict on a drawing whose graph alone shows that it is unsound.
    pub(crate) fn unsound() -> Self {
        Self { verdict: Judgement::Unsound, flaws: Vec::new(), states: 0, unmatched: Vec::new() }
    }
}

fn describe(kind: FlawKind, at: &[StepId], trace: &[StepId]) -> Text {
    let (vi, en) = match kind {
        FlawKind::Deadlock => ("«{at}» chờ mãi không xong", "`{at}` waits for ever"),
        FlawKind::Livelock => ("từ «{at}» không còn đường tới kết thúc", "from `{at}` the end cannot be reached"),
        FlawKind::TwiceAtOnce => ("«{at}» chạy hai lần cùng lúc", "`{at}` would be under way twice at once"),
        FlawKind::ImproperCompletion => {
            ("quy trình kết thúc khi «{at}» còn dở dang", "the workflow ends while `{at}` is still under way")
        }
        FlawKind::DeadStep => ("«{at}» không bao giờ được thực hiện hết", "a way out of `{at}` can never be taken"),
    };
    let join = |steps: &[StepId], between: &str| steps.iter().map(StepId::as_str).collect::<Vec<_>>().join(between);
    let (before_vi, before_en) = match (trace.is_empty(), kind) {
        (true, _) | (_, FlawKind::DeadStep) => ("", ""),
        _ => ("sau {trace}: ", "after {trace}: "),
    };
    Text::new(format!("{before_vi}{vi}"), format!("{before_en}{en}"))
        .fill(&[("at", if at.is_empty() { "end".to_owned() } else { join(at, ", ") }), ("trace", join(trace, " → "))])
}
