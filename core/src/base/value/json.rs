//! A strict reader of JSON (RFC 8259): duplicate keys, lone surrogates, inexact numbers and excessive nesting are
//! refused.

use super::gap::{Gap, each_part};
use super::{MAX_DEPTH, Map, Node, Value};
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::exact::Decimal;
use std::collections::HashMap;

/// Reads one JSON document.
///
/// # Errors
/// [`Code::NotUtf8`], [`Code::Syntax`], [`Code::DuplicateKey`], [`Code::TooDeep`], [`Code::NumberTooLarge`], each
/// with line and column.
pub fn parse_json(bytes: &[u8]) -> Result<Node, Error> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let (line, column) = position(&String::from_utf8_lossy(before));
        Error::new(Code::NotUtf8).at(Place::position(line.into(), column.into()))
    })?;
    Reader::new(text, None).document()
}

/// Reads one JSON document in which people have typed. Half of a surrogate pair, such as an emoji that a page has cut,
/// becomes the replacement character U+FFFD: the check of the form then reports the field, and judges the others.
///
/// # Errors
/// As [`parse_json`].
pub(crate) fn parse_typed(text: &str) -> Result<Node, Error> {
    let mut reader = Reader::new(text, None);
    reader.replaces = true;
    reader.document()
}

/// Reads one JSON document; reports all its faults and returns what could be read and what was left out.
pub(crate) fn gather_json(text: &str, faults: &mut Faults) -> (Node, Vec<Gap>) {
    let mut reader = Reader::new(text, Some(Faults::new()));
    let outcome = reader.document();
    faults.extend(reader.faults.take().unwrap_or_default());
    match outcome {
        Ok(node) => {
            let gaps = reader.gaps(&node);
            (node, gaps)
        }
        Err(error) => {
            faults.push(error);
            (Value::Null.into(), Vec::new())
        }
    }
}

fn position(before: &str) -> (u32, u32) {
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    line: u32,
    line_start: usize,
    /// A byte of the current line and its column. Columns are counted onwards from here; otherwise a long line would
    /// take quadratic time.
    counted: (usize, u32),
    /// Whether half of a surrogate pair is replaced; it is a fault otherwise.
    replaces: bool,
    /// The collected faults; `None` if the first fault ends the reading.
    faults: Option<Faults>,
    /// What was left out: where the map or list around it begins, the place of the fault, the piece.
    left_out: Vec<((u32, u32), Place, &'a str)>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, faults: Option<Faults>) -> Self {
        let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let bytes = text.as_bytes();
        Self {
            text,
            bytes,
            at: start,
            line: 1,
            line_start: start,
            counted: (start, 1),
            replaces: false,
            faults,
            left_out: Vec::new(),
        }
    }

    fn gaps(self, node: &Node) -> Vec<Gap> {
        let mut around: HashMap<(u32, u32), String> = HashMap::new();
        if !self.left_out.is_empty() {
            // A map begins at its own place, before its first entry does.
            each_part(node, &mut |position, pointer| {
                around.entry(position).or_insert_with(|| pointer.to_owned());
            });
        }
        let gap = |(begins, place, text): ((u32, u32), Place, &str)| {
            Some(Gap { pointer: around.get(&begins)?.clone(), place, text: text.into() })
        };
        self.left_out.into_iter().filter_map(gap).collect()
    }

    fn document(&mut self) -> Result<Node, Error> {
        self.blank();
        let node = self.value(0)?;
        self.blank();
        if self.peek().is_some() {
            let error = self.syntax("text after the end of the document");
            self.forgive(error)?;
        }
        Ok(node)
    }

    /// Adds an error and goes on, if faults are collected.
    fn forgive(&mut self, error: Error) -> Result<(), Error> {
        match &mut self.faults {
            Some(faults) if error.code() != Code::TooDeep => {
                faults.push(error);
                Ok(())
            }
            _ => Err(error),
        }
    }

    /// Leaves out the text from a byte on to the next comma or closing bracket of the map or list that begins at
    /// `around`.
    fn leave_out(&mut self, error: Error, from: usize, around: (u32, u32)) -> Result<(), Error> {
        let place = error.place().clone();
        self.forgive(error)?;
        self.skip();
        if self.left_out.len() < Faults::MAX {
            self.left_out.push((around, place, self.text.get(from..self.at).unwrap_or_default()));
        }
        Ok(())
    }

    /// Skips to the next comma or closing bracket of this map or list.
    fn skip(&mut self) {
        let mut depth = 0usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    // A quote that is not closed on its line is skipped alone.
                    let start = self.at;
                    if self.string().is_err() {
                        self.at = start + 1;
                    }
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' | b',' if depth == 0 => return,
                b'}' | b']' => depth -= 1,
                b'\n' => {
                    self.line = self.line.saturating_add(1);
                    self.line_start = self.at + 1;
                    self.counted = (self.at + 1, 1);
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn blank(&mut self) {
        while let Some(byte @ (b' ' | b'\t' | b'\n' | b'\r')) = self.peek() {
            self.at += 1;
            if byte == b'\n' {
                self.line = self.line.saturating_add(1);
                self.line_start = self.at;
                self.counted = (self.at, 1);
            }
        }
    }

    /// Line and column of a byte of the current line.
    fn place_of(&self, at: usize) -> (u32, u32) {
        let (from, column) = if at < self.counted.0 { (self.line_start, 1) } else { self.counted };
        let bytes = self.bytes.get(from..at).unwrap_or_default();
        // Characters are counted by their first byte.
        let count = bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count();
        (self.line, column.saturating_add(u32::try_from(count).unwrap_or(u32::MAX)))
    }

    fn fault(&self, code: Code, at: usize) -> Error {
        let (line, column) = self.place_of(at);
        Error::new(code).at(Place::position(line.into(), column.into()))
    }

    fn syntax(&self, reason: &str) -> Error {
        self.fault(Code::Syntax, self.at).with("reason", reason)
    }

    fn value(&mut self, depth: usize) -> Result<Node, Error> {
        let (line, column) = self.place_of(self.at);
        self.counted = (self.at, column);
        let value = match self.peek() {
            Some(b'{' | b'[') if depth >= MAX_DEPTH => {
                return Err(self.fault(Code::TooDeep, self.at).with("limit", MAX_DEPTH));
            }
            Some(b'{') => self.map(depth, (line, column))?,
            Some(b'[') => self.list(depth, (line, column))?,
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Value::Bool(true))?,
            Some(b'f') => self.word("false", Value::Bool(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            Some(_) => return Err(self.syntax("expected a value")),
            None => return Err(self.syntax("the document ends too early")),
        };
        Ok(Node { value, line, column })
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Error> {
        if self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
            self.at += word.len();
            return Ok(value);
        }
        Err(self.syntax("expected a value"))
    }

    fn map(&mut self, depth: usize, begins: (u32, u32)) -> Result<Value, Error> {
        let mut entries = Vec::new();
        self.at += 1;
        self.blank();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Value::Map(Map::default()));
        }
        loop {
            let from = self.at;
            if let Err(error) = self.entry(depth, &mut entries) {
                self.leave_out(error, from, begins)?;
            }
            self.blank();
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    self.trailing(b'}')?;
                }
                Some(b'}') => {}
                Some(b'"') if self.faults.is_some() => {
                    let error = self.syntax("expected a comma or `}`");
                    self.forgive(error)?;
                }
                _ => return Err(self.syntax("expected a comma or `}`")),
            }
            if self.peek() == Some(b'}') {
                self.at += 1;
                break;
            }
        }
        match &mut self.faults {
            Some(faults) => Ok(Value::Map(Map::gather(entries, faults))),
            None => Map::new(entries).map(Value::Map),
        }
    }

    fn entry(&mut self, depth: usize, entries: &mut Vec<(Box<str>, Node)>) -> Result<(), Error> {
        self.blank();
        if self.peek() != Some(b'"') {
            return Err(self.syntax("expected a key in quotes"));
        }
        let key = self.string()?;
        self.blank();
        if self.peek() != Some(b':') {
            return Err(self.syntax("expected a colon"));
        }
        self.at += 1;
        self.blank();
        entries.push((key, self.value(depth + 1)?));
        Ok(())
    }

    /// A comma before a closing bracket.
    fn trailing(&mut self, close: u8) -> Result<(), Error> {
        self.blank();
        if self.peek() == Some(close) {
            let error = self.syntax("expected an item after the comma");
            self.forgive(error)?;
        }
        Ok(())
    }

    fn list(&mut self, depth: usize, begins: (u32, u32)) -> Result<Value, Error> {
        let mut list = Vec::new();
        self.at += 1;
        self.blank();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Value::List(list));
        }
        loop {
            self.blank();
            let from = self.at;
            match self.value(depth + 1) {
                Ok(item) => list.push(item),
                Err(error) => self.leave_out(error, from, begins)?,
            }
            self.blank();
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    self.trailing(b']')?;
                }
                Some(b']') => {}
                Some(b'"' | b'{' | b'[' | b'0'..=b'9') if self.faults.is_some() => {
                    let error = self.syntax("expected a comma or `]`");
                    self.forgive(error)?;
                }
                _ => return Err(self.syntax("expected a comma or `]`")),
            }
            if self.peek() == Some(b']') {
                self.at += 1;
                return Ok(Value::List(list));
            }
        }
    }

    fn number(&mut self) -> Result<Value, Error> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let zero = self.peek() == Some(b'0');
        let whole = self.digits()?;
        if zero && whole > 1 {
            return Err(self.fault(Code::Syntax, start).with("reason", "a number must not begin with 0"));
        }
        let mut exact = true;
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
            exact = false;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
            exact = false;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        let value = if exact { text.parse().ok().map(Value::Integer) } else { Decimal::parse(text).map(Value::from) };
        value.ok_or_else(|| self.fault(Code::NumberTooLarge, start).with("value", text))
    }

    fn digits(&mut self) -> Result<usize, Error> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        match self.at - start {
            0 => Err(self.syntax("expected a digit")),
            count => Ok(count),
        }
    }

    fn string(&mut self) -> Result<Box<str>, Error> {
        self.at += 1;
        let first = self.plain();
        if self.peek() == Some(b'"') {
            self.at += 1;
            return Ok(first.into());
        }
        let mut out = first.to_owned();
        loop {
            out.push_str(self.plain());
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out.into());
                }
                Some(b'\\') => out.push(self.escape()?),
                Some(_) => return Err(self.syntax("a string contains an unescaped control character")),
                None => return Err(self.syntax("the string is not closed")),
            }
        }
    }

    /// The part of a string up to its end or its next escape.
    fn plain(&mut self) -> &'a str {
        let start = self.at;
        let rest = self.bytes.get(start..).unwrap_or_default();
        let end = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20)).unwrap_or(rest.len());
        self.at += end;
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn escape(&mut self) -> Result<char, Error> {
        let start = self.at;
        self.at += 1;
        let plain = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let first = self.hex()?;
                let code = match first {
                    0xD800..=0xDBFF if self.bytes.get(self.at..self.at + 2) == Some(b"\\u") => {
                        let second_at = self.at;
                        self.at += 1;
                        match self.hex()? {
                            second @ 0xDC00..=0xDFFF => 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00),
                            _ => {
                                // What follows is a character of its own.
                                self.at = second_at;
                                first
                            }
                        }
                    }
                    _ => first,
                };
                return char::from_u32(code)
                    .or(self.replaces.then_some(char::REPLACEMENT_CHARACTER))
                    .ok_or_else(|| self.fault(Code::Syntax, start).with("reason", "unpaired surrogate"));
            }
            _ => return Err(self.syntax("unknown escape sequence")),
        };
        self.at += 1;
        Ok(plain)
    }

    /// Four hexadecimal digits after the `u` at the current position.
    fn hex(&mut self) -> Result<u32, Error> {
        let digits = self.text.get(self.at + 1..self.at + 5).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        self.at += 5;
        code.ok_or_else(|| self.syntax("expected four hexadecimal digits"))
    }
}

#[cfg(test)]
#[path = "tests/json.rs"]
mod tests;
