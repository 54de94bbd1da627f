//! Numbers, times and durations in both languages: 1.234,5 in Vietnamese and 1,234.5 in English.

use crate::base::text::{Text, grouped};
use crate::base::time::{Seconds, Stamp, Zone};

/// An integer with separators.
pub fn count(number: u64) -> Text {
    Text::new(grouped(number.into(), '.'), grouped(number.into(), ','))
}

/// `k` of `n` in percent, with two decimals, rounded down so that only `n` of `n` gives 100%.
pub fn percent(k: u64, n: u64) -> Text {
    if n == 0 {
        return Text::same("–");
    }
    let hundredths = u128::from(k) * 10_000 / u128::from(n);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => Text::same(format!("{whole}%")),
        _ => Text::new(format!("{whole},{rest:02}%"), format!("{whole}.{rest:02}%")),
    }
}

/// Thousandths of a point, with two decimals, rounded towards zero.
pub fn points(thousandths: i64) -> Text {
    let sign = if thousandths < 0 { "−" } else { "" };
    let hundredths = thousandths.unsigned_abs() / 10;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    Text::new(format!("{sign}{whole},{rest:02}"), format!("{sign}{whole}.{rest:02}"))
}

/// Working time in its two largest units; a working day has eight hours.
pub fn duration(seconds: Seconds) -> Text {
    let total = seconds.0.max(0);
    let parts = [
        (total / 28_800, "ngày", "d"),
        (total % 28_800 / 3_600, "giờ", "h"),
        (total % 3_600 / 60, "phút", "min"),
        (total % 60, "giây", "s"),
    ];
    let shown: Vec<_> =
        parts.iter().skip_while(|(number, ..)| *number == 0).take(2).filter(|part| part.0 > 0).collect();
    if shown.is_empty() {
        return Text::new("0 giây", "0 s");
    }
    let vi = shown.iter().map(|(number, vi, _)| format!("{number} {vi}")).collect::<Vec<_>>().join(" ");
    let en = shown.iter().map(|(number, _, en)| format!("{number} {en}")).collect::<Vec<_>>().join(" ");
    Text::new(vi, en)
}

/// A number of days, with its sign in words.
pub(crate) fn days(number: i64) -> Text {
    match number {
        0 => Text::new("đúng ngày", "same day"),
        early if early > 0 => Text::new(format!("sớm {early} ngày"), format!("{early} d early")),
        late => Text::new(format!("trễ {} ngày", -late), format!("{} d late", -late)),
    }
}

/// Date and time: `08/01/2026 09:00:00` in Vietnamese, ISO order in English.
pub fn when(stamp: Stamp) -> Text {
    let zone = Zone::fixed(stamp.offset);
    let (date, second) = (zone.date_of(stamp.at), zone.second_of_day(stamp.at));
    let clock = format!("{:02}:{:02}:{:02}", second / 3_600, second % 3_600 / 60, second % 60);
    Text::new(format!("{} {clock}", date.vietnamese()), format!("{date} {clock}"))
}

/// A count, as an unsigned number.
pub(in crate::render) fn whole(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

#[cfg(test)]
#[path = "tests/number.rs"]
mod tests;
