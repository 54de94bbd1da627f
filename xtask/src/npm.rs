//! The npm package: the module, its glue, hand-written classes, one archive.

use crate::machine;
use crate::shell::{Fault, Log, Outcome, ask, find, package, program, root};
use crate::wasm;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// A module of the package: what it should come down to after gzip, in bytes, and what it may not exceed today. Without
/// Debian's compiler, whose standard library is built for size, a module is a seventh larger, and has to fit as well.
const MODULES: [(wasm::Module, u64, u64); 4] = [
    (wasm::OFFICE, 600_000, 900_000),
    (wasm::LOGS, 600_000, 900_000),
    (wasm::SLICE, 200_000, 240_000),
    (wasm::VALIDATOR, 120_000, 140_000),
];

/// What the shipped rulebooks beside the modules should come down to, and what they may not exceed.
const RULEBOOKS: (u64, u64) = (90_000, 120_000);

/// The archive, and how large its modules are.
pub struct Package {
    pub archive: PathBuf,
    pub sizes: Vec<Size>,
}

impl Package {
    /// The sizes, in a line.
    pub fn note(&self) -> String {
        self.sizes.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    }
}

/// Size of a module in bytes.
pub struct Size {
    name: &'static str,
    raw: u64,
    gzip: u64,
    brotli: u64,
    goal: u64,
    ceiling: u64,
}

impl Size {
    /// Whether it may not be shipped so.
    pub fn too_large(&self) -> bool {
        self.gzip > self.ceiling
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [raw, gzip, brotli] = [self.raw, self.gzip, self.brotli].map(|bytes| bytes.div_ceil(1000));
        let goal = if self.gzip > self.goal { format!(" (goal {})", self.goal / 1000) } else { String::new() };
        write!(f, "{} {raw} kB, gzip {gzip} kB{goal}, brotli {brotli} kB", self.name)
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
    copy(&root().join("bindings-wasm/npm"), &folder)?;
    let mut sizes = Vec::new();
    for (module, goal, ceiling) in MODULES {
        wasm::bindgen_with(log, &wasm::compile(log, module)?, module.name, &folder.join("glue"))?;
        let path = folder.join(format!("glue/{}_bg.wasm", module.name));
        wasm::shrink(log, &tools, &path)?;
        let [raw, gzip, brotli] = measure(&path)?;
        sizes.push(Size { name: module.name, raw, gzip, brotli, goal, ceiling });
    }
    let path = folder.join("rulebooks.js");
    fs::write(&path, rulebooks()?)?;
    let [raw, gzip, brotli] = measure(&path)?;
    let (goal, ceiling) = RULEBOOKS;
    sizes.push(Size { name: "rulebooks", raw, gzip, brotli, goal, ceiling });
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

/// The rulebooks that the library lists as shipped, as a module of their texts by identifier.
fn rulebooks() -> Outcome<String> {
    let core = root().join("core");
    let list = fs::read_to_string(core.join("src/rulebook/shipped.rs"))?;
    let mut texts = BTreeMap::new();
    for (id, file) in list.lines().filter_map(|line| line.trim().split_once(" => ")) {
        if let (Some(id), Some(file)) = (quoted(id), quoted(file.trim_end_matches(','))) {
            texts.insert(id, fs::read_to_string(core.join("rulebooks").join(file))?);
        }
    }
    let texts = serde_json::to_string_pretty(&texts).map_err(|fault| Fault(fault.to_string()))?;
    Ok(format!("export default {texts};\n"))
}

fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.strip_suffix('"')
}

/// Written from the crate's metadata, so that name, version and licence cannot drift apart.
fn manifest() -> Outcome<(String, String)> {
    let package = package("namro-wasm")?;
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
    "./slice": { "types": "./slice.d.ts", "node": "./slice-node.js", "default": "./slice-browser.js" },
    "./validator": { "types": "./validator.d.ts", "node": "./validator-node.js", "default": "./validator-browser.js" },
    "./form": { "types": "./form.d.ts", "default": "./form.js" },
    "./form.css": "./form.css",
    "./rulebooks": { "types": "./rulebooks.d.ts", "default": "./rulebooks.js" },
    "./namro.wasm": "./glue/namro_bg.wasm",
    "./logs.wasm": "./glue/logs_bg.wasm",
    "./slice.wasm": "./glue/slice_bg.wasm",
    "./validator.wasm": "./glue/validator_bg.wasm",
    "./package.json": "./package.json"
  },
  "sideEffects": ["./node.js", "./slice-node.js", "./validator-node.js", "./form.js", "./form.css"],
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
fn measure(path: &Path) -> Outcome<[u64; 3]> {
    let script = "const {readFileSync} = require('fs'), z = require('zlib'), b = readFileSync(process.argv[1]);\
        console.log(b.length, z.gzipSync(b, {level: 9}).length, z.brotliCompressSync(b).length)";
    let answer = ask(program("node").args(["-e", script]).arg(path)).unwrap_or_default();
    let numbers: Vec<u64> = answer.split(' ').filter_map(|number| number.parse().ok()).collect();
    numbers.try_into().map_err(|_| Fault(format!("the size of {} cannot be taken", path.display())))
}
