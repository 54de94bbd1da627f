//! Helpers that the tests of several rooms share.

use proptest::test_runner::Config;

/// How often a property is tried: as often as `PROPTEST_CASES` says, otherwise `default` times.
///
/// `Config::with_cases` alone would ignore the variable.
pub(crate) fn cases(default: u32) -> Config {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => Config::default(),
        None => Config::with_cases(default),
    }
}
