//! Restates the rules of an office in plain sentences, with sample due dates, so that authors who are not programmers
//! can check them.

mod answer;
mod fees;
mod office;
mod procedure;
mod restater;
mod supplement;
mod title;
mod workflow;

pub use answer::{ExampleFault, RestateRequest, Restated, Statement, StatementKind};
use restater::{Restater, called, wording};
