//! Journals (*sổ niêm phong*): records that are sealed, so that nobody can rewrite them undetected.
//!
//! Each case has its own chain, so that writers need not wait for one another; the heads of all chains are the leaves
//! of one Merkle tree (RFC 9162, SHA-256). An office that deposits the [`Head`] elsewhere (a ministry, a newspaper, a
//! time-stamping authority) can later prove that an entry existed and that nothing before it was changed.
//!
//! - entry hash: SHA-256(0x00 ‖ canonical text of the event)
//! - link: SHA-256(0x02 ‖ previous link ‖ entry hash); the first previous link is SHA-256(0x02 ‖ case)
//! - leaf: SHA-256(0x00 ‖ canonical text of `{case_id, entries, head}`), in the order of the case identifiers
//! - node: SHA-256(0x01 ‖ left ‖ right)
//! - commitment: SHA-256(0x03 ‖ salt ‖ canonical text of the value)

mod audit;
mod chain;
mod consistency;
mod messages;
mod proof;
mod secret;
mod tampering;
mod tree;

pub use audit::Audit;
pub use chain::{Entry, Head, Journal, Leaf};
pub use consistency::Consistency;
pub use proof::Proof;
pub use secret::{Opening, Personal};
pub use tampering::{Tampering, TamperingKind};
