//! The sources of a log: files, bytes and tables, read together by one mapping.

use crate::answer::Table;
use crate::frame::Frame;
use crate::frames::{By, own_rows, shape};
use crate::log::Log;
use crate::{Handle, fault, frames};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, Int64Array, RecordBatch, StringArray};
use namro::base::canonical;
use namro::log::{
    Builder, DateOrder, Inspection, Limits, Overrides, Reading, Source, changed, head, inspect_sources, propose,
};
use namro::office::MappingChoice;
use namro::{Code, Error, Faults, Office, Place, Zone};
use pyo3::prelude::*;
use std::fs::File;
use std::io::{BufReader, Read};
use std::sync::Arc;

/// Something to read.
enum Input {
    /// A file, by its path.
    Path(String),
    /// The name and the content of a file.
    Bytes(String, Vec<u8>),
    Table(Frame),
}

/// What Python hands over: what it is (`path`, `bytes` or `table`), its name, the object.
type Given<'py> = (String, String, Bound<'py, PyAny>);

fn inputs(sources: Vec<Given<'_>>, zone: &Zone) -> PyResult<Vec<Input>> {
    let input = |(kind, name, object): Given<'_>| match kind.as_str() {
        "path" => Ok(Input::Path(name)),
        "bytes" => Ok(Input::Bytes(name, object.extract()?)),
        _ => Frame::of(&object, &name, zone).map(Input::Table),
    };
    sources.into_iter().map(input).collect()
}

/// Opens a file; what Excel leaves beside an open workbook is none.
fn open(path: &str) -> Result<File, Error> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    if name.starts_with("~$") {
        return Err(Error::new(Code::LockFile).with("path", path));
    }
    File::open(path).map_err(|error| cannot_read(path, &error))
}

fn cannot_read(path: &str, error: &std::io::Error) -> Error {
    let code = if error.kind() == std::io::ErrorKind::NotFound { Code::FileMissing } else { Code::CannotRead };
    Error::new(code).with("path", path).with("reason", error).at(Place::default().in_file(&Arc::from(path)))
}

/// What is known of the inputs before they are read: the beginnings of files, or the whole of them.
fn looked(inputs: &[Input], whole: bool) -> Result<Vec<(&Input, Vec<u8>)>, Faults> {
    fn look(input: &Input, whole: bool) -> Result<(&Input, Vec<u8>), Faults> {
        let bytes = match input {
            Input::Path(path) => {
                let mut file = open(path)?;
                let mut bytes = Vec::new();
                let read = if whole { file.read_to_end(&mut bytes).map(|_| bytes) } else { head(&mut file) };
                read.map_err(|error| cannot_read(path, &error))?
            }
            Input::Bytes(..) | Input::Table(_) => Vec::new(),
        };
        Ok((input, bytes))
    }
    inputs.iter().map(|input| look(input, whole)).collect()
}

fn sources<'a>(looked: &'a [(&'a Input, Vec<u8>)]) -> Vec<Source<'a>> {
    let source = |(input, bytes): &'a (&Input, Vec<u8>)| match input {
        Input::Path(name) => Source::File(name, bytes),
        Input::Bytes(name, bytes) => Source::File(name, bytes),
        Input::Table(frame) => Source::Table(frame),
    };
    looked.iter().map(source).collect()
}

/// What a caller says of how tables are read, as Python gives it.
#[derive(FromPyObject)]
pub(crate) struct Said {
    #[pyo3(item)]
    zone: Option<String>,
    #[pyo3(item)]
    dates: Option<String>,
    #[pyo3(item)]
    encoding: Option<String>,
    #[pyo3(item)]
    sheets: Vec<String>,
    #[pyo3(item)]
    columns: Vec<(String, String)>,
}

impl Said {
    fn overrides(self) -> Result<Overrides, Faults> {
        let Self { zone, dates, encoding, sheets, columns } = self;
        let mut faults = Faults::new();
        let zone = zone.map(|text| text.parse().map_err(|fault: Error| fault.at(Place::pointer("/zone"))));
        let zone = zone.and_then(|zone| faults.keep(zone));
        let dates =
            dates.map(|text| frames::term::<DateOrder>(&text).map_err(|fault| fault.at(Place::pointer("/dates"))));
        let dates = dates.and_then(|dates| faults.keep(dates));
        let columns = columns.into_iter().collect();
        faults.into_result(Some(Overrides { zone, dates, encoding, sheets, columns }))
    }
}

/// The mapping that a caller asks for: a name, with the text of the file of that name if there is one; or, without a
/// name, a document.
type Asked = (Option<String>, Option<String>);

#[pymethods]
impl Handle {
    /// The office that decides nothing.
    #[staticmethod]
    fn without_rules(py: Python<'_>) -> PyResult<Self> {
        py.detach(Office::without_rules).map(Self).map_err(|faults| fault::raise(py, &faults))
    }

    /// Reads files, bytes and tables into a log; without `zoned`, the zone of the office is not that of the files.
    #[pyo3(signature = (sources, mapping, said, zoned=true))]
    fn read(
        &self,
        py: Python<'_>,
        sources: Vec<Given<'_>>,
        mapping: Option<Asked>,
        said: Said,
        zoned: bool,
    ) -> PyResult<Log> {
        let zone = self.0.rulebook().zone();
        let inputs = inputs(sources, zone)?;
        let read = || read(&self.0, &inputs, mapping, &said.overrides()?, zoned.then_some(zone));
        py.detach(read).map_err(|faults| fault::raise(py, &faults))
    }
}

#[pymethods]
impl Handle {
    /// The same office with the people of tables, and these people as the text that `with_staff` takes.
    fn with_staff_tables(&self, py: Python<'_>, sources: Vec<Given<'_>>) -> PyResult<(Self, String)> {
        let inputs = inputs(sources, self.0.rulebook().zone())?;
        let work = || self.0.with_staff_tables(&self::sources(&looked(&inputs, true)?));
        let (office, text) = py.detach(work).map_err(|faults| fault::raise(py, &faults))?;
        Ok((Self(office), text))
    }
}

fn read(
    office: &Office,
    inputs: &[Input],
    asked: Option<Asked>,
    overrides: &Overrides,
    zone: Option<&Zone>,
) -> Result<Log, Faults> {
    let choice = match &asked {
        None => MappingChoice::Usual,
        Some((Some(name), _)) => MappingChoice::Named(name),
        Some((None, text)) => MappingChoice::Document("mapping", text.as_deref().unwrap_or_default()),
    };
    let document = |_: &str| Ok(asked.as_ref().and_then(|(_, text)| text.clone()));
    let proposed = || propose(&sources(&looked(inputs, false)?), zone);
    let chosen = office.choose_mapping(choice, overrides, document, proposed)?;
    let days = office.rulebook().zone();
    let mut builder = Builder::new(&chosen.mapping);
    for input in inputs {
        match input {
            Input::Path(path) => {
                let file = BufReader::with_capacity(1 << 16, open(path)?);
                builder.read(path, file, Limits::default(), &mut |_| {})?;
            }
            Input::Bytes(name, bytes) => builder.read(name, bytes.as_slice(), Limits::default(), &mut |_| {})?,
            // Where columns are declared, they are looked for under their own names.
            Input::Table(frame) => match shape(frame).filter(|_| overrides.columns.is_empty()) {
                Some(shape) => {
                    own_rows(&mut builder, frame, shape, By { mapping: &chosen.mapping, days, as_office: true })?
                }
                None => builder.memory_table(frame)?,
            },
        }
    }
    let (log, reading) = builder.finish()?;
    Ok(Log::of(office, log, reading).proposed(chosen.proposed.map(|spec| (spec, chosen.questions))))
}

/// Looks at files, bytes and tables: what they are as canonical text, a summary in both languages, the mapping as JSON
/// and as YAML.
#[pyfunction]
#[pyo3(signature = (sources, office=None))]
pub(crate) fn inspect(
    py: Python<'_>,
    sources: Vec<Given<'_>>,
    office: Option<PyRef<'_, Handle>>,
) -> PyResult<(String, (String, String), String, String)> {
    let zone = office.map(|office| office.0.rulebook().zone().clone());
    let inputs = inputs(sources, zone.as_ref().unwrap_or(&Zone::vietnam()))?;
    let work = || -> Result<_, Faults> {
        let looked = looked(&inputs, true)?;
        let found: Inspection = inspect_sources(&self::sources(&looked), zone.as_ref())?;
        let summary = found.summary();
        Ok((canonical(&found)?, (summary.vi, summary.en), changed(&found.mapping), found.to_yaml()))
    };
    py.detach(work).map_err(|faults| fault::raise(py, &faults))
}

/// The rows that a log does not hold, as a table: one row each.
pub(crate) fn left_out(reading: &Reading) -> Result<Table, Error> {
    let rows: Vec<_> = reading.left_out.iter().map(|row| (row, row.position(), row.error.text())).collect();
    let words =
        |texts: Vec<Option<&str>>| Arc::new(texts.into_iter().collect::<DictionaryArray<Int32Type>>()) as ArrayRef;
    let texts = |texts: Vec<Option<&str>>| Arc::new(StringArray::from(texts)) as ArrayRef;
    let filled = |text: &'_ str| (!text.is_empty()).then_some(text).map(str::to_owned);
    let names = |pick: fn(&(String, String, String)) -> &str| -> Vec<Option<String>> {
        rows.iter().map(|(_, position, _)| filled(pick(position))).collect()
    };
    let (files, sheets) = (names(|(file, ..)| file), names(|(_, sheet, _)| sheet));
    let codes: Vec<String> = rows.iter().map(|(row, ..)| row.error.code().to_string()).collect();
    let outcome = |repeated| if repeated { "repeated" } else { "set_aside" };
    let numbers: Int64Array = rows.iter().map(|(_, (.., row), _)| row.parse::<i64>().ok()).collect();
    let columns: [(_, ArrayRef, _); 9] = [
        ("outcome", words(rows.iter().map(|(row, ..)| Some(outcome(row.repeated))).collect()), false),
        ("reason", words(codes.iter().map(|code| Some(code.as_str())).collect()), false),
        ("file", words(files.iter().map(Option::as_deref).collect()), true),
        ("sheet", words(sheets.iter().map(Option::as_deref).collect()), true),
        ("row", Arc::new(numbers), true),
        ("column", words(rows.iter().map(|(row, ..)| row.column()).collect()), true),
        ("value", texts(rows.iter().map(|(row, ..)| row.value()).collect()), true),
        ("text_vi", texts(rows.iter().map(|(.., text)| Some(text.vi.as_str())).collect()), false),
        ("text_en", texts(rows.iter().map(|(.., text)| Some(text.en.as_str())).collect()), false),
    ];
    let table = RecordBatch::try_from_iter_with_nullable(columns);
    table.map(Table::of).map_err(|error| Error::new(Code::TooLarge).with("what", error).with("limit", i32::MAX))
}
