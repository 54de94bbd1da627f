//! Rows that belong to a table but describe no case: sections, totals, signatures.

use super::cell::Row;
use super::layout::is_numbering;
use crate::base::text::Text;
use crate::log::statuses::plain;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The title of a section, which may name the unit of what follows.
    Section,
    Total,
    /// Place, date, titles and names below the table.
    Signature,
    /// The headings once more, as on each printed page.
    Headings,
    /// Numbers of the columns.
    Numbers,
}

impl Kind {
    pub(super) fn text(self) -> Text {
        match self {
            Self::Section => Text::new("dòng tên mục", "the title of a section"),
            Self::Total => Text::new("dòng cộng", "a total"),
            Self::Signature => Text::new("phần ký tên", "part of the signatures"),
            Self::Headings => Text::new("dòng tiêu đề lặp lại", "the headings once more"),
            Self::Numbers => Text::new("dòng đánh số cột", "a row of column numbers"),
        }
    }
}

/// Whether a row describes a case, as far as it shows by itself.
pub(in crate::log) fn is_case(row: &Row<'_>, key: usize, width: usize) -> bool {
    let key_text = row.text(key);
    !key_text.is_empty() && (is_code(key_text) || kind(row, key, width, false, false).is_none())
}

/// Whether a row of a table of people describes a person; `key` is the column of the code or the name.
pub(in crate::log) fn is_person(row: &Row<'_>, key: usize, width: usize) -> bool {
    !row.text(key).is_empty() && !is_numbering(row) && kind(row, key, width, false, false).is_none()
}

/// The unit that the title of a section names, if the row is one.
pub(in crate::log) fn section_unit(row: &Row<'_>) -> Option<String> {
    section_title(row).filter(|title| names_unit(title))
}

/// What a row is, if it is none of a case; `key` is the column of the case, `width` the number of columns, `signed` whether
/// the signatures have begun, `has_code` whether the row has the code of a case.
pub(super) fn kind(row: &Row<'_>, key: usize, width: usize, signed: bool, has_code: bool) -> Option<Kind> {
    let (first, text) = row.filled().next()?;
    let few = row.filled().take(3).count() < 3 && width > 3;
    let no_key = row.text(key).is_empty();
    let totals = |text: &str| {
        let text = plain(text);
        let begins = |word: &str| text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let long =
            ["tong cong", "tong so", "luy ke", "cong luy ke", "cong muc", "cong trang", "sub total", "grand total"];
        let bare = ["tong", "cong", "total"].into_iter().any(|word| text == word || (few && begins(word)));
        bare || long.into_iter().any(begins)
    };
    let labels = || row.filled().take(3).map(|(_, text)| text);
    if (no_key || few || key <= first) && !has_code && labels().any(totals) {
        return Some(Kind::Total);
    }
    if !(no_key || few) {
        return None;
    }
    let sparse = row.filled().count() * 3 <= width.max(3);
    if (sparse && signs(row)) || (signed && no_key) {
        return Some(Kind::Signature);
    }
    // A section has a title and perhaps a number before it; cells merged over the width may repeat the title.
    let others = || row.filled().skip(1).filter(|(_, other)| *other != text);
    let titled = match others().count() {
        0 => is_title(text),
        1 => is_index(text) && others().all(|(_, title)| is_title(title)),
        _ => false,
    };
    (titled && few || titled && others().count() <= 1 && no_key).then_some(Kind::Section)
}

/// Whether a row has the place and date, a title or an instruction of those who sign below a table.
fn signs(row: &Row<'_>) -> bool {
    const TITLES: [&str; 14] = [
        "nguoi lap bieu",
        "nguoi lap bang",
        "nguoi lap bao cao",
        "nguoi lap",
        "thu truong don vi",
        "thu truong co quan",
        "thu truong",
        "chu tich",
        "giam doc",
        "truong phong",
        "ke toan",
        "ky ten",
        "noi nhan",
        "xac nhan cua",
    ];
    row.filled().any(|(_, text)| {
        let text = plain(text);
        let dated = text.contains("ngay") && text.contains("thang") && text.contains("nam");
        dated
            || text.starts_with("ky ghi ro")
            || text.starts_with("ky ten")
            || TITLES.iter().any(|title| text == *title || (text.len() < 60 && text.starts_with(title)))
    })
}

/// Whether a text is a code of a case rather than a title: it has digits and no blank.
pub(super) fn is_code(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && !text.contains(' ') && !is_index(text)
}

/// Whether a text only numbers a section: `I`, `II.`, `1`, `1.2`, `a)`, `A`.
fn is_index(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ')', ':', '/']);
    let roman = !bare.is_empty() && bare.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'L'));
    let number =
        !bare.is_empty() && bare.len() <= 4 && bare.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    roman || number || (bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic))
}

/// Whether a text is words.
fn is_title(text: &str) -> bool {
    text.chars().filter(|letter| letter.is_alphabetic()).count() >= 3 && !is_code(text)
}

/// The title of a section without its number: `II. Phòng Kinh tế` is `Phòng Kinh tế`.
pub(super) fn section_title(row: &Row<'_>) -> Option<String> {
    let (_, text) = row.filled().find(|(_, text)| is_title(text))?;
    let bare = match text.split_once([' ', '.', ')']) {
        Some((index, title)) if is_index(index) && !title.is_empty() => title.trim_start_matches(['.', ')', ' ', '-']),
        _ => text,
    };
    // `Đơn vị: Phòng Kinh tế` names the unit after the colon.
    let bare = match bare.split_once(':') {
        Some((label, name)) if matches!(plain(label).as_str(), "don vi" | "phong ban" | "co quan" | "linh vuc") => {
            name.trim()
        }
        _ => bare,
    };
    Some(bare.trim().to_owned())
}

/// The unit that a row above the table names: `Đơn vị: Phòng Kinh tế`.
pub(super) fn titled_unit(row: &Row<'_>) -> Option<String> {
    row.filled().find_map(|(_, text)| {
        let (label, name) = text.split_once(':')?;
        let labels =
            matches!(plain(label).as_str(), "don vi" | "phong ban" | "co quan" | "don vi bao cao" | "don vi xu ly");
        let name = name.trim();
        (labels && names_unit(name)).then(|| name.to_owned())
    })
}

/// Whether the title of a section names a unit, rather than a field of work.
pub(super) fn names_unit(title: &str) -> bool {
    const BEGIN: [&str; 20] = [
        "phong",
        "so",
        "ubnd",
        "uy ban",
        "chi cuc",
        "cuc",
        "trung tam",
        "van phong",
        "ban",
        "doi",
        "to",
        "bo phan",
        "chi nhanh",
        "phuong",
        "xa",
        "quan",
        "huyen",
        "thanh pho",
        "thi tran",
        "thi xa",
    ];
    let title = plain(title);
    BEGIN.iter().any(|word| title.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}
