"""python vectors.py VECTORS: runs the shared vectors against the installed package; needs nothing else.

A case with an ``answer`` is one of the generated ones: what is told has to be that text, to the byte.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import namro

Texts = list[tuple[str, str]]

# Features that this package is built without.
ABSENT: frozenset[str] = frozenset()


def canonical(value: Any) -> str:
    """Compare as texts: in Python 1 == 1.0 == True."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def rulebooks(named: Any, index: Any, folder: Path) -> list[Any]:
    """Files of the folder ``rulebooks``, shipped ones by identifier, or a map in place."""
    if isinstance(named, dict):
        return [named]
    files = {Path(file).stem: folder / "rulebooks" / file for file in index["rulebooks"]}
    shipped = {"namro": 1, "id": "vector", "title": "vector"}
    names = [named] if isinstance(named, str) else named
    return [files.get(name, {**shipped, "include": [name]}) for name in names]


def answer(case: dict[str, Any], office: Any, books: list[Any]) -> Any:
    """What a case is answered."""
    if case["op"] == "load":
        given = case.get("input")
        # A text that is no file: the blank line at its end says so.
        texts = books if given is None else [text + "\n" if isinstance(text, str) else text for text in given.values()]
        namro.Office.load(*texts)
        return {}
    if "text" in case:
        return json.loads(office().call_text(case["op"], case["text"]))
    return json.loads(office().call(case["op"], case["input"]).to_json())


def told(case: dict[str, Any], office: Any) -> str:
    """The answer, or all faults, as the text that they are."""
    try:
        if case["op"] == "load":
            namro.Office.load(*case["input"].values())
            return "{}"
        if "edits" not in case:
            return str(office().call_text(case["op"], case["text"]))
        # The text as it is: the method takes the fields of the request by name.
        checker = namro.Checker(office()._handle.checker(case["text"]))
    except namro.NamroError as error:
        return error.errors.to_json()
    return "\n".join(edited(checker, *edit) for edit in case["edits"])


def edited(checker: namro.Checker, pointer: str, value: Any) -> str:
    """The verdict after an edit; no value clears the place."""
    try:
        return checker.set(pointer, value).to_json()
    except namro.NamroError as error:
        return error.errors.to_json()


def judge(case: dict[str, Any], office: Any, books: list[Any]) -> str | None:
    """Why a case fails: the answer must be equal as a whole, an error in code and pointer."""
    if "answer" in case:
        found = told(case, office)
        return None if found == case["answer"] else f"got {found}\n  not {case['answer']}"
    try:
        found = canonical(answer(case, office, books))
    except namro.NamroError as error:
        expected = case.get("error")
        if expected and (error.code, error.path) == (expected["code"], expected.get("pointer", "")):
            return None
        return f"{error} at {error.path!r}"
    if "error" in case:
        return f"expected {case['error']['code']}, got {found}"
    wanted = canonical(case["expected"])
    return None if found == wanted else f"got {found}\n  not {wanted}"


def main(folder: Path) -> int:
    """Run everything that the index lists."""
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    passed, failures = 0, []
    for name, count in index["files"].items():
        file = json.loads((folder / name).read_text(encoding="utf-8"))
        if len(file["cases"]) != count:
            failures.append(f"{name}: {len(file['cases'])} cases, the index says {count}")
        books = rulebooks(file["rulebook"], index, folder)
        offices: list[Any] = []

        def office() -> Any:
            if not offices:
                loaded = namro.Office.load(*books)
                offices.append(loaded.with_staff(file["staff"]) if "staff" in file else loaded)
            return offices[0]

        for case in file["cases"]:
            why = judge(case, office, books)
            if why is None:
                passed += 1
            else:
                failures.append(f"{name}: {case['name']}: {why}")
    print(*failures, f"{passed} passed, {len(failures)} failed", sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
