//! Tables of delimited text.

use super::cell::{Cell, Row};
use super::encoding::Encoding;
use super::layout::Layout;
use super::plan::TableReader;
use crate::base::error::{Code, Error, Place};
use crate::log::builder::Builder;
use crate::log::limited_reader::{Limits, Meter, unknown_format};
use csv::{ErrorKind, ReaderBuilder, StringRecord};
use std::io::{BufRead, Chain, Cursor, Read};

/// Bytes of a table that are examined before reading: for the encoding, the delimiter, the headings, the order of dates.
const SAMPLE: u64 = 1 << 20;

/// Rows that are enough to know a table by.
const ENOUGH: usize = 2_000;

/// The sample followed by the rest, whether an odd number of quotes was seen so far, and whether the end was.
struct Input<R> {
    bytes: Chain<Cursor<Vec<u8>>, Meter<R>>,
    odd_quotes: bool,
    ended: bool,
    /// Whether lines end with CR alone, which is then read as LF.
    returns: bool,
}

impl<R: BufRead> Input<R> {
    fn meter(&mut self) -> &mut Meter<R> {
        self.bytes.get_mut().1
    }
}

impl<R: BufRead> Read for Input<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let taken = self.bytes.read(out)?;
        if self.returns {
            as_lines(out.get_mut(..taken).unwrap_or_default());
        }
        let quotes = out.iter().take(taken).filter(|byte| **byte == b'"').count();
        self.odd_quotes ^= !quotes.is_multiple_of(2);
        self.ended |= taken == 0 && !out.is_empty();
        Ok(taken)
    }
}

/// Reads a table into a builder.
///
/// # Errors
/// What makes the rest unreadable: no delimiter, no column for a required field, a limit, the input itself.
pub(in crate::log) fn read_table<R: BufRead>(builder: &mut Builder<'_>, input: R, limits: Limits) -> Result<(), Error> {
    let mut meter = Meter::new(input, limits);
    let mut sample = Vec::new();
    if let Err(error) = meter.by_ref().take(SAMPLE).read_to_end(&mut sample) {
        return Err(meter.fault(&error));
    }
    let declared = builder.mapping.encoding.as_deref().and_then(Encoding::named);
    let encoding = declared.unwrap_or_else(|| Encoding::of(&sample, (sample.len() as u64) < SAMPLE));
    if encoding != Encoding::Utf8 {
        // Other encodings are decoded as a whole.
        meter.allow_token(limits.bytes);
        if let Err(error) = meter.read_to_end(&mut sample) {
            return Err(meter.fault(&error));
        }
        builder.reading.encoding = Some(encoding.name());
        let text = encoding.decode(&sample)?;
        let mut meter = Meter::new(Cursor::new(text.into_bytes()), limits);
        let mut sample = Vec::new();
        if let Err(error) = meter.by_ref().take(SAMPLE).read_to_end(&mut sample) {
            return Err(meter.fault(&error));
        }
        return read_utf8(builder, sample, meter, limits);
    }
    read_utf8(builder, sample, meter, limits)
}

fn read_utf8<R: BufRead>(
    builder: &mut Builder<'_>,
    mut sample: Vec<u8>,
    meter: Meter<R>,
    limits: Limits,
) -> Result<(), Error> {
    if let Some(at) = sample.iter().position(|byte| *byte == 0) {
        let line = 1 + sample.iter().take(at).filter(|byte| **byte == b'\n').count() as u64;
        return Err(
            unknown_format("dữ liệu nhị phân", "binary data").at(Place { line: Some(line), ..Place::default() })
        );
    }
    if sample.starts_with(b"\xef\xbb\xbf") {
        sample.drain(..3);
    }
    let only_returns = has_only_returns(&sample);
    if only_returns {
        as_lines(&mut sample);
    }
    let (preface, delimiter) = delimiter(&sample, builder.mapping.delimiter)?;
    sample.drain(..preface);
    // Excel's own line `sep=;` comes before the heading.
    let above = u64::from(preface > 0);
    let lines = Lines { above, returns: returns(&sample) };
    let rows = sample_rows(&sample, delimiter, above, limits, ENOUGH)?;
    let Some(layout) = Layout::find(&rows, builder.mapping)? else {
        return Err(unknown_format("rỗng", "empty"));
    };
    let mut table = TableReader::new(builder, &layout, &rows)?;
    table.same_width = true;
    drop(rows);
    let input =
        Input { bytes: Cursor::new(sample).chain(meter), odd_quotes: false, ended: false, returns: only_returns };
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(input);
    let mut record = StringRecord::new();
    // Where the last row began that spans several lines.
    let mut spanning = None;
    loop {
        let read = reader.read_record(&mut record);
        reader.get_mut().meter().mark();
        match read {
            Ok(true) => {
                let line = lines.of(&record, reader.position(), reader.get_ref().ended);
                spanning = record.iter().any(|cell| cell.contains('\n')).then_some(line);
                table.take(builder, &mut row(&record, line));
                if builder.should_stop() {
                    return Ok(());
                }
            }
            // An unclosed quote swallows all following rows into one cell.
            Ok(false) => match spanning.filter(|_| reader.get_ref().odd_quotes) {
                Some(line) => {
                    return Err(Error::new(Code::UnclosedQuote).at(Place { line: Some(line), ..Place::default() }));
                }
                None => break,
            },
            Err(_) if builder.should_stop() => return Ok(()),
            Err(error) => broken(builder, &error, &mut reader, above)?,
        }
    }
    table.finish(builder);
    Ok(())
}

fn row(record: &StringRecord, number: u64) -> Row<'_> {
    Row { number, cells: record.iter().map(Cell::text).collect(), hidden: false }
}

/// How the lines of a table are counted.
#[derive(Clone, Copy)]
struct Lines {
    /// Lines before the table.
    above: u64,
    /// Whether lines end with CR LF: the reader then stops before the LF.
    returns: bool,
}

impl Lines {
    /// The line on which a record begins, by where the reader is after it. Blank lines before a record are skipped
    /// together with it, so its own position does not say.
    fn of(self, record: &StringRecord, after: &csv::Position, ended: bool) -> u64 {
        let inner = record.iter().map(|cell| cell.bytes().filter(|byte| *byte == b'\n').count() as u64).sum::<u64>();
        let next = u64::from(!self.returns && !ended);
        (after.line() + self.above).saturating_sub(next + inner)
    }
}

/// Whether the lines of a text end with CR alone, as old programs for the Macintosh write them.
pub(in crate::log) fn has_only_returns(sample: &[u8]) -> bool {
    sample.contains(&b'\r') && !sample.contains(&b'\n')
}

/// Makes each CR a LF.
pub(in crate::log) fn as_lines(text: &mut [u8]) {
    text.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
}

fn returns(sample: &[u8]) -> bool {
    sample.split(|byte| *byte == b'\n').next().is_some_and(|line| line.ends_with(b"\r"))
}

/// The rows of the beginning of a table; a last one that the sample cuts is left out.
pub(in crate::log) fn sample_rows(
    sample: &[u8],
    delimiter: u8,
    above: u64,
    limits: Limits,
    enough: usize,
) -> Result<Vec<Row<'static>>, Error> {
    let lines = Lines { above, returns: returns(sample) };
    let terminated = sample.ends_with(b"\n");
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(sample);
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) if matches!(error.kind(), ErrorKind::Utf8 { .. }) => continue,
            Err(_) => break,
        }
        let last = !terminated && reader.is_done();
        let line = lines.of(&record, reader.position(), last);
        if record.len() > limits.attributes {
            let fault = Error::new(Code::TooLarge).with("what", "columns").with("limit", limits.attributes);
            return Err(fault.at(Place::position(line, 1)));
        }
        let row = row(&record, line);
        let cells = row.cells.iter().map(Cell::owned).collect();
        rows.push(Row { number: line, cells, hidden: false });
        if rows.len() >= enough {
            return Ok(rows);
        }
    }
    if sample.len() as u64 == SAMPLE {
        rows.pop();
    }
    Ok(rows)
}

/// A row that is not UTF-8 is a fault of that row; an error of the input ends the reading.
fn broken<R: BufRead>(
    builder: &mut Builder<'_>,
    error: &csv::Error,
    reader: &mut csv::Reader<Input<R>>,
    above: u64,
) -> Result<(), Error> {
    match error.kind() {
        ErrorKind::Io(error) => Err(reader.get_mut().meter().fault(error)),
        ErrorKind::Utf8 { pos, .. } => {
            let line = pos.as_ref().map_or(0, csv::Position::line) + above;
            builder.refuse(Error::new(Code::NotUtf8), "events", line);
            Ok(())
        }
        _ => Err(Error::new(Code::Syntax).with("reason", error)),
    }
}

/// The length of a first line that only names the delimiter, and the delimiter.
pub(in crate::log) fn delimiter(sample: &[u8], declared: Option<u8>) -> Result<(usize, u8), Error> {
    let first = sample.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let preface = match first.trim_ascii_end() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', named] => Some((first.len() + 1, *named)),
        _ => None,
    };
    if let Some((length, named)) = preface {
        return Ok((length.min(sample.len()), declared.unwrap_or(named)));
    }
    if let Some(declared) = declared {
        return Ok((0, declared));
    }
    const SIGNS: [u8; 4] = [b',', b';', b'\t', b'|'];
    /// Lines by which the delimiter is recognised.
    const LINES: usize = 60;
    let mut counts: Vec<[usize; 4]> = vec![[0; 4]];
    let mut quoted = false;
    for byte in sample {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                if counts.len() == LINES {
                    break;
                }
                counts.push([0; 4]);
            }
            _ if !quoted => {
                if let Some(line) = counts.last_mut() {
                    SIGNS.iter().zip(line).filter(|(sign, _)| *sign == byte).for_each(|(_, count)| *count += 1);
                }
            }
            _ => {}
        }
    }
    // A delimiter appears in most lines equally often; a sign within cells does not. The number of lines with the most
    // frequent count, times that count, distinguishes them. Among equals the first wins.
    let weight = |sign: usize| {
        let of = |line: &[usize; 4]| line.get(sign).copied().unwrap_or_default();
        let usual = |count: usize| counts.iter().filter(|line| of(line) == count).count();
        counts.iter().map(of).filter(|count| *count > 0).map(|count| count * usual(count)).max().unwrap_or_default()
    };
    let best = (0..SIGNS.len()).rev().max_by_key(|sign| weight(*sign)).filter(|sign| weight(*sign) > 0);
    match best.and_then(|sign| SIGNS.get(sign)) {
        Some(sign) => Ok((0, *sign)),
        None => Err(unknown_format("không có , ; tab | giữa các ô", "no , ; tab | between cells")),
    }
}
