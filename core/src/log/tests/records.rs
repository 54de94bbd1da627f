//! Tests of rows of JSON with foreign keys.

use crate::base::time::Zone;
use crate::case::{CaseRow, Event};
use crate::log::{Builder, Limits, Log, Mapping, MappingSpec, Reading, Source, inspect, propose};

fn read(files: &[(&str, &str)], spec: MappingSpec) -> Result<(Log, Reading), Vec<String>> {
    let mapping = Mapping::new(spec).unwrap();
    let mut builder = Builder::new(&mapping);
    let texts = |faults: &crate::Faults| {
        faults.iter().map(|fault| format!("{} {}", fault.code(), fault.place())).collect::<Vec<_>>()
    };
    for (name, text) in files {
        builder.read(name, text.as_bytes(), Limits::default(), &mut |_| {}).map_err(|faults| texts(&faults))?;
    }
    builder.finish().map_err(|faults| texts(&faults))
}

fn rows((log, _): &(Log, Reading)) -> (Vec<CaseRow>, Vec<Event>) {
    (log.to_cases(&Zone::vietnam()), log.to_events(&Zone::vietnam()))
}

/// Reads by the mapping that is proposed.
fn proposed(text: &str) -> (Log, Reading) {
    read(&[("f", text)], propose(&[Source::File("f", text.as_bytes())], None).unwrap().0).unwrap()
}

const LINES: &str = r#"
{"MaHoSo": "H1", "MaTTHC": "1.001193", "NgayTiepNhan": "02/03/2026 08:00", "NgayHenTra": "05/03/2026", "DonViXuLy": "PNV", "TrangThai": "Đã trả kết quả"}
{"MaHoSo": "H2", "NgayTiepNhan": "13/03/2026 08:00", "MaTTHC": "1.001193", "DonViXuLy": null, "TrangThai": "Đang xử lý"}
{"MaHoSo": "H1", "MaTTHC": "1.001193", "NgayTiepNhan": "02/03/2026 08:00", "NgayTra": "04/03/2026 16:00", "KenhThucHien": 2}
{"MaHoSo": "H1", "NguoiXuLy": "Lê  Thị A", "ThoiDiemXuLy": "02/03/2026 09:30", "PhongBanXuLy": "PNV", "NoiDungXuLy": "Thẩm định"}
{"MaHoSo": "H1", "NguoiXuLy": "Lê Thị A", "ThoiDiemXuLy": "04/03/2026", "NoiDungXuLy": "Ký"}
{"MaHoSo": "H2", "NgayBoSung": "16/03/2026 09:00", "NgayTiepNhanBoSung": "17/03/2026 09:00"}
"#;

#[test]
fn kinds_of_rows_in_one_file_are_tables() {
    let found = inspect(&[("f.jsonl", LINES.as_bytes())], None).unwrap();
    assert_eq!(found.tables.len(), 3);
    assert!(found.tables.iter().all(|table| (table.format, table.heading_row) == ("json", 0)));
    assert!(found.mapping.lenient && found.mapping.zone.is_some() && found.questions.is_empty());
    let (log, reading) = proposed(LINES);
    assert_eq!((reading.rows_read, reading.rows_kept, reading.set_aside), (6, 6, 0));
    assert!(reading.day_first_assumed, "no step shows the order");
    let (cases, events) = rows(&(log, reading));
    assert_eq!(cases.iter().map(|case| case.case_id.as_str()).collect::<Vec<_>>(), ["H1", "H2"]);
    assert_eq!(cases[0].returned.map(|at| at.to_string()).as_deref(), Some("2026-03-04T16:00:00+07:00"));
    assert_eq!(cases[0].channel.as_deref(), Some("2"));
    let shown: Vec<String> =
        events.iter().map(|event| format!("{} {} {}", event.case_id, event.act, event.day_only)).collect();
    assert_eq!(shown, ["H1 complete false", "H1 complete true", "H2 suspend false", "H2 resume false"]);
    assert_eq!(events[0].actor, events[1].actor);
}

#[test]
fn lines_lists_and_documents_give_the_same() {
    let lines: Vec<&str> = LINES.trim().lines().collect();
    let expected = rows(&proposed(LINES));
    let list = format!("[{}]", lines.join(",\n"));
    assert_eq!(rows(&proposed(&list)), expected);
    let document = format!(
        "{{\"tong\": 6, \"ketQua\": {{\"hoSo\": [{}], \"buoc\": [{}],\n\"boSung\": [{}]}}}}",
        lines[..3].join(","),
        lines[3..5].join(","),
        lines[5]
    );
    assert_eq!(rows(&proposed(&document)), expected);
    let english = document.replace("hoSo\": [", "cases\": [").replace("buoc", "steps").replace("boSung", "supplements");
    assert_eq!(rows(&proposed(&english)), expected);
    // A page of an interface in each line.
    let pages = format!("{{\"data\": [{}]}}\n{{\"data\": [{}]}}\n", lines[..4].join(","), lines[4..].join(","));
    assert_eq!(rows(&proposed(&pages)), expected);
}

#[test]
fn faults_name_the_line_or_the_pointer() {
    let text = "{\"MaHoSo\": \"H1\", \"NgayTiepNhan\": \"hôm qua\"}\n{\"MaHoSo\": null, \"NgayTiepNhan\": \"13/03/2026\"}\n3\n";
    let (_, reading) = {
        let good = format!("{text}{{\"MaHoSo\": \"H2\", \"NgayTiepNhan\": \"13/03/2026\"}}\n");
        read(&[("f", &good)], propose(&[Source::File("f", good.as_bytes())], None).unwrap().0).unwrap()
    };
    let left: Vec<String> =
        reading.left_out.iter().map(|row| format!("{} {}", row.error.code(), row.error.place())).collect();
    assert_eq!(left, ["wrong_type f:3", "bad_time f:1", "event_without_case f:2"]);
    assert_eq!((reading.rows_read, reading.rows_kept, reading.set_aside), (4, 1, 3));
    let list = "{\"data\": [{\"MaHoSo\": \"H1\", \"NgayTiepNhan\": \"13/03/2026\"}, {\"MaHoSo\": \"H2\", \"NgayTiepNhan\": \"x y\"}]}";
    let (_, reading) = proposed(list);
    assert_eq!(reading.left_out[0].error.place().to_string(), "f #/data/1");
    let strange = "{\"Ma\": \"H1\", \"Ngay\": \"02/03/2026\"}\n";
    assert_eq!(read(&[("f", strange)], MappingSpec::default()).unwrap_err(), ["missing_column f:1"]);
}

#[test]
fn a_key_that_comes_late_is_a_column() {
    let mut text = String::new();
    for number in 0..2_100 {
        text.push_str(&format!("{{\"MaHoSo\": \"H{number}\", \"NgayTiepNhan\": \"13/03/2026 08:00\"}}\n"));
    }
    text.push_str(
        "{\"MaHoSo\": \"H9999\", \"NgayTiepNhan\": \"02/03/2026 08:00\", \"NgayTra\": \"03/04/2026 08:00\"}\n",
    );
    text.push_str("{\"MaHoSo\": \"H9999\", \"ThoiDiemXuLy\": \"02/03/2026 08:00\", \"NoiDungXuLy\": \"Ký\", \"NguoiXuLy\": \"A\"}\n");
    let (cases, events) = rows(&proposed(&text));
    let last = cases.last().unwrap();
    assert_eq!(last.returned.map(|at| at.to_string()).as_deref(), Some("2026-04-03T08:00:00+07:00"));
    assert_eq!((cases.len(), events.len()), (2_101, 1));
}

#[test]
fn declared_names_and_frames_of_other_tools() {
    let spec = || {
        let mut spec = MappingSpec { zone: Some(Zone::vietnam().into()), ..MappingSpec::default() };
        spec.events.case_id = Some("so".into());
        spec.events.at = Some("luc".into());
        spec.events.step = Some("viec".into());
        spec.data.insert("phi".into(), "lePhi".into());
        spec
    };
    let csv = "so,luc,viec,lePhi\nA1,2026-03-02 08:00,nhận,50\nA1,2026-03-02,ký,\n";
    let json = "[{\"so\": \"A1\", \"luc\": \"2026-03-02 08:00\", \"viec\": \"nhận\", \"lePhi\": 50}, {\"so\": \"A1\", \"luc\": \"2026-03-02\", \"viec\": \"ký\"}]";
    assert_eq!(rows(&read(&[("f", json)], spec()).unwrap()), rows(&read(&[("f", csv)], spec()).unwrap()));
    let pm4py = "[{\"case:concept:name\": \"1\", \"concept:name\": \"a\", \"time:timestamp\": \"2011-10-01 00:38:44.546+00:00\", \"org:resource\": \"o1\"}]";
    let (_, events) = rows(&read(&[("f", pm4py)], MappingSpec::default()).unwrap());
    assert_eq!((events[0].step.as_ref().unwrap().as_str(), events.len()), ("a", 1));
    // A declared key that no row has may have been left out as empty.
    let mut spec = spec();
    spec.cases.returned = Some("ngayTra".into());
    let (_, reading) = read(&[("f", json)], spec).unwrap();
    assert_eq!(reading.remarks.iter().map(|remark| remark.code().to_string()).collect::<Vec<_>>(), ["unknown_column"]);
}
