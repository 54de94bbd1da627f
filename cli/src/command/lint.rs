//! `namro lint`: every fault of a rulebook at once.

use super::rules;
use crate::arguments::Lang;
use namro::{Faults, Text};
use std::path::PathBuf;

pub(crate) fn run(files: &[PathBuf], lang: Lang) -> Result<(), Faults> {
    let inspection = rules::compile(files)?.inspect();
    let title = inspection.title.get(lang.first());
    let sound = Text::new("không có lỗi", "no faults");
    println!("{} · {title} · {}\n{}", inspection.id, sound.get(lang.first()), inspection.hash);
    Ok(())
}
