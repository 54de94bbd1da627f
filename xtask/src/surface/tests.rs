use super::walk::{Surface, walk};
use serde_json::{Value, json};

/// A document with these items; the first is the root.
fn document(items: &[(u32, &str, Value)]) -> Value {
    let index: serde_json::Map<_, _> = items
        .iter()
        .map(|(id, name, rest)| {
            let mut item = json!({"id": id, "name": name, "visibility": "public", "attrs": []});
            for (key, value) in rest.as_object().unwrap() {
                item[key] = value.clone();
            }
            (id.to_string(), item)
        })
        .collect();
    let paths = json!({
        "900": {"crate_id": 5, "path": ["alloc", "vec", "Vec"], "kind": "struct"},
        "901": {"crate_id": 5, "path": ["alloc", "vec"], "kind": "module"},
    });
    json!({"format_version": 57, "root": items[0].0, "index": index, "paths": paths})
}

fn module(items: &[u32]) -> Value {
    json!({"inner": {"module": {"items": items}}})
}

/// A module that its crate keeps to itself.
fn private(items: &[u32]) -> Value {
    json!({"visibility": "crate", "inner": {"module": {"items": items}}})
}

fn kind(kind: &str) -> Value {
    json!({"inner": {kind: {}}})
}

fn hidden(mut item: Value) -> Value {
    item["attrs"] = json!([{"other": "#[doc(hidden)]"}]);
    item
}

fn export(id: Option<u32>, name: &str, glob: bool) -> Value {
    json!({"name": null, "inner": {"use": {"source": name, "name": name, "id": id, "is_glob": glob}}})
}

fn walked(items: &[(u32, &str, Value)]) -> Surface {
    walk(&document(items)).unwrap()
}

fn fault(document: &Value) -> String {
    walk(document).unwrap_err().to_string()
}

#[test]
fn every_kind_that_counts_is_counted_and_no_other() {
    let counted = ["struct", "enum", "union", "trait", "type_alias", "function", "constant", "static"];
    let others = ["macro", "impl"];
    let mut items = vec![(0, "namro", module(&(1..=10).collect::<Vec<_>>()))];
    items.extend(counted.iter().chain(&others).zip(1..).map(|(name, id)| (id, *name, kind(name))));
    assert_eq!(walked(&items).count(), 8);
}

#[test]
fn items_are_listed_under_the_shortest_path_and_counted_once() {
    let surface = walked(&[
        (0, "namro", module(&[1, 2, 3, 4])),
        (1, "long", module(&[5, 6])),
        (2, "", export(Some(5), "Case", false)),
        (3, "", export(Some(1), "again", false)),
        (4, "", export(Some(1), "long", true)),
        (5, "Case", kind("struct")),
        (6, "open", kind("function")),
    ]);
    assert_eq!(surface.to_string(), "namro: 1\n    struct: Case\nnamro::long: 1\n    function: open\n");
}

#[test]
fn a_re_export_shows_its_own_name() {
    let surface = walked(&[
        (0, "namro", module(&[1])),
        (1, "", export(Some(3), "New", false)),
        (2, "old", private(&[3])),
        (3, "Old", kind("struct")),
    ]);
    assert_eq!(surface.to_string(), "namro: 1\n    struct: New\n");
}

#[test]
fn private_modules_are_reached_by_globs_and_re_exports_alone() {
    let items = |export: Value| {
        [
            (0, "namro", module(&[1, 2])),
            (1, "", export),
            (2, "inside", private(&[3, 4, 5])),
            (3, "A", kind("struct")),
            (4, "B", kind("enum")),
            (5, "C", json!({"visibility": "crate", "inner": {"struct": {}}})),
        ]
    };
    assert_eq!(walked(&items(export(Some(3), "A", false))).count(), 1);
    assert_eq!(walked(&items(export(Some(2), "inside", true))).count(), 2);
    let surface = walked(&items(export(Some(2), "room", false)));
    assert_eq!(surface.to_string(), "namro::room: 2\n    enum: B\n    struct: A\n");
}

#[test]
fn modules_that_re_export_each_other_end() {
    let surface = walked(&[
        (0, "namro", module(&[1, 2])),
        (1, "a", module(&[3, 4])),
        (2, "b", module(&[5, 6])),
        (3, "", export(Some(2), "b", true)),
        (4, "A", kind("struct")),
        (5, "", export(Some(1), "a", true)),
        (6, "", export(Some(0), "namro", false)),
    ]);
    assert_eq!(surface.count(), 1);
}

#[test]
fn what_is_hidden_is_not_reached_unless_it_is_re_exported_from_a_hidden_module() {
    let items = |export: Value| {
        [
            (0, "namro", module(&[1, 2])),
            (1, "inside", hidden(module(&[3, 4]))),
            (2, "", export),
            (3, "A", kind("struct")),
            (4, "B", hidden(kind("struct"))),
        ]
    };
    assert_eq!(walked(&items(hidden(export(Some(3), "A", false)))).count(), 0);
    assert_eq!(walked(&items(export(Some(4), "B", false))).count(), 0);
    assert_eq!(walked(&items(export(Some(3), "A", false))).count(), 1);
    assert_eq!(walked(&items(export(Some(1), "inside", true))).count(), 1);
}

#[test]
fn other_crates_count_by_the_item_and_not_by_the_module() {
    let items = |export: Value| [(0, "namro", module(&[1])), (1, "", export)];
    assert_eq!(walked(&items(export(Some(900), "Vec", false))).count(), 1);
    assert_eq!(walked(&items(export(None, "u8", false))).count(), 1);
    for export in [export(Some(901), "vec", false), export(Some(901), "vec", true), kind("extern_crate")] {
        assert!(fault(&document(&items(export))).contains("another crate"));
    }
}

#[test]
fn variants_behind_a_glob_are_not_counted() {
    let surface =
        walked(&[(0, "namro", module(&[1, 2])), (1, "Colour", kind("enum")), (2, "", export(Some(1), "Colour", true))]);
    assert_eq!(surface.count(), 1);
}

#[test]
fn a_shape_that_is_not_known_is_refused_with_its_version() {
    let mut unknown = document(&[(0, "namro", module(&[1])), (1, "x", kind("gadget"))]);
    unknown["format_version"] = json!(99);
    assert_eq!(
        fault(&unknown),
        "items of kind gadget are not known; rustdoc wrote format_version 99, this walk was tried on 57"
    );
    assert!(fault(&json!({"format_version": 99})).contains("null is no identifier"));
    assert!(fault(&document(&[(0, "namro", module(&[7]))])).contains("item 7 of namro is missing"));
    assert!(fault(&document(&[(0, "namro", json!({"inner": {"module": {}}}))])).contains("has no items"));
}
