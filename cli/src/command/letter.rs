//! `namro letter`: a form of the one-stop desk, as data or as a page to be printed.

use super::{call, rules};
use crate::arguments::{Lang, Letter};
use crate::terminal::{Stop, print_exact};
use namro::base::canonical;
use namro::internals::base::{parse_json, read};
use namro::office::LetterRequest;

pub(crate) fn run(letter: &Letter, lang: Lang) -> Result<(), Stop> {
    let office = rules::office(&letter.rules)?;
    let input = call::input(letter.input.as_deref())?;
    let request: LetterRequest = read(&parse_json(input.as_bytes())?)?;
    let filled = office.letter(&request)?;
    match letter.html {
        true => print_exact(&format!("{}\n", filled.html(lang.first()))),
        false => print_exact(&format!("{}\n", canonical(&filled)?)),
    }
}
