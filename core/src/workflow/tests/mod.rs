use super::*;
use crate::base::error::Code;
use crate::base::shape::{Located, Shape, read};
use crate::base::time::Seconds;
use crate::base::value::parse_json;
use crate::people::Organisation;
use crate::rule::Condition;

fn parse<T: Shape>(text: &str) -> T {
    read(&parse_json(text.as_bytes()).unwrap()).unwrap()
}

pub(super) fn compile(steps: &str) -> Result<Workflow, crate::Faults> {
    let spec: WorkflowSpec = parse(&format!("{{\"steps\": {steps}}}"));
    Workflow::compile("w".into(), spec, &Organisation::default())
}

const ENTERPRISE: &str = r#"{
    "tiep-nhan": {"role": "mot-cua", "budget": "2 giờ làm việc", "next": "tham-dinh"},
    "tham-dinh": {"role": "chuyen-vien", "budget": "1 ngày làm việc",
                  "next": {"one_of": [{"to": "ky", "when": "d.hopLe"}, {"to": "bo-sung", "else": true}]}},
    "bo-sung": {"waits_for": "citizen", "budget": "5 ngày làm việc", "clock": "suspend", "next": "tham-dinh"},
    "ky": {"role": "lanh-dao", "not_by": ["tham-dinh"], "budget": "4 giờ làm việc", "next": "tra"},
    "tra": {"role": "mot-cua", "next": "end"}}"#;

fn names(workflow: &Workflow, steps: &[usize]) -> Vec<String> {
    steps.iter().map(|step| workflow.steps()[*step].id.to_string()).collect()
}

fn codes(faults: &crate::Faults) -> Vec<Code> {
    faults.iter().map(|fault| fault.code()).collect()
}

#[test]
fn the_enterprise_workflow_runs() {
    let workflow = compile(ENTERPRISE).unwrap();
    assert_eq!(workflow.soundness().verdict, Judgement::Sound);
    assert_eq!(workflow.soundness().states, 0, "the reductions decide");
    let (seconds, path) = workflow.longest_path(Seconds(8 * 3600));
    assert_eq!(seconds, Seconds(14 * 3600));
    assert_eq!(path.len(), 5);
    let mut marking = workflow.initial();
    for (step, valid) in
        [("tiep-nhan", true), ("tham-dinh", false), ("bo-sung", true), ("tham-dinh", true), ("ky", true)]
    {
        let step = workflow.position(&step.into()).unwrap();
        assert_eq!(workflow.enabled(&marking), [step]);
        let to = workflow.route(step, &|_: usize, _: &Condition| Some(valid)).unwrap();
        marking = workflow.fire(&marking, step, &to).unwrap();
        assert_eq!(workflow.marking(&workflow.tokens(&marking)), Some(marking.clone()));
    }
    assert_eq!(names(&workflow, &workflow.enabled(&marking)), ["tra"]);
    let marking = workflow.fire(&marking, 4, &[Target::End]).unwrap();
    assert!(workflow.is_done(&marking));
    assert_eq!(workflow.fire(&marking, 4, &[Target::End]).unwrap_err().code(), Code::StepNotOpen);
}

#[test]
fn a_guard_without_data_is_pending() {
    let workflow = compile(ENTERPRISE).unwrap();
    for (data, to) in [(r#"{"hopLe": true}"#, Some("ky")), (r#"{"hopLe": false}"#, Some("bo-sung")), ("{}", None)] {
        let data = parse_json(data.as_bytes()).unwrap();
        let routed = workflow.route(1, &Data::new(&[&data]));
        match to {
            Some(to) => assert_eq!(routed.unwrap(), [Target::Step(workflow.position(&to.into()).unwrap())]),
            None => assert_eq!(routed.unwrap_err().code(), Code::RouteUndecided),
        }
    }
}

#[test]
fn every_fault_of_a_workflow_is_reported() {
    let faults = compile(
        r#"{"a": {"next": {"one_of": [{"to": "bb", "when": "d.x"}, {"to": "end", "when": "d.y"}]}},
            "b": {"next": {"all_of": ["c", "c", "d"]}, "not_by": "aa"},
            "c": {"next": "c"}, "end": {"next": "end"}}"#,
    )
    .unwrap_err();
    assert_eq!(
        codes(&faults),
        [Code::OneElse, Code::UnknownReference, Code::SameBranch, Code::UnknownReference, Code::ReservedStep]
    );
    let faults = compile(r#"{"a": {"next": {"one_of": [{"to": "b", "when": "d.x"}, {"to": "end", "else": true}]}}, "b": {"next": "b"}, "c": {"next": "end"}}"#)
        .unwrap_err();
    assert_eq!(codes(&faults), [Code::NoWayOut, Code::UnreachableStep]);
}

fn flaws(steps: &str) -> Vec<(FlawKind, Vec<String>, Vec<String>)> {
    let spec: WorkflowSpec = parse(&format!("{{\"steps\": {steps}}}"));
    let strip = |ids: &[crate::base::ids::StepId]| ids.iter().map(ToString::to_string).collect();
    match Workflow::compile("w".into(), spec, &Organisation::default()) {
        Ok(_) => Vec::new(),
        Err(faults) => {
            assert!(codes(&faults).iter().all(|code| *code == Code::Unsound), "{faults}");
            let soundness = drawn(steps);
            soundness.flaws.iter().map(|flaw| (flaw.kind, strip(&flaw.steps), strip(&flaw.trace))).collect()
        }
    }
}

/// The soundness of a workflow that may be unsound.
fn drawn(steps: &str) -> Soundness {
    let spec = parse(&format!("{{\"steps\": {steps}}}"));
    Workflow::draft("w".into(), spec, &Organisation::default()).unwrap().soundness().clone()
}

fn list(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

#[test]
fn a_choice_that_meets_a_parallel_join_waits_for_ever() {
    let steps = r#"{"a": {"next": {"one_of": [{"to": "b", "when": "d.x"}, {"to": "c", "else": true}]}},
        "b": {"next": "d"}, "c": {"next": "d"}, "d": {"join": "all", "next": "end"}}"#;
    let found = flaws(steps);
    assert_eq!(found[0], (FlawKind::Deadlock, list(&["d"]), list(&["a", "b"])));
}

#[test]
fn parallel_branches_that_are_not_joined_do_things_twice() {
    let steps =
        r#"{"a": {"next": {"all_of": ["b", "c"]}}, "b": {"next": "d"}, "c": {"next": "d"}, "d": {"next": "end"}}"#;
    let found = flaws(steps);
    assert_eq!(found[0], (FlawKind::TwiceAtOnce, list(&["d"]), list(&["a", "b", "c"])));
    let steps = r#"{"a": {"next": {"all_of": ["b", "c"]}}, "b": {"next": "end"}, "c": {"next": "end"}}"#;
    assert_eq!(flaws(steps)[0], (FlawKind::ImproperCompletion, list(&["c"]), list(&["a", "b"])));
}

#[test]
fn inclusive_blocks_run_and_others_are_undecided() {
    let block = r#"{"a": {"next": {"some_of": [{"to": "b", "when": "d.x"}, {"to": "c", "when": "d.y"}, {"to": "j", "else": true}]}},
        "b": {"next": "b2"}, "b2": {"next": "j"}, "c": {"next": "j"}, "j": {"join": "some", "next": "end"}}"#;
    let workflow = compile(block).unwrap();
    let at = |name: &str| workflow.position(&name.into()).unwrap();
    for (chosen, first) in [("x", list(&["b"])), ("y", list(&["c"])), ("xy", list(&["b", "c"])), ("", list(&["j"]))] {
        let to = workflow
            .route(0, &|_: usize, when: &Condition| Some(chosen.contains(when.to_string().trim_start_matches("d."))))
            .unwrap();
        let marking = workflow.fire(&workflow.initial(), 0, &to).unwrap();
        assert_eq!(names(&workflow, &workflow.enabled(&marking)), first, "{chosen}");
        if chosen == "x" {
            let marking = workflow.fire(&marking, at("b"), &[Target::Step(at("b2"))]).unwrap();
            let marking = workflow.fire(&marking, at("b2"), &[Target::Step(at("j"))]).unwrap();
            assert_eq!(names(&workflow, &workflow.enabled(&marking)), ["j"]);
        }
    }
    let loose = r#"{"a": {"next": {"some_of": [{"to": "b", "when": "d.x"}, {"to": "c", "else": true}]}},
        "b": {"next": {"one_of": [{"to": "j", "when": "d.z"}, {"to": "end", "else": true}]}}, "c": {"next": "j"}, "j": {"join": "some", "next": "end"}}"#;
    assert_eq!(codes(&compile(loose).unwrap_err()), [Code::SoundnessUndecided]);
    let spec: WorkflowSpec =
        parse(&format!("{{\"steps\": {loose}, \"assume_sound\": {{\"reason\": \"checked by hand\"}}}}"));
    let workflow = Workflow::compile("w".into(), spec, &Organisation::default()).unwrap();
    assert_eq!(workflow.assumed_sound(), Some("checked by hand"));
    // If soundness is assumed, it runs: the join waits for what may still arrive, and for nothing else.
    let at = |name: &str| workflow.position(&name.into()).unwrap();
    let go = |marking: &Marking, from: &str, to: &[&str]| {
        let targets: Vec<Target> = to.iter().map(|to| Target::Step(at(to))).collect();
        workflow.fire(marking, at(from), &targets).unwrap()
    };
    let both = go(&workflow.initial(), "a", &["b", "c"]);
    let waits = go(&both, "c", &["j"]);
    assert_eq!(names(&workflow, &workflow.enabled(&waits)), ["b"], "b may still send a token");
    let came = go(&waits, "b", &["j"]);
    assert_eq!(names(&workflow, &workflow.enabled(&came)), ["j"]);
    assert!(workflow.is_done(&workflow.fire(&came, at("j"), &[Target::End]).unwrap()));
    let alone = go(&go(&workflow.initial(), "a", &["c"]), "c", &["j"]);
    assert_eq!(names(&workflow, &workflow.enabled(&alone)), ["j"], "nothing else is under way");
}

#[test]
fn a_spec_prints_as_it_was_read() {
    let spec: WorkflowSpec = parse(&format!("{{\"steps\": {ENTERPRISE}}}"));
    let printed = crate::base::canon::canonical(&spec).unwrap();
    let again: WorkflowSpec = parse(&printed);
    assert_eq!(printed, crate::base::canon::canonical(&again).unwrap());
    let _: Option<Located<StepSpec>> = again.steps.into_values().next();
}

#[test]
fn pictures_name_every_step_and_flow() {
    use super::draw::{dot, mermaid, svg};
    use crate::base::text::Language;
    let workflow = compile(ENTERPRISE).unwrap();
    let mut overlay = Overlay::default();
    overlay.steps.insert("tham-dinh".into(), 12_345);
    overlay.flows.insert(("bo-sung".into(), "tham-dinh".into()), 77);
    overlay.marked.push("ky".into());
    let pictures = [
        svg(&workflow, &overlay, Language::Vi),
        dot(&workflow, &overlay, Language::En),
        mermaid(&workflow, &overlay, Language::En),
    ];
    for picture in &pictures {
        for word in ["tiep-nhan", "12345", "77", "«hopLe»"] {
            assert!(picture.contains(word), "{word} in {picture}");
        }
    }
    let [picture, ..] = &pictures;
    assert_eq!(picture.matches("class=\"flow\"").count(), 7, "six flows and the one from the start");
    assert!(!picture.contains("NaN") && picture.ends_with("</svg>"));
}

#[test]
fn control_characters_of_titles_are_shown_in_drawings() {
    use super::draw::svg;
    use crate::base::text::Language;
    let workflow = compile(r#"{"a": {"title": "Xét\u202eX\u0001", "next": "end"}}"#).unwrap();
    let picture = svg(&workflow, &Overlay::default(), Language::Vi);
    assert!(picture.contains("Xét\\u{202e}X\\u{1}"), "{picture}");
    assert!(!picture.contains(|char: char| char.is_control() && char != '\n' || char == '\u{202e}'));
}

/// A chain of this many steps, the last of which may go back to the first.
fn chain(count: usize) -> Workflow {
    let next = |step: usize| match step + 1 == count {
        true => "{\"one_of\": [{\"to\": \"b0\", \"when\": \"d.x\"}, {\"to\": \"end\", \"else\": true}]}".to_owned(),
        false => format!("\"b{}\"", step + 1),
    };
    let steps: Vec<String> = (0..count).map(|step| format!("\"b{step}\": {{\"next\": {}}}", next(step))).collect();
    compile(&format!("{{{}}}", steps.join(","))).unwrap()
}

#[test]
fn drawings_fit_on_a_page_and_carry_plain_colours() {
    use super::draw::svg;
    use crate::base::text::Language;
    for count in [1, 2, 5, 9, 18, 40, 100] {
        let picture = svg(&chain(count), &Overlay::default(), Language::Vi);
        let size = |name: &str| -> u64 {
            let rest = picture.split_once(&format!(" {name}=\"")).unwrap().1;
            rest.split('"').next().unwrap().parse().unwrap()
        };
        let (wide, high) = (size("width"), size("height"));
        assert!(high <= 2 * wide, "{count} steps: {wide} × {high}");
        // Variables and the words for system colours are in the style sheet, inside `@supports`, and nowhere else.
        let (before, rest) = picture.split_once("@supports(").unwrap();
        let after = rest.split_once("</style>").unwrap().1;
        assert!(!before.contains("var(") && !after.contains("var(") && !after.contains("currentColor"), "{picture}");
        for part in after.split('<').filter(|part| part.starts_with("rect") || part.starts_with("path")) {
            assert!(part.contains("fill="), "{part}");
        }
    }
}
