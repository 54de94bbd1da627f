//! The building blocks of the page: texts in both languages, signs, lengths, sections.

use super::model::Tone;
use super::number::count;
use crate::base::text::Text;
use maud::{Markup, html};

/// A text in both languages, of which the page shows one at a time.
pub(super) fn t(text: &Text) -> Markup {
    if text.vi == text.en {
        return html! { (text.vi) };
    }
    html! { span lang="vi" { (text.vi) } span lang="en" { (text.en) } }
}

/// The same, from two literals.
pub(super) fn tt(vi: &str, en: &str) -> Markup {
    t(&Text::new(vi, en))
}

/// The sign of a colour, so that nothing is shown by colour alone.
pub(super) const fn sign(tone: Tone) -> &'static str {
    match tone {
        Tone::Grey => "○",
        Tone::Green => "●",
        Tone::Yellow => "▲",
        Tone::Red => "■",
    }
}

/// The CSS class of a colour.
pub(super) const fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Grey => "grey",
        Tone::Green => "green",
        Tone::Yellow => "yellow",
        Tone::Red => "red",
    }
}

/// A sign in its colour.
pub(super) fn mark(tone: Tone) -> Markup {
    html! { span class={ "mark " (class(tone)) } aria-hidden="true" { (sign(tone)) } }
}

/// `k` of `n` as a CSS length.
pub(super) fn share(k: u64, n: u64) -> String {
    let hundredths = u128::from(k) * 10_000 / u128::from(n.max(1));
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// A section with its heading.
pub(super) fn section(id: &str, title: Markup, lead: Markup, body: Markup) -> Markup {
    html! {
        section id=(id) aria-labelledby={ (id) "-title" } {
            h2 id={ (id) "-title" } { (title) }
            p.lead { (lead) }
            (body)
        }
    }
}

/// How many more there are than are shown.
pub(super) fn more(number: u64, what: &Text) -> Markup {
    html! {
        @if number > 0 {
            p.more { "+ " (t(&count(number))) " " (t(what)) }
        }
    }
}
