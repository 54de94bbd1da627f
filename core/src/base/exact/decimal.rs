//! Decimals as scaled integers: 19.99 is 1999 × 10⁻², never a double.

use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// `units × 10^-scale`, of up to 38 digits, so that the product of two amounts in đồng never overflows. Trailing zeros
/// of the fraction do not matter for equality; they are kept for [`Decimal::as_written`].
// Aligned to 8 bytes, so that values and constants that hold a decimal stay as small as those that hold a string.
#[derive(Clone, Copy)]
#[repr(Rust, packed(8))]
pub struct Decimal {
    units: i128,
    scale: u8,
}

/// A decimal in one word: the units in the upper seven bytes, the scale in the last.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Short(i64);

impl Decimal {
    /// The greatest number of digits after the point.
    pub const MAX_SCALE: u8 = 36;

    /// The greatest number of digits after the point in a decimal that is read from text.
    const MAX_READ: u8 = 18;

    /// A decimal of units and the number of digits after the point; `None` beyond [`Decimal::MAX_SCALE`].
    pub const fn new(units: i128, scale: u8) -> Option<Self> {
        if scale <= Self::MAX_SCALE { Some(Self { units, scale }) } else { None }
    }

    /// Reads the number of a JSON text, exponent included; `None` unless the units fit into 64 bits and at most 18 digits
    /// follow the point.
    pub fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut units: i128 = format!("{whole}{fraction}").parse().ok()?;
        let mut scale = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
        if units == 0 {
            scale = 0;
        }
        while scale < 0 {
            units = units.checked_mul(10).filter(|units| units.unsigned_abs() <= u128::from(u64::MAX))?;
            scale += 1;
        }
        while scale > i32::from(Self::MAX_READ) && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        let scale = u8::try_from(scale).ok().filter(|scale| *scale <= Self::MAX_READ)?;
        i64::try_from(units).ok().map(|units| Self { units: units.into(), scale })
    }

    /// The units and the number of digits after the point.
    pub const fn parts(self) -> (i128, u8) {
        (self.units, self.scale)
    }

    /// The same number without zeros at the end of its fraction.
    pub fn trimmed(self) -> Self {
        // A division of 64 bits is one instruction, one of 128 bits is a call.
        let Ok(mut units) = i64::try_from(self.units) else { return self.trimmed_long() };
        let mut scale = self.scale;
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        Self { units: units.into(), scale }
    }

    #[cold]
    fn trimmed_long(self) -> Self {
        let Self { mut units, mut scale } = self;
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        Self { units, scale }
    }

    /// The number in one word; `None` if it is too large.
    pub(crate) fn short(self) -> Option<Short> {
        let units = i64::try_from(self.units).ok()?.checked_mul(1 << 8)?;
        Some(Short(units | i64::from(self.scale)))
    }

    /// The whole number equal to it; `None` if it has a fraction.
    pub fn to_integer(self) -> Option<i128> {
        let (units, scale) = self.trimmed().parts();
        (scale == 0).then_some(units)
    }

    /// Whether the number is negative.
    pub const fn is_negative(self) -> bool {
        self.units < 0
    }

    /// The number without its fraction.
    pub fn whole(self) -> Option<Self> {
        Some(Self { units: self.units / power(self.scale)?, scale: 0 })
    }

    /// The same number with at least one digit after the point, so that a division by it, or of it, gives a fraction:
    /// `7 / 2` is 3, and `7 / 2.0` is 3.5.
    pub fn with_fraction(self) -> Option<Self> {
        if self.scale > 0 { Some(self) } else { Self::new(self.units.checked_mul(10)?, 1) }
    }

    /// The largest whole number that is not greater (floor).
    pub fn floor(self) -> Option<Self> {
        let units = self.units.checked_div_euclid(power(self.scale)?)?;
        Some(Self { units, scale: 0 })
    }

    /// The smallest whole number that is not less (ceiling).
    pub fn ceil(self) -> Option<Self> {
        self.negated()?.floor()?.negated()
    }

    /// The nearest whole number; halves are rounded away from zero.
    pub fn round(self) -> Option<Self> {
        let one = power(self.scale)?;
        let away = (self.units % one).unsigned_abs() >= one.unsigned_abs().div_ceil(2);
        let step = if away { self.units.signum() } else { 0 };
        Some(Self { units: (self.units / one).checked_add(step)?, scale: 0 })
    }

    /// The sign: 1, 0 or -1.
    pub const fn signum(self) -> Self {
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

    /// The quotient: of whole numbers towards zero, as CEL has it; with a fraction only where it ends within 18 digits.
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

    /// Compares two numbers; `None` if their scales are too far apart to compare.
    pub fn order(self, other: Self) -> Option<Ordering> {
        let (a, b, _) = self.align(other)?;
        Some(a.cmp(&b))
    }

    /// The number as it was written: `2.001610` keeps its trailing zero.
    pub fn as_written(self) -> String {
        self.show(true)
    }

    /// The number as a rule writes it, with its fraction even if that is `.0`.
    pub(crate) fn as_literal(self) -> String {
        let text = self.show(false);
        if self.scale == 0 || text.contains('.') { text } else { text + ".0" }
    }

    fn show(self, zeros: bool) -> String {
        let scale = usize::from(self.scale);
        let digits = format!("{:0width$}", self.units.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let fraction = if zeros { fraction } else { fraction.trim_end_matches('0') };
        let sign = if self.units < 0 { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        [sign, whole, point, fraction].concat()
    }
}

/// The powers of ten up to the largest that an `i128` holds.
// Computed by the compiler, which would see a place beyond the end.
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

impl From<i64> for Decimal {
    fn from(integer: i64) -> Self {
        Self { units: integer.into(), scale: 0 }
    }
}

impl From<Short> for Decimal {
    fn from(Short(word): Short) -> Self {
        let [scale, ..] = word.to_le_bytes();
        Self { units: (word >> 8).into(), scale }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.trimmed().parts() == other.trimmed().parts()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.trimmed().parts().hash(state);
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.order(*other)
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.show(false))
    }
}

impl std::fmt::Debug for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
