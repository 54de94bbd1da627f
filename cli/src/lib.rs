//! The command line of namro: it reads arguments and files and calls the library.
//!
//! It decides nothing itself. Every fault is printed on the error stream with its code, place and remedy, in Vietnamese
//! and English, and the exit status is then not 0. Output files appear completely or not at all.

/// Prints to standard output. A reader that has gone away ends nothing: what is left is printed to nobody.
macro_rules! print {
    ($($text:tt)*) => { $crate::output::say(&format!($($text)*)) };
}

/// The same with a line feed at the end.
macro_rules! println {
    () => { $crate::output::say("\n") };
    ($($text:tt)*) => { $crate::output::say(&(format!($($text)*) + "\n")) };
}

mod arguments;
mod board;
mod command;
pub mod demo;
mod fault;
mod file;
mod output;
mod progress;
mod reading;
mod table;

use arguments::{Arguments, Command};
use clap::Parser;
use std::ffi::OsString;

/// Exit status for a fault in the rules or the data.
pub const FAULT: u8 = 1;
/// Exit status for a wrong command line.
pub const USAGE: u8 = 2;

/// Runs the command; the first argument is the name of the program. Returns the exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(usage) => {
            // Help and version are reported this way too, and are not errors.
            let status = if usage.use_stderr() { USAGE } else { 0 };
            let _ = usage.print();
            return status;
        }
    };
    let languages = arguments.lang.languages();
    let reads = matches!(arguments.command, Command::Inspect(_) | Command::Read(_) | Command::Report(_));
    match command::run(arguments) {
        Ok(()) => 0,
        Err(faults) => {
            match reads {
                true => fault::print_by_cause(&faults, languages),
                false => fault::print(&faults, languages),
            }
            FAULT
        }
    }
}
