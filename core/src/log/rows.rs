//! Logs from rows and back: the shapes in which hosts exchange logs.

use super::builder::Builder;
use super::columns::{DayMarks, TimeField};
use super::raw::{RawCase, RawEvent};
use super::{Log, Mapping, Reading, Symbol};
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{CaseId, EventId, OfficeId, OfficerId, ProcedureId, StepId, UnitId};
use crate::base::time::{Instant, Zone};
use crate::case::{Actor, CaseRow, Event};
use crate::deadline::When;

impl Log {
    /// A log from case rows and events; either may be empty. A case that only events name is created by them.
    ///
    /// # Errors
    /// Every fault, each with the pointer of its row: for example an act that is neither an effect nor declared by the
    /// mapping.
    ///
    /// ```
    /// use namro::log::{Log, Mapping};
    /// let text = br#"[{"case_id": "c1", "at": "2026-01-08T09:00:00+07:00", "act": "receive"}]"#;
    /// let events: Vec<namro::case::Event> = serde_json::from_slice(text).unwrap();
    /// let (log, reading) = Log::from_rows(&[], &events, &Mapping::default()).unwrap();
    /// assert_eq!((reading.cases, log.to_events(&namro::Zone::vietnam()).len()), (1, 1));
    /// ```
    pub fn from_rows(cases: &[CaseRow], events: &[Event], mapping: &Mapping) -> Result<(Self, Reading), Faults> {
        Self::from_rows_in(cases, events, mapping, mapping.zone())
    }

    /// The same, with the zone in which dates without a time begin.
    ///
    /// # Errors
    /// As [`Log::from_rows`]; [`Code::NoZone`] for a date if no zone is given.
    pub fn from_rows_in(
        cases: &[CaseRow],
        events: &[Event],
        mapping: &Mapping,
        zone: Option<&Zone>,
    ) -> Result<(Self, Reading), Faults> {
        let mut builder = Builder::new(mapping);
        for (case, row) in cases.iter().zip(0..) {
            builder.case_row(case, zone, row);
        }
        for (event, row) in events.iter().zip(0..) {
            builder.event(&event.into(), row);
        }
        builder.finish()
    }

    /// The case rows of this log, their times written in a zone.
    pub fn to_cases(&self, zone: &Zone) -> Vec<CaseRow> {
        let cases = self.cases.rows().enumerate();
        cases
            .map(|(row, case)| {
                let when = |at: Option<Instant>, field| {
                    let day_only = case.days.has(field);
                    at.map(|at| if day_only { When::Date(zone.date_of(at)) } else { When::At(zone.stamp(at)) })
                };
                CaseRow {
                    case_id: CaseId::from(self.name(case.id)),
                    office: self.id::<OfficeId>(self.extras.offices.get(row)),
                    procedure: self.id::<ProcedureId>(case.procedure),
                    unit: self.id::<UnitId>(case.unit),
                    submitted: when(case.submitted, TimeField::Submitted),
                    received: when(case.received, TimeField::Received),
                    accepted: when(case.accepted, TimeField::Accepted),
                    due_recorded: when(case.due_recorded, TimeField::DueRecorded),
                    due_original: when(case.due_original, TimeField::DueOriginal),
                    finished: when(case.finished, TimeField::Finished),
                    returned: when(case.returned, TimeField::Returned),
                    stopped: when(case.stopped, TimeField::Stopped),
                    status: self.id::<String>(case.status),
                    responsible: self.id::<OfficerId>(case.responsible),
                    channel: self.id::<String>(case.channel),
                }
            })
            .collect()
    }

    /// The events of this log in its order, their times written in a zone.
    pub fn to_events(&self, zone: &Zone) -> Vec<Event> {
        let events = self.events.rows().enumerate();
        events
            .map(|(row, event)| {
                let case = self.cases.id.get(event.case as usize).copied();
                Event {
                    event_id: Some(EventId::from(&*self.event_id(&event))),
                    office: self.id::<OfficeId>(self.extras.offices.get(event.case as usize)),
                    case_id: CaseId::from(case.map_or("", |case| self.name(case))),
                    seq: self.seq(row),
                    at: zone.stamp(event.at),
                    recorded_at: event.recorded_at.map(|at| zone.stamp(at)),
                    act: self.name(event.act).to_owned(),
                    step: self.id::<StepId>(event.step),
                    actor: Some(Actor { kind: event.actor_kind, id: self.id::<OfficerId>(event.actor) }),
                    on_behalf_of: self.id::<OfficerId>(event.on_behalf_of),
                    assignee: self.id::<OfficerId>(event.assignee),
                    unit: self.id::<UnitId>(event.unit),
                    data: self.extras.data.get(&row).cloned(),
                }
            })
            .collect()
    }

    fn id<T: for<'a> From<&'a str>>(&self, symbol: Option<Symbol>) -> Option<T> {
        symbol.map(|symbol| T::from(self.name(symbol)))
    }
}

impl<'a> From<&'a Event> for RawEvent<'a> {
    fn from(event: &'a Event) -> Self {
        Self {
            event_id: event.event_id.as_ref().map(EventId::as_str),
            office: event.office.as_ref().map(OfficeId::as_str),
            case_id: Some(event.case_id.as_str()),
            seq: event.seq,
            at: Some(event.at.at),
            day_only: false,
            offset: event.at.offset,
            recorded_at: event.recorded_at.map(|stamp| stamp.at),
            act: Some(&event.act),
            step: event.step.as_ref().map(StepId::as_str),
            actor: event.actor.as_ref().and_then(|actor| actor.id.as_ref()).map(OfficerId::as_str),
            actor_kind: event.actor.as_ref().map(|actor| actor.kind),
            on_behalf_of: event.on_behalf_of.as_ref().map(OfficerId::as_str),
            assignee: event.assignee.as_ref().map(OfficerId::as_str),
            unit: event.unit.as_ref().map(UnitId::as_str),
            data: event.data.as_ref(),
            rest: 0,
        }
    }
}

impl Builder<'_> {
    /// Takes a case row of this library's shape; `zone` is the zone in which dates without a time begin.
    pub(super) fn case_row(&mut self, case: &CaseRow, zone: Option<&Zone>, row: u64) {
        match raw(case, zone) {
            Ok(raw) => self.case(&raw, row),
            Err(error) => self.refuse(error, "cases", row),
        }
    }
}

fn raw<'a>(case: &'a CaseRow, zone: Option<&Zone>) -> Result<RawCase<'a>, Error> {
    let mut days = DayMarks::default();
    let mut at = |when: Option<When>, field| match when {
        None => Ok(None),
        Some(When::At(stamp)) => Ok(Some(stamp.at)),
        Some(When::Date(date)) => {
            let zone = zone.ok_or_else(|| Error::new(Code::NoZone).with("value", date))?;
            days.set(field, true);
            Ok(Some(zone.instant(date, 0)))
        }
    };
    let [submitted, received, accepted, due_recorded, due_original, finished, returned, stopped] = [
        at(case.submitted, TimeField::Submitted)?,
        at(case.received, TimeField::Received)?,
        at(case.accepted, TimeField::Accepted)?,
        at(case.due_recorded, TimeField::DueRecorded)?,
        at(case.due_original, TimeField::DueOriginal)?,
        at(case.finished, TimeField::Finished)?,
        at(case.returned, TimeField::Returned)?,
        at(case.stopped, TimeField::Stopped)?,
    ];
    Ok(RawCase {
        case_id: Some(case.case_id.as_str()),
        office: case.office.as_ref().map(OfficeId::as_str),
        procedure: case.procedure.as_ref().map(ProcedureId::as_str),
        unit: case.unit.as_ref().map(UnitId::as_str),
        submitted,
        received,
        accepted,
        due_recorded,
        due_original,
        finished,
        returned,
        stopped,
        status: case.status.as_deref(),
        responsible: case.responsible.as_ref().map(OfficerId::as_str),
        channel: case.channel.as_deref(),
        days,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Code;
    use crate::base::shape::read;
    use crate::base::value::parse_json;
    use crate::case::{ActorKind, Effect};
    use crate::log::sparse::Sparse;
    use proptest::prelude::*;

    fn rows<T: crate::base::shape::Shape>(text: &str) -> Vec<T> {
        read(&parse_json(text.as_bytes()).unwrap()).unwrap()
    }

    fn log(events: &str) -> (Log, Reading) {
        Log::from_rows(&[], &rows(events), &Mapping::default()).unwrap()
    }

    #[test]
    fn exact_repeats_are_dropped_and_counted() {
        let (log, reading) = log(r#"[
            {"case_id": "c", "at": "2026-01-08T09:00:00+07:00", "act": "complete", "step": "a", "unit": "u"},
            {"case_id": "c", "at": "2026-01-08T09:00:00+07:00", "act": "complete", "step": "a", "unit": "v"},
            {"case_id": "c", "at": "2026-01-08T02:00:00Z", "act": "complete", "step": "a", "unit": "u"}
        ]"#);
        assert_eq!((log.events.len(), reading.rows, reading.repeats, reading.conflicts), (2, 3, 1, 0));
        assert_ne!(log.events.id[0], log.events.id[1]);
    }

    #[test]
    fn the_later_of_two_contradicting_rows_counts() {
        let (log, reading) = log(r#"[
            {"event_id": "e", "case_id": "c", "at": "2026-01-08T09:00:00+07:00", "act": "complete", "step": "a"},
            {"event_id": "e", "case_id": "c", "at": "2026-01-08T09:30:00+07:00", "act": "complete", "step": "a"}
        ]"#);
        assert_eq!((log.events.len(), reading.conflicts), (1, 1));
        assert_eq!(log.to_events(&Zone::vietnam())[0].at.to_string(), "2026-01-08T09:30:00+07:00");
        let remark = reading.remarks.iter().next().unwrap();
        assert_eq!((remark.code(), remark.place().to_string()), (Code::EventConflict, "#/events/1".to_owned()));
    }

    #[test]
    fn events_of_one_instant_follow_number_then_rank() {
        let (log, _) = log(r#"[
            {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "complete", "step": "b"},
            {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "start", "step": "b"},
            {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "note", "seq": 2},
            {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "stop", "seq": 1}
        ]"#);
        assert_eq!(log.events.effect, [Effect::Start, Effect::Complete, Effect::Stop, Effect::Note]);
    }

    #[test]
    fn an_act_that_nobody_declared() {
        let events = rows(
            r#"[{"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "complet"},
                              {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "xyz"}]"#,
        );
        let faults = Log::from_rows(&[], &events, &Mapping::default()).unwrap_err();
        assert_eq!(faults.count(), 2);
        assert!(faults.iter().next().unwrap().help().unwrap().en.contains("complete"));
    }

    #[test]
    fn who_is_no_person_and_who_is_nobody() {
        let (log, reading) = log(r#"[
            {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "note", "actor": {"id": "admin1"}},
            {"case_id": "c", "at": "2026-01-08T09:00:01Z", "act": "note", "actor": {"id": "UNKNOWN"}, "unit": "EMPTY"},
            {"case_id": "c", "at": "2026-01-08T09:00:02Z", "act": "note", "actor": {"id": "o17"}},
            {"case_id": "c", "at": "2026-01-08T09:00:03Z", "act": "note", "actor": {"kind": "citizen"}}
        ]"#);
        let kinds = [ActorKind::System, ActorKind::Unknown, ActorKind::Person, ActorKind::Citizen];
        assert_eq!(log.events.actor_kind, kinds);
        assert_eq!((reading.without_actor, log.events.unit[1]), (2, None));
    }

    #[test]
    fn case_rows_add_up_and_the_later_wins() {
        let cases = rows(
            r#"[{"case_id": "c", "status": "open", "accepted": "2026-01-08T09:00:00Z"},
                             {"case_id": "c", "status": "closed"}]"#,
        );
        let (log, reading) = Log::from_rows(&cases, &[], &Mapping::default()).unwrap();
        assert_eq!((log.cases.len(), reading.conflicts, reading.cases_without_events), (1, 1, 1));
        assert_eq!(log.name(log.cases.status.get(0).unwrap()), "closed");
        assert!(log.cases.accepted.get(0).is_some());
    }

    #[test]
    fn milestones_give_dates() {
        let spec = r#"{"milestones": {"accepted": "a", "finished": ["z"]}}"#;
        let mapping = Mapping::new(read(&parse_json(spec.as_bytes()).unwrap()).unwrap()).unwrap();
        let events = rows(
            r#"[
            {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "complete", "step": "a"},
            {"case_id": "c", "at": "2026-01-09T09:00:00Z", "act": "complete", "step": "a"},
            {"case_id": "c", "at": "2026-01-10T09:00:00Z", "act": "start", "step": "z"},
            {"case_id": "d", "at": "2026-01-11T09:00:00Z", "act": "complete", "step": "z"}
        ]"#,
        );
        let (log, _) = Log::from_rows(&[], &events, &mapping).unwrap();
        let shown = |column: &Sparse<Option<Instant>>| [0, 1].map(|case| column.get(case).map(|at| at.to_string()));
        assert_eq!(shown(&log.cases.accepted), [Some("2026-01-08T09:00:00Z".into()), None]);
        assert_eq!(shown(&log.cases.finished), [None, Some("2026-01-11T09:00:00Z".into())]);
    }

    fn event() -> impl Strategy<Value = Event> {
        let id = prop_oneof![4 => Just(None), 1 => (0..9u8).prop_map(Some)];
        let seq = prop_oneof![Just(None), (1..4u32).prop_map(Some)];
        (id, 0..3u8, seq, 0..4i64, 0..Effect::ALL.len(), 0..3u8, proptest::option::of(0..3u8)).prop_map(
            |(id, case, seq, at, act, step, actor)| Event {
                event_id: id.map(|id| EventId::from(&*format!("e{id}"))),
                office: None,
                case_id: CaseId::from(&*format!("c{case}")),
                seq,
                at: Zone::vietnam().stamp(Instant::from_seconds(at).unwrap()),
                recorded_at: None,
                act: Effect::ALL[act].0.to_owned(),
                step: Some(StepId::from(&*format!("s{step}"))),
                actor: Some(Actor { kind: ActorKind::Person, id: actor.map(|o| OfficerId::from(&*format!("o{o}"))) }),
                on_behalf_of: None,
                assignee: None,
                unit: None,
                data: None,
            },
        )
    }

    proptest! {
        #[test]
        fn what_comes_out_reads_back_the_same(events in proptest::collection::vec(event(), 0..30)) {
            let zone = Zone::vietnam();
            let (log, reading) = Log::from_rows(&[], &events, &Mapping::default()).unwrap();
            prop_assert_eq!(reading.rows, reading.events + reading.repeats + reading.conflicts);
            let (cases, out) = (log.to_cases(&zone), log.to_events(&zone));
            let (again, reading) = Log::from_rows(&cases, &out, &Mapping::default()).unwrap();
            prop_assert_eq!((reading.repeats, reading.conflicts), (0, 0));
            prop_assert_eq!(again.to_events(&zone), out);
            prop_assert_eq!(again.to_cases(&zone), cases);
        }

        #[test]
        fn rows_without_contradiction_may_come_in_any_order(
            events in proptest::collection::vec(event(), 0..30), seed in any::<u64>()
        ) {
            let plain: Vec<Event> = events.into_iter().map(|e| Event { event_id: None, ..e }).collect();
            let mut shuffled = plain.clone();
            shuffled.sort_by_key(|event| draw(event, seed));
            let by_case = |events: &[Event]| {
                let (log, _) = Log::from_rows(&[], events, &Mapping::default()).unwrap();
                let mut out = log.to_events(&Zone::vietnam());
                out.sort_by(|a, b| a.case_id.cmp(&b.case_id));
                out.iter().map(|e| (e.case_id.clone(), e.at, e.act.clone(), e.step.clone())).collect::<Vec<_>>()
            };
            prop_assert_eq!(by_case(&plain), by_case(&shuffled));
        }
    }

    /// The position of an event in a shuffle.
    fn draw(event: &Event, seed: u64) -> u64 {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        (seed, serde_json::to_string(event).unwrap()).hash(&mut hasher);
        hasher.finish()
    }
}
