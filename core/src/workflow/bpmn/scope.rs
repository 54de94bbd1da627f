//! The start and the ends of a process or sub-process.

use super::diagram::{Context, Diagram, Flow, Scope};
use super::ends;
use super::gateways::GatewayKind;
use crate::base::Gather;
use crate::base::error::{Code, Error, Faults};
use std::collections::{BTreeMap, BTreeSet};

impl Diagram {
    /// The flows of a scope as edges between vertices, without those that were left out.
    fn edges(&self, first_flow: usize) -> Vec<(usize, usize)> {
        let flows = self.flows.get(first_flow..).unwrap_or_default();
        flows.iter().filter_map(|flow| self.edge(flow)).collect()
    }

    fn edge(&self, flow: &Flow) -> Option<(usize, usize)> {
        let alive = |index: &usize| self.vertices.get(*index).is_some_and(|vertex| !vertex.gone);
        let from = self.exits.get(&flow.from).copied().filter(alive)?;
        Some((from, self.entries.get(&flow.to).copied().filter(alive)?))
    }

    /// The edge of a flow; `None` if an element it connects was left out.
    pub(super) fn resolve(&self, flow: &Flow, faults: &mut Faults) -> Option<(usize, usize)> {
        let edge = self.edge(flow);
        let known = |id: &String| self.dropped.contains(id) || self.exits.contains_key(id);
        if edge.is_none() && !(known(&flow.from) && known(&flow.to)) {
            faults.push(Error::new(Code::FlowToNowhere).with("flow", &flow.id).at(flow.place.clone()));
        }
        edge
    }

    /// The first vertex of a scope: its start event; a choice between several start events; or, without any, the nodes
    /// without incoming flows.
    pub(super) fn begin(&mut self, scope: &Scope<'_>, context: &mut Context<'_>) -> Option<usize> {
        let (place, id) = (scope.element.place(), format!("{}{}", scope.prefix, scope.element.id()));
        let nodes: Vec<usize> = scope.nodes.iter().filter_map(|node| self.entries.get(node).copied()).collect();
        let is_start = |index: &usize| self.vertices.get(*index).is_some_and(|vertex| vertex.is_start);
        let starts: Vec<usize> = nodes.iter().copied().filter(is_start).collect();
        let entry = match starts.as_slice() {
            [start] => *start,
            [] => {
                let edges = self.edges(scope.first_flow);
                let reached: BTreeSet<usize> = edges.into_iter().map(|(_, to)| to).into_set();
                let firsts: Vec<usize> = nodes.iter().copied().filter(|node| !reached.contains(node)).collect();
                if nodes.is_empty() {
                    // A collapsed pool.
                    context.leave_out(scope.element, &id);
                    return None;
                }
                if firsts.is_empty() {
                    context.faults.push(Error::new(Code::OneStart).with("process", &id).at(place));
                    return None;
                }
                let entry = self.silent(format!("{id}#start"), place.clone(), (GatewayKind::One, GatewayKind::All));
                for first in firsts {
                    self.lead(format!("{id}#start-{first}"), entry, first, place.clone());
                }
                entry
            }
            several => {
                let remark = Error::new(Code::SeveralStarts).with("process", &id).with("count", several.len());
                context.remarks.push(remark.at(place.clone()));
                let entry = self.silent(format!("{id}#start"), place.clone(), (GatewayKind::One, GatewayKind::One));
                for start in several {
                    let chosen = self.shapes.get(*start).map(|shape| shape.id.clone()).unwrap_or_default();
                    self.lead(chosen, entry, *start, place.clone());
                    if let Some(vertex) = self.vertices.get_mut(*start) {
                        vertex.is_start = false;
                    }
                }
                entry
            }
        };
        if let Some(vertex) = self.vertices.get_mut(entry) {
            vertex.is_start = true;
        }
        Some(entry)
    }

    /// Leaves out what only a dropped boundary event leads to.
    pub(super) fn leave_out_side_ways(&mut self, scope: &Scope<'_>, entry: usize, context: &mut Context<'_>) {
        let flows = self.flows.get(scope.first_flow..).unwrap_or_default();
        let dropped = flows.iter().filter(|flow| self.dropped.contains(&flow.from));
        let (before, side): (BTreeSet<&str>, Vec<usize>) =
            dropped.filter_map(|flow| Some((flow.from.as_str(), self.entries.get(&flow.to).copied()?))).unzip();
        if side.is_empty() {
            return;
        }
        let mut next: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (from, to) in self.edges(scope.first_flow) {
            next.entry(from).or_default().push(to);
        }
        let reach = |from: Vec<usize>| {
            let (mut open, mut seen) = (from, BTreeSet::new());
            while let Some(vertex) = open.pop() {
                if seen.insert(vertex) {
                    open.extend(next.get(&vertex).into_iter().flatten());
                }
            }
            seen
        };
        let before = before.into_iter().collect::<Vec<_>>().join(", ");
        let kept = reach(vec![entry]);
        for vertex in reach(side).difference(&kept) {
            if let (Some(vertex), Some(shape)) = (self.vertices.get_mut(*vertex), self.shapes.get(*vertex)) {
                vertex.gone = true;
                self.dropped.insert(shape.id.clone());
                let remark = Error::new(Code::BehindLeftOut).with("element", &shape.element).with("before", &before);
                context.remarks.push(remark.with("id", &shape.id).at(shape.place.clone()));
            }
        }
    }

    /// Gives every flow into a terminating end an end of its own, so that branches which are reached together can be
    /// joined: the first one to arrive would end the scope, whichever it is.
    pub(super) fn part_terminates(&mut self, scope: &Scope<'_>) {
        let own: Vec<usize> = self.terminates.iter().copied().filter(|end| *end >= scope.first_vertex).collect();
        for end in own {
            let Some(shape) = self.shapes.get(end).cloned() else { continue };
            let all = scope.first_flow..self.flows.len();
            let into = all.filter(|flow| self.flows.get(*flow).is_some_and(|flow| flow.to == shape.id));
            for flow in into.skip(1).collect::<Vec<_>>() {
                let id = format!("{}#{flow}", shape.id);
                let part = self.silent(id.clone(), shape.place.clone(), (GatewayKind::One, GatewayKind::All));
                if let Some(vertex) = self.vertices.get_mut(part) {
                    vertex.is_end = true;
                }
                if let Some(flow) = self.flows.get_mut(flow) {
                    flow.to = id;
                }
                self.terminates.push(part);
            }
        }
    }

    /// Marks vertices without outgoing flows as ends.
    pub(super) fn add_ends(&mut self, scope: &Scope<'_>) {
        let edges = self.edges(scope.first_flow);
        let goes_on: BTreeSet<usize> = edges.iter().map(|(from, _)| *from).into_set();
        let ends = |index: &usize| {
            self.vertices.get(*index).is_some_and(|vertex| !vertex.gone && !vertex.is_end) && !goes_on.contains(index)
        };
        let boundaries = scope.element.all("boundaryEvent").map(|event| format!("{}{}", scope.prefix, event.id()));
        let nodes: BTreeSet<usize> =
            scope.nodes.iter().cloned().chain(boundaries).filter_map(|node| self.exits.get(&node).copied()).collect();
        for last in nodes.into_iter().filter(ends).collect::<Vec<_>>() {
            let Some(shape) = self.shapes.get(last).cloned() else { continue };
            let end =
                self.silent(format!("{}#end", shape.id), shape.place.clone(), (GatewayKind::One, GatewayKind::All));
            if let Some(vertex) = self.vertices.get_mut(end) {
                vertex.is_end = true;
            }
            self.lead(format!("{}#ends", shape.id), last, end, shape.place);
        }
    }

    /// A terminating end has the meaning of an ordinary one if nothing else is active when it is reached. Otherwise it
    /// would remove the tokens of other branches, which no step of a workflow does. This is reported, and it is read as
    /// an ordinary end: it waits for the others if it is joined with theirs, otherwise they stay open and the workflow is
    /// not sound.
    fn report_terminates(
        &mut self,
        scope: &Scope<'_>,
        entry: usize,
        ends: &[usize],
        groups: &[Vec<usize>],
        context: &mut Context<'_>,
    ) {
        let (own, outer) = std::mem::take(&mut self.terminates).into_iter().partition(|end| *end >= scope.first_vertex);
        self.terminates = outer;
        let own: Vec<usize> = own;
        let edges = self.edges(scope.first_flow);
        let joined = |end: usize| groups.len() > 1 && groups.iter().any(|group| group.contains(&end));
        // Once for each end of the file, although several flows may lead to it.
        let mut reported = BTreeSet::new();
        for end in own.into_iter().filter(|end| ends.contains(end)) {
            if !ends::is_reached_alone(&self.vertices, &edges, entry, end)
                && let Some(shape) = self.shapes.get(end)
            {
                let id = shape.id.split('#').next().unwrap_or_default();
                if reported.insert(id.to_owned()) {
                    let code = if joined(end) { Code::TerminateWaits } else { Code::TerminateCancels };
                    context.remarks.push(Error::new(code).with("id", id).at(shape.place.clone()));
                }
            }
        }
    }

    /// Joins the ends of a scope that are reached together; gives the remaining ends.
    pub(super) fn join_ends(&mut self, scope: &Scope<'_>, entry: usize, context: &mut Context<'_>) -> Vec<usize> {
        let place = scope.element.place();
        let all = scope.first_vertex..self.vertices.len();
        let ends: Vec<usize> =
            all.filter(|index| self.vertices.get(*index).is_some_and(|vertex| vertex.is_end && !vertex.gone)).collect();
        let groups = ends::groups(&self.vertices, &self.edges(scope.first_flow), entry);
        self.report_terminates(scope, entry, &ends, groups.as_deref().unwrap_or_default(), context);
        if ends.len() < 2 {
            return ends;
        }
        let Some(groups) = groups else {
            let id = format!("{}{}", scope.prefix, scope.element.id());
            let names: Vec<&str> = ends.iter().filter_map(|end| Some(self.shapes.get(*end)?.id.as_str())).collect();
            let remark = Error::new(Code::SeveralEnds).with("process", id).with("ends", names.join(", "));
            context.remarks.push(remark.at(place));
            return ends;
        };
        if groups.len() < 2 {
            return ends;
        }
        let id = format!("{}{}#end", scope.prefix, scope.element.id());
        let join = self.silent(id.clone(), place.clone(), (GatewayKind::All, GatewayKind::All));
        for (number, group) in groups.into_iter().enumerate() {
            let merge = self.silent(format!("{id}-{number}"), place.clone(), (GatewayKind::One, GatewayKind::All));
            self.lead(format!("{id}-{number}#in"), merge, join, place.clone());
            for end in group {
                self.lead(format!("{id}-{number}-{end}"), end, merge, place.clone());
                if let Some(vertex) = self.vertices.get_mut(end) {
                    vertex.is_end = false;
                }
            }
        }
        let last = self.silent(format!("{id}-last"), place.clone(), (GatewayKind::One, GatewayKind::All));
        if let Some(vertex) = self.vertices.get_mut(last) {
            vertex.is_end = true;
        }
        self.lead(format!("{id}#last"), join, last, place);
        // Ends that no run reaches are kept: the soundness check reports them.
        let rest = ends.into_iter().filter(|end| self.vertices.get(*end).is_some_and(|vertex| vertex.is_end));
        rest.chain([last]).collect()
    }
}
