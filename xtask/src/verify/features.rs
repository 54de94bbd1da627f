//! The features of `namro`: each has to build alone, none must be missing unnoticed.

use super::tally::{Tally, passes};
use crate::shell::{Fault, Log, Outcome, cargo, package};
use crate::wasm;

/// Normal forms and capitals come from tables or from JavaScript's host: one of the two features has to be there.
const TABLES: &str = "unicode";
const HOST: &str = "js";
/// How the library refuses to be built with neither.
const REFUSAL: &str = "enable its feature `unicode`, or `js`";

/// Each feature alone (beside the tables of Unicode, where it is another), all of them, and none.
pub fn alone(log: &Log) -> Outcome<Tally> {
    let package = package("namro")?;
    let features = package["features"].as_object().into_iter().flatten().map(|(name, _)| name.as_str());
    let mut passed = 0;
    for feature in features.filter(|name| *name != "default") {
        let features = if feature == TABLES { feature.to_owned() } else { format!("{TABLES},{feature}") };
        let alone = ["clippy", "-p", "namro", "--no-default-features", "--features", &features, "--", "-D", "warnings"];
        log.run(cargo().args(alone))?;
        passed += 1;
    }
    log.run(cargo().args(["clippy", "-p", "namro", "--all-features", "--", "-D", "warnings"]))?;
    let (success, text) = log.output(cargo().args(["check", "-p", "namro", "--no-default-features"]))?;
    if success || !text.contains(REFUSAL) {
        return Err(Fault(format!("without features the build has to stop with a message: {REFUSAL}\n{text}")));
    }
    Ok(Tally::passed(passed + 2))
}

/// The smallest build for a browser, which asks its host in place of the tables.
pub fn browser(log: &Log) -> Outcome<Tally> {
    match wasm::feature(log, HOST) {
        Ok(mut build) => passes(log, &mut build),
        Err(fault) => Ok(Tally::not_run(fault.to_string().trim().replace('\n', "; "))),
    }
}
