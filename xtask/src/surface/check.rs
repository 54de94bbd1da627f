//! The count of `namro`, as a check and as a list.

use super::walk::{Surface, walk};
use crate::shell::{Fault, Log, Outcome, UNSTABLE, root, unstable_cargo};
use crate::verify::tally::Tally;

/// No more items may be reachable.
pub const CEILING: usize = 400;

/// Fails above the ceiling.
pub fn check(log: &Log) -> Outcome<Tally> {
    let surface = surface(log)?;
    let count = surface.count();
    match count <= CEILING {
        true => Ok(Tally::passed(1).note(summary(count))),
        false => Err(Fault(format!(
            "{}\n→ make items `pub(crate)` or `#[doc(hidden)]`; the list: cargo run -p xtask -- surface",
            summary(count)
        ))),
    }
}

/// Prints the items by module; fails above the ceiling.
pub fn list(log: &Log) -> Outcome<()> {
    let surface = surface(log)?;
    println!("{surface}");
    let count = surface.count();
    if count <= CEILING {
        println!("{}", summary(count));
        return Ok(());
    }
    Err(Fault(summary(count)))
}

fn summary(count: usize) -> String {
    format!("{count} items of namro are reachable, the ceiling is {CEILING}")
}

fn surface(log: &Log) -> Outcome<Surface> {
    let mut rustdoc = unstable_cargo();
    rustdoc.args(["rustdoc", "-p", "namro", "--all-features", "--", "-Z", "unstable-options"]);
    // Hidden items are left out here and not by rustdoc, which would also leave out what is re-exported from them.
    log.run(rustdoc.args(["--output-format", "json", "--document-hidden-items"]))?;
    let path = root().join(UNSTABLE).join("doc/namro.json");
    let text = std::fs::read_to_string(&path).map_err(|error| Fault(format!("{}: {error}", path.display())))?;
    let document = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    walk(&document)
}
