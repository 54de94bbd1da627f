//! XML namespaces.

/// Namespace of BPMN 2.0.
pub(super) const MODEL: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
/// Namespace of what BPMN cannot express.
pub(super) const OWN: &str = "urn:namro:bpmn:1";
/// The XML prefix of that namespace.
pub(super) const PREFIX: &str = crate::base::value::xml::OWN_PREFIX;
