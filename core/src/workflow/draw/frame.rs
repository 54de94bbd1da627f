//! Frames around the steps that a call brought.

use super::item::{HEIGHT, WIDTH};
use super::layout::{Layout, calls};
use super::svg::INK;
use super::{escape, shorten};
use crate::base::text::Language;
use crate::workflow::Workflow;

/// The distance between a frame and its content, for each level of nesting.
const ROOM: i64 = 7;
/// The height above the steps, for the title and for gates.
const HEAD: i64 = 26;

/// Left, top, right, bottom.
pub(super) type Area = [i64; 4];

/// The title of a frame, and where it is written.
pub(super) struct Title {
    text: String,
    pub(super) area: Area,
}

/// Draws a frame around the steps of each call if no other step is between them; otherwise around each step separately.
/// Gives the titles, which are written on top of the flows.
pub(super) fn draw_frames(out: &mut String, workflow: &Workflow, language: Language, layout: &Layout) -> Vec<Title> {
    let mut titles = Vec::new();
    let depths = depths(workflow);
    let deepest = depths.iter().copied().max().unwrap_or(0);
    let chains: Vec<Vec<usize>> = (0..workflow.steps().len()).map(|step| calls(workflow, step)).collect();
    for (index, call) in workflow.calls().iter().enumerate() {
        let inside = |step: usize| chains.get(step).is_some_and(|around| around.contains(&index));
        let (own, others): (Vec<usize>, Vec<usize>) = (0..workflow.steps().len()).partition(|step| inside(*step));
        let boxes = |steps: &[usize]| -> Vec<(i64, i64)> {
            steps.iter().filter_map(|step| layout.nodes.get(*step).copied()).collect()
        };
        let (own, others) = (boxes(&own), boxes(&others));
        let room = i64::try_from(deepest - depths.get(index).copied().unwrap_or(0)).unwrap_or(0);
        let whole = around(&own, room);
        let areas = if others.iter().any(|one| overlaps(&whole, one)) {
            own.iter().map(|one| around(&[*one], room)).collect()
        } else {
            vec![whole]
        };
        let title = call.title.get(language);
        for [left, top, right, bottom] in areas {
            let letters = usize::try_from((right - left) / 7).unwrap_or(0);
            let text = shorten(title, letters);
            let wide = i64::try_from(text.chars().count()).unwrap_or(0) * 6;
            titles.push(Title { text, area: [left + 9, top + 4, left + 9 + wide, top + 18] });
            out.push_str(&format!(
                "<rect class=\"frame\" data-call=\"{}\" x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{}\" rx=\"12\" \
                 fill=\"{INK}\" fill-opacity=\"0.04\" stroke=\"{INK}\" stroke-opacity=\"0.45\" stroke-dasharray=\"2 3\">\
                 <title>{}</title></rect>",
                escape(call.step.as_str()),
                right - left,
                bottom - top,
                escape(title),
            ));
        }
    }
    titles
}

pub(super) fn draw_titles(out: &mut String, titles: &[Title]) {
    for Title { text, area: [left, top, ..] } in titles {
        let y = top + 10;
        out.push_str(&format!(
            "<text class=\"frame-title\" font-size=\"11\" font-style=\"italic\" text-anchor=\"start\" x=\"{left}\" \
             y=\"{y}\">{}</text>",
            escape(text)
        ));
    }
}

/// For each call, the number of calls around it.
fn depths(workflow: &Workflow) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::new();
    for call in workflow.calls() {
        depths.push(call.within.and_then(|outer| depths.get(outer)).map_or(0, |outer| outer + 1));
    }
    depths
}

fn around(boxes: &[(i64, i64)], room: i64) -> Area {
    let (wide, high) = (WIDTH / 2 + ROOM * (room + 1), HEIGHT / 2);
    let mut area = [i64::MAX, i64::MAX, i64::MIN, i64::MIN];
    for (x, y) in boxes {
        let [left, top, right, bottom] = area;
        area = [
            left.min(x - wide),
            top.min(y - high - HEAD - room * (HEAD - ROOM)),
            right.max(x + wide),
            bottom.max(y + high + 14 + ROOM * room),
        ];
    }
    area
}

fn overlaps([left, top, right, bottom]: &Area, (x, y): &(i64, i64)) -> bool {
    x + WIDTH / 2 > *left && x - WIDTH / 2 < *right && y + HEIGHT / 2 > *top && y - HEIGHT / 2 < *bottom
}
