//! Which known name was probably meant by a wrong one.

use crate::base::text;

/// The known name most similar to a wrong one (edit distance); `None` if none is similar enough to be a plausible
/// correction.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // One search for iterators of all types keeps the compiled code small.
    nearest_of(wrong, &mut known.into_iter())
}

/// The number of names that are compared at most: otherwise each fault of a large text would cost a pass over all
/// names.
const MOST_NAMES: usize = 1_000;

fn nearest_of<'a>(wrong: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    // Beyond this length the distance costs more than the hint is worth.
    if wrong.len() > 64 {
        return None;
    }
    let lower = text::lower(wrong);
    let length = wrong.chars().count();
    let most = 1 + length / 4;
    let best = known
        .filter(|name| name.len() <= 64 && name.chars().count().abs_diff(length) <= most)
        .take(MOST_NAMES)
        .map(|name| (strsim::osa_distance(&lower, &text::lower(name)), name))
        .min_by_key(|(distance, _)| *distance)?;
    (best.0 <= most).then_some(best.1)
}
