//! Prints nets with known verdicts as JSON lines, each with the processor time of its check, for `peers_soundness.py`.

mod nets;

use namro::workflow::Judgement;
use nets::{FAULTS, KINDS, workflow};
use std::time::Instant;

fn main() {
    for kind in KINDS {
        for size in nets::sizes(kind) {
            for fault in FAULTS {
                let workflow = workflow(kind, size, fault);
                let net = workflow.net();
                let expected = if fault == "sound" { Judgement::Sound } else { Judgement::Unsound };
                assert_eq!(net.verdict(), expected, "{kind} {size} {fault}");
                // One thread and only computation: the fastest of many runs is the processor time.
                let best = (0..40)
                    .map(|_| {
                        let start = Instant::now();
                        std::hint::black_box(net.verdict());
                        start.elapsed().as_nanos()
                    })
                    .min();
                let arcs: Vec<String> =
                    net.transitions.iter().map(|one| format!("[{:?},{:?}]", one.before, one.after)).collect();
                println!(
                    "{{\"kind\":\"{kind}\",\"size\":{size},\"fault\":\"{fault}\",\"steps\":{},\"places\":{},\"source\":{},\"sink\":{},\"nanoseconds\":{},\"transitions\":[{}]}}",
                    workflow.steps().len(),
                    net.places,
                    net.source,
                    net.sink,
                    best.unwrap_or_default(),
                    arcs.join(",")
                );
            }
        }
    }
}
