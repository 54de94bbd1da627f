//! Scoring policies as a rulebook writes them.

use super::indicator::family_of;
use super::period::Period;
use crate::base::canon::Hash;
use crate::base::error::{Cause, Code, Error, Faults, Place};
use crate::base::exact::Rational;
use crate::base::ids::PolicyId;
use crate::base::shape::{Located, OneOrMany, Shape, Term};
use crate::base::source::{Dated, InForce, Source};
use crate::base::text::Text;
use crate::base::value::push_token;
use crate::replay::Replay;
use crate::replay::finding::{Dimension, FindingKind};
use indexmap::IndexMap;
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// The length of a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum PeriodKind {
    /// A month (*tháng*).
    #[default]
    #[term("month")]
    Month,
    /// A quarter (*quý*).
    #[term("quarter")]
    Quarter,
    /// A year (*năm*).
    #[term("year")]
    Year,
}

/// What counts as one item of work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum ItemKind {
    /// One step of a case held by an officer.
    #[default]
    #[term("step")]
    Step,
    /// A whole case, held by the officer who answers for it.
    #[term("case")]
    Case,
}

/// Which due decides whether work is on time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum DueKind {
    /// The recomputed one, otherwise the recorded one.
    #[default]
    #[term("judging")]
    Judging,
    /// The one that the register shows.
    #[term("recorded")]
    Recorded,
    /// The one promised first.
    #[term("original")]
    Original,
}

/// How a component is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum MeasureKind {
    /// Points that somebody gives; no log has them.
    #[term("supplied")]
    Supplied,
    /// The share of due items that are completed (*số lượng*).
    #[term("completed")]
    Completed,
    /// The mean worth of the items, where each is worth one less its deductions (*tiến độ*).
    #[term("kept")]
    Kept,
    /// The same, with deductions for confirmed failures (*chất lượng*).
    #[term("reviewed")]
    Reviewed,
}

/// The deduction that findings make from the worth of an item.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct CutSpec {
    /// Kinds of findings; those listed in one cut are deducted once per item, as often as the most frequent of them.
    pub finding: OneOrMany<String>,
    /// The share of the item's worth that each takes, from 0 to 1; the worth never falls below 0.
    pub each: Rational,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// That a component counts what others count already (*tính thêm lần nữa*).
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct AgainSpec {
    /// The components.
    pub with: OneOrMany<String>,
    /// The legal basis for counting it twice (*căn cứ*).
    pub source: Source,
}

/// A component of the score (*tiêu chí*).
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct PolicyComponentSpec {
    /// The name shown to people.
    pub title: Text,
    /// The most points that it can give.
    pub weight: Rational,
    /// How it is measured.
    pub measure: MeasureKind,
    /// The deductions from the worth of an item.
    pub cuts: Vec<CutSpec>,
    /// The components that count the same once more, where the law says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub again: Option<AgainSpec>,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// A band of the score (*mức xếp loại*).
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct BandSpec {
    /// Identifier of the band.
    pub id: String,
    /// The name shown to people.
    pub title: Text,
    /// The lowest number of points in the band.
    pub from: Rational,
}

/// When the base of a cap is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum CapBase {
    /// After the cap is applied: an officer who is cut counts in the lower band.
    #[default]
    #[term("final")]
    Final,
    /// Before anybody is cut.
    #[term("before")]
    Before,
}

/// How the number allowed by a cap is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum CapRounding {
    /// Down to the next integer.
    #[default]
    #[term("floor")]
    Floor,
    /// To the nearest integer, halves up.
    #[term("nearest")]
    Nearest,
}

/// What happens to equal officers if only some of them fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum Ties {
    /// All of them lose the band.
    #[default]
    #[term("out")]
    Out,
    /// All of them keep the band.
    #[term("stay")]
    Stay,
}

/// The share of a group that may reach a band (*tỷ lệ khống chế*).
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct CapSpec {
    /// The band that is capped.
    pub band: String,
    /// The band whose members are the base; if absent, all rated officers.
    pub of: Option<String>,
    /// The highest share of the base, from 0 to 1.
    pub rate: Rational,
    /// The highest share in a unit that was rated outstanding; if absent, `rate` applies.
    pub outstanding: Option<Rational>,
    /// When the base is counted.
    #[shape(default)]
    pub base: CapBase,
    /// How the allowed number is rounded.
    #[shape(default)]
    pub round: CapRounding,
    /// What happens to equal officers if only some fit.
    #[shape(default)]
    pub ties: Ties,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// The group within which officers are rated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum GroupKind {
    /// The unit, or the group of similar duties that the inputs give.
    #[default]
    #[term("unit")]
    Unit,
    /// The whole office, or the group of similar duties that the inputs give.
    #[term("office")]
    Office,
}

/// When a rating is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum RateWhen {
    /// Only when nothing is missing.
    #[default]
    #[term("full")]
    Full,
    /// By the share of what could be assessed, marked as provisional.
    #[term("assessed")]
    Assessed,
}

/// One aspect of the motto (*rõ*), as a version words it.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct MottoSpec {
    /// The aspect that is measured (*rõ người, rõ việc, …*).
    pub dimension: Dimension,
    /// The label shown to people.
    pub title: Text,
}

/// A scoring policy (*quy chế chấm điểm*), as a rulebook writes it.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct PolicySpec {
    /// The days on which it is in force.
    #[shape(default)]
    pub in_force: InForce,
    /// The name shown to people.
    pub title: Text,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
    /// The length of a period.
    #[shape(default)]
    pub period: PeriodKind,
    /// What counts as one item of work.
    #[shape(default)]
    pub item: ItemKind,
    /// Which due decides whether work is on time.
    #[shape(default)]
    pub due: DueKind,
    /// The aspects of the motto ("5 rõ", "6 rõ"), in its order.
    pub motto: Vec<MottoSpec>,
    /// The most points that can be reached, to which the weights must add up; if absent, what they add up to.
    pub maximum: Option<Rational>,
    /// The components (*tiêu chí*), in order.
    pub components: IndexMap<String, PolicyComponentSpec>,
    /// The bands (*mức xếp loại*), from high to low.
    pub bands: Vec<BandSpec>,
    /// The caps (*tỷ lệ khống chế*), in the order of application.
    pub caps: Vec<CapSpec>,
    /// The group within which officers are rated.
    #[shape(default)]
    pub group: GroupKind,
    /// When a rating is given.
    #[shape(default)]
    pub rate: RateWhen,
    /// An officer with fewer assessed items is not ranked.
    #[shape(default = 1)]
    pub least_items: i64,
}

impl Dated for PolicySpec {
    fn in_force(&self) -> InForce {
        self.in_force
    }
}

/// A policy that has been checked (*quy chế chấm điểm*).
#[derive(Clone, Debug)]
pub struct Policy {
    /// Identifier of the policy.
    pub id: PolicyId,
    /// Hash of its canonical content.
    pub hash: Hash,
    /// The policy as the rulebook wrote it.
    pub(crate) spec: PolicySpec,
}

impl Dated for Policy {
    fn in_force(&self) -> InForce {
        self.spec.in_force
    }
}

impl Policy {
    /// Checks a policy; reports every fault at once, at the policy's place.
    pub(crate) fn compile(id: PolicyId, spec: &Located<PolicySpec>, faults: &mut Faults) -> Option<Self> {
        let before = faults.count();
        check(&spec.value, &spec.place, faults);
        // A maximum that is left out and one that is written make the same policy.
        let spec = PolicySpec { maximum: Some(spec.value.maximum()), ..spec.value.clone() };
        let hash = faults.keep(Hash::of_value(&(&id, &spec)))?;
        (faults.count() == before).then_some(Self { id, hash, spec })
    }
}

impl PolicySpec {
    /// The most points that can be reached.
    pub(crate) fn maximum(&self) -> Rational {
        let sum = || Rational::sum(self.components.values().map(|component| component.weight));
        self.maximum.or_else(sum).unwrap_or(Rational::ZERO)
    }
}

/// The kinds of findings that may deduct from an item. A failure found by a review is in no log; its kind is `failed`.
fn known_findings(measure: MeasureKind) -> impl Iterator<Item = &'static str> {
    let reviewed = measure == MeasureKind::Reviewed;
    FindingKind::all().map(FindingKind::as_str).filter(move |_| !reviewed).chain(reviewed.then_some("failed"))
}

fn check(spec: &PolicySpec, place: &Place, faults: &mut Faults) {
    let base = place.pointer.as_deref().unwrap_or_default();
    // A part of the policy; the rulebook adds its line.
    let at = |part: &str| Place { pointer: Some(format!("{base}{part}")), ..place.clone() };
    let fault = |code, part: &str| Error::new(code).at(at(part));
    let unread = |part: &str| Cause::Unread(format!("{base}{part}"));
    let share = |value: Rational, part: String, faults: &mut Faults| {
        if !(Rational::ZERO..=Rational::ONE).contains(&value) {
            faults.push(fault(Code::PolicyShare, &part).with("value", value));
        }
    };
    let sum = Rational::sum(spec.components.values().map(|component| component.weight));
    // A weight below 0 is a fault of its own.
    let weighed = spec.components.values().all(|component| component.weight >= Rational::ZERO);
    if let Some(maximum) = spec.maximum.filter(|maximum| sum != Some(*maximum) && weighed) {
        let sum = sum.map_or_else(|| "?".to_owned(), |sum| sum.to_string());
        let fault = fault(Code::PolicyWeights, "/components").with("sum", sum).with("maximum", maximum);
        faults.push(fault.because_of(unread("/components")).because_of(unread("/maximum")));
    }
    if spec.least_items < 0 {
        faults.push(fault(Code::OutOfRange, "/least_items").with("value", spec.least_items).with("range", "≥ 0"));
    }
    bands(spec, &fault, unread("/bands"), faults);
    for (name, component) in &spec.components {
        let mut part = "/components".to_owned();
        push_token(&mut part, name);
        if component.weight < Rational::ZERO {
            let fault = fault(Code::OutOfRange, &format!("{part}/weight"));
            faults.push(fault.with("value", component.weight).with("range", "≥ 0"));
        }
        if ![MeasureKind::Kept, MeasureKind::Reviewed].contains(&component.measure) && !component.cuts.is_empty() {
            let fault = fault(Code::WithoutEffect, &format!("{part}/cuts"));
            faults.push(fault.with("field", "cuts").with("needs", "measure: kept"));
            continue;
        }
        if component.measure != MeasureKind::Kept && component.again.is_some() {
            let fault = fault(Code::WithoutEffect, &format!("{part}/again"));
            faults.push(fault.with("field", "again").with("needs", "measure: kept"));
        }
        for (index, cut) in component.cuts.iter().enumerate() {
            share(cut.each, format!("{part}/cuts/{index}/each"), faults);
            let known = || known_findings(component.measure);
            for kind in cut.finding.0.iter().filter(|kind| known().all(|known| known != *kind)) {
                let at = fault(Code::UnknownReference, &format!("{part}/cuts/{index}/finding"));
                faults.push(at.with("kind", "finding").with("name", kind).suggest(kind, known()));
            }
        }
    }
    counted_once(spec, &fault, faults);
    let mut capped = HashSet::new();
    for (index, cap) in spec.caps.iter().enumerate() {
        let part = |field: &str| format!("/caps/{index}/{field}");
        share(cap.rate, part("rate"), faults);
        cap.outstanding.into_iter().for_each(|rate| share(rate, part("outstanding"), faults));
        let names = [("band", Some(&cap.band)), ("of", cap.of.as_ref())];
        for (field, name) in names.into_iter().filter_map(|(field, name)| Some((field, name?))) {
            let known = || spec.bands.iter().map(|band| band.id.as_str());
            if known().all(|band| band != name) {
                let fault = Error::undeclared("band", name, known()).at(at(&part(field)));
                faults.push(fault.because_of(Cause::Unnamed(format!("{base}/bands/*/id"))));
            }
        }
        // A band that is its own base, or that is capped twice: only one of them can apply.
        if cap.of.as_ref() == Some(&cap.band) {
            faults.push(fault(Code::NamedTwice, &part("of")).with("value", &cap.band));
        }
        if !capped.insert(&cap.band) {
            faults.push(fault(Code::NamedTwice, &part("band")).with("value", &cap.band));
        }
    }
}

/// Kinds that say something of the register or of the log as a whole: nobody answers for them.
const NOBODYS: [FindingKind; 2] = [FindingKind::DueDiffers, FindingKind::MidnightTimes];

/// Checks that the cuts of a policy take one thing once: kinds of one family stand in one cut of one component, unless
/// `again` names the other component; and that each can take something at all.
fn counted_once(spec: &PolicySpec, fault: &impl Fn(Code, &str) -> Error, faults: &mut Faults) {
    // The first cut of each family: its component, its place there, and the kind.
    let mut first: BTreeMap<&str, Vec<(&str, usize, &str)>> = BTreeMap::new();
    // Where cuts have no effect, that is told.
    let cuts = |component: &&PolicyComponentSpec| component.measure == MeasureKind::Kept;
    for (name, component) in spec.components.iter().filter(|(_, component)| cuts(component)) {
        let mut part = "/components".to_owned();
        push_token(&mut part, name);
        let mut needed = false;
        for (index, cut) in component.cuts.iter().enumerate() {
            let here = |code| fault(code, &format!("{part}/cuts/{index}/finding"));
            for kind in cut.finding.0.iter().map(String::as_str) {
                if FindingKind::from_name(kind).is_some_and(|kind| NOBODYS.contains(&kind)) {
                    faults.push(here(Code::TakesNothing).with("name", kind));
                }
                // A failure is confirmed for one component.
                if FindingKind::from_name(kind).is_none() {
                    continue;
                }
                let family = family_of(kind);
                let earlier = first.entry(family).or_default();
                for (other, _, before) in earlier.iter().filter(|(other, place, _)| (*other, *place) != (name, index)) {
                    if other == name {
                        let twice = here(Code::CutTwice).with("finding", kind).with("family", family);
                        faults.push(twice.with("other", before));
                    } else if allows(component, other)
                        || spec.components.get(*other).is_some_and(|one| allows(one, name))
                    {
                        needed = true;
                    } else {
                        let twice = here(Code::CountedTwice).with("finding", kind).with("component", name);
                        faults.push(twice.with("family", family).with("other", other));
                    }
                }
                if !earlier.iter().any(|(other, ..)| other == name) {
                    earlier.push((name, index, kind));
                }
            }
        }
        if let Some(again) = component.again.as_ref().filter(|_| !needed) {
            let fault = fault(Code::WithoutEffect, &format!("{part}/again")).with("field", "again");
            faults.push(fault.with("needs", again.with.0.join(", ")));
        }
    }
}

/// Whether a component says that it counts again what another one counts.
fn allows(component: &PolicyComponentSpec, other: &str) -> bool {
    component.again.iter().any(|again| again.with.0.iter().any(|name| name == other))
}

/// Checks that bands go from high to low, each once, the highest reachable, the last from 0 points.
fn bands(spec: &PolicySpec, fault: &impl Fn(Code, &str) -> Error, unread: Cause, faults: &mut Faults) {
    let mut seen = HashSet::new();
    let mut above: Option<Rational> = None;
    for (index, band) in spec.bands.iter().enumerate() {
        let here = |code, field: &str| fault(code, &format!("/bands/{index}{field}"));
        let last = index + 1 == spec.bands.len();
        if above.is_some_and(|above| above <= band.from) || (last && band.from > Rational::ZERO) {
            let fault = here(Code::PolicyBands, "/from").with("band", &band.id);
            faults.push(fault.because_of(unread.clone()));
        }
        let maximum = spec.maximum();
        if band.from > maximum && maximum > Rational::ZERO {
            let range = format!("0–{maximum}");
            faults.push(here(Code::OutOfRange, "/from").with("value", band.from).with("range", range));
        }
        if !seen.insert(&band.id) {
            faults.push(here(Code::NamedTwice, "/id").with("value", &band.id));
        }
        above = Some(band.from);
    }
}

impl PeriodKind {
    /// Number of months in such a period.
    pub(crate) const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

impl Policy {
    /// The period of the policy's length with most items of a replay, the latest among equals; `None` without items.
    pub fn busiest_period(&self, replay: &Replay) -> Option<Period> {
        let mut counts: BTreeMap<Period, usize> = BTreeMap::new();
        for item in &replay.items {
            *counts.entry(Period::around(&item.period, self.spec.period)?).or_default() += 1;
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map(|(period, _)| period)
    }
}
