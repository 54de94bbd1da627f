//! The contents of an office.

use super::handle::Office;
use crate::base::canon::{Hash, SEMANTICS};
use crate::base::error::Faults;
use crate::base::ids::OfficeId;
use crate::base::shape::Shape;
use crate::base::source::InForce;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::case::{StaffingGap, staffing_gaps};
use serde::Serialize;

/// Request to describe an office (*mô tả bộ quy tắc*).
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct DescribeRequest {
    /// First day of the period for which staffing is checked; without one, it is not checked.
    pub start: Option<Date>,
    /// Last day of that period.
    pub end: Option<Date>,
}

/// The contents of an office.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Description {
    /// Identifier of the root rulebook.
    pub id: OfficeId,
    /// Its title.
    pub title: Text,
    /// Hash of the canonical content of all its texts.
    pub hash: Hash,
    /// Hash of the staff table, if there is one.
    pub staff_hash: Option<Hash>,
    /// The version of the answers: it grows when the answer to some input changes.
    pub semantics: u32,
    /// Calendars, by identifier.
    pub calendars: Vec<String>,
    /// Units.
    pub units: Vec<String>,
    /// Positions.
    pub positions: Vec<String>,
    /// Procedures.
    pub procedures: Vec<String>,
    /// Workflows.
    pub workflows: Vec<String>,
    /// Policies.
    pub policies: Vec<String>,
    /// Kinds of records.
    pub records: Vec<String>,
    /// Indicators.
    pub indicators: Vec<String>,
    /// Mappings.
    pub mappings: Vec<String>,
    /// Rules of procedures without a legal basis, as JSON pointers into the rulebook (*quy tắc chưa ghi căn cứ*).
    pub unsourced: Vec<String>,
    /// JSON pointers to keywords of forms that have no effect.
    pub idle: Vec<String>,
    /// The number of people in the staff table.
    pub officers: usize,
    /// Steps that nobody could carry out on some days of the requested period.
    pub staffing: Vec<StaffingGap>,
}

impl Office {
    /// The contents of the office; with a period, also the steps that nobody could carry out on some of its days.
    pub fn describe(&self, request: &DescribeRequest) -> Description {
        let names = |names: &mut dyn Iterator<Item = &dyn std::fmt::Display>| {
            // Sorted, since their order in the rulebook has no meaning.
            let mut names: Vec<_> = names.map(ToString::to_string).collect();
            names.sort_unstable();
            names
        };
        let parts = self.rulebook().parts();
        Description {
            id: parts.id.clone(),
            title: parts.title.clone(),
            hash: self.hash(),
            staff_hash: self.staff().hash(),
            semantics: SEMANTICS,
            calendars: names(&mut parts.rules.calendars().iter().map(|(id, _)| id as _)),
            units: names(&mut parts.organisation.units().map(|(id, _)| id as _)),
            positions: names(&mut parts.organisation.positions().map(|(id, _)| id as _)),
            procedures: names(&mut parts.rules.procedures().iter().map(|(id, _)| id as _)),
            workflows: names(&mut parts.workflows.keys().map(|id| id as _)),
            policies: names(&mut parts.policies.keys().map(|id| id as _)),
            records: names(&mut parts.records.keys().map(|id| id as _)),
            indicators: names(&mut parts.indicators.keys().map(|id| id as _)),
            mappings: names(&mut parts.mappings.keys().map(|id| id as _)),
            unsourced: pointers(&self.rulebook().unsourced()),
            idle: pointers(&self.rulebook().idle()),
            officers: self.staff().officers().len(),
            staffing: self.staffing_gaps(InForce { from: request.start, to: request.end }),
        }
    }

    /// Steps of the workflows in force on the first day of a period that on some days nobody could carry out, or only
    /// people who are excluded. Empty without a staff table.
    pub fn staffing_gaps(&self, period: InForce) -> Vec<StaffingGap> {
        let Some(first) = period.from.filter(|_| self.staff().officers().len() > 0) else { return Vec::new() };
        let drawn = self.rulebook().workflows().filter_map(|(id, versions)| versions.on(first, id.as_str()).ok());
        drawn.flat_map(|workflow| staffing_gaps(workflow, self.staff(), period)).collect()
    }
}

fn pointers(faults: &Faults) -> Vec<String> {
    faults.iter().filter_map(|fault| fault.place().pointer.clone()).collect()
}
