//! XML namespaces.

/// Namespace of BPMN 2.0.
pub(super) const MODEL: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
/// Namespace of its diagrams: the coordinates of what the model has.
pub(super) const DIAGRAM: &str = "http://www.omg.org/spec/BPMN/20100524/DI";
/// Namespace of the boxes in diagrams.
pub(super) const BOXES: &str = "http://www.omg.org/spec/DD/20100524/DC";
/// Namespace of the lines in diagrams.
pub(super) const LINES: &str = "http://www.omg.org/spec/DD/20100524/DI";
/// Namespace of what BPMN cannot express.
pub(super) const OWN: &str = "urn:namro:bpmn:1";
/// The XML prefix of that namespace.
pub(super) const PREFIX: &str = crate::base::value::xml::OWN_PREFIX;
