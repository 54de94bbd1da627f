"""A dossier that is checked at every edit."""

from __future__ import annotations

from typing import Any

from namro import _namro
from namro.answers import read
from namro.shapes import Verdict


class Checker:
    """A dossier while its form is filled in (*hồ sơ đang khai*); :meth:`namro.Office.checker` makes one.

    An edit looks only at what it touches; the verdict is that of the whole dossier.

    Examples
    --------
    >>> import namro
    >>> form = {"properties": {"von": {"type": "integer"}}}
    >>> procedure = {"title": "P", "form": form, "rules": [{"id": "von", "check": "d.von > 0", "message": "M"}]}
    >>> office = namro.Office.from_dict({"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": procedure}})
    >>> dossier = {"procedure": "1.000001", "form": {"von": 0}}
    >>> checker = office.checker(dossier=dossier, at="2026-01-08T09:00:00+07:00")
    >>> checker.verdict.ready, checker.set("/von", 1).ready
    (False, True)
    >>> checker.set("/von", None).pending  # cleared
    ['von']
    """

    __slots__ = ("_handle",)

    def __init__(self, handle: _namro.Checker) -> None:
        self._handle = handle

    @property
    def verdict(self) -> Verdict:
        """What was found last."""
        verdict: Verdict = read(self._handle.verdict(), Verdict)
        return verdict

    def type(self, pointer: str, text: str, /) -> Verdict:
        """Put what a person typed at a JSON pointer of the form; return the verdict on the dossier as it now stands.

        It is put there as text, to the letter: where the form wants a number, ``"1.000"`` is a text, and the verdict
        says so.

        Parameters
        ----------
        pointer : str
            The place, as ``/thanhVien/0/hoTen``.
        text : str
            What was typed.
        """
        verdict: Verdict = read(self._handle.type(pointer, text), Verdict)
        return verdict

    def change(self, **changes: Any) -> Verdict:
        """Change papers, channel, answers of databases, stage or day; return the verdict on the dossier as it now stands.

        Parameters
        ----------
        **changes
            ``channel``, ``submitted``, ``components``, ``data``, ``stage``, ``at``, each as in a request; what is not
            given stays as it is. An empty ``channel`` clears it.
        """
        verdict: Verdict = read(self._handle.change(_namro.to_text(changes)), Verdict)
        return verdict

    def set(self, pointer: str, value: Any, /) -> Verdict:
        """Put a value at a JSON pointer of the form; return the verdict on the dossier as it now stands.

        Parameters
        ----------
        pointer : str
            The place, as ``/thanhVien/0/vonGop``.
        value
            What JSON can hold; ``None`` clears the place.
        """
        text = None if value is None else _namro.to_text(value)
        verdict: Verdict = read(self._handle.set(pointer, text), Verdict)
        return verdict
