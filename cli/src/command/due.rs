//! `namro due`: when something is due, and why.

use super::rules;
use crate::arguments::{Due, Lang};
use crate::terminal::{Stop, line, print_drawn, print_exact};
use namro::{Code, Error};
use serde_json::{Value, json};

pub(crate) fn run(due: &Due, lang: Lang, json: bool) -> Result<(), Stop> {
    let office = rules::office(&due.rules)?;
    // A text with a space, or one that begins with `P`, is read as a limit and not as the code of a procedure.
    let what = if due.what.contains(' ') || due.what.starts_with('P') { "limit" } else { "procedure" };
    let request = json!({what: due.what, "accepted_at": due.accepted, "unit": due.unit, "now": due.now});
    let answer = office.call("due", &request.to_string())?;
    if json {
        return print_exact(&format!("{answer}\n"));
    }
    let answer: Value =
        serde_json::from_str(&answer).map_err(|error| Error::new(Code::CannotWrite).with("reason", error))?;
    let mut lines = String::new();
    for language in lang.languages() {
        lines.push_str(&format!("{}\n", line(text(&answer["text"], language.tag()))));
        for because in answer["because"].as_array().into_iter().flatten() {
            lines.push_str(&format!("  · {}\n", line(text(&because["text"], language.tag()))));
        }
    }
    print_drawn(&lines)
}

fn text<'a>(value: &'a Value, language: &str) -> &'a str {
    value[language].as_str().unwrap_or_default()
}
