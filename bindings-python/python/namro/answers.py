"""Answers: read-only objects over canonical text; the shapes of each are in :mod:`namro.shapes`."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, overload

from namro._namro import canonical

T = TypeVar("T", covariant=True)

#: At most this many fields or items are shown, each in one line of at most this many characters.
_SHOWN, _WIDTH = 20, 100


class Canonical:
    """A part of an answer: its value, and its canonical text. Equality and hash are those of the text."""

    __slots__ = ("_kind", "_text", "_value")

    #: The class of the objects that it contains, where they are of one.
    _kind: type[Answer] | None
    #: Each of the two is made of the other when it is first needed.
    _text: str | None
    _value: Any

    def __init__(self) -> None:
        raise TypeError("an office makes answers; from_text reads a stored one")

    def _read(self) -> Any:
        if self._value is None:
            object.__setattr__(self, "_value", json.loads(self.to_json()))
        return self._value

    def to_json(self) -> str:
        """Return the canonical JSON text: equal byte for byte in every language."""
        if self._text is None:
            # The value was read from canonical text, so its keys are in order.
            object.__setattr__(self, "_text", json.dumps(self._value, ensure_ascii=False, separators=(",", ":")))
        return self._text or ""

    def __eq__(self, other: object) -> bool:
        return self.to_json() == other.to_json() if isinstance(other, Canonical) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (type(self), self.to_json(), None, self._kind)

    # A type checker is to find by itself what cannot be changed or does not exist.
    if not TYPE_CHECKING:

        def __setattr__(self, name: str, value: object) -> NoReturn:
            raise AttributeError("an answer cannot be changed")

        def __delattr__(self, name: str) -> NoReturn:
            raise AttributeError("an answer cannot be changed")

    def _repr_html_(self) -> str:
        return _html(self._read())


class Answer(Canonical):
    """What an operation answered, or an object in it: its fields are attributes, ``None`` when absent.

    Examples
    --------
    >>> import namro
    >>> due = namro.Calendar.vietnam().due("2026-01-08T09:00:00+07:00", "2 ngày làm việc")
    >>> due.due, due.text.en
    ('2026-01-10T17:30:00+07:00', '17:30 Saturday, 10 January 2026')
    >>> due.text
    Text(en='17:30 Saturday, 10 January 2026', vi='17:30 thứ Bảy, ngày 10/01/2026')
    >>> due.text.to_dict()["en"]
    '17:30 Saturday, 10 January 2026'
    >>> due.text.to_json()
    '{"en":"17:30 Saturday, 10 January 2026","vi":"17:30 thứ Bảy, ngày 10/01/2026"}'
    >>> due.lastday  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AttributeError: DueAnswer has no field 'lastday'; did you mean 'last_day'? Its fields: because, ...
    """

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Any:
        """Return the answer that a stored text stands for, such as `to_json` gave it."""
        return read(canonical(text), cls)

    def to_dict(self) -> dict[str, Any]:
        """Return a fresh dictionary with everything in it."""
        value: dict[str, Any] = json.loads(self.to_json())
        return value

    def _get(self, name: str, kind: type[Answer] | None = None) -> Any:
        return _wrapped(self._read().get(name), kind)

    def _list(self, name: str, kind: type[Answer] | None = None) -> Any:
        # An empty list may be left out.
        return _wrapped(self._read().get(name, []), kind)

    @classmethod
    def _fields(cls) -> list[str]:
        return sorted(name for base in cls.__mro__ for name, value in vars(base).items() if isinstance(value, property))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            if name.startswith("_"):
                raise AttributeError(name)
            fields = self._fields()
            near = difflib.get_close_matches(name, fields, 1)
            hint = f"; did you mean {near[0]!r}?" if near else "."
            raise AttributeError(f"{type(self).__name__} has no field {name!r}{hint} Its fields: {', '.join(fields)}")

    def __dir__(self) -> list[str]:
        return [*self._fields(), "to_dict", "to_json"]

    def __repr__(self) -> str:
        short = _brief(self, 2)
        if len(short) <= _WIDTH:
            return short
        fields = [f"    {name}={_brief(value, 2)}," for name, value in _present(self)]
        return _lines(f"{type(self).__name__}(", fields, ")")


class AnswerList(Canonical, Sequence[T]):
    """A list in an answer, its objects made when they are looked at; equal to a list of the same.

    Examples
    --------
    >>> import namro
    >>> office = namro.Office.load("vn.calendar")
    >>> office.describe().calendars
    ['vn.calendar']
    """

    __slots__ = ()

    def to_list(self) -> list[Any]:
        """Return a fresh list with everything in it."""
        value: list[Any] = json.loads(self.to_json())
        return value

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> AnswerList[T]: ...
    def __getitem__(self, index: int | slice) -> Any:
        return _wrapped(self._read()[index], self._kind)

    def __len__(self) -> int:
        return len(self._read())

    def __eq__(self, other: object) -> bool:
        return list(self) == other if isinstance(other, list) else super().__eq__(other)

    __hash__ = Canonical.__hash__

    def __repr__(self) -> str:
        short = _brief(self, 2)
        return short if len(short) <= _WIDTH else _lines("[", [f"    {_brief(item, 2)}," for item in self[:_SHOWN]], "]", len(self))


class AnswerMap(Canonical, Mapping[str, T]):
    """A mapping in an answer, where keys are data and no fields; equal to a dictionary of the same.

    Examples
    --------
    >>> import namro
    >>> workflows = namro.shapes.BpmnImport.from_text('{"remarks":[],"workflows":{"cap-phep":{"start":"nhan"}}}').workflows
    >>> list(workflows), workflows["cap-phep"]["start"]
    (['cap-phep'], 'nhan')
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return a fresh dictionary with everything in it."""
        value: dict[str, Any] = json.loads(self.to_json())
        return value

    def __getitem__(self, key: str) -> T:
        value: T = _wrapped(self._read()[key], self._kind)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def __eq__(self, other: object) -> bool:
        return dict(self) == other if isinstance(other, dict) else super().__eq__(other)

    __hash__ = Canonical.__hash__

    def __repr__(self) -> str:
        short = _brief(self, 2)
        return short if len(short) <= _WIDTH else _lines("{", [f"    {key!r}: {_brief(value, 2)}," for key, value in self.items()], "}")


def read(text: str, kind: type[Answer]) -> Any:
    """The answer, or the list of answers, that a canonical text stands for."""
    return _made(AnswerList if text.startswith("[") else kind, text, kind=kind)


def _made(cls: type[Canonical], text: str | None, value: Any = None, kind: type[Answer] | None = None) -> Any:
    made = object.__new__(cls)
    for name, part in (("_text", text), ("_value", value), ("_kind", kind)):
        object.__setattr__(made, name, part)
    return made


def _wrapped(value: Any, kind: type[Answer] | None) -> Any:
    """A value as it is handed out."""
    if isinstance(value, dict):
        return _made(kind or AnswerMap, None, value)
    return _made(AnswerList, None, value, kind) if isinstance(value, list) else value


def _present(answer: Answer) -> Iterator[tuple[str, Any]]:
    """The fields that hold something."""
    fields = ((name, getattr(answer, name)) for name in answer._fields())
    return ((name, value) for name, value in fields if value is not None)


def _brief(value: Any, depth: int) -> str:
    """A value in one line, not much longer than is shown of it."""
    if isinstance(value, Answer):
        parts = [f"{name}={_brief(item, depth - 1)}" for name, item in _present(value)] if depth else ["…"]
        text = f"{type(value).__name__}({', '.join(parts)})"
    elif isinstance(value, AnswerList):
        items = [_brief(item, depth - 1) for item in value[:3]] if depth else ["…"] * bool(value)
        text = f"[{', '.join(items + [f'… {len(value) - 3} more'] * (depth > 0 and len(value) > 3))}]"
    elif isinstance(value, AnswerMap):
        entries = [f"{key!r}: {_brief(item, depth - 1)}" for key, item in list(value.items())[:3]] if depth else ["…"] * bool(value)
        text = f"{{{', '.join(entries + [f'… {len(value) - 3} more'] * (depth > 0 and len(value) > 3))}}}"
    else:
        text = repr(value)
    return text if len(text) <= 2 * _WIDTH else f"{text[: 2 * _WIDTH]}…"


def _lines(head: str, lines: list[str], tail: str, length: int | None = None) -> str:
    """A value in several lines, no more than a screen holds."""
    more = max(length or 0, len(lines)) - _SHOWN
    shown = [line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…" for line in lines[:_SHOWN]]
    return "\n".join([head, *shown, *([f"    … {more} more"] if more > 0 else []), tail])


def _html(value: Any) -> str:
    """A small table; texts in both languages show the Vietnamese one."""
    if isinstance(value, dict):
        if set(value) == {"en", "vi"}:
            return f'<span lang="vi" title="{escape(value["en"])}">{escape(value["vi"])}</span>'
        rows = (f"<tr><th>{escape(key)}</th><td>{_html(item)}</td></tr>" for key, item in value.items())
        return f"<table>{''.join(rows)}</table>"
    if isinstance(value, list):
        more = f"<li>… {len(value) - _SHOWN}</li>" if len(value) > _SHOWN else ""
        return f"<ol>{''.join(f'<li>{_html(item)}</li>' for item in value[:_SHOWN])}{more}</ol>"
    return escape("" if value is None else str(value))
