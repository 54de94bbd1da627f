//! The command line of namro: a thin reader of arguments and files over the library.
//!
//! Nothing is decided here. Every fault comes out on the error stream with its code, its place and the way out, in
//! Vietnamese and English, and the exit status is not 0; output files appear whole or not at all.

mod arguments;
mod board;
mod command;
pub mod demo;
mod fault;
mod file;
mod output;
mod progress;
mod table;

use arguments::Arguments;
use clap::Parser;
use std::ffi::OsString;

/// Exit status where the rules or the data were at fault.
pub const FAULT: u8 = 1;
/// Exit status where the command line itself was.
pub const USAGE: u8 = 2;

/// Runs the command; the first argument is its own name. Answers the exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(usage) => {
            // Help and version come this way too, and are no fault.
            let status = if usage.use_stderr() { USAGE } else { 0 };
            let _ = usage.print();
            return status;
        }
    };
    let languages = arguments.lang.languages();
    match command::run(arguments) {
        Ok(()) => 0,
        Err(faults) => {
            fault::print(&faults, languages);
            FAULT
        }
    }
}
