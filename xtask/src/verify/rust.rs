//! Checks of the Rust code.

use super::licences;
use super::report::Report;
use super::run::Extent;
use super::tally::{Tally, passes, sums};
use crate::shell::{Fault, cargo};
use crate::{machine, shapes, surface};

/// Format, lints, tests, documentation, licences.
pub fn check(report: &mut Report, extent: Extent) {
    report.check("format", |log| passes(log, cargo().args(["fmt", "--all", "--check"])));
    report.check("lints", |log| {
        // What the library denies itself, its tests may do; clippy knows only the plainest of test modules.
        let tests = ["unwrap_used", "expect_used", "panic", "indexing_slicing"];
        let casts = ["cast_possible_truncation", "cast_sign_loss", "cast_precision_loss", "cast_possible_wrap"];
        let allowed = tests.iter().chain(&casts).flat_map(|name| ["-A".to_owned(), format!("clippy::{name}")]);
        let deny = ["--", "-D", "warnings"];
        log.run(cargo().args(["clippy", "--workspace"]).args(deny))?;
        // Tests need the shipped rulebooks; the library alone must build with nothing but Unicode's tables.
        let least = ["clippy", "--package", "namro", "--no-default-features", "--features", "unicode"];
        log.run(cargo().args(least).args(deny))?;
        let everything = ["clippy", "--workspace", "--exclude", "xtask", "--all-features", "--all-targets"];
        log.run(cargo().args(everything).args(deny).args(allowed))?;
        Ok(Tally::passed(3))
    });
    report.checks("Rust tests", |log| {
        machine::fetchers(log)?;
        let mut test = cargo();
        test.args(["test", "--no-fail-fast", "--all-features"]);
        for package in ["namro", "namro-macros", "namro-cli", "namro-tests", "namro-examples"] {
            test.args(["-p", package]);
        }
        if extent == Extent::All {
            test.env("PROPTEST_CASES", "4096").env("NAMRO_STORM", "1000000").env("NAMRO_REQUESTS", "12000");
        }
        let (success, text) = log.output(&mut test)?;
        let rows = sections(&text);
        if !success {
            eprintln!("{}", log.failed(&test, &text));
        }
        match success || rows.iter().any(|(_, tally)| tally.failed > 0) {
            true => Ok(rows),
            false => Err(Fault("the tests do not compile".into())),
        }
    });
    report.check("tests of xtask", |log| sums(log, cargo().args(["test", "--package", "xtask"])));
    report.check("documentation", |log| {
        let mut doc = cargo();
        doc.args(["doc", "--package", "namro", "--all-features", "--no-deps"]);
        passes(log, doc.env("RUSTDOCFLAGS", "-D warnings"))
    });
    report.check("public surface", surface::check);
    report.check("types of other languages", |_| shapes::check());
    report.check("licences", licences::check);
}

/// Splits the output of `cargo test` into unit, doc and other tests, the vectors, and the requests that the test of that
/// name makes up and writes down for the other runtimes.
fn sections(text: &str) -> Vec<(String, Tally)> {
    let names = ["unit tests", "doc tests", "laws and end to end", "vectors, Rust", "generated, Rust"];
    let mut rows = names.map(|name| (name.to_owned(), Tally::default())).to_vec();
    let mut section = 0;
    for line in text.lines().map(str::trim) {
        if let Some(target) = line.strip_prefix("Running ") {
            section = match target {
                _ if target.starts_with("unittests") => 0,
                _ if target.contains("vectors.rs") => 3,
                _ if target.contains("generated/") => 4,
                _ => 2,
            };
        } else if line.starts_with("Doc-tests ") {
            section = 1;
        } else if line.starts_with("test result:") {
            let tally = Tally::read(line);
            rows[section].1.passed += tally.passed;
            rows[section].1.failed += tally.failed;
        }
    }
    // The runner gives up before its first case when the index is out of date; so does the other without a rulebook.
    for (_, tally) in &mut rows[3..] {
        tally.failed += usize::from(*tally == Tally::default());
    }
    rows
}
