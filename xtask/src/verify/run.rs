//! How much is checked, and in which order.

use super::report::Report;
use super::{javascript, python, rust, thorough};
use std::process::ExitCode;

/// How much is checked.
#[derive(Clone, Copy, PartialEq)]
pub enum Extent {
    /// Rust only.
    Quick,
    /// What every change must pass: at most 45 minutes on two cores, set-up included.
    Full,
    /// Also what takes long, or needs a tool that a newcomer lacks.
    All,
}

impl Extent {
    pub fn of(quick: bool, all: bool) -> Self {
        match (quick, all) {
            (true, _) => Self::Quick,
            (_, true) => Self::All,
            _ => Self::Full,
        }
    }
}

/// What every runtime has to answer alike, and where it is: the shared vectors, and the requests that the Rust tests make.
pub const CASES: [(&str, &str); 2] = [("vectors", "tests/vectors"), ("generated", "target/generated")];

/// Runs the checks, or those named in `only`, and prints the table.
pub fn verify(extent: Extent, only: Vec<String>) -> ExitCode {
    let named = !only.is_empty();
    let mut report = Report::new(only);
    rust::check(&mut report, extent);
    if extent != Extent::Quick {
        python::check(&mut report);
        javascript::check(&mut report);
        if !named {
            report.same("vectors");
            report.same("generated");
        }
    }
    if extent == Extent::All || named {
        thorough::check(&mut report);
    }
    if report.print() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
