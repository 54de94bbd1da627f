"""Columns of working time: the same answers as one by one, in the form in which the question came."""

import datetime
from typing import Any

import namro
import pytest

numpy = pytest.importorskip("numpy")

HANOI = datetime.timezone(datetime.timedelta(hours=7))
LIMITS = ["2 ngày làm việc", "20 giờ làm việc", "30 ngày", "1 tháng", "trong ngày, nhận đến 15:00"]


@pytest.fixture(scope="module")
def calendar() -> namro.Calendar:
    return namro.Calendar.vietnam()


@pytest.fixture(scope="module")
def starts() -> Any:
    random = numpy.random.default_rng(7)
    first = int(datetime.datetime(2024, 1, 1, tzinfo=HANOI).timestamp())
    return (first + random.integers(0, 1_000 * 86_400, 20_000)) * 1_000_000 + random.integers(0, 1_000_000, 20_000)


def micros(text: str) -> int:
    return round(datetime.datetime.fromisoformat(text).timestamp() * 1_000_000)


def stamp(value: int) -> str:
    whole = datetime.datetime.fromtimestamp(value // 1_000_000, HANOI)
    return whole.replace(microsecond=value % 1_000_000).isoformat()


@pytest.mark.parametrize("limit", LIMITS)
def test_as_one_by_one(calendar: namro.Calendar, starts: Any, limit: str) -> None:
    dues = calendar.due(starts, limit)
    assert dues.dtype == "datetime64[us]"
    for row in range(0, len(starts), 997):
        assert int(dues[row].astype("int64")) == micros(calendar.due(stamp(int(starts[row])), limit).due)
    ends = starts[::-1].copy()
    worked = calendar.elapsed(starts, ends)
    for row in range(0, len(starts), 997):
        assert int(worked[row].astype("int64")) == calendar.elapsed(stamp(int(starts[row])), stamp(int(ends[row])))


def test_no_time_stays_no_time_and_touches_no_neighbour(calendar: namro.Calendar, starts: Any) -> None:
    whole = starts.astype("datetime64[us]")
    holes = whole.copy()
    holes[::3] = numpy.datetime64("NaT")
    expected = calendar.due(whole, "2 ngày làm việc", naive="utc")
    found = calendar.due(holes, "2 ngày làm việc", naive="utc")
    assert numpy.isnat(found[::3]).all()
    assert (found[1::3] == expected[1::3]).all() and (found[2::3] == expected[2::3]).all()
    worked = calendar.elapsed(holes, found, naive="utc")
    assert worked.dtype == "timedelta64[s]" and numpy.isnat(worked[::3]).all() and not numpy.isnat(worked[1::3]).any()


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_units_and_clocks_on_the_wall(calendar: namro.Calendar, unit: str) -> None:
    wall = numpy.array(["2026-01-08T09:00:00"], f"datetime64[{unit}]")
    assert str(calendar.due(wall, "2 ngày làm việc", naive="local")[0]) == "2026-01-10T17:30:00.000000"
    assert str(calendar.due(wall, "2 ngày làm việc", naive="utc")[0]) == "2026-01-10T10:30:00.000000"
    with pytest.raises(namro.NamroError, match="no_zone|múi giờ"):
        calendar.due(wall, "2 ngày làm việc")


def test_dates_give_last_days(calendar: namro.Calendar) -> None:
    dates = numpy.array(["2026-01-08", "NaT", "2026-02-13"], "datetime64[D]")
    found = calendar.due(dates, "2 ngày làm việc")
    assert [str(day) for day in found] == ["2026-01-10", "NaT", "2026-02-24"]
    with pytest.raises(namro.NamroError) as refused:
        calendar.due(dates, "8 giờ làm việc")
    assert refused.value.code == "time_needed"


def test_the_row_of_a_fault_and_slices(calendar: namro.Calendar, starts: Any) -> None:
    bad = starts.copy()
    bad[17_000] = 9_000_000_000_000_000
    with pytest.raises(namro.NamroError) as refused:
        calendar.due(bad, "2 ngày làm việc")
    assert refused.value.errors[0].at.line == 17_001
    assert (calendar.due(starts[::2], "3 ngày làm việc") == calendar.due(starts, "3 ngày làm việc")[::2]).all()
    assert len(calendar.due(starts[:0], "3 ngày làm việc")) == 0
    with pytest.raises(namro.NamroError) as refused:
        calendar.elapsed(starts, starts[1:])
    assert refused.value.code == "unequal_columns"
    with pytest.raises(TypeError, match="datetime64"):
        calendar.due(starts.astype(float), "3 ngày làm việc")


def test_ends_and_knowledge(calendar: namro.Calendar) -> None:
    start = numpy.array([micros("2026-01-08T09:00:00+07:00")])

    def due(**more: Any) -> str:
        return stamp(int(calendar.due(start, "2 ngày làm việc", **more)[0].astype("int64")))

    assert due() == "2026-01-10T17:30:00+07:00"
    assert due(ends="legal") == "2026-01-11T00:00:00+07:00"
    assert due(known_at="2025-12-01T00:00:00+07:00") == "2026-01-12T17:30:00+07:00"


def test_suspensions(calendar: namro.Calendar) -> None:
    def at(*texts: str) -> Any:
        return numpy.array([micros(f"{text}:00+07:00") if text else -(2**63) for text in texts])

    starts = at("2026-03-02T09:00", "2026-03-02T09:00", "2026-03-02T09:00")
    suspended = at("2026-03-04T10:00", "", "2026-03-04T10:00")
    resumed = at("2026-03-11T10:00", "2026-03-11T10:00", "")
    dues = calendar.due(starts, "5 ngày làm việc", suspended=suspended, resumed=resumed)
    assert [stamp(int(due.astype("int64"))) for due in dues] == [
        "2026-03-16T17:30:00+07:00",
        "2026-03-09T17:30:00+07:00",
        "2026-03-09T17:30:00+07:00",
    ]


@pytest.mark.parametrize("limit", LIMITS)
def test_rows_whose_clock_stood_touch_no_other(calendar: namro.Calendar, starts: Any, limit: str) -> None:
    suspended, resumed = starts + 86_400_000_000, starts + 3 * 86_400_000_000
    running, moved = calendar.due(starts, limit), calendar.due(starts, limit, suspended=suspended, resumed=resumed)
    assert (moved != running).any()
    stood = numpy.random.default_rng(11).random(len(starts)) < 0.1
    some, none = suspended.copy(), numpy.full(len(starts), -(2**63))
    some[~stood] = none[~stood]
    found = calendar.due(starts, limit, suspended=some, resumed=resumed)
    assert (found == numpy.where(stood, moved, running)).all()
    assert (calendar.due(starts, limit, suspended=none, resumed=none) == running).all()


def test_answers_into_an_array_at_hand(calendar: namro.Calendar, starts: Any) -> None:
    limit, ends = "20 giờ làm việc", starts[::-1].copy()
    dues, worked = numpy.ones(len(starts), "datetime64[us]"), numpy.ones(len(starts), "timedelta64[s]")
    assert calendar.due(starts, limit, out=dues) is dues and (dues == calendar.due(starts, limit)).all()
    assert calendar.elapsed(starts, ends, out=worked) is worked and (worked == calendar.elapsed(starts, ends)).all()
    days = starts.astype("datetime64[us]").astype("datetime64[D]")
    expected = calendar.due(days, "3 ngày làm việc")
    assert calendar.due(days, "3 ngày làm việc", out=days) is days and (days == expected).all()
    # A part of the very array that is read, one row on.
    room = numpy.append(starts, 0)
    calendar.due(room[:-1], limit, out=room[1:].view("datetime64[us]"))
    assert (room[1:].view("datetime64[us]") == dues).all()
    with pytest.raises(TypeError, match="datetime64"):
        calendar.due(starts, limit, out=numpy.empty(len(starts)))
    with pytest.raises(TypeError, match="gaps"):
        calendar.due(starts[:9], limit, out=dues[:18:2])
    with pytest.raises(namro.NamroError) as refused:
        calendar.due(starts, limit, out=dues[1:])
    assert refused.value.code == "unequal_columns"
    dues.flags.writeable = False
    with pytest.raises(TypeError, match="read only"):
        calendar.due(starts, limit, out=dues)


def test_only_arrays_of_numpy_are_written(calendar: namro.Calendar, starts: Any) -> None:
    pandas = pytest.importorskip("pandas")
    with pytest.raises(TypeError, match="NumPy"):
        calendar.due(pandas.Series(starts), "20 giờ làm việc", out=numpy.empty(len(starts), "datetime64[us]"))


def test_polars(calendar: namro.Calendar, starts: Any) -> None:
    import polars
    expected = calendar.due(starts, "2 ngày làm việc").astype("int64")
    series = polars.Series("accepted", starts.astype("datetime64[us]")).dt.replace_time_zone("UTC")
    found = calendar.due(series, "2 ngày làm việc")
    assert found.name == "accepted" and found.dtype == series.dtype
    assert (found.dt.timestamp("us").to_numpy() == expected).all()
    holes = polars.Series("a", [None, series[1], None]).cast(series.dtype)
    assert calendar.due(holes, "2 ngày làm việc").null_count() == 2
    worked = calendar.elapsed(series, found)
    assert worked.dtype == polars.Int64 and (worked >= 0).all()
    assert calendar.elapsed(holes, found[:3]).null_count() == 2
    dates = polars.Series("d", [datetime.date(2026, 1, 8), None])
    assert calendar.due(dates, "2 ngày làm việc").to_list() == [datetime.date(2026, 1, 10), None]


def test_pandas(calendar: namro.Calendar, starts: Any) -> None:
    import pandas  # type: ignore[import-untyped]
    expected = calendar.due(starts, "2 ngày làm việc").astype("int64")
    series = pandas.Series(starts.astype("datetime64[us]"), name="accepted", index=range(5, 5 + len(starts)))
    zoned = series.dt.tz_localize("UTC").dt.tz_convert("Asia/Ho_Chi_Minh")
    found = calendar.due(zoned, "2 ngày làm việc")
    assert found.name == "accepted" and (found.index == series.index).all() and found.dtype == zoned.dtype
    assert (found.dt.tz_convert("UTC").dt.tz_localize(None).to_numpy().astype("datetime64[us]").astype("int64") == expected).all()
    assert (calendar.due(series, "2 ngày làm việc", naive="utc").to_numpy().astype("int64") == expected).all()
    holes = zoned[:3].copy()
    holes.iloc[1] = pandas.NaT
    assert calendar.due(holes, "2 ngày làm việc").isna().tolist() == [False, True, False]
    assert calendar.elapsed(zoned, found).dt.total_seconds().min() >= 0


def test_arrow_lists_of_suspensions(calendar: namro.Calendar) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    kind = pyarrow.timestamp("us", "UTC")

    def at(text: str) -> datetime.datetime:
        return datetime.datetime.fromisoformat(f"{text}:00+07:00")

    starts = pyarrow.array([at("2026-03-02T09:00"), None, at("2026-03-02T09:00")], kind)

    def lists(rows: list[list[str]]) -> Any:
        return pyarrow.array([[at(text) for text in row] for row in rows], pyarrow.list_(kind))

    suspended = lists([["2026-03-04T10:00", "2026-03-05T10:00"], [], []])
    resumed = lists([["2026-03-06T10:00", "2026-03-11T10:00"], [], []])
    dues = calendar.due(starts, "5 ngày làm việc", suspended=suspended, resumed=resumed)
    assert dues.type == kind and dues.to_pylist() == [at("2026-03-16T17:30"), None, at("2026-03-09T17:30")]
    chunked = pyarrow.chunked_array([starts, starts])
    assert calendar.due(chunked, "5 ngày làm việc").to_pylist() == [at("2026-03-09T17:30"), None, at("2026-03-09T17:30")] * 2
