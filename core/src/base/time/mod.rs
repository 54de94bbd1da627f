//! Instants, dates, durations and time zones: whole numbers in memory, RFC 3339 and ISO 8601 in text.

mod date;
#[cfg(feature = "iana")]
mod iana;
mod instant;
mod scan;
mod seconds;
mod stamp;
mod text;
mod weekday;
mod zone;

pub use date::Date;
pub(crate) use date::LAST_YEAR;
pub use instant::Instant;
use instant::{MICROS, offset_text};
pub(crate) use seconds::DAY;
pub use seconds::Seconds;
pub use stamp::Stamp;
pub use weekday::Weekday;
pub use zone::Zone;

#[cfg(test)]
mod tests;
