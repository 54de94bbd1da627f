//! Tests of `constant`.

use super::*;

#[test]
fn what_is_always_or_never_true_is_found() {
    let always = [
        "true",
        "d.a == d.a",
        "d.l[0].x + 1 >= d.l[0].x + 1",
        "d.a > 1 || d.a <= 1",
        "d.a != 1 || d.a != 2",
        "!(d.a > 1 && d.a < 1)",
        "d.a > 1 || true",
        "1 < 2",
        "d.a > 1 ? true : true",
    ];
    let never = [
        "false",
        "d.a != d.a",
        "d.a < d.a",
        "d.a > 1 && d.a < 1",
        "d.a > 1 && 1 >= d.a",
        "d.a == 1 && d.a == 2",
        "d.a == 'x' && d.a == 'y'",
        "d.a > '2026-03-02' && d.a < '2026-03-01'",
        "d.b == 1 && d.a > 2 && !(d.a > 1)",
        "1 > 2",
        "d.a in []",
    ];
    let open = [
        "d.a > 1",
        "d.a > 1 && d.a < 2",
        "d.a >= 1 && d.a <= 1",
        "d.a > 1 && d.b < 1",
        "d.a > 1 || d.a < 1",
        "d.a == 1 || d.a == 2",
        "d.a != 1 && d.a != 2",
        "d.a == null || d.a == 1",
        "has(d.a) && d.a > 1",
        "d.l.exists(t, t.x > 1) && d.l.exists(t, t.x < 1)",
    ];
    let cases = always.map(|text| (text, Some(true))).into_iter();
    let cases = cases.chain(never.map(|text| (text, Some(false)))).chain(open.map(|text| (text, None)));
    for (text, wanted) in cases {
        assert_eq!(Condition::parse(text).unwrap().constant(), wanted, "{text}");
    }
}
