//! Prints faults: on the error stream for people, on the output as JSON.

use crate::terminal::{Stop, line, note, print_exact};
use namro::base::canonical;
use namro::{Code, Error, Faults, Language, Text};
use serde_json::{Value, json};
use std::io::{IsTerminal, Write};

/// Prints notices, marked as such, those of one kind together: the first in full, then how many there are and where.
pub(crate) fn print_notices(notices: &Faults, languages: &[Language]) {
    /// The most places that are listed of one kind.
    const MOST: usize = 20;
    let mut kinds: Vec<(Code, Vec<&Error>)> = Vec::new();
    for notice in notices.iter() {
        match kinds.iter_mut().find(|(code, _)| *code == notice.code()) {
            Some((_, same)) => same.push(notice),
            None => kinds.push((notice.code(), vec![notice])),
        }
    }
    let review = Text::new("nên xem lại · ", "to review · ");
    let mark = languages.first().map_or("", |language| review.get(*language));
    for (_, same) in &kinds {
        let Some((first, others)) = same.split_first() else { continue };
        print_marked(&Faults::from((*first).clone()), languages, mark);
        if !others.is_empty() {
            let place = |notice: &&Error| {
                let place = notice.place();
                let file = place.file.as_deref().unwrap_or_default();
                place.line.map_or_else(|| file.to_owned(), |line| format!("{file}:{line}"))
            };
            let places: Vec<String> = others.iter().take(MOST).map(place).collect();
            let more = if others.len() > MOST { " …" } else { "" };
            note(&format!("  + {}: {}{more}", others.len(), line(&places.join(", "))));
        }
    }
}

/// Prints faults of data, those of one cause together: the first in full, then how many there are, and where some are.
pub(crate) fn print_by_cause(faults: &Faults, languages: &[Language]) {
    /// More of one cause are printed together.
    const MOST: usize = 3;
    let mut causes: Vec<(Code, Vec<&Error>)> = Vec::new();
    for fault in faults.iter() {
        match causes.iter_mut().find(|(code, _)| *code == fault.code()) {
            Some((_, same)) => same.push(fault),
            None => causes.push((fault.code(), vec![fault])),
        }
    }
    let dropped = faults.count().saturating_sub(faults.iter().map(Error::count).sum());
    for (code, same) in &causes {
        let shown = if same.len() > MOST { 1 } else { same.len() };
        same.iter().take(shown).for_each(|fault| print(&Faults::from((*fault).clone()), languages));
        if same.len() > MOST {
            let places: Vec<String> = same.iter().skip(1).take(2).map(|fault| fault.place().to_string()).collect();
            let times = Text::new("lỗi cùng nguyên nhân", "faults of this cause");
            let text = languages.first().map_or("", |language| times.get(*language));
            let more = if dropped > 0 { "+" } else { "" };
            note(&format!("  {}{more} {text} ({code}): {}, …", same.len(), places.join(", ")));
        }
    }
    if dropped > 0 {
        note(&format!("+ {dropped}"));
    }
}

/// Prints each fault: code and place, then message and remedy in each language.
pub(crate) fn print(faults: &Faults, languages: &[Language]) {
    print_marked(faults, languages, "");
}

/// Prints faults as JSON, as `namro::facade::call` answers them.
pub(crate) fn print_json(faults: &Faults) -> Result<(), Stop> {
    print_document(json!({ "errors": faults }))
}

/// Prints one JSON document in canonical form.
pub(crate) fn print_document(document: Value) -> Result<(), Stop> {
    print_exact(&format!("{}\n", canonical(&document)?))
}

fn print_marked(faults: &Faults, languages: &[Language], mark: &str) {
    let mut stream = std::io::stderr().lock();
    let (red, bold, plain) = if stream.is_terminal() { ("\x1b[31m", "\x1b[1m", "\x1b[0m") } else { ("", "", "") };
    let mut text = String::new();
    for fault in faults.iter() {
        let place = fault.place().to_string();
        let at = if place.is_empty() { String::new() } else { format!(" {bold}{}{plain}", line(&place)) };
        text.push_str(&format!("{mark}{red}{}{plain}{at}\n", fault.code()));
        for language in languages {
            text.push_str(&format!("  {}\n", line(fault.text().get(*language))));
            if let Some(help) = fault.help() {
                text.push_str(&format!("    → {}\n", line(help.get(*language))));
            }
        }
        if fault.count() > 1 {
            let times = Text::new("lỗi cùng nguyên nhân, ví dụ", "faults of this cause, such as");
            let times = languages.first().map_or("", |language| times.get(*language));
            text.push_str(&format!("  {} {times}\n", fault.count()));
        }
        for related in fault.related_places() {
            text.push_str(&format!("  ↳ {}\n", line(&related.to_string())));
        }
    }
    let more = faults.count().saturating_sub(faults.iter().map(Error::count).sum());
    if more > 0 {
        text.push_str(&format!("+ {more}\n"));
    }
    // If the error stream is closed too, the faults cannot be reported anywhere.
    let _ = stream.write_all(text.as_bytes());
}
