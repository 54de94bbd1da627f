//! Units and positions as a rulebook writes them; people, appointments and delegations as the host keeps them.

use crate::base::ids::{CalendarId, OfficerId, PositionId, RoleId, UnitId};
use crate::base::shape::{Located, OneOrMany, shape, terms};
use crate::base::source::{InForce, Source};
use crate::base::text::Text;
use crate::base::time::Date;

terms! {
    /// How secret a document is (*độ mật*; Law 29/2018/QH14), the least first.
    #[derive(Default)]
    pub enum Secrecy {
        /// Not secret (*thường*).
        #[default]
        Ordinary = "ordinary",
        /// *Mật*.
        Confidential = "confidential",
        /// *Tối mật*.
        Secret = "secret",
        /// *Tuyệt mật*.
        TopSecret = "top_secret",
    }
}

terms! {
    /// Where a position's roles hold.
    #[derive(Default)]
    pub enum Reach {
        /// At its own unit alone.
        Own = "own",
        /// At its own unit and at those under it.
        #[default]
        Below = "below",
        /// At every unit of the office: the one-stop desk, the clerk of a registry.
        Office = "office",
    }
}

terms! {
    /// Where a position stands in its unit; signing prefixes follow from it (Decree 30/2020 art. 13).
    #[derive(Default)]
    pub enum Rank {
        /// Heads the unit and signs in own right (*người đứng đầu*).
        Head = "head",
        /// Deputy: signs for the head (*cấp phó*, KT.).
        Deputy = "deputy",
        /// Everybody else.
        #[default]
        Member = "member",
    }
}

terms! {
    /// The kind of employment (*loại nhân sự*).
    #[derive(Default)]
    pub enum Employment {
        /// Elected or appointed to an office for a term (*cán bộ*).
        Official = "official",
        /// Civil servant (*công chức*).
        #[default]
        CivilServant = "civil_servant",
        /// Public employee of a service unit (*viên chức*).
        PublicEmployee = "public_employee",
        /// On a labour contract (*hợp đồng lao động*).
        Contract = "contract",
    }
}

shape! {
    /// A unit (*đơn vị*): `units.<id>`.
    pub struct UnitSpec {
        /// Its name.
        pub title: Text,
        /// The unit above it; none for the office itself.
        pub parent: Option<Located<UnitId>>,
        /// Its working time; without one, that of the unit above.
        pub calendar: Option<Located<CalendarId>>,
        /// The position that heads it.
        pub head: Option<Located<PositionId>>,
        /// Whether it decides as a collective (*Ủy ban nhân dân, Hội đồng nhân dân*): its documents are signed `TM.`.
        pub collective: bool = false,
        /// The days on which it exists: districts ended on 2025-06-30.
        pub in_force: InForce = InForce::default(),
        /// Its legal basis.
        pub source: Option<Source>,
    }
}

shape! {
    /// A position (*chức vụ, vị trí việc làm*): `positions.<id>`.
    pub struct PositionSpec {
        /// Its name.
        pub title: Text,
        /// The roles that it gives.
        pub roles: Vec<RoleId>,
        /// Where they hold.
        pub reach: Reach = Reach::default(),
        /// Head, deputy or member.
        pub standing: Rank = Rank::default(),
        /// Kinds of documents that it may sign; for a subordinate head, by order (*TL.*).
        pub signs: Vec<String>,
        /// The most secret document that comes with it.
        pub clearance: Secrecy = Secrecy::default(),
        /// The days on which the position exists.
        pub in_force: InForce = InForce::default(),
        /// Its legal basis.
        pub source: Option<Source>,
    }
}

shape! {
    /// Days on which a person is not at work (*nghỉ phép, đi công tác, ốm*); both ends belong to it.
    #[derive(PartialEq, Eq)]
    pub struct Absence {
        /// First day.
        pub valid_from: Date,
        /// Last day.
        pub valid_to: Date,
        /// Why: leave, illness, mission.
        pub reason: Option<String>,
    }
}

shape! {
    /// A person of the host's table: one row.
    pub struct PersonRow {
        /// The identifier that events carry.
        pub id: Located<OfficerId>,
        /// The name that people read.
        pub name: Option<String>,
        /// Other spellings by which logs name the same person: accounts, mail addresses, former names.
        pub aliases: OneOrMany<String> = OneOrMany(Vec::new()),
        /// The unit of the main appointment.
        pub unit: Option<Located<UnitId>>,
        /// The position of the main appointment.
        pub position: Option<Located<PositionId>>,
        /// The kind of employment.
        pub kind: Employment = Employment::default(),
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
}

shape! {
    /// A further appointment (*bổ nhiệm, giao quyền, kiêm nhiệm*) beside the main one of a person's row.
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
        pub acting: bool = false,
        /// The decision that appoints.
        pub decision: Option<String>,
    }
}

shape! {
    /// A delegation (*ủy quyền*): written, dated, scoped (Decree 30/2020 art. 13; Law 77/2015/QH13 art. 14). The
    /// receiver never delegates further.
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
        pub only_when_absent: bool = false,
    }
}

shape! {
    /// The host's own people, laid over an office.
    pub struct StaffSpec {
        /// One row a person.
        pub people: Vec<PersonRow>,
        /// Appointments beside the main ones.
        pub appointments: Vec<Appointment>,
        /// Who acts for whom.
        pub delegations: Vec<Delegation>,
    }
}
