//! The npm package: two modules (whole, and the validator for forms), their glue, hand-written classes, one archive.

use crate::machine;
use crate::shell::{Fault, Log, Outcome, ask, cargo, find, program, root};
use crate::wasm;
use serde_json::Value;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// A module of the package: folder inside it, features of `namro-wasm`, largest size after gzip in bytes.
const MODULES: [(&str, &str, u64); 2] = [(".", "full", 300_000), ("validator", "", 120_000)];

/// The archive, and how large its modules are.
pub struct Package {
    pub archive: PathBuf,
    pub sizes: Vec<Size>,
}

/// Size of a module in bytes.
pub struct Size {
    pub module: &'static str,
    pub raw: u64,
    pub gzip: u64,
    pub brotli: u64,
    pub ceiling: u64,
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.module == "." { "whole" } else { self.module };
        let [raw, gzip, brotli] = [self.raw, self.gzip, self.brotli].map(|bytes| bytes.div_ceil(1000));
        write!(f, "{name} {raw} kB, gzip {gzip} of {} kB, brotli {brotli} kB", self.ceiling / 1000)
    }
}

impl fmt::Display for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sizes.iter().try_for_each(|size| writeln!(f, "{size}"))?;
        write!(f, "{}", self.archive.display())
    }
}

/// Builds the package into `target/npm` and packs it.
pub fn build(log: &Log) -> Outcome<Package> {
    let tools = machine::node_tools(log)?;
    let folder = root().join("target/npm/package");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let mut sizes = Vec::new();
    for (module, features, ceiling) in MODULES {
        let name = if module == "." { "whole" } else { module };
        let compiled = wasm::compile(log, features, name)?;
        let inside = folder.join(module);
        copy(&root().join("bindings-wasm/npm"), &inside)?;
        let glue = inside.join("glue");
        wasm::bindgen_with(log, &compiled, &glue)?;
        let shrunk = glue.join("namro_bg.wasm");
        wasm::shrink(log, &tools, &shrunk)?;
        sizes.push(size(&shrunk, module, ceiling)?);
    }
    for file in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root().join(file), folder.join(file))?;
    }
    let (version, manifest) = manifest()?;
    fs::write(folder.join("package.json"), manifest)?;
    let mut pack = program(find("npm").unwrap_or_else(|| "npm".into()));
    pack.current_dir(&folder).args(["pack", "--loglevel=error", "--pack-destination"]).arg(root().join("target/npm"));
    log.run(&mut pack)?;
    Ok(Package { archive: root().join(format!("target/npm/namro-{version}.tgz")), sizes })
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
    "./validator": { "types": "./validator/index.d.ts", "node": "./validator/node.js", "default": "./validator/browser.js" },
    "./namro.wasm": "./glue/namro_bg.wasm",
    "./validator.wasm": "./validator/glue/namro_bg.wasm",
    "./package.json": "./package.json"
  },
  "sideEffects": ["./node.js", "./validator/node.js"],
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
fn size(path: &Path, module: &'static str, ceiling: u64) -> Outcome<Size> {
    let script = "const {readFileSync} = require('fs'), z = require('zlib'), b = readFileSync(process.argv[1]);\
        console.log(b.length, z.gzipSync(b, {level: 9}).length, z.brotliCompressSync(b).length)";
    let answer = ask(program("node").args(["-e", script]).arg(path)).unwrap_or_default();
    let numbers: Vec<u64> = answer.split(' ').filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [raw, gzip, brotli] => Ok(Size { module, raw, gzip, brotli, ceiling }),
        _ => Err(Fault(format!("the size of {} cannot be taken", path.display()))),
    }
}
