//! The drawing as SVG.

use super::frame::{Area, Title, draw_frames, draw_titles};
use super::item::{HEIGHT, WIDTH};
use super::layout::{Layout, layout};
use super::{Overlay, escape, flows, shorten, target_id};
use crate::base::text::Language;
use crate::workflow::{Join, Split, Step, Target, Workflow};

/// Colours are taken from the page if it sets these variables; otherwise the drawing is black on white, in light and
/// dark mode.
const STYLE: &str = "\
.nw{font:13px/1.2 system-ui,sans-serif;color:var(--namro-ink,CanvasText);max-width:100%;height:auto}\
.nw text{fill:currentColor;text-anchor:middle}.nw .small{font-size:11px;opacity:.75}\
.nw .box{fill:var(--namro-paper,Canvas);stroke:currentColor;stroke-width:1.4}\
.nw .waits .box{stroke-dasharray:5 4}.nw .marked .box{stroke:var(--namro-accent,#b45309);stroke-width:3}\
.nw .flow{fill:none;stroke:currentColor;opacity:.65}.nw .gate{fill:currentColor}\
.nw .gate-sign{fill:none;stroke:var(--namro-paper,Canvas);stroke-width:1.6}\
.nw .frame{fill:currentColor;fill-opacity:.04;stroke:currentColor;stroke-opacity:.45;stroke-dasharray:2 3}\
.nw text.frame-title{font-size:11px;font-style:italic;text-anchor:start;paint-order:stroke;stroke:var(--namro-paper,Canvas);stroke-width:4px}\
.nw .label{font-size:11px;paint-order:stroke;stroke:var(--namro-paper,Canvas);stroke-width:4px}\
.nw .count{fill:var(--namro-accent,#b45309)}.nw .count-text{fill:var(--namro-paper,Canvas);font-size:11px;font-weight:600}";

/// The workflow as an SVG drawing, which can be used alone or inside a page.
///
/// Flows lead down, and back flows run at the side. A diamond under a step shows how its flows split (× one, + all, ○
/// some), and a diamond above it that it joins. Dashed steps wait for somebody outside. Counts of the overlay are
/// written on steps and flows, and make flows thicker.
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
    let titles = draw_frames(&mut out, workflow, language, &layout);
    let labels = draw_flows(&mut out, workflow, overlay, language, &layout);
    draw_ends(&mut out, workflow, &layout);
    for (step, (x, y)) in workflow.steps().iter().zip(&layout.nodes) {
        draw_step(&mut out, step, overlay, language, *x, *y);
    }
    draw_titles(&mut out, &titles);
    draw_labels(&mut out, labels, &titles, &layout);
    out.push_str("</svg>");
    out
}

/// Draws the lines of the flows; gives their labels.
fn draw_flows(
    out: &mut String,
    workflow: &Workflow,
    overlay: &Overlay,
    language: Language,
    layout: &Layout,
) -> Vec<Label> {
    let most = overlay.flows.values().max().copied().unwrap_or(0);
    let steps = workflow.steps().len();
    let half = HEIGHT / 2;
    let mut labels = Vec::new();
    for flow in flows(workflow, language) {
        let Some(step) = workflow.steps().get(flow.from) else { continue };
        let to = match flow.to {
            Target::Step(to) => to,
            Target::End => steps,
        };
        let count = overlay.flow(&step.id, target_id(workflow, flow.to));
        // From 1.4 to 4 units wide, in tenths.
        let width = 14 + count.and_then(|count| (count.saturating_mul(26)).checked_div(most)).unwrap_or(0);
        let (path, places) = match layout.back.iter().find(|(from, target, _)| *from == flow.from && *target == to) {
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
        if flow.label.is_some() || count.is_some() {
            labels.push(Label { condition: flow.label, count, places });
        }
    }
    labels
}

/// A forward flow through the given centres, and possible positions of its label.
fn forward_path(points: &[(i64, i64)], above: i64, below: i64) -> (String, Vec<(i64, i64)>) {
    let last = points.len().saturating_sub(1);
    let mut path = String::new();
    let mut places = Vec::new();
    let mut before: Option<(i64, i64)> = None;
    for (index, (x, y)) in points.iter().enumerate() {
        let arrives = if index == last { y - below } else { *y };
        match before {
            None => path.push_str(&format!("M{x} {}", y + above)),
            Some((from_x, from_y)) => {
                let middle = (from_y + arrives) / 2;
                path.push_str(&format!("C{from_x} {middle} {x} {middle} {x} {arrives}"));
                // Nearer to the end than to the start, where the flows of a split are further apart.
                let at = |t: i64| {
                    let (far, near) = (10 - t, t);
                    let (first, second) = (far * far * far, 3 * far * far * near);
                    let (third, fourth) = (3 * far * near * near, near * near * near);
                    let x = (from_x * (first + second) + x * (third + fourth)) / 1000;
                    (x, (from_y * first + middle * (second + third) + arrives * fourth) / 1000)
                };
                places.extend([6, 7, 5, 4, 8, 3, 9, 2].map(at));
            }
        }
        before = Some((*x, if index == 0 { y + above } else { *y }));
    }
    (path, places)
}

/// A back flow, out to the side and up. It passes below a box next to its own, and above one next to its target.
fn back_path(layout: &Layout, from: usize, to: usize, lane: i64) -> (String, Vec<(i64, i64)>) {
    let node = |index: usize| layout.nodes.get(index).copied().unwrap_or_default();
    let ((x, y), (to_x, to_y)) = (node(from), node(to));
    let neighbour = |x: i64, y: i64| layout.nodes.iter().any(|(other_x, other_y)| *other_y == y && *other_x > x);
    let half = HEIGHT / 2;
    let (start, low) = if neighbour(x, y) {
        let (corner, below) = (x + WIDTH / 2 - 22, y + half + 14);
        (format!("M{corner} {}V{}Q{corner} {below} {} {below}", y + half, below - 8, corner + 8), below)
    } else {
        (format!("M{} {}", x + WIDTH / 2, y + 8), y + 8)
    };
    let (end, high) = if neighbour(to_x, to_y) {
        let (corner, above) = (to_x + WIDTH / 2 - 22, to_y - half - 16);
        (format!("H{}Q{corner} {above} {corner} {}V{}", corner + 8, above + 8, to_y - half), above)
    } else {
        (format!("H{}", to_x + WIDTH / 2), to_y + 8)
    };
    let turn = if low > high { -12 } else { 12 };
    let path = format!(
        "{start}H{}Q{lane} {low} {lane} {}V{}Q{lane} {high} {} {high}{end}",
        lane - 12,
        low + turn,
        high - turn,
        lane - 12,
    );
    let places = [5, 4, 6, 3, 7, 2, 8].map(|tenths| (lane, low + (high - low) * tenths / 10));
    (path, places.to_vec())
}

/// The label of a flow, and its possible positions.
struct Label {
    condition: Option<String>,
    count: Option<u64>,
    places: Vec<(i64, i64)>,
}

/// Writes each label where it covers neither a box nor another label, shortened if necessary.
fn draw_labels(out: &mut String, labels: Vec<Label>, titles: &[Title], layout: &Layout) {
    let apart = |a: &Area, b: &Area| {
        let ([l, t, r, u], [left, top, right, under]) = (*a, *b);
        r <= left || right <= l || u <= top || under <= t
    };
    let steps = layout.nodes.len().saturating_sub(1);
    // A gate extends above and below its box.
    let boxes = layout.nodes.iter().take(steps).flat_map(|(x, y)| {
        let (wide, high) = (WIDTH / 2, HEIGHT / 2);
        [[x - wide, y - high, x + wide, y + high], [x - 10, y - high - 10, x + 10, y + high + 10]]
    });
    let mut taken: Vec<Area> = boxes.chain(titles.iter().map(|title| title.area)).collect();
    for Label { condition, count, places } in labels {
        let written = |characters: usize| {
            let condition = condition.as_deref().map(|condition| shorten(condition, characters));
            condition.into_iter().chain(count.map(|count| count.to_string())).collect::<Vec<_>>().join(" · ")
        };
        let mut best = None;
        for text in [32, 22, 14].map(written) {
            let wide = i64::try_from(text.chars().count()).unwrap_or(0) * 6 / 2 + 4;
            let area = |(x, y): &(i64, i64)| {
                let x = (*x).clamp(wide.min(layout.width - wide), (layout.width - wide).max(wide));
                ((x, *y), [x - wide, y - 11, x + wide, y + 4])
            };
            let free = places.iter().map(area).find(|(_, area)| taken.iter().all(|other| apart(area, other)));
            if let Some((at, area)) = free.or_else(|| places.first().map(area)) {
                best = Some((text, at, area));
            }
            if free.is_some() {
                break;
            }
        }
        if let Some((text, (x, y), area)) = best {
            taken.push(area);
            out.push_str(&format!("<text class=\"label\" x=\"{x}\" y=\"{y}\">{}</text>", escape(&text)));
        }
    }
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
    // A gate covers the lower edge, a join the upper one, so the text keeps away from both.
    let middle = if step.join == Join::Any { y + 2 } else { y + 7 };
    let mut baseline = middle - (rows - 1) * 8;
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

/// Breaks a text into lines of about this many characters; what does not fit is cut.
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
