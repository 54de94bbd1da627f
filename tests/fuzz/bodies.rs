//! What every parser is fuzzed by: any bytes, and no panic. The targets of libFuzzer and the seeded mutations of the
//! ordinary tests run the same bodies from the same seeds.

use namro::Office;
use namro::base::{Node, Value};
use namro::deadline::{Budget, Limit};
use namro::document::Symbol;
use namro::internals::base::parse_json;
use namro::internals::rule::Context;
use namro::log::{Builder, Limits, Mapping, inspect, read as read_log};
use namro::people::Organisation;
use namro::rule::Condition;
use namro::workflow::{Library, bpmn};

#[path = "../shared/workbook.rs"]
mod workbook;

/// A body, and inputs from which mutations begin.
pub struct Body {
    /// Its name, and that of its target.
    pub name: &'static str,
    /// What is done with any bytes.
    pub run: fn(&[u8]),
    /// Inputs that it reads to the end.
    #[allow(dead_code, reason = "libFuzzer keeps a corpus of its own")]
    pub seeds: &'static [&'static str],
}

/// All bodies.
pub const BODIES: &[Body] = &[
    Body { name: "bpmn", run: read_bpmn, seeds: BPMN },
    Body { name: "event", run: apply_event, seeds: EVENTS },
    Body { name: "rulebook", run: load_rulebook, seeds: RULEBOOKS },
    Body { name: "expression", run: evaluate, seeds: EXPRESSIONS },
    Body { name: "limit", run: read_limit, seeds: LIMITS },
    Body { name: "slice", run: load_slice, seeds: WOUNDS },
    Body { name: "log", run: read_any_log, seeds: LOGS },
    Body { name: "csv", run: read_export, seeds: TABLES },
    Body { name: "html", run: read_export, seeds: PAGES },
    Body { name: "spreadsheet_xml", run: read_export, seeds: SPREADSHEETS },
    Body { name: "json_rows", run: read_export, seeds: RECORDS },
    Body { name: "ocel", run: read_export, seeds: OBJECTS },
    Body { name: "workbook", run: read_workbook, seeds: SHEETS },
    Body { name: "archive", run: read_archive, seeds: SHEETS },
    Body { name: "symbol", run: read_symbol, seeds: SYMBOLS },
    Body { name: "call", run: call, seeds: CALLS },
];

fn text(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// Whatever can be drawn is judged, drawn and written; what is written can be read.
fn read_bpmn(data: &[u8]) {
    let Ok(import) = bpmn::read(&text(data)) else { return };
    let library = Library::of_drafts(&import.workflows, &Organisation::default());
    for (id, spec) in &import.workflows {
        if let Ok(workflow) = library.draft(id.clone(), spec.clone(), &Organisation::default(), None) {
            let again = bpmn::read(&namro::internals::workflow::write_bpmn(&workflow));
            assert!(again.is_ok() || workflow.id().as_str().is_empty(), "{:?}", again.err());
            namro::internals::workflow::svg(&workflow, &Default::default(), namro::Language::Vi);
        }
    }
}

/// An event against a case of one: allowed or refused, and what is allowed can be stored.
fn apply_event(data: &[u8]) {
    thread_local! {
        static OFFICE: Office = Office::load(&[("seed.json", RULEBOOKS[0])]).expect("the seed is right");
    }
    let Ok(node) = parse_json(data) else { return };
    let Ok(event) = namro::internals::base::read(&node) else { return };
    OFFICE.with(|office| {
        if let Ok(case) = office.apply(None, &event) {
            let stored = namro::base::canonical(&case).expect("a case can be written");
            let again: namro::case::Case =
                namro::internals::base::read(&parse_json(stored.as_bytes()).expect("JSON")).expect("a case");
            assert_eq!(namro::base::canonical(&again).ok(), Some(stored));
            let _ = office.apply(Some(&again), &event);
        }
    });
}

fn load_rulebook(data: &[u8]) {
    let _ = Office::load(&[("fuzz", &text(data))]).map(|office| office.describe(&Default::default()));
}

/// A compiled slice with other values in some places, and with the digest of these: refused, or rules that check, count
/// and end.
fn load_slice(data: &[u8]) {
    thread_local! {
        /// The header without its digest, and the list.
        static COMPILED: (String, Node) = {
            let office = Office::shipped("vn.procedures.2.001199").expect("it is shipped");
            let published = office.rulebook().publish(&"2.001199".into(), None).expect("it can be published");
            let (header, list) = published.compiled.split_once('\n').expect("a header");
            let header = header.splitn(3, ' ').nth(2).expect("words after the digest");
            (header.to_owned(), parse_json(list.as_bytes()).expect("JSON"))
        };
    }
    let (header, mut node) = COMPILED.with(Clone::clone);
    let Value::List(parts) = &mut node.value else { return };
    for wound in data.chunks_exact(5) {
        let [part, high, low, kind, byte] = wound.try_into().unwrap_or([0; 5]);
        let Some(Value::List(items)) = parts.get_mut(usize::from(part % 3)).map(|part| &mut part.value) else {
            continue;
        };
        let place = usize::from(u16::from_be_bytes([high, low])) % items.len().max(1);
        let value = match kind % 6 {
            0 => Value::Integer(byte.into()),
            1 => Value::Integer(i64::from(byte) << 24),
            2 => Value::Integer(i64::MAX - i64::from(byte)),
            3 => Value::Integer(-i64::from(byte)),
            4 => Value::Text(char::from(byte).to_string().into()),
            _ => Value::List(vec![Value::Null.into()]),
        };
        if let Some(item) = items.get_mut(place) {
            item.value = value;
        }
    }
    let content = format!("{header}\n{}", namro::internals::base::exact_json(&node));
    let text = format!("namro-slice {} {content}", namro::base::Hash::of(content.as_bytes()));
    let check = r#"{"dossier": {"procedure": "2.001199", "form": {"thanhVien": [{"vonGop": 1}, {}], "vonDieuLe": 2}, "components": [{"id": "a"}]},
        "at": "2026-03-06T09:00:00+07:00"}"#;
    if let Ok(validator) = namro::Validator::load(&text, None) {
        let _ = validator.call("check", check);
    }
    if let Ok(slice) = namro::Slice::load(&text, None) {
        let _ = slice.call("check", check);
        let _ = slice.call("due", r#"{"procedure": "2.001199", "accepted_at": "2026-02-13T16:00:00+07:00", "now": "2026-02-24T08:00:00+07:00"}"#);
        let _ = slice.call("elapsed", r#"{"start": "2026-02-13T16:00:00+07:00", "end": "2036-03-06T09:00:00+07:00"}"#);
        let _ = slice.call("day", r#"{"date": "2026-02-17"}"#);
    }
}

/// Whatever is a condition prints as one that means the same.
fn evaluate(data: &[u8]) {
    let Ok(condition) = Condition::parse(&text(data)) else { return };
    let printed = condition.to_string();
    // Printed in full, a long one may be longer than a text may be.
    if printed.len() > 8_192 {
        return;
    }
    let again = Condition::parse(&printed).unwrap_or_else(|fault| panic!("{printed}: {fault}"));
    assert_eq!(again.to_string(), printed);
    let d = Node::from(Value::Text("d".into()));
    let _ = condition.holds(Context { data: &[&d], ..Context::default() });
}

fn read_limit(data: &[u8]) {
    let text = text(data);
    if let Ok(limit) = Limit::parse(&text) {
        let printed = limit.to_string();
        assert_eq!(Limit::parse(&printed).ok().map(|again| again.to_string()), Some(printed));
    }
    let _ = Budget::parse(&text);
}

/// XES, CSV, JSON lines or nothing of the kind.
fn read_any_log(data: &[u8]) {
    let _ = read_log("fuzz", data, &Mapping::default());
}

/// An export is inspected; what the proposed mapping reads adds up, and the mapping can be read as it is written.
fn read_export(data: &[u8]) {
    thread_local! {
        static BOOK: namro::Rulebook =
            namro::Rulebook::load(&[("t.json", r#"{"namro": 1, "id": "t", "title": "t"}"#)]).expect("the seed is right");
    }
    let found = inspect(&[("fuzz", data)], None);
    let _ = read_log("fuzz", data, &Mapping::default());
    let Ok(found) = found else { return };
    if let Some(reading) = &found.reading {
        let sum = reading.rows_kept + reading.rows_repeated + reading.set_aside + reading.rows_without_case;
        assert_eq!(reading.rows_read, sum);
    }
    let written = found.to_yaml();
    let mapping = BOOK.with(|book| book.mapping_from("m.yaml", Some(&written)));
    let mapping = mapping.unwrap_or_else(|faults| panic!("{faults}: {written}"));
    let mut builder = Builder::new(&mapping);
    let again = builder.read("fuzz", data, Limits::default(), &mut |_| {}).and_then(|()| builder.finish());
    assert_eq!(again.ok().map(|(_, reading)| reading.rows_kept), found.reading.map(|reading| reading.rows_kept));
}

/// A workbook whose sheet is any text.
fn read_workbook(data: &[u8]) {
    read_export(&workbook::workbook(data));
}

/// A workbook that is damaged as a whole: some bytes, their places among the data, are changed.
fn read_archive(data: &[u8]) {
    let mut bytes = workbook::workbook(SHEETS[0].as_bytes());
    for wound in data.chunks_exact(3) {
        let place = usize::from(u16::from_be_bytes([wound[0], wound[1]])) % bytes.len();
        bytes[place] = wound[2];
    }
    read_export(&bytes);
}

fn read_symbol(data: &[u8]) {
    if let Ok(symbol) = Symbol::parse(&text(data)) {
        let printed = symbol.to_string();
        assert!(Symbol::parse(&printed).is_ok(), "{printed}");
    }
}

/// The answer is JSON whatever the question was.
fn call(data: &[u8]) {
    let answer = namro::facade::call(data);
    assert!(parse_json(&answer).is_ok(), "{}", text(&answer));
}

const BPMN: &[&str] = &[
    r#"<definitions xmlns:namro="urn:namro:bpmn:1"><process id="p" name="Cấp phép"><laneSet><lane id="l" name="mc"><flowNodeRef>a</flowNodeRef></lane></laneSet>
<startEvent id="s"/><userTask id="a" name="Tiếp nhận" default="f3"><documentation>x</documentation></userTask><exclusiveGateway id="x"/><parallelGateway id="g"/>
<subProcess id="u"><task id="i"/><task id="j"/><sequenceFlow id="k" sourceRef="i" targetRef="j"/></subProcess><callActivity id="c" calledElement="q"/>
<inclusiveGateway id="o"/><endEvent id="e"/><boundaryEvent id="b" attachedToRef="a"><timerEventDefinition><timeDuration>PT8H</timeDuration></timerEventDefinition></boundaryEvent>
<sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="x"><conditionExpression>d.x &gt; 3</conditionExpression></sequenceFlow>
<sequenceFlow id="f3" sourceRef="a" targetRef="g"/><sequenceFlow id="f4" sourceRef="g" targetRef="u"/><sequenceFlow id="f5" sourceRef="g" targetRef="c"/>
<sequenceFlow id="f6" sourceRef="u" targetRef="o"/><sequenceFlow id="f7" sourceRef="c" targetRef="o"/><sequenceFlow id="f8" sourceRef="x" targetRef="e"/>
<sequenceFlow id="f9" sourceRef="o" targetRef="e"/><sequenceFlow id="fa" sourceRef="b" targetRef="e"/></process><process id="q"><task id="z"/></process></definitions>"#,
    r#"<definitions><process id="p"><startEvent id="s"/><parallelGateway id="g"/><task id="a"/><task id="b"/><endEvent id="e1"/><endEvent id="e2"/>
<sequenceFlow id="1" sourceRef="s" targetRef="g"/><sequenceFlow id="2" sourceRef="g" targetRef="a"/><sequenceFlow id="3" sourceRef="g" targetRef="b"/>
<sequenceFlow id="4" sourceRef="a" targetRef="e1"/><sequenceFlow id="5" sourceRef="b" targetRef="e2"/></process></definitions>"#,
    r#"<definitions xmlns:namro="urn:namro:bpmn:1"><process id="p"><startEvent id="s"/><callActivity id="a" calledElement="q" namro:workflow="q"/><endEvent id="e"/>
<sequenceFlow id="1" sourceRef="s" targetRef="a"/><sequenceFlow id="2" sourceRef="a" targetRef="e"/></process>
<process id="q" namro:prefix="q/"><task id="q/b"/><task id="q/c"/><sequenceFlow id="q/1" sourceRef="q/b" targetRef="q/c"/></process></definitions>"#,
];

const EVENTS: &[&str] = &[
    r#"{"event_id": "e1", "case_id": "c1", "seq": 1, "at": "2026-11-02T08:00:00+07:00", "recorded_at": "2026-11-02T08:00:01.5+07:00", "act": "receive",
"unit": "u", "actor": {"kind": "system"}, "data": {"procedure": "p", "channel": "online", "secrecy": "ordinary", "factors": ["complex"], "x": [1, 2.5, null, true]}}"#,
    r#"{"case_id": "c1", "at": "2026-11-02T08:00:00Z", "act": "accept", "actor": {"id": "o1"}, "assignee": "o2", "on_behalf_of": "o3", "step": "a", "data": {"workflow": "w"}}"#,
];

const RULEBOOKS: &[&str] = &[
    r#"{"namro": 1, "id": "a", "title": {"vi": "Sở", "en": "Department"}, "calendars": {"office": {"zone": "+07:00", "weeks": [{"days": {"mon-fri": ["08:00-12:00", "13:30-17:30"]}}]}},
"units": {"u": {"title": "U", "calendar": "office"}}, "positions": {"cv": {"title": "CV", "roles": ["cv"]}},
"procedures": {"p": {"title": "P", "limit": {"committed": "2 ngày làm việc"}, "workflow": "w"}},
"workflows": {"w": {"steps": {"a": {"role": "cv", "budget": "2 giờ làm việc", "next": {"one_of": [{"to": "b", "when": "d.x > 3"}, {"to": "end", "else": true}]}}, "b": {"waits_for": "citizen", "clock": "suspend", "next": "a"}}}}}"#,
    "namro: 1\nid: b\ntitle: {vi: Phòng, en: Room}\ncalendars:\n  office:\n    zone: \"+07:00\"\n    weeks: [{from: 2015-01-01, days: {mon-fri: [\"08:00-12:00\"]}}]\n    closed: [{date: 2026-01-02, known: 2025-12-25}]\nworkflows:\n  w:\n    steps:\n      a: {next: {all_of: [b, c]}}\n      b: {next: d}\n      c: {next: d}\n      d: {join: all, next: end}\n",
    "namro: 1\nid: c\ntitle: C\nworkflows:\n  w:\n    - in_force: {to: 2026-06-30}\n      steps: {a: {workflow: v, next: b}, b: {not_by: [a], next: end}}\n    - in_force: {from: 2026-07-01}\n      steps: {a: {workflow: u, next: {one_of: [{to: a, when: d.x}, {to: end, else: true}]}}}\n  v: {steps: {x: {workflow: u, next: end}}}\n  u: {steps: {x: {next: {one_of: [{to: y1, when: d.y}, {to: end, else: true}]}}, y1: {next: end}}}\n",
];

/// Part, place, kind and value of each wound.
const WOUNDS: &[&str] = &["", "01234", "1abcd0xyz1", "2AbC!1wVuT0~~~~", "00000111112222233333"];

const EXPRESSIONS: &[&str] = &[
    r#"d.a + 3 * (d.b - 2) >= 10 && (has(d.c) || !(d.e in ["x", "y"]))"#,
    "d.a // so far\n .b [ 0 ] > 3",
    r#"d.thanhVien.sum(t, t.vonGop) == d.vonDieuLe && d.list.all(x, x.n > 0.5)"#,
];

const LIMITS: &[&str] = &[
    "3 ngày làm việc",
    "20 giờ làm việc",
    "1 tháng",
    "3 working days",
    "PT8H",
    "P1D",
    "1,5 ngày làm việc",
    "90 phút làm việc",
];

const LOGS: &[&str] = &[
    "case_id;activity;timestamp;resource\nc1;nhận;2026-01-08T09:00:00+07:00;o1\nc1;\"trả; lại\";09/01/2026 10:00;o2\n",
    r#"<?xml version="1.0"?><log><string key="concept:name" value="x"/><trace><string key="concept:name" value="c1"/><event><string key="concept:name" value="a"/><date key="time:timestamp" value="2026-01-08T09:00:00.000+07:00"/><string key="org:resource" value="o1"/><string key="lifecycle:transition" value="complete"/></event></trace></log>"#,
    "{\"case_id\": \"c1\", \"at\": \"2026-01-08T09:00:00+07:00\", \"act\": \"complete\", \"step\": \"a\", \"actor\": {\"id\": \"o1\"}}\n",
];

const TABLES: &[&str] = &[
    "SỞ NỘI VỤ;;;;\nSTT;Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Trạng thái\n(1);(2);(3);(4);(5)\n1;H1;02/03/2026 08:00;05/03/2026;Đang xử lý\nII. Phòng Kinh tế;;;;\n2;H2;8 giờ 30 ngày 13/3/2026;46082,5;Rút\nTổng cộng;;;;2\nNgười lập biểu;;;;\n",
    "sep=\t\r\nMã hồ sơ\tThời điểm xử lý\tNội dung xử lý\tNgười xử lý\r\nH1\t02/03/2026 08:15 SA\t\"Thẩm\nđịnh\"\tLê A\r\n",
    "MaHoSo,NgayBoSung,NgayTiepNhanBoSung,NgayHenTraMoi\rH1,13/03/2026,14/03/2026,\r",
];

const PAGES: &[&str] = &[
    "<html><head><meta charset=\"utf-8\"></head><body><table border=1><tr><th rowspan=2>Mã hồ sơ</th><th colspan=2>Ngày</th></tr><tr><th>tiếp nhận</th><th>hẹn trả</th></tr><tr><td>H1<td>02/03/2026&nbsp;08:00<td>05/03/2026</tr><tr><td>H2<td>13/03/2026<td>&lt;mai&gt;</tr></table></body></html>",
    "<table><tr><td>Mã hồ sơ<td>Ngày trả<td>Đơn vị<tr><td rowspan=3>H1<td>13/03/2026<td>A</table><table><tr><td colspan=99>x</table>",
];

const SPREADSHEETS: &[&str] = &[
    r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row><Cell><Data ss:Type="String">Mã hồ sơ</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">Ngày tiếp nhận</Data></Cell></Row><Row ss:Index="4"><Cell ss:MergeDown="1"><Data ss:Type="String">H1</Data></Cell><Cell ss:Index="2"><Data ss:Type="DateTime">2026-03-02T08:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>"#,
];

const RECORDS: &[&str] = &[
    "{\"MaHoSo\": \"H1\", \"NgayTiepNhan\": \"02/03/2026 08:00\", \"NgayHenTra\": null}\n{\"MaHoSo\": \"H1\", \"NguoiXuLy\": \"A\", \"ThoiDiemXuLy\": \"13/03/2026\", \"TrangThai\": 4}\n",
    r#"{"total": 2, "data": {"cases": [{"MaHoSo": "H1", "NgayTra": "13/03/2026", "x": {"y": [1.5, true]}}], "steps": [{"MaHoSo": "H1", "ThoiDiemXuLy": "2026-03-02 08:00"}]}}"#,
    r#"[{"case:concept:name": 1, "concept:name": "a", "time:timestamp": "2011-10-01 00:38:44.546+00:00"}]"#,
];

const OBJECTS: &[&str] = &[
    r#"{"objectTypes": [{"name": "dossier", "attributes": []}, {"name": "unit", "attributes": []}], "eventTypes": [{"name": "sign", "attributes": []}],
"objects": [{"id": "d1", "type": "dossier", "attributes": [{"name": "accepted", "time": "1970-01-01T00:00:00Z", "value": "2026-03-02T08:00:00Z"}]}, {"id": "u1", "type": "unit"}],
"events": [{"id": "e1", "type": "sign", "time": "2026-03-02T08:00:00Z", "attributes": [{"name": "resource", "value": "o1"}], "relationships": [{"objectId": "d1", "qualifier": "of"}, {"objectId": "u1", "qualifier": "at"}]}]}"#,
    r#"{"objectTypes": [{"name": "d"}], "objects": [{"id": "d1", "type": "d"}], "events": [{"id": 1, "type": "complete", "time": "2026-03-02", "relationships": [{"objectId": "d1"}, {"objectId": "d1"}]}]}"#,
];

const SHEETS: &[&str] = &[
    r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Mã hồ sơ</t></is></c><c r="B1" t="inlineStr"><is><t>Ngày tiếp nhận</t></is></c><c r="C1" t="inlineStr"><is><t>Ngày trả</t></is></c></row><row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>H1</t></is></c><c r="B2"><v>46082.5</v></c><c r="C2"><f>B2+1</f></c></row><row r="5"><c r="A5" t="str"><v>H2</v></c><c r="B5" t="e"><v>#REF!</v></c><c r="C5" t="d"><v>2026-03-05T08:00:00</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells></worksheet>"#,
];

const SYMBOLS: &[&str] =
    &["01/CT-UBND", "15/SKHĐT-VP", "128/2025/QĐ-UBND", "3814-QĐ/TU", "91/2015/QH13", "Số: 335/2025/NĐ-CP"];

const CALLS: &[&str] = &[
    r#"{"op": "due", "rulebooks": {"a.json": "{\"namro\": 1, \"id\": \"a\", \"title\": \"A\", \"calendars\": {\"o\": {\"zone\": \"+07:00\", \"weeks\": [{\"days\": {\"mon-fri\": [\"08:00-12:00\"]}}]}}}"}, "input": {"limit": "2 ngày làm việc", "accepted_at": "2026-01-08T09:00:00+07:00"}}"#,
    r#"{"op": "soundness", "rulebooks": {"a.json": "{\"namro\": 1, \"id\": \"a\", \"title\": \"A\"}"}, "input": {"drawing": {"steps": {"a": {"next": {"all_of": ["b", "c"]}}, "b": {"next": "d"}, "c": {"next": "d"}, "d": {"join": "all", "next": "end"}}}}}"#,
    r#"{"op": "replay", "rulebooks": {"a.json": "{\"namro\": 1, \"id\": \"a\", \"title\": \"A\"}"}, "staff": "{\"people\": [{\"id\": \"o1\"}]}", "input": {"events": [{"case_id": "c", "at": "2026-01-08T09:00:00+07:00", "act": "complete", "step": "a", "actor": {"id": "o1"}}], "as_of": "2026-02-01T00:00:00+07:00"}}"#,
];
