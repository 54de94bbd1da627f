//! Output files that appear completely or not at all.

use crate::file::name;
use namro::{Code, Error};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Files for a directory: they are written next to it, moved into it together at the end, and removed if the end is not
/// reached.
#[derive(Debug)]
pub(crate) struct Output {
    target: PathBuf,
    beside: PathBuf,
    files: Vec<&'static str>,
}

impl Output {
    /// Prepares to write into a directory, which need not exist yet.
    pub(crate) fn into(target: &Path) -> Result<Self, Error> {
        if target.exists() && !target.is_dir() {
            return Err(Error::new(Code::NotADirectory).with("path", name(target)));
        }
        let mut beside = target.as_os_str().to_owned();
        beside.push(format!(".{}.partial", std::process::id()));
        let beside = PathBuf::from(beside);
        fs::create_dir_all(&beside).map_err(|error| fault(&beside, &error))?;
        Ok(Self { target: target.to_owned(), beside, files: Vec::new() })
    }

    /// Writes one file in pieces.
    pub(crate) fn write(
        &mut self,
        file: &'static str,
        content: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
    ) -> Result<(), Error> {
        let path = self.beside.join(file);
        let written = File::create(&path).and_then(|created| {
            let mut writer = BufWriter::new(created);
            content(&mut writer)?;
            writer.flush()
        });
        written.map_err(|error| fault(&path, &error))?;
        self.files.push(file);
        Ok(())
    }

    /// Moves all files into the directory; gives their paths.
    pub(crate) fn finish(self) -> Result<Vec<PathBuf>, Error> {
        fs::create_dir_all(&self.target).map_err(|error| fault(&self.target, &error))?;
        let mut paths = Vec::new();
        for file in &self.files {
            let path = self.target.join(file);
            fs::rename(self.beside.join(file), &path).map_err(|error| fault(&path, &error))?;
            paths.push(path);
        }
        Ok(paths)
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // Files that were not moved are of no use; if removing them fails, the name `.partial` shows what they are.
        let _ = fs::remove_dir_all(&self.beside);
    }
}

/// Writes one file through another beside it, so that it appears completely or not at all.
pub(crate) fn write_file(
    path: &Path,
    content: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<(), Error> {
    if is_open(path) {
        return Err(Error::new(Code::OpenInExcel).with("path", name(path)));
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.partial", std::process::id()));
    let beside = PathBuf::from(beside);
    let written = File::create(&beside).and_then(|created| {
        let mut writer = BufWriter::new(created);
        content(&mut writer)?;
        writer.flush()
    });
    written.and_then(|()| fs::rename(&beside, path)).map_err(|error| {
        let _ = fs::remove_file(&beside);
        fault(path, &error)
    })
}

/// Whether a spreadsheet program has a file open: it then keeps a lock file beside it.
pub(crate) fn is_open(path: &Path) -> bool {
    let Some(file) = path.file_name().map(|file| file.to_string_lossy()) else { return false };
    [format!("~${file}"), format!(".~lock.{file}#")].iter().any(|lock| path.with_file_name(lock).exists())
}

fn fault(path: &Path, error: &std::io::Error) -> Error {
    Error::new(Code::CannotSave).with("path", name(path)).with("reason", error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("namro-output-{}-{name}", std::process::id()))
    }

    #[test]
    fn nothing_half_written_stays() {
        let target = place("half");
        let mut output = Output::into(&target).unwrap();
        output.write("whole.txt", |file| file.write_all(b"whole")).unwrap();
        output.write("broken.txt", |_| Err(std::io::Error::other("full"))).unwrap_err();
        let beside = output.beside.clone();
        assert!(beside.exists());
        drop(output);
        assert!(!beside.exists() && !target.exists());
    }

    #[test]
    fn what_is_finished_is_in_its_place() {
        let target = place("done");
        let mut output = Output::into(&target).unwrap();
        output.write("a.txt", |file| file.write_all(b"a")).unwrap();
        let paths = output.finish().unwrap();
        assert_eq!(fs::read_to_string(&paths[0]).unwrap(), "a");
        fs::remove_dir_all(&target).unwrap();
    }
}
