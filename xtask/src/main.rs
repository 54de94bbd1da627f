//! cargo verify.
fn main() {}
