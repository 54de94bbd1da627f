//! A column of times as it came in, and pieces of it as instants.

use arrow_array::Array;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType,
};
use arrow_schema::{DataType, TimeUnit};
use namro::calendar::bulk::Validity;
use namro::{Code, Error, Instant, Zone};
use std::ops::Range;

/// Rows that are turned at a time.
pub(crate) const PIECE: usize = 16_384;
/// How NumPy writes that there is no time.
const NOT_A_TIME: i64 = i64::MIN;

/// A column of times.
pub(crate) struct Times<'a> {
    pub(crate) name: &'static str,
    pub(crate) values: &'a [i64],
    pub(crate) unit: TimeUnit,
    /// Whether the numbers are UTC, and not those of a clock on some wall.
    pub(crate) zoned: bool,
    pub(crate) nulls: Nulls<'a>,
}

/// Room for a piece that must be turned.
#[derive(Default)]
pub(crate) struct Buffer {
    values: Vec<i64>,
    bits: Vec<u8>,
}

impl<'a> Times<'a> {
    /// A column of Arrow: timestamps of any unit, or whole microseconds in UTC.
    pub(crate) fn of(array: &'a dyn Array, name: &'static str) -> Result<Self, Error> {
        let (values, unit, zoned): (&[i64], _, _) = match array.data_type() {
            DataType::Timestamp(unit, zone) => {
                let values: &[i64] = match unit {
                    TimeUnit::Second => array.as_primitive::<TimestampSecondType>().values(),
                    TimeUnit::Millisecond => array.as_primitive::<TimestampMillisecondType>().values(),
                    TimeUnit::Microsecond => array.as_primitive::<TimestampMicrosecondType>().values(),
                    TimeUnit::Nanosecond => array.as_primitive::<TimestampNanosecondType>().values(),
                };
                (values, *unit, zone.is_some())
            }
            DataType::Int64 => (array.as_primitive::<Int64Type>().values(), TimeUnit::Microsecond, true),
            other => {
                let found = format!("{other} ({name})");
                return Err(Error::new(Code::WrongType).with("expected", "timestamp").with("found", found));
            }
        };
        Ok(Self { name, values, unit, zoned, nulls: Nulls::of(array) })
    }

    /// Some rows as microseconds in UTC, without a copy where they are that already.
    pub(crate) fn piece<'b>(
        &'b self,
        rows: Range<usize>,
        local: Option<bool>,
        zone: &Zone,
        buffer: &'b mut Buffer,
    ) -> Result<(&'b [i64], Validity<'b>), Error> {
        let here = self.values.get(rows.clone()).unwrap_or_default();
        let Buffer { values, bits } = buffer;
        let valid = match self.nulls {
            Nulls::Marked => Nulls::marked(here, bits),
            bits => bits.from(rows.start),
        };
        let by_the_wall = match (self.zoned, local) {
            (true, _) | (_, Some(false)) => false,
            (false, Some(true)) => true,
            (false, None) => return Err(Error::new(Code::NoZone).with("value", self.name)),
        };
        if !by_the_wall && self.unit == TimeUnit::Microsecond {
            return Ok((here, valid));
        }
        let micros = |value: i64| match self.unit {
            TimeUnit::Second => value.checked_mul(1_000_000),
            TimeUnit::Millisecond => value.checked_mul(1_000),
            TimeUnit::Microsecond => Some(value),
            TimeUnit::Nanosecond => Some(value.div_euclid(1_000)),
        };
        let placed = |micros: i64| {
            let wall = Instant::from_micros(micros)?;
            let utc = Zone::utc();
            let at = zone.instant(utc.date_of(wall), utc.second_of_day(wall));
            at.micros().checked_add(micros.rem_euclid(1_000_000))
        };
        values.clear();
        // What cannot be turned is no time of any calendar: the row is refused, unless it is null.
        values.extend(here.iter().map(|value| {
            let at = micros(*value);
            (if by_the_wall { at.and_then(placed) } else { at }).unwrap_or(i64::MAX)
        }));
        Ok((values, valid))
    }
}

/// Which rows are null.
#[derive(Clone, Copy)]
pub(crate) enum Nulls<'a> {
    /// Those without a bit, where there are bits.
    Bits(Option<(&'a [u8], usize)>),
    /// Those that hold [`NOT_A_TIME`].
    Marked,
}

impl<'a> Nulls<'a> {
    /// Those of an array of Arrow.
    pub(crate) fn of(array: &'a dyn Array) -> Self {
        Self::Bits(array.nulls().map(|nulls| (nulls.validity(), nulls.offset())))
    }

    /// The rows that hold a value, from one on.
    pub(crate) fn from(self, row: usize) -> Validity<'a> {
        match self {
            Self::Bits(Some((bits, offset))) => Validity::bitmap(bits, offset + row),
            _ => Validity::ALL,
        }
    }

    /// The rows that hold a value and not the mark.
    pub(crate) fn marked<'b>(values: &[i64], bits: &'b mut Vec<u8>) -> Validity<'b> {
        if !values.contains(&NOT_A_TIME) {
            return Validity::ALL;
        }
        fill(values.len(), bits, |row| values.get(row) != Some(&NOT_A_TIME))
    }

    /// The rows that hold a value in both of two columns.
    pub(crate) fn both<'b>(one: Validity<'b>, other: Validity<'b>, rows: usize, bits: &'b mut Vec<u8>) -> Validity<'b> {
        if one.is_all() && other.is_all() {
            return Validity::ALL;
        }
        fill(rows, bits, |row| one.contains(row) && other.contains(row))
    }

    /// Puts the mark into the answers of null rows; Arrow does not look at them.
    pub(crate) fn mark(valid: Validity<'_>, out: &mut [i64]) {
        if !valid.is_all() {
            out.iter_mut().enumerate().filter(|(row, _)| !valid.contains(*row)).for_each(|(_, out)| *out = NOT_A_TIME);
        }
    }
}

fn fill(rows: usize, bits: &mut Vec<u8>, holds: impl Fn(usize) -> bool) -> Validity<'_> {
    bits.clear();
    bits.resize(rows.div_ceil(8), 0);
    for row in (0..rows).filter(|row| holds(*row)) {
        if let Some(byte) = bits.get_mut(row / 8) {
            *byte |= 1 << (row % 8);
        }
    }
    Validity::bitmap(bits, 0)
}
