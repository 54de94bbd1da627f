"""A calendar alone, without the rest of an office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal, overload

from namro._namro import Handle, to_text
from namro.answers import Answer, read
from namro.columns import Naive, answer, is_column
from namro.shapes import DayAnswer, DueAnswer, Elapsed, LatestStart


class Calendar:
    """A working calendar (*lịch làm việc*): what is due when, and how much working time lies between two instants.

    Examples
    --------
    >>> calendar = Calendar.from_dict({"base": "vn.calendar"})
    >>> due = calendar.due("2026-01-08T09:00:00+07:00", "2 ngày làm việc")
    >>> due.due  # Saturday, but a working one
    '2026-01-10T17:30:00+07:00'
    >>> due.text.en
    '17:30 Saturday, 10 January 2026'
    >>> calendar.elapsed("2026-01-08T09:00:00+07:00", due.due)
    82800
    """

    __slots__ = ("_handle", "_text")

    _handle: Handle
    _text: str

    def __init__(self) -> None:
        raise TypeError("Calendar.from_dict(…) makes a calendar")

    @classmethod
    def from_dict(cls, calendar: Mapping[str, Any]) -> Calendar:
        """Compile the calendar part of a rulebook.

        Parameters
        ----------
        calendar : mapping
            As under ``calendars`` of a rulebook; its ``base`` may be a shipped calendar.

        Raises
        ------
        NamroError
            With every fault.
        """
        return cls._of(to_text(calendar))

    @classmethod
    def _of(cls, text: str) -> Calendar:
        made = object.__new__(cls)
        object.__setattr__(made, "_handle", Handle.of_calendar(text))
        object.__setattr__(made, "_text", text)
        return made

    @classmethod
    def vietnam(cls) -> Calendar:
        """Return the working calendar of Vietnamese state offices, as shipped."""
        return cls.from_dict({"base": "vn.calendar"})

    @overload
    def due(self, start: str | datetime, limit: str, /, *, known_at: str | datetime | None = None) -> DueAnswer: ...
    @overload
    def due(
        self,
        start: Any,
        limit: str,
        /,
        *,
        known_at: str | datetime | None = None,
        suspended: Any = None,
        resumed: Any = None,
        ends: Literal["office", "legal"] | None = None,
        naive: Naive | None = None,
        out: Any = None,
    ) -> Any: ...
    def due(
        self,
        start: Any,
        limit: str,
        /,
        *,
        known_at: str | datetime | None = None,
        suspended: Any = None,
        resumed: Any = None,
        ends: Literal["office", "legal"] | None = None,
        naive: Naive | None = None,
        out: Any = None,
    ) -> Any:
        """Say when a limit that began with an acceptance ends.

        A whole column of acceptances (NumPy, pandas, polars, pyarrow) gives a column of dues of the same kind, nulls
        where there were nulls. A column of dates, whose times are not known, gives the last days.

        Parameters
        ----------
        start : str, datetime or column
            When the dossier was accepted as complete. Columns of integers are microseconds since 1970 in UTC.
        limit : str
            Such as ``2 ngày làm việc``, ``20 giờ làm việc``, ``1 tháng``, ``3 working days``, ``PT8H``.
        known_at : str or datetime, optional
            The calendar as it was known then.
        suspended, resumed : column, optional
            When the clock of each row stood still and when it went on; columns of lists where it stood several times.
        ends : {"office", "legal"}, optional
            For columns: whether dues are the close of the office (the default) or 24:00 of the last day.
        naive : {"local", "utc"}, optional
            For columns of times without a zone: by which clock they were written. Unless it is said they are refused.
        out : numpy.ndarray, optional
            For columns of NumPy, as in its own functions: an array of as many rows for the answer, ``datetime64[us]``, or
            ``datetime64[D]`` for dates. It is returned; where the question is refused, what it holds is not said. Of many
            calls with one array each is spared what a fresh one costs, which for ten million rows is half of it all.
        """
        if not is_column(start):
            return self._ask("due", DueAnswer, accepted_at=start, limit=limit, known_at=known_at)
        stood = {} if suspended is None else {"suspended": suspended, "resumed": resumed}
        return self._answer({"start": start, **stood}, limit=limit, ends=ends, known_at=known_at, naive=naive, out=out)

    @overload
    def elapsed(self, start: str | datetime, end: str | datetime, /, *, known_at: str | datetime | None = None) -> int: ...
    @overload
    def elapsed(
        self, start: Any, end: Any, /, *, known_at: str | datetime | None = None, naive: Naive | None = None, out: Any = None
    ) -> Any: ...
    def elapsed(
        self, start: Any, end: Any, /, *, known_at: str | datetime | None = None, naive: Naive | None = None, out: Any = None
    ) -> Any:
        """Count the working seconds between two instants; negative when the second is the earlier one.

        Two columns give a column: of integers, or for NumPy and pandas of ``timedelta64[s]``, which can be null; arrays of
        NumPy also into an array ``out`` of that kind, as in `due`.
        """
        if not is_column(start):
            return self._ask("elapsed", Elapsed, start=start, end=end, known_at=known_at).working_seconds
        return self._answer({"start": start, "end": end}, known_at=known_at, naive=naive, out=out)

    def _answer(
        self, columns: dict[str, Any], *, known_at: str | datetime | None, naive: Naive | None, out: Any, **question: str | None
    ) -> Any:
        known = known_at.isoformat() if isinstance(known_at, datetime) else known_at
        return answer(self._handle, columns, naive=naive, out=out, known_at=known, **question)

    def _ask(self, operation: str, kind: type[Answer], **request: Any) -> Any:
        given = {name: value for name, value in request.items() if value is not None}
        return read(self._handle.call(operation, to_text(given)), kind)

    def latest_start(self, due: str | datetime, limit: str, /, *, known_at: str | datetime | None = None) -> LatestStart:
        """Say when one must have begun to be done by a due."""
        latest: LatestStart = self._ask("latest_start", LatestStart, due=due, limit=limit, known_at=known_at)
        return latest

    def day(self, day: str | date, /, *, known_at: str | datetime | None = None) -> DayAnswer:
        """Say what a day is: working or off, its shifts, why."""
        found: DayAnswer = self._ask("day", DayAnswer, date=day, known_at=known_at)
        return found

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a calendar cannot be changed")

    def __reduce__(self) -> tuple[Any, ...]:
        return self._of, (self._text,)

    def __eq__(self, other: object) -> bool:
        return self._handle.hashes() == other._handle.hashes() if isinstance(other, Calendar) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._handle.hashes())

    def __repr__(self) -> str:
        return f"<namro.Calendar {self._handle.hashes()[0][:8]}>"
