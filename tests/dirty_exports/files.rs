//! Writes an export as each kind of file.

use crate::rows::Export;
use crate::workbook::{workbook, zipped};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// UTF-8 with a mark, semicolons, LF.
    Semicolons,
    /// The line `sep=` before it, tabs, CR LF.
    Tabs,
    Utf16,
    /// Commas and quotes, tones as letters of their own.
    Windows1258,
    /// UTF-8 with letters taken apart.
    Decomposed,
    /// A page that calls itself a workbook.
    Html,
    SpreadsheetXml,
    Xlsx,
    /// A zip with a delimited text.
    Zip,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Semicolons,
        Self::Tabs,
        Self::Utf16,
        Self::Windows1258,
        Self::Decomposed,
        Self::Html,
        Self::SpreadsheetXml,
        Self::Xlsx,
        Self::Zip,
    ];

    /// Lines before the first row.
    pub fn preface(self) -> u8 {
        u8::from(self == Self::Tabs)
    }

    pub fn write(self, export: &Export) -> Vec<u8> {
        let rows: Vec<&Vec<String>> = export.head.iter().chain(&export.body).collect();
        let text = |separator: &str, end: &str| -> String {
            let cell = |text: &String| match text.contains([',', ';', '"']) {
                true => format!("\"{}\"", text.replace('"', "\"\"")),
                false => text.clone(),
            };
            rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(separator) + end).collect()
        };
        match self {
            Self::Semicolons => [b"\xef\xbb\xbf", text(";", "\n").as_bytes()].concat(),
            Self::Tabs => format!("sep=\t\r\n{}", text("\t", "\r\n")).into_bytes(),
            Self::Utf16 => {
                let text = format!("\u{feff}{}", text("\t", "\r\n"));
                text.encode_utf16().flat_map(u16::to_le_bytes).collect()
            }
            Self::Windows1258 => text(",", "\r\n").chars().flat_map(windows_1258).collect(),
            Self::Decomposed => text(";", "\n").chars().flat_map(apart).collect::<String>().into_bytes(),
            Self::Html => {
                let cell =
                    |text: &String| format!("<td>{}</td>", text.replace('&', "&amp;").replace('\u{a0}', "&nbsp;"));
                let row = |row: &&Vec<String>| format!("<tr>{}</tr>\n", row.iter().map(cell).collect::<String>());
                let rows: String = rows.iter().map(row).collect();
                format!("<html>\n<head><meta charset=\"utf-8\"></head>\n<body>\n<table border=\"1\">\n{rows}</table></body></html>")
                    .into_bytes()
            }
            Self::SpreadsheetXml => {
                let cell = |text: &String| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>");
                let row = |row: &&Vec<String>| format!("<Row>{}</Row>\n", row.iter().map(cell).collect::<String>());
                let rows: String = rows.iter().map(row).collect();
                format!(
                    "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
                     xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\n<Worksheet ss:Name=\"Sheet1\"><Table>\n{rows}</Table>\
                     </Worksheet></Workbook>"
                )
                .into_bytes()
            }
            Self::Xlsx => xlsx(&rows),
            Self::Zip => zipped(&[("thang-6/ho-so.csv", text(";", "\n").into_bytes())]),
        }
    }
}

/// The parts of a letter as Windows writes it: a vowel with its own mark, then the tone.
fn parts(letter: char) -> (char, Option<char>) {
    const TONES: [(&str, char); 5] = [
        ("àằầèềìòồờùừỳÀẰẦÈỀÌÒỒỜÙỪỲ", '\u{300}'),
        ("áắấéếíóốớúứýÁẮẤÉẾÍÓỐỚÚỨÝ", '\u{301}'),
        ("ảẳẩẻểỉỏổởủửỷẢẲẨẺỂỈỎỔỞỦỬỶ", '\u{309}'),
        ("ãẵẫẽễĩõỗỡũữỹÃẴẪẼỄĨÕỖỠŨỮỸ", '\u{303}'),
        ("ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ", '\u{323}'),
    ];
    const BASES: &str = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
    for (letters, tone) in TONES {
        if let Some(index) = letters.chars().position(|known| known == letter) {
            return (BASES.chars().nth(index).unwrap_or(letter), Some(tone));
        }
    }
    (letter, None)
}

fn apart(letter: char) -> Vec<char> {
    let (base, tone) = parts(letter);
    let (base, mark) = match base {
        'ă' => ('a', Some('\u{306}')),
        'â' => ('a', Some('\u{302}')),
        'ê' => ('e', Some('\u{302}')),
        'ô' => ('o', Some('\u{302}')),
        'ơ' => ('o', Some('\u{31b}')),
        'ư' => ('u', Some('\u{31b}')),
        'Ă' => ('A', Some('\u{306}')),
        'Â' => ('A', Some('\u{302}')),
        'Ê' => ('E', Some('\u{302}')),
        'Ô' => ('O', Some('\u{302}')),
        'Ơ' => ('O', Some('\u{31b}')),
        'Ư' => ('U', Some('\u{31b}')),
        other => (other, None),
    };
    [Some(base), mark, tone].into_iter().flatten().collect()
}

fn windows_1258(letter: char) -> Vec<u8> {
    let byte = |letter: char| match letter {
        'Ă' => 0xC3,
        'ă' => 0xE3,
        'Đ' => 0xD0,
        'đ' => 0xF0,
        'Ơ' => 0xD5,
        'ơ' => 0xF5,
        'Ư' => 0xDD,
        'ư' => 0xFD,
        '\u{300}' => 0xCC,
        '\u{309}' => 0xD2,
        '\u{303}' => 0xDE,
        '\u{301}' => 0xEC,
        '\u{323}' => 0xF2,
        other => u8::try_from(u32::from(other)).unwrap_or(b'?'),
    };
    let (base, tone) = parts(letter);
    [Some(byte(base)), tone.map(byte)].into_iter().flatten().collect()
}

fn xlsx(rows: &[&Vec<String>]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    let mut sheet = format!("{head}<worksheet xmlns=\"{MAIN}\"><sheetData>");
    for (row, number) in rows.iter().zip(1..) {
        sheet.push_str(&format!("<row r=\"{number}\">"));
        for (cell, column) in row.iter().zip('A'..).filter(|(cell, _)| !cell.is_empty()) {
            sheet.push_str(&format!(
                "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{cell}</t></is></c>"
            ));
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    workbook(sheet.as_bytes())
}
