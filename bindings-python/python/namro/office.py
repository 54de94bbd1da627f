"""The office: a compiled rulebook and the seven verbs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from namro._namro import Handle, to_text
from namro.answers import Answer
from namro.sources import Rulebook, texts


class Office:
    """A compiled rulebook (*cơ quan*). Immutable, safe to share between threads, and can be pickled.

    Examples
    --------
    >>> office = Office.from_dict({"namro": 1, "id": "a", "title": "Phòng A"})
    >>> office
    <namro.Office a>
    >>> office.inspect()["title"]["vi"]
    'Phòng A'
    """

    __slots__ = ("_handle", "_staff", "_texts")

    _handle: Handle
    _staff: str | None
    _texts: tuple[tuple[str, str], ...]

    def __init__(self) -> None:
        raise TypeError("Office.load(…) makes an office")

    @classmethod
    def _from_texts(cls, parts: tuple[tuple[str, str], ...], staff: str | None = None) -> Office:
        office = object.__new__(cls)
        handle = Handle.load(list(parts))
        for name, value in (("_handle", handle if staff is None else handle.with_staff(staff)), ("_staff", staff), ("_texts", parts)):
            object.__setattr__(office, name, value)
        return office

    @classmethod
    def load(cls, *rulebooks: Rulebook) -> Office:
        """Compile rulebooks; the first is the root.

        Parameters
        ----------
        *rulebooks : str, path or mapping
            A file (``.yaml``, ``.yml``, ``.json``), a text, a dictionary, or the identifier of a shipped rulebook.
            Includes are looked for among the given ones, then among the shipped ones.

        Raises
        ------
        NamroError
            With every fault, each with file, line, column and pointer.
        OSError
            When a file cannot be read.
        """
        return cls._from_texts(tuple(texts(rulebooks)))

    @classmethod
    def from_dict(cls, rulebook: Mapping[str, Any]) -> Office:
        """Compile a rulebook given as a dictionary."""
        return cls.load(rulebook)

    def with_staff(self, staff: Any) -> Office:
        """Return the same office with the host's people laid over.

        Parameters
        ----------
        staff : str, list, mapping or frame
            JSON text, or what can be written as JSON; a frame is taken row by row.
        """
        return self._from_texts(self._texts, staff if isinstance(staff, str) else to_text(_rows(staff)))

    def call(self, operation: str, input: Any = None, /, **fields: Any) -> Any:
        """Carry out one operation.

        Parameters
        ----------
        operation : str
            One of :data:`namro.OPERATIONS`.
        input : mapping or str, optional
            The request; a ``str`` is JSON text.
        **fields
            The request's fields, instead of ``input`` or over it.

        Returns
        -------
        Answer
            A dictionary with its canonical ``text``.

        Examples
        --------
        >>> Office.from_dict({"namro": 1, "id": "a", "title": "A"}).call("inspect")["semantics"]
        1
        """
        return Answer.from_text(self.call_text(operation, _request(input, fields)))

    def call_text(self, operation: str, input: str, /) -> str:
        """Carry out one operation: JSON text in, canonical JSON text out."""
        return self._handle.call(operation, input)

    def check(self, input: Any = None, /, **fields: Any) -> Any:
        """Say whether a document or dossier is in order, with remarks."""
        return self.call("check", input, **fields)

    def due(self, input: Any = None, /, **fields: Any) -> Any:
        """Say when something is due, why, and when it turns yellow."""
        return self.call("due", input, **fields)

    def apply(self, input: Any = None, /, **fields: Any) -> Any:
        """Let an event happen to a case, or say why it may not."""
        return self.call("apply", input, **fields)

    def agenda(self, input: Any = None, /, **fields: Any) -> Any:
        """List what is to be done, by due time and colour."""
        return self.call("agenda", input, **fields)

    def replay(self, input: Any = None, /, **fields: Any) -> Any:
        """Audit a log: states, facts, findings."""
        return self.call("replay", input, **fields)

    def score(self, input: Any = None, /, **fields: Any) -> Any:
        """Score officers by a policy, each point tied to its facts."""
        return self.call("score", input, **fields)

    def prove(self, input: Any = None, /, **fields: Any) -> Any:
        """Show that an entry stands in a journal whose deposited head still holds."""
        return self.call("prove", input, **fields)

    def inspect(self, input: Any = None, /, **fields: Any) -> Any:
        """Say what the office holds."""
        return self.call("inspect", input, **fields)

    def publish(self, input: Any = None, /, **fields: Any) -> Any:
        """Cut the slice that a form in the browser needs."""
        return self.call("publish", input, **fields)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("an office cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("an office cannot be changed")

    def __reduce__(self) -> tuple[Any, ...]:
        return self._from_texts, (self._texts, self._staff)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Office):
            return NotImplemented
        return (self._texts, self._staff) == (other._texts, other._staff)

    def __hash__(self) -> int:
        return hash((self._texts, self._staff))

    def __copy__(self) -> Office:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Office:
        return self

    def __repr__(self) -> str:
        return f"<namro.Office {self.inspect()['id']}>"


def _request(input: Any, fields: dict[str, Any]) -> str:
    if isinstance(input, str):
        input = json.loads(input) if fields else input
    if isinstance(input, str):
        return input
    return to_text({**(input or {}), **fields})


def _rows(staff: Any) -> Any:
    """The rows of a frame (pandas, polars), else the value itself."""
    if hasattr(staff, "to_dicts"):
        return staff.to_dicts()
    return staff.to_dict("records") if hasattr(staff, "to_dict") else staff
