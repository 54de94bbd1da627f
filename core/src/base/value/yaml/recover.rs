//! Going on after a syntax error: the lines that cannot be read are left out, and the rest is read.

use super::read;
use crate::base::error::{Code, Error, Faults};
use crate::base::value::{Node, Value};

/// The number of syntax errors of one text that are reported.
const MOST: usize = 40;
/// The longest text, in bytes, in which reading goes on after an error: each error costs one or two more readings of
/// the text.
const LONGEST: usize = 256 << 10;

/// Reports the error and the ones after it; returns what could be read.
pub(super) fn recover(text: &str, first: Error, faults: &mut Faults) -> Node {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let mut error = first;
    for _ in 0..MOST {
        let bomb = matches!(error.code(), Code::TooDeep);
        let at = error.place().line.and_then(|line| usize::try_from(line).ok()).unwrap_or(1).max(1) - 1;
        faults.push(error);
        if bomb || text.len() > LONGEST {
            break;
        }
        // An error often shows only on the line after the one that is wrong.
        let above = (0..at).rev().find(|index| lines.get(*index).is_some_and(|line| !line.trim().is_empty()));
        let tries = [Some(at), above].into_iter().flatten().map(|line| {
            let rest = without(&lines, line);
            let outcome = read(&rest.join("\n"));
            (rest, outcome)
        });
        let reach = |outcome: &Result<(Node, Faults), Error>| match outcome {
            Ok(_) => u64::MAX,
            Err(error) => error.place().line.unwrap_or_default(),
        };
        // The candidate that reads furthest; among equals, the line of the error itself.
        let best = tries.reduce(|best, other| if reach(&other.1) > reach(&best.1) { other } else { best });
        match best {
            Some((_, Ok((node, found)))) => {
                faults.extend(found);
                return node;
            }
            Some((rest, Err(next))) => {
                lines = rest;
                error = next;
            }
            None => break,
        }
    }
    Value::Null.into()
}

/// The text with one line and the lines indented beneath it left blank.
fn without<'a>(lines: &[&'a str], line: usize) -> Vec<&'a str> {
    let depth = |text: &str| text.len() - text.trim_start().len();
    let own = lines.get(line).map_or(0, |text| depth(text));
    let mut rest = lines.to_vec();
    if let Some(slot) = rest.get_mut(line) {
        *slot = "";
    }
    for slot in rest.iter_mut().skip(line + 1) {
        if !slot.trim().is_empty() && depth(slot) <= own {
            break;
        }
        *slot = "";
    }
    rest
}
