//! `namro lint`: reports every fault of a rulebook at once, runs its examples, which are its authors' own tests, and on
//! request restates the rules in plain words.

use super::rules;
use crate::arguments::{Lang, Lint};
use crate::fault;
use crate::file;
use namro::base::InForce;
use namro::internals::rulebook::{MAX_BYTES, not_included};
use namro::rulebook::RestateRequest;
use namro::{Date, Faults, Instant, Office, Rulebook, Text};
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The interval between two checks of the files; a person does not save more often.
const PAUSE: Duration = Duration::from_millis(400);

pub(crate) fn run(lint: &Lint, lang: Lang) -> Result<(), Faults> {
    if !lint.watch {
        return once(lint, lang);
    }
    let mut seen = None;
    loop {
        let now: Vec<_> = lint.files.iter().map(changed).collect();
        if seen.as_ref() != Some(&now) {
            if let Err(faults) = once(lint, lang) {
                fault::print(&faults, lang.languages());
            }
            println!("{}", "─".repeat(60));
            seen = Some(now);
        }
        std::thread::sleep(PAUSE);
    }
}

/// When a file was last changed; `None` for a shipped rulebook, which never changes.
fn changed(path: &PathBuf) -> Option<(SystemTime, u64)> {
    let data = std::fs::metadata(path).ok()?;
    Some((data.modified().ok()?, data.len()))
}

fn once(lint: &Lint, lang: Lang) -> Result<(), Faults> {
    let (office, others) = compile(lint, lang)?;
    // Of a rulebook with faults the notices were printed when it was compiled.
    if lint.words || lint.watch {
        restate(lint, lang, &office)?;
    }
    let mut advice = Faults::new();
    for office in std::iter::once(&office).chain(&others) {
        office.rulebook().run_examples()?;
        advice.extend(office.rulebook().unsourced());
        advice.extend(office.rulebook().idle());
    }
    if lint.strict && !advice.is_empty() {
        return Err(advice);
    }
    staffing(lint, &office, lang)?;
    fault::print_notices(&advice, lang.languages());
    let inspection = office.describe(&Default::default());
    let title = inspection.title.get(lang.first());
    let count = advice.count();
    let sound = match count {
        0 => Text::new("không có lỗi", "no faults"),
        _ => Text::new(format!("không có lỗi; {count} chỗ nên xem lại"), format!("no faults; {count} to review")),
    };
    println!("{} · {title} · {}\n{}", inspection.id, sound.get(lang.first()), inspection.hash);
    Ok(())
}

/// The office of the first file, and that of each file which it does not include: such a file has no effect there, so it
/// is checked separately.
fn compile(lint: &Lint, lang: Lang) -> Result<(Office, Vec<Office>), Faults> {
    let texts = rules::texts(&lint.files)?;
    let named: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (mut faults, mut advice, mut others) = (Faults::new(), Faults::new(), Vec::new());
    let office = keep(&named, &mut faults, &mut advice);
    for index in not_included(&named) {
        let (name, root) = (named[index].0, named[0].0);
        let notice = Text::new(
            format!("{name} không được include trong {root}: kiểm tra riêng"),
            format!("{name} is not included by {root}: checked separately"),
        );
        println!("{}", notice.get(lang.first()));
        let mut alone = named.clone();
        alone.swap(0, index);
        others.extend(keep(&alone, &mut faults, &mut advice));
    }
    fault::print_notices(&advice, lang.languages());
    Ok((faults.into_result(office)?, others))
}

/// The office; on failure, its faults are added to the known ones, each once, since every load reads all texts. What
/// should be looked at again is reported beside the faults.
fn keep(texts: &[(&str, &str)], known: &mut Faults, advice: &mut Faults) -> Option<Office> {
    if let Ok(office) = Office::load(texts) {
        return Some(office);
    }
    let (found, notices) = Rulebook::review(texts);
    advice.extend(notices);
    let new: Vec<_> = found.iter().filter(|fault| !known.iter().any(|other| other == *fault)).cloned().collect();
    new.into_iter().for_each(|fault| known.push(fault));
    None
}

/// Restates the rules in plain words, with sample dues.
fn restate(lint: &Lint, lang: Lang, office: &Office) -> Result<(), Faults> {
    let accepted = match &lint.accepted {
        Some(text) => Some(Instant::parse(text)?),
        None => now(),
    };
    let restated = office.rulebook().restate(&RestateRequest {
        accepted_at: accepted.map(|at| office.rulebook().zone().stamp(at)),
        ..RestateRequest::default()
    });
    let mut entry = String::new();
    for statement in &restated.statements {
        if statement.entry != entry {
            entry.clone_from(&statement.entry);
            println!("\n{entry}");
        }
        for language in lang.languages() {
            println!("  {}", statement.text.get(*language));
        }
        for source in &statement.source {
            let article = source.article.as_ref().map(|article| format!(", {article}")).unwrap_or_default();
            println!("    [{}{article}]", source.text);
        }
    }
    println!();
    Ok(())
}

/// Reports steps that nobody could do on some days, if a staff table is given. They are not faults of the rules.
fn staffing(lint: &Lint, office: &Office, lang: Lang) -> Result<(), Faults> {
    let (Some(staff), Some(from), Some(to)) = (&lint.staff, &lint.from, &lint.to) else { return Ok(()) };
    let office = office.with_staff(&file::text(staff, MAX_BYTES)?)?;
    let period = InForce { from: Some(Date::parse(from)?), to: Some(Date::parse(to)?) };
    for gap in office.staffing_gaps(period) {
        for language in lang.languages() {
            println!("{} · {}", gap.workflow, gap.text.get(*language));
        }
    }
    Ok(())
}

/// The clock of the machine, used only for the sample dues.
fn now() -> Option<Instant> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Instant::from_seconds(i64::try_from(seconds).ok()?)
}
