//! The drawing of a workflow, and how long its steps took.

use super::markup::{section, share, t, tt};
use super::model::{Drawing, Report, StepTime};
use super::number::{count, duration};
use maud::{Markup, PreEscaped, html};

/// Each workflow with the cases that went through it.
pub(super) fn process(report: &Report) -> Markup {
    if report.drawings.is_empty() {
        return html! {};
    }
    let lead = tt(
        "Quy trình như bộ quy tắc vẽ ra; số trên mỗi bước là số lần đã làm. Bảng dưới: thời gian giữ việc, tính bằng giờ làm việc.",
        "The workflow as the rulebook draws it, each step with how often it was done. Below: how long it was held, in working time.",
    );
    let body = html! {
        @for (index, drawing) in report.drawings.iter().enumerate() {
            details.drawing open[index == 0] {
                summary { (t(&drawing.title)) }
                @if let Some(svg) = &drawing.svg {
                    div.scroll.picture tabindex="0" role="region" aria-label=(drawing.title.vi) {
                        div lang="vi" { (PreEscaped(inline(&svg.vi, index, "vi"))) }
                        div lang="en" { (PreEscaped(inline(&svg.en, index, "en"))) }
                    }
                }
                (steps(drawing))
            }
        }
    };
    section("process", tt("Quy trình", "Workflow"), lead, body)
}

/// Makes an SVG fit for inlining: several drawings share the page, so each needs its own arrow heads and no XML
/// namespace.
fn inline(svg: &str, index: usize, language: &str) -> String {
    svg.replace("nw-tip", &format!("nw-tip-{index}-{language}")).replace(" xmlns=\"http://www.w3.org/2000/svg\"", "")
}

fn steps(drawing: &Drawing) -> Markup {
    let widest = drawing.steps.iter().map(|step| step.ninth.0.max(step.budget.map_or(0, |budget| budget.0))).max();
    let widest = widest.unwrap_or(1).max(1).unsigned_abs();
    let length = |seconds: crate::base::time::Seconds| share(seconds.0.max(0).unsigned_abs(), widest);
    let row = |step: &StepTime| {
        html! {
            tr {
                th scope="row" { (t(&step.step)) }
                td.number { (t(&count(step.count))) }
                td.number { (t(&duration(step.median))) }
                td.number { (t(&duration(step.ninth))) }
                td.number { @match step.budget { Some(budget) => { (t(&duration(budget))) } None => "–" } }
                td.range aria-hidden="true" {
                    span.ninth style={ "width:" (length(step.ninth)) } {}
                    span.median style={ "width:" (length(step.median)) } {}
                    @if let Some(budget) = step.budget { span.budget style={ "left:" (length(budget)) } {} }
                }
            }
        }
    };
    html! {
        @if !drawing.steps.is_empty() {
            div.scroll tabindex="0" role="region" aria-label="Thời gian giữ việc · Holding times" {
                table.steps {
                    thead { tr {
                        th scope="col" { (tt("Bước", "Step")) }
                        th.number scope="col" { (tt("Số lần", "Visits")) }
                        th.number scope="col" { (tt("Trung vị", "Median")) }
                        th.number scope="col" { (tt("9 trên 10", "9 in 10")) }
                        th.number scope="col" { (tt("Định mức", "Budget")) }
                        td {}
                    } }
                    tbody { @for step in &drawing.steps { (row(step)) } }
                }
            }
        }
    }
}
