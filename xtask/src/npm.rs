//! The npm package: the module, its glue, hand-written classes, one archive.

use crate::machine;
use crate::shell::{Fault, Log, Outcome, ask, cargo, find, program, root};
use crate::wasm;
use serde_json::Value;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// What the module should come down to after gzip, in bytes, and what it may not exceed today.
const GOAL: u64 = 300_000;
const CEILING: u64 = 800_000;

/// The archive, and how large its module is.
pub struct Package {
    pub archive: PathBuf,
    pub size: Size,
}

/// Size of the module in bytes.
pub struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Size {
    /// Whether it may not be shipped so.
    pub fn too_large(&self) -> bool {
        self.gzip > CEILING
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [raw, gzip, brotli] = [self.raw, self.gzip, self.brotli].map(|bytes| bytes.div_ceil(1000));
        let goal = if self.gzip > GOAL { format!(" (goal {})", GOAL / 1000) } else { String::new() };
        write!(f, "{raw} kB, gzip {gzip} kB{goal}, brotli {brotli} kB")
    }
}

impl fmt::Display for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.size)?;
        write!(f, "{}", self.archive.display())
    }
}

/// Builds the package into `target/npm` and packs it.
pub fn build(log: &Log) -> Outcome<Package> {
    let tools = machine::node_tools(log)?;
    let folder = root().join("target/npm/package");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    copy(&root().join("bindings-wasm/npm"), &folder)?;
    wasm::bindgen_with(log, &wasm::compile(log)?, &folder.join("glue"))?;
    let module = folder.join("glue/namro_bg.wasm");
    wasm::shrink(log, &tools, &module)?;
    for file in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root().join(file), folder.join(file))?;
    }
    let (version, manifest) = manifest()?;
    fs::write(folder.join("package.json"), manifest)?;
    let mut pack = program(find("npm").unwrap_or_else(|| "npm".into()));
    pack.current_dir(&folder).args(["pack", "--loglevel=error", "--pack-destination"]).arg(root().join("target/npm"));
    log.run(&mut pack)?;
    Ok(Package { archive: root().join(format!("target/npm/namro-{version}.tgz")), size: size(&module)? })
}

/// Written from the crate's metadata, so that name, version and licence cannot drift apart.
fn manifest() -> Outcome<(String, String)> {
    let metadata = ask(cargo().args(["metadata", "--format-version=1", "--no-deps", "--offline"]))
        .ok_or_else(|| Fault("cargo metadata does not answer".into()))?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    let mut packages = metadata["packages"].as_array().into_iter().flatten();
    let package = packages.find(|package| package["name"] == "namro-wasm");
    let package = package.ok_or_else(|| Fault("there is no package namro-wasm".into()))?;
    let mut manifest = MANIFEST.to_owned();
    for key in ["version", "description", "keywords", "license", "repository"] {
        manifest = manifest.replace(&format!("${key}"), &package[key].to_string());
    }
    Ok((package["version"].as_str().unwrap_or_default().to_owned(), manifest))
}

/// A text and no tree, since the conditions of `exports` are tried in the order in which they stand.
const MANIFEST: &str = r#"{
  "name": "namro",
  "version": $version,
  "description": $description,
  "keywords": $keywords,
  "license": $license,
  "repository": { "type": "git", "url": $repository },
  "type": "module",
  "types": "./index.d.ts",
  "exports": {
    ".": { "types": "./index.d.ts", "node": "./node.js", "default": "./browser.js" },
    "./namro.wasm": "./glue/namro_bg.wasm",
    "./package.json": "./package.json"
  },
  "sideEffects": ["./node.js"],
  "engines": { "node": ">=18" }
}
"#;

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Sizes as a server would send them.
fn size(path: &Path) -> Outcome<Size> {
    let script = "const {readFileSync} = require('fs'), z = require('zlib'), b = readFileSync(process.argv[1]);\
        console.log(b.length, z.gzipSync(b, {level: 9}).length, z.brotliCompressSync(b).length)";
    let answer = ask(program("node").args(["-e", script]).arg(path)).unwrap_or_default();
    let numbers: Vec<u64> = answer.split(' ').filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [raw, gzip, brotli] => Ok(Size { raw, gzip, brotli }),
        _ => Err(Fault(format!("the size of {} cannot be taken", path.display()))),
    }
}
