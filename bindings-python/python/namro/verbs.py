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
    ClockAct,
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
    Handling,
    Head,
    Judged,
    Language,
    LatestStart,
    Letter,
    LetterKind,
    Limit,
    LimitOf,
    LunarDate,
    Merged,
    NextNumber,
    OfficerId,
    Permission,
    Picture,
    PictureFormat,
    ProcedureForm,
    ProcedureId,
    Profile,
    Proof,
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
    Seconds,
    Secrecy,
    Simulated,
    Stage,
    StepId,
    Suggestion,
    Symbol,
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
    "documents": Registry,
    "draw": Picture,
    "due": DueAnswer,
    "elapsed": Elapsed,
    "exchange": Exchanged,
    "fold": Folded,
    "form": ProcedureForm,
    "handling": Handling,
    "latest_start": LatestStart,
    "letter": Letter,
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
    "simulate": Simulated,
    "soundness": Judged,
    "suggest": Suggestion,
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
        """Asks what is on whose desk.

        Parameters
        ----------
        now : str or datetime
            As of when.
        cases : list of Case, optional
            The cases.
        who : Who, optional
            Whose agenda.
        """
        return self._ask("agenda", {"now": now}, cases=cases, who=who)

    def apply(
        self,
        *,
        event: Event,
        case: Case | Mapping[str, Any] | None = None,
    ) -> Applied:
        """Asks whether an event may happen, and what becomes of the case.

        Parameters
        ----------
        event : Event
            What is to happen.
        case : Case, optional
            The case so far; none for its first event.
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
        """Asks for dues and reminders as an iCalendar file (RFC 5545).

        Parameters
        ----------
        made_at : str or datetime
            When the file is made: an argument, so that the same request gives the same bytes.
        cases : list of Case, optional
            Cases, as for `reminders`.
        dues : {"event", "task", "nothing"}, optional
            As what dues stand in it.
        items : list of RemindedItem, optional
            Items, each with what makes it due.
        language : {"vi", "en"}, optional
            The language of its words.
        name : str, optional
            What it is called.
        plan : ReminderPlan, optional
            When to remind whom; without it, dues alone.
        since : str or datetime, optional
            Reminders since when; without it, since ever.
        until : str or datetime, optional
            Reminders until when, exclusive; without it, for ever.
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
        """Asks whether a dossier is complete, or a document in order: one of the two is given.

        Parameters
        ----------
        at : str or datetime
            As of when: for an open dossier now, for a filed one its acceptance. The version of the procedure is that of this day.
        document : Document, optional
            The document instead.
        dossier : Dossier, optional
            The dossier.
        stage : {"filing", "desk", "appraisal"}, optional
            For which stage of a dossier.
        unit : str, optional
            The calendar of a unit, where rules count working days.
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
        """Asks what a day is.

        Parameters
        ----------
        calendar : str, optional
            A calendar by name.
        date : str or date, optional
            The day.
        known_at : str or datetime, optional
            The calendar as it was known then.
        lunar : LunarDate, optional
            The day by the Vietnamese lunar calendar instead (*âm lịch*).
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
        """Asks what an office holds (*mô tả bộ quy tắc*).

        Parameters
        ----------
        end : str or date, optional
            Its last day.
        start : str or date, optional
            First day of the period whose staffing is looked at; without one, it is not.
        """
        return self._ask("describe", {}, end=end, start=start)

    def diff(
        self,
        *,
        cases: Sequence[Case | Mapping[str, Any]] | None = None,
        rulebooks: Mapping[str, str] | None = None,
    ) -> Diff:
        """Asks what a newer rulebook changes.

        Parameters
        ----------
        cases : list of Case, optional
            Cases, of which the open ones that are touched are told.
        rulebooks : mapping of str, optional
            Texts of the newer rulebook by name; the first is the root.
        """
        return self._ask("diff", {}, cases=cases, rulebooks=rulebooks)

    def documents(
        self,
        *,
        documents: Sequence[Document] | None = None,
    ) -> Registry:
        """Asks what a list of documents says as a whole.

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
        """Asks for the picture of a workflow.

        Parameters
        ----------
        workflow : str
            The workflow.
        cases : list of Case, optional
            Cases to paint on it: of one, where it stands and with whom; of several, how often each step was done.
        format : {"svg", "dot", "mermaid"}, optional
            In which form.
        language : {"vi", "en"}, optional
            The language of its words.
        on : str or date, optional
            The day whose version is meant; without one, the last.
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
        """Asks when something is due: for a procedure, or for a limit given here.

        Parameters
        ----------
        accepted_at : str or datetime, optional
            When it was accepted as complete.
        accepted_on : str or date, optional
            The day on which it was accepted, where the time is not known: an interval and not its midnight.
        acts : list of ClockAct, optional
            What was done to the clock.
        calendar : str, optional
            A calendar by name.
        channel : str, optional
            Desk, online, post: a channel may move the start.
        clock : str, optional
            Which of several clocks of a case.
        early_margin_seconds : int, optional
            For hours: what finished so many seconds before the due is early.
        entered_by : str or datetime, optional
            Only acts on the clock entered by then.
        factors : list of str, optional
            What makes the limit longer: `complex`, `remote`.
        finished : str, date or datetime, optional
            When it finished, or the day on which it did: say how.
        form : Any, optional
            The form, where the procedure chooses its limit by it.
        known_at : str or datetime, optional
            The calendar as it was known then; the promise made at acceptance, when that instant is given.
        limit : str or mapping, optional
            A limit instead, such as `2 ngày làm việc`.
        now : str or datetime, optional
            Colour it as of this instant.
        of : {"result", "take_up"}, optional
            Which limit of the procedure: that of the result, or that of taking the matter up, counted from its receipt.
        procedure : str, optional
            The procedure; its version is that of the day of acceptance.
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
        """Asks for the working time between two instants.

        Parameters
        ----------
        end : str or datetime
            To; before `start`, the answer is negative.
        start : str or datetime
            From.
        calendar : str, optional
            A calendar by name.
        known_at : str or datetime, optional
            The calendar as it was known then.
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
        """Asks whether a status may come next, for a document on its way to one receiver.

        Parameters
        ----------
        exchange : Exchange, optional
            How far it came; just sent, where nothing is said.
        reason : str, optional
            The reason that comes with it; a refusal needs one.
        status : {"01", "02", "03", "04", "05", "06", "13", "15", "16"}, optional
            The status that comes; without one, only what may come is asked for.
        """
        return self._ask("exchange", {}, exchange=exchange, reason=reason, status=status)

    def fold(
        self,
        *,
        case: Case | Mapping[str, Any] | None = None,
        events: Sequence[Event] | None = None,
    ) -> Folded:
        """Applies the events of a case one after the other.

        Parameters
        ----------
        case : Case, optional
            The case so far; none when the first event begins it.
        events : list of Event, optional
            What happens, in order.
        """
        return self._ask("fold", {}, case=case, events=events)

    def form(
        self,
        *,
        on: Day,
        procedure: ProcedureId,
    ) -> ProcedureForm:
        """Asks for the form of a procedure as plain JSON Schema.

        Parameters
        ----------
        on : str or date
            The version in force on this day.
        procedure : str
            The procedure.
        """
        return self._ask("form", {"on": on, "procedure": procedure})

    def handling(
        self,
        *,
        document: Document,
        now: At,
        calendar: CalendarId | None = None,
        known_at: At | None = None,
        unit: UnitId | None = None,
    ) -> AnswerList[Handling]:
        """Asks which limits run for a document.

        Parameters
        ----------
        document : Document
            The document.
        now : str or datetime
            Coloured as of this instant.
        calendar : str, optional
            A calendar by name.
        known_at : str or datetime, optional
            The calendar as it was known then.
        unit : str, optional
            The calendar of a unit.
        """
        return self._ask("handling", {"document": document, "now": now}, calendar=calendar, known_at=known_at, unit=unit)

    def latest_start(
        self,
        *,
        due: At,
        limit: Limit,
        calendar: CalendarId | None = None,
        known_at: At | None = None,
        unit: UnitId | None = None,
    ) -> LatestStart:
        """Asks for the latest start from which a limit still ends in time.

        Parameters
        ----------
        due : str or datetime
            When it must have ended.
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
        """Asks for a form of the one-stop desk. What is not given stays blank.

        Parameters
        ----------
        at : str or datetime
            When it is given out.
        letter : {"receipt", "supplement", "refusal", "apology", "stop", "control", "register"}
            Which letter.
        applicant : Applicant, optional
            Who filed.
        case : Case, optional
            The case.
        cases : list of CaseRow, optional
            The cases of the book of dossiers.
        code : str, optional
            The code of the dossier; else that of the case.
        dossier : Dossier, optional
            The dossier: its papers are listed, its gaps are gathered.
        events : list of Event, optional
            The events of the case, from the first on: the control slip needs them; without `case`, they make it.
        new_due : str or datetime, optional
            The new date, for an apology; else the last one that the case has.
        officer : str, optional
            Who writes it.
        procedure : str, optional
            The procedure; else that of the dossier or of the case.
        reason : str, optional
            Why it is refused, late or stopped.
        unit : str, optional
            The unit that gives the form out.
        """
        return self._ask("letter", {"at": at, "letter": letter}, applicant=applicant, case=case, cases=cases, code=code, dossier=dossier, events=events, new_due=new_due, officer=officer, procedure=procedure, reason=reason, unit=unit)

    def may(
        self,
        *,
        officer: OfficerId,
        on: Day,
        on_behalf_of: OfficerId | None = None,
        role: RoleId | None = None,
        secrecy: Secrecy | None = None,
        unit: UnitId | None = None,
    ) -> Permission:
        """Asks whether an officer has a right on a day.

        Parameters
        ----------
        officer : str
            The officer, by id, name or alias.
        on : str or date
            The day.
        on_behalf_of : str, optional
            For whom, where a substitute acts.
        role : str, optional
            The role; without one, whether the officer is employed and cleared.
        secrecy : {"ordinary", "confidential", "secret", "top_secret"}, optional
            How secret the matter is.
        unit : str, optional
            The unit at which it is needed.
        """
        return self._ask("may", {"officer": officer, "on": on}, on_behalf_of=on_behalf_of, role=role, secrecy=secrecy, unit=unit)

    def merge(
        self,
        *,
        facts: Sequence[Sequence[Fact | Mapping[str, Any]]] | None = None,
        profiles: Sequence[Profile | Mapping[str, Any]] | None = None,
    ) -> Merged:
        """Asks for what shards of a log come to together; no case may lie in two of them.

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
        """Asks for the next number of a register.

        Parameters
        ----------
        date : str or date
            The day of the number.
        register : str
            The register.
        entries : list of Entry, optional
            The lines that the register has.
        like : str, optional
            A symbol with any number, such as `1/QĐ-UBND`, to be printed with the next one.
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
        """Asks what a log records at all, so that its cases can be replayed in shards.

        Parameters
        ----------
        as_of : str or datetime
            As of when.
        cases : list of CaseRow, optional
            Case rows; may be left out.
        events : list of Event, optional
            Events; may be left out.
        mapping : str, optional
            The mapping by which acts and actors are read, by name.
        """
        return self._ask("profile", {"as_of": as_of}, cases=cases, events=events, mapping=mapping)

    def prove(
        self,
        *,
        entry: int,
        events: Sequence[Event] | None = None,
    ) -> Proven:
        """Asks for the proof that an entry is in a journal.

        Parameters
        ----------
        entry : int
            Which of them, from 0.
        events : list of Event, optional
            The events of the journal, in the order in which they were entered.
        """
        return self._ask("prove", {"entry": entry}, events=events)

    def publish(
        self,
        *,
        procedure: ProcedureId,
        valid_from: Day | None = None,
    ) -> Published:
        """Asks for the slice of a procedure that a browser needs.

        Parameters
        ----------
        procedure : str
            The procedure.
        valid_from : str or date, optional
            The first day about which the slice has to answer; without one, it answers about all.
        """
        return self._ask("publish", {"procedure": procedure}, valid_from=valid_from)

    def read_bpmn(
        self,
        *,
        xml: str,
    ) -> BpmnImport:
        """Asks for the workflows of a BPMN 2.0 file.

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
        """Asks what an edXML text holds.

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
        """Asks whether a plain JSON Schema can be the form of a procedure.

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
        """Asks who is to be reminded of what, and when.

        Parameters
        ----------
        plan : ReminderPlan
            When to remind whom.
        since : str or datetime
            Since when.
        until : str or datetime
            Until when, exclusive.
        cases : list of Case, optional
            Cases; whoever leads an open step holds it. What is finished or stopped needs no reminder.
        items : list of RemindedItem, optional
            Items, each with what makes it due.
        """
        return self._ask("reminders", {"plan": plan, "since": since, "until": until}, cases=cases, items=items)

    def restate(
        self,
        *,
        accepted_at: At | None = None,
        procedure: ProcedureId | None = None,
    ) -> Restated:
        """Asks for the rules in plain sentences.

        Parameters
        ----------
        accepted_at : str or datetime, optional
            Gives a sample due for a dossier accepted then.
        procedure : str, optional
            Only what concerns this procedure.
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
        """Asks how long a file is kept, and when it goes to the archive.

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

    def simulate(
        self,
        *,
        arrivals: Sequence[Arrival] | None = None,
        on: Day | None = None,
        workflows: Sequence[WorkflowId] | None = None,
        working_seconds: Mapping[str, Seconds] | None = None,
    ) -> Simulated:
        """Sends the same work through several workflows.

        Parameters
        ----------
        arrivals : list of Arrival, optional
            What comes in.
        on : str or date, optional
            The day whose versions are meant; without one, the last.
        workflows : list of str, optional
            The workflows; each is compared with the first.
        working_seconds : mapping of int, optional
            How long steps really take, in working seconds; without an entry, their budget.
        """
        return self._ask("simulate", {}, arrivals=arrivals, on=on, workflows=workflows, working_seconds=working_seconds)

    def soundness(
        self,
        *,
        drawing: WorkflowSpec | None = None,
        on: Day | None = None,
        workflow: WorkflowId | None = None,
    ) -> Judged:
        """Asks whether a workflow is sound: one of the office, or one that is being drawn.

        Parameters
        ----------
        drawing : WorkflowSpec, optional
            A workflow as a rulebook writes it.
        on : str or date, optional
            The day whose version is meant, of the workflow or of those that the drawing calls; without one, the last.
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
        """Asks to whom an open step should go.

        Parameters
        ----------
        case : Case
            The case.
        now : str or datetime
            As of when.
        step : str
            The step.
        cases : list of Case, optional
            The cases whose work counts as burden.
        """
        return self._ask("suggest", {"case": case, "now": now, "step": step}, cases=cases)

    def trace(
        self,
        *,
        at: At,
        dossier: Dossier,
        rule: RuleId,
        stage: Stage | None = None,
        unit: UnitId | None = None,
    ) -> RuleTrace:
        """Asks how a rule comes to its answer about a dossier.

        Parameters
        ----------
        at : str or datetime
            As of when, as for a check.
        dossier : Dossier
            The dossier.
        rule : str
            The rule.
        stage : {"filing", "desk", "appraisal"}, optional
            For which stage.
        unit : str, optional
            The calendar of a unit, where rules count working days.
        """
        return self._ask("trace", {"at": at, "dossier": dossier, "rule": rule}, stage=stage, unit=unit)

    def verify(
        self,
        *,
        head: Head | Mapping[str, Any],
        proof: Proof | Mapping[str, Any],
    ) -> Verified:
        """Asks whether a proof holds.

        Parameters
        ----------
        head : Head
            The head that was deposited.
        proof : Proof
            The proof.
        """
        return self._ask("verify", {"head": head, "proof": proof})

    def write_bpmn(
        self,
        *,
        workflow: WorkflowId,
        on: Day | None = None,
    ) -> BpmnFile:
        """Asks for a workflow as BPMN 2.0.

        Parameters
        ----------
        workflow : str
            The workflow.
        on : str or date, optional
            The day whose version is meant; without one, the last.
        """
        return self._ask("write_bpmn", {"workflow": workflow}, on=on)

    def write_edxml(
        self,
        *,
        message: EdocMessage | Mapping[str, Any] | None = None,
        secrecy: Secrecy | None = None,
        status: EdocStatus | Mapping[str, Any] | None = None,
    ) -> EdxmlFile:
        """Asks for an edXML text: of a message or of a status, one of the two.

        Parameters
        ----------
        message : EdocMessage, optional
            The message.
        secrecy : {"ordinary", "confidential", "secret", "top_secret"}, optional
            How secret the document is: a secret one is not sent over the axis.
        status : EdocStatus, optional
            The status instead.
        """
        return self._ask("write_edxml", {}, message=message, secrecy=secrecy, status=status)

    def zone(
        self,
        *,
        zone: ZoneSpec,
    ) -> ZoneTable:
        """Asks for the table of a zone.

        Parameters
        ----------
        zone : str or ZoneTable
            An offset, a name of the IANA database, or a table.
        """
        return self._ask("zone", {"zone": zone})
