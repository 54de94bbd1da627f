//! `namro publish`: the rules that a browser needs for a procedure.

use super::rules;
use crate::arguments::Publish;
use crate::terminal::{Stop, note, print_exact};
use namro::Date;
use namro::base::canonical;

pub(crate) fn run(publish: &Publish, json: bool) -> Result<(), Stop> {
    let office = rules::office(&publish.rules)?;
    let from = publish.from.as_deref().map(Date::parse).transpose()?;
    let slice = office.rulebook().publish(&publish.procedure.as_str().into(), from)?;
    if json {
        return print_exact(&format!("{}\n", canonical(&slice)?));
    }
    // Standard output has only the text, so that the SHA-256 of a saved file equals the one printed here.
    let (sum, text) = if publish.compiled { (slice.digest, slice.compiled) } else { (slice.hash, slice.rulebook) };
    note(&sum.to_string());
    print_exact(&text)
}
