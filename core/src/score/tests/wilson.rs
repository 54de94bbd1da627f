//! Tests of `wilson`.

use super::*;
use proptest::prelude::*;

proptest! {
    /// Compares with the textbook formula in floating point.
    #[test]
    #[allow(clippy::cast_precision_loss)] // small counts, and the oracle is to within one part per million
    fn as_the_textbook(n in 1_i64..400_000, share in 0_i64..=1_000) {
        let k = n * share / 1_000;
        let ratio = Ratio::new("x", k, n);
        let (p, m, z) = (k as f64 / n as f64, n as f64, 1.96_f64);
        let centre = (p + z * z / (2.0 * m)) / (1.0 + z * z / m);
        let half = z / (1.0 + z * z / m) * (p * (1.0 - p) / m + z * z / (4.0 * m * m)).sqrt();
        prop_assert!((ratio.low_ppm as f64 - (centre - half) * 1e6).abs() <= 1.001);
        prop_assert!((ratio.high_ppm as f64 - (centre + half) * 1e6).abs() <= 1.001);
        prop_assert!(ratio.low_ppm * n <= k * 1_000_000 && k * 1_000_000 <= ratio.high_ppm * n);
    }
}

#[test]
fn of_nothing_anything() {
    let ratio = Ratio::new("x", 0, 0);
    assert_eq!((ratio.low_ppm, ratio.high_ppm), (0, 1_000_000));
    let large = Ratio::new("x", 9_000_000_000, 10_000_000_000);
    assert!(large.low_ppm > 898_000 && large.high_ppm < 902_000);
}
