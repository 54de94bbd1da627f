"""Logs as offices have them: files, bytes, frames and rows by one mapping, and what became of each row."""

import io
import json
import pickle
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import namro
import pytest

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")

HEADINGS = ["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả", "Đơn vị xử lý", "Trạng thái"]
ROWS = [
    ["H1", "02/03/2026 08:15", "05/03/2026", "04/03/2026", "Phòng A", "Đã trả kết quả"],
    ["H2", "02/03/2026", "hôm nào", "", "Phòng A", "Đang xử lý"],
    ["H3", "03/03/2026", "06/03/2026", "09/03/2026", "Phòng B", "Đã trả kết quả"],
    ["H1", "02/03/2026 08:15", "05/03/2026", "04/03/2026", "Phòng A", "Đã trả kết quả"],
    ["H4", "03/03/2026", "06/03/2026", "", "Phòng B", "Nằm chờ"],
    ["H5", "03/03/2026", "06/03/2026", "05/03/2026", "Phòng C", "Công dân rút hồ sơ"],
]
SUM = "6 dòng đã đọc = 4 giữ lại + 1 lặp lại + 1 gạt riêng"
AS_OF = "2026-03-31"
RULEBOOK: Any = {
    "namro": 1,
    "id": "a",
    "title": "A",
    "include": ["vn.calendar"],
    "units": {"Phòng A": {"title": "Phòng A"}, "Phòng B": {"title": "Phòng B", "parent": "Phòng A"}},
}


@pytest.fixture(scope="module")
def office() -> namro.Office:
    return namro.Office.from_dict(RULEBOOK)


def csv(delimiter: str = ";") -> bytes:
    return "\n".join(delimiter.join(row) for row in [HEADINGS, *ROWS]).encode()


def dicts() -> list[dict[str, str]]:
    return [dict(zip(HEADINGS, row)) for row in ROWS]


def xlsx(rows: list[list[str]]) -> bytes:
    """A workbook of one sheet, all cells texts."""
    cells = ["".join(f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else "<c/>" for text in row) for row in rows]
    sheet = "".join(f"<row>{row}</row>" for row in cells)
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {space} xmlns:r="{relations}"><sheets><sheet name="Hồ sơ" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {space}><sheetData>{sheet}</sheetData></worksheet>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return buffer.getvalue()


def answer(log: namro.Log) -> Any:
    """What a log shows, by its cases and counts."""
    replay = log.replay(as_of=AS_OF)
    return replay.cases.to_json(), replay.counts.to_json()


SOURCES: list[tuple[str, Any]] = [
    ("csv", csv()),
    ("tabs", csv("\t")),
    ("utf-16", csv().decode().encode("utf-16")),
    ("workbook", xlsx([["Sở Nội vụ"], [], HEADINGS, *ROWS])),
    ("dicts", dicts()),
    ("polars", polars.DataFrame(dicts())),
    ("pandas", pandas.DataFrame(dicts())),
    ("pandas, categories", pandas.DataFrame(dicts()).astype("category")),
    ("pandas, gaps", pandas.DataFrame(dicts()).replace("", None)),
    ("pandas, other index", pandas.DataFrame(dicts(), index=range(7, 13))),
    ("pyarrow", pyarrow.Table.from_pylist(dicts())),
    ("pyarrow, batches", pyarrow.Table.from_pylist(dicts()).to_reader(max_chunksize=2)),
]


@pytest.mark.parametrize("source", [source for _, source in SOURCES], ids=[name for name, _ in SOURCES])
def test_one_answer_whatever_the_source(office: namro.Office, source: Any) -> None:
    log = office.read(source)
    assert str(log.reading).splitlines()[0] == SUM
    assert answer(log) == answer(office.read(csv()))
    assert log.unknown == {"statuses": {"Nằm chờ": 1}, "units": {"Phòng C": 1}}


def test_paths_and_files(office: namro.Office, tmp_path: Path) -> None:
    path = tmp_path / "hồ sơ tháng 3.xlsx"
    path.write_bytes(xlsx([HEADINGS, *ROWS]))
    expected = answer(office.read(csv()))
    assert answer(office.read(path)) == answer(office.read(str(path))) == expected
    with path.open("rb") as file:
        assert answer(office.read(file)) == expected
    assert answer(office.read(io.BytesIO(csv()))) == expected
    halves = ["\n".join(";".join(row) for row in [HEADINGS, *part]).encode() for part in (ROWS[:3], ROWS[3:])]
    assert answer(office.read(halves)) == expected
    assert office.read({"cases": halves[0], "steps": [], "supplements": halves[1]}).reading.read == 6
    with pytest.raises(FileNotFoundError):
        office.read(tmp_path / "none.csv")
    with pytest.raises(IsADirectoryError):
        office.read(tmp_path)
    (tmp_path / "~$a.xlsx").write_bytes(b"x")
    with pytest.raises(namro.NamroError) as caught:
        office.read(tmp_path / "~$a.xlsx")
    assert caught.value.code == "lock_file"


def test_a_reading_adds_up_and_lists_each_row(office: namro.Office) -> None:
    reading = office.read({"cases": dicts()}).reading
    assert (reading.read, reading.kept, reading.repeated, reading.set_aside) == (6, 4, 1, 1)
    assert reading.reasons == {"bad_time": 1, "repeated_row": 1}
    rows = pyarrow.table(reading.left_out).to_pylist()
    assert [(row["outcome"], row["reason"], row["file"], row["row"], row["column"], row["value"]) for row in rows] == [
        ("set_aside", "bad_time", "cases", 1, "Ngày hẹn trả", "hôm nào"),
        ("repeated", "repeated_row", "cases", 3, None, "H1"),
    ]
    assert rows[0]["text_en"] == "`hôm nào` is not an instant"
    assert len(polars.DataFrame(reading.left_out)) == len(pandas.DataFrame.from_arrow(reading.left_out)) == 2
    assert reading.columns["cases.returned"] == "Ngày trả" and reading.ignored == []
    assert repr(reading) == str(reading) and "bad_time" in str(reading) and "(read" not in str(reading)
    assert reading.report.en.startswith("6 rows read = 4 kept + 1 repeated + 1 set aside\n")
    assert json.loads(reading.to_json())["rows_read"] == 6
    assert reading.questions[0].vi.endswith("Nằm chờ × 1")
    # A workbook says which sheet.
    row = pyarrow.table(office.read(xlsx([HEADINGS, *ROWS])).reading.left_out).to_pylist()[0]
    assert (row["file"], row["sheet"], row["row"]) == ("table", "Hồ sơ", 3)


def test_what_was_proposed_reads_the_next_file(office: namro.Office, tmp_path: Path) -> None:
    found = namro.inspect(csv(), office)
    assert (found.format, found.encoding, found.heading_row) == ("csv", "utf-8", 1)
    due = next(column for column in found.columns if column.name == "Ngày hẹn trả")
    assert (list(due.fields), due.confidence, dict(due.kinds)) == (["cases.due_recorded"], 83, {"day": 5, "text": 1})
    assert {dirt.examples[0] for dirt in found.dirty} == {"table:3 Ngày hẹn trả `hôm nào`", "table:5 `H1`", "`Nằm chờ` × 1"}
    expected = answer(office.read(csv()))
    path = tmp_path / "mapping.yaml"
    path.write_text(found.to_yaml(), encoding="utf-8")
    for mapping in (found, found.mapping, found.to_yaml(), str(path), path, office.read(csv()).reading.mapping):
        log = office.read(csv(), mapping=mapping)
        assert answer(log) == expected
        assert log.reading.mapping is None or mapping is None
    mapping = found.mapping
    mapping["statuses"]["Nằm chờ"] = "waiting"
    assert office.read(dicts(), mapping=mapping).unknown == {"units": {"Phòng C": 1}}
    assert found.mapping != mapping
    assert str(found).splitlines()[0] == "table: csv · utf-8 · `;`" and found.report.en.endswith("1 set aside\n")
    again = pickle.loads(pickle.dumps(found))
    assert (again, again.mapping, repr(again)) == (found, found.mapping, repr(found))
    wide = ";".join(["Mã hồ sơ", *(f"Cột {number}" for number in range(200))]).encode()
    assert len(repr(namro.inspect(wide)).splitlines()) <= 41


def test_a_frame_is_looked_at_like_a_file(office: namro.Office) -> None:
    found = namro.inspect({"cases": polars.DataFrame(dicts())}, office)
    table = found.tables[0]
    assert (table.file, table.format, table.heading_row, table.first_row) == ("cases", "frame", 0, 1)
    assert found.mapping == namro.inspect(csv(), office).mapping
    # Read from a sheet with titles, a frame has its headings further down.
    titled = pandas.read_csv(io.BytesIO(b"DANH S\xc3\x81CH;;;;;\n" + csv()), sep=";", dtype=str)
    assert namro.inspect(titled).heading_row == 1
    assert answer(office.read(titled)) == answer(office.read(csv()))


def test_own_names_are_read_as_offices_mean_them(office: namro.Office) -> None:
    wall = pandas.DataFrame(
        {
            "case_id": [1, 2, 3],
            "accepted": pandas.to_datetime(["2026-03-02 00:00", "2026-03-02 08:30", None]),
            "finished": pandas.to_datetime([None, "2026-03-03 00:00", "2026-03-04 00:00"]),
            "status": ["Đã rút", "Đã trả kết quả", "Nằm chờ"],
        }
    )
    log = office.read({"cases": wall}, mapping={"zone": "+07:00"})
    days = [{"case_id": "1", "accepted": "2026-03-02", "status": "Đã rút"}, {"case_id": "2", "accepted": "2026-03-02 08:30", "finished": "2026-03-03", "status": "Đã trả kết quả"}]
    days += [{"case_id": "3", "finished": "2026-03-04", "status": "Nằm chờ"}]
    assert answer(log) == answer(office.read({"cases": days}, mapping={"zone": "+07:00"}))
    assert answer(log) == answer(office.read(wall.to_csv(index=False).replace(" 00:00:00", "").encode(), zone="+07:00"))
    assert log.unknown == {"statuses": {"Nằm chờ": 1}}
    # Rows in the library's own shape mean what they say.
    assert office.log(cases=wall.assign(accepted=wall.accepted.dt.tz_localize("+07:00"), finished=None)).unknown == {}


def test_names_of_other_tools(office: namro.Office) -> None:
    at = pandas.to_datetime(["2026-01-05 01:00", "2026-01-05 02:00"], utc=True)
    frame = pandas.DataFrame({"case:concept:name": ["1", "1"], "concept:name": ["a", "b"], "time:timestamp": at, "org:resource": ["x", "y"], "cost": [1, 2]})
    log = office.read(frame)
    assert (len(log), list(log.reading.ignored)) == (2, ["cost"])
    renamed = frame.set_axis(["Số", "Việc", "Lúc", "Ai", "cost"], axis=1)
    columns = {"case_id": "Số", "step": "Việc", "at": "Lúc", "actor": "Ai"}
    assert answer(office.read(renamed, columns=columns)) == answer(log)
    mapping = {"events": columns, "data": {"cost": "cost"}}
    assert office.read(renamed, mapping=mapping).reading.ignored == []
    reading = office.read([{"case_id": "1", "accepted": "2026-01-05", "finishd": "2026-01-06"}]).reading
    assert [(remark.code, remark.text.en) for remark in reading.remarks] == [("unknown_field", "there is no field `finishd`")]
    assert reading.remarks[0].help is not None and reading.remarks[0].help.en == "did you mean `finished`?"


def test_mappings_by_name(office: namro.Office) -> None:
    own = namro.Office.from_dict({**RULEBOOK, "mappings": {"m": {"lenient": True, "zone": "+07:00", "dates": "day_first"}}})
    assert own.read(csv()).reading.mapping is None
    assert own.read(csv(), mapping="m").reading.kept == 4
    with pytest.raises(namro.NamroError, match="did you mean `dvcqg`"):
        own.read(csv(), mapping="dvcq")
    header = "MaHoSo, MaTTHC, NgayNopHoSo, NgayTiepNhan, NgayHenTra, NgayKetThucXuLy, NgayTra, NgayTuChoi, DonViXuLy, KenhThucHien"
    steps = "MaHoSo, NguoiXuLy, ChucDanh, ThoiDiemXuLy, PhongBanXuLy, NoiDungXuLy, TrangThai, NgayBatDau, NgayKetThucTheoQuyDinh"
    supplements = "MaHoSo, NgayBoSung, NgayTiepNhanBoSung, NgayHenTraTruoc, NgayHenTraMoi"
    portal: Any = {
        "cases": [dict.fromkeys(header.split(", ")) | {"MaHoSo": "1", "NgayTiepNhan": "2026-03-02 08:15:00", "NgayHenTra": "2026-03-05"}],
        "steps": [dict.fromkeys(steps.split(", ")) | {"MaHoSo": "1", "ThoiDiemXuLy": "2026-03-03 08:00:00", "TrangThai": "4"}],
        "supplements": [dict.fromkeys(supplements.split(", ")) | {"MaHoSo": "1", "NgayBoSung": "2026-03-03 09:00:00"}],
    }
    log = office.read(portal, mapping="dvcqg")
    assert (log.reading.kept, len(log)) == (3, 2)
    with pytest.raises(namro.NamroError) as caught:
        office.read(portal, mapping="dvcqg", zone="+25:00")
    assert caught.value.path == "/zone"


def test_without_a_rulebook() -> None:
    log = namro.read(csv())
    assert str(log.reading).splitlines()[0] == SUM and log.replay(as_of=AS_OF).as_of == "2026-04-01T00:00:00+07:00"
    assert repr(log) == "<namro.Log of 4 cases, 0 events, 1 of 6 rows set aside>"
    assert namro.read(dicts(), dates="day_first").reading.kept == 4


def test_many_faults_are_few_lines(office: namro.Office) -> None:
    rows = [{"case_id": f"c{number}", "finished": f"lúc {number}"} for number in range(1500)]
    with pytest.raises(namro.NamroError) as caught:
        office.read({"cases": rows})
    error = caught.value
    assert (error.code, error.path, error.count, len(error.errors)) == ("bad_time", "/cases/0/finished", 1500, 1)
    lines = str(error).splitlines()
    assert lines[1:] == ["… 1499 more"] and "write a day such as 31/12/2026" in lines[0]




def test_workbooks_are_read_or_refused_by_name(office: namro.Office) -> None:
    book = xlsx([HEADINGS, *ROWS])
    assert office.read(book, sheets="Hồ sơ").reading.kept == 4
    with pytest.raises(namro.NamroError, match="Sheet1"):
        office.read(book, sheets=["Sheet1"])
    with pytest.raises(namro.NamroError) as caught:
        office.read(book[: len(book) // 2])
    assert caught.value.code == "broken_workbook"
