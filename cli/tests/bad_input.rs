//! Bad input, end to end: each case gives a code, a place and a remedy in both languages, an exit status that is not
//! 0, and leaves nothing half-written behind.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A directory for one test, removed at the end.
struct Room(PathBuf);

impl Room {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("namro-bad-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, content).unwrap();
        path.display().to_string()
    }

    fn out(&self) -> String {
        self.0.join("out").display().to_string()
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn namro(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_namro"))
        .args(arguments)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    // A command that fails early does not read all of it.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// The command must fail with this code, name the place, and not panic.
fn refused(arguments: &[&str], code: &str, place: &str) -> String {
    let output = namro(arguments, b"");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {errors}");
    assert!(errors.lines().any(|line| line.split(' ').next() == Some(code)), "no {code} in: {errors}");
    assert!(errors.contains(place), "no {place} in: {errors}");
    assert!(!errors.contains("panicked"), "{errors}");
    errors
}

/// The same for a log; nothing may be left of the output.
fn bad_log(room: &Room, name: &str, content: impl AsRef<[u8]>, code: &str, place: &str) -> String {
    let log = room.file(name, content);
    let errors = refused(&["demo", &log, "--out", &room.out()], code, place);
    let left: Vec<_> = fs::read_dir(&room.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|file| !file.to_string_lossy().starts_with("out")), "{left:?}");
    errors
}

const XES: &str = r#"<?xml version="1.0"?><log><trace><string key="concept:name" value="c1"/>
<event><string key="concept:name" value="a"/><date key="time:timestamp" value="2026-10-01T08:00:00+07:00"/></event>
</trace></log>"#;

#[test]
fn files_that_are_none() {
    let room = Room::new("files");
    refused(&["demo", "/no/such/file.xes", "--out", &room.out()], "file_missing", "/no/such/file.xes");
    let directory = room.0.display().to_string();
    refused(&["demo", &directory, "--out", &room.out()], "is_directory", &directory);
    refused(&["lint", &directory], "is_directory", &directory);
    let file = room.file("taken", "x");
    refused(&["demo", "--out", &file], "not_a_directory", "taken");
}

#[test]
fn logs_that_break_off() {
    let room = Room::new("breaks");
    let whole = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.xes.gz")).unwrap();
    let log = room.file("whole.xes.gz", &whole);
    let output = namro(&["demo", &log, "--out", &room.out()], b"");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::remove_dir_all(room.out()).unwrap();
    bad_log(&room, "cut.xes.gz", &whole[..whole.len() / 2], "truncated", "cut.xes.gz");
    bad_log(&room, "broken.xes", XES.replace("</event>", "</evnt>"), "syntax", "broken.xes:2:");
    bad_log(&room, "half.xes", &XES[..150], "syntax", "half.xes:2");
}

#[test]
fn rows_that_lack_something() {
    let room = Room::new("rows");
    let head = "case,activity,timestamp,resource\n";
    let row = |rest: &str| format!("{head}c1,a,2026-10-01T08:00:00+07:00,o1\n{rest}\n");
    bad_log(&room, "time.csv", row("c1,b,,o1"), "event_without_time", "time.csv:3");
    bad_log(&room, "case.csv", row(",b,2026-10-01T09:00:00+07:00,o1"), "event_without_case", "case.csv:3");
    bad_log(&room, "range.csv", row("c1,b,0000-10-01T09:00:00+07:00,o1"), "time_out_of_range", "range.csv:3");
    bad_log(&room, "zone.csv", row("c1,b,2026-10-01T09:00:00,o1"), "no_zone", "zone.csv:3");
    let ambiguous = format!("{head}c1,a,03/04/2026 08:00,o1\n");
    bad_log(&room, "order.csv", ambiguous, "ambiguous_date", "order.csv");
    let without = XES.replace(r#"<date key="time:timestamp" value="2026-10-01T08:00:00+07:00"/>"#, "");
    bad_log(&room, "time.xes", without, "event_without_time", "time.xes:2");
}

#[test]
fn nonsense_of_any_size() {
    let room = Room::new("nonsense");
    bad_log(
        &room,
        "noise.bin",
        (0..4_096_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect::<Vec<_>>(),
        "unknown_format",
        "noise.bin",
    );
    bad_log(&room, "empty.csv", "", "unknown_format", "empty.csv");
    // A sparse file of one gigabyte, which takes no disk space.
    let path = room.0.join("huge");
    fs::File::create(&path).unwrap().set_len(1 << 30).unwrap();
    let huge = path.display().to_string();
    refused(&["demo", &huge, "--out", &room.out()], "unknown_format", "huge");
    refused(&["lint", &huge], "too_large", "huge");
    fs::remove_file(path).unwrap();
    // One line that never ends.
    let line = format!("case,activity,timestamp\nc1,{}", "x".repeat(40 << 20));
    bad_log(&room, "line.csv", line, "too_large", "line.csv");
}

#[test]
fn depth_bombs() {
    let room = Room::new("depth");
    let bomb = "[".repeat(200_000);
    let file = room.file("bomb.json", format!("{{\"namro\": {bomb}"));
    refused(&["lint", &file], "too_deep", "bomb.json:1");
    let yaml = room.file("bomb.yaml", format!("namro: {bomb}"));
    // The YAML reader has its own limit, and reports it as a syntax error.
    refused(&["lint", &yaml], "syntax", "bomb.yaml:1");
    let output = namro(&["call", "due", "--rulebook", "vn.calendar"], bomb.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("too_deep"));
    let nested = format!("<log>{}</log>", "<trace>".repeat(5_000));
    bad_log(&room, "bomb.xes", nested, "too_deep", "bomb.xes");
}

#[test]
fn rulebooks_tell_every_fault_at_once() {
    let room = Room::new("rulebooks");
    let text = "namro: 1\nid: x\ntitle: X\ninclude: [vn.calendr]\n";
    let file = room.file("include.yaml", text);
    let errors = refused(&["lint", &file], "include_missing", "include.yaml:4");
    assert!(errors.contains("«vn.calendar»") && errors.contains("did you mean `vn.calendar`?"), "{errors}");
    let text = "namro: 1\nid: x\ntitle: X\nprocedurs: {}\nprocedures:\n  2.001610: {title: A, limt: {}}\n";
    let file = room.file("typos.yaml", text);
    let errors = refused(&["lint", &file], "unknown_field", "typos.yaml:4");
    assert!(errors.contains("did you mean `procedures`?"), "{errors}");
    assert!(errors.contains("typos.yaml:6"), "the second fault too: {errors}");
    let file = room.file("code.yaml", "namro: 1\nid: 2.001610\ntitle: X\n");
    let errors = refused(&["lint", &file], "unquoted_text", "code.yaml:2");
    assert!(errors.contains("\"2.001610\""), "{errors}");
    let a = room.file("a.yaml", "namro: 1\nid: a\ntitle: A\ninclude: [b]\n");
    let b = room.file("b.yaml", "namro: 1\nid: b\ntitle: B\ninclude: [a]\n");
    refused(&["lint", &a, &b], "include_cycle", "b.yaml:4");
    let whole = room.file("whole.yaml", "namro: 1\nid: x\ntitle: X\n");
    let alone = "namro: 1\nid: z\ntitle: Z\nprocedures: {\"1.000001\": {title: P, rules: [\n  {id: r, check: size(d.x), message: M}]}}\n";
    refused(&["lint", &whole, &room.file("alone.yaml", alone)], "no_condition", "alone.yaml:5");
    let bare = room.file("bare.yaml", alone.replace("size(d.x)", "d.x > 0"));
    refused(&["lint", "--strict", &bare], "no_source", "bare.yaml:5");
    let text = "namro: 1\nid: x\ntitle: X\nunits: {a: {title: A, parent: b}}\n";
    refused(&["lint", &room.file("unit.yaml", text)], "unknown_reference", "unit.yaml:4");
    refused(&["lint", &room.file("tab.yaml", "namro: 1\n\tid: x\n")], "typography", "tab.yaml:2");
}

#[test]
fn questions_that_cannot_be_answered() {
    let room = Room::new("questions");
    let errors = refused(&["call", "duee", "--rulebook", "vn.calendar"], "syntax", "");
    assert!(errors.contains("syntax"));
    let input = room.file("in.json", "{}");
    let errors = refused(&["call", "duee", "--rulebook", "vn.calendar", &input], "unknown_operation", "");
    assert!(errors.contains("`due`"), "{errors}");
    refused(&["due", "0 ngày làm việc", "2026-01-08T09:00:00+07:00"], "", "/limit");
    refused(&["due", "2 ngày làm việc", "2026-01-08T09:00:00"], "no_zone", "/accepted_at");
    let early = ["due", "2.001199", "2024-01-08T09:00:00+07:00", "--rulebook", "vn.ha-noi.demo"];
    refused(&early, "not_in_force", "");
    let usage = namro(&["dmeo"], b"");
    assert_eq!(usage.status.code(), Some(2));
}

#[test]
fn languages_are_chosen() {
    let both = refused(&["lint", "/no/such.yaml"], "file_missing", "/no/such.yaml");
    assert!(both.contains("kiểm tra lại đường dẫn") && both.contains("check the path"));
    let english = refused(&["--lang", "en", "lint", "/no/such.yaml"], "file_missing", "/no/such.yaml");
    assert!(!english.contains("kiểm tra lại đường dẫn") && english.contains("check the path"));
    assert!(!Path::new("/no/such.yaml").exists());
}
