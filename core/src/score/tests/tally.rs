//! Tests of `tally`.

use super::*;

#[test]
fn the_mean_is_exact() {
    let mut tally = Tally::default();
    tally.add(Rational::ZERO);
    tally.add(Rational::new(1, 4).unwrap());
    tally.add(Rational::ONE);
    assert_eq!(tally.mean(), Rational::new(7, 12));
    assert_eq!((tally.items(), tally.whole()), (3, 1));
    assert_eq!(Tally::default().mean(), None);
}
