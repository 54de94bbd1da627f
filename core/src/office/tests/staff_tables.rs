//! Tests of people from tables.

use super::*;
use crate::base::error::Code;
use crate::log::{MemoryCell, MemoryTable};

fn office() -> Office {
    let text = r#"{"namro":1,"id":"a","title":"A",
        "units":{"kt":{"title":"Phòng Kinh tế"},"vp":{"title":"Văn phòng"}},
        "positions":{"cv":{"title":"Chuyên viên","roles":["x"]}}}"#;
    Office::load(&[("a.json", text)]).unwrap()
}

fn read(office: &Office, table: &str) -> Result<(Office, String), Faults> {
    office.with_staff_tables(&[Source::File("can-bo.csv", table.as_bytes())])
}

fn fault(office: &Office, table: &str) -> (Code, String) {
    let faults = read(office, table).unwrap_err();
    let first = faults.iter().next().unwrap();
    (first.code(), first.place().to_string())
}

const TABLE: &str = "\
DANH SÁCH CÁN BỘ;;;;;;\n\
STT;Mã cán bộ;Họ và tên;Đơn vị;Chức vụ;Tài khoản;Từ ngày\n\
I;Văn phòng;;;;;\n\
1;o1;Nguyễn An;;Chuyên viên;an@so, an.nguyen;01/03/2026\n\
II;Phòng Kinh tế;;;;;\n\
2;o2;Nguyễn An;kt;;;\n\
Tổng cộng;;;;;;2\n";

#[test]
fn a_table_as_offices_keep_it() {
    let (office, text) = read(&office(), TABLE).unwrap();
    let (first, second) =
        (office.staff().officer(&"o1".into()).unwrap(), office.staff().officer(&"o2".into()).unwrap());
    assert_eq!(first.row.unit.as_ref().map(|unit| unit.value.as_str()), Some("vp"));
    assert_eq!(first.row.position.as_ref().map(|one| one.value.as_str()), Some("cv"));
    assert_eq!(first.row.aliases.0, ["an@so", "an.nguyen"]);
    assert_eq!(first.row.valid_from.map(|day| day.to_string()).as_deref(), Some("2026-03-01"));
    assert_eq!(second.row.unit.as_ref().map(|unit| unit.value.as_str()), Some("kt"));
    assert_eq!(office.staff().officers().len(), 2);
    let again = self::office().with_staff(&text).unwrap();
    assert_eq!(again.staff().hash(), office.staff().hash());
}

#[test]
fn faults_name_row_and_column() {
    let office = office();
    assert_eq!(fault(&office, "Mã cán bộ;Đơn vị\no1;Phòng Lạ\n").1, "can-bo.csv:2:2 #/people/0/unit");
    assert_eq!(fault(&office, "Họ tên;Từ ngày\nAn;hôm nào\n"), (Code::BadTime, "can-bo.csv:2:2".to_owned()));
    assert_eq!(fault(&office, "Họ tên;Đơn vị\nAn;kt\nAn;vp\n"), (Code::SameName, "can-bo.csv:3:1".to_owned()));
    assert_eq!(fault(&office, "a;b\n1;2\n").0, Code::MissingColumn);
    assert_eq!(fault(&office, "id;nmae\no1;An\n"), (Code::UnknownField, "can-bo.csv:1:2".to_owned()));
}

#[test]
fn without_units_in_the_rulebook_any_unit_is_taken() {
    let bare = Office::load(&[("a.json", r#"{"namro":1,"id":"a","title":"A"}"#)]).unwrap();
    let (office, _) = read(&bare, "Họ tên;Đơn vị;Chức vụ\nAn;Phòng Lạ;Trưởng phòng\n").unwrap();
    let officer = office.staff().officer(&"An".into()).unwrap();
    assert_eq!(officer.row.unit.as_ref().map(|unit| unit.value.as_str()), Some("Phòng Lạ"));
    assert!(officer.row.position.is_none());
}

/// A frame of one row.
struct Frame;

impl MemoryTable for Frame {
    fn name(&self) -> &str {
        "staff"
    }

    fn columns(&self) -> Vec<String> {
        ["id", "Đơn vị"].map(str::to_owned).to_vec()
    }

    fn unreadable(&self) -> Vec<(String, String, u64)> {
        Vec::new()
    }

    fn rows(&self, take: &mut dyn FnMut(&[MemoryCell<'_>]) -> bool) -> Result<(), Error> {
        let cell = |text: &'static str| MemoryCell { text: text.into(), number: false };
        take(&[cell("o1"), cell("Phòng Lạ")]);
        Ok(())
    }
}

#[test]
fn faults_of_frames_have_pointers() {
    let faults = office().with_staff_tables(&[Source::Table(&Frame)]).unwrap_err();
    assert_eq!(faults.iter().next().unwrap().place().to_string(), "#/staff/0/Đơn vị");
}
