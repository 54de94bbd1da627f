//! Checks of the npm package, as a user would install it.

use super::report::Report;
use super::run::CASES;
use super::tally::{Tally, passes, sums};
use crate::shell::{Fault, Outcome, find, program, root};
use crate::{machine, npm};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The package, its answers in Node and in a browser, its tests, its types.
pub fn check(report: &mut Report) {
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
    report.check("forms, Chromium", |log| {
        let tools = machine::node_tools(log)?;
        let mut node = program("node");
        node.arg(root().join("tests/runners/form.mjs")).arg(&empty).arg(root().join("examples/form"));
        sums(log, node.arg(machine::chromium(log)?).arg(tools).arg(root().join("target/npm/pictures")))
    });
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
