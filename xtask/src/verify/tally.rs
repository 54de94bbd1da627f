//! How a check went, in its own unit: tests, cases, crates.

use crate::shell::{Log, Outcome};
use std::process::Command;

/// How a check went.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    /// A figure worth a glance, such as a size.
    pub note: String,
    /// Why the check was not run, if it was not.
    pub not_run: Option<String>,
}

impl Tally {
    /// This many passed, none failed.
    pub fn passed(passed: usize) -> Self {
        Self { passed, ..Self::default() }
    }

    /// This many failed, none passed.
    pub fn failed(failed: usize) -> Self {
        Self { failed, ..Self::default() }
    }

    /// The check was not run, for a reason that the table shows.
    pub fn not_run(reason: impl Into<String>) -> Self {
        Self { not_run: Some(reason.into()), ..Self::default() }
    }

    /// The same, with a remark.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// Reads the sums that test programs print: `3 passed; 1 failed` or `3 passed, 1 skipped`.
    pub fn read(line: &str) -> Self {
        let words: Vec<_> = line.split([' ', ',', ';']).filter(|word| !word.is_empty()).collect();
        let before = |what: &str| {
            let pair = words.windows(2).find(|pair| pair[1] == what);
            pair.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
        };
        Self { passed: before("passed"), failed: before("failed") + before("errors"), ..Self::default() }
    }
}

/// One check that passes or fails as a whole.
pub fn passes(log: &Log, command: &mut Command) -> Outcome<Tally> {
    log.run(command).map(|_| Tally::passed(1))
}

/// A program whose last line says how many passed and failed.
pub fn sums(log: &Log, command: &mut Command) -> Outcome<Tally> {
    let (success, text) = log.output(command)?;
    let mut results = text.lines().filter(|line| line.starts_with("test result:"));
    let last = text.lines().rev().find(|line| line.contains(" passed") || line.contains(" failed"));
    let line = results.next_back().or(last).unwrap_or_default();
    let mut tally = Tally::read(line);
    if !success {
        eprintln!("{}", log.failed(command, &text));
        tally.failed = tally.failed.max(1);
    }
    Ok(tally)
}
