"""Wrong uses of frames: each refusal names the column, the row and what to write."""

import datetime
from typing import Any

import namro
import pytest

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")

AT = "2026-01-08T09:00:00+07:00"
AS_OF = "2026-02-01"
#: Two good events; each wrong use spoils one thing.
EVENTS: dict[str, list[Any]] = {"case_id": ["c1", "c2"], "at": [AT, AT], "act": ["receive", "complete"], "step": ["a", "b"], "actor": ["o1", "o2"]}
CASES: dict[str, list[Any]] = {"case_id": ["c1", "c2"], "accepted": ["2026-01-05", "2026-01-06"], "finished": ["2026-01-08", None]}


@pytest.fixture(scope="module")
def office() -> namro.Office:
    return namro.Office.from_dict({"namro": 1, "id": "a", "title": "A", "include": ["vn.calendar"], "mappings": {"m": {}}})


def events(**columns: Any) -> Any:
    """The events with these columns instead; a column that is ``None`` is left out."""
    changed = {**EVENTS, **columns}
    return pyarrow.table({name: values for name, values in changed.items() if values is not None})


def cases(**columns: Any) -> Any:
    return pyarrow.table({name: values for name, values in {**CASES, **columns}.items() if values is not None})


WALL = datetime.datetime(2026, 1, 8, 9)
LOG: list[tuple[str, dict[str, Any], str, str, str]] = [
    # what is wrong, what is given, the code, the place, a part of what is said
    ("a clock on the wall", {"events": events(at=[None, WALL])}, "no_zone", "/events/1/at", "declare `zone` in the mapping"),
    ("a text without an offset", {"events": events(at=[AT, "2026-01-08T09:00:00"])}, "no_zone", "/events/1/at", "add an offset such as +07:00"),
    ("whichever comes first", {"events": events(at=[AT, "03/02/2026 09:00"])}, "ambiguous_date", "/events/1/at", "declare `dates: day_first`"),
    ("no time at all", {"events": events(at=[AT, "hôm nào"])}, "bad_time", "/events/1/at", "write a day such as 31/12/2026"),
    ("a number of microseconds", {"events": events(at=[1772416800000000, None])}, "bad_time", "/events/0/at", "convert a number of seconds"),
    ("two dates", {"cases": cases(accepted=["01/02/2026; 15/03/2026", None])}, "two_dates", "/cases/0/accepted", "keep one of the dates"),
    ("no such day", {"cases": cases(accepted=[None, "2026-02-30"])}, "bad_time", "/cases/1/accepted", "write a day such as"),
    ("a year beyond", {"cases": cases(accepted=pyarrow.array([None, 10**13], pyarrow.timestamp("s", "UTC")))}, "time_out_of_range", "/cases/1/accepted", "check the year"),
    ("other names", {"events": events(case=["c1", "c2"], case_id=None)}, "missing_column", "/events", "columns: at, act, step, actor, case"),
    ("a misspelt name", {"events": events(assigne=["o1", "o2"])}, "unknown_field", "/events", "did you mean `assignee`? the fields: event_id, office, case_id"),
    ("a column besides", {"events": events(foo=["x", "y"])}, "unknown_field", "/events", "the fields: event_id, office, case_id"),
    ("events as cases", {"cases": events()}, "unknown_field", "/cases", "the fields: case_id, office, procedure"),
    ("no times", {"events": events(at=None)}, "missing_column", "/events", "no column was recognized as at (columns: case_id, act"),
    ("a time missing", {"events": events(at=[AT, None])}, "event_without_time", "/events/1/at", "add the time"),
    ("a case missing", {"events": events(case_id=["c1", None])}, "event_without_case", "/events/1/case_id", "add the case id"),
    ("a case missing in cases", {"cases": cases(case_id=[None, "c2"])}, "event_without_case", "/cases/0/case_id", "add the case id"),
    ("an act of another system", {"events": events(act=["receive", "submit"])}, "unknown_act", "/events/1/act", "use one of: receive, accept"),
    ("objects", {"events": events(actor=[None, {"id": "o1"}])}, "wrong_type", "/events/1/actor", "expected text, found objects (actor)"),
    ("lists", {"events": events(step=[["a"], ["b"]])}, "wrong_type", "/events/0/step", "expected text, found lists (step)"),
    ("bytes", {"events": events(case_id=[b"c1", b"c2"])}, "wrong_type", "/events/0/case_id", "expected text, found bytes (case_id)"),
    ("a truth as a time", {"events": events(at=[True, False])}, "wrong_type", "/events/0/at", "expected timestamp, found true and false (at)"),
    ("fractions as codes", {"events": events(case_id=[None, 1.5])}, "wrong_type", "/events/1/case_id", "found numbers with a fraction (case_id)"),
    ("an empty code", {"events": events(case_id=["c1", ""])}, "bad_identifier", "/events/1/case_id", "an identifier is not empty"),
    ("a code without end", {"events": events(step=["a", "b" * 300])}, "bad_identifier", "/events/1/step", "at most 256 bytes"),
    ("no number", {"events": events(seq=["1", "hai"])}, "out_of_range", "/events/1/seq", "0…4294967295"),
    ("a kind of actor", {"events": events(actor_kind=["person", "robot"])}, "unknown_term", "/events/1/actor_kind", "is not one of: person"),
    ("data that is no JSON", {"events": events(data=["{}", "{"])}, "syntax", "/events/1/data", "expected a key in quotes"),
    ("a spent reader", {"events": "spent"}, "nothing_read", "/events", "consumed before"),
    ("a misspelt mapping", {"events": events(), "mapping": "mm"}, "unknown_reference", "/mapping", "did you mean `m`"),
    ("an unknown mapping", {"events": events(), "mapping": "toàn quốc"}, "unknown_reference", "/mapping", "the mappings: m"),
]


@pytest.mark.parametrize(("given", "code", "path", "says"), [case[1:] for case in LOG], ids=[case[0] for case in LOG])
def test_own_fields(office: namro.Office, given: dict[str, Any], code: str, path: str, says: str) -> None:
    if isinstance(given.get("events"), str):
        reader = events().to_reader()
        reader.read_all()
        given = {"events": reader}
    with pytest.raises(namro.NamroError) as caught:
        office.log(**given)
    assert (caught.value.code, caught.value.path) == (code, path)
    assert says in str(caught.value)


DIRTY: dict[str, list[Any]] = {"Mã hồ sơ": ["H1", "H2"], "Ngày tiếp nhận": ["02/03/2026", "03/03/2026"], "Ngày hẹn trả": ["05/03/2026", "06/03/2026"]}
STRICT = {"lenient": False, "zone": "+07:00"}
READ: list[tuple[str, dict[str, list[Any]], dict[str, Any], str, str, str]] = [
    ("no time", {"Ngày hẹn trả": ["05/03/2026", "hôm nào"]}, {"mapping": STRICT}, "bad_time", "/table/1/Ngày hẹn trả", "write a day such as 31/12/2026"),
    ("both orders", {"Ngày hẹn trả": ["13/03/2026", "03/14/2026"]}, {"mapping": {"zone": "+07:00", "lenient": True}}, "mixed_dates", "/table/0/Ngày hẹn trả", "declare `dates: day_first`"),
    ("no zone", {"Ngày hẹn trả": ["05/03/2026", "06/03/2026 08:00"]}, {"mapping": {"dates": "day_first"}}, "no_zone", "/table/0/Ngày tiếp nhận", "add an offset"),
    ("a misspelt field", {}, {"columns": {"due": "Ngày hẹn trả"}}, "unknown_field", "/columns/due", "the fields: event_id"),
    ("a misspelt column", {}, {"columns": {"returned": "Ngày hẹn tra kết quả"}}, "unknown_column", "/table", "columns: Mã hồ sơ, Ngày tiếp nhận, Ngày hẹn trả"),
    ("no case", {"Mã hồ sơ": ["H1", None]}, {"mapping": STRICT}, "event_without_case", "/table/1/Mã hồ sơ", "add the case id"),
    ("objects in a column that is read", {"Ngày hẹn trả": [None, {"ngay": 5}]}, {}, "wrong_type", "/table/1/Ngày hẹn trả", "expected text, found objects"),
    ("a sheet of a frame", {"Ngày hẹn trả": ["05/03/2026", "06/03/2026"]}, {"dates": "dmy"}, "unknown_term", "/dates", "is not one of: day_first, month_first"),
]


@pytest.mark.parametrize(("columns", "beside", "code", "path", "says"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_tables_of_offices(office: namro.Office, columns: dict[str, list[Any]], beside: dict[str, Any], code: str, path: str, says: str) -> None:
    with pytest.raises(namro.NamroError) as caught:
        namro.Office.load("vn.calendar").read(pyarrow.table({**DIRTY, **columns}), **beside)
    assert (caught.value.code, caught.value.path) == (code, path)
    assert says in str(caught.value)


def test_two_columns_of_one_name(office: namro.Office) -> None:
    twice = pyarrow.Table.from_arrays([pyarrow.array(["c1"]), pyarrow.array([AT]), pyarrow.array(["a"]), pyarrow.array(["b"])], ["case_id", "at", "step", "step"])
    with pytest.raises(namro.NamroError, match=r"duplicate_key: the key `step` appears twice \(#/events\)"):
        office.log(events=twice)
    double = pandas.DataFrame([["H1", "02/03/2026", "03/03/2026"]], columns=["Mã hồ sơ", "Ngày tiếp nhận", "Ngày tiếp nhận"])
    with pytest.raises(namro.NamroError, match=r"duplicate_key: the key `Ngày tiếp nhận` appears twice"):
        office.read(double)


def test_what_is_no_table(office: namro.Office) -> None:
    wrong: list[tuple[Any, str]] = [
        (polars.DataFrame(EVENTS).lazy(), r"call \.collect\(\) first"),
        (EVENTS, "make a frame of it"),
        (3, "give a path, bytes"),
        ("case_id,at\nc1,2026", r"give it as bytes, with \.encode\(\)"),
        ([{"case_id": "c1"}, "cases.csv"], "this one holds both"),
        ({"case": "a.csv"}, "'case' is none of cases, events, steps, supplements"),
    ]
    for source, says in wrong:
        with pytest.raises(TypeError, match=says):
            office.read(source)
    with pytest.raises(TypeError, match="nothing to read"):
        office.read()
    with pytest.raises(TypeError, match="a frame that offers __arrow_c_stream__, or a list of dictionaries"):
        office.log(events=EVENTS)  # type: ignore[arg-type]


def test_what_is_read_all_the_same_is_reported(office: namro.Office) -> None:
    reading = office.log(events=events(act=["receive", None])).reading
    assert [(remark.code, remark.at.pointer) for remark in reading.remarks] == [("missing_field", "/events/1/act")]
    assert "missing_field" in str(reading)
    reading = office.log(events=pyarrow.concat_tables([events(), events()])).reading
    assert (reading.read, reading.kept, reading.repeated) == (4, 2, 2)
    reading = office.log(cases=cases(case_id=["c1", "c1"])).reading
    assert [(remark.code, remark.at.pointer) for remark in reading.remarks] == [("case_conflict", "/cases/1")]
    # What nobody reads from is listed, whatever it holds.
    log = namro.read(pyarrow.table({**DIRTY, "Ghi chú": [{"a": 1}, None]}))
    assert log.reading.ignored == ["Ghi chú"]


def test_the_end_of_a_replay(office: namro.Office) -> None:
    log = office.log(events=events())
    wrong: list[Any] = [datetime.datetime(2026, 2, 1), "2026-02-01T00:00:00", "2026-02-30", "01/02/2026"]
    for as_of in wrong:
        with pytest.raises(namro.NamroError) as caught:
            log.replay(as_of=as_of)
        assert caught.value.path == "/as_of"
    with pytest.raises(namro.NamroError, match="or give the day alone, such as 2026-10-31"):
        log.replay(as_of=datetime.datetime(2026, 2, 1))
