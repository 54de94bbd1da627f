//! `namro due`: when something is due, and why.

use super::rules;
use crate::arguments::{Due, Lang};
use namro::{Code, Error, Faults};
use serde_json::{Value, json};

pub(crate) fn run(due: &Due, lang: Lang) -> Result<(), Faults> {
    let office = rules::office(&due.rules)?;
    // A text with a space, or one that begins with `P`, is read as a limit and not as the code of a procedure.
    let what = if due.what.contains(' ') || due.what.starts_with('P') { "limit" } else { "procedure" };
    let request = json!({what: due.what, "accepted_at": due.accepted, "unit": due.unit, "now": due.now});
    let answer = office.call("due", &request.to_string())?;
    if due.json {
        println!("{answer}");
        return Ok(());
    }
    let answer: Value =
        serde_json::from_str(&answer).map_err(|error| Error::new(Code::CannotWrite).with("reason", error))?;
    for language in lang.languages() {
        println!("{}", text(&answer["text"], language.tag()));
        for because in answer["because"].as_array().into_iter().flatten() {
            println!("  · {}", text(&because["text"], language.tag()));
        }
    }
    Ok(())
}

fn text<'a>(value: &'a Value, language: &str) -> &'a str {
    value[language].as_str().unwrap_or_default()
}
