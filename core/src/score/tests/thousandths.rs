//! Tests of `thousandths`.

use super::*;
use proptest::prelude::*;

proptest! {
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
