//! A live case in numbers: restored from its JSON form, advanced by one event, and written back.

use super::course::{Act, Done, HeldBy, Moment, Naming, Other, Plan, Route, Setting, Slot, State, Visit};
use super::data::{heard, stored};
use super::event::{ActorKind, Effect, Event};
use super::rules::{CaseRules, TakeOver};
use super::state::{Case, DoneStep, Holder, Involvement, OpenStep};
use crate::base::Arrange;
use crate::base::ids::{OfficerId, ProcedureId, StepId, UnitId, WorkflowId};
use crate::base::names::{Names, Symbol};
use crate::base::time::{Date, Instant, Seconds, Stamp, Zone};
use crate::deadline::Finish;
use crate::people::{Right, Secrecy, Staff};
use crate::workflow::{Step, Target, Workflow};
use std::cell::RefCell;
use std::rc::Rc;

/// The name of the end of a workflow among the steps that a step led to.
const END: &str = "end";

/// Whether an officer acts in the right of another, by a delegation in force.
pub(crate) fn acts_for(staff: &Staff, officer: &OfficerId, holder: &OfficerId, right: &Right, on: Date) -> bool {
    staff.may_for(officer, Some(holder), right, on).is_ok_and(|grant| grant.principal() == Some(holder))
}

/// The surroundings of one live case.
pub(super) struct LiveSetting<'r> {
    rules: &'r dyn CaseRules,
    secrecy: Secrecy,
    names: RefCell<Names>,
    plans: RefCell<Vec<Rc<Plan<'r>>>>,
}

impl<'r> LiveSetting<'r> {
    pub(super) fn new(rules: &'r dyn CaseRules, secrecy: Secrecy) -> Self {
        Self { rules, secrecy, names: RefCell::default(), plans: RefCell::default() }
    }

    fn prepared(&self, workflow: &'r Workflow) -> Rc<Plan<'r>> {
        let known = self.plans.borrow().iter().find(|plan| std::ptr::eq(plan.workflow, workflow)).cloned();
        known.unwrap_or_else(|| {
            let plan = Rc::new(Plan::new(workflow, |name| self.find(name), |_| false));
            self.plans.borrow_mut().push(plan.clone());
            plan
        })
    }

    fn officer(&self, symbol: Symbol) -> OfficerId {
        OfficerId::from(self.name(symbol).as_str())
    }

    fn right(&self, step: &Step, unit: Option<Symbol>) -> Right {
        let unit = unit.map(|unit| UnitId::from(self.name(unit).as_str()));
        Right { role: step.role.clone(), unit, secrecy: self.secrecy }
    }
}

impl<'r> Setting<'r> for LiveSetting<'r> {
    fn zone(&self) -> &Zone {
        self.rules.zone()
    }

    fn name(&self, symbol: Symbol) -> String {
        self.names.borrow().get(symbol).to_owned()
    }

    fn find(&self, name: &str) -> Option<Symbol> {
        self.names.borrow_mut().intern(name)
    }

    fn plan(&self, procedure: Option<Symbol>, workflow: Option<&WorkflowId>, on: Date) -> Option<Rc<Plan<'r>>> {
        let rules = self.rules;
        let workflow = match workflow {
            Some(workflow) => workflow,
            None => {
                let procedure = ProcedureId::from(self.name(procedure?).as_str());
                rules.workflow_of(&procedure, on).ok().flatten()?
            }
        };
        Some(self.prepared(rules.workflow(workflow, on).ok()?))
    }

    fn finish(&self, procedure: Option<Symbol>, on: Date) -> Finish {
        let procedure = procedure.map(|procedure| ProcedureId::from(self.name(procedure).as_str()));
        let limit = procedure.and_then(|procedure| self.rules.limit(&procedure, on).ok().flatten());
        limit.map(|limit| limit.finish).unwrap_or_default()
    }

    fn take_overs(&self, procedure: Symbol, after: Date, by: Instant) -> Vec<TakeOver> {
        let by = self.zone().date_of(by);
        self.rules.take_overs(&ProcedureId::from(self.name(procedure).as_str()), after, by)
    }

    fn naming(&self) -> Naming {
        self.rules.naming()
    }

    fn may_do(&self, officer: Symbol, step: &Step, unit: Option<Symbol>, on: Date) -> bool {
        self.rules.staff().may(&self.officer(officer), &self.right(step, unit), on).is_ok()
    }

    fn acts_for(&self, officer: Symbol, holder: Symbol, step: Option<&Step>, unit: Option<Symbol>, on: Date) -> bool {
        let Some(step) = step.filter(|step| step.role.is_some()) else { return false };
        acts_for(self.rules.staff(), &self.officer(officer), &self.officer(holder), &self.right(step, unit), on)
    }

    fn is_present(&self, officer: Symbol, on: Date) -> bool {
        self.rules.staff().absent(&self.officer(officer), on).is_none()
    }

    fn is_employed(&self, officer: Symbol, on: Date) -> bool {
        self.rules.staff().officer(&self.officer(officer)).is_none_or(|officer| officer.employed().contains(on))
    }
}

/// The last instant of the day that begins at an instant.
fn end_of_day(zone: &Zone, at: Instant) -> Instant {
    let next = zone.instant(zone.date_of(at).plus(1), 0);
    Instant::from_micros(next.micros() - 1).unwrap_or(next)
}

/// An event in numbers; `officer` is who acts, `None` for a program or the citizen.
pub(super) fn act_of<'e>(
    event: &'e Event,
    effect: Effect,
    declared: bool,
    officer: Option<&OfficerId>,
    setting: &LiveSetting<'_>,
) -> Act<'e> {
    let staff = setting.rules.staff();
    let known = |id: &OfficerId| setting.find(staff.find(id.as_str()).unwrap_or(id).as_str());
    let actor = event.actor.as_ref();
    Act {
        row: 0,
        at: event.at.at,
        latest: if event.day_only { end_of_day(setting.zone(), event.at.at) } else { event.at.at },
        effect,
        declared,
        step: event.step.as_ref().and_then(|step| setting.find(step.as_str())),
        unit: event.unit.as_ref().and_then(|unit| setting.find(unit.as_str())),
        actor: officer.or(actor.and_then(|actor| actor.id.as_ref())).and_then(known),
        kind: actor.map_or(ActorKind::Unknown, |actor| actor.kind),
        principal: event.on_behalf_of.as_ref().and_then(known),
        assignee: event.assignee.as_ref().and_then(known),
        data: event.data.as_ref(),
        event_id: event.event_id.as_ref(),
    }
}

/// The state of a stored case.
pub(super) fn restore<'r>(case: &Case, setting: &LiveSetting<'r>) -> State<'r> {
    let find = |name: &str| setting.find(name);
    let moment = |stamp: Option<Stamp>| stamp.map(|stamp| Moment { at: stamp.at, latest: stamp.at });
    let versions = &case.versions;
    let procedure = versions.procedure.as_ref().and_then(|id| find(id.as_str()));
    let on = versions.anchored_on.unwrap_or_else(|| setting.zone().date_of(case.last_at.at));
    let plan = versions.workflow.as_ref().and_then(|workflow| setting.plan(None, Some(workflow), on));
    let ways = plan.as_ref().and_then(|plan| plan.workflow.marking(&case.tokens)).into_iter().collect();
    let position = |step: &StepId| plan.as_ref().and_then(|plan| plan.workflow.position(step));
    let visits = case.open_steps.iter().zip(0..).map(|(open, number)| {
        let at = position(&open.step);
        let holders = || case.holders.iter().filter(|holder| holder.step == open.step);
        let lead = holders().find(|holder| holder.involvement == Involvement::Lead);
        let slot = lead.and_then(|lead| {
            let (who, since) = (find(lead.officer.as_str())?, lead.since.at);
            Some(match lead.by {
                HeldBy::Naming => Slot::Named { who, since },
                by => Slot::Held { who, kind: ActorKind::Person, since, by },
            })
        });
        let others = holders().filter(|holder| holder.involvement != Involvement::Lead).filter_map(|holder| {
            let who = find(holder.officer.as_str())?;
            Some(Other { who, involvement: holder.involvement, since: holder.since.at })
        });
        let drawn = plan.as_ref().zip(at).and_then(|(plan, at)| plan.step(at));
        Visit {
            number,
            step: find(open.step.as_str()),
            at,
            unit: open.unit.as_ref().and_then(|unit| find(unit.as_str())),
            since: open.since.at,
            started: open.started.map(|started| started.at),
            slot: slot.unwrap_or(Slot::Free { since: open.since.at }),
            others: others.collect(),
            certain: true,
            known: true,
            outside: drawn.is_some_and(|step| step.waits_for.is_some()),
            worked: None,
            budget_ends: open.budget_ends,
            fresh: false,
        }
    });
    let target = |step: &StepId| match step.as_str() {
        END => Some(Target::End),
        _ => position(step).map(Target::Step),
    };
    let done = case.done.iter().map(|done| Done {
        step: find(done.step.as_str()),
        position: position(&done.step),
        officer: done.officer.as_ref().and_then(|officer| find(officer.as_str())),
        principal: done.principal.as_ref().and_then(|officer| find(officer.as_str())),
        at: done.at.at,
        outcome: done.outcome.clone(),
        led_to: done.led_to.iter().filter_map(target).collect(),
        undone: done.undone,
    });
    State {
        procedure,
        unit: case.unit.as_ref().and_then(|unit| find(unit.as_str())),
        anchored_on: versions.anchored_on,
        begun: (case.seq > 0).then_some(case.received.unwrap_or(case.last_at).at),
        received: moment(case.received),
        accepted: moment(case.accepted),
        finished: moment(case.finished),
        delivered: moment(case.delivered),
        stopped: moment(case.stopped),
        clock: case.clock.acts.clone(),
        given: case.clock.given,
        supplements: case.supplements,
        visited: u32::try_from(case.open_steps.len()).unwrap_or(u32::MAX),
        visits: visits.collect(),
        done: done.collect(),
        data: Some(heard(&case.data)),
        route: Route { ways, ..Route::default() },
        plan,
        ..State::default()
    }
}

/// Writes a state into a case. Instants keep the offset with which they were given.
pub(super) fn store(state: &State<'_>, case: &mut Case, now: Stamp, setting: &LiveSetting<'_>) {
    let zone = setting.zone();
    let stamp = |at: Instant, known: Option<Stamp>| match known.filter(|known| known.at == at) {
        Some(known) => known,
        None if at == now.at => now,
        None => zone.stamp(at),
    };
    let moment = |moment: Option<Moment>, known: Option<Stamp>| moment.map(|moment| stamp(moment.at, known));
    case.received = moment(state.received, case.received);
    case.accepted = moment(state.accepted, case.accepted);
    case.finished = moment(state.finished, case.finished.or(case.delivered));
    case.delivered = moment(state.delivered, case.delivered);
    case.stopped = moment(state.stopped, case.stopped);
    case.unit = state.unit.map(|unit| UnitId::from(setting.name(unit).as_str()));
    case.versions.anchored_on = state.anchored_on;
    if let Some(plan) = &state.plan {
        case.versions.workflow = Some(plan.workflow.id().clone());
        case.tokens = state.route.ways.first().map(|marking| plan.workflow.tokens(marking)).unwrap_or_default();
    }
    let before = case.clock.acts.len();
    case.clock.acts.clone_from(&state.clock);
    for act in case.clock.acts.iter_mut().skip(before) {
        act.at = stamp(act.at.at, None);
    }
    case.clock.given = state.given;
    case.supplements = state.supplements;
    let mut visits: Vec<&Visit> = state.visits.iter().collect();
    visits.arrange_by_key(|visit| visit.at);
    let named =
        |symbol: Option<Symbol>| StepId::from(symbol.map(|symbol| setting.name(symbol)).unwrap_or_default().as_str());
    let mut holders = Vec::new();
    let mut open_steps = Vec::with_capacity(visits.len());
    for visit in visits {
        let step = named(visit.step);
        let known = case.open_steps.iter().find(|open| open.step == step);
        let held = |officer: Symbol, involvement, since: Instant, by| {
            let officer = setting.officer(officer);
            let known = case.holders.iter().find(|known| known.step == step && known.officer == officer);
            Holder { since: stamp(since, known.map(|known| known.since)), officer, step: step.clone(), involvement, by }
        };
        match visit.slot {
            Slot::Free { .. } => {}
            Slot::Named { who, since } => holders.push(held(who, Involvement::Lead, since, HeldBy::Naming)),
            Slot::Held { who, since, by, .. } => holders.push(held(who, Involvement::Lead, since, by)),
        }
        let others = visit.others.iter();
        holders.extend(others.map(|other| held(other.who, other.involvement, other.since, HeldBy::Assignment)));
        let budget_ends = if visit.fresh { budget_ends(state, visit, setting) } else { visit.budget_ends };
        open_steps.push(OpenStep {
            unit: visit.unit.map(|unit| UnitId::from(setting.name(unit).as_str())),
            since: stamp(visit.since, known.map(|known| known.since)),
            started: visit.started.map(|started| stamp(started, known.and_then(|known| known.started))),
            budget_ends,
            step,
        });
    }
    (case.holders, case.open_steps) = (holders, open_steps);
    let officer = |symbol: Option<Symbol>| symbol.map(|symbol| setting.officer(symbol));
    let plan = state.plan.as_ref();
    for (index, done) in state.done.iter().enumerate() {
        match case.done.get_mut(index) {
            Some(known) => known.undone = done.undone,
            None => {
                let target = |target: &Target| match target {
                    Target::Step(step) => plan.and_then(|plan| plan.step(*step)).map(|step| step.id.clone()),
                    Target::End => Some(StepId::from(END)),
                };
                case.done.push(DoneStep {
                    step: named(done.step),
                    officer: officer(done.officer),
                    principal: officer(done.principal),
                    at: stamp(done.at, None),
                    outcome: done.outcome.clone(),
                    led_to: done.led_to.iter().filter_map(target).collect(),
                    undone: done.undone,
                });
            }
        }
    }
    if let Some(data) = &state.data {
        case.data = stored(data);
    }
}

/// When a step that has just opened has used up its budget.
fn budget_ends(state: &State<'_>, visit: &Visit, setting: &LiveSetting<'_>) -> Option<Stamp> {
    let step = state.plan.as_ref()?.step(visit.at?)?;
    let unit = state.unit.map(|unit| UnitId::from(setting.name(unit).as_str()));
    let on = setting.zone().date_of(visit.since);
    let calendar = setting.rules.calendar_on(unit.as_ref(), on).ok()?;
    let working: Seconds = step.budget.as_ref()?.seconds(calendar.nominal_day());
    Some(calendar.zone().stamp(calendar.add_working(visit.since, working).ok()?))
}
