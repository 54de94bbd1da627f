//! `namro lint`: every fault of a rulebook at once; then its examples, which are its authors' own tests.

use super::rules;
use crate::arguments::Lang;
use namro::{Faults, Text};
use std::path::PathBuf;

pub(crate) fn run(files: &[PathBuf], lang: Lang) -> Result<(), Faults> {
    let office = rules::compile(files)?;
    office.run_examples()?;
    let inspection = office.inspect();
    let title = inspection.title.get(lang.first());
    let sound = Text::new("không có lỗi", "no faults");
    println!("{} · {title} · {}\n{}", inspection.id, sound.get(lang.first()), inspection.hash);
    Ok(())
}
