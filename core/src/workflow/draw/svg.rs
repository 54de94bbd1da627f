//! The laid-out picture.

use super::layout::{HEIGHT, Layout, WIDTH, layout};
use super::{Overlay, flows, shorten, target_id};
use crate::text::Language;
use crate::workflow::{Join, Split, Step, Target, Workflow};

/// Colours come from the page where it sets these variables; without them the picture is ink on paper, in light and
/// dark alike.
const STYLE: &str = "\
.nw{font:13px/1.2 system-ui,sans-serif;color:var(--namro-ink,CanvasText);max-width:100%;height:auto}\
.nw text{fill:currentColor;text-anchor:middle}.nw .small{font-size:11px;opacity:.75}\
.nw .box{fill:var(--namro-paper,Canvas);stroke:currentColor;stroke-width:1.4}\
.nw .waits .box{stroke-dasharray:5 4}.nw .marked .box{stroke:var(--namro-accent,#b45309);stroke-width:3}\
.nw .flow{fill:none;stroke:currentColor;opacity:.65}.nw .gate{fill:currentColor}\
.nw .gate-sign{fill:none;stroke:var(--namro-paper,Canvas);stroke-width:1.6}\
.nw .label{font-size:11px;paint-order:stroke;stroke:var(--namro-paper,Canvas);stroke-width:4px}\
.nw .count{fill:var(--namro-accent,#b45309)}.nw .count-text{fill:var(--namro-paper,Canvas);font-size:11px;font-weight:600}";

/// The workflow as an SVG picture that stands by itself or inside a page.
///
/// Flows lead down; those back run beside. A diamond under a step says how its flows part (× one, + all, ○ some), a
/// diamond above it that it joins. Dashed steps wait for somebody outside. Counts of the overlay stand on steps and
/// flows, and thicken the flows.
pub fn svg(workflow: &Workflow, overlay: &Overlay, language: Language) -> String {
    let layout = layout(workflow);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"nw\" role=\"img\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" \
         height=\"{h}\" lang=\"{}\"><title>{}</title><style>{STYLE}</style>\
         <defs><marker id=\"nw-tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" \
         markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"currentColor\"/></marker></defs>",
        language.tag(),
        escape(workflow.title().get(language)),
        w = layout.width,
        h = layout.height,
    );
    draw_flows(&mut out, workflow, overlay, language, &layout);
    draw_ends(&mut out, workflow, &layout);
    for (step, (x, y)) in workflow.steps().iter().zip(&layout.nodes) {
        draw_step(&mut out, step, overlay, language, *x, *y);
    }
    out.push_str("</svg>");
    out
}

fn draw_flows(out: &mut String, workflow: &Workflow, overlay: &Overlay, language: Language, layout: &Layout) {
    let most = overlay.flows.values().max().copied().unwrap_or(0);
    let steps = workflow.steps().len();
    let half = HEIGHT / 2;
    for flow in flows(workflow, language) {
        let Some(step) = workflow.steps().get(flow.from) else { continue };
        let to = match flow.to {
            Target::Step(to) => to,
            Target::End => steps,
        };
        let count = overlay.flow(&step.id, target_id(workflow, flow.to));
        // From 1.4 to 4 units wide, in tenths.
        let width = 14 + count.and_then(|count| (count.saturating_mul(26)).checked_div(most)).unwrap_or(0);
        let (path, label_at) = match layout.back.iter().find(|(from, target, _)| *from == flow.from && *target == to) {
            Some((_, _, lane)) => back_path(layout, flow.from, to, *lane),
            None => {
                let forward = layout.forward.iter().find(|(from, target, _)| *from == flow.from && *target == to);
                let Some((_, _, points)) = forward else { continue };
                forward_path(points, half, if to == steps { 9 } else { half })
            }
        };
        let (whole, tenth) = (width / 10, width % 10);
        out.push_str(&format!(
            "<path class=\"flow\" d=\"{path}\" stroke-width=\"{whole}.{tenth}\" marker-end=\"url(#nw-tip)\"/>"
        ));
        let condition = flow.label.map(|label| shorten(&label, 26));
        let words: Vec<String> = condition.into_iter().chain(count.map(|count| count.to_string())).collect();
        if !words.is_empty() {
            let (x, y) = label_at;
            out.push_str(&format!("<text class=\"label\" x=\"{x}\" y=\"{y}\">{}</text>", escape(&words.join(" · "))));
        }
    }
}

/// A flow down through the given centres, and where its label goes.
fn forward_path(points: &[(i64, i64)], above: i64, below: i64) -> (String, (i64, i64)) {
    let last = points.len().saturating_sub(1);
    let mut path = String::new();
    let mut label = (0, 0);
    let mut before: Option<(i64, i64)> = None;
    for (index, (x, y)) in points.iter().enumerate() {
        let arrives = if index == last { y - below } else { *y };
        match before {
            None => path.push_str(&format!("M{x} {}", y + above)),
            Some((from_x, from_y)) => {
                let middle = (from_y + arrives) / 2;
                path.push_str(&format!("C{from_x} {middle} {x} {middle} {x} {arrives}"));
                if index == 1 {
                    // Nearer to the end than to the start: there flows that part lie apart.
                    label = ((from_x + 2 * x) / 3, (from_y + 2 * arrives) / 3 + 2);
                }
            }
        }
        before = Some((*x, if index == 0 { y + above } else { *y }));
    }
    (path, label)
}

/// A flow back, out to the side and up.
fn back_path(layout: &Layout, from: usize, to: usize, lane: i64) -> (String, (i64, i64)) {
    let node = |index: usize| layout.nodes.get(index).copied().unwrap_or_default();
    let ((x, y), (to_x, to_y)) = (node(from), node(to));
    let (start, end) = (x + WIDTH / 2, to_x + WIDTH / 2);
    let (low, high) = (y + 8, to_y + 8);
    let turn = if low > high { -12 } else { 12 };
    let path = format!(
        "M{start} {low}H{}Q{lane} {low} {lane} {}V{}Q{lane} {high} {} {high}H{end}",
        lane - 12,
        low + turn,
        high - turn,
        lane - 12,
    );
    (path, (lane, (low + high) / 2))
}

fn draw_ends(out: &mut String, workflow: &Workflow, layout: &Layout) {
    if let Some((x, y)) = layout.nodes.get(workflow.start()) {
        let top = y - HEIGHT / 2;
        out.push_str(&format!(
            "<circle class=\"box\" cx=\"{x}\" cy=\"{}\" r=\"8\"/>\
             <path class=\"flow\" d=\"M{x} {}V{top}\" stroke-width=\"1.4\" marker-end=\"url(#nw-tip)\"/>",
            top - 30,
            top - 22,
        ));
    }
    if let Some((x, y)) = layout.nodes.last() {
        out.push_str(&format!(
            "<circle class=\"box\" cx=\"{x}\" cy=\"{y}\" r=\"9\"/><circle class=\"gate\" cx=\"{x}\" cy=\"{y}\" r=\"5\"/>"
        ));
    }
}

fn draw_step(out: &mut String, step: &Step, overlay: &Overlay, language: Language, x: i64, y: i64) {
    let waits = if step.waits_for.is_some() { " waits" } else { "" };
    let marked = if overlay.marked.contains(&step.id) { " marked" } else { "" };
    let (left, top) = (x - WIDTH / 2, y - HEIGHT / 2);
    out.push_str(&format!("<g class=\"step{waits}{marked}\" data-step=\"{}\">", escape(step.id.as_str())));
    out.push_str(&format!("<title>{}</title>", escape(step.title.get(language))));
    out.push_str(&format!(
        "<rect class=\"box\" x=\"{left}\" y=\"{top}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"9\"/>"
    ));
    let lines = wrap(step.title.get(language), 26, 2);
    let note = overlay.notes.get(&step.id).map(|note| note.get(language).to_owned());
    let below = note.or_else(|| step.role.as_ref().map(ToString::to_string));
    let rows = i64::try_from(lines.len() + usize::from(below.is_some())).unwrap_or(1);
    let mut baseline = y + 5 - (rows - 1) * 8;
    for line in lines {
        out.push_str(&format!("<text x=\"{x}\" y=\"{baseline}\">{}</text>", escape(&line)));
        baseline += 16;
    }
    if let Some(below) = below {
        let below = escape(&shorten(&below, 30));
        out.push_str(&format!("<text class=\"small\" x=\"{x}\" y=\"{baseline}\">{below}</text>"));
    }
    let parts = match step.split {
        Split::To(_) => None,
        Split::OneOf(_) => Some("M-4 -4L4 4M4 -4L-4 4"),
        Split::AllOf(_) => Some("M0 -5V5M-5 0H5"),
        Split::SomeOf(_) => Some("M4 0A4 4 0 1 1 -4 0A4 4 0 1 1 4 0"),
    };
    let joins = match step.join {
        Join::Any => None,
        Join::All => Some("M0 -5V5M-5 0H5"),
        Join::Some => Some("M4 0A4 4 0 1 1 -4 0A4 4 0 1 1 4 0"),
    };
    for (sign, at) in [(joins, top), (parts, y + HEIGHT / 2)] {
        if let Some(sign) = sign {
            out.push_str(&format!(
                "<g transform=\"translate({x} {at})\"><path class=\"gate\" d=\"M0 -10L10 0L0 10L-10 0z\"/>\
                 <path class=\"gate-sign\" d=\"{sign}\"/></g>"
            ));
        }
    }
    if let Some(count) = overlay.steps.get(&step.id) {
        let count = count.to_string();
        let width = i64::try_from(count.len()).unwrap_or(1) * 7 + 12;
        let right = left + WIDTH - width + 8;
        out.push_str(&format!(
            "<rect class=\"count\" x=\"{right}\" y=\"{}\" width=\"{width}\" height=\"18\" rx=\"9\"/>\
             <text class=\"count-text\" x=\"{}\" y=\"{}\">{count}</text>",
            top - 9,
            right + width / 2,
            top + 4,
        ));
    }
    out.push_str("</g>");
}

/// Breaks a text into lines of about so many characters; what does not fit is cut.
fn wrap(text: &str, characters: usize, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let fits = |line: &&mut String| line.chars().count() + 1 + word.chars().count() <= characters;
        match wrapped.last_mut().filter(fits) {
            Some(line) => line.push_str(&format!(" {word}")),
            None => wrapped.push(word.to_owned()),
        }
    }
    if wrapped.len() > lines {
        let rest = wrapped.split_off(lines.saturating_sub(1)).join(" ");
        wrapped.push(rest);
    }
    wrapped.into_iter().map(|line| shorten(&line, characters)).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
