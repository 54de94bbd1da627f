//! Working time of holds, without the suspensions of the clock.

use super::rules::Hours;
use crate::base::time::{Instant, Seconds};

/// Working seconds of a span without the suspensions, which do not overlap and are in order.
pub(super) fn net(hours: &dyn Hours, since: Instant, until: Instant, pauses: &[(Instant, Instant)]) -> Seconds {
    if until <= since {
        return Seconds(0);
    }
    let paused: Seconds = pauses
        .iter()
        .map(|(from, to)| ((*from).max(since), (*to).min(until)))
        .filter(|(from, to)| from < to)
        .map(|(from, to)| hours.elapsed(from, to))
        .sum();
    hours.elapsed(since, until) - paused
}
