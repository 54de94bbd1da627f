//! Columns of any length need no memory beside their answers: every byte that is asked for is counted.

use namro::calendar::bulk::{self, Validity};
use namro::calendar::vietnam;
use namro::deadline::{Limit, Promise, bulk as dues};
use namro::{Instant, Seconds};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicIsize, Ordering};

/// The allocator of the system, with a counter of what is held and of the most that was.
struct Counted;

static HELD: AtomicIsize = AtomicIsize::new(0);
static MOST: AtomicIsize = AtomicIsize::new(0);

fn count(bytes: isize) {
    let held = HELD.fetch_add(bytes, Ordering::Relaxed) + bytes;
    MOST.fetch_max(held, Ordering::Relaxed);
}

// SAFETY: every call goes to the allocator of the system unchanged.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counted = Counted;

/// The most bytes held during some work, beyond those before it.
fn extra(work: impl FnOnce()) -> isize {
    let before = HELD.load(Ordering::Relaxed);
    MOST.store(before, Ordering::Relaxed);
    work();
    MOST.load(Ordering::Relaxed) - before
}

/// One test alone in its program: another thread's memory would be counted too.
#[test]
fn less_than_a_mebibyte_beside_input_and_output() {
    const ROWS: i64 = 1_000_000;
    const MEBIBYTE: isize = 1 << 20;
    let first = Instant::parse("2024-01-01T00:00:00+07:00").unwrap().micros();
    let starts: Vec<i64> = (0..ROWS).map(|row| first + row * 7_919 % 1_000_003 * 91_584_000).collect();
    let ends: Vec<i64> = starts.iter().rev().copied().collect();
    let days: Vec<i32> = starts.iter().map(|start| (start / 86_400_000_000) as i32).collect();
    let (mut out, mut last) = (vec![0; starts.len()], vec![0; starts.len()]);
    // With the first question, which compiles the calendar and makes its tables.
    let calendar = vietnam().unwrap();
    let whole = extra(|| {
        bulk::elapsed(&calendar, &starts, &ends, Validity::ALL, &mut out).unwrap();
        bulk::add_working(&calendar, &starts, Seconds(72_000), Validity::ALL, &mut out).unwrap();
        bulk::working_days_after(&calendar, &days, 3, Validity::ALL, &mut last).unwrap();
    });
    assert!(whole < MEBIBYTE, "{whole} bytes with the calendar");
    let promise = |text: &str| Promise::from(Limit::parse(text).unwrap());
    for text in ["3 ngày làm việc", "20 giờ làm việc", "30 ngày", "2 tuần"] {
        let promise = promise(text);
        let due = extra(|| dues::due(&calendar, &promise, &starts, None, Validity::ALL, &mut out).unwrap());
        assert!(due < MEBIBYTE, "{due} bytes for {text}");
    }
    // And none at all for a column once the tables are there.
    println!("{whole} bytes with the calendar");
    let again = extra(|| bulk::elapsed(&calendar, &starts, &ends, Validity::ALL, &mut out).unwrap());
    assert_eq!(again, 0);
    let suspensions = dues::Suspensions {
        offsets: None,
        from: &starts,
        from_valid: Validity::ALL,
        to: &ends,
        to_valid: Validity::bitmap(&[], 0),
    };
    let few = 20_000;
    let stood = extra(|| {
        let suspensions = dues::Suspensions { from: &starts[..few], to: &ends[..few], ..suspensions };
        dues::due(&calendar, &promise("1 tháng"), &starts[..few], Some(&suspensions), Validity::ALL, &mut out[..few])
            .unwrap();
    });
    assert!(stood < MEBIBYTE, "{stood} bytes with suspensions");
}
