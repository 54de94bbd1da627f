//! Versions that are promised: of dependencies, of the compiler, of the library itself.

use super::tally::{Tally, passes};
use crate::shell::{Log, Outcome, UNSTABLE, ask, cargo, find, package, program, root, unstable_cargo};

/// What is published; everything else may ask for the newest.
const PUBLISHED: [&str; 5] = ["-p", "namro", "-p", "namro-cli", "--all-features"];

/// The published crates build with the oldest versions that they ask for.
///
/// Only direct dependencies are taken at their oldest: what those in turn ask for too little of is not ours to correct.
pub fn minimal(log: &Log) -> Outcome<Tally> {
    // A lock file of its own, so that the real one stays as it is.
    let lock = root().join(UNSTABLE).join("minimal").join("Cargo.lock");
    std::fs::create_dir_all(lock.with_file_name(""))?;
    let lock = format!("resolver.lockfile-path={:?}", lock.to_string_lossy());
    let options = ["-Z", "lockfile-path", "--config", &lock];
    log.run(unstable_cargo().args(["update", "-Z", "direct-minimal-versions"]).args(options))?;
    passes(log, unstable_cargo().args(["check", "--locked"]).args(PUBLISHED).args(options))
}

/// The published crates build with the oldest compiler that is promised.
pub fn oldest_compiler(log: &Log) -> Outcome<Tally> {
    let package = package("namro")?;
    let version = package["rust_version"].as_str().unwrap_or_default();
    let missing = || {
        Ok(Tally::not_run(format!(
            "Rust {version} is not installed (rustup toolchain install {version} --profile minimal)"
        )))
    };
    if find("rustup").is_none() {
        return missing();
    }
    let installed = ask(program("rustup").args(["toolchain", "list"])).unwrap_or_default();
    // Names are like `1.89.0-x86_64-unknown-linux-gnu`; the newest patch of that version serves as well as any.
    let begins = |name: &str| name.strip_prefix(version).is_some_and(|rest| rest.starts_with(['.', '-']));
    let Some(toolchain) = installed.split_whitespace().find(|name| begins(name)) else { return missing() };
    let mut check = program("rustup");
    check.args(["run", toolchain, "cargo", "check", "--locked"]).args(PUBLISHED);
    passes(log, check.arg("--target-dir").arg(root().join("target/oldest-compiler")))
}

/// No change since the last release breaks callers without the version saying so.
pub fn semver(log: &Log) -> Outcome<Tally> {
    if find("cargo-semver-checks").is_none() {
        return Ok(Tally::not_run("cargo-semver-checks is not installed (cargo install cargo-semver-checks)"));
    }
    let tags = ask(program("git").args(["tag", "--list", "namro-v*", "--sort=-version:refname"])).unwrap_or_default();
    match tags.lines().next() {
        Some(tag) => passes(log, cargo().args(["semver-checks", "--package", "namro", "--baseline-rev", tag])),
        None => Ok(Tally::not_run("there is no tag `namro-v…` of a release to compare with")),
    }
}
