//! The official suites of JSON Schema and of CEL, taken from package registries when the tests run.
//!
//! `cargo test -p namro-tests --test conformance -- --nocapture` prints what passed, what is refused when it is read
//! (by keyword or by construct), and what differs on purpose. Nothing may be read and then judged otherwise than the
//! suite says, unless it is listed here with its reason. The archives are kept in `target/conformance`;
//! `NAMRO_OFFLINE=1` leaves these tests out.

mod cel;
mod fetch;
mod json_schema;
