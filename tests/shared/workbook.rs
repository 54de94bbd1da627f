//! Workbooks and archives as bytes, without a library that might share a fault with the reader.

/// A zip of files that are stored without compression.
pub fn zipped(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let start = u32::try_from(out.len()).unwrap_or_default();
        let size = u32::try_from(content.len()).unwrap_or_default();
        let mut common = Vec::new();
        // Version, flags (names in UTF-8), stored, time and date.
        for number in [20u16, 0x0800, 0, 0, 0x21] {
            common.extend(number.to_le_bytes());
        }
        for number in [crc32(content), size, size] {
            common.extend(number.to_le_bytes());
        }
        common.extend(u16::try_from(name.len()).unwrap_or_default().to_le_bytes());
        common.extend(0u16.to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(content);
        directory.extend(b"PK\x01\x02");
        directory.extend(20u16.to_le_bytes());
        directory.extend(&common);
        directory.extend([0u8; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, size) =
        (u32::try_from(out.len()).unwrap_or_default(), u32::try_from(directory.len()).unwrap_or_default());
    out.extend(directory);
    out.extend(b"PK\x05\x06");
    out.extend([0u8; 4]);
    let count = u16::try_from(files.len()).unwrap_or_default();
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend(0u16.to_le_bytes());
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 })
    })
}

/// A workbook with one sheet, called *Hồ sơ*, of which the XML is given.
pub fn workbook(sheet: &[u8]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    let types = format!(
        "{head}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
    );
    let relation = |kind: &str, target: &str| {
        format!(
            "{head}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let book = format!(
        "{head}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"Hồ sơ\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    zipped(&[
        ("[Content_Types].xml", types.into_bytes()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml").into_bytes()),
        ("xl/workbook.xml", book.into_bytes()),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml").into_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.to_vec()),
    ])
}
