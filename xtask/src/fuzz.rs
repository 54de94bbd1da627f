//! libFuzzer on the bodies of `tests/fuzz`, with the ordinary toolchain: neither nightly nor cargo-fuzz is needed.

use crate::shell::{Fault, Log, Outcome, ask, cargo, find, program, root};
use crate::verify::tally::Tally;
use std::path::PathBuf;

/// Where everything of the fuzzer lies: the build, seeds, corpora, and inputs that failed.
const FOLDER: &str = "target/fuzz";
/// What tells libFuzzer which branches an input takes, and lets slips of arithmetic fail.
const FLAGS: &str = "--cfg fuzzing -Cdebug-assertions -Coverflow-checks -Ccodegen-units=1 -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";
/// No input is longer, in bytes.
const MAX_LENGTH: u32 = 8192;
/// No input may take longer, in seconds.
const TIMEOUT: u32 = 25;

/// When a target stops: whichever is reached first.
#[derive(Clone, Copy)]
pub struct Bound {
    /// Inputs that are tried.
    pub runs: u32,
    /// Time that is spent.
    pub seconds: u32,
}

/// Every target, up to a bound; not run where there is no C++ compiler for libFuzzer itself.
pub fn check(log: &Log, bound: Bound) -> Outcome<Tally> {
    if !cfg!(unix) {
        return Ok(Tally::not_run("libFuzzer is set up for Linux and macOS only"));
    }
    if std::env::var_os("CXX").is_none() && find("c++").is_none() {
        return Ok(Tally::not_run("there is no C++ compiler (package g++ or clang)"));
    }
    run(log, &[], bound).map(Tally::passed)
}

/// Builds and runs targets, all if none is named; answers how many.
pub fn run(log: &Log, names: &[String], bound: Bound) -> Outcome<usize> {
    let known = targets()?;
    if let Some(name) = names.iter().find(|name| !known.contains(name)) {
        return Err(Fault(format!("there is no target {name}; there are {}", known.join(", "))));
    }
    let names = if names.is_empty() { &known } else { names };
    seeds(log)?;
    let programs = build(log, names)?;
    let folder = root().join(FOLDER);
    for name in names {
        // What was found in earlier runs comes first, and new finds go there.
        let corpus = folder.join("corpus").join(name);
        std::fs::create_dir_all(&corpus)?;
        std::fs::create_dir_all(folder.join("failed"))?;
        let mut fuzz = program(programs.join(name));
        fuzz.arg(corpus).arg(folder.join("seeds").join(name));
        fuzz.arg(format!("-runs={}", bound.runs)).arg(format!("-max_total_time={}", bound.seconds));
        fuzz.arg(format!("-max_len={MAX_LENGTH}")).arg(format!("-timeout={TIMEOUT}")).arg("-print_final_stats=1");
        log.run(fuzz.arg(format!("-artifact_prefix={}/{name}-", folder.join("failed").display())))?;
    }
    Ok(names.len())
}

/// The names of all targets.
fn targets() -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root().join("tests/fuzz/fuzz_targets"))? {
        let path = entry?.path();
        names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}

/// Has the seeds of the bodies written as files.
fn seeds(log: &Log) -> Outcome<()> {
    let test = ["test", "-p", "namro-tests", "--test", "mutation", "--", "--exact", "seeds_are_left_for_the_fuzzer"];
    log.run(cargo().args(test)).map(drop)
}

/// Builds targets; answers the folder of the programs.
fn build(log: &Log, names: &[String]) -> Outcome<PathBuf> {
    let versions = ask(program("rustc").arg("-vV")).unwrap_or_default();
    let host = versions.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.ok_or_else(|| Fault("rustc does not name its host".into()))?;
    let folder = root().join(FOLDER).join("build");
    let mut build = cargo();
    build.current_dir(root().join("tests/fuzz")).env("RUSTFLAGS", FLAGS);
    // With a target named, build scripts and macros are compiled without the flags.
    build.args(["build", "--release", "--target", host, "--target-dir"]).arg(&folder);
    for name in names {
        build.args(["--bin", name]);
    }
    log.run(&mut build)?;
    Ok(folder.join(host).join("release"))
}
