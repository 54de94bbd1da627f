//! Points as people read them.

use crate::base::Arrange;
use crate::base::exact::Rational;

/// Shows parts of a whole in thousandths that add up to the thousandths shown for the whole: by largest remainder,
/// ties in order. `None` if a part is too large to show.
pub(super) fn thousandths(parts: &[Rational], whole: i64) -> Option<Vec<i64>> {
    let scaled: Option<Vec<Rational>> = parts.iter().map(|part| part.times(Rational::from(1_000))).collect();
    let scaled = scaled?;
    let floors: Option<Vec<i64>> = scaled.iter().map(|part| i64::try_from(part.floor()).ok()).collect();
    let mut shown = floors?;
    let mut rest = shown.iter().try_fold(whole, |rest, part| rest.checked_sub(*part))?;
    let mut order: Vec<usize> = (0..shown.len()).collect();
    let remainder = |index: &usize| scaled.get(*index).map(|part| part.fraction());
    order.arrange_by_key(|index| std::cmp::Reverse(remainder(index)));
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
#[path = "tests/thousandths.rs"]
mod tests;
