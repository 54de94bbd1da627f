//! The JSON interface as a filter: a request on standard input, the answer on standard output.

use std::io::{Read, Write};

fn main() -> std::io::Result<()> {
    let mut request = Vec::new();
    std::io::stdin().read_to_end(&mut request)?;
    std::io::stdout().write_all(&namro::facade::call(&request))
}
