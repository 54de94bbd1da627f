//! How a foreign log is read, as a rulebook writes it: section `mappings.<id>`, or a document of its own.

use crate::base::shape::{OneOrMany, Shape, Term};
use crate::calendar::zone::ZoneSpec;
use crate::case::{ActorKind, Effect};
use indexmap::IndexMap;
use serde::Serialize;

/// In which order a date of three numbers stands, where the year does not come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum DateOrder {
    /// `31/12/2026`, as Vietnamese papers have it.
    #[term("day_first")]
    DayFirst,
    /// `12/31/2026`.
    #[term("month_first")]
    MonthFirst,
}

/// How a log is read that was not written for this library (*bản ánh xạ nhật ký*): which column holds what, who
/// is no person, what the words of the other system mean.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct MappingSpec {
    /// Column or attribute of each field of an event; what is not named is looked for by its usual names.
    #[shape(default)]
    pub events: EventColumns,
    /// Column or trace attribute of each field of a case row, likewise.
    #[shape(default)]
    pub cases: CaseColumns,
    /// Column of each entry of an event's `data`; none is kept unless it is named here.
    pub data: IndexMap<String, String>,
    /// The procedure of cases that name none: a log of one procedure does not repeat it.
    pub procedure: Option<String>,
    /// The zone of times that have no offset; without it, such a time is an error.
    pub zone: Option<ZoneSpec>,
    /// The order of dates such as `03/04/2026`; without it, they must show it themselves or are an error.
    pub dates: Option<DateOrder>,
    /// What separates the columns of a table; without it, it is seen from the first line.
    pub delimiter: Option<String>,
    /// Cells that mean that there is no value.
    #[shape(default = owned(MISSING))]
    pub missing: Vec<String>,
    /// Names of actors and units that mean nobody.
    #[shape(default = owned(NOBODY))]
    pub nobody: Vec<String>,
    /// Names of actors that are no persons, and what they are instead; `*` stands for any text, `#` for digits.
    #[shape(default = not_persons())]
    pub not_persons: IndexMap<String, ActorKind>,
    /// What the acts of the other system do; the terms of XES and of this library are known.
    pub acts: IndexMap<String, Effect>,
    /// What a row of a foreign log does that names no act, or one that nobody has declared.
    #[shape(default = Effect::Complete)]
    pub otherwise: Effect,
    /// Steps whose completion gives a case its dates, where its row has none.
    #[shape(default = MilestonesSpec::none())]
    pub milestones: MilestonesSpec,
    /// Whether rows with a fault are set aside and counted; else one fault refuses the log.
    #[shape(default = false)]
    pub lenient: bool,
}

/// Which column holds which field of an event.
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct EventColumns {
    /// The identifier.
    pub event_id: Option<String>,
    /// The office.
    pub office: Option<String>,
    /// The case; in XES an attribute of the trace.
    pub case_id: Option<String>,
    /// The number within the case.
    pub seq: Option<String>,
    /// When it happened, or ended.
    pub at: Option<String>,
    /// When the work began, where one row tells both ends: it becomes an event of its own.
    pub started: Option<String>,
    /// When it was entered.
    pub recorded_at: Option<String>,
    /// What was done.
    pub act: Option<String>,
    /// The step.
    pub step: Option<String>,
    /// Who acted.
    pub actor: Option<String>,
    /// For whom.
    pub on_behalf_of: Option<String>,
    /// To whom the step goes.
    pub assignee: Option<String>,
    /// The unit.
    pub unit: Option<String>,
}

/// Which column or trace attribute holds which field of a case row.
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct CaseColumns {
    /// The procedure.
    pub procedure: Option<String>,
    /// The unit that solves it.
    pub unit: Option<String>,
    /// Sent by the citizen.
    pub submitted: Option<String>,
    /// Arrived.
    pub received: Option<String>,
    /// Accepted as complete.
    pub accepted: Option<String>,
    /// The due that the exporting system shows now.
    pub due_recorded: Option<String>,
    /// The due that was promised first.
    pub due_original: Option<String>,
    /// The result was handed over.
    pub finished: Option<String>,
    /// The result was given to the citizen.
    pub returned: Option<String>,
    /// Stopped without a result.
    pub stopped: Option<String>,
    /// Status.
    pub status: Option<String>,
    /// Who answers for it.
    pub responsible: Option<String>,
    /// Desk, online, post.
    pub channel: Option<String>,
}

/// Steps whose completion is a date of the case: the first completion for what begins, the last for what ends.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct MilestonesSpec {
    /// Arrived.
    pub received: OneOrMany<String>,
    /// Accepted as complete.
    pub accepted: OneOrMany<String>,
    /// The result was handed over.
    pub finished: OneOrMany<String>,
    /// The result was given to the citizen.
    pub returned: OneOrMany<String>,
    /// Stopped without a result.
    pub stopped: OneOrMany<String>,
}

impl MilestonesSpec {
    fn none() -> Self {
        let none = || OneOrMany(Vec::new());
        Self { received: none(), accepted: none(), finished: none(), returned: none(), stopped: none() }
    }
}

/// Cells that mean that there is no value.
const MISSING: &[&str] = &["", "NULL", "null", "None", "NaN", "nan", "NaT", "N/A", "#N/A"];
/// Names that mean nobody.
const NOBODY: &[&str] = &["UNKNOWN", "EMPTY", "MISSING", "NONE", "-", "không rõ"];
/// Accounts that are no persons wherever they have been met.
const NOT_PERSONS: &[(&str, ActorKind)] = &[
    ("admin#", ActorKind::System),
    ("administrator", ActorKind::System),
    ("system", ActorKind::System),
    ("hệ thống", ActorKind::System),
    ("robot#", ActorKind::System),
    ("batch*", ActorKind::System),
    ("root", ActorKind::System),
    ("test#", ActorKind::Unknown),
];

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn not_persons() -> IndexMap<String, ActorKind> {
    NOT_PERSONS.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect()
}

impl Default for MappingSpec {
    /// What an empty mapping says: usual column names, usual words.
    fn default() -> Self {
        Self {
            events: EventColumns::default(),
            cases: CaseColumns::default(),
            data: IndexMap::new(),
            procedure: None,
            zone: None,
            dates: None,
            delimiter: None,
            missing: owned(MISSING),
            nobody: owned(NOBODY),
            not_persons: not_persons(),
            acts: IndexMap::new(),
            otherwise: Effect::Complete,
            milestones: MilestonesSpec::none(),
            lenient: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::value::{Map, Node, Value};

    #[test]
    fn an_empty_mapping_is_the_default() {
        let empty = Node::from(Value::Map(Map::default()));
        let read = crate::base::shape::read::<MappingSpec>(&empty).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), serde_json::to_string(&MappingSpec::default()).unwrap());
    }
}
