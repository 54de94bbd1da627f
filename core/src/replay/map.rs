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
    // Flows come by their number, so that the first one from a step is its most frequent one. Every step is left by that
    // one, and reached from the beginning: by the most frequent flow that leads on, where those shown do not.
    let mut is_shown: Vec<bool> = flows.iter().map(|flow| flow.count >= least).collect();
    let mut left = vec![false; steps.len()];
    for (flow, is_shown) in flows.iter().zip(&mut is_shown) {
        if let Some(left) = flow.from.and_then(|from| left.get_mut(from)) {
            *is_shown |= !std::mem::replace(left, true);
        }
    }
    let mut reached = vec![false; steps.len()];
    loop {
        let leads = |flow: &Traffic, reached: &[bool]| {
            let from = flow.from.is_none_or(|from| reached.get(from) == Some(&true));
            from && flow.to.is_some_and(|to| reached.get(to) == Some(&false))
        };
        let next = flows.iter().zip(&is_shown).position(|(flow, shown)| *shown && leads(flow, &reached));
        let Some(next) = next.or_else(|| flows.iter().position(|flow| leads(flow, &reached))) else { break };
        if let Some(is_shown) = is_shown.get_mut(next) {
            *is_shown = true;
        }
        if let Some(slot) = flows.get(next).and_then(|flow| reached.get_mut(flow.to?)) {
            *slot = true;
        }
    }
    let shown: Vec<Traffic> =
        flows.iter().zip(is_shown).filter(|(_, shown)| *shown).map(|(flow, _)| flow.clone()).collect();
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
