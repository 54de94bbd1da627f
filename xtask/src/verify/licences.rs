//! Every crate's licence against the list in `deny.toml`, and our own licence texts in what is published.
//!
//! cargo-deny does this and more, yet takes longer to compile than all of our own checks; the list is one and the
//! same file, so that `--all` can run the real one.

use super::tally::Tally;
use crate::shell::{Fault, Log, Outcome, cargo, root};
use serde_json::Value;
use spdx::{Expression, Licensee, ParseMode};

/// The crates that are published on crates.io, and the texts that both licences want in every copy.
const PUBLISHED: [&str; 3] = ["namro-macros", "namro", "namro-cli"];
const TEXTS: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// Checks all packages of the lock file against the list, and that the published ones carry the texts.
pub fn check(log: &Log) -> Outcome<Tally> {
    let allowed = allowed(&std::fs::read_to_string(root().join("deny.toml"))?)?;
    let metadata = log.run(cargo().args(["metadata", "--format-version=1", "--locked", "--quiet"]))?;
    let metadata = metadata.lines().find(|line| line.starts_with('{')).unwrap_or_default();
    let metadata: Value = serde_json::from_str(metadata).map_err(|error| error.to_string())?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let (mut passed, mut refused) = (0, Vec::new());
    for package in packages {
        let licence = package["license"].as_str().unwrap_or_default();
        if permits(licence, &allowed) {
            passed += 1;
        } else {
            refused.push(format!("{} {}: `{licence}`", package["name"], package["version"]));
        }
    }
    if !refused.is_empty() {
        return Err(Fault(format!("not allowed by deny.toml:\n{}", refused.join("\n"))));
    }
    for package in PUBLISHED {
        let files = log.run(cargo().args(["package", "--list", "--allow-dirty", "--quiet", "--package", package]))?;
        for text in TEXTS {
            if !files.lines().any(|file| file.trim() == text) {
                return Err(Fault(format!("the crate {package} would be published without {text}")));
            }
            passed += 1;
        }
    }
    Ok(Tally::passed(passed))
}

/// The licences in the list `allow`, an exception (`WITH`) included in its licence.
pub fn allowed(deny: &str) -> Outcome<Vec<Licensee>> {
    let list = deny.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    let names = list.split('"').skip(1).step_by(2);
    names.map(|name| Licensee::parse(name).map_err(|error| Fault(format!("deny.toml: {error}")))).collect()
}

/// Whether an SPDX expression can be met with these licences. Crates from before SPDX write `/` for `OR`.
pub fn permits(expression: &str, allowed: &[Licensee]) -> bool {
    let met =
        |expression: Expression| expression.evaluate(|asked| allowed.iter().any(|licence| licence.satisfies(asked)));
    Expression::parse_mode(expression, ParseMode::LAX).is_ok_and(met)
}
