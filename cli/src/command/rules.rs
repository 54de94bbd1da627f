//! The office whose rules are applied.

use crate::arguments::Rules;
use crate::file;
use namro::internals::base::nearest;
use namro::internals::rulebook::MAX_BYTES;
use namro::log::Source;
use namro::rulebook::shipped;
use namro::{Code, Error, Faults, Office};
use std::path::{Path, PathBuf};

/// The largest table of people.
const MAX_TABLE: usize = 64 << 20;

/// Rulebook texts by name, the root first: files, or identifiers of shipped rulebooks.
pub(crate) fn texts(paths: &[PathBuf]) -> Result<Vec<(String, String)>, Faults> {
    let mut faults = Faults::new();
    let texts: Vec<_> = paths.iter().filter_map(|path| faults.keep(text(path))).collect();
    faults.into_result(Some(texts))
}

fn text(path: &Path) -> Result<(String, String), Error> {
    let missing = path.to_str().filter(|_| !path.exists());
    match missing.and_then(shipped::text) {
        Some(text) => Ok((file::name(path), text.into_owned())),
        None => file::text(path, MAX_BYTES).map(|text| (file::name(path), text)).map_err(|fault| {
            let near = missing.filter(|id| nearest(id, shipped::ids()).is_some());
            near.map_or(fault, |id| Error::new(Code::IncludeMissing).with("name", id).suggest(id, shipped::ids()))
        }),
    }
}

/// All shipped rules that apply to every office; used if no rulebook is named.
const SHIPPED: &str = r#"{"namro": 1, "id": "vn", "title": {"vi": "Quy tắc có sẵn", "en": "Shipped rules"},
    "include": ["vn.procedures", "vn.documents", "vn.forms", "vn.policies"]}"#;

/// The compiled office of these files.
pub(crate) fn compile(paths: &[PathBuf]) -> Result<Office, Faults> {
    let texts = if paths.is_empty() { vec![("vn".to_owned(), SHIPPED.to_owned())] } else { texts(paths)? };
    let named: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Office::load(&named)
}

/// The office of the arguments, with its people.
pub(crate) fn office(rules: &Rules) -> Result<Office, Faults> {
    let office = compile(&rules.rulebooks)?;
    match &rules.staff {
        Some(path) => staffed(&office, path),
        None => Ok(office),
    }
}

/// The office with the people of a file: a staff table in JSON or YAML, or a table of people.
pub(crate) fn staffed(office: &Office, path: &Path) -> Result<Office, Faults> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if ["json", "yaml", "yml", ""].contains(&ending.as_str()) {
        return office.with_staff(&file::text(path, MAX_BYTES)?);
    }
    let (name, bytes) = (file::name(path), file::bytes(path, MAX_TABLE)?);
    Ok(office.with_staff_tables(&[Source::File(&name, &bytes)])?.0)
}

/// The office of the arguments; without rulebooks, one without rules.
pub(crate) fn office_or_none(rules: &Rules) -> Result<Office, Faults> {
    if rules.rulebooks.is_empty() { Office::without_rules() } else { office(rules) }
}
