//! Tests of the report on a reading.

use crate::base::error::{Code, Error, Place};
use crate::log::{LeftOut, Reading};

fn row(code: Code, place: Place, value: &str) -> LeftOut {
    let error = Error::new(code).with("value", value).with("column", "Ngày").at(place);
    LeftOut { error, repeated: false }
}

fn line(row: u64) -> Place {
    Place { line: Some(row), ..Place::default() }.in_file(&"a.xlsx!Sheet1".into())
}

#[test]
fn the_sum_comes_first_then_the_most_frequent_reason() {
    let left_out = vec![
        row(Code::TwoDates, line(4), "x"),
        row(Code::BadTime, line(7), "\u{1b}[31m hôm nào"),
        row(Code::BadTime, Place::pointer("/cases/3/Ngày"), "y"),
    ];
    let reading = Reading { rows_read: 5, rows_kept: 2, set_aside: 3, left_out, ..Reading::default() };
    let text = reading.reconciliation();
    let lines: Vec<&str> = text.vi.lines().collect();
    assert_eq!(lines[0], "5 dòng đã đọc = 2 giữ lại + 0 lặp lại + 3 gạt riêng");
    assert_eq!(lines[1], "         2  bad_time: «…» không phải là thời điểm");
    assert_eq!(lines[2], "            a.xlsx!Sheet1:7 Ngày `\\u{1b}[31m hôm nào`");
    assert_eq!(lines[3], "            #/cases/3/Ngày `y`");
    assert!(lines[4].contains("two_dates"), "{}", lines[4]);
    assert!(text.en.starts_with("5 rows read = 2 kept + 0 repeated + 3 set aside\n"));
}

#[test]
fn a_row_says_where_it_is() {
    let at = |place| row(Code::BadTime, place, "x").position();
    let owned = |(file, sheet, row): (&str, &str, &str)| (file.to_owned(), sheet.to_owned(), row.to_owned());
    assert_eq!(at(line(7)), owned(("a.xlsx", "Sheet1", "7")));
    assert_eq!(at(Place::pointer("/a~1b/3/Ngày")), owned(("a/b", "", "3")));
    assert_eq!(at(Place::default()), owned(("", "", "")));
}
