"""The scoring query over a long log: DuckDB, polars, pandas and namro on the same columns, in one run, with ratios.

    python -m venv target/peers/venv
    target/peers/venv/bin/pip install duckdb numpy pandas polars pyarrow
    cargo run -p xtask -- wheel && target/peers/venv/bin/pip install target/wheels/namro-*.whl
    target/peers/venv/bin/python benches/peers_scoring.py [--forms text words] [--only duckdb namro] [events …]

The query: for every officer, unit, step and month, how much work arrived, was done, was on time, late or undetermined,
how often it arrived and how long it was held in working time, and how often work came back through another officer. For
each tool the query is written by hand, as an analyst would; the answers are compared number by number before anything is
timed. In addition, the scorecards of a quarter with the evidence of every loss and their hashes, which no other tool has.

Every peer runs in a process of its own on Arrow columns in memory: `text` are plain texts, `words` dictionaries. Figures
are seconds of processor time of all threads, the ratio to DuckDB, and the peak memory beyond the process with its
libraries and input loaded, as a multiple of the input. Compare ratios, not seconds.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

FOLDER = pathlib.Path("target/peers")
DAY, ZONE = 86_400, 7 * 3_600
AS_OF = "2026-01-15T00:00:00+07:00"
AS_OF_SECONDS = 1_768_410_000
FIRST, DAYS = np.datetime64("2024-12-01"), 500
CLOSED = "2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30 2025-05-01 2025-09-01 2025-09-02 2026-01-01".split()
UNIT_SIZE, STEPS = 20, ["tiep-nhan", "tham-dinh", "ky"]
KEYS = ["officer", "unit", "step", "period"]
COUNTS = ["assigned", "completed", "held", "late", "moved_or_stopped", "not_assessed", "on_time", "running"]
RULEBOOK = {
    "namro": 1,
    "id": "bench",
    "title": "Bench",
    "calendars": {
        "office": {
            "zone": "+07:00",
            "weeks": [{"from": "2015-01-01", "days": {"mon-fri": ["08:00-12:00", "13:30-17:30"]}}],
            "closed": [{"date": day} for day in CLOSED],
        }
    },
    "policies": {
        "kept": {
            "title": "Kept",
            "period": "quarter",
            "item": "case",
            "components": {
                "quantity": {"title": "Quantity", "weight": 50, "measure": "completed"},
                "progress": {"title": "Progress", "weight": 50, "measure": "kept", "cuts": [{"finding": ["late", "overdue_open"], "each": "25%"}]},
            },
        }
    },
}


def calendar():
    """Working seconds before each day, and whether it is worked."""
    days = FIRST + np.arange(DAYS)
    open_ = np.is_busday(days, holidays=np.array(CLOSED, dtype="datetime64[D]"))
    return days, np.concatenate([[0], np.cumsum(open_[:-1] * 8 * 3_600)]), open_


def make(events):
    """A year of an office, from a seed: cases and events as tables of plain texts."""
    random = np.random.default_rng(20_260_115)
    count = events // 7
    units = max(count // 1_400, 1)
    unit = random.integers(0, units, count)
    # Case numbers are assigned at receipt, so they follow the calendar.
    begin = np.datetime64("2025-01-02").astype(int) * DAY + np.sort(random.integers(0, 340, count)) * DAY + 7 * 3_600 + random.integers(1_800, 11 * 3_600, count) - ZONE
    part = lambda low, high: unit * UNIT_SIZE + random.integers(low, high, count)
    doers = np.stack([part(0, 5), part(5, 15), part(15, 20)])
    other = unit * UNIT_SIZE + 5 + (doers[1] % UNIT_SIZE - 5 + 1 + random.integers(0, 9, count)) % 10
    back, stays = random.random(count) < 0.04, random.random(count) < 0.06
    waits = random.integers(1, 3 * 3_600, (3, count))
    works = np.stack([random.integers(60, 4 * 3_600, count), random.integers(600, 6 * DAY, count), random.integers(60, 2 * DAY, count)])
    at, rows = begin, [(begin, "accept", None, doers[0], None, np.ones(count, bool))]
    for step in range(3):
        start = at + waits[step]
        there = np.ones(count, bool) if step < 2 else ~stays
        rows.append((start, "start", step, doers[step], None, there))
        if step == 1:
            for turn, to in ((1, other), (2, doers[1])):
                rows.append((start + works[1] * turn // 3, "assign", step, doers[2], to, back))
        at = start + works[step]
        rows.append((at, "complete", step, doers[step], None, there & (~stays if step == 1 else True)))
    finished, due = at, begin + random.integers(2, 14, count) * DAY
    has_due, has_lead = random.random(count) >= 0.03, random.random(count) >= 0.02

    names = lambda prefix, numbers, valid=None: pc.if_else(pa.array(valid if valid is not None else np.ones(len(numbers), bool)), pa.array(np.char.add(prefix, np.asarray(numbers).astype("U")).astype(object), pa.string()), None)
    stamp = lambda seconds, valid=None: pa.array(np.asarray(seconds) * 1_000_000, pa.int64(), mask=None if valid is None else ~valid).cast(pa.timestamp("us", "UTC"))
    ids = names("HS-", np.arange(count) + 10_000_000)
    cases = pa.table(
        {
            "case_id": ids,
            "unit": names("u", unit),
            "accepted": stamp(begin),
            "due_recorded": stamp(due, has_due),
            "finished": stamp(finished, ~stays),
            "responsible": names("o", doers[1], has_lead),
        }
    )
    index = np.concatenate([np.flatnonzero(row[5]) for row in rows])
    column = lambda of: np.concatenate([of(row)[row[5]] for row in rows])
    whole = lambda value: np.full(count, value)
    when = column(lambda row: row[0])
    order = np.argsort(when, kind="stable")[:events]
    index, when = index[order], when[order]
    pick = lambda words, codes: pa.DictionaryArray.from_arrays(pa.array(codes[order], pa.int32(), mask=codes[order] < 0), words).cast(pa.string())
    acts = ["accept", "start", "assign", "complete"]
    officers = names("o", np.arange(units * UNIT_SIZE))
    table = pa.table(
        {
            "case_id": ids.take(pa.array(index)),
            "at": stamp(when),
            "act": pick(pa.array(acts), column(lambda row: whole(acts.index(row[1])))),
            "step": pick(pa.array(STEPS), column(lambda row: whole(-1 if row[2] is None else row[2]))),
            "actor": pick(officers, column(lambda row: row[3])),
            "assignee": pick(officers, column(lambda row: whole(-1) if row[4] is None else row[4])),
            "unit": names("u", np.arange(units)).take(pa.array(unit[index])),
        }
    )
    return cases, table


def words(table):
    """The same table with dictionary-encoded names."""
    names = [field.name for field in table.schema if field.type == pa.string()]
    # Actor and assignee share one dictionary, since pandas compares only columns of one dictionary.
    for group in [["actor", "assignee"], *([name] for name in names)]:
        if set(group) <= set(names):
            both = pa.chunked_array([chunk for name in group for chunk in table[name].chunks]).combine_chunks().dictionary_encode()
            for place, name in enumerate(group):
                table = table.set_column(table.column_names.index(name), name, both.slice(place * len(table), len(table)))
                names.remove(name)
    return table


def load(events, form):
    """The tables, made once and kept."""
    tables = []
    for name, table in zip(("cases", "events"), make(events) if not (FOLDER / f"events-{events}-{form}.arrow").exists() else (None, None)):
        path = FOLDER / f"{name}-{events}-{form}.arrow"
        if table is not None:
            table = words(table) if form == "words" else table
            with pa.ipc.new_file(path, table.schema) as writer:
                writer.write_table(table.combine_chunks())
        with pa.OSFile(str(path)) as file:
            tables.append(pa.ipc.open_file(file).read_all())
    return tables


def duckdb(cases, events):
    """The query in SQL."""
    import duckdb

    base = duckdb.connect()
    days, before, open_ = calendar()
    base.register("cal", pa.table({"day": pa.array(days), "before": before, "open": open_.astype(np.int64)}))
    base.execute("create table calendar as select * from cal")
    base.execute("set timezone = 'UTC'")
    base.register("cases", cases)
    base.register("events", events)
    seconds = lambda at: f"(epoch_us({at}) // 1000000 + {ZONE})"
    work = lambda c, s: f"({c}.before + {c}.open * (least(greatest({s} % 86400 - 28800, 0), 14400) + least(greatest({s} % 86400 - 48600, 0), 14400)))"
    day = lambda s: f"(date '1970-01-01' + ({s} // 86400)::int)"

    def run():
        facts = base.sql(
            f"""
            with head as (
                select case_id, responsible, unit, finished is not null as over,
                    {seconds("due_recorded")} as due, coalesce({seconds("finished")}, {AS_OF_SECONDS + ZONE}) as until
                from cases),
            judged as (
                select h.*, strftime({day("coalesce(due, until)")}, '%Y-%m') as period,
                    case when due is null then 'not_assessed' when until > due then 'late' when over then 'on_time' else 'running' end as standing,
                    due is not null and {work("b", "until")} > {work("a", "due")} as beyond
                from head h left join calendar a on a.day = {day("h.due")} left join calendar b on b.day = {day("h.until")}),
            turns as (
                select case_id, step, coalesce(assignee, actor) as officer, unit, act, {seconds('"at"')} as since,
                    lead(act) over turn as next_act, lead(actor) over turn as next_actor, lead({seconds('"at"')}) over turn as until
                from events where step is not null window turn as (partition by case_id, step order by "at")),
            holds as (
                select t.case_id, t.step, t.officer, t.unit, until is null as holding, next_act = 'complete' and next_actor = t.officer as done,
                    {work("b", f"coalesce(until, {AS_OF_SECONDS + ZONE})")} - {work("a", "since")} as held
                from turns t join calendar a on a.day = {day("since")} join calendar b on b.day = {day(f"coalesce(until, {AS_OF_SECONDS + ZONE})")}
                where act in ('start', 'assign')),
            items as (
                select case_id, step, officer, any_value(unit) as unit, bool_or(coalesce(done, false)) as completed, bool_or(holding) as holding,
                    count(*) as visits, sum(held) as held
                from holds group by case_id, step, officer),
            whole as (
                select i.officer, i.unit, i.step, j.period, i.completed, i.visits, i.held,
                    case when not completed and not holding then 'moved_or_stopped' when standing <> 'late' then standing
                        when beyond then 'not_assessed' else 'on_time' end as standing
                from items i join judged j using (case_id)
                union all
                select responsible, unit, null, period, over, 0, 0, standing from judged)
            select officer, unit, step, period, count(*) filter (standing <> 'moved_or_stopped') as assigned,
                count(*) filter (completed) as completed, sum(visits)::bigint as held, count(*) filter (standing = 'late') as late,
                count(*) filter (standing = 'moved_or_stopped') as moved_or_stopped, count(*) filter (standing = 'not_assessed') as not_assessed,
                count(*) filter (standing = 'on_time') as on_time, count(*) filter (standing = 'running') as running, sum(held)::bigint as seconds
            from whole group by officer, unit, step, period"""
        ).to_arrow_table()
        returns = base.sql(
            """
            with pairs as (select case_id, "at", actor, lag(actor) over (partition by case_id order by "at") as before from events where actor is not null),
            changes as (select case_id, actor, lag(actor, 2) over (partition by case_id order by "at") as earlier from pairs where actor is distinct from before)
            select count(*) from changes where actor = earlier"""
        ).fetchall()[0][0]
        return facts, returns

    return {"facts": run}


def polars(cases, events):
    """The query in polars expressions."""
    import polars as pl

    cases, events = pl.from_arrow(cases), pl.from_arrow(events)
    days, before, open_ = calendar()
    table = pl.DataFrame({"day": days.astype(int), "before": before, "open": open_.astype(np.int64)}).lazy()
    local = lambda name: (pl.col(name).dt.epoch("s") + ZONE)

    def worked(frame, at, into):
        """Adds the working seconds before a column of local seconds."""
        second = pl.col(at) % DAY
        shifts = (second - 28_800).clip(0, 14_400) + (second - 48_600).clip(0, 14_400)
        frame = frame.with_columns((pl.col(at) // DAY).alias("day")).join(table, on="day", how="left")
        return frame.with_columns((pl.col("before") + pl.col("open") * shifts).alias(into)).drop("day", "before", "open")

    def run():
        head = cases.lazy().select(
            "case_id", "responsible", pl.col("unit").alias("case_unit"), over=pl.col("finished").is_not_null(), due=local("due_recorded"), until=local("finished").fill_null(AS_OF_SECONDS + ZONE)
        )
        head = worked(worked(head, "due", "due_work"), "until", "until_work")
        due, until = pl.col("due"), pl.col("until")
        standing = pl.when(due.is_null()).then(pl.lit("not_assessed")).when(until > due).then(pl.lit("late")).when(pl.col("over")).then(pl.lit("on_time")).otherwise(pl.lit("running"))
        period = pl.from_epoch(pl.coalesce("due", "until"), "s").dt.strftime("%Y-%m")
        judged = head.select("case_id", "responsible", "case_unit", "over", period=period, standing=standing, beyond=pl.col("until_work") > pl.col("due_work"))
        turns = events.lazy().filter(pl.col("step").is_not_null()).sort("case_id", "step", "at")
        next_ = lambda name: pl.col(name).shift(-1).over("case_id", "step")
        turns = turns.select(
            "case_id", "step", "unit", "act", officer=pl.coalesce("assignee", "actor"), since=local("at"), next_act=next_("act"), next_actor=next_("actor"), until=next_("at").dt.epoch("s") + ZONE
        ).filter(pl.col("act").is_in(["start", "assign"]))
        holds = turns.with_columns(holding=pl.col("until").is_null(), end=pl.col("until").fill_null(AS_OF_SECONDS + ZONE))
        holds = worked(worked(holds, "since", "a"), "end", "b")
        done = ((pl.col("next_act") == "complete") & (pl.col("next_actor") == pl.col("officer"))).fill_null(False)
        items = holds.group_by("case_id", "step", "officer").agg(pl.col("unit").first(), completed=done.any(), holding=pl.col("holding").any(), visits=pl.len(), held=(pl.col("b") - pl.col("a")).sum())
        own = pl.when(~pl.col("completed") & ~pl.col("holding")).then(pl.lit("moved_or_stopped")).when(pl.col("standing") != "late").then("standing").when(pl.col("beyond")).then(pl.lit("not_assessed")).otherwise(pl.lit("on_time"))
        steps = items.join(judged, on="case_id").select("officer", "unit", "step", "period", "completed", pl.col("visits").cast(pl.Int64), pl.col("held").cast(pl.Int64), standing=own)
        heads = judged.select(
            pl.col("responsible").alias("officer"), pl.col("case_unit").alias("unit"), pl.lit(None).cast(steps.collect_schema()["step"]).alias("step"), "period", pl.col("over").alias("completed"), pl.lit(0, pl.Int64).alias("visits"), pl.lit(0, pl.Int64).alias("held"), "standing"
        )
        count = lambda name: (pl.col("standing") == name).sum().alias(name)
        facts = pl.concat([steps, heads]).group_by(KEYS).agg(
            (pl.col("standing") != "moved_or_stopped").sum().alias("assigned"), pl.col("completed").sum(), pl.col("visits").sum().alias("held"), *(count(name) for name in COUNTS[3:]), pl.col("held").sum().alias("seconds")
        )
        changes = events.lazy().filter(pl.col("actor").is_not_null()).sort("case_id", "at").select("case_id", "actor")
        changes = changes.filter(pl.col("actor").ne_missing(pl.col("actor").shift(1).over("case_id")))
        returns = changes.select((pl.col("actor") == pl.col("actor").shift(2).over("case_id")).sum())
        return facts.collect().to_arrow(), returns.collect().item()

    return {"facts": run}


def pandas(cases, events):
    """The query in pandas, which is also the reference result."""
    import pandas as pd

    cases, events = cases.to_pandas(), events.to_pandas()
    days, before, open_ = calendar()
    first = days[0].astype(int)

    def worked(seconds):
        """Working seconds before local seconds."""
        index, second = seconds // DAY - first, seconds % DAY
        return before[index] + open_[index] * (np.clip(second - 28_800, 0, 14_400) + np.clip(second - 48_600, 0, 14_400))

    local = lambda column: column.astype("datetime64[s, UTC]").astype("int64").to_numpy() + ZONE

    def run():
        head = pd.DataFrame({"case_id": cases.case_id, "responsible": cases.responsible, "case_unit": cases.unit})
        dated, head["over"] = cases.due_recorded.notna().to_numpy(), cases.finished.notna().to_numpy()
        until = np.where(head.over, local(cases.finished.fillna(pd.Timestamp(0, tz="UTC"))), AS_OF_SECONDS + ZONE)
        due = np.where(dated, local(cases.due_recorded.fillna(pd.Timestamp(0, tz="UTC"))), until)
        head["standing"] = np.select([~dated, until > due, head.over], ["not_assessed", "late", "on_time"], "running")
        head["beyond"] = worked(until) > worked(due)
        head["period"] = np.datetime_as_string(due.astype("datetime64[s]").astype("datetime64[M]"))
        turns = events[events.step.notna()].sort_values(["case_id", "step", "at"], kind="stable")
        # The next row of the same case and step, without a group-by over millions of groups.
        same = (turns.case_id.shift(-1) == turns.case_id) & (turns.step.shift(-1) == turns.step)
        begins = turns.act.isin(["start", "assign"])
        since, after = local(turns["at"]), np.where(same, np.roll(local(turns["at"]), -1), AS_OF_SECONDS + ZONE)
        officer = turns.assignee.fillna(turns.actor)
        done = same & (turns.act.shift(-1) == "complete") & (turns.actor.shift(-1) == officer)
        holds = pd.DataFrame({"case_id": turns.case_id, "step": turns.step, "officer": officer, "unit": turns.unit, "done": done, "holding": ~same, "held": worked(after) - worked(since)})[begins]
        groups = holds.groupby(["case_id", "step", "officer"], observed=True, sort=False)
        items = groups.agg(unit=("unit", "first"), completed=("done", "any"), holding=("holding", "any"), visits=("held", "size"), held=("held", "sum")).reset_index()
        items = items.merge(head, on="case_id")
        items["standing"] = np.select([~items.completed & ~items.holding, items.standing != "late", items.beyond], ["moved_or_stopped", items.standing, "not_assessed"], "on_time")
        heads = pd.DataFrame({"officer": head.responsible, "unit": head.case_unit, "step": None, "period": head.period, "completed": head.over, "visits": 0, "held": 0, "standing": head.standing})
        every = pd.concat([items[[*KEYS, "completed", "visits", "held", "standing"]], heads])
        every["assigned"] = every.standing != "moved_or_stopped"
        for name in COUNTS[3:]:
            every[name] = every.standing == name
        every = every.rename(columns={"held": "seconds"}).rename(columns={"visits": "held"})
        facts = every.groupby(KEYS, dropna=False, observed=True, sort=False)[[*COUNTS, "seconds"]].sum().reset_index()
        acts = events[events.actor.notna()].sort_values(["case_id", "at"], kind="stable")[["case_id", "actor"]]
        changes = acts[(acts.case_id != acts.case_id.shift()) | (acts.actor != acts.actor.shift())]
        returns = int(((changes.case_id == changes.case_id.shift(2)) & (changes.actor == changes.actor.shift(2))).sum())
        return pa.Table.from_pandas(facts, preserve_index=False), returns

    return {"facts": run}


def namro(cases, events):
    """The library."""
    import namro

    office = namro.Office.from_dict(RULEBOOK)

    def run():
        replay = office.replay(cases=cases, events=events, as_of=AS_OF)
        return replay.facts, next(count.count for count in replay.counts if count.id == "returns")

    def score():
        log = office.log(cases=cases, events=events)
        return log.replay(as_of=AS_OF).facts, log.score(as_of=AS_OF, policy="kept", period="2025-Q3")

    return {"facts": run, "score": score}


PEERS = {"duckdb": duckdb, "polars": polars, "pandas": pandas, "namro": namro}


def canonical(facts):
    """Facts of any tool as one sorted table of plain columns."""
    facts = pa.table(facts)
    if "kind" in facts.column_names:
        facts = wide(facts)
    facts = pa.table({name: facts[name].cast(pa.string() if name in KEYS else pa.int64()) for name in [*KEYS, *COUNTS, "seconds"]})
    return facts.sort_by([(key, "ascending") for key in KEYS]).combine_chunks()


def wide(facts):
    """One row per key, as in the other tools."""
    frame = facts.select(["kind", *KEYS, "count", "working_seconds"]).to_pandas()
    keys = frame.groupby(KEYS, dropna=False, observed=True, sort=False).ngroup()
    groups = frame[KEYS].groupby(keys).head(1).set_axis(keys[~keys.duplicated()])
    for kind in COUNTS:
        of = frame.kind == kind
        groups[kind] = frame["count"][of].groupby(keys[of]).sum().reindex(groups.index, fill_value=0)
    groups["seconds"] = frame.working_seconds.groupby(keys).sum().reindex(groups.index)
    return pa.Table.from_pandas(groups, preserve_index=False)


def memory(field):
    """A field of the process's memory, in bytes."""
    line = next(line for line in pathlib.Path("/proc/self/status").read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) * 1_024


def child(peer, events, form):
    """Runs one tool once, and returns its time and memory."""
    tables = load(events, form)
    for name, run in PEERS[peer](*tables).items():
        before = memory("VmRSS")
        pathlib.Path("/proc/self/clear_refs").write_text("5")
        wall, cpu = time.perf_counter(), time.process_time()
        answer = run()
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        result = {"peer": peer, "what": name, "cpu": cpu, "wall": wall, "peak": memory("VmHWM") - before, "input": sum(table.nbytes for table in tables)}
        if name == "facts":
            path = FOLDER / f"facts-{events}-{form}-{peer}.arrow"
            facts = canonical(answer[0])
            with pa.ipc.new_file(path, facts.schema) as writer:
                writer.write_table(facts)
            result |= {"rows": len(facts), "returns": answer[1]}
        else:
            cards = answer[1].cards
            result |= {"cards": len(cards), "losses": sum(len(card.losses) for card in cards)}
        print(json.dumps(result), flush=True)
        del answer


def main():
    """Print one line per tool."""
    parser = argparse.ArgumentParser()
    parser.add_argument("events", type=int, nargs="*", default=[100_000, 1_000_000, 10_000_000])
    parser.add_argument("--forms", nargs="*", default=["text", "words"])
    parser.add_argument("--only", nargs="*", default=list(PEERS))
    parser.add_argument("--child", nargs=3)
    arguments = parser.parse_args()
    if arguments.child:
        peer, events, form = arguments.child
        return child(peer, int(events), form)
    FOLDER.mkdir(parents=True, exist_ok=True)
    print(f"{'events':>12} {'form':6}{'peer':8}{'what':8}{'cpu s':>8}{'wall s':>8}{'of duckdb':>10}{'of input':>9}  answer")
    for events in arguments.events:
        for form in arguments.forms:
            load(events, form)
            base, oracle = None, None
            for peer in arguments.only:
                out = subprocess.run([sys.executable, __file__, "--child", peer, str(events), form], stdout=subprocess.PIPE, check=True, env=os.environ)
                for line in map(json.loads, out.stdout.splitlines()):
                    base = line["cpu"] if peer == "duckdb" else base
                    note = f"{line.get('cards')} cards, {line.get('losses')} losses"
                    if line["what"] == "facts":
                        with pa.OSFile(str(FOLDER / f"facts-{events}-{form}-{peer}.arrow")) as file:
                            facts = (pa.ipc.open_file(file).read_all(), line["returns"])
                        oracle = oracle or facts
                        note = f"{line['rows']} rows, {'equal' if oracle[0].equals(facts[0]) and oracle[1] == facts[1] else 'DIFFERENT'}"
                    ratio = f"{line['cpu'] / base:10.2f}" if base else " " * 10
                    print(f"{events:12} {form:6}{peer:8}{line['what']:8}{line['cpu']:8.2f}{line['wall']:8.2f}{ratio}{line['peak'] / line['input']:9.2f}  {note}", flush=True)


if __name__ == "__main__":
    main()
