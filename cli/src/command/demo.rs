//! `namro demo`: from a log to board, report, scorecards and journal.

use super::rules;
use crate::arguments::{Demo, Lang};
use crate::board;
use crate::demo::{self, generate};
use crate::file;
use crate::output::Output;
use crate::progress::Progress;
use crate::table;
use crate::terminal::{Stop, print_drawn, print_exact};
use namro::journal::Journal;
use namro::log::{Builder, Limits, Log, Reading};
use namro::render::{Report, ReportInput};
use namro::replay::Replay;
use namro::score::{Inputs, Period, Policy, Scores};
use namro::{Code, Faults, Instant, Office, Seconds, Text};
use std::io::BufReader;
use std::path::Path;

/// A log can be replayed without a rulebook of its own: this one contains no rules.
const ANY_LOG: &str = include_str!("any-log.yaml");

pub(crate) fn run(demo: &Demo, lang: Lang, json: bool) -> Result<(), Stop> {
    let mut output = Output::into(&demo.out)?;
    let progress = Progress::new(lang.first());
    progress.stage("đọc bộ quy tắc", "reading the rulebook");
    let office = office(demo)?;
    let (log, reading, end, notice) = match &demo.log {
        Some(path) => read(path, &office, demo.mapping.as_deref(), &progress)?,
        None => generated_month(&office, &progress)?,
    };
    let as_of = match &demo.as_of {
        Some(text) => Instant::parse(text)?,
        None => end,
    };
    progress.stage("phát lại", "replaying");
    let replay = office.replay(&log, as_of);
    progress.stage("chấm điểm", "scoring");
    let scores = scores(&office, &replay, demo.period.as_deref())?;
    progress.stage("viết báo cáo", "writing the report");
    let input = ReportInput {
        office: &office,
        log: &log,
        reading: Some(&reading),
        replay: &replay,
        scores: scores.as_ref().map(|(scores, policy)| (scores.cards.as_slice(), *policy)),
        notice: notice.as_ref(),
    };
    let report = Report::build(&input);
    output.write("report.html", |file| file.write_all(report.html().as_bytes()))?;
    let scores = namro::base::canonical(&scores.as_ref().map(|(scores, _)| scores))?;
    output.write("scores.json", |file| writeln!(file, "{scores}"))?;
    output.write("findings.csv", |file| table::findings(file, &replay.findings))?;
    progress.stage("niêm phong sổ", "sealing the journal");
    let journal = journal(demo, &office, &log)?;
    let text = journal.to_text()?;
    output.write("journal.jsonl", |file| file.write_all(text.as_bytes()))?;
    let head = namro::base::canonical(&journal.head()?)?;
    output.write("head.json", |file| writeln!(file, "{head}"))?;
    drop(progress);
    let paths = output.finish()?;
    if json {
        let files: Vec<String> = paths.iter().map(|path| file::name(path)).collect();
        return print_exact(&format!("{}\n", serde_json::json!({ "files": files })));
    }
    print_drawn(&board::board(&report, lang, &paths))
}

/// The journal of the log. For the generated month it contains only the dossiers: forty thousand documents more would
/// only make it larger.
fn journal(demo: &Demo, office: &Office, log: &Log) -> Result<Journal, Faults> {
    let events = log.to_events(office.rulebook().zone());
    let kept = events.iter().filter(|event| demo.log.is_some() || event.case_id.as_str().starts_with(demo::DOSSIER));
    Ok(Journal::of_events(kept)?)
}

/// The office of the arguments; otherwise that of the generated month or, for a log, an office without rules.
fn office(demo: &Demo) -> Result<Office, Faults> {
    let office = match (demo.rules.rulebooks.is_empty(), &demo.log) {
        (false, _) => rules::compile(&demo.rules.rulebooks)?,
        (true, Some(_)) => Office::load(&[("any-log.yaml", ANY_LOG)])?,
        (true, None) => Office::shipped(demo::RULEBOOK)?,
    };
    match &demo.rules.staff {
        Some(path) => office.with_staff(&file::text(path, namro::internals::rulebook::MAX_BYTES)?),
        None if demo.log.is_none() => office.with_staff(&demo::staff().to_string()),
        None => Ok(office),
    }
}

type Source = (Log, Reading, Instant, Option<Text>);

fn generated_month(office: &Office, progress: &Progress) -> Result<Source, Faults> {
    progress.stage("sinh một tháng minh họa", "generating a sample month");
    let month = generate();
    progress.stage("dựng nhật ký", "building the log");
    let (log, reading) = Log::from_rows(&month.cases, &month.events, office.rulebook().mapping(None)?)?;
    let notice = Text::new(
        "Số liệu do máy sinh để trình diễn: một sở không có thật, một tháng không có thật, những lỗi được cài sẵn. Sổ niêm phong chỉ gồm các hồ sơ.",
        "Generated data for demonstration: the department and the month do not exist, and faults were planted. The journal seals only the dossiers.",
    );
    let end = month.as_of.map_or(Instant::MAX, |as_of| as_of.at);
    Ok((log, reading, end, Some(notice)))
}

fn read(path: &Path, office: &Office, mapping: Option<&str>, progress: &Progress) -> Result<Source, Faults> {
    let opened = file::open(path)?;
    progress.reading(opened.metadata().map_or(0, |metadata| metadata.len()));
    let mut builder = Builder::new(office.rulebook().mapping(mapping)?);
    builder.read(&file::name(path), BufReader::new(opened), Limits::default(), &mut |bytes| progress.bytes(bytes))?;
    let (log, reading) = builder.finish()?;
    let log = office.with_people_of(log);
    let end = log.last_known().unwrap_or(Instant::MAX);
    Ok((log, reading, end, None))
}

/// Scores by the policy of the rulebook, for the period with most items unless another is given.
fn scores<'a>(
    office: &'a Office,
    replay: &Replay,
    period: Option<&str>,
) -> Result<Option<(Scores, &'a Policy)>, Faults> {
    let Some(policy) = demo_policy(office, replay)? else { return Ok(None) };
    let period = match period {
        Some(text) => Period::parse(text)?,
        None => match policy.busiest_period(replay) {
            Some(period) => period,
            None => return Ok(None),
        },
    };
    Ok(Some((office.score(replay, Some(&policy.id), period, &Inputs::default())?, policy)))
}

/// The policy in force at the instant of the replay; `None` if the rulebook has none, so that nobody is scored.
fn demo_policy<'a>(office: &'a Office, replay: &Replay) -> Result<Option<&'a Policy>, Faults> {
    let on = office.rulebook().zone().date_of(replay.as_of.at.plus(Seconds(-1)));
    match office.rulebook().policy(None, on) {
        Ok(policy) => Ok(Some(policy)),
        Err(error) if error.code() == Code::NotInForce => Ok(None),
        Err(error) => Err(error.into()),
    }
}
