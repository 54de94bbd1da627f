//! Patterns of the public models of the interoperability suite and of another analyser, each as a small model of our
//! own with its known verdict.

use super::{MODEL, read};
use crate::base::error::Code;
use crate::people::Organisation;
use crate::testing::cases;
use crate::workflow::{Judgement, Workflow};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A model from its flows, `s1>t1 t1>x1`: the first letter gives the kind of element.
fn model(flows: &str) -> String {
    let pairs: Vec<(&str, &str)> = flows.split_whitespace().map(|flow| flow.split_once('>').unwrap()).collect();
    let nodes: BTreeSet<&str> = pairs.iter().flat_map(|(from, to)| [*from, *to]).collect();
    let node = |id: &&str| {
        let kind = match id.as_bytes()[0] {
            b's' => "startEvent",
            b'e' => "endEvent",
            b'k' => return format!("<endEvent id=\"{id}\"><terminateEventDefinition/></endEvent>\n"),
            b'x' => "exclusiveGateway",
            b'p' => "parallelGateway",
            b'i' => "inclusiveGateway",
            _ => "userTask",
        };
        format!("<{kind} id=\"{id}\"/>\n")
    };
    let flow = |(number, (from, to)): (usize, &(&str, &str))| {
        format!("<sequenceFlow id=\"f{number}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>\n")
    };
    let body: String = nodes.iter().map(node).chain(pairs.iter().enumerate().map(flow)).collect();
    process("p", &body)
}

fn process(id: &str, body: &str) -> String {
    format!("<process id=\"{id}\">{body}</process>")
}

/// The first process, and the remarks.
fn import(processes: &str) -> (Workflow, Vec<(Code, String)>) {
    try_import(processes).unwrap_or_else(|| panic!("no steps: {processes}"))
}

/// The same; `None` if no step is between the start and the end.
fn try_import(processes: &str) -> Option<(Workflow, Vec<(Code, String)>)> {
    let xml = format!("<definitions xmlns=\"{MODEL}\">{processes}</definitions>");
    let import = read(&xml).unwrap_or_else(|faults| panic!("{faults}\n{xml}"));
    let (id, spec) = import.workflows.into_iter().next()?;
    let workflow = Workflow::draft(id, spec, &Organisation::default()).unwrap_or_else(|f| panic!("{f}\n{xml}"));
    Some((workflow, import.remarks.iter().map(|remark| (remark.code(), remark.text().en)).collect()))
}

fn codes(remarks: &[(Code, String)]) -> BTreeSet<Code> {
    remarks.iter().map(|(code, _)| *code).collect()
}

fn steps(workflow: &Workflow) -> Vec<&str> {
    workflow.step_ids().map(|id| id.as_str()).collect()
}

#[test]
fn each_pattern_has_its_known_verdict() {
    use Judgement::{Sound, Unsound};
    for (flows, verdict) in [
        // Sequences, choices, parallel branches.
        ("s>a a>e", Sound),
        ("s>x x>a x>b a>y y>e b>y", Sound),
        ("s>p1 p1>a p1>b a>p2 b>p2 p2>e", Sound),
        // A choice that leads into a parallel join; parallel branches that a merge does not join.
        ("s>x1 x1>a x1>b a>p1 b>p1 p1>e", Unsound),
        ("s>p1 p1>a p1>b a>x1 b>x1 x1>c c>e", Unsound),
        // Two flows of one split straight to one merge, and straight to one end: there are still two tokens.
        ("s>p1 p1>x1 p1>x1 x1>a a>e", Unsound),
        ("s>p1 p1>e p1>e", Unsound),
        ("s>a a>e a>e", Unsound),
        ("s>p1 p1>p2 p1>p2 p2>a a>e", Sound),
        // Ends that are reached together are one end, and so are alternative ends and both mixed.
        ("s>a a>b a>c b>e1 c>e2", Sound),
        ("s>x1 x1>b x1>c b>e1 c>e2", Sound),
        ("s>p1 p1>x1 p1>c x1>a x1>b a>e1 b>e2 c>e3", Sound),
        ("s>p1 p1>x1 p1>c x1>a x1>b a>e1 b>e1 c>e1", Unsound),
        // One branch may end early while the other goes on: the ends differ between runs.
        ("s>x1 x1>p1 x1>e1 p1>a p1>b a>e1 b>e2", Unsound),
        // A loop is sound; a loop that creates tokens is not, nor is one without a way out.
        ("s>x1 x1>a a>x2 x2>x1 x2>e", Sound),
        ("s>x1 x1>a a>p1 p1>x1 p1>e", Unsound),
        ("s>p1 p1>x1 p1>b x1>a a>x2 x2>x1 x2>p2 b>p2 p2>e", Sound),
        // Without start and end events, nodes without incoming flows are starts and nodes without outgoing flows are
        // ends.
        ("a>b b>c", Sound),
        ("a>b c>d", Sound),
        ("s>x1 x1>a x1>b", Sound),
        // Inclusive blocks.
        ("s>i1 i1>a i1>b i1>c a>i2 b>i2 c>i2 i2>e", Sound),
        ("s>i1 i1>i2 i1>b b>i2 i2>e", Sound),
    ] {
        let (workflow, _) = import(&model(flows));
        let found = workflow.soundness();
        assert_eq!(found.verdict, verdict, "{flows}: {:?}", found.flaws);
        assert_eq!(found.flaws.is_empty(), verdict == Sound);
    }
}

#[test]
fn seventeen_branches_with_an_end_each() {
    let branches: String = (0..17).map(|n| format!(" p1>x{n}a x{n}a>a{n} x{n}a>b{n} a{n}>e{n} b{n}>ee{n}")).collect();
    let (workflow, remarks) = import(&model(&format!("s>p1{branches}")));
    // 2^17 combinations of ends are too many to examine, so they are reported and not guessed.
    assert_eq!(codes(&remarks), BTreeSet::from([Code::SeveralEnds, Code::ConditionMade]));
    assert_eq!(workflow.soundness().verdict, Judgement::Unsound);
    let branches: String = (0..17).map(|n| format!(" p1>a{n} a{n}>e{n}")).collect();
    let (workflow, remarks) = import(&model(&format!("s>p1{branches}")));
    assert!(remarks.is_empty());
    assert_eq!((workflow.soundness().verdict, workflow.soundness().states), (Judgement::Sound, 0));
}

#[test]
fn a_process_whose_ends_differ_between_runs_is_reported() {
    let (_, remarks) = import(&model("s>x1 x1>p1 x1>c c>e1 p1>a p1>b a>e1 b>e2"));
    assert_eq!(codes(&remarks), BTreeSet::from([Code::SeveralEnds, Code::ConditionMade]));
    assert!(remarks[0].1.contains("e1, e2"), "{remarks:?}");
}

#[test]
fn sub_processes_and_calls_are_flattened() {
    let inner = "<parallelGateway id=\"pi\"/><task id=\"x\"/><task id=\"y\"/><endEvent id=\"ex\"/><endEvent id=\"ey\"/>\
        <sequenceFlow id=\"i1\" sourceRef=\"pi\" targetRef=\"x\"/><sequenceFlow id=\"i2\" sourceRef=\"pi\" targetRef=\"y\"/>\
        <sequenceFlow id=\"i3\" sourceRef=\"x\" targetRef=\"ex\"/><sequenceFlow id=\"i4\" sourceRef=\"y\" targetRef=\"ey\"/>";
    let around = |element: &str| {
        format!(
            "<startEvent id=\"s\"/>{element}<task id=\"z\"/><endEvent id=\"e\"/>\
             <sequenceFlow id=\"1\" sourceRef=\"s\" targetRef=\"sub\"/><sequenceFlow id=\"2\" sourceRef=\"sub\" targetRef=\"z\"/>\
             <sequenceFlow id=\"3\" sourceRef=\"z\" targetRef=\"e\"/>"
        )
    };
    let (workflow, _) = import(&process("p", &around(&format!("<subProcess id=\"sub\">{inner}</subProcess>"))));
    assert_eq!((workflow.soundness().verdict, steps(&workflow)), (Judgement::Sound, vec!["x", "y", "sub#start", "z"]));
    // A call adds the steps of the called process, named after the call; two calls add them twice.
    let call = around("<callActivity id=\"sub\" calledElement=\"q\"/>");
    let called = process("p", &call)
        + &process(
            "q",
            &format!("<startEvent id=\"sq\"/>{inner}<sequenceFlow id=\"i0\" sourceRef=\"sq\" targetRef=\"pi\"/>"),
        );
    let (workflow, _) = import(&called);
    assert_eq!(workflow.soundness().verdict, Judgement::Sound);
    assert_eq!(steps(&workflow), ["sub/pi", "sub/x", "sub/y", "z"]);
    // A call of itself, or of another file, is a task; so is a collapsed sub-process.
    // So is a call of a process, or a sub-process, in which nothing can be read.
    for element in [
        "<callActivity id=\"sub\" calledElement=\"p\"/>",
        "<callActivity id=\"sub\"/>",
        "<subProcess id=\"sub\"/>",
        "<callActivity id=\"sub\" calledElement=\"empty\"/>",
        "<subProcess id=\"sub\"><subProcess id=\"o\" triggeredByEvent=\"true\"/></subProcess>",
    ] {
        let (workflow, _) = import(&(process("p", &around(element)) + &process("empty", "")));
        assert_eq!(steps(&workflow), ["sub", "z"], "{element}");
    }
    // A process whose elements are not connected has no steps, which is reported.
    let lonely = format!(
        "<definitions xmlns=\"{MODEL}\">{}</definitions>",
        process("p", "<startEvent id=\"s\"/><task id=\"a\"/><endEvent id=\"e\"/>")
    );
    let import = read(&lonely).unwrap();
    assert!(import.workflows.is_empty() && import.remarks.iter().any(|remark| remark.code() == Code::NoStepBetween));
}

#[test]
fn calls_that_double_at_each_level_stay_bounded() {
    let level = |n: usize| {
        let body = format!(
            "<callActivity id=\"a\" calledElement=\"q{0}\"/><callActivity id=\"b\" calledElement=\"q{0}\"/>\
             <sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"b\"/>",
            n + 1
        );
        process(&format!("q{n}"), &body)
    };
    let (workflow, _) = import(&(0..40).map(level).collect::<String>());
    assert!(workflow.steps().len() < 50_000);
}

#[test]
fn a_terminating_end_is_reported_only_if_something_else_may_be_active() {
    use Judgement::{Sound, Unsound};
    for (flows, verdict, reported) in [
        ("s>a a>k", Sound, false),
        // As an alternative to others; after a join; after a loop.
        ("s>x1 x1>a x1>b a>k b>e", Sound, false),
        ("s>x1 x1>a x1>b a>k1 b>k2", Sound, false),
        ("s>p1 p1>a p1>b a>p2 b>p2 p2>k", Sound, false),
        ("s>x1 x1>a a>x2 x2>x1 x2>k", Sound, false),
        ("s>i1 i1>a i1>b a>i2 b>i2 i2>k", Sound, false),
        // One branch would remove the other: it is read as an end that waits for it.
        ("s>p1 p1>a p1>b a>k b>e", Sound, true),
        ("s>p1 p1>a p1>b a>k1 b>k2", Sound, true),
        ("s>p1 p1>a p1>b a>k b>k", Sound, true),
        // One branch may stop while the other goes on.
        ("s>p1 p1>x1 p1>b x1>a x1>k a>p2 b>p2 p2>e", Unsound, true),
    ] {
        let (workflow, remarks) = import(&model(flows));
        let terminates =
            [Code::TerminateWaits, Code::TerminateCancels].iter().any(|code| codes(&remarks).contains(code));
        assert_eq!((workflow.soundness().verdict, terminates), (verdict, reported), "{flows}: {remarks:?}");
    }
    // Inside a sub-process it ends only the sub-process.
    let inner = "<subProcess id=\"sub\"><task id=\"x\"/><endEvent id=\"k\"><terminateEventDefinition/></endEvent>\
        <sequenceFlow id=\"i1\" sourceRef=\"x\" targetRef=\"k\"/></subProcess>";
    let body = format!(
        "<startEvent id=\"s\"/><parallelGateway id=\"p1\"/>{inner}<task id=\"b\"/><parallelGateway id=\"p2\"/><endEvent id=\"e\"/>\
         <sequenceFlow id=\"1\" sourceRef=\"s\" targetRef=\"p1\"/><sequenceFlow id=\"2\" sourceRef=\"p1\" targetRef=\"sub\"/>\
         <sequenceFlow id=\"3\" sourceRef=\"p1\" targetRef=\"b\"/><sequenceFlow id=\"4\" sourceRef=\"sub\" targetRef=\"p2\"/>\
         <sequenceFlow id=\"5\" sourceRef=\"b\" targetRef=\"p2\"/><sequenceFlow id=\"6\" sourceRef=\"p2\" targetRef=\"e\"/>"
    );
    let (workflow, remarks) = import(&process("p", &body));
    assert_eq!((workflow.soundness().verdict, remarks.len()), (Sound, 0), "{remarks:?}");
}

/// Flows of a random process without loops: each branch may end anywhere, some by terminating.
fn branching() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![Just("t".to_owned()), Just("e".to_owned()), Just("k".to_owned())];
    // A tree in prefix order: `x` and `p` have two branches and what comes after their join; `e` and `k` end.
    leaf.prop_recursive(4, 24, 3, |inner| {
        (prop_oneof![Just('x'), Just('p')], inner.clone(), inner.clone(), inner)
            .prop_map(|(gate, one, other, after)| format!("{gate}{one}{other}{after}"))
    })
    .prop_map(|tree| {
        let mut flows = Vec::new();
        let mut number = 0;
        let last = grow(&mut tree.chars(), "s", &mut flows, &mut number);
        flows.extend(last.map(|last| format!("{last}>e")));
        flows.join(" ")
    })
}

/// Draws one part of a tree after an element; gives the element from which the next one follows, if the part goes on.
fn grow(tree: &mut std::str::Chars<'_>, after: &str, flows: &mut Vec<String>, number: &mut usize) -> Option<String> {
    let kind = tree.next()?;
    *number += 1;
    let id = format!("{kind}{number}");
    flows.push(format!("{after}>{id}"));
    if kind == 't' {
        return Some(id);
    }
    if kind != 'x' && kind != 'p' {
        return None;
    }
    let ends: Vec<String> = (0..2).filter_map(|_| grow(tree, &id, flows, number)).collect();
    // What comes after is read in any case, and drawn if a branch leads to it.
    let join = format!("{id}j");
    let mut rest = Vec::new();
    let last = grow(tree, &join, &mut rest, number);
    if ends.is_empty() {
        return None;
    }
    flows.extend(ends.iter().map(|end| format!("{end}>{join}")));
    flows.extend(rest);
    last
}

/// Whether a terminating end takes tokens away in some run, and whether every run comes to its end: by the rules of
/// BPMN, on the flows alone.
fn play(flows: &str) -> (bool, bool) {
    let pairs: Vec<(&str, &str)> = flows.split_whitespace().map(|flow| flow.split_once('>').unwrap()).collect();
    let ways = |id: &str, end: fn(&(&str, &str)) -> String| -> Vec<usize> {
        (0..pairs.len()).filter(|index| end(&pairs[*index]) == id).collect()
    };
    let (into, out) = (|id: &str| ways(id, |pair| pair.1.to_owned()), |id: &str| ways(id, |pair| pair.0.to_owned()));
    let (mut cancels, mut completes) = (false, true);
    let mut open = vec![BTreeSet::from_iter(out("s"))];
    let mut seen = BTreeSet::new();
    while let Some(tokens) = open.pop() {
        if !seen.insert(tokens.clone()) {
            continue;
        }
        let mut moved = tokens.is_empty();
        for token in &tokens {
            let to = pairs[*token].1;
            let taken = if to.starts_with('p') { into(to) } else { vec![*token] };
            if !taken.iter().all(|flow| tokens.contains(flow)) {
                continue;
            }
            moved = true;
            let rest: BTreeSet<usize> = tokens.iter().copied().filter(|token| !taken.contains(token)).collect();
            match to.as_bytes()[0] {
                b'k' => cancels |= !rest.is_empty(),
                b'x' => open.extend(out(to).into_iter().map(|way| rest.iter().copied().chain([way]).collect())),
                _ => open.push(rest.iter().copied().chain(out(to)).collect()),
            }
        }
        completes &= moved;
    }
    (cancels, completes)
}

proptest! {
    #![proptest_config(cases(2_000))]

    /// A terminating end is reported if and only if it takes tokens away in some run; and what is judged sound without
    /// a remark comes to its end in every run.
    #[test]
    fn terminating_ends_never_lose_a_branch_in_silence(flows in branching()) {
        let (workflow, remarks) = match try_import(&model(&flows)) {
            Some(read) => read,
            None => return Ok(()),
        };
        let codes = codes(&remarks);
        let (cancels, completes) = play(&flows);
        let reported = codes.contains(&Code::TerminateWaits) || codes.contains(&Code::TerminateCancels);
        prop_assert_eq!(reported, cancels, "{}: {:?}", flows, remarks);
        if workflow.soundness().verdict == Judgement::Sound {
            prop_assert!(!codes.contains(&Code::TerminateCancels), "{}", flows);
            prop_assert!(completes, "{}", flows);
        }
    }
}

#[test]
fn flows_written_outside_of_their_elements_are_moved_or_refused() {
    let inner = "<subProcess id=\"sub\"><startEvent id=\"si\"/><task id=\"x\"/><endEvent id=\"ei\"/></subProcess>";
    let outer = "<startEvent id=\"s\"/><endEvent id=\"e\"/>\
        <sequenceFlow id=\"1\" sourceRef=\"s\" targetRef=\"sub\"/><sequenceFlow id=\"2\" sourceRef=\"sub\" targetRef=\"e\"/>\
        <sequenceFlow id=\"3\" sourceRef=\"si\" targetRef=\"x\"/>";
    let inside = "<sequenceFlow id=\"4\" sourceRef=\"x\" targetRef=\"ei\"/>";
    let (workflow, remarks) = import(&process("p", &format!("{inner}{outer}{inside}")));
    assert_eq!((workflow.soundness().verdict, steps(&workflow)), (Judgement::Sound, vec!["x"]));
    assert_eq!(codes(&remarks), BTreeSet::from([Code::FlowMoved]));
    let crossing = inside.replace("\"ei\"", "\"e\"");
    let nowhere = inside.replace("\"ei\"", "\"e2\"");
    for (last, code) in [(crossing, Code::FlowCrosses), (nowhere, Code::FlowToNowhere)] {
        let body = process("p", &format!("{inner}{outer}{last}"));
        let faults = read(&format!("<definitions xmlns=\"{MODEL}\">{body}</definitions>")).unwrap_err();
        assert_eq!(faults.iter().map(|fault| fault.code()).collect::<Vec<_>>(), [code]);
    }
}

#[test]
fn names_and_notes_that_no_step_shows_are_reported() {
    let body = "<documentation>Ghi chú</documentation><laneSet id=\"ls\"><lane id=\"l\" name=\"Một cửa\"></lane><lane id=\"m\" name=\"Văn phòng\"><flowNodeRef>a</flowNodeRef></lane></laneSet>\
        <startEvent id=\"s\" name=\"Nhận\"/><task id=\"a\" name=\"Xét\" completionQuantity=\"2\"/>\
        <subProcess id=\"sub\" name=\"Thẩm định\"><task id=\"x\" name=\"Soát\"/></subProcess>\
        <endEvent id=\"e\" name=\"Từ chối\"><documentation>Kết thúc</documentation></endEvent>\
        <sequenceFlow id=\"1\" name=\"vào\" sourceRef=\"s\" targetRef=\"a\"/><sequenceFlow id=\"2\" sourceRef=\"a\" targetRef=\"sub\"/>\
        <sequenceFlow id=\"3\" sourceRef=\"sub\" targetRef=\"e\"><conditionExpression>d.x</conditionExpression></sequenceFlow>";
    let pools = "<collaboration id=\"c\"><participant id=\"pool\" name=\"Người dân\"/></collaboration>";
    let (workflow, remarks) = import(&format!("{}{pools}", process("p", body)));
    assert_eq!(steps(&workflow), ["a", "x"]);
    let all: String = remarks.iter().map(|(_, text)| format!("{text}\n")).collect();
    for lost in [
        "documentation `p`",
        "documentation `e`",
        "`Một cửa`",
        "`Nhận`",
        "`Thẩm định`",
        "`Từ chối`",
        "`vào`",
        "`Người dân`",
        "`d.x`",
        "task/@completionQuantity `a`",
    ] {
        assert!(all.contains(lost), "{lost} in\n{all}");
    }
    assert!(!all.contains("Văn phòng") && !all.contains("Xét") && !all.contains("Soát"), "{all}");
}

#[test]
fn links_lead_from_throw_to_catch_by_name() {
    let body = "<startEvent id=\"s\"/><task id=\"a\"/><intermediateThrowEvent id=\"go\"><linkEventDefinition name=\"L\"/></intermediateThrowEvent>\
        <intermediateCatchEvent id=\"on\"><linkEventDefinition name=\"L\"/></intermediateCatchEvent><task id=\"b\"/><endEvent id=\"e\"/>\
        <sequenceFlow id=\"1\" sourceRef=\"s\" targetRef=\"a\"/><sequenceFlow id=\"2\" sourceRef=\"a\" targetRef=\"go\"/>\
        <sequenceFlow id=\"3\" sourceRef=\"on\" targetRef=\"b\"/><sequenceFlow id=\"4\" sourceRef=\"b\" targetRef=\"e\"/>";
    let (workflow, remarks) = import(&process("p", body));
    assert_eq!((steps(&workflow), remarks.len()), (vec!["a", "b"], 0));
}

#[test]
fn one_condition_and_a_default_are_a_choice_of_one() {
    let body = "<startEvent id=\"s\"/><task id=\"a\" default=\"d\"/><task id=\"b\"/><endEvent id=\"e\"/>\
        <sequenceFlow id=\"1\" sourceRef=\"s\" targetRef=\"a\"/><sequenceFlow id=\"d\" sourceRef=\"a\" targetRef=\"b\"/>\
        <sequenceFlow id=\"c\" sourceRef=\"a\" targetRef=\"e\"><conditionExpression>d.x</conditionExpression></sequenceFlow>\
        <sequenceFlow id=\"4\" sourceRef=\"b\" targetRef=\"e\"/>";
    let (workflow, remarks) = import(&process("p", body));
    assert_eq!((workflow.soundness().verdict, remarks.len()), (Judgement::Sound, 0));
}

#[test]
fn what_lies_beside_the_way_is_left_out_and_named() {
    let body = "<startEvent id=\"s\"><messageEventDefinition/></startEvent><task id=\"a\"><standardLoopCharacteristics/></task><endEvent id=\"e\"/>\
        <boundaryEvent id=\"remind\" attachedToRef=\"a\" cancelActivity=\"false\"><timerEventDefinition><timeDuration>PT8H</timeDuration></timerEventDefinition></boundaryEvent>\
        <task id=\"mail\"/><task id=\"undo\" isForCompensation=\"true\"/>\
        <subProcess id=\"fraud\" triggeredByEvent=\"true\"><startEvent id=\"s2\"/></subProcess>\
        <sequenceFlow id=\"1\" sourceRef=\"s\" targetRef=\"a\"/><sequenceFlow id=\"2\" sourceRef=\"a\" targetRef=\"e\"/>\
        <sequenceFlow id=\"3\" sourceRef=\"remind\" targetRef=\"mail\"/>";
    let (workflow, remarks) = import(&process("p", body));
    assert_eq!((workflow.soundness().verdict, steps(&workflow)), (Judgement::Sound, vec!["a"]));
    let named = |id: &str| remarks.iter().any(|(_, text)| text.contains(&format!("`{id}`")));
    for id in ["s", "a", "remind", "mail", "undo", "fraud"] {
        assert!(named(id), "{id}: {remarks:?}");
    }
    assert_eq!(remarks.len(), 6, "{remarks:?}");
}

#[test]
fn starts_pools_and_names() {
    let (workflow, remarks) = import(&model("s1>a s2>b a>e b>e"));
    assert_eq!((workflow.soundness().verdict, remarks[0].0), (Judgement::Sound, Code::SeveralStarts));
    let pools = "<collaboration><participant name=\"Công dân\" processRef=\"q\"/><participant name=\"Một cửa\" processRef=\"p\"/></collaboration>";
    let (workflow, remarks) = import(&(pools.to_owned() + "<process id=\"q\"/>" + &model("s>a a>e")));
    assert_eq!((workflow.title().vi.as_str(), remarks.len()), ("Một cửa", 1));
    let twice = "<definitions><process id=\"p\"><task id=\"a\"/><task id=\"a\"/></process></definitions>";
    assert_eq!(read(twice).unwrap_err().iter().next().unwrap().code(), Code::SameElement);
}
