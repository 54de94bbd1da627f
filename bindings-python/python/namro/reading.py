"""What became of the rows of a log, and what files are before they are read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from namro import _namro
from namro._namro import Handle
from namro.answers import Answer, AnswerList, AnswerMap, _made
from namro.errors import Fault
from namro.shapes import Text
from namro.sources import Source, inputs
from namro.tables import Table

#: At most this many lines are shown of a report.
_LINES = 40


def _screen(text: str) -> str:
    """As much of a report as a screen holds."""
    lines = text.rstrip("\n").split("\n")
    more = len(lines) - _LINES
    return "\n".join([*lines[:_LINES], *([f"… {more}"] if more > 0 else [])])


class Reading(Answer):
    """What became of the rows of a log (*biên bản đọc nhật ký*): :attr:`namro.Log.reading`.

    ``read == kept + repeated + set_aside``. Printed, it is the reconciliation in Vietnamese: the sum, each reason with
    its count and three examples, what matched nothing, what was assumed; in both languages it is :attr:`report`.

    Examples
    --------
    >>> import namro
    >>> rows = "Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả\\nH1;02/03/2026;05/03/2026\\nH2;02/03/2026;hôm nào\\n"
    >>> reading = namro.read(rows.encode()).reading
    >>> print(reading)
    2 dòng đã đọc = 1 giữ lại + 0 lặp lại + 1 gạt riêng
             1  bad_time: «…» không phải là thời điểm
                table:3 Ngày hẹn trả `hôm nào`
      tiêu đề tiếng Việt nên ngày được đọc là ngày/tháng/năm
    >>> reading.read, reading.kept, reading.reasons
    (2, 1, {'bad_time': 1})
    """

    __slots__ = ("_left_out", "_proposed", "_report")

    _left_out: Table
    _proposed: tuple[str | None, str]
    _report: tuple[str, str]

    @classmethod
    def _of(cls, handle: _namro.Log) -> Reading:
        reading: Reading = _made(cls, handle.reading())
        parts = (("_left_out", Table(handle.left_out())), ("_proposed", handle.proposed_mapping()), ("_report", handle.reconciliation()))
        for name, part in parts:
            object.__setattr__(reading, name, part)
        return reading

    @property
    def read(self) -> int:
        """Rows of the sources, blank ones and headings not counted."""
        count: int = self._get("rows_read")
        return count

    @property
    def kept(self) -> int:
        """Rows that the log holds."""
        count: int = self._get("rows_kept")
        return count

    @property
    def repeated(self) -> int:
        """Rows that say nothing that an earlier one does not say."""
        count: int = self._get("rows_repeated")
        return count

    @property
    def set_aside(self) -> int:
        """Rows with a fault, and rows that describe no case: titles of sections, totals, signatures."""
        count: int = self._get("set_aside") + self._get("rows_without_case")
        return count

    @property
    def left_out(self) -> Table:
        """Each row that the log does not hold.

        Columns: ``outcome`` (``repeated``, ``set_aside``), ``reason`` (a code), ``file``, ``sheet``, ``row`` (as the file
        counts it; from 0 in a frame), ``column``, ``value``, ``text_vi``, ``text_en``.
        """
        return self._left_out

    @property
    def reasons(self) -> dict[str, int]:
        """How many rows the log does not hold, for each reason."""
        counts: dict[str, int] = {}
        for row in self._get("left_out"):
            counts[row["error"]["code"]] = counts.get(row["error"]["code"], 0) + 1
        return counts

    @property
    def report(self) -> Text:
        """The reconciliation in both languages."""
        text: Text = _made(Text, None, dict(zip(("vi", "en"), self._report)))
        return text

    @property
    def mapping(self) -> dict[str, Any] | None:
        """The mapping by which it was read, if it was proposed; the next file may be read with it."""
        return None if self._proposed[0] is None else json.loads(self._proposed[0])

    @property
    def questions(self) -> AnswerList[Text]:
        """What only an author of the mapping knows."""
        questions: AnswerList[Text] = _made(AnswerList, self._proposed[1], None, Text)
        return questions

    @property
    def columns(self) -> AnswerMap[str]:
        """Field → the column from which it was read."""
        columns: AnswerMap[str] = self._get("columns")
        return columns

    @property
    def ignored(self) -> AnswerList[str]:
        """Columns from which nothing was read."""
        ignored: AnswerList[str] = self._list("ignored")
        return ignored

    @property
    def remarks(self) -> AnswerList[Fault]:
        """Faults of rows set aside, conflicts and other doubts, each with its place."""
        remarks: AnswerList[Fault] = self._list("remarks", Fault)
        return remarks

    def __reduce__(self) -> tuple[Any, ...]:
        # Its table is that of a log, which is what can be kept.
        raise TypeError("a reading is a part of its log; keep to_json()")

    def __str__(self) -> str:
        return self._report[0].rstrip("\n")

    def __repr__(self) -> str:
        return _screen(self._report[0])


class InspectedColumn(Answer):
    """A column of a table of a file."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Its heading; of several rows, joined from above to below."""
        name: str = self._get("name")
        return name

    @property
    def fields(self) -> AnswerList[str]:
        """The fields that are read from it, such as ``cases.accepted``."""
        fields: AnswerList[str] = self._list("fields")
        return fields

    @property
    def confidence(self) -> int:
        """How sure the fields are, in percent."""
        confidence: int = self._get("confidence")
        return confidence

    @property
    def reason(self) -> Text:
        """Why."""
        reason: Text = self._get("reason", Text)
        return reason

    @property
    def kinds(self) -> AnswerMap[int]:
        """How many of its cells are of which kind: ``time``, ``day``, ``number``, ``code``, ``text``, ``blank`` and others."""
        kinds: AnswerMap[int] = self._get("kinds")
        return kinds

    @property
    def examples(self) -> AnswerList[str]:
        """Some of its values."""
        examples: AnswerList[str] = self._list("examples")
        return examples


class InspectedTable(Answer):
    """A table of a file."""

    __slots__ = ()

    @property
    def file(self) -> str:
        """The file, with the sheet after ``!``; the name of a table in memory."""
        file: str = self._get("file")
        return file

    @property
    def format(self) -> str:
        """``csv``, ``workbook``, ``html``, ``xml`` or ``frame``."""
        kind: str = self._get("format")
        return kind

    @property
    def encoding(self) -> str | None:
        """The encoding of delimited text."""
        encoding: str | None = self._get("encoding")
        return encoding

    @property
    def delimiter(self) -> str | None:
        """The sign between cells of delimited text."""
        delimiter: str | None = self._get("delimiter")
        return delimiter

    @property
    def heading_row(self) -> int:
        """The number of the first row with headings; 0 where they are the names of the columns of a frame."""
        row: int = self._get("heading_row")
        return row

    @property
    def first_row(self) -> int:
        """The number of the first row below the headings."""
        row: int = self._get("first_row")
        return row

    @property
    def columns(self) -> AnswerList[InspectedColumn]:
        """The columns, from left to right."""
        columns: AnswerList[InspectedColumn] = self._list("columns", InspectedColumn)
        return columns


class Dirt(Answer):
    """Something dirty in a file."""

    __slots__ = ()

    @property
    def text(self) -> Text:
        """What it is."""
        text: Text = self._get("text", Text)
        return text

    @property
    def count(self) -> int:
        """How often it occurs."""
        count: int = self._get("count")
        return count

    @property
    def examples(self) -> AnswerList[str]:
        """Up to three places or values."""
        examples: AnswerList[str] = self._list("examples")
        return examples


class Inspection(Answer):
    """What files are, and a mapping that reads them (*kết quả xem tệp*); :func:`namro.inspect` makes it.

    Printed, it is a summary in Vietnamese; in both languages it is :attr:`report`.
    """

    __slots__ = ("_mapping", "_report", "_yaml")

    _mapping: str
    _report: tuple[str, str]
    _yaml: str

    @property
    def tables(self) -> AnswerList[InspectedTable]:
        """The tables, in order; none for a log in XES or JSON."""
        tables: AnswerList[InspectedTable] = self._list("tables", InspectedTable)
        return tables

    @property
    def format(self) -> str | None:
        """The format of the first table."""
        return self.tables[0].format if self.tables else None

    @property
    def encoding(self) -> str | None:
        """The encoding of the first table, if it is delimited text."""
        return self.tables[0].encoding if self.tables else None

    @property
    def heading_row(self) -> int | None:
        """Where the first table begins: the number of the row with its headings."""
        return self.tables[0].heading_row if self.tables else None

    @property
    def columns(self) -> list[InspectedColumn]:
        """The columns of all tables."""
        return [column for table in self.tables for column in table.columns]

    @property
    def dirty(self) -> AnswerList[Dirt]:
        """What is dirty, the most frequent first."""
        dirty: AnswerList[Dirt] = self._list("dirty", Dirt)
        return dirty

    @property
    def questions(self) -> AnswerList[Text]:
        """What only an author knows."""
        questions: AnswerList[Text] = self._list("questions", Text)
        return questions

    @property
    def mapping(self) -> dict[str, Any]:
        """A fresh dictionary with the mapping, which :func:`namro.read` takes as it is, and which may be changed before."""
        mapping: dict[str, Any] = json.loads(self._mapping)
        return mapping

    @property
    def report(self) -> Text:
        """The summary in both languages."""
        text: Text = _made(Text, None, dict(zip(("vi", "en"), self._report)))
        return text

    def to_yaml(self) -> str:
        """Return the mapping as YAML with the confidence and the reason of each column, for an author to edit."""
        return self._yaml

    def __reduce__(self) -> tuple[Any, ...]:
        return _inspection, (self.to_json(), self._report, self._mapping, self._yaml)

    def __str__(self) -> str:
        return self._report[0].rstrip("\n")

    def __repr__(self) -> str:
        return _screen(self._report[0])


def _inspection(text: str, report: tuple[str, str], mapping: str, yaml: str) -> Inspection:
    made: Inspection = _made(Inspection, text)
    for name, part in (("_report", report), ("_mapping", mapping), ("_yaml", yaml)):
        object.__setattr__(made, name, part)
    return made


def look(source: Source, handle: Handle | None) -> Inspection:
    """Look at sources, in the zone of an office if there is one."""
    return _inspection(*_namro.inspect(inputs(source), handle))


def said(
    *,
    zone: str | None = None,
    dates: str | None = None,
    encoding: str | None = None,
    sheets: Any = None,
    columns: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """What a caller says of how tables are read, instead of the mapping."""
    named = [sheets] if isinstance(sheets, str) else list(sheets or ())
    return {"zone": zone, "dates": dates, "encoding": encoding, "sheets": named, "columns": list((columns or {}).items())}


__all__ = ["Dirt", "InspectedColumn", "InspectedTable", "Inspection", "Reading"]
