//! `namro letter`: a form of the one-stop desk, as data or as a page to be printed.

use super::{call, rules};
use crate::arguments::{Lang, Letter};
use namro::Faults;
use namro::base::canonical;
use namro::internals::base::{parse_json, read};
use namro::office::LetterRequest;

pub(crate) fn run(letter: &Letter, lang: Lang) -> Result<(), Faults> {
    let office = rules::office(&letter.rules)?;
    let input = call::input(letter.input.as_deref())?;
    let request: LetterRequest = read(&parse_json(input.as_bytes())?)?;
    let filled = office.letter(&request)?;
    match letter.html {
        true => println!("{}", filled.html(lang.first())),
        false => println!("{}", canonical(&filled)?),
    }
    Ok(())
}
