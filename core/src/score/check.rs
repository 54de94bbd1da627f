//! Faults of a period and of inputs: what can have no effect, whatever the log shows, is refused at its place.

use super::inputs::{ExcuseInput, Inputs};
use super::period::Period;
use super::spec::{MeasureKind, Policy};
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::exact::Rational;
use crate::base::text::Text;
use crate::log::Log;
use crate::replay::{Part, Replay};
use std::collections::HashSet;
use std::hash::Hash;

/// Where the cases are listed that inputs may name.
#[derive(Clone, Copy)]
pub(crate) enum Cases<'a> {
    /// In the log that is scored.
    Log(&'a Log),
    /// In its replay.
    Replay(&'a Replay),
}

impl<'a> Cases<'a> {
    /// The identifiers of all cases; `None` if the replay left the cases out.
    fn ids(self) -> Option<HashSet<&'a str>> {
        match self {
            Self::Log(log) => Some(log.cases.id.iter().map(|id| log.name(*id)).collect()),
            Self::Replay(replay) if replay.left_out.contains(&Part::Cases) => None,
            Self::Replay(replay) => Some(replay.cases.iter().map(|case| case.case_id.as_str()).collect()),
        }
    }
}

pub(super) fn check_period(policy: &Policy, period: Period, faults: &mut Faults) {
    let expected = policy.spec.period.months();
    let fault = |code| Error::new(code).with("policy", &policy.id).with("period", period);
    if period.length() != expected {
        faults.push(fault(Code::PeriodMismatch).with("expected", policy.spec.period));
    }
    let in_force = policy.spec.in_force;
    if !(in_force.contains(period.from()) && in_force.contains(period.to())) {
        faults.push(fault(Code::PeriodSplit));
    }
}

pub(super) fn check_inputs(policy: &Policy, inputs: &Inputs, cases: Cases<'_>, faults: &mut Faults) {
    let mut check = Check { policy, faults };
    for (index, given) in inputs.points.iter().enumerate() {
        let at = |field: &str| format!("/inputs/points/{index}{field}");
        check.component(&given.component, MeasureKind::Supplied, at("/component"));
        let weight = policy.spec.components.get(&given.component).map(|component| component.weight);
        if let Some(weight) = weight.filter(|weight| !(Rational::ZERO..=*weight).contains(&given.points)) {
            check.faults.push(
                Error::new(Code::PointsBeyond)
                    .with("value", given.points)
                    .with("weight", weight)
                    .with("component", &given.component)
                    .at(Place::pointer(at("/points"))),
            );
        }
    }
    for (index, name) in inputs.reviewed.iter().enumerate() {
        check.component(name, MeasureKind::Reviewed, format!("/inputs/reviewed/{index}"));
    }
    for (index, failure) in inputs.failures.iter().enumerate() {
        let at = |field: &str| format!("/inputs/failures/{index}{field}");
        check.component(&failure.component, MeasureKind::Reviewed, at("/component"));
        if failure.times < 1 {
            check.fault(Code::OutOfRange, at("/times"), &[("value", &failure.times.to_string()), ("range", "≥ 1")]);
        }
    }
    for (index, excuse) in inputs.excused.iter().enumerate() {
        check.excuse(excuse, &format!("/inputs/excused/{index}"));
    }
    for (index, decided) in inputs.overrides.iter().enumerate() {
        let bands = || policy.spec.bands.iter().map(|band| band.id.as_str());
        if !bands().any(|band| band == decided.band) {
            let place = Place::pointer(format!("/inputs/overrides/{index}/band"));
            check.faults.push(Error::unknown("band", &decided.band, bands()).at(place));
        }
    }
    // Which of two would count is not for their order to decide.
    let points = inputs.points.iter().map(|given| ((&given.officer, &given.component), given.officer.as_str()));
    check.once("points", points);
    check.once("overrides", inputs.overrides.iter().map(|decided| (&decided.officer, decided.officer.as_str())));
    check.once("reviewed", inputs.reviewed.iter().map(|name| (name, name.as_str())));
    check.cases(inputs, cases);
}

/// Collects the faults of inputs.
struct Check<'a> {
    policy: &'a Policy,
    faults: &'a mut Faults,
}

impl Check<'_> {
    fn fault(&mut self, code: Code, pointer: String, values: &[(&'static str, &str)]) {
        let fault = values.iter().fold(Error::new(code), |fault, (name, value)| fault.with(name, value));
        self.faults.push(fault.at(Place::pointer(pointer)));
    }

    /// A component must exist, and be measured by what the input gives.
    fn component(&mut self, name: &str, measure: MeasureKind, pointer: String) {
        let components = &self.policy.spec.components;
        match components.get(name) {
            Some(component) if component.measure == measure => {}
            Some(_) => {
                self.fault(Code::WithoutEffect, pointer, &[("field", name), ("needs", &format!("measure: {measure}"))])
            }
            None => {
                let fault = Error::unknown("component", name, components.keys().map(String::as_str));
                self.faults.push(fault.at(Place::pointer(pointer)));
            }
        }
    }

    /// An excuse names a case or a finding, and its cause does not end before it begins.
    fn excuse(&mut self, excuse: &ExcuseInput, pointer: &str) {
        if excuse.case_id.is_some() == excuse.finding.is_some() {
            self.fault(Code::OneOfTwo, pointer.to_owned(), &[("one", "case_id"), ("two", "finding")]);
        }
        if let Some((start, end)) = excuse.start.zip(excuse.end).filter(|(start, end)| end.at < start.at) {
            let values = [("from", &*start.to_string()), ("to", &*end.to_string())];
            self.fault(Code::EndsBeforeItBegins, format!("{pointer}/end"), &values);
        }
    }

    /// Entries of a list that may name the same only once.
    fn once<'k, K: Hash + Eq>(&mut self, list: &str, entries: impl Iterator<Item = (K, &'k str)>) {
        let mut seen = HashSet::new();
        for (index, (key, name)) in entries.enumerate() {
            if !seen.insert(key) {
                self.fault(Code::NamedTwice, format!("/inputs/{list}/{index}"), &[("value", name)]);
            }
        }
    }

    /// Cases must be in the log.
    fn cases(&mut self, inputs: &Inputs, cases: Cases<'_>) {
        let failures = inputs.failures.iter().enumerate();
        let failures = failures.map(|(index, failure)| (format!("failures/{index}"), &failure.case_id));
        let excused = inputs.excused.iter().enumerate();
        let excused = excused.filter_map(|(index, one)| Some((format!("excused/{index}"), one.case_id.as_ref()?)));
        let mut named = failures.chain(excused).peekable();
        // A long log is looked through only if a case is named.
        let Some(known) = named.peek().is_some().then(|| cases.ids()).flatten() else { return };
        for (entry, case) in named.filter(|(_, case)| !known.contains(case.as_str())) {
            let fault =
                Error::new(Code::UnknownReference).with_text("kind", Text::new("hồ sơ", "case")).with("name", case);
            self.faults.push(fault.at(Place::pointer(format!("/inputs/{entry}/case_id"))));
        }
    }
}
