//! A page with made-up numbers: requirements that every page has to meet.

use super::model::*;
use crate::base::text::Text;
use crate::base::time::{Instant, Seconds, Stamp, Zone};

fn at(text: &str) -> Instant {
    Instant::parse(&format!("2026-10-{text}+07:00")).unwrap()
}

fn stamp(text: &str) -> Stamp {
    Zone::vietnam().stamp(at(text))
}

fn both(vi: &str, en: &str) -> Text {
    Text::new(vi, en)
}

fn act(event: &str, time: &str, what: (&str, &str), who: &str, marked: bool) -> Act {
    Act {
        event: event.into(),
        at: stamp(time),
        act: both(what.0, what.1),
        step: both("Thẩm định", "Appraisal"),
        who: Text::same(who),
        off_hours: time.contains("T02"),
        marked,
    }
}

fn loss(points: i64) -> Loss {
    Loss {
        finding: "9f2c1e0ab34d5566".into(),
        case: "000.00.19.H26-261005-0042".into(),
        text: both(
            "Trễ hạn cam kết 1 ngày 2 giờ; o20 giữ quá định mức 1 ngày",
            "1 d 2 h past the committed due; o20 held it 1 d over budget",
        ),
        points: Some(points),
        events: vec![
            act("e-000812", "05T08:15:27", ("nhận việc", "started"), "o20", false),
            act("e-000815", "08T02:12:09", ("hoàn thành", "completed"), "o20", true),
        ],
        more: 3,
    }
}

fn card(officer: &str, points: i64) -> OfficerCard {
    let bar = |vi: &str, en: &str, points| Bar {
        label: both(vi, en),
        detail: both("1.203 trên 1.240 việc", "1,203 of 1,240 items"),
        points,
        maximum: 23_333,
    };
    OfficerCard {
        officer: officer.into(),
        title: both("Chuyên viên, Phòng Đăng ký kinh doanh", "Specialist, Business registration"),
        points: Some(points),
        maximum: 70_000,
        rating: Some(both("Hoàn thành tốt nhiệm vụ", "Good")),
        reason: both("31 việc trễ hạn; 2 lần chuyển lòng vòng", "31 items late; 2 passed to and fro"),
        bars: vec![
            bar("Số lượng", "Quantity", 22_900),
            bar("Chất lượng", "Quality", 23_333),
            bar("Tiến độ", "Progress", 12_011),
        ],
        losses: vec![loss(-5_833), loss(-4_201)],
        more: 27,
        not_supplied: vec![both("30 điểm tiêu chí chung", "the 30 general points")],
        hash: "1f".repeat(32),
    }
}

pub(super) fn sample() -> Report {
    let mut report = Report::empty(
        both("Sở Tài chính Hà Nội (minh họa)", "Hanoi Department of Finance (demo)"),
        both("Tháng 10 năm 2026", "October 2026"),
        stamp("31T23:59:59"),
    );
    report.notice = Some(both(
        "Số liệu do máy sinh để trình diễn; không phải số liệu của cơ quan nào.",
        "Made up by a generator for show; no office's figures.",
    ));
    report.sizes = vec![
        (both("Vụ việc", "Cases"), 42_400),
        (both("Sự kiện", "Events"), 331_204),
        (both("Công chức", "Officers"), 62),
    ];
    let slice = |tone, vi: &str, en: &str, count| Slice { tone, label: both(vi, en), count };
    report.open = vec![
        slice(Tone::Red, "quá hạn", "overdue", 139),
        slice(Tone::Yellow, "sắp đến hạn", "due soon", 811),
        slice(Tone::Green, "trong hạn", "in time", 4_210),
        slice(Tone::Grey, "tạm dừng", "suspended", 37),
    ];
    report.finished = vec![
        slice(Tone::Green, "trước hạn", "early", 33_100),
        slice(Tone::Green, "đúng hạn", "on time", 3_100),
        slice(Tone::Red, "trễ hạn", "late", 1_003),
    ];
    let share = |vi: &str, en: &str, k, n| Share {
        label: both(vi, en),
        definition: both(
            "xong trước hoặc đúng hạn cam kết, trên số đã xong và số đang mở đã quá hạn",
            "finished before or at the committed due, of all finished and all open past it",
        ),
        k,
        n,
    };
    report.shares = vec![
        share("Đúng hạn cam kết", "In time, committed", 36_200, 37_342),
        share("Đúng hạn luật định", "In time, by law", 36_900, 37_342),
        share("Đúng quy trình", "As drawn", 42_310, 42_400),
    ];
    report.holders = (0..8)
        .map(|n| Holder {
            name: Text::same(format!("o{}", 20 + n)),
            title: both("Chuyên viên, Phòng Đăng ký kinh doanh", "Specialist, Business registration"),
            red: 17 - n,
            yellow: 12,
            green: 70 - 3 * n,
        })
        .collect();
    report.more_holders = 41;
    report.overdue = (0..5)
        .map(|n| Overdue {
            case: format!("den-2026-0{:04}", 812 + n),
            kind: both("Văn bản đến", "Incoming document"),
            step: both("Xử lý", "Handle"),
            holder: Text::same("o34"),
            due: stamp("09T17:30:00"),
            overrun: Seconds(400_000 - 9_000 * i64::from(n)),
        })
        .collect();
    report.more_overdue = 134;
    let trouble = |d: (&str, &str), vi: &str, en: &str, count| Trouble {
        dimension: both(d.0, d.1),
        label: both(vi, en),
        count,
        examples: vec![Loss { points: None, ..loss(0) }],
    };
    report.troubles = vec![
        trouble(("Rõ thời gian", "Time"), "Trễ hạn cam kết", "Late, committed", 1_003),
        trouble(("Rõ quy trình", "Process"), "Bỏ qua bước", "Step skipped", 47),
        trouble(("Rõ người", "Person"), "Không ai giữ", "Held by nobody", 43),
        trouble(("Rõ trách nhiệm", "Responsibility"), "Chuyển lòng vòng", "Passed to and fro", 73),
    ];
    report.cards = Some(Cards {
        policy: both("Nghị định 335/2025/NĐ-CP: 70 điểm kết quả", "Decree 335/2025: 70 points for results"),
        maximum: 70_000,
        remark: both("30 điểm tiêu chí chung không nằm trong nhật ký.", "The 30 general points are in no log."),
        table: (1..=62)
            .map(|n| Row {
                officer: format!("o{n:02}"),
                title: both("Chuyên viên", "Specialist"),
                points: Some(70_000 - n * 311),
                rating: None,
                items: 640,
                on_time: 602,
                losses: 38,
            })
            .collect(),
        best: vec![card("o17", 69_812), card("o21", 69_500)],
        worst: vec![card("o20", 58_244), card("o33", 60_120), card("o41", 61_933)],
    });
    report.drawings = vec![Drawing {
        title: both("Đăng ký thành lập doanh nghiệp", "Enterprise registration"),
        svg: Some(Text::same(
            r#"<svg viewBox="0 0 600 80" width="600" height="80"><rect x="10" y="20" width="120" height="40" rx="6" fill="none" stroke="currentColor"/><text x="70" y="45" text-anchor="middle" fill="currentColor" font-size="14">Tiếp nhận</text></svg>"#,
        )),
        steps: vec![
            StepTime {
                step: both("Thẩm định", "Appraisal"),
                count: 2_380,
                median: Seconds(9_000),
                ninth: Seconds(20_000),
                budget: Some(Seconds(28_800)),
            },
            StepTime {
                step: both("Ký", "Sign"),
                count: 2_301,
                median: Seconds(3_000),
                ninth: Seconds(9_800),
                budget: Some(Seconds(14_400)),
            },
        ],
    }];
    report.moments = vec![Moment {
        case: "000.00.19.H26-261005-0042".into(),
        kind: both("Đăng ký thành lập công ty TNHH hai thành viên", "Two-member company"),
        outcome: both("trễ 1 ngày", "1 d late"),
        tone: Tone::Red,
        due: Some(stamp("07T17:30:00")),
        working: (5..=9)
            .flat_map(|d| {
                [
                    (at(&format!("{d:02}T08:00:00")), at(&format!("{d:02}T12:00:00"))),
                    (at(&format!("{d:02}T13:30:00")), at(&format!("{d:02}T17:30:00"))),
                ]
            })
            .collect(),
        holds: vec![
            Hold {
                step: both("Tiếp nhận", "Reception"),
                who: Text::same("o13"),
                from: at("05T08:15:27"),
                to: at("05T09:02:00"),
                tone: Tone::Green,
            },
            Hold {
                step: both("Thẩm định", "Appraisal"),
                who: Text::same("o20"),
                from: at("05T09:02:01"),
                to: at("08T02:12:09"),
                tone: Tone::Red,
            },
            Hold {
                step: both("Ký", "Sign"),
                who: Text::same("o16"),
                from: at("08T08:00:00"),
                to: at("08T10:00:00"),
                tone: Tone::Green,
            },
        ],
        acts: loss(0).events,
    }];
    report.slack = [(-4, 12), (-3, 40), (-2, 130), (-1, 821), (0, 3_100), (1, 9_000), (2, 14_100), (3, 10_000)]
        .map(|(days, count)| Slack { days, count })
        .to_vec();
    report.hours = Hours {
        working: std::array::from_fn(|h| match h {
            8..=11 | 14..=16 => 38_000,
            13 | 17 => 19_000,
            2 => 60,
            19..=21 => 130,
            _ => 0,
        }),
        off: [0; 24],
        outside: 450,
        night: 60,
    };
    report.waits = [
        ("< 1 giờ", "< 1 h", 120_000),
        ("1–4 giờ", "1–4 h", 60_000),
        ("4–8 giờ", "4–8 h", 22_000),
        ("1–3 ngày", "1–3 d", 9_000),
        ("> 3 ngày", "> 3 d", 700),
    ]
    .map(|(vi, en, count)| Wait { label: both(vi, en), count })
    .to_vec();
    report.missing = vec![Missing {
        what: both("Rõ hiệu quả", "Effect"),
        why: both("Nhật ký không có đánh giá của công dân.", "The log has no ratings by citizens."),
        count: None,
    }];
    report.sources = vec![("335/2025/NĐ-CP".into(), both("đánh giá công chức", "rating of civil servants"))];
    report.marks =
        vec![(both("Bộ quy tắc", "Rulebook"), "vn.ha-noi.demo".into()), (both("Băm", "Hash"), "ab".repeat(32))];
    report
}

#[test]
fn a_page_needs_nothing_else_and_is_the_same_each_time() {
    let page = sample().html();
    assert_eq!(page, sample().html());
    for outside in ["http:", "https:", "src=", "@import", "url(h", "url(/", "url(\""] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn control_characters_of_the_data_are_shown() {
    let mut report = sample();
    report.title = Text::same("Sở\u{202e}X\u{1b}[31m\u{9b}");
    let page = report.html();
    // In the title of the document, in the heading of the page and in the foot.
    assert!(page.matches("Sở\\u{202e}X\\u{1b}[31m\\u{9b}").count() >= 2, "{page}");
    assert!(!page.contains(|char: char| char.is_control() && char != '\n' || char == '\u{202e}'));
}
