//! The checks of `cargo verify`, in the order in which they fail cheapest.

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

pub use run::{Extent, verify};
