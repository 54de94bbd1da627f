"""Soundness beside pm4py's Woflan: the same nets, in one run, with ratios.

    cargo build --release -p namro-benches --bin soundness_nets
    python benches/peers_soundness.py [--binary target/release/soundness_nets] [--seconds 20]

Needs pm4py (AGPL-3.0), which is a peer here and never a part of the library. Each of its checks runs in a process of its
own that is ended after the time allowed, and its processor time is compared with the library's.
"""

import argparse
import json
import multiprocessing
import subprocess
import time


def check(line, answers):
    """Put the verdict and the processor time of the other tool into the queue."""
    from pm4py.algo.analysis.woflan import algorithm as woflan
    from pm4py.objects.petri_net.obj import Marking, PetriNet
    from pm4py.objects.petri_net.utils import petri_utils

    net = PetriNet("net")
    places = [PetriNet.Place(f"p{number}") for number in range(line["places"])]
    net.places.update(places)
    for number, (before, after) in enumerate(line["transitions"]):
        transition = PetriNet.Transition(f"t{number}", f"t{number}")
        net.transitions.add(transition)
        for place in before:
            petri_utils.add_arc_from_to(places[place], transition, net)
        for place in after:
            petri_utils.add_arc_from_to(transition, places[place], net)
    start, end = Marking({places[line["source"]]: 1}), Marking({places[line["sink"]]: 1})
    parameters = {"print_diagnostics": False, "return_asap_when_not_sound": True}
    begun = time.process_time_ns()
    verdict = woflan.apply(net, start, end, parameters=parameters)
    answers.put((bool(verdict), time.process_time_ns() - begun))


def ask(line, seconds):
    """The verdict and time of the other tool, or None if it exceeds the time limit."""
    answers = multiprocessing.Queue()
    process = multiprocessing.Process(target=check, args=(line, answers))
    process.start()
    process.join(seconds)
    if process.is_alive():
        process.terminate()
        process.join()
        return None
    return answers.get() if not answers.empty() else None


def main():
    """Print one line per net."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", default="target/release/soundness_nets")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--sizes", type=int, nargs="*", default=[42, 50, 100, 200, 500])
    arguments = parser.parse_args()
    lines = [json.loads(line) for line in subprocess.run([arguments.binary], capture_output=True, check=True).stdout.splitlines()]
    print(f"{'net':34}{'namro µs':>12}{'pm4py ms':>12}{'ratio':>10}  verdicts")
    for line in (line for line in lines if line["size"] in arguments.sizes):
        own, answer = line["nanoseconds"], ask(line, arguments.seconds)
        name = f"{line['kind']} {line['size']} {line['fault']}"
        if answer is None:
            print(f"{name:34}{own / 1e3:12.1f}{'> ' + str(arguments.seconds) + ' s':>12}{'':>10}  peer not done")
            continue
        verdict, theirs = answer
        agree = "agree" if verdict == (line["fault"] == "sound") else "DISAGREE"
        print(f"{name:34}{own / 1e3:12.1f}{theirs / 1e6:12.1f}{theirs / own:10.0f}  {agree}")


if __name__ == "__main__":
    main()
