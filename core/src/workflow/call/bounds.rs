//! Bounds of what calls may expand to.

/// The deepest nesting of calls.
pub(super) const MAX_DEPTH: usize = 16;
/// The largest number of steps of a workflow once it is expanded.
pub(super) const MAX_STEPS: usize = 2_000;
/// The largest number of steps of all workflows of a library once they are expanded.
pub(super) const MAX_ALL_STEPS: usize = 100_000;
/// The largest number of spans of one version, caused by versions that it calls.
pub(super) const MAX_SPANS: usize = 500;
