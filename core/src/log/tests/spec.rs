//! Tests of `spec`.

use super::*;
use crate::base::value::{Map, Node, Value};

#[test]
fn an_empty_mapping_is_the_default() {
    let empty = Node::from(Value::Map(Map::default()));
    let read = crate::base::shape::read::<MappingSpec>(&empty).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), serde_json::to_string(&MappingSpec::default()).unwrap());
}
