//! How large rules may be.

use crate::base::error::{Code, Faults};
use crate::base::packed::packed;
use crate::base::shape::{Cursor, shape};

shape! {
    /// How large rules and what they read may be; enforced alike everywhere, and never as a time.
    #[derive(Copy, PartialEq, Eq)]
    pub struct Limits {
        /// Depth of an expression; 64 at most.
        pub depth: u32 = 32,
        /// Nodes of an expression; 100,000 at most.
        pub nodes: u32 = 1_000,
        /// Bytes of an expression text; 1,048,576 at most.
        pub text: u32 = 8_192,
        /// Work of one rule on one dossier: about one unit for each node that is worked out; 10,000,000 at most.
        pub fuel: u32 = 200_000,
        /// Remarks of one verdict; the rest is counted only. 10,000 at most.
        pub remarks: u32 = 200,
    }
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

packed! { struct Limits { depth, nodes, text, fuel, remarks } }
