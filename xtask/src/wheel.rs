//! The Python wheel: one file for every Python from 3.10 on.

use crate::machine;
use crate::shell::{Fault, Log, Outcome, program, root};
use std::fs;
use std::path::PathBuf;

/// No wheel may be larger, in bytes.
pub const CEILING: u64 = 5_000_000;

/// Builds the wheel into `target/wheels` and answers its path.
pub fn build(log: &Log) -> Outcome<PathBuf> {
    let python = machine::python_tools(log)?;
    let folder = root().join("target/wheels");
    // An older wheel beside the new one could be tested instead of it.
    let _ = fs::remove_dir_all(&folder);
    let mut build = program(&python);
    build.args(["-m", "maturin", "build", "--profile", "dist", "--locked", "--quiet"]);
    // The library is packed once and downloaded often.
    build.args(["--compression-level", "9", "--manifest-path"]);
    build.arg(root().join("bindings-python/Cargo.toml")).arg("--interpreter").arg(&python).arg("--out").arg(&folder);
    log.run(&mut build)?;
    let wheels: Vec<_> = fs::read_dir(&folder)?.flatten().map(|entry| entry.path()).collect();
    match &wheels[..] {
        [wheel] if wheel.to_string_lossy().contains("-cp310-abi3-") => Ok(wheel.clone()),
        _ => Err(Fault(format!("one abi3 wheel was expected, there is {wheels:?}"))),
    }
}
