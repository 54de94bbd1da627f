//! The people of the demo department, as numbers: sixty-two officers in six units.

use namro::base::{OfficerId, UnitId};

/// One division: its head, two deputies who may sign for it, and its specialists.
#[derive(Clone, Debug)]
pub(crate) struct Division {
    /// The unit.
    pub(crate) unit: UnitId,
    /// Head and deputies.
    pub(crate) heads: Vec<OfficerId>,
    /// Specialists.
    pub(crate) specialists: Vec<OfficerId>,
}

/// All people of the department.
#[derive(Clone, Debug)]
pub(crate) struct Roster {
    /// Director and deputies (o01–o04).
    pub(crate) leaders: Vec<OfficerId>,
    /// Clerks of the registry (o06–o11).
    pub(crate) clerks: Vec<OfficerId>,
    /// One-stop desk (o12–o15).
    pub(crate) desk: Vec<OfficerId>,
    /// Business registration (o16–o30).
    pub(crate) registration: Division,
    /// The other four divisions (o31–o62).
    pub(crate) divisions: Vec<Division>,
}

fn officers(from: usize, to: usize) -> Vec<OfficerId> {
    (from..=to).map(|number| OfficerId::from(format!("o{number:02}").as_str())).collect()
}

/// The staff table of the demo: each officer with unit and position, as a host adds it to an office.
pub fn staff() -> serde_json::Value {
    let roster = Roster::new();
    let mut people: Vec<(&OfficerId, &str, &str)> = Vec::new();
    let office_head = OfficerId::from("o05");
    people.extend(roster.leaders.iter().zip(LEADERS).map(|(officer, position)| (officer, "so", position)));
    people.push((&office_head, "vp", "truong-phong"));
    people.extend(roster.clerks.iter().map(|officer| (officer, "vp", "van-thu")));
    people.extend(roster.desk.iter().map(|officer| (officer, "vp", "mot-cua")));
    for division in roster.divisions.iter().chain([&roster.registration]) {
        let unit = division.unit.as_str();
        people.extend(division.heads.iter().zip(HEADS).map(|(officer, position)| (officer, unit, position)));
        people.extend(division.specialists.iter().map(|officer| (officer, unit, "chuyen-vien")));
    }
    people.sort_unstable();
    let rows = people
        .into_iter()
        .map(|(id, unit, position)| serde_json::json!({"id": id, "unit": unit, "position": position}));
    serde_json::json!({"people": rows.collect::<Vec<_>>()})
}

const LEADERS: [&str; 4] = ["giam-doc", "pho-giam-doc", "pho-giam-doc", "pho-giam-doc"];
const HEADS: [&str; 3] = ["truong-phong", "pho-truong-phong", "pho-truong-phong"];

impl Roster {
    /// The roster of the demo rulebook.
    pub(crate) fn new() -> Self {
        let division = |unit: &str, first: usize| Division {
            unit: UnitId::from(unit),
            heads: officers(first, first + 1),
            specialists: officers(first + 2, first + 7),
        };
        Self {
            leaders: officers(1, 4),
            clerks: officers(6, 11),
            desk: officers(12, 15),
            registration: Division {
                unit: UnitId::from("dkkd"),
                heads: officers(16, 18),
                specialists: officers(19, 30),
            },
            divisions: ["tcdn", "qlns", "qlcs", "dtcong"]
                .into_iter()
                .zip((31..).step_by(8))
                .map(|(unit, first)| division(unit, first))
                .collect(),
        }
    }
}
