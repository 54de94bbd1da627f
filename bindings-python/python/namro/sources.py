"""What is read: rulebooks as names and texts, logs as files, bytes and tables. Small files are read here: the core opens none."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeAlias, Union, runtime_checkable

from namro._namro import to_text

#: A file, a text, a rulebook as a dictionary, or the identifier of a shipped one.
Rulebook: TypeAlias = str | os.PathLike[str] | Mapping[str, Any]


class Frame(Protocol):
    """A table of any library that speaks Arrow."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...


@runtime_checkable
class BinaryFile(Protocol):
    """A file that was opened in binary mode."""

    def read(self) -> bytes: ...


#: A path, the content of a file, a file opened in binary mode, a frame, or a list of dictionaries.
OneSource: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryFile | Frame | Sequence[Mapping[str, Any]]
#: One source, a list of them that are read together, or some under the names ``cases``, ``steps``, ``supplements``.
Source: TypeAlias = Union[OneSource, Sequence[OneSource], Mapping[str, "Source"]]

#: A name, a path, a text, a dictionary, or what `inspect` found.
MappingLike: TypeAlias = Any

#: The names under which tables are given together.
TABLES = ("cases", "events", "steps", "supplements")

_ENDINGS = {".yaml", ".yml", ".json"}


def texts(rulebooks: tuple[Rulebook, ...]) -> list[tuple[str, str]]:
    """Names and texts; the first is the root."""
    return [_text(rulebook, index) for index, rulebook in enumerate(rulebooks)]


def _text(rulebook: Rulebook, index: int) -> tuple[str, str]:
    name = "rulebook" if index == 0 else f"rulebook {index + 1}"
    if isinstance(rulebook, Mapping):
        return name, to_text(rulebook)
    if isinstance(rulebook, str):
        if "\n" in rulebook or rulebook.lstrip().startswith("{"):
            return name, rulebook
        if Path(rulebook).suffix not in _ENDINGS:
            # A shipped rulebook: a root that does nothing but include it.
            return name, to_text({"namro": 1, "id": f"{rulebook}.root", "title": rulebook, "include": [rulebook]})
    return str(rulebook), Path(rulebook).read_text(encoding="utf-8")


def inputs(source: Any, name: str = "table") -> list[tuple[str, str, Any]]:
    """The sources one by one: what each is (``path``, ``bytes``, ``table``), its name, the object."""
    if source is None:
        return []
    if isinstance(source, Mapping):
        return _named(source)
    if isinstance(source, (bytes, bytearray, memoryview)):
        return [("bytes", name, bytes(source))]
    if isinstance(source, (str, os.PathLike)):
        return [_path(source)]
    if hasattr(source, "__arrow_c_stream__"):
        return [("table", name, source)]
    if hasattr(source, "read"):
        return [_file(source, name)]
    if hasattr(source, "collect"):
        raise TypeError(f"{type(source).__name__} is not computed yet: call .collect() first")
    if isinstance(source, Sequence):
        if all(isinstance(item, Mapping) for item in source):
            return [("table", name, source)]
        if any(isinstance(item, Mapping) for item in source):
            raise TypeError("a list holds either dictionaries, one for each row, or files and tables; this one holds both")
        many = len(source) > 1
        return [part for number, item in enumerate(source) for part in inputs(item, f"{name} {number + 1}" if many else name)]
    raise TypeError(
        f"{type(source).__name__} cannot be read: give a path, bytes, a file opened in binary mode, a frame (pandas, "
        f"polars, pyarrow, DuckDB), a list of dictionaries, or several of them in a list or under {', '.join(TABLES)}"
    )


def _named(sources: Mapping[str, Any]) -> list[tuple[str, str, Any]]:
    for key, source in sources.items():
        if key not in TABLES:
            if isinstance(source, Sequence) and not isinstance(source, (str, bytes)):
                raise TypeError("a dictionary of columns is no table: make a frame of it, or a list of dictionaries, one for each row")
            raise TypeError(f"{key!r} is none of {', '.join(TABLES)}; a single row is given as a list of one dictionary")
    return [part for key, source in sources.items() for part in inputs(source, key)]


def _path(source: str | os.PathLike[str]) -> tuple[str, str, Any]:
    path = os.fspath(source)
    if "\n" in path:
        raise TypeError("this is the content of a file, not its path: give it as bytes, with .encode()")
    # What the system says of a path that cannot be opened: that it does not exist, that it is a folder.
    with open(path, "rb"):
        return "path", path, None


def _file(source: Any, name: str) -> tuple[str, str, Any]:
    content = source.read()
    if not isinstance(content, bytes):
        raise TypeError(f'{type(source).__name__} gives text: open the file in binary mode, open(path, "rb")')
    own = getattr(source, "name", name)
    return "bytes", own if isinstance(own, str) else name, content


def mapping(given: Any) -> tuple[str | None, str | None] | None:
    """A name and the text of the file of that name; or no name and a text."""
    if given is None:
        return None
    if isinstance(given, str) and ("\n" in given or given.lstrip().startswith("{")):
        return None, given
    if isinstance(given, (str, os.PathLike)):
        name = os.fspath(given)
        if not isinstance(given, str) or os.path.isfile(name):
            return name, Path(name).read_text(encoding="utf-8-sig")
        return name, None
    if hasattr(given, "tables") and hasattr(given, "mapping"):
        given = given.mapping
    return None, to_text(given)


def staff_text(staff: Any) -> str | None:
    """The text of a staff table that is JSON or YAML, or that nests; ``None`` for any other table."""
    if isinstance(staff, Mapping):
        return to_text(staff)
    if isinstance(staff, str) and not _is_path(staff):
        return _people(staff)
    if isinstance(staff, (str, os.PathLike)) and Path(staff).suffix.lower() in _ENDINGS:
        return _people(Path(staff).read_text(encoding="utf-8-sig"))
    if isinstance(staff, (bytes, bytearray)) and bytes(staff[:1]) in (b"{", b"["):
        return _people(bytes(staff).decode())
    rows = isinstance(staff, Sequence) and not isinstance(staff, (str, bytes, bytearray))
    if rows and any(isinstance(value, (list, tuple, Mapping)) for row in staff if isinstance(row, Mapping) for value in row.values()):
        # Absences and lists of aliases have no cells.
        return to_text({"people": list(staff)})
    return None


def _is_path(text: str) -> bool:
    return "\n" not in text and not text.lstrip().startswith(("{", "[")) and (bool(Path(text).suffix) or os.path.exists(text))


def _people(text: str) -> str:
    """A list is one of people."""
    return f'{{"people":{text}}}' if text.lstrip().startswith("[") else text
