//! The interface for every language: JSON text in, canonical JSON text out.
//!
//! A binding needs nothing else. Each operation is a request shape, an answer shape and a function; the table
//! [`OPERATIONS`] lists them all, and the shared test vectors run through it in every language.

mod checker;
mod requests;
mod slice;
#[cfg(test)]
mod tests;

pub use slice::{SLICE_OPERATIONS, VALIDATOR_OPERATIONS};

use crate::base::canon::canonical;
use crate::base::error::{Code, Error, Faults};
use crate::base::shape::{Cursor, Shape};
use crate::base::value::{Node, parse_json};
use crate::calendar::zone::ZoneTable;
use crate::case::Suggestion;
use crate::deadline::{LatestStart, Reminder};
use crate::document::{EdocReading, Handling, Registry, Retention};
use crate::dossier::{RuleTrace, Verdict};
use crate::letter::Letter;
use crate::office::{
    Agenda, AgendaRequest, Applied, ApplyRequest, BpmnFile, BpmnImport, CalendarFile, CalendarFileRequest,
    CheckRequest, DayAnswer, DayRequest, DescribeRequest, Description, Diff, DiffRequest, DocumentsRequest,
    DrawRequest, DueAnswer, DueRequest, EdxmlFile, Elapsed, ElapsedRequest, ExchangeRequest, Exchanged, FoldRequest,
    Folded, FormRequest, HandlingRequest, Judged, LatestStartRequest, LetterRequest, MayRequest, MergeRequest, Merged,
    NextNumber, NumberRequest, Office, Permission, Picture, ProcedureForm, ProfileRequest, ProveRequest, Proven,
    ReadBpmnRequest, ReadEdxmlRequest, ReadForm, ReadFormRequest, RemindersRequest, ReplayRequest, RetentionRequest,
    ScoreRequest, SimulateRequest, Simulated, SoundnessRequest, SuggestRequest, TraceRequest, Verified, VerifyRequest,
    WriteBpmnRequest, WriteEdxmlRequest, ZoneRequest,
};
use crate::replay::{Profile, Replay};
use crate::rulebook::{PublishRequest, Published, RestateRequest, Restated};
use crate::score::Scores;
use serde::Serialize;

/// The greatest length of a request, in bytes.
pub const MAX_BYTES: usize = 256 << 20;

type Answer = Result<String, Faults>;

/// An operation: its name and its function.
struct Operation {
    name: &'static str,
    run: fn(&Office, &Node) -> Answer,
}

macro_rules! operations {
    ($($name:literal: $request:ty => $answer:ty = $run:expr;)+) => {
        const TABLE: &[Operation] = &[$(Operation {
            name: $name,
            run: |office, input| {
                let run: fn(&Office, $request) -> Result<$answer, Faults> = $run;
                answer(input, |request| run(office, request))
            },
        }),+];

        /// The operations by name: the seven main operations first, then the tools.
        pub const OPERATIONS: &[&str] = &[$($name),+];

        /// Each operation by name, with its request and its answer as serde reads them.
        #[cfg(test)]
        const READERS: &[(&str, tests::Reader, tests::Reader)] =
            &[$(($name, tests::reader::<$request>, tests::reader::<$answer>)),+];

        /// All schemas of one generator, which numbers further schemas of the same name.
        #[cfg(all(test, feature = "schema"))]
        fn gather_schemas(generator: &mut schemars::SchemaGenerator) {
            generator.subschema_for::<crate::rulebook::RulebookSpec>();
            $(generator.subschema_for::<$request>();
            generator.subschema_for::<$answer>();)+
        }

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
    "check": CheckRequest => Verdict = |office, request| office.check(&request);
    "due": DueRequest => DueAnswer = |office, request| office.due(&request);
    "apply": ApplyRequest => Applied = |office, request| Ok(office.apply(request.case.as_ref(), &request.event).into());
    "agenda": AgendaRequest => Agenda = |office, request| Ok(office.agenda(&request.cases, &request.who, request.now.at));
    "replay": ReplayRequest => Replay = |office, request| request.answer(office);
    "profile": ProfileRequest => Profile = |office, request| request.answer(office);
    "merge": MergeRequest => Merged = Office::merge;
    "score": ScoreRequest => Scores = |office, request| request.answer(office);
    "prove": ProveRequest => Proven = |office, request| office.prove(&request);
    "verify": VerifyRequest => Verified = |office, request| Ok(office.verify(&request));
    "trace": TraceRequest => RuleTrace = |office, request| office.trace(&request);
    "latest_start": LatestStartRequest => LatestStart = |office, request| office.latest_start(&request);
    "describe": DescribeRequest => Description = |office, request| Ok(office.describe(&request));
    "publish": PublishRequest => Published = |office, request| office.rulebook().publish(&request.procedure, request.valid_from);
    "restate": RestateRequest => Restated = |office, request| Ok(office.rulebook().restate(&request));
    "diff": DiffRequest => Diff = |office, request| office.diff_texts(&request);
    "elapsed": ElapsedRequest => Elapsed = |office, request| office.elapsed(&request);
    "day": DayRequest => DayAnswer = |office, request| office.day(&request);
    "reminders": RemindersRequest => Vec<Reminder> = |office, request| office.reminders(&request);
    "calendar_file": CalendarFileRequest => CalendarFile = |office, request| office.calendar_file(&request);
    "zone": ZoneRequest => ZoneTable = |office, request| Ok(office.zone_table(request));
    "number": NumberRequest => NextNumber = |office, request| Ok(office.next_number(&request));
    "documents": DocumentsRequest => Registry = |office, request| Ok(office.documents(&request.documents));
    "handling": HandlingRequest => Vec<Handling> = |office, request| office.handling(&request);
    "exchange": ExchangeRequest => Exchanged = |office, request| office.exchange(&request);
    "read_edxml": ReadEdxmlRequest => EdocReading = |office, request| office.read_edxml(&request);
    "write_edxml": WriteEdxmlRequest => EdxmlFile = |office, request| office.write_edxml(&request);
    "letter": LetterRequest => Letter = |office, request| office.letter(&request);
    "retention": RetentionRequest => Retention = |office, request| office.retention(&request);
    "fold": FoldRequest => Folded = |office, request| Ok(office.fold(&request));
    "may": MayRequest => Permission = |office, request| office.may(&request);
    "suggest": SuggestRequest => Vec<Suggestion> = |office, request| Ok(office.suggest(&request));
    "soundness": SoundnessRequest => Judged = |office, request| office.soundness(&request);
    "draw": DrawRequest => Picture = |office, request| office.draw(&request);
    "simulate": SimulateRequest => Simulated = |office, request| office.simulate(&request);
    "write_bpmn": WriteBpmnRequest => BpmnFile = |office, request| office.write_bpmn(&request);
    "read_bpmn": ReadBpmnRequest => BpmnImport = |office, request| office.read_bpmn(&request);
    "form": FormRequest => ProcedureForm = |office, request| office.form(&request);
    "read_form": ReadFormRequest => ReadForm = |office, request| office.read_form(&request);
}

/// Reads the request, carries it out and writes the answer.
fn answer<Q: Shape, A: Serialize>(input: &Node, run: impl FnOnce(Q) -> Result<A, Faults>) -> Answer {
    Ok(canonical(&read(input, run)?)?)
}

/// Reads the request and carries it out. The operation knows which field is at fault; the line and column of that field
/// are known only here.
fn read<Q: Shape, A>(input: &Node, run: impl FnOnce(Q) -> Result<A, Faults>) -> Result<A, Faults> {
    let (root, mut faults) = (Cursor::root(input, None), Faults::new());
    let request = Q::read(&root, &mut faults);
    run(faults.into_result(request)?).map_err(|mut faults| {
        faults.change(|fault| {
            let pointer = fault.place().pointer.as_deref().filter(|_| fault.place().line.is_none());
            match pointer.and_then(|pointer| root.place_of(pointer)) {
                Some(place) => fault.at(place),
                None => fault,
            }
        });
        faults
    })
}

impl Office {
    /// Carries out one operation: JSON text in, canonical JSON text out.
    ///
    /// # Errors
    /// [`Code::UnknownOperation`], faults of the input with their pointers, and errors of the operation itself.
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

/// Parses a request into a tree.
fn parse(input: &str) -> Result<Node, Error> {
    match input.len() > MAX_BYTES {
        true => Err(Error::new(Code::TooLarge).with("what", "input").with("limit", MAX_BYTES)),
        false => parse_json(input.as_bytes()),
    }
}

/// Carries out a request that contains everything: `{op, rulebooks: {name: text, …}, staff?, input}`; the first
/// rulebook is the root. The answer is `{"answer": …}` or `{"errors": […]}`, canonical, in UTF-8.
///
/// ```
/// let request = br#"{"op": "describe", "rulebooks": {"a.json": "{\"namro\": 1, \"id\": \"a\", \"title\": \"A\"}"}, "input": {}}"#;
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
