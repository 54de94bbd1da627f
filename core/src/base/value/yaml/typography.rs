//! Characters that word processors leave in a YAML text: curly quotes instead of straight ones, tabs as indentation,
//! no-break spaces, control characters.

use crate::base::error::{Code, Error, Faults, Place};

const CURLY: &str = "“”„‟‘’";
/// Unicode spaces that YAML does not treat as spaces.
const WIDE: &str = "\u{a0}\u{2007}\u{202f}\u{3000}";

/// Reports every such character and returns the text with plain characters in their places, so that the rest can be
/// read. Quotes and tabs within a string are left alone.
pub(super) fn plain(text: &str, faults: &mut Faults) -> String {
    let mut scan = Scan::default();
    let mut out = String::with_capacity(text.len());
    for (index, line) in text.split_inclusive('\n').enumerate() {
        scan.line(index as u64 + 1, line, &mut out, faults);
    }
    out
}

#[derive(Default)]
struct Scan {
    /// The quote that is open.
    open: Option<char>,
    /// Open brackets.
    depth: usize,
    /// Indentation of the line that began the current text block (`|`, `>`).
    block: Option<usize>,
    /// Indentation of the last line, and whether it expects an indented part.
    last: (usize, bool),
}

impl Scan {
    fn line(&mut self, number: u64, line: &str, out: &mut String, faults: &mut Faults) {
        let body = line.trim_start_matches([' ', '\t']);
        let blank = line.len() - body.len();
        let lead = line.get(..blank).unwrap_or_default();
        if body.trim().is_empty() {
            return out.push_str(line);
        }
        let own = lead.bytes().take_while(|byte| *byte == b' ').count();
        if self.block.is_some_and(|above| own > above) {
            return out.push_str(line);
        }
        self.block = None;
        let free = self.open.is_none() && self.depth == 0;
        let mut column = blank;
        match lead.find('\t') {
            Some(at) if free => {
                let place = Place::position(number, at as u64 + 1);
                faults.push(Error::new(Code::Typography).with("value", "tab").at(place));
                // As deep as the line above, or one level deeper if that line expects an indented part.
                let depth = self.last.0 + if self.last.1 { 2 } else { 0 };
                out.push_str(&" ".repeat(depth));
                column = depth;
            }
            _ => out.push_str(lead),
        }
        self.body(number, blank, body, out, faults);
        if free {
            self.last = (column, body.trim_end().ends_with(':'));
            let mark = body.trim_end().rsplit([' ', ':']).next().unwrap_or_default();
            let block = mark.starts_with(['|', '>']) && mark.chars().skip(1).all(|c| "+-123456789".contains(c));
            if block && self.open.is_none() && self.depth == 0 {
                self.block = Some(column);
            }
        }
    }

    /// Scans the line; a curly quote at the beginning of a value is a fault.
    fn body(&mut self, number: u64, blank: usize, body: &str, out: &mut String, faults: &mut Faults) {
        let mut begins = self.open.is_none();
        // A curly quote used as an opening quote.
        let mut curly = None;
        let mut before = ' ';
        let mut rest = body.chars().enumerate().peekable();
        while let Some((at, character)) = rest.next() {
            let mut written = character;
            let next = rest.peek().map_or('\n', |(_, next)| *next);
            let spaced = next.is_whitespace();
            let stray = character.is_control() && !"\t\r\n\u{85}".contains(character);
            if stray || (begins && self.open.is_none() && WIDE.contains(character)) {
                let place = Place::position(number, (blank + at) as u64 + 1);
                let named = format!("U+{:04X}", u32::from(character));
                faults.push(Error::new(Code::Typography).with("value", named).at(place));
                out.push(' ');
                before = ' ';
                continue;
            }
            match self.open {
                Some(quote) if character == quote => self.open = None,
                Some('"') if character == '\\' => {
                    out.push(character);
                    if let Some((_, escaped)) = rest.next() {
                        out.push(escaped);
                    }
                    continue;
                }
                Some(_) => {}
                None if curly.is_some() && CURLY.contains(character) => {
                    written = curly.take().unwrap_or(character);
                    begins = false;
                }
                None if begins && CURLY.contains(character) => {
                    let place = Place::position(number, (blank + at) as u64 + 1);
                    faults.push(Error::new(Code::Typography).with("value", character).at(place));
                    let closes = body.chars().skip(at + 1).any(|other| CURLY.contains(other));
                    let quote = if "‘’".contains(character) { '\'' } else { '"' };
                    if closes {
                        curly = Some(quote);
                        written = quote;
                    }
                    begins = false;
                }
                None if curly.is_some() => {}
                None => match character {
                    '#' if before.is_whitespace() => {
                        // The rest of the line is a comment.
                        out.push(character);
                        rest.for_each(|(_, character)| out.push(character));
                        return;
                    }
                    '"' | '\'' if begins => {
                        self.open = Some(character);
                        begins = false;
                    }
                    '[' | '{' if begins => self.depth += 1,
                    ']' | '}' if self.depth > 0 => {
                        self.depth -= 1;
                        begins = false;
                    }
                    ',' if self.depth > 0 => begins = true,
                    ':' if spaced => begins = true,
                    '-' if begins && spaced => {}
                    _ if character.is_whitespace() => {}
                    _ => begins = false,
                },
            }
            out.push(written);
            before = character;
        }
    }
}
