//! Tests of `properties`.

use super::Properties;

#[test]
fn names_are_found_from_anywhere() {
    let names: Vec<Box<str>> = (0..100).map(|index| format!("n{}", (index * 37) % 100).into()).collect();
    let mut properties = Properties::new(names.iter().cloned().zip(0..));
    properties.require(&names[..70]);
    assert_eq!(properties.required(), u64::MAX);
    assert!(properties.some_unknown());
    for (index, name) in names.iter().enumerate() {
        for from in [0, 50, 99, 100, 1_000] {
            assert_eq!(properties.find(name, from).map(|found| found.0), Some(index), "{name} from {from}");
        }
    }
    assert_eq!(properties.get("n100"), None);
}
