#![allow(unreachable_pub, reason = "shapes are declared public")]

use super::*;
use crate::base::error::Code;
use crate::base::ids::{OfficerId, RoleId};
use crate::base::shape::{Shape, read};
use crate::base::source::InForce;
use crate::base::time::Date;
use crate::base::value::parse_json;
use indexmap::IndexMap;
use serde::Serialize;
use std::sync::Arc;

/// The part of a rulebook that the tests of staff need.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct Part {
    /// Units.
    pub units: IndexMap<crate::base::ids::UnitId, UnitSpec>,
    /// Positions.
    pub positions: IndexMap<crate::base::ids::PositionId, PositionSpec>,
}

fn parse<T: Shape>(text: &str) -> T {
    read(&parse_json(text.as_bytes()).unwrap()).unwrap()
}

fn organisation() -> Arc<Organisation> {
    let part: Part = parse(
        r#"{"units": {
            "so": {"title": "Sở", "calendar": "office"},
            "dkkd": {"title": "Phòng Đăng ký kinh doanh", "parent": "so"},
            "vp": {"title": "Văn phòng", "parent": "so"}},
          "positions": {
            "giam-doc": {"title": "Giám đốc", "roles": ["lanh-dao"], "standing": "head", "clearance": "secret"},
            "chuyen-vien": {"title": "Chuyên viên", "roles": ["chuyen-vien"], "reach": "own"}}}"#,
    );
    Arc::new(Organisation::compile(part.units, part.positions).unwrap())
}

fn staff() -> Staff {
    let spec = parse(
        r#"{"people": [
            {"id": "o1", "unit": "so", "position": "giam-doc", "absences": [{"valid_from": "2026-03-02", "valid_to": "2026-03-06"}]},
            {"id": "o2", "unit": "dkkd", "position": "chuyen-vien", "aliases": "o2@so", "valid_to": "2026-06-30"},
            {"id": "o3", "unit": "vp", "position": "chuyen-vien"},
            {"id": "o4", "unit": "vp", "position": "chuyen-vien"},
            {"id": "o5"}],
          "appointments": [
            {"officer": "o5", "position": "chuyen-vien", "unit": "dkkd", "valid_from": "2026-07-01"}],
          "delegations": [
            {"giver": "o1", "receiver": "o3", "roles": ["lanh-dao"], "units": ["dkkd"], "valid_from": "2026-02-01", "valid_to": "2026-04-30", "paper": "12/GUQ"},
            {"giver": "o3", "receiver": "o4", "roles": ["lanh-dao"], "valid_from": "2026-02-01", "valid_to": "2026-04-30", "paper": "13/GUQ"},
            {"giver": "o1", "receiver": "o2", "roles": ["lanh-dao"], "valid_from": "2026-01-01", "valid_to": "2026-12-31", "paper": "14/GUQ", "only_when_absent": true}]}"#,
    );
    Staff::compile(organisation(), spec).unwrap()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn ask(officer: &str, role: &str, unit: &str, on: &str) -> Result<Vec<LinkKind>, (Lack, Vec<String>)> {
    let right = Right::role(role, Some(unit.into()));
    match staff().may(&OfficerId::from(officer), &right, day(on)) {
        Ok(grant) => Ok(grant.chain.iter().map(|link| link.kind).collect()),
        Err(denial) => Err((denial.lack, denial.held_by.iter().map(ToString::to_string).collect())),
    }
}

fn held_by(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

#[test]
fn a_position_reaches_down_but_not_sideways() {
    assert_eq!(ask("o1", "lanh-dao", "dkkd", "2026-02-10"), Ok(vec![LinkKind::Appointment]));
    assert_eq!(ask("o3", "chuyen-vien", "dkkd", "2026-02-10"), Err((Lack::OtherUnit, held_by(&["o2"]))));
    assert_eq!(ask("o3", "lanh-dao", "vp", "2026-02-10"), Err((Lack::OutsideScope, held_by(&["o1"]))));
}

#[test]
fn rights_are_dated() {
    assert_eq!(ask("o2", "chuyen-vien", "dkkd", "2026-06-30"), Ok(vec![LinkKind::Appointment]));
    assert_eq!(ask("o2", "chuyen-vien", "dkkd", "2026-07-01"), Err((Lack::NotEmployed, held_by(&["o5"]))));
    assert_eq!(ask("o5", "chuyen-vien", "dkkd", "2026-06-30"), Err((Lack::NotYet, held_by(&["o2"]))));
}

#[test]
fn a_delegation_is_dated_scoped_and_never_passed_on() {
    let chain = Ok(vec![LinkKind::Appointment, LinkKind::Delegation]);
    assert_eq!(ask("o3", "lanh-dao", "dkkd", "2026-04-30"), chain);
    assert_eq!(ask("o3", "lanh-dao", "dkkd", "2026-05-01"), Err((Lack::Expired, held_by(&["o1"]))));
    assert_eq!(ask("o3", "lanh-dao", "dkkd", "2026-01-31"), Err((Lack::NotYet, held_by(&["o1"]))));
    assert_eq!(ask("o4", "lanh-dao", "dkkd", "2026-03-10"), Err((Lack::ChainOfDelegation, held_by(&["o1", "o3"]))));
}

#[test]
fn a_standing_substitute_acts_only_in_absence() {
    assert_eq!(ask("o2", "lanh-dao", "so", "2026-03-02"), Ok(vec![LinkKind::Appointment, LinkKind::Delegation]));
    assert_eq!(ask("o2", "lanh-dao", "so", "2026-03-09"), Err((Lack::GiverPresent, held_by(&["o1"]))));
}

#[test]
fn secrecy_holds_for_substitutes_too() {
    let mut right = Right::role("lanh-dao", Some("dkkd".into()));
    right.secrecy = Secrecy::Secret;
    let on = day("2026-03-10");
    assert!(staff().may(&"o1".into(), &right, on).is_ok());
    let denial = staff().may(&"o3".into(), &right, on).unwrap_err();
    assert_eq!((denial.lack, denial.held_by), (Lack::Clearance, vec![OfficerId::from("o1")]));
}

#[test]
fn two_people_of_one_name_are_never_merged() {
    let spec = parse(
        r#"{"people": [{"id": "a", "name": "x"}, {"id": "b", "aliases": ["x", "c"]}, {"id": "c"}, {"id": "a"}],
            "delegations": [{"giver": "a", "receiver": "a", "roles": [], "valid_from": "2026-02-01", "valid_to": "2026-01-31", "paper": "1"}],
            "causes": [{"start": "2026-01-02T08:00:00+07:00", "end": "2026-01-01T08:00:00+07:00", "confirmed_by": "L"},
                       {"officer": "z", "start": "2026-01-02T08:00:00+07:00", "end": "2026-01-02T09:00:00+07:00", "confirmed_by": "L"}]}"#,
    );
    let faults = Staff::compile(organisation(), spec).unwrap_err();
    let codes: Vec<_> = faults.iter().map(|fault| fault.code()).collect();
    assert_eq!(
        codes,
        [
            Code::SameOfficer,
            Code::SameName,
            Code::EndsBeforeItBegins,
            Code::DelegationWithoutScope,
            Code::DelegationToOneself,
            Code::CauseWithoutScope,
            Code::EndsBeforeItBegins,
            Code::UnknownReference
        ]
    );
}

#[test]
fn days_without_a_holder_are_found() {
    let staff = staff();
    let year = InForce { from: Some(day("2026-01-01")), to: Some(day("2026-12-31")) };
    let (specialist, unit) = (RoleId::from("chuyen-vien"), "dkkd".into());
    assert_eq!(staff.gaps(&specialist, Some(&unit), year), []);
    let nobody = RoleId::from("ke-toan");
    assert_eq!(staff.gaps(&nobody, None, year), [year]);
}

#[test]
fn aliases_and_calendars_are_found() {
    let staff = staff();
    assert_eq!(staff.find("o2@so"), Some(&OfficerId::from("o2")));
    assert_eq!(staff.organisation().calendar(&"dkkd".into(), day("2026-01-01")).unwrap().as_str(), "office");
}
