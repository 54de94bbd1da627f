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
mod tests {
    use super::*;

    /// The leaves of the test vectors of Certificate Transparency.
    fn leaves() -> Vec<Hash> {
        let inputs: [&[u8]; 8] = [b"", b"\0", b"\x10", b" !", b"01", b"@ABC", b"PQRSTUVW", b"`abcdefghijklmno"];
        inputs.iter().map(|input| leaf(input)).collect()
    }

    #[test]
    fn roots_of_the_public_vectors() {
        let expected = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        ];
        for (count, expected) in expected.iter().enumerate() {
            assert_eq!(root(&leaves()[..count]).to_string(), *expected);
        }
        assert_eq!(root(&leaves()).to_string(), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    #[test]
    fn every_path_leads_to_the_root_and_no_other_does() {
        for count in 1..40u32 {
            let leaves: Vec<Hash> = (0..count).map(|i| leaf(&i.to_be_bytes())).collect();
            for (index, start) in (0..count).zip(&leaves) {
                let path = path(&leaves, index as usize);
                assert_eq!(climb(*start, index, count, &path), Some(root(&leaves)));
                assert_ne!(climb(leaf(b"x"), index, count, &path), Some(root(&leaves)));
                let other = (index + 1) % count;
                assert!(count == 1 || climb(*start, other, count, &path) != Some(root(&leaves)));
                assert_eq!(climb(*start, index, count, &[path.as_slice(), &[*start]].concat()), None);
                assert_eq!(climb(*start, count, count, &path), None);
            }
        }
    }
}
