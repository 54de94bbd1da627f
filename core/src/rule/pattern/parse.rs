//! The reader of patterns.

use super::class::Class;
use crate::base::error::{Code, Error};

/// No pattern is nested deeper.
const MAX_DEPTH: usize = 32;
/// No count is higher.
const MAX_COUNT: u32 = 1_000;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Class(Class),
    Start,
    End,
    Boundary(bool),
    Sequence(Vec<Piece>),
    Choice(Vec<Piece>),
    /// At least, at most (`u32::MAX` is without end).
    Repeat(Box<Piece>, u32, u32),
}

/// Reads a whole pattern.
pub(super) fn parse(text: &str) -> Result<Piece, Error> {
    let mut reader = Reader { rest: text.chars(), depth: 0 };
    reader
        .choice()
        .and_then(|piece| if reader.rest.as_str().is_empty() { Ok(piece) } else { Err("one `)` too many") })
        .map_err(|reason| Error::new(Code::BadPattern).with("pattern", text).with("reason", reason))
}

type Read<T> = Result<T, &'static str>;

struct Reader<'a> {
    rest: std::str::Chars<'a>,
    depth: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.rest.next();
        }
        found
    }

    fn choice(&mut self) -> Read<Piece> {
        let first = self.sequence()?;
        if self.peek() != Some('|') {
            return Ok(first);
        }
        let mut choices = vec![first];
        while self.take('|') {
            choices.push(self.sequence()?);
        }
        Ok(Piece::Choice(choices))
    }

    fn sequence(&mut self) -> Read<Piece> {
        let mut pieces = Vec::new();
        while let Some(char) = self.peek() {
            if matches!(char, '|' | ')') {
                break;
            }
            let piece = self.atom()?;
            pieces.push(self.repeated(piece)?);
        }
        Ok(Piece::Sequence(pieces))
    }

    fn atom(&mut self) -> Read<Piece> {
        let mut class = Class::default();
        match self.rest.next() {
            Some('^') => return Ok(Piece::Start),
            Some('$') => return Ok(Piece::End),
            Some('(') => {
                if self.take('?') && !self.take(':') {
                    return Err("look-around and named groups are not supported");
                }
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return Err("nested too deep");
                }
                let inner = self.choice()?;
                self.depth -= 1;
                return if self.take(')') { Ok(inner) } else { Err("a `(` is not closed") };
            }
            Some('[') => self.set(&mut class)?,
            Some('.') => {
                for char in ['\n', '\r', '\u{2028}', '\u{2029}'] {
                    class.add(char, char);
                }
                class.negated = true;
            }
            Some('\\') => match self.peek() {
                Some('b' | 'B') => return Ok(Piece::Boundary(self.rest.next() == Some('b'))),
                _ => {
                    if let Some(char) = self.escape(&mut class)? {
                        class.add(char, char);
                    }
                }
            },
            Some('*' | '+' | '?' | '{') => return Err("there is nothing to repeat"),
            Some(']' | '}') => return Err("a bracket is not opened"),
            Some(char) => class.add(char, char),
            None => return Err("the pattern ends too early"),
        }
        Ok(Piece::Class(class))
    }

    fn repeated(&mut self, piece: Piece) -> Read<Piece> {
        let (low, high) = match self.peek() {
            Some('*') => (0, u32::MAX),
            Some('+') => (1, u32::MAX),
            Some('?') => (0, 1),
            Some('{') => {
                self.rest.next();
                let low = self.count()?;
                let high =
                    if self.take(',') { if self.peek() == Some('}') { u32::MAX } else { self.count()? } } else { low };
                if self.peek() != Some('}') {
                    return Err("a `{` is not closed");
                }
                (low, high)
            }
            _ => return Ok(piece),
        };
        self.rest.next();
        if low > high {
            return Err("the two counts are reversed");
        }
        // Whether as much or as little as possible is taken does not matter for whether there is a match.
        self.take('?');
        match self.peek() {
            Some('*' | '+' | '?' | '{') => Err("a repetition is repeated"),
            _ if matches!(piece, Piece::Start | Piece::End | Piece::Boundary(_)) => Err("there is nothing to repeat"),
            _ => Ok(Piece::Repeat(Box::new(piece), low, high)),
        }
    }

    fn count(&mut self) -> Read<u32> {
        let mut count = None;
        while let Some(digit) = self.peek().and_then(|char| char.to_digit(10)) {
            self.rest.next();
            let more = count.unwrap_or(0) * 10 + digit;
            if more > MAX_COUNT {
                return Err("a count is higher than 1000");
            }
            count = Some(more);
        }
        count.ok_or("expected a count after `{`")
    }

    /// The inside of `[…]`.
    fn set(&mut self, class: &mut Class) -> Read<()> {
        class.negated = self.take('^');
        loop {
            let low = match self.rest.next() {
                None => return Err("a `[` is not closed"),
                Some(']') => return Ok(()),
                Some('\\') => match self.escape(class)? {
                    Some(char) => char,
                    None => continue,
                },
                Some(char) => char,
            };
            let mut ahead = self.rest.clone();
            let range = ahead.next() == Some('-') && ahead.next().is_some_and(|char| char != ']');
            if !range {
                class.add(low, low);
                continue;
            }
            self.rest.next();
            let high = match self.rest.next() {
                Some('\\') => self.escape(class)?.ok_or("a range ends in a class")?,
                Some(char) => char,
                None => return Err("a `[` is not closed"),
            };
            if low > high {
                return Err("the range is reversed");
            }
            class.add(low, high);
        }
    }

    /// What follows a backslash: one character, or a class that is added here.
    fn escape(&mut self, class: &mut Class) -> Read<Option<char>> {
        let char = self.rest.next().ok_or("the pattern ends in a backslash")?;
        let plain = match char {
            'd' | 'w' | 's' => {
                Self::known(char, class);
                return Ok(None);
            }
            'D' | 'W' | 'S' => {
                let mut inner = Class::default();
                Self::known(char.to_ascii_lowercase(), &mut inner);
                class.ascii |= !inner.ascii;
                class.ranges.push(('\u{80}', char::MAX));
                return Ok(None);
            }
            'p' if self.rest.as_str().starts_with("{L}") => {
                self.rest.nth(2);
                class.add('a', 'z');
                class.add('A', 'Z');
                class.letters = true;
                return Ok(None);
            }
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'f' => '\u{c}',
            'v' => '\u{b}',
            'u' => {
                let digits = self.rest.as_str().get(..4).ok_or("four hexadecimal digits are due")?;
                let code = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
                self.rest.nth(3);
                code.ok_or("four hexadecimal digits are due")?
            }
            '1'..='9' => return Err("references back to a group are not supported"),
            char if char.is_ascii_alphanumeric() => return Err("unknown escape sequence"),
            char => char,
        };
        Ok(Some(plain))
    }

    fn known(name: char, class: &mut Class) {
        match name {
            'd' => class.add('0', '9'),
            'w' => {
                for (low, high) in [('0', '9'), ('a', 'z'), ('A', 'Z'), ('_', '_')] {
                    class.add(low, high);
                }
            }
            _ => {
                for char in [' ', '\t', '\n', '\r', '\u{b}', '\u{c}', '\u{a0}', '\u{feff}', '\u{2028}', '\u{2029}'] {
                    class.add(char, char);
                }
            }
        }
    }
}
