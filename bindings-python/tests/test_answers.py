"""Answers: objects whose fields are attributes, over a text that is the same in every language."""

import copy
import json
import pickle
from pathlib import Path
from typing import Any

import namro
import pytest
from namro.shapes import Case, DueAnswer, Reminder, Text

VECTORS = Path(__file__).parents[2] / "tests/vectors"
AT = "2026-01-08T09:00:00+07:00"


@pytest.fixture(scope="module")
def office() -> namro.Office:
    staff = json.loads((VECTORS / "case/apply.json").read_text(encoding="utf-8"))["staff"]
    return namro.Office.load(VECTORS / "rulebooks/office.yaml").with_staff(staff)


@pytest.fixture(scope="module")
def due(office: namro.Office) -> DueAnswer:
    return office.due(limit="2 ngày làm việc", accepted_at=AT)


def event(act: str, **more: Any) -> Any:
    at = f"2026-11-02T08:{'05' if act == 'receive' else '30'}:00+07:00"
    actor = {"kind": "person", "id": "mc1"}
    return {"event_id": act, "case_id": "c1", "at": at, "act": act, "unit": "dkkd", "actor": actor, **more}


RECEIVED = event("receive", data={"procedure": "2.001199"})


def test_fields_are_attributes(office: namro.Office, due: DueAnswer) -> None:
    assert (due.due, due.last_day, due.text.vi) == ("2026-01-10T17:30:00+07:00", "2026-01-10", "17:30 thứ Bảy, ngày 10/01/2026")
    assert due.outcome is None and due.stopped is None
    assert office.agenda(now=AT).items == []
    assert [step.code for step in due.because][:1] == ["start"]
    assert due.because[-1].text.en and due.because[:2] == due.because[0:2] != due.because
    assert isinstance(due.because, namro.AnswerList) and due.because[0] in due.because


def test_a_field_that_does_not_exist_is_named(due: DueAnswer) -> None:
    with pytest.raises(AttributeError, match=r"DueAnswer has no field 'lastday'; did you mean 'last_day'\? Its fields: because, "):
        due.lastday  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match=r"Text has no field 'xyz'\. Its fields: en, vi$"):
        due.text.xyz  # type: ignore[attr-defined]
    assert not hasattr(due, "_repr_latex_")
    assert dir(due.text) == ["en", "to_dict", "to_json", "vi"]


def test_an_answer_is_no_dictionary_and_cannot_be_changed(due: DueAnswer) -> None:
    assert not isinstance(due, dict)
    with pytest.raises(TypeError):
        due["due"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        due.due = "x"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        due.because.x = 1  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        del due.due
    with pytest.raises(TypeError, match="from_text"):
        DueAnswer()
    value = due.to_dict()
    value["text"]["vi"] = "x"
    assert due.text.vi != "x" and due.to_dict() != value


def test_the_text_is_canonical(office: namro.Office, due: DueAnswer) -> None:
    text = office.call_text("due", json.dumps({"limit": "2 ngày làm việc", "accepted_at": AT}))
    assert due.to_json() == text and json.loads(text) == due.to_dict()
    assert due.text.to_json() in text and due.because.to_json() in text
    assert due.because.to_list() == due.to_dict()["because"]
    # As a database may give it back: keys in another order, blanks between.
    stored = json.dumps(dict(reversed(due.to_dict().items())), indent=1)
    again = DueAnswer.from_text(stored)
    assert again == due and hash(again) == hash(due) and again.to_json() == text
    with pytest.raises(namro.NamroError):
        DueAnswer.from_text("{")


def test_values_of_their_own(due: DueAnswer) -> None:
    for part in (due, due.text, due.because, due.because[0]):
        for same in (pickle.loads(pickle.dumps(part)), copy.copy(part), copy.deepcopy(part)):
            assert same == part and hash(same) == hash(part) and type(same) is type(part)
            assert same.to_json() == part.to_json()
    assert pickle.loads(pickle.dumps(due.because))[0].text == due.because[0].text
    assert len({due, DueAnswer.from_text(due.to_json()), due.text}) == 2
    assert due.text != due.text.to_dict() and due.because != due and due != 1


def test_an_answer_can_be_asked_with(office: namro.Office) -> None:
    first = office.apply(event=RECEIVED)
    assert first.refusal is None and first.case is not None
    second = office.apply(case=first.case, event=event("accept"))
    assert second.case is not None and second.case.state == "processing"
    assert office.apply(case=first.case.to_dict(), event=event("accept")) == second
    assert office.agenda(cases=[second.case], now=AT).items[0].case_id == "c1"
    assert office.call("agenda", {"cases": [second.case], "now": AT}) == office.agenda(cases=[second.case], now=AT)
    # As it comes back from a store.
    assert office.apply(case=Case.from_text(first.case.to_json()), event=event("accept")) == second
    assert office.fold(events=[RECEIVED]).case == first.case


def test_keys_that_are_data_stay_keys(office: namro.Office) -> None:
    xml = office.write_bpmn(workflow="thanh-lap").xml
    workflows = office.read_bpmn(xml=xml).workflows
    assert isinstance(workflows, namro.AnswerMap) and len(workflows) == 1
    drawn = next(iter(workflows.values()))
    assert "steps" in drawn and drawn.get("nothing") is None and dict(workflows) == workflows == workflows.to_dict()
    assert office.soundness(drawing=drawn).soundness.verdict == "sound"
    with pytest.raises(TypeError):
        workflows["x"] = {}  # type: ignore[index]


def test_lists_of_answers(office: namro.Office) -> None:
    due: Any = {"limit": "2 ngày làm việc", "accepted_at": AT}
    items: Any = [{"case_id": "H-1", "holder": "o17", "due": due}]
    found = office.reminders(items=items, plan={"before": ["1 ngày"]}, since=AT, until="2026-02-01T00:00:00+07:00")
    assert isinstance(found, namro.AnswerList) and found.to_json().startswith("[")
    assert all(isinstance(reminder, Reminder) for reminder in found)
    assert found == list(found) and found != []


def test_no_more_is_shown_than_a_screen_holds(office: namro.Office, due: DueAnswer) -> None:
    assert repr(Text.from_text('{"en":"a","vi":"b"}')) == "Text(en='a', vi='b')"
    cases = [{"case_id": f"c{number}", "finished": "2026-01-08"} for number in range(500)]
    replay = office.call("replay", {"cases": cases, "as_of": AT})
    for shown in (due, due.because, replay, replay.cases, office.describe()):
        lines = repr(shown).splitlines()
        assert len(lines) <= 24 and max(map(len, lines)) <= 100, repr(shown)
    assert "… 480 more" in repr(replay.cases) and "due='2026-01-10T17:30:00+07:00'" in repr(due)
    assert office.describe().title.vi in office.describe()._repr_html_()
    assert "&lt;" in Text.from_text('{"en":"<","vi":"<"}')._repr_html_()
