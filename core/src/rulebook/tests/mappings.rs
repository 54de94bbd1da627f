//! Tests of the shipped mappings.

use crate::Zone;
use crate::case::Event;
use crate::log::{Builder, Limits, Log};
use crate::rulebook::{Rulebook, shipped};

#[test]
fn statuses_of_steps_end_cases_and_stop_clocks() {
    let spec = shipped::mapping("dvcqg").unwrap();
    let book = Rulebook::load(&[("b", r#"{"namro": 1, "id": "b", "title": {"vi": "b", "en": "b"}}"#)]).unwrap();
    let mapping = book.mapping_from("dvcqg", Some(spec)).unwrap();
    let read = |files: &[&str]| {
        let mut builder = Builder::new(&mapping);
        for text in files {
            builder.read("f", text.as_bytes(), Limits::default(), &mut |_| {}).unwrap();
        }
        builder.finish().unwrap().0
    };
    let header = "MaHoSo,MaTTHC,NgayNopHoSo,NgayTiepNhan,NgayHenTra,NgayKetThucXuLy,NgayTra,NgayTuChoi,DonViXuLy,KenhThucHien\n\
        H1,1.001193,,02/03/2026 08:00,05/03/2026,09/03/2026 09:00,,,PNV,2\n\
        H2,1.001193,,02/03/2026 08:00,05/03/2026,09/03/2026 09:00,,,PNV,2\n";
    let steps = "MaHoSo,NguoiXuLy,ChucDanh,ThoiDiemXuLy,PhongBanXuLy,NoiDungXuLy,TrangThai,NgayBatDau,NgayKetThucTheoQuyDinh\n\
        H1,A,CV,02/03/2026 09:00,PNV,Thẩm định,6,,\nH1,A,CV,03/03/2026 09:00,PNV,Thẩm định,4,,\nH1,A,CV,09/03/2026 09:00,PNV,Ký,9,,\n\
        H2,A,CV,02/03/2026 09:00,PNV,Thẩm định,5,,\nH2,A,CV,03/03/2026 09:00,PNV,Thẩm định,4,,\nH2,A,CV,09/03/2026 09:00,PNV,Rút,7,,\n";
    let asked =
        "MaHoSo,NgayBoSung,NgayTiepNhanBoSung,NgayHenTraTruoc,NgayHenTraMoi\nH2,02/03/2026 09:30,03/03/2026 08:00,,\n";
    let shown = |log: &Log, case: &str| -> Vec<String> {
        let events = log.to_events(&Zone::vietnam());
        let effect = |event: &Event| format!("{} {}", event.at.to_string().get(5..16).unwrap(), event.act);
        events.iter().filter(|event| event.case_id.as_str() == case).map(effect).collect()
    };
    let log = read(&[header, steps, asked]);
    // Each table may be read alone.
    for table in [header, steps, asked] {
        assert!(!read(&[table]).cases.is_empty());
    }
    // The same rows as JSON lines, each kind in a file of its own or all in one, without the blank cells.
    let lines = |table: &str| -> String {
        let mut rows = table.lines();
        let keys: Vec<&str> = rows.next().unwrap().split(',').collect();
        let row = |row: &str| {
            let cells = keys.iter().zip(row.split(',')).filter(|(_, cell)| !cell.is_empty());
            let cells: Vec<String> = cells
                .map(|(key, cell)| match cell.parse::<u32>() {
                    Ok(number) => format!("\"{key}\": {number}"),
                    Err(_) => format!("\"{key}\": \"{cell}\""),
                })
                .collect();
            format!("{{{}}}\n", cells.join(", "))
        };
        rows.map(row).collect()
    };
    let [a, b, c] = [header, steps, asked].map(lines);
    let rows = |log: &Log| (log.to_cases(&Zone::vietnam()), log.to_events(&Zone::vietnam()), log.events.effect.clone());
    assert_eq!(rows(&read(&[&a, &b, &c])), rows(&log));
    assert_eq!(rows(&read(&[&format!("{a}{b}{c}")])), rows(&log));
    let list = |lines: &str| lines.trim_end().replace('\n', ",\n");
    let document = format!("{{\"cases\": [{}], \"steps\": [{}], \"supplements\": [{}]}}", list(&a), list(&b), list(&c));
    assert_eq!(rows(&read(&[&document])), rows(&log));
    assert_eq!(shown(&log, "H1"), ["03-02T09:00 6", "03-03T09:00 resume", "03-03T09:00 4", "03-09T09:00 9"]);
    assert_eq!(
        shown(&log, "H2"),
        ["03-02T09:00 5", "03-02T09:30 suspend", "03-03T08:00 resume", "03-03T09:00 4", "03-09T09:00 7"]
    );
    let cases = log.to_cases(&Zone::vietnam());
    assert_eq!((cases[0].finished.is_some(), cases[1].finished), (true, None));
    use crate::case::Effect::{Note, Stop, Suspend};
    let effects: Vec<_> =
        log.events.effect.iter().copied().filter(|effect| matches!(effect, Note | Stop | Suspend)).collect();
    assert_eq!(effects, [Suspend, Note, Suspend, Stop]);
}
