use super::{MODEL, read, write};
use crate::base::error::Code;
use crate::base::ids::WorkflowId;
use crate::base::shape::read as read_shape;
use crate::base::value::parse_json;
use crate::people::Organisation;
use crate::workflow::{Judgement, Workflow, WorkflowSpec};

fn compile(text: &str) -> Workflow {
    let spec: WorkflowSpec = read_shape(&parse_json(text.as_bytes()).unwrap()).unwrap();
    Workflow::compile("w".into(), spec, &Organisation::default()).unwrap()
}

pub(super) fn only(xml: &str) -> (Workflow, Vec<Code>) {
    let import = read(xml).unwrap_or_else(|faults| panic!("{faults}\n{xml}"));
    let (id, spec) = import.workflows.into_iter().next().unwrap();
    let workflow =
        Workflow::draft(id, spec, &Organisation::default()).unwrap_or_else(|faults| panic!("{faults}\n{xml}"));
    (workflow, import.remarks.iter().map(|remark| remark.code()).collect())
}

#[test]
fn what_was_written_means_the_same_when_read() {
    for text in [
        r#"{"steps": {
            "tiep-nhan": {"title": {"vi": "Tiếp nhận", "en": "Receive"}, "role": "mot-cua", "unit": "so", "budget": "2 giờ làm việc", "next": "tham-dinh"},
            "tham-dinh": {"role": "chuyen-vien", "note": "theo <Luật> & nghị định", "budget": "1 ngày làm việc",
                "next": {"one_of": [{"to": "ky", "when": "d.von > 3 && d.ten == \"a\""}, {"to": "bo-sung", "else": true}]}},
            "bo-sung": {"waits_for": "citizen", "clock": "suspend", "next": "tham-dinh"},
            "ky": {"role": "lanh-dao", "not_by": ["tham-dinh", "tiep-nhan"], "outcomes": ["dong-y", "tu-choi"], "product": "giấy", "next": "end"}}}"#,
        r#"{"steps": {
            "a": {"next": {"all_of": ["b", "c"]}},
            "b": {"next": {"some_of": [{"to": "d", "when": "d.x"}, {"to": "e", "else": true}]}},
            "d": {"waits_for": "agency", "on_silence": "agree", "next": "f"}, "e": {"waits_for": "system", "next": "f"},
            "f": {"join": "some", "next": "g"}, "c": {"next": "g"},
            "g": {"join": "all", "next": {"one_of": [{"to": "a", "when": "d.lai"}, {"to": "end", "else": true}]}}}}"#,
    ] {
        let workflow = compile(text);
        let xml = write(&workflow);
        let (again, remarks) = only(&xml);
        assert_eq!(remarks, []);
        assert_eq!(again.soundness().verdict, Judgement::Sound);
        assert_eq!(format!("{:#?}", again.steps()), format!("{:#?}", workflow.steps()), "{xml}");
        assert_eq!(again.start(), workflow.start());
    }
}

fn process(body: &str) -> String {
    format!("<definitions xmlns=\"{MODEL}\" xmlns:bpmn=\"{MODEL}\"><process id=\"p\">{body}</process></definitions>")
}

fn flows(pairs: &[(&str, &str)]) -> String {
    let flow = |(from, to): &(&str, &str)| {
        format!("<bpmn:sequenceFlow id=\"{from}-{to}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
    };
    pairs.iter().map(flow).collect()
}

#[test]
fn gateways_become_splits_and_joins_of_the_steps_beside_them() {
    let nodes = "<startEvent id=\"s\"/><task id=\"a\"/><parallelGateway id=\"g\"/><task id=\"b\"/><task id=\"c\"/>\
                 <parallelGateway id=\"j\"/><task id=\"d\"/><endEvent id=\"e\"/>";
    let pairs = [("s", "a"), ("a", "g"), ("g", "b"), ("g", "c"), ("b", "j"), ("c", "j"), ("j", "d"), ("d", "e")];
    let (workflow, _) = only(&process(&(nodes.to_owned() + &flows(&pairs))));
    assert_eq!(workflow.step_ids().map(|id| id.as_str()).collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    assert_eq!(workflow.soundness().verdict, Judgement::Sound);
    // The same with an exclusive merge before the end runs d twice.
    let (workflow, _) =
        only(&process(&(nodes.replace("parallelGateway id=\"j\"", "exclusiveGateway id=\"j\"") + &flows(&pairs))));
    assert_eq!(workflow.soundness().verdict, Judgement::Unsound);
    // An exclusive split that leads into the parallel join never gets through it.
    let (workflow, _) =
        only(&process(&(nodes.replace("parallelGateway id=\"g\"", "exclusiveGateway id=\"g\"") + &flows(&pairs))));
    assert_eq!(workflow.soundness().verdict, Judgement::Unsound);
}

#[test]
fn sub_processes_are_flattened_and_boundary_timers_are_ways_out() {
    let body =
        "<startEvent id=\"s\"/><subProcess id=\"sub\"><startEvent id=\"s2\"/><userTask id=\"in\"/><endEvent id=\"e2\"/>"
            .to_owned()
            + &flows(&[("s2", "in"), ("in", "e2")])
            + "</subProcess><userTask id=\"out\"/><task id=\"late\"/><endEvent id=\"e\"/><boundaryEvent id=\"t\" attachedToRef=\"out\">\
           <timerEventDefinition><timeDuration>PT8H</timeDuration></timerEventDefinition></boundaryEvent>"
            + &flows(&[("s", "sub"), ("sub", "out"), ("out", "e"), ("t", "late"), ("late", "e")]);
    let (workflow, remarks) = only(&process(&body));
    assert_eq!(remarks, [Code::ConditionMade]);
    assert_eq!(workflow.step_ids().map(|id| id.as_str()).collect::<Vec<_>>(), ["in", "out", "late"]);
    assert_eq!(workflow.successors(1).len(), 2);
    assert_eq!(workflow.steps()[1].budget.as_ref().unwrap().to_string(), "8 giờ làm việc");
}

#[test]
fn nothing_is_dropped_in_silence() {
    let body = "<startEvent id=\"s\"/>\n<task id=\"a\"/>\n<dataObjectReference id=\"o\"/>\n<exclusiveGateway id=\"g\"/>\n<endEvent id=\"e\"/>"
        .to_owned()
        + &flows(&[("s", "a"), ("a", "g"), ("g", "a")])
        + "\n<sequenceFlow id=\"x\" sourceRef=\"g\" targetRef=\"e\"><conditionExpression>${amount &gt; 3}</conditionExpression></sequenceFlow>";
    let import = read(&process(&body)).unwrap();
    let found: Vec<_> = import.remarks.iter().map(|remark| (remark.code(), remark.place().line.unwrap())).collect();
    assert_eq!(found, [(Code::OutsideBpmn, 3), (Code::ConditionReplaced, 6)]);
    let nowhere = read(&process(&("<startEvent id=\"s\"/>".to_owned() + &flows(&[("s", "gone")])))).unwrap_err();
    assert_eq!(nowhere.iter().next().unwrap().code(), Code::FlowToNowhere);
    assert_eq!(read("<a><b></a>").unwrap_err().iter().next().unwrap().code(), Code::Syntax);
    assert_eq!(read("<process/>").unwrap_err().iter().next().unwrap().code(), Code::NoBpmn);
    let _: WorkflowId = "p".into();
}
