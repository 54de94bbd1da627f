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
mod tests {
    use super::*;
    use crate::base::time::Instant;

    fn both(text: Text) -> (String, String) {
        (text.vi, text.en)
    }

    #[test]
    fn separators_follow_the_language() {
        assert_eq!(both(count(1_234_567)), ("1.234.567".into(), "1,234,567".into()));
        assert_eq!(both(count(12)), ("12".into(), "12".into()));
        assert_eq!(both(points(-12_345)), ("−12,34".into(), "−12.34".into()));
    }

    #[test]
    fn only_all_of_them_are_the_whole() {
        assert_eq!(percent(99_999, 100_000).en, "99.99%");
        assert_eq!(percent(3, 3).en, "100%");
        assert_eq!(percent(0, 0).en, "–");
    }

    #[test]
    fn a_working_day_has_eight_hours() {
        assert_eq!(both(duration(Seconds(28_800 + 7_200 + 59))), ("1 ngày 2 giờ".into(), "1 d 2 h".into()));
        assert_eq!(duration(Seconds(61)).en, "1 min 1 s");
        assert_eq!(duration(Seconds(28_800 + 59)).en, "1 d");
        assert_eq!(duration(Seconds(0)).en, "0 s");
    }

    #[test]
    fn times_are_shown_in_their_zone() {
        let stamp = Zone::vietnam().stamp(Instant::parse("2026-01-08T02:00:00Z").unwrap());
        assert_eq!(both(when(stamp)), ("08/01/2026 09:00:00".into(), "2026-01-08 09:00:00".into()));
    }
}
