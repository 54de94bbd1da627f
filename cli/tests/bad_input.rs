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

/// The exit status for a fault: that of a file which cannot be opened or written is another.
fn status(code: &str) -> i32 {
    let files = ["file_missing", "cannot_read", "cannot_write", "is_directory", "not_a_directory", "open_in_excel"];
    if files.contains(&code) { 4 } else { 1 }
}

/// The command must fail with this code, name the place, and not panic.
fn refused(arguments: &[&str], code: &str, place: &str) -> String {
    let output = namro(arguments, b"");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(status(code)), "{arguments:?}: {errors}");
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
    refused(&["lint", &yaml], "too_deep", "bomb.yaml:1");
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
    let errors = refused(&["lint", "--strict", &bare], "unknown_reference", "bare.yaml:5");
    assert!(errors.contains("no_source"), "the notice beside the fault: {errors}");
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

/// Standard output and error of a command, and its exit status.
fn told(arguments: &[&str], input: &[u8]) -> (String, String, Option<i32>) {
    let output = namro(arguments, input);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

#[test]
fn faults_are_json_in_every_command() {
    let room = Room::new("json");
    let bad = room.file("bad.yaml", "namro: 1\nid: x\ntitle: X\nprocedurs: {}\n");
    let none = "/no/such.json";
    let out = room.out();
    let commands: [(&[&str], &str); 11] = [
        (&["lint", &bad], "unknown_field"),
        (&["due", "2 ngày làm việc", "2026-01-08T09:00:00"], "no_zone"),
        (&["check", none], "file_missing"),
        (&["edxml", none], "file_missing"),
        (&["letter", none], "file_missing"),
        (&["replay", none], "file_missing"),
        (&["score", none], "file_missing"),
        (&["diff", &bad, &bad], "unknown_field"),
        (&["publish", "9.999999"], "unknown_reference"),
        (&["call", "duee", none], "file_missing"),
        (&["demo", none, "--out", &out], "file_missing"),
    ];
    for (command, code) in commands {
        for arguments in [[&["--json"], command].concat(), [command, &["--json"]].concat()] {
            let (stdout, stderr, ended) = told(&arguments, b"");
            assert_eq!(ended, Some(status(code)), "{arguments:?}");
            let document: serde_json::Value = serde_json::from_str(&stdout).expect(&stdout);
            assert_eq!(document["errors"][0]["code"], code, "{arguments:?}");
            assert!(document["errors"][0]["text"]["vi"].is_string() && stdout.ends_with("}\n"));
            assert!(!stderr.contains(code), "{stderr}");
        }
    }
    let sound = room.file("sound.yaml", "namro: 1\nid: x\ntitle: X\n");
    let (stdout, _, status) = told(&["lint", "--json", "--words", &sound], b"");
    let document: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!((status, &document["errors"], &document["id"]), (Some(0), &serde_json::json!([]), &"x".into()));
    assert!(document["statements"].is_array());
    let (stdout, _, _) = told(&["publish", "2.001610", "--json"], b"");
    let document: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(document["digest"].as_str().unwrap().len(), 64);
}

#[test]
fn one_long_value_does_not_fill_the_terminal() {
    let room = Room::new("long");
    let long = "dài ".repeat(1_000_000);
    let name = "x".repeat(2_000_000);
    let files = [
        room.file("title.yaml", format!("namro: 1\nid: x\ntitle: \"{long}\"\n")),
        room.file("field.json", format!("{{\"namro\": 1, \"id\": \"x\", \"title\": \"X\", \"{name}\": 1}}")),
        room.file("key.json", format!("{{\"namro\": 1, \"id\": \"x\", \"title\": \"X\", \"units\": {{\"{name}\": 7}}}}")),
        room.file("id.json", format!("{{\"namro\": 1, \"id\": \"{name}\", \"title\": \"X\"}}")),
        room.file("number.yaml", format!("namro: {}\nid: x\ntitle: X\n", "9".repeat(2_000_000))),
        room.file("include.yaml", format!("namro: 1\nid: x\ntitle: X\ninclude: [\"{name}\"]\n")),
        room.file("pattern.json", format!("{{\"namro\": 1, \"id\": \"x\", \"title\": \"X\", \"procedures\": {{\"p\": {{\"title\": \"P\", \"rules\": [{{\"id\": \"r\", \"check\": \"d.{name} >\", \"message\": \"M\"}}]}}}}}}")),
    ];
    for file in &files {
        for json in [&["lint", file][..], &["lint", "--json", file], &["lint", "--words", file]] {
            let (stdout, stderr, _) = told(json, b"");
            let named = file.ends_with("title.yaml") && json.contains(&"--json");
            assert!(named || stdout.len() + stderr.len() < 60_000, "{json:?}: {}", stdout.len() + stderr.len());
        }
    }
    let (_, stderr, _) = told(&["lint", &files[1]], b"");
    assert!(
        stderr.contains("đã cắt bớt, số ký tự: 2000000") && stderr.contains("cut, characters: 2000000"),
        "{stderr}"
    );
    for (line, file) in [
        ("{\"case_id\": \"c\", \"act\": \"a\", \"at\": \"LONG\"}", "at.jsonl"),
        ("{\"case_id\": \"LONG\", \"act\": 7}", "id.jsonl"),
        ("{\"LONG\": 7}", "key.jsonl"),
        ("LONG", "none.jsonl"),
    ] {
        let log = room.file(file, line.replace("LONG", &name));
        let (stdout, stderr, status) = told(&["demo", &log, "--out", &room.out()], b"");
        assert_eq!(status, Some(1), "{file}");
        assert!(stdout.len() + stderr.len() < 20_000, "{file}: {}", stdout.len() + stderr.len());
    }
    // An answer names a field in full once, and quotes it no more.
    let dossier = format!(
        "{{\"dossier\": {{\"procedure\": \"2.001610\", \"form\": {{\"{name}\": 1}}}}, \"at\": \"2026-03-06T09:00:00+07:00\"}}"
    );
    let (verdict, _, status) = told(&["check", "--rulebook", "vn.procedures.2.001610"], dossier.as_bytes());
    assert!(status == Some(0) && verdict.len() < name.len() + 100_000, "{}", verdict.len());
    let (_, stderr, status) = told(&[&"z".repeat(100_000)], b"");
    assert!(status == Some(2) && stderr.len() < 20_000, "{}", stderr.len());
}

#[test]
fn a_closed_pipe_ends_in_silence() {
    use std::io::Read;
    for arguments in
        [&["publish", "2.001199"][..], &["lint", "--words", "vn.procedures"], &["call", "describe"], &["--help"]]
    {
        let mut child = Command::new(env!("CARGO_BIN_EXE_namro"))
            .args(arguments)
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let _ = child.stdin.take().unwrap().write_all(b"{}");
        let mut first = [0; 10];
        let mut stdout = child.stdout.take().unwrap();
        let _ = stdout.read(&mut first).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{arguments:?}: {stderr}");
        assert!(!stderr.contains("panicked") && !stderr.contains("cannot_write"), "{arguments:?}: {stderr}");
    }
}

#[test]
fn control_characters_are_shown_and_not_obeyed() {
    let room = Room::new("control");
    let escape = "\u{1b}[31m\u{202e}\u{9b}";
    let title = room.file("title.json", "{\"namro\": 1, \"id\": \"x\", \"title\": \"A\\u001b[31m\\u202e\\u009b\"}");
    let field = room.file("field.json", "{\"namro\": 1, \"id\": \"x\", \"title\": \"A\", \"a\\u001b[31m\\nb\": 1, \"units\": {\"\\u001b]0;x\\u0007\": {}}}");
    let log = room
        .file("log.jsonl", "{\"case_id\": \"c\", \"act\": \"a\\u001b[31m\", \"at\": \"2026-01-08T09:00:00+07:00\"}\n");
    let named = room.file("a\u{1b}[31mb.yaml", "namro: 2\n");
    let out = room.out();
    for arguments in [
        &["lint", &title][..],
        &["lint", "--words", &title],
        &["lint", &field],
        &["lint", "--json", &field],
        &["lint", &named],
        &["demo", &log, "--out", &out],
        &["due", escape, "2026-01-08T09:00:00+07:00"],
        &[escape],
        &["lint", "/no/\u{1b}[31m"],
    ] {
        let (stdout, stderr, _) = told(arguments, b"");
        let obeyed = |char: char| char != '\n' && (char.is_control() || char == '\u{202e}');
        assert!(!stdout.contains(obeyed) && !stderr.contains(obeyed), "{arguments:?}: {stdout:?} {stderr:?}");
        assert!(!(stdout + &stderr).is_empty());
    }
}

#[test]
fn help_is_in_the_chosen_language() {
    let (vi, _, status) = told(&["due", "--help", "--lang", "vi"], b"");
    assert!(status == Some(0) && vi.contains("Thời điểm thụ lý") && !vi.contains("when it was accepted"), "{vi}");
    let (en, _, _) = told(&["--lang=en", "due", "-h"], b"");
    assert!(en.contains("when it was accepted") && !en.contains("Thời điểm thụ lý"), "{en}");
}
