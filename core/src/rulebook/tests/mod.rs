//! Tests of whole rulebooks.

#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
mod faults;
#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
mod follow_ups;
#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
mod random;
mod diff;
mod examples;
mod hostile;
mod mappings;
mod overlay;
mod versions;
#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
mod publish;
