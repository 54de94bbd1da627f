//! The types of requests and answers in TypeScript and Python, written from the JSON Schemas that the core derives.
//!
//! Three descriptions kept by hand would drift apart within a week; here a field, its type and its words are stated
//! once, in Rust. `cargo run -p xtask -- shapes` writes the files, `cargo verify` compares them.

mod python;
mod schema;
mod typescript;

use crate::shell::{Fault, Outcome, root};
use crate::verify::tally::Tally;
use std::fs;

const TYPESCRIPT: &str = "bindings-wasm/npm/shapes.d.ts";
const PYTHON: &str = "bindings-python/python/namro/shapes.py";
const VERBS: &str = "bindings-python/python/namro/verbs.py";

/// Every file and what it should hold.
fn files() -> Outcome<[(&'static str, String); 3]> {
    let model = schema::read(&root().join("core/schema"))?;
    Ok([(TYPESCRIPT, typescript::write(&model)), (PYTHON, python::shapes(&model)), (VERBS, python::verbs(&model))])
}

/// Writes the files.
pub fn write() -> Outcome<()> {
    for (path, text) in files()? {
        fs::write(root().join(path), text)?;
    }
    Ok(())
}

/// Compares the files with the schemas.
pub fn check() -> Outcome<Tally> {
    let files = files()?;
    for (path, text) in &files {
        if fs::read_to_string(root().join(path)).unwrap_or_default() != *text {
            return Err(Fault(format!("{path} is out of date\n→ cargo run -p xtask -- shapes")));
        }
    }
    Ok(Tally::passed(files.len()))
}
