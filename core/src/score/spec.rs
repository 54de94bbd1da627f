//! What a rulebook says about scoring.

use super::period::Period;
use crate::base::canon::Hash;
use crate::base::error::{Code, Error, Faults, Place};
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

/// How long a period is.
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

/// What is one item of work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum ItemKind {
    /// One step of a case in an officer's hands.
    #[default]
    #[term("step")]
    Step,
    /// A case, in the hands of who answers for it.
    #[term("case")]
    Case,
}

/// Which due says what is in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum DueKind {
    /// The recomputed one, else the recorded one.
    #[default]
    #[term("judging")]
    Judging,
    /// The one that the register shows.
    #[term("recorded")]
    Recorded,
    /// The one that was promised first.
    #[term("original")]
    Original,
}

/// How a component is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum MeasureKind {
    /// Points that somebody gives; no log has them.
    #[term("supplied")]
    Supplied,
    /// The share of items due that are completed (*số lượng*).
    #[term("completed")]
    Completed,
    /// The mean of the items' worth, each worth one less its cuts (*tiến độ*).
    #[term("kept")]
    Kept,
    /// The same, by failures that somebody confirmed (*chất lượng*).
    #[term("reviewed")]
    Reviewed,
}

/// What a finding takes from the worth of an item.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct CutSpec {
    /// Kinds of findings; of those named together an item bears each once.
    pub finding: OneOrMany<String>,
    /// How much of the item's worth each takes; the worth never falls below nothing.
    pub each: Rational,
    /// Its legal basis.
    pub source: Option<Source>,
}

/// A component of the score (*tiêu chí*).
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct PolicyComponentSpec {
    /// What it is.
    pub title: Text,
    /// The points that it can give.
    pub weight: Rational,
    /// How it is measured.
    pub measure: MeasureKind,
    /// What takes from the worth of an item.
    pub cuts: Vec<CutSpec>,
    /// Its legal basis.
    pub source: Option<Source>,
}

/// A band of the score (*mức xếp loại*).
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct BandSpec {
    /// Its identifier.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// From so many points on.
    pub from: Rational,
}

/// As of when the base of a cap is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum CapBase {
    /// As it is once the cap is applied: who is cut counts in the band to which they fall.
    #[default]
    #[term("final")]
    Final,
    /// Before anybody is cut.
    #[term("before")]
    Before,
}

/// How a cap is made whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum CapRounding {
    /// Downwards.
    #[default]
    #[term("floor")]
    Floor,
    /// To the nearest, halves upwards.
    #[term("nearest")]
    Nearest,
}

/// What becomes of equals of whom only some would fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum Ties {
    /// All are out.
    #[default]
    #[term("out")]
    Out,
    /// All are in.
    #[term("stay")]
    Stay,
}

/// At most so many of a group reach a band (*tỷ lệ khống chế*).
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct CapSpec {
    /// The band that is capped.
    pub band: String,
    /// The band whose members are the base; without one, everybody who is rated.
    pub of: Option<String>,
    /// The share of the base.
    pub rate: Rational,
    /// The share for a unit that was found outstanding.
    pub outstanding: Option<Rational>,
    /// As of when the base is counted.
    #[shape(default)]
    pub base: CapBase,
    /// How it is made whole.
    #[shape(default)]
    pub round: CapRounding,
    /// What becomes of equals.
    #[shape(default)]
    pub ties: Ties,
    /// Its legal basis.
    pub source: Option<Source>,
}

/// Within what officers are rated together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum GroupKind {
    /// The unit, or the group of like duties that the inputs give.
    #[default]
    #[term("unit")]
    Unit,
    /// The whole office, or the group of like duties that the inputs give.
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

/// One clarity of a motto, as a version words it.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct MottoSpec {
    /// What it measures.
    pub dimension: Dimension,
    /// Its label.
    pub title: Text,
}

/// A scoring policy (*quy chế chấm điểm*), as a rulebook writes it.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct PolicySpec {
    /// When it holds.
    #[shape(default)]
    pub in_force: InForce,
    /// What it is.
    pub title: Text,
    /// The legal text.
    pub source: Option<Source>,
    /// How long a period is.
    #[shape(default)]
    pub period: PeriodKind,
    /// What is one item of work.
    #[shape(default)]
    pub item: ItemKind,
    /// Which due says what is in time.
    #[shape(default)]
    pub due: DueKind,
    /// The version of the motto, in its order.
    pub motto: Vec<MottoSpec>,
    /// The most that can be reached.
    #[shape(default = Rational::from(100))]
    pub maximum: Rational,
    /// The components, in order.
    pub components: IndexMap<String, PolicyComponentSpec>,
    /// The bands, from high to low.
    pub bands: Vec<BandSpec>,
    /// The caps.
    pub caps: Vec<CapSpec>,
    /// Within what officers are rated together.
    #[shape(default)]
    pub group: GroupKind,
    /// When a rating is given.
    #[shape(default)]
    pub rate: RateWhen,
    /// With fewer assessed items than this nobody is ranked.
    #[shape(default = 1)]
    pub least_items: i64,
}

impl Dated for PolicySpec {
    fn in_force(&self) -> InForce {
        self.in_force
    }
}

/// A policy that holds together (*quy chế chấm điểm*).
#[derive(Clone, Debug)]
pub struct Policy {
    /// Its identifier.
    pub id: PolicyId,
    /// Hash of its canonical content.
    pub hash: Hash,
    /// Its rules.
    pub(crate) spec: PolicySpec,
}

impl Dated for Policy {
    fn in_force(&self) -> InForce {
        self.spec.in_force
    }
}

impl Policy {
    /// Checks a policy; every fault at once, at the policy's place.
    pub(crate) fn compile(id: PolicyId, spec: &Located<PolicySpec>, faults: &mut Faults) -> Option<Self> {
        let before = faults.count();
        check(&spec.value, &spec.place, faults);
        let hash = faults.keep(Hash::of_value(&(&id, &spec.value)))?;
        (faults.count() == before).then(|| Self { id, hash, spec: spec.value.clone() })
    }
}

/// The kinds of findings that may take from an item; what a review found is of no log, and is called `failed`.
fn known_findings(measure: MeasureKind) -> impl Iterator<Item = &'static str> {
    let reviewed = measure == MeasureKind::Reviewed;
    FindingKind::of_replay().map(FindingKind::as_str).filter(move |_| !reviewed).chain(reviewed.then_some("failed"))
}

fn check(spec: &PolicySpec, place: &Place, faults: &mut Faults) {
    let base = place.pointer.as_deref().unwrap_or_default();
    // A fault at a part of the policy; the rulebook knows its line.
    let fault =
        |code, part: &str| Error::new(code).at(Place { pointer: Some(format!("{base}{part}")), ..place.clone() });
    let share = |value: Rational, part: String, faults: &mut Faults| {
        if !(Rational::ZERO..=Rational::ONE).contains(&value) {
            faults.push(fault(Code::PolicyShare, &part).with("value", value));
        }
    };
    let sum = Rational::sum(spec.components.values().map(|component| component.weight));
    if sum != Some(spec.maximum) {
        let sum = sum.map_or_else(|| "?".to_owned(), |sum| sum.to_string());
        faults.push(fault(Code::PolicyWeights, "/components").with("sum", sum).with("maximum", spec.maximum));
    }
    if spec.least_items < 0 {
        faults.push(fault(Code::OutOfRange, "/least_items").with("value", spec.least_items).with("range", "≥ 0"));
    }
    bands(spec, &fault, faults);
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
        for (index, cut) in component.cuts.iter().enumerate() {
            share(cut.each, format!("{part}/cuts/{index}/each"), faults);
            let known = || known_findings(component.measure);
            for kind in cut.finding.0.iter().filter(|kind| known().all(|known| known != *kind)) {
                let at = fault(Code::UnknownReference, &format!("{part}/cuts/{index}/finding"));
                faults.push(at.with("kind", "finding").with("name", kind).suggest(kind, known()));
            }
        }
    }
    let mut capped = HashSet::new();
    for (index, cap) in spec.caps.iter().enumerate() {
        let part = |field: &str| format!("/caps/{index}/{field}");
        share(cap.rate, part("rate"), faults);
        cap.outstanding.into_iter().for_each(|rate| share(rate, part("outstanding"), faults));
        let names = [("band", Some(&cap.band)), ("of", cap.of.as_ref())];
        for (field, name) in names.into_iter().filter_map(|(field, name)| Some((field, name?))) {
            let known = || spec.bands.iter().map(|band| band.id.as_str());
            if known().all(|band| band != name) {
                let fault = fault(Code::UnknownReference, &part(field)).with("kind", "band").with("name", name);
                faults.push(fault.suggest(name, known()));
            }
        }
        // A band that is its own base, or that is cut twice: only one of them can hold.
        if cap.of.as_ref() == Some(&cap.band) {
            faults.push(fault(Code::NamedTwice, &part("of")).with("value", &cap.band));
        }
        if !capped.insert(&cap.band) {
            faults.push(fault(Code::NamedTwice, &part("band")).with("value", &cap.band));
        }
    }
}

/// From high to low, each once, the highest within reach, the last from nothing on.
fn bands(spec: &PolicySpec, fault: &impl Fn(Code, &str) -> Error, faults: &mut Faults) {
    let mut seen = HashSet::new();
    let mut above: Option<Rational> = None;
    for (index, band) in spec.bands.iter().enumerate() {
        let here = |code, field: &str| fault(code, &format!("/bands/{index}{field}"));
        let last = index + 1 == spec.bands.len();
        if above.is_some_and(|above| above <= band.from) || (last && band.from > Rational::ZERO) {
            faults.push(here(Code::PolicyBands, "/from").with("band", &band.id));
        }
        if band.from > spec.maximum && spec.maximum > Rational::ZERO {
            let range = format!("0–{}", spec.maximum);
            faults.push(here(Code::OutOfRange, "/from").with("value", band.from).with("range", range));
        }
        if !seen.insert(&band.id) {
            faults.push(here(Code::NamedTwice, "/id").with("value", &band.id));
        }
        above = Some(band.from);
    }
}

impl PeriodKind {
    /// How many months such a period has.
    pub(crate) const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

impl Policy {
    /// The period of the policy's length that has most items of a replay, the latest of several; none without items.
    pub fn busiest_period(&self, replay: &Replay) -> Option<Period> {
        let mut counts: BTreeMap<Period, usize> = BTreeMap::new();
        for item in &replay.items {
            *counts.entry(Period::around(&item.period, self.spec.period)?).or_default() += 1;
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map(|(period, _)| period)
    }
}
