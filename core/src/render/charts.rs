//! Distributions: days left, hours of the day, holding times.

use super::markup::{class, section, share, t, tt};
use super::model::{Report, Tone};
use super::number::{count, days};
use crate::base::text::Text;
use maud::{Markup, html};

/// The charts.
pub(super) fn charts(report: &Report) -> Markup {
    let lead = tt(
        "Ba cách nhìn cùng một nhật ký. Mỗi cột có số ghi sẵn; không cần rê chuột.",
        "Three views of the same log. Each column carries its number; nothing hides behind a pointer.",
    );
    let body = html! {
        div.charts {
            @if !report.slack.is_empty() { (slack(report)) }
            (hours(report))
            @if !report.waits.is_empty() { (waits(report)) }
        }
    };
    section("charts", tt("Phân bố", "Distributions"), lead, body)
}

/// One column of a chart: height, colour, number and label.
struct Column {
    count: u64,
    tone: &'static str,
    label: Markup,
    title: Text,
}

fn columns(columns: &[Column], dense: bool) -> Markup {
    let highest = columns.iter().map(|column| column.count).max().unwrap_or(1);
    html! {
        ol.columns.dense[dense] {
            @for column in columns {
                li {
                    span.number { @if column.count > 0 { (t(&short(column.count))) } }
                    // A small positive number would round to no height, so a minimum keeps it visible.
                    span class={ "column " (column.tone) }
                        style={ "height:max(" (share(column.count, highest)) "," (if column.count > 0 { "2px" } else { "0px" }) ")" } {}
                    span.label title=(column.title.vi) { (column.label) }
                }
            }
        }
    }
}

/// Thousands as `12k`, for narrow columns.
fn short(number: u64) -> Text {
    if number < 10_000 { count(number) } else { Text::same(format!("{}k", number / 1_000)) }
}

fn slack(report: &Report) -> Markup {
    let list: Vec<_> = report
        .slack
        .iter()
        .map(|bin| Column {
            count: bin.count,
            tone: class(if bin.days < 0 { Tone::Red } else { Tone::Green }),
            label: html! { (if bin.days < 0 { format!("−{}", -bin.days) } else { bin.days.to_string() }) },
            title: days(bin.days),
        })
        .collect();
    html! {
        figure {
            figcaption {
                h3 { (tt("Xong sớm hay trễ mấy ngày", "Days before or after the due")) }
                p.soft { (tt("Ngày làm việc còn lại khi xong; số âm là trễ.", "Working days left at the end; negative is late.")) }
            }
            (columns(&list, false))
        }
    }
}

fn hours(report: &Report) -> Markup {
    let hours = report.hours.working.iter().zip(report.hours.off);
    let list: Vec<_> = (0..24_u32)
        .zip(hours)
        .map(|(hour, (working, off))| Column {
            count: working + off,
            tone: if (22..24).contains(&hour) || hour < 6 { "night" } else { "day" },
            label: html! { @if hour % 3 == 0 { (hour) } },
            title: Text::same(format!("{hour}:00–{hour}:59")),
        })
        .collect();
    html! {
        figure {
            figcaption {
                h3 { (tt("Giờ trong ngày", "Hour of the day")) }
                p.soft {
                    (tt("Việc do người làm. Ngoài giờ: ", "Acts of persons. Out of hours: ")) b { (t(&count(report.hours.outside))) }
                    (tt("; từ 22 giờ đến 6 giờ: ", "; between 22 and 6: ")) b { (t(&count(report.hours.night))) } "."
                }
            }
            (columns(&list, true))
            @if report.hours.night > 0 { (nights(report)) }
        }
    }
}

/// Only the hours of the night: beside those of the day they would be too small to see.
fn nights(report: &Report) -> Markup {
    let at = |hour: usize| {
        let number = |row: &[u64; 24]| row.get(hour).copied().unwrap_or(0);
        number(&report.hours.working) + number(&report.hours.off)
    };
    let list: Vec<_> = [22, 23, 0, 1, 2, 3, 4, 5]
        .into_iter()
        .map(|hour| Column {
            count: at(hour),
            tone: "night",
            label: html! { (hour) },
            title: Text::same(format!("{hour}:00–{hour}:59")),
        })
        .collect();
    html! {
        p.soft { (tt("Riêng ban đêm, phóng to:", "The night alone, enlarged:")) }
        div.small { (columns(&list, false)) }
    }
}

fn waits(report: &Report) -> Markup {
    let most = report.waits.iter().map(|class| class.count).max().unwrap_or(1);
    html! {
        figure {
            figcaption {
                h3 { (tt("Một bước bị giữ bao lâu", "How long a step is held")) }
                p.soft { (tt("Giờ làm việc từ khi nhận đến khi xong bước; mỗi lượt một lần đếm.", "Working time from taking a step to completing it; each visit counted once.")) }
            }
            ul.rows {
                @for wait in &report.waits {
                    li {
                        span.label { (t(&wait.label)) }
                        span.meter aria-hidden="true" { span style={ "width:" (share(wait.count, most)) } {} }
                        span.number { (t(&count(wait.count))) }
                    }
                }
            }
        }
    }
}
