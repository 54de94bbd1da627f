//! Working time of holds, without the suspensions of the clock.

use super::rules::Hours;
use crate::base::time::{Instant, Seconds};
use crate::case::shares;

/// Working seconds of a span without the suspensions, which do not overlap and are in order.
pub(super) fn net(hours: &dyn Hours, since: Instant, until: Instant, pauses: &[(Instant, Instant)]) -> Seconds {
    shares::net(|from, to| hours.elapsed(from, to), (since, until), pauses)
}
