//! Reads files into a log, by a mapping that is named, that the rulebook says, or that is proposed.

use crate::arguments::{Dates, Files, Lang};
use crate::file;
use crate::output::is_open;
use crate::progress::Progress;
use crate::terminal::{line, note};
use namro::log::{Builder, DateOrder, LeftOut, Limits, Log, Mapping, MappingSpec, Reading, propose};
use namro::{Code, Error, Faults, Office, Place, Text, Zone};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, Read, Write};
use std::path::Path;

/// Bytes of a table by which a mapping is proposed; a longer one is cut after a row.
const ENOUGH: u64 = 8 << 20;
/// A workbook must be looked at as a whole.
const WHOLE: usize = 512 << 20;

/// Reads the files of the arguments.
pub(crate) fn read(
    files: &Files,
    office: &Office,
    mapping: Option<&str>,
    zone: Option<&Zone>,
    progress: &Progress,
) -> Result<(Log, Reading), Faults> {
    let mapping = choose(files, office, mapping, zone)?;
    let mut builder = Builder::new(&mapping);
    for path in &files.files {
        let opened = open(path)?;
        if is_open(path) {
            note(&format!(
                "{}: đang mở trong Excel, thay đổi chưa lưu không được đọc · open in Excel, unsaved changes are not read",
                file::name(path)
            ));
        }
        progress.reading(opened.metadata().map_or(0, |metadata| metadata.len()));
        let input = BufReader::with_capacity(1 << 16, opened);
        builder.read(&file::name(path), input, Limits::default(), &mut |bytes| progress.bytes(bytes))?;
    }
    let (log, reading) = builder.finish()?;
    if reading.cases == 0 {
        return Err(nothing(files, &reading).into());
    }
    Ok((office.with_people_of(log), reading))
}

/// The fault of files without any case, with places of rows that were left out.
fn nothing(files: &Files, reading: &Reading) -> Error {
    let place = files.files.first().map(|path| Place::default().in_file(&file::name(path).into()));
    let rows = reading.left_out.iter().take(3).map(|row| row.error.place().clone());
    rows.fold(Error::new(Code::NothingRead).at(place.unwrap_or_default()), Error::related)
}

/// The bytes of the files, for `inspect`.
pub(crate) fn whole(files: &Files) -> Result<Vec<(String, Vec<u8>)>, Faults> {
    let mut faults = Faults::new();
    let read = |path: &std::path::PathBuf| Ok((file::name(path), file::read(&mut open(path)?, path, WHOLE)?));
    let contents: Vec<_> = files.files.iter().filter_map(|path| faults.keep(read(path))).collect();
    faults.into_result(Some(contents))
}

/// A file of a log; what Excel leaves beside an open workbook is none.
fn open(path: &Path) -> Result<File, Error> {
    if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$")) {
        return Err(Error::new(Code::LockFile).with("path", file::name(path)));
    }
    file::open(path)
}

fn choose<'o>(
    files: &Files,
    office: &'o Office,
    named: Option<&str>,
    zone: Option<&Zone>,
) -> Result<Cow<'o, Mapping>, Faults> {
    let rulebook = office.rulebook();
    if let Some(name) = named {
        if let Ok(mapping) = rulebook.mapping(Some(name)) {
            return Ok(Cow::Borrowed(mapping));
        }
        let path = Path::new(name);
        let text = match path.exists() {
            true => Some(file::text(path, namro::internals::rulebook::MAX_BYTES)?),
            false => None,
        };
        return Ok(Cow::Owned(rulebook.mapping_from(name, text.as_deref())?));
    }
    if let Some(mapping) = rulebook.own_mapping()? {
        return Ok(Cow::Borrowed(mapping));
    }
    let mut heads = Vec::new();
    for path in &files.files {
        heads.push((file::name(path), head(path)?));
    }
    let heads: Vec<(&str, &[u8])> = heads.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let spec = overridden(propose(&heads, zone)?, files)?;
    Ok(Cow::Owned(rulebook.mapping_of(spec)?))
}

/// A proposed mapping with what the command line says otherwise.
pub(crate) fn overridden(mut spec: MappingSpec, files: &Files) -> Result<MappingSpec, Faults> {
    if let Some(zone) = &files.zone {
        let zone: Zone = zone.parse()?;
        spec.zone = Some(zone.into());
    }
    spec.dates = match files.dates {
        Some(Dates::DayFirst) => Some(DateOrder::DayFirst),
        Some(Dates::MonthFirst) => Some(DateOrder::MonthFirst),
        None => spec.dates,
    };
    spec.encoding = files.encoding.clone().or(spec.encoding);
    Ok(spec)
}

/// The beginning of a table, up to the end of a row; the whole of another file that is proposed from.
fn head(path: &Path) -> Result<Vec<u8>, Error> {
    let mut opened = open(path)?;
    let mut bytes = Vec::new();
    let mut fault =
        |error: std::io::Error| Error::new(Code::CannotRead).with("path", file::name(path)).with("reason", error);
    (&mut opened).take(ENOUGH).read_to_end(&mut bytes).map_err(&mut fault)?;
    if (bytes.len() as u64) < ENOUGH {
        return Ok(bytes);
    }
    let is_table =
        !bytes.starts_with(b"PK") && !bytes.starts_with(&[0xD0, 0xCF]) && !bytes.trim_ascii_start().starts_with(b"<");
    // A document of JSON is one value; of JSON lines any beginning is enough.
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default().trim_ascii();
    let is_document =
        matches!(first, [b'[', ..]) || matches!(first, [b'{', .., last] if *last != b'}') || first == b"{";
    if is_table && !is_document {
        // Compressed or of one line, the end of what is known decides nothing.
        let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(bytes.len(), |at| at + 1);
        bytes.truncate(end);
        return Ok(bytes);
    }
    opened.take(WHOLE as u64).read_to_end(&mut bytes).map_err(&mut fault)?;
    Ok(bytes)
}

/// The reconciliation of a reading, a line for each reason, with examples.
pub(crate) fn reconciliation(reading: &Reading, lang: Lang) -> String {
    let mut out = String::new();
    let aside = reading.set_aside + reading.rows_without_case;
    let sum = |text: &Text| text.get(lang.first()).to_owned();
    let total = Text::new(
        format!(
            "{} dòng đã đọc = {} giữ lại + {} lặp lại + {aside} gạt riêng",
            reading.rows_read, reading.rows_kept, reading.rows_repeated
        ),
        format!(
            "{} rows read = {} kept + {} repeated + {aside} set aside",
            reading.rows_read, reading.rows_kept, reading.rows_repeated
        ),
    );
    let _ = writeln!(out, "{}", sum(&total));
    let mut reasons: Vec<(String, Vec<&LeftOut>)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for row in &reading.left_out {
        let at = *places.entry(row.reason()).or_insert_with(|| {
            reasons.push((row.reason(), Vec::new()));
            reasons.len() - 1
        });
        if let Some((_, rows)) = reasons.get_mut(at) {
            rows.push(row);
        }
    }
    reasons.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
    for (reason, rows) in &reasons {
        let Some(first) = rows.first() else { continue };
        let code = reason.split(':').next().unwrap_or_default();
        let _ = writeln!(out, "  {:>8}  {code}: {}", rows.len(), line(&sum(&first.reason_text())));
        for row in rows.iter().take(3) {
            let _ = writeln!(out, "            {}", example(row));
        }
    }
    // Faults of rows set aside are among the remarks too.
    let told: std::collections::BTreeSet<Code> = reading.left_out.iter().map(|row| row.error.code()).collect();
    let mut remarks: Vec<(Code, Vec<&Error>)> = Vec::new();
    for remark in reading.remarks.iter().filter(|remark| !told.contains(&remark.code())) {
        match remarks.iter_mut().find(|(code, _)| *code == remark.code()) {
            Some((_, same)) => same.push(remark),
            None => remarks.push((remark.code(), vec![remark])),
        }
    }
    for (code, same) in &remarks {
        let Some(first) = same.first() else { continue };
        let _ = writeln!(out, "  {:>8}  {code}: {}", same.len(), line(&sum(&first.text())));
        let places = same
            .iter()
            .take(3)
            .map(|remark| line(&remark.place().to_string()).into_owned())
            .filter(|place| !place.is_empty());
        let places: Vec<String> = places.collect();
        if !places.is_empty() {
            let _ = writeln!(out, "            {}", places.join(", "));
        }
    }
    for (kind, words) in &reading.unknown {
        let label = match *kind {
            "status" => Text::new("trạng thái không rõ nghĩa", "statuses without a known meaning"),
            _ => Text::new("thủ tục không có trong bộ quy tắc", "procedures that the rulebook does not have"),
        };
        let list: Vec<String> =
            words.iter().take(10).map(|(word, count)| format!("{} × {count}", line(word))).collect();
        let _ = writeln!(out, "  {:>8}  {}: {}", words.len(), sum(&label), list.join("; "));
    }
    if reading.day_first_assumed {
        let assumed = Text::new(
            "tiêu đề tiếng Việt nên ngày được đọc là ngày/tháng/năm",
            "the headings are Vietnamese, so dates were read as day/month/year",
        );
        let _ = writeln!(out, "  {}", sum(&assumed));
    }
    out
}

fn example(row: &LeftOut) -> String {
    let short = |text: &str| {
        let cut: String = text.chars().take(60).collect();
        line(&cut).into_owned()
    };
    let column = row.column().map(|column| format!(" {}", short(column))).unwrap_or_default();
    let value = row.value().map(|value| format!(" `{}`", short(value))).unwrap_or_default();
    format!("{}{column}{value}", line(&row.error.place().to_string()))
}

/// The headings of the table of the rows that were not kept.
pub(crate) const LEFT_OUT: [&str; 9] =
    ["file", "sheet", "row", "column", "value", "outcome", "reason", "text_vi", "text_en"];

/// The rows that were not kept, one a line, as CSV.
pub(crate) fn left_out(file: &mut dyn Write, reading: &Reading) -> std::io::Result<()> {
    file.write_all("\u{feff}".as_bytes())?;
    crate::table::row(file, &LEFT_OUT.map(str::to_owned))?;
    left_out_rows(reading).try_for_each(|row| crate::table::row(file, &row))
}

/// The rows that were not kept, under the headings of [`LEFT_OUT`].
pub(crate) fn left_out_rows(reading: &Reading) -> impl Iterator<Item = [String; 9]> {
    reading.left_out.iter().map(|row| {
        let place = row.error.place();
        let path = place.file.as_deref().unwrap_or_default();
        let (path, sheet) = path.split_once('!').unwrap_or((path, ""));
        let line = place.line.map(|line| line.to_string()).or_else(|| place.pointer.clone()).unwrap_or_default();
        let text = row.error.text();
        [
            path.to_owned(),
            sheet.to_owned(),
            line,
            row.column().unwrap_or_default().to_owned(),
            row.value().unwrap_or_default().to_owned(),
            if row.repeated { "repeated" } else { "set_aside" }.to_owned(),
            row.error.code().to_string(),
            text.vi,
            text.en,
        ]
    })
}
