//! Provinces before and after the merger of 2025-07-01 (Resolution 202/2025/QH15).

use super::name::{fold, old_style};
use crate::base::time::Date;
use crate::rule::{Kinds, Reason, Row, of_text};

pub(super) const ROWS: &[Row] = &[
    Row::new(
        "isProvince",
        &[Kinds::TEXT, Kinds::DAY],
        Kinds::TRUTH,
        ["{a} là tỉnh, thành phố tại thời điểm {b}", "{a} is a province on {b}"],
        |arguments, _| {
            let date = arguments.get(1).ok_or(Reason::WrongType)?.date()?;
            of_text(arguments, |text| Ok(is_province(text, date).into()))
        },
    ),
    Row::new(
        "wasProvince",
        &[Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} từng là tỉnh, thành phố", "{a} was a province"],
        |arguments, _| of_text(arguments, |text| Ok(heir(text).is_some().into())),
    ),
];

/// The 63 provinces until 2025-06-30: code, name, code of the province that took over. The code of a province that
/// merged may now be another's: 15 was Yên Bái and is Lào Cai.
pub(crate) const BEFORE: [(u8, &str, u8); 63] = [
    (1, "Hà Nội", 1),
    (2, "Hà Giang", 8),
    (4, "Cao Bằng", 4),
    (6, "Bắc Kạn", 19),
    (8, "Tuyên Quang", 8),
    (10, "Lào Cai", 15),
    (11, "Điện Biên", 11),
    (12, "Lai Châu", 12),
    (14, "Sơn La", 14),
    (15, "Yên Bái", 15),
    (17, "Hòa Bình", 25),
    (19, "Thái Nguyên", 19),
    (20, "Lạng Sơn", 20),
    (22, "Quảng Ninh", 22),
    (24, "Bắc Giang", 24),
    (25, "Phú Thọ", 25),
    (26, "Vĩnh Phúc", 25),
    (27, "Bắc Ninh", 24),
    (30, "Hải Dương", 31),
    (31, "Hải Phòng", 31),
    (33, "Hưng Yên", 33),
    (34, "Thái Bình", 33),
    (35, "Hà Nam", 37),
    (36, "Nam Định", 37),
    (37, "Ninh Bình", 37),
    (38, "Thanh Hóa", 38),
    (40, "Nghệ An", 40),
    (42, "Hà Tĩnh", 42),
    (44, "Quảng Bình", 44),
    (45, "Quảng Trị", 44),
    (46, "Thừa Thiên Huế", 46),
    (48, "Đà Nẵng", 48),
    (49, "Quảng Nam", 48),
    (51, "Quảng Ngãi", 51),
    (52, "Bình Định", 52),
    (54, "Phú Yên", 66),
    (56, "Khánh Hòa", 56),
    (58, "Ninh Thuận", 56),
    (60, "Bình Thuận", 68),
    (62, "Kon Tum", 51),
    (64, "Gia Lai", 52),
    (66, "Đắk Lắk", 66),
    (67, "Đắk Nông", 68),
    (68, "Lâm Đồng", 68),
    (70, "Bình Phước", 75),
    (72, "Tây Ninh", 80),
    (74, "Bình Dương", 79),
    (75, "Đồng Nai", 75),
    (77, "Bà Rịa - Vũng Tàu", 79),
    (79, "Thành phố Hồ Chí Minh", 79),
    (80, "Long An", 80),
    (82, "Tiền Giang", 82),
    (83, "Bến Tre", 86),
    (84, "Trà Vinh", 86),
    (86, "Vĩnh Long", 86),
    (87, "Đồng Tháp", 82),
    (89, "An Giang", 91),
    (91, "Kiên Giang", 91),
    (92, "Cần Thơ", 92),
    (93, "Hậu Giang", 92),
    (94, "Sóc Trăng", 92),
    (95, "Bạc Liêu", 96),
    (96, "Cà Mau", 96),
];

/// The 34 provinces since 2025-07-01: code and name.
pub(crate) const AFTER: [(u8, &str); 34] = [
    (1, "Hà Nội"),
    (4, "Cao Bằng"),
    (8, "Tuyên Quang"),
    (11, "Điện Biên"),
    (12, "Lai Châu"),
    (14, "Sơn La"),
    (15, "Lào Cai"),
    (19, "Thái Nguyên"),
    (20, "Lạng Sơn"),
    (22, "Quảng Ninh"),
    (24, "Bắc Ninh"),
    (25, "Phú Thọ"),
    (31, "Hải Phòng"),
    (33, "Hưng Yên"),
    (37, "Ninh Bình"),
    (38, "Thanh Hóa"),
    (40, "Nghệ An"),
    (42, "Hà Tĩnh"),
    (44, "Quảng Trị"),
    (46, "Huế"),
    (48, "Đà Nẵng"),
    (51, "Quảng Ngãi"),
    (52, "Gia Lai"),
    (56, "Khánh Hòa"),
    (66, "Đắk Lắk"),
    (68, "Lâm Đồng"),
    (75, "Đồng Nai"),
    (79, "Thành phố Hồ Chí Minh"),
    (80, "Tây Ninh"),
    (82, "Đồng Tháp"),
    (86, "Vĩnh Long"),
    (91, "An Giang"),
    (92, "Cần Thơ"),
    (96, "Cà Mau"),
];

/// The first day of the 34 provinces, 2025-07-01, as days since 1970.
const MERGER: i64 = 20_270;
/// The first day on which Thừa Thiên Huế is the city of Huế, 2025-01-01 (Resolution 175/2024/QH15), likewise.
const HUE: i64 = 20_089;

/// The province of a code in the list of 63, which identity numbers use.
pub(crate) fn of_code(code: u8) -> Option<&'static str> {
    let at = BEFORE.binary_search_by_key(&code, |(known, _, _)| *known).ok()?;
    BEFORE.get(at).map(|(_, name, _)| *name)
}

/// Whether a text names a province that exists on a day; `tỉnh`, `thành phố` and `TP.` in front do not matter.
pub(crate) fn is_province(text: &str, date: Date) -> bool {
    let since = |day: i64| Date::from_days(day).is_some_and(|first| first <= date);
    let (merged, renamed) = (since(MERGER), since(HUE));
    let known = |test: &dyn Fn(&str) -> bool| match merged {
        true => AFTER.iter().any(|(_, name)| test(name)),
        false => BEFORE.iter().any(|(code, name, _)| test(if renamed && *code == 46 { "Huế" } else { name })),
    };
    // Most texts come out of a list and are spelt as here.
    known(&|name| name == text) || {
        let key = key(text);
        known(&|name| key == self::key(name))
    }
}

/// For a province that is no more, the one that took over.
pub(crate) fn heir(text: &str) -> Option<&'static str> {
    let key = key(text);
    if AFTER.iter().any(|(_, name)| key == self::key(name)) {
        return None;
    }
    let (_, _, code) = BEFORE.iter().find(|(_, name, _)| key == self::key(name))?;
    AFTER.iter().find(|(known, _)| known == code).map(|(_, name)| *name)
}

/// What two spellings of one name have in common.
fn key(text: &str) -> String {
    let folded = fold(text);
    let heads = ["tỉnh ", "thành phố ", "tp. ", "tp.", "tp "];
    let bare = heads.iter().find_map(|head| folded.strip_prefix(head)).unwrap_or(&folded);
    // `Bà Rịa – Vũng Tàu` is written with every kind of dash, and with none.
    let words = bare.split(|char: char| char == ' ' || char == '-' || ('\u{2010}'..='\u{2015}').contains(&char));
    let bare = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    old_style(if matches!(bare.as_str(), "hcm" | "tphcm") { "hồ chí minh" } else { &bare })
}

#[cfg(test)]
#[path = "tests/province.rs"]
mod tests;
