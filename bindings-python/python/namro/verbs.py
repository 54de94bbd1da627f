"""A method for each operation.

Written by `cargo run -p xtask -- shapes` from core/schema.
"""

# mypy: no-warn-return-any

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from namro.answers import Answer, AnswerList
from namro.shapes import (
    Agenda,
    Applicant,
    Applied,
    Arrival,
    At,
    BpmnFile,
    BpmnImport,
    CalendarFile,
    CalendarId,
    Case,
    CaseRow,
    CaseSelection,
    ClockAct,
    ClosedList,
    Consistency,
    Day,
    DayAnswer,
    Description,
    Diff,
    Document,
    Dossier,
    DueAnswer,
    DueEntry,
    EdocMessage,
    EdocReading,
    EdocStatus,
    EdxmlFile,
    Elapsed,
    Entry,
    Event,
    Exchange,
    ExchangeStatus,
    Exchanged,
    Fact,
    Folded,
    FormDescription,
    GroupKey,
    Handling,
    Hash,
    Head,
    Indicators,
    Judged,
    Language,
    LatestStart,
    Leaf,
    Letter,
    LetterKind,
    Limit,
    LimitOf,
    LunarDate,
    Merged,
    NextNumber,
    OfficerId,
    Opening,
    Period,
    Permission,
    Personal,
    Picture,
    PictureFormat,
    ProcedureForm,
    ProcedureId,
    ProcessMap,
    Profile,
    Proof,
    Proposal,
    Proven,
    Published,
    ReadForm,
    RegisterId,
    Registry,
    RemindedItem,
    Reminder,
    ReminderPlan,
    Replay,
    Restated,
    Retention,
    RoleId,
    RuleId,
    RuleTrace,
    Scores,
    Sealed,
    Seconds,
    Secrecy,
    SharesOf,
    Simulated,
    Stage,
    StepId,
    Suggestion,
    Symbol,
    Table,
    TableName,
    UnitId,
    Value,
    Verdict,
    Verified,
    Who,
    WorkflowId,
    WorkflowSpec,
    ZoneSpec,
    ZoneTable,
)

#: The class of each answer, or of what a list answers.
ANSWERS: dict[str, type[Answer]] = {
    "agenda": Agenda,
    "apply": Applied,
    "calendar_file": CalendarFile,
    "check": Verdict,
    "day": DayAnswer,
    "describe": Description,
    "diff": Diff,
    "discover": Proposal,
    "documents": Registry,
    "draw": Picture,
    "due": DueAnswer,
    "elapsed": Elapsed,
    "exchange": Exchanged,
    "fold": Folded,
    "form": FormDescription,
    "form_schema": ProcedureForm,
    "handling": Handling,
    "indicators": Indicators,
    "latest_start": LatestStart,
    "letter": Letter,
    "map": ProcessMap,
    "may": Permission,
    "merge": Merged,
    "number": NextNumber,
    "profile": Profile,
    "prove": Proven,
    "publish": Published,
    "read_bpmn": BpmnImport,
    "read_edxml": EdocReading,
    "read_form": ReadForm,
    "reminders": Reminder,
    "replay": Replay,
    "restate": Restated,
    "retention": Retention,
    "score": Scores,
    "seal": Sealed,
    "shares": Table,
    "simulate": Simulated,
    "soundness": Judged,
    "suggest": Suggestion,
    "table": Table,
    "trace": RuleTrace,
    "verify": Verified,
    "write_bpmn": BpmnFile,
    "write_edxml": EdxmlFile,
    "zone": ZoneTable,
}


class Verbs:
    """What an office answers; each method takes the fields of its request by name."""

    __slots__ = ()

    def call(self, operation: str, input: Any = None, /) -> Any:
        """Carry out one operation."""
        raise NotImplementedError

    def _ask(self, operation: str, request: dict[str, Any], /, **optional: Any) -> Any:
        given = {name: value for name, value in optional.items() if value is not None}
        return self.call(operation, {**request, **given})

    def agenda(
        self,
        *,
        now: At,
        cases: Sequence[Case | Mapping[str, Any]] | None = None,
        who: Who | None = None,
    ) -> Agenda:
        """Request for the open work of an officer, or of all.

        Parameters
        ----------
        now : str or datetime
            The instant for which time spent, due times and colours are computed.
        cases : list of Case, optional
            The cases.
        who : Who, optional
            The officer whose work is listed; without one, the work of all.
        """
        return self._ask("agenda", {"now": now}, cases=cases, who=who)

    def apply(
        self,
        *,
        event: Event,
        case: Case | Mapping[str, Any] | None = None,
    ) -> Applied:
        """Request to apply an event to a case.

        Parameters
        ----------
        event : Event
            The event.
        case : Case, optional
            The case so far; `None` for its first event.
        """
        return self._ask("apply", {"event": event}, case=case)

    def calendar_file(
        self,
        *,
        made_at: At,
        cases: Sequence[Case | Mapping[str, Any]] | None = None,
        dues: DueEntry | None = None,
        items: Sequence[RemindedItem] | None = None,
        language: Language | None = None,
        name: str | None = None,
        plan: ReminderPlan | None = None,
        since: At | None = None,
        until: At | None = None,
    ) -> CalendarFile:
        """Request for due dates and reminders as an iCalendar file (RFC 5545).

        Parameters
        ----------
        made_at : str or datetime
            The creation time of the file; a field of the request, so that the same request gives the same bytes.
        cases : list of Case, optional
            Cases, as for `reminders`.
        dues : {"event", "task", "nothing"}, optional
            How due dates are entered: as events or as tasks.
        items : list of RemindedItem, optional
            Items, each with the request for its due date.
        language : {"vi", "en"}, optional
            The language of the text in it.
        name : str, optional
            The name of the calendar.
        plan : ReminderPlan, optional
            The plan: when to remind whom; without it, only due dates.
        since : str or datetime, optional
            The start of the reminders, inclusive; without it, there is no lower bound.
        until : str or datetime, optional
            The end of the reminders, exclusive; without it, there is no upper bound.
        """
        return self._ask("calendar_file", {"made_at": made_at}, cases=cases, dues=dues, items=items, language=language, name=name, plan=plan, since=since, until=until)

    def check(
        self,
        *,
        at: At,
        document: Document | None = None,
        dossier: Dossier | None = None,
        stage: Stage | None = None,
        unit: UnitId | None = None,
    ) -> Verdict:
        """Request to check a dossier or a document; exactly one of the two is given.

        Parameters
        ----------
        at : str or datetime
            The instant of the check: now for an open dossier, its acceptance for a filed one. It decides which version of the procedure applies.
        document : Document, optional
            The document, instead of a dossier.
        dossier : Dossier, optional
            The dossier.
        stage : {"filing", "desk", "appraisal"}, optional
            The stage for which the dossier is checked.
        unit : str, optional
            The unit whose calendar applies if rules count working days.
        """
        return self._ask("check", {"at": at}, document=document, dossier=dossier, stage=stage, unit=unit)

    def day(
        self,
        *,
        calendar: CalendarId | None = None,
        date: Day | None = None,
        known_at: At | None = None,
        lunar: LunarDate | Mapping[str, Any] | None = None,
        unit: UnitId | None = None,
    ) -> DayAnswer:
        """Request for what kind of day a date is.

        Parameters
        ----------
        calendar : str, optional
            A calendar by name.
        date : str or date, optional
            The day.
        known_at : str or datetime, optional
            Uses the calendar as it was known at this instant.
        lunar : LunarDate, optional
            The day in the Vietnamese lunar calendar (*âm lịch*), instead of a date.
        unit : str, optional
            The calendar of a unit.
        """
        return self._ask("day", {}, calendar=calendar, date=date, known_at=known_at, lunar=lunar, unit=unit)

    def describe(
        self,
        *,
        end: Day | None = None,
        start: Day | None = None,
    ) -> Description:
        """Request to describe an office (*mô tả bộ quy tắc*).

        Parameters
        ----------
        end : str or date, optional
            Last day of that period.
        start : str or date, optional
            First day of the period for which staffing is checked; without one, it is not checked.
        """
        return self._ask("describe", {}, end=end, start=start)

    def diff(
        self,
        *,
        cases: Sequence[Case | Mapping[str, Any]] | None = None,
        rulebooks: Mapping[str, str] | None = None,
    ) -> Diff:
        """Request for the changes in a newer rulebook.

        Parameters
        ----------
        cases : list of Case, optional
            Cases; the open ones that are affected are reported.
        rulebooks : mapping of str, optional
            Texts of the newer rulebook by name; the first is the root.
        """
        return self._ask("diff", {}, cases=cases, rulebooks=rulebooks)

    def discover(
        self,
        *,
        cases: Sequence[CaseRow] | None = None,
        events: Sequence[Event] | None = None,
        mapping: str | None = None,
        noise: int | None = None,
    ) -> Proposal:
        """Request to propose a rulebook from a log (*khám phá quy trình*).

        Parameters
        ----------
        cases : list of CaseRow, optional
            Case rows; may be left out.
        events : list of Event, optional
            Events.
        mapping : str, optional
            The name of the mapping by which acts and actors are read.
        noise : int, optional
            The noise threshold in per cent, from 0 to 100: flows rarer than this beside the most frequent one at the same step may be left out. Without it, the largest of 20, 10, 5 and 0 with which the log fits by 95 %.
        """
        return self._ask("discover", {}, cases=cases, events=events, mapping=mapping, noise=noise)

    def documents(
        self,
        *,
        documents: Sequence[Document] | None = None,
    ) -> Registry:
        """Request to relate the documents of a list to each other.

        Parameters
        ----------
        documents : list of Document, optional
            The documents.
        """
        return self._ask("documents", {}, documents=documents)

    def draw(
        self,
        *,
        workflow: WorkflowId,
        cases: Sequence[Case | Mapping[str, Any]] | None = None,
        format: PictureFormat | None = None,
        language: Language | None = None,
        on: Day | None = None,
    ) -> Picture:
        """Request for a picture of a workflow.

        Parameters
        ----------
        workflow : str
            The workflow.
        cases : list of Case, optional
            Cases to show on it: for one case, its open steps and who holds them; for several, how often each step was carried out.
        format : {"svg", "dot", "mermaid"}, optional
            The format.
        language : {"vi", "en"}, optional
            The language of the text in it.
        on : str or date, optional
            The day whose version is meant; without one, the latest version.
        """
        return self._ask("draw", {"workflow": workflow}, cases=cases, format=format, language=language, on=on)

    def due(
        self,
        *,
        accepted_at: At | None = None,
        accepted_on: Day | None = None,
        acts: Sequence[ClockAct | Mapping[str, Any]] | None = None,
        calendar: CalendarId | None = None,
        channel: str | None = None,
        clock: str | None = None,
        early_margin_seconds: Seconds | None = None,
        entered_by: At | None = None,
        factors: Sequence[str] | None = None,
        finished: At | Day | None = None,
        form: Value | None = None,
        known_at: At | None = None,
        limit: Limit | None = None,
        now: At | None = None,
        of: LimitOf | None = None,
        procedure: ProcedureId | None = None,
        unit: UnitId | None = None,
    ) -> DueAnswer:
        """Request for a due date: of a procedure, or of a limit given here.

        Parameters
        ----------
        accepted_at : str or datetime, optional
            The instant at which the dossier was accepted as complete (*tiếp nhận*).
        accepted_on : str or date, optional
            The day of acceptance, if the time is unknown. The due date is then computed for the whole day, not for its midnight.
        acts : list of ClockAct, optional
            Suspensions, resumptions and extensions of the limit.
        calendar : str, optional
            A calendar by name.
        channel : str, optional
            The channel of filing: desk, online or post. It may move the start.
        clock : str, optional
            The clock, if a case has several.
        early_margin_seconds : int, optional
            For limits in hours: work that finished at least this many seconds before the due time counts as early.
        entered_by : str or datetime, optional
            Only those `acts` count that were recorded up to this instant.
        factors : list of str, optional
            Circumstances that lengthen the limit, such as `complex` or `remote`.
        finished : str, date or datetime, optional
            When it finished, as an instant or a day; the answer says whether it was on time.
        form : Any, optional
            The form data, if the limit of the procedure depends on it.
        known_at : str or datetime, optional
            Uses the calendar as it was known at this instant; with the instant of acceptance, this gives the promised due date.
        limit : str or mapping, optional
            A limit instead of a procedure, such as `2 ngày làm việc`.
        now : str or datetime, optional
            The instant for which the colour is computed.
        of : {"result", "take_up"}, optional
            Which limit of the procedure: that of the result, or that of taking up the matter (*thụ lý*), counted from its receipt.
        procedure : str, optional
            The procedure, in its version on the day of acceptance.
        unit : str, optional
            The calendar of a unit.
        """
        return self._ask("due", {}, accepted_at=accepted_at, accepted_on=accepted_on, acts=acts, calendar=calendar, channel=channel, clock=clock, early_margin_seconds=early_margin_seconds, entered_by=entered_by, factors=factors, finished=finished, form=form, known_at=known_at, limit=limit, now=now, of=of, procedure=procedure, unit=unit)

    def elapsed(
        self,
        *,
        end: At,
        start: At,
        calendar: CalendarId | None = None,
        known_at: At | None = None,
        unit: UnitId | None = None,
    ) -> Elapsed:
        """Request for the working time between two instants.

        Parameters
        ----------
        end : str or datetime
            The end; before `start`, the answer is negative.
        start : str or datetime
            The start.
        calendar : str, optional
            A calendar by name.
        known_at : str or datetime, optional
            Uses the calendar as it was known at this instant.
        unit : str, optional
            The calendar of a unit.
        """
        return self._ask("elapsed", {"end": end, "start": start}, calendar=calendar, known_at=known_at, unit=unit)

    def exchange(
        self,
        *,
        exchange: Exchange | Mapping[str, Any] | None = None,
        reason: str | None = None,
        status: ExchangeStatus | None = None,
    ) -> Exchanged:
        """Request whether a document sent to one receiver may change to a status.

        Parameters
        ----------
        exchange : Exchange, optional
            The current status; without one, the document was just sent.
        reason : str, optional
            The reason for the new status; a refusal needs one.
        status : {"01", "02", "03", "04", "05", "06", "13", "15", "16"}, optional
            The new status; without one, only the possible next statuses are returned.
        """
        return self._ask("exchange", {}, exchange=exchange, reason=reason, status=status)

    def fold(
        self,
        *,
        case: Case | Mapping[str, Any] | None = None,
        events: Sequence[Event] | None = None,
    ) -> Folded:
        """Request to apply several events to a case, one after the other.

        Parameters
        ----------
        case : Case, optional
            The case so far; `None` if the first event begins it.
        events : list of Event, optional
            The events, in order.
        """
        return self._ask("fold", {}, case=case, events=events)

    def form(
        self,
        *,
        on: Day,
        procedure: ProcedureId,
    ) -> FormDescription:
        """Request for the form of a procedure.

        Parameters
        ----------
        on : str or date
            The day whose version is meant.
        procedure : str
            The procedure.
        """
        return self._ask("form", {"on": on, "procedure": procedure})

    def form_schema(
        self,
        *,
        on: Day,
        procedure: ProcedureId,
    ) -> ProcedureForm:
        """Request for the form of a procedure.

        Parameters
        ----------
        on : str or date
            The day whose version is meant.
        procedure : str
            The procedure.
        """
        return self._ask("form_schema", {"on": on, "procedure": procedure})

    def handling(
        self,
        *,
        document: Document,
        now: At,
        calendar: CalendarId | None = None,
        known_at: At | None = None,
        unit: UnitId | None = None,
    ) -> AnswerList[Handling]:
        """Request for the time limits of a document.

        Parameters
        ----------
        document : Document
            The document.
        now : str or datetime
            The instant for which the colours are computed.
        calendar : str, optional
            A calendar by name.
        known_at : str or datetime, optional
            The calendar as it was known then.
        unit : str, optional
            The calendar of a unit.
        """
        return self._ask("handling", {"document": document, "now": now}, calendar=calendar, known_at=known_at, unit=unit)

    def indicators(
        self,
        *,
        as_of: At,
        period: Period,
        by: Sequence[str] | None = None,
        cases: Sequence[CaseRow] | None = None,
        compare: Period | None = None,
        events: Sequence[Event] | None = None,
        indicators: Sequence[str] | None = None,
        lists: Sequence[ClosedList] | None = None,
        mapping: str | None = None,
        profile: Profile | Mapping[str, Any] | None = None,
        records: Mapping[str, Sequence[Value]] | None = None,
    ) -> Indicators:
        """Request for the values of indicators of a period (*tính chỉ tiêu*).

        Parameters
        ----------
        as_of : str or datetime
            The instant up to which the log is evaluated.
        period : str
            The period: `2026-10`, `2026-Q4`, `2026-H2` or `2026`.
        by : list of str, optional
            The columns by which values are told apart, in this order; by default those that each indicator names. An empty list asks for the total alone.
        cases : list of CaseRow, optional
            Case rows; may be left out.
        compare : str, optional
            An earlier period with which is compared; its rows have to be there too.
        events : list of Event, optional
            Events; may be left out.
        indicators : list of str, optional
            The indicators; by default all in force on the first day of the period.
        lists : list of ClosedList, optional
            Closed lists of records that somebody declares complete.
        mapping : str, optional
            The name of the mapping by which acts and actors are read.
        profile : Profile, optional
            The profile of the whole log, if these rows are a shard of it; by default the profile of these rows.
        records : mapping of list of Any, optional
            Rows of records by kind, each a map of columns.
        """
        return self._ask("indicators", {"as_of": as_of, "period": period}, by=by, cases=cases, compare=compare, events=events, indicators=indicators, lists=lists, mapping=mapping, profile=profile, records=records)

    def latest_start(
        self,
        *,
        due: At | Day,
        limit: Limit,
        calendar: CalendarId | None = None,
        known_at: At | None = None,
        unit: UnitId | None = None,
    ) -> LatestStart:
        """Request for the latest start from which a limit still ends in time.

        Parameters
        ----------
        due : str, date or datetime
            The instant at which the limit must have ended, or the day: then by the close of the office.
        limit : str or mapping
            The limit.
        calendar : str, optional
            A calendar by name.
        known_at : str or datetime, optional
            The calendar as it was known then.
        unit : str, optional
            The calendar of a unit.
        """
        return self._ask("latest_start", {"due": due, "limit": limit}, calendar=calendar, known_at=known_at, unit=unit)

    def letter(
        self,
        *,
        at: At,
        letter: LetterKind,
        applicant: Applicant | None = None,
        case: Case | Mapping[str, Any] | None = None,
        cases: Sequence[CaseRow] | None = None,
        code: str | None = None,
        dossier: Dossier | None = None,
        events: Sequence[Event] | None = None,
        new_due: At | None = None,
        officer: str | None = None,
        procedure: ProcedureId | None = None,
        reason: str | None = None,
        unit: UnitId | None = None,
    ) -> Letter:
        """Request for a form of the one-stop desk (*bộ phận một cửa*). Fields without a value stay blank.

        Parameters
        ----------
        at : str or datetime
            When it is issued.
        letter : {"receipt", "supplement", "refusal", "apology", "stop", "control", "register"}
            The kind of letter.
        applicant : Applicant, optional
            The applicant.
        case : Case, optional
            The case.
        cases : list of CaseRow, optional
            The cases for the register of dossiers (*sổ theo dõi hồ sơ*).
        code : str, optional
            The code of the dossier; by default that of the case.
        dossier : Dossier, optional
            The dossier, whose papers and gaps are listed.
        events : list of Event, optional
            The events of the case from the first on. The control slip needs them; without `case`, the case is computed from them.
        new_due : str or datetime, optional
            The new due date in an apology; by default the last one of the case.
        officer : str, optional
            The officer who writes it.
        procedure : str, optional
            The procedure; by default that of the dossier or of the case.
        reason : str, optional
            The reason why the dossier is refused, late or stopped.
        unit : str, optional
            The unit that issues the form.
        """
        return self._ask("letter", {"at": at, "letter": letter}, applicant=applicant, case=case, cases=cases, code=code, dossier=dossier, events=events, new_due=new_due, officer=officer, procedure=procedure, reason=reason, unit=unit)

    def map(
        self,
        *,
        as_of: At,
        cases: Sequence[CaseRow] | None = None,
        events: Sequence[Event] | None = None,
        language: Language | None = None,
        least: int | None = None,
        mapping: str | None = None,
        only: CaseSelection | None = None,
    ) -> ProcessMap:
        """Request for a map of a log (*bản đồ quy trình*).

        Parameters
        ----------
        as_of : str or datetime
            The instant up to which the log is evaluated.
        cases : list of CaseRow, optional
            Case rows; may be left out.
        events : list of Event, optional
            Events.
        language : {"vi", "en"}, optional
            The language of the text in it.
        least : int, optional
            Flows that were taken less often are not drawn; by default those that were taken less than once for every twenty cases.
        mapping : str, optional
            The name of the mapping by which acts and actors are read.
        only : CaseSelection, optional
            Which cases.
        """
        return self._ask("map", {"as_of": as_of}, cases=cases, events=events, language=language, least=least, mapping=mapping, only=only)

    def may(
        self,
        *,
        officer: OfficerId,
        on: Day,
        on_behalf_of: OfficerId | None = None,
        role: RoleId | None = None,
        secrecy: Secrecy | None = None,
        unit: UnitId | None = None,
        view: Case | Mapping[str, Any] | None = None,
    ) -> Permission:
        """Request whether an officer has a right on a day, or may look at a case.

        Parameters
        ----------
        officer : str
            The officer, by id, name or alias.
        on : str or date
            The day.
        on_behalf_of : str, optional
            The officer who is represented, if a substitute acts (*làm thay*).
        role : str, optional
            The role; without one, only employment and clearance are checked.
        secrecy : {"ordinary", "confidential", "secret", "top_secret"}, optional
            The level of secrecy of the matter (*độ mật*).
        unit : str, optional
            The unit in which the right is needed.
        view : Case, optional
            The case that the officer wants to look at (*xem hồ sơ*), instead of a role, a unit and a secrecy: whoever has a part in it may, if cleared for it.
        """
        return self._ask("may", {"officer": officer, "on": on}, on_behalf_of=on_behalf_of, role=role, secrecy=secrecy, unit=unit, view=view)

    def merge(
        self,
        *,
        facts: Sequence[Sequence[Fact | Mapping[str, Any]]] | None = None,
        profiles: Sequence[Profile | Mapping[str, Any]] | None = None,
    ) -> Merged:
        """Request to merge the results of shards of a log; no case may be in two shards.

        Parameters
        ----------
        facts : list of list of Fact, optional
            The facts of each shard, replayed with the profile of the whole.
        profiles : list of Profile, optional
            The profile of each shard.
        """
        return self._ask("merge", {}, facts=facts, profiles=profiles)

    def number(
        self,
        *,
        date: Day,
        register: RegisterId,
        entries: Sequence[Entry] | None = None,
        like: Symbol | None = None,
    ) -> NextNumber:
        """Request for the next number of a register (*số văn bản*).

        Parameters
        ----------
        date : str or date
            The day of the number.
        register : str
            The register.
        entries : list of Entry, optional
            The existing lines of the register.
        like : str, optional
            A symbol with any number, such as `1/QĐ-UBND`, in which the next number is filled in.
        """
        return self._ask("number", {"date": date, "register": register}, entries=entries, like=like)

    def profile(
        self,
        *,
        as_of: At,
        cases: Sequence[CaseRow] | None = None,
        events: Sequence[Event] | None = None,
        mapping: str | None = None,
    ) -> Profile:
        """Request for the profile of a log (what it records at all), so that its cases can be replayed in shards.

        Parameters
        ----------
        as_of : str or datetime
            The instant up to which the log is evaluated.
        cases : list of CaseRow, optional
            Case rows; may be left out.
        events : list of Event, optional
            Events; may be left out.
        mapping : str, optional
            The name of the mapping by which acts and actors are read.
        """
        return self._ask("profile", {"as_of": as_of}, cases=cases, events=events, mapping=mapping)

    def prove(
        self,
        *,
        entry: int | None = None,
        events: Sequence[Event] | None = None,
        journal: str | None = None,
        since: Sequence[Leaf | Mapping[str, Any]] | None = None,
    ) -> Proven:
        """Request for the proof that an entry is in a journal, or that the journal continues an earlier one.

        Parameters
        ----------
        entry : int, optional
            The index of the entry to prove, from 0.
        events : list of Event, optional
            The events of the journal, in the order in which they were entered; if none was hidden.
        journal : str, optional
            The lines of the journal, in place of the events.
        since : list of Leaf, optional
            The leaves of the earlier head that the journal is to be proved to continue.
        """
        return self._ask("prove", {}, entry=entry, events=events, journal=journal, since=since)

    def publish(
        self,
        *,
        procedure: ProcedureId,
        valid_from: Day | None = None,
    ) -> Published:
        """Request for the slice of a procedure that a browser needs.

        Parameters
        ----------
        procedure : str
            The procedure.
        valid_from : str or date, optional
            The first day that the slice has to cover; without one, it covers all days.
        """
        return self._ask("publish", {"procedure": procedure}, valid_from=valid_from)

    def read_bpmn(
        self,
        *,
        xml: str,
    ) -> BpmnImport:
        """Request to read the workflows of a BPMN 2.0 file.

        Parameters
        ----------
        xml : str
            The file.
        """
        return self._ask("read_bpmn", {"xml": xml})

    def read_edxml(
        self,
        *,
        xml: str,
    ) -> EdocReading:
        """Request to read an edXML text.

        Parameters
        ----------
        xml : str
            The text.
        """
        return self._ask("read_edxml", {"xml": xml})

    def read_form(
        self,
        *,
        schema: Value,
    ) -> ReadForm:
        """Request to convert a plain JSON Schema into the form of a procedure.

        Parameters
        ----------
        schema : Any
            The schema, JSON Schema 2020-12.
        """
        return self._ask("read_form", {"schema": schema})

    def reminders(
        self,
        *,
        plan: ReminderPlan,
        since: At,
        until: At,
        cases: Sequence[Case | Mapping[str, Any]] | None = None,
        items: Sequence[RemindedItem] | None = None,
    ) -> AnswerList[Reminder]:
        """Request for the reminders of a period.

        Parameters
        ----------
        plan : ReminderPlan
            The plan: when to remind whom.
        since : str or datetime
            The start of the period, inclusive.
        until : str or datetime
            The end of the period, exclusive.
        cases : list of Case, optional
            Cases; the officer in charge of an open step is its holder. Finished and stopped cases need no reminder.
        items : list of RemindedItem, optional
            Items, each with the request for its due date.
        """
        return self._ask("reminders", {"plan": plan, "since": since, "until": until}, cases=cases, items=items)

    def restate(
        self,
        *,
        accepted_at: At | None = None,
        procedure: ProcedureId | None = None,
    ) -> Restated:
        """Request for the rules in plain sentences.

        Parameters
        ----------
        accepted_at : str or datetime, optional
            The instant of acceptance for which sample due dates are computed.
        procedure : str, optional
            Only sentences on this procedure.
        """
        return self._ask("restate", {}, accepted_at=accepted_at, procedure=procedure)

    def retention(
        self,
        *,
        closed: Day,
        kind: str,
        calendar: CalendarId | None = None,
        unit: UnitId | None = None,
    ) -> Retention:
        """Request for how long a file is kept, and when it goes to the archive.

        Parameters
        ----------
        closed : str or date
            The day on which the work ended.
        kind : str
            The kind of file, by its name in the rulebook.
        calendar : str, optional
            A calendar by name.
        unit : str, optional
            The calendar of a unit.
        """
        return self._ask("retention", {"closed": closed, "kind": kind}, calendar=calendar, unit=unit)

    def seal(
        self,
        *,
        events: Sequence[Event] | None = None,
        hide: Sequence[Personal] | None = None,
        journal: str | None = None,
        salts: Sequence[Hash] | None = None,
    ) -> Sealed:
        """Request to enter events into a journal and to seal it.

        Parameters
        ----------
        events : list of Event, optional
            The events to enter, in order.
        hide : list of {"actor", "on_behalf_of", "assignee", "data"}, optional
            The fields that are replaced by commitments, since they may hold personal data.
        journal : str, optional
            The lines of the journal so far; absent for a new one.
        salts : list of str, optional
            A random salt of 32 bytes for each field that is replaced, in the order of the events; in an event in the order of [`Personal`]. Salts that are left over are not used.
        """
        return self._ask("seal", {}, events=events, hide=hide, journal=journal, salts=salts)

    def shares(
        self,
        *,
        as_of: At,
        by: Sequence[GroupKey] | None = None,
        cases: Sequence[CaseRow] | None = None,
        events: Sequence[Event] | None = None,
        mapping: str | None = None,
        of: SharesOf | None = None,
        only: CaseSelection | None = None,
        profile: Profile | Mapping[str, Any] | None = None,
    ) -> Table:
        """Request for the shares in time of a log by group (*tỷ lệ đúng hạn theo nhóm*).

        Parameters
        ----------
        as_of : str or datetime
            The instant up to which the log is evaluated.
        by : list of {"unit", "officer", "procedure", "channel", "step", "period"}, optional
            By what the shares are told apart, in this order; without any, one share for all.
        cases : list of CaseRow, optional
            Case rows; may be left out.
        events : list of Event, optional
            Events; may be left out.
        mapping : str, optional
            The name of the mapping by which acts and actors are read.
        of : {"cases", "items"}, optional
            Of whole cases, or of steps and the officers who had them.
        only : CaseSelection, optional
            Which cases.
        profile : Profile, optional
            The profile of the whole log, if these rows are a shard of it; by default the profile of these rows.
        """
        return self._ask("shares", {"as_of": as_of}, by=by, cases=cases, events=events, mapping=mapping, of=of, only=only, profile=profile)

    def simulate(
        self,
        *,
        arrivals: Sequence[Arrival] | None = None,
        on: Day | None = None,
        workflows: Sequence[WorkflowId] | None = None,
        working_seconds: Mapping[str, Seconds] | None = None,
    ) -> Simulated:
        """Request to simulate the same work in several workflows.

        Parameters
        ----------
        arrivals : list of Arrival, optional
            The incoming work.
        on : str or date, optional
            The day whose versions are meant; without one, the latest versions.
        workflows : list of str, optional
            The workflows; each is compared with the first.
        working_seconds : mapping of int, optional
            The actual duration of steps, in working seconds; steps without an entry take their budget.
        """
        return self._ask("simulate", {}, arrivals=arrivals, on=on, workflows=workflows, working_seconds=working_seconds)

    def soundness(
        self,
        *,
        drawing: WorkflowSpec | None = None,
        on: Day | None = None,
        workflow: WorkflowId | None = None,
    ) -> Judged:
        """Request to check whether a workflow is sound: one of the office, or a draft.

        Parameters
        ----------
        drawing : WorkflowSpec, optional
            A draft of a workflow, as it is written in a rulebook.
        on : str or date, optional
            The day whose version is meant, of the workflow or of those that the draft calls; without one, the latest version.
        workflow : str, optional
            A workflow of the office.
        """
        return self._ask("soundness", {}, drawing=drawing, on=on, workflow=workflow)

    def suggest(
        self,
        *,
        case: Case | Mapping[str, Any],
        now: At,
        step: StepId,
        cases: Sequence[Case | Mapping[str, Any]] | None = None,
    ) -> AnswerList[Suggestion]:
        """Request for a suggestion to whom an open step should be assigned.

        Parameters
        ----------
        case : Case
            The case.
        now : str or datetime
            The instant for which time spent, due times and colours are computed.
        step : str
            The step.
        cases : list of Case, optional
            The cases whose open work counts as workload.
        """
        return self._ask("suggest", {"case": case, "now": now, "step": step}, cases=cases)

    def table(
        self,
        *,
        as_of: At,
        table: TableName,
        cases: Sequence[CaseRow] | None = None,
        events: Sequence[Event] | None = None,
        mapping: str | None = None,
        only: CaseSelection | None = None,
        profile: Profile | Mapping[str, Any] | None = None,
    ) -> Table:
        """Request for a table of a log.

        Parameters
        ----------
        as_of : str or datetime
            The instant up to which the log is evaluated.
        table : {"cases", "items", "holds", "findings", "charges", "facts", "variants", "flows", "steps", "spectrum"}
            Which table.
        cases : list of CaseRow, optional
            Case rows; may be left out.
        events : list of Event, optional
            Events; may be left out.
        mapping : str, optional
            The name of the mapping by which acts and actors are read.
        only : CaseSelection, optional
            Which cases.
        profile : Profile, optional
            The profile of the whole log, if these rows are a shard of it; by default the profile of these rows.
        """
        return self._ask("table", {"as_of": as_of, "table": table}, cases=cases, events=events, mapping=mapping, only=only, profile=profile)

    def trace(
        self,
        *,
        at: At,
        dossier: Dossier,
        rule: RuleId,
        stage: Stage | None = None,
        unit: UnitId | None = None,
    ) -> RuleTrace:
        """Request to explain how a rule comes to its answer about a dossier.

        Parameters
        ----------
        at : str or datetime
            The instant of the check, as in [`CheckRequest`].
        dossier : Dossier
            The dossier.
        rule : str
            The rule.
        stage : {"filing", "desk", "appraisal"}, optional
            The stage for which the dossier is checked.
        unit : str, optional
            The unit whose calendar applies if rules count working days.
        """
        return self._ask("trace", {"at": at, "dossier": dossier, "rule": rule}, stage=stage, unit=unit)

    def verify(
        self,
        *,
        consistency: Consistency | Mapping[str, Any] | None = None,
        earlier: Head | Mapping[str, Any] | None = None,
        head: Head | Mapping[str, Any] | None = None,
        journal: str | None = None,
        leaves: Sequence[Leaf | Mapping[str, Any]] | None = None,
        openings: Sequence[Opening | Mapping[str, Any]] | None = None,
        proof: Proof | Mapping[str, Any] | None = None,
    ) -> Verified:
        """Request to verify exactly one of a proof, a consistency or a whole journal.

        Parameters
        ----------
        consistency : Consistency, optional
            The proof that the head continues the earlier one.
        earlier : Head, optional
            The earlier head.
        head : Head, optional
            The head that was deposited; a journal may be verified without one.
        journal : str, optional
            The lines of the whole journal.
        leaves : list of Leaf, optional
            The leaves that were kept when the head was deposited, so that each case is compared.
        openings : list of Opening, optional
            What opens commitments of the proof's event.
        proof : Proof, optional
            The proof that an entry is in the journal.
        """
        return self._ask("verify", {}, consistency=consistency, earlier=earlier, head=head, journal=journal, leaves=leaves, openings=openings, proof=proof)

    def write_bpmn(
        self,
        *,
        workflow: WorkflowId,
        on: Day | None = None,
    ) -> BpmnFile:
        """Request for a workflow as a BPMN 2.0 file.

        Parameters
        ----------
        workflow : str
            The workflow.
        on : str or date, optional
            The day whose version is meant; without one, the latest version.
        """
        return self._ask("write_bpmn", {"workflow": workflow}, on=on)

    def write_edxml(
        self,
        *,
        message: EdocMessage | Mapping[str, Any] | None = None,
        secrecy: Secrecy | None = None,
        status: EdocStatus | Mapping[str, Any] | None = None,
    ) -> EdxmlFile:
        """Request to write an edXML text of a message or a status; exactly one of the two is given.

        Parameters
        ----------
        message : EdocMessage, optional
            The message.
        secrecy : {"ordinary", "confidential", "secret", "top_secret"}, optional
            The level of secrecy of the document (*độ mật*): a classified one is not sent over the document exchange.
        status : EdocStatus, optional
            The status, instead of a message.
        """
        return self._ask("write_edxml", {}, message=message, secrecy=secrecy, status=status)

    def zone(
        self,
        *,
        zone: ZoneSpec,
    ) -> ZoneTable:
        """Request for the table of a time zone.

        Parameters
        ----------
        zone : str or ZoneTable
            An offset, a name of the IANA database, or a table.
        """
        return self._ask("zone", {"zone": zone})
