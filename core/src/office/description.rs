//! What an office holds.

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

/// Asks what an office holds (*mô tả bộ quy tắc*).
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct DescribeRequest {
    /// First day of the period whose staffing is looked at; without one, it is not.
    pub start: Option<Date>,
    /// Its last day.
    pub end: Option<Date>,
}

/// What an office holds.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Description {
    /// Identifier of the root rulebook.
    pub id: OfficeId,
    /// Its title.
    pub title: Text,
    /// Hash of the canonical content of all its texts.
    pub hash: Hash,
    /// Hash of the staff laid over, if any is.
    pub staff_hash: Option<Hash>,
    /// The number that grows when an outcome changes.
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
    /// Mappings.
    pub mappings: Vec<String>,
    /// Rules of procedures that name no legal basis, as JSON pointers into the rulebook (*quy tắc chưa ghi căn cứ*).
    pub unsourced: Vec<String>,
    /// Pointers to keywords of forms that never come to bear.
    pub idle: Vec<String>,
    /// How many people the staff table has.
    pub officers: usize,
    /// Steps that nobody could do on some days of the period asked about.
    pub staffing: Vec<StaffingGap>,
}

impl Office {
    /// What it holds; with a period, also the steps that nobody could do on some days of it.
    pub fn describe(&self, request: &DescribeRequest) -> Description {
        let names = |names: &mut dyn Iterator<Item = &dyn std::fmt::Display>| {
            // Sorted: in what order a rulebook names them means nothing.
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
            mappings: names(&mut parts.mappings.keys().map(|id| id as _)),
            unsourced: pointers(&self.rulebook().unsourced()),
            idle: pointers(&self.rulebook().idle()),
            officers: self.staff().officers().len(),
            staffing: self.staffing_gaps(InForce { from: request.start, to: request.end }),
        }
    }

    /// Steps that nobody could do on some days of a period, or only whoever must not: over the versions of the
    /// workflows in force on its first day. Without people, there is nothing to ask.
    pub fn staffing_gaps(&self, period: InForce) -> Vec<StaffingGap> {
        let Some(first) = period.from.filter(|_| self.staff().officers().len() > 0) else { return Vec::new() };
        let drawn = self.rulebook().workflows().filter_map(|(id, versions)| versions.on(first, id.as_str()).ok());
        drawn.flat_map(|workflow| staffing_gaps(workflow, self.staff(), period)).collect()
    }
}

fn pointers(faults: &Faults) -> Vec<String> {
    faults.iter().filter_map(|fault| fault.place().pointer.clone()).collect()
}
