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

/// Two files of one office, of which the first includes the second; the faults by code and file.
fn two(first: &str, second: &str) -> Result<Office, Vec<(Code, String)>> {
    let first = format!("namro: 1\nid: a\ntitle: A\ninclude: [b]\n{first}");
    let second = format!("namro: 1\nid: b\ntitle: B\n{second}");
    Office::load(&[("a.yaml", &first), ("b.yaml", &second)])
        .map_err(|faults| faults.iter().map(|fault| (fault.code(), fault.place().to_string())).collect())
}

const COMMUNE: &str = r#"
procedures:
  "2.002409":
    - in_force: {from: 2025-07-01}
      title: Khiếu nại ở xã
      limit: {statutory: 30 ngày}
      components: [{id: don, title: Đơn}, {id: ban-sao, title: Bản sao}]
    - in_force: {to: 2025-06-30}
      title: Khiếu nại ở xã, cũ
      limit: {statutory: 45 ngày}
      components: [{id: don, title: Đơn}]
policies: {}
"#;

#[test]
fn an_entry_is_like_one_of_another_file() {
    let department =
        "procedures:\n  \"2.002408\": {like: \"2.002409\", title: Khiếu nại ở sở, components: {don: {count: 2}}}\n";
    let office = two(department, COMMUNE).unwrap();
    let on = |id: &str, day: &str| office.procedure(&id.into(), Date::parse(day).unwrap()).unwrap().clone();
    for (day, papers, limit) in [("2026-01-01", 2, "30 ngày"), ("2024-01-01", 1, "45 ngày")] {
        let procedure = on("2.002408", day);
        assert_eq!((procedure.title().vi.as_str(), procedure.components().len()), ("Khiếu nại ở sở", papers));
        assert_eq!(procedure.components()[0].count, 2);
        assert_eq!(procedure.limit().unwrap().statutory.as_ref().unwrap().text().vi, limit);
        assert_eq!(on("2.002409", day).components()[0].count, 1, "the model stays as it is");
    }
    // The other way round as well: what is included is like what includes it.
    let office = two(COMMUNE, department).unwrap();
    assert!(office.procedure(&"2.002408".into(), Date::parse("2024-01-01").unwrap()).is_ok());
    // With days of its own, it is like the version in force on the first of them.
    for (days, limit) in [
        ("from: 2025-01-01, to: 2025-12-31", "45 ngày"),
        ("from: 2026-01-01", "30 ngày"),
        ("to: 2030-01-01", "45 ngày"),
    ] {
        let department =
            format!("procedures:\n  \"2.002408\": {{like: \"2.002409\", title: S, in_force: {{{days}}}}}\n");
        let office = two(&department, COMMUNE).unwrap();
        let versions: Vec<_> = office.rulebook().procedures().filter(|(id, _)| id.as_str() == "2.002408").collect();
        let [(_, versions)] = versions.as_slice() else { panic!("one procedure") };
        let limits: Vec<_> =
            versions.iter().map(|one| one.limit().unwrap().statutory.as_ref().unwrap().text().vi).collect();
        assert_eq!(limits, [limit], "{days}");
    }
}

#[test]
fn a_version_is_like_one_of_another_file() {
    let older = "procedures:\n  \"2.002409\":\n    - {like: 2025-07-01, in_force: {from: 2020-01-01, to: 2022-12-31}, limit: {statutory: 20 ngày}}\n";
    let newer = COMMUNE.replace("in_force: {to: 2025-06-30}", "in_force: {from: 2023-01-01, to: 2025-06-30}");
    let office = two(older, &newer).unwrap();
    let procedure = office.procedure(&"2.002409".into(), Date::parse("2021-01-01").unwrap()).unwrap();
    assert_eq!((procedure.title().vi.as_str(), procedure.components().len()), ("Khiếu nại ở xã", 2));
    assert_eq!(procedure.limit().unwrap().statutory.as_ref().unwrap().text().vi, "20 ngày");
}

#[test]
fn what_removes_a_field_removes_that_of_the_model() {
    let b = format!("{COMMUNE}  {{}}\n").replace("policies: {}\n  {}\n", "");
    let b = format!("{b}  \"2.002408\": {{like: \"2.002409\", title: S, components: null}}\n");
    let office = two("procedures: {\"2.002408\": {limit: null}}\n", &b).unwrap();
    let procedure = office.procedure(&"2.002408".into(), Date::parse("2026-01-01").unwrap()).unwrap();
    assert_eq!((procedure.components().len(), procedure.limit().is_none()), (0, true));
}

#[test]
fn workflows_policies_and_forms_are_like_others_too() {
    let b =
        "workflows: {xa: {title: X, steps: {nhan: {role: r, next: end}}}}\npositions: {p: {title: P, roles: [r]}}\n";
    let office = two("workflows: {so: {like: xa, title: S, steps: {nhan: {budget: 4 giờ làm việc}}}}\n", b).unwrap();
    let (_, versions) = office.rulebook().workflows().find(|(id, _)| id.as_str() == "so").unwrap();
    let workflow = versions.iter().next().unwrap();
    assert_eq!((workflow.title().vi.as_str(), workflow.steps().len()), ("S", 1));
}

#[test]
fn what_is_like_nothing_or_like_itself_is_reported() {
    let procedure = |like: &str| format!("procedures:\n  p: {{like: {like}, title: X}}\n  q: {{like: p, title: Q}}\n");
    let found = |like: &str| two(&procedure(like), COMMUNE).map(|_| ()).unwrap_err();
    assert_eq!(found("\"2.002410\""), [(Code::UnknownReference, "a.yaml:6:13 #/procedures/p/like".to_owned())]);
    assert_eq!(found("q"), [(Code::LikeCycle, "a.yaml:7:13 #/procedures/q/like".to_owned())]);
    assert_eq!(found("p")[0].0, Code::LikeCycle);
    assert_eq!(found("7").first().map(|(code, _)| *code), Some(Code::UnquotedText));
    assert_eq!(found("2025-13-01")[0].0, Code::BadDate);
    // A long chain ends.
    let chain: String = (0..40).map(|n| format!("  p{n}: {{like: p{}, title: P}}\n", n + 1)).collect();
    let faults = two(&format!("procedures:\n{chain}  p40: {{title: P}}\n"), COMMUNE).map(|_| ()).unwrap_err();
    assert!(faults.iter().any(|(code, _)| *code == Code::TooDeep), "{faults:?}");
}
