//! Decimals as scaled integers: 19.99 is 1999 × 10⁻², never a double.

use serde::{Serialize, Serializer};
use std::cmp::Ordering;

/// `units × 10^-scale`; equal values are equal however many zeros end the fraction.
#[derive(Clone, Copy)]
pub struct Decimal {
    units: i64,
    scale: u8,
}

impl Decimal {
    /// No decimal has more digits after the point.
    pub const MAX_SCALE: u8 = 18;

    /// A decimal from its units and the number of digits after the point (at most [`Decimal::MAX_SCALE`]).
    pub fn new(units: i64, scale: u8) -> Option<Self> {
        (scale <= Self::MAX_SCALE).then_some(Self { units, scale })
    }

    /// Reads the number of a JSON text, exponent included; nothing when it is not held exactly.
    pub fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let units: i128 = format!("{whole}{fraction}").parse().ok()?;
        let mut scale = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
        let mut units = units;
        if units == 0 {
            scale = 0;
        }
        while scale < 0 {
            units = units.checked_mul(10).filter(|units| units.unsigned_abs() <= u128::from(u64::MAX))?;
            scale += 1;
        }
        while scale > i32::from(Self::MAX_SCALE) && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        Self::new(i64::try_from(units).ok()?, u8::try_from(scale).ok()?)
    }

    /// The integer that it equals, if it has no fraction.
    pub fn to_integer(self) -> Option<i64> {
        let (units, scale) = self.parts();
        (scale == 0).then_some(units)
    }

    /// The scaled integer and its scale, without trailing zeros.
    pub const fn parts(self) -> (i64, u8) {
        let (mut units, mut scale) = (self.units, self.scale);
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        (units, scale)
    }

    /// The number as it stood in the text: `2.001610` keeps its last zero.
    pub fn as_written(self) -> String {
        show(self.units, self.scale)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for Decimal {}

fn show(units: i64, scale: u8) -> String {
    if scale == 0 {
        return units.to_string();
    }
    let base = 10u64.pow(u32::from(scale));
    let size = units.unsigned_abs();
    let sign = if units < 0 { "-" } else { "" };
    format!("{sign}{}.{:0width$}", size / base, size % base, width = usize::from(scale))
}

impl From<i64> for Decimal {
    fn from(units: i64) -> Self {
        Self { units, scale: 0 }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        // 19 digits times 10^18 fit into 127 bits.
        let widen = |a: &Self, b: &Self| i128::from(a.units) * 10i128.pow(u32::from(b.scale.saturating_sub(a.scale)));
        widen(self, other).cmp(&widen(other, self))
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (units, scale) = self.parts();
        f.write_str(&show(units, scale))
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

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn decimals_are_exact() {
        for (text, shown) in [
            ("19.99", "19.99"),
            ("1.50", "1.5"),
            ("-0.05", "-0.05"),
            ("12e-1", "1.2"),
            ("1e3", "1000"),
            ("0e99", "0"),
            ("-0.0", "0"),
        ] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), shown, "{text}");
        }
        assert_eq!(Decimal::parse("1e30"), None);
        assert_eq!(Decimal::parse("0.1234567890123456789012"), None);
        assert!(Decimal::parse("0.3") > Decimal::parse("0.29999"));
        assert!(Decimal::parse("-2") < Decimal::parse("0.000000000000000001"));
    }
}
