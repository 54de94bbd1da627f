//! The timeline of one case.

use super::cards::acts;
use super::markup::{class, mark, section, share, t, tt};
use super::model::{Moment, Report};
use super::number::when;
use crate::base::time::Instant;
use maud::{Markup, html};

/// The timelines of the cases.
pub(super) fn timeline(report: &Report) -> Markup {
    if report.moments.is_empty() {
        return html! {};
    }
    let lead = tt(
        "Nền sáng là giờ làm việc. Mỗi dải là một người giữ một bước; vạch đứt là hạn.",
        "Light stretches are working hours. Each band is one pair of hands at one step; the broken line is the due.",
    );
    let body = html! {
        @for (index, moment) in report.moments.iter().enumerate() {
            details.moment open[index == 0] {
                summary { (mark(moment.tone)) code { (moment.case) } " " (t(&moment.kind)) " · " (t(&moment.outcome)) }
                (bands(moment))
                (acts(&moment.acts))
            }
        }
    };
    section("timeline", tt("Đường đi của một hồ sơ", "The way of one case"), lead, body)
}

/// The first and the last instant of the timeline, with a margin.
fn span(moment: &Moment) -> Option<(i64, i64)> {
    let ends = moment.holds.iter().flat_map(|hold| [hold.from, hold.to]);
    let all = || ends.clone().chain(moment.acts.iter().map(|act| act.at.at)).chain(moment.due.map(|due| due.at));
    let (first, last) = (all().min()?.seconds(), all().max()?.seconds());
    let air = (last - first) / 40 + 60;
    Some((first - air, last + air))
}

fn bands(moment: &Moment) -> Markup {
    let Some((first, last)) = span(moment) else {
        return html! {};
    };
    let width = (last - first).unsigned_abs();
    let left = |at: Instant| share((at.seconds().clamp(first, last) - first).unsigned_abs(), width);
    let stretch = |from: Instant, to: Instant| {
        let seconds = to.seconds().clamp(first, last) - from.seconds().clamp(first, last);
        format!("left:{};width:{}", left(from), share(seconds.max(0).unsigned_abs(), width))
    };
    html! {
        div.bands {
            div.ground aria-hidden="true" {
                @for (from, to) in &moment.working { span style=(stretch(*from, *to)) {} }
                @if let Some(due) = moment.due { i.due style={ "left:" (left(due.at)) } {} }
            }
            @for hold in &moment.holds {
                div.lane {
                    span.name { (t(&hold.step)) " " span.soft { (t(&hold.who)) } }
                    div.track aria-hidden="true" { span class=(class(hold.tone)) style=(stretch(hold.from, hold.to)) {} }
                }
            }
            @if let Some(due) = moment.due { p.duetext { (tt("Hạn ", "Due ")) (t(&when(due))) } }
        }
    }
}
