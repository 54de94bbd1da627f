//! Builds the report on a replay.

use super::evidence::Evidence;
use super::missing::missing;
use super::names::Names;
use super::{moments, people, standing, words, work};
use crate::base::Arrange;
use crate::base::text::Text;
use crate::log::{Log, Reading};
use crate::office::Office;
use crate::render::model::Report;
use crate::render::number::whole;
use crate::render::{messages, number};
use crate::replay::{CountId, Replay};
use crate::score::{Card, Policy};

/// The answers that a report is built from.
#[derive(Clone, Copy, Debug)]
pub struct ReportInput<'a> {
    /// The office whose rules were applied.
    pub office: &'a Office,
    /// The log, for the events behind each finding.
    pub log: &'a Log,
    /// The report on reading the log, if it was read from a file.
    pub reading: Option<&'a Reading>,
    /// The answer of the replay.
    pub replay: &'a Replay,
    /// The scores of a period with their policy, if there are any.
    pub scores: Option<(&'a [Card], &'a Policy)>,
    /// A notice at the top of the page.
    pub notice: Option<&'a Text>,
}

impl Report {
    /// Builds the report on a replay.
    pub fn build(input: &ReportInput<'_>) -> Self {
        let names = Names::new(input.office, input.replay.as_of);
        let evidence = Evidence::new(input.log, &names);
        let replay = input.replay;
        let mut report = Self::empty(input.office.rulebook().title().clone(), period(replay), replay.as_of);
        report.notice = input.notice.cloned();
        let sizes = [
            (CountId::Cases, messages::CASES.text()),
            (CountId::Events, messages::EVENTS.text()),
            (CountId::Persons, messages::PERSONS.text()),
        ];
        report.sizes = sizes.into_iter().filter_map(|(id, label)| size(replay, id, label)).collect();
        standing::fill(&mut report, replay, &names);
        report.shares = replay.shares.iter().filter_map(words::share).collect();
        report.troubles = evidence.troubles(&replay.findings);
        report.cards = people::cards(input, &names, &evidence);
        work::fill(&mut report, input, &names);
        moments::fill(&mut report, replay, &names, &evidence);
        report.missing = missing(input);
        report.sources = sources(replay);
        report.marks = marks(input);
        report
    }
}

/// The days from the first to the last event of the log.
fn period(replay: &Replay) -> Text {
    let begun = replay.cases.iter().filter_map(|case| case.begun).map(|stamp| stamp.at).min();
    let zone = crate::base::time::Zone::fixed(replay.as_of.offset);
    let last = zone.date_of(replay.as_of.at.plus(crate::base::time::Seconds(-1)));
    let first = begun.map_or(last, |at| zone.date_of(at));
    Text::new(format!("{} – {}", first.vietnamese(), last.vietnamese()), format!("{first} – {last}"))
}

fn size(replay: &Replay, id: CountId, label: Text) -> Option<(Text, u64)> {
    let count = replay.counts.iter().find(|count| count.id == id)?;
    Some((label, whole(count.count)))
}

/// The legal texts behind the findings, each once.
fn sources(replay: &Replay) -> Vec<(String, Text)> {
    let mut sources: Vec<(String, Text)> = Vec::new();
    for source in replay.findings.iter().filter_map(|finding| finding.source.as_ref()) {
        let note = source
            .article
            .as_deref()
            .map_or_else(Text::default, |article| Text::new(format!("điều {article}"), format!("article {article}")));
        let entry = (source.text.clone(), note);
        if !sources.contains(&entry) {
            sources.push(entry);
        }
    }
    sources.arrange();
    sources
}

fn marks(input: &ReportInput<'_>) -> Vec<(Text, String)> {
    let mut marks = vec![
        (messages::RULEBOOK.text(), input.office.rulebook().id().to_string()),
        (messages::RULEBOOK_HASH.text(), input.office.hash().to_string()),
        (messages::SEMANTICS.text(), input.replay.semantics.to_string()),
        (messages::GRADE.text(), input.replay.grade.to_string()),
    ];
    let wanted = [
        CountId::Resources,
        CountId::Activities,
        CountId::Variants,
        CountId::Handovers,
        CountId::HandoversBetweenPersons,
        CountId::Returns,
    ];
    marks.extend(
        input
            .replay
            .counts
            .iter()
            .filter(|count| wanted.contains(&count.id))
            .map(|count| (count.text.clone(), number::count(whole(count.count)).vi)),
    );
    marks
}
