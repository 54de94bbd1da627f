"""Long logs: read once, replayed part by part, counted in shards; beside pandas, which counts by itself."""

import datetime
import random
from typing import Any

import namro
import pytest
from namro.shapes import Replay

pyarrow = pytest.importorskip("pyarrow")
pandas = pytest.importorskip("pandas")

AS_OF = "2026-03-31T00:00:00+07:00"
POLICY = {
    "title": "P",
    "item": "case",
    "components": {
        "quantity": {"title": "Q", "weight": 40, "measure": "completed"},
        "progress": {"title": "K", "weight": 60, "measure": "kept", "cuts": [{"finding": ["late", "overdue_open"], "each": "25%"}]},
    },
}
RULEBOOK: Any = {"namro": 1, "id": "a", "title": "A", "include": ["vn.calendar"], "policies": {"p": POLICY}}


@pytest.fixture(scope="module")
def office() -> namro.Office:
    return namro.Office.from_dict(RULEBOOK)


@pytest.fixture(scope="module")
def frames() -> tuple[Any, Any]:
    """Seventy cases, their events as they came."""
    draw = random.Random(7)
    begin = pandas.Timestamp("2026-01-05 08:00", tz="+07:00")
    cases, events = [], []
    for number in range(70):
        case, unit = f"c{number}", f"u{number % 3}"
        at = begin + pandas.Timedelta(hours=draw.randrange(1500))
        due = at + pandas.Timedelta(hours=draw.randrange(24, 200))
        for step in ("in", "look", "sign")[: draw.randrange(1, 4)]:
            officer = f"o{draw.randrange(6)}"
            for act in ("start", "complete"):
                at += pandas.Timedelta(minutes=draw.randrange(1, 3000))
                events.append({"case_id": case, "at": at, "act": act, "step": step, "actor": officer, "unit": unit})
        finished = at if draw.random() < 0.8 else None
        cases.append({"case_id": case, "unit": unit, "due_recorded": due if draw.random() < 0.9 else None, "finished": finished, "responsible": f"o{number % 4}"})
    draw.shuffle(events)
    return pandas.DataFrame(cases), pandas.DataFrame(events)


def test_a_log_answers_like_its_rows(office: namro.Office, frames: tuple[Any, Any]) -> None:
    cases, events = frames
    log = office.log(cases=cases, events=events)
    assert (len(log), repr(log)) == (len(events), f"<namro.Log of {len(cases)} cases, {len(events)} events>")
    scores = log.score(as_of=AS_OF, period="2026-01")
    assert scores.cards and scores == office.score(cases=cases, events=events, as_of=AS_OF, period="2026-01")
    assert (scores.policy.id, scores.period) == ("p", "2026-01")


def test_parts_of_a_replay_are_those_of_the_whole(office: namro.Office, frames: tuple[Any, Any]) -> None:
    cases, events = frames
    replay = office.replay(cases=cases, events=events, as_of=AS_OF)
    assert repr(replay) == f"<namro.Replay as of {AS_OF}>"
    whole = Replay.from_text(office.replay(cases=cases, events=events, as_of=AS_OF).to_json())
    for part in ("as_of", "grade", "counts", "shares", "not_assessed", "cases", "items", "findings"):
        assert getattr(replay, part) == getattr(whole, part), part
    assert pyarrow.table(replay.facts).to_pylist() == whole.to_dict()["facts"] != []
    assert replay.facts is replay.facts and replay.items is not None
    assert replay.to_json() == whole.to_json() and replay.to_dict() == whole.to_dict()
    # Of the whole, parts are no more than looked up.
    assert replay.findings == whole.findings
    with pytest.raises(namro.NamroError) as caught:
        office.log(cases=cases).replay(as_of="31/03/2026")
    assert caught.value.path == "/as_of"


def test_a_day_means_its_end(office: namro.Office, frames: tuple[Any, Any]) -> None:
    cases, events = frames
    log = office.log(cases=cases, events=events)
    of_the_day, of_the_instant = log.replay(as_of="2026-03-30"), log.replay(as_of=AS_OF)
    assert of_the_day.as_of == of_the_instant.as_of == AS_OF
    assert of_the_day.to_json() == of_the_instant.to_json()
    assert log.replay(as_of=datetime.date(2026, 3, 30)).as_of == AS_OF
    assert log.score(as_of="2026-03-30", period="2026-01") == log.score(as_of=AS_OF, period="2026-01")


@pytest.mark.parametrize("form", ["text", "words", "pieces"])
def test_the_form_of_columns_does_not_matter(office: namro.Office, frames: tuple[Any, Any], form: str) -> None:
    cases, events = (pyarrow.Table.from_pandas(frame, preserve_index=False) for frame in frames)
    expected = pyarrow.table(office.log(cases=cases, events=events).replay(as_of=AS_OF).facts)
    if form == "words":
        texts = [field.name for field in events.schema if "string" in str(field.type)]
        assert len(texts) == 5
        for name in texts:
            events = events.set_column(events.column_names.index(name), name, events[name].combine_chunks().dictionary_encode())
    if form == "pieces":
        # Longer than what is read at a time, most of it the same rows again: exact repeats are dropped.
        events = pyarrow.concat_tables([events] * (40_000 // len(events) + 1)).combine_chunks()
    assert pyarrow.table(office.log(cases=cases, events=events).replay(as_of=AS_OF).facts) == expected


def test_beside_pandas(office: namro.Office, frames: tuple[Any, Any]) -> None:
    cases, events = frames
    facts = pyarrow.table(office.log(cases=cases, events=events).replay(as_of=AS_OF).facts).to_pandas()
    steps, whole = facts[facts.step.notna()], facts[facts.step.isna()]
    done = events[events.act == "complete"].groupby(["case_id", "actor", "step"]).size()
    assert steps["count"][steps.kind == "completed"].sum() == len(done)
    by_officer = done.reset_index().actor.value_counts()
    found = steps[steps.kind == "completed"].astype({"officer": str}).groupby("officer")["count"].sum()
    assert found.to_dict() == by_officer.to_dict()
    until = cases.finished.fillna(pandas.Timestamp(AS_OF))
    late = cases[cases.due_recorded.notna() & (until > cases.due_recorded)]
    found = whole[whole.kind == "late"].astype({"officer": str}).groupby("officer")["count"].sum()
    assert found.to_dict() == late.responsible.value_counts().to_dict()


@pytest.mark.parametrize("shards", [2, 5])
def test_shards_come_to_the_whole(office: namro.Office, frames: tuple[Any, Any], shards: int) -> None:
    cases, events = frames
    whole = office.log(cases=cases, events=events)

    def part(frame: Any, shard: int) -> Any:
        return frame[frame.case_id.str[1:].astype(int) % shards == shard].reset_index(drop=True)

    logs = [office.log(cases=part(cases, shard), events=part(events, shard)) for shard in range(shards)]
    profile = namro.merge(*(log.replay(as_of=AS_OF).profile for log in logs))
    assert profile == whole.replay(as_of=AS_OF).profile
    tallies = [log.replay(as_of=AS_OF, profile=profile).facts for log in logs]
    expected = pyarrow.table(whole.replay(as_of=AS_OF).facts).to_pylist()
    assert pyarrow.table(namro.merge(*tallies)).to_pylist() == expected
    assert pyarrow.table(namro.merge(namro.merge(*tallies[::-1][:1]), *tallies[:-1])).to_pylist() == expected
    # The same by sums alone, as any engine does them.
    keys = ["kind", "officer", "unit", "step", "period"]
    both = pandas.concat([pyarrow.table(tally).to_pandas() for tally in tallies]).astype(dict.fromkeys(keys, object))
    sums = both.groupby(keys, dropna=False)[["count", "working_seconds"]].sum()
    assert sorted(sums["count"]) == sorted(row["count"] for row in expected)


def test_what_is_no_table_of_facts(office: namro.Office) -> None:
    with pytest.raises(namro.NamroError) as caught:
        namro.merge(pyarrow.table({"kind": ["late"]}))
    assert caught.value.code == "missing_field"
    with pytest.raises(TypeError, match="required positional argument"):
        namro.merge()  # type: ignore[call-overload]
