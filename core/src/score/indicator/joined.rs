//! What is joined to the rows of a table: how often each kind of finding concerns a row, and which records it has.

use super::compiled::Indicator;
use super::record::RecordKind;
use super::record_rows::{RecordRows, text};
use super::rows::{Coded, Coder, Rows};
use super::table::TableKind;
use crate::base::value::{Map, Node, Value};
use crate::replay::{Finding, FindingKind, Grade, TableName};
use crate::rule::Context;
use indexmap::IndexMap;
use std::collections::{BTreeMap, HashMap};

/// The columns joined to the rows of one table.
#[derive(Debug)]
pub(crate) struct Joined {
    pub(super) found: Coded,
    pub(super) records: Coded,
}

/// What a row of cases or items is.
#[derive(Clone, Copy)]
struct Key<'a> {
    case: Option<&'a str>,
    /// Of items, its step and officer; of cases, nothing.
    step: Option<&'a str>,
    officer: Option<&'a str>,
    unit: Option<&'a str>,
    month: Option<&'a str>,
    grade: Option<Grade>,
    is_item: bool,
}

/// A kind of record by its name, and its rows by case.
type OfKind<'a> = (&'a str, &'a RecordKind, HashMap<&'a str, Vec<&'a Map>>);

/// How often a row was found to have something; `None` where the log does not show.
type Counts = BTreeMap<String, Option<i64>>;

impl Joined {
    /// Joins what an indicator asks for.
    pub(crate) fn new(
        indicator: &Indicator,
        rows: &Rows,
        findings: &[Finding],
        records: &RecordRows,
        kinds: &IndexMap<String, RecordKind>,
    ) -> Self {
        let mut found: Coder<Vec<(String, Option<i64>)>> = Coder::new();
        let mut has: Coder<Vec<(String, Option<bool>)>> = Coder::new();
        if indicator.joins() {
            let by_case = by(findings.iter().filter_map(|one| Some((case_of(one)?, one))));
            let of_kinds: Vec<OfKind<'_>> = kinds
                .iter()
                .map(|(name, kind)| {
                    let rows = records.rows.get(name).into_iter().flatten();
                    (name.as_str(), kind, by(rows.filter_map(|row| Some((text(row, "case_id")?, row)))))
                })
                .collect();
            for row in 0..rows.count {
                let (counts, records) = match &indicator.table {
                    TableKind::Replay(table @ (TableName::Cases | TableName::Items)) => {
                        let key = key(rows, row, *table == TableName::Items);
                        let counts = of_log(key, &by_case, &indicator.counts);
                        of_records(key, counts, &of_kinds, records, &indicator.counts)
                    }
                    TableKind::Records(name) => {
                        let list = records.rows.get(name).and_then(|rows| rows.get(row));
                        let own = kinds.get(name).zip(list);
                        (own.map(|(kind, row)| kind.found(row)).unwrap_or_default(), BTreeMap::new())
                    }
                    TableKind::Replay(_) => Default::default(),
                };
                found.push(Some(counts.into_iter().collect()), |counts| {
                    map(counts, |count| count.map_or(Value::Null, Value::Integer))
                });
                has.push(Some(records.into_iter().collect()), |records| {
                    map(records, |truth| truth.map_or(Value::Null, Value::Bool))
                });
            }
        }
        Self { found: found.coded, records: has.coded }
    }
}

fn map<T: Copy>(entries: &[(String, T)], value: impl Fn(T) -> Value) -> Value {
    Value::Map(Map::from_entries(entries.iter().map(|(key, one)| (key.as_str().into(), value(*one).into())).collect()))
}

fn by<'a, T>(pairs: impl Iterator<Item = (&'a str, T)>) -> HashMap<&'a str, Vec<T>> {
    let mut out: HashMap<&str, Vec<T>> = HashMap::new();
    pairs.for_each(|(key, one)| out.entry(key).or_default().push(one));
    out
}

/// The case that a finding is about.
fn case_of(finding: &Finding) -> Option<&str> {
    let is_case = finding.subject.kind == crate::replay::SubjectKind::Case;
    is_case.then_some(finding.subject.id.as_str())
}

fn key(rows: &Rows, row: usize, is_item: bool) -> Key<'_> {
    let text = |column| rows.text(column, row);
    Key {
        case: text("case_id"),
        step: text("step").filter(|_| is_item),
        officer: text("officer").filter(|_| is_item),
        unit: text("unit"),
        month: text("period"),
        grade: text("grade").and_then(Grade::from_name),
        is_item,
    }
}

/// Whether a finding of its case concerns a row: of a case, each; of an item, what is charged to its officer at its step,
/// or names its officer and no other step.
fn concerns(key: Key<'_>, finding: &Finding) -> bool {
    if !key.is_item {
        return true;
    }
    let step = |step: &crate::base::ids::StepId| Some(step.as_str()) == key.step;
    let charged = finding
        .charge
        .iter()
        .any(|charge| Some(charge.officer.as_str()) == key.officer && charge.steps.iter().any(step));
    let named = finding.officer.as_ref().is_some_and(|officer| Some(officer.as_str()) == key.officer)
        && finding.step.as_ref().is_none_or(step);
    charged || named && finding.charge.is_empty()
}

/// How often kinds were found by the log; unknown where the log records too little to find them.
fn of_log(key: Key<'_>, by_case: &HashMap<&str, Vec<&Finding>>, wanted: &std::collections::BTreeSet<String>) -> Counts {
    let mut counts = Counts::new();
    for name in wanted {
        let Some(kind) = FindingKind::from_name(name) else { continue };
        let found = key.case.and_then(|case| by_case.get(case)).into_iter().flatten();
        let mut times = 0_i64;
        for finding in found.filter(|finding| finding.kind == kind && concerns(key, finding)) {
            times = times.saturating_add(finding.count.max(1));
        }
        let shows = key.grade.is_none_or(|grade| grade >= kind.grade());
        counts.insert(name.clone(), (times > 0 || shows).then_some(times));
    }
    counts
}

/// Adds what records find, and tells which kinds of records a row has.
fn of_records(
    key: Key<'_>,
    mut counts: Counts,
    kinds: &[OfKind<'_>],
    records: &RecordRows,
    wanted: &std::collections::BTreeSet<String>,
) -> (Counts, BTreeMap<String, Option<bool>>) {
    let mut has = BTreeMap::new();
    for (name, kind, rows) in kinds {
        let same = |row: &&&Map| {
            let fits = |column: &str, own: Option<&str>| text(row, column).is_none_or(|given| Some(given) == own);
            !key.is_item || fits("step", key.step) && fits("officer", key.officer)
        };
        let mine: Vec<&&Map> = key.case.and_then(|case| rows.get(case)).into_iter().flatten().filter(same).collect();
        let complete = records.is_complete(name, kind, key.unit, key.month);
        let none = if complete { Some(false) } else { None };
        has.insert((*name).to_owned(), if mine.is_empty() { none } else { Some(true) });
        if !mine.is_empty() {
            for replaced in kind.spec.replaces.iter().filter(|name| wanted.contains(*name)) {
                counts.insert(replaced.clone(), Some(0));
            }
        }
        for row in &mine {
            for (finding, times) in kind.found(row) {
                let sum = counts.entry(finding).or_insert(Some(0));
                *sum = sum.zip(times).map(|(sum, times)| sum.saturating_add(times));
            }
        }
        if mine.is_empty() && !complete {
            for find in &kind.finds {
                let sum = counts.entry(find.spec.finding.clone()).or_insert(Some(0));
                *sum = sum.filter(|sum| *sum > 0);
            }
        }
    }
    counts.retain(|name, _| wanted.contains(name));
    (counts, has)
}

impl RecordKind {
    /// The findings that a row makes, and how often; `None` where its condition is not decided.
    fn found(&self, row: &Map) -> Counts {
        let none = Node::from(Value::Null);
        let mut documents = vec![&none; super::functions::HIDDEN.len()];
        documents.extend(self.columns().map(|column| row.get(column).unwrap_or(&none)));
        let mut counts = Counts::new();
        for find in &self.finds {
            let context = Context { data: &documents, today: None, calendar: None };
            let holds = find.when.as_ref().map_or(Some(true), |when| when.holds(context).ok());
            let times = match &find.spec.times {
                None => Some(1),
                Some(field) => row.get(field).and_then(|node| match node.value {
                    Value::Integer(times) => Some(times.max(0)),
                    _ => None,
                }),
            };
            let times = match holds {
                Some(true) => times,
                Some(false) => Some(0),
                None => None,
            };
            counts.insert(find.spec.finding.clone(), times);
        }
        counts
    }
}
