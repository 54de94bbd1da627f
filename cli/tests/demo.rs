//! The generated month, replayed: exactly the planted faults are found.

use namro::log::Log;
use namro::render::{Report, ReportInput};
use namro::replay::{Replay, State};
use namro::{Office, score};
use namro_cli::demo::{self, DOSSIERS, INCOMING, OUTGOING};

fn replayed() -> (Office, Log, Replay) {
    let office = Office::shipped(demo::RULEBOOK).unwrap().with_staff(&demo::staff().to_string()).unwrap();
    let month = demo::generate();
    let (log, reading) = Log::from_rows(&month.cases, &month.events, office.rulebook().mapping(None).unwrap()).unwrap();
    assert_eq!((reading.repeats, reading.conflicts, reading.set_aside), (0, 0, 0));
    let replay = office.replay(&log, month.as_of.unwrap().at);
    (office, log, replay)
}

#[test]
fn what_was_planted_is_found_and_nothing_else() {
    let (office, log, replay) = replayed();
    let found = |kind: &str| replay.findings.iter().filter(|finding| finding.kind.as_str() == kind).count();
    let late = INCOMING.late + OUTGOING.late + DOSSIERS.late + DOSSIERS.late_by_law;
    let open = INCOMING.stuck + INCOMING.unassigned + OUTGOING.stuck + DOSSIERS.stuck;
    assert_eq!(found("late"), late);
    assert_eq!(found("overdue_open"), open);
    assert_eq!(found("stuck"), open);
    assert_eq!(found("late_committed"), DOSSIERS.late + DOSSIERS.late_by_law + DOSSIERS.stuck);
    assert_eq!(found("late_statutory"), DOSSIERS.late_by_law + DOSSIERS.stuck);
    assert_eq!(found("unassigned"), INCOMING.unassigned);
    assert_eq!(found("ping_pong"), INCOMING.ping_pong + DOSSIERS.ping_pong);
    assert_eq!(found("skipped_step"), OUTGOING.skipped + DOSSIERS.skipped);
    assert_eq!(found("backdated"), INCOMING.backdated + DOSSIERS.backdated);
    assert_eq!(found("at_night"), OUTGOING.night + DOSSIERS.night);
    assert_eq!(found("four_eyes"), DOSSIERS.self_approved);

    // Nobody who is late here can be said to be so by the clock of the generator alone: the answer must say it too.
    let done = replay.cases.iter().filter(|case| matches!(case.state, State::Finished | State::Returned)).count();
    let share = replay.shares.iter().find(|share| share.id.as_str() == "on_time_recomputed").unwrap();
    assert_eq!((share.late, share.denominator), (late as i64, done as i64));

    // A report is the same each time, is self-contained, and is small enough to send.
    let policy = office.rulebook().policy(None, namro::Date::from_ymd(2026, 10, 1).unwrap()).unwrap();
    let period = score::Period::parse("2026-10").unwrap();
    let scores = office.score(&replay, Some(&policy.id), period, &score::Inputs::default()).unwrap();
    let input = ReportInput {
        office: &office,
        log: &log,
        reading: None,
        replay: &replay,
        scores: Some((&scores.cards, policy)),
        notice: None,
    };
    let page = Report::build(&input).html();
    assert_eq!(page, Report::build(&input).html());
    assert!(page.len() < 3 << 20, "{}", page.len());
    assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("src="));
}
