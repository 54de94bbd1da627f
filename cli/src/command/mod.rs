//! The commands.

mod call;
mod demo;
mod lint;
mod rules;

use crate::arguments::{Arguments, Command};
use namro::Faults;

/// Carries out what was asked.
pub(crate) fn run(arguments: Arguments) -> Result<(), Faults> {
    match arguments.command {
        Command::Lint { files } => lint::run(&files, arguments.lang),
        Command::Call { operation, rules, input } => call::run(&operation, &rules, input.as_deref()),
        Command::Demo(demo) => demo::run(&demo, arguments.lang),
    }
}
