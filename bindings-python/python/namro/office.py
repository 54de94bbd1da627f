"""The office: a compiled rulebook; its verbs are in :mod:`namro.verbs`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from namro import sources
from namro._namro import Handle, to_text
from namro.answers import Answer, read
from namro.checker import Checker
from namro.log import Log, Replay
from namro.reading import said
from namro.shapes import At, CaseRow, Dossier, Event, Inputs, Profile, Scores, Stage
from namro.sources import Frame, MappingLike, Rulebook, Source, texts
from namro.verbs import ANSWERS, Verbs


class Office(Verbs):
    """A compiled rulebook (*cơ quan*). Immutable, safe to share between threads, and can be pickled.

    Two offices are equal when their rules and people are, by the canonical hash, however they were written.

    Examples
    --------
    >>> office = Office.from_dict({"namro": 1, "id": "a", "title": "Phòng A"})
    >>> office
    <namro.Office a>
    >>> office.describe().title.vi
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
        *rulebooks : mapping, path or str
            A mapping is a rulebook, a path object a file. A ``str`` is taken for the first of these that it can be: a
            text, if it has a line break or begins with ``{``; a file, if it ends in ``.yaml``, ``.yml`` or ``.json``;
            the identifier of a shipped rulebook. Includes are looked for among the given ones, then among the shipped
            ones.

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

    def with_staff(self, staff: Source | Mapping[str, Any], /) -> Office:
        """Return the same office with the host's people.

        Parameters
        ----------
        staff : mapping, path, bytes, file, frame, list or str
            A mapping with ``people``, ``appointments`` and ``delegations``; a file of such, in JSON or YAML; or a table of
            people: a workbook, delimited text, a frame, a list of dictionaries. A ``str`` is a path, or JSON or YAML text.

        The columns of a table are named like the fields of a person (``id``, ``name``, ``aliases``, ``unit``, ``position``,
        ``kind``, ``duty_group``, ``valid_from``, ``valid_to``, ``clearance``) or in the usual Vietnamese words, such as
        *Mã cán bộ*, *Họ và tên*, *Đơn vị*, *Chức vụ*, *Từ ngày*. Units and positions are named by their identifiers or
        titles. Without codes, a name is the identifier; then no two people may have one name.

        Examples
        --------
        >>> office = Office.from_dict({"namro": 1, "id": "a", "title": "A"})
        >>> staff = office.with_staff([{"Mã cán bộ": "o1", "Họ tên": "Nguyễn An", "Đơn vị": "Văn phòng"}])
        >>> log = staff.read([{"case_id": "c1", "at": "2026-01-05T08:00:00+07:00", "act": "complete", "actor": "nguyễn an"}])
        >>> log.unknown
        {}
        """
        text = sources.staff_text(staff)
        if text is not None:
            return self._from_texts(self._texts, text)
        office = object.__new__(type(self))
        handle, text = self._handle.with_staff_tables(sources.inputs(staff, "staff"))
        for name, value in (("_handle", handle), ("_staff", text), ("_texts", self._texts)):
            object.__setattr__(office, name, value)
        return office

    def call(self, operation: str, input: Any = None, /) -> Any:
        """Carry out one operation by name.

        Parameters
        ----------
        operation : str
            One of :data:`namro.OPERATIONS`.
        input : mapping or str, optional
            The request; a ``str`` is JSON text.

        Returns
        -------
        Answer
            Of the class that the method of the same name answers. ``replay`` is answered whole, as
            :class:`namro.shapes.Replay`.

        Examples
        --------
        >>> Office.from_dict({"namro": 1, "id": "a", "title": "A"}).call("describe").id
        'a'
        """
        text = input if isinstance(input, str) else to_text({} if input is None else input)
        return read(self.call_text(operation, text), ANSWERS.get(operation, Answer))

    def read(
        self,
        source: Source | None = None,
        /,
        *,
        cases: Source | None = None,
        events: Source | None = None,
        supplements: Source | None = None,
        mapping: MappingLike | None = None,
        columns: Mapping[str, str] | None = None,
        zone: str | None = None,
        dates: Literal["day_first", "month_first"] | None = None,
        encoding: str | None = None,
        sheets: str | Sequence[str] | None = None,
    ) -> Log:
        """Read a log as an office has it: files, bytes, frames or rows, by one mapping.

        Where the table begins, its encoding and its columns are found; a row with a fault is set aside and reported in
        :attr:`namro.Log.reading`, or refused with its place, as the mapping says (``lenient``).

        Parameters
        ----------
        source : path, bytes, file, frame, list or mapping
            A path (xlsx, xlsb, xls, ods, csv, html, XES, JSON lines, zip), the bytes of such a file, a file opened in
            binary mode, a frame (pandas, polars, pyarrow, DuckDB), a list of dictionaries; a list of these, or a mapping
            with the keys ``cases``, ``events`` or ``steps``, ``supplements``, which are read together.
        cases, events, supplements : source, optional
            The same, by names.
        mapping : str, path, mapping or Inspection, optional
            The name of a mapping of the rulebook or of a shipped one (``dvcqg``), a file, a mapping as a dictionary or as
            text, or what :func:`namro.inspect` found. Without it, the rulebook's own one; without that, one is proposed.
        columns : mapping, optional
            Field → column, such as ``{"case_id": "Mã", "accepted": "Nhận"}``; ``cases.unit`` or ``events.unit`` where
            both shapes have the field.
        zone : str, optional
            The zone of times without an offset, such as ``+07:00``.
        dates : {"day_first", "month_first"}, optional
            The order of dates such as 03/04/2026.
        encoding : str, optional
            The encoding of delimited text.
        sheets : str or list of str, optional
            The sheets of a workbook that are read.

        What is said by `columns`, `zone`, `dates`, `encoding` and `sheets` takes precedence over the mapping.

        Examples
        --------
        >>> office = Office.load("vn.calendar")
        >>> log = office.read([{"Mã hồ sơ": "H1", "Ngày tiếp nhận": "05/01/2026", "Ngày hẹn trả": "08/01/2026"}])
        >>> log.reading.columns["cases.accepted"]
        'Ngày tiếp nhận'
        >>> log.replay(as_of="2026-01-31").cases[0].standing
        'late'
        """
        given = [source, {"cases": cases, "events": events, "supplements": supplements}]
        inputs = [part for one in given for part in sources.inputs(one)]
        if not inputs:
            raise TypeError("nothing to read: give a source, or cases and events")
        beside = said(zone=zone, dates=dates, encoding=encoding, sheets=sheets, columns=columns)
        return Log(self._handle.read(inputs, sources.mapping(mapping), beside))

    def log(
        self, *, cases: Frame | Sequence[CaseRow] | None = None, events: Frame | Sequence[Event] | None = None, mapping: str | None = None
    ) -> Log:
        """Read a log in this library's own fields, to be replayed and scored; :meth:`read` takes any other.

        Parameters
        ----------
        cases, events : frame or list of mapping, optional
            Frames of any library that speaks Arrow (pandas, polars, pyarrow, DuckDB), with columns named like the
            fields of :class:`namro.shapes.CaseRow` and :class:`namro.shapes.Event`; or such rows. Dictionaries
            (categories) are read fastest.
        mapping : str, optional
            The mapping by which acts and actors are read, by name.
        """
        return Log(self._handle.log(cases=cases, events=events, mapping=mapping))

    def replay(
        self,
        *,
        as_of: At | datetime.date,
        cases: Frame | Sequence[CaseRow] | None = None,
        events: Frame | Sequence[Event] | None = None,
        mapping: str | None = None,
        profile: Profile | Mapping[str, Any] | None = None,
    ) -> Replay:
        """Say what became of the cases of a log: short for ``log(…).replay(…)``.

        Parameters
        ----------
        as_of : str, date or datetime
            The instant up to which the log is evaluated; a day alone means its end in the zone of the office.
        cases, events : frame or list of mapping, optional
            As for `log`.
        mapping : str, optional
            The mapping by which acts and actors are read, by name.
        profile : Profile, optional
            What the whole log records, where these are some of its cases.
        """
        return self.log(cases=cases, events=events, mapping=mapping).replay(as_of=as_of, profile=profile)

    def score(
        self,
        *,
        as_of: At | datetime.date,
        period: str,
        cases: Frame | Sequence[CaseRow] | None = None,
        events: Frame | Sequence[Event] | None = None,
        mapping: str | None = None,
        policy: str | None = None,
        inputs: Inputs | None = None,
    ) -> Scores:
        """Score a period of a log by a policy: short for ``log(…).score(…)``.

        Parameters
        ----------
        as_of : str, date or datetime
            The instant up to which the log is evaluated; a day alone means its end in the zone of the office.
        period : str
            ``2026-10``, ``2026-Q4`` or ``2026``.
        cases, events : frame or list of mapping, optional
            As for `log`.
        mapping : str, optional
            The mapping by which acts and actors are read, by name.
        policy : str, optional
            The policy; without a name, the only one in force on the first day of the period.
        inputs : mapping, optional
            What no log holds: points given, failures confirmed, excuses, groups.
        """
        return self.log(cases=cases, events=events, mapping=mapping).score(as_of=as_of, period=period, policy=policy, inputs=inputs)

    def checker(self, *, at: At, dossier: Dossier, stage: Stage | None = None, unit: str | None = None) -> Checker:
        """Check a dossier and keep what was found, for a form that is being filled in.

        Parameters
        ----------
        at : str or datetime
            As of when, as for `check`.
        dossier : Dossier
            The dossier.
        stage : {"filing", "desk", "appraisal"}, optional
            For which stage.
        unit : str, optional
            The calendar of a unit, where rules count working days.
        """
        request = {"at": at, "dossier": dossier, "stage": stage, "unit": unit}
        return Checker(self._handle.checker(to_text({name: value for name, value in request.items() if value is not None})))

    def call_text(self, operation: str, input: str, /) -> str:
        """Carry out one operation: JSON text in, canonical JSON text out."""
        return self._handle.call(operation, input)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("an office cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("an office cannot be changed")

    def __reduce__(self) -> tuple[Any, ...]:
        return self._from_texts, (self._texts, self._staff)

    @property
    def hash(self) -> str:
        """The canonical hash of its rules, SHA-256 in hexadecimal."""
        return self._handle.hashes()[0]

    def __eq__(self, other: object) -> bool:
        return self._handle.hashes() == other._handle.hashes() if isinstance(other, Office) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._handle.hashes())

    def __copy__(self) -> Office:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Office:
        return self

    def __repr__(self) -> str:
        return f"<namro.Office {self._handle.id()}>"
