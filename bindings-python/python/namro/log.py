"""A long log: read from frames once, asked as often as one likes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from namro._namro import Log as Columns
from namro._namro import Table, to_text
from namro._namro import merge_facts as _merge_facts
from namro.answers import Answer

if TYPE_CHECKING:
    from namro.shapes import Inputs, Profile, Replay, Scorecards


class Tally(NamedTuple):
    """What was counted in a log."""

    #: Counts and shares, each with its definition, and what could not be assessed.
    counts: Replay
    #: One row a kind, officer, unit, step and month, with ``count``, ``seconds`` and ``grade``, for everything that
    #: speaks Arrow: ``polars.DataFrame(…)``, ``pyarrow.table(…)``, ``pandas.DataFrame.from_arrow(…)``.
    facts: Table


def merge_facts(*shards: Any) -> Table:
    """The facts of a whole log from those of its shards, in any order and grouping.

    Each case must lie whole in one shard, and each shard be tallied with the profile of all, which
    ``office.merge(profiles=[…])["profile"]`` gives. The facts are integers, so ``sum(count)`` and ``sum(seconds)``
    over ``kind, officer, unit, step, period`` in Spark, DuckDB or any other engine come to the same.

    Parameters
    ----------
    *shards : frame
        The facts of each shard, as :class:`Tally` has them or as they come back from Parquet.
    """
    return _merge_facts(shards)


class Log:
    """A log in columns (*nhật ký*); :meth:`namro.Office.log` makes it.

    Its answers are those of the operations of the same name. What is not asked for is not made, so that ten million
    events need little more memory than their columns.
    """

    __slots__ = ("_columns",)

    _columns: Columns

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def __len__(self) -> int:
        """How many events it has."""
        return len(self._columns)

    def tally(self, *, as_of: str | datetime, profile: Profile | None = None) -> Tally:
        """What was counted, without the cases one by one.

        Parameters
        ----------
        as_of : str or datetime
            As of when.
        profile : mapping, optional
            What the whole log records, where this is one of its shards.
        """
        text, facts = self._columns.tally(_instant(as_of), None if profile is None else to_text(profile))
        return Tally(Answer.from_text(text), facts)

    def profile(self, *, as_of: str | datetime) -> Profile:
        """What the log records at all: shards of a log are judged by the merged profile of all (see :func:`merge_facts`).

        Parameters
        ----------
        as_of : str or datetime
            As of when.
        """
        answer: Profile = Answer.from_text(self._columns.profile(_instant(as_of)))
        return answer

    def replay(
        self, *, as_of: str | datetime, parts: Sequence[Literal["cases", "items", "facts", "findings"]] | None = None
    ) -> Replay:
        """What became of the cases.

        Parameters
        ----------
        as_of : str or datetime
            As of when.
        parts : sequence of str, optional
            Only these parts, beside counts and shares; without them, all.
        """
        answer: Replay = Answer.from_text(self._columns.call("replay", to_text({"as_of": as_of, "parts": parts})))
        return answer

    def score(self, *, as_of: str | datetime, period: str, policy: str | None = None, inputs: Inputs | None = None) -> Scorecards:
        """The scorecards of a period.

        Parameters
        ----------
        as_of : str or datetime
            As of when.
        period : str
            ``2026-10``, ``2026-Q4`` or ``2026``.
        policy : str, optional
            The policy; without a name, the only one in force on the first day of the period.
        inputs : mapping, optional
            What no log holds: points given, failures confirmed, excuses, groups.
        """
        request = {"as_of": as_of, "period": period, "policy": policy, "inputs": inputs or {}}
        answer: Scorecards = Answer.from_text(self._columns.call("score", to_text(request)))
        return answer

    def __repr__(self) -> str:
        return f"<namro.Log of {len(self)} events>"


def _instant(at: str | datetime) -> str:
    return at if isinstance(at, str) else at.isoformat()
