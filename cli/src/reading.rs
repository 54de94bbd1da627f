//! Reads files into a log, by a mapping that is named, that the rulebook says, or that is proposed.

use crate::arguments::{Dates, Files, LogFiles};
use crate::file;
use crate::output::is_open;
use crate::progress::Progress;
use crate::terminal::note;
use namro::log::{Builder, DateOrder, Limits, Log, Overrides, Reading, Source, head, propose};
use namro::office::{ChosenMapping, MappingChoice};
use namro::{Code, Error, Faults, Office, Place, Zone};
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;

/// A workbook must be looked at as a whole.
const WHOLE: usize = 512 << 20;

/// Reads the files of the arguments. The zone of the office is that of the files where rulebooks are named: the office
/// without rules has none of its own.
pub(crate) fn read(log: &LogFiles, office: &Office, progress: &Progress) -> Result<(Log, Reading), Faults> {
    let LogFiles { files, rules, mapping } = log;
    let zone = (!rules.rulebooks.is_empty()).then(|| office.rulebook().zone());
    let chosen = choose(files, office, mapping.as_deref(), zone)?;
    let mut builder = Builder::new(&chosen.mapping);
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
) -> Result<ChosenMapping<'o>, Faults> {
    let document = |name: &str| {
        let path = Path::new(name);
        path.exists().then(|| file::text(path, namro::internals::rulebook::MAX_BYTES)).transpose()
    };
    let proposed = || {
        let mut heads = Vec::new();
        for path in &files.files {
            let head = head(&mut open(path)?).map_err(|error| cannot_read(path, &error))?;
            heads.push((file::name(path), head));
        }
        let sources: Vec<_> = heads.iter().map(|(name, bytes)| Source::File(name, bytes)).collect();
        propose(&sources, zone)
    };
    let choice = named.map_or(MappingChoice::Usual, MappingChoice::Named);
    office.choose_mapping(choice, &overrides(files)?, document, proposed)
}

/// What the command line says instead of the mapping.
fn overrides(files: &Files) -> Result<Overrides, Faults> {
    let dates = files.dates.map(|order| match order {
        Dates::DayFirst => DateOrder::DayFirst,
        Dates::MonthFirst => DateOrder::MonthFirst,
    });
    let zone = files.zone.as_deref().map(str::parse).transpose()?;
    Ok(Overrides { zone, dates, encoding: files.encoding.clone(), ..Overrides::default() })
}

fn cannot_read(path: &Path, error: &std::io::Error) -> Error {
    Error::new(Code::CannotRead).with("path", file::name(path)).with("reason", error)
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
        let (path, sheet, line) = row.position();
        let text = row.error.text();
        [
            path,
            sheet,
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
