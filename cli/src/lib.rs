//! The command line of namro: it reads arguments and files and calls the library.
//!
//! It decides nothing itself. Every fault is printed on the error stream with its code, place and remedy, in Vietnamese
//! and English, and the exit status is then not 0; with `--json`, it is printed on the output as JSON. Output files appear
//! completely or not at all. Whatever a person reads on a terminal has escapes in place of control characters.

mod arguments;
mod board;
mod command;
pub mod demo;
mod fault;
mod file;
mod help;
mod output;
mod progress;
mod reading;
mod table;
mod terminal;
#[cfg(feature = "sheets")]
mod workbook;

use arguments::{Arguments, Command};
use namro::Code;
use std::ffi::OsString;
use terminal::Stop;

/// Exit status for a fault in the rules or the data.
pub const FAULT: u8 = 1;
/// Exit status for a wrong command line.
pub const USAGE: u8 = 2;

/// Exit status for the answer "no", where `--exit-code` is given.
pub const NO: u8 = 3;
/// Exit status for a file that cannot be opened or written.
pub const FILE: u8 = 4;

/// Runs the command; the first argument is the name of the program. Returns the exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let arguments = match Arguments::read(&arguments) {
        Ok(arguments) => arguments,
        // Help and version are reported this way too, and are not errors.
        Err(usage) if !usage.use_stderr() => {
            let _ = usage.print();
            return 0;
        }
        // What is wrong with the command line quotes it.
        Err(usage) => {
            terminal::note(usage.render().to_string().trim_end());
            return USAGE;
        }
    };
    let (lang, json) = (arguments.lang, arguments.json);
    let reads = matches!(arguments.command, Command::Inspect(_) | Command::Read(_) | Command::Report(_));
    match command::run(arguments) {
        Ok(()) | Err(Stop::Closed) => 0,
        Err(Stop::Named) => FAULT,
        Err(Stop::No) => NO,
        Err(Stop::Faults(faults)) => {
            if json {
                // If the output is closed too, the faults cannot be reported anywhere.
                let _ = fault::print_json(&faults);
            } else if reads {
                fault::print_by_cause(&faults, lang.languages());
            } else {
                fault::print(&faults, lang.languages());
            }
            if faults.iter().any(|fault| is_of_files(fault.code())) { FILE } else { FAULT }
        }
    }
}

/// Whether a fault is that of a file, not of what is in it.
fn is_of_files(code: Code) -> bool {
    let codes = [
        Code::FileMissing,
        Code::CannotRead,
        Code::CannotWrite,
        Code::IsDirectory,
        Code::NotADirectory,
        Code::OpenInExcel,
    ];
    codes.contains(&code)
}
