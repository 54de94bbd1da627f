//! The checks, in the order in which they fail cheapest.

use crate::report::{Report, Tally};
use crate::shell::{Fault, Log, Outcome, cargo, find, program, root};
use crate::{licences, machine, npm, shapes, wheel};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// How much is checked.
#[derive(Clone, Copy, PartialEq)]
pub enum Extent {
    Quick,
    Full,
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

/// What every runtime has to answer alike, and where it lies: the shared vectors, and what the Rust tests made up.
const CASES: [(&str, &str); 2] = [("vectors", "tests/vectors"), ("generated", "target/generated")];

/// Runs the checks and prints the table.
pub fn verify(extent: Extent) -> ExitCode {
    let mut report = Report::default();
    rust(&mut report, extent);
    if extent != Extent::Quick {
        python(&mut report);
        javascript(&mut report);
        report.same("vectors");
        report.same("generated");
    }
    if extent == Extent::All {
        more(&mut report);
    }
    if report.print() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn rust(report: &mut Report, extent: Extent) {
    report.check("format", |log| passes(log, cargo().args(["fmt", "--all", "--check"])));
    report.check("lints", |log| {
        // What the library denies itself, its tests may do; clippy knows only the plainest of test modules.
        let tests = ["unwrap_used", "expect_used", "panic", "indexing_slicing"];
        let casts = ["cast_possible_truncation", "cast_sign_loss", "cast_precision_loss", "cast_possible_wrap"];
        let allowed = tests.iter().chain(&casts).flat_map(|name| ["-A".to_owned(), format!("clippy::{name}")]);
        let deny = ["--quiet", "--", "-D", "warnings"];
        log.run(cargo().args(["clippy", "--workspace"]).args(deny))?;
        // Tests need the shipped rulebooks; the library alone must build with nothing but Unicode's tables.
        log.run(cargo().args([
            "clippy",
            "--package",
            "namro",
            "--no-default-features",
            "--features",
            "unicode",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ]))?;
        let everything = ["clippy", "--workspace", "--exclude", "xtask", "--all-features", "--all-targets"];
        log.run(cargo().args(everything).args(deny).args(allowed))?;
        Ok(Tally::passed(3))
    });
    report.checks("Rust tests", |log| {
        machine::fetchers(log)?;
        let mut test = cargo();
        test.args([
            "test",
            "--no-fail-fast",
            "--all-features",
            "-p",
            "namro",
            "-p",
            "namro-macros",
            "-p",
            "namro-cli",
            "-p",
            "namro-tests",
        ]);
        test.args(["-p", "namro-examples"]);
        if extent == Extent::All {
            test.env("PROPTEST_CASES", "4096").env("NAMRO_STORM", "1000000").env("NAMRO_REQUESTS", "12000");
        }
        let (success, text) = log.output(&mut test)?;
        let rows = sections(&text);
        if !success {
            println!("{}", log.failed(&test, &text));
        }
        match success || rows.iter().any(|(_, tally)| tally.failed > 0) {
            true => Ok(rows),
            false => Err(Fault("the tests do not compile".into())),
        }
    });
    report.check("tests of xtask", |log| sums(log, cargo().args(["test", "--package", "xtask", "--quiet"])));
    report.check("documentation", |log| {
        let mut doc = cargo();
        doc.args(["doc", "--package", "namro", "--all-features", "--no-deps", "--quiet"]);
        passes(log, doc.env("RUSTDOCFLAGS", "-D warnings"))
    });
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

fn python(report: &mut Report) {
    let mut empty = None;
    report.check("wheel", |log| {
        let wheel = wheel::build(log)?;
        let bytes = fs::metadata(&wheel)?.len();
        if bytes > wheel::CEILING {
            return Err(Fault(format!("the wheel has {bytes} bytes, more than {}", wheel::CEILING)));
        }
        let python = machine::environment(log, &root().join("target/venv/empty"))?;
        let mut install = program(&python);
        install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-index"]);
        log.run(install.arg(&wheel))?;
        empty = Some(python);
        Ok(Tally::passed(1).note(format!("{} kB", bytes.div_ceil(1000))))
    });
    let Some(empty) = empty else { return };
    let runner = |file: &str| root().join("tests/runners").join(file);
    for (name, folder) in CASES {
        report.check(&format!("{name}, Python"), |log| {
            sums(log, program(&empty).arg(runner("vectors.py")).arg(root().join(folder)))
        });
    }
    report.check("Python examples", |log| sums(log, program(&empty).arg(runner("doctests.py"))));
    let folder = root().join("bindings-python");
    // The tools look at the wheel as it was installed, from outside its environment, which stays empty.
    let tool = |log: &Log| -> Outcome<Command> {
        let place = "import sysconfig; print(sysconfig.get_path('purelib'))";
        let place = log.run(program(&empty).args(["-c", place]))?;
        let mut tool = program(machine::python_tools(log)?);
        tool.current_dir(&folder).env("PYTHONPATH", place.trim()).env("MYPYPATH", "python").arg("-m");
        Ok(tool)
    };
    report.check("Python tests", |log| sums(log, tool(log)?.args(["pytest", "tests", "-p", "no:cacheprovider"])));
    report.check("Python types", |log| {
        let cache = root().join("target/mypy");
        log.run(tool(log)?.args(["mypy", "--strict", "python/namro", "tests", "--cache-dir"]).arg(cache))?;
        // The native module alone has a stub; the others are typed in place, and mypy has just read them.
        log.run(tool(log)?.args(["mypy.stubtest", "namro._namro"]))?;
        Ok(Tally::passed(2))
    });
}

fn javascript(report: &mut Report) {
    let empty = root().join("target/npm/empty");
    let mut installed = false;
    report.check("npm package", |log| {
        let package = npm::build(log)?;
        if package.sizes.iter().any(npm::Size::too_large) {
            return Err(Fault(format!("too large: {}", package.note())));
        }
        let _ = fs::remove_dir_all(&empty);
        fs::create_dir_all(&empty)?;
        fs::write(empty.join("package.json"), "{\"private\": true, \"type\": \"module\"}\n")?;
        let mut install = program(find("npm").unwrap_or_else(|| "npm".into()));
        install.args(["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error"]).arg(&package.archive);
        log.run(install.current_dir(&empty))?;
        installed = true;
        Ok(Tally::passed(1).note(package.note()))
    });
    if !installed {
        return;
    }
    for (name, folder) in CASES {
        let runner = |file: &str| -> Command {
            let mut node = program("node");
            node.arg(root().join("tests/runners").join(file)).arg(&empty).arg(root().join(folder));
            node
        };
        report.check(&format!("{name}, Node"), |log| sums(log, &mut runner("node.mjs")));
        report.check(&format!("{name}, Chromium"), |log| {
            let tools = machine::node_tools(log)?;
            sums(log, runner("browser.mjs").arg(machine::chromium(log)?).arg(tools))
        });
    }
    report.check("JavaScript tests", |log| {
        let tests = copied("bindings-wasm/tests", &empty)?;
        let tests = tests.iter().filter(|path| path.to_string_lossy().ends_with(".test.mjs"));
        let (success, text) =
            log.output(program("node").current_dir(&empty).args(["--test", "--test-reporter=tap"]).args(tests))?;
        let count =
            |what: &str| text.lines().find_map(|line| line.strip_prefix(what)?.trim().parse().ok()).unwrap_or(0);
        match success {
            true => Ok(Tally::passed(count("# pass "))),
            false => Err(log.failed(&program("node"), &text)),
        }
    });
    report.check("TypeScript types", |log| {
        let tools = machine::node_tools(log)?;
        let mut check = program("node");
        check.current_dir(&empty).arg(tools.join("node_modules/typescript/bin/tsc"));
        check.args(["--noEmit", "--strict", "--module", "nodenext", "--target", "esnext", "--types", "", "types.ts"]);
        passes(log, &mut check)
    });
}

/// Copies our tests beside the installed package, where they find it by its name.
fn copied(from: &str, to: &Path) -> Outcome<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(root().join(from))? {
        let entry = entry?;
        let path = to.join(entry.file_name());
        fs::copy(entry.path(), &path)?;
        paths.push(path);
    }
    Ok(paths)
}

/// What takes long or needs a tool that a newcomer lacks.
fn more(report: &mut Report) {
    report.check("benchmarks, once each", |log| {
        passes(log, cargo().args(["bench", "--package", "namro-benches", "--", "--test"]))
    });
    if find("cargo-deny").is_some() {
        report.check("cargo-deny", |log| passes(log, cargo().args(["deny", "check", "licenses", "bans", "sources"])));
    }
}

/// One check that passes or fails as a whole.
fn passes(log: &Log, command: &mut Command) -> Outcome<Tally> {
    log.run(command).map(|_| Tally::passed(1))
}

/// A program whose last line says how many passed and failed.
fn sums(log: &Log, command: &mut Command) -> Outcome<Tally> {
    let (success, text) = log.output(command)?;
    let mut results = text.lines().filter(|line| line.starts_with("test result:"));
    let last = text.lines().rev().find(|line| line.contains(" passed") || line.contains(" failed"));
    let line = results.next_back().or(last).unwrap_or_default();
    let mut tally = Tally::read(line);
    if !success {
        println!("{}", log.failed(command, &text));
        tally.failed = tally.failed.max(1);
    }
    Ok(tally)
}
