"""Tables of a replay: in every library, as rows, on paper."""

import csv
import io
import pathlib
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any, cast

import pytest

import namro

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")

CASES: list[dict[str, Any]] = [
    {"case_id": "c1", "unit": "u1", "responsible": "An", "channel": "online", "due_recorded": "2026-01-09", "finished": "2026-01-08"},
    {"case_id": "c2", "unit": "u1", "responsible": "=Bình", "due_recorded": "2026-01-09", "finished": "2026-01-12"},
    {"case_id": "c3", "unit": "u2", "responsible": "An", "channel": "online", "due_recorded": "2026-02-09T17:00:00+07:00"},
]


@pytest.fixture(scope="module")
def replay() -> namro.Replay:
    return namro.Office.load("vn.calendar").log(cases=cast(Any, CASES)).replay(as_of="2026-02-28")


def test_rows_and_columns(replay: namro.Replay) -> None:
    table = replay.table("cases")
    assert (len(table), table["standing"], table[-1]["state"]) == (3, ["on_time", "late", "late"], "open")
    assert table["due_recorded"][2] == datetime(2026, 2, 9, 17, tzinfo=timezone(timedelta(hours=7)))
    assert [row["case_id"] for row in table] == [row[0] for row in table.rows()] == ["c1", "c2", "c3"]
    assert "c1" in repr(table) and "<td>c1</td>" in table._repr_html_()
    with pytest.raises(KeyError, match="'unitt' is none of: case_id, procedure, unit"):
        table["unitt"]
    with pytest.raises(IndexError):
        table[3]


def test_every_library(replay: namro.Replay) -> None:
    table = replay.table("cases")
    frames = [table.to_arrow().to_pylist(), table.to_polars().to_dicts(), table.to_pandas().to_dict("records")]
    for rows in frames:
        assert [row["officer"] for row in rows] == ["An", "=Bình", "An"]
        assert rows[0]["finished"] == table[0]["finished"]
    assert isinstance(table.to_polars(), polars.DataFrame) and isinstance(table.to_pandas(), pandas.DataFrame)
    assert pyarrow.table(table).schema.field("finished").type == pyarrow.timestamp("us", "Asia/Ho_Chi_Minh")
    for name in ("items", "holds", "findings", "charges", "facts"):
        assert pyarrow.table(replay.table(cast(Any, name))).num_rows == len(replay.table(cast(Any, name)))


def test_selections_and_shares(replay: namro.Replay) -> None:
    assert replay.table("cases", channel="online")["case_id"] == ["c1", "c3"]
    assert replay.table("cases", period="2026-01", unit="u1")["case_id"] == ["c1", "c2"]
    shares = replay.shares_by("unit", "officer")
    judged = [row for row in shares if row["definition"] == "on_time_with_overdue"]
    found = [(row["unit"], row["officer"], row["numerator"], row["denominator"], row["percent"]) for row in judged]
    assert found == [("u1", "=Bình", 0, 1, "0.00"), ("u1", "An", 1, 1, "100.00"), ("u2", "An", 0, 1, "0.00")]
    refused: list[tuple[Callable[[], namro.Table], str, str]] = [
        (lambda: replay.table(cast(Any, "case")), "unknown_term", "/table"),
        (lambda: replay.table("cases", unit="u3"), "unknown_reference", "/only/unit"),
        (lambda: replay.table("cases", period="2026-13"), "bad_period", "/only/period"),
        (lambda: replay.shares_by("step"), "unknown_term", "/by/0"),
        (lambda: replay.shares_by(cast(Any, "units")), "unknown_term", "/by/0"),
    ]
    for ask, code, path in refused:
        with pytest.raises(namro.NamroError) as caught:
            ask()
        assert (caught.value.code, caught.value.path) == (code, path)


def test_on_paper(replay: namro.Replay, tmp_path: pathlib.Path) -> None:
    table, path = replay.table("cases"), tmp_path / "hồ sơ.csv"
    table.write_csv(path)
    text = path.read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeffcase_id,") and [row["officer"] for row in rows] == ["An", "'=Bình", "An"]
    assert rows[2]["due_recorded"] == "2026-02-09 17:00:00" and list(tmp_path.iterdir()) == [path]
    plain = io.StringIO()
    table.write_csv(plain, excel=False)
    assert "2026-02-09T17:00:00+07:00" in plain.getvalue() and "'=Bình" not in plain.getvalue()
