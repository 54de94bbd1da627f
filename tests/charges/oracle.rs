//! A slow and obvious account of who answers for each minute of a case, written from the rules and apart from the
//! library: every minute is looked at on its own.

use super::story::{Act, LEAVE, STEPS};
use std::collections::BTreeMap;

/// Who has the open step.
#[derive(Clone, Debug)]
enum Has {
    Nobody,
    /// Named, and nothing done yet: if replaced now, the officer never had it.
    Named(String),
    Held(String),
}

/// What the account comes to.
#[derive(Debug, Default)]
pub struct Account {
    /// Working minutes after the due.
    pub late: i64,
    /// Minutes used beyond the budget, by officer and step; only what is above 0.
    pub overruns: BTreeMap<(String, usize), i64>,
    /// Minutes for which nobody answers.
    pub pool: i64,
}

/// Whether a minute is working time: counted from Monday 08:00.
fn works(minute: i64) -> bool {
    let (day, of_day) = day_of(minute);
    day % 7 < 5 && ((480..720).contains(&of_day) || (810..1_050).contains(&of_day))
}

/// The day since the Monday of the first act, and the minute of that day.
fn day_of(minute: i64) -> (i64, i64) {
    ((minute + 480).div_euclid(1_440), (minute + 480).rem_euclid(1_440))
}

fn is_away(officer: &str, minute: i64) -> bool {
    officer == "E" && LEAVE.contains(&(day_of(minute).0 + 2))
}

/// Accounts for a case whose due is this many minutes after its first act.
pub fn account(acts: &[Act], due: i64) -> Account {
    let end = acts.last().map_or(0, |act| act.minute);
    // Who had which step in each minute.
    let mut holder: Vec<Option<(String, usize)>> = vec![None; usize::try_from(end).unwrap()];
    let mut stands = vec![false; holder.len()];
    let mut give = |from: i64, to: i64, who: &str, step: usize| {
        for minute in from..to {
            holder[usize::try_from(minute).unwrap()] = Some((who.to_owned(), step));
        }
    };
    let (mut open, mut since, mut has) = (0, 0, Has::Nobody);
    let mut doer: Vec<Option<String>> = vec![None; STEPS.len()];
    let (mut paused, mut counts_from) = (None, 0);
    for act in acts {
        let now = act.minute;
        let assignee = act.assignee.clone();
        match act.act {
            "suspend" => paused = Some(now),
            "resume" => {
                for minute in paused.take().unwrap_or(now)..now {
                    stands[usize::try_from(minute).unwrap()] = true;
                }
            }
            "restart" => counts_from = now,
            "assign" => {
                let to = assignee.expect("assigned to somebody");
                match &has {
                    Has::Held(who) if *who == to => continue,
                    Has::Named(who) if *who == to => {
                        has = Has::Held(to);
                        continue;
                    }
                    Has::Held(who) => give(since, now, who, open),
                    Has::Named(_) | Has::Nobody => {}
                }
                (since, has) = (now, Has::Held(to));
            }
            "claim" => {
                match &has {
                    Has::Named(who) if *who == act.actor => {}
                    _ => since = now,
                }
                has = Has::Held(act.actor.clone());
            }
            "forward" => {
                if let Has::Held(who) | Has::Named(who) = &has {
                    give(since, now, who, open);
                }
                (since, has) = (now, assignee.map_or(Has::Nobody, Has::Named));
            }
            "return" => {
                if let Has::Held(who) | Has::Named(who) = &has {
                    give(since, now, who, open);
                }
                open -= 1;
                (since, has) = (now, doer[open].clone().map_or(Has::Nobody, Has::Held));
            }
            "recall" => {
                // Whoever was only named for what it had opened never had it.
                if let Has::Held(who) = &has {
                    give(since, now, who, open);
                }
                open -= 1;
                (since, has) = (now, Has::Held(act.actor.clone()));
            }
            "complete" | "hand_over" => {
                match &has {
                    Has::Held(who) => give(since, now, who, open),
                    Has::Named(who) if *who == act.actor => give(since, now, who, open),
                    Has::Named(_) | Has::Nobody => {}
                }
                doer[open] = Some(act.actor.clone());
                open += 1;
                (since, has) = (now, assignee.map_or(Has::Nobody, Has::Named));
            }
            _ => {}
        }
    }
    let running = |minute: i64| works(minute) && !stands[usize::try_from(minute).unwrap()];
    let late = (due.max(0)..end).filter(|minute| running(*minute)).count() as i64;
    let mut account = Account { late, ..Account::default() };
    let mut used: BTreeMap<(String, usize), i64> = BTreeMap::new();
    for minute in counts_from..end {
        // Where no working time lies between the due and the end, the clock itself counts.
        let counts = running(minute) || late == 0 && minute >= due;
        if !counts {
            continue;
        }
        match &holder[usize::try_from(minute).unwrap()] {
            Some((who, step)) if STEPS[*step].1.is_some() && !is_away(who, minute) => {
                *used.entry((who.clone(), *step)).or_default() += 1;
            }
            _ => account.pool += 1,
        }
    }
    for ((who, step), used) in used {
        let over = used - STEPS[step].1.unwrap_or_default();
        if over > 0 {
            account.overruns.insert((who, step), over);
        }
    }
    account
}
