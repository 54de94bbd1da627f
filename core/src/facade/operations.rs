//! The table of operations: request, answer and function of each.

use super::call::{Answer, answer};
#[cfg(test)]
use super::tests::{Reader, reader};
use crate::base::error::Faults;
use crate::base::value::Node;
use crate::calendar::zone::ZoneTable;
use crate::case::Suggestion;
use crate::deadline::{LatestStart, Reminder};
use crate::document::{EdocReading, Handling, Registry, Retention};
use crate::dossier::{FormDescription, RuleTrace, Verdict};
use crate::letter::Letter;
use crate::office::{
    Agenda, AgendaRequest, Applied, ApplyRequest, BpmnFile, BpmnImport, CalendarFile, CalendarFileRequest,
    CheckRequest, DayAnswer, DayRequest, DescribeRequest, Description, Diff, DiffRequest, DiscoverRequest,
    DocumentsRequest, DrawRequest, DueAnswer, DueRequest, EdxmlFile, Elapsed, ElapsedRequest, ExchangeRequest,
    Exchanged, FoldRequest, Folded, FormRequest, HandlingRequest, Indicators, IndicatorsRequest, Judged,
    LatestStartRequest, LetterRequest, MapRequest, MayRequest, MergeRequest, Merged, NextNumber, NumberRequest, Office,
    Permission, Picture, ProcedureForm, ProfileRequest, ProveRequest, Proven, ReadBpmnRequest, ReadEdxmlRequest,
    ReadForm, ReadFormRequest, RemindersRequest, ReplayRequest, RetentionRequest, ScoreRequest, SealRequest, Sealed,
    SharesRequest, SimulateRequest, Simulated, SoundnessRequest, SuggestRequest, TableRequest, TraceRequest, Verified,
    VerifyRequest, WriteBpmnRequest, WriteEdxmlRequest, ZoneRequest,
};
use crate::replay::{ProcessMap, Profile, Proposal, Replay, Table};
use crate::rulebook::{PublishRequest, Published, RestateRequest, Restated};
use crate::score::Scores;

/// An operation: its name and its function.
pub(super) struct Operation {
    pub(super) name: &'static str,
    pub(super) run: fn(&Office, &Node) -> Answer,
}

macro_rules! operations {
    (RUNNING $running:tt LOGS $logs:tt) => {
        /// What a running office answers.
        pub(super) const RUNNING: &[Operation] = table!($running);
        /// What is asked of whole logs. Apart from the others, so that a browser need not load it.
        pub(super) const LOGS: &[Operation] = table!($logs);

        /// The operations by name: those of a running office, then those over logs.
        pub const OPERATIONS: &[&str] = &names!($running $logs);
        /// The operations over logs by name.
        pub const LOG_OPERATIONS: &[&str] = &names!($logs {});

        each!($running $logs);
    };
}

/// The table of some operations.
macro_rules! table {
    ({$($name:literal: $request:ty => $answer:ty = $run:expr;)+}) => {
        &[$(Operation {
            name: $name,
            run: |office, input| {
                let run: fn(&Office, $request) -> Result<$answer, Faults> = $run;
                answer(input, |request| run(office, request))
            },
        }),+]
    };
}

/// Their names.
macro_rules! names {
    ({$($name:literal: $request:ty => $answer:ty = $run:expr;)*} {$($other:literal: $r:ty => $a:ty = $o:expr;)*}) => {
        [$($name,)* $($other),*]
    };
}

/// What is made of the shapes of all operations.
macro_rules! each {
    ({$($name:literal: $request:ty => $answer:ty = $run:expr;)+} {$($log:literal: $asked:ty => $told:ty = $o:expr;)+}) => {
        each! { @ $($name: $request => $answer;)+ $($log: $asked => $told;)+ }
    };
    (@ $($name:literal: $request:ty => $answer:ty;)+) => {
        /// Each operation by name, with its request and its answer as serde reads them.
        #[cfg(test)]
        pub(super) const READERS: &[(&str, Reader, Reader)] =
            &[$(($name, reader::<$request>, reader::<$answer>)),+];

        /// All schemas of one generator, which numbers further schemas of the same name.
        #[cfg(all(test, feature = "schema"))]
        pub(super) fn gather_schemas(generator: &mut schemars::SchemaGenerator) {
            generator.subschema_for::<crate::rulebook::RulebookSpec>();
            generator.subschema_for::<crate::office::FormEdit>();
            generator.subschema_for::<crate::office::FormChange>();
            $(generator.subschema_for::<$request>();
            generator.subschema_for::<$answer>();)+
        }

        /// JSON Schema of each request and of each answer, by file name.
        #[cfg(feature = "schema")]
        pub fn schemas() -> Vec<(String, schemars::Schema)> {
            vec![
                ("rulebook.json".to_owned(), crate::rulebook::editor_schema()),
                ("staff.json".to_owned(), schemars::schema_for!(crate::people::StaffSpec)),
                ("event_data.json".to_owned(), schemars::schema_for!(crate::case::EventData)),
                ("form_edit.json".to_owned(), schemars::schema_for!(crate::office::FormEdit)),
                ("form_change.json".to_owned(), schemars::schema_for!(crate::office::FormChange)),
                $(
                    (concat!($name, ".request.json").to_owned(), schemars::schema_for!($request)),
                    (concat!($name, ".answer.json").to_owned(), schemars::schema_for!($answer)),
                )+
            ]
        }
    };
}

operations! {
    RUNNING {
        "check": CheckRequest => Verdict = |office, request| office.check(&request);
        "due": DueRequest => DueAnswer = |office, request| office.due(&request);
        "apply": ApplyRequest => Applied = |office, request| Ok(office.apply(request.case.as_ref(), &request.event).into());
        "agenda": AgendaRequest => Agenda = |office, request| Ok(office.agenda(&request.cases, &request.who, request.now.at));
        "seal": SealRequest => Sealed = |office, request| office.seal(&request);
        "prove": ProveRequest => Proven = |office, request| office.prove(&request);
        "verify": VerifyRequest => Verified = |office, request| office.verify(&request);
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
        "form": FormRequest => FormDescription = |office, request| office.form(&request);
        "form_schema": FormRequest => ProcedureForm = |office, request| office.form_schema(&request);
        "read_form": ReadFormRequest => ReadForm = |office, request| office.read_form(&request);
    }
    LOGS {
        "replay": ReplayRequest => Replay = |office, request| request.answer(office);
        "profile": ProfileRequest => Profile = |office, request| request.answer(office);
        "merge": MergeRequest => Merged = Office::merge;
        "table": TableRequest => Table = |office, request| request.answer(office);
        "shares": SharesRequest => Table = |office, request| request.answer(office);
        "map": MapRequest => ProcessMap = |office, request| request.answer(office);
        "discover": DiscoverRequest => Proposal = |office, request| request.answer(office);
        "indicators": IndicatorsRequest => Indicators = |office, request| request.answer(office);
        "score": ScoreRequest => Scores = |office, request| request.answer(office);
    }
}
