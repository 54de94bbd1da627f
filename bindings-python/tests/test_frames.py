"""Logs that come as frames: the same answer as from rows, and nothing lost without a word."""

import datetime
from typing import Any

import namro
import pytest
from namro.shapes import Replay

pyarrow = pytest.importorskip("pyarrow")

HANOI = datetime.timezone(datetime.timedelta(hours=7))
EVENTS: list[dict[str, Any]] = [
    {"event_id": "e1", "case_id": "c1", "at": datetime.datetime(2026, 1, 8, 9, tzinfo=HANOI), "act": "receive", "actor": "o1", "step": None},
    {"event_id": "e2", "case_id": "c1", "at": datetime.datetime(2026, 1, 8, 10, tzinfo=HANOI), "act": "accept", "actor": "o1", "step": None},
    {"event_id": "e3", "case_id": "c1", "at": datetime.datetime(2026, 1, 9, 8, 30, 0, 250_000, HANOI), "act": "complete", "actor": "o2", "step": "ky"},
    {"event_id": "e4", "case_id": "c2", "at": datetime.datetime(1969, 12, 31, 23, 59, 59, 999_000, HANOI), "act": "receive", "actor": None, "step": None},
]
AS_OF = "2026-02-01T00:00:00+07:00"


@pytest.fixture(scope="module")
def office() -> namro.Office:
    # The mapping that is taken without being named has no zone.
    mappings: dict[str, Any] = {"local": {"zone": "+07:00"}, "other": {}}
    rulebook = {"namro": 1, "id": "a", "title": "A", "include": ["vn.calendar"], "mappings": mappings, "mapping": "other"}
    return namro.Office.from_dict(rulebook)


@pytest.fixture(scope="module")
def expected(office: namro.Office) -> str:
    """The answer to the same rows as JSON."""
    answer: Replay = office.call("replay", {"events": rows(), "as_of": AS_OF})
    return answer.to_json()


def rows() -> Any:
    return [{**row, "actor": row["actor"] and {"id": row["actor"]}} for row in EVENTS]


def table(unit: str = "us", text: Any = None, zone: str | None = "UTC") -> Any:
    text = text or pyarrow.string()
    columns = {name: pyarrow.array([row[name] for row in EVENTS], text) for name in EVENTS[0] if name != "at"}
    at = [row["at"] if zone else row["at"].replace(tzinfo=None) for row in EVENTS]
    return pyarrow.table({**columns, "at": pyarrow.array(at, pyarrow.timestamp("us", zone)).cast(pyarrow.timestamp(unit, zone))})


@pytest.mark.parametrize("unit", ["ms", "us", "ns"])
def test_units(office: namro.Office, expected: str, unit: str) -> None:
    assert office.replay(events=table(unit), as_of=AS_OF).to_json() == expected


@pytest.mark.parametrize(
    "text",
    [pyarrow.large_string(), pyarrow.string_view(), pyarrow.dictionary(pyarrow.int8(), pyarrow.string()), pyarrow.dictionary(pyarrow.uint32(), pyarrow.large_string())],
    ids=str,
)
def test_forms_of_text(office: namro.Office, expected: str, text: Any) -> None:
    plain = table()
    columns = {name: plain[name].cast(text) if name != "at" else plain[name] for name in plain.column_names}
    assert office.replay(events=pyarrow.table(columns), as_of=AS_OF).to_json() == expected


def test_batches_readers_and_rows_beside(office: namro.Office, expected: str) -> None:
    plain = table()
    assert office.replay(events=rows(), as_of=AS_OF).to_json() == expected
    assert office.replay(events=plain, cases=[], as_of=AS_OF).to_json() == expected
    assert office.replay(events=pyarrow.concat_tables([plain[:1], plain[1:]]), as_of=AS_OF).to_json() == expected
    assert office.replay(events=plain.to_reader(max_chunksize=1), as_of=AS_OF).to_json() == expected
    assert office.replay(events=plain, cases=pyarrow.table({"case_id": pyarrow.array([], pyarrow.string())}), as_of=AS_OF).to_json() == expected


def test_a_clock_on_the_wall_needs_its_zone(office: namro.Office, expected: str) -> None:
    with pytest.raises(namro.NamroError) as caught:
        office.replay(events=table(zone=None), as_of=AS_OF)
    assert (caught.value.code, caught.value.path) == ("no_zone", "/events/0/at")
    assert office.replay(events=table(zone=None), mapping="local", as_of=AS_OF).to_json() == expected


def test_what_is_refused(office: namro.Office) -> None:
    refused = [
        (table().rename_columns(["event_id", "case_idd", "act", "actor", "step", "at"]), "unknown_field", "/events"),
        (table().set_column(0, "event_id", pyarrow.array([1.5] * 4)), "wrong_type", "/events/0/event_id"),
        (table().set_column(1, "case_id", pyarrow.array(["c1", None, "c1", "c2"])), "event_without_case", "/events/1/case_id"),
    ]
    for frame, code, path in refused:
        with pytest.raises(namro.NamroError) as caught:
            office.replay(events=frame, as_of=AS_OF)
        assert (caught.value.code, caught.value.path) == (code, path)


def test_what_is_no_table(office: namro.Office) -> None:
    class Lazy:
        def collect(self) -> None: ...

    with pytest.raises(TypeError, match=r"call \.collect\(\) first"):
        office.replay(events=Lazy(), as_of=AS_OF)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="__arrow_c_stream__"):
        office.log(events="e1,c1")  # type: ignore[arg-type]
    with pytest.raises(namro.NamroError) as caught:
        office.log(events=[{"case_id": "c1", "at": AS_OF, "act": "receive", "akt": "x"}])  # type: ignore[typeddict-unknown-key]
    assert (caught.value.code, caught.value.path) == ("unknown_field", "/events/0/akt")
    # As pandas writes that there is no value.
    gap: Any = float("nan")
    assert office.log(cases=[{"case_id": "c1", "finished": gap}]).replay(as_of=AS_OF).cases[0].finished is None


def test_days_stay_days(office: namro.Office) -> None:
    due, ends = datetime.date(2026, 1, 9), [datetime.date(2026, 1, 9), datetime.date(2026, 1, 8)]
    frame = pyarrow.table({"case_id": ["a", "b"], "due_recorded": pyarrow.array([due, due]), "finished": pyarrow.array(ends)})
    found = office.replay(cases=frame, as_of=AS_OF).cases
    rows: Any = [{"case_id": case, "due_recorded": due.isoformat(), "finished": end.isoformat()} for case, end in zip("ab", ends)]
    assert found == office.replay(cases=rows, as_of=AS_OF).cases
    assert [case.standing for case in found] == ["undetermined", "on_time"]
