//! Tests of `inherit`.

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
      rules: [{id: r, check: "today > '2020-01-01'", message: M}, {id: s, check: "today < '2099-01-01'", message: M}]
    - like: 2025-07-01
      in_force: {from: 2021-01-01, to: 2025-06-30}
      components: {moi: null, don: {count: 2}}
      rules: {s: null}
"#;

#[test]
fn an_older_version_states_only_what_differs() {
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
fn a_version_like_a_missing_one_is_reported() {
    let text = TEXT.replace("- like: 2025-07-01", "- like: 2025-07-02");
    let faults = Office::load(&[("a.yaml", &text)]).unwrap_err();
    let found: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.place().line)).collect();
    assert!(found.contains(&(Code::UnknownReference, Some(12))), "{found:?}");
}
