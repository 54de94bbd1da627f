"""People from tables: files, frames, rows; and what becomes of their names in a log."""

import datetime
import json
import pickle
from pathlib import Path
from typing import Any

import namro
import pytest

from test_reading import xlsx

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")

RULEBOOK: Any = {
    "namro": 1,
    "id": "a",
    "title": "A",
    "include": ["vn.calendar"],
    "units": {"kt": {"title": "Phòng Kinh tế"}, "vp": {"title": "Văn phòng"}},
    "positions": {"cv": {"title": "Chuyên viên", "roles": ["x"]}},
}
HEADINGS = ["Mã cán bộ", "Họ và tên", "Đơn vị", "Chức vụ", "Từ ngày", "Đến ngày"]
ROWS = [
    ["o1", "Nguyễn An", "Phòng Kinh tế", "Chuyên viên", "01/01/2026", ""],
    ["o2", "Nguyễn An", "Văn phòng", "", "", ""],
    ["o3", "Trần Bình", "kt", "", "", "28/02/2026"],
    ["o3", "Trần Bình", "vp", "", "01/03/2026", ""],
]
PEOPLE = {
    "people": [
        {"id": "o1", "name": "Nguyễn An", "unit": "kt", "position": "cv", "valid_from": "2026-01-01"},
        {"id": "o2", "name": "Nguyễn An", "unit": "vp"},
        {"id": "o3", "name": "Trần Bình", "unit": "kt", "valid_to": "2026-02-28"},
        {"id": "o3", "name": "Trần Bình", "unit": "vp", "valid_from": "2026-03-01"},
    ]
}
DICTS = [dict(zip(HEADINGS, row)) for row in ROWS]
DAYS = [{**row, "Từ ngày": day and datetime.date(int(day[6:]), int(day[3:5]), int(day[:2]))} for row in DICTS if (day := row["Từ ngày"]) is not None]


@pytest.fixture(scope="module")
def office() -> namro.Office:
    return namro.Office.from_dict(RULEBOOK)


SOURCES: list[tuple[str, Any]] = [
    ("mapping", PEOPLE),
    ("json", json.dumps(PEOPLE)),
    ("json list", json.dumps(PEOPLE["people"])),
    ("json bytes", json.dumps(PEOPLE).encode()),
    ("own fields", PEOPLE["people"]),
    ("own fields, polars", polars.DataFrame(PEOPLE["people"])),
    ("dicts", DICTS),
    ("days", DAYS),
    ("csv", "\n".join(";".join(row) for row in [HEADINGS, *ROWS]).encode()),
    ("workbook", xlsx([["DANH SÁCH CÁN BỘ"], [], HEADINGS, *ROWS])),
    ("pandas", pandas.DataFrame(DICTS)),
    ("pandas, gaps", pandas.DataFrame(DICTS).replace("", None)),
    ("pyarrow", pyarrow.Table.from_pylist(DICTS)),
]


@pytest.mark.parametrize("source", [source for _, source in SOURCES], ids=[name for name, _ in SOURCES])
def test_one_staff_whatever_the_source(office: namro.Office, source: Any) -> None:
    staffed = office.with_staff(source)
    assert staffed == office.with_staff(PEOPLE) != office
    assert pickle.loads(pickle.dumps(staffed)) == staffed


def test_files(office: namro.Office, tmp_path: Path) -> None:
    expected = office.with_staff(PEOPLE)
    (tmp_path / "cán bộ.xlsx").write_bytes(xlsx([HEADINGS, *ROWS]))
    (tmp_path / "staff.json").write_text(json.dumps(PEOPLE), encoding="utf-8")
    (tmp_path / "staff.yaml").write_text("people:\n" + "".join(f"  - {json.dumps(row)}\n" for row in PEOPLE["people"]), encoding="utf-8")
    for name in ("cán bộ.xlsx", "staff.json", "staff.yaml"):
        assert office.with_staff(tmp_path / name) == office.with_staff(str(tmp_path / name)) == expected
    with (tmp_path / "cán bộ.xlsx").open("rb") as file:
        assert office.with_staff(file) == expected
    with pytest.raises(FileNotFoundError):
        office.with_staff("can-bo.xlsx")


def test_names_of_a_log_become_people(office: namro.Office) -> None:
    rows = [
        {"Mã hồ sơ": "H1", "Thời gian": "02/02/2026 08:00", "Bước xử lý": "nhận", "Cán bộ": "Nguyễn An", "Đơn vị": "vp"},
        {"Mã hồ sơ": "H1", "Thời gian": "02/02/2026 09:00", "Bước xử lý": "nhận", "Cán bộ": "trần bình", "Đơn vị": "vp"},
        {"Mã hồ sơ": "H2", "Thời gian": "02/02/2026 09:00", "Bước xử lý": "nhận", "Cán bộ": "Lê Lạ", "Đơn vị": "vp"},
    ]
    log = office.with_staff(DICTS).read(rows)
    assert log.unknown == {"people": {"Lê Lạ": 1}}
    officers = polars.DataFrame(log.replay(as_of="2026-02-28").facts)["officer"].cast(str).unique().to_list()
    assert {"o2", "o3"} <= set(officers) and "Nguyễn An" not in officers


WRONG: list[tuple[str, Any, str, str, str]] = [
    ("a unit", [{"Họ tên": "An", "Đơn vị": "Phòng Kinh té"}, {"Họ tên": "Ba", "Đơn vị": "Lạ"}], "unknown_reference", "/staff/0/Đơn vị", "unit"),
    ("a day", polars.DataFrame({"id": ["o1", "o2"], "valid_to": ["2026-01-01", "hôm nào"]}), "bad_time", "/staff/1/valid_to", "write a day such as"),
    ("one name", [{"Họ tên": "An"}, {"Họ tên": "AN"}], "same_name", "/staff/1/Họ tên", "`AN` is the name of both row 0 and row 1"),
    ("a misspelt field", [{"id": "o1", "nmae": "An"}], "unknown_field", "/staff/nmae", "did you mean `name`? the fields: id, name"),
    ("a kind", [{"id": "o1", "kind": "robot"}], "unknown_term", "/staff/0/kind", "official"),
    ("no people", [{"a": 1}], "missing_column", "", "columns: a"),
    ("one row twice", [{"id": "o1", "unit": "kt"}, {"id": "o1", "unit": "kt"}], "same_officer", "/staff/1/id", "o1"),
]


@pytest.mark.parametrize(("table", "code", "path", "says"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_wrong_tables(office: namro.Office, table: Any, code: str, path: str, says: str) -> None:
    with pytest.raises(namro.NamroError) as caught:
        office.with_staff(table)
    assert (caught.value.code, caught.value.path) == (code, path)
    assert says in str(caught.value)
