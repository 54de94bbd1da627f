//! Exact fractions: points are divided, and must still add up.

use crate::base::error::{Code, Error, Faults};
use crate::base::shape::{Cursor, Shape, deserialize_shapes};
use crate::base::value::Value;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::cmp::Ordering;

/// A fraction in lowest terms, its denominator above zero. An operation that overflows answers nothing: the result is
/// then undetermined, never wrong.
///
/// ```
/// use namro::score::Rational;
/// let third = Rational::parse("70/3").unwrap();
/// assert_eq!(third.times(Rational::from(3)), Some(Rational::from(70)));
/// assert_eq!(Rational::parse("25%").unwrap(), Rational::new(1, 4).unwrap());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rational {
    num: i128,
    den: i128,
}

const fn gcd(a: u128, b: u128) -> u128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Rational {
    /// Nothing.
    pub const ZERO: Self = Self { num: 0, den: 1 };
    /// One whole.
    pub const ONE: Self = Self { num: 1, den: 1 };

    /// A fraction, reduced; nothing when the denominator is zero.
    pub fn new(num: i128, den: i128) -> Option<Self> {
        let divisor = i128::try_from(gcd(num.unsigned_abs(), den.unsigned_abs())).ok().filter(|_| den != 0)?;
        let (num, den) = (num.checked_div(divisor)?, den.checked_div(divisor)?);
        if den < 0 { Some(Self { num: num.checked_neg()?, den: den.checked_neg()? }) } else { Some(Self { num, den }) }
    }

    /// The numerator, in lowest terms.
    pub const fn num(self) -> i128 {
        self.num
    }

    /// The denominator, above zero.
    pub const fn den(self) -> i128 {
        self.den
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let divisor = i128::try_from(gcd(self.den.unsigned_abs(), other.den.unsigned_abs())).ok()?;
        let (a, b) = (other.den / divisor, self.den / divisor);
        let num = self.num.checked_mul(a)?.checked_add(other.num.checked_mul(b)?)?;
        Self::new(num, self.den.checked_mul(a)?)
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { num: other.num.checked_neg()?, den: other.den })
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        // Cross-reduced first, so that what can be held is held.
        let (a, b) = (Self::new(self.num, other.den)?, Self::new(other.num, self.den)?);
        Self::new(a.num.checked_mul(b.num)?, a.den.checked_mul(b.den)?)
    }

    /// The quotient; nothing when divided by zero.
    pub fn over(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.den, other.num)?)
    }

    /// The sum of some; nothing when it overflows.
    pub fn sum(parts: impl IntoIterator<Item = Self>) -> Option<Self> {
        parts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// The largest integer not above it.
    pub const fn floor(self) -> i128 {
        self.num.div_euclid(self.den)
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
        Self { num: integer.into(), den: 1 }
    }
}

impl Ord for Rational {
    /// By continued fractions: products could overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = (*self, *other);
        loop {
            match a.floor().cmp(&b.floor()) {
                Ordering::Equal => {}
                unequal => return unequal,
            }
            let (x, y) = (a.num.rem_euclid(a.den), b.num.rem_euclid(b.den));
            match (x, y) {
                (0, 0) => return Ordering::Equal,
                (0, _) => return Ordering::Less,
                (_, 0) => return Ordering::Greater,
                // The larger fraction has the smaller reciprocal.
                _ => (a, b) = (Self { num: b.den, den: y }, Self { num: a.den, den: x }),
            }
        }
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for Rational {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.den {
            1 => write!(f, "{}", self.num),
            den => write!(f, "{}/{den}", self.num),
        }
    }
}

/// An integer of 128 bits: a number where 64 suffice, else a text.
struct Whole(i128);

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
        out.serialize_field("num", &Whole(self.num))?;
        out.serialize_field("den", &Whole(self.den))?;
        out.end()
    }
}

deserialize_shapes!(Rational, Whole);

impl Shape for Whole {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let whole = match &at.node.value {
            Value::Integer(integer) => Some((*integer).into()),
            Value::Text(text) => text.parse().ok(),
            _ => None,
        };
        whole.map(Self).or_else(|| at.wrong_type("integer", faults))
    }
}

impl Shape for Rational {
    /// A text, a whole number, or `{num, den}` as it is written.
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        match &at.node.value {
            Value::Integer(integer) => Some(Self::from(*integer)),
            Value::Text(text) => at.keep(Self::parse(text), faults),
            Value::Map(_) => {
                at.fields(&["num", "den"], faults)?;
                let num = at.field::<Whole>("num", None, faults);
                let (num, den) = (num?.0, at.field::<Whole>("den", None, faults)?.0);
                let fault = || Error::new(Code::BadFraction).with("value", format!("{num}/{den}"));
                at.keep(Self::new(num, den).ok_or_else(fault), faults)
            }
            _ => at.wrong_type("fraction", faults),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Rational {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rational".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"description": "A fraction: 70/3, 25%, 0.25; answered as {num, den} in lowest terms", "anyOf": [
            {"type": "integer"},
            {"type": "string"},
            {"type": "object", "properties": {"num": {"type": ["integer", "string"]}, "den": {"type": ["integer", "string"]}}}
        ]})
    }
}

/// Shows parts of a whole in thousandths that add up to the thousandths shown for the whole: by largest remainder,
/// ties in order. Nothing when a part is too large to show.
pub(super) fn thousandths(parts: &[Rational], whole: i64) -> Option<Vec<i64>> {
    let scaled: Option<Vec<Rational>> = parts.iter().map(|part| part.times(Rational::from(1_000))).collect();
    let scaled = scaled?;
    let floors: Option<Vec<i64>> = scaled.iter().map(|part| i64::try_from(part.floor()).ok()).collect();
    let mut shown = floors?;
    let mut rest = shown.iter().try_fold(whole, |rest, part| rest.checked_sub(*part))?;
    let mut order: Vec<usize> = (0..shown.len()).collect();
    let remainder =
        |index: &usize| scaled.get(*index).and_then(|part| Rational::new(part.num.rem_euclid(part.den), part.den));
    order.sort_by_key(|index| std::cmp::Reverse(remainder(index)));
    for index in order {
        if rest <= 0 {
            break;
        }
        if let Some(part) = shown.get_mut(index) {
            *part += 1;
            rest -= 1;
        }
    }
    Some(shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn small() -> impl Strategy<Value = Rational> {
        (-1_000_000_i128..1_000_000, 1_i128..10_000).prop_map(|(num, den)| Rational::new(num, den).unwrap())
    }

    proptest! {
        #[test]
        fn a_field(a in small(), b in small(), c in small()) {
            prop_assert_eq!(a.plus(b), b.plus(a));
            prop_assert_eq!(a.plus(b).unwrap().plus(c), b.plus(c).unwrap().plus(a));
            prop_assert_eq!(a.plus(b).unwrap().times(c).unwrap(), a.times(c).unwrap().plus(b.times(c).unwrap()).unwrap());
            prop_assert_eq!(a.plus(b).unwrap().minus(b), Some(a));
            if b != Rational::ZERO {
                prop_assert_eq!(a.over(b).unwrap().times(b), Some(a));
            }
            prop_assert_eq!(a.cmp(&b), (a.num * b.den).cmp(&(b.num * a.den)));
        }

        #[test]
        fn what_is_shown_adds_up(parts in prop::collection::vec((0_i128..100_000, 1_i128..999), 1..8)) {
            let parts: Vec<_> = parts.into_iter().map(|(num, den)| Rational::new(num, den).unwrap()).collect();
            let whole = Rational::sum(parts.iter().copied()).unwrap().times(Rational::from(1_000)).unwrap().floor();
            let shown = thousandths(&parts, i64::try_from(whole).unwrap()).unwrap();
            prop_assert_eq!(shown.iter().map(|part| i128::from(*part)).sum::<i128>(), whole);
            for (part, shown) in parts.iter().zip(shown) {
                let exact = part.times(Rational::from(1_000)).unwrap();
                prop_assert!(exact.floor() <= i128::from(shown) && i128::from(shown) <= exact.floor() + 1);
            }
        }
    }

    #[test]
    fn reads_what_people_write() {
        let read = |text| Rational::parse(text).map(|read| (read.num(), read.den())).ok();
        assert_eq!(read("70/3"), Some((70, 3)));
        assert_eq!(read("25%"), Some((1, 4)));
        assert_eq!(read("12,5 %"), Some((1, 8)));
        assert_eq!(read("-0.50"), Some((-1, 2)));
        for wrong in ["", "1/0", "a", "1.", ".5", "--1", "1/2/3", "+1", "1e3"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn too_large_is_nothing() {
        let huge = Rational::new(i128::MAX, 1).unwrap();
        assert_eq!(huge.plus(Rational::ONE), None);
        assert_eq!(huge.times(huge), None);
        assert_eq!(Rational::new(i128::MIN, -1), None);
        assert!(Rational::new(1, i128::MAX).unwrap() < Rational::new(1, i128::MAX - 1).unwrap());
        let json = serde_json::to_string(&huge).unwrap();
        assert_eq!(json, r#"{"num":"170141183460469231731687303715884105727","den":1}"#);
    }
}
