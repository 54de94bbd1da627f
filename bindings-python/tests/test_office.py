"""The office as an object of Python."""

import concurrent.futures
import copy
import datetime
import inspect
import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import namro
import pytest

RULEBOOK = {"namro": 1, "id": "vector.small", "title": {"vi": "Phòng thử", "en": "Small office"}}


@pytest.fixture
def office() -> namro.Office:
    return namro.Office.from_dict(RULEBOOK)


def test_every_way_to_load(office: namro.Office, tmp_path: Path) -> None:
    text = json.dumps(RULEBOOK, ensure_ascii=False)
    file = tmp_path / "phòng.json"
    file.write_text(text, encoding="utf-8")
    yaml = 'namro: 1\nid: vector.small\ntitle: {vi: Phòng thử, en: Small office}\n'
    loaded = [namro.Office.load(way) for way in (text, file, str(file), yaml)]
    assert set(loaded) == {office} and {each.hash for each in loaded} == {office.describe().hash}


def test_what_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        namro.Office.load(tmp_path / "none.yaml")
    with pytest.raises(OSError):
        namro.Office.load(tmp_path)
    with pytest.raises(namro.NamroError) as caught:
        namro.Office.load("no.such.rulebook")
    assert caught.value.code == "include_missing"


def test_every_fault_at_once() -> None:
    with pytest.raises(namro.NamroError) as caught:
        namro.Office.load('{"namro": 1, "id": "a",\n "title": 7, "titel": 8}')
    error = caught.value
    assert {fault.code for fault in error.errors} == {"unquoted_text", "unknown_field"}
    assert all(fault.at.line == 2 for fault in error.errors)
    assert isinstance(error, ValueError)
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.path, str(again)) == (error.code, error.path, str(error))
    assert (again.errors, again.text) == (error.errors, error.text)


def test_value_of_its_own(office: namro.Office) -> None:
    for same in (pickle.loads(pickle.dumps(office)), copy.copy(office), copy.deepcopy(office)):
        assert same == office
        assert hash(same) == hash(office)
        assert same.describe() == office.describe()
    assert office != namro.Office.from_dict({**RULEBOOK, "id": "other"})
    assert office != office.with_staff([])
    assert office == namro.Office.from_dict(dict(reversed(RULEBOOK.items())))
    assert repr(office) == "<namro.Office vector.small>"
    with pytest.raises(AttributeError):
        office.id = "x"
    with pytest.raises(TypeError):
        namro.Office()


def test_many_threads(office: namro.Office) -> None:
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        texts = set(pool.map(lambda _: office.call_text("describe", "{}"), range(200)))
    assert len(texts) == 1


def test_stateless_call() -> None:
    request = {"op": "describe", "rulebooks": {"a": json.dumps(RULEBOOK)}, "input": {}}
    answer = json.loads(namro._namro.call(json.dumps(request).encode()))
    assert answer["answer"]["id"] == "vector.small"


def test_a_method_for_each_operation() -> None:
    assert [name for name in namro.OPERATIONS if not callable(getattr(namro.Office, name, None))] == []


def test_a_method_says_what_it_takes() -> None:
    due = inspect.signature(namro.Office.due).parameters
    assert all(due[name].kind is inspect.Parameter.KEYWORD_ONLY for name in ("procedure", "limit", "accepted_at"))
    assert due["procedure"].default is None
    with pytest.raises(TypeError, match="unexpected keyword"):
        namro.Office.load("vn.calendar").due(accepted="2026-01-08T09:00:00+07:00")  # type: ignore[call-arg]


def test_the_command_line(tmp_path: Path) -> None:
    version = subprocess.run([sys.executable, "-m", "namro", "--version"], capture_output=True, text=True)
    assert (version.returncode, version.stdout.strip()) == (0, f"namro {namro.__version__}")
    unknown = subprocess.run([sys.executable, "-m", "namro", "no-such-command"], capture_output=True, text=True)
    assert unknown.returncode != 0


def test_edxml_there_and_back(office: namro.Office) -> None:
    message: dict[str, Any] = {
        "sender": {"id": "000.00.00.H26", "name": "UBND thành phố"},
        "receivers": [{"id": "000.00.19.H26", "name": "Sở Tài chính"}],
        "code": {"number": "05", "notation": "TB-UBND"},
        "promulgation": {"issued": "2026-04-24"},
        "subject": "Lịch tiếp công dân",
        "business": {"kind": "new"},
    }
    xml = office.write_edxml(message=message).xml
    reading = office.read_edxml(xml=xml)
    assert reading.deviations == []
    assert reading.message is not None and reading.message.code is not None
    assert reading.message.code.to_dict() == message["code"]
    # What was answered can be asked with.
    assert office.write_edxml(message=reading.message).xml == xml
    with pytest.raises(namro.NamroError) as caught:
        office.write_edxml(message=message, secrecy="secret")
    assert caught.value.code == "secret_not_sent"


def test_a_calendar_alone() -> None:
    calendar = namro.Calendar.from_dict({"zone": "+07:00", "weeks": [{"days": {"sat": ["08:00-12:00"]}}]})
    assert calendar.day(datetime.date(2026, 1, 10)).working
    again = pickle.loads(pickle.dumps(calendar))
    assert again == calendar != namro.Calendar.vietnam() and hash(again) == hash(calendar)
    assert repr(again) == repr(calendar)
    latest = namro.Calendar.vietnam().latest_start("2026-03-09T17:30:00+07:00", "8 giờ làm việc")
    assert latest.at == "2026-03-09T08:00:00+07:00"
    with pytest.raises(namro.NamroError) as caught:
        namro.Calendar.from_dict({"weeks": [{"days": {"sat": ["12:00-08:00"]}}]})
    assert (caught.value.code, caught.value.path) == ("bad_shift", "/weeks/0/days/sat/0")
    with pytest.raises(namro.NamroError) as caught:
        namro.Calendar.from_dict({"base": "vn.calendr"})
    assert caught.value.path == "/base"


def test_what_is_typed_is_a_text() -> None:
    form = {"type": "object", "properties": {"von": {"type": "integer"}}}
    office = namro.Office.from_dict({"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": {"title": "P", "form": form}}})
    at = "2026-01-08T09:00:00+07:00"
    checker = office.checker(dossier={"procedure": "1.000001", "form": {}}, at=at)
    empty = checker.verdict
    assert empty.ready and checker.set("/von", 1).ready and not checker.type("/von", "1").ready
    assert checker.verdict == office.check(dossier={"procedure": "1.000001", "form": {"von": "1"}}, at=at)
    assert checker.set("/von", None) == empty == checker.verdict
    with pytest.raises(TypeError):
        checker.type("/von", 1)  # type: ignore[arg-type]
    with pytest.raises(namro.NamroError, match="bad_pointer"):
        checker.set("a/b", 1)


def test_a_slice_is_loaded_as_it_was_published() -> None:
    whole = namro.Office.load("vn.procedures.2.001610")
    published = whole.publish(procedure="2.001610")
    part = namro.Slice.load(published, digest=published.digest)
    assert (part.hash, part.semantics) == (published.hash, namro.SEMANTICS)
    request = {"procedure": "2.001610", "accepted_at": "2026-01-08T09:00:00+07:00"}
    assert part.call("due", request) == whole.call("due", request)
    for text, digest, code in [
        (published.compiled.replace("1", "2", 1), None, "damaged_slice"),
        (published.compiled, published.hash, "unexpected_slice"),
        (published.rulebook, None, "bad_slice"),
    ]:
        with pytest.raises(namro.NamroError) as refused:
            namro.Slice.load(text, digest)
        assert refused.value.code == code
    with pytest.raises(namro.NamroError, match="unknown_operation"):
        part.call("agenda", {})
    with pytest.raises(TypeError):
        namro.Slice()
