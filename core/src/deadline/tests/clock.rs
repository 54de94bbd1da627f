//! Tests of `clock`.

use super::*;
use ClockActKind::{Extend, Restart, Resume, Stop, Suspend};

fn act(kind: ClockActKind, hour: u32, reason: &str) -> ClockAct {
    let at = Instant::parse(&format!("2026-03-02T{hour:02}:00:00+07:00")).unwrap();
    let reason = (!reason.is_empty()).then(|| reason.to_owned());
    ClockAct { reason, ..ClockAct::new(kind, Stamp { at, offset: 25_200 }) }
}

fn hours(clock: &Clock) -> Vec<(String, Option<String>)> {
    let hour = |stamp: Stamp| stamp.to_string()[11..13].to_owned();
    clock.spans.iter().map(|span| (hour(span.start), span.end.map(hour))).collect()
}

fn spans(acts: &[ClockAct]) -> Vec<(String, Option<String>)> {
    hours(&Clock::new(acts, None, None))
}

fn span(from: &str, to: &str) -> (String, Option<String>) {
    (from.to_owned(), (!to.is_empty()).then(|| to.to_owned()))
}

#[test]
fn reasons_overlap_and_end_on_their_own() {
    let acts = [
        act(Suspend, 8, "fee"),
        act(Suspend, 9, "supplement"),
        act(Resume, 10, "fee"),
        act(Resume, 12, "supplement"),
        act(Suspend, 14, ""),
    ];
    assert_eq!(spans(&acts), [span("08", "12"), span("14", "")]);
    let reasons = &Clock::new(&acts, None, None).spans[0].reasons;
    assert_eq!(*reasons, ["fee", "supplement"]);
}

#[test]
fn order_and_repetition_do_not_matter() {
    let acts = [act(Suspend, 8, ""), act(Suspend, 9, ""), act(Resume, 11, ""), act(Resume, 12, "")];
    let mut reversed = acts.to_vec();
    reversed.reverse();
    assert_eq!(Clock::new(&acts, None, None), Clock::new(&reversed, None, None));
    assert_eq!(spans(&acts), [span("08", "11")]);
    assert_eq!(Clock::new(&acts, None, None).ignored.len(), 2);
}

#[test]
fn acts_of_one_instant_cancel() {
    assert_eq!(spans(&[act(Suspend, 9, ""), act(Resume, 9, "")]), []);
    let stays = [act(Suspend, 8, ""), act(Resume, 9, ""), act(Suspend, 9, ""), act(Resume, 10, "")];
    assert_eq!(spans(&stays), [span("08", "10")]);
}

#[test]
fn one_resume_ends_all_reasons() {
    assert_eq!(spans(&[act(Suspend, 8, "fee"), act(Suspend, 9, "opinion"), act(Resume, 10, "")]), [span("08", "10")]);
}

#[test]
fn restart_and_stop_end_suspensions() {
    let limit = Limit::parse("30 ngày").unwrap();
    let mut extend = act(Extend, 9, "");
    extend.by = Some(limit);
    let clock = Clock::new(
        &[act(Suspend, 8, ""), extend, act(Restart, 10, ""), act(Suspend, 11, ""), act(Stop, 13, "")],
        None,
        None,
    );
    assert_eq!(hours(&clock), [span("08", "10"), span("11", "13")]);
    assert!(clock.extensions.is_empty());
    let late = Clock::new(&[act(Stop, 9, ""), act(Suspend, 10, "")], None, None);
    assert_eq!((late.spans.len(), late.ignored.len()), (0, 1));
}

#[test]
fn several_clocks_and_what_was_entered_when() {
    let mut mine = act(Suspend, 8, "");
    mine.clock = Some("opinion".to_owned());
    let mut retroactive = act(Suspend, 9, "");
    retroactive.recorded_at = Some(act(Suspend, 16, "").at);
    let acts = [mine, retroactive];
    assert_eq!(hours(&Clock::new(&acts, Some("opinion"), None)), [span("08", "")]);
    assert_eq!(hours(&Clock::new(&acts, None, None)), [span("09", "")]);
    assert_eq!(hours(&Clock::new(&acts, None, Some(acts[0].at.at))), []);
}
