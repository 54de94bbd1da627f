//! What takes long, or needs a tool that a newcomer lacks.

use super::report::Report;
use super::tally::{Tally, passes};
use crate::shell::{cargo, find};

/// Benchmarks, licences and sources of dependencies.
pub fn check(report: &mut Report) {
    report.check("benchmarks, once each", |log| {
        passes(log, cargo().args(["bench", "--package", "namro-benches", "--", "--test"]))
    });
    report.check("cargo-deny", |log| match find("cargo-deny") {
        Some(_) => passes(log, cargo().args(["deny", "check", "licenses", "bans", "sources"])),
        None => Ok(Tally::not_run("cargo-deny is not installed (cargo install cargo-deny)")),
    });
}
