//! Enterprise registrations (*đăng ký doanh nghiệp*): accepted at the desk, appraised, signed, given out.

use super::DOSSIER;
use super::documents::{specialist, stamp};
use super::hours::{DAY, Month};
use super::plan::Plant;
use super::random::Random;
use super::roster::Roster;
use super::trail::Trail;
use namro::base::OfficerId;
use namro::case::{CaseRow, Event};
use namro::deadline::When;
use namro::{Date, Seconds};

const HOUR: i64 = 3600;
/// Two-member companies, one-member companies, joint-stock companies, private enterprises.
const PROCEDURES: [&str; 8] =
    ["2.001583", "2.001583", "2.001583", "2.001583", "2.001199", "2.001199", "2.002043", "2.001610"];

/// One dossier.
pub(super) fn dossier(
    number: usize,
    plant: Option<Plant>,
    (month, roster): (&Month, &Roster),
    random: &mut Random,
    work: i64,
    events: &mut Vec<Event>,
) -> CaseRow {
    let desk = random.one_of(&roster.desk);
    let division = &roster.registration;
    let head = random.one_of(&division.heads);
    let officer = match plant {
        Some(Plant::SelfApproved) => head,
        _ => specialist(division, plant, random),
    };
    let procedure = *random.one_of(&PROCEDURES);
    let mut trail = Trail::new(month, "", procedure, &division.unit, work);
    let date = trail.now().map(|at| namro::Zone::vietnam().date_of(at));
    let (_, month_number, day) = date.map_or((2026, 10, 1), Date::ymd);
    trail.rename(&format!("{DOSSIER}26{month_number:02}{day:02}-{:04}", number + 1));
    trail.row.responsible = Some(officer.clone());
    // All enterprises register online, at any hour: a citizen's act at midnight is not overtime of the office.
    let online = trail.now().map(|at| at.plus(Seconds(-random.between(HOUR / 2, 14 * HOUR))));
    trail.row.channel = Some("truc-tuyen".to_owned());
    trail.row.submitted = online.map(stamp).map(When::At);
    trail.row.received = trail.row.submitted;
    trail.citizen_at(online, "receive", "tiep-nhan");
    trail.row.accepted = trail.now().map(stamp).map(When::At);
    trail.act("accept", "tiep-nhan", desk);
    trail.wait(random.soon(120, HOUR + HOUR / 2)).act("complete", "tiep-nhan", desk);
    let supplement = plant.is_none() && random.percent(12);
    if plant != Some(Plant::Skipped) {
        appraise(&mut trail, plant, (division.specialists.as_slice(), officer), random, work, supplement);
        if plant == Some(Plant::Stuck) {
            return trail.close(events);
        }
    }
    trail.wait(random.between(1, 40)).give("assign", "ky", officer, head);
    if plant == Some(Plant::Night) {
        trail.act_at("complete", "ky", head, 1, random.between(2 * HOUR, 3 * HOUR - 1));
    } else {
        trail.wait(random.soon(120, 2 * HOUR + HOUR / 2)).act("complete", "ky", head);
    }
    trail.wait(random.between(1, 60)).act("hand_over", "tra", head);
    trail.row.finished = trail.last("hand_over", "tra").map(When::At);
    trail.wait(random.soon(120, DAY)).act("deliver", "tra", desk);
    trail.row.returned = trail.last("deliver", "tra").map(When::At);
    trail.close(events)
}

fn appraise(
    trail: &mut Trail<'_>,
    plant: Option<Plant>,
    (specialists, officer): (&[OfficerId], &OfficerId),
    random: &mut Random,
    accepted: i64,
    supplement: bool,
) {
    let step = "tham-dinh";
    trail.wait(1).route(step, officer);
    if plant == Some(Plant::PingPong) {
        let other = specialists.iter().find(|other| *other != officer).unwrap_or(officer);
        for (from, to) in [(officer, other), (other, officer), (officer, other), (other, officer)] {
            trail.wait(random.between(15 * 60, HOUR / 2)).give("forward", step, from, to);
        }
    }
    trail.wait(random.soon(60, HOUR)).act("start", step, officer);
    if supplement {
        trail.wait(random.soon(600, 2 * HOUR)).act("complete", step, officer).with("hopLe", false);
        trail.wait(1).act("suspend", "bo-sung", officer);
        trail.wait(random.between(DAY / 2, 4 * DAY)).citizen("resume", "bo-sung");
        trail.wait(1).route(step, officer);
        trail.wait(random.soon(60, HOUR)).act("start", step, officer);
    }
    match plant {
        Some(Plant::Stuck) => return,
        // The committed limit closes two working days after the day of acceptance, the statutory one three.
        Some(Plant::Late) => trail.work = (Month::day(accepted) + 3) * DAY + random.between(0, 3 * HOUR),
        Some(Plant::LateByLaw) => trail.work = (Month::day(accepted) + 4) * DAY + random.soon(HOUR, 3 * DAY),
        _ => {
            trail.wait(random.soon(600, 5 * HOUR));
        }
    }
    match plant {
        Some(Plant::OutOfHours) => trail.act_at("complete", step, officer, 0, random.between(19 * HOUR, 22 * HOUR)),
        _ => trail.act("complete", step, officer),
    };
    if plant == Some(Plant::Backdated) {
        trail.entered_later(3);
    }
    trail.with("hopLe", true);
}
