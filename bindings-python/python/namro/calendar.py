"""A calendar alone, without the rest of an office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from namro.office import Office
from namro.shapes import DayAnswer, DueAnswer, LatestStart

#: The name of the calendar in the small office around it.
_NAME = "calendar"


class Calendar:
    """A working calendar (*lịch làm việc*): what is due when, and how much working time lies between two instants.

    Examples
    --------
    >>> calendar = Calendar.from_dict({"base": "vn.calendar"})
    >>> due = calendar.due("2026-01-08T09:00:00+07:00", "2 ngày làm việc")
    >>> due["due"]  # Saturday, but a working one
    '2026-01-10T17:30:00+07:00'
    >>> due["text"]["en"]
    '17:30 Saturday, 10 January 2026'
    >>> calendar.elapsed("2026-01-08T09:00:00+07:00", due["due"])
    82800
    """

    __slots__ = ("_office",)

    _office: Office

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
        base = calendar.get("base")
        rulebook = {"namro": 1, "id": "calendar", "title": "calendar", "include": [base] if base else []}
        return cls._of(Office.load({**rulebook, "calendars": {_NAME: calendar}}))

    @classmethod
    def _of(cls, office: Office) -> Calendar:
        made = object.__new__(cls)
        object.__setattr__(made, "_office", office)
        return made

    def due(self, start: str | datetime, limit: str, /, *, known_at: str | datetime | None = None) -> DueAnswer:
        """Say when a limit that began with an acceptance ends.

        Parameters
        ----------
        start : str or datetime
            When the dossier was accepted as complete.
        limit : str
            Such as ``2 ngày làm việc``, ``20 giờ làm việc``, ``1 tháng``, ``3 working days``, ``PT8H``.
        known_at : str or datetime, optional
            The calendar as it was known then.
        """
        return self._office.due(accepted_at=start, limit=limit, calendar=_NAME, known_at=known_at)

    def elapsed(self, start: str | datetime, end: str | datetime, /, *, known_at: str | datetime | None = None) -> int:
        """Count the working seconds between two instants; negative when the second is the earlier one."""
        answer = self._office.elapsed(start=start, end=end, calendar=_NAME, known_at=known_at)
        return answer["working_seconds"]

    def latest_start(self, due: str | datetime, limit: str, /, *, known_at: str | datetime | None = None) -> LatestStart:
        """Say when one must have begun to be done by a due."""
        return self._office.latest_start(due=due, limit=limit, calendar=_NAME, known_at=known_at)

    def day(self, day: str | date, /, *, known_at: str | datetime | None = None) -> DayAnswer:
        """Say what a day is: working or off, its shifts, why."""
        return self._office.day(date=day, calendar=_NAME, known_at=known_at)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a calendar cannot be changed")

    def __reduce__(self) -> tuple[Any, ...]:
        return self._of, (self._office,)

    def __eq__(self, other: object) -> bool:
        return self._office == other._office if isinstance(other, Calendar) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._office)

    def __repr__(self) -> str:
        return f"<namro.Calendar {self._office.inspect()['hash'][:8]}>"
