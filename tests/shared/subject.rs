//! The rulebooks of the shared vectors, and the offices made of them.

use namro::{Faults, Office};
use serde_json::value::{RawValue, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// Names and texts, the root first.
pub type Texts = Vec<(String, String)>;

/// The folder of the vectors.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// The files of its folder of rulebooks.
pub fn rulebook_files() -> Vec<String> {
    let entries = fs::read_dir(folder().join("rulebooks")).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The texts of a rulebook: files of the folder `rulebooks`, shipped ones by identifier, or a map in place.
pub fn texts(rulebook: &RawValue) -> Result<Texts, String> {
    let names: Vec<String> = match serde_json::from_str(rulebook.get()) {
        Ok(Value::String(name)) => vec![name],
        Ok(Value::Array(_)) => serde_json::from_str(rulebook.get()).map_err(|error| error.to_string())?,
        _ => return Ok(vec![("vector".to_owned(), rulebook.get().to_owned())]),
    };
    let files = rulebook_files();
    let text =
        |name: String| match files.iter().find(|file| file.rsplit_once('.').is_some_and(|(stem, _)| stem == name)) {
            Some(file) => {
                let text =
                    fs::read_to_string(folder().join("rulebooks").join(file)).map_err(|error| error.to_string())?;
                Ok((file.clone(), text))
            }
            None => {
                let root = serde_json::json!({"namro": 1, "id": "vector", "title": "vector", "include": [name]});
                Ok((name, root.to_string()))
            }
        };
    names.into_iter().map(text).collect()
}

/// The office of texts, with staff laid over.
pub fn load(texts: &Texts, staff: Option<&RawValue>) -> Result<Office, Faults> {
    let texts: Vec<_> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let office = Office::load(&texts)?;
    staff.map_or(Ok(office.clone()), |staff| office.with_staff(staff.get()))
}
