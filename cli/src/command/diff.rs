//! `namro diff`: what a newer rulebook changes, for whom and from when, and which open cases are affected.

use super::rules;
use crate::arguments::{Diff, Lang};
use crate::file;
use crate::terminal::{Stop, line, print_drawn, print_exact};
use namro::case::Case;
use namro::facade;
use namro::internals::base::parse_json;
use std::path::PathBuf;

pub(crate) fn run(diff: &Diff, lang: Lang, json: bool) -> Result<(), Stop> {
    let office = |root: &PathBuf| {
        let files: Vec<PathBuf> = std::iter::once(root).chain(&diff.include).cloned().collect();
        rules::compile(&files)
    };
    let (older, newer) = (office(&diff.older)?, office(&diff.newer)?);
    let cases: Vec<Case> = match &diff.cases {
        Some(path) => namro::internals::base::read(&parse_json(file::text(path, facade::MAX_BYTES)?.as_bytes())?)?,
        None => Vec::new(),
    };
    let found = older.diff(&newer, &cases);
    if json {
        return print_exact(&format!("{}\n", namro::base::canonical(&found)?));
    }
    let mut lines = String::new();
    for change in &found.changes {
        for (index, language) in lang.languages().iter().enumerate() {
            let text = line(change.text.get(*language));
            lines.push_str(&format!("{} {text}\n", if index == 0 { "•" } else { " " }));
        }
        for case in &change.open_cases {
            lines.push_str(&format!("    {}\n", line(case.as_str())));
        }
    }
    for case in &found.cases {
        let day = |day: Option<namro::Date>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
        let (id, before, after) = (&case.case_id, day(case.last_day_before), day(case.last_day_after));
        lines.push_str(&format!("{}  {before} → {after}\n", line(id.as_str())));
    }
    if found.same {
        lines.push_str("=\n");
    }
    print_drawn(&lines)
}
