//! A published slice, loaded: what a browser needs to judge dossiers and to promise a time.

use super::gather::{FORMAT, MAX_BYTES};
use super::rules::Rules;
use super::section::procedures;
use crate::calendar::{self, CalendarSpec};
use crate::canon::Hash;
use crate::dossier::ProcedureSpec;
use crate::error::{Code, Error, Faults};
use crate::ids::{CalendarId, OfficeId, ProcedureId, UnitId};
use crate::shape::{Cursor, LeftTo, Located, OneOrMany, Shape, shape};
use crate::text::Text;
use crate::value::{exact_json, parse_json};
use indexmap::IndexMap;

/// The rules of a published slice (*phần công bố*). Whoever needs no more carries a fraction of the library.
#[derive(Debug)]
pub struct Slice {
    hash: Hash,
    rules: Rules,
}

shape! {
    /// A published slice: the part of a rulebook that anybody may have.
    pub struct SliceSpec {
        /// Version of the format: 1.
        pub namro: i64,
        /// Identifier.
        pub id: OfficeId,
        /// What it is.
        pub title: Text,
        /// Working calendars.
        pub calendars: IndexMap<CalendarId, Located<CalendarSpec>>,
        /// The calendar of units that name none.
        pub calendar: Option<Located<CalendarId>>,
        /// Units with a calendar of their own.
        pub units: IndexMap<UnitId, SliceUnit>,
        /// The procedure.
        pub procedures: LeftTo<IndexMap<ProcedureId, OneOrMany<ProcedureSpec>>>,
    }
}

shape! {
    /// A unit in a slice.
    pub struct SliceUnit {
        /// Its name.
        pub title: Text,
        /// Its calendar.
        pub calendar: Located<CalendarId>,
    }
}

impl Slice {
    /// Loads a slice as [`crate::Office::publish`] cuts it: canonical JSON, no includes.
    ///
    /// # Errors
    /// Every fault, each with its place; a section that no slice has is a fault as well.
    ///
    /// ```
    /// let office = namro::Office::shipped("vn.procedures.2.001610").unwrap();
    /// let slice = office.publish(&"2.001610".into(), None).unwrap();
    /// let browser = namro::Slice::load(&slice.rulebook).unwrap();
    /// assert_eq!(browser.hash(), slice.hash);
    /// ```
    pub fn load(text: &str) -> Result<Self, Faults> {
        if text.len() > MAX_BYTES {
            let limit = format!("{} MiB", MAX_BYTES >> 20);
            return Err(Error::new(Code::TooLarge).with("what", "rulebook").with("limit", limit).into());
        }
        let node = parse_json(text.as_bytes())?;
        let root = Cursor::root(&node, None);
        let mut faults = Faults::new();
        let spec = SliceSpec::read(&root, &mut faults);
        let rules = spec.and_then(|spec| compile(&root, spec, &mut faults));
        let hash = Hash::of(exact_json(&node).as_bytes());
        faults.into_result(rules.map(|rules| Self { hash, rules }))
    }

    /// SHA-256 of the canonical rulebook; equal to that of the [`super::Published`] it was cut as.
    pub fn hash(&self) -> Hash {
        self.hash
    }

    /// Its calendars and procedures.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }
}

fn compile(root: &Cursor<'_>, spec: SliceSpec, faults: &mut Faults) -> Option<Rules> {
    if spec.namro != FORMAT {
        faults.push(root.fault(Code::BadVersion).with("value", spec.namro));
        return None;
    }
    let rows: Vec<_> = spec.calendars.into_iter().map(|(id, row)| (id, row.value, row.place)).collect();
    let calendars = calendar::compile(&rows, faults);
    for named in spec.calendar.iter().chain(spec.units.values().map(|unit| &unit.calendar)) {
        if calendars.get(named.as_str()).is_none() {
            let known = calendars.iter().map(|(id, _)| id.as_str());
            faults.push(Error::unknown("calendar", named.as_str(), known).at(named.place.clone()));
        }
    }
    let procedures = procedures(root, |_, _, _| {}, faults);
    let units = spec.units.into_iter().map(|(id, unit)| (id, unit.calendar.value)).collect();
    Some(Rules { calendars, calendar: spec.calendar.map(|named| named.value), units, procedures })
}
