//! Reads YAML 1.2 (core schema) into the same tree, and refuses the well-known traps of the format.

mod reader;
mod recover;
mod scalar;
mod typography;

pub(crate) use reader::gather_yaml;
#[cfg(any(test, feature = "rulebooks-vn"))]
pub(crate) use reader::parse_yaml;
use reader::read;

#[cfg(test)]
mod tests;
