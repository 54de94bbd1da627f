"""What is refused, and where."""

from __future__ import annotations

import json
from typing import Any, TypedDict


class Place(TypedDict):
    """Where a fault lies; each part only where it is known."""

    file: str | None
    line: int | None
    column: int | None
    pointer: str | None


class Fault(TypedDict):
    """One fault: stable code, message and way out in both languages, place."""

    code: str
    text: dict[str, str]
    at: Place
    help: dict[str, str] | None
    related: list[Place]


class NamroError(ValueError):
    """Raised for whatever is refused, with all faults at once.

    Attributes
    ----------
    errors : list of Fault
        Every fault.
    code : str
        Stable code of the first one.
    path : str
        JSON pointer of the first one; empty for the whole.
    text : dict
        Message of the first one, ``{"vi": …, "en": …}``.

    Examples
    --------
    >>> import namro
    >>> try:
    ...     namro.Office.from_dict({"namro": 1, "id": "a", "title": "A", "titel": "B"})
    ... except namro.NamroError as error:
    ...     print(error.code, error.path)
    unknown_field /titel
    """

    def __init__(self, errors: list[Fault]) -> None:
        self.errors = errors
        self.code: str = errors[0]["code"] if errors else "unknown"
        self.path: str = (errors[0]["at"]["pointer"] or "") if errors else ""
        self.text: dict[str, str] = errors[0]["text"] if errors else {}
        super().__init__(errors)

    @classmethod
    def from_text(cls, text: str) -> NamroError:
        """The error that a list of faults, as JSON text, stands for."""
        return cls(json.loads(text))

    def __str__(self) -> str:
        return "\n".join(map(_line, self.errors))


def _line(fault: Fault) -> str:
    at: dict[str, Any] = dict(fault["at"])
    spot = ":".join(str(at[part]) for part in ("file", "line", "column") if at[part] is not None)
    place = " ".join(part for part in (spot, f"#{at['pointer']}" if at["pointer"] else "") if part)
    help_text = f" → {fault['help']['en']}" if fault["help"] else ""
    return f"{fault['code']}: {fault['text']['en']}{f' ({place})' if place else ''}{help_text}"
