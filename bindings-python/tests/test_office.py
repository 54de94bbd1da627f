"""The office as an object of Python."""

import concurrent.futures
import copy
import json
import pickle
import subprocess
import sys
from pathlib import Path

import namro
import pytest
from namro.shapes import EdocMessageGiven, OrganGiven

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
    assert {each.describe()["hash"] for each in loaded} == {office.describe()["hash"]}


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
    assert {fault["code"] for fault in error.errors} == {"unquoted_text", "unknown_field"}
    assert all(fault["at"]["line"] == 2 for fault in error.errors)
    assert isinstance(error, ValueError)
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.path, str(again)) == (error.code, error.path, str(error))


def test_value_of_its_own(office: namro.Office) -> None:
    for same in (pickle.loads(pickle.dumps(office)), copy.copy(office), copy.deepcopy(office)):
        assert same == office
        assert hash(same) == hash(office)
        assert same.describe() == office.describe()
    assert office != namro.Office.from_dict({**RULEBOOK, "id": "other"})
    with pytest.raises(AttributeError):
        office.id = "x"
    with pytest.raises(TypeError):
        namro.Office()


def test_answers(office: namro.Office) -> None:
    answer = office.describe()
    assert isinstance(answer, namro.Answer)
    assert json.loads(answer.text) == answer
    assert pickle.loads(pickle.dumps(answer)).text == answer.text
    assert "Phòng thử" in answer._repr_html_()
    assert office.call("describe", "{}") == office.call("describe", {}) == answer


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


def test_the_command_line(tmp_path: Path) -> None:
    version = subprocess.run([sys.executable, "-m", "namro", "--version"], capture_output=True, text=True)
    assert (version.returncode, version.stdout.strip()) == (0, f"namro {namro.__version__}")
    unknown = subprocess.run([sys.executable, "-m", "namro", "no-such-command"], capture_output=True, text=True)
    assert unknown.returncode != 0


def test_edxml_there_and_back(office: namro.Office) -> None:
    organ: OrganGiven = {"id": "000.00.00.H26", "name": "UBND thành phố"}
    message: EdocMessageGiven = {
        "sender": organ,
        "receivers": [{"id": "000.00.19.H26", "name": "Sở Tài chính"}],
        "code": {"number": "05", "notation": "TB-UBND"},
        "promulgation": {"issued": "2026-04-24"},
        "subject": "Lịch tiếp công dân",
        "business": {"kind": "new"},
    }
    xml = office.write_edxml(message=message)["xml"]
    reading = office.read_edxml(xml=xml)
    assert reading["deviations"] == []
    assert reading["message"] is not None
    assert reading["message"]["code"] == message["code"]
    with pytest.raises(namro.NamroError) as caught:
        office.write_edxml(message=message, secrecy="secret")
    assert caught.value.code == "secret_not_sent"
