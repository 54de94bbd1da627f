//! What the readers of tables report of rows and columns.

use super::LeftOut;
use super::builder::{Builder, InVain};
use super::raw::RawCase;
use crate::base::error::{Error, Place};

impl Builder<'_> {
    /// Records a row of a table that describes no case.
    pub(super) fn leave_out(&mut self, error: Error, row: u64) {
        let place = self.place("", self.row(row));
        self.reading.rows_without_case += 1;
        self.reading.left_out.push(LeftOut { error: error.at(place), repeated: false });
    }

    /// Records a row that repeats what is known.
    pub(super) fn leave_out_repeated(&mut self, error: Error, row: u64) {
        let place = self.place("cases", self.row(row));
        self.reading.rows_repeated += 1;
        self.reading.left_out.push(LeftOut { error: error.at(place), repeated: true });
    }

    /// Records a doubt about the present file; a line in its place is one of the file.
    pub(super) fn remark(&mut self, error: Error) {
        let place = self.here(error.place().clone());
        self.reading.remarks.push(error.at(place));
    }

    /// Records a doubt about a row of the present file.
    pub(super) fn remark_row(&mut self, error: Error, row: u64) {
        let place = self.place("cases", self.row(row));
        self.reading.remarks.push(error.at(place));
    }

    /// Counts a word that matched nothing.
    pub(super) fn unknown_word(&mut self, kind: &'static str, word: &str) {
        *self.reading.unknown.entry(kind).or_default().entry(word.to_owned()).or_default() += 1;
    }

    /// A row of the present file.
    pub(super) fn place_in_file(&self, row: u64) -> Place {
        self.place("events", self.row(row))
    }

    /// The row of a known case in the case table.
    pub(super) fn case_of(&self, id: &str) -> Option<usize> {
        let symbol = self.log.names.find(id)?;
        self.cases.get(symbol.index()).checked_sub(1).map(|row| row as usize)
    }

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

    /// Takes the case of a row that may hold more than it; gives whether it adds anything to the log.
    pub(super) fn try_case(&mut self, raw: &RawCase<'_>, row: u64) -> Result<bool, Error> {
        self.take_case(raw, self.row(row))
    }
}
