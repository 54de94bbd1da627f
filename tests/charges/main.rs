//! Who bears a lateness: against a slow account, minute by minute, and by the laws that make it just.
//!
//! `PROPTEST_CASES` says how many late cases there are in each way of handing work on.

mod oracle;
#[path = "../shared/runner.rs"]
mod runner;
mod story;

use namro::base::Rational;
use namro::replay::Finding;
use oracle::account;
use proptest::prelude::*;
use proptest::test_runner::TestError;
use runner::{config, runner};
use std::sync::atomic::{AtomicU32, Ordering};
use story::{Part, STEPS, WAYS, parts, replay, shares, start, story};

/// How many cases each way of handing on has.
const CASES: u32 = 340;

/// The due of a replayed case, in minutes after its first act.
fn due(replay: &namro::replay::Replay) -> i64 {
    replay.cases[0].due.unwrap().at.since(start()).0 / 60
}

fn fraction(part: i64, whole: i64) -> Rational {
    Rational::new(part.into(), whole.into()).unwrap()
}

fn against_the_account(parts: &[Part], restart: Option<usize>) -> Result<bool, TestCaseError> {
    let acts = story(parts, restart);
    let (replay, found) = replay(&acts);
    let account = account(&acts, due(&replay));
    let end = acts.last().map_or(0, |act| act.minute);
    let Some(found) = found else {
        prop_assert!(end <= due(&replay), "not late: {:#?}", acts);
        return Ok(false);
    };
    prop_assert!(end > due(&replay));
    prop_assert_eq!(found.late_working_seconds.0, account.late * 60, "{:#?}", acts);
    let overruns: i64 = account.overruns.values().sum();
    let whole = account.late.max(overruns + account.pool);
    let expected: Vec<(String, Rational)> = account
        .overruns
        .iter()
        .fold(Vec::new(), |mut sums: Vec<(String, i64)>, ((who, _), over)| {
            match sums.last_mut().filter(|(last, _)| last == who) {
                Some((_, sum)) => *sum += over,
                None => sums.push((who.clone(), *over)),
            }
            sums
        })
        .into_iter()
        .map(|(who, over)| (who, fraction(over, whole)))
        .collect();
    prop_assert_eq!(shares(Some(&found)), expected, "{:#?}\n{:#?}", acts, account);
    laws(&found, &account, whole)?;
    Ok(true)
}

fn laws(found: &Finding, account: &oracle::Account, whole: i64) -> Result<(), TestCaseError> {
    let late = found.late_working_seconds.0;
    let charged: i64 = found.charge.iter().map(|charge| charge.charged_working_seconds.0).sum();
    prop_assert_eq!(charged + found.unattributed_working_seconds.0, late);
    for charge in &found.charge {
        // Who was only named, and whoever handed out the work, pays nothing.
        let who = charge.officer.as_str();
        prop_assert!(!who.starts_with('X') && who != "L", "{} is charged", who);
        prop_assert!(charge.share > Rational::ZERO);
        // Whole seconds are the share, but for the rounding of each step.
        let own: i64 = account.overruns.iter().filter(|((one, _), _)| one == who).map(|(_, over)| over).sum();
        let steps = charge.steps.len() as i64;
        let exact = late * own / whole;
        prop_assert!((charge.charged_working_seconds.0 - exact).abs() <= steps + 1);
    }
    let overruns: i64 = account.overruns.values().sum();
    if account.pool == 0 && overruns >= account.late {
        prop_assert_eq!(found.unattributed_working_seconds.0, 0, "every minute has somebody who answers for it");
    }
    Ok(())
}

#[test]
fn everybody_pays_what_a_slow_account_says() {
    for (way, name) in WAYS.iter().enumerate() {
        let late = AtomicU32::new(0);
        let restart = prop_oneof![3 => Just(None), 1 => (1..STEPS.len()).prop_map(Some)];
        // Mostly of one way, or all ways mixed.
        let strategy = (prop_oneof![parts(Some(way)), parts(None)], restart);
        let cases = config(CASES).cases;
        let outcome = runner(config(CASES)).run(&strategy, |(parts, restart)| {
            late.fetch_add(u32::from(against_the_account(&parts, restart)?), Ordering::Relaxed);
            Ok(())
        });
        let late = late.into_inner();
        println!("{:?}: {late} late of {cases}", name);
        match outcome {
            Ok(()) => {}
            Err(TestError::Fail(reason, parts)) => panic!("{:?}: {reason}\n{parts:#?}", name),
            Err(other) => panic!("{other}"),
        }
        assert!(late >= cases / 2, "{:?}: {late} of {cases} cases were late", name);
    }
}

proptest! {
    #![proptest_config(config(CASES))]

    #[test]
    fn a_later_end_is_never_less_late(parts in parts(None), more in 1..5_000_i64) {
        let late = |parts: &[Part]| replay(&story(parts, None)).1.map_or(0, |late| late.late_working_seconds.0);
        let mut longer = parts.clone();
        longer.last_mut().unwrap().works += more;
        prop_assert!(late(&longer) >= late(&parts));
    }

    #[test]
    fn assigning_to_the_holder_again_changes_nothing(parts in parts(None)) {
        let with = |again: bool| -> Vec<Part> {
            let assigned = |part: &Part| part.way == story::Way::Assigned || part.way == story::Way::Claimed;
            parts.iter().map(|part| Part { again: if assigned(part) { again } else { part.again }, ..part.clone() }).collect()
        };
        let (_, once) = replay(&story(&with(false), None));
        let (_, again) = replay(&story(&with(true), None));
        prop_assert_eq!(shares(once.as_ref()), shares(again.as_ref()));
    }

    /// A hand-over that is moved between two officers changes nobody else's share, while both stay over budget.
    #[test]
    fn a_moved_hand_over_concerns_two(parts in parts(Some(0)), step in 0..STEPS.len() - 2, moved in 1..600_i64) {
        let mut later = parts.clone();
        let moved = moved.min(later[step + 1].works);
        later[step].works += moved;
        later[step + 1].works -= moved;
        let of = |parts: &[Part]| {
            let acts = story(parts, None);
            let (replay, late) = replay(&acts);
            (account(&acts, due(&replay)).overruns, shares(late.as_ref()))
        };
        let ((over, before), (over_later, after)) = (of(&parts), of(&later));
        let two = [parts[step].who, parts[step + 1].who].map(|who| story::PEOPLE[who]);
        let stays = [step, step + 1].iter().zip(two).all(|(step, who)| {
            let key = (who.to_owned(), *step);
            over.contains_key(&key) && over_later.contains_key(&key)
        });
        let standing = parts[step].stands + parts[step + 1].stands > 0 || two.contains(&"E");
        if stays && !standing {
            let others = |shares: &[(String, Rational)]| -> Vec<(String, Rational)> {
                shares.iter().filter(|(who, _)| !two.contains(&who.as_str())).cloned().collect()
            };
            prop_assert_eq!(others(&before), others(&after));
        }
    }
}
