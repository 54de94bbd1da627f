//! Files of offices, end to end: inspect, read by the mapping that it writes, report.

use std::fs;
use std::io::Read as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

struct Room(PathBuf);

impl Room {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("namro-files-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        fs::write(self.0.join(name), content).unwrap();
        self.path(name)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn namro(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_namro")).args(arguments).args(["--lang", "en"]).output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

const FILE: &str = "SỞ NỘI VỤ;;;;\nMã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Đơn vị xử lý;Trạng thái\n\
    H1;02/03/2026 08:00;05/03/2026;Phòng A;Đang xử lý\nH2;hôm qua;05/03/2026;Phòng A;Đang xử lý\n\
    H3;02/03/2026 08:00;05/03/2026;Phòng\u{1b}[31m A;Rút\nH3;02/03/2026 08:00;05/03/2026;Phòng\u{1b}[31m A;Rút\nTổng cộng;;;;3\n";

#[test]
fn inspect_read_report() {
    let room = Room::new("all");
    let (file, mapping) = (room.file("ho-so.csv", FILE), room.path("m.yaml"));
    let inspected = said(&namro(&["inspect", &file, "-o", &mapping]));
    assert!(
        inspected.contains("Ngày tiếp nhận → cases.accepted")
            && inspected.contains("5 rows read = 2 kept + 1 repeated + 2 set aside"),
        "{inspected}"
    );
    let (log, aside) = (room.path("log.jsonl"), room.path("aside.csv"));
    let read = said(&namro(&["read", &file, "-m", &mapping, "-o", &log, "--set-aside", &aside]));
    assert!(
        read.starts_with("5 rows read = 2 kept + 1 repeated + 2 set aside\n") && read.contains("`hôm qua`"),
        "{read}"
    );
    assert_eq!(fs::read_to_string(&log).unwrap().lines().count(), 2);
    let aside = fs::read_to_string(&aside).unwrap();
    assert_eq!(aside.lines().count(), 4);
    assert!(aside.contains("ho-so.csv,,4,Ngày tiếp nhận,hôm qua,set_aside,bad_time,"), "{aside}");
    let out = room.path("out");
    let reported = said(&namro(&["report", &file, "--out", &out]));
    assert!(
        reported.contains("2 cases") && reported.contains("1 repeated") && !reported.contains('\u{1b}'),
        "{reported}"
    );
    let written: Vec<String> =
        fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert!(
        written.iter().any(|name| name == "set-aside.csv") && !written.iter().any(|name| name == "journal.jsonl"),
        "{written:?}"
    );
    assert!(fs::read_to_string(room.path("out/report.html")).unwrap().contains("hôm qua"));
    assert!(said(&namro(&["demo", &file, "--out", &out, "--journal"])).contains("journal.jsonl"));
}

#[test]
fn what_cannot_be_read_says_so() {
    let room = Room::new("not");
    let encrypted: Vec<u8> = [0xD0, 0xCF, 0x11, 0xE0]
        .into_iter()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let lock = room.file("~$ho-so.xlsx", "x");
    let secret = room.file("mat.xlsx", encrypted);
    let mixed =
        room.file("mixed.csv", FILE.replace("02/03/2026", "13/01/2026").replacen("13/01/2026", "01/13/2026", 1));
    let two = room.file(
        "two.yaml",
        "namro: 1\nid: t\ntitle: {vi: t, en: t}\nmappings:\n  a: {zone: \"+07:00\"}\n  b: {zone: \"+07:00\"}\n",
    );
    for (arguments, code) in [
        (vec!["read", &lock], "lock_file"),
        (vec!["inspect", &secret], "encrypted_workbook"),
        (vec!["read", &mixed], "mixed_dates"),
        (vec!["read", &mixed, "--rulebook", &two], "several_mappings"),
        (vec!["read", &mixed, "-m", "dvcqk"], "unknown_reference"),
    ] {
        let output = namro(&arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(errors.contains(code), "{code}: {errors}");
    }
}

#[test]
fn a_closed_pipe_ends_silently() {
    let room = Room::new("pipe");
    let file = room.file("ho-so.csv", FILE);
    let mut child = Command::new(env!("CARGO_BIN_EXE_namro"))
        .args(["inspect", &file])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert!(!errors.contains("panicked"), "{errors}");
    child.wait().unwrap();
}

#[test]
fn tables_and_shares() {
    let room = Room::new("tables");
    let file = room.file("ho-so.csv", FILE);
    let shares = said(&namro(&["shares", &file, "--by", "unit", "--as-of", "2026-03-31"]));
    let judged = shares.lines().find(|line| line.contains(",on_time_with_overdue,")).unwrap();
    assert!(!shares.contains('\u{1b}') && judged.ends_with(",1,0,1,1,0,0,0,0,1,0.00"), "{shares}");
    let (table, log) =
        (room.path("t.csv"), namro(&["table", &file, "--as-of", "2026-03-31", "-o", &room.path("t.csv")]));
    assert!(said(&log).is_empty() && String::from_utf8_lossy(&log.stderr).contains("As of: 2026-04-01T00:00:00+07:00"));
    assert_eq!(fs::read_to_string(&table).unwrap().lines().count(), 3);
    for (arguments, code) in [
        (["shares", &file, "--by", "step"], "unknown_term #/by/0"),
        (["shares", &file, "--by", "units"], "unknown_term #--by"),
        (["table", &file, "--table", "case"], "unknown_term #--table"),
        (["table", &file, "--unit", "X"], "unknown_reference #/only/unit"),
        (["table", &file, "--period", "2026-13"], "bad_period"),
    ] {
        let output = namro(&arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains(code), "{}", String::from_utf8_lossy(&output.stderr));
    }
}
