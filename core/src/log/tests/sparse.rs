//! Tests of `sparse`.

use super::*;

#[test]
fn what_holds_nothing_takes_no_memory() {
    let empty: Sparse<u32> = [0, 0, 0].into_iter().collect();
    assert!(empty.is_empty());
    let mut column: Sparse<u32> = [0, 7, 0].into_iter().collect();
    assert_eq!((column.get(0), column.get(1), column.get(2), column.iter().count()), (0, 7, 0, 2));
    assert_eq!((column.set(1, 8), column.set(4, 9), column.get(1), column.get(3)), (7, 0, 8, 0));
}
