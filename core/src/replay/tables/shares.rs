//! Shares in time by unit, officer, procedure and the like.

use super::super::facts::Cells;
use super::super::month::Month;
use super::super::names::AllNames;
use super::super::on_time::{DayColumns, Share, Shares};
use super::CaseView;
use super::column::{Cell, Column, ColumnKind, Filling, Table};
use crate::base::shape::Term;
use crate::base::text::Message;
use crate::base::time::Zone;
use crate::log::Symbol;
use std::collections::BTreeMap;

/// By what shares are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum GroupKey {
    /// The unit (*đơn vị*).
    #[term("unit", vi = "Đơn vị", en = "Unit")]
    Unit,
    /// The officer: of cases, who answers for them by the register; of items, who had the step (*cán bộ*).
    #[term("officer", vi = "Cán bộ, công chức", en = "Officer")]
    Officer,
    /// The procedure (*thủ tục*).
    #[term("procedure", vi = "Thủ tục", en = "Procedure")]
    Procedure,
    /// The channel by which it was filed (*kênh nộp*).
    #[term("channel", vi = "Kênh nộp", en = "Channel")]
    Channel,
    /// The step; only of items (*bước*).
    #[term("step", vi = "Bước", en = "Step")]
    Step,
    /// The month of the due, otherwise of the end, otherwise of the replay (*tháng*).
    #[term("period", vi = "Tháng", en = "Month")]
    Period,
}

/// Of what shares are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum SharesOf {
    /// Of whole cases (*hồ sơ, vụ việc*).
    #[term("cases")]
    Cases,
    /// Of steps and the officers who had them (*việc theo từng bước*).
    #[term("items")]
    Items,
}

/// A part of the key of a group, as it is sorted: names by their text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    None,
    Text(String),
    Month(Month),
}

/// Shares by group, filled while cases are replayed.
pub(in super::super) struct GroupedShares<'a> {
    of: SharesOf,
    keys: Vec<GroupKey>,
    names: &'a AllNames<'a>,
    groups: BTreeMap<Vec<Part>, Shares>,
}

impl<'a> GroupedShares<'a> {
    pub(in super::super) fn new(of: SharesOf, keys: Vec<GroupKey>, names: &'a AllNames<'a>) -> Self {
        Self { of, keys, names, groups: BTreeMap::new() }
    }

    fn group(&mut self, case: CaseView<'_>, item: Option<&Cells>) -> &mut Shares {
        let named = |name: Option<Symbol>| name.map_or(Part::None, |name| Part::Text(self.names.name(name).to_owned()));
        let part = |key: &GroupKey| match key {
            GroupKey::Unit => named(item.map_or_else(|| case.course.unit(), |item| item.unit)),
            GroupKey::Officer => named(item.map_or(case.course.cells.responsible, |item| item.officer)),
            GroupKey::Procedure => named(case.course.cells.procedure),
            GroupKey::Channel => case.course.channel.map_or(Part::None, |channel| Part::Text(channel.to_owned())),
            GroupKey::Step => named(item.and_then(|item| item.step)),
            GroupKey::Period => Part::Month(case.month),
        };
        let empty = match self.of {
            SharesOf::Cases => Shares::default,
            SharesOf::Items => Shares::of_items,
        };
        self.groups.entry(self.keys.iter().map(part).collect()).or_insert_with(empty)
    }

    /// Takes a case.
    pub(in super::super) fn see(&mut self, case: CaseView<'_>, days: DayColumns, zone: &Zone) {
        if self.of == SharesOf::Cases {
            self.group(case, None).see(case.course, days, zone);
        }
    }

    /// Takes an item of a case.
    pub(in super::super) fn see_item(&mut self, case: CaseView<'_>, item: &Cells) {
        if self.of == SharesOf::Items && item.step.is_some() {
            self.group(case, Some(item)).see_item(item);
        }
    }

    /// The table: a row for each group and definition, in the order of the groups.
    pub(in super::super) fn finish(self) -> Table {
        type Count = (&'static str, Message, fn(&Share) -> i64);
        const COUNTS: [Count; 9] = [
            ("count", Message("Tổng số", "All"), |share| share.denominator + left_out(share)),
            ("numerator", Message("Đúng hạn", "In time"), |share| share.numerator),
            ("denominator", Message("Trên số", "Of"), |share| share.denominator),
            ("late", Message("Quá hạn", "Late"), |share| share.late),
            ("undetermined", Message("Không rõ", "Undetermined"), |share| share.undetermined),
            ("not_assessed", Message("Chưa đánh giá được", "Not assessed"), |share| share.no_due),
            ("not_finished", Message("Chưa kết thúc", "Not finished"), |share| share.not_finished),
            ("stopped", Message("Đã dừng hoặc chuyển đi", "Stopped or moved"), |share| share.stopped),
            ("open_overdue", Message("Chưa kết thúc và đã quá hạn", "Not finished and overdue"), |share| {
                share.open_overdue
            }),
        ];
        let mut keys: Vec<Filling> = self.keys.iter().map(|_| Filling::new(ColumnKind::Word)).collect();
        let mut definitions = Filling::new(ColumnKind::Word);
        let mut counts: Vec<Filling> = COUNTS.iter().map(|_| Filling::new(ColumnKind::Whole)).collect();
        let mut percent = Filling::new(ColumnKind::Text);
        let mut rows = 0;
        for (parts, shares) in self.groups {
            for share in shares.into_shares() {
                for (filling, part) in keys.iter_mut().zip(&parts) {
                    filling.push(match part {
                        Part::None => Cell::None,
                        Part::Text(text) => Cell::Text(text.clone()),
                        Part::Month(month) => Cell::Month(*month),
                    });
                }
                definitions.push(Cell::Word(share.id.as_str()));
                for (filling, (_, _, count)) in counts.iter_mut().zip(COUNTS) {
                    filling.push(Cell::Whole(count(&share)));
                }
                percent.push(shown_percent(&share).map_or(Cell::None, Cell::Text));
                rows += 1;
            }
        }
        let names = self.names;
        let column = |name: &str, kind, title, filling: Filling| Column {
            name: name.to_owned(),
            kind,
            title,
            values: filling.finish(names),
        };
        let mut columns: Vec<Column> = Vec::new();
        for (key, filling) in self.keys.iter().zip(keys) {
            columns.push(column(key.as_str(), ColumnKind::Word, key.words(), filling));
        }
        let title = Message("Định nghĩa", "Definition").text();
        columns.push(column("definition", ColumnKind::Word, title, definitions));
        for (filling, (name, title, _)) in counts.into_iter().zip(COUNTS) {
            columns.push(column(name, ColumnKind::Whole, title.text(), filling));
        }
        columns.push(column("percent", ColumnKind::Text, Message("Tỷ lệ %", "Percent").text(), percent));
        Table { columns, rows }
    }
}

/// What is counted, and is not in the denominator.
const fn left_out(share: &Share) -> i64 {
    share.no_due + share.not_finished + share.stopped
}

/// The share in per cent with two digits, rounded down so that it never shows more than was reached; none of nothing.
fn shown_percent(share: &Share) -> Option<String> {
    let hundredths = share.numerator.checked_mul(10_000)?.checked_div(share.denominator)?;
    Some(format!("{}.{:02}", hundredths / 100, hundredths % 100))
}
