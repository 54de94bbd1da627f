//! `namro call`: runs one operation on JSON and prints canonical JSON.

use super::rules;
use crate::arguments::Rules;
use crate::file;
use crate::terminal::{Stop, print_exact};
use namro::{Error, facade};
use std::path::Path;

pub(crate) fn run(operation: &str, rules: &Rules, input: Option<&Path>) -> Result<(), Stop> {
    let office = rules::office(rules)?;
    let answer = office.call(operation, &self::input(input)?)?;
    print_exact(&format!("{answer}\n"))
}

/// The text of a file, or of standard input without a path.
pub(crate) fn input(path: Option<&Path>) -> Result<String, Error> {
    match path {
        Some(path) => file::text(path, facade::MAX_BYTES),
        None => standard_input(),
    }
}

fn standard_input() -> Result<String, Error> {
    let bytes = file::read(&mut std::io::stdin().lock(), Path::new("-"), facade::MAX_BYTES)?;
    String::from_utf8(bytes).map_err(|_| Error::new(namro::Code::NotUtf8))
}
