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
    fs::remove_file(&table).unwrap();
    let json = said(&namro(&["table", &file, "--as-of", "2026-03-31", "-o", &table, "--json"]));
    assert!(
        json.starts_with(r#"{"columns":[{"kind":"word","name":"case_id""#) && fs::exists(&table).unwrap(),
        "{json}"
    );
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
#[test]
fn a_map_and_a_rulebook_from_a_log() {
    let room = Room::new("discover");
    let mut rows = String::from("case_id;at;act;step\n");
    for case in 1..=20 {
        for (step, hour) in ["nhan", "xu-ly", "ky"].iter().zip(8..) {
            rows.push_str(&format!("{case};2026-03-{case:02}T{hour:02}:00:00+07:00;complete;{step}\n"));
        }
    }
    rows.push_str("21;2026-03-21T08:00:00+07:00;complete;ky\n");
    let file = room.file("log.csv", rows);
    let map = room.path("map.svg");
    let output = namro(&["map", &file, "--least", "2", "-o", &map]);
    assert!(said(&output).is_empty());
    let text = fs::read_to_string(&map).unwrap();
    assert!(
        text.starts_with("<svg ") && text.contains("Not drawn: 1 flows taken less than 2 times, 1 times in all"),
        "{text}"
    );
    assert!(namro(&["map", &file, "-o", &room.path("map.png")]).status.code() == Some(1), "only SVG is written");
    let proposal = room.path("proposal.yaml");
    let output = namro(&["discover", &file, "-o", &proposal]);
    assert!(said(&output).is_empty() && String::from_utf8_lossy(&output.stderr).contains("21 cases"));
    said(&namro(&["lint", &proposal]));
    let variants = said(&namro(&["table", &file, "--table", "variants", "--rulebook", &proposal]));
    assert!(variants.lines().nth(1).unwrap().contains(",20,95.23,assessed,true,0,1,"), "{variants}");
    let output = namro(&["discover", &file, "--noise", "101"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("out_of_range #/noise"));
}

const HEAD: &str = "Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Cán bộ xử lý\n";
const ROW: &str = "H1;02/03/2026 08:00;05/03/2026;Lê A\n";

/// Whether a terminal would obey something in an output.
fn obeys(output: &Output) -> bool {
    let text = [output.stdout.as_slice(), &output.stderr].concat();
    String::from_utf8(text).unwrap().chars().any(|char| char.is_control() && char != '\n')
}

/// What each command says of files that are damaged or empty: the code, the file, a way out; and it leaves nothing.
#[test]
fn damaged_files_are_refused_with_a_way_out() {
    let room = Room::new("damaged");
    let table = format!("{HEAD}{}", ROW.repeat(300));
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut gzip, table.as_bytes()).unwrap();
    let gzip = gzip.finish().unwrap();
    let ole = |text: &str| {
        let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        bytes.resize(512, 0);
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.resize(5_000, 0);
        bytes
    };
    let wide = vec!["c"; 5_000].join(";");
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty.csv", vec![], "unknown_format"),
        ("mark.csv", b"\xef\xbb\xbf".to_vec(), "unknown_format"),
        ("blank.csv", b"  \n\n \t\n".to_vec(), "unknown_format"),
        ("noise.csv", (0..4_000u32).map(|n| (n * 167 % 251) as u8).collect(), "unknown_format"),
        ("nul.csv", format!("{HEAD}{ROW}").replace("Lê", "L\0").into(), "unknown_format"),
        ("half.csv.gz", gzip[..gzip.len() / 2].to_vec(), "truncated"),
        ("headings.csv", HEAD.into(), "nothing_read"),
        ("total.csv", format!("{HEAD}Tổng cộng;;;\n").into(), "nothing_read"),
        ("quote.csv", format!("{HEAD}H0;02/03/2026;05/03/2026;\"A\n{}", ROW.repeat(30)).into(), "unclosed_quote"),
        ("double.csv", "Mã hồ sơ;Ngày hẹn trả;Ngày hẹn trả\nH1;02/03/2026;05/03/2026\n".into(), "duplicate_key"),
        ("wide.csv", format!("{wide}\n{wide}\n").into(), "too_large"),
        ("no-time.csv", "Mã hồ sơ;Thời điểm xử lý;Thao tác\nH1;;complete\n".into(), "event_without_time"),
        ("act.jsonl", r#"{"case_id": "c", "at": "2026-03-02T08:00:00+07:00", "act": null}"#.into(), "missing_field"),
        ("cut.json", r#"[{"MaHoSo": "H1", "NgayTiepNhan": "02/03/2026"}, {"MaH"#.into(), "syntax"),
        ("deep.json", "[".repeat(100_000).into(), "too_deep"),
        ("cut.xes", "<?xml version=\"1.0\"?><log><trace><event><string key=\"a\"".into(), "syntax"),
        ("secret.xlsx", ole("EncryptedPackage"), "encrypted_workbook"),
        ("broken.xls", ole("Workbook"), "broken_workbook"),
        ("cut.xlsx", b"PK\x03\x04 and no more".to_vec(), "broken_workbook"),
        ("page.xls", "<html><body><p>Phiên đăng nhập đã hết hạn</p></body></html>".into(), "nothing_read"),
        ("soap.xls", "<?xml version=\"1.0\"?><soap:Envelope><soap:Body/></soap:Envelope>".into(), "unknown_format"),
        ("report.pdf", b"%PDF-1.7 ...".to_vec(), "unknown_format"),
        ("log.parquet", b"PAR1....".to_vec(), "unknown_format"),
        ("note.txt", "Đã nộp cho anh Bình \u{1b}[31m".into(), "unknown_format"),
    ];
    for (name, bytes, code) in cases {
        let file = room.file(name, bytes);
        let (out, aside) = (room.path("out.jsonl"), room.path("aside.csv"));
        for arguments in [
            vec!["read", &file, "-o", &out, "--set-aside", &aside],
            vec!["report", &file, "--out", &out],
            vec!["inspect", &file],
        ] {
            let output = namro(&arguments);
            let errors = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!errors.contains("panicked") && !obeys(&output), "{arguments:?}: {errors}");
            if arguments[0] == "inspect" && output.status.success() {
                continue;
            }
            assert_eq!(output.status.code(), Some(1), "{arguments:?}: {errors}");
            assert!(errors.contains(code) && errors.contains(name) && errors.contains('→'), "{arguments:?}: {errors}");
        }
        let left: Vec<_> = fs::read_dir(&room.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, [name], "nothing half written stays");
        fs::remove_file(&file).unwrap();
    }
}

#[test]
fn dirty_files_are_read_and_nothing_vanishes() {
    let room = Room::new("dirty");
    let spoiled = [HEAD.as_bytes(), ROW.as_bytes(), "H2;02/03/2026;05/03/2026;L\u{ea}".as_bytes()].concat();
    let mixed = [&spoiled[..], b"\xc1\n", ROW.replace("H1", "H3").as_bytes()].concat();
    for (name, bytes, sum) in [
        ("returns.csv", format!("{HEAD}{ROW}").replace('\n', "\r").into_bytes(), "1 rows read = 1 kept"),
        ("mixed.csv", mixed, "3 rows read = 2 kept + 0 repeated + 1 set aside"),
        (
            "long.csv",
            format!("{HEAD}H0;02/03/2026;05/03/2026;{}\n{ROW}", "ă".repeat(500_000)).into_bytes(),
            "2 rows read = 1 kept + 0 repeated + 1 set aside",
        ),
        (
            "control.csv",
            format!("{HEAD}{ROW}H2;\u{1b}[2Jmai;05/03/2026;A\u{9b}\n").into_bytes(),
            "2 rows read = 1 kept + 0 repeated + 1 set aside",
        ),
        (
            "maps.jsonl",
            b"{\"MaHoSo\": [1], \"NgayTra\": \"02/03/2026\"}\n{\"MaHoSo\": \"H\\u001b[1m\", \"NgayTra\": \"02/03/2026\"}\n".to_vec(),
            "2 rows read = 1 kept + 0 repeated + 1 set aside",
        ),
    ] {
        let file = room.file(name, bytes);
        let output = namro(&["read", &file]);
        let read = said(&output);
        assert!(read.contains(sum) && !obeys(&output), "{name}: {read}");
    }
}

#[test]
fn faults_of_one_cause_are_one() {
    let room = Room::new("cause");
    let rows: String = (0..5_000).map(|row| format!("H{row};hôm kia {row};05/03/2026;A\n")).collect();
    let file = room.file("ho-so.csv", format!("{HEAD}{rows}"));
    let output = namro(&["read", &file]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("5000 faults of this cause") && errors.contains("ho-so.csv:4"), "{errors}");
    assert!(errors.lines().count() < 12, "{errors}");
    let output = namro(&["read", &file, "--json"]);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let errors = answer["errors"].as_array().unwrap();
    assert_eq!(
        (errors.len(), &errors[0]["count"], errors[0]["related"].as_array().unwrap().len()),
        (1, &5_000.into(), 2)
    );
}

#[test]
#[cfg(feature = "sheets")]
fn logs_and_rows_set_aside_as_workbooks() {
    let room = Room::new("book");
    let steps = "Mã hồ sơ;Thời điểm xử lý;Nội dung xử lý;Người xử lý\nH1;02/03/2026 09:30;=Nhận;A\nH1;03/03/2026;Ký;A\nH1;mai;Ký;=A\n";
    let (file, more) = (room.file("ho-so.csv", format!("{HEAD}{ROW}")), room.file("buoc.csv", steps));
    let (log, aside, lines) = (room.path("log.xlsx"), room.path("aside.xlsx"), room.path("log.jsonl"));
    said(&namro(&["read", &file, &more, "-o", &log, "--set-aside", &aside]));
    said(&namro(&["read", &file, &more, "-o", &lines]));
    let inspected = said(&namro(&["inspect", &log]));
    assert!(inspected.contains("log.xlsx!Hồ sơ: workbook") && inspected.contains("at → events.at 100%"), "{inspected}");
    // What is written reads back the same.
    let (again, same) = (room.path("again.jsonl"), room.path("same.jsonl"));
    said(&namro(&["read", &log, "-o", &again, "--zone", "+07:00"]));
    said(&namro(&["read", &lines, "-o", &same, "--zone", "+07:00"]));
    let rows = |path: &str| {
        let text = fs::read_to_string(path).unwrap();
        let mut rows: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        // A table has neither identifiers derived from the zone nor numbers of events.
        rows.iter_mut().filter_map(|row| row.as_object_mut()).for_each(|row| {
            ["seq", "event_id", "actor"].iter().for_each(|key| _ = row.remove(*key));
        });
        rows
    };
    assert_eq!(rows(&again), rows(&same));
    assert_eq!(rows(&lines), rows(&same));
    let kept = fs::read(&log).unwrap();
    // The same rows are the same bytes.
    said(&namro(&["read", &file, &more, "-o", &log]));
    assert_eq!(fs::read(&log).unwrap(), kept);
    // Open in Excel, it is not replaced.
    room.file("~$log.xlsx", "x");
    let output = namro(&["read", &file, "-o", &log]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(4), "{errors}");
    assert!(errors.contains("open_in_excel") && errors.contains("close the file in Excel"), "{errors}");
    assert_eq!(fs::read(&log).unwrap(), kept);
    let output = namro(&["read", &file, "-o", &room.path("log.ods")]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("jsonl, csv, xlsx"));
}
