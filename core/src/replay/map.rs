//! A map of a log (*bản đồ quy trình*), drawn from its table of flows.

use super::tables::{Column, Table, Values};
use super::words::wall;
use crate::base::shape::Shape;
use crate::base::text::{Language, Text};
use crate::base::time::Seconds;
use crate::workflow::{Traffic, map};
use serde::Serialize;

/// A map of a log (*bản đồ quy trình*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct ProcessMap {
    /// The map, as SVG.
    pub text: String,
    /// The least number of times that a flow is taken to be shown for itself.
    pub least: i64,
    /// Flows that are shown; those that are rarer are shown where a step would otherwise hang in the air.
    pub flows: i64,
    /// Flows that are not shown.
    pub hidden_flows: i64,
    /// How often these were taken.
    pub hidden_times: i64,
}

/// Draws the map of a table of flows. Without `least`, flows are shown that are taken once for every twenty cases.
pub(crate) fn map_of(table: &Table, least: Option<i64>, language: Language) -> ProcessMap {
    let column = |name: &str| table.columns.iter().find(|column| column.name == name);
    let word = |column: Option<&Column>, row: usize| match &column?.values {
        Values::Word { words, rows } => words.get((*rows.get(row)?)? as usize).cloned(),
        _ => None,
    };
    let whole = |column: Option<&Column>, row: usize| match &column?.values {
        Values::Whole(rows) => *rows.get(row)?,
        _ => None,
    };
    let mut steps: Vec<(String, u64)> = Vec::new();
    let mut flows: Vec<Traffic> = Vec::new();
    for row in 0..usize::try_from(table.rows).unwrap_or(0) {
        let count = whole(column("count"), row).and_then(|count| u64::try_from(count).ok()).unwrap_or(0);
        let mut position = |name: Option<String>, comes: u64| {
            let name = name?;
            let place = steps.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
                steps.push((name, 0));
                steps.len() - 1
            });
            steps.get_mut(place)?.1 += comes;
            Some(place)
        };
        let from = position(word(column("from_step"), row), 0);
        let to = position(word(column("to_step"), row), count);
        let time = whole(column("median_seconds"), row).map(|seconds| wall(Seconds(seconds)));
        flows.push(Traffic { from, to, count, time });
    }
    let cases: u64 = flows.iter().filter(|flow| flow.from.is_none()).map(|flow| flow.count).sum();
    let least = least.and_then(|least| u64::try_from(least).ok()).unwrap_or(cases / 20).max(1);
    // Flows come by their number, so that the first one to or from a step is its most frequent one.
    let mut shown: Vec<Traffic> = Vec::new();
    let (mut left, mut entered) = (vec![false; steps.len()], vec![false; steps.len()]);
    for flow in &flows {
        let fresh = |seen: &[bool], step: Option<usize>| step.is_some_and(|step| seen.get(step) == Some(&false));
        if flow.count >= least || fresh(&left, flow.from) || fresh(&entered, flow.to) {
            shown.push(flow.clone());
        }
        for (seen, step) in [(&mut left, flow.from), (&mut entered, flow.to)] {
            if let Some(slot) = step.and_then(|step| seen.get_mut(step)) {
                *slot = true;
            }
        }
    }
    let sum = |flows: &[Traffic]| flows.iter().map(|flow| flow.count).sum::<u64>();
    let (hidden, times) = (flows.len() - shown.len(), sum(&flows) - sum(&shown));
    let remark = match hidden {
        0 => Text::new(format!("{cases} vụ việc; thời gian là trung vị"), format!("{cases} cases; times are medians")),
        _ => Text::new(
            format!(
                "{cases} vụ việc; thời gian là trung vị. Không vẽ {hidden} luồng có dưới {least} lượt, tổng cộng {times} lượt"
            ),
            format!(
                "{cases} cases; times are medians. Not drawn: {hidden} flows taken less than {least} times, {times} times in all"
            ),
        ),
    };
    let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    ProcessMap {
        text: map(&steps, &shown, &remark, language),
        least: number(least),
        flows: number(shown.len() as u64),
        hidden_flows: number(hidden as u64),
        hidden_times: number(times),
    }
}
