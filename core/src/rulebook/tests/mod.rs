//! Tests of what a rulebook is as a whole.

#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
mod faults;
mod overlay;
mod versions;
#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
mod publish;
