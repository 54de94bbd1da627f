//! Tests of what a rulebook is as a whole.

mod overlay;
#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
mod publish;
