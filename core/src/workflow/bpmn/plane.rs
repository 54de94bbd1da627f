//! The diagram of a written process: where a modeller shows its elements.

use super::ids::Ids;
use super::write::escape;
use crate::workflow::draw::{HEIGHT, Layout, WIDTH, layout};
use crate::workflow::{Target, Workflow};

/// Modellers show gateways as nodes of their own, so there is twice the distance between rows of our own drawings.
const STRETCH: i64 = 2;
/// Half the size of events and gateways.
const SMALL: i64 = 18;
/// The distance of a gateway from the middle of its step.
const BESIDE: i64 = HEIGHT / 2 + 44;

/// Where a node is: its centre and half its size.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spot {
    pub(super) x: i64,
    pub(super) y: i64,
    wide: i64,
    high: i64,
}

impl Spot {
    fn small(x: i64, y: i64) -> Self {
        Self { x, y, wide: SMALL, high: SMALL }
    }
}

/// The diagram of a process while it is written.
pub(super) struct Plane {
    layout: Layout,
    /// Each node with its place and whether its sign is shown.
    shapes: Vec<(String, Spot, bool)>,
    /// Each flow with its points.
    edges: Vec<(String, Vec<(i64, i64)>)>,
    /// Where each step begins and ends: at its join and its split, if it has them.
    entries: Vec<Spot>,
    exits: Vec<Spot>,
    start: usize,
}

impl Plane {
    pub(super) fn new(workflow: &Workflow) -> Self {
        let layout = layout(workflow);
        let spot = |(x, y): &(i64, i64)| Spot { x: *x, y: y * STRETCH, wide: WIDTH / 2, high: HEIGHT / 2 };
        let spots: Vec<Spot> = layout.nodes.iter().map(spot).collect();
        let (shapes, edges) = (Vec::new(), Vec::new());
        Self { layout, shapes, edges, entries: spots.clone(), exits: spots, start: workflow.start() }
    }

    fn shape(&mut self, id: &str, spot: Spot, sign: bool) {
        self.shapes.push((id.to_owned(), spot, sign));
    }

    pub(super) fn step(&mut self, id: &str, step: usize) {
        let spot = self.exits.get(step).copied().unwrap_or_default();
        self.shape(id, spot, false);
    }

    /// The timer on the border of a step that has a budget.
    pub(super) fn timer(&mut self, id: &str, step: usize) {
        let spot = self.layout.nodes.get(step).copied().unwrap_or_default();
        self.shape(id, Spot::small(spot.0 - WIDTH / 3, spot.1 * STRETCH + HEIGHT / 2), false);
    }

    /// The gateway before a step; gives the flow from it.
    pub(super) fn join(&mut self, id: &str, step: usize) -> [Spot; 2] {
        let spot = self.entries.get(step).copied().unwrap_or_default();
        let join = Spot::small(spot.x, spot.y - BESIDE);
        self.shape(id, join, false);
        if let Some(entry) = self.entries.get_mut(step) {
            *entry = join;
        }
        [join, spot]
    }

    /// The gateway after a step; gives the flow to it.
    pub(super) fn split(&mut self, id: &str, step: usize, exclusive: bool) -> [Spot; 2] {
        let spot = self.exits.get(step).copied().unwrap_or_default();
        let split = Spot::small(spot.x, spot.y + BESIDE);
        self.shape(id, split, exclusive);
        if let Some(exit) = self.exits.get_mut(step) {
            *exit = split;
        }
        [spot, split]
    }

    /// The start and end events; gives the flow from the start.
    pub(super) fn ends(&mut self, start: &str, end: &str) -> [Spot; 2] {
        let first = self.entries.get(self.start).copied().unwrap_or_default();
        let above = Spot::small(first.x, first.y - first.high - 40 - SMALL);
        self.shape(start, above, false);
        if let Some((x, y)) = self.layout.nodes.last() {
            let last = Spot::small(*x, y * STRETCH);
            self.shape(end, last, false);
            if let Some(entry) = self.entries.last_mut() {
                *entry = last;
            }
        }
        [above, first]
    }

    fn line(&mut self, id: &str, points: &[(i64, i64)]) {
        self.edges.push((id.to_owned(), points.to_vec()));
    }

    /// A flow straight down.
    pub(super) fn down(&mut self, id: &str, [from, to]: [Spot; 2]) {
        self.line(id, &[(from.x, from.y + from.high), (to.x, to.y - to.high)]);
    }

    /// A flow from one step to another; a back flow runs at the side.
    pub(super) fn flow(&mut self, id: &str, from: usize, to: Target) {
        let target = match to {
            Target::Step(step) => step,
            Target::End => self.layout.nodes.len().saturating_sub(1),
        };
        let spot = |spots: &[Spot], index: usize| spots.get(index).copied().unwrap_or_default();
        let (leaves, arrives) = (spot(&self.exits, from), spot(&self.entries, target));
        let back = self.layout.back.iter().find(|(one, other, _)| (*one, *other) == (from, target));
        let points = match back {
            Some((_, _, lane)) => vec![
                (leaves.x + leaves.wide, leaves.y),
                (*lane, leaves.y),
                (*lane, arrives.y),
                (arrives.x + arrives.wide, arrives.y),
            ],
            None => {
                let forward = self.layout.forward.iter().find(|(one, other, _)| (*one, *other) == (from, target));
                let through = forward.map(|(_, _, points)| points.as_slice()).unwrap_or_default();
                let inner = through.get(1..through.len().saturating_sub(1)).unwrap_or_default();
                let mut points = vec![(leaves.x, leaves.y + leaves.high)];
                points.extend(inner.iter().map(|(x, y)| (*x, y * STRETCH)));
                points.push((arrives.x, arrives.y - arrives.high));
                points
            }
        };
        self.line(id, &points);
    }

    /// The diagram of a process.
    pub(super) fn write(self, process: &str, ids: &mut Ids) -> String {
        let [diagram, plane] = ["diagram", "plane"].map(|word| escape(&ids.of(&format!("{process}-{word}"))));
        let mut out = format!(
            "  <bpmndi:BPMNDiagram id=\"{diagram}\">\n    <bpmndi:BPMNPlane id=\"{plane}\" bpmnElement=\"{}\">\n",
            escape(process),
        );
        for (id, spot, sign) in self.shapes {
            let (own, id) = (escape(&ids.of(&format!("{id}-shape"))), escape(&id));
            out.push_str(&format!(
                "      <bpmndi:BPMNShape id=\"{own}\" bpmnElement=\"{id}\"{}><dc:Bounds x=\"{}\" y=\"{}\" width=\"{}\" \
                 height=\"{}\"/></bpmndi:BPMNShape>\n",
                if sign { " isMarkerVisible=\"true\"" } else { "" },
                spot.x - spot.wide,
                spot.y - spot.high,
                spot.wide * 2,
                spot.high * 2,
            ));
        }
        for (id, points) in self.edges {
            let (own, id) = (escape(&ids.of(&format!("{id}-edge"))), escape(&id));
            out.push_str(&format!("      <bpmndi:BPMNEdge id=\"{own}\" bpmnElement=\"{id}\">"));
            for (x, y) in points {
                out.push_str(&format!("<di:waypoint x=\"{x}\" y=\"{y}\"/>"));
            }
            out.push_str("</bpmndi:BPMNEdge>\n");
        }
        out.push_str("    </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>\n");
        out
    }
}
