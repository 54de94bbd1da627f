//! A reader that tracks its position and enforces limits.

use crate::base::error::{Code, Error, Place};
use std::io::{self, BufRead, Read};

/// Limits on reading a log. They are far above any real log and protect against decompression bombs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole log, after decompression.
    pub bytes: u64,
    /// Bytes of one tag, text or row.
    pub token: u64,
    /// Depth of nested elements.
    pub depth: usize,
    /// Attributes of one event, or columns of a table.
    pub attributes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 16 << 30, token: 4 << 20, depth: 32, attributes: 4096 }
    }
}

/// Counts bytes, lines and columns, and refuses to go beyond the limits.
pub(super) struct Meter<R> {
    inner: R,
    limits: Limits,
    /// Bytes consumed so far.
    bytes: u64,
    /// Bytes consumed when the present token began.
    token: u64,
    line: u64,
    column: u64,
    /// The limit that was exceeded, kept here because a reader on top reports the error as its own.
    exceeded: Option<Error>,
}

impl<R: BufRead> Meter<R> {
    pub(super) fn new(inner: R, limits: Limits) -> Self {
        Self { inner, limits, bytes: 0, token: 0, line: 1, column: 1, exceeded: None }
    }

    /// Marks the start of a token; gives its line and column.
    pub(super) fn mark(&mut self) -> (u64, u64) {
        self.token = self.bytes;
        (self.line, self.column)
    }

    /// The fault behind an error of the input or of a limit.
    pub(super) fn fault(&self, error: &io::Error) -> Error {
        if let Some(exceeded) = &self.exceeded {
            return exceeded.clone();
        }
        input_fault(error).at(Place::position(self.line, self.column))
    }

    /// Allows the present token to be longer than others.
    pub(super) fn allow_token(&mut self, bytes: u64) {
        self.limits.token = bytes;
    }

    fn exceed(&mut self, what: &str, limit: u64) -> io::Error {
        let error = Error::new(Code::TooLarge).with("what", what).with("limit", limit);
        self.exceeded = Some(error.at(Place::position(self.line, self.column)));
        io::Error::other("limit")
    }
}

/// The fault behind an error of the input.
pub(super) fn input_fault(error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => Error::new(Code::Truncated),
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Error::new(Code::BadGzip).with("reason", error),
        _ => Error::new(Code::InputFailed).with("reason", error),
    }
}

impl<R: BufRead> Read for Meter<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let taken = self.fill_buf()?.read(out)?;
        self.consume(taken);
        Ok(taken)
    }
}

impl<R: BufRead> BufRead for Meter<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.bytes > self.limits.bytes {
            return Err(self.exceed("byte", self.limits.bytes));
        }
        if self.bytes - self.token > self.limits.token {
            return Err(self.exceed("byte/tag, byte/row", self.limits.token));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        // The bytes are still in the buffer, so asking for them again reads nothing.
        if let Ok(buffer) = self.inner.fill_buf() {
            let consumed = buffer.get(..amount).unwrap_or(buffer);
            let lines = consumed.iter().filter(|byte| **byte == b'\n').count() as u64;
            let last = match lines {
                0 => consumed,
                _ => consumed.rsplit(|byte| *byte == b'\n').next().unwrap_or_default(),
            };
            // Characters are counted by their first byte.
            let characters = last.iter().filter(|byte| (**byte & 0xC0) != 0x80).count() as u64;
            self.column = if lines == 0 { self.column + characters } else { 1 + characters };
            self.line += lines;
        }
        self.bytes += amount as u64;
        self.inner.consume(amount);
    }
}

/// Reports how many bytes were taken from the input, at most once per [`Self::STEP`] bytes.
pub(super) struct Progress<'p, R> {
    inner: R,
    bytes: u64,
    reported: u64,
    report: &'p mut dyn FnMut(u64),
}

impl<'p, R: BufRead> Progress<'p, R> {
    /// Bytes between two reports.
    const STEP: u64 = 1 << 16;

    pub(super) fn new(inner: R, report: &'p mut dyn FnMut(u64)) -> Self {
        Self { inner, bytes: 0, reported: 0, report }
    }
}

impl<R: BufRead> Read for Progress<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let taken = self.fill_buf()?.read(out)?;
        self.consume(taken);
        Ok(taken)
    }
}

impl<R: BufRead> BufRead for Progress<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.bytes += amount as u64;
        if self.bytes - self.reported >= Self::STEP {
            self.reported = self.bytes;
            (self.report)(self.bytes);
        }
        self.inner.consume(amount);
    }
}

/// The error for an unknown format; `vi` and `en` describe what was found instead.
pub(super) fn unknown_format(vi: &str, en: &str) -> Error {
    Error::new(Code::UnknownFormat).with("vi", vi).with("en", en)
}
