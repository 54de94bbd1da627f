//! Points as people read them.

use crate::base::exact::Rational;

/// Shows parts of a whole in thousandths that add up to the thousandths shown for the whole: by largest remainder,
/// ties in order. Nothing when a part is too large to show.
pub(super) fn thousandths(parts: &[Rational], whole: i64) -> Option<Vec<i64>> {
    let scaled: Option<Vec<Rational>> = parts.iter().map(|part| part.times(Rational::from(1_000))).collect();
    let scaled = scaled?;
    let floors: Option<Vec<i64>> = scaled.iter().map(|part| i64::try_from(part.floor()).ok()).collect();
    let mut shown = floors?;
    let mut rest = shown.iter().try_fold(whole, |rest, part| rest.checked_sub(*part))?;
    let mut order: Vec<usize> = (0..shown.len()).collect();
    let remainder = |index: &usize| scaled.get(*index).map(|part| part.fraction());
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
}
