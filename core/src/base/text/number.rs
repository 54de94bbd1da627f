//! Amounts and groups of digits.

use super::bilingual::Text;

/// An amount of money: `50.000 đồng`, `50,000 VND`.
pub(crate) fn money(amount: i64) -> Text {
    let sign = if amount < 0 { "-" } else { "" };
    let digits = |separator| grouped(amount.unsigned_abs().into(), separator);
    Text::new(format!("{sign}{} đồng", digits('.')), format!("{sign}{} VND", digits(',')))
}

/// Digits in groups of three.
pub(crate) fn grouped(number: u128, separator: char) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}
