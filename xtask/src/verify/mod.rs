//! The checks of `cargo verify`, in the order in which they fail cheapest.

mod features;
mod javascript;
pub mod licences;
pub mod pulse;
mod python;
pub mod report;
mod run;
mod rust;
pub mod tally;
#[cfg(test)]
mod tests;
mod thorough;
mod versions;

pub use run::{Extent, verify};
