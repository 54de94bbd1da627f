//! Every crate's licence against the list in `deny.toml`.
//!
//! cargo-deny does this and more, yet takes longer to compile than all of our own checks; the list is one and the
//! same file, so that `--all` can run the real one.

use crate::report::Tally;
use crate::shell::{Fault, Log, Outcome, cargo, root};
use serde_json::Value;
use std::collections::BTreeSet;

/// Holds all packages of the lock file against the list.
pub fn check(log: &Log) -> Outcome<Tally> {
    let text = std::fs::read_to_string(root().join("deny.toml"))?;
    let allowed = allowed(&text);
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
    match refused.is_empty() {
        true => Ok(Tally::passed(passed)),
        false => Err(Fault(format!("not allowed by deny.toml:\n{}", refused.join("\n")))),
    }
}

/// The names in the list `allow`.
fn allowed(deny: &str) -> BTreeSet<&str> {
    let list = deny.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    list.split('"').skip(1).step_by(2).collect()
}

/// Whether an SPDX expression can be met with these licences: `OR` binds weaker than `AND`, `/` is an old `OR`.
fn permits(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<_> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, allowed };
    let answer = reader.any();
    answer && reader.words.is_empty()
}

struct Reader<'a> {
    words: &'a [&'a str],
    allowed: &'a BTreeSet<&'a str>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, word: &str) -> bool {
        let found = self.words.first() == Some(&word);
        if found {
            self.words = &self.words[1..];
        }
        found
    }

    fn next(&mut self) -> &'a str {
        let (first, rest) = self.words.split_first().map_or(("", self.words), |(first, rest)| (*first, rest));
        self.words = rest;
        first
    }

    fn any(&mut self) -> bool {
        let mut answer = self.all();
        while self.take("OR") {
            answer |= self.all();
        }
        answer
    }

    fn all(&mut self) -> bool {
        let mut answer = self.one();
        while self.take("AND") {
            answer &= self.one();
        }
        answer
    }

    fn one(&mut self) -> bool {
        if self.take("(") {
            return self.any() & self.take(")");
        }
        let name = self.next();
        if self.take("WITH") {
            return self.allowed.contains(format!("{name} WITH {}", self.next()).as_str());
        }
        self.allowed.contains(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions() {
        let allowed =
            allowed("[licenses]\nallow = [\n \"MIT\", \"ISC\",\n \"Apache-2.0 WITH LLVM-exception\"]\nx = \"GPL-3.0\"");
        for met in
            ["MIT", "MIT OR GPL-3.0", "GPL-3.0/MIT", "(MIT OR GPL-3.0) AND ISC", "Apache-2.0 WITH LLVM-exception"]
        {
            assert!(permits(met, &allowed), "{met}");
        }
        for unmet in
            ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT", "MIT ISC", "Apache-2.0", "ISC AND (GPL-3.0 OR LGPL-2.1)"]
        {
            assert!(!permits(unmet, &allowed), "{unmet}");
        }
    }
}
