//! `namro edxml`: a message between agencies, from edXML to JSON or back.

use super::call;
use crate::terminal::{Stop, print_exact};
use namro::base::canonical;
use namro::document::{EdocMessage, EdocStatus};
use namro::internals::base::{parse_json, read};
use namro::internals::document::{read_edxml, write_message, write_status};
use namro::office::EdxmlFile;
use namro::people::Secrecy;
use std::path::Path;

/// A text that begins with `<` is read as edXML, and every deviation is reported. Any other text is a message or status
/// in JSON, and is written as edXML.
pub(crate) fn run(input: Option<&Path>, json: bool) -> Result<(), Stop> {
    let text = call::input(input)?;
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
        return print_exact(&format!("{}\n", canonical(&read_edxml(&text)?)?));
    }
    let node = parse_json(text.as_bytes())?;
    let xml = match node.get("status") {
        Some(_) => write_status(&read::<EdocStatus>(&node)?)?,
        None => write_message(&read::<EdocMessage>(&node)?, Secrecy::Ordinary)?,
    };
    match json {
        true => print_exact(&format!("{}\n", canonical(&EdxmlFile { xml })?)),
        false => print_exact(&xml),
    }
}
