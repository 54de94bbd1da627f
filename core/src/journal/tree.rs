//! The Merkle tree of RFC 9162, §2.1.

use crate::base::canon::Hash;
use sha2::{Digest, Sha256};

/// SHA-256 over some parts, with a prefix that separates kinds of hashes.
pub(super) fn hash(prefix: u8, parts: &[&[u8]]) -> Hash {
    let mut digest = Sha256::new_with_prefix([prefix]);
    parts.iter().for_each(|part| digest.update(part));
    Hash(digest.finalize().into())
}

/// The hash of a leaf.
pub(super) fn leaf(bytes: &[u8]) -> Hash {
    hash(0x00, &[bytes])
}

fn node(left: Hash, right: Hash) -> Hash {
    hash(0x01, &[&left.0, &right.0])
}

/// Splits leaves at the largest power of two below their number.
fn split(leaves: &[Hash]) -> (&[Hash], &[Hash]) {
    let below = leaves.len().saturating_sub(1).max(1);
    leaves.split_at_checked(1 << below.ilog2()).unwrap_or((leaves, &[]))
}

/// The root over leaves; without leaves, the hash of the empty text.
pub(super) fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash::of(&[]),
        [leaf] => *leaf,
        _ => {
            let (left, right) = split(leaves);
            node(root(left), root(right))
        }
    }
}

/// The hashes from a leaf to the root, from the bottom up.
pub(super) fn path(leaves: &[Hash], index: usize) -> Vec<Hash> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let (left, right) = split(leaves);
    let (mut path, sibling) = match index.checked_sub(left.len()) {
        None => (path(left, index), root(right)),
        Some(index) => (path(right, index), root(left)),
    };
    path.push(sibling);
    path
}

/// The root to which a path leads from a leaf; `None` if the path has the wrong length for them.
pub(super) fn climb(leaf: Hash, index: u32, leaves: u32, path: &[Hash]) -> Option<Hash> {
    let mut last = leaves.checked_sub(1)?;
    let mut at = index;
    if at > last {
        return None;
    }
    let mut root = leaf;
    for sibling in path {
        if last == 0 {
            return None;
        }
        if at % 2 == 1 || at == last {
            root = node(*sibling, root);
            // A node without a right sibling moves up until it has one on its left.
            while at != 0 && at.is_multiple_of(2) {
                at /= 2;
                last /= 2;
            }
        } else {
            root = node(root, *sibling);
        }
        at /= 2;
        last /= 2;
    }
    (last == 0).then_some(root)
}

#[cfg(test)]
#[path = "tests/tree.rs"]
mod tests;
