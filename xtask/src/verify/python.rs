//! Checks of the wheel, as a user would install it.

use super::report::Report;
use super::run::CASES;
use super::tally::{Tally, sums};
use crate::shell::{Fault, Log, Outcome, program, root};
use crate::{machine, wheel};
use std::fs;
use std::process::Command;

/// The wheel, its answers, its tests, its types.
pub fn check(report: &mut Report) {
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
