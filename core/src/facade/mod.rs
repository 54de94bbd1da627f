//! One door for every language: JSON text in, canonical JSON text out.
//!
//! A binding needs nothing else. Each operation is a request shape, an answer and the function between them; the
//! table [`OPERATIONS`] lists them all, and the shared vectors run through it in every language.

mod checker;
pub mod documents;
pub mod exchange;
mod forms;
pub mod requests;
pub mod rules;
pub mod schemas;
pub mod time;
mod slice;
pub mod workflows;

pub use checker::Checker;
pub use slice::{SLICE_OPERATIONS, VALIDATOR_OPERATIONS};

use crate::base::canon::canonical;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::shape::{Cursor, Shape};
use crate::base::value::{Node, Value, parse_json};
use crate::calendar::zone::ZoneTable;
use crate::case::Suggestion;
use crate::deadline::{LatestStart, Reminder};
use crate::document::{EdocReading, Handling, Registry, Retention};
use crate::dossier::{RuleTrace, Verdict};
use crate::letter::Form;
use crate::office::{Description, Diff, FormRequest, Office};
use crate::replay::{Profile, Replay};
use crate::rulebook::{Published, Restated};
use crate::score::Scorecard;
use serde::Serialize;

/// No request is longer, in bytes.
pub const MAX_BYTES: usize = 256 << 20;

type Answer = Result<String, Faults>;

/// An operation and what carries it out.
struct Operation {
    name: &'static str,
    run: fn(&Office, &Node) -> Answer,
}

macro_rules! operations {
    ($($name:literal: $request:ty => $answer:ty = $function:path;)+) => {
        const TABLE: &[Operation] = &[$(Operation {
            name: $name,
            run: |office, input| answer::<Office, $request, $answer>(office, input, $function),
        }),+];

        /// The operations, by name: seven verbs, then the tools beside them.
        pub const OPERATIONS: &[&str] = &[$($name),+];

        /// JSON Schema of each request and of each answer, by file name.
        #[cfg(feature = "schema")]
        pub fn schemas() -> Vec<(String, schemars::Schema)> {
            vec![
                ("rulebook.json".to_owned(), crate::rulebook::editor_schema()),
                $(
                    (concat!($name, ".request.json").to_owned(), schemars::schema_for!($request)),
                    (concat!($name, ".answer.json").to_owned(), schemars::schema_for!($answer)),
                )+
            ]
        }
    };
}

operations! {
    "check": requests::CheckRequest => Verdict = requests::check;
    "due": rules::DueRequest => rules::DueAnswer = rules::due;
    "apply": requests::ApplyRequest => requests::Applied = requests::apply;
    "agenda": requests::AgendaRequest => requests::Agenda = requests::agenda;
    "replay": requests::ReplayRequest => Replay = requests::replay;
    "profile": requests::ProfileRequest => Profile = requests::profile;
    "merge": requests::MergeRequest => requests::Merged = requests::merge;
    "score": requests::ScoreRequest => Vec<Scorecard> = requests::score;
    "prove": requests::ProveRequest => requests::Proven = requests::prove;
    "verify": requests::VerifyRequest => requests::Verified = requests::verify;
    "trace": rules::TraceRequest => RuleTrace = rules::trace;
    "latest_start": rules::LatestStartRequest => LatestStart = rules::latest_start;
    "inspect": requests::InspectRequest => Description = requests::inspect;
    "publish": requests::PublishRequest => Published = requests::publish;
    "restate": requests::RestateRequest => Restated = requests::restate;
    "diff": requests::DiffRequest => Diff = requests::diff;
    "elapsed": rules::ElapsedRequest => rules::Elapsed = rules::elapsed;
    "day": rules::DayRequest => rules::DayAnswer = rules::day;
    "reminders": time::RemindersRequest => Vec<Reminder> = time::reminders;
    "calendar_file": time::CalendarFileRequest => time::CalendarFile = time::calendar_file;
    "zone": time::ZoneRequest => ZoneTable = time::zone;
    "number": documents::NumberRequest => documents::NextNumber = documents::number;
    "documents": documents::DocumentsRequest => Registry = documents::documents;
    "handling": documents::HandlingRequest => Vec<Handling> = documents::handling;
    "exchange": exchange::ExchangeRequest => exchange::Exchanged = exchange::exchange;
    "read_edxml": exchange::ReadEdxmlRequest => EdocReading = exchange::read_edxml;
    "write_edxml": exchange::WriteEdxmlRequest => exchange::EdxmlFile = exchange::write_edxml;
    "form": FormRequest => Form = forms::form;
    "retention": documents::RetentionRequest => Retention = documents::retention;
    "fold": workflows::FoldRequest => workflows::Folded = workflows::fold;
    "may": workflows::MayRequest => workflows::Permission = workflows::may;
    "suggest": workflows::SuggestRequest => Vec<Suggestion> = workflows::suggest;
    "soundness": workflows::SoundnessRequest => workflows::Judged = workflows::soundness;
    "draw": workflows::DrawRequest => workflows::Picture = workflows::draw;
    "simulate": workflows::SimulateRequest => workflows::Simulated = workflows::simulate;
    "write_bpmn": workflows::WriteBpmnRequest => workflows::BpmnFile = workflows::write_bpmn;
    "read_bpmn": workflows::ReadBpmnRequest => workflows::BpmnImport = workflows::read_bpmn;
    "import_form": schemas::ImportFormRequest => schemas::ImportedForm = schemas::import;
    "export_form": schemas::ExportFormRequest => schemas::ExportedForm = schemas::export;
}

/// Reads the request, carries it out, writes the answer.
fn answer<S, Q: Shape, A: Serialize>(
    subject: &S,
    input: &Node,
    function: impl Fn(&S, Q) -> Result<A, Faults>,
) -> Answer {
    let mut faults = Faults::new();
    let request = Q::read(&Cursor::root(input, None), &mut faults);
    let answer = function(subject, faults.into_result(request)?).map_err(|mut faults| {
        faults.change(|fault| located(fault, &Cursor::root(input, None)));
        faults
    })?;
    Ok(canonical(&answer)?)
}

/// A name that stands for nothing, told where the request says it.
fn located(fault: Error, at: &Cursor<'_>) -> Error {
    fn spoken(at: &Cursor<'_>, name: &str) -> Option<Place> {
        match &at.node.value {
            Value::Text(text) => (&**text == name).then(|| at.place()),
            Value::Map(map) => map.iter().find_map(|(key, node)| spoken(&at.key(key, node), name)),
            Value::List(list) => list.iter().enumerate().find_map(|(index, node)| spoken(&at.index(index, node), name)),
            _ => None,
        }
    }
    let named = matches!(fault.code(), Code::UnknownReference | Code::NotInForce) && fault.place().pointer.is_none();
    let place = fault.value("name").filter(|_| named).and_then(|name| spoken(at, name));
    place.map_or_else(|| fault.clone(), |place| fault.clone().at(place))
}

impl Office {
    /// Carries out one operation: JSON text in, canonical JSON text out.
    ///
    /// # Errors
    /// [`Code::UnknownOperation`], faults of the input with their pointers, and what the operation itself refuses.
    pub fn call(&self, operation: &str, input: &str) -> Result<String, Faults> {
        self.call_node(operation, &parse(input)?)
    }

    fn call_node(&self, operation: &str, input: &Node) -> Answer {
        match TABLE.iter().find(|known| known.name == operation) {
            Some(known) => (known.run)(self, input),
            None => Err(unknown(operation, OPERATIONS)),
        }
    }
}

fn unknown(operation: &str, known: &[&str]) -> Faults {
    let fault = Error::new(Code::UnknownOperation).with("value", operation);
    fault.suggest(operation, known.iter().copied()).into()
}

/// The tree of a request.
fn parse(input: &str) -> Result<Node, Error> {
    match input.len() > MAX_BYTES {
        true => Err(Error::new(Code::TooLarge).with("what", "input").with("limit", MAX_BYTES)),
        false => parse_json(input.as_bytes()),
    }
}

/// Carries out a whole request in one go: `{op, rulebooks: {name: text, …}, staff?, input}`, the first rulebook being
/// the root. The answer is `{"answer": …}` or `{"errors": […]}`, canonical, in UTF-8.
///
/// ```
/// let request = br#"{"op": "inspect", "rulebooks": {"a.json": "{\"namro\": 1, \"id\": \"a\", \"title\": \"A\"}"}, "input": {}}"#;
/// let answer = String::from_utf8(namro::facade::call(request)).unwrap();
/// assert!(answer.starts_with(r#"{"answer":{"#), "{answer}");
/// ```
pub fn call(request: &[u8]) -> Vec<u8> {
    let outcome = parse_json(request).map_err(Faults::from).and_then(|node| {
        let request: requests::Call = crate::base::shape::read(&node)?;
        let texts: Vec<(&str, &str)> =
            request.rulebooks.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let office = Office::load(&texts)?;
        let office = request.staff.map_or_else(|| Ok(office.clone()), |staff| office.with_staff(&staff))?;
        office.call_node(&request.op, &request.input)
    });
    match outcome {
        Ok(answer) => format!("{{\"answer\":{answer}}}").into_bytes(),
        Err(faults) => {
            let errors = canonical(&faults).unwrap_or_else(|_| "[]".to_owned());
            format!("{{\"errors\":{errors}}}").into_bytes()
        }
    }
}
