//! `namro discover`: a rulebook proposed from a log.

use super::rules;
use crate::arguments::{Discover, Lang};
use crate::output::write_file;
use crate::progress::Progress;
use crate::reading;
use crate::terminal::{Stop, note, print_exact};
use namro::Text;

pub(super) fn run(arguments: &Discover, lang: Lang, json: bool) -> Result<(), Stop> {
    let progress = Progress::new(lang.first());
    let office = rules::office_or_none(&arguments.log.rules)?;
    let (log, reading) = reading::read(&arguments.log, &office, &progress)?;
    let proposal = office.discover(&log, arguments.noise)?;
    drop(progress);
    note(reading.reconciliation().get(lang.first()).trim_end());
    for found in &proposal.workflows {
        let (workflow, cases, variants) = (&found.workflow, found.cases, found.variants);
        let (noise, fitness, undecided) = (found.noise, &found.fitness, found.undecided);
        let told = Text::new(
            format!(
                "{workflow}: {cases} vụ việc, {variants} trình tự; ngưỡng nhiễu {noise} %, độ khớp {fitness}, chưa xác định {undecided}"
            ),
            format!(
                "{workflow}: {cases} cases, {variants} orders; noise threshold {noise} %, fitness {fitness}, undecided {undecided}"
            ),
        );
        note(told.get(lang.first()));
    }
    if let Some(path) = &arguments.output {
        write_file(path, |file| file.write_all(proposal.text.as_bytes()))?;
    }
    match (json, &arguments.output) {
        (true, _) => print_exact(&format!("{}\n", namro::base::canonical(&proposal)?)),
        (false, Some(_)) => Ok(()),
        (false, None) => print_exact(&proposal.text),
    }
}
