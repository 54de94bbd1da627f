//! Prints faults on the error stream.

use namro::{Faults, Language};
use std::io::{IsTerminal, Write};

/// Prints each fault: code and place, then message and remedy in each language.
pub(crate) fn print(faults: &Faults, languages: &[Language]) {
    let mut stream = std::io::stderr().lock();
    let (red, bold, plain) = if stream.is_terminal() { ("\x1b[31m", "\x1b[1m", "\x1b[0m") } else { ("", "", "") };
    let mut text = String::new();
    for fault in faults.iter() {
        let place = fault.place().to_string();
        let at = if place.is_empty() { String::new() } else { format!(" {bold}{place}{plain}") };
        text.push_str(&format!("{red}{}{plain}{at}\n", fault.code()));
        for language in languages {
            text.push_str(&format!("  {}\n", fault.text().get(*language)));
            if let Some(help) = fault.help() {
                text.push_str(&format!("    → {}\n", help.get(*language)));
            }
        }
        for related in fault.related_places() {
            text.push_str(&format!("  ↳ {related}\n"));
        }
    }
    let more = faults.count().saturating_sub(faults.iter().len());
    if more > 0 {
        text.push_str(&format!("+ {more}\n"));
    }
    // If the error stream is closed too, the faults cannot be reported anywhere.
    let _ = stream.write_all(text.as_bytes());
}
