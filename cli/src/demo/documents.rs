//! Documents that come in and go out (*văn bản đến, văn bản đi*).

use super::hours::{DAY, Month};
use super::plan::Plant;
use super::random::Random;
use super::roster::{Division, Roster};
use super::trail::Trail;
use namro::base::OfficerId;
use namro::case::{CaseRow, Event};
use namro::deadline::When;

const HOUR: i64 = 3600;

/// The specialist who gets a case; a few slow ones get most of those that will be late.
pub(super) fn specialist<'a>(division: &'a Division, plant: Option<Plant>, random: &mut Random) -> &'a OfficerId {
    let slow = matches!(plant, Some(Plant::Late | Plant::LateByLaw | Plant::Stuck)) && random.percent(65);
    if slow { &division.specialists[1] } else { random.one_of(&division.specialists) }
}

/// Registered by a clerk, directed by a head, handled by a specialist.
pub(super) fn incoming(
    number: usize,
    plant: Option<Plant>,
    (month, roster): (&Month, &Roster),
    random: &mut Random,
    work: i64,
    events: &mut Vec<Event>,
) -> CaseRow {
    let division = random.one_of(&roster.divisions);
    let clerk = random.one_of(&roster.clerks);
    let head = if random.percent(12) { random.one_of(&roster.leaders) } else { random.one_of(&division.heads) };
    let officer = specialist(division, plant, random);
    let case = format!("den-2026-{:05}", number + 1);
    let mut trail = Trail::new(month, &case, "van-ban-den", &division.unit, work);
    let accepted = trail.now();
    trail.row.received = accepted.map(stamp).map(When::At);
    trail.row.accepted = trail.row.received;
    trail.row.channel = Some(if random.percent(88) { "truc-lien-thong" } else { "buu-chinh" }.to_owned());
    trail.act("accept", "dang-ky", clerk);
    trail.wait(random.soon(60, 1500)).act("complete", "dang-ky", clerk);
    trail.wait(random.between(1, 40)).give("assign", "chi-dao", clerk, head);
    trail.wait(random.soon(240, 3 * HOUR)).act("complete", "chi-dao", head);
    if plant == Some(Plant::Unassigned) {
        return trail.close(events);
    }
    trail.wait(random.between(1, 40)).give("assign", "xu-ly", head, officer);
    trail.row.responsible = Some(officer.clone());
    if plant == Some(Plant::PingPong) {
        let other = division.specialists.iter().find(|other| *other != officer).unwrap_or(officer);
        for (from, to) in [(officer, other), (other, officer), (officer, other), (other, officer)] {
            trail.wait(random.between(20 * 60, HOUR)).give("forward", "xu-ly", from, to);
        }
    }
    trail.wait(random.soon(60, 2 * HOUR)).act("start", "xu-ly", officer);
    match plant {
        Some(Plant::Stuck) => return trail.close(events),
        // The last day closes three working days after the day of acceptance.
        Some(Plant::Late) => {
            trail.work = (Month::day(work) + 4) * DAY + random.soon(600, 3 * DAY);
            trail.act("complete", "xu-ly", officer);
        }
        Some(Plant::OutOfHours) => {
            let evening = random.between(19 * HOUR, 22 * HOUR);
            trail.wait(random.soon(0, DAY)).act_at("complete", "xu-ly", officer, 0, evening);
        }
        Some(Plant::Backdated) => {
            trail.wait(random.soon(HOUR, DAY)).act("complete", "xu-ly", officer).entered_later(5);
        }
        // Most is done soon; some takes nearly all of the allowed time.
        _ => {
            let handling = if random.percent(10) { (DAY, 2 * DAY - HOUR) } else { (600, DAY + DAY / 2) };
            trail.wait(random.soon(handling.0, handling.1)).act("complete", "xu-ly", officer);
        }
    }
    trail.row.finished = trail.last("complete", "xu-ly").map(When::At);
    trail.close(events)
}

/// Drafted by a specialist, reviewed by a head, signed by a leader, issued by a clerk.
pub(super) fn outgoing(
    number: usize,
    plant: Option<Plant>,
    (month, roster): (&Month, &Roster),
    random: &mut Random,
    work: i64,
    events: &mut Vec<Event>,
) -> CaseRow {
    let division = random.one_of(&roster.divisions);
    let officer = specialist(division, plant, random);
    let head = random.one_of(&division.heads);
    let leader = random.one_of(&roster.leaders);
    let clerk = random.one_of(&roster.clerks);
    let case = format!("di-2026-{:05}", number + 1);
    let mut trail = Trail::new(month, &case, "van-ban-di", &division.unit, work);
    trail.row.received = trail.now().map(stamp).map(When::At);
    trail.row.accepted = trail.row.received;
    trail.row.responsible = Some(officer.clone());
    trail.act("accept", "soan-thao", head);
    trail.wait(1).give("assign", "soan-thao", head, officer);
    match plant {
        Some(Plant::Stuck) => return trail.close(events),
        // The last day closes three working days after the day of acceptance.
        Some(Plant::Late) => {
            trail.work = (Month::day(work) + 4) * DAY - 2 * HOUR;
        }
        _ if random.percent(10) => {
            trail.wait(random.between(DAY, DAY + 3 * HOUR));
        }
        _ => {
            trail.wait(random.soon(600, DAY));
        }
    }
    trail.act("complete", "soan-thao", officer);
    if plant != Some(Plant::Skipped) {
        trail.wait(random.between(1, 40)).give("assign", "duyet", officer, head);
        trail.wait(random.soon(300, 2 * HOUR + HOUR / 2)).act("complete", "duyet", head);
    }
    trail.wait(random.between(1, 40)).give("assign", "ky", head, leader);
    let (signing, issuing) = (random.soon(180, 2 * HOUR + HOUR / 2), random.soon(120, HOUR));
    match plant {
        Some(Plant::Night) => {
            let night = random.between(2 * HOUR, 3 * HOUR - 1);
            trail.act_at("complete", "ky", leader, 1, night);
        }
        Some(Plant::OutOfHours) => {
            let evening = random.between(19 * HOUR, 22 * HOUR);
            trail.act_at("complete", "ky", leader, 0, evening);
        }
        Some(Plant::Late) => {
            trail.wait(2 * HOUR + signing).act("complete", "ky", leader);
        }
        _ => {
            trail.wait(signing).act("complete", "ky", leader);
        }
    }
    trail.wait(random.between(1, 40)).give("assign", "phat-hanh", leader, clerk);
    trail.wait(issuing).act("complete", "phat-hanh", clerk);
    trail.row.finished = trail.last("complete", "phat-hanh").map(When::At);
    trail.close(events)
}

pub(super) fn stamp(at: namro::Instant) -> namro::Stamp {
    namro::Zone::vietnam().stamp(at)
}
