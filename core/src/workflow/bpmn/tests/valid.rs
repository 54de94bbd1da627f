//! What the schema of BPMN 2.0 (BPMN20.xsd, ISO/IEC 19510) demands of the elements that we write: order, attributes,
//! identifiers, references; and that the diagram shows every node and flow.
//!
//! The schema itself is not here, since it is copyrighted by its publisher.

use super::{MODEL, write};
use crate::base::value::xml::Element;
use crate::people::Organisation;
use crate::workflow::{Workflow, WorkflowSpec};
use std::collections::{BTreeMap, BTreeSet};

/// Each element with its attributes, those that are required marked by `!`, and its children in their order. A star
/// after a child means that there may be several, a question mark that there may be one; children in brackets may come
/// in any order.
const RULES: &[(&str, &str, &str)] = &[
    ("definitions", "id targetNamespace!", "process* BPMNDiagram*"),
    ("process", "id name isExecutable", "documentation* extensionElements? laneSet* [nodes]"),
    ("laneSet", "id name", "documentation* extensionElements? lane*"),
    ("lane", "id name", "documentation* extensionElements? flowNodeRef*"),
    ("flowNodeRef", "", ""),
    ("startEvent", "id name", "documentation* extensionElements?"),
    ("endEvent", "id name", "documentation* extensionElements?"),
    ("userTask", "id name default", "documentation* extensionElements?"),
    ("serviceTask", "id name default", "documentation* extensionElements?"),
    ("receiveTask", "id name default", "documentation* extensionElements?"),
    ("callActivity", "id name default calledElement", "documentation* extensionElements?"),
    (
        "boundaryEvent",
        "id name attachedToRef! cancelActivity",
        "documentation* extensionElements? timerEventDefinition",
    ),
    ("timerEventDefinition", "id", "timeDuration?"),
    ("timeDuration", "id type", ""),
    ("exclusiveGateway", "id name default", "documentation* extensionElements?"),
    ("inclusiveGateway", "id name default", "documentation* extensionElements?"),
    ("parallelGateway", "id name", "documentation* extensionElements?"),
    ("sequenceFlow", "id name sourceRef! targetRef!", "documentation* extensionElements? conditionExpression?"),
    ("conditionExpression", "id type", ""),
    ("documentation", "id", ""),
    ("extensionElements", "", "any"),
    ("BPMNDiagram", "id name", "BPMNPlane"),
    ("BPMNPlane", "id bpmnElement", "[parts]"),
    ("BPMNShape", "id bpmnElement isMarkerVisible", "Bounds"),
    ("Bounds", "x! y! width! height!", ""),
    ("BPMNEdge", "id bpmnElement", "waypoint*"),
    ("waypoint", "x! y!", ""),
];

const NODES: [&str; 11] = [
    "startEvent",
    "endEvent",
    "userTask",
    "serviceTask",
    "receiveTask",
    "callActivity",
    "boundaryEvent",
    "exclusiveGateway",
    "inclusiveGateway",
    "parallelGateway",
    "sequenceFlow",
];

/// Whether a text is a name of XML without a colon; only the characters that we use.
fn is_name(text: &str) -> bool {
    let first = |c: char| c.is_alphabetic() || c == '_';
    text.starts_with(first) && text.chars().all(|c| first(c) || c.is_ascii_digit() || c == '-' || c == '.')
}

/// What of a written file the schema would refuse, and what a modeller would not show.
pub(super) fn invalid(xml: &str) -> Vec<String> {
    let root = Element::parse(xml).unwrap();
    let mut found = Vec::new();
    let (mut ids, mut all) = (BTreeMap::new(), Vec::new());
    let mut open = vec![&root];
    while let Some(element) = open.pop() {
        all.push(element);
        if let Some(id) = element.get("id") {
            if !is_name(id) {
                found.push(format!("{} has the id {id}", element.name));
            }
            if ids.insert(id, element.name.as_str()).is_some() {
                found.push(format!("the id {id} appears twice"));
            }
        }
        if !element.name.starts_with("namro:") {
            check(element, &mut found);
            open.extend(&element.children);
        }
    }
    let known = |id: &str, kinds: &[&str]| ids.get(id).is_some_and(|kind| kinds.contains(kind));
    let shown: BTreeSet<&str> = all.iter().filter_map(|element| element.get("bpmnElement")).collect();
    for element in all {
        for (attribute, kinds) in [
            ("sourceRef", &NODES[..10]),
            ("targetRef", &NODES[..10]),
            ("attachedToRef", &NODES[2..6]),
            ("default", &NODES[10..]),
        ] {
            if element.get(attribute).is_some_and(|id| !known(id, kinds)) {
                found.push(format!("{attribute} of {} leads nowhere", element.id()));
            }
        }
        if element.name == "flowNodeRef" && !known(&element.text, &NODES[..10]) {
            found.push(format!("a lane names {}", element.text));
        }
        if element.get("calledElement").is_some_and(|id| !known(id, &["process"])) {
            found.push(format!("{} calls nothing", element.id()));
        }
        if NODES.contains(&element.name.as_str()) && !shown.contains(element.id()) {
            found.push(format!("the diagram does not show {}", element.id()));
        }
        if element.name == "BPMNEdge" && element.children.len() < 2 {
            found.push(format!("{} has no two points", element.id()));
        }
    }
    found
}

fn check(element: &Element, found: &mut Vec<String>) {
    let Some((name, attributes, children)) = RULES.iter().find(|(name, ..)| *name == element.name) else {
        return found.push(format!("unknown element {}", element.name));
    };
    let known: Vec<(&str, bool)> =
        attributes.split_whitespace().map(|it| (it.trim_end_matches('!'), it.ends_with('!'))).collect();
    let declared = |attribute: &&str| !matches!(*attribute, "xmlns" | "bpmndi" | "dc" | "di" | "xsi" | "namro");
    for attribute in element.attributes().filter(|it| !it.starts_with("namro:")).filter(declared) {
        if !known.iter().any(|(name, _)| *name == attribute) {
            found.push(format!("{name} has the attribute {attribute}"));
        }
    }
    for (attribute, _) in known.iter().filter(|(_, required)| *required) {
        if element.get(attribute).is_none() {
            found.push(format!("{name} lacks {attribute}"));
        }
    }
    let mut rest = element.children.iter().peekable();
    for child in children.split_whitespace() {
        let (wanted, bare): (&dyn Fn(&str) -> bool, _) = match child {
            "any" => return,
            "[nodes]" => (&|name: &str| NODES.contains(&name), "*"),
            "[parts]" => (&|name: &str| matches!(name, "BPMNShape" | "BPMNEdge"), "*"),
            _ => (&|name: &str| name == child.trim_end_matches(['*', '?']), child),
        };
        let mut count = 0;
        while rest.next_if(|child| wanted(&child.name)).is_some() {
            count += 1;
        }
        let most = if bare.ends_with('*') { usize::MAX } else { 1 };
        let least = usize::from(!bare.ends_with(['*', '?']));
        if count < least || count > most {
            found.push(format!("{name} has {count} {child}"));
        }
    }
    if let Some(child) = rest.next() {
        found.push(format!("{name} has {} in the wrong place", child.name));
    }
}

#[test]
fn names_that_xml_does_not_allow_and_that_meet_are_written_and_read() {
    let text = r#"{"steps": {"start": {"budget": "0,5 ngày làm việc", "next": "1 a"},
        "1 a": {"next": {"some_of": [{"to": "start-split", "when": "d.x", "title": "Được"},
            {"to": "w", "when": "true", "else": true, "title": {"vi": "Luôn", "en": "Always"}}]}},
        "start-split": {"next": "cuối#1"}, "w": {"next": "cuối#1"}, "cuối#1": {"join": "some", "next": "end"}}}"#;
    let node = crate::base::value::parse_json(text.as_bytes()).unwrap();
    let spec: WorkflowSpec = crate::base::shape::read(&node).unwrap();
    let workflow = Workflow::draft("w".into(), spec, &Organisation::default()).unwrap();
    let xml = write(&workflow);
    assert_eq!(invalid(&xml), Vec::<String>::new(), "{xml}");
    let (again, remarks) = super::tests::only(&xml);
    assert_eq!(remarks, []);
    assert_eq!(format!("{:#?}", again.steps()), format!("{:#?}", workflow.steps()), "{xml}");
}

#[test]
fn the_check_itself_finds_what_the_schema_refuses() {
    let around = |body: &str| {
        format!("<definitions xmlns=\"{MODEL}\" targetNamespace=\"t\"><process id=\"p\">{body}</process></definitions>")
    };
    for body in [
        "<userTask id=\"#a\"/>",
        "<userTask id=\"p\"/>",
        "<userTask id=\"a\" colour=\"red\"/>",
        "<userTask id=\"a\"><extensionElements/><documentation/></userTask>",
        "<sequenceFlow id=\"f\" sourceRef=\"p\" targetRef=\"a\"/>",
        "<userTask id=\"a\"/><laneSet id=\"l\"/>",
        "<boundaryEvent id=\"b\"><timerEventDefinition/></boundaryEvent>",
        "<cloud id=\"c\"/>",
    ] {
        assert!(invalid(&around(body)).iter().any(|fault| !fault.contains("diagram")), "{body}");
    }
}
