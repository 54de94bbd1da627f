//! Versions that are like another one: `like: 2025-07-01` in a version of a procedure, workflow, policy or form.
//!
//! An older rule mostly differs from the newer one in a few places. Such a version says which version of the same
//! entry, in the same text, it is like, and what is different; it is laid over that one field by field, before anything
//! is read. Dates in force are never taken over.

use super::gather::Document;
use super::overlay::{DATED, Laying, Part, day, entries, items, lay_below, list};
use crate::base::shape::Origin;
use crate::base::value::{Map, Node, Value};

/// A rulebook in which every version that is like another one is written out. A version that names a day on which none
/// begins keeps its `like`, and is told of as a fault when it is read.
pub(super) fn written_out(document: Document, laying: &mut Laying) -> Part {
    let (mut node, mut origin) = (document.node, Origin::of(&document.file));
    for section in DATED {
        let from = origin.take(section);
        let Value::Map(root) = &mut node.value else { break };
        let Some(found) = root.get_mut(section) else { continue };
        let place = (found.line, found.column);
        let Value::Map(map) = std::mem::replace(&mut found.value, Value::Null) else {
            continue;
        };
        let mut into = Origin::of(from.file());
        let written = entries(map, from).into_iter().map(|(key, part)| {
            let (node, part) = entry(part, laying);
            into.set(&key, part);
            (key, node)
        });
        let map = Map::from_entries(written.collect());
        *found = Node { value: Value::Map(map), line: place.0, column: place.1 };
        origin.set(section, into);
    }
    (node, origin)
}

fn entry((node, origin): Part, laying: &mut Laying) -> Part {
    let place = (node.line, node.column);
    let Value::List(versions) = node.value else { return (node, origin) };
    let file = origin.file().clone();
    let versions = items(versions, origin);
    let written = versions.iter().map(|version| like(version, &versions, laying).unwrap_or_else(|| version.clone()));
    let written = written.collect();
    list(place, &file, written)
}

/// The version laid over the one that it is like.
fn like(version: &Part, all: &[Part], laying: &mut Laying) -> Option<Part> {
    let wanted = version.0.get("like")?.value.as_text()?;
    let beneath = all.iter().find(|one| day(&one.0) == Some(wanted) && one.0.get("like").is_none())?;
    if !laying.affords(beneath) {
        return None;
    }
    let mut beneath = beneath.clone();
    let mut above = version.clone();
    if let (Value::Map(beneath), Value::Map(above)) = (&mut beneath.0.value, &mut above.0.value) {
        beneath.remove("in_force");
        above.remove("like");
    }
    let place = (version.0.line, version.0.column);
    let (node, origin) = lay_below(beneath, above, laying);
    // What is wrong with the version as a whole is wrong where it is written.
    Some((Node { line: place.0, column: place.1, ..node }, origin))
}

#[cfg(test)]
mod tests {
    use crate::Office;
    use crate::base::error::Code;
    use crate::base::time::Date;

    const TEXT: &str = r#"
namro: 1
id: a
title: A
procedures:
  "1.001":
    - in_force: {from: 2025-07-01}
      title: P
      limit: {statutory: 3 ngày làm việc}
      components: [{id: don, title: Đơn}, {id: moi, title: Mới}]
      rules: [{id: r, check: "d.x > 0", message: M}, {id: s, check: "d.x < 9", message: M}]
    - like: 2025-07-01
      in_force: {from: 2021-01-01, to: 2025-06-30}
      components: {moi: null, don: {count: 2}}
      rules: {s: null}
"#;

    #[test]
    fn an_older_version_says_what_is_different() {
        let office = Office::load(&[("a.yaml", TEXT)]).unwrap_or_else(|faults| panic!("{faults}"));
        let on = |day: &str| office.procedure(&"1.001".into(), Date::parse(day).unwrap());
        let (old, new) = (on("2024-01-01").unwrap(), on("2026-01-01").unwrap());
        assert_eq!((old.components().len(), old.components()[0].count, old.rules().len()), (1, 2, 1));
        assert_eq!((new.components().len(), new.components()[0].count, new.rules().len()), (2, 1, 2));
        assert_eq!(old.limit().unwrap().statutory, new.limit().unwrap().statutory);
        // The end of one is not the end of the other.
        assert!(on("2030-01-01").is_ok() && on("2020-12-31").is_err());
    }

    #[test]
    fn a_version_like_none_is_told_of() {
        let text = TEXT.replace("- like: 2025-07-01", "- like: 2025-07-02");
        let faults = Office::load(&[("a.yaml", &text)]).unwrap_err();
        let found: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.place().line)).collect();
        assert!(found.contains(&(Code::UnknownReference, Some(12))), "{found:?}");
    }
}
