"""A dossier that is checked at every edit."""

from __future__ import annotations

from typing import Any

from namro import _namro
from namro.answers import Answer

_NOTHING = object()


class Checker:
    """A dossier while its form is filled in (*hồ sơ đang khai*); :meth:`namro.Office.checker` makes one.

    An edit looks only at what it touches; the verdict is that of the whole dossier.

    Examples
    --------
    >>> import namro
    >>> procedure = {"title": "P", "rules": [{"id": "von", "check": "d.von > 0", "message": "M"}]}
    >>> office = namro.Office.from_dict({"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": procedure}})
    >>> dossier = {"procedure": "1.000001", "form": {"von": 0}}
    >>> checker = office.checker({"dossier": dossier, "at": "2026-01-08T09:00:00+07:00"})
    >>> checker.verdict["ready"], checker.edit("/von", 1)["ready"]
    (False, True)
    """

    __slots__ = ("_handle",)

    def __init__(self, handle: _namro.Checker) -> None:
        self._handle = handle

    @property
    def verdict(self) -> Any:
        """What was found last."""
        return Answer.from_text(self._handle.verdict())

    def edit(self, pointer: str, value: Any = _NOTHING, /) -> Any:
        """Put a value at a JSON pointer of the form, or take away what is there.

        Parameters
        ----------
        pointer : str
            The place, as ``/thanhVien/0/vonGop``.
        value : optional
            What to put there; without it, what is there is taken away.

        Returns
        -------
        Answer
            The verdict on the dossier as it now stands.
        """
        return Answer.from_text(self._handle.edit(pointer, None if value is _NOTHING else _namro.to_text(value)))
