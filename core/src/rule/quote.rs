//! Texts in quotes, with the escapes of CEL.

use super::parse::{Read, Reader, syntax};

/// Escapes of one character.
const ESCAPES: [(char, char); 11] = [
    ('a', '\u{7}'),
    ('b', '\u{8}'),
    ('f', '\u{c}'),
    ('n', '\n'),
    ('r', '\r'),
    ('t', '\t'),
    ('v', '\u{b}'),
    ('\\', '\\'),
    ('\'', '\''),
    ('"', '"'),
    ('`', '`'),
];

impl<'a> Reader<'a, '_, '_> {
    /// How the text here begins: `'`, `"`, three of them, or `r` before them.
    pub(super) fn quote(&mut self) -> Option<&'a str> {
        self.peek();
        let rest = self.rest();
        let after = rest.strip_prefix(['r', 'R']).unwrap_or(rest);
        let quotes = ["'''", "\"\"\"", "'", "\""].into_iter().find(|quotes| after.starts_with(quotes))?;
        rest.get(..rest.len() - after.len() + quotes.len())
    }

    /// A text in quotes. In a pattern a backslash before anything but a quote or a backslash is the pattern's own, so
    /// that `'^\d{12}$'` is what it looks like.
    pub(super) fn string(&mut self, pattern: bool) -> Read<String> {
        let Some(quotes) = self.quote() else { return syntax("expected a string in quotes") };
        let raw = quotes.starts_with(['r', 'R']);
        let close = quotes.trim_start_matches(['r', 'R']);
        self.at += quotes.len();
        let mut out = String::new();
        loop {
            let rest = self.rest();
            if rest.starts_with(close) {
                self.at += close.len();
                return Ok(out);
            }
            match rest.chars().next() {
                None => return syntax("the string is not closed"),
                Some('\n' | '\r') if close.len() == 1 => return syntax("the string is not closed on its line"),
                Some('\\') if !raw => {
                    self.at += 1;
                    self.escape(pattern, &mut out)?;
                }
                Some(char) => {
                    self.at += char.len_utf8();
                    out.push(char);
                }
            }
        }
    }

    fn escape(&mut self, pattern: bool, out: &mut String) -> Read<()> {
        let Some(char) = self.rest().chars().next() else { return syntax("the string is not closed") };
        if pattern && !matches!(char, '\\' | '\'' | '"' | 'n' | 't') {
            self.at += char.len_utf8();
            out.extend(['\\', char]);
            return Ok(());
        }
        let known = ESCAPES.iter().chain(&[('?', '?')]).find(|(known, _)| *known == char);
        let (skip, length, radix) = match char {
            _ if known.is_some() => (1, 0, 8),
            'x' | 'X' => (1, 2, 16),
            'u' => (1, 4, 16),
            'U' => (1, 8, 16),
            '0'..='3' => (0, 3, 8),
            _ => return syntax("unknown escape sequence; write the backslash twice, or `r` before the quotes"),
        };
        let digits = self.rest().get(skip..skip + length);
        let code = digits.and_then(|digits| u32::from_str_radix(digits, radix).ok());
        let Some(found) = known.map(|entry| entry.1).or_else(|| char::from_u32(code?)) else {
            return syntax("there is no such character");
        };
        self.at += skip + length;
        out.push(found);
        Ok(())
    }
}
