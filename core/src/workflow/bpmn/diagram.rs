//! A flattened process: its elements as vertices, and its flows.

use super::elements::name;
use super::gateways::{GatewayKind, Vertex};
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::text::Text;
use crate::base::value::xml::Element;
use crate::deadline::Budget;
use crate::workflow::spec::WaitsFor;
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};

/// Shared by the whole reading: the processes that may be called, and the faults found.
pub(super) struct Context<'a> {
    pub(super) processes: IndexMap<&'a str, &'a Element>,
    /// The processes that are being flattened, each called by the one before.
    pub(super) calls: Vec<&'a str>,
    /// Number of elements flattened by calls. It is limited, since a few processes that call each other twice would
    /// expand exponentially.
    pub(super) flattened: usize,
    pub(super) remarks: Vec<Error>,
    pub(super) faults: Faults,
}

impl Context<'_> {
    /// Reports that an element was left out.
    pub(super) fn leave_out(&mut self, element: &Element, id: &str) {
        let remark = Error::new(Code::OutsideBpmn).with("element", &element.name);
        self.remarks.push(remark.with("id", element.get("id").unwrap_or(id)).at(element.place()));
    }

    /// Reports that the name of an element was left out.
    pub(super) fn leave_out_name(&mut self, element: &str, id: &str, name: &str, place: &Place) {
        let remark = Error::new(Code::NameLeftOut).with("element", element).with("id", id).with("name", name);
        self.remarks.push(remark.at(place.clone()));
    }

    /// Reports that what an element says about itself was left out.
    pub(super) fn leave_out_notes(&mut self, element: &Element) {
        for note in element.all("documentation").filter(|note| note.trimmed().is_some()) {
            self.leave_out(note, element.id());
        }
    }

    /// Reports that an attribute was left out, if its value means anything but the ordinary behaviour.
    pub(super) fn leave_out_unless(&mut self, element: &Element, attribute: &str, ordinary: &str) {
        if element.get(attribute).is_some_and(|value| value != ordinary) {
            let remark = Error::new(Code::OutsideBpmn).with("element", format!("{}/@{attribute}", element.name));
            self.remarks.push(remark.with("id", element.id()).at(element.place()));
        }
    }
}

/// A node of the diagram.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    pub(super) id: String,
    /// The name of its XML element.
    pub(super) element: String,
    pub(super) title: Option<String>,
    pub(super) note: Option<String>,
    pub(super) role: Option<String>,
    pub(super) waits_for: Option<WaitsFor>,
    pub(super) budget: Option<Budget>,
    /// The element of our own namespace, with what BPMN cannot express.
    pub(super) own: Option<Element>,
    pub(super) place: Place,
}

#[derive(Clone, Debug)]
pub(super) struct Flow {
    pub(super) id: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) condition: Option<String>,
    pub(super) title: Option<Text>,
    /// Whether a file that we wrote says that it is taken if no condition holds.
    pub(super) otherwise: bool,
    pub(super) place: Place,
}

impl Flow {
    /// A flow that the file does not have, still without its ends.
    pub(super) fn plain(id: String, place: Place) -> Self {
        let (from, to) = (String::new(), String::new());
        Self { id, from, to, condition: None, title: None, otherwise: false, place }
    }
}

/// A flattened process.
#[derive(Default)]
pub(super) struct Diagram {
    pub(super) shapes: Vec<Shape>,
    pub(super) vertices: Vec<Vertex>,
    pub(super) flows: Vec<Flow>,
    /// Identifiers of flows that are taken if no condition holds.
    pub(super) defaults: BTreeSet<String>,
    /// Where flows to and from an element lead after flattening: for sub-processes, inside.
    pub(super) entries: IndexMap<String, usize>,
    pub(super) exits: IndexMap<String, usize>,
    /// Elements that were left out with a remark; flows to and from them are left out too.
    pub(super) dropped: BTreeSet<String>,
    /// Link events that throw and that catch: their names and vertices.
    pub(super) links: (Vec<(String, String)>, BTreeMap<String, String>),
    /// End events that terminate everything else in their scope.
    pub(super) terminates: Vec<usize>,
    /// The prefix of the elements of this process, in a file that an earlier version wrote.
    pub(super) prefix: String,
}

/// A process or sub-process while it is read.
pub(super) struct Scope<'a> {
    pub(super) element: &'a Element,
    pub(super) prefix: &'a str,
    /// Its own nodes, by id, without those of inner scopes.
    pub(super) nodes: Vec<String>,
    pub(super) first_vertex: usize,
    pub(super) first_flow: usize,
}

impl Diagram {
    /// The name of the step that an element becomes.
    pub(super) fn name<'a>(&self, shape: &'a Shape) -> &'a str {
        let written = shape.own.as_ref().and_then(|own| own.get("namro:id"));
        written.unwrap_or_else(|| shape.id.strip_prefix(&self.prefix).unwrap_or(&shape.id))
    }

    pub(super) fn change(&mut self, index: usize, change: impl FnOnce(&mut Shape)) {
        if let Some(shape) = self.shapes.get_mut(index) {
            change(shape);
        }
    }

    /// Adds the vertex of an element; gives its number.
    pub(super) fn add(
        &mut self,
        element: &Element,
        id: &str,
        silent: bool,
        signs: (GatewayKind, GatewayKind),
    ) -> usize {
        self.defaults.extend(element.get("default").map(str::to_owned));
        let shape = Shape {
            id: id.to_owned(),
            element: element.name.clone(),
            title: name(element).map(str::to_owned),
            note: element.child("documentation").and_then(Element::trimmed).map(str::to_owned),
            own: Some(element.clone()).filter(|_| !silent && element.name != "subProcess"),
            place: element.place(),
            ..Shape::default()
        };
        self.push(shape, silent, signs)
    }

    fn push(&mut self, shape: Shape, silent: bool, (join, split): (GatewayKind, GatewayKind)) -> usize {
        let index = self.shapes.len();
        self.entries.insert(shape.id.clone(), index);
        self.exits.insert(shape.id.clone(), index);
        self.shapes.push(shape);
        self.vertices.push(Vertex {
            silent,
            is_start: false,
            is_end: false,
            join,
            split,
            gateway: silent,
            gone: false,
        });
        index
    }

    /// Adds a vertex that corresponds to no element.
    pub(super) fn silent(&mut self, id: String, place: Place, signs: (GatewayKind, GatewayKind)) -> usize {
        self.push(Shape { id, place, ..Shape::default() }, true, signs)
    }

    /// Adds a flow that the file does not have.
    pub(super) fn lead(&mut self, id: String, from: usize, to: usize, place: Place) {
        let known = |index: usize| self.shapes.get(index).map(|shape| shape.id.clone()).unwrap_or_default();
        self.flows.push(Flow { from: known(from), to: known(to), ..Flow::plain(id, place) });
    }
}
