//! The drawing as SVG.

use super::frame::{Area, Title, draw_frames, draw_titles};
use super::item::{HEIGHT, WIDTH};
use super::layout::{LANE, Layout, layout};
use super::legend::{self, ALL, ONE, SOME, gate, legend};
use super::{Overlay, escape, flows, shorten, target_id};
use crate::base::ids::RoleId;
use crate::base::text::{Language, inert};
use crate::workflow::{Join, Split, Step, Target, Workflow};
use std::collections::BTreeMap;

/// The colours where a page sets none, and for programs that know no style sheets or no variables in them (office
/// suites, editors, converters): every shape carries them as attributes.
pub(super) const INK: &str = "#1c1917";
pub(super) const PAPER: &str = "#ffffff";
pub(super) const ACCENT: &str = "#b45309";

/// In browsers, colours are those of the page if it sets these variables, otherwise those of its light or dark mode.
/// Other programs do not know `@supports`, and skip the rules in it.
const STYLE: &str = "\
.nw{max-width:100%;height:auto}\
@supports(color:var(--a)){\
.nw{font-family:system-ui,sans-serif;color:var(--namro-ink,CanvasText)}\
.nw text{fill:currentColor}.nw .small{opacity:.75}\
.nw .box{fill:var(--namro-paper,Canvas);stroke:currentColor}\
.nw .marked .box{stroke:var(--namro-accent,#b45309)}\
.nw .flow{stroke:currentColor;opacity:.65}.nw .gate,.nw .tip{fill:currentColor}\
.nw .gate-sign{stroke:var(--namro-paper,Canvas)}\
.nw .frame{fill:currentColor;stroke:currentColor}\
.nw .halo,.nw .ground{fill:var(--namro-paper,Canvas)}\
.nw .count{fill:var(--namro-accent,#b45309)}.nw text.count-text{fill:var(--namro-paper,Canvas)}}";

/// The workflow as an SVG drawing, which can be used alone or inside a page.
///
/// Flows lead down, and back flows run at the side; a tall drawing continues in a column to the right. A diamond under a
/// step shows how its flows split (× one, + all, ○ some), and a diamond above it that it joins. Dashed steps wait for
/// somebody outside. A legend explains the signs that appear. Counts of the overlay are written on steps and flows, and
/// make flows thicker.
pub fn svg(workflow: &Workflow, overlay: &Overlay, language: Language) -> String {
    draw(workflow, overlay, language, None)
}

/// The drawing with a legend, or with a remark in its place.
pub(super) fn draw(workflow: &Workflow, overlay: &Overlay, language: Language, remark: Option<&str>) -> String {
    let layout = layout(workflow).in_columns();
    let (signs, below, wide) = match remark {
        None => {
            let (signs, below) = legend(workflow, language, 12, layout.height);
            (signs, below, legend::width(workflow, language))
        }
        Some(remark) => legend::remark(remark, 12, layout.height, layout.width),
    };
    let (width, height) = (layout.width.max(wide), layout.height + below + 8);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"nw\" role=\"img\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" lang=\"{}\" font-family=\"sans-serif\" font-size=\"13\" fill=\"{INK}\" \
         text-anchor=\"middle\"><title>{}</title><style>{STYLE}</style>\
         <defs><marker id=\"nw-tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" \
         markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"tip\" d=\"M0 0L8 4L0 8z\" fill=\"{INK}\"/></marker>\
         </defs><rect class=\"ground\" width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>",
        language.tag(),
        escape(workflow.title().get(language)),
    );
    let titles = draw_frames(&mut out, workflow, language, &layout);
    let labels = draw_flows(&mut out, workflow, overlay, language, &layout);
    let (grounds, texts) = draw_labels(labels, &titles, &layout);
    out.push_str(&grounds);
    draw_ends(&mut out, workflow, &layout, overlay.traffic);
    for (step, (x, y)) in workflow.steps().iter().zip(&layout.nodes) {
        draw_step(&mut out, workflow, step, overlay, language, *x, *y);
    }
    draw_titles(&mut out, &titles);
    out.push_str(&texts);
    out.push_str(&signs);
    out.push_str("</svg>");
    inert(out)
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
    let mut crossings = Crossings::default();
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
            Some((_, _, lane)) => back_path(layout, flow.from, to, *lane, &mut crossings),
            None => {
                let forward = layout.forward.iter().find(|(from, target, _)| *from == flow.from && *target == to);
                let Some((_, _, points)) = forward else { continue };
                forward_path(layout, points, half, if to == steps { 9 } else { half }, &mut crossings)
            }
        };
        let (whole, tenth) = (width / 10, width % 10);
        out.push_str(&format!(
            "<path class=\"flow\" d=\"{path}\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"{whole}.{tenth}\" \
             marker-end=\"url(#nw-tip)\"/>"
        ));
        let condition = match overlay.traffic {
            true => overlay.time(&step.id, target_id(workflow, flow.to)).map(|time| time.get(language).to_owned()),
            false => flow.label,
        };
        if condition.is_some() || count.is_some() {
            let when = flow.when.filter(|_| !overlay.traffic);
            labels.push(Label { condition, when, count, places });
        }
    }
    labels
}

/// How many flows already pass between two columns and above them, so that none covers another.
#[derive(Default)]
struct Crossings {
    between: BTreeMap<i64, i64>,
    below: i64,
    above: i64,
}

impl Crossings {
    /// The line beside a column on which the next flow rises.
    fn gutter(&mut self, layout: &Layout, column: i64) -> i64 {
        let count = self.between.entry(column).or_default();
        *count += 1;
        column * layout.column - 16 - (*count - 1) * LANE / 2
    }
}

/// The label places of a straight part.
fn along((x, y): (i64, i64), (to_x, to_y): (i64, i64)) -> impl Iterator<Item = (i64, i64)> {
    [5, 4, 6, 3, 7, 2, 8].into_iter().map(move |tenths| (x + (to_x - x) * tenths / 10, y + (to_y - y) * tenths / 10))
}

/// A forward flow through the given centres, and possible positions of its label.
fn forward_path(
    layout: &Layout,
    points: &[(i64, i64)],
    above: i64,
    below: i64,
    crossings: &mut Crossings,
) -> (String, Vec<(i64, i64)>) {
    let last = points.len().saturating_sub(1);
    let mut path = String::new();
    let mut places = Vec::new();
    let mut before: Option<(i64, i64)> = None;
    for (index, (x, y)) in points.iter().enumerate() {
        let arrives = if index == last { y - below } else { *y };
        match before {
            None => path.push_str(&format!("M{x} {}", y + above)),
            // Down below the last row, up between the columns, and down into the first row of the next one.
            Some((from_x, from_y)) if layout.column_of(from_x) != layout.column_of(*x) => {
                let gutter = crossings.gutter(layout, layout.column_of(*x));
                let aside = crossings.below % 4 * 6;
                crossings.below += 1;
                let (low, high) = (layout.height - 10 - aside, (y - HEIGHT / 2 - 18 - aside).max(4));
                path.push_str(&format!("L{from_x} {low}H{gutter}V{high}H{x}V{arrives}"));
                places.extend(along((from_x, from_y), (from_x, low)).chain(along((gutter, low), (gutter, high))));
            }
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
fn back_path(
    layout: &Layout,
    from: usize,
    to: usize,
    lane: i64,
    crossings: &mut Crossings,
) -> (String, Vec<(i64, i64)>) {
    let node = |index: usize| layout.nodes.get(index).copied().unwrap_or_default();
    let ((x, y), (to_x, to_y)) = (node(from), node(to));
    // The line on which it comes down to a target in another column: as far from its boxes as in its own.
    let other = lane + (layout.column_of(to_x) - layout.column_of(x)) * layout.column;
    let neighbour = |x: i64, y: i64, lane: i64| {
        layout.nodes.iter().any(|(other_x, other_y)| *other_y == y && (x + 1..lane).contains(other_x))
    };
    let half = HEIGHT / 2;
    // A flow back to its own step stays beside it.
    let near = x + WIDTH / 2 + 56;
    if from == to && !neighbour(x, y, near + WIDTH / 2 + 40) {
        let (right, low, high) = (x + WIDTH / 2, y + 20, y - 16);
        let path = format!(
            "M{right} {low}H{}Q{near} {low} {near} {}V{}Q{near} {high} {} {high}H{right}",
            near - 12,
            low - 12,
            high + 12,
            near - 12
        );
        return (path, vec![(near, y + 2)]);
    }
    let (start, low) = if neighbour(x, y, lane) {
        let (corner, below) = (x + WIDTH / 2 - 22, y + half + 14);
        (format!("M{corner} {}V{}Q{corner} {below} {} {below}", y + half, below - 8, corner + 8), below)
    } else {
        (format!("M{} {}", x + WIDTH / 2, y + 8), y + 8)
    };
    let (end, high) = if neighbour(to_x, to_y, other) {
        let (corner, above) = (to_x + WIDTH / 2 - 22, to_y - half - 16);
        (format!("H{}Q{corner} {above} {corner} {}V{}", corner + 8, above + 8, to_y - half), above)
    } else {
        (format!("H{}", to_x + WIDTH / 2), to_y + 8)
    };
    if other != lane {
        let top = 3 + crossings.above % 4 * 5;
        crossings.above += 1;
        let path = format!("{start}H{lane}V{top}H{other}V{high}{end}");
        return (path, along((lane, low), (lane, top)).chain(along((other, top), (other, high))).collect());
    }
    let turn = if low > high { -12 } else { 12 };
    let path = format!(
        "{start}H{}Q{lane} {low} {lane} {}V{}Q{lane} {high} {} {high}{end}",
        lane - 12,
        low + turn,
        high - turn,
        lane - 12,
    );
    (path, along((lane, low), (lane, high)).collect())
}

/// The label of a flow, and its possible positions.
struct Label {
    condition: Option<String>,
    when: Option<String>,
    count: Option<u64>,
    places: Vec<(i64, i64)>,
}

/// Each label where it covers neither a box nor another label, shortened if necessary: the grounds, which lie below the
/// boxes, and the texts.
fn draw_labels(labels: Vec<Label>, titles: &[Title], layout: &Layout) -> (String, String) {
    let (mut grounds, mut out) = (String::new(), String::new());
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
    for Label { condition, when, count, places } in labels {
        let written = |characters: usize| {
            let mut lines = condition.as_deref().map(|text| wrap(text, characters, 2)).unwrap_or_default();
            lines.extend(count.map(|count| count.to_string()));
            lines
        };
        let mut best = None;
        for lines in [24, 18, 13].map(written) {
            let long = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
            let wide = i64::try_from(long).unwrap_or(0) * 3 + 5;
            let high = i64::try_from(lines.len()).unwrap_or(1) * 7 + 1;
            let area = |(x, y): &(i64, i64)| {
                let x = (*x).clamp(wide.min(layout.width - wide), (layout.width - wide).max(wide));
                ((x, *y), [x - wide, y - high, x + wide, y + high])
            };
            let free = places.iter().map(area).find(|(_, area)| taken.iter().all(|other| apart(area, other)));
            if let Some((at, area)) = free.or_else(|| places.first().map(area)) {
                best = Some((lines, at, area));
            }
            if free.is_some() {
                break;
            }
        }
        if let Some((lines, (x, _), area)) = best {
            taken.push(area);
            let [left, top, right, under] = area;
            let whole: Vec<&str> = condition.as_deref().into_iter().chain(when.as_deref()).collect();
            grounds.push_str(&format!(
                "<rect class=\"halo\" x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{}\" rx=\"3\" fill=\"{PAPER}\"/>",
                right - left,
                under - top,
            ));
            let whole = escape(&whole.join("\n"));
            out.push_str(&format!("<g class=\"label\" font-size=\"11\"><title>{whole}</title>"));
            let mut baseline = top + 11;
            for line in lines {
                out.push_str(&format!("<text x=\"{x}\" y=\"{baseline}\">{}</text>", escape(&line)));
                baseline += 14;
            }
            out.push_str("</g>");
        }
    }
    (grounds, out)
}

/// The signs of start and end. A map has a box for its beginning, and an end if some case has ended.
fn draw_ends(out: &mut String, workflow: &Workflow, layout: &Layout, traffic: bool) {
    let ends = workflow.steps().iter().any(|step| step.split.targets().contains(&Target::End));
    let circle = format!("fill=\"{PAPER}\" stroke=\"{INK}\" stroke-width=\"1.4\"");
    if let Some((x, y)) = layout.nodes.get(workflow.start()).filter(|_| !traffic) {
        let top = y - HEIGHT / 2;
        out.push_str(&format!(
            "<circle class=\"box\" {circle} cx=\"{x}\" cy=\"{}\" r=\"8\"/>\
             <path class=\"flow\" d=\"M{x} {}V{top}\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"1.4\" \
             marker-end=\"url(#nw-tip)\"/>",
            top - 30,
            top - 22,
        ));
    }
    if let Some((x, y)) = layout.nodes.last().filter(|_| ends) {
        out.push_str(&format!(
            "<circle class=\"box\" {circle} cx=\"{x}\" cy=\"{y}\" r=\"9\"/>\
             <circle class=\"gate\" fill=\"{INK}\" cx=\"{x}\" cy=\"{y}\" r=\"5\"/>"
        ));
    }
}

/// The lines under the title of a step: a note of the overlay or the role, then the budget and whose step it must not
/// be.
fn below(workflow: &Workflow, step: &Step, overlay: &Overlay, language: Language) -> Vec<String> {
    let role = |role: &RoleId| {
        overlay.roles.get(role).map_or_else(|| role.to_string(), |title| title.get(language).to_owned())
    };
    let who = overlay.notes.get(&step.id).map(|note| note.get(language).to_owned());
    let who = who.or_else(|| step.role.as_ref().map(role));
    let budget = step.budget.as_ref().map(|budget| budget.limit().text().get(language).to_owned());
    let others = step.not_by.iter().map(|other| {
        let title = workflow.step(other).map_or(other.as_str(), |step| step.title.get(language));
        format!("≠ {title}")
    });
    let second: Vec<String> = budget.into_iter().chain(others).collect();
    who.into_iter().chain(Some(second.join(" · ")).filter(|line| !line.is_empty())).collect()
}

fn draw_step(
    out: &mut String,
    workflow: &Workflow,
    step: &Step,
    overlay: &Overlay,
    language: Language,
    x: i64,
    y: i64,
) {
    let waits = if step.waits_for.is_some() { " waits" } else { "" };
    let marked = overlay.marked.contains(&step.id);
    let (left, top) = (x - WIDTH / 2, y - HEIGHT / 2);
    let title = step.title.get(language);
    let below = below(workflow, step, overlay, language);
    out.push_str(&format!(
        "<g class=\"step{waits}{}\" data-step=\"{}\"><title>{}</title>",
        if marked { " marked" } else { "" },
        escape(step.id.as_str()),
        escape(&[title].into_iter().chain(below.iter().map(String::as_str)).collect::<Vec<_>>().join("\n")),
    ));
    let (line, width) = if marked { (ACCENT, "3") } else { (INK, "1.4") };
    let dashes = if step.waits_for.is_some() { " stroke-dasharray=\"5 4\"" } else { "" };
    out.push_str(&format!(
        "<rect class=\"box\" x=\"{left}\" y=\"{top}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"9\" fill=\"{PAPER}\" \
         stroke=\"{line}\" stroke-width=\"{width}\"{dashes}/>"
    ));
    let lines = wrap(title, 26, 2);
    let rows = i64::try_from(lines.len() + below.len()).unwrap_or(1);
    // A gate covers the lower edge, a join the upper one, so the text keeps away from both.
    let gates = (step.join != Join::Any, !overlay.traffic && !matches!(step.split, Split::To(_)));
    let middle = match gates {
        (true, false) => y + 8,
        (false, true) => y,
        _ => y + 4,
    };
    let mut baseline = middle - (rows - 1) * 8;
    for line in lines {
        out.push_str(&format!("<text x=\"{x}\" y=\"{baseline}\">{}</text>", escape(&line)));
        baseline += 16;
    }
    for line in below {
        let line = escape(&shorten(&line, 27));
        out.push_str(&format!("<text class=\"small\" font-size=\"11\" x=\"{x}\" y=\"{baseline}\">{line}</text>"));
        baseline += 15;
    }
    let parts = match step.split {
        _ if overlay.traffic => None,
        Split::To(_) => None,
        Split::OneOf(_) => Some(ONE),
        Split::AllOf(_) => Some(ALL),
        Split::SomeOf(_) => Some(SOME),
    };
    let joins = match step.join {
        Join::Any => None,
        Join::All => Some(ALL),
        Join::Some => Some(SOME),
    };
    for (sign, at) in [(joins, top), (parts, y + HEIGHT / 2)] {
        if let Some(sign) = sign {
            out.push_str(&format!("<g transform=\"translate({x} {at})\">{}</g>", gate(sign)));
        }
    }
    if let Some(count) = overlay.steps.get(&step.id) {
        let count = count.to_string();
        let width = i64::try_from(count.len()).unwrap_or(1) * 7 + 12;
        let right = left + WIDTH - width + 8;
        out.push_str(&format!(
            "<rect class=\"count\" x=\"{right}\" y=\"{}\" width=\"{width}\" height=\"18\" rx=\"9\" fill=\"{ACCENT}\"/>\
             <text class=\"count-text\" font-size=\"11\" font-weight=\"600\" fill=\"{PAPER}\" x=\"{}\" y=\"{}\">{count}\
             </text>",
            top - 9,
            right + width / 2,
            top + 4,
        ));
    }
    out.push_str("</g>");
}

/// Breaks a text into lines of about this many characters; what does not fit is cut.
pub(super) fn wrap(text: &str, characters: usize, lines: usize) -> Vec<String> {
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
