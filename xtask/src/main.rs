//! `cargo verify`: every check of the project, with the set-up that it needs, and one table at the end.
//!
//! ```text
//! cargo verify            everything: Rust, the built wheel, the packed npm file in Node and in Chromium
//! cargo verify --quick    Rust only, without wheel and browser
//! cargo verify --all      everything, and what takes long or needs further tools
//! cargo verify --only "oldest compiler" --only semver      checks by their names in the table
//! cargo run -p xtask -- surface          list what a user can reach of the crate `namro`
//! cargo run -p xtask -- fuzz expression  run libFuzzer on a parser
//! cargo run -p xtask -- wheel | npm      build a package without checking it
//! cargo run -p xtask -- shapes           write the types of requests and answers anew
//! ```

// A program has no outside: `pub` here means "for the other files".
#![allow(unreachable_pub)]

mod fuzz;
mod machine;
mod npm;
mod shapes;
mod shell;
mod surface;
mod verify;
mod wasm;
mod wheel;

use clap::{Parser, Subcommand};
use shell::Log;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "xtask", about = "Checks and packages of the project")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Runs the checks and prints one table of what ran
    Verify {
        /// Rust only: no wheel, no browser
        #[arg(long, conflicts_with_all = ["all", "only"])]
        quick: bool,
        /// Also what takes long or needs further tools: longer laws, fuzzing, features, versions
        #[arg(long, conflicts_with = "only")]
        all: bool,
        /// Only the check of this name, which then has to run (can be repeated)
        #[arg(long, value_name = "CHECK")]
        only: Vec<String>,
    },
    /// Lists by module what a user can reach of the crate `namro`
    Surface,
    /// Runs libFuzzer on the targets of tests/fuzz
    Fuzz {
        /// Targets; all if none is named
        targets: Vec<String>,
        /// Inputs that each target tries at most
        #[arg(long, default_value_t = 1_000_000_000)]
        runs: u32,
        /// Seconds that each target takes at most
        #[arg(long, default_value_t = 300)]
        seconds: u32,
    },
    /// Writes the types of requests and answers in TypeScript and Python
    Shapes,
    /// Builds the Python wheel into target/wheels
    Wheel,
    /// Builds the npm package into target/npm
    Npm,
    /// Writes the JavaScript glue of a WebAssembly module (needs the feature `wasm`)
    #[command(hide = true)]
    Bindgen {
        /// The module as the compiler wrote it
        module: std::path::PathBuf,
        /// Name of glue and module
        name: String,
        /// Folder for module and glue
        folder: std::path::PathBuf,
    },
}

fn main() -> ExitCode {
    let log = Log::terminal();
    let done = match Arguments::parse().task {
        Task::Verify { quick, all, only } => return verify::verify(verify::Extent::of(quick, all), only),
        Task::Surface => surface::list(&log),
        Task::Fuzz { targets, runs, seconds } => fuzz::run(&log, &targets, fuzz::Bound { runs, seconds }).map(drop),
        Task::Shapes => shapes::write(),
        Task::Wheel => wheel::build(&log).map(|path| println!("{}", path.display())),
        Task::Npm => npm::build(&log).map(|package| println!("{package}")),
        Task::Bindgen { module, name, folder } => wasm::bindgen(&module, &name, &folder),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}
