//! Indicators of a log and of records.

use super::handle::Office;
use super::logs::log_of;
use crate::base::canon::SEMANTICS;
use crate::base::error::{Code, Error, Faults};
use crate::base::shape::Shape;
use crate::base::time::{Instant, Stamp};
use crate::base::value::Node;
use crate::case::{CaseRow, Event};
use crate::log::Log;
use crate::replay::{self, CaseFilter, Part, Profile, ReplayScope, TableName};
use crate::score::indicator::{Asked, Indicator, Joined, RecordRows, Rows, TableKind, measure};
use crate::score::{ClosedList, IndicatorValue, Period};
use indexmap::IndexMap;
use serde::Serialize;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Request for the values of indicators of a period (*tính chỉ tiêu*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct IndicatorsRequest {
    /// Case rows; may be left out.
    pub cases: Vec<CaseRow>,
    /// Events; may be left out.
    pub events: Vec<Event>,
    /// The name of the mapping by which acts and actors are read.
    pub mapping: Option<String>,
    /// The instant up to which the log is evaluated.
    pub as_of: Stamp,
    /// The period: `2026-10`, `2026-Q4`, `2026-H2` or `2026`.
    pub period: Period,
    /// An earlier period with which is compared; its rows have to be there too.
    pub compare: Option<Period>,
    /// The indicators; by default all in force on the first day of the period.
    pub indicators: Vec<String>,
    /// The columns by which values are told apart, in this order; by default those that each indicator names. An empty
    /// list asks for the total alone.
    pub by: Option<Vec<String>>,
    /// Rows of records by kind, each a map of columns.
    pub records: IndexMap<String, Vec<Node>>,
    /// Closed lists of records that somebody declares complete.
    pub lists: Vec<ClosedList>,
    /// The profile of the whole log, if these rows are a shard of it; by default the profile of these rows.
    pub profile: Option<Profile>,
}

/// The values of indicators of a period (*giá trị chỉ tiêu*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Indicators {
    /// The version of the answers: it grows when the answer to some input changes.
    pub semantics: u32,
    /// The period.
    pub period: Period,
    /// The period with which is compared.
    pub compare: Option<Period>,
    /// The indicators with their values, in the order in which they were asked for.
    pub indicators: Vec<IndicatorValue>,
}

impl IndicatorsRequest {
    /// Carries the request out.
    ///
    /// # Errors
    /// Those of reading the rows, and of [`Office::indicators`].
    pub fn answer(&self, office: &Office) -> Result<Indicators, Faults> {
        let log = log_of(office, &self.cases, &self.events, self.mapping.as_deref())?;
        office.indicators(&log, self)
    }
}

impl Office {
    /// The values of indicators of a log and of the records of a request, for a period, by group, with what was left out
    /// and why; the rows of the request itself are not read.
    ///
    /// ```
    /// use namro::{Office, office::IndicatorsRequest};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let rulebook = r#"{"namro": 1, "id": "demo", "title": "Demo", "include": ["vn.calendar"],
    ///     "indicators": {"online": {"title": "Filed online", "dimension": "process", "table": "cases", "who": "unit",
    ///                               "met": "channel == 'online'"}}}"#;
    /// let office = Office::load(&[("demo.json", rulebook)])?;
    /// let request: IndicatorsRequest = serde_json::from_str(
    ///     r#"{"as_of": "2026-02-01T00:00:00+07:00", "period": "2026-01", "by": [], "cases": [
    ///         {"case_id": "1", "due_recorded": "2026-01-08T17:00:00+07:00", "channel": "online"},
    ///         {"case_id": "2", "due_recorded": "2026-01-09T17:00:00+07:00", "channel": "direct"}]}"#,
    /// )?;
    /// let answer = request.answer(&office)?;
    /// assert_eq!(answer.indicators[0].cells[0].value.map(|value| value.to_string()), Some("1/2".to_owned()));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Code::UnknownReference`] for an indicator, column or kind of record that does not exist,
    /// [`Code::NotInForce`]; faults of the records, each at its place; [`Code::TooLarge`] for sums beyond the exact range.
    pub fn indicators(&self, log: &Log, request: &IndicatorsRequest) -> Result<Indicators, Faults> {
        let parts = self.rulebook().parts();
        let mut faults = Faults::new();
        let chosen = self.chosen(request, &mut faults);
        let looked = (request.as_of.at, self.rulebook().zone());
        let records = RecordRows::read(&request.records, &request.lists, &parts.records, looked, &mut faults);
        let chosen = faults.into_result(Some(chosen))?;

        // An indicator that divides by another needs its sums, by the same columns.
        let mut values = Vec::new();
        let mut faults = Faults::new();
        let mut tables =
            Tables { office: self, log, as_of: request.as_of.at, profile: &request.profile, read: BTreeMap::new() };
        let mut findings: Option<Vec<replay::Finding>> = None;
        for indicator in chosen {
            let by = request.by.clone().unwrap_or_else(|| indicator.groups());
            let per =
                indicator.spec.per.as_deref().and_then(|per| parts.indicators.get(per)?.get(request.period.from()));
            if let (None, Some(per)) = (per, &indicator.spec.per) {
                let fault = Error::new(Code::NotInForce).with("name", per).with("date", request.period.from());
                faults.push(fault.with("versions", "–"));
                continue;
            }
            let asked = Asked { period: request.period, compare: request.compare, by };
            let mut measured = Vec::new();
            for one in std::iter::once(indicator).chain(per) {
                for (index, column) in
                    asked.by.iter().enumerate().filter(|(_, column)| one.column_names().all(|name| name != *column))
                {
                    let place = if request.by.is_some() { format!("/by/{index}") } else { String::new() };
                    faults.push(Error::unknown("column", column, one.column_names()).under(&place));
                }
                let rows = match &one.table {
                    TableKind::Replay(table) => tables.rows(*table),
                    TableKind::Records(name) => {
                        let kind = parts.records.get(name);
                        Rc::new(kind.map(|kind| records.table(name, kind, &|_| true)).unwrap_or_default())
                    }
                };
                if one.joins() && findings.is_none() {
                    let parts = Some([Part::Findings].as_slice());
                    findings = Some(self.replay_parts(log, request.as_of.at, parts, request.profile.clone()).findings);
                }
                let found = findings.as_deref().unwrap_or_default();
                let joined = Joined::new(one, &rows, found, &records, &parts.records);
                measured.push(measure(one, (&rows, &joined), (&records, &parts.records), &asked));
            }
            let mut measured = measured.iter();
            if let Some(own) = measured.next() {
                values.extend(faults.keep(own.value(&asked, measured.next())));
            }
        }
        let (period, compare) = (request.period, request.compare);
        faults.into_result(Some(Indicators { semantics: SEMANTICS, period, compare, indicators: values }))
    }

    /// The versions of the indicators that are asked for.
    fn chosen(&self, request: &IndicatorsRequest, faults: &mut Faults) -> Vec<&Indicator> {
        let all = &self.rulebook().parts().indicators;
        let day = request.period.from();
        if request.indicators.is_empty() {
            return all.values().filter_map(|versions| versions.get(day)).collect();
        }
        let mut chosen = Vec::new();
        for (index, name) in request.indicators.iter().enumerate() {
            let found = match all.get(name) {
                Some(versions) => versions.on(day, name),
                None => Err(Error::unknown("indicator", name, all.keys().map(String::as_str))),
            };
            chosen.extend(faults.keep(found.map_err(|fault| fault.under(&format!("/indicators/{index}")))));
        }
        chosen
    }
}

/// The tables of a log, each read once.
struct Tables<'a> {
    office: &'a Office,
    log: &'a Log,
    as_of: Instant,
    profile: &'a Option<Profile>,
    read: BTreeMap<TableName, Rc<Rows>>,
}

impl Tables<'_> {
    fn rows(&mut self, table: TableName) -> Rc<Rows> {
        let Self { office, log, as_of, profile, read } = self;
        let rows = read.entry(table).or_insert_with(|| {
            let scope = ReplayScope::table(table, CaseFilter::default()).with_profile(profile.clone());
            let found = replay::table(*office, log, *as_of, &scope);
            let wanted = |name: &str| !name.starts_with("text_") && name != "event_ids";
            Rc::new(Rows::of_table(&found, &wanted, table == TableName::Items))
        });
        rows.clone()
    }
}
