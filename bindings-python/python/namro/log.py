"""A long log: read once, asked as often as one likes."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any, overload

from namro import _namro, shapes
from namro._namro import to_text
from namro.answers import AnswerList, read
from namro.reading import Reading
from namro.shapes import (
    At,
    Count,
    Finding,
    GroupKey,
    Inputs,
    Item,
    NotAssessed,
    Profile,
    ReplayedCase,
    Scores,
    Share,
    SharesOf,
    TableName,
)
from namro.sources import Frame
from namro.tables import Table


class Log:
    """A log in columns (*nhật ký*); :meth:`namro.Office.read` and :meth:`namro.Office.log` make it.

    Examples
    --------
    >>> import namro
    >>> office = namro.Office.load("vn.calendar")
    >>> cases = [{"case_id": "c1", "due_recorded": "2026-01-09", "finished": "2026-01-08", "unit": "u1"}]
    >>> log = office.log(cases=cases)
    >>> replay = log.replay(as_of="2026-02-01T00:00:00+07:00")
    >>> replay.cases[0].standing, len(replay.facts)
    ('on_time', 3)
    """

    __slots__ = ("_handle", "_reading")

    _handle: _namro.Log
    _reading: Reading | None

    def __init__(self, handle: _namro.Log) -> None:
        self._handle = handle
        self._reading = None

    def __len__(self) -> int:
        """How many events it has."""
        return len(self._handle)

    @property
    def reading(self) -> Reading:
        """What became of the rows: how many were kept, repeated, set aside, and why."""
        if self._reading is None:
            self._reading = Reading._of(self._handle)
        return self._reading

    @property
    def unknown(self) -> dict[str, dict[str, int]]:
        """Everything that matched nothing, with the number of its rows.

        ``people`` are those that the staff table does not have, ``units`` and ``procedures`` those that the rulebook
        does not have; a kind of which the office has none at all is left out. ``acts`` are words that nobody declared,
        ``statuses`` words without a known meaning.
        """
        unknown: dict[str, dict[str, int]] = json.loads(self._handle.unknown())
        return unknown

    def replay(self, *, as_of: At | datetime.date, profile: Profile | Mapping[str, Any] | None = None) -> Replay:
        """Say what became of the cases, as of an instant.

        Parameters
        ----------
        as_of : str, date or datetime
            The instant up to which the log is evaluated; a day alone, such as ``2026-10-31``, means its end, 24:00 in
            the zone of the office. :attr:`Replay.as_of` states the instant.
        profile : Profile, optional
            What the whole log records, where this is one of its shards (see :func:`merge`).
        """
        return Replay(self._handle.replay(_instant(as_of), None if profile is None else to_text(profile)))

    def score(self, *, as_of: At | datetime.date, period: str, policy: str | None = None, inputs: Inputs | None = None) -> Scores:
        """Score a period by a policy.

        Parameters
        ----------
        as_of : str, date or datetime
            The instant up to which the log is evaluated; a day alone means its end, as for `replay`.
        period : str
            ``2026-10``, ``2026-Q4`` or ``2026``.
        policy : str, optional
            The policy; without a name, the only one in force on the first day of the period.
        inputs : mapping, optional
            What no log holds: points given, failures confirmed, excuses, groups.
        """
        end = self._handle.end_of(_instant(as_of))
        request = {"as_of": end, "period": period, "policy": policy, "inputs": inputs or {}}
        scores: Scores = read(self._handle.score(to_text(request)), Scores)
        return scores

    def __repr__(self) -> str:
        reading = self.reading
        aside = f", {reading.set_aside} of {reading.read} rows set aside" if reading.set_aside else ""
        return f"<namro.Log of {self._handle.cases()} cases, {len(self)} events{aside}>"


class Replay:
    """What a log shows as of an instant (*kết quả phát lại*); :meth:`Log.replay` makes it.

    A part is made when it is first read, and kept: who wants the sums of ten million events waits for no list of cases.
    The whole as one answer is `to_json`, equal byte for byte to what the operation ``replay`` answers.

    Examples
    --------
    >>> import namro
    >>> cases = [{"case_id": "c1", "due_recorded": "2026-01-09", "finished": "2026-01-12", "responsible": "o1"}]
    >>> replay = namro.Office.load("vn.calendar").replay(cases=cases, as_of="2026-02-01T00:00:00+07:00")
    >>> next((count.count, count.text.en) for count in replay.counts if count.id == "cases")
    (1, 'cases that had begun')
    >>> [(finding.kind, finding.subject.id) for finding in replay.findings]
    [('late', 'c1')]
    """

    __slots__ = ("_handle", "_made")

    _handle: _namro.Replay
    #: The answers so far: of counts and facts, of each part, of the whole.
    _made: dict[str, Any]

    def __init__(self, handle: _namro.Replay) -> None:
        self._handle = handle
        self._made = {}

    def _counted(self) -> tuple[shapes.Replay, Table]:
        if "counted" not in self._made:
            text, facts = self._handle.counted()
            self._made["counted"] = (read(text, shapes.Replay), Table(facts))
        counted: tuple[shapes.Replay, Table] = self._made["counted"]
        return counted

    def _answer(self, part: str | None) -> shapes.Replay:
        name = part if part and "whole" not in self._made else "whole"
        if name not in self._made:
            self._made[name] = read(self._handle.answer(part), shapes.Replay)
        answer: shapes.Replay = self._made[name]
        return answer

    @property
    def as_of(self) -> shapes.Stamp:
        """The instant up to which the log was evaluated; of a day alone, its end."""
        return self._counted()[0].as_of

    @property
    def grade(self) -> shapes.Grade:
        """What the log records at best."""
        return self._counted()[0].grade

    @property
    def counts(self) -> AnswerList[Count]:
        """Plain counts, each with its definition."""
        return self._counted()[0].counts

    @property
    def shares(self) -> AnswerList[Share]:
        """Shares in time, each by its own definition."""
        return self._counted()[0].shares

    @property
    def not_assessed(self) -> AnswerList[NotAssessed]:
        """What could not be assessed, and why."""
        return self._counted()[0].not_assessed

    @property
    def facts(self) -> Table:
        """What was counted: one row a kind, officer, unit, step and month.

        The columns are those of :class:`namro.shapes.Fact`, for everything that speaks Arrow:
        ``polars.DataFrame(…)``, ``pyarrow.table(…)``, ``pandas.DataFrame.from_arrow(…)``.
        """
        return self._counted()[1]

    def table(
        self,
        name: TableName,
        *,
        period: str | None = None,
        unit: str | None = None,
        procedure: str | None = None,
        channel: str | None = None,
    ) -> Table:
        """Return what is known as a table, a row for each case, item, hold, finding, charge or fact.

        Parameters
        ----------
        name : str
            ``cases``, ``items``, ``holds``, ``findings``, ``charges`` or ``facts``.
        period, unit, procedure, channel : str, optional
            Only the cases that count for this month, quarter or year; of this unit, procedure, channel.

        Examples
        --------
        >>> import namro
        >>> cases = [{"case_id": "c1", "due_recorded": "2026-01-09", "finished": "2026-01-12", "responsible": "o1"}]
        >>> replay = namro.Office.load("vn.calendar").replay(cases=cases, as_of="2026-02-01")
        >>> replay.table("findings", period="2026-01")["kind"]
        ['late']
        """
        only = {"period": period, "unit": unit, "procedure": procedure, "channel": channel}
        return Table(self._handle.table(name, to_text(only)))

    def shares_by(
        self,
        *by: GroupKey,
        of: SharesOf = "cases",
        period: str | None = None,
        unit: str | None = None,
        procedure: str | None = None,
        channel: str | None = None,
    ) -> Table:
        """Return the shares in time by group: what is counted, what is not, and why.

        A row for each group and definition; ``count = denominator + not_assessed + not_finished + stopped``.

        Parameters
        ----------
        *by : str
            ``unit``, ``officer``, ``procedure``, ``channel``, ``step`` (of items), ``period``; none is one share for all.
        of : {"cases", "items"}
            Of whole cases, or of steps and the officers who had them.
        period, unit, procedure, channel : str, optional
            As for :meth:`table`.

        Examples
        --------
        >>> import namro
        >>> cases = [{"case_id": "c1", "due_recorded": "2026-01-09", "finished": "2026-01-08", "unit": "u1"}]
        >>> replay = namro.Office.load("vn.calendar").replay(cases=cases, as_of="2026-02-01")
        >>> row = replay.shares_by("unit")[0]
        >>> row["unit"], row["definition"], row["numerator"], row["denominator"], row["percent"]
        ('u1', 'on_time_recorded', 1, 1, '100.00')
        """
        only = {"period": period, "unit": unit, "procedure": procedure, "channel": channel}
        return Table(self._handle.shares_by(of, list(by), to_text(only)))

    @property
    def cases(self) -> AnswerList[ReplayedCase]:
        """Every case that had begun, in the order of the log."""
        return self._answer("cases").cases

    @property
    def items(self) -> AnswerList[Item]:
        """Who was to do what, the smallest things that a policy counts."""
        return self._answer("items").items

    @property
    def findings(self) -> AnswerList[Finding]:
        """What was not clear, in the order of the cases; what concerns officers and the log as a whole last."""
        return self._answer("findings").findings

    @property
    def profile(self) -> Profile:
        """What the log records at all; of a shard, what the whole records, if that was given."""
        if "profile" not in self._made:
            self._made["profile"] = read(self._handle.profile(), Profile)
        profile: Profile = self._made["profile"]
        return profile

    def to_json(self) -> str:
        """Return the whole as canonical JSON text."""
        return self._answer(None).to_json()

    def to_dict(self) -> dict[str, Any]:
        """Return the whole as a fresh dictionary."""
        return self._answer(None).to_dict()

    def __repr__(self) -> str:
        return f"<namro.Replay as of {self._handle.as_of}>"


@overload
def merge(first: Profile, /, *others: Profile) -> Profile: ...
@overload
def merge(first: Frame, /, *others: Frame) -> Table: ...
def merge(first: Any, /, *others: Any) -> Any:
    """Merge the profiles, or the facts, of shards of a log, in any order and grouping, into those of the whole.

    Each case must lie whole in one shard. A case is judged by what its whole log records, so the profiles are merged
    first and each shard is replayed with the merger. The facts are integers, so ``sum(count)`` and
    ``sum(working_seconds)`` over ``kind, officer, unit, step, period`` in Spark, DuckDB or any other engine come to the
    same.

    Parameters
    ----------
    first, *others : Profile or frame
        :attr:`Replay.profile` of each shard; or :attr:`Replay.facts` of each, also as they come back from Parquet.

    Examples
    --------
    >>> import namro
    >>> office, as_of = namro.Office.load("vn.calendar"), "2026-02-01T00:00:00+07:00"
    >>> shards = [office.log(cases=[{"case_id": name, "finished": "2026-01-08"}]) for name in ("c1", "c2")]
    >>> profile = namro.merge(*(log.replay(as_of=as_of).profile for log in shards))
    >>> facts = namro.merge(*(log.replay(as_of=as_of, profile=profile).facts for log in shards))
    """
    shards = [first, *others]
    if all(isinstance(shard, Profile) for shard in shards):
        return read(_namro.merge_profiles([shard.to_json() for shard in shards]), Profile)
    return Table(_namro.merge_facts(shards))


def _instant(at: At | datetime.date) -> str:
    return at if isinstance(at, str) else at.isoformat()
