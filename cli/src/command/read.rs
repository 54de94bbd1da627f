//! `namro read`: files into a log, and what became of each row.

use super::rules;
use crate::arguments::{Lang, Read};
use crate::output::write_file;
use crate::progress::Progress;
use crate::reading::{self, left_out, reconciliation};
use crate::terminal::{Stop, print_drawn, print_exact};
use namro::Office;

pub(crate) fn run(read: &Read, lang: Lang, json: bool) -> Result<(), Stop> {
    let progress = Progress::new(lang.first());
    let office = match read.rules.rulebooks.is_empty() {
        true => Office::load(&[("any-log.yaml", super::report::ANY_LOG)])?,
        false => rules::compile(&read.rules.rulebooks)?,
    };
    let zone = (!read.rules.rulebooks.is_empty()).then(|| office.rulebook().zone().clone());
    let (log, reading) = reading::read(&read.files, &office, read.mapping.as_deref(), zone.as_ref(), &progress)?;
    drop(progress);
    if let Some(path) = &read.output {
        let zone = office.rulebook().zone();
        let (cases, events) = (log.to_cases(zone), log.to_events(zone));
        let mut lines = Vec::with_capacity(cases.len() + events.len());
        for case in &cases {
            lines.push(namro::base::canonical(case)?);
        }
        for event in &events {
            lines.push(namro::base::canonical(event)?);
        }
        write_file(path, |file| lines.iter().try_for_each(|line| writeln!(file, "{line}")))?;
    }
    if let Some(path) = &read.set_aside {
        write_file(path, |file| left_out(file, &reading))?;
    }
    match json {
        true => print_exact(&format!("{}\n", namro::base::canonical(&reading)?)),
        false => print_drawn(&reconciliation(&reading, lang)),
    }
}
