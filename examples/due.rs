//! When is it due?
fn main() {}
