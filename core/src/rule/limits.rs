//! How large rules may be.

use crate::base::error::{Code, Faults};
use crate::base::packed::Packed;
use crate::base::shape::{Cursor, Shape};
use serde::Serialize;

/// How large rules and what they read may be; enforced alike everywhere, and never as a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Shape, Packed)]
pub struct Limits {
    /// Depth of an expression; 64 at most.
    #[shape(default = 32)]
    pub depth: u32,
    /// Nodes of an expression; 100,000 at most.
    #[shape(default = 1_000)]
    pub nodes: u32,
    /// Bytes of an expression text; 1,048,576 at most.
    #[shape(default = 8_192)]
    pub text: u32,
    /// Work of one rule on one dossier: about one unit for each node that is evaluated; 10,000,000 at most.
    #[shape(default = 200_000)]
    pub fuel: u32,
    /// Remarks of one verdict; the rest is counted only. 10,000 at most.
    #[shape(default = 200)]
    pub remarks: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { depth: 32, nodes: 1_000, text: 8_192, fuel: 200_000, remarks: 200 }
    }
}

impl Limits {
    /// No rulebook may ask for more: a browser and a server run rulebooks of others.
    pub const MOST: Self = Self { depth: 64, nodes: 100_000, text: 1 << 20, fuel: 10_000_000, remarks: 10_000 };

    /// Tells what is beyond.
    pub(crate) fn check(&self, at: &Cursor<'_>, faults: &mut Faults) {
        let Self { depth, nodes, text, fuel, remarks } = Self::MOST;
        for (name, asked, most) in [
            ("depth", self.depth, depth),
            ("nodes", self.nodes, nodes),
            ("text", self.text, text),
            ("fuel", self.fuel, fuel),
            ("remarks", self.remarks, remarks),
        ] {
            if let Some(at) = at.get(name).filter(|_| !(1..=most).contains(&asked)) {
                faults.push(at.fault(Code::OutOfRange).with("value", asked).with("range", format!("1–{most}")));
            }
        }
    }
}
