//! Amounts in đồng, in figures and in words.

use crate::base::text::{capital, lower, nfc};
use crate::rule::{Kinds, Reason, Row, Val, of_text};

pub(super) const ROWS: &[Row] = &[
    Row::new(
        "money",
        &[Kinds::TEXT],
        Kinds::NUMBER,
        ["số tiền ghi ở {a}", "the amount that {a} gives"],
        |arguments, _| of_text(arguments, |text| parse(text).map(Val::from).ok_or(Reason::WrongType)),
    ),
    Row::new(
        "moneyInWords",
        &[Kinds::NUMBER],
        Kinds::TEXT,
        ["số tiền {a} bằng chữ", "the amount {a} in words"],
        |arguments, _| amount(arguments.first()).map(|amount| in_words(amount).into()),
    ),
    Row::new(
        "saysAmount",
        &[Kinds::TEXT, Kinds::NUMBER],
        Kinds::TRUTH,
        ["{a} đọc đúng số tiền {b}", "{a} says the amount of {b}"],
        |arguments, _| {
            let amount = amount(arguments.get(1))?;
            of_text(arguments, |text| Ok(states_amount(text, amount).into()))
        },
    ),
];

/// An amount in đồng, of which there are no parts.
fn amount(val: Option<&Val<'_>>) -> Result<i64, Reason> {
    let number = val.ok_or(Reason::WrongType)?.number()?;
    let integer = number.to_integer().ok_or(Reason::WrongType)?;
    i64::try_from(integer).map_err(|_| Reason::Overflow)
}

/// Reads an amount: `1.000.000.000`, `1,000,000,000`, `1 000 000 000`, with `đ`, `đồng` or `VND`, in whatever capitals. What could be a
/// fraction (`1.5`) is refused: there are no fractions of a đồng, so the meaning is unknown.
pub(crate) fn parse(text: &str) -> Option<i64> {
    let text = lower(&nfc(text));
    let text = text.trim();
    let units = ["đồng", "vnđ", "vnd", "đ", "₫"];
    let figures = units.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim_end();
    let sign = figures.chars().find(|char| !char.is_ascii_digit());
    let digits: String = match sign {
        None => figures.to_owned(),
        Some(sign @ ('.' | ',' | ' ' | '\u{a0}' | '\u{202f}')) => {
            let mut groups = figures.split(sign);
            let first = groups.next().filter(|group| (1..=3).contains(&group.len()))?;
            let rest: Vec<_> = groups.collect();
            if rest.iter().any(|group| group.len() != 3) {
                return None;
            }
            std::iter::once(first).chain(rest).collect()
        }
        Some(_) => return None,
    };
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// An amount in words, as receipts and contracts have it (*số tiền bằng chữ*).
pub(crate) fn in_words(amount: i64) -> String {
    let mut words = words(amount);
    words.push("đồng");
    capital(&words.join(" "))
}

fn words(amount: i64) -> Vec<&'static str> {
    let mut words = Vec::new();
    if amount < 0 {
        words.push("âm");
    }
    number(amount.unsigned_abs(), false, &mut words);
    if words.is_empty() {
        words.push("không");
    }
    words
}

fn number(value: u64, follows: bool, words: &mut Vec<&'static str>) {
    let (billions, rest) = (value / 1_000_000_000, value % 1_000_000_000);
    if billions > 0 {
        number(billions, follows, words);
        words.push("tỷ");
    }
    let mut follows = follows || billions > 0;
    for (size, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let group = rest / size % 1_000;
        if group == 0 {
            continue;
        }
        hundreds(group, follows, words);
        if !name.is_empty() {
            words.push(name);
        }
        follows = true;
    }
}

/// Up to 999; after a larger group all three places are read.
fn hundreds(group: u64, follows: bool, words: &mut Vec<&'static str>) {
    let digit =
        |value: u64| usize::try_from(value % 10).ok().and_then(|at| DIGITS.get(at)).copied().unwrap_or_default();
    let (hundred, ten, one) = (group / 100, group / 10 % 10, group % 10);
    let read_all = follows || hundred > 0;
    if read_all {
        words.extend([digit(hundred), "trăm"]);
    }
    match ten {
        0 if one > 0 && read_all => words.push("lẻ"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([digit(ten), "mươi"]),
    }
    match (ten, one) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(digit(one)),
    }
}

/// Whether words say an amount; `nghìn`/`ngàn`, `lẻ`/`linh`, `tư`/`bốn`, `tỷ`/`tỉ` and the like are the same.
pub(crate) fn states_amount(text: &str, amount: i64) -> bool {
    let text = lower(&nfc(text));
    let said = text.split(|char: char| !char.is_alphabetic());
    usual(said).eq(usual(words(amount)))
}

/// The words that count, each in its usual spelling.
fn usual<'a>(words: impl IntoIterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    let counts = words.into_iter().filter(|word| !matches!(*word, "" | "đồng" | "chẵn" | "việt" | "nam"));
    counts.map(|word| match word {
        "ngàn" => "nghìn",
        "linh" => "lẻ",
        "bốn" => "tư",
        "tỉ" => "tỷ",
        "nhăm" => "lăm",
        "bẩy" => "bảy",
        word => word,
    })
}

#[cfg(test)]
#[path = "tests/money.rs"]
mod tests;
