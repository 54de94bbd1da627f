//! Tests of tables as offices have them.

use crate::Zone;
use crate::base::error::Faults;
use crate::base::shape::read as shape;
use crate::base::value::parse_json;
use crate::log::{Builder, Limits, Log, Mapping, MappingSpec, Reading, StatusMeaning};
use proptest::prelude::*;

fn mapping(spec: &str) -> Mapping {
    Mapping::new(shape::<MappingSpec>(&parse_json(spec.as_bytes()).unwrap()).unwrap()).unwrap()
}

const OFFICE: &str = r#"{"zone": "+07:00", "lenient": true}"#;

fn try_read(bytes: &[u8], spec: &str) -> Result<(Log, Reading), Faults> {
    let mapping = mapping(spec);
    let mut builder = Builder::new(&mapping);
    builder.read("f", bytes, Limits::default(), &mut |_| {})?;
    builder.finish()
}

fn read(bytes: &[u8]) -> (Log, Reading) {
    try_read(bytes, OFFICE).unwrap_or_else(|faults| panic!("{faults}"))
}

/// Each row left out: its number, the code and the value.
fn left_out(reading: &Reading) -> Vec<String> {
    let row = |row: &crate::log::LeftOut| {
        format!(
            "{} {} {}",
            row.error.place().line.unwrap_or_default(),
            row.error.code(),
            row.value().unwrap_or_default()
        )
    };
    reading.left_out.iter().map(row).collect()
}

fn adds_up(reading: &Reading) {
    let sum = reading.rows_kept + reading.rows_repeated + reading.set_aside + reading.rows_without_case;
    assert_eq!(reading.rows_read, sum);
    assert_eq!(reading.left_out.len() as u64, sum - reading.rows_kept);
}

const DUMP: &str = "\
SỞ NỘI VỤ;;;;;;\n\
DANH SÁCH HỒ SƠ;;;;;;\n\
;;;;;;\n\
STT;Mã hồ sơ;Mã TTHC;Ngày;;Đơn vị xử lý;Trạng thái\n\
;;;tiếp nhận;hẹn trả;;\n\
(1);(2);(3);(4);(5);(6);(7)\n\
I. Phòng Kinh tế;;;;;;\n\
1;H-01;1.00119;02/03/2026 08:15 SA;05/3/26;;Đang xử lý\n\
2;H-02;1.001193.000.00.00.H01;8 giờ 30 ngày 02/3/2026;ngày 5 tháng 3 năm 2026;;Công dân rút hồ sơ\n\
;Cộng;;;;;2\n\
II;Phòng Nội vụ;;;;;\n\
STT;Mã hồ sơ;Mã TTHC;Ngày;;Đơn vị xử lý;Trạng thái\n\
3;H-03;1.001193;46082,5;05/03/2026 - 07/03/2026;;Đang xử lý\n\
4;H-04;1.001193;46082,5;46085;Văn phòng;Lạ\n\
4;H-04;1.001193;46082,5;46085;Văn  phòng;Lạ\n\
;;1.001193;46082,5;46085;Văn phòng;Đang xử lý\n\
Tổng cộng;;;;;;4\n\
;;;;;;\n\
;;;;;Hà Nội, ngày 5 tháng 3 năm 2026;\n\
NGƯỜI LẬP BIỂU;;;;;THỦ TRƯỞNG;\n\
Người Một;;;;;Người Hai;\n";

fn dump(log: &Log, reading: &Reading) {
    let cases = log.to_cases(&Zone::vietnam());
    let shown: Vec<String> = cases
        .iter()
        .map(|case| {
            let text = |value: Option<String>| value.unwrap_or_default();
            [
                case.case_id.to_string(),
                text(case.procedure.as_ref().map(ToString::to_string)),
                text(case.unit.as_ref().map(ToString::to_string)),
                text(case.accepted.map(|at| at.to_string())),
                text(case.due_recorded.map(|at| at.to_string())),
                text(case.stopped.map(|at| at.to_string())),
            ]
            .join("|")
        })
        .collect();
    assert_eq!(
        shown,
        [
            "H-01|1.001190|Phòng Kinh tế|2026-03-02T08:15:00+07:00|2026-03-05|",
            "H-02|1.001193|Phòng Kinh tế|2026-03-02T08:30:00+07:00|2026-03-05|2026-03-02T08:30:00+07:00",
            "H-04|1.001193|Văn phòng|2026-03-01T12:00:00+07:00|2026-03-04|",
        ]
    );
    adds_up(reading);
    assert_eq!((reading.rows_kept, reading.rows_repeated, reading.set_aside), (3, 1, 2));
    assert_eq!(reading.statuses[&StatusMeaning::Withdrawn], 1);
    assert_eq!(reading.unknown["status"]["Lạ"], 2);
    assert_eq!(reading.repaired.len(), 2);
    assert!(reading.day_first_assumed);
}

#[test]
fn a_dump_of_an_office() {
    let (log, reading) = read(DUMP.as_bytes());
    dump(&log, &reading);
    assert_eq!(
        left_out(&reading),
        [
            "7 not_a_case I. Phòng Kinh tế",
            "10 not_a_case Cộng 2",
            "11 not_a_case II Phòng Nội vụ",
            "12 not_a_case STT Mã hồ sơ Mã TTHC Ngày",
            "13 two_dates 05/03/2026 - 07/03/2026",
            "15 repeated_row H-04",
            "16 event_without_case ",
            "17 not_a_case Tổng cộng 4",
            "19 not_a_case Hà Nội, ngày 5 tháng 3 năm 2026",
            "20 not_a_case NGƯỜI LẬP BIỂU THỦ TRƯỞNG",
            "21 not_a_case Người Một Người Hai",
        ]
    );
    let crlf = DUMP.replace('\n', "\r\n");
    assert_eq!(left_out(&read(crlf.as_bytes()).1), left_out(&reading));
    let wide: Vec<u8> = DUMP.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(left_out(&read(&wide).1), left_out(&reading));
}

/// The same table as a page, with merged headings and a unit merged downwards.
fn page() -> String {
    let row = |line: &str| {
        format!(
            "<tr>{}</tr>",
            line.split(';').map(|cell| format!("<td>{}</td>", cell.replace('ậ', "&#7853;"))).collect::<String>()
        )
    };
    let lines: Vec<String> = DUMP.lines().map(row).collect();
    format!(
        "<html><head><meta charset=\"utf-8\"><style>td{{a:b}}</style></head><body><table border=1>{}</table></body></html>",
        lines.concat()
    )
}

#[test]
fn a_page_that_calls_itself_a_workbook() {
    let (log, reading) = read(page().as_bytes());
    dump(&log, &reading);
    assert_eq!(left_out(&reading), left_out(&read(DUMP.as_bytes()).1));
    let merged = "<table><tr><th rowspan=2>Mã hồ sơ<th colspan='2'>Ngày<th rowspan=2>Đơn vị</tr><tr><th>tiếp nhận<th>hẹn trả</tr>\
        <tr><td>H1<td>02/03/2026<td>05/03/2026<td rowspan=2>Phòng&nbsp;A</tr><tr><td>H2<td>03/03/2026<td>06/03/2026</tr></table>";
    let (log, reading) = read(merged.as_bytes());
    adds_up(&reading);
    let units: Vec<_> = log.to_cases(&Zone::vietnam()).into_iter().map(|case| case.unit.unwrap().to_string()).collect();
    assert_eq!(units, ["Phòng A", "Phòng A"]);
}

#[test]
fn xml_that_calls_itself_a_workbook() {
    let row = |line: &str| {
        let cells = line.split(';').zip(1..).filter(|(cell, _)| !cell.is_empty());
        let cells = cells
            .map(|(cell, index)| format!("<Cell ss:Index=\"{index}\"><Data ss:Type=\"String\">{cell}</Data></Cell>"));
        format!("<Row>{}</Row>", cells.collect::<String>())
    };
    let rows: String = DUMP.lines().map(row).collect();
    let text = format!(
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"Sheet1\"><Table>{rows}</Table></Worksheet></Workbook>"
    );
    let (log, reading) = read(text.as_bytes());
    dump(&log, &reading);
    assert_eq!(left_out(&reading), left_out(&read(DUMP.as_bytes()).1));
}

#[test]
fn a_column_that_shows_both_orders() {
    let text = "Mã hồ sơ,Ngày tiếp nhận\nH1,13/01/2026\nH2,01/14/2026\nH3,02/02/2026\n";
    let faults = try_read(text.as_bytes(), OFFICE).unwrap_err();
    let fault = faults.iter().next().unwrap();
    assert_eq!((fault.code().as_str(), fault.place().to_string().as_str()), ("mixed_dates", "f:2"));
    assert_eq!(fault.related_places()[0].to_string(), "f:3");
    let declared = r#"{"zone": "+07:00", "lenient": true, "dates": "day_first"}"#;
    let (log, reading) = try_read(text.as_bytes(), declared).unwrap();
    assert_eq!(
        (log.to_cases(&Zone::vietnam()).len(), left_out(&reading)),
        (2, vec!["3 bad_time 01/14/2026".to_owned()])
    );
}

#[test]
fn the_three_tables_of_the_national_portal() {
    let mapping = mapping(OFFICE);
    let mut builder = Builder::new(&mapping);
    let header = "MaHoSo,MaTTHC,NgayNopHoSo,NgayTiepNhan,NgayHenTra,NgayKetThucXuLy,NgayTra,NgayTuChoi,DonViXuLy,KenhThucHien,TrangThai\n\
        H1,1.001193,02/03/2026 07:00,02/03/2026 08:00,05/03/2026,04/03/2026 09:00,,,PNV,2,Đã có kết quả\n\
        H2,1.001193,02/03/2026 07:00,,,,,03/03/2026 10:00,PNV,1,Từ chối\n\
        H3,1.001193,02/03/2026 07:00,,20/03/2026,,,,PNV,1,Mới đăng ký\n";
    let steps = "MaHoSo,NguoiXuLy,ChucDanh,ThoiDiemXuLy,PhongBanXuLy,NoiDungXuLy,NgayBatDau,NgayKetThucTheoQuyDinh\n\
        H1,A,CV,02/03/2026 08:30,PNV,Thẩm định,02/03/2026 08:00,03/03/2026\n";
    let supplements = "MaHoSo,NgayBoSung,NgayTiepNhanBoSung,NgayHenTraTruoc,NgayHenTraMoi\n\
        H1,03/03/2026 08:00,03/03/2026 15:00,04/03/2026,05/03/2026\n";
    for (name, text) in [("h", header), ("s", steps), ("b", supplements)] {
        builder.read(name, text.as_bytes(), Limits::default(), &mut |_| {}).unwrap();
    }
    let (log, reading) = builder.finish().unwrap();
    adds_up(&reading);
    let zone = Zone::vietnam();
    let events: Vec<String> = log.to_events(&zone).iter().map(|event| format!("{} {}", event.at, event.act)).collect();
    assert_eq!(
        events,
        [
            "2026-03-02T08:00:00+07:00 start",
            "2026-03-02T08:30:00+07:00 complete",
            "2026-03-03T08:00:00+07:00 suspend",
            "2026-03-03T15:00:00+07:00 resume",
        ]
    );
    let cases = log.to_cases(&zone);
    assert_eq!(cases[0].due_original.unwrap().to_string(), "2026-03-04");
    assert_eq!(cases[1].stopped.unwrap().to_string(), "2026-03-03T10:00:00+07:00");
    assert_eq!((cases[2].due_recorded, cases[2].submitted.is_some()), (None, true));
}

#[test]
fn what_contradicts_itself_is_reported() {
    let text = "Mã hồ sơ,Ngày tiếp nhận,Ngày có kết quả,Ngày trả\nH1,10/03/2026,02/03/2026,01/03/2026\nH2,10/03/2026 09:00,10/03/2026,\n";
    let (_, reading) = read(text.as_bytes());
    let codes: Vec<_> = reading.remarks.iter().map(|remark| remark.code().as_str()).collect();
    assert_eq!(codes, ["dates_contradict"; 3]);
}

/// The dump as XML that calls itself a workbook.
fn xml() -> String {
    let row = |line: &str| {
        let cells = line.split(';').map(|cell| format!("<Cell><Data ss:Type=\"String\">{cell}</Data></Cell>"));
        format!("<Row>{}</Row>", cells.collect::<String>())
    };
    let rows: String = DUMP.lines().map(row).collect();
    format!(
        "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"a\"><Table>{rows}</Table></Worksheet></Workbook>"
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_never_panic(
        kind in 0usize..4,
        flips in proptest::collection::vec((0usize..4_000, any::<u8>()), 0..6),
        cut in 0usize..6_000,
    ) {
        let mut bytes = match kind {
            0 => page().into_bytes(),
            1 => xml().into_bytes(),
            2 => DUMP.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            _ => DUMP.as_bytes().to_vec(),
        };
        for (at, byte) in flips {
            if let Some(slot) = bytes.get_mut(at) {
                *slot = byte;
            }
        }
        bytes.truncate(cut.max(10));
        let _ = try_read(&bytes, OFFICE);
        let _ = crate::log::inspect(&[("f", &bytes)], None);
    }

    #[test]
    fn what_is_read_adds_up(lines in proptest::collection::vec(0usize..22, 0..40)) {
        let all: Vec<&str> = DUMP.lines().collect();
        let body: String = lines.iter().filter_map(|line| all.get(*line)).map(|line| format!("{line}\n")).collect();
        let text = format!("{}\n{body}", all[3..5].join("\n"));
        if let Ok((log, reading)) = try_read(text.as_bytes(), OFFICE) {
            adds_up(&reading);
            prop_assert!(reading.rows_kept >= log.to_cases(&Zone::vietnam()).len() as u64);
        }
    }
}

#[test]
fn a_case_may_be_called_by_a_number() {
    let text = "case_id,step,at,actor,note\n1,register request,2026-01-08T09:00:00Z,o1,\n2,register request,,,\n3,a,2026-01-08T09:00:00Z,,\n";
    let (log, reading) = try_read(text.as_bytes(), r#"{"lenient": true}"#).unwrap();
    assert_eq!((log.event_count(), left_out(&reading)), (2, vec!["3 event_without_time 2".to_owned()]));
}

#[test]
fn sections_within_sections_and_cells_without_a_time() {
    let text = "Đơn vị: Phòng Tư pháp;;;;\nMã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả;Đơn vị\n\
        H0;02/03/2026;05/03/2026;-;\nI. Phòng Kinh tế;;;;\n1. Lĩnh vực Đất đai;;;;\nH1;02/03/2026;05/03/2026;Chưa trả;\n\
        Trang 1/2;;;;\nCộng Phòng Kinh tế: 1 hồ sơ;;;;\nH2;02/03/2026;05/03/2026;…;\n";
    let (log, reading) = read(text.as_bytes());
    adds_up(&reading);
    assert_eq!((reading.rows_kept, reading.rows_without_case, reading.set_aside), (3, 4, 0));
    let cases = log.to_cases(&Zone::vietnam());
    let units: Vec<_> = cases.iter().map(|case| case.unit.as_ref().unwrap().to_string()).collect();
    assert_eq!(units, ["Phòng Tư pháp", "Phòng Kinh tế", "Phòng Kinh tế"]);
    assert!(cases.iter().all(|case| case.returned.is_none()));
    let totals = reading.left_out.iter().filter(|row| row.error.text().en.contains("total")).count();
    assert_eq!(totals, 1);
}

#[test]
fn two_tables_on_one_sheet_are_two() {
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
        format!("<tr>{cells}</tr>")
    };
    let rows = [
        row(&["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Trạng thái"]),
        row(&["H1", "02/03/2026 08:00", "05/03/2026", "Đang xử lý"]),
        // The headings once more, as on each printed page.
        row(&["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Trạng thái"]),
        row(&["H2", "02/03/2026 08:00", "05/03/2026", "Đang xử lý"]),
        row(&["Bảng 2: các bước"]),
        row(&["Mã hồ sơ", "Thời điểm xử lý", "Nội dung xử lý", "Người xử lý"]),
        row(&["H1", "02/03/2026 09:00", "Nhận", "A"]),
    ];
    let page = format!("<html><table>{}</table></html>", rows.concat());
    let found = crate::log::inspect(&[("f.xls", page.as_bytes())], None).unwrap();
    assert_eq!(found.tables.iter().map(|table| table.heading_row).collect::<Vec<_>>(), [1, 6]);
    let reading = found.reading.unwrap();
    assert_eq!((reading.rows_read, reading.rows_kept, reading.cases, reading.events), (5, 3, 2, 1));
}
