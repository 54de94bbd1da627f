"""Files and tables before an office reads them, and without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from namro import sources
from namro._namro import Handle
from namro.log import Log
from namro.office import Office
from namro.reading import Inspection, look, said
from namro.sources import MappingLike, Source


def inspect(source: Source, /, office: Office | None = None) -> Inspection:
    """Look at files or tables: what they are, where the table begins, what is dirty, and a mapping that reads them.

    Parameters
    ----------
    source : path, bytes, file, frame, list or mapping
        As for :meth:`Office.read`.
    office : Office, optional
        Times without an offset are in its zone; without it, Vietnamese headings mean Vietnamese time.

    Examples
    --------
    >>> import namro
    >>> found = namro.inspect("Sở Nội vụ;;\\nMã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả\\nH01;02/03/2026;05/03/2026\\n".encode())
    >>> found
    table: csv · utf-8 · `;`
      bảng bắt đầu từ dòng 2, dữ liệu từ dòng 3
      Mã hồ sơ → events.case_id 95% (tiêu đề thường gặp; code 1)
      Ngày tiếp nhận → cases.accepted 100% (tiêu đề thường gặp, 100% số ô là thời điểm; day 1)
      Ngày hẹn trả → cases.due_recorded 100% (tiêu đề thường gặp, 100% số ô là thời điểm; day 1)
    1 dòng đã đọc = 1 giữ lại + 0 lặp lại + 0 gạt riêng
    >>> found.mapping["cases"]["accepted"], found.heading_row
    ('Ngày tiếp nhận', 2)
    """
    return look(source, None if office is None else office._handle)


def read(
    source: Source,
    /,
    *,
    mapping: MappingLike | None = None,
    columns: Mapping[str, str] | None = None,
    zone: str | None = None,
    dates: Literal["day_first", "month_first"] | None = None,
    encoding: str | None = None,
    sheets: str | Sequence[str] | None = None,
) -> Log:
    """Read a log without a rulebook: it is shown by its own dates. The parameters are those of :meth:`namro.Office.read`.

    Examples
    --------
    >>> import namro
    >>> log = namro.read([{"case_id": "H1", "due_recorded": "2026-01-09", "finished": "2026-01-08"}])
    >>> log.replay(as_of="2026-01-31").cases[0].standing
    'on_time'
    """
    beside = said(zone=zone, dates=dates, encoding=encoding, sheets=sheets, columns=columns)
    return Log(Handle.without_rules().read(sources.inputs(source), sources.mapping(mapping), beside, False))
