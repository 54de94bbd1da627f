//! Times the columns that `peers_time.py` writes, in nanoseconds of processor time per row, with the lower bound.
//!
//! Arguments: a file of `int64` starts, one of ends (microseconds since 1970), and a directory for the answers. Prints
//! one line of JSON.

use namro::calendar::bulk::{self, Validity};
use namro::calendar::vietnam;
use namro::{Error, Seconds};
use std::hint::black_box;

/// Each measurement is repeated for this long, since the system counts processor time in milliseconds.
const NANOSECONDS: u64 = 300_000_000;

fn read(path: &str) -> std::io::Result<Vec<i64>> {
    let bytes = std::fs::read(path)?;
    Ok(bytes.chunks_exact(8).filter_map(|chunk| chunk.try_into().ok()).map(i64::from_le_bytes).collect())
}

fn write(path: String, column: impl Iterator<Item = i64>) -> std::io::Result<()> {
    std::fs::write(path, column.flat_map(i64::to_le_bytes).collect::<Vec<u8>>())
}

/// Processor time of this thread in nanoseconds; on a shared machine the elapsed time is not meaningful.
fn spent() -> u64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split_whitespace().next().and_then(|first| first.parse().ok()).unwrap_or(0)
}

/// Peak memory of the process, in KiB.
fn peak() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("VmHWM"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}

fn cost(rows: usize, mut run: impl FnMut() -> Result<(), Error>) -> Result<f64, Error> {
    let (start, mut repeats) = (spent(), 0);
    while spent() - start < NANOSECONDS {
        run()?;
        repeats += 1;
    }
    Ok((spent() - start) as f64 / (rows * repeats) as f64)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = || arguments.next().ok_or("starts, ends and a directory, please");
    let (starts, ends, answers) = (read(&argument()?)?, read(&argument()?)?, argument()?);
    let rows = starts.len();
    let days: Vec<i32> =
        starts.iter().map(|start| (start + 25_200_000_000).div_euclid(86_400_000_000) as i32).collect();
    // Written once, so that the memory pages are mapped: the lower bound measures the work, not the allocation.
    let (mut out_days, mut out, mut worked) = (vec![1i32; rows], vec![1i64; rows], vec![1i64; rows]);

    let before = peak();
    let calendar = vietnam()?;
    let floor = cost(rows, || {
        for (out, start) in out.iter_mut().zip(black_box(&starts)) {
            *out = start + 3;
        }
        black_box(&mut out);
        Ok(())
    })?;
    let working_days =
        cost(rows, || bulk::working_days_after(&calendar, black_box(&days), 3, Validity::ALL, &mut out_days))?;
    let hours =
        cost(rows, || bulk::add_working(&calendar, black_box(&starts), Seconds(72_000), Validity::ALL, &mut out))?;
    let elapsed = cost(rows, || bulk::elapsed(&calendar, black_box(&starts), &ends, Validity::ALL, &mut worked))?;
    let extra = peak() - before;
    write(format!("{answers}/days.bin"), out_days.iter().map(|day| i64::from(*day)))?;
    write(format!("{answers}/hours.bin"), out.iter().copied())?;
    write(format!("{answers}/elapsed.bin"), worked.iter().copied())?;
    println!(
        r#"{{"floor": {floor:.3}, "days": {working_days:.3}, "hours": {hours:.3}, "elapsed": {elapsed:.3}, "extra_kib": {extra}}}"#
    );
    Ok(())
}
