"""Alignments beside r4pm: the same nets of pm4py's inductive miner, cost by cost, in one run.

    cargo build --release -p namro-cli
    python benches/peers_alignments.py LOG.xes.gz [--noise 0.2] [--binary target/release/namro]

Needs pm4py (AGPL-3.0) and r4pm, which are peers here and never parts of the library. The net is discovered by pm4py and read
by the library as BPMN, whose steps bind to the log by their titles. Times are of the processor: the library's is that of the
table of variants without that of the table of flows, which reads and replays the log in the same way.
"""

import argparse
import csv
import json
import pathlib
import resource
import subprocess
import tempfile
import time

COST = 10_000
AS_OF = "2026-03-01T00:00:00+07:00"


def write_log(folder, frame):
    """Traces as pm4py orders them, one second apart; each case has ended, so that its whole run is asked for."""
    cases = list(frame.groupby("case:concept:name", sort=False))
    with open(folder / "events.csv", "w", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["case_id", "at", "act", "step"])
        for case, rows in cases:
            for index, step in enumerate(rows["concept:name"]):
                minute, hour, day = index // 60, index // 3600, 1 + index // 86_400
                at = f"2026-01-{day:02}T{hour % 24:02}:{minute % 60:02}:{index % 60:02}+07:00"
                writer.writerow([case, at, "complete", step])
    with open(folder / "cases.csv", "w", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["case_id", "finished"])
        writer.writerows([case, "2026-02-01T00:00:00+07:00"] for case, _ in cases)


def title(name, step):
    """What the log calls a step."""
    given = step.get("title") or name
    return given if isinstance(given, str) else given["vi"]


def table(binary, folder, name):
    """The rows of a table, and the processor time that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    output = folder / f"{name}.csv"
    files = [folder / "events.csv", folder / "cases.csv"]
    command = [binary, "table", "--table", name, *files, "--as-of", AS_OF, "--rulebook", folder / "rules.json", "-o", output]
    subprocess.run(command, check=True, capture_output=True)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    csv.field_size_limit(1 << 30)
    with open(output, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file)), spent


def main():
    """Print the number of variants of equal cost, and both times."""
    parser = argparse.ArgumentParser()
    parser.add_argument("log")
    parser.add_argument("--noise", type=float, default=0.2)
    parser.add_argument("--binary", default="target/release/namro")
    arguments = parser.parse_args()

    import pm4py
    from pm4py.objects.bpmn.exporter import exporter
    from r4pm import petri_net
    from r4pm.bindings import align_trace

    frame = pm4py.convert_to_dataframe(pm4py.read_xes(arguments.log))
    if "lifecycle:transition" in frame.columns:
        done = frame["lifecycle:transition"].str.lower() == "complete"
        frame = frame[done] if done.any() else frame
    frame = frame.sort_values(["case:concept:name", "time:timestamp"], kind="stable")
    tree = pm4py.discover_process_tree_inductive(frame, noise_threshold=arguments.noise)
    with tempfile.TemporaryDirectory() as path:
        folder = pathlib.Path(path)
        write_log(folder, frame)
        exporter.apply(pm4py.convert_to_bpmn(tree), str(folder / "net.bpmn"))
        pm4py.write_pnml(*pm4py.convert_to_petri_net(tree), str(folder / "net.pnml"))
        request = json.dumps({"xml": (folder / "net.bpmn").read_text()})
        answer = subprocess.run([arguments.binary, "call", "read_bpmn"], input=request.encode(), capture_output=True, check=True)
        workflow = next(iter(json.loads(answer.stdout)["workflows"].values()))
        rules = {
            "namro": 1,
            "id": "net",
            "title": {"vi": "net", "en": "net"},
            "procedures": {"p": {"title": {"vi": "p", "en": "p"}, "workflow": "w"}},
            "workflows": {"w": workflow},
            "mappings": {"m": {"procedure": "p"}},
        }
        (folder / "rules.json").write_text(json.dumps(rules))
        _, reading = table(arguments.binary, folder, "flows")
        variants, both = table(arguments.binary, folder, "variants")
        net = petri_net.import_pnml_rs(str(folder / "net.pnml"))
    titles = {name: title(name, step) for name, step in workflow["steps"].items()}
    costs = {"log_move_cost": COST, "model_move_cost": COST, "silent_move_cost": 0, "sync_move_cost": 0}
    traces = [[titles.get(step, step) for step in row["trace"].split(" → ")] for row in variants]
    begun = time.process_time()
    found = [align_trace(net, trace, {"cost_fn": costs, "max_states": None}) for trace in traces]
    peer = time.process_time() - begun
    undecided = sum(row["cost"] == "" for row in variants)
    other = sum(row["cost"] != "" and int(row["cost"]) * COST != one["cost"] for row, one in zip(variants, found))
    print(f"{len(variants)} variants: {other} of another cost, {undecided} undecided")
    print(f"namro {both - reading:.2f} s beyond the replay of {reading:.2f} s; r4pm {peer:.2f} s")


if __name__ == "__main__":
    main()
