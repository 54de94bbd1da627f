//! What published rules weigh and take to load: the flat list of JSON scalars that namro publishes, and the same scalars
//! as `postcard` would write them for types with serde's derives.
//!
//! Both encodings write the parts of a type in their order and name nothing, so the scalars of the list are those that
//! `postcard` would write: lengths, numbers of variants, numbers, texts. What it writes is measured at its best: every
//! number that is not negative as an unsigned varint. `read` parses the text of the list, or takes the scalars one after
//! the other, each of a kind that is known beforehand; neither builds anything of them. `load` is the whole of
//! [`Slice::load`], which builds the rules; serde would have to do the same after reading.
//!
//! `cargo run --release -p namro-benches --bin packed`: one line for each shipped procedure that has a rulebook of its own,
//! the largest last.

use flate2::{Compression, write::GzEncoder};
use namro::base::{Node, Value};
use namro::internals::base::parse_json;
use namro::{Rulebook, Slice};
use std::hint::black_box;
use std::io::Write;
use std::time::{Duration, Instant};

const PROCEDURES: [&str; 5] = ["2.001199", "2.001583", "2.001610", "2.002042", "2.002043"];

/// A scalar, as the derived code of a type knows its kind.
#[derive(Clone, Copy)]
enum Kind {
    Unsigned,
    Signed,
    Text,
    Empty,
}

fn main() {
    let mut lines: Vec<(usize, String)> = PROCEDURES.into_iter().map(line).collect();
    lines.sort();
    println!(
        "{:10}{:>10}{:>24}{:>24}{:>22}{:>12}",
        "", "scalars", "list: bytes, gzip", "postcard: bytes, gzip", "read: list, postcard", "load"
    );
    lines.iter().for_each(|(_, line)| println!("{line}"));
}

fn line(id: &str) -> (usize, String) {
    let rulebook = Rulebook::shipped(&format!("vn.procedures.{id}")).expect("a shipped rulebook");
    let text = rulebook.publish(&id.into(), None).expect("a procedure that can be published").compiled;
    let list = text.split_once('\n').expect("a header").1;
    let node = parse_json(list.as_bytes()).expect("JSON");
    let mut scalars = Vec::new();
    flatten(&node, &mut scalars);
    let mut bytes = Vec::new();
    let mut kinds = Vec::new();
    for value in &scalars {
        let (kind, written) = match value {
            Value::Integer(number) => match u64::try_from(*number) {
                Ok(number) => (Kind::Unsigned, postcard::to_allocvec(&number)),
                Err(_) => (Kind::Signed, postcard::to_allocvec(number)),
            },
            Value::Text(text) => (Kind::Text, postcard::to_allocvec(text)),
            Value::Decimal(number) => (Kind::Text, postcard::to_allocvec(&number.to_string())),
            Value::Bool(bool) => (Kind::Unsigned, postcard::to_allocvec(bool)),
            _ => (Kind::Empty, Ok(Vec::new())),
        };
        kinds.push(kind);
        bytes.extend(written.expect("scalars are written"));
    }
    assert_eq!(take(&kinds, &bytes), scalars.len(), "what is written is read");
    let read = fastest(|| drop(black_box(parse_json(black_box(list.as_bytes())))));
    let postcard = fastest(|| assert!(black_box(take(black_box(&kinds), black_box(&bytes))) > 0));
    let load = fastest(|| drop(black_box(Slice::load(black_box(&text), None))));
    let sizes = |bytes: &[u8]| format!("{}, {}", bytes.len(), zipped(bytes));
    let line = format!(
        "{id:10}{:>10}{:>24}{:>24}{:>22}{:>12}",
        scalars.len(),
        sizes(list.as_bytes()),
        sizes(&bytes),
        format!("{read:.0}, {postcard:.0} µs"),
        format!("{load:.0} µs"),
    );
    (text.len(), line)
}

fn flatten<'a>(node: &'a Node, scalars: &mut Vec<&'a Value>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| flatten(item, scalars)),
        scalar => scalars.push(scalar),
    }
}

/// Reads all scalars; how many there were.
fn take(kinds: &[Kind], mut bytes: &[u8]) -> usize {
    for kind in kinds {
        bytes = match kind {
            Kind::Unsigned => next::<u64>(bytes),
            Kind::Signed => next::<i64>(bytes),
            Kind::Text => next::<Box<str>>(bytes),
            Kind::Empty => bytes,
        };
    }
    assert!(bytes.is_empty());
    kinds.len()
}

fn next<'a, T: serde::Deserialize<'a>>(bytes: &'a [u8]) -> &'a [u8] {
    let (scalar, rest) = postcard::take_from_bytes::<T>(bytes).expect("the scalar that was written");
    black_box(scalar);
    rest
}

fn zipped(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory takes all");
    encoder.finish().expect("memory takes all").len()
}

/// The fastest of many runs, in microseconds: what else runs on the machine only ever adds.
fn fastest(mut run: impl FnMut()) -> f64 {
    let mut best = Duration::MAX;
    let until = Instant::now() + Duration::from_millis(500);
    while Instant::now() < until {
        let start = Instant::now();
        run();
        best = best.min(start.elapsed());
    }
    best.as_secs_f64() * 1e6
}
