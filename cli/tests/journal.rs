//! `namro seal`, `namro prove` and `namro verify`, as a records office uses them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn namro(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_namro")).current_dir(folder).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A folder with the events of two days.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let event = |case: &str, act: &str, day: u8| {
        format!(
            r#"{{"case_id": "{case}", "act": "{act}", "at": "2026-01-{day:02}T09:00:00+07:00", "actor": {{"id": "cb-7"}}}}"#
        )
    };
    let first = [event("H1", "receive", 5), event("H2", "receive", 5), event("H1", "accept", 5)];
    fs::write(folder.join("monday.jsonl"), first.join("\n")).unwrap();
    let second = [event("H2", "accept", 6), event("H3", "receive", 6)];
    fs::write(folder.join("tuesday.json"), format!("[{}]", second.join(","))).unwrap();
    folder
}

#[test]
fn a_journal_is_sealed_continued_proved_and_verified() {
    let folder = folder("sealed");
    let sealed = namro(&folder, &["seal", "monday.jsonl", "-o", "book", "--hide", "actor"]);
    assert!(sealed.status.success(), "{sealed:?}");
    for name in ["head.json", "leaves.json"] {
        fs::copy(folder.join("book").join(name), folder.join(name)).unwrap();
    }
    assert!(namro(&folder, &["seal", "tuesday.json", "-o", "book", "--hide", "actor"]).status.success());
    let journal = fs::read_to_string(folder.join("book/journal.jsonl")).unwrap();
    assert_eq!(journal.lines().count(), 5);
    assert!(!journal.contains("cb-7"), "the person is behind a commitment");
    let openings = fs::read_to_string(folder.join("book/openings.jsonl")).unwrap();
    assert_eq!(openings.matches("cb-7").count(), 5);

    let against_monday = ["verify", "book/journal.jsonl", "--head", "head.json", "--leaves", "leaves.json"];
    let sound = namro(&folder, &against_monday);
    assert!(said(&sound).contains("It holds"), "{sound:?}");
    assert!(said(&sound).contains("2 entries are younger"));

    fs::write(folder.join("one.json"), namro(&folder, &["prove", "book/journal.jsonl", "--entry", "1"]).stdout)
        .unwrap();
    let proved = namro(&folder, &["--json", "verify", "--proof", "one.json", "--head", "book/head.json"]);
    assert!(said(&proved).contains("\"holds\":true"), "{proved:?}");
    let since = namro(&folder, &["prove", "book/journal.jsonl", "--since", "leaves.json"]);
    fs::write(folder.join("since.json"), since.stdout).unwrap();
    let continued = ["verify", "--proof", "since.json", "--earlier", "head.json", "--head", "book/head.json"];
    assert!(said(&namro(&folder, &continued)).contains("It holds"));
    let turned =
        ["verify", "--proof", "since.json", "--earlier", "book/head.json", "--head", "head.json", "--exit-code"];
    let turned = namro(&folder, &turned);
    assert_eq!(turned.status.code(), Some(3));

    let lines: Vec<&str> = journal.lines().collect();
    fs::write(folder.join("book/journal.jsonl"), [lines[0], lines[1], lines[3], lines[4], ""].join("\n")).unwrap();
    let cut = namro(&folder, &[&against_monday[..], &["--exit-code"]].concat());
    assert_eq!(cut.status.code(), Some(3), "{cut:?}");
    assert!(said(&cut).contains("case H1 has 1 entries, when it was sealed it had 2"), "{cut:?}");
    // Nothing is added to a journal that was tampered with.
    fs::write(folder.join("book/journal.jsonl"), [lines[0], lines[4], lines[2], ""].join("\n")).unwrap();
    fs::write(folder.join("book/journal.jsonl"), journal.replacen("accept", "refuse", 1)).unwrap();
    let refused = namro(&folder, &["seal", "tuesday.json", "-o", "book"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("line 3"), "{refused:?}");
}

#[test]
fn a_file_that_is_not_there_is_said_by_its_own_status() {
    let folder = folder("missing");
    assert_eq!(namro(&folder, &["verify", "nowhere.jsonl"]).status.code(), Some(4));
    assert_eq!(namro(&folder, &["seal", "monday.jsonl", "-o", "book", "--hide", "nobody"]).status.code(), Some(2));
}
