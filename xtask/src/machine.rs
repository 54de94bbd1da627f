//! What a bare machine lacks: packages of the system, a virtual environment, tools from npm.

use crate::shell::{Fault, Log, Outcome, ask, find, program, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Installs packages of the system where this is Debian (or kin) and we may; else says what to do.
pub fn install(log: &Log, packages: &[&str]) -> Outcome<()> {
    let list = packages.join(" ");
    let by_hand = || Fault(format!("these packages are missing: {list}\n→ as root: apt-get install {list}"));
    if find("apt-get").is_none() || ask(program("id").arg("-u")).as_deref() != Some("0") {
        return Err(by_hand());
    }
    static UPDATED: OnceLock<()> = OnceLock::new();
    if UPDATED.get().is_none() {
        // An update that fails in part may still leave lists good enough for what we need.
        let _ = log.run(program("apt-get").args(["update", "-q"]));
        let _ = UPDATED.set(());
    }
    let mut apt = program("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "-y", "-q", "--no-install-recommends"]);
    log.run(apt.args(packages)).map(drop).map_err(|fault| Fault(format!("{fault}\n{}", by_hand())))
}

/// The path of a program; its package is installed when it is missing.
pub fn need(log: &Log, names: &[&str], packages: &[&str]) -> Outcome<PathBuf> {
    let look = || names.iter().find_map(|name| find(name));
    if look().is_none() {
        install(log, packages)?;
    }
    look().ok_or_else(|| {
        Fault(format!("there is no {} even after installing {}", names.join(" or "), packages.join(" ")))
    })
}

/// The browser for tests.
pub fn chromium(log: &Log) -> Outcome<PathBuf> {
    need(log, &["chromium", "chromium-browser", "google-chrome"], &["chromium"])
}

/// Creates a virtual environment and answers the path of its Python.
pub fn environment(log: &Log, folder: &Path) -> Outcome<PathBuf> {
    let python = need(log, &["python3"], &["python3", "python3-venv"])?;
    let mut version = program(&python);
    if ask(version.args(["-c", "import sys; print(sys.version_info >= (3, 10))"])).as_deref() != Some("True") {
        return Err(Fault("Python 3.10 or newer is needed".into()));
    }
    let create = |log: &Log| log.run(program(&python).args(["-m", "venv", "--clear"]).arg(folder));
    if create(log).is_err() {
        // Debian packs `venv` by itself.
        install(log, &["python3-venv"])?;
        create(log)?;
    }
    Ok(folder.join("bin/python"))
}

/// What the tests need that fetch the official suites of JSON Schema and CEL.
pub fn fetchers(log: &Log) -> Outcome<()> {
    need(log, &["node"], &["nodejs", "npm"])?;
    need(log, &["npm"], &["npm"])?;
    environment(log, &root().join("target/venv/empty")).map(drop)
}

/// The Python with our tools (`bindings-python/tools.txt`), made once and remade when that list changes.
pub fn python_tools(log: &Log) -> Outcome<PathBuf> {
    let list = root().join("bindings-python/tools.txt");
    let folder = root().join("target/venv/tools");
    let python = folder.join("bin/python");
    let stamp = folder.join("installed.txt");
    let wanted = fs::read_to_string(&list)?;
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    let python = environment(log, &folder)?;
    log.run(
        program(&python).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]).arg(&list),
    )?;
    fs::write(stamp, wanted)?;
    Ok(python)
}

/// The folder whose `node_modules` hold our tools (`bindings-wasm/tools/package.json`), made likewise.
pub fn node_tools(log: &Log) -> Outcome<PathBuf> {
    need(log, &["node"], &["nodejs", "npm"])?;
    let npm = need(log, &["npm"], &["npm"])?;
    let list = root().join("bindings-wasm/tools/package.json");
    let folder = root().join("target/npm/tools");
    let stamp = folder.join("installed.json");
    let wanted = fs::read_to_string(&list)?;
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("package.json"), &wanted)?;
    let mut install = program(npm);
    install.current_dir(&folder).args(["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]);
    log.run(&mut install)?;
    fs::write(stamp, wanted)?;
    Ok(folder)
}
