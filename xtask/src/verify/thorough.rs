//! What takes long, or needs a tool that a newcomer lacks.

use super::report::Report;
use super::tally::{Tally, passes};
use super::{features, versions};
use crate::fuzz::{self, Bound};
use crate::shell::{cargo, find};

/// Bound of one fuzz target: whichever is reached first.
const FUZZ: Bound = Bound { runs: 50_000, seconds: 60 };

/// Features, versions of dependencies and compiler, fuzzing, benchmarks, licences and sources of dependencies.
pub fn check(report: &mut Report) {
    report.check("features, each alone", features::alone);
    report.check("features, in the browser", features::browser);
    report.check("minimal versions", versions::minimal);
    report.check("oldest compiler", versions::oldest_compiler);
    report.check("semver", versions::semver);
    report.check("fuzzing", |log| fuzz::check(log, FUZZ));
    report.check("benchmarks, once each", |log| {
        passes(log, cargo().args(["bench", "--package", "namro-benches", "--", "--test"]))
    });
    report.check("cargo-deny", |log| match find("cargo-deny") {
        Some(_) => passes(log, cargo().args(["deny", "check", "licenses", "bans", "sources"])),
        None => Ok(Tally::not_run("cargo-deny is not installed (cargo install cargo-deny)")),
    });
}
