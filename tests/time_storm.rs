//! A storm of questions about time, most of them absurd: every one is answered or refused, soon, and none panics.
//!
//! `NAMRO_STORM` says how many; `cargo verify --all` asks a million.

use namro::Stamp;
use namro::calendar::Calendar;
use namro::deadline::{ClockAct, ClockActKind, DueOptions, Ends, Limit, Promise, When, due, due_on};
use namro::internals::base::parse_json;
use namro::{Instant, Seconds};
use std::time::Duration;

/// Numbers without a pattern, the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len() as u64) as usize]
    }

    /// Mostly of our time, else anywhere from the year 1 to 9999 and at their very ends.
    fn instant(&mut self) -> Instant {
        let seconds = |from: &str, to: &str, dice: &mut Self| {
            let end = |text: &str| Instant::parse(text).unwrap().seconds();
            end(from) + dice.below((end(to) - end(from)) as u64) as i64
        };
        let second = match self.below(12) {
            0 => return Instant::MIN,
            1 => return Instant::MAX,
            2 => seconds("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", self),
            3 => seconds("1899-12-30T00:00:00Z", "1900-01-03T00:00:00Z", self),
            4 => seconds("2199-12-20T00:00:00Z", "2200-01-03T00:00:00Z", self),
            5 => seconds("2039-12-01T00:00:00Z", "2040-02-01T00:00:00Z", self),
            _ => seconds("2024-01-01T00:00:00Z", "2027-12-31T00:00:00Z", self) / 1_800 * 1_800,
        };
        let micros = if self.below(4) == 0 { self.below(1_000_000) as i64 } else { 0 };
        Instant::from_micros(second * 1_000_000 + micros).unwrap()
    }

    fn limit(&mut self) -> Option<Limit> {
        let n = match self.below(6) {
            0 => 100_000,
            1 => self.below(100_001),
            _ => self.below(60) + 1,
        };
        let unit = self.pick(&[
            "giờ làm việc",
            "giờ liên tục",
            "phút làm việc",
            "ngày làm việc",
            "ngày",
            "tuần",
            "tháng",
            "năm",
        ]);
        let text = match self.below(9) {
            0 => "trong ngày, nhận đến 15:00".to_owned(),
            1 => format!("sớm nhất trong ({n} {unit}; 3 ngày làm việc; 1 năm)"),
            2 => format!("muộn nhất trong ({n} {unit}; 8 giờ làm việc)"),
            3 => format!("{n},5 ngày làm việc"),
            4 => self.pick(&["2026-01-08", "9999-12-31", "0001-01-01T00:00:00Z"]).to_string(),
            _ => format!("{n} {unit}"),
        };
        Limit::parse(&text).ok()
    }

    fn acts(&mut self) -> Vec<ClockAct> {
        let kinds = ClockActKind::ALL;
        (0..self.below(7))
            .map(|index| {
                let at = Stamp { at: self.instant(), offset: 25_200 };
                let kind = self.pick(kinds).1;
                let until = (self.below(3) == 0).then(|| When::At(Stamp { at: self.instant(), offset: 0 }));
                let reason = (self.below(2) == 0).then(|| (index / 2).to_string());
                ClockAct { by: self.limit(), until, reason, ..ClockAct::new(kind, at) }
            })
            .collect()
    }
}

fn calendars() -> Vec<Calendar> {
    let quarter = |hour: usize, minute: usize| format!("\"{hour:02}:{minute:02}-{hour:02}:{:02}\"", minute + 7);
    let many: Vec<_> = (0..24).flat_map(|hour| [quarter(hour, 0), quarter(hour, 31)]).collect();
    let swaps: Vec<_> = (1..=28)
        .map(|day| {
            format!(
                r#"{{"date": "2026-02-{day:02}", "hours": ["00:00:00-00:00:01"], "known": "2025-{:02}-{day:02}"}}"#,
                day % 12 + 1
            )
        })
        .collect();
    let clocks: Vec<_> = (0..300)
        .map(|step| {
            format!(
                r#"{{"at": "{}-{:02}-01T00:00:00Z", "offset": "{}"}}"#,
                1990 + step / 6,
                step % 6 * 2 + 1,
                ["+18:00", "-18:00"][step % 2]
            )
        })
        .collect();
    [
        r#"{"base": null}"#.to_owned(),
        r#"{"weeks": [{"days": {}}]}"#.to_owned(),
        r#"{"weeks": [{"days": {"mon-sun": ["00:00-24:00"]}}]}"#.to_owned(),
        format!(r#"{{"weeks": [{{"days": {{"mon-sun": [{}]}}}}]}}"#, many.join(",")),
        r#"{"weeks": [{"days": {"mon-sun": ["23:59:59-24:00:00"]}}]}"#.to_owned(),
        r#"{"working": [{"date": "1900-01-01", "hours": ["08:00-08:01"]}]}"#.to_owned(),
        r#"{"working": [{"date": "2199-12-31", "hours": ["23:59-24:00"]}]}"#.to_owned(),
        r#"{"weeks": [{"from": "2030-01-01", "days": {"mon": ["08:00-12:00"]}}]}"#.to_owned(),
        r#"{"weeks": [{"to": "2020-01-01", "days": {"mon": ["08:00-12:00"]}}]}"#.to_owned(),
        r#"{"weeks": [{"days": {"mon-sun": ["08:00-12:00"]}}], "closed": [{"date": "0001-01-01", "to": "9999-12-31"}]}"#.to_owned(),
        format!(r#"{{"weeks": [{{"days": {{"mon-fri": ["08:00-12:00"]}}}}], "working": [{}], "make_up_days": true}}"#, swaps.join(",")),
        format!(r#"{{"zone": {{"first": "+18:00", "changes": [{}]}}, "weeks": [{{"days": {{"mon-fri": ["08:00-12:00", "13:00-24:00"]}}}}]}}"#, clocks.join(",")),
        r#"{"zone": "-18:00", "weeks": [{"season": {"from": "11-01", "to": "02-29"}, "days": {"mon-sun": ["00:00-00:01"]}}]}"#.to_owned(),
        r#"{"weeks": [{"days": {"mon-fri": ["08:00-12:00", "13:30-17:30"]}}], "holidays": [{"id": "a", "lunar": "01-01", "days": 31, "start": -31}, {"id": "b", "weekday": {"month": 2, "nth": 5, "day": "sun"}}, {"id": "c", "date": "02-29"}]}"#.to_owned(),
    ]
    .iter()
    .map(|text| Calendar::read(&parse_json(text.replace(r#""base": null"#, r#""title": "x""#).as_bytes()).unwrap()).unwrap_or_else(|faults| panic!("{text}: {faults}")))
    .chain([namro::calendar::vietnam().unwrap()])
    .collect()
}

#[test]
fn a_storm_of_questions() {
    let questions = std::env::var("NAMRO_STORM").ok().and_then(|count| count.parse().ok()).unwrap_or(10_000u32);
    let (calendars, mut dice) = (calendars(), Dice(20_260_110));
    let (mut answered, mut slowest) = (0, Duration::ZERO);
    // What is compiled once is not part of an answer.
    for calendar in &calendars {
        let _ = calendar.elapsed(Instant::MIN, Instant::MAX);
    }
    for _ in 0..questions {
        let calendar = dice.pick(&calendars);
        let (from, to) = (dice.instant(), dice.instant());
        let Some(limit) = dice.limit() else { continue };
        let day = calendar.date_of(from);
        let begun = std::time::Instant::now();
        let sound = match dice.below(8) {
            0 => {
                let there = calendar.elapsed(from, to).0;
                assert!((there + calendar.elapsed(to, from).0).abs() <= 1, "{from} to {to}");
                true
            }
            1 => calendar.latest_start(from, &limit).is_ok(),
            2 => calendar.working_day_after(day, dice.below(1 << 32) as u32).is_ok(),
            3 => calendar.working_day_before(day, dice.below(1 << 20) as u32).is_ok(),
            4 => {
                let amount = Seconds([i64::MAX, i64::MIN, 0, 1, 86_400 * 3_650][dice.below(5) as usize]);
                calendar.add_working(from, amount).is_ok() && calendar.subtract_working(to, amount).is_ok()
            }
            5 => calendar.day(day).working || calendar.is_provisional(day, calendar.date_of(to)),
            _ => {
                let ends = if dice.below(2) == 0 { Ends::Legal } else { Ends::Office };
                let promise = Promise { ends, swapped: dice.below(2) == 0, ..Promise::from(limit) };
                let options = DueOptions {
                    known_at: (dice.below(5) == 0).then_some(to),
                    brief: dice.below(4) > 0,
                    ..DueOptions::default()
                };
                let acts = dice.acts();
                let answer = match dice.below(4) {
                    0 => due_on(calendar, &promise, day, &acts, &options),
                    _ => due(calendar, &promise, from, &acts, &options),
                };
                if let Ok(due) = &answer {
                    let now = dice.instant();
                    assert!(due.next_change(now).is_none_or(|change| due.colour(change.at) != due.colour(now)));
                    let _ = due.outcome_when(calendar, When::Date(calendar.date_of(now)), Some(Seconds(3_600)));
                }
                answer.is_ok()
            }
        };
        answered += u32::from(sound);
        slowest = slowest.max(begun.elapsed());
    }
    assert!(answered > questions / 5, "{answered} of {questions} have an answer");
    assert!(slowest < Duration::from_secs(5), "one question took {slowest:?}");
    println!("{questions} questions, {answered} answered, the slowest in {slowest:?}");
}

/// The same through the door for every language: whatever comes in, a text comes out.
#[test]
fn hostile_requests_are_refused_with_their_place() {
    let office = namro::Office::shipped("vn.calendar").unwrap();
    let refused = |operation: &str, input: &str| {
        let faults = office.call(operation, input).unwrap_err();
        faults.iter().next().map(|fault| fault.code().to_string()).unwrap_or_default()
    };
    for (operation, input, code) in [
        ("due", r#"{"limit": "0 ngày", "accepted_at": "2026-01-08T09:00:00+07:00"}"#, "limit_not_positive"),
        ("due", r#"{"limit": "-3 ngày làm việc", "accepted_at": "2026-01-08T09:00:00+07:00"}"#, "limit_not_positive"),
        ("due", r#"{"limit": "999999999999999999999 ngày", "accepted_at": "2026-01-08T09:00:00+07:00"}"#, "bad_limit"),
        ("due", r#"{"limit": "100000 năm", "accepted_at": "2026-01-08T09:00:00+07:00"}"#, "outside_calendar"),
        ("due", r#"{"limit": "1 ngày", "accepted_at": "10000-01-01T00:00:00Z"}"#, "bad_time"),
        ("due", r#"{"limit": "1 ngày", "accepted_at": "0000-01-01T00:00:00Z"}"#, "time_out_of_range"),
        ("due", r#"{"limit": "1 ngày làm việc", "accepted_at": "9999-12-31T23:59:59Z"}"#, "outside_calendar"),
        ("due", r#"{"limit": "1 ngày làm việc", "accepted_at": "0001-01-01T00:00:00+18:00"}"#, "time_out_of_range"),
        ("latest_start", r#"{"limit": "1 tháng", "due": "0001-01-02T00:00:00Z"}"#, "outside_calendar"),
        ("elapsed", r#"{"start": "2026-01-08T09:00:00", "end": "2026-01-08T09:00:00Z"}"#, "no_zone"),
    ] {
        assert_eq!(refused(operation, input), code, "{input}");
    }
}
