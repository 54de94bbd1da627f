//! The events behind a finding, and findings by kind.

use super::names::Names;
use crate::base::Arrange;
use crate::base::ids::{EventId, OfficerId, StepId, UnitId};
use crate::base::text::Text;
use crate::case::ActorKind;
use crate::log::{EventCells, Log};
use crate::render::model::{Act, Loss, Trouble};
use crate::replay::finding::{Finding, FindingKind};
use indexmap::IndexMap;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Number of findings of each kind that are shown in full.
const EXAMPLES: usize = 4;
/// Number of events shown for each finding.
const EVENTS: usize = 12;

/// Finds events by their identifier.
pub(super) struct Evidence<'a> {
    log: &'a Log,
    names: &'a Names<'a>,
    /// The row of each event, by identifier.
    rows: HashMap<EventId, usize>,
    spans: Vec<std::ops::Range<usize>>,
}

impl<'a> Evidence<'a> {
    pub(super) fn new(log: &'a Log, names: &'a Names<'a>) -> Self {
        let rows = log.events.rows().enumerate();
        let rows = rows.map(|(row, event)| (EventId::from(&*log.event_id(&event)), row)).collect();
        Self { log, names, rows, spans: log.spans() }
    }

    fn row(&self, event: &EventId) -> Option<EventCells> {
        self.log.events.row(*self.rows.get(event)?)
    }

    /// All acts of the case of a finding, with those that show it marked; if it is not about a case, only the latter.
    pub(super) fn of(&self, finding: &Finding) -> (Vec<Act>, u64) {
        let shown: Vec<EventCells> = finding.events.iter().filter_map(|event| self.row(event)).collect();
        let whole = match shown.first() {
            Some(first) if finding.subject.kind == crate::replay::finding::SubjectKind::Case => self.case(first.case),
            _ => shown.clone(),
        };
        let marked = |event: &EventCells| shown.contains(event);
        // Of a long case, the part around the finding is shown, not the beginning.
        let first = whole.iter().position(marked).unwrap_or(0);
        let skip = if whole.len() > EVENTS { first.saturating_sub(EVENTS / 2) } else { 0 };
        let acts: Vec<Act> = whole.iter().skip(skip).take(EVENTS).map(|event| self.act(event, marked(event))).collect();
        let more =
            (whole.len() - acts.len()).max(usize::try_from(finding.count).unwrap_or(0).saturating_sub(whole.len()));
        (acts, more as u64)
    }

    /// The given events.
    pub(super) fn events(&self, events: &[EventId]) -> (Vec<Act>, u64) {
        let shown: Vec<Act> = events
            .iter()
            .take(EVENTS)
            .filter_map(|event| self.row(event))
            .map(|event| self.act(&event, true))
            .collect();
        let more = events.len().saturating_sub(shown.len()) as u64;
        (shown, more)
    }

    /// The events of a case.
    fn case(&self, case: crate::log::columns::Row) -> Vec<EventCells> {
        let span = usize::try_from(case).ok().and_then(|case| self.spans.get(case)).cloned().unwrap_or(0..0);
        span.filter_map(|row| self.log.events.row(row)).collect()
    }

    /// The acts of a case, by its identifier.
    pub(super) fn of_case(&self, case: &str) -> Vec<Act> {
        let id = self.log.names.find(case);
        let row = self.log.cases.id.iter().position(|other| Some(*other) == id);
        let events = row.and_then(|row| u32::try_from(row).ok()).map(|row| self.case(row)).unwrap_or_default();
        events.iter().map(|event| self.act(event, false)).collect()
    }

    fn act(&self, event: &EventCells, marked: bool) -> Act {
        let name = |symbol| self.log.name(symbol);
        let unit = event.unit.map(|unit| UnitId::from(name(unit)));
        let procedure = self.log.cases.procedure.get(event.case as usize);
        let procedure = procedure.map(|procedure| crate::base::ids::ProcedureId::from(name(procedure)));
        let step = event.step.map(|step| StepId::from(name(step)));
        let person = event.actor_kind == ActorKind::Person;
        Act {
            event: self.log.event_id(event).into_owned(),
            at: self.names.stamp(event.at),
            act: event.effect.words(),
            step: self.names.step(procedure.as_ref(), step.as_ref()),
            who: self.who(event),
            off_hours: person && !self.names.is_open(unit.as_ref(), event.at),
            marked,
        }
    }

    fn who(&self, event: &EventCells) -> Text {
        let name = |symbol| OfficerId::from(self.log.name(symbol));
        let mut who = match (event.actor, event.actor_kind) {
            (Some(actor), ActorKind::Person) => Text::same(name(actor).as_str()),
            (Some(actor), kind) => {
                let kind = kind.words();
                Text::new(format!("{} ({})", name(actor), kind.vi), format!("{} ({})", name(actor), kind.en))
            }
            (None, kind) => kind.words(),
        };
        if let Some(principal) = event.on_behalf_of {
            who = Text::new(
                format!("{} thay {}", who.vi, name(principal)),
                format!("{} for {}", who.en, name(principal)),
            );
        }
        if let Some(to) = event.assignee {
            who = Text::new(format!("{} → {}", who.vi, name(to)), format!("{} → {}", who.en, name(to)));
        }
        who
    }

    /// Findings by kind, the most frequent kinds first, with the gravest of each as examples.
    pub(super) fn troubles(&self, findings: &[Finding]) -> Vec<Trouble> {
        let mut kinds: IndexMap<FindingKind, Vec<&Finding>> = IndexMap::new();
        for finding in findings {
            kinds.entry(finding.kind).or_default().push(finding);
        }
        let mut troubles: Vec<Trouble> = kinds
            .into_iter()
            .filter_map(|(kind, mut list)| {
                let dimension = list.first()?.dimension.words();
                let count = list.len() as u64;
                list.arrange_by_key(|finding| {
                    (
                        Reverse(finding.late_working_seconds + finding.idle_working_seconds),
                        Reverse(finding.count),
                        finding.id.clone(),
                    )
                });
                let examples = list.into_iter().take(EXAMPLES).map(|finding| self.loss(finding, None)).collect();
                Some(Trouble { dimension, label: kind.words(), count, examples })
            })
            .collect();
        troubles.arrange_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
        troubles
    }

    /// A finding with its events.
    pub(super) fn loss(&self, finding: &Finding, points: Option<i64>) -> Loss {
        let (events, more) = self.of(finding);
        Loss {
            finding: finding.id.to_string(),
            case: finding.subject.id.clone(),
            text: finding.text.clone(),
            points,
            events,
            more,
        }
    }
}
