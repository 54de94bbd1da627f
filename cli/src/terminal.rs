//! The standard streams: what people read has no control characters and no endless lines, what programs read is exact,
//! and a reader who has seen enough may close the pipe.

use namro::{Code, Error, Faults};
use std::borrow::Cow;
use std::io::{ErrorKind, IsTerminal, Write};

/// The most characters of a line for people.
const LONGEST: usize = 4_000;

/// Why a command ends early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Faults, which are still to be printed.
    Faults(Faults),
    /// Faults that the answer of the command has named.
    Named,
    /// The answer is "no", and the exit status was to say so.
    No,
    /// Nobody reads the output any more, as after `| head -1`.
    Closed,
}

impl From<Faults> for Stop {
    fn from(faults: Faults) -> Self {
        Self::Faults(faults)
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Faults(error.into())
    }
}

/// Prints lines for people.
pub(crate) fn print(text: &str) -> Result<(), Stop> {
    let lines: Vec<_> = text.split('\n').map(line).collect();
    write(&lines.join("\n"))
}

/// Prints text in which every line is already fit to be seen, with its colours.
pub(crate) fn print_drawn(text: &str) -> Result<(), Stop> {
    write(text)
}

/// Prints an answer for programs, byte for byte; on a terminal, where a person reads it, with escapes.
pub(crate) fn print_exact(text: &str) -> Result<(), Stop> {
    match std::io::stdout().is_terminal() {
        true => write(&escaped(text, |char| char != '\n' && char != '\t')),
        false => write(text),
    }
}

/// Writes lines on the error stream. If it is closed too, there is nobody to be informed.
pub(crate) fn note(text: &str) {
    let lines: Vec<_> = text.split('\n').map(line).collect();
    let _ = std::io::stderr().lock().write_all(format!("{}\n", lines.join("\n")).as_bytes());
}

/// A text as it may stand in a line: without line breaks and control characters, and not endless.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST).and_then(|(end, _)| text.get(..end)) {
        Some(start) => format!("{}… (đã cắt bớt · cut)", escaped(start, |_| true)).into(),
        None => escaped(text, |_| true),
    }
}

/// A text with escapes, as JSON writes them, for what a terminal would obey: control characters, and those that turn the
/// direction of writing.
fn escaped(text: &str, which: impl Fn(char) -> bool) -> Cow<'_, str> {
    let obeyed = |char: char| {
        let turns = matches!(char, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        (char.is_control() || turns || matches!(char, '\u{2028}' | '\u{2029}')) && which(char)
    };
    if !text.contains(obeyed) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match obeyed(char) {
            true => out.push_str(&format!("\\u{:04x}", u32::from(char))),
            false => out.push(char),
        }
    }
    out.into()
}

fn write(text: &str) -> Result<(), Stop> {
    let mut stream = std::io::stdout().lock();
    stream.write_all(text.as_bytes()).and_then(|()| stream.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Stop::Closed,
        _ => Error::new(Code::CannotWrite).with("reason", error).into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_seen() {
        assert_eq!(line("đúng hạn · 10\u{a0}000"), "đúng hạn · 10\u{a0}000");
        assert_eq!(line("a\u{1b}[31mb\r\n\u{9b}c\u{7f}"), "a\\u001b[31mb\\u000d\\u000a\\u009bc\\u007f");
        assert_eq!(line("a\u{202e}b\u{2028}"), "a\\u202eb\\u2028");
        assert_eq!(escaped("{\"a\":\"\u{9b}\"}\n", |char| char != '\n'), "{\"a\":\"\\u009b\"}\n");
    }

    #[test]
    fn a_line_ends() {
        let long = "ă".repeat(1_000_000);
        assert!(line(&long).chars().count() < LONGEST + 40);
        assert!(line(&long).ends_with("(đã cắt bớt · cut)"));
        assert_eq!(line(&"a".repeat(LONGEST)).len(), LONGEST);
    }
}
