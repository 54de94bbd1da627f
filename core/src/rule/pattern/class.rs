//! Sets of characters.

use crate::base::packed::Packed;

/// A set of characters: a bit for each of ASCII, ranges beyond.
#[derive(Clone, Debug, Default, PartialEq, Eq, Packed)]
pub(super) struct Class {
    pub(super) ascii: u128,
    pub(super) ranges: Vec<(char, char)>,
    /// All letters beyond ASCII (`\p{L}`).
    pub(super) letters: bool,
    pub(super) negated: bool,
}

impl Class {
    pub(super) fn contains(&self, char: char) -> bool {
        let code = u32::from(char);
        let inside = if code < 128 {
            self.ascii & (1 << code) != 0
        } else {
            self.ranges.iter().any(|(low, high)| (*low..=*high).contains(&char))
                || (self.letters && char.is_alphabetic())
        };
        inside != self.negated
    }

    pub(super) fn add(&mut self, low: char, high: char) {
        for code in u32::from(low)..=u32::from(high).min(127) {
            self.ascii |= 1 << code;
        }
        if u32::from(high) >= 128 {
            self.ranges.push((low.max('\u{80}'), high));
        }
    }

    /// Whether no character is in both, so that a greedy run never takes what the next class needs.
    pub(super) fn apart_from(&self, other: &Self) -> bool {
        let beyond = |class: &Self| class.negated || class.letters || !class.ranges.is_empty();
        let ascii = |class: &Self| if class.negated { !class.ascii } else { class.ascii };
        ascii(self) & ascii(other) == 0 && !(beyond(self) && beyond(other))
    }
}
