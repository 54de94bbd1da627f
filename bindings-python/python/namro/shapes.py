"""Shapes of requests and answers.

Written by `cargo run -p xtask -- shapes` from core/schema.
"""

# mypy: no-warn-return-any

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, TypeAlias, TypedDict

from namro.answers import Answer, AnswerList, AnswerMap

At: TypeAlias = str | datetime
"""An instant: RFC 3339 text, or a `datetime` that knows its offset."""

Day: TypeAlias = str | date
"""A day: ISO text, or a `date`."""


class Actor(TypedDict, total=False):
    """Who or what acted (*người thực hiện*)."""

    id: OfficerId | None
    """Identifier of the officer (*mã cán bộ*), program or group; `None` if unknown."""

    kind: ActorKind
    """The kind of actor; only a person earns or loses points."""


class AgencyShare(Answer):
    """The share of the limit that one agency has (*phần thời hạn của cơ quan*), in the working time of that agency."""

    __slots__ = ()

    @property
    def due(self) -> Due | None:
        """When its share is used up, with the same yellow threshold as the limit; `None` while no step is open at it before that."""
        return self._get("due", Due)

    @property
    def share_working_seconds(self) -> Seconds:
        """Its share of the limit."""
        return self._get("share_working_seconds")

    @property
    def stays(self) -> AnswerList[Stay]:
        """When steps were open at it that are not open any more, since acceptance or the last restart."""
        return self._list("stays", Stay)

    @property
    def unit(self) -> UnitId:
        """The agency (*cơ quan, đơn vị*)."""
        return self._get("unit")

    @property
    def used_working_seconds(self) -> Seconds:
        """What it used until the last event, without suspensions and steps that wait for somebody outside; more than its share is lateness of that agency."""
        return self._get("used_working_seconds")


class Agenda(Answer):
    """Open work."""

    __slots__ = ()

    @property
    def items(self) -> AnswerList[WorkItem]:
        """The open work, sorted by due time."""
        return self._list("items", WorkItem)

    @property
    def next_wake_up(self) -> Stamp | None:
        """The next instant at which a colour changes without an event: ask again then."""
        return self._get("next_wake_up")


class Applicant(TypedDict, total=False):
    """The applicant as the desk recorded them; missing entries are taken from the dossier's form."""

    address: str | None
    """Postal address (*địa chỉ*)."""

    email: str | None
    """E-mail address (*thư điện tử*)."""

    name: str | None
    """Name of the person or organisation (*họ tên, tên tổ chức*)."""

    phone: str | None
    """Telephone number (*số điện thoại*)."""


class Applied(Answer):
    """The outcome of an event: exactly one of the two fields is present."""

    __slots__ = ()

    @property
    def case(self) -> Case | None:
        """The case after the event."""
        return self._get("case", Case)

    @property
    def refusal(self) -> Refusal | None:
        """Why the event is not allowed; the case is unchanged."""
        return self._get("refusal", Refusal)


class _Arrival(TypedDict):
    """A case that comes in during a simulation."""

    at: At
    """When it comes in (*tiếp nhận*)."""

    case_id: CaseId
    """Identifier of the case, used to report on it."""

    data: Value
    """The data on which the workflow decides its route."""


class Arrival(_Arrival, total=False):
    """A case that comes in during a simulation."""

    unit: UnitId | None
    """The unit that receives it; if absent, the office."""


class Attachment(Answer):
    """A file attached to a message (*tệp đính kèm*)."""

    __slots__ = ()

    @property
    def content(self) -> str | None:
        """The content in Base64, as received."""
        return self._get("content")

    @property
    def content_id(self) -> str | None:
        """Its identifier within the message."""
        return self._get("content_id")

    @property
    def description(self) -> str | None:
        """A description of the file (*mô tả*)."""
        return self._get("description")

    @property
    def media_type(self) -> str | None:
        """The media type, such as `application/pdf`."""
        return self._get("media_type")

    @property
    def name(self) -> str | None:
        """The file name (*tên tệp*)."""
        return self._get("name")


class Because(Answer):
    """One step of the explanation of a due."""

    __slots__ = ()

    @property
    def after(self) -> When | None:
        """The day or instant after the step."""
        return self._get("after")

    @property
    def before(self) -> When | None:
        """The day or instant before the step."""
        return self._get("before")

    @property
    def code(self) -> BecauseCode:
        """The kind of step."""
        return self._get("code")

    @property
    def source(self) -> Source | None:
        """Its legal basis (*căn cứ*)."""
        return self._get("source", Source)

    @property
    def text(self) -> Text:
        """The step in words, in both languages."""
        return self._get("text", Text)


class BpmnFile(Answer):
    """A file as text."""

    __slots__ = ()

    @property
    def xml(self) -> str:
        """The file."""
        return self._get("xml")


class BpmnImport(Answer):
    """The content of a BPMN file."""

    __slots__ = ()

    @property
    def remarks(self) -> AnswerList[BpmnRemark]:
        """Elements that were ignored or replaced, each with its line."""
        return self._list("remarks", BpmnRemark)

    @property
    def workflows(self) -> AnswerMap[WorkflowSpec]:
        """Its processes, as workflows in the form in which a rulebook writes them."""
        return self._get("workflows")


class BpmnRemark(Answer):
    """An element of a BPMN file that a workflow cannot express."""

    __slots__ = ()

    @property
    def code(self) -> Code:
        """What was done with it, as a code such as `outside_bpmn` (ignored)."""
        return self._get("code")

    @property
    def line(self) -> int | None:
        """The line of the file."""
        return self._get("line")

    @property
    def text(self) -> Text:
        """The same as a sentence that names the element."""
        return self._get("text", Text)


class Business(Answer):
    """The purpose of the message concerning its document (*nghiệp vụ*)."""

    __slots__ = ()

    @property
    def document_id(self) -> str | None:
        """Identifier of the document that it is about."""
        return self._get("document_id")

    @property
    def kind(self) -> BusinessKind | None:
        """New, recall, update or replace."""
        return self._get("kind")

    @property
    def paper(self) -> int | None:
        """Whether a paper copy is sent too: 1 if so."""
        return self._get("paper")

    @property
    def reason(self) -> str | None:
        """The reason (*lý do*)."""
        return self._get("reason")

    @property
    def replacements(self) -> AnswerList[Replacement]:
        """The documents that it replaces."""
        return self._list("replacements", Replacement)

    @property
    def staff(self) -> StaffInfo | None:
        """Who handled it."""
        return self._get("staff", StaffInfo)


class ByData(Answer):
    """A component that a database made unnecessary."""

    __slots__ = ()

    @property
    def component(self) -> ComponentId:
        """The component."""
        return self._get("component")

    @property
    def register(self) -> str:
        """The database."""
        return self._get("register")


class CalendarFile(Answer):
    """A file, as text."""

    __slots__ = ()

    @property
    def media_type(self) -> str:
        """Its media type."""
        return self._get("media_type")

    @property
    def text(self) -> str:
        """Its content: UTF-8, lines ended by CR LF."""
        return self._get("text")


class CapEffect(Answer):
    """The effect of a cap (*tỷ lệ khống chế*) on an officer's group."""

    __slots__ = ()

    @property
    def allowed(self) -> int:
        """How many may have the band."""
        return self._get("allowed")

    @property
    def band(self) -> str:
        """The band that is capped."""
        return self._get("band")

    @property
    def base(self) -> int:
        """The number of officers that the rate is applied to."""
        return self._get("base")

    @property
    def candidates(self) -> int:
        """How many of the group had enough points for it."""
        return self._get("candidates")

    @property
    def kept(self) -> bool:
        """Whether this officer keeps the band."""
        return self._get("kept")

    @property
    def place(self) -> int:
        """The rank of this officer among the candidates, from 1; equal officers share a rank."""
        return self._get("place")

    @property
    def text(self) -> Text:
        """The effect in words, in both languages."""
        return self._get("text", Text)


class Card(Answer):
    """The score of an officer in a period (*phiếu điểm*)."""

    __slots__ = ()

    @property
    def cap(self) -> CapEffect | None:
        """The effect of a cap on the rating."""
        return self._get("cap", CapEffect)

    @property
    def components(self) -> AnswerList[ComponentScore]:
        """The components that were assessed."""
        return self._list("components", ComponentScore)

    @property
    def coverage(self) -> Rational:
        """The share of the policy's maximum that could be assessed, from 0 to 1."""
        return self._get("coverage")

    @property
    def gains(self) -> AnswerList[Gain]:
        """Points that somebody gave."""
        return self._list("gains", Gain)

    @property
    def group(self) -> str:
        """The group within which the officer is rated (*nhóm xếp loại*)."""
        return self._get("group")

    @property
    def items(self) -> int:
        """Number of items that count for the period, without those passed on or stopped."""
        return self._get("items")

    @property
    def losses(self) -> AnswerList[Loss]:
        """Every point lost, with its evidence."""
        return self._list("losses", Loss)

    @property
    def maximum(self) -> Points:
        """The most points that could be reached in what was assessed."""
        return self._get("maximum", Points)

    @property
    def not_supplied(self) -> AnswerList[NotSupplied]:
        """The components that could not be assessed."""
        return self._list("not_supplied", NotSupplied)

    @property
    def officer(self) -> OfficerId:
        """The officer (*cán bộ, công chức*)."""
        return self._get("officer")

    @property
    def period(self) -> Period:
        """The period scored."""
        return self._get("period")

    @property
    def points(self) -> Points | None:
        """The points reached; `None` if nothing could be assessed, or if the sum overflows."""
        return self._get("points", Points)

    @property
    def policy(self) -> PolicyRef:
        """The policy that was applied."""
        return self._get("policy", PolicyRef)

    @property
    def rating(self) -> Rating | None:
        """The rating (*xếp loại*), if one is given."""
        return self._get("rating", Rating)

    @property
    def ratios(self) -> AnswerList[Ratio]:
        """Rates with their confidence intervals."""
        return self._list("ratios", Ratio)

    @property
    def result_hash(self) -> Hash | None:
        """Hash of all other fields."""
        return self._get("result_hash")

    @property
    def semantics(self) -> int:
        """Version of the rules of scoring; grows whenever an outcome changes."""
        return self._get("semantics")

    @property
    def unit(self) -> UnitId | None:
        """The unit of most of the officer's items."""
        return self._get("unit")


class Case(Answer):
    """A case (*vụ việc*)."""

    __slots__ = ()

    @property
    def accepted(self) -> Stamp | None:
        """When it was accepted as complete (*thụ lý*)."""
        return self._get("accepted")

    @property
    def case_id(self) -> CaseId:
        """Identifier of the case (*mã hồ sơ*)."""
        return self._get("case_id")

    @property
    def channel(self) -> str | None:
        """How it was filed, such as desk, online or post (*hình thức nộp*)."""
        return self._get("channel")

    @property
    def clock(self) -> CaseClock:
        """Its clock (*đồng hồ*) and the dues that follow."""
        return self._get("clock", CaseClock)

    @property
    def data(self) -> Value:
        """Data that its events brought, on which the workflow decides its route."""
        return self._get("data")

    @property
    def delivered(self) -> Stamp | None:
        """When the citizen got the result (*trả kết quả*)."""
        return self._get("delivered")

    @property
    def done(self) -> AnswerList[DoneStep]:
        """The steps that were done, in order."""
        return self._list("done", DoneStep)

    @property
    def events(self) -> AnswerList[SeenEvent]:
        """The events that have been applied."""
        return self._list("events", SeenEvent)

    @property
    def finished(self) -> Stamp | None:
        """When the result was handed over (*có kết quả*)."""
        return self._get("finished")

    @property
    def format(self) -> CaseFormat:
        """The format in which it is stored."""
        return self._get("format")

    @property
    def holders(self) -> AnswerList[Holder]:
        """The officers involved in its open steps."""
        return self._list("holders", Holder)

    @property
    def last_at(self) -> Stamp:
        """When the last event happened; the next must not be earlier."""
        return self._get("last_at")

    @property
    def office(self) -> OfficeId | None:
        """The office, if several share a store."""
        return self._get("office")

    @property
    def office_hash(self) -> str | None:
        """Hash of the rulebook that the last event was judged by."""
        return self._get("office_hash")

    @property
    def open_steps(self) -> AnswerList[OpenStep]:
        """The steps that may be done now (*bước đang mở*)."""
        return self._list("open_steps", OpenStep)

    @property
    def received(self) -> Stamp | None:
        """When it was received (*tiếp nhận*)."""
        return self._get("received")

    @property
    def secrecy(self) -> Secrecy:
        """How secret it is (*độ mật*)."""
        return self._get("secrecy")

    @property
    def seq(self) -> int:
        """Number of events applied so far; the next event carries `seq + 1`."""
        return self._get("seq")

    @property
    def state(self) -> CaseState:
        """The state of the case (*trạng thái*)."""
        return self._get("state")

    @property
    def stopped(self) -> Stamp | None:
        """When it ended without a result (*dừng giải quyết*)."""
        return self._get("stopped")

    @property
    def supplements(self) -> int:
        """How often a supplement was requested (*yêu cầu bổ sung*)."""
        return self._get("supplements")

    @property
    def tokens(self) -> AnswerList[Token]:
        """Where the tokens of its workflow are."""
        return self._list("tokens", Token)

    @property
    def unit(self) -> UnitId | None:
        """The unit that has the case (*đơn vị đang giải quyết*)."""
        return self._get("unit")

    @property
    def versions(self) -> CaseVersions:
        """Which versions of the rules apply to it."""
        return self._get("versions", CaseVersions)


class CaseClock(Answer):
    """The clock of a case (*đồng hồ*)."""

    __slots__ = ()

    @property
    def acts(self) -> AnswerList[ClockAct]:
        """Suspensions, resumptions, extensions and restarts, in order."""
        return self._list("acts", ClockAct)

    @property
    def due(self) -> Due | None:
        """When the case is due (*hạn trả kết quả*); `None` before acceptance, or without a limit."""
        return self._get("due", Due)

    @property
    def given(self) -> Stamp | None:
        """A due set by a leader if the procedure has none (*hạn theo bút phê*)."""
        return self._get("given")

    @property
    def shares(self) -> AnswerList[AgencyShare]:
        """The agencies that have a share of the limit, and what they used of it; empty before acceptance and without shares."""
        return self._list("shares", AgencyShare)

    @property
    def take_up(self) -> Due | None:
        """Until when the office must decide whether it accepts the case (*thụ lý*); kept as it was once decided."""
        return self._get("take_up", Due)


class _CaseRow(TypedDict):
    """The header of a case, as registers and exports keep it. A date without a time means the whole day, not its midnight."""

    case_id: CaseId
    """Identifier of the case (*mã hồ sơ*)."""


class CaseRow(_CaseRow, total=False):
    """The header of a case, as registers and exports keep it. A date without a time means the whole day, not its midnight."""

    accepted: At | Day | None
    """When it was accepted as complete (*ngày thụ lý*)."""

    channel: str | None
    """How it was filed, such as desk, online or post (*hình thức nộp*)."""

    due_original: At | Day | None
    """The due that was given to the citizen first (*hạn hẹn trả ban đầu*)."""

    due_recorded: At | Day | None
    """The due that the exporting system shows now (*hạn trên hệ thống*)."""

    finished: At | Day | None
    """When the result was handed over to the desk (*ngày có kết quả*)."""

    office: OfficeId | None
    """The office, if several share a log."""

    procedure: ProcedureId | None
    """The procedure (*thủ tục*), or the kind of document."""

    received: At | Day | None
    """When it arrived (*ngày tiếp nhận*)."""

    responsible: OfficerId | None
    """The officer who answers for the case (*người chịu trách nhiệm*)."""

    returned: At | Day | None
    """When the citizen got the result (*ngày trả*)."""

    status: str | None
    """The status (*trạng thái*), as the exporting system words it."""

    stopped: At | Day | None
    """When it was stopped without a result (*ngày dừng giải quyết*)."""

    submitted: At | Day | None
    """When the citizen sent it (*ngày nộp*)."""

    unit: UnitId | None
    """The unit that handles the case (*đơn vị giải quyết*)."""


class CaseSelection(TypedDict, total=False):
    """Which cases a table or shares are taken of; without an entry, all (*phạm vi hồ sơ*)."""

    channel: str | None
    """Those filed by a channel."""

    period: Period | None
    """Those that count for a month, quarter or year: by their due, otherwise their end, otherwise the replay."""

    procedure: ProcedureId | None
    """Those of a procedure."""

    unit: UnitId | None
    """Those of a unit."""


class CaseVersions(Answer):
    """Which versions of the rules apply to a case."""

    __slots__ = ()

    @property
    def anchored_on(self) -> Date | None:
        """The day whose versions apply: that of acceptance, or before acceptance that of receipt."""
        return self._get("anchored_on")

    @property
    def procedure(self) -> ProcedureId | None:
        """The procedure (*thủ tục*), or the kind of document."""
        return self._get("procedure")

    @property
    def workflow(self) -> WorkflowId | None:
        """The workflow (*quy trình*)."""
        return self._get("workflow")


class Change(Answer):
    """One change."""

    __slots__ = ()

    @property
    def after(self) -> Value | None:
        """The new value."""
        return self._get("after")

    @property
    def before(self) -> Value | None:
        """The old value."""
        return self._get("before")

    @property
    def entry(self) -> str | None:
        """The entry of the section, such as `2.001199`."""
        return self._get("entry")

    @property
    def kind(self) -> ChangeKind:
        """Added, removed or changed."""
        return self._get("kind")

    @property
    def open_cases(self) -> AnswerList[CaseId]:
        """The open cases that it affects."""
        return self._list("open_cases")

    @property
    def path(self) -> str:
        """JSON pointer into the canonical rulebook; list items are addressed by name, versions by their first day."""
        return self._get("path")

    @property
    def section(self) -> str:
        """The section: `procedures`, `calendars`, `workflows` …"""
        return self._get("section")

    @property
    def text(self) -> Text:
        """The change as a sentence."""
        return self._get("text", Text)

    @property
    def valid_from(self) -> Date | None:
        """The first day on which the change has an effect, if it is stated."""
        return self._get("valid_from")

    @property
    def valid_to(self) -> Date | None:
        """The last day on which the change has an effect, if it is stated."""
        return self._get("valid_to")


class Charge(Answer):
    """The part of a lateness that one officer is charged with."""

    __slots__ = ()

    @property
    def charged_working_seconds(self) -> Seconds:
        """That part in whole working seconds; 0 if no working time lies between the due and the end."""
        return self._get("charged_working_seconds")

    @property
    def officer(self) -> OfficerId:
        """The officer (*cán bộ, công chức*)."""
        return self._get("officer")

    @property
    def share(self) -> Rational:
        """The exact part of the lateness, above 0 and at most 1, such as `"3/8"`. It decides whether somebody is charged."""
        return self._get("share")

    @property
    def steps(self) -> AnswerList[StepId]:
        """The steps at which the officer used more working time than budgeted."""
        return self._list("steps")


class ClockAct(Answer):
    """An act on the clock of a case."""

    __slots__ = ()

    @property
    def at(self) -> Stamp:
        """When it takes effect."""
        return self._get("at")

    @property
    def by(self) -> Limit | None:
        """For an extension: by how much the limit grows."""
        return self._get("by")

    @property
    def clock(self) -> str | None:
        """The clock concerned, if a case has several; if absent, all of them."""
        return self._get("clock")

    @property
    def event_id(self) -> EventId | None:
        """The event that recorded the act."""
        return self._get("event_id")

    @property
    def kind(self) -> ClockActKind:
        """What the act does."""
        return self._get("kind")

    @property
    def reason(self) -> str | None:
        """Why the clock is suspended. Suspensions for different reasons may overlap, and each ends on its own; a resume without a reason ends all of them."""
        return self._get("reason")

    @property
    def recorded_at(self) -> Stamp | None:
        """When it was entered; later than `at` for a retroactive act. If absent, at `at`."""
        return self._get("recorded_at")

    @property
    def source(self) -> Source | None:
        """The legal basis or document (*căn cứ*)."""
        return self._get("source", Source)

    @property
    def until(self) -> When | None:
        """For an extension or a new date: until when; a date means the end of that day."""
        return self._get("until")


class _ClosedList(TypedDict):
    """A list of records that somebody declares complete for a period: from then on no row means none (*danh sách đã chốt*)."""

    decided_by: str
    """Who declares it."""

    kind: str
    """The kind of record."""

    period: Period
    """The period."""


class ClosedList(_ClosedList, total=False):
    """A list of records that somebody declares complete for a period: from then on no row means none (*danh sách đã chốt*)."""

    unit: UnitId | None
    """The unit; without one, all units."""


class Column(Answer):
    """A column of a table (*cột*)."""

    __slots__ = ()

    @property
    def kind(self) -> ColumnKind:
        """What its values are."""
        return self._get("kind")

    @property
    def name(self) -> str:
        """Its name, such as `case_id`; durations end in `_seconds` or `_working_seconds`."""
        return self._get("name")

    @property
    def title(self) -> Text:
        """Its title for people."""
        return self._get("title", Text)

    @property
    def values(self) -> Values:
        """A value for each row; `null` where there is none."""
        return self._get("values")


class ComponentScore(Answer):
    """The score of one component of a card (*điểm tiêu chí*)."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Identifier of the component (*tiêu chí*)."""
        return self._get("id")

    @property
    def items(self) -> int:
        """Number of items it was computed over; 0 if somebody gave the points."""
        return self._get("items")

    @property
    def left_out(self) -> int:
        """Number of items of the period not counted: not yet due, no due, or no evidence of who was late."""
        return self._get("left_out")

    @property
    def points(self) -> Points:
        """The points reached, from 0 to `weight`."""
        return self._get("points", Points)

    @property
    def title(self) -> Text:
        """The name shown to people."""
        return self._get("title", Text)

    @property
    def weight(self) -> Rational:
        """The most points that the component can give."""
        return self._get("weight")


class Consistency(Answer):
    """The proof that a later head continues an earlier one (*bằng chứng đầu sổ sau nối tiếp đầu sổ trước*).  It names no event: only the cases, how many entries each has, and hashes. Since the chain of a case grows in its place, the proof has all leaves of the earlier head; the path of RFC 9162 §2.1.4, which is shorter, fits a tree that grows at its end alone."""

    __slots__ = ()

    @property
    def grown(self) -> AnswerMap[AnswerList[Hash]]:
        """The hashes of the entries made since, by case, in the order of its chain."""
        return self._get("grown")

    @property
    def leaves(self) -> AnswerList[Leaf]:
        """The leaves under the earlier head."""
        return self._list("leaves", Leaf)


class Count(Answer):
    """A simple count, with its definition."""

    __slots__ = ()

    @property
    def count(self) -> int:
        """The number counted."""
        return self._get("count")

    @property
    def id(self) -> CountId:
        """Name of the count, such as `handovers`."""
        return self._get("id")

    @property
    def text(self) -> Text:
        """How it is counted, in words."""
        return self._get("text", Text)


class DayAnswer(Answer):
    """A day in the working calendar and in the lunar calendar."""

    __slots__ = ()

    @property
    def date(self) -> Date:
        """The day."""
        return self._get("date")

    @property
    def lunar(self) -> LunarDate | None:
        """The same day in the lunar calendar; `None` outside the lunar years 1900 to 2199."""
        return self._get("lunar", LunarDate)

    @property
    def provisional(self) -> bool:
        """Whether the notice for its year is unknown, so that a swap may still change the day (*tạm tính*)."""
        return self._get("provisional")

    @property
    def reasons(self) -> AnswerList[DayReason]:
        """Why it is off, or why it is worked although it would be off; empty for an ordinary working day."""
        return self._list("reasons", DayReason)

    @property
    def shifts(self) -> AnswerList[Shift]:
        """Its shifts, in order; empty on a day off."""
        return self._list("shifts")

    @property
    def working(self) -> bool:
        """Whether it has any shift (*ngày làm việc*)."""
        return self._get("working")


class DayReason(Answer):
    """Why a day is what it is."""

    __slots__ = ()

    @property
    def code(self) -> DayReasonCode:
        """What kind of reason."""
        return self._get("code")

    @property
    def source(self) -> Source | None:
        """The legal basis (*căn cứ*) or the notice."""
        return self._get("source", Source)

    @property
    def text(self) -> Text:
        """In words."""
        return self._get("text", Text)


class Denial(Answer):
    """A right that is denied: what is missing, and who has it."""

    __slots__ = ()

    @property
    def held_by(self) -> AnswerList[OfficerId]:
        """The officers who have the right on that day, present ones first."""
        return self._list("held_by")

    @property
    def lack(self) -> Lack:
        """Why the officer does not have the right."""
        return self._get("lack")

    @property
    def missing(self) -> Right:
        """The right that is missing."""
        return self._get("missing", Right)

    @property
    def since(self) -> Date | None:
        """Since when the first of them has had it, if known."""
        return self._get("since")

    @property
    def text(self) -> Text:
        """The denial in words, in both languages."""
        return self._get("text", Text)


class Description(Answer):
    """The contents of an office."""

    __slots__ = ()

    @property
    def calendars(self) -> AnswerList[str]:
        """Calendars, by identifier."""
        return self._list("calendars")

    @property
    def hash(self) -> Hash:
        """Hash of the canonical content of all its texts."""
        return self._get("hash")

    @property
    def id(self) -> OfficeId:
        """Identifier of the root rulebook."""
        return self._get("id")

    @property
    def idle(self) -> AnswerList[str]:
        """JSON pointers to keywords of forms that have no effect."""
        return self._list("idle")

    @property
    def indicators(self) -> AnswerList[str]:
        """Indicators."""
        return self._list("indicators")

    @property
    def mappings(self) -> AnswerList[str]:
        """Mappings."""
        return self._list("mappings")

    @property
    def officers(self) -> int:
        """The number of people in the staff table."""
        return self._get("officers")

    @property
    def policies(self) -> AnswerList[str]:
        """Policies."""
        return self._list("policies")

    @property
    def positions(self) -> AnswerList[str]:
        """Positions."""
        return self._list("positions")

    @property
    def procedures(self) -> AnswerList[str]:
        """Procedures."""
        return self._list("procedures")

    @property
    def records(self) -> AnswerList[str]:
        """Kinds of records."""
        return self._list("records")

    @property
    def semantics(self) -> int:
        """The version of the answers: it grows when the answer to some input changes."""
        return self._get("semantics")

    @property
    def staff_hash(self) -> Hash | None:
        """Hash of the staff table, if there is one."""
        return self._get("staff_hash")

    @property
    def staffing(self) -> AnswerList[StaffingGap]:
        """Steps that nobody could carry out on some days of the requested period."""
        return self._list("staffing", StaffingGap)

    @property
    def title(self) -> Text:
        """Its title."""
        return self._get("title", Text)

    @property
    def units(self) -> AnswerList[str]:
        """Units."""
        return self._list("units")

    @property
    def unsourced(self) -> AnswerList[str]:
        """Rules of procedures without a legal basis, as JSON pointers into the rulebook (*quy tắc chưa ghi căn cứ*)."""
        return self._list("unsourced")

    @property
    def workflows(self) -> AnswerList[str]:
        """Workflows."""
        return self._list("workflows")


class Deviation(Answer):
    """A place where a message deviates from the regulation."""

    __slots__ = ()

    @property
    def kind(self) -> DeviationKind:
        """The kind of deviation."""
        return self._get("kind")

    @property
    def line(self) -> int | None:
        """The line in the text, from 1."""
        return self._get("line")

    @property
    def path(self) -> str:
        """The path to the element, such as `MessageHeader/Code/CodeNumber`."""
        return self._get("path")

    @property
    def text(self) -> Text:
        """The deviation in words, in both languages."""
        return self._get("text", Text)


class Diff(Answer):
    """What changed."""

    __slots__ = ()

    @property
    def cases(self) -> AnswerList[TouchedCase]:
        """The open cases that are affected by some change."""
        return self._list("cases", TouchedCase)

    @property
    def changes(self) -> AnswerList[Change]:
        """The changes, in the order of the canonical rulebook."""
        return self._list("changes", Change)

    @property
    def same(self) -> bool:
        """Whether both rulebooks have the same meaning."""
        return self._get("same")


class Difference(Answer):
    """The difference of a run from the first one."""

    __slots__ = ()

    @property
    def hand_overs(self) -> int:
        """Hand-overs."""
        return self._get("hand_overs")

    @property
    def steps(self) -> int:
        """Steps carried out."""
        return self._get("steps")

    @property
    def through_working_seconds(self) -> Seconds:
        """Working seconds from arrival to end."""
        return self._get("through_working_seconds")

    @property
    def workflow(self) -> WorkflowId:
        """The workflow."""
        return self._get("workflow")

    @property
    def working_seconds(self) -> Seconds:
        """Working seconds of all steps."""
        return self._get("working_seconds")


class _Document(TypedDict):
    """A document (*văn bản*)."""

    direction: Direction
    """Whether it is incoming, outgoing or internal."""

    issued: Day
    """The date of the document (*ngày ban hành*)."""

    organ: str
    """The agency that issued it, by code or name (*cơ quan ban hành*)."""

    symbol: str
    """Number and symbol as written, such as `01/CT-UBND` (*số và ký hiệu*)."""


class Document(_Document, total=False):
    """A document (*văn bản*)."""

    done: Mapping[str, At]
    """What was done with it, and when."""

    due: At | None
    """Until when it must be handled, if a leader set a date (*hạn theo bút phê*)."""

    kind: Kind | None
    """The kind, if it is registered separately from the symbol (*loại văn bản*)."""

    number: int | None
    """Its number in the register, if it differs from that of the symbol (*số đến*)."""

    receivers: Sequence[str]
    """The addressees (*nơi nhận*)."""

    register: RegisterId | None
    """The register in which it is registered (*sổ đăng ký*)."""

    relations: Sequence[Relation]
    """Its relations to other documents."""

    secrecy: Secrecy
    """How secret it is (*độ mật*)."""

    signature: Sequence[str]
    """The lines of the signature block above the name."""

    signed_by: OfficerId | None
    """The officer of this office who signed; the signing power follows from the staff."""

    signer: Signer | None
    """The properties of the signer on which the prefixes depend, for callers without staff."""

    subject: str | None
    """The subject (*trích yếu*)."""

    unit: UnitId | None
    """The unit of this office in whose name it is signed; if absent, the office itself."""

    urgency: Urgency
    """How urgent it is (*độ khẩn*)."""

    wants_answer: bool
    """Whether an answer is expected."""


class DocumentState(Answer):
    """The state of one document of a list."""

    __slots__ = ()

    @property
    def answered_by(self) -> AnswerList[int]:
        """The documents that answer it (*văn bản trả lời*), as indices into the list."""
        return self._list("answered_by")

    @property
    def awaits_answer(self) -> bool:
        """Whether an answer is expected and has not been given."""
        return self._get("awaits_answer")

    @property
    def by(self) -> AnswerList[int]:
        """The documents that caused this, and those that correct it, as indices into the list."""
        return self._list("by")

    @property
    def standing(self) -> DocumentStanding:
        """Its validity (*tình trạng hiệu lực*)."""
        return self._get("standing")


class DoneStep(Answer):
    """A step that was done and by whom; separation of duties (*bốn mắt*) is checked on these."""

    __slots__ = ()

    @property
    def at(self) -> Stamp:
        """When it was done."""
        return self._get("at")

    @property
    def led_to(self) -> AnswerList[StepId]:
        """The steps that it opened."""
        return self._list("led_to")

    @property
    def officer(self) -> OfficerId | None:
        """The officer who did it; `None` for a program or the citizen."""
        return self._get("officer")

    @property
    def outcome(self) -> str | None:
        """Its outcome (*kết quả của bước*), such as `approve`."""
        return self._get("outcome")

    @property
    def principal(self) -> OfficerId | None:
        """The officer on whose behalf a substitute did it (*người ủy quyền*)."""
        return self._get("principal")

    @property
    def step(self) -> StepId:
        """The step (*bước*)."""
        return self._get("step")

    @property
    def undone(self) -> bool:
        """Whether it was taken back later."""
        return self._get("undone")


class _Dossier(TypedDict):
    """A dossier (*hồ sơ*)."""

    procedure: ProcedureId
    """The code of the procedure."""


class Dossier(_Dossier, total=False):
    """A dossier (*hồ sơ*)."""

    channel: str | None
    """The filing channel: `desk`, `online` or `post`."""

    components: Sequence[Submitted]
    """The papers."""

    data: Mapping[str, DataAnswer]
    """The answers of databases, by database name."""

    form: Value
    """The form data."""

    submitted: At | None
    """When it was filed. Rules read the day in the offset of this stamp; [`Dossier::seen_in`] changes it to the offset of the office."""


class Due(Answer):
    """When something is due (*hạn*), and why."""

    __slots__ = ()

    @property
    def because(self) -> AnswerList[Because]:
        """How it was counted, step by step."""
        return self._list("because", Because)

    @property
    def bound(self) -> Bound:
        """Whether the instant `due` is still on time."""
        return self._get("bound")

    @property
    def committed(self) -> End | None:
        """The end of the limit that the office committed to (*thời hạn cam kết*)."""
        return self._get("committed", End)

    @property
    def due(self) -> Stamp:
        """The due instant: that of the committed limit, otherwise that of the statutory one."""
        return self._get("due")

    @property
    def early_before(self) -> Stamp | None:
        """Finished before this instant is early (*trước hạn*); `None` for limits in hours, where only a margin of the policy decides."""
        return self._get("early_before")

    @property
    def last_day(self) -> Date:
        """The last day of the limit."""
        return self._get("last_day")

    @property
    def legal_end(self) -> Stamp:
        """24:00 of the last day, exclusive; for limits in hours, the due."""
        return self._get("legal_end")

    @property
    def office_end(self) -> Stamp:
        """The close of the last day's last shift, inclusive; for limits in hours, the due."""
        return self._get("office_end")

    @property
    def provisional(self) -> bool:
        """Whether it depends on days whose notice is not yet known (*tạm tính*)."""
        return self._get("provisional")

    @property
    def reappointed(self) -> Stamp | None:
        """A date promised in addition to the due (*ngày hẹn lại*); lateness is still judged by the due."""
        return self._get("reappointed")

    @property
    def start(self) -> Stamp:
        """When counting began: acceptance, moved by the channel rule, or the last restart."""
        return self._get("start")

    @property
    def statutory(self) -> End | None:
        """The end of the limit set by law (*thời hạn theo luật*)."""
        return self._get("statutory", End)

    @property
    def stopped(self) -> Stamp | None:
        """When the case ended without a result (*dừng giải quyết*)."""
        return self._get("stopped")

    @property
    def suspended(self) -> AnswerList[Span]:
        """When the clock was suspended (*tạm dừng*), in order."""
        return self._list("suspended", Span)

    @property
    def text(self) -> Text:
        """The due as people read it: `17:30 thứ Bảy, ngày 10/01/2026`."""
        return self._get("text", Text)

    @property
    def yellow_from(self) -> Stamp | None:
        """From this instant on it is yellow (*sắp đến hạn*); `None` if it never is."""
        return self._get("yellow_from")


class DueAnswer(Answer):
    """A due date, its colour if an instant was given, and how the work finished."""

    __slots__ = ()

    @property
    def because(self) -> AnswerList[Because]:
        """How it was counted, step by step."""
        return self._list("because", Because)

    @property
    def bound(self) -> Bound:
        """Whether the instant `due` is still on time."""
        return self._get("bound")

    @property
    def colour(self) -> Colour | None:
        """Its colour at `now`."""
        return self._get("colour")

    @property
    def committed(self) -> End | None:
        """The end of the limit that the office committed to (*thời hạn cam kết*)."""
        return self._get("committed", End)

    @property
    def due(self) -> Stamp:
        """The due instant: that of the committed limit, otherwise that of the statutory one."""
        return self._get("due")

    @property
    def early_before(self) -> Stamp | None:
        """Finished before this instant is early (*trước hạn*); `None` for limits in hours, where only a margin of the policy decides."""
        return self._get("early_before")

    @property
    def last_day(self) -> Date:
        """The last day of the limit."""
        return self._get("last_day")

    @property
    def late_committed(self) -> bool | None:
        """Whether it finished after the committed limit; `None` if there is none, or if it cannot be determined."""
        return self._get("late_committed")

    @property
    def late_statutory(self) -> bool | None:
        """Whether it finished after the statutory limit; `None` if there is none, or if it cannot be determined."""
        return self._get("late_statutory")

    @property
    def legal_end(self) -> Stamp:
        """24:00 of the last day, exclusive; for limits in hours, the due."""
        return self._get("legal_end")

    @property
    def next_change(self) -> Stamp | None:
        """The first whole second at which the colour changes."""
        return self._get("next_change")

    @property
    def office_end(self) -> Stamp:
        """The close of the last day's last shift, inclusive; for limits in hours, the due."""
        return self._get("office_end")

    @property
    def outcome(self) -> Outcome | None:
        """How the work finished: early, on time or late; undetermined if only the day is known and the due time lies within it."""
        return self._get("outcome")

    @property
    def provisional(self) -> bool:
        """Whether it depends on days whose notice is not yet known (*tạm tính*)."""
        return self._get("provisional")

    @property
    def reappointed(self) -> Stamp | None:
        """A date promised in addition to the due (*ngày hẹn lại*); lateness is still judged by the due."""
        return self._get("reappointed")

    @property
    def start(self) -> Stamp:
        """When counting began: acceptance, moved by the channel rule, or the last restart."""
        return self._get("start")

    @property
    def statutory(self) -> End | None:
        """The end of the limit set by law (*thời hạn theo luật*)."""
        return self._get("statutory", End)

    @property
    def stopped(self) -> Stamp | None:
        """When the case ended without a result (*dừng giải quyết*)."""
        return self._get("stopped")

    @property
    def suspended(self) -> AnswerList[Span]:
        """When the clock was suspended (*tạm dừng*), in order."""
        return self._list("suspended", Span)

    @property
    def text(self) -> Text:
        """The due as people read it: `17:30 thứ Bảy, ngày 10/01/2026`."""
        return self._get("text", Text)

    @property
    def yellow_from(self) -> Stamp | None:
        """From this instant on it is yellow (*sắp đến hạn*); `None` if it never is."""
        return self._get("yellow_from")


class DueRequest(TypedDict, total=False):
    """Request for a due date: of a procedure, or of a limit given here."""

    accepted_at: At | None
    """The instant at which the dossier was accepted as complete (*tiếp nhận*)."""

    accepted_on: Day | None
    """The day of acceptance, if the time is unknown. The due date is then computed for the whole day, not for its midnight."""

    acts: Sequence[ClockAct | Mapping[str, Any]]
    """Suspensions, resumptions and extensions of the limit."""

    calendar: CalendarId | None
    """A calendar by name."""

    channel: str | None
    """The channel of filing: desk, online or post. It may move the start."""

    clock: str | None
    """The clock, if a case has several."""

    early_margin_seconds: Seconds | None
    """For limits in hours: work that finished at least this many seconds before the due time counts as early."""

    entered_by: At | None
    """Only those `acts` count that were recorded up to this instant."""

    factors: Sequence[str]
    """Circumstances that lengthen the limit, such as `complex` or `remote`."""

    finished: At | Day | None
    """When it finished, as an instant or a day; the answer says whether it was on time."""

    form: Value | None
    """The form data, if the limit of the procedure depends on it."""

    known_at: At | None
    """Uses the calendar as it was known at this instant; with the instant of acceptance, this gives the promised due date."""

    limit: Limit | None
    """A limit instead of a procedure, such as `2 ngày làm việc`."""

    now: At | None
    """The instant for which the colour is computed."""

    of: LimitOf
    """Which limit of the procedure: that of the result, or that of taking up the matter (*thụ lý*), counted from its receipt."""

    procedure: ProcedureId | None
    """The procedure, in its version on the day of acceptance."""

    unit: UnitId | None
    """The calendar of a unit."""


class EdocCode(Answer):
    """Number and notation of a document (*số và ký hiệu*)."""

    __slots__ = ()

    @property
    def notation(self) -> str | None:
        """The notation, such as `TB-UBND` (*ký hiệu*)."""
        return self._get("notation")

    @property
    def number(self) -> str | None:
        """The number, such as `05` (*số*)."""
        return self._get("number")


class EdocKind(Answer):
    """The kind of a document (*loại văn bản*)."""

    __slots__ = ()

    @property
    def code(self) -> int | None:
        """Its number in the regulation's list of kinds."""
        return self._get("code")

    @property
    def detail(self) -> int | None:
        """A number that subdivides the kind."""
        return self._get("detail")

    @property
    def name(self) -> str | None:
        """Name of the kind (*tên loại*)."""
        return self._get("name")


class EdocMessage(Answer):
    """A document on its way to other agencies (*thông điệp văn bản*)."""

    __slots__ = ()

    @property
    def attachments(self) -> AnswerList[Attachment]:
        """The attached files (*tệp đính kèm*)."""
        return self._list("attachments", Attachment)

    @property
    def business(self) -> Business | None:
        """The purpose of the message (*nghiệp vụ*)."""
        return self._get("business", Business)

    @property
    def code(self) -> EdocCode | None:
        """Number and notation (*số và ký hiệu*)."""
        return self._get("code", EdocCode)

    @property
    def content(self) -> str | None:
        """A summary of the content."""
        return self._get("content")

    @property
    def document_id(self) -> str | None:
        """Its identifier on the national document axis."""
        return self._get("document_id")

    @property
    def due(self) -> Date | None:
        """Until when it must be handled (*hạn giải quyết*)."""
        return self._get("due")

    @property
    def kind(self) -> EdocKind | None:
        """The kind of document (*loại văn bản*)."""
        return self._get("kind", EdocKind)

    @property
    def other(self) -> EdocOther | None:
        """Further properties of the document."""
        return self._get("other", EdocOther)

    @property
    def promulgation(self) -> Promulgation | None:
        """Where and when it was issued."""
        return self._get("promulgation", Promulgation)

    @property
    def receivers(self) -> AnswerList[Organ]:
        """The receiving agencies (*cơ quan nhận*)."""
        return self._list("receivers", Organ)

    @property
    def response_for(self) -> AnswerList[ResponseFor]:
        """The documents that it answers."""
        return self._list("response_for", ResponseFor)

    @property
    def sender(self) -> Organ | None:
        """The sending agency (*cơ quan gửi*)."""
        return self._get("sender", Organ)

    @property
    def signed(self) -> bool:
        """Whether it carries a digital signature, which is neither checked nor written here."""
        return self._get("signed")

    @property
    def signer(self) -> EdocSigner | None:
        """The person who signed (*người ký*)."""
        return self._get("signer", EdocSigner)

    @property
    def steering(self) -> int | None:
        """Whether it gives instructions (*văn bản chỉ đạo*): 0 if it does not."""
        return self._get("steering")

    @property
    def subject(self) -> str | None:
        """The subject (*trích yếu*)."""
        return self._get("subject")

    @property
    def to_places(self) -> AnswerList[str]:
        """Places of receipt (*nơi nhận*)."""
        return self._list("to_places")

    @property
    def trace(self) -> AnswerList[Trace]:
        """The agencies through which it passed."""
        return self._list("trace", Trace)


class EdocOther(Answer):
    """Further properties of a document."""

    __slots__ = ()

    @property
    def appendixes(self) -> AnswerList[str]:
        """Names of its appendices (*phụ lục*)."""
        return self._list("appendixes")

    @property
    def copies(self) -> int | None:
        """Number of copies (*số bản*)."""
        return self._get("copies")

    @property
    def pages(self) -> int | None:
        """Number of pages (*số trang*)."""
        return self._get("pages")

    @property
    def priority(self) -> int | None:
        """Urgency (*độ khẩn*): 0 is ordinary, other values are those of the product."""
        return self._get("priority")

    @property
    def sphere(self) -> str | None:
        """How far the document may be distributed (*phạm vi lưu hành*)."""
        return self._get("sphere")

    @property
    def typist(self) -> str | None:
        """The person who typed it (*người soạn thảo*)."""
        return self._get("typist")


class EdocReading(Answer):
    """The result of reading: a message or a status, and all deviations from the regulation."""

    __slots__ = ()

    @property
    def deviations(self) -> AnswerList[Deviation]:
        """The deviations from the regulation, in the order of the text."""
        return self._list("deviations", Deviation)

    @property
    def message(self) -> EdocMessage | None:
        """The message, if the text is one."""
        return self._get("message", EdocMessage)

    @property
    def status(self) -> EdocStatus | None:
        """The status, if the text is one."""
        return self._get("status", EdocStatus)


class EdocSigner(Answer):
    """The person who signed (*người ký*)."""

    __slots__ = ()

    @property
    def competence(self) -> str | None:
        """The signing power: the prefix of the signature block (*quyền hạn ký*)."""
        return self._get("competence")

    @property
    def name(self) -> str | None:
        """Full name (*họ và tên*)."""
        return self._get("name")

    @property
    def position(self) -> str | None:
        """The position (*chức vụ*)."""
        return self._get("position")


class EdocStatus(Answer):
    """The status of a document, as a receiver reports it (*trạng thái văn bản*)."""

    __slots__ = ()

    @property
    def at(self) -> Stamp | None:
        """When the status was reached."""
        return self._get("at")

    @property
    def description(self) -> str | None:
        """The reason in words; required for a refusal."""
        return self._get("description")

    @property
    def response_for(self) -> ResponseFor | None:
        """The document that the status is about."""
        return self._get("response_for", ResponseFor)

    @property
    def sender(self) -> Organ | None:
        """The agency that reports it."""
        return self._get("sender", Organ)

    @property
    def staff(self) -> StaffInfo | None:
        """Who handled the document."""
        return self._get("staff", StaffInfo)

    @property
    def status(self) -> ExchangeStatus | None:
        """The status (*trạng thái xử lý*)."""
        return self._get("status")


class EdxmlFile(Answer):
    """An edXML text."""

    __slots__ = ()

    @property
    def xml(self) -> str:
        """The text, unsigned."""
        return self._get("xml")


class Elapsed(Answer):
    """Working time between two instants."""

    __slots__ = ()

    @property
    def seconds(self) -> Seconds:
        """Elapsed seconds, floored."""
        return self._get("seconds")

    @property
    def working_seconds(self) -> Seconds:
        """Working seconds, floored."""
        return self._get("working_seconds")


class End(Answer):
    """The end of one limit."""

    __slots__ = ()

    @property
    def bound(self) -> Bound:
        """Whether the instant `due` is still on time."""
        return self._get("bound")

    @property
    def due(self) -> Stamp:
        """Its due, by the end of day that the procedure names."""
        return self._get("due")

    @property
    def last_day(self) -> Date:
        """The last day of the limit."""
        return self._get("last_day")

    @property
    def legal_end(self) -> Stamp:
        """24:00 of the last day, exclusive; for limits in hours, the due."""
        return self._get("legal_end")

    @property
    def limit(self) -> Limit:
        """The limit that was counted (*thời hạn*)."""
        return self._get("limit")

    @property
    def office_end(self) -> Stamp:
        """The close of the last day's last shift, inclusive; for limits in hours, the due."""
        return self._get("office_end")


class Entry(TypedDict):
    """One entry of a register."""

    date: Day
    """The day on which it was given."""

    number: int
    """The number that was given, from 1."""

    register: RegisterId
    """Identifier of the register (*sổ đăng ký*)."""


class _Event(TypedDict):
    """One event of a case (*sự kiện*). In XES, `step` is `concept:name` and `act` is `lifecycle:transition`."""

    act: str
    """What was done (*hành vi*): the name of an effect, or of an act that the rulebook declares."""

    at: At
    """When it happened (*thời điểm*)."""

    case_id: CaseId
    """The case that the event belongs to (*mã hồ sơ*)."""


class Event(_Event, total=False):
    """One event of a case (*sự kiện*). In XES, `step` is `concept:name` and `act` is `lifecycle:transition`."""

    actor: Actor | None
    """Who acted (*người thực hiện*)."""

    assignee: OfficerId | None
    """The officer who gets the step (*người được phân công*)."""

    data: Value | None
    """Reasons, and the data on which the workflow decides its route."""

    day_only: bool
    """Whether only the day is known; `at` is then the midnight at which the day begins."""

    event_id: EventId | None
    """Identifier of the event; if absent, a hash of case, instant, act, step, actor and occurrence is used."""

    office: OfficeId | None
    """The office, if several share a log."""

    on_behalf_of: OfficerId | None
    """The officer on whose behalf a substitute acted (*người ủy quyền*)."""

    recorded_at: At | None
    """When it was entered (*thời điểm ghi nhận*); much later than `at` means backdating."""

    seq: int | None
    """Number of the event within its case, from 1."""

    step: StepId | None
    """The step concerned (*bước*)."""

    unit: UnitId | None
    """The unit where it happened, or that gets the step (*đơn vị*)."""


class ExampleFault(Answer):
    """A failed example."""

    __slots__ = ()

    @property
    def at(self) -> Place:
        """The place of the example."""
        return self._get("at", Place)

    @property
    def code(self) -> Code:
        """The error code."""
        return self._get("code")

    @property
    def text(self) -> Text:
        """The error as a sentence."""
        return self._get("text", Text)


class Exchange(Answer):
    """A document on its way to one receiver: its progress, and the state of a recall request."""

    __slots__ = ()

    @property
    def progress(self) -> ExchangeStatus | None:
        """The progress at the receiver; `None` before it has arrived."""
        return self._get("progress")

    @property
    def recall(self) -> ExchangeStatus | None:
        """The last status of a recall request: 13, 15 or 16; `None` if there was none."""
        return self._get("recall")


class Exchanged(Answer):
    """The status of a document sent to one receiver."""

    __slots__ = ()

    @property
    def allowed(self) -> AnswerList[ExchangeStatus]:
        """The possible next statuses."""
        return self._list("allowed")

    @property
    def exchange(self) -> Exchange:
        """The status."""
        return self._get("exchange", Exchange)


class _ExcuseInput(TypedDict):
    """A confirmed cause outside an officer's reach, by which findings take no points (*nguyên nhân khách quan được xác nhận*). It names either a case or a finding; what else is given narrows it. Officers whom it does not free lose the same points as without it. An excuse for work that is open past its due still holds when the work is finished late."""

    decided_by: str
    """Who confirmed the cause."""


class ExcuseInput(_ExcuseInput, total=False):
    """A confirmed cause outside an officer's reach, by which findings take no points (*nguyên nhân khách quan được xác nhận*). It names either a case or a finding; what else is given narrows it. Officers whom it does not free lose the same points as without it. An excuse for work that is open past its due still holds when the work is finished late."""

    case_id: CaseId | None
    """The case in which something is excused (*mã hồ sơ*). Without it, `finding` names what is."""

    end: At | None
    """Until when the cause lasted."""

    finding: FindingId | None
    """The finding that is excused. Without it, `case_id` names what is."""

    kinds: Sequence[FindingKind]
    """The kinds of findings that are excused; if empty, all. `late`, `overdue_open`, `late_committed` and `late_statutory` are one lateness: each means all four."""

    note: str | None
    """The reason given."""

    officer: OfficerId | None
    """The officer who is freed; if absent, everybody who would lose points for it (*cán bộ, công chức*)."""

    source: Source | Mapping[str, Any] | None
    """Its legal basis (*căn cứ*)."""

    start: At | None
    """Since when the cause lasted. What was over before then is not excused."""

    step: StepId | None
    """The step at which it is excused; if absent, at every step (*bước*)."""


class Fact(Answer):
    """What was counted for one officer or unit at one step (*dữ kiện*); integers that add up over shards."""

    __slots__ = ()

    @property
    def count(self) -> int:
        """The number counted."""
        return self._get("count")

    @property
    def grade(self) -> Grade:
        """How much the log recorded for this count."""
        return self._get("grade")

    @property
    def kind(self) -> FactKind:
        """What was counted, such as `completed`, `on_time`, `held`."""
        return self._get("kind")

    @property
    def officer(self) -> OfficerId | None:
        """The officer, where one is known."""
        return self._get("officer")

    @property
    def period(self) -> str:
        """The month that it counts for, `yyyy-MM`."""
        return self._get("period")

    @property
    def step(self) -> StepId | None:
        """The step (*bước*); `None` for the case as a whole."""
        return self._get("step")

    @property
    def unit(self) -> UnitId | None:
        """The unit, if known."""
        return self._get("unit")

    @property
    def working_seconds(self) -> Seconds:
        """Working seconds; 0 for kinds that have none."""
        return self._get("working_seconds")


class _FailureInput(TypedDict):
    """A confirmed failure of one item, such as a result that had to be made again."""

    case_id: CaseId
    """The case in which it failed (*mã hồ sơ*)."""

    component: str
    """The component (*tiêu chí*)."""

    officer: OfficerId
    """The officer (*cán bộ, công chức*)."""


class FailureInput(_FailureInput, total=False):
    """A confirmed failure of one item, such as a result that had to be made again."""

    decided_by: str | None
    """Who confirmed it."""

    note: str | None
    """The reason given."""

    step: StepId | None
    """The step; if absent, the case as a whole."""

    times: int
    """How often it failed, from 1."""


class Finding(Answer):
    """What was not clear, with its evidence (*phát hiện*)."""

    __slots__ = ()

    @property
    def after_hours(self) -> bool:
        """Whether a due was missed with no working time between it and the end (*xong ngoài giờ, sau hạn*)."""
        return self._get("after_hours")

    @property
    def apart_seconds(self) -> Seconds:
        """Seconds by which two times differ that should be alike: two dues, or an act and its entry."""
        return self._get("apart_seconds")

    @property
    def charge(self) -> AnswerList[Charge]:
        """Which officers are charged with how much of the lateness."""
        return self._list("charge", Charge)

    @property
    def count(self) -> int:
        """How often it occurred, from 1."""
        return self._get("count")

    @property
    def dimension(self) -> Dimension:
        """The aspect that is not clear (*rõ người, rõ việc, …*)."""
        return self._get("dimension")

    @property
    def events(self) -> AnswerList[EventId]:
        """The events that show it, at most as many as the thresholds allow."""
        return self._list("events")

    @property
    def grade(self) -> Grade:
        """How much a log must record for this finding."""
        return self._get("grade")

    @property
    def id(self) -> FindingId:
        """Hash of kind, rule, subject, step and occurrence. It does not change with a late event, so that a dispute can refer to it."""
        return self._get("id")

    @property
    def idle_working_seconds(self) -> Seconds:
        """Working seconds in which nothing happened, or in which nobody held the case."""
        return self._get("idle_working_seconds")

    @property
    def kind(self) -> FindingKind:
        """The kind of finding, such as `late` or `skipped_step`."""
        return self._get("kind")

    @property
    def late_working_seconds(self) -> Seconds:
        """Working seconds after the due, for findings of lateness."""
        return self._get("late_working_seconds")

    @property
    def officer(self) -> OfficerId | None:
        """The officer, if it concerns exactly one."""
        return self._get("officer")

    @property
    def rule(self) -> RuleId | None:
        """The rule of the rulebook, if one was broken."""
        return self._get("rule")

    @property
    def since(self) -> Stamp | None:
        """Start of the period concerned."""
        return self._get("since")

    @property
    def source(self) -> Source | None:
        """Its legal basis (*căn cứ*)."""
        return self._get("source", Source)

    @property
    def step(self) -> StepId | None:
        """The step, if it is about one (*bước*)."""
        return self._get("step")

    @property
    def subject(self) -> Subject:
        """What the finding is about."""
        return self._get("subject", Subject)

    @property
    def text(self) -> Text:
        """The finding in words, in both languages."""
        return self._get("text", Text)

    @property
    def unattributed_working_seconds(self) -> Seconds:
        """Working seconds of lateness that nobody is charged with."""
        return self._get("unattributed_working_seconds")

    @property
    def unit(self) -> UnitId | None:
        """The unit concerned (*đơn vị*)."""
        return self._get("unit")

    @property
    def until(self) -> Stamp | None:
        """End of the period concerned."""
        return self._get("until")


class Flaw(Answer):
    """A fault of a workflow and the path to it."""

    __slots__ = ()

    @property
    def kind(self) -> FlawKind:
        """The kind of fault."""
        return self._get("kind")

    @property
    def shortest(self) -> bool:
        """Whether no shorter path leads there."""
        return self._get("shortest")

    @property
    def steps(self) -> AnswerList[StepId]:
        """The steps at which the fault appears."""
        return self._list("steps")

    @property
    def text(self) -> Text:
        """The fault in words, in both languages."""
        return self._get("text", Text)

    @property
    def trace(self) -> AnswerList[StepId]:
        """The steps to do, in order, to get there."""
        return self._list("trace")


class Folded(Answer):
    """The case after all allowed events."""

    __slots__ = ()

    @property
    def case(self) -> Case | None:
        """The case; `None` if no event was allowed."""
        return self._get("case", Case)

    @property
    def refused(self) -> AnswerList[Refused]:
        """The refused events; each left the case unchanged."""
        return self._list("refused", Refused)


class FormChoice(Answer):
    """A value to choose from."""

    __slots__ = ()

    @property
    def title(self) -> Text:
        """What a person reads."""
        return self._get("title", Text)

    @property
    def value(self) -> Value:
        """The value, as it is in the dossier."""
        return self._get("value")


class FormCondition(Answer):
    """A condition under which a field is needed or shown, or a paper needed."""

    __slots__ = ()

    @property
    def rule(self) -> RuleId | None:
        """The rule that asks for it."""
        return self._get("rule")

    @property
    def source(self) -> AnswerList[Source]:
        """The legal basis."""
        return self._list("source", Source)

    @property
    def when(self) -> str | None:
        """The condition as expression text; always, without one."""
        return self._get("when")


class FormDescription(Answer):
    """The form of a procedure in one of its versions (*biểu mẫu*)."""

    __slots__ = ()

    @property
    def channels(self) -> AnswerList[FormChoice]:
        """The filing channels (*cách thức nộp*)."""
        return self._list("channels", FormChoice)

    @property
    def fees(self) -> AnswerList[FormFee]:
        """The fees (*phí, lệ phí*)."""
        return self._list("fees", FormFee)

    @property
    def fields(self) -> AnswerList[FormField]:
        """The fields in the order of the form."""
        return self._list("fields", FormField)

    @property
    def groups(self) -> AnswerList[FormGroup]:
        """The groups in the order of the page; every field is in one of them."""
        return self._list("groups", FormGroup)

    @property
    def papers(self) -> AnswerList[FormPaper]:
        """The papers (*thành phần hồ sơ*)."""
        return self._list("papers", FormPaper)

    @property
    def procedure(self) -> ProcedureId:
        """The procedure."""
        return self._get("procedure")

    @property
    def title(self) -> Text:
        """Its title."""
        return self._get("title", Text)

    @property
    def valid_from(self) -> Date | None:
        """The first day of the version; without one, it was always in force."""
        return self._get("valid_from")


class FormFee(Answer):
    """A fee of a procedure (*phí, lệ phí*)."""

    __slots__ = ()

    @property
    def amount(self) -> int | None:
        """The amount in đồng, or that of each unit; `None` if the provincial people's council sets it."""
        return self._get("amount")

    @property
    def channels(self) -> AnswerList[str]:
        """The channels; all, if none is listed."""
        return self._list("channels")

    @property
    def exempt(self) -> AnswerList[Text]:
        """Who is exempt (*đối tượng miễn*)."""
        return self._list("exempt", Text)

    @property
    def quantity(self) -> str | None:
        """The quantity, as expression text."""
        return self._get("quantity")

    @property
    def source(self) -> AnswerList[Source]:
        """The legal basis."""
        return self._list("source", Source)

    @property
    def title(self) -> Text:
        """What is paid for."""
        return self._get("title", Text)

    @property
    def valid_from(self) -> Date | None:
        """The first day on which it is charged."""
        return self._get("valid_from")

    @property
    def valid_to(self) -> Date | None:
        """The last day on which it is charged."""
        return self._get("valid_to")

    @property
    def when(self) -> str | None:
        """The condition, as expression text."""
        return self._get("when")


class FormField(Answer):
    """A field of a form (*trường*)."""

    __slots__ = ()

    @property
    def autocomplete(self) -> str | None:
        """What a browser may fill in by itself, as `autocomplete` of HTML."""
        return self._get("autocomplete")

    @property
    def choices(self) -> AnswerList[FormChoice]:
        """The values to choose from."""
        return self._list("choices", FormChoice)

    @property
    def example(self) -> Text | None:
        """What could be written there."""
        return self._get("example", Text)

    @property
    def help(self) -> Text | None:
        """How it is to be filled in."""
        return self._get("help", Text)

    @property
    def input_mode(self) -> str:
        """The keyboard that fits, as `inputmode` of HTML."""
        return self._get("input_mode")

    @property
    def item(self) -> Text | None:
        """The name of an item, where it is a list."""
        return self._get("item", Text)

    @property
    def kind(self) -> FieldKind:
        """What kind of field it is."""
        return self._get("kind")

    @property
    def least(self) -> str | None:
        """The least value; of a list, the least number of items."""
        return self._get("least")

    @property
    def least_length(self) -> int | None:
        """The least number of characters."""
        return self._get("least_length")

    @property
    def most(self) -> str | None:
        """The greatest value; of a list, the greatest number of items."""
        return self._get("most")

    @property
    def most_length(self) -> int | None:
        """The greatest number of characters."""
        return self._get("most_length")

    @property
    def needed(self) -> AnswerList[FormCondition]:
        """When it is needed besides."""
        return self._list("needed", FormCondition)

    @property
    def pointer(self) -> str:
        """JSON pointer into the form, with `*` for each item of a list."""
        return self._get("pointer")

    @property
    def required(self) -> bool:
        """Whether it is needed wherever the group around it is; for a group of the form that may be left out, once something of the group is filled in."""
        return self._get("required")

    @property
    def shown(self) -> AnswerList[FormCondition]:
        """When it is shown; without a condition always."""
        return self._list("shown", FormCondition)

    @property
    def title(self) -> Text:
        """Its title."""
        return self._get("title", Text)


class FormGroup(Answer):
    """Fields that stand together under one heading (*nhóm trường*)."""

    __slots__ = ()

    @property
    def fields(self) -> AnswerList[str]:
        """The pointers of its fields, as in [`FormField`]."""
        return self._list("fields")

    @property
    def help(self) -> Text | None:
        """What has to be known before it is filled in."""
        return self._get("help", Text)

    @property
    def id(self) -> str:
        """Its identifier within the form."""
        return self._get("id")

    @property
    def list(self) -> str | None:
        """The list that it consists of, if it consists of one."""
        return self._get("list")

    @property
    def title(self) -> Text:
        """Its heading."""
        return self._get("title", Text)


class FormPaper(Answer):
    """A paper that belongs to a dossier (*thành phần hồ sơ*)."""

    __slots__ = ()

    @property
    def answered_by(self) -> str | None:
        """The database whose answer replaces it."""
        return self._get("answered_by")

    @property
    def count(self) -> int:
        """The number of copies."""
        return self._get("count")

    @property
    def forms(self) -> AnswerList[PaperForm]:
        """The accepted forms; any, if none is listed."""
        return self._list("forms")

    @property
    def group(self) -> str | None:
        """The group of which one paper is enough."""
        return self._get("group")

    @property
    def id(self) -> ComponentId:
        """Its identifier."""
        return self._get("id")

    @property
    def original(self) -> int:
        """The number of originals among them."""
        return self._get("original")

    @property
    def required(self) -> bool:
        """Whether it may be needed at all."""
        return self._get("required")

    @property
    def signed(self) -> Signed:
        """The required signature."""
        return self._get("signed")

    @property
    def signed_by(self) -> Text | None:
        """Who has to sign it."""
        return self._get("signed_by", Text)

    @property
    def source(self) -> AnswerList[Source]:
        """The legal basis."""
        return self._list("source", Source)

    @property
    def stage(self) -> Stage:
        """The stage from which it is needed."""
        return self._get("stage")

    @property
    def title(self) -> Text:
        """Its title."""
        return self._get("title", Text)

    @property
    def valid_from(self) -> Date | None:
        """The first day on which it is needed."""
        return self._get("valid_from")

    @property
    def valid_months(self) -> int | None:
        """The months after its issue for which it is accepted."""
        return self._get("valid_months")

    @property
    def valid_to(self) -> Date | None:
        """The last day on which it is needed."""
        return self._get("valid_to")

    @property
    def when(self) -> str | None:
        """Under which condition; always, without one."""
        return self._get("when")


class Gain(Answer):
    """Points that somebody gave (*điểm chấm*)."""

    __slots__ = ()

    @property
    def component(self) -> str:
        """The component that they were given for."""
        return self._get("component")

    @property
    def decided_by(self) -> str | None:
        """Who decided on them."""
        return self._get("decided_by")

    @property
    def note(self) -> str | None:
        """The reason given."""
        return self._get("note")

    @property
    def points(self) -> Rational:
        """The points given, from 0 to the weight of the component."""
        return self._get("points")


class Grant(Answer):
    """A right that is granted, and why: an appointment, or the giver's appointment and the delegation."""

    __slots__ = ()

    @property
    def chain(self) -> AnswerList[Link]:
        """The chain of right, from the position to the officer who acts."""
        return self._list("chain", Link)


class Handling(Answer):
    """A limit for one stage of handling a document."""

    __slots__ = ()

    @property
    def colour(self) -> Colour | None:
        """Its colour at `now`, until it is reached."""
        return self._get("colour")

    @property
    def done(self) -> Stamp | None:
        """When the milestone was reached; `None` if it was not."""
        return self._get("done")

    @property
    def due(self) -> Due:
        """When the milestone is due (*hạn*)."""
        return self._get("due", Due)

    @property
    def id(self) -> str:
        """Identifier of the limit in the rulebook."""
        return self._get("id")

    @property
    def outcome(self) -> Outcome | None:
        """Whether it was reached early, on time or late; `None` if it was not reached."""
        return self._get("outcome")

    @property
    def source(self) -> AnswerList[Source]:
        """Its legal basis (*căn cứ*)."""
        return self._list("source", Source)

    @property
    def title(self) -> Text:
        """The name shown to people."""
        return self._get("title", Text)

    @property
    def until(self) -> Milestone:
        """The milestone that has to be reached."""
        return self._get("until")


class Head(Answer):
    """The head of a journal (*đầu sổ*): deposited elsewhere, it fixes all entries made before."""

    __slots__ = ()

    @property
    def cases(self) -> int:
        """Number of cases in the journal."""
        return self._get("cases")

    @property
    def entries(self) -> int:
        """Number of entries in the journal."""
        return self._get("entries")

    @property
    def root(self) -> Hash:
        """Root of the Merkle tree whose leaves are the heads of all cases."""
        return self._get("root")

    @property
    def semantics(self) -> int:
        """Version of the rules by which it was computed."""
        return self._get("semantics")


class HoldSpan(Answer):
    """One officer's hold on a step (*người giữ bước*), from when until when."""

    __slots__ = ()

    @property
    def kind(self) -> ActorKind:
        """The kind of actor that held it."""
        return self._get("kind")

    @property
    def officer(self) -> OfficerId | None:
        """The officer (*cán bộ, công chức*)."""
        return self._get("officer")

    @property
    def presumed(self) -> bool:
        """Whether only the end is logged; the start is then that of the event before it."""
        return self._get("presumed")

    @property
    def since(self) -> Stamp:
        """Since when it was held."""
        return self._get("since")

    @property
    def step(self) -> StepId | None:
        """The step (*bước*)."""
        return self._get("step")

    @property
    def until(self) -> Stamp | None:
        """Until when it was held; `None` if it still is."""
        return self._get("until")

    @property
    def working_seconds(self) -> Seconds:
        """Working seconds held, without suspensions of the clock."""
        return self._get("working_seconds")


class Holder(Answer):
    """An officer who is involved in an open step (*người giữ*)."""

    __slots__ = ()

    @property
    def by(self) -> HeldBy:
        """How the officer got the step. One who is only named for it has no lock on it."""
        return self._get("by")

    @property
    def involvement(self) -> Involvement:
        """How the officer is involved."""
        return self._get("involvement")

    @property
    def officer(self) -> OfficerId:
        """The officer (*cán bộ, công chức*)."""
        return self._get("officer")

    @property
    def since(self) -> Stamp:
        """Since when the officer is involved."""
        return self._get("since")

    @property
    def step(self) -> StepId:
        """The open step (*bước*)."""
        return self._get("step")


class IndicatorCell(Answer):
    """The value of one group, or of all together."""

    __slots__ = ()

    @property
    def change(self) -> Rational | None:
        """By how much the value is above that, as a share of it."""
        return self._get("change")

    @property
    def counted(self) -> int:
        """The rows in the value."""
        return self._get("counted")

    @property
    def denominator(self) -> Rational | None:
        """Of how much, for a share or a mean."""
        return self._get("denominator")

    @property
    def earlier(self) -> Rational | None:
        """The value in the period with which is compared."""
        return self._get("earlier")

    @property
    def group(self) -> AnswerList[str | None]:
        """The group: a value for each column of `by`; empty for the total."""
        return self._list("group")

    @property
    def high(self) -> Rational | None:
        """The highest."""
        return self._get("high")

    @property
    def left_out(self) -> AnswerList[LeftOut]:
        """The rows that are not, by reason."""
        return self._list("left_out", LeftOut)

    @property
    def low(self) -> Rational | None:
        """The lowest value that what is not known allows; none where it allows any."""
        return self._get("low")

    @property
    def numerator(self) -> Rational | None:
        """What is counted, summed or met."""
        return self._get("numerator")

    @property
    def ratio(self) -> Ratio | None:
        """The uncertainty of a share of so few rows; of shares of rows that count alike."""
        return self._get("ratio", Ratio)

    @property
    def rows(self) -> int:
        """Rows of the period: those counted and those left out."""
        return self._get("rows")

    @property
    def target(self) -> TargetResult | None:
        """The target and whether it was reached."""
        return self._get("target", TargetResult)

    @property
    def value(self) -> Rational | None:
        """The value of what is known; none if nothing is."""
        return self._get("value")


class IndicatorValue(Answer):
    """An indicator with its values (*giá trị chỉ tiêu*)."""

    __slots__ = ()

    @property
    def by(self) -> AnswerList[str]:
        """The columns by which values are told apart."""
        return self._list("by")

    @property
    def cells(self) -> AnswerList[IndicatorCell]:
        """The total, then each group in order."""
        return self._list("cells", IndicatorCell)

    @property
    def dimension(self) -> Dimension:
        """Which clarity it measures."""
        return self._get("dimension")

    @property
    def id(self) -> str:
        """Its name in the rulebook."""
        return self._get("id")

    @property
    def outside(self) -> int:
        """Rows of other periods."""
        return self._get("outside")

    @property
    def read(self) -> int:
        """All rows of the table: those of the period, of other periods, and without a date."""
        return self._get("read")

    @property
    def source(self) -> Source | None:
        """Its basis (*căn cứ*)."""
        return self._get("source", Source)

    @property
    def table(self) -> str:
        """The table that it reads."""
        return self._get("table")

    @property
    def text(self) -> Text:
        """What it says in one sentence."""
        return self._get("text", Text)

    @property
    def title(self) -> Text:
        """The name shown to people."""
        return self._get("title", Text)

    @property
    def undated(self) -> int:
        """Rows without a date."""
        return self._get("undated")


class Indicators(Answer):
    """The values of indicators of a period (*giá trị chỉ tiêu*)."""

    __slots__ = ()

    @property
    def compare(self) -> Period | None:
        """The period with which is compared."""
        return self._get("compare")

    @property
    def indicators(self) -> AnswerList[IndicatorValue]:
        """The indicators with their values, in the order in which they were asked for."""
        return self._list("indicators", IndicatorValue)

    @property
    def period(self) -> Period:
        """The period."""
        return self._get("period")

    @property
    def semantics(self) -> int:
        """The version of the answers: it grows when the answer to some input changes."""
        return self._get("semantics")


class Inputs(TypedDict, total=False):
    """What people decided for a period, with who decided it."""

    excused: Sequence[ExcuseInput]
    """Confirmed causes, by which findings take no points."""

    failures: Sequence[FailureInput]
    """Confirmed failures of items."""

    groups: Mapping[str, str]
    """Officer → group of similar duties within which the officer is rated."""

    outstanding: Sequence[UnitId]
    """Units that were rated outstanding (*hoàn thành xuất sắc nhiệm vụ*)."""

    overrides: Sequence[OverrideInput]
    """Ratings set by decision."""

    points: Sequence[PointsInput]
    """Points given to officers."""

    reviewed: Sequence[str]
    """Components whose failures are all listed, so that an item without a failure has passed."""


class Item(Answer):
    """One step of one case held by one officer; without a step, a whole case and the officer who answers for it."""

    __slots__ = ()

    @property
    def case_id(self) -> CaseId:
        """Identifier of the case (*mã hồ sơ*)."""
        return self._get("case_id")

    @property
    def charged_share(self) -> Rational:
        """The exact part of the lateness that the officer is charged with, from 0 to 1."""
        return self._get("charged_share")

    @property
    def charged_working_seconds(self) -> Seconds:
        """Working seconds of lateness that the officer is charged with."""
        return self._get("charged_working_seconds")

    @property
    def completed(self) -> bool:
        """Whether the work is done."""
        return self._get("completed")

    @property
    def events(self) -> AnswerList[EventId]:
        """The events by which the officer did it."""
        return self._list("events")

    @property
    def findings(self) -> AnswerList[FindingId]:
        """The findings that concern it."""
        return self._list("findings")

    @property
    def held_working_seconds(self) -> Seconds:
        """Working seconds for which the officer held it."""
        return self._get("held_working_seconds")

    @property
    def officer(self) -> OfficerId | None:
        """The officer; `None` if unknown."""
        return self._get("officer")

    @property
    def period(self) -> str:
        """The month that it counts for, `yyyy-MM`: that of the due, otherwise that of the end, otherwise that of the replay."""
        return self._get("period")

    @property
    def standing(self) -> Standing:
        """Whether it is on time by the due that counts."""
        return self._get("standing")

    @property
    def standing_original(self) -> Standing:
        """Whether it is on time by the due promised first."""
        return self._get("standing_original")

    @property
    def standing_recorded(self) -> Standing:
        """Whether it is on time by the due in the register."""
        return self._get("standing_recorded")

    @property
    def step(self) -> StepId | None:
        """The step (*bước*); `None` for the case as a whole."""
        return self._get("step")

    @property
    def unit(self) -> UnitId | None:
        """The unit (*đơn vị*)."""
        return self._get("unit")

    @property
    def visits(self) -> int:
        """How often the step came to this officer."""
        return self._get("visits")


class Judged(Answer):
    """Whether a workflow is sound, and how much working time it takes at most."""

    __slots__ = ()

    @property
    def longest_path(self) -> AnswerList[StepId]:
        """The steps of the longest path."""
        return self._list("longest_path")

    @property
    def longest_working_seconds(self) -> Seconds:
        """Working seconds of the longest path: each loop is taken once, and waiting for the citizen counts as 0."""
        return self._get("longest_working_seconds")

    @property
    def soundness(self) -> Soundness:
        """The verdict, with the path to each fault."""
        return self._get("soundness", Soundness)


class LatestStart(Answer):
    """The latest start with which something still ends on time."""

    __slots__ = ()

    @property
    def at(self) -> Stamp:
        """To the whole second; for limits in days, the last second of the day."""
        return self._get("at")

    @property
    def day(self) -> Date:
        """The day of `at`, in the zone of the calendar."""
        return self._get("day")

    @property
    def text(self) -> Text:
        """The instant in words; for limits in days, the day."""
        return self._get("text", Text)


class Leaf(Answer):
    """The chain of a case as it was when the journal was sealed (*chuỗi của vụ việc lúc niêm phong*): a leaf of the tree under the head. Kept beside the head, the leaves tell which case was tampered with."""

    __slots__ = ()

    @property
    def case_id(self) -> CaseId:
        """The case (*mã hồ sơ*)."""
        return self._get("case_id")

    @property
    def entries(self) -> int:
        """The number of its entries."""
        return self._get("entries")

    @property
    def head(self) -> Hash:
        """The hash of its chain."""
        return self._get("head")


class LeftOut(Answer):
    """How many rows of the period are not in a value, and why."""

    __slots__ = ()

    @property
    def count(self) -> int:
        """How many rows."""
        return self._get("count")

    @property
    def reason(self) -> LeftOutReason:
        """Why."""
        return self._get("reason")


class Letter(Answer):
    """A filled-in form (*biểu mẫu đã điền*)."""

    __slots__ = ()

    @property
    def agency(self) -> Text | None:
        """The agency that issues it (*cơ quan ban hành*)."""
        return self._get("agency", Text)

    @property
    def blank(self) -> AnswerList[str]:
        """Identifiers of required fields whose content is unknown; the form is unfinished without them."""
        return self._list("blank")

    @property
    def day(self) -> Text:
        """The date of the form in words (*ngày … tháng … năm …*)."""
        return self._get("day", Text)

    @property
    def fields(self) -> AnswerList[LetterField]:
        """Its fields, in the order of printing."""
        return self._list("fields", LetterField)

    @property
    def kind(self) -> LetterKind:
        """The kind of form, such as the receipt of a dossier."""
        return self._get("kind")

    @property
    def note(self) -> Text | None:
        """The text printed below the fields."""
        return self._get("note", Text)

    @property
    def number(self) -> str | None:
        """Its number among the forms, such as `02` (*mẫu số*)."""
        return self._get("number")

    @property
    def paper(self) -> Paper:
        """The paper size it is printed on."""
        return self._get("paper")

    @property
    def remarks(self) -> AnswerList[Remark]:
        """Rules that issuing the form would break: a second supplement request, a second new date, a deadline of the citizen that is still running."""
        return self._list("remarks", Remark)

    @property
    def signed_by(self) -> AnswerList[Text]:
        """The signature blocks, from left to right."""
        return self._list("signed_by", Text)

    @property
    def source(self) -> AnswerList[Source]:
        """The legal basis of the form (*căn cứ*)."""
        return self._list("source", Source)

    @property
    def table(self) -> LetterTable | None:
        """Its table, if it has one."""
        return self._get("table", LetterTable)

    @property
    def title(self) -> Text:
        """The title printed on it."""
        return self._get("title", Text)


class LetterField(Answer):
    """A field of a filled-in form."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Identifier of the field."""
        return self._get("id")

    @property
    def lines(self) -> AnswerList[Text]:
        """The content, one text per line; empty if the field is left blank."""
        return self._list("lines", Text)

    @property
    def title(self) -> Text:
        """The label printed before the field."""
        return self._get("title", Text)


class LetterTable(Answer):
    """The table of a filled-in form."""

    __slots__ = ()

    @property
    def columns(self) -> AnswerList[str]:
        """Identifiers of the columns."""
        return self._list("columns")

    @property
    def rows(self) -> AnswerList[AnswerList[Text | None]]:
        """The rows, one cell per column; `None` is left blank."""
        return self._list("rows", Text)

    @property
    def titles(self) -> AnswerList[Text]:
        """The headings of the columns."""
        return self._list("titles", Text)


class Link(Answer):
    """One link of a chain of right (*chuỗi thẩm quyền*)."""

    __slots__ = ()

    @property
    def acting(self) -> bool:
        """Whether as acting head (*quyền*)."""
        return self._get("acting")

    @property
    def kind(self) -> LinkKind:
        """Whether it is an appointment or a delegation."""
        return self._get("kind")

    @property
    def officer(self) -> OfficerId:
        """The appointed officer, or the receiver of the delegation."""
        return self._get("officer")

    @property
    def paper(self) -> str | None:
        """Number and symbol of the decision or the paper of the delegation."""
        return self._get("paper")

    @property
    def position(self) -> PositionId | None:
        """The position, for an appointment (*chức vụ*)."""
        return self._get("position")

    @property
    def unit(self) -> UnitId | None:
        """The unit, for an appointment (*đơn vị*)."""
        return self._get("unit")

    @property
    def valid_from(self) -> Date | None:
        """First day of the link; `None` if unknown."""
        return self._get("valid_from")

    @property
    def valid_to(self) -> Date | None:
        """Last day of the link, inclusive; `None` if open."""
        return self._get("valid_to")


class Loss(Answer):
    """Points lost, with the evidence (*điểm trừ*)."""

    __slots__ = ()

    @property
    def case_id(self) -> CaseId | None:
        """The case, if the loss is about one."""
        return self._get("case_id")

    @property
    def component(self) -> str:
        """The component in which they were lost."""
        return self._get("component")

    @property
    def events(self) -> AnswerList[EventId]:
        """The events that are the evidence."""
        return self._list("events")

    @property
    def findings(self) -> AnswerList[FindingId]:
        """The findings that are the evidence."""
        return self._list("findings")

    @property
    def points(self) -> Points:
        """The points lost; 0 if the worth of the item was already 0."""
        return self._get("points", Points)

    @property
    def reason(self) -> Text:
        """The reason in words, in both languages."""
        return self._get("reason", Text)

    @property
    def rule(self) -> str:
        """The rule: the kind of finding that was deducted, `not_completed`, `failed`, or `given` for points that somebody gave."""
        return self._get("rule")

    @property
    def step(self) -> StepId | None:
        """The step, if the loss is about one."""
        return self._get("step")


class LunarDate(Answer):
    """A day of the lunar calendar."""

    __slots__ = ()

    @property
    def day(self) -> int:
        """Day of the month, 1–30."""
        return self._get("day")

    @property
    def leap(self) -> bool:
        """Whether it is the leap month that follows the month of the same number (*tháng nhuận*)."""
        return self._get("leap")

    @property
    def month(self) -> int:
        """Month, 1–12."""
        return self._get("month")

    @property
    def year(self) -> int:
        """The lunar year, numbered by the Gregorian year in which it begins."""
        return self._get("year")


class Merged(Answer):
    """The merged results of shards (*gộp*)."""

    __slots__ = ()

    @property
    def facts(self) -> AnswerList[Fact]:
        """The facts of the whole log."""
        return self._list("facts", Fact)

    @property
    def profile(self) -> Profile | None:
        """The profile of the whole log; `None` if no profile was given."""
        return self._get("profile", Profile)


class Midnights(Answer):
    """How many times of a column are local midnights; if nearly all are, the column holds dates."""

    __slots__ = ()

    @property
    def midnights(self) -> int:
        """How many of these are 00:00:00."""
        return self._get("midnights")

    @property
    def times(self) -> int:
        """Number of times in the column."""
        return self._get("times")


class NextNumber(Answer):
    """The next number of a register, and the faults of its existing numbers."""

    __slots__ = ()

    @property
    def number(self) -> int:
        """The number: 1 in a new year, otherwise the last number plus 1."""
        return self._get("number")

    @property
    def remarks(self) -> AnswerList[Remark]:
        """Numbers that were given twice or skipped, and numbers dated before the preceding one. The pointer is the index of the line, or `/date` if the new number would be dated before the last one."""
        return self._list("remarks", Remark)

    @property
    def symbol(self) -> str | None:
        """The complete symbol, if the request has one."""
        return self._get("symbol")

    @property
    def text(self) -> str:
        """The number as it is printed: with a leading zero below 10."""
        return self._get("text")


class NotAssessed(Answer):
    """Something that the log or the rulebook does not allow to say."""

    __slots__ = ()

    @property
    def needs(self) -> Grade:
        """How much a log must record for it."""
        return self._get("needs")

    @property
    def of(self) -> str:
        """The kind of finding; `charge`, `finished` or `conformance` for what is found of all."""
        return self._get("of")

    @property
    def text(self) -> Text:
        """Why it could not be assessed, in words."""
        return self._get("text", Text)


class NotSupplied(Answer):
    """A component that could not be assessed; it counts neither as zero nor as full."""

    __slots__ = ()

    @property
    def component(self) -> str:
        """The component that is missing."""
        return self._get("component")

    @property
    def text(self) -> Text:
        """The reason in words, in both languages."""
        return self._get("text", Text)

    @property
    def weight(self) -> Rational:
        """The points that it could have given."""
        return self._get("weight")


class OpenStep(Answer):
    """A step that may be done now."""

    __slots__ = ()

    @property
    def budget_ends(self) -> Stamp | None:
        """When its own time budget is used up (*định mức thời gian của bước*)."""
        return self._get("budget_ends")

    @property
    def since(self) -> Stamp:
        """When it was opened."""
        return self._get("since")

    @property
    def started(self) -> Stamp | None:
        """When work on it began; `None` if it has not."""
        return self._get("started")

    @property
    def step(self) -> StepId:
        """The step (*bước*)."""
        return self._get("step")

    @property
    def unit(self) -> UnitId | None:
        """The unit where it is done (*đơn vị*)."""
        return self._get("unit")


class Opening(Answer):
    """The value that a commitment hides; stored separately from the journal."""

    __slots__ = ()

    @property
    def entry(self) -> int:
        """The entry, counted from 0."""
        return self._get("entry")

    @property
    def field(self) -> Personal:
        """The field of the event that was replaced."""
        return self._get("field")

    @property
    def salt(self) -> Hash:
        """The salt of 32 random bytes."""
        return self._get("salt")

    @property
    def value(self) -> str:
        """The original value of the field, as canonical text."""
        return self._get("value")


class Organ(Answer):
    """The agency that sends or receives a message (*cơ quan, tổ chức*)."""

    __slots__ = ()

    @property
    def address(self) -> str | None:
        """Postal address (*địa chỉ*)."""
        return self._get("address")

    @property
    def email(self) -> str | None:
        """E-mail address (*thư điện tử*)."""
        return self._get("email")

    @property
    def fax(self) -> str | None:
        """Fax number (*số fax*)."""
        return self._get("fax")

    @property
    def id(self) -> str | None:
        """Its code (*mã định danh*), such as `000.00.00.H26`."""
        return self._get("id")

    @property
    def in_charge(self) -> str | None:
        """The agency above it (*cơ quan chủ quản*)."""
        return self._get("in_charge")

    @property
    def name(self) -> str | None:
        """Name of the agency (*tên cơ quan*)."""
        return self._get("name")

    @property
    def receiver_type(self) -> int | None:
        """Whether it receives the document as main, cooperating or informed agency: the number that the product uses."""
        return self._get("receiver_type")

    @property
    def telephone(self) -> str | None:
        """Telephone number (*số điện thoại*)."""
        return self._get("telephone")

    @property
    def website(self) -> str | None:
        """Web site (*trang thông tin điện tử*)."""
        return self._get("website")


class _OverrideInput(TypedDict):
    """A rating set by decision or by law, whatever the points are. It is set before caps: it takes no place under a cap, and counts in the base of a cap by the band that was set."""

    band: str
    """Identifier of the band (*mức xếp loại*)."""

    decided_by: str
    """Who decided it."""

    officer: OfficerId
    """The officer (*cán bộ, công chức*)."""


class OverrideInput(_OverrideInput, total=False):
    """A rating set by decision or by law, whatever the points are. It is set before caps: it takes no place under a cap, and counts in the base of a cap by the band that was set."""

    note: str | None
    """The reason given."""

    source: Source | Mapping[str, Any] | None
    """Its legal basis (*căn cứ*)."""


class Permission(Answer):
    """The answer: exactly one of the two fields is present."""

    __slots__ = ()

    @property
    def denial(self) -> Denial | None:
        """What is missing, and which officers have the right."""
        return self._get("denial", Denial)

    @property
    def grant(self) -> Grant | None:
        """The chain of appointments and delegations that gives the right."""
        return self._get("grant", Grant)


class Picture(Answer):
    """A picture."""

    __slots__ = ()

    @property
    def format(self) -> PictureFormat:
        """The format."""
        return self._get("format")

    @property
    def text(self) -> str:
        """The picture, as text."""
        return self._get("text")


class Place(Answer):
    """Where a fault is. A part that is unknown is `None`."""

    __slots__ = ()

    @property
    def column(self) -> int | None:
        """Column, from 1, in characters."""
        return self._get("column")

    @property
    def file(self) -> str | None:
        """Name of the file or of the source, as the caller gave it."""
        return self._get("file")

    @property
    def line(self) -> int | None:
        """Line, from 1. In a table, the line of the row."""
        return self._get("line")

    @property
    def pointer(self) -> str | None:
        """JSON pointer (RFC 6901) into the document."""
        return self._get("pointer")


class Points(Answer):
    """Points: the exact amount, and the amount that is shown."""

    __slots__ = ()

    @property
    def exact(self) -> Rational:
        """The exact amount, as a fraction."""
        return self._get("exact")

    @property
    def thousandths(self) -> int:
        """In thousandths of a point, rounded so that the parts shown add up to the total shown."""
        return self._get("thousandths")


class _PointsInput(TypedDict):
    """Points given to an officer for a component that no log measures."""

    component: str
    """The component (*tiêu chí*)."""

    officer: OfficerId
    """The officer (*cán bộ, công chức*)."""

    points: Rational
    """The points, from 0 to the weight of the component."""


class PointsInput(_PointsInput, total=False):
    """Points given to an officer for a component that no log measures."""

    decided_by: str | None
    """Who decided on them."""

    note: str | None
    """The reason given."""


class PolicyRef(Answer):
    """The policy that a card was computed by."""

    __slots__ = ()

    @property
    def hash(self) -> Hash:
        """Hash of its canonical content."""
        return self._get("hash")

    @property
    def id(self) -> PolicyId:
        """Identifier of the policy (*quy chế*)."""
        return self._get("id")


class ProcedureForm(Answer):
    """A form as other programs read it."""

    __slots__ = ()

    @property
    def schema(self) -> str:
        """The schema, JSON Schema 2020-12, as JSON text, since a schema may hold numbers with a fraction and an answer may not."""
        return self._get("schema")


class ProcessMap(Answer):
    """A map of a log (*bản đồ quy trình*)."""

    __slots__ = ()

    @property
    def flows(self) -> int:
        """Flows that are shown; those that are rarer are shown where a step would otherwise hang in the air."""
        return self._get("flows")

    @property
    def hidden_flows(self) -> int:
        """Flows that are not shown."""
        return self._get("hidden_flows")

    @property
    def hidden_times(self) -> int:
        """How often these were taken."""
        return self._get("hidden_times")

    @property
    def least(self) -> int:
        """The least number of times that a flow is taken to be shown for itself."""
        return self._get("least")

    @property
    def text(self) -> str:
        """The map, as SVG."""
        return self._get("text")


class Profile(Answer):
    """What a log records at all (*log ghi được những gì*). A case is judged by what its log can record, so a replay of a shard gives the same answers as a replay of the whole log only with the profile of the whole.  Profiles merge in any order and grouping: the profile of a log is the merged profile of its shards."""

    __slots__ = ()

    @property
    def begins(self) -> Stamp | None:
        """When the first event happened."""
        return self._get("begins")

    @property
    def done(self) -> AnswerList[StepId]:
        """The steps that some event shows as done, in order of name."""
        return self._list("done")

    @property
    def due_original(self) -> Midnights:
        """Midnights among the dues promised first."""
        return self._get("due_original", Midnights)

    @property
    def due_recorded(self) -> Midnights:
        """Midnights among the dues in the register."""
        return self._get("due_recorded", Midnights)

    @property
    def events(self) -> Midnights:
        """Midnights among the times of events."""
        return self._get("events", Midnights)

    @property
    def grade(self) -> Grade:
        """How much its events record (*mức dữ liệu*)."""
        return self._get("grade")

    @property
    def has_assignments(self) -> bool:
        """Whether some act says who has a case: it is assigned, claimed, forwarded or started."""
        return self._get("has_assignments")

    @property
    def has_data(self) -> bool:
        """Whether some event carries data."""
        return self._get("has_data")

    @property
    def has_dues(self) -> bool:
        """Whether some case has a due, from the register or by rule."""
        return self._get("has_dues")

    @property
    def has_ends(self) -> bool:
        """Whether some header or act says that a case ended."""
        return self._get("has_ends")

    @property
    def has_responsible(self) -> bool:
        """Whether some header names the officer who answers for it."""
        return self._get("has_responsible")

    @property
    def has_returned(self) -> bool:
        """Whether some header says when the citizen got the result."""
        return self._get("has_returned")

    @property
    def tells_data(self) -> bool:
        """Whether events can carry data at all."""
        return self._get("tells_data")


class Progress(Answer):
    """How far the dossier is filled in."""

    __slots__ = ()

    @property
    def filled(self) -> int:
        """Required fields and components that are there."""
        return self._get("filled")

    @property
    def required(self) -> int:
        """All that are required."""
        return self._get("required")


class Promulgation(Answer):
    """Where and when a document was issued (*địa danh và thời gian ban hành*)."""

    __slots__ = ()

    @property
    def issued(self) -> Date | None:
        """The day of issue (*ngày ban hành*)."""
        return self._get("issued")

    @property
    def place(self) -> str | None:
        """The place name (*địa danh*)."""
        return self._get("place")


class Proof(Answer):
    """The proof that an entry is in a journal; checking it needs only the proof and the deposited head."""

    __slots__ = ()

    @property
    def after(self) -> AnswerList[Hash]:
        """Hashes of the later entries in the chain of the case."""
        return self._list("after")

    @property
    def before(self) -> Hash:
        """Hash of the chain before the entry."""
        return self._get("before")

    @property
    def case_id(self) -> CaseId:
        """Identifier of the case (*mã hồ sơ*)."""
        return self._get("case_id")

    @property
    def event(self) -> str:
        """Canonical text of the event; personal data are replaced by commitments."""
        return self._get("event")

    @property
    def leaf(self) -> int:
        """The number of the case among all cases, from 0."""
        return self._get("leaf")

    @property
    def path(self) -> AnswerList[Hash]:
        """The hashes from the leaf of the case to the root."""
        return self._list("path")

    @property
    def position(self) -> int:
        """The number of the entry in the chain of its case, from 1."""
        return self._get("position")


class Proposal(Answer):
    """A rulebook proposed from a log (*đề xuất bộ quy tắc*). It says what was done, not what should be: who answers for the work has to check it."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """The rulebook, as YAML with remarks."""
        return self._get("text")

    @property
    def workflows(self) -> AnswerList[ProposedWorkflow]:
        """The workflows in it, in the order of their procedures."""
        return self._list("workflows", ProposedWorkflow)


class ProposedWorkflow(Answer):
    """How a proposed workflow fits the log that it is from."""

    __slots__ = ()

    @property
    def cases(self) -> int:
        """Number of its cases with steps; where the log records ends, of those that have ended."""
        return self._get("cases")

    @property
    def fitness(self) -> Rational:
        """How well the cases fit (*độ khớp*), from 0 to 1, exactly."""
        return self._get("fitness")

    @property
    def noise(self) -> int:
        """The noise threshold that was used, in per cent."""
        return self._get("noise")

    @property
    def open(self) -> int:
        """Number of its cases that may still go on, and were not looked at."""
        return self._get("open")

    @property
    def procedure(self) -> ProcedureId | None:
        """The procedure in the log; `None` if its cases name none."""
        return self._get("procedure")

    @property
    def undecided(self) -> int:
        """Number of cases that could not be read within the number of states allowed; they are not in the fitness."""
        return self._get("undecided")

    @property
    def variants(self) -> int:
        """How many different orders of steps these have."""
        return self._get("variants")

    @property
    def workflow(self) -> WorkflowId:
        """The workflow (*quy trình*)."""
        return self._get("workflow")


class Proven(Answer):
    """A proof, and the head of the journal against which it is verified."""

    __slots__ = ()

    @property
    def consistency(self) -> Consistency | None:
        """That the journal continues the earlier one."""
        return self._get("consistency", Consistency)

    @property
    def head(self) -> Head:
        """The head to deposit."""
        return self._get("head", Head)

    @property
    def proof(self) -> Proof | None:
        """That the entry is in the journal."""
        return self._get("proof", Proof)


class Published(Answer):
    """The slice of one procedure (*phần công bố*), which may be public: form, rules, limits, fees, calendars and texts, without staff and routing."""

    __slots__ = ()

    @property
    def compiled(self) -> str:
        """The slice in compiled form, which `Slice.load` and `Validator.load` take. It begins with a header: format number, semantics, version of the library, `hash`, and the SHA-256 of what follows. Releases with the same format number read each other's slices."""
        return self._get("compiled")

    @property
    def digest(self) -> Hash:
        """SHA-256 of `compiled`. A page that got it from a place it trusts, not from where it got the slice, loads no other slice than this one."""
        return self._get("digest")

    @property
    def hash(self) -> Hash:
        """SHA-256 of `rulebook`, which is also the hash of the office that loads it: a browser and a server with equal hashes give the same verdicts."""
        return self._get("hash")

    @property
    def procedure(self) -> ProcedureId:
        """The procedure."""
        return self._get("procedure")

    @property
    def rulebook(self) -> str:
        """The slice as a rulebook in canonical JSON, which can be loaded alone."""
        return self._get("rulebook")

    @property
    def valid_from(self) -> Date | None:
        """The first day that the slice covers; without one, it covers all days."""
        return self._get("valid_from")


class Rating(Answer):
    """A rating (*xếp loại*)."""

    __slots__ = ()

    @property
    def band(self) -> str:
        """Identifier of the band (*mức xếp loại*)."""
        return self._get("band")

    @property
    def decided_by(self) -> str | None:
        """Who decided it, if it was set by decision."""
        return self._get("decided_by")

    @property
    def provisional(self) -> bool:
        """Whether something is still missing, so that the rating is by the share of what could be assessed."""
        return self._get("provisional")

    @property
    def title(self) -> Text:
        """The name shown to people."""
        return self._get("title", Text)


class Ratio(Answer):
    """A rate with its 95 % confidence interval."""

    __slots__ = ()

    @property
    def high_ppm(self) -> int:
        """Upper bound in parts per million, rounded up."""
        return self._get("high_ppm")

    @property
    def k(self) -> int:
        """Number of successes, from 0 to `n`."""
        return self._get("k")

    @property
    def low_ppm(self) -> int:
        """Lower bound in parts per million, rounded down."""
        return self._get("low_ppm")

    @property
    def n(self) -> int:
        """Number of cases or items observed."""
        return self._get("n")

    @property
    def of(self) -> str:
        """What is counted, such as `on_time`."""
        return self._get("of")


class ReadForm(Answer):
    """A form as it is written in a rulebook."""

    __slots__ = ()

    @property
    def form(self) -> str:
        """The value of `form`, as JSON text, since a schema may hold numbers with a fraction and an answer may not."""
        return self._get("form")


class Refusal(Answer):
    """Why an event is not allowed (*từ chối*). The case stays as it was."""

    __slots__ = ()

    @property
    def code(self) -> Code:
        """Code of the reason."""
        return self._get("code")

    @property
    def held_by(self) -> AnswerList[OfficerId]:
        """The officers who have the right."""
        return self._list("held_by")

    @property
    def help(self) -> Text | None:
        """What the user can do about it."""
        return self._get("help", Text)

    @property
    def lack(self) -> Lack | None:
        """Why the officer does not have the right."""
        return self._get("lack")

    @property
    def missing(self) -> Right | None:
        """The missing right, if that is the reason."""
        return self._get("missing", Right)

    @property
    def since(self) -> Date | None:
        """The day since which the first of them has it."""
        return self._get("since")

    @property
    def text(self) -> Text:
        """The reason in words (*lý do*)."""
        return self._get("text", Text)


class Refused(Answer):
    """An event that was refused."""

    __slots__ = ()

    @property
    def event_id(self) -> EventId | None:
        """Its identifier, if it has one."""
        return self._get("event_id")

    @property
    def index(self) -> int:
        """Its index among the events, from 0."""
        return self._get("index")

    @property
    def refusal(self) -> Refusal:
        """Why the event is not allowed."""
        return self._get("refusal", Refusal)


class Registry(Answer):
    """The result of checking a list of documents."""

    __slots__ = ()

    @property
    def duplicates(self) -> AnswerList[AnswerList[int]]:
        """Documents registered more than once, as indices into the list; the first of each group is to be kept."""
        return self._list("duplicates")

    @property
    def remarks(self) -> AnswerList[Remark]:
        """Faults of numbers and relations; each pointer leads into the list."""
        return self._list("remarks", Remark)

    @property
    def states(self) -> AnswerList[DocumentState]:
        """The state of each document, in the order of the list."""
        return self._list("states", DocumentState)


class _Relation(TypedDict):
    """A relation of a document to another one."""

    kind: RelationKind
    """The kind of relation (*loại quan hệ*)."""

    symbol: str
    """Number and symbol of the other document."""


class Relation(_Relation, total=False):
    """A relation of a document to another one."""

    issued: Day | None
    """The date of the other document."""

    organ: str | None
    """The agency of the other document; if absent, the document's own agency, except for answers."""


class Remark(Answer):
    """Something to correct, or to look at (*nhận xét*)."""

    __slots__ = ()

    @property
    def code(self) -> str:
        """What kind: a keyword of the form's schema, `blank` for a required text of blanks, `rule`, or `component_…`."""
        return self._get("code")

    @property
    def pointer(self) -> str:
        """JSON pointer into the dossier's form; for components, into the dossier."""
        return self._get("pointer")

    @property
    def remedy(self) -> Text | None:
        """What would correct it."""
        return self._get("remedy", Text)

    @property
    def rule(self) -> RuleId | None:
        """The rule that failed, where it is one."""
        return self._get("rule")

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self._get("severity")

    @property
    def source(self) -> AnswerList[Source]:
        """The legal basis."""
        return self._list("source", Source)

    @property
    def stage(self) -> Stage:
        """When it counts."""
        return self._get("stage")

    @property
    def text(self) -> Text:
        """What is wrong."""
        return self._get("text", Text)

    @property
    def property(self) -> str | None:
        """The entry that is missing or too many, where that is what is wrong."""
        return self._get("property")


class _RemindedItem(TypedDict):
    """An item of which people are reminded."""

    case_id: CaseId
    """The case."""

    due: DueRequest
    """How its due date is computed: a request as for `due`."""


class RemindedItem(_RemindedItem, total=False):
    """An item of which people are reminded."""

    holder: OfficerId | None
    """The officer who holds it."""

    supervisor: OfficerId | None
    """The officer who supervises it."""


class Reminder(Answer):
    """One reminder (*lời nhắc*)."""

    __slots__ = ()

    @property
    def at(self) -> Stamp:
        """When to send it."""
        return self._get("at")

    @property
    def case_id(self) -> CaseId:
        """Identifier of the case (*mã hồ sơ*)."""
        return self._get("case_id")

    @property
    def due(self) -> Stamp:
        """When the item is due (*hạn*)."""
        return self._get("due")

    @property
    def number(self) -> int:
        """Its number among those for that occasion, from 1."""
        return self._get("number")

    @property
    def occasion(self) -> Occasion:
        """The occasion of the reminder."""
        return self._get("occasion")

    @property
    def officer(self) -> OfficerId | None:
        """The recipient, if known."""
        return self._get("officer")

    @property
    def text(self) -> Text:
        """The message in both languages."""
        return self._get("text", Text)

    @property
    def to(self) -> Recipient:
        """The role in which the recipient is reminded."""
        return self._get("to")


class ReminderPlan(TypedDict, total=False):
    """When to remind whom (*kế hoạch nhắc việc*)."""

    at_due: bool
    """Whether to remind at the due itself."""

    at_most: int
    """The largest number of reminders after the due."""

    before: Sequence[Budget]
    """How long before the due, in working time: `1 ngày làm việc`, `4 giờ`. A reminder that would lie before the case was accepted is sent at its acceptance."""

    every_days: int | None
    """The interval of reminders after the due, in working days; if absent, there are none."""

    overdue_to: Sequence[Recipient]
    """Who is reminded after the due."""

    to: Sequence[Recipient]
    """Who is reminded before and at the due."""

    within_hours: bool
    """Whether a reminder outside working hours waits for the next shift."""


class Replacement(Answer):
    """A document that is replaced, and at which agencies."""

    __slots__ = ()

    @property
    def document_id(self) -> str | None:
        """Its identifier on the national document axis."""
        return self._get("document_id")

    @property
    def organs(self) -> AnswerList[str]:
        """Codes of the agencies concerned."""
        return self._list("organs")


class Replay(Answer):
    """What a log shows, as of an instant (*kết quả phát lại*): states, counts, rates, facts and findings."""

    __slots__ = ()

    @property
    def as_of(self) -> Stamp:
        """The instant up to which the log was read (*thời điểm chốt*)."""
        return self._get("as_of")

    @property
    def cases(self) -> AnswerList[ReplayedCase]:
        """Every case that had begun, in the order of the log."""
        return self._list("cases", ReplayedCase)

    @property
    def counts(self) -> AnswerList[Count]:
        """Simple counts, each with its definition."""
        return self._list("counts", Count)

    @property
    def facts(self) -> AnswerList[Fact]:
        """What was counted (*dữ kiện*), ordered by kind, period, unit, officer and step."""
        return self._list("facts", Fact)

    @property
    def findings(self) -> AnswerList[Finding]:
        """What was not clear (*phát hiện*), in the order of the cases; findings about officers and the log as a whole come last."""
        return self._list("findings", Finding)

    @property
    def grade(self) -> Grade:
        """How much the log records (*mức dữ liệu*)."""
        return self._get("grade")

    @property
    def items(self) -> AnswerList[Item]:
        """Which officer had which step of which case: the smallest units that a policy counts."""
        return self._list("items", Item)

    @property
    def left_out(self) -> AnswerList[Part]:
        """Parts that were not asked for; they are empty for this reason alone."""
        return self._list("left_out")

    @property
    def not_assessed(self) -> AnswerList[NotAssessed]:
        """What could not be assessed, and why."""
        return self._list("not_assessed", NotAssessed)

    @property
    def semantics(self) -> int:
        """Version of the rules of replay; grows whenever an outcome changes."""
        return self._get("semantics")

    @property
    def shares(self) -> AnswerList[Share]:
        """On-time rates (*tỷ lệ đúng hạn*), each by its own definition."""
        return self._list("shares", Share)


class ReplayedCase(Answer):
    """One case at the instant of the replay (*tình trạng vụ việc*)."""

    __slots__ = ()

    @property
    def accepted(self) -> Stamp | None:
        """When it was accepted as complete (*thụ lý*)."""
        return self._get("accepted")

    @property
    def accepted_by(self) -> Origin | None:
        """Whether `accepted` is from the header or from an act."""
        return self._get("accepted_by")

    @property
    def begun(self) -> Stamp | None:
        """The earliest instant at which the log mentions it."""
        return self._get("begun")

    @property
    def case_id(self) -> CaseId:
        """Identifier of the case (*mã hồ sơ*)."""
        return self._get("case_id")

    @property
    def colour(self) -> Colour | None:
        """The colour on boards: grey if suspended or stopped, red if late; `None` without a due."""
        return self._get("colour")

    @property
    def due(self) -> Stamp | None:
        """The due recomputed from the rules (*hạn tính lại*)."""
        return self._get("due")

    @property
    def due_original(self) -> Stamp | None:
        """The due that the register showed first (*hạn hẹn ban đầu*)."""
        return self._get("due_original")

    @property
    def due_recorded(self) -> Stamp | None:
        """The due that the register shows (*hạn trên sổ*)."""
        return self._get("due_recorded")

    @property
    def events(self) -> int:
        """Number of its events."""
        return self._get("events")

    @property
    def finished(self) -> Stamp | None:
        """When it was finished (*kết thúc*)."""
        return self._get("finished")

    @property
    def finished_by(self) -> Origin | None:
        """Whether `finished` is from the header or from an act."""
        return self._get("finished_by")

    @property
    def grade(self) -> Grade:
        """How much its events record (*mức dữ liệu*)."""
        return self._get("grade")

    @property
    def holds(self) -> AnswerList[HoldSpan]:
        """Who held which step, in order of time."""
        return self._list("holds", HoldSpan)

    @property
    def late_working_seconds(self) -> Seconds:
        """Working seconds after that due; 0 if not late."""
        return self._get("late_working_seconds")

    @property
    def procedure(self) -> ProcedureId | None:
        """The procedure (*thủ tục*), or the kind of document."""
        return self._get("procedure")

    @property
    def responsible(self) -> OfficerId | None:
        """The officer who answers for the case by its header (*người chịu trách nhiệm*)."""
        return self._get("responsible")

    @property
    def standing(self) -> Standing:
        """Whether it is on time by the due that counts: the recomputed one, otherwise the recorded one. While the decision on acceptance (*thụ lý*) is pending, its due counts."""
        return self._get("standing")

    @property
    def state(self) -> State:
        """The state of the case (*trạng thái*)."""
        return self._get("state")

    @property
    def stopped(self) -> Stamp | None:
        """When it was stopped without a result (*dừng giải quyết*)."""
        return self._get("stopped")

    @property
    def take_up(self) -> TakenUp | None:
        """Whether acceptance was decided in time; `None` if no law limits that, or if the log does not say when the case came in."""
        return self._get("take_up", TakenUp)

    @property
    def unit(self) -> UnitId | None:
        """The unit that handles the case (*đơn vị giải quyết*)."""
        return self._get("unit")


class ResponseFor(Answer):
    """The document that a message answers, or that a status is about."""

    __slots__ = ()

    @property
    def code(self) -> str | None:
        """Its number and symbol (*số và ký hiệu*)."""
        return self._get("code")

    @property
    def document_id(self) -> str | None:
        """Its identifier on the national document axis (*trục liên thông văn bản*)."""
        return self._get("document_id")

    @property
    def issued(self) -> Date | None:
        """The day of issue (*ngày ban hành*)."""
        return self._get("issued")

    @property
    def organ(self) -> str | None:
        """Code of the agency that issued it."""
        return self._get("organ")


class Restated(Answer):
    """A rulebook in plain sentences."""

    __slots__ = ()

    @property
    def examples(self) -> int:
        """The number of examples in the rulebook."""
        return self._get("examples")

    @property
    def faults(self) -> AnswerList[ExampleFault]:
        """The failed examples."""
        return self._list("faults", ExampleFault)

    @property
    def hash(self) -> Hash:
        """Its hash."""
        return self._get("hash")

    @property
    def id(self) -> OfficeId:
        """Identifier of the rulebook."""
        return self._get("id")

    @property
    def statements(self) -> AnswerList[Statement]:
        """The sentences, in the order of the rulebook."""
        return self._list("statements", Statement)

    @property
    def title(self) -> Text:
        """Its title."""
        return self._get("title", Text)


class Retention(Answer):
    """What happens to a file after its work has ended."""

    __slots__ = ()

    @property
    def for_ever(self) -> bool:
        """Whether it is kept permanently (*vĩnh viễn*)."""
        return self._get("for_ever")

    @property
    def hand_over(self) -> Due:
        """When it must be handed over to the current archive (*nộp lưu*)."""
        return self._get("hand_over", Due)

    @property
    def keep_until(self) -> Date | None:
        """The last day on which it is kept; `None` if it is kept permanently."""
        return self._get("keep_until")

    @property
    def source(self) -> AnswerList[Source]:
        """Its legal basis (*căn cứ*)."""
        return self._list("source", Source)

    @property
    def title(self) -> Text:
        """The subject of the file, from the rulebook."""
        return self._get("title", Text)


class Right(Answer):
    """A right that an act requires (*thẩm quyền*)."""

    __slots__ = ()

    @property
    def role(self) -> RoleId | None:
        """The role (*vai trò*); if absent, being employed and cleared is enough."""
        return self._get("role")

    @property
    def secrecy(self) -> Secrecy:
        """How secret the case or document is (*độ mật*)."""
        return self._get("secrecy")

    @property
    def unit(self) -> UnitId | None:
        """The unit at which it is needed; `None` for any unit of the office."""
        return self._get("unit")


class RuleTrace(Answer):
    """How a rule came to its answer (*diễn giải*)."""

    __slots__ = ()

    @property
    def applies(self) -> bool:
        """Whether a check on that day and at that stage includes the rule."""
        return self._get("applies")

    @property
    def expression(self) -> str:
        """The requirement, as expression text."""
        return self._get("expression")

    @property
    def lines(self) -> AnswerList[TraceLine]:
        """The nodes, each one above its operands."""
        return self._list("lines", TraceLine)

    @property
    def pointers(self) -> AnswerList[str]:
        """The places where it fails, as JSON pointers into the form."""
        return self._list("pointers")

    @property
    def reason(self) -> Reason | None:
        """Why it cannot be determined."""
        return self._get("reason")

    @property
    def rule(self) -> RuleId:
        """The rule."""
        return self._get("rule")

    @property
    def standing(self) -> RuleStanding:
        """Its standing."""
        return self._get("standing")


class Scores(Answer):
    """The scores of a period: a head, and a card for each officer."""

    __slots__ = ()

    @property
    def as_of(self) -> Stamp:
        """The instant up to which the log was read."""
        return self._get("as_of")

    @property
    def cards(self) -> AnswerList[Card]:
        """The cards, ordered by officer."""
        return self._list("cards", Card)

    @property
    def not_assessed(self) -> AnswerList[NotAssessed]:
        """What the log or the rulebook does not allow to assess, and why."""
        return self._list("not_assessed", NotAssessed)

    @property
    def period(self) -> Period:
        """The period scored."""
        return self._get("period")

    @property
    def policy(self) -> PolicyRef:
        """The policy that was applied."""
        return self._get("policy", PolicyRef)

    @property
    def semantics(self) -> int:
        """Version of the rules of scoring; grows whenever an outcome changes."""
        return self._get("semantics")

    @property
    def unused(self) -> AnswerList[UnusedInput]:
        """Inputs that had no effect, and why."""
        return self._list("unused", UnusedInput)


class Sealed(Answer):
    """What was entered into a journal, and its seal."""

    __slots__ = ()

    @property
    def head(self) -> Head:
        """The head to deposit where nobody who writes the journal can change it."""
        return self._get("head", Head)

    @property
    def leaves(self) -> AnswerList[Leaf]:
        """The leaves under the head; to be kept beside it."""
        return self._list("leaves", Leaf)

    @property
    def lines(self) -> str:
        """The lines to append to the journal."""
        return self._get("lines")

    @property
    def openings(self) -> AnswerList[Opening]:
        """What opens the commitments; to be stored apart from the journal, and erased when the law requires it."""
        return self._list("openings", Opening)


class SeenEvent(Answer):
    """An event that is part of the case."""

    __slots__ = ()

    @property
    def digest(self) -> str:
        """Hash of its content, which distinguishes a repetition from a conflict."""
        return self._get("digest")

    @property
    def event_id(self) -> EventId:
        """Identifier of the event."""
        return self._get("event_id")


class Share(Answer):
    """An on-time rate (*tỷ lệ đúng hạn*). `denominator = numerator + late + undetermined`. A case without an end never counts as on time; it counts under `not_finished`."""

    __slots__ = ()

    @property
    def denominator(self) -> int:
        """Number of cases that the rate is computed over."""
        return self._get("denominator")

    @property
    def id(self) -> ShareId:
        """Name of the definition."""
        return self._get("id")

    @property
    def late(self) -> int:
        """Number of cases late (*quá hạn*)."""
        return self._get("late")

    @property
    def no_due(self) -> int:
        """Not counted: finished or open cases without such a due."""
        return self._get("no_due")

    @property
    def not_finished(self) -> int:
        """Not counted: cases that are not finished."""
        return self._get("not_finished")

    @property
    def numerator(self) -> int:
        """Number of cases on time (*đúng hạn*)."""
        return self._get("numerator")

    @property
    def open_overdue(self) -> int:
        """How many cases of `not_finished` are past their due."""
        return self._get("open_overdue")

    @property
    def stopped(self) -> int:
        """Not counted: stopped cases."""
        return self._get("stopped")

    @property
    def text(self) -> Text:
        """The definition in words."""
        return self._get("text", Text)

    @property
    def undetermined(self) -> int:
        """Finished on the day of the due, while the due or the end is a date without a time."""
        return self._get("undetermined")


class Signer(TypedDict, total=False):
    """The properties of a signer on which the prefixes depend."""

    acting: bool
    """Whether the signer is appointed acting head on that day."""

    authorised: bool
    """Whether a written authorisation covers the day."""

    by_order: bool
    """Whether the work rules let the head of that unit sign this kind of document by order."""

    collective: bool
    """Whether the agency decides as a collective (*Ủy ban nhân dân, Hội đồng nhân dân*)."""

    deputy_below: bool
    """Whether the signer is deputy to the head of such a unit, and so signs for that head (`TL.`, then `KT.`)."""

    heads_unit_below: bool
    """Whether the signer heads a unit directly below the head of the agency."""

    standing: Rank
    """Whether the signer is head, deputy or member of the agency that issues."""


class Simulated(Answer):
    """The run of each workflow, and the differences from the first."""

    __slots__ = ()

    @property
    def differences(self) -> AnswerList[Difference]:
        """For each run except the first, its difference from the first."""
        return self._list("differences", Difference)

    @property
    def runs(self) -> AnswerList[Simulation]:
        """The runs, in the order of the request."""
        return self._list("runs", Simulation)


class Simulation(Answer):
    """The result of a simulation (*kết quả mô phỏng*)."""

    __slots__ = ()

    @property
    def by_step(self) -> AnswerList[StepLoad]:
        """The totals of each step."""
        return self._list("by_step", StepLoad)

    @property
    def cases(self) -> int:
        """Number of cases that were completed."""
        return self._get("cases")

    @property
    def hand_overs(self) -> int:
        """How often work passed from one role and unit to another (*số lần chuyển tay*)."""
        return self._get("hand_overs")

    @property
    def routed(self) -> int:
        """Number of steps whose unit or officer was chosen by a rule on the content."""
        return self._get("routed")

    @property
    def steps(self) -> int:
        """Number of steps done."""
        return self._get("steps")

    @property
    def stuck(self) -> AnswerList[CaseId]:
        """Cases that could not be completed with their data."""
        return self._list("stuck")

    @property
    def through_working_seconds(self) -> Seconds:
        """Working seconds from arrival to end, summed over all cases; parallel branches count once."""
        return self._get("through_working_seconds")

    @property
    def why(self) -> str | None:
        """The reason why the first of them could not be completed."""
        return self._get("why")

    @property
    def workflow(self) -> WorkflowId:
        """The workflow that was simulated."""
        return self._get("workflow")

    @property
    def working_seconds(self) -> Seconds:
        """Working seconds of all steps, in total."""
        return self._get("working_seconds")


class Soundness(Answer):
    """Whether a workflow is sound, and how that was decided."""

    __slots__ = ()

    @property
    def flaws(self) -> AnswerList[Flaw]:
        """The faults, the nearest first."""
        return self._list("flaws", Flaw)

    @property
    def states(self) -> int:
        """Number of states examined; 0 if the reductions decided."""
        return self._get("states")

    @property
    def unmatched(self) -> AnswerList[StepId]:
        """Inclusive splits and joins that form no block."""
        return self._list("unmatched")

    @property
    def verdict(self) -> Judgement:
        """The verdict."""
        return self._get("verdict")


class Source(Answer):
    """The legal basis of a rule (*căn cứ*)."""

    __slots__ = ()

    @property
    def article(self) -> str | None:
        """Article, clause and point (*điều, khoản, điểm*), such as `47` or `38.3`."""
        return self._get("article")

    @property
    def confidence(self) -> Confidence:
        """How sure the authors are."""
        return self._get("confidence")

    @property
    def note(self) -> str | None:
        """A remark, such as what was assumed or what is unclear."""
        return self._get("note")

    @property
    def text(self) -> str:
        """Number and symbol of the legal document (*số và ký hiệu*), such as `59/2020/QH14`."""
        return self._get("text")


class Span(Answer):
    """A period during which the clock was suspended."""

    __slots__ = ()

    @property
    def end(self) -> Stamp | None:
        """When it ended; `None` if it has not."""
        return self._get("end")

    @property
    def reasons(self) -> AnswerList[str]:
        """The reasons; several if suspensions overlapped."""
        return self._list("reasons")

    @property
    def start(self) -> Stamp:
        """When the suspension began."""
        return self._get("start")


class StaffInfo(Answer):
    """Who handled it, at the sending or the receiving agency."""

    __slots__ = ()

    @property
    def department(self) -> str | None:
        """Name of the unit (*đơn vị*)."""
        return self._get("department")

    @property
    def email(self) -> str | None:
        """E-mail address (*thư điện tử*)."""
        return self._get("email")

    @property
    def mobile(self) -> str | None:
        """Telephone number (*số điện thoại*)."""
        return self._get("mobile")

    @property
    def staff(self) -> str | None:
        """Name of the person (*người thực hiện*)."""
        return self._get("staff")


class StaffingGap(Answer):
    """A step that nobody could do on some days (*bước thiếu người*)."""

    __slots__ = ()

    @property
    def end(self) -> Date:
        """Last day of the gap, inclusive."""
        return self._get("end")

    @property
    def kind(self) -> StaffingGapKind:
        """What is missing on these days."""
        return self._get("kind")

    @property
    def officer(self) -> OfficerId | None:
        """The only officer who can do both steps; only for `same_person`."""
        return self._get("officer")

    @property
    def other(self) -> StepId | None:
        """The step that must be done by somebody else; only for `same_person`."""
        return self._get("other")

    @property
    def role(self) -> RoleId:
        """The role that the step needs (*vai trò*)."""
        return self._get("role")

    @property
    def start(self) -> Date:
        """First day of the gap."""
        return self._get("start")

    @property
    def step(self) -> StepId:
        """The step that nobody can do (*bước*)."""
        return self._get("step")

    @property
    def text(self) -> Text:
        """The gap in words, in both languages."""
        return self._get("text", Text)

    @property
    def unit(self) -> UnitId | None:
        """The unit, if the step names one; if absent, no unit has somebody."""
        return self._get("unit")

    @property
    def workflow(self) -> WorkflowId:
        """The workflow concerned (*quy trình*)."""
        return self._get("workflow")


class Statement(Answer):
    """One rule as a sentence."""

    __slots__ = ()

    @property
    def entry(self) -> str:
        """The entry of the rulebook, such as `procedures/2.001199`."""
        return self._get("entry")

    @property
    def kind(self) -> StatementKind:
        """Its subject."""
        return self._get("kind")

    @property
    def source(self) -> AnswerList[Source]:
        """The legal basis (*căn cứ*)."""
        return self._list("source", Source)

    @property
    def text(self) -> Text:
        """The sentence."""
        return self._get("text", Text)


class Stay(Answer):
    """A time during which a case was with an agency."""

    __slots__ = ()

    @property
    def end(self) -> Stamp:
        """When its last step there ended."""
        return self._get("end")

    @property
    def start(self) -> Stamp:
        """When its first step there opened."""
        return self._get("start")


class StepLoad(Answer):
    """The totals of one step over all arrivals."""

    __slots__ = ()

    @property
    def step(self) -> StepId:
        """The step (*bước*)."""
        return self._get("step")

    @property
    def visits(self) -> int:
        """How often it was done."""
        return self._get("visits")

    @property
    def working_seconds(self) -> Seconds:
        """Working seconds spent on it, in total."""
        return self._get("working_seconds")


class Subject(Answer):
    """The subject of a finding."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Identifier of the case, officer or unit."""
        return self._get("id")

    @property
    def kind(self) -> SubjectKind:
        """Whether it is a case, an officer, a unit or the log."""
        return self._get("kind")


class _Submitted(TypedDict):
    """A component as it was handed in."""

    id: ComponentId
    """The id of the component."""


class Submitted(_Submitted, total=False):
    """A component as it was handed in."""

    count: int
    """The number of copies."""

    form: PaperForm
    """The form in which it was handed in."""

    issued: Day | None
    """The date of issue (*ngày cấp*)."""

    signed: Signed
    """Its signature."""


class Suggestion(Answer):
    """An officer to whom a step could be given."""

    __slots__ = ()

    @property
    def absent(self) -> bool:
        """Whether the officer is absent on that day."""
        return self._get("absent")

    @property
    def near_due(self) -> int:
        """How many of these belong to a yellow case (*sắp đến hạn*)."""
        return self._get("near_due")

    @property
    def officer(self) -> OfficerId:
        """The officer (*cán bộ, công chức*)."""
        return self._get("officer")

    @property
    def open(self) -> int:
        """Number of steps that the officer leads now."""
        return self._get("open")

    @property
    def overdue(self) -> int:
        """How many of these belong to a red case (*quá hạn*)."""
        return self._get("overdue")

    @property
    def substitute(self) -> bool:
        """Whether the officer would act on another's behalf, by delegation."""
        return self._get("substitute")

    @property
    def text(self) -> Text:
        """The reasons in words, in both languages."""
        return self._get("text", Text)


class Table(Answer):
    """A table (*bảng*): columns of one length."""

    __slots__ = ()

    @property
    def columns(self) -> AnswerList[Column]:
        """The columns, in order."""
        return self._list("columns", Column)

    @property
    def rows(self) -> int:
        """The number of rows."""
        return self._get("rows")


class TakenUp(Answer):
    """Whether acceptance or refusal was decided in time (*thời hạn thụ lý*)."""

    __slots__ = ()

    @property
    def answered(self) -> Stamp | None:
        """When it was decided: by acceptance, or by ending the case without it; `None` if not yet."""
        return self._get("answered")

    @property
    def due(self) -> Stamp:
        """Until when it had to be decided."""
        return self._get("due")

    @property
    def late_working_seconds(self) -> Seconds:
        """Working seconds after `due`; 0 if not late."""
        return self._get("late_working_seconds")

    @property
    def received(self) -> Stamp:
        """When the case came in; the limit counts from here."""
        return self._get("received")

    @property
    def standing(self) -> Standing:
        """Whether the decision was on time."""
        return self._get("standing")


class Tampering(Answer):
    """A place at which a journal was tampered with (*chỗ sổ bị sửa đổi*)."""

    __slots__ = ()

    @property
    def case_id(self) -> CaseId | None:
        """The case whose chain it is, where one can be named."""
        return self._get("case_id")

    @property
    def kind(self) -> TamperingKind:
        """How."""
        return self._get("kind")

    @property
    def line(self) -> int | None:
        """The line, from 1, where there is one."""
        return self._get("line")

    @property
    def text(self) -> Text:
        """In words."""
        return self._get("text", Text)


class TargetResult(Answer):
    """A target and whether it was reached (*mục tiêu*)."""

    __slots__ = ()

    @property
    def at_least(self) -> Rational | None:
        """The lowest value that reaches it."""
        return self._get("at_least")

    @property
    def at_most(self) -> Rational | None:
        """The highest value that reaches it."""
        return self._get("at_most")

    @property
    def outcome(self) -> TargetOutcome:
        """Whether it was reached."""
        return self._get("outcome")

    @property
    def source(self) -> Source | None:
        """Its basis (*căn cứ*)."""
        return self._get("source", Source)


class Text(Answer):
    """A text in both languages.  A rulebook may give only Vietnamese; English then repeats it, so that the text is never empty."""

    __slots__ = ()

    @property
    def en(self) -> str:
        """English."""
        return self._get("en")

    @property
    def vi(self) -> str:
        """Vietnamese, with full diacritics."""
        return self._get("vi")


class Token(Answer):
    """A token: the step at which it waits (or `end`), and for joins the step from which it came."""

    __slots__ = ()

    @property
    def came_from(self) -> StepId | None:
        """The step from which it came; only for joins."""
        return self._get("came_from")

    @property
    def step(self) -> StepId:
        """The step at which it waits, or `end`."""
        return self._get("step")


class TouchedCase(Answer):
    """An open case that is affected by changes."""

    __slots__ = ()

    @property
    def case_id(self) -> CaseId:
        """The case."""
        return self._get("case_id")

    @property
    def last_day_after(self) -> Date | None:
        """Its last day under the new rules; `None` for a case that begins again."""
        return self._get("last_day_after")

    @property
    def last_day_before(self) -> Date | None:
        """Its last day under the old rules."""
        return self._get("last_day_before")


class Trace(Answer):
    """An agency through which the message passed."""

    __slots__ = ()

    @property
    def at(self) -> Stamp | None:
        """When the message passed it."""
        return self._get("at")

    @property
    def organ(self) -> str | None:
        """Code of the agency (*mã định danh*)."""
        return self._get("organ")


class TraceLine(Answer):
    """The value of one node of a rule."""

    __slots__ = ()

    @property
    def depth(self) -> int:
        """How deep the node lies."""
        return self._get("depth")

    @property
    def expression(self) -> str:
        """The node as expression text."""
        return self._get("expression")

    @property
    def value(self) -> str:
        """Its value; `pending`, or the reason why there is none."""
        return self._get("value")


class Undecided(Answer):
    """A rule that cannot be decided."""

    __slots__ = ()

    @property
    def reason(self) -> Reason:
        """Why."""
        return self._get("reason")

    @property
    def rule(self) -> RuleId:
        """The rule; `form` for the form's schema."""
        return self._get("rule")


class UnusedInput(Answer):
    """An input that had no effect on any card."""

    __slots__ = ()

    @property
    def pointer(self) -> str:
        """JSON pointer to it in the request, such as `/inputs/excused/0`."""
        return self._get("pointer")

    @property
    def text(self) -> Text:
        """Why it had none, in both languages."""
        return self._get("text", Text)


class Verdict(Answer):
    """The answer to "is this dossier complete?" (*kết quả kiểm tra*)."""

    __slots__ = ()

    @property
    def at(self) -> Date:
        """As of which day."""
        return self._get("at")

    @property
    def by_data(self) -> AnswerList[ByData]:
        """Components that a database made unnecessary."""
        return self._list("by_data", ByData)

    @property
    def pending(self) -> AnswerList[RuleId]:
        """Rules that wait for data that are not filled in."""
        return self._list("pending")

    @property
    def procedure(self) -> ProcedureId | None:
        """The procedure, where a dossier was checked."""
        return self._get("procedure")

    @property
    def progress(self) -> Progress:
        """How far the dossier is filled in."""
        return self._get("progress", Progress)

    @property
    def ready(self) -> bool:
        """Whether it may go on: no error, nothing pending, nothing undecided."""
        return self._get("ready")

    @property
    def remarks(self) -> AnswerList[Remark]:
        """What is to be mended or looked at, in order: stage, rank of the rule, order of the file, place."""
        return self._list("remarks", Remark)

    @property
    def stage(self) -> Stage:
        """For which stage."""
        return self._get("stage")

    @property
    def undetermined(self) -> AnswerList[Undecided]:
        """Rules that cannot be decided."""
        return self._list("undetermined", Undecided)

    @property
    def unlisted(self) -> int:
        """Remarks beyond the limit, not listed."""
        return self._get("unlisted")

    @property
    def waiting(self) -> AnswerList[Waiting]:
        """What each of them waits for, in the same order."""
        return self._list("waiting", Waiting)


class Verified(Answer):
    """The result of verifying."""

    __slots__ = ()

    @property
    def head(self) -> Head | None:
        """The head to which the lines of the journal lead."""
        return self._get("head", Head)

    @property
    def holds(self) -> bool:
        """Whether it holds."""
        return self._get("holds")

    @property
    def limits(self) -> AnswerList[Text]:
        """What could not be detected, in words."""
        return self._list("limits", Text)

    @property
    def tamperings(self) -> AnswerList[Tampering]:
        """Where a journal was tampered with."""
        return self._list("tamperings", Tampering)

    @property
    def text(self) -> Text | None:
        """Why a proof does not hold."""
        return self._get("text", Text)


class Waiting(Answer):
    """A rule, or a component with a condition, that waits for data (*chờ dữ liệu*)."""

    __slots__ = ()

    @property
    def fields(self) -> AnswerList[str]:
        """JSON pointers to the fields of the form that have to be filled in or corrected before it can be decided."""
        return self._list("fields")

    @property
    def rule(self) -> RuleId:
        """The rule or component."""
        return self._get("rule")

    @property
    def text(self) -> Text:
        """What it waits for, in words."""
        return self._get("text", Text)


class Who(TypedDict, total=False):
    """Whose agenda is asked for: that of an officer, of a unit, or, if neither is named, of everybody."""

    officer: OfficerId | None
    """Only steps that this officer leads, cooperates on, or could claim."""

    unit: UnitId | None
    """Only steps at this unit and at the units under it."""


class WorkItem(Answer):
    """One line of an agenda (*việc cần xử lý*)."""

    __slots__ = ()

    @property
    def budget_ends(self) -> Stamp | None:
        """When the time budget of the step (*định mức thời gian của bước*) is used up."""
        return self._get("budget_ends")

    @property
    def case_id(self) -> CaseId:
        """Identifier of the case (*mã hồ sơ*)."""
        return self._get("case_id")

    @property
    def colour(self) -> Colour:
        """The colour at `now` (*xám, xanh lá, vàng, đỏ*)."""
        return self._get("colour")

    @property
    def due(self) -> Stamp | None:
        """When the case is due (*hạn*); `None` if it has no limit or is not yet accepted."""
        return self._get("due")

    @property
    def due_for(self) -> LimitOf:
        """What falls due at `due`: the result, or, before acceptance, the decision whether the case is accepted (*thụ lý*)."""
        return self._get("due_for")

    @property
    def held_working_seconds(self) -> Seconds:
        """Working seconds since the lead got the step or, without a lead, since the step was opened."""
        return self._get("held_working_seconds")

    @property
    def next_change(self) -> Stamp | None:
        """When a colour changes next without any event; `None` if it does not."""
        return self._get("next_change")

    @property
    def officer(self) -> OfficerId | None:
        """The officer who leads the step (*người chủ trì*); `None` while it waits in the queue of the unit."""
        return self._get("officer")

    @property
    def share_colour(self) -> Colour | None:
        """The colour of that share at `now`."""
        return self._get("share_colour")

    @property
    def share_due(self) -> Stamp | None:
        """When the share of the limit that the unit has is used up (*phần thời hạn của cơ quan*); `None` if it has none."""
        return self._get("share_due")

    @property
    def step(self) -> StepId:
        """The open step (*bước*)."""
        return self._get("step")

    @property
    def unit(self) -> UnitId | None:
        """The unit where the step is done (*đơn vị*)."""
        return self._get("unit")

    @property
    def yellow_from(self) -> Stamp | None:
        """From this instant the case is yellow (*sắp đến hạn*)."""
        return self._get("yellow_from")


class ZoneChange(Answer):
    """One change of offset."""

    __slots__ = ()

    @property
    def at(self) -> Stamp:
        """The instant of the change."""
        return self._get("at")

    @property
    def offset(self) -> Zone:
        """The offset from this instant on."""
        return self._get("offset")


class ZoneTable(Answer):
    """The changes of a zone's offset."""

    __slots__ = ()

    @property
    def changes(self) -> AnswerList[ZoneChange]:
        """The changes, in order of time."""
        return self._list("changes", ZoneChange)

    @property
    def first(self) -> Zone:
        """The offset before the first change."""
        return self._get("first")

ActorKind: TypeAlias = Literal["person", "system", "citizen", "group", "unknown"]
"""The kind of actor."""

BecauseCode: TypeAlias = Literal["start", "start_moved", "skipped", "swapped", "clipped", "rolled", "suspended", "restarted", "extended", "re_appointed", "chosen", "stopped", "provisional", "end"]
"""Why a due is at this instant; the kind of one step of the explanation."""

Bound: TypeAlias = Literal["through", "before"]
"""Whether the due instant itself is still on time."""

Budget: TypeAlias = str
"""Working time: `0,5 ngày làm việc`, `4 giờ`, `PT4H`"""

BusinessKind: TypeAlias = Literal["new", "recall", "update", "replace"]
"""The purpose of a message concerning its document (*nghiệp vụ văn bản*)."""

CalendarId: TypeAlias = str

CaseFormat: TypeAlias = int

CaseId: TypeAlias = str

CaseState: TypeAlias = Literal["received", "processing", "suspended", "finished", "delivered", "stopped"]
"""The state of a case (*trạng thái*)."""

ChangeKind: TypeAlias = Literal["added", "removed", "changed"]
"""How a part of a rulebook changed."""

ClockActKind: TypeAlias = Literal["suspend", "resume", "restart", "extend", "re_appoint", "stop"]
"""What an act does to the clock (*đồng hồ*)."""

Code: TypeAlias = str

Colour: TypeAlias = Literal["grey", "green", "yellow", "red"]
"""The colour of an item (*màu cảnh báo*)."""

ColumnKind: TypeAlias = Literal["word", "text", "whole", "truth", "instant"]
"""What the values of a column are."""

ComponentId: TypeAlias = str

Confidence: TypeAlias = Literal["sure", "likely", "unsure"]
"""How sure the authors of a rulebook are of a rule (*độ tin cậy*)."""

CountId: TypeAlias = Literal["cases", "not_begun", "events", "open", "suspended", "finished", "returned", "stopped", "resources", "persons", "activities", "variants", "handovers", "handovers_of_persons", "handovers_between_persons", "returns"]
"""What is counted of a log, by its definition."""

DataAnswer: TypeAlias = Literal["answered", "wrong", "down"]
"""The answer of a database (*khai thác dữ liệu*)."""

Date: TypeAlias = str

DayReasonCode: TypeAlias = Literal["weekly_rest", "holiday", "compensation", "closed", "make_up", "special_hours", "outside_calendar"]
"""What kind of reason a day has."""

DeviationKind: TypeAlias = Literal["unknown", "repeated", "missing", "unreadable", "spelling", "attachment", "namespace", "unchecked"]
"""How a message deviates from the regulation."""

Dimension: TypeAlias = Literal["person", "task", "process", "time", "responsibility", "authority", "product", "effect"]
"""An aspect that should be clear (*rõ*). A version of the motto ("5 rõ", "6 rõ") is a named subset, with labels and  order, in a policy."""

Direction: TypeAlias = Literal["incoming", "outgoing", "internal"]
"""The direction of a document."""

DocumentStanding: TypeAlias = Literal["in_force", "amended", "replaced", "recalled"]
"""The validity of a document after later ones."""

DueEntry: TypeAlias = Literal["event", "task", "nothing"]
"""How a due is entered in a calendar file."""

EventId: TypeAlias = str

ExchangeStatus: TypeAlias = Literal["01", "02", "03", "04", "05", "06", "13", "15", "16"]
"""The status of a document, as the receiver reports it (*trạng thái văn bản liên thông*)."""

FactKind: TypeAlias = Literal["assigned", "charged", "completed", "held", "late", "moved_or_stopped", "not_assessed", "on_time", "running", "undetermined"]
"""What is counted of items (*loại dữ kiện*), in the order in which facts are listed."""

FieldKind: TypeAlias = Literal["text", "long_text", "integer", "decimal", "money", "date", "time", "choice", "choices", "yes_no", "person_name", "address", "phone", "email", "identity_number", "tax_code", "list"]
"""What kind of field a form has at a place (*loại trường*). A schema says it by `kind`; without, it follows from the other  keywords."""

FindingId: TypeAlias = str

FindingKind: TypeAlias = Literal["late_take_up", "late", "overdue_open", "late_committed", "late_statutory", "over_share", "no_due", "due_differs", "stuck", "second_supplement", "no_lead", "unassigned", "ping_pong", "taken_over", "void_act", "skipped_step", "unexpected_step", "out_of_order", "four_eyes", "backdated", "end_before_last_event", "ends_differ", "at_night", "out_of_hours", "not_a_person", "ambiguous_person", "midnight_times"]
"""What a finding says (*loại phát hiện*), in the order in which those of one case are listed."""

FlawKind: TypeAlias = Literal["deadlock", "livelock", "twice_at_once", "improper_completion", "dead_step"]
"""The reason why a workflow is unsound."""

Grade: TypeAlias = Literal["header", "completions", "spans", "full"]
"""How much a log records (*mức dữ liệu*); a fact or finding that needs a higher grade is "not assessed"."""

GroupKey: TypeAlias = Literal["unit", "officer", "procedure", "channel", "step", "period"]
"""By what shares are told apart."""

Hash: TypeAlias = str

HeldBy: TypeAlias = Literal["assignment", "naming", "claim", "start", "act", "return", "route"]
"""How an officer got a step."""

Involvement: TypeAlias = Literal["lead", "cooperating", "informed"]
"""How an officer is involved in a step."""

Judgement: TypeAlias = Literal["sound", "unsound", "undecided"]
"""Whether a workflow is sound."""

Kind: TypeAlias = Literal["nghi-quyet", "quyet-dinh", "chi-thi", "quy-che", "quy-dinh", "thong-cao", "thong-bao", "huong-dan", "chuong-trinh", "ke-hoach", "phuong-an", "de-an", "du-an", "bao-cao", "bien-ban", "to-trinh", "hop-dong", "cong-van", "cong-dien", "ban-ghi-nho", "ban-thoa-thuan", "giay-uy-quyen", "giay-moi", "giay-gioi-thieu", "giay-nghi-phep", "phieu-gui", "phieu-chuyen", "phieu-bao", "thu-cong"]
"""One of the 29 kinds of administrative documents (*loại văn bản hành chính*)."""

Lack: TypeAlias = Literal["unknown_officer", "not_employed", "clearance", "other_unit", "expired", "not_yet", "outside_scope", "giver_present", "chain_of_delegation", "giver_lacks_it", "giver_clearance", "no_part", "no_role"]
"""Why a right is missing."""

Language: TypeAlias = Literal["vi", "en"]
"""A language of the texts."""

LeftOutReason: TypeAlias = Literal["not_counted", "unknown_whether_counted", "unknown_worth"]
"""Why a row of the period is not in a value (*lý do không tính*)."""

LetterKind: TypeAlias = Literal["receipt", "supplement", "refusal", "apology", "stop", "control", "register"]
"""The kind of a form of the one-stop desk."""

Limit: TypeAlias = str | Mapping[str, Any]
"""A limit: `3 ngày làm việc`, `20 giờ làm việc`, `30 ngày`, `1 tháng`, `3 working days`, `PT8H` (working hours), `P1D` (a day of the calendar)"""

LimitOf: TypeAlias = Literal["result", "take_up"]
"""Which limit of a procedure is meant."""

LinkKind: TypeAlias = Literal["appointment", "delegation"]
"""The basis of one link of a chain of right."""

Milestone: TypeAlias = Literal["arrive", "acknowledge", "register", "present", "direct", "hand_on", "settle", "draft", "approve", "sign", "number", "seal", "send", "close", "archive"]
"""A stage in the handling of a document (Decree 30/2020 arts. 10–30)."""

Occasion: TypeAlias = Literal["before", "due", "overdue"]
"""The occasion of a reminder."""

OfficeId: TypeAlias = str

OfficerId: TypeAlias = str

Origin: TypeAlias = Literal["header", "act"]
"""Where an instant of a case is known from."""

Outcome: TypeAlias = Literal["early", "on_time", "late", "stopped", "undetermined"]
"""How something was finished."""

Paper: TypeAlias = Literal["a4", "a5", "a4_wide"]
"""The size of the paper that a form is printed on."""

PaperForm: TypeAlias = Literal["original", "copy", "electronic", "shown"]
"""The form in which a paper is handed in."""

Part: TypeAlias = Literal["cases", "items", "facts", "findings"]
"""A part of a replay that a caller may leave out."""

Period: TypeAlias = str

Personal: TypeAlias = Literal["actor", "on_behalf_of", "assignee", "data"]
"""A field of an event that may contain personal data (*dữ liệu cá nhân*)."""

PictureFormat: TypeAlias = Literal["svg", "dot", "mermaid"]
"""The format of a picture."""

PolicyId: TypeAlias = str

PositionId: TypeAlias = str

ProcedureId: TypeAlias = str

Rank: TypeAlias = Literal["head", "deputy", "member"]
"""The rank of a position in its unit; signing prefixes follow from it (Decree 30/2020 art. 13)."""

Rational: TypeAlias = Any
"""A fraction: 70/3, 25%, 0.25; answered as {num, den} in lowest terms"""

Reason: TypeAlias = Literal["overflow", "fuel", "wrong_type", "bad_date", "division", "no_today", "no_calendar"]
"""Why a rule could not be decided."""

Recipient: TypeAlias = Literal["holder", "supervisor"]
"""Who is reminded."""

RegisterId: TypeAlias = str

RelationKind: TypeAlias = Literal["replaces", "amends", "corrects", "recalls", "answers"]
"""The relation of a document to another (*quan hệ văn bản*)."""

RoleId: TypeAlias = str

RuleId: TypeAlias = str

RuleStanding: TypeAlias = Literal["holds", "fails", "pending", "undetermined"]
"""The standing of a rule."""

Seconds: TypeAlias = int
"""Whole seconds"""

Secrecy: TypeAlias = Literal["ordinary", "confidential", "secret", "top_secret"]
"""How secret a document or case is (*độ mật*; Law 29/2018/QH14), the least secret first."""

Severity: TypeAlias = Literal["error", "warning", "note"]
"""How much a remark weighs."""

ShareId: TypeAlias = Literal["on_time_recorded", "on_time_recomputed", "on_time_original", "on_time_with_overdue", "taken_up_in_time"]
"""Shares in time, each by its own definition."""

SharesOf: TypeAlias = Literal["cases", "items"]
"""Of what shares are taken."""

Shift: TypeAlias = str

Signed: TypeAlias = Literal["none", "hand", "electronic"]
"""The signature on a paper."""

StaffingGapKind: TypeAlias = Literal["nobody", "same_person"]
"""What is missing on the days of a gap."""

Stage: TypeAlias = Literal["filing", "desk", "appraisal"]
"""When a rule is looked at; a later stage looks at the rules of the earlier ones too."""

Stamp: TypeAlias = str
"""RFC 3339 in the zone of the office"""

Standing: TypeAlias = Literal["on_time", "late", "running", "undetermined", "not_assessed", "void"]
"""Whether a case or an item is on time."""

State: TypeAlias = Literal["open", "suspended", "finished", "returned", "stopped"]
"""The state of a case in a replay."""

StatementKind: TypeAlias = Literal["calendar", "unit", "procedure", "limit", "sample", "component", "rule", "fee", "workflow", "step", "policy", "record", "indicator"]
"""The subject of a sentence of a restated rulebook."""

StepId: TypeAlias = str

SubjectKind: TypeAlias = Literal["case", "officer", "unit", "log"]
"""The kind of subject of a finding."""

Symbol: TypeAlias = str

TableName: TypeAlias = Literal["cases", "items", "holds", "findings", "charges", "facts", "variants", "flows", "steps", "spectrum"]
"""The tables of a replay."""

TamperingKind: TypeAlias = Literal["unreadable_line", "entry_altered", "entry_misplaced", "chain_cut", "chain_rewritten", "journal_cut", "journal_rewritten", "leaves_differ"]
"""How a journal was tampered with (*kiểu sửa đổi sổ*)."""

TargetOutcome: TypeAlias = Literal["reached", "not_reached", "undetermined", "too_few", "not_assessed"]
"""Whether a target was reached."""

UnitId: TypeAlias = str

Urgency: TypeAlias = Literal["ordinary", "urgent", "very_urgent", "express"]
"""How urgent a document is (*độ khẩn*), the least urgent first."""

Value: TypeAlias = Any

Values: TypeAlias = AnswerList[str | int | bool | None]

When: TypeAlias = str

WorkflowId: TypeAlias = str

WorkflowSpec: TypeAlias = Mapping[str, Any]
"""A workflow (*quy trình nội bộ*): `workflows.<id>`."""

Zone: TypeAlias = str

ZoneSpec: TypeAlias = Zone | str | ZoneTable | Mapping[str, Any]
