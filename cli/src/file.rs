//! Reads files up to a size limit; every fault names its file.

use namro::{Code, Error, Place};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

/// The path as messages show it.
pub(crate) fn name(path: &Path) -> String {
    path.display().to_string()
}

/// Opens a file; an error for a directory.
pub(crate) fn open(path: &Path) -> Result<File, Error> {
    let file = File::open(path).map_err(|error| fault(path, &error))?;
    match file.metadata() {
        Ok(metadata) if metadata.is_dir() => Err(at(path, Error::new(Code::IsDirectory).with("path", name(path)))),
        Ok(_) => Ok(file),
        Err(error) => Err(fault(path, &error)),
    }
}

/// The bytes of a file; an error if there are more than the limit.
pub(crate) fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>, Error> {
    read(&mut open(path)?, path, limit)
}

/// The bytes of a stream; an error if there are more than the limit.
pub(crate) fn read(stream: &mut dyn Read, path: &Path, limit: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    stream.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|error| fault(path, &error))?;
    if bytes.len() > limit {
        let size = format!("{} MiB", limit >> 20);
        return Err(at(path, Error::new(Code::TooLarge).with("what", name(path)).with("limit", size)));
    }
    Ok(bytes)
}

/// The text of a file, without a byte-order mark.
pub(crate) fn text(path: &Path, limit: usize) -> Result<String, Error> {
    let text = String::from_utf8(bytes(path, limit)?).map_err(|error| {
        let before = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        let line = 1 + before.filter(|byte| **byte == b'\n').count() as u64;
        let place = Place { file: Some(Arc::from(name(path).as_str())), line: Some(line), ..Place::default() };
        Error::new(Code::NotUtf8).at(place)
    })?;
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), ToOwned::to_owned))
}

/// The error of the operating system for a path.
fn fault(path: &Path, error: &std::io::Error) -> Error {
    let code = match error.kind() {
        ErrorKind::NotFound => Code::FileMissing,
        ErrorKind::IsADirectory => Code::IsDirectory,
        _ => Code::CannotRead,
    };
    at(path, Error::new(code).with("path", name(path)).with("reason", error))
}

fn at(path: &Path, error: Error) -> Error {
    error.at(Place::default().in_file(&Arc::from(name(path).as_str())))
}
