//! Declared columns that no table has: another file may have them, so they are reported at the end.

use super::builder::Builder;
use crate::base::error::Error;
#[cfg(feature = "xes")]
use crate::base::error::Place;

/// A declared column that no table had so far.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "xes"), allow(dead_code, reason = "only tables have columns"))]
pub(super) struct InVain {
    pub(super) name: String,
    pub(super) error: Error,
    /// Whether it is only a doubt, since the rows may have left it out as empty.
    pub(super) doubt: bool,
}

impl Builder<'_> {
    /// The faults of declared columns that no table had.
    pub(super) fn missing_columns(&mut self) {
        #[cfg(feature = "xes")]
        self.doubt_absent_tables();
        for InVain { error, doubt, .. } in std::mem::take(&mut self.in_vain) {
            if doubt { self.reading.remarks.push(error) } else { self.faults.push(error) }
        }
    }
}

#[cfg(feature = "xes")]
impl Builder<'_> {
    /// Notes declared columns that a table does not have: another file may have them. Rows of JSON may leave out a key
    /// that has no value, so there it is only a doubt.
    pub(super) fn declared_in_vain(&mut self, columns: Vec<(String, Error)>, place: &Place, doubt: bool) {
        let place = self.here(place.clone());
        for (name, error) in columns {
            let place = place.clone();
            if !self.met.contains(&name) && !self.in_vain.iter().any(|missing| missing.name == name) {
                self.in_vain.push(InVain { name, error: error.at(place), doubt });
            }
        }
    }

    /// Where one mapping serves several tables, those that are not read lack all their columns: that is only a doubt.
    pub(super) fn doubt_absent_tables(&mut self) {
        // The column of the case is in each table.
        let shared = [self.mapping.events.case_id.as_deref(), self.mapping.events.office.as_deref()];
        let mut sections = self.mapping.sections();
        sections.iter_mut().for_each(|names| names.retain(|name| !shared.contains(&Some(name))));
        let missing = |name: &&str| self.in_vain.iter().any(|missing| missing.name == **name);
        let absent = |names: &Vec<&str>| !names.is_empty() && names.iter().all(missing);
        if !sections.iter().any(|names| !names.is_empty() && !absent(names)) {
            return;
        }
        let absent: Vec<String> =
            sections.iter().filter(|names| absent(names)).flatten().map(|name| (*name).to_owned()).collect();
        for missing in &mut self.in_vain {
            missing.doubt |= absent.contains(&missing.name);
        }
    }

    /// Notes a column that a table has.
    pub(super) fn met(&mut self, name: &str) {
        self.in_vain.retain(|missing| missing.name != name);
        if !self.met.iter().any(|known| known == name) {
            self.met.push(name.to_owned());
        }
    }
}
