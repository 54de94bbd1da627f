//! The first screen: colours, rates, late cases and who holds them, findings.

use super::cards::evidence;
use super::markup::{class, mark, more, section, share, t, tt};
use super::model::{Holder, Report, Share, Slice, Tone, Trouble};
use super::number::{count, duration, percent, when};
use crate::base::text::Text;
use maud::{Markup, html};

/// The colours of open cases, the outcomes of finished ones, and the rates below them.
pub(super) fn board(report: &Report) -> Markup {
    let lead = tt(
        "Việc đang mở theo màu tại thời điểm tính, việc đã xong theo kết quả so với hạn.",
        "Open cases by their colour at that instant, finished ones by their outcome compared with the due.",
    );
    let body = html! {
        div.two {
            (stack(&tt("Đang mở", "Open"), &report.open))
            (stack(&tt("Đã xong", "Finished"), &report.finished))
        }
        @if !report.shares.is_empty() {
            div.tiles { @for tile in &report.shares { (share_tile(tile)) } }
        }
    };
    section("board", tt("Bảng màu", "Board"), lead, body)
}

fn stack(title: &Markup, slices: &[Slice]) -> Markup {
    let total = slices.iter().map(|slice| slice.count).sum();
    html! {
        div.panel {
            h3 { (title) " " span.total { (t(&count(total))) } }
            div.stack aria-hidden="true" {
                @for slice in slices.iter().filter(|slice| slice.count > 0) {
                    span class=(class(slice.tone)) style={ "flex-grow:" (slice.count) } {}
                }
            }
            ul.legend {
                @for slice in slices {
                    li {
                        (mark(slice.tone))
                        b { (t(&count(slice.count))) }
                        span.soft { (t(&slice.label)) " · " (t(&percent(slice.count, total))) }
                    }
                }
            }
        }
    }
}

fn share_tile(tile: &Share) -> Markup {
    html! {
        div.tile {
            h3 { (t(&tile.label)) }
            p.figure { (t(&percent(tile.k, tile.n))) }
            p.fraction { (t(&count(tile.k))) " / " (t(&count(tile.n))) }
            div.meter aria-hidden="true" { span style={ "width:" (share(tile.k, tile.n)) } {} }
            p.soft { (t(&tile.definition)) }
        }
    }
}

/// Overdue cases, and who holds them.
pub(super) fn late(report: &Report) -> Markup {
    let lead = tt(
        "Ai đang giữ việc quá hạn hoặc sắp đến hạn, và những việc quá hạn lâu nhất, tính bằng giờ làm việc.",
        "Who holds what is overdue or due soon, and what has been overdue longest, in working time.",
    );
    let widest = report.holders.iter().map(|holder| holder.red + holder.yellow + holder.green).max().unwrap_or(1);
    let body = html! {
        @if report.overdue.is_empty() {
            p { (tt("Không có việc nào quá hạn.", "Nothing is overdue.")) }
        }
        @if !report.holders.is_empty() {
            h3 { (tt("Ai đang giữ", "Who holds it")) }
            ul.holders { @for row in &report.holders { (holder(row, widest)) } }
            (more(report.more_holders, &Text::new("người giữ khác", "other holders")))
        }
        @if !report.overdue.is_empty() {
            h3 { (tt("Quá hạn lâu nhất", "Overdue longest")) }
            (overdue(report))
            (more(report.more_overdue, &Text::new("việc quá hạn khác", "other overdue cases")))
        }
    };
    section("late", tt("Cái gì trễ, ai đang giữ", "What is late, who holds it"), lead, body)
}

fn holder(row: &Holder, widest: u64) -> Markup {
    let parts = [(Tone::Red, row.red), (Tone::Yellow, row.yellow), (Tone::Green, row.green)];
    html! {
        li {
            div.who { b { (t(&row.name)) } span.soft { (t(&row.title)) } }
            div.bar aria-hidden="true" style={ "--of:" (share(row.red + row.yellow + row.green, widest)) } {
                @for (tone, number) in parts.iter().filter(|part| part.1 > 0) {
                    span class=(class(*tone)) style={ "flex-grow:" (number) } {}
                }
            }
            div.counts {
                @for (tone, number) in parts { span.count { (mark(tone)) (t(&count(number))) } }
            }
        }
    }
}

fn overdue(report: &Report) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label="Quá hạn · Overdue" {
            table.stacked {
                thead { tr {
                    th scope="col" { (tt("Vụ việc", "Case")) }
                    th scope="col" { (tt("Bước", "Step")) }
                    th scope="col" { (tt("Người giữ", "Held by")) }
                    th scope="col" { (tt("Hạn", "Due")) }
                    th.number scope="col" { (tt("Quá hạn", "Overdue by")) }
                } }
                tbody { @for row in &report.overdue { tr {
                    th scope="row" { code { (row.case) } br; span.soft { (t(&row.kind)) } }
                    td { (t(&row.step)) }
                    td { (t(&row.holder)) }
                    td.time { (t(&when(row.due))) }
                    td.number { (mark(Tone::Red)) (t(&duration(row.overrun))) }
                } } }
            }
        }
    }
}

/// Findings by kind, with some examples of each.
pub(super) fn troubles(report: &Report) -> Markup {
    let lead = tt(
        "Mỗi phát hiện gắn với một chiều «rõ» và với những sự kiện chứng minh nó. Mở ra để xem ví dụ.",
        "Each finding belongs to one clarity and to the events that show it. Open one to see examples.",
    );
    let most = report.troubles.iter().map(|trouble| trouble.count).max().unwrap_or(1);
    let body = html! {
        @if report.troubles.is_empty() {
            p { (tt("Không có phát hiện nào.", "There are no findings.")) }
        }
        div.troubles { @for row in &report.troubles { (trouble(row, most)) } }
    };
    section("unclear", tt("Điều gì chưa rõ", "What was not clear"), lead, body)
}

fn trouble(row: &Trouble, most: u64) -> Markup {
    html! {
        details.trouble {
            summary {
                span.tag { (t(&row.dimension)) }
                span.name { (t(&row.label)) }
                span.meter aria-hidden="true" { span style={ "width:" (share(row.count, most)) } {} }
                b { (t(&count(row.count))) }
            }
            @for example in &row.examples { (evidence(example)) }
            (more(row.count.saturating_sub(row.examples.len() as u64), &Text::new("phát hiện khác trong findings.csv", "others in findings.csv")))
        }
    }
}
