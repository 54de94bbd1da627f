//! The uncertainty of a rate: Wilson's interval, in integers.

use crate::base::shape::Shape;
use serde::Serialize;

/// A rate with its 95 % confidence interval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Ratio {
    /// What is counted, such as `on_time`.
    pub of: String,
    /// Number of successes, from 0 to `n`.
    pub k: i64,
    /// Number of cases or items observed.
    pub n: i64,
    /// Lower bound in parts per million, rounded down.
    pub low_ppm: i64,
    /// Upper bound in parts per million, rounded up.
    pub high_ppm: i64,
}

/// z = 1.96, squared, times 10,000.
const Z2: i128 = 38_416;
const MILLION: i128 = 1_000_000;
/// Above this the products would overflow; both counts are then halved until they fit, which does not visibly widen the
/// interval.
const MOST: i64 = 500_000;

impl Ratio {
    /// `k` of `n`, with Wilson's bounds (score interval without continuity correction, z = 1.96). For `n` = 0 the
    /// bounds are 0 and 1,000,000.
    ///
    /// ```
    /// let ratio = namro::score::Ratio::new("on_time", 9, 10);
    /// assert_eq!((ratio.low_ppm, ratio.high_ppm), (595_843, 982_125));
    /// ```
    pub fn new(of: &str, k: i64, n: i64) -> Self {
        let (low_ppm, high_ppm) = bounds(k, n).unwrap_or((0, 1_000_000));
        Self { of: of.to_owned(), k, n, low_ppm, high_ppm }
    }
}

/// With Z = 10⁴z², the bounds are ((20000k + Z)n ∓ √X) / (n(20000n + 2Z)), X = Z·n·(Zn + 40000k(n−k)); all of it times
/// a million, so that rounding is to parts per million.
fn bounds(k: i64, n: i64) -> Option<(i64, i64)> {
    if n <= 0 || !(0..=n).contains(&k) {
        return None;
    }
    let (mut k, mut n) = (k, n);
    while n > MOST {
        (k, n) = (k / 2, n / 2);
    }
    let (k, n) = (i128::from(k), i128::from(n));
    let centre = MILLION * (20_000 * k + Z2) * n;
    let square = Z2.checked_mul(n)?.checked_mul(Z2 * n + 40_000 * k * (n - k))?.checked_mul(MILLION * MILLION)?;
    let root = square.unsigned_abs().isqrt();
    let root = i128::try_from(root).ok()?;
    let root_up = if root.checked_mul(root)? == square { root } else { root + 1 };
    let den = n * (20_000 * n + 2 * Z2);
    let low = (centre - root_up).div_euclid(den).clamp(0, MILLION);
    let high = (-(-(centre + root_up)).div_euclid(den)).clamp(0, MILLION);
    Some((i64::try_from(low).ok()?, i64::try_from(high).ok()?))
}

#[cfg(test)]
#[path = "tests/wilson.rs"]
mod tests;
