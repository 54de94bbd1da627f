use super::*;
use crate::base::time::Date;
use crate::base::value::parse_json;

fn holds(text: &str, data: &str) -> Result<bool, Stop> {
    let data = parse_json(data.as_bytes()).unwrap();
    let today = Date::from_text("2026-03-11");
    Condition::parse(text).unwrap().holds(Context { data: &[&data], today, calendar: None })
}

fn undetermined(reason: Reason) -> Result<bool, Stop> {
    Err(Stop::Undetermined(reason))
}

#[test]
fn expressions_hold_or_not() {
    let data = r#"{"vonDieuLe": 300, "ten": "Công ty A", "ngay": "2006-03-12", "tyLe": 19.99, "loai": "x", "co": true,
        "rong": null, "thanhVien": [{"ten": "A", "vonGop": 100, "vn": true}, {"ten": "B", "vonGop": 200, "vn": false}]}"#;
    for (text, expected) in [
        ("d.thanhVien.sum(t, t.vonGop) == d.vonDieuLe", true),
        ("d.thanhVien.sum(t, t.vn, t.vonGop) == 100", true),
        ("d.thanhVien.all(t, t.vonGop > 0) && size(d.thanhVien) >= 2", true),
        ("d.thanhVien.exists(t, t.vonGop > 1000)", false),
        ("d.thanhVien.exists_one(t, t.ten == 'A')", true),
        ("d.thanhVien.count(t, t.vn) * 2 == d.thanhVien.size()", true),
        ("d.thanhVien.unique(t, t.ten)", true),
        ("d.thanhVien.least(t, t.vonGop) == 100 && d.thanhVien.greatest(t, t.vonGop) == 200", true),
        ("d.thanhVien.filter(t, t.vonGop > 100).all(u, u.ten == 'B')", true),
        ("'B' in d.thanhVien.map(t, t.ten)", true),
        ("d.thanhVien.all(t, d.thanhVien.exists(u, u.ten == t.ten))", true),
        ("d.thanhVien[1].vonGop == 200 && d['ten'] == \"Công ty A\"", true),
        ("d.loai in ['x', 'y']", true),
        ("years(d.ngay, today) == 19", true),
        ("days(date('2026-03-01'), today) == 10", true),
        ("year(d.ngay) == 2006 && d.ngay < today", true),
        ("d.ten.startsWith('Công ty') && !d.ten.contains('B')", true),
        ("matches(d.ten, '^Công ty \\p{L}$')", true),
        ("d.tyLe * 100 == 1999 && 0.1 + 0.2 == 0.3", true),
        ("-7 / 2 == -3 && 7 % 3 == 1 && 2 + 3 * 4 - 1 == 13", true),
        ("d.co ? d.vonDieuLe > 1 : false", true),
        ("has(d.ten) && !has(d.khong) && !has(d.rong)", true),
        ("d.khong == null && d.ten != null && d.rong == null", true),
        ("[1, 2] == [1, 2] && 'a' < 'b' && !!true", true),
        ("abs(-3) == 3", true),
    ] {
        assert_eq!(holds(text, data), Ok(expected), "{text}");
    }
}

#[test]
fn what_is_not_filled_in_is_pending() {
    let data = r#"{"a": true, "b": false, "list": [{"x": 1}, {}], "n": null}"#;
    for (text, expected) in [
        ("d.khong == 1", Err(Stop::Pending)),
        ("d.n == 1", Err(Stop::Pending)),
        ("d.b && d.khong", Ok(false)),
        ("d.khong && d.b", Ok(false)),
        ("d.khong || d.a", Ok(true)),
        ("d.khong && d.a", Err(Stop::Pending)),
        ("d.list.sum(t, t.x) == 1", Err(Stop::Pending)),
        ("d.list.exists(t, t.x == 1)", Ok(true)),
        ("d.list.all(t, t.x == 2)", Ok(false)),
        ("d.list.all(t, t.x == 1)", Err(Stop::Pending)),
        ("d.list.sum(t, has(t.x), t.x) == 1", Ok(true)),
        ("d.khong.sum(t, t.x) == 1", Err(Stop::Pending)),
    ] {
        assert_eq!(holds(text, data), expected, "{text}");
    }
}

#[test]
fn texts_are_taken_apart_and_put_together() {
    let data = r#"{"ma": "000.00.19.H26-261102-0042", "ten": "Ho\u0300a, Lan,, An", "l": ["a", "b"], "so": [1], "rong": [],
        "dai": "aaaaaaaaaa"}"#;
    let long = "replace('x'.replace('', d.dai), '', d.dai)";
    for (text, expected) in [
        ("d.ma.split('-')[1] == '261102'", Ok(true)),
        ("size(d.ma.split('.')) == 4 && d.ma.split('.')[0] == '000'", Ok(true)),
        ("d.ten.split(',') == ['Hòa', ' Lan', '', ' An']", Ok(true)),
        ("d.ten.split(', ', 2) == ['Hòa', 'Lan,, An']", Ok(true)),
        ("split('Hòa', '') == ['H', 'ò', 'a'] && split('Hòa', '', 2) == ['H', 'òa']", Ok(true)),
        ("split('abc', '', 3) == ['a', 'b', 'c'] && split('abc', '', 9).size() == 3 && split('', '') == []", Ok(true)),
        ("split('a,b', ',', 0) == [] && split('ab', '', 0) == [] && split('a,b', ',', -1).size() == 2", Ok(true)),
        ("split('', ',') == ['']", Ok(true)),
        ("split('a', 'b', 1.5) == []", undetermined(Reason::WrongType)),
        ("d.l.join() == 'ab' && d.l.join(' và ') == 'a và b' && d.rong.join(',') == ''", Ok(true)),
        ("d.so.join() == ''", undetermined(Reason::WrongType)),
        ("d.ten.replace(',', ';').replace(';;', ';') == 'Hòa; Lan; An'", Ok(true)),
        (
            "replace('aaa', 'a', 'b', 2) == 'bba' && replace('aaa', 'a', '', -1) == '' && replace('a', 'a', 'b', 0) == 'a'",
            Ok(true),
        ),
        ("replace('ab', '', '-') == '-a-b-'", Ok(true)),
        ("d.khong.split(',').size() == 1", Err(Stop::Pending)),
        ("math.least(3, 1.5, 2) == 1.5 && math.greatest([3, 7]) == 7 && least(4) == 4", Ok(true)),
        ("least('2026-03-01', today) == date('2026-03-01') && greatest(today, '2026-03-01') == today", Ok(true)),
        ("least(d.rong) == 1", undetermined(Reason::WrongType)),
        ("least(d.l) == 'a'", undetermined(Reason::BadDate)),
        ("math.greatest(d.so.map(n, n * 2), 1) == 2", undetermined(Reason::WrongType)),
        (
            "round(10.5) == 11 && math.floor(-0.5) == -1 && ceil(0.01) == 1 && trunc(-1.9) == -1 && sign(-2) == -1",
            Ok(true),
        ),
        ("(1234567 * 0.005).round() == 6173", Ok(true)),
        ("7 / 2 == 3 && 7 / 2.0 == 3.5 && 7.0 / 2 == 3.5 && double(7) / 2 == 3.5 && int(7.0) / 2 == 3", Ok(true)),
        ("1e1 / 4 == 2.5 && 2.0 == 2 && string(2.0) == '2' && 2.0 * 3 / 4 == 1.5", Ok(true)),
    ] {
        assert_eq!(holds(text, data), expected, "{text}");
        // What is printed reads back and is judged alike.
        let printed = Condition::parse(text).unwrap().to_string();
        assert_eq!(holds(&printed, data), expected, "{printed}");
    }
    // Texts that multiply end at a bound, and what is made is paid for.
    let text = format!("size({}) > 0", (0..9).fold(long.to_owned(), |inner, _| format!("replace({inner}, '', d.dai)")));
    assert_eq!(holds(&text, data), undetermined(Reason::Fuel));
    let list = (0..150).map(|_| "d.ma.split('')".to_owned()).collect::<Vec<_>>().join(" + ");
    assert_eq!(holds(&format!("size({list}) > 0"), data), Ok(true));
    let local = "[1].all(math, math == 1) && [{'a': 1}].size() == 1";
    assert!(Condition::parse(local).is_err(), "maps are not written in texts");
    assert_eq!(holds("[1].all(math, math == 1)", "{}"), Ok(true));
    for (text, code) in [
        ("math.sqrt(4) == 2", crate::base::error::Code::UnknownReference),
        ("math.size([1]) == 1", crate::base::error::Code::UnknownReference),
        ("math == 1", crate::base::error::Code::UnknownReference),
        ("math.floor == 1", crate::base::error::Code::BadExpression),
        ("replace('a', 'b') == ''", crate::base::error::Code::WrongArguments),
    ] {
        assert_eq!(Condition::parse(text).unwrap_err().code(), code, "{text}");
    }
}

#[test]
fn a_text_of_blanks_is_not_filled_in() {
    let data = r#"{"a": "", "b": " \u200b", "c": "x", "l": ["", "x"], "m": {"k": " "}, "k": "k", "i": 0}"#;
    for (text, expected) in [
        ("has(d.a) || has(d.b) || has(d.m.k)", Ok(false)),
        ("d.a == null && d.b == null && d.khong == null && d.c != null", Ok(true)),
        ("d.a == '' && '' == d.b && d.khong == ' ' && d.c != ''", Ok(true)),
        ("d.b != ''", Ok(false)),
        ("d.b in ['', 'x'] && d.c in ['', 'x'] && d.khong in [null]", Ok(true)),
        ("d.c in ['', 'y']", Ok(false)),
        ("d.a == 'x'", Err(Stop::Pending)),
        ("size(d.b) > 0", Err(Stop::Pending)),
        ("d.b.trim() != ''", Ok(false)),
        ("d.l.unique(t, t)", Err(Stop::Pending)),
        ("d.l.count(t, has(t)) == 1", Ok(true)),
        ("d.l[d.i] == 'x' || d.m[d.k] == 'x'", Err(Stop::Pending)),
        ("d.l[d.i] == null && d.m[d.k] == ''", Ok(true)),
        // Of what is written down itself nothing is awaited.
        ("'' == '' && size('') == 0 && 'a'.substring(1) == '' && '' != ' ' && null != ''", Ok(true)),
    ] {
        assert_eq!(holds(text, data), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_decided_says_why() {
    let data = r#"{"t": "x", "n": 9000000000000000000, "list": [1]}"#;
    for (text, reason) in [
        ("d.t == 1", Reason::WrongType),
        ("d.t && true", Reason::WrongType),
        ("d.n * d.n * d.n == 1", Reason::Overflow),
        ("1 / 0 == 1", Reason::Division),
        ("d.t < today", Reason::BadDate),
        ("workingDays(today, today) == 0", Reason::NoCalendar),
        ("d.t.x == 1", Reason::WrongType),
        ("d.khong && d.t == 1", Reason::WrongType),
    ] {
        assert_eq!(holds(text, data), undetermined(reason), "{text}");
    }
    // Beyond 64 bits, and exact all the same.
    assert_eq!(holds("d.n * 10000 == d.n * 9999 + d.n", data), Ok(true));
}

#[test]
fn faults_of_a_text_have_their_place() {
    for (text, code) in [
        ("d.x ==", crate::base::error::Code::BadExpression),
        ("d.x = 1", crate::base::error::Code::BadExpression),
        ("1 < 2 < 3", crate::base::error::Code::BadExpression),
        ("(d.x", crate::base::error::Code::BadExpression),
        ("'abc", crate::base::error::Code::BadExpression),
        ("e.x == 1", crate::base::error::Code::UnknownReference),
        ("sizee(d.x) == 1", crate::base::error::Code::UnknownReference),
        ("size(d.x, 1) == 1", crate::base::error::Code::WrongArguments),
        ("has(1)", crate::base::error::Code::WrongArguments),
        ("d.x + 1", crate::base::error::Code::NoCondition),
        ("'a'", crate::base::error::Code::NoCondition),
        ("size(d.x)", crate::base::error::Code::NoCondition),
        ("d.l.sum(t, t.x)", crate::base::error::Code::NoCondition),
        ("years(d.a, d.b)", crate::base::error::Code::NoCondition),
        ("d.x && (d.y || !size(d.z))", crate::base::error::Code::NoCondition),
        ("d.l.all(t, t.x - 1)", crate::base::error::Code::NoCondition),
        ("d.x ? d.y : 0", crate::base::error::Code::NoCondition),
        ("matches(d.x, '(')", crate::base::error::Code::BadPattern),
    ] {
        assert_eq!(Condition::parse(text).unwrap_err().code(), code, "{text}");
    }
    let error = Condition::parse("d.a &&& d.b").unwrap_err();
    assert!(error.text().en.contains("character 7"), "{error}");
}

#[test]
fn hostile_texts_end_in_bounds() {
    let at_limit = format!("{}true{}", "(".repeat(31), ")".repeat(31));
    assert!(Condition::parse(&at_limit).is_ok());
    let beyond = format!("{}true{}", "(".repeat(32), ")".repeat(32));
    assert_eq!(Condition::parse(&beyond).unwrap_err().code(), crate::base::error::Code::TooDeep);
    assert!(Condition::parse(&"(".repeat(8_000)).is_err());
    assert!(Condition::parse(&"(".repeat(100_000)).is_err());
    let chain = |count: usize| format!("1{} > 0", "+1".repeat(count));
    assert_eq!(holds(&chain(490), "{}"), Ok(true));
    assert_eq!(Condition::parse(&chain(1_000)).unwrap_err().code(), crate::base::error::Code::TooLarge);
    assert!(Condition::parse(&format!("{}true", "!".repeat(5_000))).is_ok());
}

#[test]
fn work_is_bounded_by_fuel() {
    let list = vec!["1"; 300].join(",");
    let data = format!("{{\"l\": [{list}]}}");
    let text = "d.l.all(a, d.l.all(b, d.l.all(c, a + b + c > 0)))";
    assert_eq!(holds(text, &data), undetermined(Reason::Fuel));
}

#[test]
fn printed_trees_read_back() {
    for text in [
        "d.thanhVien.sum(t, t.vonGop) == d.vonDieuLe",
        "!(has(d.a) && (d.b || !d.c))",
        "d.l.every(t, t.x > 0, t.y in ['a', 'b\\'c'])",
        "(d.a ? 1 : 2) > -d.b * 3 - 4 % 5",
        "matches(d.a, '^\\d{2}$')",
        "workingDays(d.a, today) <= 3 && years(d.a, today) >= 18",
        "d.l[0]['tên'] == null",
        "d.l.count(t, t.x) + d.l.filter(t, t.y).size() == 0.5",
    ] {
        let printed = Condition::parse(text).unwrap().to_string();
        let again = Condition::parse(&printed).unwrap().to_string();
        assert_eq!(printed, again, "{text}");
    }
}

#[test]
fn trees_and_texts_are_one() {
    let tree = r#"{"all": [
        {"eq": [{"sum": {"of": "d.l", "item": "t", "where": "t.vn", "value": "t.x"}}, "d.s"]},
        {"not": {"present": "d.k"}},
        {"ge": [{"years": ["d.ngay", "today"]}, 18]},
        {"every": {"of": "d.l", "value": {"gt": ["item.x", 0]}}},
        {"in": ["d.a", [{"text": "x"}, "'y'"]]},
        {"if": [true, {"startsWith": ["d.a", "'x'"]}, false]}]}"#;
    let text = "d.l.every(t, true) ";
    let node = parse_json(tree.as_bytes()).unwrap();
    let scope = Scope { data: &["d"], library: Library::STANDARD, limits: Limits::default() };
    let mut faults = crate::base::error::Faults::new();
    let condition = Condition::read(&crate::base::shape::Cursor::root(&node, None), scope, &mut faults);
    assert!(faults.is_empty(), "{faults}");
    let condition = condition.unwrap();
    assert_eq!(
        condition.to_string(),
        "(d.l.sum(t, t.vn, t.x) == d.s) && (!has(d.k)) && (years(d.ngay, today) >= 18) && \
         d.l.every(item, item.x > 0) && (d.a in ['x', 'y']) && (true ? startsWith(d.a, 'x') : false)"
    );
    assert!(Condition::parse(text).is_ok());
    let reads: Vec<_> = condition.reads().into_iter().map(|read| read.way.len()).collect();
    assert!(reads.contains(&3));
}

#[test]
fn every_node_has_its_value_in_the_trace() {
    let data = parse_json(br#"{"a": 1, "l": [1, 2]}"#).unwrap();
    let condition = Condition::parse("d.l.all(t, t > d.a) || d.b").unwrap();
    let (out, trace) = condition.trace(Context { data: &[&data], ..Context::default() });
    assert_eq!(out, Err(Stop::Pending));
    let lines: Vec<_> = trace.iter().map(|line| format!("{} {}={}", line.depth, line.expression, line.value)).collect();
    assert_eq!(
        lines,
        [
            "0 d.l.every(t, t > d.a) || d.b=pending",
            "1 d.l.every(t, t > d.a)=false",
            "2 d.l=[2]",
            "2 t > d.a=false",
            "3 t=1",
            "3 d.a=1",
            "1 d.b=pending",
        ]
    );
}

#[test]
fn a_path_is_printed_without_what_stood_between_its_steps() {
    for (written, printed) in [
        ("d.a // so far\n> 3", "d.a > 3"),
        ("d // the case\n .a\t. b>3", "d.a.b > 3"),
        ("d['a'][ 0 ][\"b c\"] > 3", "d.a[0]['b c'] > 3"),
        ("d.thẩmĐịnh['1a']['it''] == 1", ""),
        ("d['\u{a0}x'] == 1", "d['\u{a0}x'] == 1"),
        ("3 > d.a//x", "3 > d.a"),
        ("1 + 3 * d.a//x\n > 2", "(1 + (3 * d.a)) > 2"),
    ] {
        match Condition::parse(written) {
            Ok(condition) => {
                assert_eq!(condition.to_string(), printed);
                assert_eq!(Condition::parse(printed).unwrap().to_string(), printed);
            }
            Err(_) => assert_eq!(printed, "", "{written}"),
        }
    }
}

#[test]
fn places_may_be_worked_out() {
    let data = parse_json(
        r#"{"l": [3, 5, 8], "i": 1, "m": {"hn": 2}, "p": [{"q": {"r": 4}}], "k": "hn", "t": "Đặng Thị", "n": "001090000001"}"#.as_bytes(),
    )
    .unwrap();
    let holds = |text: &str| {
        let condition = Condition::parse(text).unwrap();
        let again = Condition::parse(&condition.to_string()).unwrap();
        assert_eq!(again.to_string(), condition.to_string());
        condition.holds(Context { data: &[&data], ..Context::default() })
    };
    for text in [
        "d.l[d.i] == 5",
        "d.l[d.i + 1] - d.l[d.i] == 3",
        "[7, 9][1] == 9",
        "d.m[d.k] == 2",
        "d.p[d.i - 1].q.r == 4",
        "d.l.filter(x, x > 3)[0] == 5",
        "d.t.substring(1, 4) == 'ặng'",
        "d.n.substring(4) == '90000001'",
        "d.t.charAt(0) == 'Đ' && d.t.charAt(8) == ''",
        "d.t.indexOf('Thị') == 5 && d.t.lastIndexOf('x') == -1",
        "bool('true')",
    ] {
        assert_eq!(holds(text), Ok(true), "{text}");
    }
    for text in
        ["d.l[d.i + 2] == 0", "d.l[0 - d.i] == 0", "d.t.substring(3, 2) == ''", "d.t.charAt(9) == ''", "bool(d.k)"]
    {
        assert_eq!(holds(text), Err(Stop::Undetermined(Reason::WrongType)), "{text}");
    }
    assert!(Condition::parse("d.l[d.i] == 5").unwrap().reads().iter().any(|read| read.meets("/l/2")));
}
