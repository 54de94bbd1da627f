//! Reads local times: the part of RFC 3339 before the offset.

use super::date::Date;
use super::instant::MICROS;

/// A date, the microseconds since its midnight, and the rest of the text: `2026-01-08T09:00:00.25`. The date is `None`
/// outside the years 1 to 9999. The microseconds are `None` for a leap second, which time since the epoch cannot
/// represent, and for a finer fraction, which would be lost silently.
pub(super) fn scan_local(text: &str) -> Option<(Option<Date>, Option<i64>, &str)> {
    let year_zero = text.starts_with("0000-");
    let date = Date::from_text(text.get(..10)?).map(Some).or(year_zero.then_some(None))?;
    let clock = text.get(10..)?.strip_prefix(['T', 't', ' '])?;
    let (hour, minute) = (digits(clock.get(..2)?)?, digits(clock.get(2..5)?.strip_prefix(':')?)?);
    let rest = clock.get(5..)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => (digits(rest.get(..2)?)?, rest.get(2..)?),
        // RFC 3339 always has seconds; without them this is only a local time.
        None => rest.is_empty().then_some((0, rest))?,
    };
    let fraction = rest.strip_prefix('.').map_or("", |rest| {
        let end = rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    });
    let rest = if fraction.is_empty() { rest } else { rest.get(fraction.len() + 1..)? };
    let (shown, finer) = fraction.split_at_checked(6).unwrap_or((fraction, ""));
    let exact = second < 60 && finer.bytes().all(|digit| digit == b'0');
    let fraction = i64::from(digits(&format!("{shown:0<6}"))?);
    let seconds = i64::from(hour * 3600 + minute * 60 + second);
    (hour < 24 && minute < 60 && second <= 60).then_some((date, exact.then_some(seconds * MICROS + fraction), rest))
}

/// The number of ASCII digits; `None` for a sign, a space or a digit of another script.
pub(super) fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
