//! `namro lint`: reports every fault of a rulebook at once, runs its examples, which are its authors' own tests, and on
//! request restates the rules in plain words.

use super::rules;
use crate::arguments::{Lang, Lint};
use crate::fault;
use crate::terminal::{Stop, line, print, print_drawn};
use namro::base::InForce;
use namro::case::StaffingGap;
use namro::internals::rulebook::not_included;
use namro::rulebook::{RestateRequest, Restated};
use namro::{Date, Error, Faults, Instant, Office, Rulebook, Text};
use serde_json::json;
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The interval between two checks of the files; a person does not save more often.
const PAUSE: Duration = Duration::from_millis(400);

pub(crate) fn run(lint: &Lint, lang: Lang, json: bool) -> Result<(), Stop> {
    if !lint.watch {
        return once(lint, lang, json);
    }
    let mut seen = None;
    loop {
        let now: Vec<_> = lint.files.iter().map(changed).collect();
        if seen.as_ref() != Some(&now) {
            match once(lint, lang, false) {
                Err(Stop::Faults(faults)) => fault::print(&faults, lang.languages()),
                Err(Stop::Closed) => return Err(Stop::Closed),
                Ok(()) | Err(Stop::Named | Stop::No) => {}
            }
            print(&format!("{}\n", "─".repeat(60)))?;
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

fn once(lint: &Lint, lang: Lang, json: bool) -> Result<(), Stop> {
    let Compiled { office, others, faults, mut advice, separate } = compile(lint)?;
    if !json {
        separate.iter().try_for_each(|notice| print(&format!("{}\n", notice.get(lang.first()))))?;
    }
    let office = match faults.into_result(office) {
        Ok(office) => office,
        Err(faults) if json => {
            fault::print_document(json!({"errors": faults, "notices": advice}))?;
            return Err(Stop::Named);
        }
        Err(faults) => {
            fault::print_notices(&advice, lang.languages());
            return Err(faults.into());
        }
    };
    let restated = if lint.words || lint.watch { Some(restate(lint, &office)?) } else { None };
    if let Some(restated) = restated.as_ref().filter(|_| !json) {
        print_drawn(&words(restated, lang))?;
    }
    for office in std::iter::once(&office).chain(&others) {
        office.rulebook().run_examples()?;
        advice.extend(office.rulebook().unsourced());
        advice.extend(office.rulebook().idle());
    }
    if lint.strict && !advice.is_empty() {
        return Err(advice.into());
    }
    let gaps = staffing(lint, &office)?;
    let inspection = office.describe(&Default::default());
    if json {
        let (id, title, hash) = (&inspection.id, &inspection.title, &inspection.hash);
        let statements = restated.map(|restated| restated.statements);
        let mut document = json!({"errors": [], "notices": advice, "id": id, "title": title, "hash": hash});
        for (name, value) in [("statements", json!(statements)), ("staffing", json!(gaps))] {
            if !value.is_null() {
                document[name] = value;
            }
        }
        return fault::print_document(document);
    }
    for gap in gaps.iter().flatten() {
        for language in lang.languages() {
            print(&format!("{} · {}\n", line(gap.workflow.as_str()), line(gap.text.get(*language))))?;
        }
    }
    fault::print_notices(&advice, lang.languages());
    let title = line(inspection.title.get(lang.first()));
    let count = advice.count();
    let sound = match count {
        0 => Text::new("không có lỗi", "no faults"),
        _ => Text::new(format!("không có lỗi; {count} chỗ nên xem lại"), format!("no faults; {count} to review")),
    };
    print(&format!("{} · {title} · {}\n{}\n", inspection.id, sound.get(lang.first()), inspection.hash))
}

/// The files, compiled.
struct Compiled {
    /// The office of the first file.
    office: Option<Office>,
    /// That of each file which the first does not include: it has no effect there, so it is checked separately.
    others: Vec<Office>,
    faults: Faults,
    /// What should be looked at again where there are faults.
    advice: Faults,
    /// Which files are checked separately.
    separate: Vec<Text>,
}

fn compile(lint: &Lint) -> Result<Compiled, Faults> {
    let texts = rules::texts(&lint.files)?;
    let named: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (mut faults, mut advice) = (Faults::new(), Faults::new());
    let (mut others, mut separate) = (Vec::new(), Vec::new());
    let office = keep(&named, &mut faults, &mut advice);
    for index in not_included(&named) {
        let (name, root) = (named[index].0, named[0].0);
        separate.push(Text::new(
            format!("{name} không được include trong {root}: kiểm tra riêng"),
            format!("{name} is not included by {root}: checked separately"),
        ));
        let mut alone = named.clone();
        alone.swap(0, index);
        others.extend(keep(&alone, &mut faults, &mut advice));
    }
    Ok(Compiled { office, others, faults, advice, separate })
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

/// The rules in plain words, with sample dues.
fn restate(lint: &Lint, office: &Office) -> Result<Restated, Error> {
    let accepted = match &lint.accepted {
        Some(text) => Some(Instant::parse(text)?),
        None => now(),
    };
    Ok(office.rulebook().restate(&RestateRequest {
        accepted_at: accepted.map(|at| office.rulebook().zone().stamp(at)),
        ..RestateRequest::default()
    }))
}

fn words(restated: &Restated, lang: Lang) -> String {
    let (mut lines, mut entry) = (String::new(), "");
    for statement in &restated.statements {
        if statement.entry != entry {
            entry = &statement.entry;
            lines.push_str(&format!("\n{}\n", line(entry)));
        }
        for language in lang.languages() {
            lines.push_str(&format!("  {}\n", line(statement.text.get(*language))));
        }
        for source in &statement.source {
            let article = source.article.as_ref().map(|article| format!(", {article}")).unwrap_or_default();
            lines.push_str(&format!("    [{}]\n", line(&format!("{}{article}", source.text))));
        }
    }
    lines + "\n"
}

/// Steps that nobody could do on some days, if a staff table is given. They are not faults of the rules.
fn staffing(lint: &Lint, office: &Office) -> Result<Option<Vec<StaffingGap>>, Faults> {
    let (Some(staff), Some(from), Some(to)) = (&lint.staff, &lint.from, &lint.to) else { return Ok(None) };
    let office = rules::staffed(office, staff)?;
    let period = InForce { from: Some(Date::parse(from)?), to: Some(Date::parse(to)?) };
    Ok(Some(office.staffing_gaps(period)))
}

/// The clock of the machine, used only for the sample dues.
fn now() -> Option<Instant> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Instant::from_seconds(i64::try_from(seconds).ok()?)
}
