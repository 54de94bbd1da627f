//! A fault that only follows from another one is not listed; the same fault without that cause is.

use crate::Office;
use crate::base::error::{Code, Error};
use std::fmt::Write;

const HEAD: &str = "namro: 1\nid: a\ntitle: A\n";

fn load(texts: &[(&str, &str)]) -> Vec<(Code, u64)> {
    let faults = Office::load(texts).err().unwrap_or_default();
    faults.iter().map(|fault| (fault.code(), fault.place().line.unwrap_or_default())).collect()
}

/// The faults of a rulebook, with lines counted after the head.
fn faults(text: &str) -> Vec<(Code, u64)> {
    load(&[("a.yaml", &format!("{HEAD}{text}"))])
        .into_iter()
        .map(|(code, line)| (code, line.saturating_sub(3)))
        .collect()
}

/// A text with `;` for the ends of its lines.
fn lines(text: &str) -> String {
    text.split(';').fold(String::new(), |mut lines, line| {
        writeln!(lines, "{line}").unwrap();
        lines
    })
}

/// The first text has exactly one fault. The second has the fault that would have followed, without that cause.
fn follows(with_cause: &str, cause: (Code, u64), alone: &str, fault: (Code, u64)) {
    let (with_cause, alone) = (lines(with_cause), lines(alone));
    assert_eq!(faults(&with_cause), [cause], "{with_cause}");
    let found = faults(&alone);
    assert!(found.contains(&fault), "{fault:?} is not in {found:?}:\n{alone}");
}

#[test]
fn a_value_that_was_read_differently_than_it_was_written() {
    let cause = (Code::UnquotedText, 2);
    follows(
        "units:;  so: {title: S, parent: no}",
        cause,
        "units:;  so: {title: S, parent: 'no'}",
        (Code::UnknownReference, 2),
    );
    follows("calendars:;  c: {zone: 7:00}", cause, "calendars:;  c: {zone: '7:00'}", (Code::BadZone, 2));
}

#[test]
fn a_field_on_a_line_that_was_not_read() {
    let cause = (Code::Syntax, 3);
    let missing = (Code::MissingField, 2);
    follows("units:;  so:;    title: S: T;  vp: {title: V}", cause, "units:;  so: {};  vp: {title: V}", missing);
    follows(
        "units:;  so:;    in_force: {};    title S;  vp: {title: V}",
        (Code::Syntax, 4),
        "units:;  so: {};  vp: {title: V}",
        missing,
    );
    // A line that was not read in another part explains nothing.
    let other = "units:;  so:;    head: a;  vp:;    title: V;    head b;positions: {a: {title: A}}";
    assert_eq!(faults(&lines(other)), [(Code::MissingField, 2), (Code::Syntax, 6)]);
    // What a version lacks, the versions that are like it lack too.
    let text = "procedures:;  p:;    - in_force: {from: 2026-01-01};      title P;    - {like: 2026-01-01, in_force: {to: 2025-12-31}}";
    assert_eq!(faults(&lines(text)), [(Code::Syntax, 4)]);
}

#[test]
fn a_name_in_a_text_that_was_not_read() {
    let cause = (Code::Syntax, 3);
    let unknown = (Code::UnknownReference, 2);
    follows(
        "units:;  so: {title: S, parent: bo};  bo: {title: B: C}",
        cause,
        "units:;  so: {title: S, parent: bo};  cuc: {title: B: C}",
        unknown,
    );
    let roles = "positions:;  a: {title: A, roles: [r]};  b {title: B, roles: [s]};workflows:;  w: {steps: {x: {role: s, next: end}}}";
    follows(roles, cause, &roles.replace("roles: [s]", "roles: [t]"), (Code::UnknownReference, 5));
    let group = "procedures:;  p:;    title: P;    components:;      - {id: a, title: A, need: {one_of: g}};      - {id: b, title: B: C, need: {one_of: g}}";
    follows(
        group,
        (Code::Syntax, 6),
        &group.replace("{one_of: g}}\"", "").replacen("g}}", "h}}", 1),
        (Code::AlternativeOfOne, 5),
    );
    // A step that only a line that was not read leads to.
    let steps = "workflows:;  w:;    steps:;      nhan: {next: soan};      soan: {next: {one_of: [{to: trinh, when: d.x}, {to: end, else: true}]};      \
                 trinh: {next: end}";
    follows(steps, (Code::Syntax, 5), &steps.replace("to: trinh", "to: nhan"), (Code::UnreachableStep, 6));
}

#[test]
fn a_name_that_is_misread_where_it_is_declared() {
    let text = "positions:;  a: {title: A, roles: [r]};  b: {title: B, roles: s};workflows:;  w: {steps: {x: {role: s, next: end}}}";
    follows(text, (Code::WrongType, 3), &text.replace("roles: s", "roles: t"), (Code::UnknownReference, 5));
    let text = "procedures:;  p:;    title: P;    components:;      - {title: A};      - {id: b, title: B, need: {when: has(components.a)}}";
    follows(
        text,
        (Code::MissingField, 5),
        &text.replace("{title: A}", "{id: c, title: A}"),
        (Code::UnknownReference, 6),
    );
    let text = "policies:;  p:;    title: P;    components: {a: {title: A, weight: 100, measure: kept}};    bands: [{title: X, from: 0}];    caps: [{band: x, rate: 20%}]";
    follows(text, (Code::MissingField, 5), &text.replace("{title: X", "{id: y, title: X"), (Code::UnknownReference, 6));
    // The field that names the items of a rule.
    let text =
        "procedures:;  p:;    title: P;    rules:;      - {id: r, eech: d.l, check: 'item.x > {n}', message: 'M {n}'}";
    let text = text.replace("item.x > {n}", "item.x > 0");
    follows(&text, (Code::UnknownField, 5), &text.replace("eech: d.l, ", ""), (Code::UnknownReference, 5));
}

#[test]
fn a_version_that_is_like_a_missing_one() {
    let text = "procedures:;  p:;    - {in_force: {from: DAY}, title: P, components: [{id: c, title: C}], limit: {statutory: 3 ngày}};    \
                - {like: LIKE, in_force: {to: 2025-12-31}, components: {c: {count: 2}}, limit: {committed: null}}";
    let book = |day: &str, like: &str| faults(&lines(&text.replace("DAY", day).replace("LIKE", like)));
    assert_eq!(book("2026-01-01", "2026-01-01"), []);
    assert_eq!(book("2026-01-01", "2026-01-02"), [(Code::UnknownReference, 4)]);
    assert_eq!(book("2026-01-01", "2026-01-32"), [(Code::BadDate, 4)]);
    assert_eq!(book("2026-01-32", "2026-01-01"), [(Code::BadDate, 3)]);
    assert_eq!(book("7", "2026-01-01"), [(Code::UnquotedText, 3)]);
    let alone = text.replace("DAY", "2026-01-01").replace("like: LIKE, ", "");
    let found = faults(&lines(&alone));
    for code in [Code::MissingField, Code::WrongType, Code::NoLimit] {
        assert!(found.contains(&(code, 4)), "{code}: {found:?}");
    }
    // Workflows, policies and forms have such versions too.
    let text = "workflows:;  w:;    - {in_force: {from: 2026-01-01}, steps: {a: {next: end}}};    - {like: 2026-01-02, in_force: {to: 2025-12-31}, steps: {a: {note: Nhanh}}}";
    assert_eq!(faults(&lines(text)), [(Code::UnknownReference, 4)]);
    assert_eq!(faults(&lines(&text.replace("01-02", "01-01"))), []);
}

#[test]
fn what_a_version_takes_over_is_faulty_once() {
    let text = "procedures:;  p:;    - {in_force: {from: 2026-01-01}, FIELD};    - {like: 2026-01-01, in_force: {to: 2025-12-31}, limit: {committed: null}}";
    let book = |field: &str| faults(&lines(&text.replace("FIELD", field)));
    assert_eq!(book("limit: {statutory: 3 ngày, committed: 2 ngày}"), [(Code::MissingField, 3)]);
    assert_eq!(book("title: P, limit: 3 ngày"), [(Code::WrongType, 3)]);
    assert_eq!(book("title: P, tilte: P"), [(Code::UnknownField, 3), (Code::NoLimit, 4)]);
    // Two faults with the same code on one line are both listed.
    assert_eq!(
        book("title: P, limit: {statutory: 3 ngày}, form: {}, rules: [{id: r, check: 'd.x > 0', message: '{i} {n}'}]")
            .len(),
        2
    );
}

#[test]
fn an_item_by_name_that_the_base_does_not_have() {
    let below = |items: &str| {
        format!("{HEAD}procedures:\n  p: {{title: P, components: [{items}]}}\n").replace("id: a", "id: b")
    };
    let book = |below: &str, items: &str| {
        let text = format!("{HEAD}include: [b]\nprocedures:\n  p: {{components: {items}}}\n");
        load(&[("a.yaml", &text), ("b.yaml", below)])
    };
    let sound = below("{id: don, title: D}");
    assert_eq!(book(&sound, "{don: {count: 2}}"), []);
    assert_eq!(book(&sound, "{donn: {count: 2}}"), [(Code::UnknownReference, 6)]);
    assert_eq!(book(&sound, "{donn: null}"), [(Code::UnknownReference, 6)]);
    // A complete entry is a new one, and so is an item of a list.
    assert_eq!(book(&sound, "{anh: {title: A}}"), []);
    assert_eq!(book(&sound, "{anh: {title: A, source: {}}}"), [(Code::MissingField, 6)]);
    assert_eq!(book(&sound, "[{id: anh, count: 2}]"), [(Code::MissingField, 6)]);
    // The item without a name may be the one.
    assert_eq!(book(&below("{title: D}, {id: anh, title: A}"), "{don: {count: 2}}"), [(Code::MissingField, 5)]);
    assert_eq!(book(&below("{id: 7, title: D}, {id: anh, title: A}"), "{don: null}"), [(Code::UnquotedText, 5)]);
}

#[test]
fn a_whole_of_which_a_part_was_not_read() {
    let limit = "procedures:;  p: {title: P, limit: {statutory: 3 ngay, ends: office}}";
    follows(limit, (Code::BadLimit, 2), &limit.replace("statutory: 3 ngay, ", ""), (Code::NoLimit, 2));
    let rules = "procedures:;  p: {title: P, form: {}, rules: [{check: 'd.x > 0', message: M}, {check: 'd.x > 1', message: M}]}";
    let twice = rules.replace("{check", "{id: r, check");
    assert_eq!(faults(&lines(rules)), [(Code::MissingField, 2); 2]);
    assert!(faults(&lines(&twice)).contains(&(Code::DuplicateId, 2)));
    let versions =
        "procedures:;  p:;    - {title: P, in_force: {to: 2026-06-31}};    - {title: P, in_force: {from: 2026-06-01}}";
    follows(versions, (Code::BadDate, 3), &versions.replace("06-31", "06-30"), (Code::VersionsOverlap, 4));
    let versions = versions.replace("in_force: {to", "in_froce: {to");
    follows(
        &versions,
        (Code::UnknownField, 3),
        &versions.replace(", in_froce: {to: 2026-06-31}", ""),
        (Code::VersionsOverlap, 4),
    );
    let row = "calendars:;  c: {zone: '+07:00', holidays: [{id: a, date: 13-01}]}";
    follows(row, (Code::BadMonthDay, 2), &row.replace(", date: 13-01", ""), (Code::HolidayAnchor, 2));
    let row = "calendars:;  c: {zone: '+07:00', working: [{date: 2026-06-06, like: fry}]}";
    follows(row, (Code::UnknownTerm, 2), &row.replace(", like: fry", ""), (Code::HoursOrLike, 2));
    let weights = "policies:;  p: {title: P, maximum: 100, components: {a: {title: A, weight: WEIGHT, measure: kept}}, bands: [{id: b, title: B, from: 0}]}";
    follows(
        &weights.replace("WEIGHT", "x"),
        (Code::BadFraction, 2),
        &weights.replace("WEIGHT", "90"),
        (Code::PolicyWeights, 2),
    );
    assert_eq!(faults(&lines(&weights.replace("WEIGHT", "-90"))), [(Code::OutOfRange, 2)]);
    let bands = "policies:;  p: {title: P, components: {a: {title: A, weight: 100, measure: kept}}, bands: [{id: b, title: B, from: x}, {id: c, title: C, from: FROM}]}";
    let alone = bands.replace("from: x", "from: 1").replace("FROM", "2");
    follows(&bands.replace("FROM", "0"), (Code::BadFraction, 2), &alone, (Code::PolicyBands, 2));
}

#[test]
fn a_workflow_of_which_a_part_was_not_read() {
    let steps = |a: &str, b: &str, d: &str| {
        format!(
            "workflows:;  w:;    steps:;      a: {{next: {a}}};      b: {{{b}}};      c: {{next: d}};      d: {{{d}next: end}}"
        )
    };
    let all = "{all_of: [b, c]}";
    let unsound = |text: &str| faults(&lines(text)).iter().any(|(code, _)| *code == Code::Unsound);
    assert_eq!(faults(&lines(&steps(all, "next: d", "join: all, "))), []);
    assert!(unsound(&steps(all, "next: d", "")));
    assert_eq!(faults(&lines(&steps(all, "next: d", "join: al, "))), [(Code::UnknownTerm, 7)]);
    assert_eq!(faults(&lines(&steps(all, "next: d", "jion: all, "))), [(Code::UnknownField, 7)]);
    assert_eq!(
        faults(&lines(&steps(all, "nextt: d", "join: all, "))),
        [(Code::MissingField, 5), (Code::UnknownField, 5)]
    );
    // Faults of roles, clocks and budgets do not matter for the order of the steps.
    assert!(unsound(&steps(all, "next: d, clock: pause", "")));
    assert!(unsound(&steps(all, "next: d, budget: 3 ngay", "")));
    let branch = "{one_of: [{to: b, when: d.x}, {to: c, ELSE}]}";
    let text = |other: &str| lines(&steps(&branch.replace("ELSE", other), "next: d", ""));
    assert_eq!(faults(&text("esle: true")), [(Code::UnknownField, 4)]);
    assert_eq!(faults(&text("when: d.y")), [(Code::OneElse, 4)]);
    let text = "workflows:;  w: {steps: [a]}";
    follows(text, (Code::WrongType, 2), "workflows:;  w: {steps: {}}", (Code::NoSteps, 2));
}

#[test]
fn a_workflow_that_is_called_and_faulty() {
    let text = |next: &str| {
        format!(
            "workflows:;  a: {{steps: {{x: {{workflow: b, next: end}}}}}};  b: {{steps: {{b: {{workflow: c, next: end}}}}}};  c: {{steps: {{z: {{next: {next}}}}}}}"
        )
    };
    assert_eq!(faults(&lines(&text("end"))), []);
    // Nothing is reported for the workflows that call it, directly or through others.
    assert_eq!(faults(&lines(&text("zz"))), [(Code::UnknownReference, 4)]);
    let text = |from: &str, next: &str| {
        format!(
            "procedures:;  p: {{title: P, workflow: w}};workflows:;  w:;    - {{in_force: {{to: 2025-12-31}}, steps: {{a: {{next: {next}}}}}}};    \
             - {{in_force: {{from: {from}}}, steps: {{a: {{next: end}}}}}}"
        )
    };
    follows(
        &text("2026-01-01", "aa"),
        (Code::UnknownReference, 5),
        &text("2026-01-02", "end"),
        (Code::WorkflowNotInForce, 2),
    );
}

#[test]
fn a_text_that_does_not_exist() {
    let a = |include: &str| format!("{HEAD}include: [{include}]\nunits:\n  so: {{title: S, parent: bo}}\n");
    let b = |head: &str| format!("{head}units: {{bo: {{title: B}}}}\n");
    let sound = b("namro: 1\nid: books.b\ntitle: B\n");
    assert_eq!(load(&[("a.yaml", &a("books.b")), ("b.yaml", &sound)]), []);
    assert_eq!(load(&[("a.yaml", &a("books.b"))]), [(Code::IncludeMissing, 4)]);
    assert_eq!(load(&[("a.yaml", &a("books.b, books.c"))]), [(Code::IncludeMissing, 4); 2]);
    // A rulebook with a similar name is read instead.
    assert_eq!(load(&[("a.yaml", &a("books.bb")), ("b.yaml", &sound)]), [(Code::IncludeMissing, 4)]);
    let other = sound.replace("bo:", "cuc:");
    let found = load(&[("a.yaml", &a("books.bb")), ("b.yaml", &other)]);
    assert_eq!(found, [(Code::IncludeMissing, 4), (Code::UnknownReference, 6)]);
    // A text that is refused was given all the same.
    let newer = b("namro: 2\nid: books.b\ntitle: B\n");
    assert_eq!(load(&[("a.yaml", &a("books.b")), ("b.yaml", &newer)]), [(Code::BadVersion, 1)]);
    let other = newer.replace("bo:", "cuc:");
    let found = load(&[("a.yaml", &a("books.b")), ("b.yaml", &other)]);
    assert_eq!(found, [(Code::UnknownReference, 6), (Code::BadVersion, 1)]);
    // The same holds if the field itself cannot be read.
    let a = a("books.b").replace("include", "inclde");
    assert_eq!(load(&[("a.yaml", &a), ("b.yaml", &sound)]), [(Code::UnknownField, 4)]);
}

#[test]
fn a_piece_of_json_that_was_not_read() {
    let book = |more: &str| {
        let text = format!(
            "{{\"namro\": 1, \"id\": \"a\", \"title\": \"A\", \"units\": {{\n\"so\": {{\"title\": \"S\", \"parent\": \"bo\"}},\n{more}\n}}}}"
        );
        load(&[("a.json", &text)])
    };
    assert_eq!(book(r#""bo": {"title": "B"}"#), []);
    assert_eq!(book(r#""bo" {"title": "B"}"#), [(Code::Syntax, 3)]);
    assert_eq!(book(r#""cuc" {"title": "B"}"#), [(Code::UnknownReference, 2), (Code::Syntax, 3)]);
    assert_eq!(book(r#""bo": {"title" "B"}"#), [(Code::Syntax, 3)]);
    assert_eq!(book(r#""bo": {"head" "b"}"#), [(Code::Syntax, 3)]);
    assert_eq!(book(r#""bo": {}"#), [(Code::MissingField, 3)]);
}

#[test]
fn a_line_of_a_staff_table_that_was_not_read() {
    let text = format!("{HEAD}units: {{so: {{title: S}}}}\npositions: {{cv: {{title: C}}}}\n");
    let office = Office::load(&[("a.yaml", &text)]).unwrap();
    let faults = |name: &str| {
        let rows =
            format!("people:\n  - {{id: o1, unit: so, position: cv}}\n  - {{id: {name} unit: so, position: cv}}\n");
        let table = format!(
            "{rows}delegations: [{{giver: o1, receiver: o2, roles: [cv], valid_from: 2026-01-01, valid_to: 2026-01-02}}]\n"
        );
        let faults = office.with_staff(&table).unwrap_err();
        faults.iter().map(Error::code).collect::<Vec<_>>()
    };
    assert!(!faults("o2").contains(&Code::UnknownReference), "{:?}", faults("o2"));
    assert!(faults("o3").contains(&Code::UnknownReference), "{:?}", faults("o3"));
}
