//! Proposes a workflow from what a log shows (*khám phá quy trình*), for an office that has not written one yet.
//!
//! [`mine`] finds blocks (steps, sequences, choices, parallel branches, loops) by inductive mining with a noise
//! threshold; [`drawing`] writes the blocks as steps and flows; [`proposal`] adds who does the steps and how long they
//! take, and writes a rulebook. What blocks make is sound whatever the log holds.

mod cut;
mod drawing;
mod graph;
mod mine;
mod proposal;
mod split;
mod tree;
mod write;

pub(crate) use proposal::propose;
pub use proposal::{Proposal, ProposedWorkflow};

#[cfg(test)]
pub(super) use mine::mine;
#[cfg(test)]
pub(super) use tree::Tree;

/// A block as the text of a workflow whose steps are `s0`, `s1` and so on.
#[cfg(test)]
pub(super) fn text_of(tree: &Tree) -> String {
    let steps: Vec<_> = (0..64).map(|step| proposal::Done { name: format!("s{step}"), ..Default::default() }).collect();
    write::plain(&steps, &drawing::draw(tree).unwrap())
}
