//! Worked examples of the law and of procedures, with the working calendar of 2026.

use super::super::display::MONTHS;
use super::*;

#[test]
fn periods_of_the_civil_code() {
    for (start, text, last) in [
        // The 31st does not exist, and then a weekend follows.
        ("2026-01-31", "1 tháng", "2026-03-02"),
        ("2026-08-03", "30 ngày", "2026-09-03"),
        ("2026-01-19", "30 ngày", "2026-02-23"),
        // A swapped Saturday works: no roll.
        ("2025-12-31", "10 ngày", "2026-01-10"),
        ("2026-01-08", "2 ngày làm việc", "2026-01-10"),
        ("2026-08-21", "1 ngày làm việc", "2026-08-22"),
        ("2026-02-13", "3 ngày làm việc", "2026-02-25"),
        ("2026-04-24", "3 ngày làm việc", "2026-05-04"),
        ("2026-04-24", "7 ngày làm việc", "2026-05-08"),
        ("2026-08-28", "5 ngày làm việc", "2026-09-09"),
        ("2026-11-14", "10 ngày", "2026-11-25"),
        // The same weekday; the same day of the next year, or the last of its month.
        ("2026-03-04", "2 tuần", "2026-03-18"),
        ("2026-03-04", "1 năm", "2027-03-04"),
        ("2024-02-29", "1 năm", "2025-02-28"),
    ] {
        assert_eq!(last_day(start, text), last, "{start} + {text}");
    }
}

#[test]
fn a_swapped_saturday_may_be_left_out_of_legal_periods() {
    let promise = Promise { swapped: false, ..Promise::from(limit("10 ngày")) };
    let due = due(office(), &promise, at("2025-12-31 10:00"), &[], &DueOptions::default()).unwrap();
    assert_eq!(due.last_day, date("2026-01-12"));
}

#[test]
fn procedures() {
    for (start, text, last) in [
        ("2026-03-06", "3 ngày làm việc", "2026-03-11"),
        ("2026-01-08", "3 ngày làm việc", "2026-01-12"),
        ("2026-08-03", "60 ngày", "2026-10-02"),
        ("2026-07-04", "60 ngày", "2026-09-03"),
        ("2026-06-15", "90 ngày", "2026-09-14"),
        ("2026-04-20", "5 ngày làm việc", "2026-04-28"),
        ("2026-02-14", "60 ngày", "2026-04-15"),
        ("2026-02-05", "15 ngày", "2026-02-23"),
        ("2026-08-19", "7 ngày làm việc", "2026-08-27"),
        ("2026-08-28", "3 ngày làm việc", "2026-09-07"),
        ("2026-08-24", "7 ngày làm việc", "2026-09-07"),
        ("2026-08-24", "3 ngày làm việc", "2026-08-27"),
        ("2026-08-27", "2 ngày làm việc", "2026-09-03"),
        ("2026-02-02", "15 ngày", "2026-02-23"),
        ("2026-02-02", "20 ngày", "2026-02-23"),
        ("2026-01-19", "45 ngày", "2026-03-05"),
        ("2026-02-06", "10 ngày", "2026-02-23"),
        ("2026-02-06", "10 ngày làm việc", "2026-02-27"),
        ("2026-03-02", "30 ngày", "2026-04-01"),
        ("2026-03-02", "45 ngày", "2026-04-16"),
        ("2026-03-02", "60 ngày", "2026-05-04"),
        ("2026-02-12", "7 ngày làm việc", "2026-03-02"),
        ("2026-02-12", "10 ngày làm việc", "2026-03-05"),
        ("2026-03-16", "30 ngày", "2026-04-15"),
        ("2026-04-20", "10 ngày làm việc", "2026-05-07"),
        ("2026-04-24", "1 ngày làm việc", "2026-04-28"),
        ("2026-04-22", "2 ngày làm việc", "2026-04-24"),
        ("2026-04-22", "5 ngày làm việc", "2026-05-04"),
    ] {
        assert_eq!(last_day(start, text), last, "{start} + {text}");
    }
}

#[test]
fn the_same_day_with_a_cut_off() {
    for (start, last) in [
        ("2026-03-11 14:59", "2026-03-11"),
        ("2026-03-11 15:00", "2026-03-11"),
        ("2026-03-11 15:01", "2026-03-12"),
        ("2026-02-13 15:01", "2026-02-23"),
        ("2026-08-21 15:01", "2026-08-22"),
        // A day off: the next working day, whatever the hour.
        ("2026-03-14 09:00", "2026-03-16"),
    ] {
        let due = office().due(at(start), &limit("trong ngày, nhận đến 15:00")).unwrap();
        assert_eq!(due.last_day, date(last), "{start}");
    }
    let second = Instant::parse("2026-03-11T15:00:01+07:00").unwrap();
    let due = office().due(second, &limit("trong ngày, nhận đến 15:00")).unwrap();
    assert_eq!(due.last_day, date("2026-03-12"));
}

#[test]
fn online_dossiers_after_hours() {
    let promise = |counted| Promise {
        channel: ChannelRule { after_hours: AfterHours::NextWorkingDay, cut_off: None, counted },
        ..Promise::from(limit("3 ngày làm việc"))
    };
    let last = |start: &str, counted: bool| {
        due(office(), &promise(counted), at(start), &[], &DueOptions::default()).unwrap().last_day.to_string()
    };
    for start in ["2026-03-06 19:00", "2026-03-07 09:00"] {
        assert_eq!(last(start, false), "2026-03-12");
        assert_eq!(last(start, true), "2026-03-11");
    }
    // Within the hours, at lunch, before the office opens and at the very close it is that day's.
    for start in ["2026-03-06 10:00", "2026-03-06 12:30", "2026-03-06 06:00", "2026-03-06 17:30"] {
        assert_eq!(last(start, true), "2026-03-11", "{start}");
    }
}

#[test]
fn a_cut_off_at_the_desk() {
    let spec = r#"{"statutory": "3 ngày làm việc", "channel": {"desk": {"cut_off": "15:00"}}}"#;
    let spec: LimitSpec = crate::base::shape::read(&crate::base::value::parse_json(spec.as_bytes()).unwrap()).unwrap();
    let last = |start: &str, channel: &str| {
        let promise = spec.promise::<&str>(Some(channel), &[], |_| Ok(false)).unwrap();
        due(office(), &promise, at(start), &[], &DueOptions::default()).unwrap().last_day.to_string()
    };
    assert_eq!(last("2026-03-09 15:00", "desk"), "2026-03-12");
    assert_eq!(last("2026-03-09 15:01", "desk"), "2026-03-13");
    assert_eq!(last("2026-03-09 15:01", "online"), "2026-03-12");
}

#[test]
fn denunciations_are_extended_from_the_day_that_the_period_names() {
    let extend = |day: &str| {
        let zone = office().zone();
        ClockAct::extend(zone.stamp(at(&format!("{day} 09:00"))), limit("30 ngày"))
    };
    let promise = Promise::from(limit("30 ngày"));
    let last = |acts: &[ClockAct]| {
        due(office(), &promise, at("2026-03-16 10:00"), acts, &DueOptions::default()).unwrap().last_day.to_string()
    };
    assert_eq!(last(&[]), "2026-04-15");
    assert_eq!(last(&[extend("2026-04-10")]), "2026-05-15");
    // The period names Sunday 14 June.
    assert_eq!(last(&[extend("2026-04-10"), extend("2026-05-10")]), "2026-06-15");
}

#[test]
fn complaints_take_longer_by_a_table_of_factors() {
    let second =
        r#"{"base": "45 ngày", "factors": {"complex": "60 ngày", "remote": "60 ngày", "complex+remote": "70 ngày"}}"#;
    let second: Limit = crate::base::shape::read(&crate::base::value::parse_json(second.as_bytes()).unwrap()).unwrap();
    let text = |factors: &[&str]| second.with_factors(factors).to_string();
    assert_eq!(text(&[]), "45 ngày");
    assert_eq!(text(&["remote"]), "60 ngày");
    assert_eq!(text(&["remote", "complex"]), "70 ngày");
    assert_eq!(second.factors(), ["complex", "remote"]);
}

#[test]
fn counting_back() {
    // Papers reach the members 5 days before the session opens, the call for it 20 days before.
    let close = office().closes(date("2026-07-14")).unwrap();
    let day = |text: &str| office().latest_start(close, &limit(text)).unwrap().day.to_string();
    assert_eq!(day("5 ngày"), "2026-07-09");
    assert_eq!(day("20 ngày"), "2026-06-24");
    // One working day before Monday is every day from Friday to Sunday.
    let close = office().closes(date("2026-03-09")).unwrap();
    let start = office().latest_start(close, &limit("1 ngày làm việc")).unwrap();
    assert_eq!(start.at.to_string(), "2026-03-08T23:59:59+07:00");
    assert_eq!(
        office().latest_start(close, &limit("20 giờ làm việc")).unwrap().at.to_string(),
        "2026-03-05T13:30:00+07:00"
    );
}

#[test]
fn both_limits_and_both_ends() {
    let promise =
        Promise { committed: Some(limit("2 ngày làm việc")), ..Promise::from(limit("3 ngày làm việc")) };
    let answer = due(office(), &promise, at("2026-01-08 09:00"), &[], &DueOptions::default()).unwrap();
    assert_eq!(answer.due.to_string(), "2026-01-10T17:30:00+07:00");
    assert_eq!(answer.office_end, answer.due);
    assert_eq!(answer.legal_end.to_string(), "2026-01-11T00:00:00+07:00");
    assert_eq!(answer.text.vi, "17:30 thứ Bảy, ngày 10/01/2026");
    assert_eq!(answer.text.en, "17:30 Saturday, 10 January 2026");
    assert_eq!(answer.statutory.as_ref().unwrap().last_day, date("2026-01-12"));
    let finished = at("2026-01-12 09:00");
    assert_eq!(answer.late_committed(finished), Some(true));
    assert_eq!(answer.late_statutory(finished), Some(false));
    assert_eq!(answer.outcome(finished, None), Outcome::Late);

    let promise = Promise { ends: Ends::Legal, ..promise };
    let answer = due(office(), &promise, at("2026-01-08 09:00"), &[], &DueOptions::default()).unwrap();
    assert_eq!(answer.due.to_string(), "2026-01-11T00:00:00+07:00");
    assert_eq!(answer.text.vi, "24:00 thứ Bảy, ngày 10/01/2026");
    assert_eq!(answer.outcome(at("2026-01-10 23:59"), None), Outcome::OnTime);
    assert_eq!(answer.outcome(at("2026-01-11 00:00"), None), Outcome::Late);
}

#[test]
fn hours_end_with_a_shift_and_not_with_the_next() {
    for (start, text, end) in [
        ("2026-03-09 08:00", "4 giờ làm việc", "2026-03-09T12:00:00+07:00"),
        ("2026-03-09 08:00", "8 giờ làm việc", "2026-03-09T17:30:00+07:00"),
        ("2026-03-09 12:30", "1 giờ làm việc", "2026-03-09T14:30:00+07:00"),
        ("2026-03-06 19:00", "PT8H", "2026-03-09T17:30:00+07:00"),
        ("2026-03-06 19:00", "90 phút làm việc", "2026-03-09T09:30:00+07:00"),
        ("2026-03-06 19:00", "24 giờ liên tục", "2026-03-07T19:00:00+07:00"),
        ("2026-03-09 08:00", "0,5 ngày làm việc", "2026-03-09T12:00:00+07:00"),
        ("2026-03-09 08:00", "2,5 ngày làm việc", "2026-03-11T12:00:00+07:00"),
    ] {
        let due = office().due(at(start), &limit(text)).unwrap();
        assert_eq!(due.due.to_string(), end, "{start} + {text}");
        assert_eq!((due.bound, due.early_before), (Bound::Through, None));
    }
}

#[test]
fn known_since() {
    // Promised on 20 December 2025, five days before the swap of 2 January was announced.
    let promise = Promise::from(limit("9 ngày làm việc"));
    let last = |known_at: Option<Instant>| {
        let options = DueOptions { known_at, ..DueOptions::default() };
        due(office(), &promise, at("2025-12-22 10:00"), &[], &options).unwrap().last_day.to_string()
    };
    assert_eq!(last(Some(at("2025-12-22 10:00"))), "2026-01-05");
    assert_eq!(last(None), "2026-01-06");
}

/// The table of docs/time.md: each row is computed.
#[test]
fn the_examples_of_the_documentation() {
    let text = include_str!("../../../../docs/time.md");
    // `Sat 31 January`, `31 December 2025`, `Fri 6 March 19:00`; the year is 2026 unless it is given.
    let read = |text: &str| -> (Date, Option<String>) {
        let (mut day, mut month, mut year, mut time) = (0, 0, 2026, None);
        for word in text.split(' ') {
            if let Some(found) = MONTHS.iter().position(|name| *name == word) {
                month = found as u32 + 1;
            } else if word.contains(':') {
                time = Some(word.to_owned());
            } else if let Ok(number) = word.parse::<i32>() {
                if number > 31 { year = number } else { day = number as u32 }
            }
        }
        (Date::from_ymd(year, month, day).unwrap(), time)
    };
    let rows = text.split("| start | limit | last day | why |").nth(1).unwrap().lines().skip(2);
    let mut checked = 0;
    for row in rows.take_while(|row| row.starts_with('|')) {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let (start, time) = read(cells[0]);
        let start = at(&format!("{start} {}", time.as_deref().unwrap_or("10:00")));
        // `3 / 7 working days` are two limits in one unit.
        let unit = cells[1].rsplit_once(" / ").map_or("", |(_, last)| last.split_once(' ').unwrap().1);
        let amounts: Vec<_> = cells[1].split(" / ").collect();
        for (amount, end) in amounts.iter().zip(cells[2].split(" / ")) {
            let text = if amount.contains(' ') { (*amount).to_owned() } else { format!("{amount} {unit}") };
            let due = office().due(start, &limit(&text)).unwrap();
            let (day, time) = read(end);
            assert_eq!(due.last_day, day, "{row}");
            assert!(time.is_none_or(|time| due.text.en.starts_with(&time)), "{row}");
            checked += 1;
        }
    }
    assert_eq!(checked, 11);
}
