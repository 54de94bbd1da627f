//! `namro seal`, `namro prove`, `namro verify`: journals that anybody can verify.

use crate::arguments::{Lang, Prove, Seal, Verify};
use crate::file;
use crate::output::Output;
use crate::terminal::{Stop, print, print_exact};
use namro::base::{Hash, canonical};
use namro::internals::base::{Shape, parse_json, read};
use namro::journal::Leaf;
use namro::office::{ProveRequest, SealRequest, Verified, VerifyRequest};
use namro::{Code, Error, Event, Faults, Office, Text};
use std::fmt::Write as _;
use std::path::Path;

/// The largest journal.
const MAX_JOURNAL: usize = 4 << 30;

/// Enters events and writes journal, head, leaves and openings into a directory.
pub(crate) fn seal(seal: &Seal, json: bool) -> Result<(), Stop> {
    let kept = seal.out.join("journal.jsonl");
    let journal = kept.exists().then(|| file::text(&kept, MAX_JOURNAL)).transpose()?;
    let events = events(&super::call::input(seal.events.as_deref())?)?;
    let salts = events.iter().flat_map(|_| &seal.hide).map(|_| salt()).collect::<Result<_, _>>()?;
    let request = SealRequest { journal, events, hide: seal.hide.clone(), salts };
    let sealed = Office::without_rules()?.seal(&request)?;
    let mut openings = opened_before(seal)?;
    for opening in &sealed.openings {
        let _ = writeln!(openings, "{}", canonical(opening)?);
    }
    let (head, leaves) = (canonical(&sealed.head)?, canonical(&sealed.leaves)?);
    let mut output = Output::into(&seal.out)?;
    let before = request.journal.as_deref().unwrap_or_default();
    output.write("journal.jsonl", |file| write!(file, "{before}{}", sealed.lines))?;
    output.write("head.json", |file| writeln!(file, "{head}"))?;
    output.write("leaves.json", |file| writeln!(file, "{leaves}"))?;
    if !openings.is_empty() {
        output.write("openings.jsonl", |file| file.write_all(openings.as_bytes()))?;
    }
    let paths = output.finish()?;
    if json {
        return print_exact(&format!("{head}\n"));
    }
    let names: Vec<String> = paths.iter().map(|path| file::name(path)).collect();
    print(&format!("{head}\n{}\n", names.join("\n")))
}

/// What opens the commitments that are in the journal already, and was not erased.
fn opened_before(seal: &Seal) -> Result<String, Error> {
    let path = seal.out.join("openings.jsonl");
    if path.exists() { file::text(&path, MAX_JOURNAL) } else { Ok(String::new()) }
}

fn salt() -> Result<Hash, Error> {
    let mut salt = [0; 32];
    getrandom::fill(&mut salt)
        .map_err(|error| Error::new(Code::CannotRead).with("path", "random").with("reason", error))?;
    Ok(Hash(salt))
}

/// The events of a JSON array, or of JSON lines.
fn events(text: &str) -> Result<Vec<Event>, Faults> {
    if text.trim_start().starts_with('[') {
        return read(&parse_json(text.as_bytes())?);
    }
    let mut faults = Faults::new();
    let mut events = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let event = parse_json(line.as_bytes()).map_err(Faults::from).and_then(|node| read(&node));
        match event {
            Ok(event) => events.push(event),
            Err(fault) => faults.extend(fault),
        }
    }
    faults.into_result(Some(events))
}

/// Prints the proof that an entry is in a journal, or that the journal continues an earlier one.
pub(crate) fn prove(prove: &Prove) -> Result<(), Stop> {
    let request = ProveRequest {
        events: Vec::new(),
        journal: Some(file::text(&prove.journal, MAX_JOURNAL)?),
        entry: prove.entry,
        since: document(prove.since.as_deref())?.unwrap_or_default(),
    };
    let proven = Office::without_rules()?.prove(&request)?;
    print_exact(&format!("{}\n", canonical(&proven)?))
}

/// Verifies a journal, a proof, or that one head continues another.
pub(crate) fn verify(verify: &Verify, lang: Lang, json: bool) -> Result<(), Stop> {
    let proof: Option<namro::office::Proven> = document(verify.proof.as_deref())?;
    let (proof, consistency) = proof.map(|proven| (proven.proof, proven.consistency)).unwrap_or_default();
    let request = VerifyRequest {
        journal: verify.journal.as_deref().map(|path| file::text(path, MAX_JOURNAL)).transpose()?,
        proof,
        consistency,
        openings: Vec::new(),
        head: document(verify.head.as_deref())?,
        earlier: document(verify.earlier.as_deref())?,
        leaves: document::<Vec<Leaf>>(verify.leaves.as_deref())?.unwrap_or_default(),
    };
    let verified = Office::without_rules()?.verify(&request)?;
    match json {
        true => print_exact(&format!("{}\n", canonical(&verified)?))?,
        false => print(&in_words(&verified, lang))?,
    }
    match verified.holds || !verify.exit_code {
        true => Ok(()),
        false => Err(Stop::No),
    }
}

fn in_words(verified: &Verified, lang: Lang) -> String {
    let outcome = match verified.holds {
        true => Text::new("Đúng: không thấy chỗ nào bị sửa đổi.", "It holds: nothing was found to be tampered with."),
        false => Text::new("Không đúng.", "It does not hold."),
    };
    let mut out = String::new();
    for language in lang.languages() {
        let texts = verified.tamperings.iter().map(|tampering| &tampering.text);
        let said = std::iter::once(&outcome).chain(&verified.text).chain(texts).chain(&verified.limits);
        said.for_each(|text| out.extend([text.get(*language), "\n"]));
    }
    out
}

/// What a file of JSON has.
fn document<T: Shape>(path: Option<&Path>) -> Result<Option<T>, Faults> {
    let text = path.map(|path| file::text(path, MAX_JOURNAL)).transpose()?;
    text.map(|text| read(&parse_json(text.as_bytes())?)).transpose()
}
