//! From Rust to WebAssembly and its JavaScript glue, also where the toolchain has no wasm32 target.

use crate::machine;
use crate::shell::{Fault, Log, Outcome, ask, cargo, find, program, root};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target that browsers and Node run.
const TARGET: &str = "wasm32-unknown-unknown";
/// Where this build lives: two compilers in one folder would throw away each other's work.
const FOLDER: &str = "target/web";
/// Debian's compiler for the web, whose package carries the sources of the standard library.
const DEBIAN: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// What is built: the name that glue and module get, and the feature of `namro-wasm` that it has.
#[derive(Clone, Copy)]
pub struct Module {
    pub name: &'static str,
    feature: &'static str,
}

/// A running office.
pub const OFFICE: Module = Module { name: "namro", feature: "office" };
/// What is asked of whole logs, beside it.
pub const LOGS: Module = Module { name: "logs", feature: "logs" };
/// What checks dossiers and promises times.
pub const SLICE: Module = Module { name: "slice", feature: "slice" };
/// What only checks dossiers.
pub const VALIDATOR: Module = Module { name: "validator", feature: "" };

/// Compiles `namro-wasm` and answers the path of the module.
pub fn compile(log: &Log, module: Module) -> Outcome<PathBuf> {
    let mut build = compiler(log)?;
    build.args(["build", "--target", TARGET, "--profile", "wasm", "--package", "namro-wasm"]);
    build.args(["--no-default-features", "--features", module.feature]);
    build.arg("--target-dir").arg(root().join(FOLDER));
    log.run(&mut build)?;
    Ok(root().join(FOLDER).join(TARGET).join("wasm/namro_wasm.wasm"))
}

/// The command that builds `namro` for the web with one feature alone, of the same parts as the modules.
pub fn feature(log: &Log, feature: &str) -> Outcome<Command> {
    let mut build = compiler(log)?;
    build.args(["build", "--target", TARGET, "--profile", "wasm", "--package", "namro"]);
    build.args(["--no-default-features", "--features", feature]);
    build.arg("--target-dir").arg(root().join(FOLDER));
    Ok(build)
}

/// A Cargo that can compile for the web.
fn compiler(log: &Log) -> Outcome<Command> {
    // Debian's compiler comes first: it builds the standard library itself, for size, a tenth less for the browser.
    match debian(log) {
        Err(_) if has_target() || add_target(log) => Ok(cargo()),
        build => build,
    }
}

/// Whether the active toolchain has the target.
fn has_target() -> bool {
    let libraries = ask(program("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    libraries.is_some_and(|path| Path::new(&path).is_dir())
}

/// Asks rustup for the target; where its server cannot be reached, this is no failure yet.
fn add_target(log: &Log) -> bool {
    find("rustup").is_some() && log.run(program("rustup").args(["target", "add", TARGET])).is_ok() && has_target()
}

/// Debian's compiler, which builds the standard library itself.
fn debian(log: &Log) -> Outcome<Command> {
    let (compiler, builder) = (Path::new("/usr/bin/rustc"), Path::new("/usr/bin/cargo"));
    let sources = ask(program(compiler).args(["--print", "sysroot"]))
        .is_some_and(|sysroot| Path::new(&sysroot).join("lib/rustlib/src/rust/library/std").is_dir());
    if !sources || !builder.is_file() {
        machine::install(log, &DEBIAN).map_err(|fault| {
            Fault(format!("{fault}\n→ or give the toolchain its target: rustup target add {TARGET}"))
        })?;
    }
    let linker = linker(log)?;
    let mut build = program(builder);
    // rustup's proxies leave traces that lead this compiler to the libraries of the other one.
    for (name, _) in std::env::vars_os().filter(|(name, _)| is_trace(&name.to_string_lossy())) {
        build.env_remove(name);
    }
    build.env("PATH", "/usr/bin:/bin").env("RUSTC", compiler);
    // Building the standard library counts as unstable, and this compiler is a stable one.
    build.env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    build.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    // A panic traps either way; its message has nobody to read it there and is left out, and so is its place.
    // No verdict writes a value as Rust does for debugging, and a hash may take its rounds in a loop.
    let small = r#"-Zfmt-debug=none --cfg=sha2_backend_soft="compact""#;
    build.env("RUSTFLAGS", format!("-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none {small}"));
    Ok(build)
}

fn is_trace(name: &str) -> bool {
    let kept = ["CARGO_HOME", "CARGO_HTTP_", "CARGO_NET_", "CARGO_REGISTR", "CARGO_SOURCE_", "CARGO_BUILD_JOBS"];
    let traced = ["CARGO", "RUST", "LD_LIBRARY_PATH"];
    traced.iter().any(|start| name.starts_with(start)) && !kept.iter().any(|start| name.starts_with(start))
}

/// The toolchain's own linker, else the system's.
fn linker(log: &Log) -> Outcome<PathBuf> {
    let sysroot = ask(program("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    let host = ask(program("rustc").arg("-vV")).unwrap_or_default();
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let own = Path::new(&sysroot).join("lib/rustlib").join(host).join("bin/rust-lld");
    if own.is_file() { Ok(own) } else { machine::need(log, &["wasm-ld", "wasm-ld-14"], &["lld"]) }
}

/// Writes `NAME.js` and `NAME_bg.wasm` of a compiled module into a folder.
///
/// The library at the version locked for `wasm-bindgen` is used, so that nothing is installed on the machine and
/// the two can never differ. It sits behind a feature, since only this one task needs its many crates.
#[cfg(feature = "wasm")]
pub fn bindgen(module: &Path, name: &str, folder: &Path) -> Outcome<()> {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    let bindgen = bindgen.input_path(module).out_name(name).typescript(false);
    // The names stay: the optimiser orders the functions by them.
    let bindgen = bindgen.remove_producers_section(true);
    let written = bindgen.web(true).and_then(|bindgen| bindgen.generate(folder));
    written.map_err(|error| Fault(format!("{error:#}")))
}

/// Passes the work on to ourselves, built with the feature.
#[cfg(not(feature = "wasm"))]
pub fn bindgen(module: &Path, name: &str, folder: &Path) -> Outcome<()> {
    bindgen_with(&Log::terminal(), module, name, folder)
}

/// Runs [`bindgen`] in a process of its own, which is built with the feature.
pub fn bindgen_with(log: &Log, module: &Path, name: &str, folder: &Path) -> Outcome<()> {
    let mut run = cargo();
    // A folder of its own: the plain `xtask` is running, and its next start should not have to build it anew.
    run.args(["run", "--package", "xtask", "--features", "wasm", "--target-dir"]);
    run.arg(root().join("target/web/tools")).args(["--", "bindgen"]).arg(module).arg(name).arg(folder);
    log.run(&mut run).map(drop)
}

/// Lets Binaryen's optimiser shrink a module in place, for what a server sends: compressed.
///
/// Code of one kind stands together, in the order of the functions' names, where gzip's window finds it again. What would
/// make the same code look different at each place, for a few bytes less before compression, is left out.
pub fn shrink(log: &Log, tools: &Path, module: &Path) -> Outcome<()> {
    let small = ["-Oz", "--skip-pass=local-cse", "--one-caller-inline-max-function-size=0"];
    optimise(log, tools, module, &[&small[..], &["--debuginfo", "--reorder-functions-by-name"]].concat())?;
    // The names have served.
    optimise(log, tools, module, &["--strip-debug", "--strip-producers"])
}

fn optimise(log: &Log, tools: &Path, module: &Path, passes: &[&str]) -> Outcome<()> {
    let mut optimise = program("node");
    optimise.arg(tools.join("node_modules/binaryen/bin/wasm-opt")).args(passes);
    // What every browser of the last years can do; without the list the optimiser would refuse the input.
    for feature in
        ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"]
    {
        optimise.arg(format!("--enable-{feature}"));
    }
    log.run(optimise.arg(module).arg("-o").arg(module)).map(drop)
}
