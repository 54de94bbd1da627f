//! Exact numbers: an `i128` and a number of decimals, so that the product of two amounts in đồng never rounds.

use crate::base::packed::packed_as;
use crate::base::value::{Decimal, Value};
use std::cmp::Ordering;

/// `units × 10^-scale`, of up to 38 digits. Every operation is exact or answers nothing.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    units: i128,
    scale: u8,
}

/// A number in one word: the units in the upper seven bytes, the scale in the last.
#[derive(Clone, Copy, Debug)]
pub struct Short(i64);

/// Beyond this many decimals a product is not held.
const MAX_SCALE: u8 = 36;

packed_as! {
    Exact as (i128, u8): |number: &Self| (number.units, number.scale), |(units, scale)| Self::new(units, scale), 0.into();
}

impl Exact {
    /// From a scaled integer.
    pub const fn new(units: i128, scale: u8) -> Option<Self> {
        if scale <= MAX_SCALE { Some(Self { units, scale }) } else { None }
    }

    /// The number in one word, where it is not too large for that.
    pub(super) fn short(self) -> Option<Short> {
        let units = i64::try_from(self.units).ok()?.checked_mul(1 << 8)?;
        Some(Short(units | i64::from(self.scale)))
    }

    /// The number that a value holds, if it is one.
    pub fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Integer(integer) => Some((*integer).into()),
            Value::Decimal(decimal) => Some((*decimal).into()),
            _ => None,
        }
    }

    /// The whole number that it equals, if it has no fraction.
    pub fn to_integer(self) -> Option<i128> {
        let one = power(self.scale)?;
        (self.units % one == 0).then_some(self.units / one)
    }

    /// The number without its fraction.
    pub(super) fn whole(self) -> Option<Self> {
        Some(Self { units: self.units / power(self.scale)?, scale: 0 })
    }

    /// The same number with at least one decimal, so that a division by it, or of it, gives decimals: `7 / 2` is 3, and
    /// `7 / 2.0` is 3.5.
    pub(super) fn decimal(self) -> Option<Self> {
        if self.scale > 0 { Some(self) } else { Self::new(self.units.checked_mul(10)?, 1) }
    }

    /// The number as a rule writes it: with a decimal where it has one.
    pub(super) fn written(self) -> String {
        let text = self.to_string();
        if self.scale == 0 || text.contains('.') { text } else { text + ".0" }
    }

    /// The largest whole number that is not larger.
    pub(super) fn floor(self) -> Option<Self> {
        let units = self.units.checked_div_euclid(power(self.scale)?)?;
        Some(Self { units, scale: 0 })
    }

    /// The smallest whole number that is not smaller.
    pub(super) fn ceil(self) -> Option<Self> {
        self.negated()?.floor()?.negated()
    }

    /// The nearest whole number; of two that are equally near, the one farther from zero.
    pub(super) fn round(self) -> Option<Self> {
        let one = power(self.scale)?;
        let away = (self.units % one).unsigned_abs() >= one.unsigned_abs().div_ceil(2);
        let step = if away { self.units.signum() } else { 0 };
        Some(Self { units: (self.units / one).checked_add(step)?, scale: 0 })
    }

    /// 1, 0 or -1.
    pub(super) const fn signum(self) -> Self {
        Self { units: self.units.signum(), scale: 0 }
    }

    /// Both numbers at the same scale.
    fn align(self, other: Self) -> Option<(i128, i128, u8)> {
        if self.scale == other.scale {
            return Some((self.units, other.units, self.scale));
        }
        let widen = |a: Self, b: Self| a.units.checked_mul(power(b.scale.saturating_sub(a.scale))?);
        Some((widen(self, other)?, widen(other, self)?, self.scale.max(other.scale)))
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.align(other)?;
        Some(Self { units: a.checked_add(b)?, scale })
    }

    /// The number with the other sign.
    pub fn negated(self) -> Option<Self> {
        Some(Self { units: self.units.checked_neg()?, scale: self.scale })
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        Self::new(self.units.checked_mul(other.units)?, self.scale.checked_add(other.scale)?)
    }

    /// The quotient: of whole numbers towards zero, as CEL has it; with decimals only where it ends within 18 of them.
    pub fn divided(self, other: Self) -> Option<Self> {
        let (mut a, b, scale) = self.align(other)?;
        if scale == 0 {
            return Some(Self { units: a.checked_div(b)?, scale });
        }
        let mut scale = 0;
        while a.checked_rem(b)? != 0 && scale < 18 {
            a = a.checked_mul(10)?;
            scale += 1;
        }
        (a.checked_rem(b)? == 0).then(|| a.checked_div(b)).flatten().map(|units| Self { units, scale })
    }

    /// The remainder, with the sign of the first number.
    pub fn remainder(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.align(other)?;
        Some(Self { units: a.checked_rem(b)?, scale })
    }

    /// Which is larger; nothing when the numbers are too far apart in scale to tell.
    pub fn order(self, other: Self) -> Option<Ordering> {
        let (a, b, _) = self.align(other)?;
        Some(a.cmp(&b))
    }

    /// Whether it is below zero.
    pub const fn is_negative(self) -> bool {
        self.units < 0
    }
}

/// The powers of ten up to the largest that an `i128` holds.
// Worked out by the compiler, which would see a place beyond the end.
#[allow(clippy::indexing_slicing)]
const POWERS: [i128; 39] = {
    let mut powers = [1; 39];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

fn power(scale: u8) -> Option<i128> {
    POWERS.get(usize::from(scale)).copied()
}

impl From<i64> for Exact {
    fn from(integer: i64) -> Self {
        Self { units: integer.into(), scale: 0 }
    }
}

impl From<Short> for Exact {
    fn from(Short(word): Short) -> Self {
        let [scale, ..] = word.to_le_bytes();
        Self { units: (word >> 8).into(), scale }
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        let (units, scale) = decimal.parts();
        Self { units: units.into(), scale }
    }
}

impl std::fmt::Display for Exact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = format!("{:0width$}", self.units.unsigned_abs(), width = usize::from(self.scale) + 1);
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.scale));
        let fraction = fraction.trim_end_matches('0');
        let sign = if self.units < 0 { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Decimal::parse(text).unwrap().into()
    }

    #[test]
    fn arithmetic_is_exact() {
        let sum = exact("0.1").plus(exact("0.2")).unwrap();
        assert_eq!(sum.order(exact("0.3")), Some(Ordering::Equal));
        let product = Exact::from(9_000_000_000_000_000).times(10_000.into()).unwrap();
        assert_eq!(product.to_string(), "90000000000000000000");
        assert_eq!(Exact::from(-7).divided(2.into()).unwrap().to_string(), "-3");
        assert_eq!(exact("1.5").divided(exact("0.5")).unwrap().to_string(), "3");
        assert_eq!(exact("1.5").divided(exact("0.4")).unwrap().to_string(), "3.75");
        assert!(exact("1.5").divided(exact("0.7")).is_none());
        assert!(Exact::from(1).divided(0.into()).is_none());
        assert_eq!(exact("-0.05").to_string(), "-0.05");
    }

    #[test]
    fn whole_numbers_near_one() {
        type Near = fn(Exact) -> Option<Exact>;
        let near: [Near; 4] = [Exact::floor, Exact::ceil, Exact::round, Exact::whole];
        for (number, wanted) in [
            ("2.5", ["2", "3", "3", "2"]),
            ("-2.5", ["-3", "-2", "-3", "-2"]),
            ("2.49", ["2", "3", "2", "2"]),
            ("-2.51", ["-3", "-2", "-3", "-2"]),
            ("0.5", ["0", "1", "1", "0"]),
            ("-0.4", ["-1", "0", "0", "0"]),
            ("7", ["7"; 4]),
            ("-7", ["-7"; 4]),
            ("7.000", ["7"; 4]),
        ] {
            assert_eq!(near.map(|near| near(exact(number)).unwrap().to_string()), wanted, "{number}");
        }
        let large = Exact::new(i128::MAX, 1).unwrap();
        assert_eq!(large.round().unwrap().to_string(), "17014118346046923173168730371588410573");
        assert!(Exact::new(i128::MIN, 0).unwrap().ceil().is_none());
        assert_eq!([exact("-0.1"), exact("0"), exact("3")].map(|one| one.signum().to_string()), ["-1", "0", "1"]);
    }

    #[test]
    fn overflow_answers_nothing() {
        let big = Exact::new(i128::MAX, 0).unwrap();
        assert!(big.plus(1.into()).is_none());
        assert!(big.times(2.into()).is_none());
        assert!(Exact::new(i128::MIN, 0).unwrap().negated().is_none());
    }
}
