//! Every parser on thousands of damaged inputs, the same ones each time: no panic, and an answer within a bound.

#[path = "fuzz/bodies.rs"]
mod bodies;
#[path = "shared/random.rs"]
mod random;

use bodies::{BODIES, Body};
use random::Random;
use std::path::Path;
use std::time::{Duration, Instant};

/// Far more than the slowest answer takes, and far less than a loop without an end.
const BOUND: Duration = Duration::from_secs(30);
/// No input grows beyond it.
const MAX_BYTES: usize = 1 << 14;
/// What parsers stumble over.
const SPLINTERS: [&str; 18] = [
    "\0",
    "\u{feff}",
    "\u{202e}",
    "ậ",
    "\"",
    "{",
    "[[[[[[[[",
    "]]>",
    "<!--",
    "&#0;",
    "9223372036854775808",
    "-1",
    "1e999",
    "NaN",
    "\n\n",
    "\t",
    "0000-00-00",
    "::",
];

/// One to four wounds of one seed.
fn damaged(seeds: &[&str], random: &mut Random) -> Vec<u8> {
    let mut data = seeds[random.below(seeds.len())].as_bytes().to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(data.len() + 1);
        let until = at + random.below((data.len() - at).min(40) + 1);
        match random.below(6) {
            0 if at < data.len() => data[at] ^= 1 << random.below(8),
            1 => {
                data.drain(at..until);
            }
            2 => {
                let piece = data[at..until].to_vec();
                let times = random.below(30);
                data.splice(at..at, piece.repeat(times));
            }
            3 => {
                let splinter = SPLINTERS[random.below(SPLINTERS.len())].bytes();
                data.splice(at..until, splinter);
            }
            4 => {
                let other = seeds[random.below(seeds.len())].as_bytes();
                let from = random.below(other.len());
                data.splice(at.., other[from..].iter().copied());
            }
            _ => data.truncate(at),
        }
        data.truncate(MAX_BYTES);
    }
    data
}

fn run(name: &str, count: usize) {
    let body: &Body = BODIES.iter().find(|body| body.name == name).unwrap();
    for seed in body.seeds {
        (body.run)(seed.as_bytes());
    }
    let mut random = Random::default();
    for number in 0..count {
        let data = damaged(body.seeds, &mut random);
        let start = Instant::now();
        let fate = std::panic::catch_unwind(|| (body.run)(&data));
        let input = String::from_utf8_lossy(&data).into_owned();
        assert!(fate.is_ok(), "{name} #{number}: {input}");
        assert!(start.elapsed() < BOUND, "{name} #{number} took {:?}: {input}", start.elapsed());
    }
}

/// `cargo run -p xtask -- fuzz` lets libFuzzer begin from the same seeds, as files.
#[test]
fn seeds_are_left_for_the_fuzzer() {
    for body in BODIES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/fuzz/seeds").join(body.name);
        // Those of an older version go.
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("target can be written");
        for (number, seed) in body.seeds.iter().enumerate() {
            std::fs::write(folder.join(number.to_string()), seed).expect("target can be written");
        }
        assert_eq!(std::fs::read_dir(&folder).expect("it was written").count(), body.seeds.len(), "{}", body.name);
    }
}

macro_rules! bodies {
    ($($name:ident $count:literal;)+) => {
        $(
            #[test]
            fn $name() {
                run(stringify!($name), $count);
            }
        )+

        #[test]
        fn every_body_is_run() {
            assert_eq!([$(stringify!($name)),+], BODIES.iter().map(|body| body.name).collect::<Vec<_>>()[..]);
        }
    };
}

bodies! {
    bpmn 1500;
    event 1500;
    rulebook 300;
    expression 3000;
    limit 3000;
    slice 300;
    log 1500;
    csv 1000;
    html 700;
    spreadsheet_xml 700;
    json_rows 700;
    ocel 700;
    workbook 400;
    archive 400;
    symbol 3000;
    call 500;
}
