//! What a replay knows, as tables (*bảng*): a row for each case, item, hold, finding, charge or fact.
//!
//! A table is a list of columns, each with its name, title and the function that reads it from a row; nothing else
//! knows what a table has. Rows are filled in while the log is replayed, so that no object is made for a row.

mod column;
mod process;
mod row;
mod shares;

use super::facts::{Cells, FactTable};
use super::finding::Finding;
use super::names::Ids;
use super::on_time::DayColumns;
use crate::base::shape::Term;
use crate::base::time::Zone;
use column::Filling;
pub use column::{Column, ColumnKind, Table, Values};
pub(super) use process::ProcessTable;
pub(super) use row::CaseView;
use row::{Row, columns_of};
pub(super) use shares::GroupedShares;
pub use shares::{GroupKey, SharesOf};

/// The tables of a replay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum TableName {
    /// A row for each case that had begun (*vụ việc*).
    #[term("cases")]
    Cases,
    /// A row for each step of a case and officer who had it, and one for the case as a whole (*việc*).
    #[term("items")]
    Items,
    /// A row for each hold of an officer on a step (*lượt giữ việc*).
    #[term("holds")]
    Holds,
    /// A row for each finding (*phát hiện*).
    #[term("findings")]
    Findings,
    /// A row for each officer who is charged with a lateness (*quy trách nhiệm*).
    #[term("charges")]
    Charges,
    /// A row for each count of an officer, unit, step and month (*dữ kiện*).
    #[term("facts")]
    Facts,
    /// A row for each order in which steps were done, with how well it fits the workflow (*biến thể*). In `alignment`, a
    /// step with `-` before it was required and not done, one with `+` was done where the workflow does not have it.
    #[term("variants")]
    Variants,
    /// A row for each step that directly follows another, with how often and how fast (*luồng*). The first step follows
    /// none, and none follows the last one of a case that has ended.
    #[term("flows")]
    Flows,
    /// A row for each step, with waiting, working and suspended time where the log shows them (*thời gian từng bước*). It
    /// arrives when the step before was done, at first when the case was accepted or began.
    #[term("steps")]
    Steps,
    /// A row for each step that was done, with the step before and the time between (*phổ thời gian*): the points of a
    /// dotted chart, the lines of a performance spectrum.
    #[term("spectrum")]
    Spectrum,
}

/// A table that is filled while cases are replayed.
pub(super) struct TableFiller<'a> {
    table: TableName,
    columns: Vec<Filling>,
    ids: &'a Ids<'a>,
    zone: &'a Zone,
    days: DayColumns,
    rows: i64,
}

impl<'a> TableFiller<'a> {
    pub(super) fn new(table: TableName, ids: &'a Ids<'a>, zone: &'a Zone, days: DayColumns) -> Self {
        let columns = columns_of(table).iter().map(|column| Filling::new(column.kind)).collect();
        Self { table, columns, ids, zone, days, rows: 0 }
    }

    fn row<'v>(&self, case: Option<CaseView<'v>>) -> Row<'v>
    where
        'a: 'v,
    {
        let Self { ids, zone, days, .. } = *self;
        Row { ids, zone, days, case, item: None, hold: None, finding: None, charge: None, fact: None }
    }

    fn push(&mut self, row: &Row<'_>) {
        for (filling, column) in self.columns.iter_mut().zip(columns_of(self.table)) {
            filling.push((column.read)(row));
        }
        self.rows += 1;
    }

    /// Takes the rows of a case.
    pub(super) fn see(&mut self, case: CaseView<'_>) {
        let row = self.row(Some(case));
        match self.table {
            TableName::Cases => self.push(&row),
            TableName::Holds => {
                case.course.holds.iter().for_each(|hold| self.push(&Row { hold: Some(hold), ..row }));
            }
            TableName::Findings | TableName::Charges => self.see_findings(row, case.found),
            _ => {}
        }
    }

    /// Takes an item of a case.
    pub(super) fn see_item(&mut self, case: CaseView<'_>, item: &Cells) {
        if self.table == TableName::Items {
            let row = self.row(Some(case));
            self.push(&Row { item: Some(item), ..row });
        }
    }

    /// Takes findings that are not about one case.
    pub(super) fn see_others(&mut self, found: &[Finding]) {
        if matches!(self.table, TableName::Findings | TableName::Charges) {
            self.see_findings(self.row(None), found);
        }
    }

    fn see_findings(&mut self, row: Row<'_>, found: &[Finding]) {
        for finding in found {
            let row = Row { finding: Some(finding), ..row };
            match self.table {
                TableName::Charges => {
                    finding.charge.iter().for_each(|charge| self.push(&Row { charge: Some(charge), ..row }));
                }
                _ => self.push(&row),
            }
        }
    }

    /// The table; of facts, their rows.
    pub(super) fn finish(mut self, facts: &FactTable) -> Table {
        if self.table == TableName::Facts {
            for fact in facts.rows() {
                let row = self.row(None);
                self.push(&Row { fact: Some(&fact), ..row });
            }
        }
        let named = self.columns.into_iter().zip(columns_of(self.table)).map(|(filling, column)| Column {
            name: column.name.to_owned(),
            kind: column.kind,
            title: column.title.text(),
            values: filling.finish(&self.ids.names),
        });
        Table { columns: named.collect(), rows: self.rows }
    }
}
