use super::library::Library;
use crate::Office;
use crate::base::error::{Code, Faults};
use crate::base::ids::WorkflowId;
use crate::base::time::Seconds;
use crate::base::{shape, value};
use crate::people::Organisation;
use crate::workflow::compile::Workflow;
use crate::workflow::{Judgement, WorkflowSpec};
use std::collections::BTreeSet;

fn spec(text: &str) -> WorkflowSpec {
    shape::read(&value::parse_json(text.as_bytes()).unwrap()).unwrap()
}

/// Workflows by name, without versions; the first is compiled.
fn compile(workflows: &[(&str, &str)]) -> Result<Workflow, Faults> {
    let specs: Vec<(WorkflowId, WorkflowSpec)> =
        workflows.iter().map(|(id, text)| ((*id).into(), spec(&format!("{{\"steps\": {text}}}")))).collect();
    let organisation = Organisation::default();
    let library = Library::of_drafts(specs.iter().map(|(id, spec)| (id, spec)), &organisation);
    let (id, spec) = specs.into_iter().next().unwrap();
    library.compile(id, spec, &organisation, None)
}

fn names(workflow: &Workflow) -> Vec<&str> {
    workflow.step_ids().map(|id| id.as_str()).collect()
}

fn leads(workflow: &Workflow, from: &str) -> Vec<String> {
    let name = |to: &crate::workflow::Target| match to {
        crate::workflow::Target::Step(to) => workflow.steps()[*to].id.to_string(),
        crate::workflow::Target::End => "end".to_owned(),
    };
    workflow.successors(workflow.position(&from.into()).unwrap()).iter().map(name).collect()
}

const CALLER: &str = r#"{
    "nhan": {"role": "mot-cua", "budget": "2 giờ làm việc", "next": "thu-ly"},
    "thu-ly": {"title": {"vi": "Thụ lý", "en": "Handle"}, "workflow": "tham-dinh", "next": "ky"},
    "ky": {"role": "lanh-dao", "not_by": ["thu-ly#kiem-tra"], "budget": "4 giờ làm việc",
           "next": {"one_of": [{"to": "thu-ly", "when": "d.lai"}, {"to": "end", "else": true}]}}}"#;
const CALLED: &str = r#"{
    "xem": {"role": "chuyen-vien", "budget": "1 ngày làm việc",
            "next": {"one_of": [{"to": "kiem-tra", "when": "d.kho"}, {"to": "end", "else": true}]}},
    "kiem-tra": {"role": "truong-phong", "not_by": "xem", "budget": "0,5 ngày làm việc", "next": "end"}}"#;

#[test]
fn the_steps_of_a_called_workflow_take_the_place_of_the_call() {
    let workflow = compile(&[("w", CALLER), ("tham-dinh", CALLED)]).unwrap();
    assert_eq!(names(&workflow), ["nhan", "thu-ly#xem", "thu-ly#kiem-tra", "ky"]);
    assert_eq!(workflow.soundness().verdict, Judgement::Sound);
    assert_eq!(leads(&workflow, "nhan"), ["thu-ly#xem"]);
    assert_eq!(leads(&workflow, "thu-ly#xem"), ["thu-ly#kiem-tra", "ky"]);
    assert_eq!(leads(&workflow, "thu-ly#kiem-tra"), ["ky"]);
    assert_eq!(leads(&workflow, "ky"), ["thu-ly#xem", "end"]);
    let not_by = |step: &str| workflow.step(&step.into()).unwrap().not_by.clone();
    assert_eq!(not_by("thu-ly#kiem-tra"), ["thu-ly#xem".into()], "inside, a workflow speaks of its own steps");
    assert_eq!(not_by("ky"), ["thu-ly#kiem-tra".into()]);
    let (seconds, path) = workflow.longest_path(Seconds(8 * 3600));
    assert_eq!(seconds, Seconds((2 + 8 + 4 + 4) * 3600));
    assert_eq!(path.len(), 4);
    let [call] = workflow.calls() else { panic!("{:?}", workflow.calls()) };
    assert_eq!((call.step.as_str(), call.workflow.as_str()), ("thu-ly", "tham-dinh"));
    assert_eq!(workflow.full_title(1).vi, "Thụ lý › xem");
    assert!(workflow.steps().iter().all(|step| step.workflow.is_none()));
}

#[test]
fn calls_may_be_inside_calls_and_at_the_start() {
    let workflow = compile(&[
        ("w", r#"{"a": {"workflow": "v", "next": "b"}, "b": {"workflow": "v", "next": "end"}}"#),
        ("v", r#"{"c": {"workflow": "u", "next": "d"}, "d": {"next": "end"}}"#),
        ("u", r#"{"e": {"next": "end"}}"#),
    ])
    .unwrap();
    assert_eq!(names(&workflow), ["a#c#e", "a#d", "b#c#e", "b#d"]);
    assert_eq!((workflow.start(), leads(&workflow, "a#d")), (0, vec!["b#c#e".to_owned()]));
    let around: Vec<_> = workflow.calls_around(2).iter().map(|call| call.step.as_str()).collect();
    assert_eq!(around, ["b", "b#c"]);
}

#[test]
fn four_eyes_against_a_call_are_against_all_of_it() {
    let workflow = compile(&[
        ("w", r#"{"a": {"workflow": "v", "next": "b"}, "b": {"not_by": ["a", "a#y"], "next": "end"}}"#),
        ("v", r#"{"x": {"next": "y"}, "y": {"next": "end"}}"#),
    ])
    .unwrap();
    assert_eq!(workflow.steps()[2].not_by, ["a#x".into(), "a#y".into()]);
}

#[test]
fn what_follows_a_call_may_part_and_join() {
    let two = r#"{"x": {"next": {"one_of": [{"to": "y", "when": "d.y"}, {"to": "z", "when": "d.z"}, {"to": "end", "else": true}]}},
                  "y": {"next": "end"}, "z": {"next": "end"}}"#;
    // A choice after several ends continues a choice: if the first leads to the end, the second decides.
    let choice = r#"{"a": {"workflow": "v", "next": {"one_of": [{"to": "b", "when": "d.b"}, {"to": "end", "else": true}]}}, "b": {"next": "end"}}"#;
    let workflow = compile(&[("w", choice), ("v", two)]).unwrap();
    assert_eq!(workflow.soundness().verdict, Judgement::Sound);
    assert_eq!(leads(&workflow, "a#x"), ["a#y", "a#z", "b", "end"]);
    assert_eq!(leads(&workflow, "a#z"), ["b", "end"]);
    let ends = |caller: &str, called: &str| {
        let faults = compile(&[("w", caller), ("v", called)]).err();
        faults.map(|faults| faults.iter().map(|fault| fault.code()).collect::<Vec<_>>())
    };
    let one = r#"{"x": {"next": "y"}, "y": {"next": "end"}}"#;
    let split = r#"{"a": {"workflow": "v", "next": {"all_of": ["b", "c"]}}, "b": {"next": "d"}, "c": {"next": "d"}, "d": {"join": "all", "next": "end"}}"#;
    assert_eq!(ends(split, one), None);
    assert_eq!(ends(split, two), Some(vec![Code::CallEnds]), "one of its ends is a branch");
    let forked = two.replace(r#"{"to": "end", "else": true}"#, r#"{"to": "y", "else": true}"#);
    assert_eq!(ends(split, &forked), None, "each end parts");
    let inclusive = split
        .replace(r#"{"all_of": ["b", "c"]}"#, r#"{"some_of": [{"to": "b", "when": "d.b"}, {"to": "c", "else": true}]}"#)
        .replace(r#""join": "all""#, r#""join": "some""#);
    assert_eq!(ends(&inclusive, one), None);
    assert_eq!(ends(&inclusive, &forked), Some(vec![Code::CallEnds]));
    // A join takes one flow from each call.
    let join = r#"{"s": {"next": {"all_of": ["a", "b"]}}, "a": {"workflow": "v", "next": "j"}, "b": {"next": "j"}, "j": {"join": "all", "next": "end"}}"#;
    assert_eq!(ends(join, one), None);
    assert_eq!(ends(join, &forked), Some(vec![Code::CallEnds]));
    // A call may wait for several flows, unless its first step can be reached again.
    let waits = r#"{"s": {"next": {"all_of": ["a", "b"]}}, "a": {"next": "j"}, "b": {"next": "j"}, "j": {"workflow": "v", "join": "all", "next": "end"}}"#;
    assert_eq!(ends(waits, two), None);
    let round = r#"{"x": {"next": {"one_of": [{"to": "x", "when": "d.x"}, {"to": "end", "else": true}]}}}"#;
    assert_eq!(ends(waits, round), Some(vec![Code::CallStart]));
}

#[test]
fn faults_inside_name_the_expanded_step() {
    let undecided = r#"{"s": {"next": {"some_of": [{"to": "b", "when": "d.x"}, {"to": "c", "else": true}]}},
        "b": {"next": {"one_of": [{"to": "j", "when": "d.z"}, {"to": "end", "else": true}]}}, "c": {"next": "j"}, "j": {"join": "some", "next": "end"}}"#;
    let faults = compile(&[("w", r#"{"a": {"workflow": "v", "next": "end"}}"#), ("v", undecided)]).unwrap_err();
    let found: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.text().en)).collect();
    assert_eq!(found[0].0, Code::SoundnessUndecided);
    assert!(found[0].1.contains("a#s") && found[0].1.contains("a#j"), "{found:?}");
    let unsound = r#"{"s": {"next": {"one_of": [{"to": "b", "when": "d.x"}, {"to": "c", "else": true}]}}, "b": {"next": "j"}, "c": {"next": "j"}, "j": {"join": "all", "next": "end"}}"#;
    let faults = compile(&[("w", r#"{"a": {"workflow": "v", "next": "end"}}"#), ("v", unsound)]).unwrap_err();
    assert!(faults.iter().next().unwrap().text().en.contains("after a#s → a#b: `a#j` waits for ever"), "{faults}");
}

#[test]
fn hostile_calls_stay_bounded() {
    // Each calls the next one twice: 2^40 steps, if they were expanded.
    let doubling: Vec<(String, String)> = (0..40)
        .map(|n| {
            let called = if n == 39 { String::new() } else { format!("\"workflow\": \"w{}\", ", n + 1) };
            (format!("w{n}"), format!(r#"{{"a": {{{called}"next": "b"}}, "b": {{{called}"next": "end"}}}}"#))
        })
        .collect();
    let text = |from: usize| -> Vec<(&str, &str)> {
        doubling[from..].iter().map(|(id, text)| (id.as_str(), text.as_str())).collect()
    };
    let code = |from: usize| compile(&text(from)).unwrap_err().iter().map(|fault| fault.code()).collect::<Vec<_>>();
    assert_eq!(code(0), [Code::TooDeep, Code::TooDeep]);
    assert_eq!(code(28), [Code::TooLarge]);
    assert_eq!(compile(&text(30)).unwrap().steps().len(), 1024);
    // A thousand workflows that each call a large one.
    let large: Vec<String> = (0..1_900)
        .map(|n| format!("      s{n}: {{next: {}}}", if n == 1_899 { "end".to_owned() } else { format!("s{}", n + 1) }))
        .collect();
    let mut yaml = format!("namro: 1\nid: a\ntitle: A\nworkflows:\n  large:\n    steps:\n{}\n", large.join("\n"));
    (0..1_000).for_each(|n| yaml.push_str(&format!("  c{n}: {{steps: {{a: {{workflow: large, next: end}}}}}}\n")));
    let faults = Office::load(&[("a.yaml", &yaml)]).unwrap_err();
    assert!(faults.iter().all(|fault| fault.code() == Code::TooLarge), "{faults}");
}

/// A rulebook of workflows; the codes of its faults with their lines.
fn lint(workflows: &str) -> Vec<(Code, u64)> {
    let text = format!("namro: 1\nid: a\ntitle: A\nworkflows:\n{workflows}");
    let faults = Office::load(&[("a.yaml", &text)]).err().unwrap_or_default();
    faults.iter().map(|fault| (fault.code(), fault.place().line.unwrap_or(0))).collect()
}

#[test]
fn all_faults_of_calls_at_once() {
    let found = lint(
        "  a:
    steps:
      x: {workflow: thm-dinh, next: sau}
      sau: {workflow: tham-dinh, role: r, budget: 1 ngày làm việc, next: z}
      z:
        workflow: tham-dinh
        not_by: x
        clock: suspend
        next: end
  b: {steps: {x: {workflow: c, next: end}}}
  c: {steps: {x: {workflow: d, next: end}}}
  d: {steps: {x: {workflow: b, next: end}}}
  e: {steps: {x: {workflow: c, next: end}}}
  f: {steps: {x: {workflow: f, next: end}}}
  g: {steps: {x: {workflow: tham-dinh, next: sau}, sau: {not_by: [x#moi, x#mot], next: end}}}
  h: {steps: {x: {workflow: hong, next: sau}, sau: {not_by: x#mot, next: end}}}
  hong: {steps: {x: {next: yy}}}
  tham-dinh: {steps: {mot: {next: hai}, hai: {next: end}}}
  i: {steps: {x: {workflow: tham-dinh, next: x#hai}}}
  k: {steps: {x: {workflow: tham-dinh, next: x#mot}, x#mot: {next: end}}}
",
    );
    let expected = [
        (Code::UnknownReference, 7),
        (Code::FieldOfCall, 8),
        (Code::FieldOfCall, 8),
        (Code::FieldOfCall, 11),
        (Code::FieldOfCall, 12),
        (Code::CallsInCircle, 14),
        (Code::CallsInCircle, 18),
        (Code::UnknownReference, 19),
        (Code::UnknownReference, 21),
        (Code::UnknownReference, 23),
        (Code::DuplicateId, 24),
    ];
    assert_eq!(found, expected);
    let text = "namro: 1\nid: a\ntitle: A\nworkflows:\n  b: {steps: {x: {workflow: c, next: end}}}\n  c: {steps: {x: {workflow: tham-dnh, next: sau}, sau: {workflow: b, next: end}}}\n  tham-dinh: {steps: {x: {next: end}}}\n";
    let faults = Office::load(&[("a.yaml", text)]).unwrap_err();
    let found: Vec<_> = faults.iter().map(|fault| fault.text().vi).collect();
    assert_eq!(found, ["các quy trình gọi nhau thành vòng: b → c → b", "không tìm thấy quy trình «tham-dnh»"]);
    assert_eq!(faults.iter().nth(1).unwrap().help().unwrap().vi, "có phải «tham-dinh»?");
}

#[test]
fn a_case_runs_the_versions_of_its_day() {
    let text = "namro: 1
id: a
title: A
workflows:
  w:
    - in_force: {from: 2025-01-01, to: 2025-12-31}
      steps: {goi: {workflow: v, next: end}}
    - in_force: {from: 2026-01-01}
      steps: {goi: {workflow: v, next: ky}, ky: {next: end}}
  v:
    - in_force: {from: 2025-01-01, to: 2025-06-30}
      steps: {mot: {next: end}}
    - in_force: {from: 2025-07-01}
      steps: {mot: {next: u}, u: {workflow: u, next: end}}
  u:
    - in_force: {to: 2026-06-30}
      steps: {hai: {next: end}}
    - in_force: {from: 2026-07-01}
      steps: {ba: {next: end}}
";
    let office = Office::load(&[("a.yaml", text)]).unwrap_or_else(|faults| panic!("{faults}"));
    let on = |day: &str| {
        let workflow = office.rulebook().workflow(&"w".into(), crate::Date::parse(day).unwrap()).unwrap();
        names(workflow).join(" ")
    };
    for (day, steps) in [
        ("2025-01-01", "goi#mot"),
        ("2025-06-30", "goi#mot"),
        ("2025-07-01", "goi#mot goi#u#hai"),
        ("2025-12-31", "goi#mot goi#u#hai"),
        ("2026-01-01", "goi#mot goi#u#hai ky"),
        ("2026-06-30", "goi#mot goi#u#hai ky"),
        ("2026-07-01", "goi#mot goi#u#ba ky"),
    ] {
        assert_eq!(on(day), steps, "{day}");
    }
    let versions = office.rulebook().workflows().find(|(id, _)| id.as_str() == "w").unwrap().1;
    assert_eq!(versions.iter().count(), 4, "parted only where what is called changes");
    // A day on which the called workflow is not in force.
    let found = lint(
        "  w: {steps: {goi: {workflow: v, next: end}}}\n  v: {in_force: {from: 2025-07-01}, steps: {a: {next: end}}}\n",
    );
    assert_eq!(found, [(Code::CallNotInForce, 5)]);
}

#[test]
fn four_eyes_of_one_person_are_found_inside_calls() {
    let text = "namro: 1
id: a
title: A
units: {so: {title: Sở, head: giam-doc}}
positions: {giam-doc: {title: Giám đốc, roles: [lanh-dao], standing: head}}
workflows:
  w:
    steps:
      goi: {workflow: v, next: ky}
      ky: {role: lanh-dao, not_by: goi#xem, next: end}
  v: {steps: {xem: {role: lanh-dao, next: end}}}
";
    let faults = Office::load(&[("a.yaml", text)]).unwrap_err();
    let found: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.place().line)).collect();
    assert_eq!(found, [(Code::FourEyesOfOne, Some(10))]);
}

#[test]
fn pictures_frame_what_a_call_brought() {
    use crate::base::text::Language;
    use crate::workflow::draw::{dot, mermaid, svg};
    let workflow = compile(&[("w", CALLER), ("tham-dinh", CALLED)]).unwrap();
    let overlay = Default::default();
    assert!(dot(&workflow, &overlay, Language::Vi).contains("subgraph \"cluster_thu-ly\" {\n  label=\"Thụ lý\""));
    let mermaid = mermaid(&workflow, &overlay, Language::En);
    assert!(mermaid.contains("  subgraph c0 [\"Handle\"]\n  s1(\"xem\")\n  s2(\"kiem-tra\")\n  end\n"), "{mermaid}");
    let svg = svg(&workflow, &overlay, Language::Vi);
    assert_eq!(svg.matches("data-call=\"thu-ly\"").count(), 1, "{svg}");
}

#[test]
fn names_that_would_grow_too_long_are_reported() {
    let long = "x".repeat(200);
    let faults = compile(&[
        ("w", &format!(r#"{{"{long}": {{"workflow": "v", "next": "end"}}}}"#)),
        ("v", &format!(r#"{{"{long}": {{"next": "end"}}}}"#)),
    ])
    .unwrap_err();
    let codes: BTreeSet<_> = faults.iter().map(|fault| fault.code()).collect();
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), [Code::BadIdentifier]);
}
