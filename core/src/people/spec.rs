//! Units and positions as a rulebook writes them; people, appointments and delegations as the host keeps them.

use crate::base::ids::{CalendarId, CaseId, OfficerId, PositionId, RoleId, UnitId};
use crate::base::shape::{Located, OneOrMany, Shape, Term};
use crate::base::source::{Dated, InForce, Source};
use crate::base::text::Text;
use crate::base::time::{Date, Stamp};
use serde::Serialize;

/// How secret a document or case is (*độ mật*; Law 29/2018/QH14), the least secret first.
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

/// At which units a position's roles hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(crate) enum Reach {
    /// At its own unit only.
    #[term("own")]
    Own,
    /// At its own unit and the units under it.
    #[default]
    #[term("below")]
    Below,
    /// At every unit of the office, as for the one-stop desk or a registry clerk.
    #[term("office")]
    Office,
}

/// The rank of a position in its unit; signing prefixes follow from it (Decree 30/2020 art. 13).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Rank {
    /// Heads the unit and signs without a prefix of substitution (*người đứng đầu*).
    #[term("head")]
    Head,
    /// Deputy: signs for the head (*cấp phó*, KT.).
    #[term("deputy")]
    Deputy,
    /// Any other position.
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

/// A version of a unit (*đơn vị*): `units.<id>`, one version or a list of them.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct UnitSpec {
    /// The name shown to people (*tên đơn vị*).
    pub title: Text,
    /// Its code in state registers (*mã đơn vị*), such as a code of Decision 19/2025/QĐ-TTg.
    pub code: Option<String>,
    /// The unit above it; `None` for the office itself.
    pub parent: Option<Located<UnitId>>,
    /// Its working calendar; if absent, that of the unit above.
    pub calendar: Option<Located<CalendarId>>,
    /// The position that heads it (*người đứng đầu*).
    pub head: Option<Located<PositionId>>,
    /// Whether it decides as a collective (*Ủy ban nhân dân, Hội đồng nhân dân*): its documents are signed `TM.`.
    #[shape(default = false)]
    pub collective: bool,
    /// The days on which this version holds; districts, for example, ended on 2025-06-30. On other days the unit gives
    /// nobody a right, and nothing begins at it or is sent to it.
    #[shape(default)]
    pub in_force: InForce,
    /// The units that take over its work when it has ended (*đơn vị kế thừa*).
    pub successors: Vec<Located<UnitId>>,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

impl Dated for UnitSpec {
    fn in_force(&self) -> InForce {
        self.in_force
    }
}

/// A position (*chức vụ, vị trí việc làm*): `positions.<id>`.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct PositionSpec {
    /// The name shown to people (*tên chức vụ*).
    pub title: Text,
    /// The roles that it gives (*vai trò*).
    pub roles: Vec<RoleId>,
    /// At which units the roles hold.
    #[shape(default)]
    pub reach: Reach,
    /// Whether it is head, deputy or member of the unit.
    #[shape(default)]
    pub standing: Rank,
    /// Kinds of documents that it may sign; for a head of a subordinate unit, by order (*TL.*).
    pub signs: Vec<String>,
    /// The highest secrecy that its holder may see (*độ mật*).
    #[shape(default)]
    pub clearance: Secrecy,
    /// The days on which the position exists.
    #[shape(default)]
    pub in_force: InForce,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// Days on which a person is absent (*nghỉ phép, đi công tác, ốm*), both inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Absence {
    /// First day of the absence.
    pub valid_from: Date,
    /// Last day, inclusive.
    pub valid_to: Date,
    /// The reason, such as leave, illness or mission.
    pub reason: Option<String>,
}

/// A person, as one row of the host's table (*cán bộ, công chức*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct PersonRow {
    /// The identifier that events carry (*mã cán bộ*).
    pub id: Located<OfficerId>,
    /// The name shown to people (*họ và tên*).
    pub name: Option<String>,
    /// Other spellings of the same person in logs: accounts, mail addresses, former names.
    #[shape(default = OneOrMany(Vec::new()))]
    pub aliases: OneOrMany<String>,
    /// The unit of the main appointment (*đơn vị*).
    pub unit: Option<Located<UnitId>>,
    /// The position of the main appointment (*chức vụ*).
    pub position: Option<Located<PositionId>>,
    /// The kind of employment (*loại nhân sự*).
    #[shape(default)]
    pub kind: Employment,
    /// The group of people with similar duties, who may be compared (*nhóm nhiệm vụ tương đồng*).
    pub duty_group: Option<String>,
    /// First day of employment.
    pub valid_from: Option<Date>,
    /// Last day of employment, inclusive; `None` if open.
    pub valid_to: Option<Date>,
    /// The highest secrecy that the person may see; if absent, that of the positions held.
    pub clearance: Option<Secrecy>,
    /// Days on which the person is absent.
    pub absences: Vec<Absence>,
}

/// A further appointment (*bổ nhiệm, giao quyền, kiêm nhiệm*) besides the main one in a person's row.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct Appointment {
    /// The officer who is appointed.
    pub officer: Located<OfficerId>,
    /// The position (*chức vụ*).
    pub position: Located<PositionId>,
    /// The unit (*đơn vị*).
    pub unit: Located<UnitId>,
    /// First day in force; `None` if it has always been.
    pub valid_from: Option<Date>,
    /// Last day in force, inclusive; `None` if open.
    pub valid_to: Option<Date>,
    /// Whether as acting head (*quyền*, Q.).
    #[shape(default = false)]
    pub acting: bool,
    /// Number and symbol of the decision that appoints.
    pub decision: Option<String>,
}

/// A delegation (*ủy quyền*): written, dated and scoped (Decree 30/2020 art. 13; Law 77/2015/QH13 art. 14). The
/// receiver cannot delegate further.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct Delegation {
    /// The officer who delegates (*người ủy quyền*).
    pub giver: Located<OfficerId>,
    /// The officer who acts on the giver's behalf (*người được ủy quyền*).
    pub receiver: Located<OfficerId>,
    /// The delegated roles of the giver (*vai trò*).
    pub roles: Located<Vec<RoleId>>,
    /// The units for which it holds, including those under them; if empty, wherever the giver's right reaches.
    pub units: Vec<Located<UnitId>>,
    /// First day in force.
    pub valid_from: Date,
    /// Last day in force, inclusive; a delegation without an end is not valid.
    pub valid_to: Located<Date>,
    /// Number and symbol of the paper (*văn bản ủy quyền*).
    pub paper: String,
    /// Whether it holds only on days on which the giver is absent (a standing substitute).
    #[shape(default = false)]
    pub only_when_absent: bool,
}

/// A confirmed cause outside the reach of those whom it names (*nguyên nhân khách quan được xác nhận*), such as an
/// outage or a flood. Nobody answers for working time within its span. What is given together narrows it.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct Cause {
    /// The officer whom it kept from working.
    pub officer: Option<Located<OfficerId>>,
    /// The unit, with the units under it, that it kept from working.
    pub unit: Option<Located<UnitId>>,
    /// The cases that it held up (*mã hồ sơ*).
    pub cases: Vec<CaseId>,
    /// When it began.
    pub start: Located<Stamp>,
    /// When it was over.
    pub end: Stamp,
    /// Who confirmed it.
    pub confirmed_by: String,
    /// What it was.
    pub reason: Option<String>,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// The host's own people, added to an office (*bảng nhân sự*).
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub(crate) struct StaffSpec {
    /// One row per person.
    pub people: Vec<PersonRow>,
    /// Appointments besides the main ones.
    pub appointments: Vec<Appointment>,
    /// Delegations between officers (*ủy quyền*).
    pub delegations: Vec<Delegation>,
    /// Confirmed causes by which nobody answers for a time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<Cause>,
}

impl StaffSpec {
    /// The rows of both tables.
    pub(crate) fn followed_by(mut self, mut other: Self) -> Self {
        self.people.append(&mut other.people);
        self.appointments.append(&mut other.appointments);
        self.delegations.append(&mut other.delegations);
        self.causes.append(&mut other.causes);
        self
    }
}
