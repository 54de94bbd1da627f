//! Tests of `inspect`.

use super::*;

const FILE: &str = "\
DANH SÁCH HỒ SƠ;;;;;\n\
STT;Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Đơn vị xử lý;Trạng thái\n\
1;H1;02/03/2026;05/03/2026;Phòng A;Đang xử lý\n\
2;H2;02/03/2026;hôm nào;;Đã rút theo đơn\n\
3;H3;02/03/2026;05/03/2026;;Xong rồi nhé\n\
4;H4;02/03/2026;05/03/2026;;Lạ\n\
5;H5;02/03/2026;05/03/2026;Phòng B;Lạ\n";

#[test]
fn its_mapping_reads_the_file() {
    let found = inspect(&[("f.csv", FILE.as_bytes())], None).unwrap();
    let reading = found.reading.as_ref().unwrap();
    assert_eq!((reading.rows_read, reading.rows_kept, reading.set_aside), (5, 4, 1));
    assert_eq!((found.tables[0].heading_row, found.tables[0].first_row, found.tables[0].delimiter), (2, 3, Some(';')));
    assert_eq!(found.mapping.fill_down.0, ["Đơn vị xử lý"]);
    assert_eq!(found.mapping.statuses.len(), 3);
    assert_eq!(found.questions.len(), 1);
    let due = found.tables[0].columns.iter().find(|column| column.name == "Ngày hẹn trả").unwrap();
    assert_eq!((due.fields.as_slice(), due.confidence), (&["cases.due_recorded".to_owned()][..], 80));
    assert_eq!(due.kinds.iter().map(|(kind, count)| (*kind, *count)).collect::<Vec<_>>(), [("day", 4), ("text", 1)]);
    assert!(found.dirty.iter().any(|dirt| dirt.examples[0].contains("hôm nào")), "{:?}", found.dirty);
}

#[test]
fn english_tables_of_programs_are_read_strictly() {
    let found = inspect(&[("f.csv", b"case_id,time,activity\nc,2026-03-02T08:00:00,a\n")], None).unwrap();
    assert!(!found.mapping.lenient && found.mapping.zone.is_none() && found.reading.is_none());
    assert_eq!(found.questions.len(), 1);
}
