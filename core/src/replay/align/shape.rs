//! What is fixed about a net: which transitions compete, and its components.

use super::component::{Component, components};
use crate::workflow::{Marking, Net};

/// Steps of a net share no input with each other, so the transitions of one step compete and no others do: those are a
/// cluster.
#[derive(Debug)]
pub(in super::super) struct NetShape<'a> {
    pub(in super::super) net: &'a Net,
    unseen: Vec<bool>,
    /// The transitions of each cluster, which all take from the same places.
    pub(super) clusters: Vec<Vec<usize>>,
    /// The cluster that takes from a place; none for the end.
    cluster_of_place: Vec<Option<usize>>,
    /// The cluster of a step.
    cluster_of_step: Vec<Option<usize>>,
    pub(super) components: Vec<Component>,
    /// The component that stands for a place.
    component_of_place: Vec<Option<usize>>,
    /// Whether exactly one token is in each component at any time and each place is in one.
    pub(in super::super) covered: bool,
}

impl<'a> NetShape<'a> {
    pub(super) fn new(net: &'a Net, unseen: &[bool]) -> Self {
        let mut clusters: Vec<Vec<usize>> = Vec::new();
        let mut cluster_of_place: Vec<Option<usize>> = vec![None; net.places];
        let steps = net.transitions.iter().filter_map(|one| one.step).max().map_or(0, |last| last + 1);
        let mut cluster_of_step = vec![None; steps.max(unseen.len())];
        let mut regular = true;
        for (index, transition) in net.transitions.iter().enumerate() {
            let first = transition.before.first().and_then(|place| cluster_of_place.get(*place).copied().flatten());
            let cluster = first.unwrap_or(clusters.len());
            match clusters.get_mut(cluster) {
                Some(members) => members.push(index),
                None => clusters.push(vec![index]),
            }
            regular &= !transition.before.is_empty();
            for place in &transition.before {
                if let Some(slot) = cluster_of_place.get_mut(*place) {
                    regular &= slot.is_none_or(|known| known == cluster);
                    *slot = Some(cluster);
                }
            }
            let head = clusters.get(cluster).and_then(|members| net.transitions.get(*members.first()?));
            regular &= head.is_some_and(|head| head.before == transition.before);
            if let Some(slot) = transition.step.and_then(|step| cluster_of_step.get_mut(step)) {
                regular &= slot.is_none_or(|known| known == cluster);
                *slot = Some(cluster);
            }
        }
        regular &= cluster_of_place.get(net.sink).copied().flatten().is_none();
        let components = components(net, cluster_of_step.len());
        let component_of_place: Vec<Option<usize>> =
            (0..net.places).map(|place| components.iter().position(|component| component.has(place))).collect();
        let covered = regular && component_of_place.iter().all(Option::is_some);
        let mut unseen = unseen.to_vec();
        unseen.resize(cluster_of_step.len(), false);
        Self { net, unseen, clusters, cluster_of_place, cluster_of_step, components, component_of_place, covered }
    }

    /// The number of places, counted in each component.
    pub(super) fn places(&self) -> usize {
        self.components.iter().map(|component| component.places).sum()
    }

    /// Whether a transition costs something when the net goes on alone.
    pub(super) fn counts(&self, step: Option<usize>) -> Option<usize> {
        step.filter(|step| !self.unseen.get(*step).copied().unwrap_or(false))
    }

    pub(super) fn cluster_of_step(&self, step: usize) -> Option<usize> {
        self.cluster_of_step.get(step).copied().flatten()
    }

    pub(super) fn transitions(&self, cluster: usize) -> &[usize] {
        self.clusters.get(cluster).map(Vec::as_slice).unwrap_or_default()
    }

    fn before(&self, cluster: usize) -> &[usize] {
        let first = self.transitions(cluster).first().and_then(|one| self.net.transitions.get(*one));
        first.map(|one| one.before.as_slice()).unwrap_or_default()
    }

    pub(super) fn enabled(&self, marking: &Marking, cluster: usize) -> bool {
        self.before(cluster).iter().all(|place| marking.has(*place))
    }

    /// Whether nothing but the end is reached.
    pub(super) fn is_done(&self, marking: &Marking) -> bool {
        marking.has(self.net.sink) && marking.count() == 1
    }

    /// The first cluster that may go on. On the way to the end it has to, now or later, and nothing else can stop it.
    pub(super) fn first_enabled(&self, marking: &Marking) -> Option<usize> {
        (0..self.clusters.len()).find(|cluster| self.enabled(marking, *cluster))
    }

    /// A cluster that has to go on before another one can: a place of the latter is empty, so the only token of the
    /// place's component has to move. None if the other one can never go on again.
    pub(super) fn needed_for(&self, marking: &Marking, cluster: usize) -> Option<usize> {
        let mut seen = vec![cluster];
        let mut cluster = cluster;
        loop {
            let empty = self.before(cluster).iter().find(|place| !marking.has(**place))?;
            let component = self.components.get(self.component_of_place.get(*empty).copied().flatten()?)?;
            let token = marking.places().find(|place| component.has(*place))?;
            cluster = self.cluster_of_place.get(token).copied().flatten()?;
            if self.enabled(marking, cluster) {
                return Some(cluster);
            }
            if seen.contains(&cluster) {
                return None;
            }
            seen.push(cluster);
        }
    }
}
