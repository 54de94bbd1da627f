"""A published slice: what decides about the dossiers and dues of one procedure."""

from __future__ import annotations

from typing import Any

from namro import _namro
from namro.answers import Answer, read
from namro.shapes import Published
from namro.verbs import ANSWERS


class Slice:
    """What an office published of one procedure (*phần công bố*), loaded without the rulebook.

    It answers ``check`` (of dossiers), ``due``, ``latest_start``, ``elapsed`` and ``day`` as the office that published it,
    byte for byte.

    Examples
    --------
    >>> import namro
    >>> published = namro.Office.load("vn.procedures.2.001610").publish(procedure="2.001610")
    >>> part = namro.Slice.load(published, digest=published.digest)
    >>> part.hash == published.hash
    True
    >>> part.call("due", {"procedure": "2.001610", "accepted_at": "2026-01-08T09:00:00+07:00"}).due
    '2026-01-12T17:30:00+07:00'
    """

    __slots__ = ("_handle",)

    _handle: _namro.Slice

    def __init__(self) -> None:
        raise TypeError("Slice.load(…) makes a slice")

    @classmethod
    def load(cls, published: Published | str, /, digest: str | None = None) -> Slice:
        """Load what ``publish`` answers, or its ``compiled`` text.

        Parameters
        ----------
        published : Published or str
            The slice.
        digest : str, optional
            The ``digest`` that ``publish`` answered, from a place that can be trusted: no other slice is loaded then.
            Without it, that of `published` is taken; of a text alone, damage is found, but not a slice that somebody
            has made.

        Raises
        ------
        NamroError
            ``damaged_slice``; ``unexpected_slice`` if it is not the one of the digest; ``older_slice`` and
            ``newer_slice`` for formats that this release does not read; ``bad_slice`` for any other text.
        """
        part = object.__new__(cls)
        if isinstance(published, str):
            part._handle = _namro.Slice.load(published, digest)
        else:
            part._handle = _namro.Slice.load(published.compiled, digest or published.digest)
        return part

    @property
    def hash(self) -> str:
        """SHA-256 of the rules as its header states it, equal to the ``hash`` of what was published."""
        return self._handle.hash()

    @property
    def semantics(self) -> int:
        """The ``SEMANTICS`` of the library that published it; where it is that of this one, both give the same answers."""
        return self._handle.semantics()

    def call(self, operation: str, input: Any = None, /) -> Any:
        """Carry out one operation by name; the request is a mapping, or JSON text."""
        text = input if isinstance(input, str) else _namro.to_text({} if input is None else input)
        return read(self.call_text(operation, text), ANSWERS.get(operation, Answer))

    def call_text(self, operation: str, input: str, /) -> str:
        """Carry out one operation: JSON text in, canonical JSON text out."""
        return self._handle.call(operation, input)
