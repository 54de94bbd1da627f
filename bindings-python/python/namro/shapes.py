"""Requests and answers as typed dictionaries.

Written by `cargo run -p xtask -- shapes` from core/schema.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Protocol, TypeAlias, TypedDict, Union


class Frame(Protocol):
    """A table of any library that speaks Arrow."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...


class Actor(TypedDict, total=False):
    """Who or what acted."""

    id: Union[OfficerId, None]
    """Its identifier."""

    kind: ActorKind
    """What it is; only a person earns or loses points."""


class Agenda(TypedDict):
    """What is on the desk."""

    items: list[WorkItem]
    """The work, what is due first at the top."""

    next_wake_up: Union[Stamp, None]
    """When a colour next changes by itself: the instant to look again."""


class _AgendaRequest(TypedDict):
    """Asks what is on whose desk."""

    now: StampGiven
    """As of when."""


class AgendaRequest(_AgendaRequest, total=False):
    """Asks what is on whose desk."""

    cases: Sequence[Union[CaseGiven, Case]]
    """The cases."""

    who: Who
    """Whose agenda."""


class Applicant(TypedDict, total=False):
    """Who filed, as the desk wrote it down; what is left out is looked for in the dossier's form."""

    address: Union[str, None]
    """Address."""

    email: Union[str, None]
    """E-mail."""

    name: Union[str, None]
    """Name of the person or organisation."""

    phone: Union[str, None]
    """Telephone."""


class Applied(TypedDict):
    """Allowed, or refused: one of the two is there."""

    case: Union[Case, None]
    """The case after the event."""

    refusal: Union[Refusal, None]
    """Why it may not happen; the case stays as it was."""


class _ApplyRequest(TypedDict):
    """Asks whether an event may happen, and what becomes of the case."""

    event: Event
    """What is to happen."""


class ApplyRequest(_ApplyRequest, total=False):
    """Asks whether an event may happen, and what becomes of the case."""

    case: Union[Union[CaseGiven, Case], None]
    """The case so far; none for its first event."""


class _Arrival(TypedDict):
    """Something that comes in."""

    at: StampGiven
    """When it comes in."""

    case_id: CaseId
    """Its name, to point at it."""

    data: Value
    """What the workflow routes by."""


class Arrival(_Arrival, total=False):
    """Something that comes in."""

    unit: Union[UnitId, None]
    """The unit that it comes to."""


class AssumeSound(TypedDict):
    """Leave to use a workflow whose soundness is not decided."""

    reason: str
    """Why it is taken to be sound."""


class Attachment(TypedDict):
    """A file that goes with a message."""

    content: Union[str, None]
    """Its content in Base64, as it came."""

    content_id: Union[str, None]
    """Its identifier within the message."""

    description: Union[str, None]
    """What it is."""

    media_type: Union[str, None]
    """Its media type."""

    name: Union[str, None]
    """Its name."""


class AttachmentGiven(TypedDict, total=False):
    """A file that goes with a message."""

    content: Union[str, None]
    """Its content in Base64, as it came."""

    content_id: Union[str, None]
    """Its identifier within the message."""

    description: Union[str, None]
    """What it is."""

    media_type: Union[str, None]
    """Its media type."""

    name: Union[str, None]
    """Its name."""


class Because(TypedDict):
    """One step of the way to a due."""

    after: Union[When, None]
    """To where."""

    before: Union[When, None]
    """From where."""

    code: BecauseCode
    """What kind of step."""

    source: Union[Source, None]
    """Its legal basis."""

    text: Text
    """The step in words."""


class _BecauseGiven(TypedDict):
    """One step of the way to a due."""

    code: BecauseCode
    """What kind of step."""

    text: Text
    """The step in words."""


class BecauseGiven(_BecauseGiven, total=False):
    """One step of the way to a due."""

    after: Union[WhenGiven, None]
    """To where."""

    before: Union[WhenGiven, None]
    """From where."""

    source: Union[Union[SourceGiven, Source], None]
    """Its legal basis."""


class BpmnFile(TypedDict):
    """A file as text."""

    xml: str
    """The file."""


class BpmnImport(TypedDict):
    """What a BPMN file holds."""

    remarks: list[BpmnRemark]
    """What was left out or replaced, each with its element and line."""

    workflows: dict[str, WorkflowSpec]
    """Its processes, as a rulebook would write them."""


class BpmnRemark(TypedDict):
    """Something of a BPMN file that a workflow cannot mean."""

    code: Code
    """What became of it."""

    line: Union[int, None]
    """The line of the file."""

    text: Text
    """The same in words, naming the element."""


class Business(TypedDict):
    """What the message does with its document."""

    document_id: Union[str, None]
    """The document that it is about."""

    kind: Union[BusinessKind, None]
    """New, recall, update, replace."""

    paper: Union[int, None]
    """Whether paper goes too: 1."""

    reason: Union[str, None]
    """Why."""

    replacements: list[Replacement]
    """What it replaces."""

    staff: Union[StaffInfo, None]
    """Who did it."""


class BusinessGiven(TypedDict, total=False):
    """What the message does with its document."""

    document_id: Union[str, None]
    """The document that it is about."""

    kind: Union[BusinessKind, None]
    """New, recall, update, replace."""

    paper: Union[int, None]
    """Whether paper goes too: 1."""

    reason: Union[str, None]
    """Why."""

    replacements: Sequence[Union[ReplacementGiven, Replacement]]
    """What it replaces."""

    staff: Union[Union[StaffInfoGiven, StaffInfo], None]
    """Who did it."""


class ByData(TypedDict):
    """A component that a database made unnecessary."""

    component: ComponentId
    """The component."""

    register: str
    """The database."""


class CalendarFile(TypedDict):
    """A file, as text."""

    media_type: str
    """The type under which it is served."""

    text: str
    """Its content: UTF-8, lines ended by CR LF."""


class _CalendarFileRequest(TypedDict):
    """Asks for dues and reminders as an iCalendar file (RFC 5545)."""

    made_at: StampGiven
    """When the file is made: an argument, so that the same request gives the same bytes."""


class CalendarFileRequest(_CalendarFileRequest, total=False):
    """Asks for dues and reminders as an iCalendar file (RFC 5545)."""

    cases: Sequence[Union[CaseGiven, Case]]
    """Cases, as for `reminders`."""

    dues: DueEntry
    """As what dues stand in it."""

    items: Sequence[RemindedItem]
    """Items, each with what makes it due."""

    language: Language
    """The language of its words."""

    name: Union[str, None]
    """What it is called."""

    plan: Union[ReminderPlan, None]
    """When to remind whom; without it, dues alone."""

    since: Union[StampGiven, None]
    """Reminders since when; without it, since ever."""

    until: Union[StampGiven, None]
    """Reminders until when, exclusive; without it, for ever."""


class CapEffect(TypedDict):
    """What a cap did."""

    allowed: int
    """How many may have it."""

    band: str
    """The band that is capped."""

    base: int
    """How many count as the base."""

    candidates: int
    """How many of the group had the points for it."""

    kept: bool
    """Whether this officer has it."""

    place: int
    """The place of this officer among the candidates, from 1; equals share a place."""

    text: Text
    """In words."""


class Card(TypedDict):
    """What an officer earned in a period (*phiếu điểm*)."""

    cap: Union[CapEffect, None]
    """What a cap did to it."""

    components: list[ComponentScore]
    """What was assessed."""

    coverage: Rational
    """The share of the policy's maximum that was assessed."""

    gains: list[Gain]
    """Points that somebody gave."""

    group: str
    """The group within which the officer is rated."""

    items: int
    """Items that the period owns, those moved away or stopped left out."""

    losses: list[Loss]
    """Every point lost."""

    maximum: Points
    """What could be reached of what was assessed."""

    not_supplied: list[NotSupplied]
    """What could not be assessed."""

    officer: OfficerId
    """The officer."""

    period: Period
    """The period."""

    points: Union[Points, None]
    """What was reached of what was assessed; none when nothing was, or when the sum cannot be held exactly."""

    policy: PolicyRef
    """The policy."""

    rating: Union[Rating, None]
    """The rating."""

    ratios: list[Ratio]
    """Shares, and how sure they are."""

    result_hash: Union[Hash, None]
    """Hash of all the rest."""

    semantics: int
    """Grows when an outcome changes."""

    unit: Union[UnitId, None]
    """The unit of most of the items."""


class Case(TypedDict):
    """A case (*vụ việc*)."""

    accepted: Union[Stamp, None]
    """When it was accepted as complete."""

    case_id: CaseId
    """Its identifier."""

    channel: Union[str, None]
    """Desk, online, post."""

    clock: CaseClock
    """Its clock."""

    data: Value
    """What its events brought, by which the workflow routes."""

    delivered: Union[Stamp, None]
    """When the result was given to the citizen."""

    done: list[DoneStep]
    """The steps that were done."""

    events: list[SeenEvent]
    """The events that it holds."""

    finished: Union[Stamp, None]
    """When the result was handed over."""

    holders: list[Holder]
    """Who has to do with its open steps."""

    last_at: Stamp
    """When the last event happened."""

    office: Union[OfficeId, None]
    """The office, where several share a store."""

    office_hash: Union[str, None]
    """Hash of the rulebook that judged the last event."""

    open_steps: list[OpenStep]
    """The steps that may be done now."""

    received: Union[Stamp, None]
    """When it came in."""

    secrecy: Secrecy
    """How secret it is."""

    seq: int
    """How many events it holds; the next one carries one more."""

    state: CaseState
    """Where it stands."""

    stopped: Union[Stamp, None]
    """When it ended without a result."""

    supplements: int
    """How often a supplement was asked for."""

    tokens: list[Token]
    """Where its tokens lie."""

    unit: Union[UnitId, None]
    """The unit that it is with."""

    versions: CaseVersions
    """Which rules it goes by."""


class CaseClock(TypedDict):
    """The clock of a case (*đồng hồ*)."""

    acts: list[ClockAct]
    """What was done to it."""

    due: Union[Due, None]
    """When the case is due; none before acceptance, or without a limit."""

    given: Union[Stamp, None]
    """A due that a leader set, where no procedure does (*hạn theo bút phê*)."""

    take_up: Union[Due, None]
    """Until when it is said whether the matter is taken up; it stays as it stood when that was said."""


class CaseClockGiven(TypedDict, total=False):
    """The clock of a case (*đồng hồ*)."""

    acts: Sequence[Union[ClockActGiven, ClockAct]]
    """What was done to it."""

    due: Union[Union[DueGiven, Due], None]
    """When the case is due; none before acceptance, or without a limit."""

    given: Union[StampGiven, None]
    """A due that a leader set, where no procedure does (*hạn theo bút phê*)."""

    take_up: Union[Union[DueGiven, Due], None]
    """Until when it is said whether the matter is taken up; it stays as it stood when that was said."""


class _CaseGiven(TypedDict):
    """A case (*vụ việc*)."""

    case_id: CaseId
    """Its identifier."""

    clock: Union[CaseClockGiven, CaseClock]
    """Its clock."""

    last_at: StampGiven
    """When the last event happened."""

    seq: int
    """How many events it holds; the next one carries one more."""

    state: CaseState
    """Where it stands."""

    versions: Union[CaseVersionsGiven, CaseVersions]
    """Which rules it goes by."""


class CaseGiven(_CaseGiven, total=False):
    """A case (*vụ việc*)."""

    accepted: Union[StampGiven, None]
    """When it was accepted as complete."""

    channel: Union[str, None]
    """Desk, online, post."""

    data: Value
    """What its events brought, by which the workflow routes."""

    delivered: Union[StampGiven, None]
    """When the result was given to the citizen."""

    done: Sequence[Union[DoneStepGiven, DoneStep]]
    """The steps that were done."""

    events: Sequence[SeenEvent]
    """The events that it holds."""

    finished: Union[StampGiven, None]
    """When the result was handed over."""

    holders: Sequence[Union[HolderGiven, Holder]]
    """Who has to do with its open steps."""

    office: Union[OfficeId, None]
    """The office, where several share a store."""

    office_hash: Union[str, None]
    """Hash of the rulebook that judged the last event."""

    open_steps: Sequence[Union[OpenStepGiven, OpenStep]]
    """The steps that may be done now."""

    received: Union[StampGiven, None]
    """When it came in."""

    secrecy: Secrecy
    """How secret it is."""

    stopped: Union[StampGiven, None]
    """When it ended without a result."""

    supplements: int
    """How often a supplement was asked for."""

    tokens: Sequence[Union[TokenGiven, Token]]
    """Where its tokens lie."""

    unit: Union[UnitId, None]
    """The unit that it is with."""


class _CaseRow(TypedDict):
    """The header of a case, as registers and exports keep it. A day alone is an interval and not its midnight."""

    case_id: CaseId
    """The case."""


class CaseRow(_CaseRow, total=False):
    """The header of a case, as registers and exports keep it. A day alone is an interval and not its midnight."""

    accepted: Union[WhenGiven, None]
    """Accepted as complete."""

    channel: Union[str, None]
    """Desk, online, post."""

    due_original: Union[WhenGiven, None]
    """The due that was promised first."""

    due_recorded: Union[WhenGiven, None]
    """The due that the exporting system shows now."""

    finished: Union[WhenGiven, None]
    """The result was handed over."""

    office: Union[OfficeId, None]
    """The office, where several share a log."""

    procedure: Union[ProcedureId, None]
    """The procedure, or the kind of document."""

    received: Union[WhenGiven, None]
    """Arrived."""

    responsible: Union[OfficerId, None]
    """Who answers for it."""

    returned: Union[WhenGiven, None]
    """The result was given to the citizen."""

    status: Union[str, None]
    """Status, in the words of the exporting system."""

    stopped: Union[WhenGiven, None]
    """Stopped without a result."""

    submitted: Union[WhenGiven, None]
    """Sent by the citizen."""

    unit: Union[UnitId, None]
    """The unit that solves it."""


class CaseVersions(TypedDict):
    """Which rules a case goes by."""

    anchored_on: Union[Date, None]
    """The day whose versions hold: that of acceptance, until then that of receipt."""

    procedure: Union[ProcedureId, None]
    """The procedure, or the kind of document."""

    workflow: Union[WorkflowId, None]
    """The workflow."""


class CaseVersionsGiven(TypedDict, total=False):
    """Which rules a case goes by."""

    anchored_on: Union[DateGiven, None]
    """The day whose versions hold: that of acceptance, until then that of receipt."""

    procedure: Union[ProcedureId, None]
    """The procedure, or the kind of document."""

    workflow: Union[WorkflowId, None]
    """The workflow."""


class Change(TypedDict):
    """One change."""

    after: Union[Value, None]
    """What is said now."""

    before: Union[Value, None]
    """What was said before."""

    entry: Union[str, None]
    """The entry of the section, such as `2.001199`."""

    kind: ChangeKind
    """What became of it."""

    open_cases: list[CaseId]
    """The open cases that it touches."""

    path: str
    """JSON pointer into the canonical rulebook; items of lists by their names, versions by their first day."""

    section: str
    """The section: `procedures`, `calendars`, `workflows` …"""

    text: Text
    """The same in words."""

    valid_from: Union[Date, None]
    """The first day on which it matters, where it names one."""

    valid_to: Union[Date, None]
    """The last day on which it matters."""


class Charge(TypedDict):
    """Seconds of lateness that one officer is charged with."""

    officer: OfficerId
    """The officer."""

    working_seconds: Seconds
    """Working seconds."""


class _CheckRequest(TypedDict):
    """Asks whether a dossier is complete, or a document in order: one of the two is given."""

    at: StampGiven
    """As of when: for an open dossier now, for a filed one its acceptance. The version of the procedure is that of this day."""


class CheckRequest(_CheckRequest, total=False):
    """Asks whether a dossier is complete, or a document in order: one of the two is given."""

    document: Union[Document, None]
    """The document instead."""

    dossier: Union[Dossier, None]
    """The dossier."""

    stage: Stage
    """For which stage of a dossier."""

    unit: Union[UnitId, None]
    """The calendar of a unit, where rules count working days."""


class ClockAct(TypedDict):
    """An act on a clock."""

    at: Stamp
    """From when."""

    by: Union[Limit, None]
    """For an extension: by how much."""

    clock: Union[str, None]
    """Which of several clocks of a case; without a name, all of them."""

    event_id: Union[EventId, None]
    """The event that says so."""

    kind: ClockActKind
    """What it does."""

    reason: Union[str, None]
    """Why the clock stands: suspensions for different reasons overlap, and each ends on its own. A resume without a reason ends them all."""

    recorded_at: Union[Stamp, None]
    """When it was entered; later than `at` for a retroactive one. Without it, at once."""

    source: Union[Source, None]
    """Where it stands."""

    until: Union[When, None]
    """For an extension or a new date: until when; a day means its end."""


class _ClockActGiven(TypedDict):
    """An act on a clock."""

    at: StampGiven
    """From when."""

    kind: ClockActKind
    """What it does."""


class ClockActGiven(_ClockActGiven, total=False):
    """An act on a clock."""

    by: Union[Limit, None]
    """For an extension: by how much."""

    clock: Union[str, None]
    """Which of several clocks of a case; without a name, all of them."""

    event_id: Union[EventId, None]
    """The event that says so."""

    reason: Union[str, None]
    """Why the clock stands: suspensions for different reasons overlap, and each ends on its own. A resume without a reason ends them all."""

    recorded_at: Union[StampGiven, None]
    """When it was entered; later than `at` for a retroactive one. Without it, at once."""

    source: Union[Union[SourceGiven, Source], None]
    """Where it stands."""

    until: Union[WhenGiven, None]
    """For an extension or a new date: until when; a day means its end."""


class ComponentScore(TypedDict):
    """One component of a card."""

    id: str
    """Its identifier."""

    items: int
    """Over so many items; none where somebody gave the points."""

    left_out: int
    """So many items of the period were left out: not due yet, no due, or nothing that says who was late."""

    points: Points
    """What it gave."""

    title: Text
    """What it is."""

    weight: Rational
    """What it could give."""


class Count(TypedDict):
    """A plain count, with its definition."""

    count: int
    """How many."""

    id: str
    """Its name, such as `handovers`."""

    text: Text
    """How it is counted."""


class DayAnswer(TypedDict):
    """What a day is, by both calendars."""

    date: Date
    """The day."""

    lunar: Union[LunarDate, None]
    """The same day of the lunar calendar; nothing outside the lunar years 1900 to 2199."""

    provisional: bool
    """Whether the notice for its year is not known, so that a swap may still change it (*tạm tính*)."""

    reasons: list[DayReason]
    """Why it is off, or why it works although it would be off; nothing for an ordinary working day."""

    shifts: list[Shift]
    """Its shifts, in order."""

    working: bool
    """Whether it has any shift (*ngày làm việc*)."""


class DayReason(TypedDict):
    """Why a day is what it is."""

    code: DayReasonCode
    """What kind of reason."""

    source: Union[Source, None]
    """The legal basis or the notice."""

    text: Text
    """In words."""


class DayRequest(TypedDict, total=False):
    """Asks what a day is."""

    calendar: Union[CalendarId, None]
    """A calendar by name."""

    date: Union[DateGiven, None]
    """The day."""

    known_at: Union[StampGiven, None]
    """The calendar as it was known then."""

    lunar: Union[Union[LunarDateGiven, LunarDate], None]
    """The day by the Vietnamese lunar calendar instead (*âm lịch*)."""

    unit: Union[UnitId, None]
    """The calendar of a unit."""


class Denial(TypedDict):
    """No: what is missing, and who has it."""

    held_by: list[OfficerId]
    """Who has it on that day, those present first."""

    lack: Lack
    """Why the officer does not have it."""

    missing: Right
    """The right that is missing."""

    since: Union[Date, None]
    """Since when the first of them has had it, where that is known."""

    text: Text
    """The same in words."""


class DescribeRequest(TypedDict, total=False):
    """Asks what an office holds (*mô tả bộ quy tắc*)."""

    end: Union[DateGiven, None]
    """Its last day."""

    start: Union[DateGiven, None]
    """First day of the period whose staffing is looked at; without one, it is not."""


class Description(TypedDict):
    """What an office holds."""

    calendars: list[str]
    """Calendars, by identifier."""

    hash: Hash
    """Hash of the canonical content of all its texts."""

    id: OfficeId
    """Identifier of the root rulebook."""

    idle: list[str]
    """Pointers to keywords of forms that never come to bear."""

    mappings: list[str]
    """Mappings."""

    officers: int
    """How many people the staff table has."""

    policies: list[str]
    """Policies."""

    positions: list[str]
    """Positions."""

    procedures: list[str]
    """Procedures."""

    semantics: int
    """The number that grows when an outcome changes."""

    staff_hash: Union[Hash, None]
    """Hash of the staff laid over, if any is."""

    staffing: list[StaffingGap]
    """Steps that nobody could do on some days of the period asked about."""

    title: Text
    """Its title."""

    units: list[str]
    """Units."""

    unsourced: list[str]
    """Rules of procedures that name no legal basis, as JSON pointers into the rulebook (*quy tắc chưa ghi căn cứ*)."""

    workflows: list[str]
    """Workflows."""


class Deviation(TypedDict):
    """Where a message departs from the regulation."""

    kind: DeviationKind
    """How."""

    line: Union[int, None]
    """The line of the text."""

    path: str
    """The way to the element: `MessageHeader/Code/CodeNumber`."""

    text: Text
    """The same in words."""


class Diff(TypedDict):
    """What changed."""

    cases: list[TouchedCase]
    """The open cases that some change touches."""

    changes: list[Change]
    """The changes, in the order of the canonical rulebook."""

    same: bool
    """Whether both mean the same."""


class DiffRequest(TypedDict, total=False):
    """Asks what a newer rulebook changes."""

    cases: Sequence[Union[CaseGiven, Case]]
    """Cases, of which the open ones that are touched are told."""

    rulebooks: Mapping[str, str]
    """Texts of the newer rulebook by name; the first is the root."""


class Difference(TypedDict):
    """One run less the first."""

    hand_overs: int
    """Hand-overs."""

    steps: int
    """Steps done."""

    through_working_seconds: Seconds
    """Working seconds from arrival to end."""

    workflow: WorkflowId
    """The workflow."""

    working_seconds: Seconds
    """Working seconds of all steps."""


class _Document(TypedDict):
    """A document (*văn bản*)."""

    direction: Direction
    """Whither it goes."""

    issued: DateGiven
    """The day of the document."""

    organ: str
    """The agency that issued it, by code or name."""

    symbol: str
    """Number and symbol as written, such as `01/CT-UBND`."""


class Document(_Document, total=False):
    """A document (*văn bản*)."""

    done: Mapping[str, StampGiven]
    """What was done with it, and when."""

    due: Union[StampGiven, None]
    """When it has to be settled, where a leader said so (*hạn theo bút phê*)."""

    kind: Union[Kind, None]
    """The kind, where it is registered apart from the symbol."""

    number: Union[int, None]
    """Its number there, where it is not that of the symbol (*số đến*)."""

    receivers: Sequence[str]
    """Whom it is for."""

    register: Union[RegisterId, None]
    """The register in which it stands."""

    relations: Sequence[Relation]
    """What it does to other documents."""

    secrecy: Secrecy
    """How secret it is."""

    signature: Sequence[str]
    """The lines of the signature block, above the name."""

    signed_by: Union[OfficerId, None]
    """Which officer of this office signed; what he may sign follows from the staff."""

    signer: Union[Signer, None]
    """Who signed, as far as the prefix hangs on it, where the staff is not at hand."""

    subject: Union[str, None]
    """What it is about (*trích yếu*)."""

    unit: Union[UnitId, None]
    """The unit of this office in whose name it is signed; the office itself, where nothing is said."""

    urgency: Urgency
    """How urgent it is."""

    wants_answer: bool
    """Whether an answer is expected."""


class DocumentState(TypedDict):
    """What became of one document of a list."""

    answered_by: list[int]
    """The documents that answer it (*văn bản trả lời*)."""

    awaits_answer: bool
    """Whether an answer is expected and none is there."""

    by: list[int]
    """The documents that made it so, and those that correct it, by their places in the list."""

    standing: DocumentStanding
    """What became of it."""


class DocumentsRequest(TypedDict, total=False):
    """Asks what a list of documents says as a whole."""

    documents: Sequence[Document]
    """The documents."""


class DoneStep(TypedDict):
    """A step that was done, and by whom: four eyes look at this."""

    at: Stamp
    """When."""

    led_to: list[StepId]
    """Where it led."""

    officer: Union[OfficerId, None]
    """Who did it; none for a program or the citizen."""

    outcome: Union[str, None]
    """Its outcome."""

    principal: Union[OfficerId, None]
    """In whose right, when a substitute did it."""

    step: StepId
    """The step."""

    undone: bool
    """Whether it was taken back later."""


class _DoneStepGiven(TypedDict):
    """A step that was done, and by whom: four eyes look at this."""

    at: StampGiven
    """When."""

    step: StepId
    """The step."""


class DoneStepGiven(_DoneStepGiven, total=False):
    """A step that was done, and by whom: four eyes look at this."""

    led_to: Sequence[StepId]
    """Where it led."""

    officer: Union[OfficerId, None]
    """Who did it; none for a program or the citizen."""

    outcome: Union[str, None]
    """Its outcome."""

    principal: Union[OfficerId, None]
    """In whose right, when a substitute did it."""

    undone: bool
    """Whether it was taken back later."""


class _Dossier(TypedDict):
    """A dossier (*hồ sơ*)."""

    procedure: ProcedureId
    """For which procedure."""


class Dossier(_Dossier, total=False):
    """A dossier (*hồ sơ*)."""

    channel: Union[str, None]
    """By which channel: `desk`, `online`, `post`."""

    components: Sequence[Submitted]
    """The papers."""

    data: Mapping[str, DataAnswer]
    """What the databases said that were asked, by their names."""

    form: Value
    """The form as filled in."""

    submitted: Union[StampGiven, None]
    """When it was handed in; rules read the day in the offset in which it stands here, which [`Dossier::seen_in`] makes that of the office."""


class _DrawRequest(TypedDict):
    """Asks for the picture of a workflow."""

    workflow: WorkflowId
    """The workflow."""


class DrawRequest(_DrawRequest, total=False):
    """Asks for the picture of a workflow."""

    cases: Sequence[Union[CaseGiven, Case]]
    """Cases to paint on it: of one, where it stands and with whom; of several, how often each step was done."""

    format: PictureFormat
    """In which form."""

    language: Language
    """The language of its words."""

    on: Union[DateGiven, None]
    """The day whose version is meant; without one, the last."""


class Due(TypedDict):
    """When something is due (*hạn*), and why."""

    because: list[Because]
    """How it came about, step by step."""

    bound: Bound
    """Whether that instant is still in time."""

    committed: Union[End, None]
    """Where the promised limit ends."""

    due: Stamp
    """The due instant: that of the committed limit, else of the statutory one."""

    early_before: Union[Stamp, None]
    """Finished before this is early; nothing for hours, where only a policy's margin says so."""

    last_day: Date
    """The last day."""

    legal_end: Stamp
    """24:00 of the last day, exclusive; for hours, the due."""

    office_end: Stamp
    """The close of the last day's last shift, inclusive; for hours, the due."""

    provisional: bool
    """Whether it rests on days that no notice has fixed yet."""

    reappointed: Union[Stamp, None]
    """The date promised beside the first, which still judges."""

    start: Stamp
    """From when counting began: acceptance, moved by the channel, or the restart."""

    statutory: Union[End, None]
    """Where the limit by law ends."""

    stopped: Union[Stamp, None]
    """When it ended without a result."""

    suspended: list[Span]
    """When the clock stood."""

    text: Text
    """The due as it is shown: `17:30 thứ Bảy, ngày 10/01/2026`."""

    yellow_from: Union[Stamp, None]
    """From when it is yellow, if it ever is."""


class DueAnswer(TypedDict):
    """A due, its colour where an instant was given, and how it finished."""

    because: list[Because]
    """How it came about, step by step."""

    bound: Bound
    """Whether that instant is still in time."""

    colour: Union[Colour, None]
    """Its colour as of `now`."""

    committed: Union[End, None]
    """Where the promised limit ends."""

    due: Stamp
    """The due instant: that of the committed limit, else of the statutory one."""

    early_before: Union[Stamp, None]
    """Finished before this is early; nothing for hours, where only a policy's margin says so."""

    last_day: Date
    """The last day."""

    late_committed: Union[bool, None]
    """Whether it finished after the promised limit; likewise."""

    late_statutory: Union[bool, None]
    """Whether it finished after the limit by law; nothing where there is none or nobody can say."""

    legal_end: Stamp
    """24:00 of the last day, exclusive; for hours, the due."""

    next_change: Union[Stamp, None]
    """The first whole second at which the colour differs."""

    office_end: Stamp
    """The close of the last day's last shift, inclusive; for hours, the due."""

    outcome: Union[Outcome, None]
    """How it finished; undetermined where the due lies within a day of which the time is not known."""

    provisional: bool
    """Whether it rests on days that no notice has fixed yet."""

    reappointed: Union[Stamp, None]
    """The date promised beside the first, which still judges."""

    start: Stamp
    """From when counting began: acceptance, moved by the channel, or the restart."""

    statutory: Union[End, None]
    """Where the limit by law ends."""

    stopped: Union[Stamp, None]
    """When it ended without a result."""

    suspended: list[Span]
    """When the clock stood."""

    text: Text
    """The due as it is shown: `17:30 thứ Bảy, ngày 10/01/2026`."""

    yellow_from: Union[Stamp, None]
    """From when it is yellow, if it ever is."""


class _DueGiven(TypedDict):
    """When something is due (*hạn*), and why."""

    bound: Bound
    """Whether that instant is still in time."""

    due: StampGiven
    """The due instant: that of the committed limit, else of the statutory one."""

    last_day: DateGiven
    """The last day."""

    legal_end: StampGiven
    """24:00 of the last day, exclusive; for hours, the due."""

    office_end: StampGiven
    """The close of the last day's last shift, inclusive; for hours, the due."""

    start: StampGiven
    """From when counting began: acceptance, moved by the channel, or the restart."""

    text: Text
    """The due as it is shown: `17:30 thứ Bảy, ngày 10/01/2026`."""


class DueGiven(_DueGiven, total=False):
    """When something is due (*hạn*), and why."""

    because: Sequence[Union[BecauseGiven, Because]]
    """How it came about, step by step."""

    committed: Union[Union[EndGiven, End], None]
    """Where the promised limit ends."""

    early_before: Union[StampGiven, None]
    """Finished before this is early; nothing for hours, where only a policy's margin says so."""

    provisional: bool
    """Whether it rests on days that no notice has fixed yet."""

    reappointed: Union[StampGiven, None]
    """The date promised beside the first, which still judges."""

    statutory: Union[Union[EndGiven, End], None]
    """Where the limit by law ends."""

    stopped: Union[StampGiven, None]
    """When it ended without a result."""

    suspended: Sequence[Union[SpanGiven, Span]]
    """When the clock stood."""

    yellow_from: Union[StampGiven, None]
    """From when it is yellow, if it ever is."""


class DueRequest(TypedDict, total=False):
    """Asks when something is due: for a procedure, or for a limit given here."""

    accepted_at: Union[StampGiven, None]
    """When it was accepted as complete."""

    accepted_on: Union[DateGiven, None]
    """The day on which it was accepted, where the time is not known: an interval and not its midnight."""

    acts: Sequence[Union[ClockActGiven, ClockAct]]
    """What was done to the clock."""

    calendar: Union[CalendarId, None]
    """A calendar by name."""

    channel: Union[str, None]
    """CheckContext, online, post: a channel may move the start."""

    clock: Union[str, None]
    """Which of several clocks of a case."""

    early_margin_seconds: Union[Seconds, None]
    """For hours: what finished so many seconds before the due is early."""

    entered_by: Union[StampGiven, None]
    """Only acts on the clock entered by then."""

    factors: Sequence[str]
    """What makes the limit longer: `complex`, `remote`."""

    finished: Union[WhenGiven, None]
    """When it finished, or the day on which it did: say how."""

    form: Union[Value, None]
    """The form, where the procedure chooses its limit by it."""

    known_at: Union[StampGiven, None]
    """The calendar as it was known then; the promise made at acceptance, when that instant is given."""

    limit: Union[Limit, None]
    """A limit instead, such as `2 ngày làm việc`."""

    now: Union[StampGiven, None]
    """Colour it as of this instant."""

    of: LimitOf
    """Which limit of the procedure: that of the result, or that of taking the matter up, counted from its receipt."""

    procedure: Union[ProcedureId, None]
    """The procedure; its version is that of the day of acceptance."""

    unit: Union[UnitId, None]
    """The calendar of a unit."""


class EdocCode(TypedDict):
    """Number and notation of a document."""

    notation: Union[str, None]
    """The notation: `TB-UBND`."""

    number: Union[str, None]
    """The number: `05`."""


class EdocCodeGiven(TypedDict, total=False):
    """Number and notation of a document."""

    notation: Union[str, None]
    """The notation: `TB-UBND`."""

    number: Union[str, None]
    """The number: `05`."""


class EdocKind(TypedDict):
    """The kind of a document."""

    code: Union[int, None]
    """Its number in the list of kinds."""

    detail: Union[int, None]
    """A finer number."""

    name: Union[str, None]
    """Its name."""


class EdocKindGiven(TypedDict, total=False):
    """The kind of a document."""

    code: Union[int, None]
    """Its number in the list of kinds."""

    detail: Union[int, None]
    """A finer number."""

    name: Union[str, None]
    """Its name."""


class EdocMessage(TypedDict):
    """A document on its way to other agencies (*thông điệp văn bản*)."""

    attachments: list[Attachment]
    """The files that go with it."""

    business: Union[Business, None]
    """What it does."""

    code: Union[EdocCode, None]
    """Number and notation."""

    content: Union[str, None]
    """What it says, in short."""

    document_id: Union[str, None]
    """Its identifier on the axis."""

    due: Union[Date, None]
    """When it has to be settled."""

    kind: Union[EdocKind, None]
    """Its kind."""

    other: Union[EdocOther, None]
    """What else is said."""

    promulgation: Union[Promulgation, None]
    """Where and when it was issued."""

    receivers: list[Organ]
    """Who gets it."""

    response_for: list[ResponseFor]
    """What it answers."""

    sender: Union[Organ, None]
    """Who sends it."""

    signed: bool
    """Whether it carries a digital signature, which is neither checked nor written here."""

    signer: Union[EdocSigner, None]
    """Who signed."""

    steering: Union[int, None]
    """Whether it directs: 0 does not."""

    subject: Union[str, None]
    """What it is about."""

    to_places: list[str]
    """Places of receipt."""

    trace: list[Trace]
    """Where it passed."""


class EdocMessageGiven(TypedDict, total=False):
    """A document on its way to other agencies (*thông điệp văn bản*)."""

    attachments: Sequence[Union[AttachmentGiven, Attachment]]
    """The files that go with it."""

    business: Union[Union[BusinessGiven, Business], None]
    """What it does."""

    code: Union[Union[EdocCodeGiven, EdocCode], None]
    """Number and notation."""

    content: Union[str, None]
    """What it says, in short."""

    document_id: Union[str, None]
    """Its identifier on the axis."""

    due: Union[DateGiven, None]
    """When it has to be settled."""

    kind: Union[Union[EdocKindGiven, EdocKind], None]
    """Its kind."""

    other: Union[Union[EdocOtherGiven, EdocOther], None]
    """What else is said."""

    promulgation: Union[Union[PromulgationGiven, Promulgation], None]
    """Where and when it was issued."""

    receivers: Sequence[Union[OrganGiven, Organ]]
    """Who gets it."""

    response_for: Sequence[Union[ResponseForGiven, ResponseFor]]
    """What it answers."""

    sender: Union[Union[OrganGiven, Organ], None]
    """Who sends it."""

    signed: bool
    """Whether it carries a digital signature, which is neither checked nor written here."""

    signer: Union[Union[EdocSignerGiven, EdocSigner], None]
    """Who signed."""

    steering: Union[int, None]
    """Whether it directs: 0 does not."""

    subject: Union[str, None]
    """What it is about."""

    to_places: Sequence[str]
    """Places of receipt."""

    trace: Sequence[Union[TraceGiven, Trace]]
    """Where it passed."""


class EdocOther(TypedDict):
    """What else is said of a document."""

    appendixes: list[str]
    """Its appendices."""

    copies: Union[int, None]
    """How many copies there are."""

    pages: Union[int, None]
    """How many pages it has."""

    priority: Union[int, None]
    """Urgency; 0 is ordinary, further values are those of the product."""

    sphere: Union[str, None]
    """How far it goes."""

    typist: Union[str, None]
    """Who typed it."""


class EdocOtherGiven(TypedDict, total=False):
    """What else is said of a document."""

    appendixes: Sequence[str]
    """Its appendices."""

    copies: Union[int, None]
    """How many copies there are."""

    pages: Union[int, None]
    """How many pages it has."""

    priority: Union[int, None]
    """Urgency; 0 is ordinary, further values are those of the product."""

    sphere: Union[str, None]
    """How far it goes."""

    typist: Union[str, None]
    """Who typed it."""


class EdocReading(TypedDict):
    """What was read: a message or a status, and everything that departs from the regulation."""

    deviations: list[Deviation]
    """What departs from the regulation, in the order of the text."""

    message: Union[EdocMessage, None]
    """The message, where it is one."""

    status: Union[EdocStatus, None]
    """The status, where it is one."""


class EdocSigner(TypedDict):
    """Who signed."""

    competence: Union[str, None]
    """In which right: the signature block's prefix."""

    name: Union[str, None]
    """The name."""

    position: Union[str, None]
    """The position."""


class EdocSignerGiven(TypedDict, total=False):
    """Who signed."""

    competence: Union[str, None]
    """In which right: the signature block's prefix."""

    name: Union[str, None]
    """The name."""

    position: Union[str, None]
    """The position."""


class EdocStatus(TypedDict):
    """What a receiver reports of a document (*trạng thái văn bản*)."""

    at: Union[Stamp, None]
    """When."""

    description: Union[str, None]
    """Why, in words; a refusal needs it."""

    response_for: Union[ResponseFor, None]
    """The document."""

    sender: Union[Organ, None]
    """Who reports."""

    staff: Union[StaffInfo, None]
    """Who did it."""

    status: Union[ExchangeStatus, None]
    """How far it came."""


class EdocStatusGiven(TypedDict, total=False):
    """What a receiver reports of a document (*trạng thái văn bản*)."""

    at: Union[StampGiven, None]
    """When."""

    description: Union[str, None]
    """Why, in words; a refusal needs it."""

    response_for: Union[Union[ResponseForGiven, ResponseFor], None]
    """The document."""

    sender: Union[Union[OrganGiven, Organ], None]
    """Who reports."""

    staff: Union[Union[StaffInfoGiven, StaffInfo], None]
    """Who did it."""

    status: Union[ExchangeStatus, None]
    """How far it came."""


class EdxmlFile(TypedDict):
    """An edXML text."""

    xml: str
    """The text, unsigned."""


class Elapsed(TypedDict):
    """Working time between two instants."""

    seconds: Seconds
    """Seconds of the clock, floored."""

    working_seconds: Seconds
    """Working seconds, floored."""


class _ElapsedRequest(TypedDict):
    """Asks for the working time between two instants."""

    end: StampGiven
    """To; before `start`, the answer is negative."""

    start: StampGiven
    """From."""


class ElapsedRequest(_ElapsedRequest, total=False):
    """Asks for the working time between two instants."""

    calendar: Union[CalendarId, None]
    """A calendar by name."""

    known_at: Union[StampGiven, None]
    """The calendar as it was known then."""

    unit: Union[UnitId, None]
    """The calendar of a unit."""


class End(TypedDict):
    """Where one limit ends."""

    bound: Bound
    """Whether that instant is still in time."""

    due: Stamp
    """Its due, by the end that the procedure names."""

    last_day: Date
    """The last day."""

    legal_end: Stamp
    """24:00 of the last day, exclusive; for hours, the due."""

    limit: Limit
    """The limit."""

    office_end: Stamp
    """The close of the last day's last shift, inclusive; for hours, the due."""


class EndGiven(TypedDict):
    """Where one limit ends."""

    bound: Bound
    """Whether that instant is still in time."""

    due: StampGiven
    """Its due, by the end that the procedure names."""

    last_day: DateGiven
    """The last day."""

    legal_end: StampGiven
    """24:00 of the last day, exclusive; for hours, the due."""

    limit: Limit
    """The limit."""

    office_end: StampGiven
    """The close of the last day's last shift, inclusive; for hours, the due."""


class Entry(TypedDict):
    """One line of a register."""

    date: DateGiven
    """The day of the number."""

    number: int
    """The number given."""

    register: RegisterId
    """The register."""


class _Event(TypedDict):
    """One event of a case (*sự kiện*). In XES, `step` is `concept:name` and `act` is `lifecycle:transition`."""

    act: str
    """What was done: an effect, or a name that the rulebook declares with its effect."""

    at: StampGiven
    """When it happened."""

    case_id: CaseId
    """The case."""


class Event(_Event, total=False):
    """One event of a case (*sự kiện*). In XES, `step` is `concept:name` and `act` is `lifecycle:transition`."""

    actor: Union[Actor, None]
    """Who acted."""

    assignee: Union[OfficerId, None]
    """To whom the step goes."""

    data: Union[Value, None]
    """What the workflow routes by, and reasons."""

    event_id: Union[EventId, None]
    """Its identifier; without one, a hash of case, instant, act, step, actor and occurrence serves."""

    office: Union[OfficeId, None]
    """The office, where several share a log."""

    on_behalf_of: Union[OfficerId, None]
    """For whom, when a substitute acted."""

    recorded_at: Union[StampGiven, None]
    """When it was entered; much later than `at` is backdating."""

    seq: Union[int, None]
    """Number within the case, from 1."""

    step: Union[StepId, None]
    """The step concerned."""

    unit: Union[UnitId, None]
    """The unit."""


class ExampleFault(TypedDict):
    """An example that came out otherwise."""

    at: Place
    """Where the example stands."""

    code: Code
    """What is wrong."""

    text: Text
    """The same in words."""


class Exchange(TypedDict):
    """A document on its way to one receiver: how far it came, and what became of the sender's wish to have it back."""

    progress: Union[ExchangeStatus, None]
    """How far it came; none while it has not arrived."""

    recall: Union[ExchangeStatus, None]
    """The last word on a recall: 13, 15 or 16."""


class ExchangeGiven(TypedDict, total=False):
    """A document on its way to one receiver: how far it came, and what became of the sender's wish to have it back."""

    progress: Union[ExchangeStatus, None]
    """How far it came; none while it has not arrived."""

    recall: Union[ExchangeStatus, None]
    """The last word on a recall: 13, 15 or 16."""


class ExchangeRequest(TypedDict, total=False):
    """Asks whether a status may come next, for a document on its way to one receiver."""

    exchange: Union[Union[ExchangeGiven, Exchange], None]
    """How far it came; just sent, where nothing is said."""

    reason: Union[str, None]
    """The reason that comes with it; a refusal needs one."""

    status: Union[ExchangeStatus, None]
    """The status that comes; without one, only what may come is asked for."""


class Exchanged(TypedDict):
    """How far a document came on its way to one receiver."""

    allowed: list[ExchangeStatus]
    """The statuses that may come next."""

    exchange: Exchange
    """How far it came."""


class _ExcuseInput(TypedDict):
    """A finding that takes no points, since its cause lay outside (*nguyên nhân khách quan được xác nhận*)."""

    decided_by: str
    """Who decided."""

    finding: FindingId
    """The finding."""


class ExcuseInput(_ExcuseInput, total=False):
    """A finding that takes no points, since its cause lay outside (*nguyên nhân khách quan được xác nhận*)."""

    note: Union[str, None]
    """Why."""


class Fact(TypedDict):
    """What was counted for one officer or unit at one step (*dữ kiện*); integers that add up over shards."""

    count: int
    """How often."""

    grade: Grade
    """The evidence that the count needs."""

    kind: str
    """What was counted, such as `completed`, `on_time`, `held`."""

    officer: Union[OfficerId, None]
    """The officer, where one is known."""

    period: str
    """The month that owns it, `yyyy-MM`."""

    step: Union[StepId, None]
    """The step; none for the case as a whole."""

    unit: Union[UnitId, None]
    """The unit, where one is known."""

    working_seconds: Seconds
    """Working seconds."""


class _FactGiven(TypedDict):
    """What was counted for one officer or unit at one step (*dữ kiện*); integers that add up over shards."""

    count: int
    """How often."""

    grade: Grade
    """The evidence that the count needs."""

    kind: str
    """What was counted, such as `completed`, `on_time`, `held`."""

    period: str
    """The month that owns it, `yyyy-MM`."""

    working_seconds: Seconds
    """Working seconds."""


class FactGiven(_FactGiven, total=False):
    """What was counted for one officer or unit at one step (*dữ kiện*); integers that add up over shards."""

    officer: Union[OfficerId, None]
    """The officer, where one is known."""

    step: Union[StepId, None]
    """The step; none for the case as a whole."""

    unit: Union[UnitId, None]
    """The unit, where one is known."""


class _FailureInput(TypedDict):
    """A confirmed failure of one item, such as a result that had to be done again."""

    case_id: CaseId
    """The case."""

    component: str
    """The component."""

    officer: OfficerId
    """The officer."""


class FailureInput(_FailureInput, total=False):
    """A confirmed failure of one item, such as a result that had to be done again."""

    decided_by: Union[str, None]
    """Who decided."""

    note: Union[str, None]
    """Why."""

    step: Union[StepId, None]
    """The step; without one, the case as a whole."""

    times: int
    """How often it failed."""


class Finding(TypedDict):
    """What was not clear, with its evidence (*phát hiện*)."""

    charge: list[Charge]
    """Who is charged with how much of the lateness."""

    count: int
    """How often."""

    dimension: Dimension
    """Which clarity it hurts."""

    events: list[EventId]
    """The events that show it."""

    grade: Grade
    """The evidence that it needs."""

    id: FindingId
    """Hash of kind, rule, subject, step and occurrence: survives a late event, so that a dispute can point at it."""

    kind: str
    """What kind of thing was found, such as `late` or `skipped_step`."""

    officer: Union[OfficerId, None]
    """The officer concerned, where it is one."""

    rule: Union[RuleId, None]
    """The rule of the rulebook, where one was broken."""

    since: Union[Stamp, None]
    """From when."""

    source: Union[Source, None]
    """Its legal basis."""

    step: Union[StepId, None]
    """The step, where it lies in one."""

    subject: Subject
    """What it is about."""

    text: Text
    """The finding in words."""

    unattributed_working_seconds: Seconds
    """Lateness that nobody is charged with."""

    unit: Union[UnitId, None]
    """The unit concerned."""

    until: Union[Stamp, None]
    """Until when."""

    working_seconds: Seconds
    """Working seconds."""


class Flaw(TypedDict):
    """A fault of a workflow and the way to it."""

    kind: FlawKind
    """What is wrong."""

    shortest: bool
    """Whether no shorter way leads there."""

    steps: list[StepId]
    """The steps at which it shows."""

    text: Text
    """The same in words."""

    trace: list[StepId]
    """The steps to do, in order, to get there."""


class FoldRequest(TypedDict, total=False):
    """Applies the events of a case one after the other."""

    case: Union[Union[CaseGiven, Case], None]
    """The case so far; none when the first event begins it."""

    events: Union[Sequence[Event], Frame]
    """What happens, in order."""


class Folded(TypedDict):
    """The case after all that was allowed."""

    case: Union[Case, None]
    """The case; none while nothing was allowed."""

    refused: list[Refused]
    """What was refused; each left the case as it was."""


class FormRequest(TypedDict):
    """Asks for the form of a procedure as plain JSON Schema."""

    on: DateGiven
    """The version in force on this day."""

    procedure: ProcedureId
    """The procedure."""


class Gain(TypedDict):
    """Points that somebody gave."""

    component: str
    """The component."""

    decided_by: Union[str, None]
    """Who decided."""

    note: Union[str, None]
    """Why."""

    points: Rational
    """How many."""


class Grant(TypedDict):
    """Yes, and why: an appointment, or the giver's appointment and the delegation."""

    chain: list[Link]
    """The chain of right, from the position to who acts."""


class Handling(TypedDict):
    """A limit on the way of one document."""

    colour: Union[Colour, None]
    """Its colour as of `now`, while it is not done."""

    done: Union[Stamp, None]
    """When it was done."""

    due: Due
    """When it is due."""

    id: str
    """The limit by name."""

    outcome: Union[Outcome, None]
    """How it was done, once it was: early, on time or late."""

    source: list[Source]
    """The legal basis."""

    title: Text
    """What it is."""

    until: Milestone
    """The milestone that is due."""


class _HandlingRequest(TypedDict):
    """Asks which limits run for a document."""

    document: Document
    """The document."""

    now: StampGiven
    """Coloured as of this instant."""


class HandlingRequest(_HandlingRequest, total=False):
    """Asks which limits run for a document."""

    calendar: Union[CalendarId, None]
    """A calendar by name."""

    known_at: Union[StampGiven, None]
    """The calendar as it was known then."""

    unit: Union[UnitId, None]
    """The calendar of a unit."""


class Head(TypedDict):
    """What a journal amounts to (*đầu sổ*): deposited elsewhere, it fixes all that was entered before."""

    cases: int
    """How many cases there are."""

    entries: int
    """How many entries there are."""

    root: Hash
    """Root of the Merkle tree over the heads of all cases."""

    semantics: int
    """The number of the rules by which it was made."""


class HoldSpan(TypedDict):
    """Who held a step, from when until when."""

    kind: ActorKind
    """What held it."""

    officer: Union[OfficerId, None]
    """The officer."""

    presumed: bool
    """The log has only the end; the start is the event before it."""

    since: Stamp
    """From."""

    step: Union[StepId, None]
    """The step."""

    until: Union[Stamp, None]
    """Until; none while it is held."""

    working_seconds: Seconds
    """Working seconds, pauses out."""


class Holder(TypedDict):
    """Who has to do with an open step (*người giữ*)."""

    involvement: Involvement
    """As what."""

    officer: OfficerId
    """The officer."""

    since: Stamp
    """Since when."""

    step: StepId
    """The step."""


class HolderGiven(TypedDict):
    """Who has to do with an open step (*người giữ*)."""

    involvement: Involvement
    """As what."""

    officer: OfficerId
    """The officer."""

    since: StampGiven
    """Since when."""

    step: StepId
    """The step."""

# The days on which a rule holds; both ends belong to it (*hiệu lực*).
InForce = TypedDict(
    "InForce",
    {
        "from": "Union[Date, None]",
        "to": "Union[Date, None]",
    },
)

# The days on which a rule holds; both ends belong to it (*hiệu lực*).
InForceGiven = TypedDict(
    "InForceGiven",
    {
        "from": "Union[DateGiven, None]",
        "to": "Union[DateGiven, None]",
    },
    total=False,
)


class Inputs(TypedDict, total=False):
    """What somebody decided for a period, with who it was."""

    excused: Sequence[ExcuseInput]
    """Findings that take no points."""

    failures: Sequence[FailureInput]
    """Confirmed failures."""

    groups: Mapping[str, str]
    """Groups of like duties, by officer."""

    outstanding: Sequence[UnitId]
    """Units that were found outstanding."""

    overrides: Sequence[OverrideInput]
    """Ratings set by decision."""

    points: Sequence[PointsInput]
    """Points given."""

    reviewed: Sequence[str]
    """Components whose failures are all listed: an item without a failure has passed."""


class Item(TypedDict):
    """One step of one case in one officer's hands; with no step, a whole case in the hands of who answers for it."""

    case_id: CaseId
    """The case."""

    charged_working_seconds: Seconds
    """Working seconds of lateness charged."""

    completed: bool
    """Whether the work is done."""

    events: list[EventId]
    """The events by which the officer did it."""

    findings: list[FindingId]
    """The findings that concern it."""

    held_working_seconds: Seconds
    """Working seconds held."""

    officer: Union[OfficerId, None]
    """The officer; none where nobody is known."""

    period: str
    """The month that owns it, `yyyy-MM`: that of the due, else of the end, else of the replay."""

    standing: Standing
    """How it stands to the due."""

    standing_original: Standing
    """How it stands to the due first promised."""

    standing_recorded: Standing
    """How it stands to the due in the register."""

    step: Union[StepId, None]
    """The step; none for the case as a whole."""

    unit: Union[UnitId, None]
    """The unit."""

    visits: int
    """How often it came to this officer."""


class Judged(TypedDict):
    """Whether a workflow is sound, and how much working time it takes at most."""

    longest_path: list[StepId]
    """The steps of the longest way."""

    longest_working_seconds: Seconds
    """Working seconds of the longest way: each loop once, waits for the citizen at nothing."""

    soundness: Soundness
    """The verdict, and the way to each fault."""


class LatestStart(TypedDict):
    """The latest start of something that is to end in time."""

    at: Stamp
    """To the whole second; for days, the last second of the day."""

    day: Date
    """Its day."""

    text: Text
    """The instant in words, or for days the day."""


class _LatestStartRequest(TypedDict):
    """Asks for the latest start from which a limit still ends in time."""

    due: StampGiven
    """When it must have ended."""

    limit: Limit
    """The limit."""


class LatestStartRequest(_LatestStartRequest, total=False):
    """Asks for the latest start from which a limit still ends in time."""

    calendar: Union[CalendarId, None]
    """A calendar by name."""

    known_at: Union[StampGiven, None]
    """The calendar as it was known then."""

    unit: Union[UnitId, None]
    """The calendar of a unit."""


class Letter(TypedDict):
    """A form that is filled in (*biểu mẫu đã điền*)."""

    agency: Union[Text, None]
    """The agency that gives it out."""

    blank: list[str]
    """Fields without which it is unfinished, and which nothing is known of."""

    day: Text
    """The day, in words."""

    fields: list[LetterField]
    """Its fields, in order."""

    kind: LetterKind
    """What it is for."""

    note: Union[Text, None]
    """What stands under the fields."""

    number: Union[str, None]
    """Its number among the forms."""

    paper: Paper
    """What it is printed on."""

    remarks: list[Remark]
    """What giving it out would breach: a second supplement request, a second new date, a window that is still open."""

    signed_by: list[Text]
    """Who signs, from left to right."""

    source: list[Source]
    """The legal basis of the form."""

    table: Union[LetterTable, None]
    """Its table."""

    title: Text
    """What it is called."""


class LetterField(TypedDict):
    """A field of a form that is filled in."""

    id: str
    """Its name."""

    lines: list[Text]
    """What stands there, one a line; nothing where it is left blank."""

    title: Text
    """What it is called."""


class _LetterRequest(TypedDict):
    """Asks for a form of the one-stop desk. What is not given stays blank."""

    at: StampGiven
    """When it is given out."""

    letter: LetterKind
    """Which letter."""


class LetterRequest(_LetterRequest, total=False):
    """Asks for a form of the one-stop desk. What is not given stays blank."""

    applicant: Applicant
    """Who filed."""

    case: Union[Union[CaseGiven, Case], None]
    """The case."""

    cases: Union[Sequence[CaseRow], Frame]
    """The cases of the book of dossiers."""

    code: Union[str, None]
    """The code of the dossier; else that of the case."""

    dossier: Union[Dossier, None]
    """The dossier: its papers are listed, its gaps are gathered."""

    events: Union[Sequence[Event], Frame]
    """The events of the case, from the first on: the control slip needs them; without `case`, they make it."""

    new_due: Union[StampGiven, None]
    """The new date, for an apology; else the last one that the case has."""

    officer: Union[str, None]
    """Who writes it."""

    procedure: Union[ProcedureId, None]
    """The procedure; else that of the dossier or of the case."""

    reason: Union[str, None]
    """Why it is refused, late or stopped."""

    unit: Union[UnitId, None]
    """The unit that gives the form out."""


class LetterTable(TypedDict):
    """The table of a form."""

    columns: list[str]
    """The names of the columns."""

    rows: list[list[Union[Text, None]]]
    """The rows; a cell without text is left blank."""

    titles: list[Text]
    """What they are called."""


class Link(TypedDict):
    """One link of a chain of right."""

    acting: bool
    """Acting head (*quyền*)."""

    kind: LinkKind
    """Appointment or delegation."""

    officer: OfficerId
    """Who holds it: the appointed, or the receiver."""

    paper: Union[str, None]
    """The decision or the delegation's paper."""

    position: Union[PositionId, None]
    """The position, for an appointment."""

    unit: Union[UnitId, None]
    """The unit, for an appointment."""

    valid_from: Union[Date, None]
    """First day."""

    valid_to: Union[Date, None]
    """Last day."""


class Loss(TypedDict):
    """Points lost, and what shows it."""

    case_id: Union[CaseId, None]
    """The case."""

    component: str
    """The component."""

    events: list[EventId]
    """The events that show it."""

    findings: list[FindingId]
    """The findings that show it."""

    points: Points
    """How many points; none where a floor absorbed it."""

    reason: Text
    """Why, in words."""

    rule: str
    """The rule: the kind of finding that cut, `not_completed`, `failed`, or `given` for points that somebody gave."""

    step: Union[StepId, None]
    """The step."""


class LunarDate(TypedDict):
    """A day of the lunar calendar."""

    day: int
    """Day of the month, 1–30."""

    leap: bool
    """Whether it is the leap month that follows the month of the same number (*tháng nhuận*)."""

    month: int
    """Month, 1–12."""

    year: int
    """The lunar year, by the Gregorian year in which it begins."""


class _LunarDateGiven(TypedDict):
    """A day of the lunar calendar."""

    day: int
    """Day of the month, 1–30."""

    month: int
    """Month, 1–12."""

    year: int
    """The lunar year, by the Gregorian year in which it begins."""


class LunarDateGiven(_LunarDateGiven, total=False):
    """A day of the lunar calendar."""

    leap: bool
    """Whether it is the leap month that follows the month of the same number (*tháng nhuận*)."""


class _MayRequest(TypedDict):
    """Asks whether an officer has a right on a day."""

    officer: OfficerId
    """The officer, by id, name or alias."""

    on: DateGiven
    """The day."""


class MayRequest(_MayRequest, total=False):
    """Asks whether an officer has a right on a day."""

    on_behalf_of: Union[OfficerId, None]
    """For whom, where a substitute acts."""

    role: Union[RoleId, None]
    """The role; without one, whether the officer is employed and cleared."""

    secrecy: Secrecy
    """How secret the matter is."""

    unit: Union[UnitId, None]
    """The unit at which it is needed."""


class MergeRequest(TypedDict, total=False):
    """Asks for what shards of a log come to together; no case may lie in two of them."""

    facts: Sequence[Sequence[Union[FactGiven, Fact]]]
    """The facts of each shard, replayed with the profile of the whole."""

    profiles: Sequence[Union[ProfileGiven, Profile]]
    """The profile of each shard."""


class Merged(TypedDict):
    """What shards come to together (*gộp*)."""

    facts: list[Fact]
    """The facts of the whole."""

    profile: Union[Profile, None]
    """The profile of the whole; none where no profile was given."""


class Midnights(TypedDict):
    """How many times of a column are local midnights: where nearly all are, it holds days."""

    midnights: int
    """Of these at 00:00:00."""

    times: int
    """Times."""


class MidnightsGiven(TypedDict, total=False):
    """How many times of a column are local midnights: where nearly all are, it holds days."""

    midnights: int
    """Of these at 00:00:00."""

    times: int
    """Times."""


class NextNumber(TypedDict):
    """The next number of a register, and what is wrong with those that it has."""

    number: int
    """The number: 1 in a new year, else one more than the last."""

    remarks: list[Remark]
    """Numbers given twice or left out, and numbers dated before the one ahead of them; each pointer is the index of the line, and `/date` where the new number would be one of the last kind."""

    symbol: Union[str, None]
    """The whole symbol, where one was given to go by."""

    text: str
    """As it is printed: below 10 with a leading zero."""


class NotAssessed(TypedDict):
    """Something that the log or the rulebook does not allow to say."""

    needs: Grade
    """The evidence that it needs."""

    of: str
    """The kind of finding, fact or share."""

    text: Text
    """Why not."""


class NotSupplied(TypedDict):
    """A component that could not be assessed; it counts neither as nothing nor as full."""

    component: str
    """The component."""

    text: Text
    """Why not."""

    weight: Rational
    """The points that it could have given."""


class _NumberRequest(TypedDict):
    """Asks for the next number of a register."""

    date: DateGiven
    """The day of the number."""

    register: RegisterId
    """The register."""


class NumberRequest(_NumberRequest, total=False):
    """Asks for the next number of a register."""

    entries: Sequence[Entry]
    """The lines that the register has."""

    like: Union[Symbol, None]
    """A symbol with any number, such as `1/QĐ-UBND`, to be printed with the next one."""


class OpenStep(TypedDict):
    """A step that may be done now."""

    budget_ends: Union[Stamp, None]
    """When its own budget is used up."""

    since: Stamp
    """Since when it is open."""

    started: Union[Stamp, None]
    """When work on it began."""

    step: StepId
    """The step."""

    unit: Union[UnitId, None]
    """The unit where it is done."""


class _OpenStepGiven(TypedDict):
    """A step that may be done now."""

    since: StampGiven
    """Since when it is open."""

    step: StepId
    """The step."""


class OpenStepGiven(_OpenStepGiven, total=False):
    """A step that may be done now."""

    budget_ends: Union[StampGiven, None]
    """When its own budget is used up."""

    started: Union[StampGiven, None]
    """When work on it began."""

    unit: Union[UnitId, None]
    """The unit where it is done."""


class Organ(TypedDict):
    """A sender or receiver."""

    address: Union[str, None]
    """Its address."""

    email: Union[str, None]
    """Its e-mail."""

    fax: Union[str, None]
    """Its fax."""

    id: Union[str, None]
    """Its code (*mã định danh*)."""

    in_charge: Union[str, None]
    """The agency above it (*cơ quan chủ quản*)."""

    name: Union[str, None]
    """Its name."""

    receiver_type: Union[int, None]
    """Main, cooperating, for information: the number that the product uses."""

    telephone: Union[str, None]
    """Its telephone."""

    website: Union[str, None]
    """Its site."""


class OrganGiven(TypedDict, total=False):
    """A sender or receiver."""

    address: Union[str, None]
    """Its address."""

    email: Union[str, None]
    """Its e-mail."""

    fax: Union[str, None]
    """Its fax."""

    id: Union[str, None]
    """Its code (*mã định danh*)."""

    in_charge: Union[str, None]
    """The agency above it (*cơ quan chủ quản*)."""

    name: Union[str, None]
    """Its name."""

    receiver_type: Union[int, None]
    """Main, cooperating, for information: the number that the product uses."""

    telephone: Union[str, None]
    """Its telephone."""

    website: Union[str, None]
    """Its site."""


class _OverrideInput(TypedDict):
    """A rating set by decision, whatever the points."""

    band: str
    """The band."""

    decided_by: str
    """Who decided."""

    officer: OfficerId
    """The officer."""


class OverrideInput(_OverrideInput, total=False):
    """A rating set by decision, whatever the points."""

    note: Union[str, None]
    """Why."""

    source: Union[Union[SourceGiven, Source], None]
    """Its legal basis."""


class Permission(TypedDict):
    """Yes or no: one of the two is there."""

    denial: Union[Denial, None]
    """What is missing, and who has it."""

    grant: Union[Grant, None]
    """The chain of right."""


class Picture(TypedDict):
    """A picture."""

    format: PictureFormat
    """In which form."""

    text: str
    """The picture, as text."""


class Place(TypedDict):
    """Where a fault lies; each part only where it is known."""

    column: Union[int, None]
    """Column, from 1, in characters."""

    file: Union[str, None]
    """Name of the file or of the source, as the caller gave it."""

    line: Union[int, None]
    """Line, from 1. In a table, the line of the row."""

    pointer: Union[str, None]
    """JSON pointer (RFC 6901) into the document."""


class Points(TypedDict):
    """Points: exact, and as they are shown."""

    exact: Rational
    """The exact amount."""

    thousandths: int
    """In thousandths, such that the parts shown add up to the whole shown."""


class _PointsInput(TypedDict):
    """Points given to an officer for a component that no log measures."""

    component: str
    """The component."""

    officer: OfficerId
    """The officer."""

    points: Union[RationalGiven, Rational]
    """The points, from none to the weight of the component."""


class PointsInput(_PointsInput, total=False):
    """Points given to an officer for a component that no log measures."""

    decided_by: Union[str, None]
    """Who decided."""

    note: Union[str, None]
    """Why."""


class PolicyRef(TypedDict):
    """The policy by which a card was made."""

    hash: Hash
    """Hash of its content."""

    id: PolicyId
    """Its identifier."""


class ProcedureForm(TypedDict):
    """A form as other readers have it."""

    schema: str
    """The schema, JSON Schema 2020-12, as JSON text: an answer has no numbers with a fraction, a schema may."""


class Profile(TypedDict):
    """What a log records at all (*log ghi được những gì*). A case is judged by what its log has a place for, so a replay of some cases out of many answers as one of all only when it is told the profile of all.  Profiles merge in any order and grouping: that of a log is the merger of those of its shards."""

    begins: Union[Stamp, None]
    """The first event."""

    done: list[StepId]
    """The steps of which some event shows the doing, ordered."""

    due_original: Midnights
    """The dues first promised."""

    due_recorded: Midnights
    """The dues of the register."""

    events: Midnights
    """The times of events."""

    grade: Grade
    """What its events tell at best."""

    has_data: bool
    """Some event carries data."""

    has_dues: bool
    """Some case has a due, by the register or by rule."""

    has_responsible: bool
    """Some header names who answers."""

    has_returned: bool
    """Some header says when a result was given out."""

    tells_data: bool
    """Events have a place for data."""


class _ProfileGiven(TypedDict):
    """What a log records at all (*log ghi được những gì*). A case is judged by what its log has a place for, so a replay of some cases out of many answers as one of all only when it is told the profile of all.  Profiles merge in any order and grouping: that of a log is the merger of those of its shards."""

    grade: Grade
    """What its events tell at best."""

    has_data: bool
    """Some event carries data."""

    has_dues: bool
    """Some case has a due, by the register or by rule."""

    has_responsible: bool
    """Some header names who answers."""

    has_returned: bool
    """Some header says when a result was given out."""

    tells_data: bool
    """Events have a place for data."""


class ProfileGiven(_ProfileGiven, total=False):
    """What a log records at all (*log ghi được những gì*). A case is judged by what its log has a place for, so a replay of some cases out of many answers as one of all only when it is told the profile of all.  Profiles merge in any order and grouping: that of a log is the merger of those of its shards."""

    begins: Union[StampGiven, None]
    """The first event."""

    done: Sequence[StepId]
    """The steps of which some event shows the doing, ordered."""

    due_original: Union[MidnightsGiven, Midnights]
    """The dues first promised."""

    due_recorded: Union[MidnightsGiven, Midnights]
    """The dues of the register."""

    events: Union[MidnightsGiven, Midnights]
    """The times of events."""


class _ProfileRequest(TypedDict):
    """Asks what a log records at all, so that its cases can be replayed in shards."""

    as_of: StampGiven
    """As of when."""


class ProfileRequest(_ProfileRequest, total=False):
    """Asks what a log records at all, so that its cases can be replayed in shards."""

    cases: Union[Sequence[CaseRow], Frame]
    """Case rows; may be left out."""

    events: Union[Sequence[Event], Frame]
    """Events; may be left out."""

    mapping: Union[str, None]
    """The mapping by which acts and actors are read, by name."""


class Progress(TypedDict):
    """How far the dossier is filled in."""

    filled: int
    """Required fields and components that are there."""

    required: int
    """All that are required."""


class Promulgation(TypedDict):
    """Where and when a document was issued."""

    issued: Union[Date, None]
    """The day."""

    place: Union[str, None]
    """The place."""


class PromulgationGiven(TypedDict, total=False):
    """Where and when a document was issued."""

    issued: Union[DateGiven, None]
    """The day."""

    place: Union[str, None]
    """The place."""


class Proof(TypedDict):
    """The proof that an entry is in a journal; it needs nothing of the journal but itself and the deposited head."""

    after: list[Hash]
    """Hashes of the entries that follow in the chain of the case."""

    before: Hash
    """The chain before the entry."""

    case_id: CaseId
    """The case."""

    event: str
    """Canonical text of the event."""

    leaf: int
    """The number of the case among all cases, from 0."""

    path: list[Hash]
    """From the leaf of the case to the root."""

    position: int
    """The number of the entry in the chain of its case, from 1."""


class _ProofGiven(TypedDict):
    """The proof that an entry is in a journal; it needs nothing of the journal but itself and the deposited head."""

    before: Hash
    """The chain before the entry."""

    case_id: CaseId
    """The case."""

    event: str
    """Canonical text of the event."""

    leaf: int
    """The number of the case among all cases, from 0."""

    position: int
    """The number of the entry in the chain of its case, from 1."""


class ProofGiven(_ProofGiven, total=False):
    """The proof that an entry is in a journal; it needs nothing of the journal but itself and the deposited head."""

    after: Sequence[Hash]
    """Hashes of the entries that follow in the chain of the case."""

    path: Sequence[Hash]
    """From the leaf of the case to the root."""


class _ProveRequest(TypedDict):
    """Asks for the proof that an entry is in a journal."""

    entry: int
    """Which of them, from 0."""


class ProveRequest(_ProveRequest, total=False):
    """Asks for the proof that an entry is in a journal."""

    events: Union[Sequence[Event], Frame]
    """The events of the journal, in the order in which they were entered."""


class Proven(TypedDict):
    """A proof, and the head against which it holds."""

    head: Head
    """The head to deposit."""

    proof: Proof
    """The proof."""


class _PublishRequest(TypedDict):
    """Asks for the slice of a procedure that a browser needs."""

    procedure: ProcedureId
    """The procedure."""


class PublishRequest(_PublishRequest, total=False):
    """Asks for the slice of a procedure that a browser needs."""

    valid_from: Union[DateGiven, None]
    """The first day about which the slice has to answer; without one, it answers about all."""


class Published(TypedDict):
    """The slice of one procedure (*phần công bố*), to be given to anybody: form, rules, limits, fees, calendars, texts; no staff, no routing."""

    compiled: str
    """The same compiled, for [`crate::Slice::load`] and [`crate::Validator::load`] of this very version of the library."""

    hash: Hash
    """SHA-256 of `rulebook`, and the hash of the office that loads it: a browser and a server whose hashes are equal come to the same verdict."""

    procedure: ProcedureId
    """The procedure."""

    rulebook: str
    """A rulebook as canonical JSON text, which loads alone."""

    valid_from: Union[Date, None]
    """The first day about which the slice says anything; without one, it says all."""


class Rating(TypedDict):
    """A rating."""

    band: str
    """The band."""

    decided_by: Union[str, None]
    """Who decided it, where it was set by decision."""

    provisional: bool
    """By the share of what could be assessed: something is missing yet."""

    title: Text
    """What it is called."""


class Ratio(TypedDict):
    """A share and the bounds between which it is known, at 95 in 100."""

    high_ppm: int
    """Upper bound in parts per million, ceiled."""

    k: int
    """So many."""

    low_ppm: int
    """Lower bound in parts per million, floored."""

    n: int
    """Of so many."""

    of: str
    """What is counted."""


class ReadBpmnRequest(TypedDict):
    """Asks for the workflows of a BPMN 2.0 file."""

    xml: str
    """The file."""


class ReadEdxmlRequest(TypedDict):
    """Asks what an edXML text holds."""

    xml: str
    """The text."""


class ReadForm(TypedDict):
    """A form as a rulebook has it."""

    form: str
    """What to write under `form`, as JSON text: an answer has no numbers with a fraction, a schema may."""


class ReadFormRequest(TypedDict):
    """Asks whether a plain JSON Schema can be the form of a procedure."""

    schema: Value
    """The schema, JSON Schema 2020-12."""


class Refusal(TypedDict):
    """Why an event may not happen (*từ chối*). The case stays as it was."""

    code: Code
    """The reason."""

    held_by: list[OfficerId]
    """Who may do it."""

    help: Union[Text, None]
    """The way out."""

    lack: Union[Lack, None]
    """Why the officer does not have it."""

    missing: Union[Right, None]
    """The right that is missing, where it is one."""

    since: Union[Date, None]
    """Since when the first of them may."""

    text: Text
    """The reason in words."""


class Refused(TypedDict):
    """An event that was refused."""

    event_id: Union[EventId, None]
    """Its identifier, where it has one."""

    index: int
    """Its place among the events, from 0."""

    refusal: Refusal
    """Why it may not happen."""


class Registry(TypedDict):
    """What a list of documents says as a whole."""

    duplicates: list[list[int]]
    """Documents registered more than once: places in the list, the one to keep first."""

    remarks: list[Remark]
    """What is wrong with numbers and relations; each pointer leads into the list."""

    states: list[DocumentState]
    """What became of each, in the order of the list."""


class _Relation(TypedDict):
    """What a document does to another one."""

    kind: RelationKind
    """What it does."""

    symbol: str
    """Number and symbol of the other."""


class Relation(_Relation, total=False):
    """What a document does to another one."""

    issued: Union[DateGiven, None]
    """The day of the other."""

    organ: Union[str, None]
    """The agency of the other; its own, where nothing is said and nothing is answered."""


class Remark(TypedDict):
    """Something to mend, or to look at (*nhận xét*)."""

    code: str
    """What kind: a keyword of the form's schema, `blank` for a required text of blanks, `rule`, or `component_…`."""

    pointer: str
    """JSON pointer into the dossier's form; for components, into the dossier."""

    property: Union[str, None]
    """The entry that is missing or too many, where that is what is wrong."""

    remedy: Union[Text, None]
    """What would mend it."""

    rule: Union[RuleId, None]
    """The rule that failed, where it is one."""

    severity: Severity
    """How much it weighs."""

    source: list[Source]
    """The legal basis."""

    stage: Stage
    """When it counts."""

    text: Text
    """What is wrong."""


class _RemindedItem(TypedDict):
    """Something that somebody is to be reminded of."""

    case_id: CaseId
    """The case."""

    due: DueRequest
    """By what it is due: a request as for `due`."""


class RemindedItem(_RemindedItem, total=False):
    """Something that somebody is to be reminded of."""

    holder: Union[OfficerId, None]
    """Who holds it."""

    supervisor: Union[OfficerId, None]
    """Who supervises it."""


class Reminder(TypedDict):
    """One reminder."""

    at: Stamp
    """When to send it."""

    case_id: CaseId
    """The case."""

    due: Stamp
    """When the item is due."""

    number: int
    """Which of several on that occasion, from 1."""

    occasion: Occasion
    """On what occasion."""

    officer: Union[OfficerId, None]
    """Who it is, where somebody is known."""

    text: Text
    """The message."""

    to: Recipient
    """In which role the recipient is told."""


class ReminderPlan(TypedDict, total=False):
    """When to remind whom (*kế hoạch nhắc việc*)."""

    at_due: bool
    """At the due itself."""

    at_most: int
    """At most so often after the due."""

    before: Sequence[Budget]
    """So long before the due, in working time: `1 ngày làm việc`, `4 giờ`."""

    every_days: Union[int, None]
    """Every so many working days after the due."""

    overdue_to: Sequence[Recipient]
    """Who is told after it."""

    to: Sequence[Recipient]
    """Who is told before and at the due."""

    within_hours: bool
    """Whether a reminder that falls outside hours waits for the next shift."""


class _RemindersRequest(TypedDict):
    """Asks who is to be reminded of what, and when."""

    plan: ReminderPlan
    """When to remind whom."""

    since: StampGiven
    """Since when."""

    until: StampGiven
    """Until when, exclusive."""


class RemindersRequest(_RemindersRequest, total=False):
    """Asks who is to be reminded of what, and when."""

    cases: Sequence[Union[CaseGiven, Case]]
    """Cases; whoever leads an open step holds it. What is finished or stopped needs no reminder."""

    items: Sequence[RemindedItem]
    """Items, each with what makes it due."""


class Replacement(TypedDict):
    """A document that is replaced, and at whom."""

    document_id: Union[str, None]
    """Its identifier on the axis."""

    organs: list[str]
    """The agencies concerned."""


class ReplacementGiven(TypedDict, total=False):
    """A document that is replaced, and at whom."""

    document_id: Union[str, None]
    """Its identifier on the axis."""

    organs: Sequence[str]
    """The agencies concerned."""


class Replay(TypedDict):
    """What a log shows, as of an instant (*kết quả phát lại*): states, counts, shares, facts and findings."""

    as_of: Stamp
    """As of when."""

    cases: list[ReplayedCase]
    """Every case that had begun, in the order of the log."""

    counts: list[Count]
    """Plain counts, each with its definition."""

    facts: list[Fact]
    """What was counted, ordered by kind, period, unit, officer and step."""

    findings: list[Finding]
    """What was not clear, in the order of the cases; what concerns officers and the log as a whole last."""

    grade: Grade
    """What the log records at best."""

    items: list[Item]
    """Who was to do what, the smallest things that a policy counts."""

    left_out: list[Part]
    """Parts that nobody asked for, and that are empty for this reason alone."""

    not_assessed: list[NotAssessed]
    """What could not be assessed, and why."""

    semantics: int
    """Grows when an outcome changes."""

    shares: list[Share]
    """Shares in time, each by its own definition."""


class _ReplayRequest(TypedDict):
    """Asks what became of the cases of a log."""

    as_of: StampGiven
    """As of when."""


class ReplayRequest(_ReplayRequest, total=False):
    """Asks what became of the cases of a log."""

    cases: Union[Sequence[CaseRow], Frame]
    """Case rows; may be left out."""

    events: Union[Sequence[Event], Frame]
    """Events; may be left out."""

    mapping: Union[str, None]
    """The mapping by which acts and actors are read, by name."""

    parts: Union[Sequence[Part], None]
    """Only these parts, beside counts and shares; without them, all. What is not asked for is not made."""

    profile: Union[Union[ProfileGiven, Profile], None]
    """What the whole log records, where these are some of its cases; without it, what these record."""


class ReplayedCase(TypedDict):
    """One case as it stands (*tình trạng vụ việc*)."""

    accepted: Union[Stamp, None]
    """Accepted."""

    accepted_by: Union[Origin, None]
    """By what that is known."""

    begun: Union[Stamp, None]
    """When it is first heard of."""

    case_id: CaseId
    """The case."""

    colour: Union[Colour, None]
    """The colour by which boards show it: grey when suspended or stopped, red when late; none without a due."""

    due: Union[Stamp, None]
    """The due by rule, recomputed."""

    due_original: Union[Stamp, None]
    """The due that the register showed first."""

    due_recorded: Union[Stamp, None]
    """The due that the register shows."""

    events: int
    """How many events it has."""

    finished: Union[Stamp, None]
    """Finished."""

    finished_by: Union[Origin, None]
    """By what that is known."""

    grade: Grade
    """What its events allow to say."""

    holds: list[HoldSpan]
    """Who held what, in order."""

    late_working_seconds: Seconds
    """Working seconds beyond that due."""

    procedure: Union[ProcedureId, None]
    """The procedure."""

    responsible: Union[OfficerId, None]
    """Who answers for it, by the header."""

    standing: Standing
    """How it stands to the due that judges: the recomputed one, else the recorded one; while it has still to be said whether it is taken up, the due of that."""

    state: State
    """Where it stands."""

    stopped: Union[Stamp, None]
    """Stopped without a result."""

    take_up: Union[TakenUp, None]
    """Whether it was taken up in time; none where no law limits that, or where the log does not say when it came in."""

    unit: Union[UnitId, None]
    """The unit."""


class ResponseFor(TypedDict):
    """The document that another one answers, or that a status is about."""

    code: Union[str, None]
    """Its number and symbol."""

    document_id: Union[str, None]
    """Its identifier on the axis."""

    issued: Union[Date, None]
    """Its day."""

    organ: Union[str, None]
    """The agency that issued it."""


class ResponseForGiven(TypedDict, total=False):
    """The document that another one answers, or that a status is about."""

    code: Union[str, None]
    """Its number and symbol."""

    document_id: Union[str, None]
    """Its identifier on the axis."""

    issued: Union[DateGiven, None]
    """Its day."""

    organ: Union[str, None]
    """The agency that issued it."""


class RestateRequest(TypedDict, total=False):
    """Asks for the rules in plain sentences."""

    accepted_at: Union[StampGiven, None]
    """Gives a sample due for a dossier accepted then."""

    procedure: Union[ProcedureId, None]
    """Only what concerns this procedure."""


class Restated(TypedDict):
    """A rulebook in words."""

    examples: int
    """How many examples its authors gave."""

    faults: list[ExampleFault]
    """The examples that come out otherwise."""

    hash: Hash
    """Its hash."""

    id: OfficeId
    """Identifier of the rulebook."""

    statements: list[Statement]
    """The sentences, in the order of the rulebook."""

    title: Text
    """Its title."""


class Retention(TypedDict):
    """What becomes of a file after the work has ended."""

    for_ever: bool
    """Whether it is kept for ever (*vĩnh viễn*)."""

    hand_over: Due
    """When it has to be with the current archive."""

    keep_until: Union[Date, None]
    """The last day on which it is kept; none means for ever."""

    source: list[Source]
    """The legal basis."""

    title: Text
    """What the file is about."""


class _RetentionRequest(TypedDict):
    """Asks how long a file is kept, and when it goes to the archive."""

    closed: DateGiven
    """The day on which the work ended."""

    kind: str
    """The kind of file, by its name in the rulebook."""


class RetentionRequest(_RetentionRequest, total=False):
    """Asks how long a file is kept, and when it goes to the archive."""

    calendar: Union[CalendarId, None]
    """A calendar by name."""

    unit: Union[UnitId, None]
    """The calendar of a unit."""


class Right(TypedDict):
    """A right that an act asks for."""

    role: Union[RoleId, None]
    """The role."""

    secrecy: Secrecy
    """How secret the matter is."""

    unit: Union[UnitId, None]
    """The unit at which it is needed; none for anywhere in the office."""


class RouteSpec(TypedDict):
    """Where a step goes by what the case is about: one act instead of a chain of hand-overs (*phân luồng tự động*)."""

    officer: Union[OfficerId, None]
    """The officer who gets it, if he may do it on that day; else it lies in the unit's queue."""

    unit: Union[UnitId, None]
    """The unit that gets it."""

    when: Union[Value, None]
    """The condition, over the case's data `d`; without one, always."""


class RouteSpecGiven(TypedDict, total=False):
    """Where a step goes by what the case is about: one act instead of a chain of hand-overs (*phân luồng tự động*)."""

    officer: Union[OfficerId, None]
    """The officer who gets it, if he may do it on that day; else it lies in the unit's queue."""

    unit: Union[UnitId, None]
    """The unit that gets it."""

    when: Union[Value, None]
    """The condition, over the case's data `d`; without one, always."""


class RuleTrace(TypedDict):
    """How a rule came to its answer (*diễn giải*)."""

    applies: bool
    """Whether a check on that day and at that stage looks at it."""

    expression: str
    """What it demands, as expression text."""

    lines: list[TraceLine]
    """The nodes in the order in which they were worked out, each above the ones that it is made of."""

    pointers: list[str]
    """The places where it fails, as JSON pointers into the form."""

    reason: Union[Reason, None]
    """Why it cannot be decided."""

    rule: RuleId
    """The rule."""

    standing: RuleStanding
    """How it stands."""


class _ScoreRequest(TypedDict):
    """Asks for the scorecards of a period."""

    as_of: StampGiven
    """As of when."""

    period: Period
    """The period: `2026-10` or `2026-Q4`."""


class ScoreRequest(_ScoreRequest, total=False):
    """Asks for the scorecards of a period."""

    cases: Union[Sequence[CaseRow], Frame]
    """Case rows; may be left out."""

    events: Union[Sequence[Event], Frame]
    """Events; may be left out."""

    inputs: Inputs
    """What no log holds: points given, failures confirmed, excuses, groups."""

    mapping: Union[str, None]
    """The mapping by which acts and actors are read, by name."""

    policy: Union[PolicyId, None]
    """The policy; without a name, the only one in force on the first day of the period."""


class Scores(TypedDict):
    """What a policy makes of a period: a head, and a card for each officer."""

    as_of: Stamp
    """The instant up to which the log was read."""

    cards: list[Card]
    """The cards, ordered by officer."""

    not_assessed: list[NotAssessed]
    """What the log or the rulebook does not allow to assess, and why."""

    period: Period
    """The period."""

    policy: PolicyRef
    """The policy."""

    semantics: int
    """Grows when an outcome changes."""


class SeenEvent(TypedDict):
    """An event that is part of the case."""

    digest: str
    """Hash of its content, by which a repetition is told from a conflict."""

    event_id: EventId
    """Its identifier."""


class Share(TypedDict):
    """A share in time (*tỷ lệ đúng hạn*). `denominator = numerator + late + undetermined`; a missing end is never "in time", it is counted under `not_finished`."""

    denominator: int
    """Of so many."""

    id: str
    """Its name."""

    late: int
    """Late."""

    no_due: int
    """Left out: finished or open, without such a due."""

    not_finished: int
    """Left out: not finished."""

    numerator: int
    """In time."""

    open_overdue: int
    """Of those not finished, how many are past their due."""

    stopped: int
    """Left out: stopped."""

    text: Text
    """Its definition."""

    undetermined: int
    """Finished on the day of the due, where either of the two is a day without a time."""


class Signer(TypedDict, total=False):
    """Who signs, as far as the prefix hangs on it."""

    acting: bool
    """Whether it is appointed acting head on that day."""

    authorised: bool
    """Whether a written authorisation covers the day."""

    by_order: bool
    """Whether the work rules let the head of that unit sign this kind of document by order."""

    collective: bool
    """Whether the agency decides as a collective (*Ủy ban nhân dân, Hội đồng nhân dân*)."""

    deputy_below: bool
    """Whether it is deputy to the head of such a unit, and so signs for him (`TL.`, then `KT.`)."""

    heads_unit_below: bool
    """Whether it heads a unit directly below the head of the agency."""

    standing: Rank
    """Head, deputy or member of the agency that issues."""


class SimulateRequest(TypedDict, total=False):
    """Sends the same work through several workflows."""

    arrivals: Sequence[Arrival]
    """What comes in."""

    on: Union[DateGiven, None]
    """The day whose versions are meant; without one, the last."""

    workflows: Sequence[WorkflowId]
    """The workflows; each is compared with the first."""

    working_seconds: Mapping[str, Seconds]
    """How long steps really take, in working seconds; without an entry, their budget."""


class Simulated(TypedDict):
    """What each workflow made of it, and by how much each differs from the first."""

    differences: list[Difference]
    """For each run but the first: it less the first."""

    runs: list[Simulation]
    """The runs, in the order asked for."""


class Simulation(TypedDict):
    """What a workflow made of the arrivals (*kết quả mô phỏng*)."""

    by_step: list[StepLoad]
    """The steps."""

    cases: int
    """Cases that went through."""

    hand_overs: int
    """How often work passed from one role and unit to another (*số lần chuyển tay*)."""

    routed: int
    """Steps whose unit or officer a rule over the content chose."""

    steps: int
    """Steps done."""

    stuck: list[CaseId]
    """Cases that the data do not lead through, and why for the first of them."""

    through_working_seconds: Seconds
    """Working seconds from arrival to end, over all cases; parallel branches count once."""

    why: Union[str, None]
    """Why the first of them is stuck."""

    workflow: WorkflowId
    """The workflow."""

    working_seconds: Seconds
    """Working seconds of all steps together."""


class Soundness(TypedDict):
    """Whether a workflow is sound, and how that was found out."""

    flaws: list[Flaw]
    """What is wrong, the nearest first."""

    states: int
    """How many states were looked at; none where the reductions decided."""

    unmatched: list[StepId]
    """Inclusive splits and joins that form no block."""

    verdict: Judgement
    """The verdict."""


class SoundnessRequest(TypedDict, total=False):
    """Asks whether a workflow is sound: one of the office, or one that is being drawn."""

    drawing: Union[Union[WorkflowSpecGiven, WorkflowSpec], None]
    """A workflow as a rulebook writes it."""

    on: Union[DateGiven, None]
    """The day whose version is meant, of the workflow or of those that the drawing calls; without one, the last."""

    workflow: Union[WorkflowId, None]
    """A workflow of the office."""


class Source(TypedDict):
    """The legal basis of a rule (*căn cứ*)."""

    article: Union[str, None]
    """Article, clause, point, such as `47` or `38.3`."""

    confidence: Confidence
    """How sure the authors are."""

    note: Union[str, None]
    """A remark: what was assumed, what is open."""

    text: str
    """Number and symbol of the text, such as `59/2020/QH14`."""


class _SourceGiven(TypedDict):
    """The legal basis of a rule (*căn cứ*)."""

    text: str
    """Number and symbol of the text, such as `59/2020/QH14`."""


class SourceGiven(_SourceGiven, total=False):
    """The legal basis of a rule (*căn cứ*)."""

    article: Union[str, None]
    """Article, clause, point, such as `47` or `38.3`."""

    confidence: Confidence
    """How sure the authors are."""

    note: Union[str, None]
    """A remark: what was assumed, what is open."""


class Span(TypedDict):
    """A time during which the clock stood."""

    end: Union[Stamp, None]
    """Until when; without one, it still stands."""

    reasons: list[str]
    """Why; several reasons where suspensions overlapped."""

    start: Stamp
    """From when."""


class _SpanGiven(TypedDict):
    """A time during which the clock stood."""

    start: StampGiven
    """From when."""


class SpanGiven(_SpanGiven, total=False):
    """A time during which the clock stood."""

    end: Union[StampGiven, None]
    """Until when; without one, it still stands."""

    reasons: Sequence[str]
    """Why; several reasons where suspensions overlapped."""


class StaffInfo(TypedDict):
    """Who did it, at the sending or at the receiving agency."""

    department: Union[str, None]
    """The unit."""

    email: Union[str, None]
    """The e-mail."""

    mobile: Union[str, None]
    """The telephone."""

    staff: Union[str, None]
    """The person."""


class StaffInfoGiven(TypedDict, total=False):
    """Who did it, at the sending or at the receiving agency."""

    department: Union[str, None]
    """The unit."""

    email: Union[str, None]
    """The e-mail."""

    mobile: Union[str, None]
    """The telephone."""

    staff: Union[str, None]
    """The person."""


class StaffingGap(TypedDict):
    """A step that nobody could do on some days (*bước thiếu người*)."""

    end: Date
    """Last day."""

    kind: StaffingGapKind
    """What is missing."""

    officer: Union[OfficerId, None]
    """The one who holds both."""

    other: Union[StepId, None]
    """The step that must be in other hands."""

    role: RoleId
    """The role."""

    start: Date
    """First day."""

    step: StepId
    """The step."""

    text: Text
    """The same in words."""

    unit: Union[UnitId, None]
    """The unit, where the step names one; else no unit at all has somebody."""

    workflow: WorkflowId
    """The workflow."""


class Statement(TypedDict):
    """One rule in words."""

    entry: str
    """The entry of the rulebook, such as `procedures/2.001199`."""

    kind: StatementKind
    """What it is about."""

    source: list[Source]
    """Its legal basis."""

    text: Text
    """The sentence."""


class StepLoad(TypedDict):
    """One step over all arrivals."""

    step: StepId
    """The step."""

    visits: int
    """How often it was done."""

    working_seconds: Seconds
    """Working seconds spent on it."""


class StepSpec(TypedDict):
    """A step (*bước*): `steps.<id>`."""

    budget: Union[Budget, None]
    """Working time that it may use."""

    clock: StepClock
    """What it does to the clock."""

    cooperating: list[RoleId]
    """Roles that cooperate (*phối hợp*)."""

    informed: list[RoleId]
    """Roles that are informed (*nhận để biết*)."""

    join: Join
    """On how many incoming flows it waits."""

    next: NextSpec
    """What follows."""

    not_by: OneOrMany_StepId
    """Steps whose doers must not do this one (*bốn mắt*); of a step that stands for a workflow, all of that, or one as `thu-ly#tham-dinh`."""

    note: Union[str, None]
    """What those who do it should know (*hướng dẫn*)."""

    on_silence: Union[Silence, None]
    """What silence means after its budget."""

    outcomes: list[str]
    """The outcomes that it may have; none named, none asked for."""

    product: Union[str, None]
    """What it must produce (*sản phẩm*)."""

    role: Union[RoleId, None]
    """The role that does it and answers for it (*chủ trì*)."""

    route: list[RouteSpec]
    """To whom it goes by content, the first that applies."""

    source: Union[Source, None]
    """Its legal basis."""

    supplement: Union[bool, None]
    """Whether it asks for a supplement, which may be done but once; without a word, a step that waits for the citizen while the clock does not run does."""

    title: Union[Text, None]
    """Its name; without one, its id."""

    unit: Union[UnitId, None]
    """The unit where it is done; without one, the unit that the case is with."""

    waits_for: Union[WaitsFor, None]
    """For whom it waits."""

    workflow: Union[WorkflowId, None]
    """The workflow that stands in place of this step (*quy trình con*): its steps are named after this one, as in `thu-ly#tham-dinh`. Such a step says its title and what follows; the rest is said by the steps of that workflow."""


class _StepSpecGiven(TypedDict):
    """A step (*bước*): `steps.<id>`."""

    next: Union[NextSpecGiven, NextSpec]
    """What follows."""


class StepSpecGiven(_StepSpecGiven, total=False):
    """A step (*bước*): `steps.<id>`."""

    budget: Union[Budget, None]
    """Working time that it may use."""

    clock: StepClock
    """What it does to the clock."""

    cooperating: Sequence[RoleId]
    """Roles that cooperate (*phối hợp*)."""

    informed: Sequence[RoleId]
    """Roles that are informed (*nhận để biết*)."""

    join: Join
    """On how many incoming flows it waits."""

    not_by: OneOrMany_StepId
    """Steps whose doers must not do this one (*bốn mắt*); of a step that stands for a workflow, all of that, or one as `thu-ly#tham-dinh`."""

    note: Union[str, None]
    """What those who do it should know (*hướng dẫn*)."""

    on_silence: Union[Silence, None]
    """What silence means after its budget."""

    outcomes: Sequence[str]
    """The outcomes that it may have; none named, none asked for."""

    product: Union[str, None]
    """What it must produce (*sản phẩm*)."""

    role: Union[RoleId, None]
    """The role that does it and answers for it (*chủ trì*)."""

    route: Sequence[Union[RouteSpecGiven, RouteSpec]]
    """To whom it goes by content, the first that applies."""

    source: Union[Union[SourceGiven, Source], None]
    """Its legal basis."""

    supplement: Union[bool, None]
    """Whether it asks for a supplement, which may be done but once; without a word, a step that waits for the citizen while the clock does not run does."""

    title: Union[Text, None]
    """Its name; without one, its id."""

    unit: Union[UnitId, None]
    """The unit where it is done; without one, the unit that the case is with."""

    waits_for: Union[WaitsFor, None]
    """For whom it waits."""

    workflow: Union[WorkflowId, None]
    """The workflow that stands in place of this step (*quy trình con*): its steps are named after this one, as in `thu-ly#tham-dinh`. Such a step says its title and what follows; the rest is said by the steps of that workflow."""


class Subject(TypedDict):
    """What a finding is about."""

    id: str
    """Its identifier."""

    kind: SubjectKind
    """Case, officer, unit or log."""


class _Submitted(TypedDict):
    """A component as it was handed in."""

    id: ComponentId
    """Which component."""


class Submitted(_Submitted, total=False):
    """A component as it was handed in."""

    count: int
    """How many."""

    form: PaperForm
    """In which form."""

    issued: Union[DateGiven, None]
    """The day of its issue."""

    signed: Signed
    """How it is signed."""


class _SuggestRequest(TypedDict):
    """Asks to whom an open step should go."""

    case: Union[CaseGiven, Case]
    """The case."""

    now: StampGiven
    """As of when."""

    step: StepId
    """The step."""


class SuggestRequest(_SuggestRequest, total=False):
    """Asks to whom an open step should go."""

    cases: Sequence[Union[CaseGiven, Case]]
    """The cases whose work counts as burden."""


class Suggestion(TypedDict):
    """Somebody to whom a step could go."""

    absent: bool
    """Whether the officer is away today."""

    near_due: int
    """Of them, those whose case is yellow."""

    officer: OfficerId
    """The officer."""

    open: int
    """Steps that the officer leads now."""

    overdue: int
    """Of them, those whose case is red."""

    substitute: bool
    """Whether the officer would act in another's right."""

    text: Text
    """The same in words."""


class TakenUp(TypedDict):
    """Whether it was said in time that a matter is taken up or not (*thời hạn thụ lý*)."""

    answered: Union[Stamp, None]
    """When it was said: by acceptance, or by ending the case without it."""

    due: Stamp
    """Until when it had to be said."""

    late_working_seconds: Seconds
    """Working seconds beyond the due."""

    received: Stamp
    """When it came in, from which the limit counts."""

    standing: Standing
    """How it stands."""


class Text(TypedDict):
    """A text in both languages.  A rulebook may give Vietnamese alone; English then repeats it, so that a reader always has something to read."""

    en: str
    """English."""

    vi: str
    """Vietnamese, with full diacritics."""


class Token(TypedDict):
    """A token: the step that it waits at (or `end`), and for joins the step that it came from."""

    came_from: Union[StepId, None]
    """The step that it came from, where that matters."""

    step: StepId
    """The step that it waits at."""


class _TokenGiven(TypedDict):
    """A token: the step that it waits at (or `end`), and for joins the step that it came from."""

    step: StepId
    """The step that it waits at."""


class TokenGiven(_TokenGiven, total=False):
    """A token: the step that it waits at (or `end`), and for joins the step that it came from."""

    came_from: Union[StepId, None]
    """The step that it came from, where that matters."""


class TouchedCase(TypedDict):
    """An open case that changes touch."""

    case_id: CaseId
    """The case."""

    last_day_after: Union[Date, None]
    """Its last day by the newer ones; nothing for one that begins anew."""

    last_day_before: Union[Date, None]
    """Its last day by the older rules."""


class Trace(TypedDict):
    """A place that the message passed."""

    at: Union[Stamp, None]
    """When."""

    organ: Union[str, None]
    """The agency."""


class TraceGiven(TypedDict, total=False):
    """A place that the message passed."""

    at: Union[StampGiven, None]
    """When."""

    organ: Union[str, None]
    """The agency."""


class TraceLine(TypedDict):
    """The value of one node of a rule."""

    depth: int
    """How deep the node lies."""

    expression: str
    """The node as expression text."""

    value: str
    """Its value; `pending`, or the reason why there is none."""


class _TraceRequest(TypedDict):
    """Asks how a rule comes to its answer about a dossier."""

    at: StampGiven
    """As of when, as for a check."""

    dossier: Dossier
    """The dossier."""

    rule: RuleId
    """The rule."""


class TraceRequest(_TraceRequest, total=False):
    """Asks how a rule comes to its answer about a dossier."""

    stage: Stage
    """For which stage."""

    unit: Union[UnitId, None]
    """The calendar of a unit, where rules count working days."""


class Undecided(TypedDict):
    """A rule that cannot be decided."""

    reason: Reason
    """Why."""

    rule: RuleId
    """The rule; `form` for the form's schema."""


class Verdict(TypedDict):
    """The answer to "is this dossier complete?" (*kết quả kiểm tra*)."""

    at: Date
    """As of which day."""

    by_data: list[ByData]
    """Components that a database made unnecessary."""

    pending: list[RuleId]
    """Rules that wait for data that are not filled in."""

    procedure: Union[ProcedureId, None]
    """The procedure, where a dossier was checked."""

    progress: Progress
    """How far the dossier is filled in."""

    ready: bool
    """Whether it may go on: no error, nothing pending, nothing undecided."""

    remarks: list[Remark]
    """What is to be mended or looked at, in order: stage, rank of the rule, order of the file, place."""

    stage: Stage
    """For which stage."""

    undetermined: list[Undecided]
    """Rules that cannot be decided."""

    unlisted: int
    """Remarks beyond the limit, not listed."""


class Verified(TypedDict):
    """Whether a proof holds."""

    holds: bool
    """It does."""

    text: Union[Text, None]
    """Why not."""


class VerifyRequest(TypedDict):
    """Asks whether a proof holds."""

    head: Head
    """The head that was deposited."""

    proof: Union[ProofGiven, Proof]
    """The proof."""


class Who(TypedDict, total=False):
    """Whose agenda: one officer's, one unit's, or, with neither, everybody's."""

    officer: Union[OfficerId, None]
    """Steps that this officer leads, cooperates on, or could claim."""

    unit: Union[UnitId, None]
    """Steps at this unit and at those under it."""


class WorkItem(TypedDict):
    """One line of an agenda (*việc cần xử lý*)."""

    budget_ends: Union[Stamp, None]
    """When the step's own budget is used up."""

    case_id: CaseId
    """The case."""

    colour: Colour
    """The colour now."""

    due: Union[Stamp, None]
    """When the case is due."""

    due_for: LimitOf
    """For what: the result, or, until that is said, whether the matter is taken up."""

    held_working_seconds: Seconds
    """Working time since the lead got it, or since it is open."""

    next_change: Union[Stamp, None]
    """When the colour changes by itself."""

    officer: Union[OfficerId, None]
    """Who leads it; none while it lies in the unit's queue."""

    step: StepId
    """The step."""

    unit: Union[UnitId, None]
    """The unit."""

    yellow_from: Union[Stamp, None]
    """From when it is yellow."""


class WorkflowSpec(TypedDict):
    """A workflow (*quy trình nội bộ*): `workflows.<id>`."""

    assume_sound: Union[AssumeSound, None]
    """Leave to use it where soundness is not decided."""

    in_force: InForce
    """The days on which it is in force."""

    source: Union[Source, None]
    """Its legal basis."""

    start: Union[StepId, None]
    """The first step; without one, the first that is written."""

    steps: dict[str, StepSpec]
    """The steps."""

    title: Union[Text, None]
    """Its name."""


class WorkflowSpecGiven(TypedDict, total=False):
    """A workflow (*quy trình nội bộ*): `workflows.<id>`."""

    assume_sound: Union[AssumeSound, None]
    """Leave to use it where soundness is not decided."""

    in_force: Union[InForceGiven, InForce]
    """The days on which it is in force."""

    source: Union[Union[SourceGiven, Source], None]
    """Its legal basis."""

    start: Union[StepId, None]
    """The first step; without one, the first that is written."""

    steps: Mapping[str, Union[StepSpecGiven, StepSpec]]
    """The steps."""

    title: Union[Text, None]
    """Its name."""


class _WriteBpmnRequest(TypedDict):
    """Asks for a workflow as BPMN 2.0."""

    workflow: WorkflowId
    """The workflow."""


class WriteBpmnRequest(_WriteBpmnRequest, total=False):
    """Asks for a workflow as BPMN 2.0."""

    on: Union[DateGiven, None]
    """The day whose version is meant; without one, the last."""


class WriteEdxmlRequest(TypedDict, total=False):
    """Asks for an edXML text: of a message or of a status, one of the two."""

    message: Union[Union[EdocMessageGiven, EdocMessage], None]
    """The message."""

    secrecy: Secrecy
    """How secret the document is: a secret one is not sent over the axis."""

    status: Union[Union[EdocStatusGiven, EdocStatus], None]
    """The status instead."""


class ZoneChange(TypedDict):
    """One change of offset."""

    at: Stamp
    """The instant."""

    offset: Zone
    """The offset from then on."""


class ZoneChangeGiven(TypedDict):
    """One change of offset."""

    at: StampGiven
    """The instant."""

    offset: Zone
    """The offset from then on."""


class ZoneRequest(TypedDict):
    """Asks for the table of a zone."""

    zone: ZoneSpec
    """An offset, a name of the IANA database, or a table."""


class ZoneTable(TypedDict):
    """The changes of a zone's offset."""

    changes: list[ZoneChange]
    """The changes."""

    first: Zone
    """The offset before the first change."""


class _ZoneTableGiven(TypedDict):
    """The changes of a zone's offset."""

    first: Zone
    """The offset before the first change."""


class ZoneTableGiven(_ZoneTableGiven, total=False):
    """The changes of a zone's offset."""

    changes: Sequence[Union[ZoneChangeGiven, ZoneChange]]
    """The changes."""

ActorKind: TypeAlias = Literal["person", "system", "citizen", "group", "unknown"]
"""What acted."""

BecauseCode: TypeAlias = Literal["start", "start_moved", "skipped", "swapped", "clipped", "rolled", "suspended", "restarted", "extended", "re_appointed", "chosen", "stopped", "provisional", "end"]
"""Why a due lies where it lies."""

Bound: TypeAlias = Literal["through", "before"]
"""Whether the due instant itself is still in time."""

BranchSpec: TypeAlias = Union[str, dict[str, Any]]

BranchSpecGiven: TypeAlias = Union[str, dict[str, Any]]

Budget: TypeAlias = str
"""Working time: `0,5 ngày làm việc`, `4 giờ`, `PT4H`"""

BusinessKind: TypeAlias = Literal["new", "recall", "update", "replace"]
"""What a message does with its document (*nghiệp vụ văn bản*)."""

CalendarId: TypeAlias = str

CaseId: TypeAlias = str

CaseState: TypeAlias = Literal["received", "processing", "suspended", "finished", "delivered", "stopped"]
"""Where a case stands (*trạng thái*)."""

ChangeKind: TypeAlias = Literal["added", "removed", "changed"]
"""What became of a part of a rulebook."""

ClockActKind: TypeAlias = Literal["suspend", "resume", "restart", "extend", "re_appoint", "stop"]
"""What an act does to the clock."""

Code: TypeAlias = str

Colour: TypeAlias = Literal["grey", "green", "yellow", "red"]
"""The colour of an item (*màu cảnh báo*)."""

ComponentId: TypeAlias = str

Confidence: TypeAlias = Literal["sure", "likely", "unsure"]
"""How sure the authors of a rulebook are of a rule."""

DataAnswer: TypeAlias = Literal["answered", "wrong", "down"]
"""What a database said when it was asked."""

Date: TypeAlias = str

DateGiven: TypeAlias = Union[str, date]

DayReasonCode: TypeAlias = Literal["weekly_rest", "holiday", "compensation", "closed", "make_up", "special_hours", "outside_calendar"]
"""What kind of reason a day has."""

DeviationKind: TypeAlias = Literal["unknown", "repeated", "missing", "unreadable", "spelling", "attachment", "namespace", "unchecked"]
"""How a message departs from the regulation."""

Dimension: TypeAlias = Literal["person", "task", "process", "time", "responsibility", "authority", "product", "effect"]
"""What is clear or not (*rõ*). A version of the motto ("5 rõ", "6 rõ") is a named subset, with labels and order,  in a policy."""

Direction: TypeAlias = Literal["incoming", "outgoing", "internal"]
"""Whither a document goes."""

DocumentStanding: TypeAlias = Literal["in_force", "amended", "replaced", "recalled"]
"""What became of a document."""

DueEntry: TypeAlias = Literal["event", "task", "nothing"]
"""As what a due stands in a file."""

EventId: TypeAlias = str

ExchangeStatus: TypeAlias = Literal["01", "02", "03", "04", "05", "06", "13", "15", "16"]
"""What the receiver has reported of a document (*trạng thái văn bản liên thông*)."""

FindingId: TypeAlias = str

FlawKind: TypeAlias = Literal["deadlock", "livelock", "twice_at_once", "improper_completion", "dead_step"]
"""What makes a workflow unsound."""

Grade: TypeAlias = Literal["header", "completions", "spans", "full"]
"""How much a log tells; a fact or finding that needs more than the log has is "not assessed"."""

Handlings: TypeAlias = list[Handling]

Hash: TypeAlias = str

Involvement: TypeAlias = Literal["lead", "cooperating", "informed"]
"""How an officer has to do with a step."""

Join: TypeAlias = Literal["any", "all", "some"]
"""On how many incoming flows a step waits."""

Judgement: TypeAlias = Literal["sound", "unsound", "undecided"]
"""Whether a workflow is sound."""

Kind: TypeAlias = Literal["nghi-quyet", "quyet-dinh", "chi-thi", "quy-che", "quy-dinh", "thong-cao", "thong-bao", "huong-dan", "chuong-trinh", "ke-hoach", "phuong-an", "de-an", "du-an", "bao-cao", "bien-ban", "to-trinh", "hop-dong", "cong-van", "cong-dien", "ban-ghi-nho", "ban-thoa-thuan", "giay-uy-quyen", "giay-moi", "giay-gioi-thieu", "giay-nghi-phep", "phieu-gui", "phieu-chuyen", "phieu-bao", "thu-cong"]
"""One of the 29 kinds of administrative documents (*loại văn bản hành chính*)."""

Lack: TypeAlias = Literal["unknown_officer", "not_employed", "clearance", "other_unit", "expired", "not_yet", "outside_scope", "giver_present", "chain_of_delegation", "giver_lacks_it", "no_role"]
"""Why a right is missing."""

Language: TypeAlias = Literal["vi", "en"]
"""A language in which texts exist."""

LetterKind: TypeAlias = Literal["receipt", "supplement", "refusal", "apology", "stop", "control", "register"]
"""What a form of the one-stop desk is for."""

Limit: TypeAlias = Union[str, dict[str, Any]]
"""A limit: `3 ngày làm việc`, `20 giờ làm việc`, `30 ngày`, `1 tháng`, `3 working days`, `PT8H` (working hours), `P1D` (a day of the calendar)"""

LimitOf: TypeAlias = Literal["result", "take_up"]
"""Which limit of a procedure is asked about."""

LinkKind: TypeAlias = Literal["appointment", "delegation"]
"""What a link of a chain of right rests on."""

Milestone: TypeAlias = Literal["arrive", "acknowledge", "register", "present", "direct", "hand_on", "settle", "draft", "approve", "sign", "number", "seal", "send", "close", "archive"]
"""What is done with a document on its way (Decree 30/2020 arts. 10–30)."""

NextSpec: TypeAlias = Union[str, dict[str, Any]]

NextSpecGiven: TypeAlias = Union[str, dict[str, Any]]

Occasion: TypeAlias = Literal["before", "due", "overdue"]
"""On what occasion."""

OfficeId: TypeAlias = str

OfficerId: TypeAlias = str

Origin: TypeAlias = Literal["header", "act"]
"""By what an instant of a case is known."""

Outcome: TypeAlias = Literal["early", "on_time", "late", "stopped", "undetermined"]
"""How something finished."""

Paper: TypeAlias = Literal["a4", "a5", "a4_wide"]
"""The paper that a form is printed on."""

PaperForm: TypeAlias = Literal["original", "copy", "electronic", "shown"]
"""The form in which a paper is handed in."""

Part: TypeAlias = Literal["cases", "items", "facts", "findings"]
"""A part of a replay that need not be told."""

Period: TypeAlias = str

PictureFormat: TypeAlias = Literal["svg", "dot", "mermaid"]
"""In which form a picture is wanted."""

PolicyId: TypeAlias = str

PositionId: TypeAlias = str

ProcedureId: TypeAlias = str

Rank: TypeAlias = Literal["head", "deputy", "member"]
"""Where a position stands in its unit; signing prefixes follow from it (Decree 30/2020 art. 13)."""

Rational: TypeAlias = Union[int, str, dict[str, Any]]
"""A fraction: 70/3, 25%, 0.25; answered as {num, den} in lowest terms"""

RationalGiven: TypeAlias = Union[int, str, dict[str, Any]]
"""A fraction: 70/3, 25%, 0.25; answered as {num, den} in lowest terms"""

Reason: TypeAlias = Literal["overflow", "fuel", "wrong_type", "bad_date", "division", "no_today", "no_calendar"]
"""Why a rule could not be decided."""

Recipient: TypeAlias = Literal["holder", "supervisor"]
"""Who is told."""

RegisterId: TypeAlias = str

RelationKind: TypeAlias = Literal["replaces", "amends", "corrects", "recalls", "answers"]
"""What a document does to another (*quan hệ văn bản*)."""

Reminders: TypeAlias = list[Reminder]

RoleId: TypeAlias = str

RuleId: TypeAlias = str

RuleStanding: TypeAlias = Literal["holds", "fails", "pending", "undetermined"]
"""How a rule stands."""

Seconds: TypeAlias = int
"""Whole seconds"""

Secrecy: TypeAlias = Literal["ordinary", "confidential", "secret", "top_secret"]
"""How secret a document is (*độ mật*; Law 29/2018/QH14), the least first."""

Severity: TypeAlias = Literal["error", "warning", "note"]
"""How much a remark weighs."""

Shift: TypeAlias = str

Signed: TypeAlias = Literal["none", "hand", "electronic"]
"""How a paper is signed."""

Silence: TypeAlias = Literal["agree", "refuse"]
"""What silence means once the step's budget is used."""

StaffingGapKind: TypeAlias = Literal["nobody", "same_person"]
"""What is missing."""

Stage: TypeAlias = Literal["filing", "desk", "appraisal"]
"""When a rule is looked at; a later stage looks at the rules of the earlier ones too."""

Stamp: TypeAlias = str
"""RFC 3339 in the zone of the office"""

StampGiven: TypeAlias = Union[str, datetime]
"""RFC 3339 in the zone of the office"""

Standing: TypeAlias = Literal["on_time", "late", "running", "undetermined", "not_assessed", "void"]
"""How a case or an item stands to its due."""

State: TypeAlias = Literal["open", "suspended", "finished", "returned", "stopped"]
"""Where a case stands."""

StatementKind: TypeAlias = Literal["calendar", "unit", "procedure", "limit", "sample", "component", "rule", "fee", "workflow", "step", "policy"]
"""What a sentence of a restated rulebook is about."""

StepClock: TypeAlias = Literal["run", "suspend", "restart"]
"""What entering the step does to the clock of the case."""

StepId: TypeAlias = str

SubjectKind: TypeAlias = Literal["case", "officer", "unit", "log"]
"""What a finding is about."""

Suggestions: TypeAlias = list[Suggestion]

Symbol: TypeAlias = str

UnitId: TypeAlias = str

Urgency: TypeAlias = Literal["ordinary", "urgent", "very_urgent", "express"]
"""How urgent a document is (*độ khẩn*), the least first."""

Value: TypeAlias = Any

WaitsFor: TypeAlias = Literal["citizen", "agency", "system"]
"""For whom a step waits; nobody of the office is charged with that time."""

When: TypeAlias = str

WhenGiven: TypeAlias = Union[str, date, datetime]

WorkflowId: TypeAlias = str

Zone: TypeAlias = str

OneOrMany_StepId: TypeAlias = Union[StepId, list[StepId]]

ZoneSpec: TypeAlias = Union[Zone, str, Union[ZoneTableGiven, ZoneTable]]
