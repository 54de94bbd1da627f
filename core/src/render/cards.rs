//! Scorecards; each loss opens to show its events.

use super::markup::{more, section, t, tt};
use super::model::{Act, Bar, Cards, Loss, OfficerCard, Row};
use super::number::{count, percent, points, when};
use crate::base::text::Text;
use maud::{Markup, html};

/// The scorecards of a period.
pub(super) fn cards(scores: &Cards) -> Markup {
    let body = html! {
        p.soft { (t(&scores.remark)) }
        h3 { (tt("Điểm thấp nhất", "Lowest")) }
        div.cards { @for card in &scores.worst { (one(card, "worst")) } }
        h3 { (tt("Điểm cao nhất", "Highest")) }
        div.cards { @for card in &scores.best { (one(card, "best")) } }
        details.everybody {
            summary { (tt("Bảng điểm của mọi người", "Everybody's points")) " (" (t(&count(scores.table.len() as u64))) ")" }
            input.filter type="search" hidden placeholder="o17 …" aria-label="Lọc · Filter";
            (table(&scores.table))
        }
    };
    section("scores", tt("Phiếu điểm", "Scorecards"), t(&scores.policy), body)
}

fn one(card: &OfficerCard, group: &str) -> Markup {
    html! {
        details.card id={ "card-" (group) "-" (card.officer) } {
            summary {
                div.who { b { (card.officer) } span.soft { (t(&card.title)) } }
                div.score {
                    b { @match card.points { Some(number) => { (t(&points(number))) } None => "–" } }
                    span.soft { " / " (t(&points(card.maximum))) }
                    @if let Some(rating) = &card.rating { span.rating { (t(rating)) } }
                }
                div.bars aria-hidden="true" { @for part in &card.bars { span style=(height(part)) {} } }
                p.reason { (t(&card.reason)) }
            }
            div.inside {
                ul.components { @for part in &card.bars { (component(part)) } }
                @for loss in &card.losses { (evidence(loss)) }
                (more(card.more, &Text::new("khoản khác trong scorecards.json", "others in scorecards.json")))
                @if !card.not_supplied.is_empty() {
                    p.soft {
                        (tt("Nhật ký không có, phải nhập riêng: ", "Not in any log, to be supplied: "))
                        @for (index, text) in card.not_supplied.iter().enumerate() {
                            @if index > 0 { "; " }
                            (t(text))
                        }
                    }
                }
                p.hash { code { (card.hash) } }
            }
        }
    }
}

fn height(part: &Bar) -> String {
    format!("--of:{}", thousandths(part))
}

/// The part that was reached, as a CSS length.
fn thousandths(part: &Bar) -> String {
    let reached = u64::try_from(part.points).unwrap_or(0);
    super::markup::share(reached.min(part.maximum.unsigned_abs()), part.maximum.unsigned_abs())
}

fn component(part: &Bar) -> Markup {
    html! {
        li {
            span { (t(&part.label)) }
            span.meter aria-hidden="true" { span style={ "width:" (thousandths(part)) } {} }
            b { (t(&points(part.points))) span.soft { " / " (t(&points(part.maximum))) } }
            span.soft.detail { (t(&part.detail)) }
        }
    }
}

/// A loss or finding that opens to show its events.
pub(super) fn evidence(loss: &Loss) -> Markup {
    html! {
        details.loss {
            summary {
                @if let Some(number) = loss.points { b.minus { (t(&points(number))) } }
                span.text { (t(&loss.text)) }
                code { (loss.case) }
            }
            div.inside {
                (acts(&loss.events))
                (more(loss.more, &Text::new("sự kiện khác", "other events")))
                p.hash { (tt("Phát hiện", "Finding")) " " code { (loss.finding) } }
            }
        }
    }
}

/// Events, in order.
pub(super) fn acts(list: &[Act]) -> Markup {
    html! {
        ol.acts {
            @for act in list {
                li.marked[act.marked] {
                    span.time { (t(&when(act.at))) @if act.off_hours { span.moon title="ngoài giờ · out of hours" { "☾" } } }
                    span { b { (t(&act.act)) } " " (t(&act.step)) }
                    span.soft { (t(&act.who)) }
                    code { (act.event) }
                }
            }
        }
    }
}

fn table(rows: &[Row]) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label="Bảng điểm · Scores" {
            table.scores {
                thead { tr {
                    th scope="col" { (tt("Công chức", "Officer")) }
                    th.number scope="col" { (tt("Điểm", "Points")) }
                    th scope="col" { (tt("Xếp loại", "Rating")) }
                    th.number scope="col" { (tt("Đúng hạn", "In time")) }
                    th.number scope="col" { (tt("Phát hiện", "Findings")) }
                } }
                tbody { @for row in rows { tr {
                    th scope="row" { b { (row.officer) } " " span.soft { (t(&row.title)) } }
                    td.number { @match row.points { Some(number) => { (t(&points(number))) } None => "–" } }
                    td { @if let Some(rating) = &row.rating { (t(rating)) } @else { "–" } }
                    td.number { (t(&count(row.on_time))) " / " (t(&count(row.items))) " " span.soft { (t(&percent(row.on_time, row.items))) } }
                    td.number { (t(&count(row.losses))) }
                } } }
            }
        }
    }
}
