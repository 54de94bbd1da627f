//! What the readers of tables report of rows and columns.

use super::LeftOut;
use super::builder::Builder;
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

    /// Takes the case of a row that may hold more than it; gives whether it adds anything to the log.
    pub(super) fn try_case(&mut self, raw: &RawCase<'_>, row: u64) -> Result<bool, Error> {
        self.take_case(raw, self.row(row))
    }
}
