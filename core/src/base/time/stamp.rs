//! Instants with the offset at which they are written.

use super::instant::Instant;
use super::zone::Zone;
use crate::base::error::Error;
use serde::{Serialize, Serializer};

/// An instant as it is shown: RFC 3339 in the time zone of the office that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stamp {
    /// The instant.
    pub at: Instant,
    /// The offset with which it is written, in seconds east of UTC.
    pub offset: i32,
}

impl Stamp {
    /// Reads RFC 3339 as [`Instant::parse`] does, and keeps the offset.
    ///
    /// # Errors
    /// As [`Instant::parse`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let at = Instant::parse(text)?;
        let tail =
            text.len().checked_sub(6).and_then(|start| text.get(start..)).filter(|_| !text.ends_with(['Z', 'z']));
        let offset = tail.and_then(|tail| Zone::parse(tail).ok()?.fixed_offset()).unwrap_or(0);
        Ok(Self { at, offset })
    }
}

impl std::fmt::Display for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.at.rfc3339(self.offset))
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
