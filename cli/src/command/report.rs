//! `namro report`: from logs to board, report and scorecards, and to a journal if asked for.

use super::rules;
use crate::arguments::{Lang, Report as Arguments};
use crate::board;
use crate::demo::{self, generate};
use crate::file;
use crate::output::Output;
use crate::progress::Progress;
use crate::reading;
use crate::table;
use crate::terminal::{Stop, print_drawn, print_exact};
use namro::base::PolicyId;
use namro::journal::Journal;
use namro::log::{Log, Reading};
use namro::render::{Report, ReportInput};
use namro::replay::Replay;
use namro::score::{Inputs, Period, Policy, Scores};
use namro::{Code, Error, Faults, Instant, Office, Place, Seconds, Text};

pub(crate) fn run(demo: &Arguments, lang: Lang, json: bool) -> Result<(), Stop> {
    let mut output = Output::into(&demo.out)?;
    let progress = Progress::new(lang.first());
    progress.stage("đọc bộ quy tắc", "reading the rulebook");
    let office = office(demo)?;
    let generated = demo.log.files.files.is_empty();
    let (log, reading, end, notice) = match generated {
        false => read(demo, &office, &progress)?,
        true => generated_month(&office, &progress)?,
    };
    let as_of = match &demo.as_of {
        Some(text) => office.end_of(text).map_err(|fault| fault.at(Place::pointer("--as-of")))?,
        None => end,
    };
    progress.stage("phát lại", "replaying");
    let replay = office.replay(&log, as_of);
    progress.stage("chấm điểm", "scoring");
    let scores = scores(&office, &replay, demo)?;
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
    if !reading.left_out.is_empty() {
        output.write("set-aside.csv", |file| reading::left_out(file, &reading))?;
    }
    if demo.journal || generated {
        progress.stage("niêm phong sổ", "sealing the journal");
        let journal = journal(demo, &office, &log)?;
        let text = journal.to_text()?;
        output.write("journal.jsonl", |file| file.write_all(text.as_bytes()))?;
        let head = namro::base::canonical(&journal.head()?)?;
        output.write("head.json", |file| writeln!(file, "{head}"))?;
        let leaves = namro::base::canonical(&journal.leaves())?;
        output.write("leaves.json", |file| writeln!(file, "{leaves}"))?;
    }
    drop(progress);
    let paths = output.finish()?;
    if json {
        let files: Vec<String> = paths.iter().map(|path| file::name(path)).collect();
        return print_exact(&format!("{}\n", serde_json::json!({ "files": files })));
    }
    print_drawn(&board::board(&report, lang, &paths))?;
    if !generated {
        print_drawn(reading.reconciliation().get(lang.first()))?;
    }
    Ok(())
}

/// The journal of the log. For the generated month it contains only the dossiers: forty thousand documents more would
/// only make it larger.
fn journal(demo: &Arguments, office: &Office, log: &Log) -> Result<Journal, Faults> {
    let events = log.to_events(office.rulebook().zone());
    let kept = events
        .iter()
        .filter(|event| !demo.log.files.files.is_empty() || event.case_id.as_str().starts_with(demo::DOSSIER));
    Ok(Journal::of_events(kept)?)
}

/// The office of the arguments; otherwise that of the generated month or, for a log, an office without rules.
fn office(demo: &Arguments) -> Result<Office, Faults> {
    let office = match (demo.log.rules.rulebooks.is_empty(), demo.log.files.files.is_empty()) {
        (false, _) => rules::compile(&demo.log.rules.rulebooks)?,
        (true, false) => Office::without_rules()?,
        (true, true) => Office::shipped(demo::RULEBOOK)?,
    };
    match &demo.log.rules.staff {
        Some(path) => rules::staffed(&office, path),
        None if demo.log.files.files.is_empty() => office.with_staff(&demo::staff().to_string()),
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

fn read(demo: &Arguments, office: &Office, progress: &Progress) -> Result<Source, Faults> {
    let (log, reading) = reading::read(&demo.log, office, progress)?;
    match log.last_known() {
        Some(end) => Ok((log, reading, end, None)),
        // Without any time there is no instant up to which anything could be replayed.
        None if demo.as_of.is_some() => Ok((log, reading, Instant::MAX, None)),
        None => Err(Error::new(Code::NothingRead).into()),
    }
}

/// Scores by the policy of the rulebook, for the period with most items unless another is given.
fn scores<'a>(office: &'a Office, replay: &Replay, demo: &Arguments) -> Result<Option<(Scores, &'a Policy)>, Faults> {
    let Some(policy) = demo_policy(office, replay, demo.policy.as_deref())? else { return Ok(None) };
    let period = match demo.period.as_deref() {
        Some(text) => Period::parse(text)?,
        None => match policy.busiest_period(replay) {
            Some(period) => period,
            None => return Ok(None),
        },
    };
    Ok(Some((office.score(replay, Some(&policy.id), period, &Inputs::default())?, policy)))
}

/// The policy in force at the instant of the replay; `None` if the rulebook has none, so that nobody is scored.
fn demo_policy<'a>(office: &'a Office, replay: &Replay, named: Option<&str>) -> Result<Option<&'a Policy>, Faults> {
    let on = office.rulebook().zone().date_of(replay.as_of.at.plus(Seconds(-1)));
    let named = named.map(PolicyId::from);
    match office.rulebook().policy(named.as_ref(), on) {
        Ok(policy) => Ok(Some(policy)),
        Err(error) if error.code() == Code::NotInForce && named.is_none() => Ok(None),
        Err(error) => Err(error.into()),
    }
}
