"""What is refused, and where."""

from __future__ import annotations

from namro.answers import Answer, AnswerList, read
from namro.shapes import Place, Text


#: The number of faults that are printed in full; if there are more, the number of each kind.
_ALL, _EXAMPLES = 20, 3


class Fault(Answer):
    """One fault: stable code, message and way out in both languages, place."""

    __slots__ = ()

    @property
    def at(self) -> Place:
        """Where it lies; each part only where it is known."""
        place: Place = self._get("at", Place)
        return place

    @property
    def code(self) -> str:
        """Its stable code."""
        code: str = self._get("code")
        return code

    @property
    def help(self) -> Text | None:
        """The way out."""
        text: Text | None = self._get("help", Text)
        return text

    @property
    def related(self) -> AnswerList[Place]:
        """Other places that have to do with it."""
        places: AnswerList[Place] = self._list("related", Place)
        return places

    @property
    def text(self) -> Text:
        """What is wrong."""
        text: Text = self._get("text", Text)
        return text


class NamroError(ValueError):
    """Raised for whatever is refused, with all faults at once.

    Printed, it has a line for each fault; of more than twenty, three of each kind, and how many more there are.

    Attributes
    ----------
    errors : list of Fault
        Every fault; of a long table the first thousand.
    count : int
        How many faults there are.
    code : str
        Stable code of the first one.
    path : str
        JSON pointer of the first one; empty for the whole.
    text : Text
        Message of the first one, with ``vi`` and ``en``.

    Examples
    --------
    >>> import namro
    >>> try:
    ...     namro.Office.from_dict({"namro": 1, "id": "a", "title": "A", "titel": "B"})
    ... except namro.NamroError as error:
    ...     print(error.code, error.path, error.text.en)
    unknown_field /titel there is no field `titel`
    """

    def __init__(self, errors: AnswerList[Fault], count: int | None = None) -> None:
        first = errors[0]
        self.errors = errors
        self.count: int = len(errors) if count is None else count
        self.code: str = first.code
        self.path: str = first.at.pointer or ""
        self.text: Text = first.text
        super().__init__(errors, self.count)

    @classmethod
    def from_text(cls, text: str, count: int | None = None) -> NamroError:
        """The error of a list of faults, given as canonical text, and of how many there are in all."""
        return cls(read(text, Fault), count)

    def __str__(self) -> str:
        if self.count <= _ALL:
            return "\n".join(map(_line, self.errors))
        kinds: dict[str, list[Fault]] = {}
        for fault in self.errors:
            kinds.setdefault(fault.code, []).append(fault)
        lines: list[str] = []
        for code, faults in kinds.items():
            lines += map(_line, faults[:_EXAMPLES])
            more = len(faults) - _EXAMPLES
            lines += [f"… {more} more of {code}"] if more > 0 else []
        rest = self.count - len(self.errors)
        return "\n".join([*lines, *([f"… {rest} more"] if rest else [])])


def _line(fault: Fault) -> str:
    at = fault.at
    spot = ":".join(str(part) for part in (at.file, at.line, at.column) if part is not None)
    place = " ".join(part for part in (spot, f"#{at.pointer}" if at.pointer else "") if part)
    help_text = f" → {fault.help.en}" if fault.help else ""
    return f"{fault.code}: {fault.text.en}{f' ({place})' if place else ''}{help_text}"
