//! Tests of `packed`.

use super::{Packed, Packer, Unpacker};
use crate::base::value::{Node, Value, exact_json};

#[derive(Debug, PartialEq, Packed)]
struct Both<T> {
    first: T,
    #[packed(derived = first_of_all())]
    computed: u32,
    second: Box<str>,
}

fn first_of_all() -> u32 {
    7
}

#[derive(Debug, PartialEq, Packed)]
enum Tree {
    Leaf,
    #[packed(tag = 2)]
    Twig(u32, bool),
    #[packed(tag = 1)]
    Branch {
        left: Box<Tree>,
        right: Vec<Tree>,
    },
}

fn packed(value: &impl Packed) -> Option<Node> {
    let mut to = Packer::default();
    value.pack(&mut to);
    to.finish()
}

fn unpacked<T: Packed>(list: Node) -> Option<T> {
    Unpacker::new(list.value, &()).finish()
}

#[test]
fn fields_are_packed_in_order() {
    let both = Both { first: 3_u8, computed: 9, second: "x".into() };
    let list = packed(&both).unwrap();
    assert_eq!(exact_json(&list), r#"[3,"x"]"#);
    assert_eq!(unpacked(list), Some(Both { first: 3_u8, computed: 7, second: "x".into() }));
}

#[test]
fn variants_are_packed_by_number() {
    let tree = Tree::Branch { left: Tree::Twig(5, true).into(), right: vec![Tree::Leaf] };
    let list = packed(&tree).unwrap();
    assert_eq!(exact_json(&list), "[1,2,5,1,1,0]");
    assert_eq!(unpacked(list), Some(tree));
    let unknown = Value::List(vec![Value::Integer(3).into()]);
    assert_eq!(unpacked::<Tree>(unknown.into()), None);
}

#[test]
fn values_that_a_list_cannot_hold_are_refused_on_both_sides() {
    assert_eq!(packed(&usize::MAX), None);
    let mut to = Packer::default();
    usize::MAX.pack(&mut to);
    assert_eq!(unpacked::<usize>(Value::List(to.items).into()), None);
}
