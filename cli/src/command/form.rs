//! `namro form`: a form of the one-stop desk, as data or as a page to be printed.

use super::{call, rules};
use crate::arguments::{Form, Lang};
use namro::Faults;
use namro::base::{canon, shape, value};
use namro::office::FormRequest;

pub(crate) fn run(form: &Form, lang: Lang) -> Result<(), Faults> {
    let office = rules::office(&form.rules)?;
    let input = call::input(form.input.as_deref())?;
    let request: FormRequest = shape::read(&value::parse_json(input.as_bytes())?)?;
    let filled = office.form(&request)?;
    match form.html {
        true => println!("{}", filled.html(lang.first())),
        false => println!("{}", canon::canonical(&filled)?),
    }
    Ok(())
}
