//! Tests of indicators and records.

#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
mod faults;
mod laws;
#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
mod page;
