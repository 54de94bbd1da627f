//! The commands.

mod call;
mod diff;
mod discover;
mod due;
mod edxml;
mod inspect;
mod journal;
mod letter;
mod lint;
mod publish;
mod read;
mod report;
mod rules;
mod tables;

use crate::arguments::{Arguments, Command, Input};
use crate::terminal::Stop;

/// Runs the command of the arguments.
pub(crate) fn run(arguments: Arguments) -> Result<(), Stop> {
    let json = arguments.json;
    match arguments.command {
        Command::Due(due) => due::run(&due, arguments.lang, json),
        Command::Edxml { input } => edxml::run(input.as_deref(), json),
        Command::Letter(letter) => letter::run(&letter, arguments.lang),
        Command::Check(Input { rules, input }) => call::run("check", &rules, input.as_deref()),
        Command::Replay(Input { rules, input }) => call::run("replay", &rules, input.as_deref()),
        Command::Score(Input { rules, input }) => call::run("score", &rules, input.as_deref()),
        Command::Lint(lint) => lint::run(&lint, arguments.lang, json),
        Command::Diff(diff) => diff::run(&diff, arguments.lang, json),
        Command::Publish(publish) => publish::run(&publish, json),
        Command::Seal(seal) => journal::seal(&seal, json),
        Command::Prove(prove) => journal::prove(&prove),
        Command::Verify(verify) => journal::verify(&verify, arguments.lang, json),
        Command::Call { operation, rules, input } => call::run(&operation, &rules, input.as_deref()),
        Command::Inspect(inspect) => inspect::run(&inspect, arguments.lang, json),
        Command::Read(read) => read::run(&read, arguments.lang, json),
        Command::Table(table) => tables::table(&table, arguments.lang, json),
        Command::Shares(shares) => tables::shares(&shares, arguments.lang, json),
        Command::Map(map) => tables::map(&map, arguments.lang, json),
        Command::Discover(discover) => discover::run(&discover, arguments.lang, json),
        Command::Report(report) => report::run(&report, arguments.lang, json),
    }
}
