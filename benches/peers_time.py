"""Working time in bulk: peers and namro on the same rows, in one run, with ratios.

    cargo build --release -p namro-benches --bin time_columns
    python benches/peers_time.py [--binary target/release/time_columns] [rows …]

Needs numpy; polars, pandas, duckdb, workclock and the wheel `namro` are timed where they are installed, each in a
process of its own. Figures are nanoseconds of processor time per row on one thread, the ratio to the floor (one pass of
NumPy that copies an int64 column and adds a constant), and the peak memory of the process beyond what it held with its
libraries and its input loaded; slow peers get fewer rows. Compare ratios, not nanoseconds.
"""

import argparse
import importlib
import json
import os
import pathlib
import resource
import subprocess
import sys
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




class Data:
    """The columns, in the form for each tool."""

    def __init__(self, folder):
        self.folder = folder
        self.starts = np.fromfile(folder / "starts.bin", dtype="<i8")
        self.ends = np.fromfile(folder / "ends.bin", dtype="<i8")
        self.days = ((self.starts + 7 * 3_600 * SECOND) // DAY).astype("datetime64[D]")


def cost(run, rows, repeats=3):
    """Nanoseconds of processor time per row."""
    best = float("inf")
    for _ in range(repeats):
        start = time.process_time_ns()
        run()
        best = min(best, time.process_time_ns() - start)
    return best / rows


def floor(data):
    out = np.empty_like(data.starts)
    return {"floor": (lambda: np.add(data.starts, 3, out=out), len(out))}


def numpy(data):
    off = np.array(OFF, dtype="datetime64[D]")
    days = lambda: np.busday_offset(data.days, 3, roll="backward", holidays=off)
    out = np.empty_like(data.days)
    into = lambda: np.busday_offset(data.days, 3, roll="backward", holidays=off, out=out)
    elapsed = lambda: by_hand(data.ends) - by_hand(data.starts)
    rows = len(data.days)
    return {"days": (days, rows), "days (out=)": (into, rows), "elapsed (a table by hand)": (elapsed, rows)}


def polars(data):
    pl = importlib.import_module("polars")
    column, off = pl.Series("d", data.days), [date.fromisoformat(day) for day in OFF]
    return {"days": (lambda: column.dt.add_business_days(3, holidays=off, roll="backward"), len(data.days))}


def pandas(data):
    pd = importlib.import_module("pandas")
    days, day = pd.DatetimeIndex(data.days[:10_000]), pd.offsets.CustomBusinessDay(3, holidays=OFF)
    hours = pd.to_datetime(data.starts[:200] + 7 * 3_600 * SECOND, unit="us")
    shifts = {"start": ["08:00", "13:30"], "end": ["12:00", "17:30"]}
    hour = pd.offsets.CustomBusinessHour(20, holidays=OFF, **shifts)
    return {"days": (lambda: days + day, len(days)), "hours": (lambda: hours + hour, len(hours))}


def duckdb(data):
    return {"days (a table by hand)": (duckdb_days(importlib.import_module("duckdb"), data), len(data.days))}


def workclock(data):
    wc = importlib.import_module("workclock")
    off = wc.Holidays([date.fromisoformat(day) for day in OFF])
    schedule = wc.Schedule([wc.WorkDay(*shift) for shift in SHIFTS] + [off], time_zone="Asia/Ho_Chi_Minh")
    instants = lambda column: [datetime.fromtimestamp(micros / SECOND, HANOI) for micros in column[:2_000].tolist()]
    starts, ends = instants(data.starts), instants(data.ends)
    hours = lambda: schedule.add_many(starts, timedelta(hours=20))
    return {"hours": (hours, len(starts)), "elapsed": (lambda: schedule.between_many(starts, ends), len(starts))}


def namro(data):
    """The wheel, through its public interface; its answers are compared with the table made by hand."""
    calendar, rows = importlib.import_module("namro").Calendar.vietnam(), len(data.starts)
    kinds = ("datetime64[D]", "datetime64[us]", "timedelta64[s]")
    days, dues, worked = (np.ones(rows, "int64").view(kind) for kind in kinds)
    three, twenty = "3 ngày làm việc", "20 giờ làm việc"
    return {
        "days": (lambda: calendar.due(data.days, three), rows),
        "days (out=)": (lambda: calendar.due(data.days, three, out=days), rows),
        "hours": (lambda: calendar.due(data.starts, twenty), rows),
        "hours (out=)": (lambda: calendar.due(data.starts, twenty, out=dues), rows),
        "elapsed": (lambda: calendar.elapsed(data.starts, data.ends), rows),
        "elapsed (out=)": (lambda: calendar.elapsed(data.starts, data.ends, out=worked), rows),
        "due by days": (lambda: calendar.due(data.starts, three), rows),
    }


def namro_stood(data):
    """Columns in which the clock of some rows was suspended for two days; each suspended row is counted individually."""
    calendar, rows = importlib.import_module("namro").Calendar.vietnam(), min(len(data.starts), 1_000_000)
    starts, questions = data.starts[:rows], {}
    for share, text in ((0, "in none"), (100, "in one of 100"), (10, "in one of 10"), (1, "in all")):
        suspended, resumed = starts + DAY, starts + 3 * DAY
        paused = np.arange(rows) % share == 0 if share else np.zeros(rows, bool)
        suspended[~paused] = resumed[~paused] = np.iinfo("int64").min
        for limit, name in (("3 ngày làm việc", "days"), ("20 giờ làm việc", "hours")):
            ask = lambda limit=limit, begun=suspended, ended=resumed: calendar.due(starts, limit, suspended=begun, resumed=ended)
            questions[f"{name}, paused {text}"] = (ask, rows)
    return questions


def duckdb_days(duckdb, data):
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
    given = {"day": data.days.astype("int32")}
    connection.execute("create table given as select day from given")
    query = "select sum(answer) from given join calendar using (day)"
    return lambda: connection.execute(query).fetchall()


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


def kernels(binary, data):
    """The bare kernels of the core; their answers are compared with the table made by hand."""
    command = [binary, data.folder / "starts.bin", data.folder / "ends.bin", data.folder]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    worked = np.fromfile(data.folder / "elapsed.bin", dtype="<i8")
    wrong = int((worked != (by_hand(data.ends) - by_hand(data.starts)) // SECOND).sum())
    moved = np.fromfile(data.folder / "hours.bin", dtype="<i8")
    wrong += int((by_hand(moved) - by_hand(data.starts) != 72_000 * SECOND).sum())
    print(f"  {'namro, kernels alone':12} {wrong} answers differ from the table by hand; {said['extra_kib']} KiB beside input and output")
    for name in ("days", "hours", "elapsed"):
        print(f"    {name:28} {said[name]:12.2f} ns  {said[name] / said['floor']:10.1f} x floor of Rust")


PEERS = [floor, namro, namro_stood, numpy, polars, pandas, duckdb, workclock]


def one(name, folder):
    """One tool in its own process: prints the time of each query."""
    resident = lambda: int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * 4
    try:
        questions = {peer.__name__: peer for peer in PEERS}[name](Data(folder))
    except ImportError:
        return print("{}")
    before = resident()
    slow = lambda rows: 1 if rows <= 10_000 else 15 if name == "floor" else 3
    costs = {question: cost(run, rows, slow(rows)) for question, (run, rows) in questions.items()}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(json.dumps({"costs": costs, "rows": {q: rows for q, (_, rows) in questions.items()}, "peak": max(peak, 0)}))


def measure(rows, binary):
    random = np.random.default_rng(42)
    first = int(datetime(2024, 1, 1, tzinfo=HANOI).timestamp())
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        # At random, to the microsecond.
        starts = (first + random.integers(0, 1_060 * 86_400, rows)) * SECOND + random.integers(0, SECOND, rows)
        starts.tofile(folder / "starts.bin")
        (starts + random.integers(0, 30 * DAY, rows)).tofile(folder / "ends.bin")
        del starts
        bottom = None
        single = {name: "1" for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "RAYON_NUM_THREADS")}
        for peer in PEERS:
            command = [sys.executable, __file__, "--peer", peer.__name__, str(folder)]
            done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **single})
            said = json.loads(done.stdout or "{}") if done.returncode == 0 else {}
            if not said:
                print(f"  {peer.__name__}: not here {done.stderr.strip().splitlines()[-1:]}")
                continue
            if bottom is None:
                bottom = said["costs"]["floor"]
                print(f"{rows} rows; floor (numpy copy and add): {bottom:.2f} ns a row")
                continue
            print(f"  {peer.__name__:12} {said['peak'] // 1024:6} MiB besides libraries and input")
            for question, spent in said["costs"].items():
                few = "" if said["rows"][question] == rows else f"  ({said['rows'][question]} rows)"
                print(f"    {question:28} {spent:12.2f} ns  {spent / bottom:10.1f} x floor{few}")
        if pathlib.Path(binary).exists():
            kernels(binary, Data(folder))


def main():
    if sys.argv[1:2] == ["--peer"]:
        return one(sys.argv[2], pathlib.Path(sys.argv[3]))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="*", type=int, default=[1_000_000, 10_000_000])
    parser.add_argument("--binary", default="target/release/time_columns")
    arguments = parser.parse_args()
    for rows in arguments.rows:
        measure(rows, arguments.binary)


if __name__ == "__main__":
    main()
