//! How often the properties of these tests are tried, and on which cases.

use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

#[path = "../../core/src/testing.rs"]
mod testing;

/// As often as `PROPTEST_CASES` says, otherwise `default` times; failures are printed and not kept in files.
pub fn config(default: u32) -> Config {
    Config { failure_persistence: None, ..testing::cases(default) }
}

/// A runner that takes the same courses each time, so that a change is judged by what it changes; whoever asks for more by
/// `PROPTEST_CASES` gets others each time.
#[allow(dead_code, reason = "each test takes what it needs")]
pub fn runner(config: Config) -> TestRunner {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => TestRunner::new(config),
        None => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
    }
}
