//! The body `expression` under libFuzzer: `cargo +nightly fuzz run --fuzz-dir tests/fuzz expression`.
#![no_main]

#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let body = bodies::BODIES.iter().find(|body| body.name == "expression");
    (body.expect("the target has a body").run)(data);
});
