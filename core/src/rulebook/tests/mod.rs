//! Tests of whole rulebooks.

#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
mod faults;
mod diff;
mod examples;
mod hostile;
mod overlay;
mod versions;
#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
mod publish;
