//! Working time of whole columns, compared with the lower bound: one pass that copies a column of 64-bit integers and
//! adds a constant.
//!
//! `cargo bench -p namro-benches --bench time`. Compare ratios, not nanoseconds: the speed of a machine differs from
//! day to day.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use namro::calendar::bulk::{self, Validity};
use namro::calendar::vietnam;
use namro::{Date, Instant, Seconds};
use std::hint::black_box;

const ROWS: usize = 1_000_000;

/// A small congruential generator: the same rows on every run and machine.
struct Rows(u64);

impl Rows {
    fn below(&mut self, bound: u64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % bound) as i64
    }
}

fn columns(criterion: &mut Criterion) {
    let calendar = vietnam().expect("the shipped calendar compiles");
    let first = Date::parse("2024-01-01").expect("a date");
    let days = Date::parse("2026-11-30").expect("a date").since(first) as u64;
    let midnight = Instant::parse("2024-01-01T00:00:00+07:00").expect("an instant").micros();
    let mut rows = Rows(42);
    let dates: Vec<i32> = (0..ROWS).map(|_| first.days() + rows.below(days) as i32).collect();
    let starts: Vec<i64> = (0..ROWS).map(|_| midnight + rows.below(days * 86_400) * 1_000_000).collect();
    // Spans of 15 days on average.
    let ends: Vec<i64> = starts.iter().map(|start| start + rows.below(30 * 86_400) * 1_000_000).collect();
    let (mut out_days, mut out) = (vec![0; ROWS], vec![0; ROWS]);

    let mut group = criterion.benchmark_group("time");
    group.throughput(Throughput::Elements(ROWS as u64)).sample_size(30);
    group.bench_function("floor: copy and add", |bencher| {
        bencher.iter(|| {
            for (out, start) in out.iter_mut().zip(black_box(&starts)) {
                *out = start + 3;
            }
            black_box(&mut out);
        });
    });
    group.bench_function("3 working days", |bencher| {
        bencher.iter(|| bulk::working_days_after(&calendar, black_box(&dates), 3, Validity::ALL, &mut out_days));
    });
    group.bench_function("20 working hours", |bencher| {
        let amount = Seconds(20 * 3_600);
        bencher.iter(|| bulk::add_working(&calendar, black_box(&starts), amount, Validity::ALL, &mut out));
    });
    group.bench_function("working time between", |bencher| {
        bencher.iter(|| bulk::elapsed(&calendar, black_box(&starts), black_box(&ends), Validity::ALL, &mut out));
    });
    group.finish();

    let mut group = criterion.benchmark_group("one answer");
    let start = Instant::from_micros(midnight).expect("an instant");
    group.bench_function("20 working hours", |bencher| {
        bencher.iter(|| calendar.add_working(black_box(start), Seconds(72_000)));
    });
    group.bench_function("the calendar compiled", |bencher| {
        bencher.iter(|| vietnam().map(|calendar| calendar.is_working_day(first)));
    });
    group.finish();
}

criterion_group!(benches, columns);
criterion_main!(benches);
