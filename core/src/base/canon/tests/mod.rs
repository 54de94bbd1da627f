//! Tests of `canon`.

use super::*;
use crate::base::error::Code;
use serde::Serialize;
use serde_json::json;

#[test]
fn keys_are_ordered_by_utf_16() {
    assert_eq!(
        canonical(&json!({"\u{ff21}": 1, "\u{1f600}": 2, "a": 3})).unwrap(),
        "{\"a\":3,\"\u{1f600}\":2,\"\u{ff21}\":1}"
    );
}

/// Every kind of value in the data model of serde.
#[derive(Serialize)]
struct Every {
    z: Option<u8>,
    unit: (),
    tuple: (i8, char),
    large: [i128; 2],
    pair: Pair,
    kinds: Vec<Kind>,
    map: std::collections::HashMap<String, u64>,
}

#[derive(Serialize)]
struct Pair(bool, Newtype);

#[derive(Serialize)]
struct Newtype(&'static str);

#[derive(Serialize)]
enum Kind {
    Unit,
    Newtype(u16),
    Tuple(u32, i64),
    Struct { b: i32, a: Option<()> },
}

#[test]
fn every_serde_value_is_written() {
    let kinds =
        vec![Kind::Unit, Kind::Newtype(1), Kind::Tuple(2, MAX_SAFE_INTEGER + 1), Kind::Struct { b: 3, a: None }];
    let map = [("\u{ff21}", 1), ("\u{1f600}", 2), ("\"", 3), ("!", 4)].map(|(key, value)| (key.to_owned(), value));
    let every = Every {
        z: None,
        unit: (),
        tuple: (-1, 'é'),
        large: [i128::MAX, -9_007_199_254_740_991],
        pair: Pair(true, Newtype("\u{7}\n")),
        kinds,
        map: map.into(),
    };
    let expected = r#"{"kinds":["Unit",{"Newtype":1},{"Tuple":[2,"9007199254740992"]},{"Struct":{"a":null,"b":3}}],
            "large":["170141183460469231731687303715884105727",-9007199254740991],
            "map":{"!":4,"\"":3,"😀":2,"Ａ":1},
            "pair":[true,"\u0007\n"],"tuple":[-1,"é"],"unit":null,"z":null}"#;
    assert_eq!(canonical(&every).unwrap(), expected.lines().map(str::trim).collect::<String>());
}

#[test]
fn keys_are_strings_and_unique() {
    struct Twice;
    impl Serialize for Twice {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map([("b", 1), ("a", 2), ("b", 3)])
        }
    }
    for faulty in [canonical(&Twice), canonical(&std::collections::BTreeMap::from([(1, 2)]))] {
        assert_eq!(faulty.unwrap_err().code(), Code::CannotWrite);
    }
}

proptest::proptest! {
    /// Compares with the slow way: a tree first, its keys sorted, each part a string of its own.
    #[test]
    fn an_intermediate_tree_changes_nothing(value in tree()) {
        fn write(value: &serde_json::Value) -> String {
            match value {
                serde_json::Value::Array(list) => {
                    format!("[{}]", list.iter().map(write).collect::<Vec<_>>().join(","))
                }
                serde_json::Value::Object(map) => {
                    let mut entries: Vec<_> = map.iter().collect();
                    entries.sort_by_key(|(key, _)| key.encode_utf16().collect::<Vec<_>>());
                    let entry = |(key, value): (&String, _)| format!("{}:{}", json!(key), write(value));
                    format!("{{{}}}", entries.into_iter().map(entry).collect::<Vec<_>>().join(","))
                }
                other => other.to_string(),
            }
        }
        proptest::prop_assert_eq!(canonical(&value).unwrap(), write(&value));
    }
}

fn tree() -> impl proptest::strategy::Strategy<Value = serde_json::Value> {
    use proptest::prelude::*;
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|bool| json!(bool)),
        (-MAX_SAFE_INTEGER..=MAX_SAFE_INTEGER).prop_map(|integer| json!(integer)),
        any::<String>().prop_map(|text| json!(text)),
    ];
    leaf.prop_recursive(4, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(|list| json!(list)),
            prop::collection::hash_map(any::<String>(), inner, 0..6).prop_map(|map| json!(map)),
        ]
    })
}

#[test]
fn floats_are_refused() {
    assert_eq!(canonical(&json!([0.5])).unwrap_err().code(), Code::CannotWrite);
    assert_eq!(canonical(&json!([-0.0])).unwrap_err().code(), Code::CannotWrite);
}

#[test]
fn hashes_print_and_parse() {
    let hash = Hash::of(b"abc");
    assert!(hash.to_string().starts_with("ba7816bf8f01cfea"));
    assert_eq!(Hash::parse(&hash.to_string()), Some(hash));
    assert_eq!(Hash::parse("+1"), None);
}
