//! People of a log by the staff table: every spelling of a person is that person, and a name that fits several people
//! is resolved by unit and day, or stays a name.

use super::handle::Office;
use crate::base::ids::{OfficerId, UnitId};
use crate::base::names::Symbol;
use crate::base::time::Instant;
use crate::case::{ActorKind, Effect};
use crate::log::Log;
use crate::people::Staff;
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, HashMap};

/// What a name of the log means.
enum Meaning {
    /// One person, under this identifier.
    One(Symbol),
    /// Several people; who is meant depends on unit and day.
    Several(String),
}

impl Office {
    /// The log with its people as the staff table knows them: names and aliases become identifiers. If several people
    /// have a name, the day and the unit of the event, else that of the case, decide; where they do not, the name stays,
    /// replay reports it (`ambiguous_person`), and nobody is charged with what was done under it. A log that was read
    /// before is not changed again.
    #[must_use]
    pub fn with_people_of(&self, mut log: Log) -> Log {
        let staff = self.staff();
        let mut meanings: HashMap<Symbol, Meaning, RandomState> = HashMap::default();
        for symbol in log.names.symbols().collect::<Vec<_>>() {
            let name = log.names.get(symbol).to_owned();
            let meaning = match staff.called(&name) {
                [] => continue,
                [one] if one.as_str() == name => continue,
                [one] => log.names.intern(one.as_str()).map(Meaning::One),
                _ => Some(Meaning::Several(name)),
            };
            meanings.extend(meaning.map(|meaning| (symbol, meaning)));
        }
        if !meanings.is_empty() {
            Resolver { office: self, staff, meanings }.resolve(&mut log);
        }
        self.with_steps_of(log)
    }
}

impl Office {
    /// The names of a log that nothing of the office has, each with the number of its rows: people that the staff table
    /// does not have (`people`, if there is a table), units and procedures that the rulebook does not have (`units`,
    /// `procedures`, if it has any), words for acts that nobody declared are in the [`Reading`](crate::log::Reading).
    #[doc(hidden)]
    pub fn unknown_names(&self, log: &Log) -> BTreeMap<&'static str, BTreeMap<String, u64>> {
        let organisation = self.staff().organisation();
        let (has_staff, has_units) = (self.staff().officers().len() > 0, organisation.units().next().is_some());
        let has_procedures = self.rulebook().procedures().next().is_some();
        let mut counts: HashMap<(&'static str, Symbol), u64, RandomState> = HashMap::default();
        let mut see = |kind, name: Option<Symbol>| {
            if let Some(name) = name {
                *counts.entry((kind, name)).or_default() += 1;
            }
        };
        for case in log.cases.rows() {
            see("people", case.responsible.filter(|_| has_staff));
            see("units", case.unit.filter(|_| has_units));
            see("procedures", case.procedure.filter(|_| has_procedures));
        }
        for event in log.events.rows() {
            let person = event.actor.filter(|_| event.actor_kind == ActorKind::Person);
            for name in [person, event.assignee, event.on_behalf_of] {
                see("people", name.filter(|_| has_staff));
            }
            see("units", event.unit.filter(|_| has_units));
        }
        let mut unknown: BTreeMap<&'static str, BTreeMap<String, u64>> = BTreeMap::new();
        for ((kind, symbol), count) in counts {
            let name = log.names.get(symbol);
            let known = match kind {
                "people" => !self.staff().called(name).is_empty(),
                "units" => organisation.units().any(|(id, _)| id.as_str() == name),
                _ => self.rulebook().procedures().any(|(id, _)| id.as_str() == name),
            };
            if !known {
                unknown.entry(kind).or_default().insert(name.to_owned(), count);
            }
        }
        unknown
    }
}

/// Replaces names in the columns of a log.
struct Resolver<'o> {
    office: &'o Office,
    staff: &'o Staff,
    meanings: HashMap<Symbol, Meaning, RandomState>,
}

impl Resolver<'_> {
    /// Who is meant by a name at a time in these units; whether it is certain.
    fn who(&self, log: &mut Log, name: Symbol, units: [Option<Symbol>; 2], at: Option<Instant>) -> (Symbol, bool) {
        let text = match self.meanings.get(&name) {
            None => return (name, true),
            Some(Meaning::One(id)) => return (*id, true),
            Some(Meaning::Several(text)) => text,
        };
        let units: Vec<UnitId> = units.iter().flatten().map(|unit| UnitId::from(log.names.get(*unit))).collect();
        let units: Vec<&UnitId> = units.iter().collect();
        let on = at.map(|at| self.office.rulebook().zone().date_of(at));
        let one = on.and_then(|on| self.staff.called_at(text, &units, on));
        let symbol = one.and_then(|one| log.names.intern(OfficerId::as_str(one)));
        symbol.map_or((name, false), |symbol| (symbol, true))
    }

    fn resolve(&self, log: &mut Log) {
        for row in 0..log.cases.len() {
            let Some(case) = log.cases.row(row) else { continue };
            let Some(name) = case.responsible else { continue };
            let at = [case.accepted, case.received, case.submitted, case.finished, case.returned, case.stopped];
            let (who, _) = self.who(log, name, [case.unit, None], at.into_iter().flatten().next());
            log.cases.responsible.set(row, Some(who));
        }
        for row in 0..log.events.len() {
            let Some(event) = log.events.row(row) else { continue };
            let of_case = log.cases.unit.get(event.case as usize);
            // A case is sent to the unit of such an act, which need not be that of whoever sends it.
            let sends = matches!(event.effect, Effect::Assign | Effect::Forward);
            let own = event.unit.filter(|_| !sends);
            if let Some(actor) = event.actor {
                let (who, certain) = self.who(log, actor, [own, of_case], Some(event.at));
                if let Some(cell) = log.events.actor.get_mut(row) {
                    *cell = Some(who);
                }
                let kind = log.events.actor_kind.get_mut(row).filter(|kind| **kind == ActorKind::Person);
                if let Some(kind) = kind.filter(|_| !certain) {
                    *kind = ActorKind::Unknown;
                }
            }
            if let Some(name) = event.on_behalf_of {
                let (who, _) = self.who(log, name, [own, of_case], Some(event.at));
                log.events.on_behalf_of.set(row, Some(who));
            }
            if let Some(name) = event.assignee {
                let (who, _) = self.who(log, name, [event.unit, of_case], Some(event.at));
                log.events.assignee.set(row, Some(who));
            }
        }
    }
}

#[cfg(test)]
#[path = "tests/people.rs"]
mod tests;
