//! Units and positions as a rulebook writes them; people, appointments and delegations as the host keeps them.

use crate::base::ids::{CalendarId, OfficerId, PositionId, RoleId, UnitId};
use crate::base::shape::{Located, OneOrMany, Shape, Term};
use crate::base::source::{InForce, Source};
use crate::base::text::Text;
use crate::base::time::Date;
use serde::Serialize;

/// How secret a document is (*độ mật*; Law 29/2018/QH14), the least first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Secrecy {
    /// Not secret (*thường*).
    #[default]
    #[term("ordinary")]
    Ordinary,
    /// *Mật*.
    #[term("confidential")]
    Confidential,
    /// *Tối mật*.
    #[term("secret")]
    Secret,
    /// *Tuyệt mật*.
    #[term("top_secret")]
    TopSecret,
}

/// Where a position's roles hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum Reach {
    /// At its own unit alone.
    #[term("own")]
    Own,
    /// At its own unit and at those under it.
    #[default]
    #[term("below")]
    Below,
    /// At every unit of the office: the one-stop desk, the clerk of a registry.
    #[term("office")]
    Office,
}

/// Where a position stands in its unit; signing prefixes follow from it (Decree 30/2020 art. 13).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Rank {
    /// Heads the unit and signs in own right (*người đứng đầu*).
    #[term("head")]
    Head,
    /// Deputy: signs for the head (*cấp phó*, KT.).
    #[term("deputy")]
    Deputy,
    /// Everybody else.
    #[default]
    #[term("member")]
    Member,
}

/// The kind of employment (*loại nhân sự*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Employment {
    /// Elected or appointed to an office for a term (*cán bộ*).
    #[term("official")]
    Official,
    /// Civil servant (*công chức*).
    #[default]
    #[term("civil_servant")]
    CivilServant,
    /// Public employee of a service unit (*viên chức*).
    #[term("public_employee")]
    PublicEmployee,
    /// On a labour contract (*hợp đồng lao động*).
    #[term("contract")]
    Contract,
}

/// A unit (*đơn vị*): `units.<id>`.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct UnitSpec {
    /// Its name.
    pub title: Text,
    /// The unit above it; none for the office itself.
    pub parent: Option<Located<UnitId>>,
    /// Its working time; without one, that of the unit above.
    pub calendar: Option<Located<CalendarId>>,
    /// The position that heads it.
    pub head: Option<Located<PositionId>>,
    /// Whether it decides as a collective (*Ủy ban nhân dân, Hội đồng nhân dân*): its documents are signed `TM.`.
    #[shape(default = false)]
    pub collective: bool,
    /// The days on which it exists: districts ended on 2025-06-30.
    #[shape(default)]
    pub in_force: InForce,
    /// Its legal basis.
    pub source: Option<Source>,
}

/// A position (*chức vụ, vị trí việc làm*): `positions.<id>`.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct PositionSpec {
    /// Its name.
    pub title: Text,
    /// The roles that it gives.
    pub roles: Vec<RoleId>,
    /// Where they hold.
    #[shape(default)]
    pub reach: Reach,
    /// Head, deputy or member.
    #[shape(default)]
    pub standing: Rank,
    /// Kinds of documents that it may sign; for a subordinate head, by order (*TL.*).
    pub signs: Vec<String>,
    /// The most secret document that comes with it.
    #[shape(default)]
    pub clearance: Secrecy,
    /// The days on which the position exists.
    #[shape(default)]
    pub in_force: InForce,
    /// Its legal basis.
    pub source: Option<Source>,
}

/// Days on which a person is not at work (*nghỉ phép, đi công tác, ốm*); both ends belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Absence {
    /// First day.
    pub valid_from: Date,
    /// Last day.
    pub valid_to: Date,
    /// Why: leave, illness, mission.
    pub reason: Option<String>,
}

/// A person of the host's table: one row.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct PersonRow {
    /// The identifier that events carry.
    pub id: Located<OfficerId>,
    /// The name that people read.
    pub name: Option<String>,
    /// Other spellings by which logs name the same person: accounts, mail addresses, former names.
    #[shape(default = OneOrMany(Vec::new()))]
    pub aliases: OneOrMany<String>,
    /// The unit of the main appointment.
    pub unit: Option<Located<UnitId>>,
    /// The position of the main appointment.
    pub position: Option<Located<PositionId>>,
    /// The kind of employment.
    #[shape(default)]
    pub kind: Employment,
    /// People of like duties, who may be compared (*nhóm nhiệm vụ tương đồng*).
    pub duty_group: Option<String>,
    /// First day of employment.
    pub valid_from: Option<Date>,
    /// Last day of employment.
    pub valid_to: Option<Date>,
    /// The most secret document that the person may see; without one, what the positions bring.
    pub clearance: Option<Secrecy>,
    /// Days away.
    pub absences: Vec<Absence>,
}

/// A further appointment (*bổ nhiệm, giao quyền, kiêm nhiệm*) beside the main one of a person's row.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct Appointment {
    /// Who is appointed.
    pub officer: Located<OfficerId>,
    /// To which position.
    pub position: Located<PositionId>,
    /// At which unit.
    pub unit: Located<UnitId>,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
    /// Acting head (*quyền*, Q.).
    #[shape(default = false)]
    pub acting: bool,
    /// The decision that appoints.
    pub decision: Option<String>,
}

/// A delegation (*ủy quyền*): written, dated, scoped (Decree 30/2020 art. 13; Law 77/2015/QH13 art. 14). The
/// receiver never delegates further.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct Delegation {
    /// Who delegates.
    pub giver: Located<OfficerId>,
    /// Who acts in his stead.
    pub receiver: Located<OfficerId>,
    /// Which of the giver's roles.
    pub roles: Located<Vec<RoleId>>,
    /// At which units, those under them included; none named means wherever the giver's right reaches.
    pub units: Vec<Located<UnitId>>,
    /// First day.
    pub valid_from: Date,
    /// Last day: a delegation without an end is none.
    pub valid_to: Located<Date>,
    /// Number and symbol of the paper.
    pub paper: String,
    /// Holds only on days on which the giver is away (a standing substitute).
    #[shape(default = false)]
    pub only_when_absent: bool,
}

/// The host's own people, laid over an office.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct StaffSpec {
    /// One row a person.
    pub people: Vec<PersonRow>,
    /// Appointments beside the main ones.
    pub appointments: Vec<Appointment>,
    /// Who acts for whom.
    pub delegations: Vec<Delegation>,
}
