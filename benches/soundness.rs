//! Soundness: time by length and by width of workflows, sound and faulty.
//!
//! `cargo bench -p namro-benches --bench soundness`; compared with another tool: `benches/peers_soundness.py`.

mod nets;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use nets::{FAULTS, KINDS, workflow};
use std::hint::black_box;

fn growth(criterion: &mut Criterion) {
    for kind in KINDS {
        let mut group = criterion.benchmark_group(format!("soundness {kind}"));
        for fault in FAULTS {
            for size in nets::sizes(kind).chain([1000]) {
                let workflow = workflow(kind, size, fault);
                group.bench_with_input(BenchmarkId::new(fault, size), &workflow, |bencher, workflow| {
                    bencher.iter(|| black_box(workflow.net().verdict()));
                });
            }
        }
        group.finish();
    }
}

criterion_group!(benches, growth);
criterion_main!(benches);
