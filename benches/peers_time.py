"""Working time in bulk: peers and namro on the same rows, in one run, with ratios.

    cargo build --release -p namro-benches --bin time_columns
    python benches/peers_time.py [rows] [--binary target/release/time_columns]

Needs numpy; polars, pandas, duckdb, workclock and the wheel `namro` are timed where they are installed. Figures are
nanoseconds of processor time per row; slow peers get fewer rows. Compare ratios, not
nanoseconds. The floor is one pass of NumPy that copies an int64 column and adds a constant.
"""

import argparse
import importlib
import json
import pathlib
import resource
import subprocess
import tempfile
import time
from datetime import date, datetime, timedelta, timezone
from datetime import time as clock

import numpy as np

# Days off of the yearly notices (weekdays only), and the Saturdays worked in exchange.
OFF = """
2024-01-01 2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2024-04-18 2024-04-29 2024-04-30 2024-05-01
2024-09-02 2024-09-03 2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30
2025-05-01 2025-05-02 2025-09-01 2025-09-02 2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19
2026-02-20 2026-04-27 2026-04-30 2026-05-01 2026-08-31 2026-09-01 2026-09-02 2026-11-24
""".split()
SATURDAYS = "2024-05-04 2025-04-26 2026-01-10 2026-08-22".split()
HANOI = timezone(timedelta(hours=7))
SHIFTS = [(clock(8), clock(12)), (clock(13, 30), clock(17, 30))]
SECOND, DAY = 1_000_000, 86_400_000_000


def cost(run, rows, repeats=3):
    """Nanoseconds of processor time per row."""
    best = float("inf")
    for _ in range(repeats):
        start = time.process_time_ns()
        run()
        best = min(best, time.process_time_ns() - start)
    return best / rows


def peers_days(local_days, results):
    n = len(local_days)
    off = np.array(OFF, dtype="datetime64[D]")
    results["numpy busday_offset"] = cost(lambda: np.busday_offset(local_days, 3, roll="backward", holidays=off), n)
    if pl := optional("polars"):
        column, days_off = pl.Series("d", local_days), [date.fromisoformat(day) for day in OFF]
        query = lambda: column.dt.add_business_days(3, holidays=days_off, roll="backward")
        results["polars add_business_days"] = cost(query, n)
    if pd := optional("pandas"):
        few = pd.DatetimeIndex(local_days[:10_000])
        step = pd.offsets.CustomBusinessDay(3, holidays=OFF)
        results["pandas CustomBusinessDay"] = cost(lambda: few + step, len(few), 1)
    if duckdb := optional("duckdb"):
        results["duckdb calendar table"] = duckdb_days(duckdb, local_days)


def duckdb_days(duckdb, local_days):
    """A table of each day and its answer, made by hand and joined."""
    connection = duckdb.connect(config={"threads": 1})
    first = np.datetime64("2023-12-01")
    days = first + np.arange(1_200)
    weekday = (days.astype(int) + 3) % 7 < 5
    works = (weekday & ~np.isin(days, np.array(OFF, "datetime64[D]"))) | np.isin(days, np.array(SATURDAYS, "datetime64[D]"))
    working = days[works]
    answer = working[np.minimum(np.searchsorted(working, days, side="right") + 2, len(working) - 1)]
    connection.execute("create table calendar (day int, answer int)")
    rows = [(int(a), int(b)) for a, b in zip(days.astype(int), answer.astype(int))]
    connection.executemany("insert into calendar values (?, ?)", rows)
    pd = optional("pandas")
    if pd is None:
        return None
    frame = pd.DataFrame({"day": local_days.astype("int32")})
    connection.execute("create table given as select day from frame")
    query = "select sum(answer) from given join calendar using (day)"
    return cost(lambda: connection.execute(query).fetchall(), len(local_days))


def peers_hours(starts, ends, hours, elapsed):
    as_datetime = lambda micros: datetime.fromtimestamp(micros / SECOND, HANOI)
    if pd := optional("pandas"):
        few = pd.to_datetime(starts[:200] + 7 * 3_600 * SECOND, unit="us")
        step = pd.offsets.CustomBusinessHour(20, start=["08:00", "13:30"], end=["12:00", "17:30"], holidays=OFF)
        hours["pandas CustomBusinessHour"] = cost(lambda: few + step, len(few), 1)
    if wc := optional("workclock"):
        off = wc.Holidays([date.fromisoformat(day) for day in OFF])
        schedule = wc.Schedule([wc.WorkDay(*shift) for shift in SHIFTS] + [off], time_zone="Asia/Ho_Chi_Minh")
        few = [as_datetime(start) for start in starts[:2_000]]
        late = [as_datetime(end) for end in ends[:2_000]]
        try:
            hours["workclock add_many"] = cost(lambda: schedule.add_many(few, timedelta(hours=20)), len(few), 1)
            elapsed["workclock between_many"] = cost(lambda: schedule.between_many(few, late), len(few), 1)
        except Exception as error:  # its interface is young
            print(f"workclock: {error!r}")
    elapsed["numpy prefix table by hand"] = cost(lambda: by_hand(ends) - by_hand(starts), len(starts))


def by_hand(micros):
    """Working microseconds since 2023-12-01, from a table per day."""
    first = np.datetime64("2023-12-01").astype(int)
    days = np.arange(first, first + 1_400)
    dates = days.astype("datetime64[D]")
    works = ((days + 3) % 7 < 5) & ~np.isin(dates, np.array(OFF, "datetime64[D]"))
    works |= np.isin(dates, np.array(SATURDAYS, "datetime64[D]"))
    before = np.concatenate([[0], np.cumsum(works)[:-1]]) * (8 * 3_600 * SECOND)
    local = micros + 7 * 3_600 * SECOND
    day, within = local // DAY - first, local % DAY
    at = lambda hour: int(hour * 3_600 * SECOND)
    inside = np.clip(within - at(8), 0, at(4)) + np.clip(within - at(13.5), 0, at(4))
    return before[day] + inside * works[day]


def ours_in_python(local_days, starts, ends, results):
    """The wheel, where it answers whole columns."""
    namro = optional("namro")
    vietnam = getattr(getattr(namro, "Calendar", None), "vietnam", None)
    if vietnam is None:
        return
    calendar, n = vietnam(), len(starts)
    questions = {
        "days": lambda: calendar.working_days_after(local_days, 3),
        "hours": lambda: calendar.add_working(starts, 72_000),
        "elapsed": lambda: calendar.elapsed_column(starts, ends),
    }
    for (name, run), table in zip(questions.items(), results):
        try:
            table["namro (wheel)"] = cost(run, n)
        except (AttributeError, TypeError) as error:
            print(f"namro (wheel), {name}: {error}")


def ours_in_rust(binary, starts, ends, results):
    """The bare kernels; their answers are compared with the tables made by hand."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        starts.astype("<i8").tofile(folder / "starts.bin")
        ends.astype("<i8").tofile(folder / "ends.bin")
        command = [binary, folder / "starts.bin", folder / "ends.bin", folder]
        said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for name, table in zip(("days", "hours", "elapsed"), results):
            table["namro"] = said[name]
        worked = np.fromfile(folder / "elapsed.bin", dtype="<i8")
        wrong = int((worked != (by_hand(ends) - by_hand(starts)) // SECOND).sum())
        moved = np.fromfile(folder / "hours.bin", dtype="<i8")
        wrong += int((by_hand(moved) - by_hand(starts) != 72_000 * SECOND).sum())
        print(f"namro: {said['extra_kib']} KiB beside input and output, Rust floor {said['floor']} ns, {wrong} answers differ")


def optional(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--binary", default="target/release/time_columns")
    arguments = parser.parse_args()
    random = np.random.default_rng(42)
    first = int(datetime(2024, 1, 1, tzinfo=HANOI).timestamp())
    starts = (first + random.integers(0, 1_060 * 86_400, arguments.rows)) * SECOND
    ends = starts + random.integers(0, 30 * 86_400, arguments.rows) * SECOND
    local_days = ((starts + 7 * 3_600 * SECOND) // DAY).astype("datetime64[D]")
    out = np.empty_like(starts)

    days, hours, elapsed = {}, {}, {}
    floor = cost(lambda: np.add(starts, 3, out=out), len(starts), 15)
    if pathlib.Path(arguments.binary).exists():
        ours_in_rust(arguments.binary, starts, ends, (days, hours, elapsed))
    ours_in_python(local_days, starts, ends, (days, hours, elapsed))
    peers_days(local_days, days)
    peers_hours(starts, ends, hours, elapsed)
    print(f"{arguments.rows} rows; floor (numpy copy and add): {floor:.2f} ns a row")
    for title, table in (("3 working days", days), ("20 working hours", hours), ("working time between", elapsed)):
        print(title)
        for name, nanoseconds in sorted(((k, v) for k, v in table.items() if v), key=lambda item: item[1]):
            print(f"  {name:28} {nanoseconds:12.2f} ns  {nanoseconds / floor:12.1f} x floor")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")


if __name__ == "__main__":
    main()
