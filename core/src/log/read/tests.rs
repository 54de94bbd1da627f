use super::*;
use crate::base::error::Code;
use crate::base::value::parse_json;
use crate::case::{ActorKind, Effect};
use crate::log::MappingSpec;
use proptest::prelude::*;
use std::io::Write;

fn mapping(text: &str) -> Mapping {
    Mapping::new(crate::base::shape::read::<MappingSpec>(&parse_json(text.as_bytes()).unwrap()).unwrap()).unwrap()
}

fn ok(text: &str, spec: &str) -> (Log, Reading) {
    read("f", text.as_bytes(), &mapping(spec)).unwrap()
}

/// Code and place of each fault.
fn faults(bytes: &[u8], spec: &str) -> Vec<String> {
    let faults = read("f", bytes, &mapping(spec)).unwrap_err();
    faults.iter().map(|fault| format!("{} {}", fault.code(), fault.place())).collect()
}

/// Case, instant, effect, step and actor of each event.
fn events(log: &Log) -> Vec<String> {
    let name = |symbol: Option<crate::log::Symbol>| symbol.map_or("·", |symbol| log.name(symbol)).to_owned();
    let row = |event: crate::log::EventCells| {
        let case = log.cases.id.get(event.case as usize).copied();
        [name(case), event.at.to_string(), event.effect.to_string(), name(event.step), name(event.actor)].join(" ")
    };
    log.events.rows().map(row).collect()
}

const XES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <global scope="trace"><date key="enddate" value="1970-01-01T00:00:00.000+01:00"/></global>
  <global scope="event"><string key="org:resource" value="UNKNOWN"/></global>
  <classifier name="Activity" keys="concept:name"/>
  <float key="meta" value="1"><float key="concept:name" value="2"/></float>
  <trace>
    <string key="concept:name" value="c &amp; 1"/>
    <date key="deadline" value="2011-12-06T13:41:31.788+01:00"/>
    <event>
      <string key="concept:name" value="b"/><string key="lifecycle:transition" value="COMPLETE"/>
      <date key="time:timestamp" value="2011-10-11T13:45:40.276+02:00"/>
      <string key="org:resource" value="o1"><string key="concept:name" value="nested"/></string>
    </event>
    <event>
      <date key="time:timestamp" value="2011-10-11T13:45:40.276+02:00"/><string key="concept:name" value="a"/>
      <string key="org:resource" value="UNKNOWN"/><string key="lifecycle:transition" value="ate_abort"/>
    </event>
  </trace>
  <trace><string key="concept:name" value="c2"/></trace>
</log>"#;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn xes_plain_and_gzipped() {
    let (log, reading) = ok(XES, "{}");
    assert_eq!(
        events(&log),
        ["c & 1 2011-10-11T11:45:40.276Z complete b o1", "c & 1 2011-10-11T11:45:40.276Z stop a ·"]
    );
    assert_eq!((reading.cases, reading.cases_without_events, reading.without_actor), (2, 1, 1));
    assert_eq!(log.cases.due_recorded.get(0).unwrap().to_string(), "2011-12-06T12:41:31.788Z");
    assert_eq!(reading.offsets.into_iter().collect::<Vec<_>>(), [(7200, 2)]);
    let (zipped, _) = read("f", &*gzip(XES.as_bytes()), &Mapping::default()).unwrap();
    assert_eq!(events(&zipped), events(&log));
}

#[test]
fn what_a_trace_lacks_stays_missing() {
    let spec = r#"{"cases": {"finished": "enddate"}}"#;
    // No trace has the attribute; only the header declares it.
    assert_eq!(faults(XES.as_bytes(), spec), ["unknown_column f"]);
    let some = XES.replace(
        "</log>",
        r#"<trace><string key="concept:name" value="c3"/>
        <date key="enddate" value="2012-01-01T00:00:00Z"/></trace></log>"#,
    );
    let (log, _) = ok(&some, spec);
    assert_eq!(log.cases.finished.iter().map(Option::is_some).collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn xes_that_is_broken() {
    let cut = XES.find("</trace>").unwrap();
    assert_eq!(faults(&XES.as_bytes()[..cut], "{}"), ["truncated f:19:3"]);
    let zipped = gzip(XES.as_bytes());
    assert_eq!(faults(&zipped[..zipped.len() - 20], "{}")[0].split(' ').next(), Some("truncated"));
    let mut flipped = zipped.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0x55;
    let found = faults(&flipped, "{}");
    assert!(["bad_gzip", "truncated", "syntax", "not_utf8"].iter().any(|code| found[0].starts_with(code)), "{found:?}");
    assert_eq!(faults(XES.replace("</event>", "</evnt>").as_bytes(), "{}"), ["syntax f:14:5"]);
    assert_eq!(faults(XES.replace("&amp;", "&boom;").as_bytes(), "{}"), ["syntax f:8:5"]);
    let bomb = XES.replace("<log ", "<!DOCTYPE log [<!ENTITY a \"aaaa\">]><log ");
    assert_eq!(faults(bomb.as_bytes(), "{}"), ["doctype_refused f:2:1"]);
    assert_eq!(faults(b"<a><b/></a>", "{}"), ["unknown_format f"]);
    let latin = [XES.as_bytes(), b"<!-- \xe9 -->"].concat();
    assert_eq!(faults(&latin, "{}").len(), 1);
}

#[test]
fn bombs_end_early() {
    let deep = format!("<log>{}", "<string>".repeat(1_000_000));
    assert_eq!(faults(deep.as_bytes(), "{}")[0].split(' ').next(), Some("too_deep"));
    let wide = format!("<log><trace><event>{}", "<string key=\"a\" value=\"b\"/>".repeat(10_000));
    assert_eq!(faults(wide.as_bytes(), "{}")[0].split(' ').next(), Some("too_large"));
    let long = format!("<log><trace><string key=\"a\" value=\"{}", "x".repeat(5 << 20));
    assert_eq!(faults(&gzip(long.as_bytes()), "{}")[0].split(' ').next(), Some("too_large"));
    let limits = Limits { bytes: 1000, ..Limits::default() };
    let mapping = Mapping::default();
    let mut builder = Builder::new(&mapping);
    let found = builder.read("f", &*gzip(XES.as_bytes()), limits, &mut |_| {}).unwrap_err();
    assert_eq!(found.iter().next().unwrap().code(), Code::TooLarge);
    let quote = format!("case_id,at\nc,\"{}", "x\n".repeat(4 << 20));
    assert_eq!(faults(quote.as_bytes(), "{}")[0].split(' ').next(), Some("too_large"));
}

#[test]
fn events_without_time_or_case() {
    let no_time = XES.replace("<date key=\"time:timestamp\" value=\"2011-10-11T13:45:40.276+02:00\"/>\n", "");
    assert_eq!(faults(no_time.as_bytes(), "{}"), ["event_without_time f:10"]);
    let (log, reading) = ok(&no_time, r#"{"lenient": true}"#);
    assert_eq!((log.events.len(), reading.set_aside), (1, 1));
    let csv = "case_id;at;step\nc1;2026-01-08T09:00:00Z;a\n;2026-01-08T09:00:00Z;a\nc1;;a\nc1;soon;a\nc1;x\n;;\n";
    assert_eq!(
        faults(csv.as_bytes(), "{}"),
        ["event_without_case f:3", "event_without_time f:4", "bad_time f:5", "row_length f:6"]
    );
    let (log, reading) = ok(csv, r#"{"lenient": true}"#);
    assert_eq!((log.events.len(), reading.set_aside, reading.remarks.count()), (1, 4, 4));
}

#[test]
fn tables_of_other_tools() {
    let pm4py = "case:concept:name,concept:name,time:timestamp,org:resource,cost\n\
                 1,a,2011-10-01 00:38:44.546000+00:00,o1,50\n1,a,2011-10-01 00:38:44.546000+00:00,o1,60\n";
    assert_eq!(events(&ok(pm4py, "{}").0), ["1 2011-10-01T00:38:44.546Z complete a o1"; 2]);
    let running = "Case ID;Event ID;dd-MM-yyyy:HH.mm;Activity;Resource;Costs\n\
                   1;35654423;30-12-2010:11.02;register request;o1;50\n1;35654424;05-01-2011:10.06;examine;o2;400\n";
    assert_eq!(faults(running.as_bytes(), "{}"), ["no_zone f:2", "no_zone f:3"]);
    let spec = r#"{"zone": "+01:00", "data": {"cost": "Costs"}}"#;
    let (log, reading) = ok(running, spec);
    assert_eq!(
        events(&log),
        ["1 2010-12-30T10:02:00Z complete register request o1", "1 2011-01-05T09:06:00Z complete examine o2"]
    );
    assert_eq!(reading.ignored, ["Event ID"]);
    assert_eq!(log.extras.data[&0].get("cost").unwrap().value.as_text(), Some("50"));
    let disco = "Case ID,Activity,Resource,Start Timestamp,Complete Timestamp\n\
                 1,a,o1,2011/10/01 08:00:00.000,2011/10/01 09:00:00.000\n2,b,,2011/10/01 08:00:00.000,\n";
    assert_eq!(
        events(&ok(disco, r#"{"zone": "Z"}"#).0),
        [
            "1 2011-10-01T08:00:00Z start a o1",
            "1 2011-10-01T09:00:00Z complete a o1",
            "2 2011-10-01T08:00:00Z start b ·"
        ]
    );
}

#[test]
fn a_quote_that_nothing_closes_hides_no_rows() {
    let rows = "c,2026-01-08T09:00:00Z,ok\n".repeat(3);
    for spec in ["{}", r#"{"lenient": true}"#] {
        let text = format!("case_id,at,step\nc,2026-01-08T09:00:00Z,\"ok\n{rows}");
        assert_eq!(faults(text.as_bytes(), spec).last().map(String::as_str), Some("unclosed_quote f:2"));
    }
    let two_lines = "case_id,at,step,note\nc,2026-01-08T09:00:00Z,ok,\"a\nb\"\n".to_owned();
    assert_eq!(ok(&two_lines, "{}").0.events.len(), 1);
    let inch = "case_id,at,step\nc,2026-01-08T09:00:00Z,5\" pipe\n";
    assert_eq!(ok(inch, "{}").0.events.len(), 1);
}

#[test]
fn a_vietnamese_export() {
    let text = "\u{feff}sep=;\r\nMã hồ sơ;Bước xử lý;Thao tác;Thời gian;Cán bộ;Ngày hẹn trả\r\n\
                H01;\"thẩm định; lần 1\";Chuyển xử lý;03/02/2026 08:15;o17;13/02/2026\r\n";
    let spec = r#"{"zone": "+07:00", "acts": {"chuyển xử lý": "forward"}}"#;
    let (log, reading) = ok(text, spec);
    assert_eq!(events(&log), ["H01 2026-02-03T01:15:00Z forward thẩm định; lần 1 o17"]);
    assert_eq!(log.cases.due_recorded.get(0).unwrap().to_string(), "2026-02-12T17:00:00Z");
    assert!(reading.unknown_acts.is_empty());
    assert_eq!(faults(text.as_bytes(), "{}")[0], "no_zone f:3");
    assert_eq!(faults(text.replace("\r\n", "\n").as_bytes(), "{}")[0], "no_zone f:3");
    let ambiguous = text.replace("13/02/2026", "12/02/2026");
    // Vietnamese headings mean Vietnamese dates; others need a word of the author.
    let (assumed, reading) = ok(&ambiguous, spec);
    assert_eq!((assumed.events.at, reading.day_first_assumed), (log.events.at.clone(), true));
    let english = "case_id;step;at\nH01;a;03/02/2026 08:15\n";
    assert_eq!(faults(english.as_bytes(), spec), ["ambiguous_date f:2"]);
    let declared = spec.replace("{\"zone\"", "{\"dates\": \"day_first\", \"zone\"");
    assert_eq!(ok(english, &declared).0.events.at, log.events.at);
    let (_, reading) = ok(text, r#"{"zone": "+07:00"}"#);
    assert_eq!(reading.unknown_acts["Chuyển xử lý"], 1);
}

#[test]
fn a_register_has_cases_alone() {
    let text = "Mã hồ sơ\tNgày tiếp nhận\tTrạng thái\nH01\t2026-01-08T09:00:00Z\tđang xử lý\nH02\t\t\n";
    let (log, reading) = ok(text, "{}");
    assert_eq!((log.cases.len(), log.events.len(), reading.cases_without_events), (2, 0, 2));
    assert_eq!(log.name(log.cases.status.get(0).unwrap()), "đang xử lý");
}

#[test]
fn days_without_clock_are_reported() {
    let rows: String = (1..=28).map(|day| format!("c,a,2026-02-{day:02}\n")).collect();
    let (_, reading) = ok(&format!("case_id,step,at\n{rows}"), r#"{"zone": "+07:00"}"#);
    assert_eq!((reading.midnights, reading.days_only), (28, 28));
    assert_eq!(reading.remarks.iter().map(Error::code).collect::<Vec<_>>(), [Code::MostlyMidnight]);
}

#[test]
fn json_lines_and_documents() {
    let lines = "{\"case_id\": \"c\", \"status\": \"open\"}\n\n\
                 {\"case_id\": \"c\", \"at\": \"2026-01-08T09:00:00Z\", \"act\": \"receive\"}\n";
    let (log, _) = ok(lines, "{}");
    assert_eq!(events(&log), ["c 2026-01-08T09:00:00Z receive · ·"]);
    let document = "{\n\"cases\": [{\"case_id\": \"c\", \"status\": \"open\"}],\n\
                    \"events\": [{\"case_id\": \"c\", \"at\": \"2026-01-08T09:00:00Z\",\n \"act\": \"receive\"}]}";
    assert_eq!(events(&ok(document, "{}").0), events(&log));
    let wrong = format!("{lines}{{\"case_id\": \"c\", \"at\": \"08:00\", \"act\": \"receive\", \"actr\": 1}}\n{{]\n");
    assert_eq!(faults(wrong.as_bytes(), "{}"), ["unknown_field f:4:59 #/actr", "bad_time f:4:24 #/at", "syntax f:5:2"]);
    let unknown = lines.replace("receive", "recieve");
    assert_eq!(faults(unknown.as_bytes(), "{}"), ["unknown_act f:3"]);
}

#[test]
fn endless_faults_end_the_reading() {
    let rows = "c;soon\n".repeat(100_000);
    let lines = "{]\n".repeat(100_000);
    let events = r#"<event><string key="a" value="b"/></event>"#.repeat(100_000);
    let xes = format!(r#"<log><trace><string key="concept:name" value="c"/>{events}</trace></log>"#);
    let first = "{\"case_id\": \"c\"}\n";
    for text in [format!("case_id;at\n{rows}"), format!("{first}{lines}"), xes] {
        let faults = read("f", text.as_bytes(), &Mapping::default()).unwrap_err();
        assert!((Faults::MAX..Faults::MAX + 10).contains(&faults.count()), "{}", faults.count());
    }
}

#[test]
fn what_is_no_log() {
    for (bytes, code) in [
        (&b""[..], "unknown_format"),
        (b"PK\x03\x04rest", if cfg!(feature = "sheets") { "broken_workbook" } else { "unknown_format" }),
        (b"\xff\xfec\0a\0s\0e\0", "unknown_format"),
        (b"just a sentence", "unknown_format"),
        (b"a,b,c\n1,2,3\n", "missing_column"),
        (b"case_id,step\n1,2\n", "missing_column"),
        (b"case_id,at,at\n1,2,3\n", "duplicate_key"),
        (b"case_id,at\0\n1,2\n", "unknown_format"),
        (b"{\"a\": ", "syntax"),
    ] {
        assert!(
            faults(bytes, "{}")[0].starts_with(code),
            "{} {:?}",
            String::from_utf8_lossy(bytes),
            faults(bytes, "{}")
        );
    }
    let none = read("f", &b"case_id,at\n"[..], &Mapping::default()).unwrap().1;
    assert_eq!(none.remarks.iter().map(Error::code).collect::<Vec<_>>(), [Code::NothingRead]);
}

#[test]
fn a_column_that_is_not_there() {
    let text = "Mã hồ sơ,Thời gian\nH01,2026-01-08T09:00:00Z\n";
    let found = read("f", text.as_bytes(), &mapping(r#"{"events": {"step": "Thoi gian x", "at": "Thoi giann"}}"#));
    let helps: Vec<_> = found.unwrap_err().iter().map(|fault| fault.help().unwrap().en).collect();
    assert_eq!(helps, ["did you mean `Thời gian`?"; 2]);
}

#[test]
fn two_files_make_one_log() {
    let mapping = Mapping::default();
    let mut builder = Builder::new(&mapping);
    let (mut reported, limits) = (0, Limits::default());
    let cases = "case_id,accepted\nc1,2026-01-08T09:00:00Z\n";
    let events = "event_id,case_id,at\ne,c1,2026-01-08T09:00:00Z\ne,c1,2026-01-08T10:00:00Z\n";
    builder.read("cases", cases.as_bytes(), limits, &mut |_| {}).unwrap();
    builder.read("events", events.as_bytes(), limits, &mut |bytes| reported = bytes).unwrap();
    let (log, reading) = builder.finish().unwrap();
    assert_eq!((log.cases.len(), log.events.len(), reading.conflicts), (1, 1, 1));
    let remark = reading.remarks.iter().next().unwrap();
    assert_eq!(
        (remark.place().to_string(), remark.related_places()[0].to_string()),
        ("events:3".into(), "events:2".into())
    );
    assert_eq!(reported, 0, "a short file is not worth a report");
}

#[test]
fn equal_elements_are_two_events_and_the_order_of_attributes_means_nothing() {
    let time = r#"<date key="time:timestamp" value="2012-01-01T00:00:00Z"/>"#;
    let (a, b) = (r#"<float key="a" value="1"/>"#, r#"<float key="b" value="2"/>"#);
    let log = |first: &str, second: &str| {
        let events = format!("<event>{time}{first}</event><event>{second}{time}</event>");
        ok(&format!(r#"<log><trace><string key="concept:name" value="c"/>{events}</trace></log>"#), "{}").1
    };
    // Equal elements are two events; the same file once more adds none, whatever the order of attributes.
    assert_eq!(log(&format!("{a}{b}"), &format!("{a}{b}")).events, 2);
    let mapping = Mapping::default();
    let mut builder = Builder::new(&mapping);
    for attributes in [format!("{time}{a}{b}"), format!("{b}{a}{time}"), format!("{time}{a}{a}")] {
        let text =
            format!(r#"<log><trace><string key="concept:name" value="c"/><event>{attributes}</event></trace></log>"#);
        builder.read("f", text.as_bytes(), Limits::default(), &mut |_| {}).unwrap();
    }
    let (log, reading) = builder.finish().unwrap();
    assert_eq!((log.events.len(), reading.repeats), (2, 1));
}

#[test]
fn lifecycles_of_other_systems() {
    let event = |act: &str, second: u32| {
        format!(
            r#"<event><string key="concept:name" value="W"/><string key="lifecycle:transition" value="{act}"/>
            <string key="org:resource" value="o1"/><date key="time:timestamp" value="2012-01-01T00:00:{second:02}Z"/></event>"#
        )
    };
    let acts = ["SCHEDULE", "assign", "START", "suspend", "resume", "In Progress", "COMPLETE", "withdraw"];
    let events: String = acts.iter().zip(0..).map(|(act, second)| event(act, second)).collect();
    let text = format!(r#"<log><trace><string key="concept:name" value="1"/>{events}</trace></log>"#);
    let (log, reading) = ok(&text, "{}");
    use Effect::{Assign, Complete, Note, Recall, Resume, Start, Suspend};
    assert_eq!(log.events.effect, [Note, Assign, Start, Suspend, Resume, Complete, Complete, Recall]);
    assert_eq!(reading.unknown_acts.len(), 1);
    assert_eq!(log.events.assignee.iter().flatten().count(), 1);
    assert_eq!(reading.actors[&ActorKind::Person], 8);
}

const TABLE: &str =
    "case_id;at;step;org:resource\r\nc1;2026-01-08T09:00:00Z;\"a;b\";o1\r\nc2;31/12/2026 8:15 CH;á;\r\n";
const LINES: &str =
    "{\"case_id\": \"c\", \"at\": \"2026-01-08T09:00:00Z\", \"act\": \"receive\", \"data\": {\"a\": [1]}}\n{}\n";

proptest! {
    #[test]
    fn flipped_tables_and_lines_never_panic(
        table in any::<bool>(), flips in proptest::collection::vec((0usize..120, any::<u8>()), 1..6)
    ) {
        let mut bytes = if table { TABLE.as_bytes().to_vec() } else { LINES.as_bytes().to_vec() };
        for (at, byte) in flips {
            if let Some(slot) = bytes.get_mut(at) {
                *slot = byte;
            }
        }
        let _ = read("f", &*bytes, &mapping(r#"{"zone": "+07:00", "lenient": true}"#));
    }

    #[test]
    fn texts_of_times_never_panic(text in "[0-9TZ:/. +a-z-]{0,30}") {
        let _ = read("f", format!("case_id,at\nc,{text}\n").as_bytes(), &mapping(r#"{"zone": "+07:00"}"#));
    }

    #[test]
    fn nonsense_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read("f", &*bytes, &Mapping::default());
    }

    #[test]
    fn cut_and_flipped_logs_never_panic(cut in 0usize..2000, flip in 0usize..2000, bit in 0u8..8, zip in any::<bool>()) {
        let mut bytes = if zip { gzip(XES.as_bytes()) } else { XES.as_bytes().to_vec() };
        if let Some(byte) = bytes.get_mut(flip) {
            *byte ^= 1 << bit;
        }
        bytes.truncate(cut);
        let _ = read("f", &*bytes, &Mapping::default());
    }
}

#[test]
fn days_without_a_time_stay_days() {
    use crate::log::TimeField::{Finished, Received, Returned};
    let spec = r#"{"zone": "+07:00", "cases": {"received": "in", "finished": "out"}, "milestones": {"returned": "a"}}"#;
    let text = "case_id,at,step,act,in,out\n\
                c,2026-01-08,a,complete,2026-01-07,2026-01-09 10:00\n\
                c,2026-01-09 00:00,b,complete,,\n";
    let (log, reading) = ok(text, spec);
    assert_eq!((reading.days_only, [0, 1].map(|row| log.events.day_only.get(row))), (1, [true, false]));
    assert_eq!([Received, Finished, Returned].map(|field| log.cases.days.get(0).has(field)), [true, false, true]);
    let rows = log.to_cases(&crate::Zone::vietnam());
    assert_eq!(rows[0].received.unwrap().to_string(), "2026-01-07");
    let (again, _) = Log::from_rows(&rows, &[], &mapping(spec)).unwrap();
    assert_eq!(
        (again.cases.received.get(0), again.cases.days.get(0)),
        (log.cases.received.get(0), log.cases.days.get(0))
    );
    let fault = Log::from_rows(&rows, &[], &Mapping::default()).unwrap_err();
    assert_eq!(fault.iter().next().map(Error::code), Some(Code::NoZone));
}
