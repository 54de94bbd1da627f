"""Tables of a replay: columns for everything that speaks Arrow, rows for people."""

from __future__ import annotations

import csv
import html
import os
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from typing import IO, Any, overload

from namro import _namro

#: So many rows are shown of a table.
_SHOWN = 10
#: So many characters are shown of a value.
_WIDTH = 28


class Table:
    """A table (*bảng*): columns of one length, each with a name.

    ``polars.DataFrame(table)``, ``pyarrow.table(table)`` and DuckDB take it as it is. Durations are whole seconds,
    instants aware, words dictionary-encoded; docs/tables.md lists the columns of each table.

    Examples
    --------
    >>> import namro
    >>> cases = [{"case_id": "c1", "due_recorded": "2026-01-09", "finished": "2026-01-12", "responsible": "o1"}]
    >>> table = namro.Office.load("vn.calendar").replay(cases=cases, as_of="2026-02-01").table("cases")
    >>> len(table), table["standing"], table["finished"][0].isoformat()
    (1, ['late'], '2026-01-12T00:00:00+07:00')
    """

    __slots__ = ("_native",)

    _native: _namro.Table

    def __init__(self, native: _namro.Table) -> None:
        self._native = native

    def __len__(self) -> int:
        """How many rows it has."""
        return len(self._native)

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order."""
        return self._native.names()

    def _column(self, name: str, start: int, stop: int) -> list[Any]:
        values = self._native.values(name, start, stop)
        if values is None:
            raise KeyError(f"{name!r} is none of: {', '.join(self.columns)}")
        if name in self._native.instants():
            return [None if text is None else datetime.fromisoformat(text) for text in values]
        return values

    @overload
    def __getitem__(self, key: str) -> list[Any]: ...
    @overload
    def __getitem__(self, key: int) -> dict[str, Any]: ...
    def __getitem__(self, key: str | int) -> Any:
        """Return the values of a column by its name, or a row by its number."""
        if isinstance(key, str):
            return self._column(key, 0, len(self))
        row = key + len(self) if key < 0 else key
        if not 0 <= row < len(self):
            raise IndexError(f"the table has {len(self)} rows")
        return {name: self._column(name, row, row + 1)[0] for name in self.columns}

    def rows(self, start: int = 0, stop: int | None = None) -> Iterator[tuple[Any, ...]]:
        """Iterate over the rows, as tuples in the order of the columns."""
        stop = len(self) if stop is None else min(stop, len(self))
        for first in range(start, stop, 1024):
            last = min(first + 1024, stop)
            yield from zip(*(self._column(name, first, last) for name in self.columns))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Iterate over the rows, as dictionaries."""
        names = self.columns
        return (dict(zip(names, row)) for row in self.rows())

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return all rows as dictionaries."""
        return list(self)

    def to_arrow(self) -> Any:
        """Return a ``pyarrow.Table``; needs pyarrow."""
        return import_module("pyarrow").table(self)

    def to_polars(self) -> Any:
        """Return a ``polars.DataFrame``; needs polars."""
        return import_module("polars").DataFrame(self)

    def to_pandas(self) -> Any:
        """Return a ``pandas.DataFrame``; needs pandas, and takes pyarrow where it is installed."""
        pandas = import_module("pandas")
        try:
            return self.to_arrow().to_pandas()
        except ImportError:
            return pandas.DataFrame({name: self[name] for name in self.columns})

    def write_csv(self, file: str | os.PathLike[str] | IO[str], *, excel: bool = True) -> None:
        """Write it as CSV (RFC 4180) in UTF-8.

        Parameters
        ----------
        file : path or text file
            Where to; a file of that name is replaced once the new one is complete.
        excel : bool, default True
            As Excel reads it: with a byte-order mark, instants as local time without offset, and an apostrophe before
            texts that would be formulas.
        """
        if not isinstance(file, (str, os.PathLike)):
            self._write_rows(file, excel)
            return
        beside = f"{os.fspath(file)}.{os.getpid()}.partial"
        try:
            with open(beside, "w", encoding="utf-8-sig" if excel else "utf-8", newline="") as out:
                self._write_rows(out, excel)
            os.replace(beside, file)
        finally:
            if os.path.exists(beside):
                os.remove(beside)

    def _write_rows(self, out: IO[str], excel: bool) -> None:
        writer = csv.writer(out)
        writer.writerow(self.columns)
        for row in self.rows():
            writer.writerow([_local(value) if excel else _plain(value) for value in row])

    def write_xlsx(self, file: str | os.PathLike[str] | IO[bytes], *, sheet: str = "Dữ liệu") -> None:
        """Write it as a workbook, instants as local times; needs XlsxWriter (``pip install namro[xlsx]``)."""
        with import_module("xlsxwriter").Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
            page = book.add_worksheet(sheet)
            heading, moment = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
            page.write_row(0, 0, self.columns, heading)
            for number, row in enumerate(self.rows(), 1):
                for column, value in enumerate(row):
                    if isinstance(value, datetime):
                        page.write_datetime(number, column, value.replace(tzinfo=None), moment)
                    elif value is not None:
                        page.write(number, column, value)
            page.freeze_panes(1, 0)
            page.autofilter(0, 0, len(self), max(len(self.columns) - 1, 0))
            page.autofit()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the table, for everything that speaks Arrow."""
        return self._native.__arrow_c_stream__(requested_schema)

    def _shown(self) -> tuple[list[str], list[list[str]], str]:
        """What one screen shows: the columns that have values, the first rows, and what is not shown."""
        rows = list(self.rows(0, _SHOWN))
        names = self.columns
        filled = [index for index in range(len(names)) if any(row[index] is not None for row in rows)] or range(len(names))
        cells = [[_short(row[index]) for index in filled] for row in rows]
        more, empty = len(self) - len(rows), len(names) - len(list(filled))
        left = [f"{more} more rows"] if more else []
        left += [f"{empty} columns without values here"] if empty else []
        return [names[index] for index in filled], cells, ", ".join(left)

    def __repr__(self) -> str:
        names, rows, left = self._shown()
        lines = [names, *rows]
        widths = [max(len(line[index]) for line in lines) for index in range(len(names))]
        text = "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)
        return f"<namro.Table of {len(self)} rows, {len(self.columns)} columns>\n{text}" + (f"\n… {left}" if left else "")

    def _repr_html_(self) -> str:
        names, rows, left = self._shown()

        def line(tag: str, cells: list[str]) -> str:
            return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"

        body = "".join(line("td", row) for row in rows)
        note = f"<p>{html.escape(left)}</p>" if left else ""
        return f"<table><thead>{line('th', names)}</thead><tbody>{body}</tbody></table>{note}"


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value).lower() if isinstance(value, bool) else value


def _local(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(sep=" ")
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t")):
        return f"'{value}"
    return _plain(value)


def _short(value: Any) -> str:
    text = "" if value is None else str(_plain(value)).replace("\n", " ")
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
