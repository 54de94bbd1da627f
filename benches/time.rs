//! Working time in bulk.
fn main() {}
