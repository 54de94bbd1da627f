"""A method for each operation.

Written by `cargo run -p xtask -- shapes` from core/schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from namro.shapes import (
        Agenda,
        AgendaRequest,
        Applied,
        ApplyRequest,
        BpmnFile,
        BpmnImport,
        CalendarFile,
        CalendarFileRequest,
        CheckRequest,
        DayAnswer,
        DayRequest,
        DescribeRequest,
        Description,
        Diff,
        DiffRequest,
        DocumentsRequest,
        DrawRequest,
        DueAnswer,
        DueRequest,
        EdocReading,
        EdxmlFile,
        Elapsed,
        ElapsedRequest,
        ExchangeRequest,
        Exchanged,
        FoldRequest,
        Folded,
        FormRequest,
        HandlingRequest,
        Handlings,
        Judged,
        LatestStart,
        LatestStartRequest,
        Letter,
        LetterRequest,
        MayRequest,
        MergeRequest,
        Merged,
        NextNumber,
        NumberRequest,
        Permission,
        Picture,
        ProcedureForm,
        Profile,
        ProfileRequest,
        ProveRequest,
        Proven,
        PublishRequest,
        Published,
        ReadBpmnRequest,
        ReadEdxmlRequest,
        ReadForm,
        ReadFormRequest,
        Registry,
        Reminders,
        RemindersRequest,
        Replay,
        ReplayRequest,
        RestateRequest,
        Restated,
        Retention,
        RetentionRequest,
        RuleTrace,
        ScoreRequest,
        Scores,
        SimulateRequest,
        Simulated,
        SoundnessRequest,
        SuggestRequest,
        Suggestions,
        TraceRequest,
        Verdict,
        Verified,
        VerifyRequest,
        WriteBpmnRequest,
        WriteEdxmlRequest,
        ZoneRequest,
        ZoneTable,
    )


class Verbs:
    """What an office answers; each method takes the fields of its request by name."""

    __slots__ = ()

    def call(self, operation: str, input: Any = None, /) -> Any:
        """Carry out one operation."""
        raise NotImplementedError

    def agenda(self, **request: Unpack[AgendaRequest]) -> Agenda:
        """Asks what is on whose desk.

        Parameters
        ----------
        cases : list of CaseGiven, optional
            The cases.
        now : StampGiven
            As of when.
        who : Who, optional
            Whose agenda.
        """
        answer: Agenda = self.call("agenda", request)
        return answer

    def apply(self, **request: Unpack[ApplyRequest]) -> Applied:
        """Asks whether an event may happen, and what becomes of the case.

        Parameters
        ----------
        case : CaseGiven, optional
            The case so far; none for its first event.
        event : Event
            What is to happen.
        """
        answer: Applied = self.call("apply", request)
        return answer

    def calendar_file(self, **request: Unpack[CalendarFileRequest]) -> CalendarFile:
        """Asks for dues and reminders as an iCalendar file (RFC 5545).

        Parameters
        ----------
        cases : list of CaseGiven, optional
            Cases, as for `reminders`.
        dues : DueEntry, optional
            As what dues stand in it.
        items : list of RemindedItem, optional
            Items, each with what makes it due.
        language : Language, optional
            The language of its words.
        made_at : StampGiven
            When the file is made: an argument, so that the same request gives the same bytes.
        name : str, optional
            What it is called.
        plan : ReminderPlan, optional
            When to remind whom; without it, dues alone.
        since : StampGiven, optional
            Reminders since when; without it, since ever.
        until : StampGiven, optional
            Reminders until when, exclusive; without it, for ever.
        """
        answer: CalendarFile = self.call("calendar_file", request)
        return answer

    def check(self, **request: Unpack[CheckRequest]) -> Verdict:
        """Asks whether a dossier is complete, or a document in order: one of the two is given.

        Parameters
        ----------
        at : StampGiven
            As of when: for an open dossier now, for a filed one its acceptance. The version of the procedure is that of this day.
        document : Document, optional
            The document instead.
        dossier : Dossier, optional
            The dossier.
        stage : Stage, optional
            For which stage of a dossier.
        unit : UnitId, optional
            The calendar of a unit, where rules count working days.
        """
        answer: Verdict = self.call("check", request)
        return answer

    def day(self, **request: Unpack[DayRequest]) -> DayAnswer:
        """Asks what a day is.

        Parameters
        ----------
        calendar : CalendarId, optional
            A calendar by name.
        date : DateGiven, optional
            The day.
        known_at : StampGiven, optional
            The calendar as it was known then.
        lunar : LunarDateGiven, optional
            The day by the Vietnamese lunar calendar instead (*âm lịch*).
        unit : UnitId, optional
            The calendar of a unit.
        """
        answer: DayAnswer = self.call("day", request)
        return answer

    def describe(self, **request: Unpack[DescribeRequest]) -> Description:
        """Asks what an office holds (*mô tả bộ quy tắc*).

        Parameters
        ----------
        end : DateGiven, optional
            Its last day.
        start : DateGiven, optional
            First day of the period whose staffing is looked at; without one, it is not.
        """
        answer: Description = self.call("describe", request)
        return answer

    def diff(self, **request: Unpack[DiffRequest]) -> Diff:
        """Asks what a newer rulebook changes.

        Parameters
        ----------
        cases : list of CaseGiven, optional
            Cases, of which the open ones that are touched are told.
        rulebooks : dict[str, str], optional
            Texts of the newer rulebook by name; the first is the root.
        """
        answer: Diff = self.call("diff", request)
        return answer

    def documents(self, **request: Unpack[DocumentsRequest]) -> Registry:
        """Asks what a list of documents says as a whole.

        Parameters
        ----------
        documents : list of Document, optional
            The documents.
        """
        answer: Registry = self.call("documents", request)
        return answer

    def draw(self, **request: Unpack[DrawRequest]) -> Picture:
        """Asks for the picture of a workflow.

        Parameters
        ----------
        cases : list of CaseGiven, optional
            Cases to paint on it: of one, where it stands and with whom; of several, how often each step was done.
        format : PictureFormat, optional
            In which form.
        language : Language, optional
            The language of its words.
        on : DateGiven, optional
            The day whose version is meant; without one, the last.
        workflow : WorkflowId
            The workflow.
        """
        answer: Picture = self.call("draw", request)
        return answer

    def due(self, **request: Unpack[DueRequest]) -> DueAnswer:
        """Asks when something is due: for a procedure, or for a limit given here.

        Parameters
        ----------
        accepted_at : StampGiven, optional
            When it was accepted as complete.
        accepted_on : DateGiven, optional
            The day on which it was accepted, where the time is not known: an interval and not its midnight.
        acts : list of ClockActGiven, optional
            What was done to the clock.
        calendar : CalendarId, optional
            A calendar by name.
        channel : str, optional
            CheckContext, online, post: a channel may move the start.
        clock : str, optional
            Which of several clocks of a case.
        early_margin_seconds : Seconds, optional
            For hours: what finished so many seconds before the due is early.
        entered_by : StampGiven, optional
            Only acts on the clock entered by then.
        factors : list of str, optional
            What makes the limit longer: `complex`, `remote`.
        finished : WhenGiven, optional
            When it finished, or the day on which it did: say how.
        form : Value, optional
            The form, where the procedure chooses its limit by it.
        known_at : StampGiven, optional
            The calendar as it was known then; the promise made at acceptance, when that instant is given.
        limit : Limit, optional
            A limit instead, such as `2 ngày làm việc`.
        now : StampGiven, optional
            Colour it as of this instant.
        of : LimitOf, optional
            Which limit of the procedure: that of the result, or that of taking the matter up, counted from its receipt.
        procedure : ProcedureId, optional
            The procedure; its version is that of the day of acceptance.
        unit : UnitId, optional
            The calendar of a unit.
        """
        answer: DueAnswer = self.call("due", request)
        return answer

    def elapsed(self, **request: Unpack[ElapsedRequest]) -> Elapsed:
        """Asks for the working time between two instants.

        Parameters
        ----------
        calendar : CalendarId, optional
            A calendar by name.
        end : StampGiven
            To; before `start`, the answer is negative.
        known_at : StampGiven, optional
            The calendar as it was known then.
        start : StampGiven
            From.
        unit : UnitId, optional
            The calendar of a unit.
        """
        answer: Elapsed = self.call("elapsed", request)
        return answer

    def exchange(self, **request: Unpack[ExchangeRequest]) -> Exchanged:
        """Asks whether a status may come next, for a document on its way to one receiver.

        Parameters
        ----------
        exchange : ExchangeGiven, optional
            How far it came; just sent, where nothing is said.
        reason : str, optional
            The reason that comes with it; a refusal needs one.
        status : ExchangeStatus, optional
            The status that comes; without one, only what may come is asked for.
        """
        answer: Exchanged = self.call("exchange", request)
        return answer

    def fold(self, **request: Unpack[FoldRequest]) -> Folded:
        """Applies the events of a case one after the other.

        Parameters
        ----------
        case : CaseGiven, optional
            The case so far; none when the first event begins it.
        events : list of Event, optional
            What happens, in order.
        """
        answer: Folded = self.call("fold", request)
        return answer

    def form(self, **request: Unpack[FormRequest]) -> ProcedureForm:
        """Asks for the form of a procedure as plain JSON Schema.

        Parameters
        ----------
        on : DateGiven
            The version in force on this day.
        procedure : ProcedureId
            The procedure.
        """
        answer: ProcedureForm = self.call("form", request)
        return answer

    def handling(self, **request: Unpack[HandlingRequest]) -> Handlings:
        """Asks which limits run for a document.

        Parameters
        ----------
        calendar : CalendarId, optional
            A calendar by name.
        document : Document
            The document.
        known_at : StampGiven, optional
            The calendar as it was known then.
        now : StampGiven
            Coloured as of this instant.
        unit : UnitId, optional
            The calendar of a unit.
        """
        answer: Handlings = self.call("handling", request)
        return answer

    def latest_start(self, **request: Unpack[LatestStartRequest]) -> LatestStart:
        """Asks for the latest start from which a limit still ends in time.

        Parameters
        ----------
        calendar : CalendarId, optional
            A calendar by name.
        due : StampGiven
            When it must have ended.
        known_at : StampGiven, optional
            The calendar as it was known then.
        limit : Limit
            The limit.
        unit : UnitId, optional
            The calendar of a unit.
        """
        answer: LatestStart = self.call("latest_start", request)
        return answer

    def letter(self, **request: Unpack[LetterRequest]) -> Letter:
        """Asks for a form of the one-stop desk. What is not given stays blank.

        Parameters
        ----------
        applicant : Applicant, optional
            Who filed.
        at : StampGiven
            When it is given out.
        case : CaseGiven, optional
            The case.
        cases : list of CaseRow, optional
            The cases of the book of dossiers.
        code : str, optional
            The code of the dossier; else that of the case.
        dossier : Dossier, optional
            The dossier: its papers are listed, its gaps are gathered.
        events : list of Event, optional
            The events of the case, from the first on: the control slip needs them; without `case`, they make it.
        letter : LetterKind
            Which letter.
        new_due : StampGiven, optional
            The new date, for an apology; else the last one that the case has.
        officer : str, optional
            Who writes it.
        procedure : ProcedureId, optional
            The procedure; else that of the dossier or of the case.
        reason : str, optional
            Why it is refused, late or stopped.
        unit : UnitId, optional
            The unit that gives the form out.
        """
        answer: Letter = self.call("letter", request)
        return answer

    def may(self, **request: Unpack[MayRequest]) -> Permission:
        """Asks whether an officer has a right on a day.

        Parameters
        ----------
        officer : OfficerId
            The officer, by id, name or alias.
        on : DateGiven
            The day.
        on_behalf_of : OfficerId, optional
            For whom, where a substitute acts.
        role : RoleId, optional
            The role; without one, whether the officer is employed and cleared.
        secrecy : Secrecy, optional
            How secret the matter is.
        unit : UnitId, optional
            The unit at which it is needed.
        """
        answer: Permission = self.call("may", request)
        return answer

    def merge(self, **request: Unpack[MergeRequest]) -> Merged:
        """Asks for what shards of a log come to together; no case may lie in two of them.

        Parameters
        ----------
        facts : list of list of FactGiven, optional
            The facts of each shard, replayed with the profile of the whole.
        profiles : list of ProfileGiven, optional
            The profile of each shard.
        """
        answer: Merged = self.call("merge", request)
        return answer

    def number(self, **request: Unpack[NumberRequest]) -> NextNumber:
        """Asks for the next number of a register.

        Parameters
        ----------
        date : DateGiven
            The day of the number.
        entries : list of Entry, optional
            The lines that the register has.
        like : Symbol, optional
            A symbol with any number, such as `1/QĐ-UBND`, to be printed with the next one.
        register : RegisterId
            The register.
        """
        answer: NextNumber = self.call("number", request)
        return answer

    def profile(self, **request: Unpack[ProfileRequest]) -> Profile:
        """Asks what a log records at all, so that its cases can be replayed in shards.

        Parameters
        ----------
        as_of : StampGiven
            As of when.
        cases : list of CaseRow, optional
            Case rows; may be left out.
        events : list of Event, optional
            Events; may be left out.
        mapping : str, optional
            The mapping by which acts and actors are read, by name.
        """
        answer: Profile = self.call("profile", request)
        return answer

    def prove(self, **request: Unpack[ProveRequest]) -> Proven:
        """Asks for the proof that an entry is in a journal.

        Parameters
        ----------
        entry : int
            Which of them, from 0.
        events : list of Event, optional
            The events of the journal, in the order in which they were entered.
        """
        answer: Proven = self.call("prove", request)
        return answer

    def publish(self, **request: Unpack[PublishRequest]) -> Published:
        """Asks for the slice of a procedure that a browser needs.

        Parameters
        ----------
        procedure : ProcedureId
            The procedure.
        valid_from : DateGiven, optional
            The first day about which the slice has to answer; without one, it answers about all.
        """
        answer: Published = self.call("publish", request)
        return answer

    def read_bpmn(self, **request: Unpack[ReadBpmnRequest]) -> BpmnImport:
        """Asks for the workflows of a BPMN 2.0 file.

        Parameters
        ----------
        xml : str
            The file.
        """
        answer: BpmnImport = self.call("read_bpmn", request)
        return answer

    def read_edxml(self, **request: Unpack[ReadEdxmlRequest]) -> EdocReading:
        """Asks what an edXML text holds.

        Parameters
        ----------
        xml : str
            The text.
        """
        answer: EdocReading = self.call("read_edxml", request)
        return answer

    def read_form(self, **request: Unpack[ReadFormRequest]) -> ReadForm:
        """Asks whether a plain JSON Schema can be the form of a procedure.

        Parameters
        ----------
        schema : Value
            The schema, JSON Schema 2020-12.
        """
        answer: ReadForm = self.call("read_form", request)
        return answer

    def reminders(self, **request: Unpack[RemindersRequest]) -> Reminders:
        """Asks who is to be reminded of what, and when.

        Parameters
        ----------
        cases : list of CaseGiven, optional
            Cases; whoever leads an open step holds it. What is finished or stopped needs no reminder.
        items : list of RemindedItem, optional
            Items, each with what makes it due.
        plan : ReminderPlan
            When to remind whom.
        since : StampGiven
            Since when.
        until : StampGiven
            Until when, exclusive.
        """
        answer: Reminders = self.call("reminders", request)
        return answer

    def replay(self, **request: Unpack[ReplayRequest]) -> Replay:
        """Asks what became of the cases of a log.

        Parameters
        ----------
        as_of : StampGiven
            As of when.
        cases : list of CaseRow, optional
            Case rows; may be left out.
        events : list of Event, optional
            Events; may be left out.
        mapping : str, optional
            The mapping by which acts and actors are read, by name.
        parts : list of Part, optional
            Only these parts, beside counts and shares; without them, all. What is not asked for is not made.
        profile : ProfileGiven, optional
            What the whole log records, where these are some of its cases; without it, what these record.
        """
        answer: Replay = self.call("replay", request)
        return answer

    def restate(self, **request: Unpack[RestateRequest]) -> Restated:
        """Asks for the rules in plain sentences.

        Parameters
        ----------
        accepted_at : StampGiven, optional
            Gives a sample due for a dossier accepted then.
        procedure : ProcedureId, optional
            Only what concerns this procedure.
        """
        answer: Restated = self.call("restate", request)
        return answer

    def retention(self, **request: Unpack[RetentionRequest]) -> Retention:
        """Asks how long a file is kept, and when it goes to the archive.

        Parameters
        ----------
        calendar : CalendarId, optional
            A calendar by name.
        closed : DateGiven
            The day on which the work ended.
        kind : str
            The kind of file, by its name in the rulebook.
        unit : UnitId, optional
            The calendar of a unit.
        """
        answer: Retention = self.call("retention", request)
        return answer

    def score(self, **request: Unpack[ScoreRequest]) -> Scores:
        """Asks for the scorecards of a period.

        Parameters
        ----------
        as_of : StampGiven
            As of when.
        cases : list of CaseRow, optional
            Case rows; may be left out.
        events : list of Event, optional
            Events; may be left out.
        inputs : Inputs, optional
            What no log holds: points given, failures confirmed, excuses, groups.
        mapping : str, optional
            The mapping by which acts and actors are read, by name.
        period : Period
            The period: `2026-10` or `2026-Q4`.
        policy : PolicyId, optional
            The policy; without a name, the only one in force on the first day of the period.
        """
        answer: Scores = self.call("score", request)
        return answer

    def simulate(self, **request: Unpack[SimulateRequest]) -> Simulated:
        """Sends the same work through several workflows.

        Parameters
        ----------
        arrivals : list of Arrival, optional
            What comes in.
        on : DateGiven, optional
            The day whose versions are meant; without one, the last.
        workflows : list of WorkflowId, optional
            The workflows; each is compared with the first.
        working_seconds : dict[str, Seconds], optional
            How long steps really take, in working seconds; without an entry, their budget.
        """
        answer: Simulated = self.call("simulate", request)
        return answer

    def soundness(self, **request: Unpack[SoundnessRequest]) -> Judged:
        """Asks whether a workflow is sound: one of the office, or one that is being drawn.

        Parameters
        ----------
        drawing : WorkflowSpecGiven, optional
            A workflow as a rulebook writes it.
        on : DateGiven, optional
            The day whose version is meant, of the workflow or of those that the drawing calls; without one, the last.
        workflow : WorkflowId, optional
            A workflow of the office.
        """
        answer: Judged = self.call("soundness", request)
        return answer

    def suggest(self, **request: Unpack[SuggestRequest]) -> Suggestions:
        """Asks to whom an open step should go.

        Parameters
        ----------
        case : CaseGiven
            The case.
        cases : list of CaseGiven, optional
            The cases whose work counts as burden.
        now : StampGiven
            As of when.
        step : StepId
            The step.
        """
        answer: Suggestions = self.call("suggest", request)
        return answer

    def trace(self, **request: Unpack[TraceRequest]) -> RuleTrace:
        """Asks how a rule comes to its answer about a dossier.

        Parameters
        ----------
        at : StampGiven
            As of when, as for a check.
        dossier : Dossier
            The dossier.
        rule : RuleId
            The rule.
        stage : Stage, optional
            For which stage.
        unit : UnitId, optional
            The calendar of a unit, where rules count working days.
        """
        answer: RuleTrace = self.call("trace", request)
        return answer

    def verify(self, **request: Unpack[VerifyRequest]) -> Verified:
        """Asks whether a proof holds.

        Parameters
        ----------
        head : Head
            The head that was deposited.
        proof : ProofGiven
            The proof.
        """
        answer: Verified = self.call("verify", request)
        return answer

    def write_bpmn(self, **request: Unpack[WriteBpmnRequest]) -> BpmnFile:
        """Asks for a workflow as BPMN 2.0.

        Parameters
        ----------
        on : DateGiven, optional
            The day whose version is meant; without one, the last.
        workflow : WorkflowId
            The workflow.
        """
        answer: BpmnFile = self.call("write_bpmn", request)
        return answer

    def write_edxml(self, **request: Unpack[WriteEdxmlRequest]) -> EdxmlFile:
        """Asks for an edXML text: of a message or of a status, one of the two.

        Parameters
        ----------
        message : EdocMessageGiven, optional
            The message.
        secrecy : Secrecy, optional
            How secret the document is: a secret one is not sent over the axis.
        status : EdocStatusGiven, optional
            The status instead.
        """
        answer: EdxmlFile = self.call("write_edxml", request)
        return answer

    def zone(self, **request: Unpack[ZoneRequest]) -> ZoneTable:
        """Asks for the table of a zone.

        Parameters
        ----------
        zone : ZoneSpec
            An offset, a name of the IANA database, or a table.
        """
        answer: ZoneTable = self.call("zone", request)
        return answer
