//! The same rows give the same log, however they come: as delimited text, as JSON, in a request; whole or in parts.

use crate::random::Random;
use crate::rows::{Export, Style, generate};
use crate::{cases, files::Kind, read};
use namro::log::{Builder, Limits, Log, Mapping};
use namro::{Event, Office, Zone};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The rows of an export under its headings, as JSON lines without the blank cells.
fn lines(export: &Export) -> String {
    let keys = export.head.last().expect("headings");
    let row = |row: &Vec<String>| {
        let cells = keys.iter().zip(row).filter(|(key, cell)| !key.is_empty() && !cell.is_empty());
        let map: Map<String, Value> = cells.map(|(key, cell)| (key.clone(), cell.as_str().into())).collect();
        Value::Object(map).to_string() + "\n"
    };
    export.body.iter().filter(|cells| cells.iter().any(|cell| !cell.trim().is_empty())).map(row).collect()
}

/// Steps of some cases; no two of a case at one instant.
fn steps(random: &mut Random) -> Vec<[String; 4]> {
    let mut rows = Vec::new();
    for number in 0..60 {
        let (day, hour) = (1 + number % 28, 7 + number / 28);
        let case = format!("H{}", random.below(8));
        let step = ["nhận", "thẩm định", "ký", "trả"][random.below(4)];
        let actor = ["o1", "o2", "Trần Thị B", ""][random.below(4)];
        rows.push([case, format!("2026-03-{day:02}T{hour:02}:00:00"), step.to_owned(), actor.to_owned()]);
    }
    rows
}

const KEYS: [&str; 4] = ["case_id", "at", "step", "actor"];

fn as_csv(rows: &[[String; 4]]) -> Vec<u8> {
    let line = |row: &[String; 4]| row.join(",") + "\n";
    (KEYS.join(",") + "\n" + &rows.iter().map(line).collect::<String>()).into_bytes()
}

/// As the keys of another system, so that a row is no event of this library.
fn as_foreign(rows: &[[String; 4]]) -> Vec<u8> {
    const NAMES: [&str; 4] = ["MaHoSo", "ThoiDiemXuLy", "NoiDungXuLy", "NguoiXuLy"];
    let row = |row: &[String; 4]| {
        let map: Map<String, Value> =
            NAMES.iter().zip(row).map(|(key, cell)| ((*key).to_owned(), cell.as_str().into())).collect();
        Value::Object(map).to_string() + "\n"
    };
    rows.iter().map(row).collect::<String>().into_bytes()
}

fn as_events(rows: &[[String; 4]]) -> Vec<Value> {
    let actor = |name: &String| if name.is_empty() { json!({"kind": "unknown"}) } else { json!({"id": name}) };
    let event = |[case, at, step, name]: &[String; 4]| json!({"case_id": case, "at": at, "act": "complete", "step": step, "actor": actor(name)});
    rows.iter().map(event).collect()
}

fn log(mapping: &Mapping, files: &[Vec<u8>]) -> Log {
    let mut builder = Builder::new(mapping);
    for (file, number) in files.iter().zip(0..) {
        builder.read(&format!("f{number}"), file.as_slice(), Limits::default(), &mut |_| {}).expect("a file");
    }
    builder.finish().expect("a log").0
}

/// The events, by case, without their numbers.
fn events(log: &Log) -> Vec<Event> {
    let mut events = log.to_events(&Zone::vietnam());
    events.iter_mut().for_each(|event| event.seq = None);
    events.sort_by(|a, b| a.case_id.as_str().cmp(b.case_id.as_str()));
    events
}

fn office() -> Office {
    const BOOK: &str = r#"{"namro": 1, "id": "t", "title": "t",
        "calendars": {"o": {"zone": "+07:00", "weeks": [{"days": {"mon-fri": ["08:00-12:00", "13:30-17:30"]}}]}},
        "procedures": {"p": {"title": "P", "limit": {"committed": "3 ngày làm việc"}, "workflow": "w"}},
        "workflows": {"w": {"steps": {"nhận": {"next": "thẩm định"}, "thẩm định": {"next": "ký"}, "ký": {"next": "trả"}, "trả": {"next": "end"}}}},
        "mappings": {"m": {"zone": "+07:00", "procedure": "p"}}, "mapping": "m"}"#;
    Office::load(&[("t.json", BOOK)]).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn files_lines_and_requests_give_the_same_answers() {
    let office = office();
    let mapping = office.rulebook().mapping(None).expect("a mapping");
    let rows = steps(&mut Random(5));
    let own: String = as_events(&rows).iter().map(|event| event.to_string() + "\n").collect();
    let document = json!({ "events": as_events(&rows) }).to_string();
    let as_of = namro::Stamp::parse("2026-04-01T00:00:00+07:00").expect("an instant");
    let replayed =
        |file: Vec<u8>| namro::base::canonical(&office.replay(&log(mapping, &[file]), as_of.at)).expect("an answer");
    let request = json!({ "events": as_events(&rows), "as_of": as_of.to_string() }).to_string();
    let asked = office.call("replay", &request).unwrap_or_else(|faults| panic!("{faults}"));
    for (name, file) in
        [("csv", as_csv(&rows)), ("foreign", as_foreign(&rows)), ("own", own.into()), ("document", document.into())]
    {
        assert!(replayed(file) == asked, "{name}");
    }
}

/// The kinds of findings about a case of the workflow whose files are given, and the steps that its items have.
fn deviations(files: &[&str]) -> Vec<String> {
    let office = office();
    let mapping = office.rulebook().mapping(None).expect("a mapping");
    let files: Vec<Vec<u8>> = files.iter().map(|rows| format!("case_id,at,step,actor\n{rows}").into_bytes()).collect();
    let log = log(mapping, &files);
    let as_of = namro::Instant::parse("2026-04-01T00:00:00+07:00").expect("an instant");
    let found = office.replay(&log, as_of).findings;
    let of_order = ["out_of_order", "skipped_step", "unexpected_step"];
    let mut kinds: Vec<String> = found.iter().map(|finding| finding.kind.to_string()).collect();
    kinds.retain(|kind| of_order.contains(&kind.as_str()));
    kinds
}

#[test]
fn of_several_files_the_order_with_the_fewest_objections_counts() {
    let (before, signed, checked, after) = (
        "H1,2026-03-02T08:00:00,nhận,o1\n",
        "H1,2026-03-02T09:00:00,ký,o3\n",
        "H1,2026-03-02T09:00:00,thẩm định,o2\n",
        "H1,2026-03-02T10:00:00,trả,o1\n",
    );
    let right = format!("{before}{checked}{signed}{after}");
    let wrong = format!("{before}{signed}{checked}{after}");
    assert_eq!(deviations(&[&right]), [""; 0]);
    // Within one file the order of the rows counts.
    assert_ne!(deviations(&[&wrong]), [""; 0]);
    let (a, b) = (format!("{before}{signed}{after}"), checked);
    assert_eq!(deviations(&[&a, b]), [""; 0]);
    assert_eq!(deviations(&[b, &a]), [""; 0]);
    assert_eq!(deviations(&[before, signed, checked, after]), [""; 0]);
    // Days without a time are one instant too.
    let day = |rows: &str| rows.replace("T08:00:00", "").replace("T09:00:00", "").replace("T10:00:00", "");
    assert_eq!(deviations(&[&day(&a), &day(b)]), [""; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn json_lines_give_the_same_as_delimited_text(seed in 1u64..) {
        let export = generate(&mut Random(seed), 150, Style::PLAIN);
        let text = read(&[("a.csv", &Kind::Semicolons.write(&export))]);
        let json = read(&[("a.jsonl", lines(&export).as_bytes())]);
        prop_assert_eq!(cases(&text.0), cases(&json.0));
        let sums = |reading: &namro::log::Reading| (reading.rows_read, reading.rows_kept, reading.rows_repeated, reading.set_aside);
        prop_assert_eq!(sums(&text.1), sums(&json.1));
    }

    #[test]
    fn files_and_the_order_of_rows_change_nothing(seed in 1u64.., cuts in (0usize..60, 0usize..60), kinds in [0usize..2, 0usize..2, 0usize..2]) {
        let office = office();
        let mapping = office.rulebook().mapping(None).expect("a mapping");
        let random = &mut Random(seed);
        let mut rows = steps(random);
        let whole = events(&log(mapping, &[as_csv(&rows)]));
        for last in (1..rows.len()).rev() {
            rows.swap(last, random.below(last + 1));
        }
        let (low, high) = (cuts.0.min(cuts.1), cuts.0.max(cuts.1));
        let parts = [&rows[..low], &rows[low..high], &rows[high..]];
        let files: Vec<Vec<u8>> = parts.iter().zip(kinds).filter(|(part, _)| !part.is_empty())
            .map(|(part, kind)| if kind == 0 { as_csv(part) } else { as_foreign(part) }).collect();
        prop_assert_eq!(events(&log(mapping, &files)), whole);
    }
}
