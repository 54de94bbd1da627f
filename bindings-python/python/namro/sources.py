"""Rulebooks as names and texts. Files are read here: the core reads none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from namro._namro import to_text

#: A file, a text, a rulebook as a dictionary, or the identifier of a shipped one.
Rulebook: TypeAlias = str | os.PathLike[str] | Mapping[str, Any]

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
