//! The body `workbook` under libFuzzer; CONTRIBUTING.md says how it is run.
#![no_main]

#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let body = bodies::BODIES.iter().find(|body| body.name == "workbook");
    (body.expect("the target has a body").run)(data);
});
