//! Time zones: an offset from UTC, and the instants at which it changes.

use super::{DAY, Date, Instant, Stamp, offset_text};
use crate::base::Arrange;
use crate::base::error::{Code, Error};
use std::sync::Arc;

/// A time zone (*múi giờ*): an offset from UTC, and the instants at which it changes.
///
/// The table is data of the rulebook and is hashed with it; an IANA name resolves to such a table when the rulebook is
/// compiled, so that a later edition of the time zone database never moves a due date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Offset before the first transition, in seconds east of UTC.
    first: i32,
    /// `(instant, offset from then on)`, in order.
    transitions: Arc<[(Instant, i32)]>,
}

impl Zone {
    /// UTC.
    pub fn utc() -> Self {
        Self::fixed(0)
    }

    /// UTC+7, the time of Vietnam, without daylight saving.
    pub fn vietnam() -> Self {
        Self::fixed(7 * 3600)
    }

    /// A fixed offset in seconds east of UTC.
    pub fn fixed(offset: i32) -> Self {
        Self { first: offset, transitions: Arc::from([]) }
    }

    /// An offset and its changes.
    pub fn with_transitions(first: i32, mut transitions: Vec<(Instant, i32)>) -> Self {
        transitions.arrange_by_key(|(at, _)| *at);
        Self { first, transitions: transitions.into() }
    }

    /// Reads `+07:00`, `-03:30` or `Z`; seconds are allowed, since some zones had them until 1972.
    ///
    /// # Errors
    /// [`Code::BadZone`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let offset = || -> Option<i32> {
            if text == "Z" {
                return Some(0);
            }
            let sign = match text.as_bytes().first()? {
                b'+' => 1,
                b'-' => -1,
                _ => return None,
            };
            let two = |part: &str| (part.len() == 2).then(|| part.parse::<u8>().ok()).flatten().map(i32::from);
            let mut parts = text.get(1..)?.split(':').map(two);
            let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
            let sound = parts.next().is_none() && hours <= 18 && minutes < 60 && seconds < 60;
            sound.then_some(sign * (hours * 3600 + minutes * 60 + seconds))
        };
        offset().map(Self::fixed).ok_or_else(|| Error::new(Code::BadZone).with("value", text))
    }

    /// Reads an offset as [`Zone::parse`] does, or a name of the IANA database such as `Europe/Paris`, whose table is
    /// taken from the edition that this library was built with.
    ///
    /// # Errors
    /// [`Code::BadZone`]; [`Code::ZoneName`] for a name in a build without the feature `iana`.
    ///
    /// ```
    /// # #[cfg(feature = "iana")] {
    /// use namro::{Date, Zone};
    /// let paris = Zone::named("Europe/Paris")?;
    /// let noon = |day: &str| Date::parse(day).map(|day| paris.stamp(paris.instant(day, 43_200)).to_string());
    /// assert_eq!(noon("2026-01-08")?, "2026-01-08T12:00:00+01:00");
    /// assert_eq!(noon("2026-07-08")?, "2026-07-08T12:00:00+02:00");
    /// # }
    /// # Ok::<(), namro::Error>(())
    /// ```
    pub fn named(text: &str) -> Result<Self, Error> {
        let fault = match Self::parse(text) {
            Ok(zone) => return Ok(zone),
            Err(fault) => fault,
        };
        if !text.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return Err(fault);
        }
        #[cfg(feature = "iana")]
        return super::iana::table(text).map(|(first, changes)| Self::with_transitions(first, changes)).ok_or(fault);
        #[cfg(not(feature = "iana"))]
        return Err(Error::new(Code::ZoneName).with("value", text));
    }

    /// The offset in force at an instant, in seconds east of UTC.
    pub fn offset_at(&self, at: Instant) -> i32 {
        let after = self.transitions.partition_point(|(change, _)| *change <= at);
        after.checked_sub(1).and_then(|last| self.transitions.get(last)).map_or(self.first, |(_, offset)| *offset)
    }

    /// The offset; `None` if it ever changes.
    pub fn fixed_offset(&self) -> Option<i32> {
        self.transitions.is_empty().then_some(self.first)
    }

    /// The changes of offset, in order.
    pub fn transitions(&self) -> &[(Instant, i32)] {
        &self.transitions
    }

    /// The local day of an instant.
    pub fn date_of(&self, at: Instant) -> Date {
        let local = at.seconds() + i64::from(self.offset_at(at));
        Date::MIN.plus(local.div_euclid(DAY) - i64::from(Date::MIN.days()))
    }

    /// Seconds since local midnight, floored.
    pub fn second_of_day(&self, at: Instant) -> i64 {
        (at.seconds() + i64::from(self.offset_at(at))).rem_euclid(DAY)
    }

    /// The instant at which the local clock of a day shows this many seconds after midnight (86,400 is the next
    /// midnight). A time that the clock skips gives the instant of the skip; one that it shows twice gives the first.
    pub fn instant(&self, date: Date, second: i64) -> Instant {
        let local = i64::from(date.days()) * DAY + second;
        let at = |offset: i32| Instant::from_seconds(local - i64::from(offset)).unwrap_or(Instant::MAX);
        // Offsets are shorter than a day: changes more than a day before have taken effect at any offset.
        let past = at(0).micros().saturating_sub(DAY * super::MICROS);
        let past = self.transitions.partition_point(|(change, _)| change.micros() <= past);
        let known = past.checked_sub(1).and_then(|last| self.transitions.get(last));
        let mut before = known.map_or(self.first, |(_, offset)| *offset);
        for (change, after) in self.transitions.iter().skip(past) {
            let candidate = at(before);
            if candidate < *change {
                return candidate;
            }
            // The clock skipped this local time.
            if at(*after) < *change {
                return *change;
            }
            before = *after;
        }
        at(before)
    }

    /// An instant with the offset of this zone.
    pub fn stamp(&self, at: Instant) -> Stamp {
        Stamp { at, offset: self.offset_at(at) }
    }
}

impl std::fmt::Display for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&offset_text(self.first))
    }
}

#[cfg(test)]
#[path = "tests/zone.rs"]
mod tests;
