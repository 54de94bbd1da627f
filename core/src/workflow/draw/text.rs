//! DOT and Mermaid.

use super::{Overlay, flows, shorten, target_id};
use crate::base::text::Language;
use crate::workflow::call::Call;
use crate::workflow::{Split, Target, Workflow};

/// The workflow in the language of Graphviz.
pub(crate) fn dot(workflow: &Workflow, overlay: &Overlay, language: Language) -> String {
    let quote = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let mut out = String::from("digraph workflow {\n  rankdir=TB;\n  node [shape=box, style=rounded];\n");
    out.push_str("  start [shape=circle, label=\"\"];\n  \"#end\" [shape=doublecircle, label=\"\"];\n");
    let mut open = Vec::new();
    for (index, step) in workflow.steps().iter().enumerate() {
        let (closed, opened) = turn(&mut open, workflow.calls_around(index));
        out.push_str(&"  }\n".repeat(closed));
        for call in opened {
            let (name, label) = (format!("cluster_{}", call.step), call.title.get(language));
            let label = quote(label);
            out.push_str(&format!("  subgraph {} {{\n  label={label}; style=\"rounded,dashed\";\n", quote(&name)));
        }
        let count = overlay.steps.get(&step.id).map(|count| format!("\\n{count}")).unwrap_or_default();
        let label = quote(step.title.get(language)).trim_end_matches('"').to_owned() + &count + "\"";
        let style = match (step.waits_for, overlay.marked.contains(&step.id)) {
            (Some(_), _) => ", style=\"rounded,dashed\"",
            (None, true) => ", penwidth=2",
            (None, false) => "",
        };
        out.push_str(&format!("  {} [label={label}{style}];\n", quote(step.id.as_str())));
    }
    out.push_str(&"  }\n".repeat(open.len()));
    if let Some(first) = workflow.steps().get(workflow.start()) {
        out.push_str(&format!("  start -> {};\n", quote(first.id.as_str())));
    }
    for flow in flows(workflow, language) {
        let Some(from) = workflow.steps().get(flow.from) else { continue };
        let to = target_id(workflow, flow.to);
        let count = overlay.flow(&from.id, to).map(|count| count.to_string());
        let label: Vec<String> = flow.label.into_iter().chain(count).collect();
        let label = if label.is_empty() { String::new() } else { format!(" [label={}]", quote(&label.join(": "))) };
        let to = if flow.to == Target::End { "\"#end\"".to_owned() } else { quote(to) };
        out.push_str(&format!("  {} -> {to}{label};\n", quote(from.id.as_str())));
    }
    out.push_str("}\n");
    out
}

/// The workflow in the language of Mermaid.
pub(crate) fn mermaid(workflow: &Workflow, overlay: &Overlay, language: Language) -> String {
    // Inside quotes, Mermaid reads entities and little else.
    let escape =
        |text: &str| text.replace('&', "#amp;").replace('"', "#quot;").replace('<', "#lt;").replace('>', "#gt;");
    let mut out = String::from("flowchart TD\n  start((\" \")) --> s");
    out.push_str(&format!("{}\n", workflow.start()));
    let mut open = Vec::new();
    let mut frames = 0;
    for (index, step) in workflow.steps().iter().enumerate() {
        let (closed, opened) = turn(&mut open, workflow.calls_around(index));
        out.push_str(&"  end\n".repeat(closed));
        for call in opened {
            out.push_str(&format!("  subgraph c{frames} [\"{}\"]\n", escape(call.title.get(language))));
            frames += 1;
        }
        let count = overlay.steps.get(&step.id).map(|count| format!("<br/>{count}")).unwrap_or_default();
        let label = escape(step.title.get(language)) + &count;
        out.push_str(&format!("  s{index}(\"{label}\")\n"));
    }
    out.push_str(&"  end\n".repeat(open.len()));
    for flow in flows(workflow, language) {
        let Some(from) = workflow.steps().get(flow.from) else { continue };
        let count = overlay.flow(&from.id, target_id(workflow, flow.to)).map(|count| count.to_string());
        let condition = flow.label.map(|label| escape(&shorten(&label, 40)));
        let label: Vec<String> = condition.into_iter().chain(count).collect();
        let label = if label.is_empty() { String::new() } else { format!("|\"{}\"|", label.join(": ")) };
        let to = match flow.to {
            Target::Step(to) => format!("s{to}"),
            Target::End => "done(((\" \")))".to_owned(),
        };
        let arrow = if matches!(from.split, Split::SomeOf(_)) { "-.->" } else { "-->" };
        out.push_str(&format!("  s{} {arrow}{label} {to}\n", flow.from));
    }
    for step in &overlay.marked {
        if let Some(index) = workflow.position(step) {
            out.push_str(&format!("  style s{index} stroke-width:3px\n"));
        }
    }
    out
}

/// How many of the open frames to close, and which to open, before the next step.
fn turn<'a>(open: &mut Vec<&'a Call>, around: Vec<&'a Call>) -> (usize, Vec<&'a Call>) {
    let same = open.iter().zip(&around).take_while(|(one, other)| one.step == other.step).count();
    let closed = open.len() - same;
    let opened = around.iter().copied().skip(same).collect();
    *open = around;
    (closed, opened)
}
