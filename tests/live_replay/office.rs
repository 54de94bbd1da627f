//! The office in which the cases live: every form of flow, budgets, heads, absence and delegation.

use namro::Office;
use std::sync::LazyLock;

const RULEBOOK: &str = r#"
namro: 1
id: test.course
title: {vi: Phòng thử, en: Trial office}
calendars:
  office: {zone: "+07:00", weeks: [{from: 2015-01-01, days: {mon-fri: ["08:00-12:00", "13:30-17:30"]}}]}
calendar: office
units:
  so: {title: {vi: Sở, en: Department}, calendar: office}
  p: {title: {vi: Phòng, en: Division}, parent: so}
  q: {title: {vi: Phòng khác, en: Other division}, parent: so}
positions:
  mot-cua: {title: {vi: Một cửa, en: Desk}, roles: [mot-cua], reach: office}
  chuyen-vien: {title: {vi: Chuyên viên, en: Specialist}, roles: [chuyen-vien], reach: office}
  truong-phong: {title: {vi: Trưởng phòng, en: Head}, roles: [chuyen-vien, lanh-dao], standing: head, reach: office}
procedures:
  cap:
    - in_force: {from: 2025-07-01, to: 2026-11-15}
      title: {vi: Cấp giấy, en: Licence}
      limit: {statutory: 5 ngày làm việc, ends: office, supplement: {times: 99}}
      workflow: cap
    - in_force: {from: 2026-11-16}
      open_cases: switch
      title: {vi: Cấp giấy, en: Licence}
      limit: {statutory: 4 ngày làm việc, ends: office, supplement: {times: 99}}
      workflow: cap
  tra:
    title: {vi: Trả tận tay, en: By hand}
    limit: {statutory: 16 giờ làm việc, ends: office, finish: delivered}
    workflow: tra
  viec:
    title: {vi: Nhiệm vụ, en: Task}
    workflow: viec
mappings:
  bang:
    data: {reason: reason, di: di, cua: cua, by: by}
    not_persons: {citizen: citizen}
workflows:
  cap:
    steps:
      nhan: {role: mot-cua, budget: 2 giờ làm việc, next: xet}
      xet:
        role: chuyen-vien
        budget: 1 ngày làm việc
        next: {one_of: [
          {to: bo-sung, when: "has(d.di) && d.di == 'thieu'"},
          {to: nop-lai, when: "has(d.di) && d.di == 'sai'"},
          {to: chia, when: "has(d.di) && d.di == 'hai'"},
          {to: soan, else: true}]}
      bo-sung: {waits_for: citizen, ended_by: mot-cua, clock: suspend, next: xet}
      nop-lai: {waits_for: citizen, ended_by: mot-cua, clock: restart, next: xet}
      chia: {role: chuyen-vien, budget: 1 giờ làm việc, next: {all_of: [luat, phi]}}
      luat: {role: chuyen-vien, budget: 4 giờ làm việc, next: gop}
      phi: {role: mot-cua, budget: 4 giờ làm việc, next: gop}
      gop: {role: chuyen-vien, join: all, budget: 2 giờ làm việc, next: soan}
      soan:
        role: chuyen-vien
        route: [{when: "has(d.cua) && d.cua == 'cv3'", officer: cv3}]
        budget: 4 giờ làm việc
        next: ky
      ky:
        role: lanh-dao
        not_by: [soan]
        budget: 4 giờ làm việc
        next: {one_of: [{to: soan, when: "has(d.di) && d.di == 'lam-lai'"}, {to: tra, else: true}]}
      tra: {role: mot-cua, budget: 2 giờ làm việc, next: end}
  tra:
    steps:
      nhan: {role: mot-cua, budget: 2 giờ làm việc, next: lam}
      lam: {role: chuyen-vien, budget: 4 giờ làm việc, next: tra}
      tra: {role: mot-cua, budget: 2 giờ làm việc, next: end}
  viec:
    steps:
      lam: {role: chuyen-vien, budget: 1 ngày làm việc, next: duyet}
      duyet: {role: lanh-dao, next: {one_of: [{to: lam, when: "has(d.di) && d.di == 'lam-lai'"}, {to: end, else: true}]}}
"#;

const STAFF: &str = r#"{"people": [
    {"id": "mc1", "unit": "so", "position": "mot-cua"}, {"id": "mc2", "unit": "so", "position": "mot-cua"},
    {"id": "cv1", "unit": "p", "position": "chuyen-vien"}, {"id": "cv2", "unit": "p", "position": "chuyen-vien"},
    {"id": "cv3", "unit": "p", "position": "chuyen-vien",
        "absences": [{"valid_from": "2026-11-04", "valid_to": "2026-11-05", "reason": "nghỉ phép"}]},
    {"id": "tp", "unit": "so", "position": "truong-phong"}, {"id": "pp", "unit": "so", "position": "truong-phong"}],
  "delegations": [
    {"giver": "cv1", "receiver": "cv2", "roles": ["chuyen-vien"], "valid_from": "2026-11-01", "valid_to": "2026-11-30", "paper": "1/GUQ"},
    {"giver": "tp", "receiver": "cv3", "roles": ["lanh-dao"], "valid_from": "2026-11-01", "valid_to": "2026-11-30", "paper": "2/GUQ"}]}"#;

pub static OFFICE: LazyLock<Office> =
    LazyLock::new(|| Office::load(&[("course.yaml", RULEBOOK)]).unwrap().with_staff(STAFF).unwrap());

pub const PROCEDURES: [&str; 3] = ["cap", "tra", "viec"];
pub const PEOPLE: [&str; 7] = ["mc1", "mc2", "cv1", "cv2", "cv3", "tp", "pp"];

/// Those who do a step on most days.
pub fn suited(step: &str) -> &'static [&'static str] {
    match step {
        "nhan" | "phi" | "tra" | "bo-sung" | "nop-lai" => &["mc1", "mc2"],
        "ky" | "duyet" => &["tp", "pp", "cv3"],
        _ => &["cv1", "cv2", "cv3"],
    }
}
