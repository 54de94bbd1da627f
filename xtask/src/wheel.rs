//! The Python wheel: one file for every Python from 3.10 on.

use crate::machine;
use crate::shell::{Fault, Log, Outcome, program, root};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use zip::result::ZipResult;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// No wheel may be larger, in bytes.
pub const CEILING: u64 = 5_000_000;

/// Builds the wheel into `target/wheels` and answers its path.
pub fn build(log: &Log) -> Outcome<PathBuf> {
    let python = machine::python_tools(log)?;
    let folder = root().join("target/wheels");
    // An older wheel beside the new one could be tested instead of it.
    let _ = fs::remove_dir_all(&folder);
    let mut build = program(&python);
    build.args(["-m", "maturin", "build", "--profile", "dist", "--locked", "--quiet", "--manifest-path"]);
    build.arg(root().join("bindings-python/Cargo.toml")).arg("--interpreter").arg(&python).arg("--out").arg(&folder);
    // Half a megabyte of machine code is the same few functions, written out once more wherever they are called; the
    // kernels of columns, whose functions are smaller than this, lose nothing by it.
    build.env("RUSTFLAGS", "-Cllvm-args=-inline-threshold=50");
    if cfg!(target_os = "linux") {
        // The toolchain's linker keeps one copy of functions whose machine code is the same.
        build.args(["--", "-Clink-arg=-Wl,--icf=all"]);
    }
    log.run(&mut build)?;
    let wheels: Vec<_> = fs::read_dir(&folder)?.flatten().map(|entry| entry.path()).collect();
    match &wheels[..] {
        [wheel] if wheel.to_string_lossy().contains("-cp310-abi3-") => {
            pack(wheel).map_err(|error| format!("{}: {error}", wheel.display()))?;
            Ok(wheel.clone())
        }
        _ => Err(Fault(format!("one abi3 wheel was expected, there is {wheels:?}"))),
    }
}

/// Packs the files of a wheel anew: it is packed once and downloaded often. What a wheel records of its files, their
/// hashes and sizes, stays true.
fn pack(wheel: &Path) -> ZipResult<()> {
    /// Above 9 the deflated stream is searched for (zopfli), in so many rounds more.
    const LEVEL: i64 = 14;
    let mut read = ZipArchive::new(Cursor::new(fs::read(wheel)?))?;
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..read.len() {
        let mut file = read.by_index(index)?;
        let options = file.options().compression_method(CompressionMethod::Deflated).compression_level(Some(LEVEL));
        written.start_file(file.name()?.into_owned(), options)?;
        std::io::copy(&mut file, &mut written)?;
    }
    Ok(fs::write(wheel, written.finish()?.into_inner())?)
}
