//! Makes exports: rows of cells, with what becomes of each.

use crate::random::Random;
use crate::truth::Truth;
use std::collections::BTreeMap;

/// Which dirt an export has.
#[derive(Clone, Copy)]
pub struct Style {
    /// Titles, sections, totals, signatures, repeated headings, blank rows.
    pub structure: bool,
}

impl Style {
    pub const OFFICE: Self = Self { structure: true };
    pub const PLAIN: Self = Self { structure: false };
}

/// An export, and what is true of it. Rows are numbered from 1, titles included.
#[derive(Clone, Default)]
pub struct Export {
    /// The rows above the data.
    pub head: Vec<Vec<String>>,
    pub body: Vec<Vec<String>>,
    pub cases: BTreeMap<String, Truth>,
    /// Rows below the headings that are not blank.
    pub rows: u64,
    pub left_out: Vec<(u64, &'static str)>,
    pub repaired: u64,
    pub unknown: BTreeMap<String, u64>,
}

impl Export {
    /// The same rows in two files.
    pub fn split(&self, at: usize) -> (Self, Self) {
        let (first, second) = self.body.split_at(at.min(self.body.len()));
        let part = |body: &[Vec<String>]| Self { body: body.to_vec(), head: self.head.clone(), ..Self::default() };
        (part(first), part(second))
    }

    pub fn shuffled(&self, random: &mut Random) -> Self {
        let mut body = self.body.clone();
        for last in (1..body.len()).rev() {
            body.swap(last, random.below(last + 1));
        }
        Self { body, ..self.clone() }
    }
}

const WIDTH: usize = 8;
const UNITS: [&str; 4] =
    ["Phòng Kinh tế", "Phòng Nội vụ", "Văn phòng HĐND và UBND", "Trung tâm Phục vụ hành chính công"];
/// Words for a status: what the file says, and whether the case ended with a result, without one, or not.
const STATUSES: [(&str, End); 8] = [
    ("Đang xử lý", End::None),
    ("ĐANG XỬ LÝ", End::None),
    ("Đã trả kết quả", End::Result),
    ("Đã  có kết quả", End::Result),
    ("Công dân rút hồ sơ", End::Nothing),
    ("Từ chối tiếp nhận", End::Nothing),
    ("Đã dừng", End::Nothing),
    ("Chờ bổ sung", End::None),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    None,
    Result,
    Nothing,
}

#[derive(Clone, Copy)]
struct Moment {
    day: u32,
    month: u32,
    hour: u32,
    minute: u32,
}

impl Moment {
    fn of(random: &mut Random, after: u32) -> Self {
        let number = |random: &mut Random, bound: usize| u32::try_from(random.below(bound)).unwrap_or_default();
        let month = 1 + number(random, 4) + after;
        Self { day: 1 + number(random, 28), month, hour: 7 + number(random, 10), minute: number(random, 60) }
    }

    fn day_only(self) -> String {
        format!("2026-{:02}-{:02}", self.month, self.day)
    }

    fn instant(self) -> String {
        format!("{}T{:02}:{:02}:00+07:00", self.day_only(), self.hour, self.minute)
    }

    /// The number of days from 1899-12-30.
    fn serial(self) -> u32 {
        const BEFORE: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
        46_022 + BEFORE[self.month as usize - 1] + self.day
    }

    /// The instant, as people and programs write it.
    fn written(self, random: &mut Random) -> String {
        let Self { day, month, hour, minute } = self;
        match random.below(11) {
            0 => format!("{day:02}/{month:02}/2026 {hour:02}:{minute:02}"),
            1 => format!("{hour:02}:{minute:02} {day:02}/{month:02}/2026"),
            2 => format!("{day}/{month}/2026 {hour:02}:{minute:02}:00"),
            3 if hour > 12 => format!("{day:02}/{month:02}/2026 {:02}:{minute:02} CH", hour - 12),
            3 if hour < 12 => format!("{day:02}/{month:02}/2026 {hour:02}:{minute:02} SA"),
            4 => format!("{hour}h{minute:02} {day:02}/{month:02}/2026"),
            5 => format!("{hour} giờ {minute:02} ngày {day:02}/{month}/2026"),
            6 => format!("{hour} giờ {minute:02} phút, ngày {day:02} tháng {month:02} năm 2026"),
            7 => format!("2026-{month:02}-{day:02} {hour:02}:{minute:02}:00"),
            8 => format!("{day:02}/{month:02}/26 {hour:02}:{minute:02}"),
            9 => {
                let part = f64::from(hour * 60 + minute) / 1_440.0;
                format!("{:.9}", f64::from(self.serial()) + part).replace('.', ",")
            }
            _ => format!("\u{a0}{day:02}/{month:02}/2026\u{a0}{hour:02}:{minute:02}\u{a0}"),
        }
    }

    fn written_day(self, random: &mut Random) -> String {
        let Self { day, month, .. } = self;
        match random.below(6) {
            0 => format!("{day:02}/{month:02}/2026"),
            1 => format!("{day}/{month}/26"),
            2 => format!("ngày {day} tháng {month} năm 2026"),
            3 => self.serial().to_string(),
            4 => format!("2026-{month:02}-{day:02}"),
            _ => format!("{day:02}-{month:02}-2026"),
        }
    }
}

fn row(cells: &[&str]) -> Vec<String> {
    let mut row: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
    row.resize(WIDTH, String::new());
    row
}

/// Makes an export of some rows about cases.
pub fn generate(random: &mut Random, count: usize, style: Style) -> Export {
    let mut export = Export::default();
    if style.structure {
        export.head = vec![
            row(&["ỦY BAN NHÂN DÂN THÀNH PHỐ"]),
            row(&["DANH SÁCH HỒ SƠ TIẾP NHẬN NĂM 2026"]),
            row(&[]),
            row(&["STT", "Mã hồ sơ", "Mã TTHC", "Ngày", "", "", "Đơn vị xử lý", "Trạng thái"]),
            row(&["", "", "", "tiếp nhận", "hẹn trả", "có kết quả", "", ""]),
            row(&["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"]),
        ];
    } else {
        export.head = vec![row(&[
            "STT",
            "Mã hồ sơ",
            "Mã TTHC",
            "Ngày tiếp nhận",
            "Ngày hẹn trả",
            "Ngày có kết quả",
            "Đơn vị xử lý",
            "Trạng thái",
        ])];
    }
    let mut section: Option<&str> = None;
    let mut last: Option<Vec<String>> = None;
    for number in 1..=count {
        if style.structure && random.once_in(60) {
            structure(&mut export, random, &mut section);
            // Below another section the same row would mean another unit.
            last = None;
        }
        if let Some(before) = last.as_ref().filter(|_| random.once_in(40)) {
            // The same row once more, typed a little differently.
            let mut again = before.clone();
            again[6] = again[6].replace(' ', "\u{a0} ");
            again[7].push(' ');
            let word = again[7].trim().split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some(seen) = export.unknown.get_mut(&word) {
                *seen += 1;
            }
            let spoiled = !matches!(again[2].as_str(), "1.001193" | "2.000815");
            export.repaired += u64::from(spoiled);
            push(&mut export, again, Some("repeated_row"));
            continue;
        }
        last = case(&mut export, random, number, section);
    }
    if style.structure {
        push(&mut export, row(&["", "TỔNG CỘNG", "", "", "", "", "", "12"]), Some("not_a_case"));
        export.body.push(row(&[]));
        push(&mut export, row(&["", "", "", "", "", "", "Hà Nội, ngày 5 tháng 6 năm 2026"]), Some("not_a_case"));
        push(&mut export, row(&["NGƯỜI LẬP BIỂU", "", "", "", "", "", "THỦ TRƯỞNG ĐƠN VỊ"]), Some("not_a_case"));
        push(&mut export, row(&["(Ký, ghi rõ họ tên)"]), Some("not_a_case"));
    }
    export
}

fn push(export: &mut Export, row: Vec<String>, left_out: Option<&'static str>) {
    export.body.push(row);
    export.rows += 1;
    let number = (export.head.len() + export.body.len()) as u64;
    export.left_out.extend(left_out.map(|code| (number, code)));
}

/// A row of the table that is no case.
fn structure(export: &mut Export, random: &mut Random, section: &mut Option<&'static str>) {
    match random.below(6) {
        0 => export.body.push(row(&[])),
        1 => push(export, row(&["", "Cộng", "", "", "", "", "", "17"]), Some("not_a_case")),
        2 => {
            let heading = export.head[3].iter().zip(&export.head[4]);
            let again = heading
                .map(|(upper, lower)| if lower.is_empty() { upper.clone() } else { lower.clone() })
                .collect::<Vec<_>>();
            push(export, again, Some("not_a_case"));
        }
        3 => push(export, row(&["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"]), Some("not_a_case")),
        4 => {
            let unit = *random.of(&UNITS);
            *section = Some(unit);
            push(export, row(&[&format!("II. {unit}")]), Some("not_a_case"));
        }
        _ => {
            let unit = *random.of(&UNITS);
            *section = Some(unit);
            push(export, row(&["IV", unit]), Some("not_a_case"));
        }
    }
}

/// A row about a case; gives it if the case is kept.
fn case(export: &mut Export, random: &mut Random, number: usize, section: Option<&str>) -> Option<Vec<String>> {
    let id = format!("000.00.{:02}.H29-26{:04}-{number:05}", random.below(40), random.below(9_999));
    let code = *random.of(&["1.001193", "2.000815", "1.001190"]);
    let written_code = match (code, random.below(6)) {
        ("1.001190", _) => "1.00119".to_owned(),
        (code, 0) => format!("{code}.000.00.00.H29"),
        (code, 1) => code.replace('.', ","),
        (code, _) => code.to_owned(),
    };
    let (accepted, due, ended) = (Moment::of(random, 0), Moment::of(random, 4), Moment::of(random, 5));
    let (word, end) = *random.of(&STATUSES);
    let (mut word, mut end) = (word.to_owned(), end);
    if random.once_in(50) {
        (word, end) = ("Khác".to_owned(), End::None);
    }
    let unit = section.filter(|_| !random.once_in(3));
    let (unit, written_unit) = match unit {
        Some(unit) => (unit, String::new()),
        None => {
            let unit = *random.of(&UNITS);
            (unit, if random.once_in(4) { unit.replace(' ', "\u{a0}") } else { unit.to_owned() })
        }
    };
    let written_end = if end == End::None { String::new() } else { ended.written(random) };
    let mut cells = vec![
        number.to_string(),
        id.clone(),
        written_code.clone(),
        accepted.written(random),
        due.written_day(random),
        written_end,
        written_unit,
        word.clone(),
    ];
    let fault = match random.below(60) {
        0 => {
            cells[3] = "hôm nào".to_owned();
            Some("bad_time")
        }
        1 => {
            cells[4] = "31/02/2026".to_owned();
            Some("bad_time")
        }
        2 => {
            cells[4] = "05/03/2026 - 07/03/2026".to_owned();
            Some("two_dates")
        }
        3 => {
            cells[1].clear();
            Some("event_without_case")
        }
        _ => None,
    };
    export.repaired += u64::from(written_code != code);
    push(export, cells.clone(), fault);
    if fault.is_some() {
        return None;
    }
    if word == "Khác" {
        *export.unknown.entry(word).or_default() += 1;
    }
    let truth = Truth {
        procedure: code.to_owned(),
        unit: unit.to_owned(),
        accepted: accepted.instant(),
        due: due.day_only(),
        finished: (end == End::Result).then(|| ended.instant()),
        stopped: (end == End::Nothing).then(|| ended.instant()),
    };
    export.cases.insert(id, truth);
    Some(cells)
}
