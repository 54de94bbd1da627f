//! Going on after a syntax error: the lines that cannot be read are left out, and the rest is read.

use super::read;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::value::gap::{Gap, part_around};
use crate::base::value::{Node, Value};

/// The number of syntax errors of one text that are reported.
const MOST: usize = 40;
/// The longest text, in bytes, in which reading goes on after an error: each error costs up to three more readings of
/// the text.
const LONGEST: usize = 256 << 10;

/// Lines left out: the first of them, their number, and the place of the fault.
type LeftOut = (usize, usize, Place);

/// Reports the error and the ones after it; returns what could be read and what was left out.
pub(super) fn recover(text: &str, first: Error, faults: &mut Faults) -> (Node, Vec<Gap>) {
    let written: Vec<&str> = text.split('\n').collect();
    let mut lines = written.clone();
    let mut error = first;
    let mut left_out: Vec<LeftOut> = Vec::new();
    for _ in 0..MOST {
        let bomb = matches!(error.code(), Code::TooDeep);
        let at = error.place().line.and_then(|line| usize::try_from(line).ok()).unwrap_or(1).max(1) - 1;
        if bomb || text.len() > LONGEST {
            faults.push(error);
            break;
        }
        let tries = suspects(&lines, at).into_iter().map(|line| {
            let (rest, count) = without(&lines, line);
            let outcome = read(&rest.join("\n"));
            (line, count, rest, outcome)
        });
        let reach = |outcome: &Result<(Node, Faults), Error>| match outcome {
            Ok(_) => u64::MAX,
            Err(error) => error.place().line.unwrap_or_default(),
        };
        // The candidate that reads furthest; among equals, the line of the error itself.
        let best = tries.reduce(|best, other| if reach(&other.3) > reach(&best.3) { other } else { best });
        let Some((line, count, rest, outcome)) = best else { break };
        // If the lines left out end before the error, the first of them is the wrong one.
        let place = match line + count <= at {
            true => Place::position(line as u64 + 1, lines.get(line).map_or(0, |text| depth(text)) as u64 + 1),
            false => error.place().clone(),
        };
        faults.push(error.at(place.clone()));
        left_out.push((line, count, place));
        match outcome {
            Ok((node, found)) => {
                faults.extend(found);
                let gaps = left_out.into_iter().map(|left_out| gap(&node, &written, left_out)).collect();
                return (node, gaps);
            }
            Err(next) => {
                lines = rest;
                error = next;
            }
        }
    }
    (Value::Null.into(), Vec::new())
}

/// The lines that may be wrong: that of the error, and the ones before which an error is often reported only later: the
/// line above, and the head of the block that ends above.
fn suspects(lines: &[&str], at: usize) -> Vec<usize> {
    let own = lines.get(at).map_or(0, |line| depth(line));
    let written = |(index, line): (usize, &&str)| (!line.trim().is_empty()).then(|| (index, depth(line)));
    let mut above = lines.iter().enumerate().take(at).rev().filter_map(written);
    let first = above.next();
    let head =
        first.and_then(|(_, beneath)| above.find(|(_, depth)| *depth < beneath)).filter(|(_, depth)| *depth >= own);
    std::iter::once(at).chain([first, head].into_iter().flatten().map(|(index, _)| index)).collect()
}

/// The indentation of a line.
fn depth(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The text with one line and the lines indented beneath it left blank, and the number of these lines.
fn without<'a>(lines: &[&'a str], line: usize) -> (Vec<&'a str>, usize) {
    let own = lines.get(line).map_or(0, |text| depth(text));
    let beneath = lines.iter().skip(line + 1).take_while(|text| text.trim().is_empty() || depth(text) > own);
    let count = 1 + beneath.count();
    let mut rest = lines.to_vec();
    rest.iter_mut().skip(line).take(count).for_each(|slot| *slot = "");
    (rest, count)
}

fn gap(node: &Node, lines: &[&str], (line, count, place): LeftOut) -> Gap {
    let text: Vec<&str> = lines.iter().skip(line).take(count).copied().collect();
    let number = u32::try_from(line + 1).unwrap_or(u32::MAX);
    let pointer = part_around(node, number, text.first().copied().unwrap_or_default());
    Gap { pointer, place, text: text.join("\n").into() }
}
