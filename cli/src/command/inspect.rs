//! `namro inspect`: what files are, what is dirty in them, and a mapping that reads them.

use crate::arguments::{Inspect, Lang};
use crate::output::write_file;
use crate::reading::whole;
use crate::terminal::{Stop, line, print_drawn, print_exact};
use namro::Zone;

pub(crate) fn run(inspect: &Inspect, lang: Lang, json: bool) -> Result<(), Stop> {
    let files = whole(&inspect.files)?;
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let zone: Option<Zone> = inspect.files.zone.as_deref().map(str::parse).transpose()?;
    let found = namro::log::inspect(&files, zone.as_ref())?;
    if let Some(path) = &inspect.output {
        write_file(path, |file| file.write_all(found.to_yaml().as_bytes()))?;
    }
    if json {
        return print_exact(&format!("{}\n", namro::base::canonical(&found)?));
    }
    print_drawn(found.summary().get(lang.first()))?;
    match &inspect.output {
        Some(path) => print_drawn(&format!("→ {}\n", line(&path.display().to_string()))),
        None => print_exact(&format!("\n{}", found.to_yaml())),
    }
}
