//! Tests of `tree`.

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
