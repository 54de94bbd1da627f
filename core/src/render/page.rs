//! The page around its parts: head, title, sections, footer.

use super::markup::{mark, section, t, tt};
use super::model::{Missing, Report, Tone};
use super::number::{count, when};
use super::{board, cards, charts, process, timeline};
use crate::base::text::{Text, inert};
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

impl Report {
    /// The complete page, including styles and scripts, without any request.
    ///
    /// ```
    /// use namro::{Text, Zone, Instant, render::Report};
    /// let as_of = Zone::vietnam().stamp(Instant::parse("2026-10-31T17:00:00Z").unwrap());
    /// let page = Report::empty(Text::same("Sở"), Text::same("10/2026"), as_of).html();
    /// assert!(page.starts_with("<!DOCTYPE html>") && !page.contains("http"));
    /// ```
    pub fn html(&self) -> String {
        let page = html! {
            (DOCTYPE)
            html lang="vi" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title.vi) " · " (self.period.vi) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    a.skip href="#board" { (tt("Tới nội dung", "Skip to content")) }
                    (self.masthead())
                    (self.navigation())
                    main {
                        (board::board(self))
                        (board::late(self))
                        (board::troubles(self))
                        @if let Some(scores) = &self.cards { (cards::cards(scores)) }
                        (process::process(self))
                        (timeline::timeline(self))
                        (charts::charts(self))
                        (self.not_assessed())
                    }
                    (self.footer())
                    script { (PreEscaped(SCRIPT)) }
                }
            }
        };
        inert(page.into_string())
    }

    fn masthead(&self) -> Markup {
        html! {
            header.masthead {
                div.controls {
                    (choice("lang", &[("vi", Text::same("Tiếng Việt")), ("en", Text::same("English"))], "Language · Ngôn ngữ"))
                    (choice("theme", &[
                        ("auto", Text::new("Tự động", "Auto")),
                        ("light", Text::new("Sáng", "Light")),
                        ("dark", Text::new("Tối", "Dark")),
                    ], "Theme · Giao diện"))
                }
                p.brand { "namro · năm rõ" }
                h1 { (t(&self.title)) }
                p.period { (t(&self.period)) }
                dl.sizes {
                    @for (label, number) in &self.sizes {
                        div { dt { (t(label)) } dd { (t(&count(*number))) } }
                    }
                    div { dt { (tt("Tính đến", "As of")) } dd { (t(&when(self.as_of))) } }
                }
                @if let Some(notice) = &self.notice {
                    p.notice role="note" { (t(notice)) }
                }
            }
        }
    }

    fn navigation(&self) -> Markup {
        let links = [
            ("board", tt("Bảng màu", "Board"), true),
            ("late", tt("Đang trễ", "Late"), true),
            ("unclear", tt("Chưa rõ", "Not clear"), true),
            ("scores", tt("Phiếu điểm", "Scorecards"), self.cards.is_some()),
            ("process", tt("Quy trình", "Workflow"), !self.drawings.is_empty()),
            ("timeline", tt("Một hồ sơ", "One case"), !self.moments.is_empty()),
            ("charts", tt("Phân bố", "Distributions"), true),
            ("missing", tt("Chưa đánh giá", "Not assessed"), true),
        ];
        html! {
            nav aria-label="Mục lục · Contents" {
                ul { @for (id, label, _) in links.iter().filter(|link| link.2) { li { a href={ "#" (id) } { (label) } } } }
            }
        }
    }

    fn not_assessed(&self) -> Markup {
        let lead = tt(
            "Không đủ dữ kiện thì không cho điểm, cũng không trừ điểm.",
            "Where the evidence is missing nothing is credited and nothing is charged.",
        );
        let body = html! {
            @if self.missing.is_empty() {
                p { (tt("Mọi mục đều đánh giá được.", "Everything could be assessed.")) }
            } @else {
                ul.missing { @for missing in &self.missing { (item(missing)) } }
            }
        };
        section("missing", tt("Chưa đánh giá được", "Not assessed"), lead, body)
    }

    fn footer(&self) -> Markup {
        html! {
            footer {
                @if !self.sources.is_empty() {
                    h2 { (tt("Căn cứ", "Sources")) }
                    ul.sources { @for (text, remark) in &self.sources { li { b { (text) } " " (t(remark)) } } }
                }
                h2 { (tt("Dấu vết của phép tính", "How to get the same page again")) }
                dl.marks {
                    @for (name, value) in &self.marks { div { dt { (t(name)) } dd { code { (value) } } } }
                }
                p.more {
                    (tt(
                        "Cùng bộ quy tắc và cùng dữ kiện cho cùng từng byte của trang này.",
                        "The same rulebook and the same facts give this page byte for byte.",
                    ))
                }
            }
        }
    }
}

fn choice(name: &str, options: &[(&str, Text)], label: &str) -> Markup {
    html! {
        fieldset.choice {
            legend.hidden { (label) }
            @for (index, (value, text)) in options.iter().enumerate() {
                input type="radio" name=(name) id={ (name) "-" (value) } checked[index == 0];
                label for={ (name) "-" (value) } { (t(text)) }
            }
        }
    }
}

fn item(missing: &Missing) -> Markup {
    html! {
        li {
            (mark(Tone::Grey))
            div {
                b { (t(&missing.what)) @if let Some(number) = missing.count { " · " (t(&count(number))) } }
                p { (t(&missing.why)) }
            }
        }
    }
}
