use super::licences::{allowed, permits};
use super::pulse::{last_line, line};
use super::report::Report;
use super::tally::Tally;
use std::time::Duration;

#[test]
fn licence_expressions() {
    let list = "[licenses]\nallow = [\n \"MIT\", \"ISC\",\n \"Apache-2.0 WITH LLVM-exception\"]\nx = \"GPL-3.0\"";
    let allowed = allowed(list).unwrap();
    for met in ["MIT", "MIT OR GPL-3.0", "GPL-3.0/MIT", "(MIT OR GPL-3.0) AND ISC", "Apache-2.0 WITH LLVM-exception"] {
        assert!(permits(met, &allowed), "{met}");
    }
    for unmet in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT", "MIT ISC", "Apache-2.0", "ISC AND (GPL-3.0 OR LGPL-2.1)"] {
        assert!(!permits(unmet, &allowed), "{unmet}");
    }
}

#[test]
fn a_list_with_an_unknown_licence_is_refused() {
    assert!(allowed("allow = [\"MIT\", \"MIT-ish\"]").is_err());
}

#[test]
fn sums() {
    let read = |line| (Tally::read(line).passed, Tally::read(line).failed);
    assert_eq!(read("test result: FAILED. 3 passed; 1 failed; 0 ignored; finished in 0.00s"), (3, 1));
    assert_eq!(read("37 passed, 1 skipped in 0.08s"), (37, 0));
    assert_eq!(read("1 failed, 36 passed in 0.08s"), (36, 1));
    assert_eq!(read("nothing"), (0, 0));
}

#[test]
fn counts_that_differ_fail() {
    let mut report = Report::new(Vec::new());
    report.check("trial, Rust", |_| Ok(Tally::passed(3)));
    report.check("trial, Node", |_| Ok(Tally::passed(3)));
    report.same("trial");
    assert!(report.print());
    report.check("trial, Python", |_| Ok(Tally::passed(2)));
    report.same("trial");
    assert!(!report.print());
}

#[test]
fn a_check_that_is_not_run_says_why() {
    let mut report = Report::new(Vec::new());
    report.check("trial", |_| Ok(Tally::not_run("it is not installed")));
    assert!(report.table().contains("trial     not run: it is not installed"), "{}", report.table());
    assert!(report.print());
}

#[test]
fn named_checks_run_alone_and_have_to_run() {
    let mut report = Report::new(vec!["wanted".to_owned()]);
    report.check("other", |_| unreachable!("it was not named"));
    report.check("wanted", |_| Ok(Tally::passed(1)));
    assert!(report.print());

    let mut report = Report::new(vec!["wanted".to_owned(), "misspelt".to_owned()]);
    report.check("wanted", |_| Ok(Tally::not_run("it is not installed")));
    assert_eq!(report.missing().len(), 2);
    assert!(!report.print());
}

#[test]
fn signs_of_life_are_one_short_line() {
    assert_eq!(line("lints", Duration::from_millis(7_900), None), "  lints: 7 s");
    assert_eq!(line("lints", Duration::from_secs(12), Some("Checking namro")), "  lints: 12 s, Checking namro");
    assert_eq!(line("lints", Duration::from_secs(12), Some(&"á".repeat(500))).chars().count(), 78);
}

#[test]
fn the_last_line_is_the_last_with_a_word() {
    let path = std::env::temp_dir().join(format!("namro-last-line-{}", std::process::id()));
    std::fs::write(&path, format!("{}\n first\n\u{7} second \r\n\n", "long ".repeat(2000))).unwrap();
    assert_eq!(last_line(&path).as_deref(), Some("second"));
    std::fs::write(&path, " \n").unwrap();
    assert_eq!(last_line(&path), None);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(last_line(&path), None);
}
