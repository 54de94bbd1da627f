//! What the signs of a drawing mean: only of those that it shows.

use super::escape;
use super::svg::{INK, PAPER};
use crate::base::text::Language;
use crate::workflow::{Join, Split, Workflow};

/// The height of a line of the legend.
const LINE: i64 = 20;

pub(super) const ONE: &str = "M-4 -4L4 4M4 -4L-4 4";
pub(super) const ALL: &str = "M0 -5V5M-5 0H5";
pub(super) const SOME: &str = "M4 0A4 4 0 1 1 -4 0A4 4 0 1 1 4 0";

/// A sign: what is drawn at the origin, and what it means.
struct Entry {
    sign: String,
    vi: &'static str,
    en: &'static str,
}

/// The diamond of a gate.
pub(super) fn gate(sign: &str) -> String {
    format!(
        "<path class=\"gate\" fill=\"{INK}\" d=\"M0 -10L10 0L0 10L-10 0z\"/>\
         <path class=\"gate-sign\" fill=\"none\" stroke=\"{PAPER}\" stroke-width=\"1.6\" d=\"{sign}\"/>"
    )
}

/// The legend, and its height.
pub(super) fn legend(workflow: &Workflow, language: Language, left: i64, top: i64) -> (String, i64) {
    let any = |has: &dyn Fn(&crate::workflow::Step) -> bool| workflow.steps().iter().any(has);
    let entry = |shown: bool, sign: String, vi, en| shown.then_some(Entry { sign, vi, en });
    let dashed = format!(
        "<rect class=\"box\" x=\"-9\" y=\"-6\" width=\"18\" height=\"12\" rx=\"3\" fill=\"{PAPER}\" stroke=\"{INK}\" \
         stroke-width=\"1.4\" stroke-dasharray=\"4 3\"/>"
    );
    let unequal = "<text y=\"4\">≠</text>".to_owned();
    let entries = [
        entry(any(&|it| matches!(it.split, Split::OneOf(_))), gate(ONE), "đi một nhánh", "one branch is taken"),
        entry(
            any(&|it| matches!(it.split, Split::AllOf(_)) || it.join == Join::All),
            gate(ALL),
            "đi mọi nhánh cùng lúc; phía trên bước: chờ đủ các nhánh",
            "all branches are taken; above a step: it waits for all",
        ),
        entry(
            any(&|it| matches!(it.split, Split::SomeOf(_)) || it.join == Join::Some),
            gate(SOME),
            "đi các nhánh đúng điều kiện; phía trên bước: chờ các nhánh đã đi",
            "the branches that apply are taken; above a step: it waits for those",
        ),
        entry(any(&|it| it.waits_for.is_some()), dashed, "chờ bên ngoài hoặc hệ thống", "waits for others or a system"),
        entry(
            any(&|it| !it.not_by.is_empty()),
            unequal,
            "người làm phải khác người đã làm bước đó",
            "not by whoever did that step",
        ),
    ];
    let mut out = String::new();
    let mut y = top + LINE / 2;
    for Entry { sign, vi, en } in entries.into_iter().flatten() {
        let text = if language == Language::Vi { vi } else { en };
        out.push_str(&format!(
            "<g class=\"legend\" font-size=\"11\"><g transform=\"translate({} {y})\">{sign}</g>\
             <text x=\"{}\" y=\"{}\" text-anchor=\"start\">{}</text></g>",
            left + 10,
            left + 28,
            y + 4,
            escape(text),
        ));
        y += LINE;
    }
    (out, y - top - LINE / 2)
}

/// A remark in place of the legend, on lines of the given width; its height and the width that it needs.
pub(super) fn remark(text: &str, left: i64, top: i64, width: i64) -> (String, i64, i64) {
    let width = width.max(360);
    let letters = usize::try_from((width - 2 * left) / 6).unwrap_or(40);
    let mut out = String::from("<g class=\"legend\" font-size=\"11\" text-anchor=\"start\">");
    let mut y = top + LINE / 2;
    for line in super::svg::wrap(text, letters, 4) {
        out.push_str(&format!("<text x=\"{left}\" y=\"{y}\">{}</text>", escape(&line)));
        y += LINE;
    }
    out.push_str("</g>");
    (out, y - top, width)
}

/// The width that the longest line needs.
pub(super) fn width(workflow: &Workflow, language: Language) -> i64 {
    let (text, _) = legend(workflow, language, 0, 0);
    let longest = text.split("text-anchor=\"start\">").skip(1).filter_map(|part| part.split('<').next());
    longest.map(|line| i64::try_from(line.chars().count()).unwrap_or(0) * 6 + 44).max().unwrap_or(0)
}
