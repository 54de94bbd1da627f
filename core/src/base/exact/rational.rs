//! Exact fractions: points are divided, and must still add up.

use crate::base::error::{Code, Error};
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// A fraction in lowest terms, its denominator above zero. An operation that overflows has no result: what needs it is
/// then undetermined, never wrong.
///
/// ```
/// use namro::base::Rational;
/// let third = Rational::parse("70/3").unwrap();
/// assert_eq!(third.times(Rational::from(3)), Some(Rational::from(70)));
/// assert_eq!(Rational::parse("25%").unwrap(), Rational::new(1, 4).unwrap());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rational(Ratio<i128>);

impl Rational {
    /// 0.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// 1.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// A fraction, reduced; `None` when the denominator is zero, or a part is beyond ±(2¹²⁷ − 1).
    pub fn new(num: i128, den: i128) -> Option<Self> {
        // Not `Ratio::new`, which panics on zero and overflows at the smallest integer.
        Self::held(Ratio::from_integer(num).checked_div(&Ratio::from_integer(den)))
    }

    /// Refuses the smallest integer, whose absolute value overflows within `Ratio`.
    fn held(result: Option<Ratio<i128>>) -> Option<Self> {
        result.filter(|ratio| *ratio.numer() != i128::MIN).map(Self)
    }

    /// The numerator, in lowest terms.
    pub const fn num(self) -> i128 {
        *self.0.numer()
    }

    /// The denominator, above zero.
    pub const fn den(self) -> i128 {
        *self.0.denom()
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        Self::held(self.0.checked_add(&other.0))
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Option<Self> {
        Self::held(self.0.checked_sub(&other.0))
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        Self::held(self.0.checked_mul(&other.0))
    }

    /// The quotient; `None` when divided by zero.
    pub fn over(self, other: Self) -> Option<Self> {
        Self::held(self.0.checked_div(&other.0))
    }

    /// The sum of several numbers; `None` on overflow.
    pub fn sum(parts: impl IntoIterator<Item = Self>) -> Option<Self> {
        parts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// The largest integer not above it.
    pub const fn floor(self) -> i128 {
        self.num().div_euclid(self.den())
    }

    /// The difference from [`Rational::floor`]: at least 0, less than 1.
    pub const fn fraction(self) -> Self {
        Self(Ratio::new_raw(self.num().rem_euclid(self.den()), self.den()))
    }

    /// Reads `3`, `-2.5`, `0,25`, `70/3` or `25%`.
    ///
    /// # Errors
    /// [`Code::BadFraction`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let read = || -> Option<Self> {
            if let Some(percent) = text.strip_suffix('%') {
                return decimal(percent.trim_end())?.over(Self::from(100));
            }
            match text.split_once('/') {
                Some((num, den)) => decimal(num.trim())?.over(decimal(den.trim())?),
                None => decimal(text.trim()),
            }
        };
        read().ok_or_else(|| Error::new(Code::BadFraction).with("value", text))
    }
}

/// A decimal with a point or a comma, at most eighteen digits on either side.
fn decimal(text: &str) -> Option<Rational> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let plain = |part: &str| (1..=18).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(fraction) {
        return None;
    }
    let num: i128 = format!("{whole}{fraction}").parse().ok()?;
    let den = 10_i128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    Rational::new(if negative { -num } else { num }, den)
}

impl From<i64> for Rational {
    fn from(integer: i64) -> Self {
        Self(Ratio::from_integer(integer.into()))
    }
}

impl std::fmt::Display for Rational {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A 128-bit integer, written as a number if it fits 64 bits, otherwise as a string.
pub(crate) struct Whole(pub(crate) i128);

impl Serialize for Whole {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match i64::try_from(self.0) {
            Ok(small) => serializer.serialize_i64(small),
            Err(_) => serializer.collect_str(&self.0),
        }
    }
}

impl Serialize for Rational {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Rational", 2)?;
        out.serialize_field("num", &Whole(self.num()))?;
        out.serialize_field("den", &Whole(self.den()))?;
        out.end()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Rational {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rational".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"description": "A fraction: 70/3, 25%, 0.25; answered as {num, den} in lowest terms", "anyOf": [
            {"type": "number"},
            {"type": "string"},
            {"type": "object", "properties": {"num": {"type": ["integer", "string"]}, "den": {"type": ["integer", "string"]}}}
        ]})
    }
}
