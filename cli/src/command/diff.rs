//! `namro diff`: what a newer rulebook changes, for whom and from when, and which open cases are affected.

use super::rules;
use crate::arguments::{Diff, Lang};
use crate::file;
use namro::case::Case;
use namro::internals::base::parse_json;
use namro::{Faults, facade};
use std::path::PathBuf;

pub(crate) fn run(diff: &Diff, lang: Lang) -> Result<(), Faults> {
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
    if diff.json {
        println!("{}", namro::base::canonical(&found)?);
        return Ok(());
    }
    for change in &found.changes {
        for (index, language) in lang.languages().iter().enumerate() {
            println!("{} {}", if index == 0 { "•" } else { " " }, change.text.get(*language));
        }
        for case in &change.open_cases {
            println!("    {case}");
        }
    }
    for case in &found.cases {
        let day = |day: Option<namro::Date>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
        println!("{}  {} → {}", case.case_id, day(case.last_day_before), day(case.last_day_after));
    }
    if found.same {
        println!("=");
    }
    Ok(())
}
