//! What the command publishes is what a page loads.

use std::process::{Command, Output};

fn publish(arguments: &[&str]) -> Output {
    let command = Command::new(env!("CARGO_BIN_EXE_namro")).arg("publish").args(arguments).output();
    command.expect("the command starts")
}

#[test]
fn a_page_loads_what_is_published() {
    let (readable, compiled) = (publish(&["2.001610"]), publish(&["2.001610", "--compiled"]));
    assert!(readable.status.success() && compiled.status.success());
    let text = |output: Vec<u8>| String::from_utf8(output).expect("UTF-8");
    // The hash is printed separately, so that the text can be piped into a file; it is what sha256sum says of the file.
    let (hash, digest) = (text(readable.stderr), text(compiled.stderr));
    let (hash, digest) = (hash.trim(), digest.trim());
    let (readable, compiled) = (text(readable.stdout), text(compiled.stdout));
    assert_eq!(namro::base::Hash::of(readable.as_bytes()).to_string(), hash);
    assert_eq!(namro::base::Hash::of(compiled.as_bytes()).to_string(), digest);
    assert_eq!(namro::Validator::load(&compiled, Some(digest)).expect("a validator").hash().to_string(), hash);
    assert_eq!(namro::Slice::load(&compiled, Some(digest)).expect("a slice").hash().to_string(), hash);
    assert!(namro::Slice::load(&compiled, Some(hash)).is_err());
}
