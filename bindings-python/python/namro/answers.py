"""Answers: plain dictionaries that remember their canonical text and can show themselves in a notebook."""

from __future__ import annotations

import json
from html import escape
from typing import Any

#: So many items of a list are shown.
_SHOWN = 20


class Answer(dict[str, Any]):
    """What an operation answered: a dictionary, and its canonical text.

    Examples
    --------
    >>> answer = Answer.from_text('{"due":"2026-01-10T17:30:00+07:00"}')
    >>> answer["due"]
    '2026-01-10T17:30:00+07:00'
    >>> answer.text
    '{"due":"2026-01-10T17:30:00+07:00"}'
    """

    __slots__ = ("text",)

    #: Canonical JSON text: equal byte for byte in every language.
    text: str

    @classmethod
    def from_text(cls, text: str) -> Any:
        """The answer that a canonical text stands for; a list becomes a list of answers."""
        value = json.loads(text)
        if not isinstance(value, dict):
            return value
        answer = cls(value)
        answer.text = text
        return answer

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).from_text, (self.text,)

    def _repr_html_(self) -> str:
        return _html(dict(self))


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
