//! Compares two routings of a registry (seven hand-overs or one act) on the same month of twenty thousand documents, in
//! exact numbers: `cargo run --example routing`.

use namro::Office;
use serde_json::{Value, json};

const RULEBOOK: &str = r#"
namro: 1
id: example.routing
title: {vi: Sở minh họa, en: Example department}
include: [vn.calendar]
calendars:
  office: {base: vn.calendar, zone: "+07:00", weeks: [{from: 2015-01-01, days: {mon-fri: ["08:00-12:00", "13:30-17:30"]}}]}
units:
  so: {title: {vi: Sở, en: Department}, calendar: office}
  vp: {title: {vi: Văn phòng, en: Office}, parent: so}
  ngan-sach: {title: {vi: Phòng Ngân sách, en: Budget}, parent: so}
  doanh-nghiep: {title: {vi: Phòng Doanh nghiệp, en: Enterprises}, parent: so}
workflows:
  # The registry passes the document up, the directorate passes it down, and each hand-over adds a day.
  bay-lan-chuyen:
    steps:
      van-thu:       {title: {vi: Văn thư đăng ký, en: Register}, role: van-thu, unit: vp, budget: 15 phút làm việc, next: chanh-vp}
      chanh-vp:      {title: {vi: Chánh Văn phòng, en: Office head}, role: chanh-van-phong, unit: vp, budget: 1 giờ làm việc, next: giam-doc}
      giam-doc:      {title: {vi: Giám đốc cho ý kiến, en: Director}, role: giam-doc, unit: so, budget: 4 giờ làm việc, next: pho-giam-doc}
      pho-giam-doc:  {title: {vi: Phó Giám đốc phụ trách, en: Deputy director}, role: pho-giam-doc, unit: so, budget: 2 giờ làm việc, next: van-thu-lai}
      van-thu-lai:   {title: {vi: Văn thư chuyển phòng, en: Registry sends on}, role: van-thu, unit: vp, budget: 15 phút làm việc, next: {one_of: [{to: phong-ns, when: d.linhVuc == "ngan-sach"}, {to: phong-dn, else: true}]}}
      phong-ns:      {title: {vi: Trưởng phòng Ngân sách, en: Head of budget}, role: truong-phong, unit: ngan-sach, budget: 2 giờ làm việc, next: pho-ns}
      phong-dn:      {title: {vi: Trưởng phòng Doanh nghiệp, en: Head of enterprises}, role: truong-phong, unit: doanh-nghiep, budget: 2 giờ làm việc, next: pho-dn}
      pho-ns:        {title: {vi: Phó phòng, en: Deputy}, role: pho-phong, unit: ngan-sach, budget: 1 giờ làm việc, next: xu-ly-ns}
      pho-dn:        {title: {vi: Phó phòng, en: Deputy}, role: pho-phong, unit: doanh-nghiep, budget: 1 giờ làm việc, next: xu-ly-dn}
      xu-ly-ns:      {title: {vi: Xử lý, en: Handle}, role: chuyen-vien, unit: ngan-sach, budget: 1 ngày làm việc, next: end}
      xu-ly-dn:      {title: {vi: Xử lý, en: Handle}, role: chuyen-vien, unit: doanh-nghiep, budget: 1 ngày làm việc, next: end}
  # Rules on the subject of the document assign it to the unit that will handle it; only exceptional documents go up.
  mot-lan-chuyen:
    steps:
      van-thu:
        title: {vi: Văn thư đăng ký, en: Register}
        role: van-thu
        unit: vp
        budget: 15 phút làm việc
        next: {one_of: [{to: giam-doc, when: d.khan || d.giaTri >= 10000}, {to: xu-ly, else: true}]}
      giam-doc: {title: {vi: Giám đốc cho ý kiến, en: Director}, role: giam-doc, unit: so, budget: 4 giờ làm việc, next: xu-ly}
      xu-ly:
        title: {vi: Xử lý, en: Handle}
        role: chuyen-vien
        budget: 1 ngày làm việc
        route:
          - {when: d.linhVuc == "ngan-sach", unit: ngan-sach}
          - {unit: doanh-nghiep}
        next: end
"#;

/// Documents of a fictitious month: the number of a document decides its subject.
fn arrivals(count: i64) -> Vec<Value> {
    let one = |number: i64| {
        let (day, minute) = (2 + number % 5, number / 5 % 480);
        json!({
            "case_id": format!("den-{number:05}"), "unit": "so",
            "at": format!("2026-11-{day:02}T{:02}:{:02}:00+07:00", 8 + minute / 60, minute % 60),
            "data": {"linhVuc": if number % 3 == 0 { "ngan-sach" } else { "doanh-nghiep" }, "giaTri": number % 10_500, "khan": number % 50 == 7},
        })
    };
    (0..count).map(one).collect()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    story(20_000, &mut |line| println!("{line}"))
}

fn story(count: i64, say: &mut dyn FnMut(String)) -> Result<(), Box<dyn std::error::Error>> {
    let office = Office::load(&[("routing.yaml", RULEBOOK)])?;
    let request = json!({"workflows": ["bay-lan-chuyen", "mot-lan-chuyen"], "arrivals": arrivals(count)});
    let answer: Value = serde_json::from_str(&office.call("simulate", &request.to_string())?)?;
    let number = |node: &Value, name: &str| node[name].as_i64().unwrap_or_default();
    let days = |seconds: i64| format!("{}.{} working days", seconds / 28_800, seconds % 28_800 * 10 / 28_800);
    for run in answer["runs"].as_array().into_iter().flatten() {
        let cases = number(run, "cases").max(1);
        say(format!("{} on {} documents", run["workflow"].as_str().unwrap_or_default(), number(run, "cases")));
        say(format!(
            "  {} steps, {} hand-overs, {} routed by rule",
            number(run, "steps"),
            number(run, "hand_overs"),
            number(run, "routed")
        ));
        say(format!(
            "  a document is through after {} on average",
            days(number(run, "through_working_seconds") / cases)
        ));
    }
    let difference = &answer["differences"][0];
    say(format!(
        "the difference: {} steps, {} hand-overs, {} working hours",
        number(difference, "steps"),
        number(difference, "hand_overs"),
        number(difference, "working_seconds") / 3600
    ));
    Ok(())
}

/// Computed by hand for 150 documents: 50 are about budgets; 7, 57 and 107 are urgent; none has the value 10,000.
#[test]
fn the_difference_is_exact() {
    let office = Office::load(&[("routing.yaml", RULEBOOK)]).unwrap();
    let request = json!({"workflows": ["bay-lan-chuyen", "mot-lan-chuyen"], "arrivals": arrivals(150)});
    let answer: Value = serde_json::from_str(&office.call("simulate", &request.to_string()).unwrap()).unwrap();
    let (old, new) = (&answer["runs"][0], &answer["runs"][1]);
    assert_eq!((&old["steps"], &old["hand_overs"]), (&json!(150 * 8), &json!(150 * 7)));
    assert_eq!(
        (&new["steps"], &new["hand_overs"], &new["routed"]),
        (&json!(150 * 2 + 3), &json!(150 + 3), &json!(150))
    );
    // 10 h 30 min of forwarding and a day of handling; with the other routing a quarter of an hour, a day, and 4 h for
    // urgent documents.
    assert_eq!(old["through_working_seconds"], json!(150 * (37_800 + 28_800)));
    assert_eq!(new["through_working_seconds"], json!(150 * (900 + 28_800) + 3 * 14_400));
    assert_eq!(answer["differences"][0]["hand_overs"], json!(153 - 1050));
    let mut lines = Vec::new();
    story(150, &mut |line| lines.push(line)).unwrap();
    assert_eq!(lines.len(), 7);
}
