//! A schema ready to run: its parts, checked for cycles.

use super::part::{Index, Part};
use super::read;
use crate::base::error::{Code, Error, Faults};
use crate::base::graph::{Graph, longest_paths};
use crate::base::packed::packed_as;
use crate::base::shape::Cursor;
use crate::base::value::Node;

/// A schema, ready to run.
#[derive(Clone, Debug)]
pub struct Schema {
    parts: Vec<Part>,
}

packed_as! {
    Schema as Vec<Part>: |schema: &Self| schema.parts.clone(), Self::finished, Self { parts: Vec::new() };
}

impl Schema {
    /// Reads a schema.
    ///
    /// # Errors
    /// Every fault: keywords that are not supported, values of the wrong kind, references to parts that do not
    /// exist, and cycles of references.
    pub fn new(node: &Node) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let schema = Self::read(&Cursor::root(node, None), &mut faults);
        faults.into_result(Some(schema))
    }

    /// Reads a schema at a place of a document.
    pub fn read(at: &Cursor<'_>, faults: &mut Faults) -> Self {
        let mut reader = read::Reader::default();
        reader.part(at, 0, faults);
        reader.resolve(faults);
        let mut schema = Self { parts: reader.parts };
        let mut wrong = Vec::new();
        // Each cycle is reported once, at its first part, and cut: the rest of the form is still compared with the rules.
        let mut graph = Graph::new(schema.parts.len(), |index| schema.in_place(index));
        for index in graph.cyclic() {
            // An earlier cut may have removed this part from all cycles.
            if graph.is_cyclic(index) {
                wrong.push(index);
                graph.cut(index);
                schema.parts.get_mut(index).into_iter().for_each(Part::let_go);
            }
        }
        // Chains that are too long are reported once.
        if let Some(index) = schema.endless() {
            wrong.push(index);
            schema.parts.iter_mut().for_each(Part::let_go);
        }
        for index in wrong {
            let place = reader.places.get(index).cloned().unwrap_or_default();
            faults.push(Error::new(Code::BadSchema).with("reason", "$ref: cycle, or chain too long").at(place));
        }
        schema
    }

    pub(crate) fn part(&self, index: Index) -> Option<&Part> {
        self.parts.get(index)
    }

    /// A schema from its packed parts: derives again what reading had derived.
    fn finished(mut parts: Vec<Part>) -> Option<Self> {
        parts.iter_mut().for_each(Part::finish);
        Some(Self { parts }).filter(|schema| schema.endless().is_none())
    }

    /// The parts that look at the same value as one of them.
    fn in_place(&self, index: Index) -> impl Iterator<Item = Index> {
        self.part(index).into_iter().flat_map(Part::in_place)
    }

    /// The first part that leads into a cycle without a step into the data, or through too many parts.
    fn endless(&self) -> Option<Index> {
        /// The greatest number of parts in one chain, including the first.
        const LONGEST: usize = 64;
        let paths = longest_paths(self.parts.len(), |index| self.in_place(index));
        paths.iter().position(|links| links.is_none_or(|links| links >= LONGEST))
    }
}
