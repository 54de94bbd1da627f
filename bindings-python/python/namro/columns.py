"""Columns in, columns of the same kind out."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal, TypeAlias

from namro._namro import Handle

#: By which clock times without a zone were written.
Naive: TypeAlias = Literal["local", "utc"]


def is_column(value: Any) -> bool:
    """Whether a value is a whole column rather than one instant."""
    return any(hasattr(value, name) for name in ("__array_interface__", "__arrow_c_array__", "__arrow_c_stream__"))


def answer(
    handle: Handle, columns: dict[str, Any], *, naive: Naive | None, out: Any = None, **question: str | None
) -> Any:
    """Ask for a column and give the answer in the form in which the first column came, or in the array ``out``."""
    local = None if naive is None else naive == "local"
    first = next(iter(columns.values()))
    library = _library(first)
    if library == "numpy":
        return _numpy(handle, list(columns.values()), local, question, out)
    if out is not None:
        raise TypeError("out is for arrays of NumPy")
    if library == "pandas":
        return _pandas(handle, columns, local=local, **question)
    if library == "polars":
        polars: Any = import_module("polars")
        frame = polars.DataFrame([polars.Series(name, column) for name, column in columns.items()])
        return polars.DataFrame(handle.frame_column(frame, local=local, **question)).to_series().alias(first.name)
    pyarrow: Any = import_module("pyarrow")
    table = pyarrow.table({name: column if isinstance(column, pyarrow.ChunkedArray) else pyarrow.array(column) for name, column in columns.items()})
    found = pyarrow.table(handle.frame_column(table, local=local, **question)).column(0)
    return found if isinstance(first, pyarrow.ChunkedArray) else found.combine_chunks()


def _library(column: Any) -> str:
    return type(column).__module__.partition(".")[0]


def _numpy(
    handle: Handle, columns: list[Any], local: bool | None, question: dict[str, str | None], out: Any = None
) -> Any:
    """Arrays go in as they lie; the answer goes into ``out``, or into an array that NumPy makes, in the large pages that it asks for."""
    numpy: Any = import_module("numpy")
    arrays = [numpy.ascontiguousarray(column) for column in columns]
    kind = "timedelta64[s]" if question.get("limit") is None else "datetime64[us]"
    if arrays[0].dtype == "datetime64[D]":
        kind = "datetime64[D]"
    if out is None:
        out = numpy.empty(len(arrays[0]), kind)
    elif not isinstance(out, numpy.ndarray) or out.dtype != kind:
        raise TypeError(f"out is an array of {kind}, not of {getattr(out, 'dtype', type(out).__name__)}")
    else:
        # As NumPy does: what the answer would overwrite while it is read is copied first.
        arrays = [column.copy() if numpy.may_share_memory(column, out) else column for column in arrays]
    handle.array_column(arrays, out, local=local, **question)
    return out


def _pandas(handle: Handle, columns: dict[str, Any], *, local: bool | None, **question: str | None) -> Any:
    """Series go by their arrays; the index, the name and the zone stay."""
    pandas: Any = import_module("pandas")
    first = next(iter(columns.values()))
    zone = getattr(first.dtype, "tz", None)
    arrays = []
    for series in columns.values():
        series = pandas.Series(series)
        if getattr(series.dtype, "tz", None) is not None:
            series = series.dt.tz_convert("UTC").dt.tz_localize(None)
        elif zone is not None and local is None:
            raise TypeError("one column has a zone and another has none")
        arrays.append(series.to_numpy())
    # With a zone the numbers are UTC.
    found = _numpy(handle, arrays, False if zone is not None else local, question)
    answered = pandas.Series(found, index=first.index, name=first.name)
    return answered.dt.tz_localize("UTC").dt.tz_convert(zone) if zone is not None and found.dtype.kind == "M" else answered
