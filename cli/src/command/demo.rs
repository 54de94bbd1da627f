//! `namro demo`: from a log to board, report, scorecards and journal.

use crate::arguments::{Demo, Lang};
use crate::demo::generate;
use crate::output::Output;
use crate::progress::Progress;
use namro::Faults;
use std::io::Write;

pub(crate) fn run(demo: &Demo, lang: Lang) -> Result<(), Faults> {
    let progress = Progress::new(2, lang.first());
    progress.stage("sinh một tháng minh họa", "making up a month");
    let month = generate();
    progress.stage("ghi kết quả", "writing");
    let mut output = Output::into(&demo.out)?;
    output.write("events.jsonl", |file| {
        month.events.iter().try_for_each(|event| {
            serde_json::to_writer(&mut *file, event)?;
            file.write_all(b"\n")
        })
    })?;
    drop(progress);
    for path in output.finish()? {
        println!("{}", path.display());
    }
    Ok(())
}
