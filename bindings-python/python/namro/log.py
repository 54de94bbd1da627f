"""A long log: read from frames once, asked as often as one likes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from namro._namro import Log as Columns
from namro._namro import Table, to_text
from namro.answers import Answer

if TYPE_CHECKING:
    from namro.shapes import Inputs, Replay, Scorecards


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

    def facts(self, *, as_of: str | datetime) -> Table:
        """What was counted, as a table: ``polars.DataFrame(…)``, ``pyarrow.table(…)``, ``duckdb.sql("from …")`` take it.

        Parameters
        ----------
        as_of : str or datetime
            As of when.

        Returns
        -------
        Table
            One row a kind, officer, unit, step and month, with ``count``, ``seconds`` and ``grade``: integers that add
            up over logs of different cases.
        """
        return self._columns.facts(_instant(as_of))

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
