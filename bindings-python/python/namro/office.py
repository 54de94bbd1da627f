"""The office: a compiled rulebook; its verbs are in :mod:`namro.verbs`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from namro._namro import Handle, to_text
from namro.answers import Answer
from namro.checker import Checker
from namro.log import Log
from namro.sources import Rulebook, texts
from namro.verbs import Verbs


class Office(Verbs):
    """A compiled rulebook (*cơ quan*). Immutable, safe to share between threads, and can be pickled.

    Examples
    --------
    >>> office = Office.from_dict({"namro": 1, "id": "a", "title": "Phòng A"})
    >>> office
    <namro.Office a>
    >>> office.describe()["title"]["vi"]
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

    def call(self, operation: str, input: Any = None, /) -> Any:
        """Carry out one operation by name.

        Parameters
        ----------
        operation : str
            One of :data:`namro.OPERATIONS`.
        input : mapping or str, optional
            The request; a ``str`` is JSON text. The ``cases`` and ``events`` of ``replay`` and ``score`` may be
            frames of any library that speaks Arrow, with columns named like the fields of those rows.

        Returns
        -------
        Answer
            A dictionary that remembers its canonical ``text``.

        Examples
        --------
        >>> Office.from_dict({"namro": 1, "id": "a", "title": "A"}).call("describe")["semantics"]
        1
        """
        if isinstance(input, str):
            return Answer.from_text(self.call_text(operation, input))
        rest = dict(input or {})
        frames = {name: rest.pop(name) for name in ("cases", "events") if hasattr(rest.get(name), "__arrow_c_stream__")}
        if frames and not {"cases", "events"} & rest.keys():
            log = self._handle.log(mapping=rest.get("mapping"), **frames)
            return Answer.from_text(log.call(operation, to_text(rest)))
        return Answer.from_text(self.call_text(operation, to_text({**rest, **{k: _rows(v) for k, v in frames.items()}})))

    def log(self, *, cases: Any = None, events: Any = None, mapping: str | None = None) -> Log:
        """Read a log from frames, to be replayed and scored.

        Parameters
        ----------
        cases, events : frame, optional
            Frames of any library that speaks Arrow (pandas, polars, pyarrow, DuckDB), with columns named like the
            fields of case rows and events. Dictionaries (categories) are read fastest.
        mapping : str, optional
            The mapping by which acts and actors are read, by name.
        """
        return Log(self._handle.log(cases=cases, events=events, mapping=mapping))

    def checker(self, input: Mapping[str, Any] | str, /) -> Checker:
        """Check a dossier and keep what was found, for a form that is being filled in.

        Parameters
        ----------
        input : mapping or str
            The request of ``check``.
        """
        return Checker(self._handle.checker(input if isinstance(input, str) else to_text(input)))

    def call_text(self, operation: str, input: str, /) -> str:
        """Carry out one operation: JSON text in, canonical JSON text out."""
        return self._handle.call(operation, input)

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


def _rows(table: Any) -> Any:
    """The rows of a frame (polars, pyarrow, pandas), else the value itself."""
    for way, arguments in (("to_dicts", ()), ("to_pylist", ()), ("to_dict", ("records",))):
        if hasattr(table, way):
            return getattr(table, way)(*arguments)
    return table
