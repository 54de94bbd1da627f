//! The compiled rulebook.

use super::alike::written_out;
use super::compile::compile;
use super::faults::{locate, settle};
use super::gather::gather;
use super::normal::normal;
use super::overlay::{Laying, lay_all};
use super::parts::Parts;
use super::references::each_version;
use super::rules::Rules;
use crate::calendar::{Calendar, Calendars};
use crate::canon::{Hash, SEMANTICS};
use crate::case::{StaffingGap, staffing_gaps};
use crate::dossier::{Procedure, idle};
use crate::error::{Code, Error, Faults};
use crate::ids::{CalendarId, OfficeId, PolicyId, ProcedureId, UnitId, WorkflowId};
use crate::log::Mapping;
use crate::score::Policy;
use crate::shape::{Cursor, Origin, Shape};
use crate::source::{InForce, Versions};
use crate::staff::{Organisation, Staff, StaffSpec};
use crate::text::Text;
use crate::time::{Date, Zone};
use crate::value::{Node, Value, exact_json};
use crate::workflow::{Library, Workflow};
use serde::Serialize;
use std::sync::Arc;

/// An office (*cơ quan*): its rulebook, compiled. Immutable, cheap to clone, safe to share between threads.
///
/// ```
/// let office = namro::Office::load(&[("a.json", r#"{"namro": 1, "id": "a", "title": "Phòng A"}"#)]).unwrap();
/// assert_eq!(office.id().as_str(), "a");
/// ```
#[derive(Clone, Debug)]
pub struct Office {
    hash: Hash,
    /// The whole rulebook as one document, and the texts it came from.
    laid: Arc<(Node, Origin)>,
    parts: Arc<Parts>,
    staff: Arc<Staff>,
}

/// What an office holds.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Inspection {
    /// Identifier of the root rulebook.
    pub id: OfficeId,
    /// Its title.
    pub title: Text,
    /// Hash of the canonical content of all its texts.
    pub hash: Hash,
    /// Hash of the staff laid over, if any is.
    pub staff_hash: Option<Hash>,
    /// The number that grows when an outcome changes.
    pub semantics: u32,
    /// Calendars, by identifier.
    pub calendars: Vec<String>,
    /// Units.
    pub units: Vec<String>,
    /// Positions.
    pub positions: Vec<String>,
    /// Procedures.
    pub procedures: Vec<String>,
    /// Workflows.
    pub workflows: Vec<String>,
    /// Policies.
    pub policies: Vec<String>,
    /// Mappings.
    pub mappings: Vec<String>,
    /// Rules of procedures that name no legal basis, as JSON pointers into the rulebook (*quy tắc chưa ghi căn cứ*).
    pub unsourced: Vec<String>,
    /// Pointers to keywords of forms that never come to bear.
    pub idle: Vec<String>,
    /// How many people the staff table has.
    pub officers: usize,
    /// Steps that nobody could do on some days of the period asked about.
    pub staffing: Vec<StaffingGap>,
}

impl Office {
    /// Compiles rulebook texts (YAML or JSON) given with their names; the first is the root. Includes are looked for
    /// among the given texts, then among the shipped ones.
    ///
    /// # Errors
    /// Every fault, each with file, line, column and pointer.
    pub fn load(texts: &[(&str, &str)]) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let documents = gather(texts, &mut faults);
        let mut laying = Laying::default();
        let documents: Vec<_> = documents.into_iter().map(|document| written_out(document, &mut laying)).collect();
        let laid = lay_all(documents, &mut laying);
        laying.strays.into_iter().for_each(|stray| faults.push(stray));
        let office = laid.and_then(|(node, origin)| {
            let root = Cursor::laid(&node, &origin);
            let mut found = Faults::new();
            let parts = compile(&root, &mut found);
            locate(&mut found, &root);
            faults.extend(found);
            let parts = parts?;
            let hash = Hash::of(exact_json(&normal(node.clone(), &parts)).as_bytes());
            let staff = Arc::new(Staff::empty(parts.organisation.clone()));
            Some(Self { hash, laid: Arc::new((node, origin)), parts: Arc::new(parts), staff })
        });
        settle(&mut faults, texts);
        faults.into_result(office)
    }

    /// The office of one shipped rulebook, such as `vn.calendar`.
    ///
    /// # Errors
    /// [`Code::IncludeMissing`] when no such rulebook is shipped.
    ///
    /// ```
    /// let office = namro::Office::shipped("vn.calendar").unwrap();
    /// assert!(office.calendar(None).is_ok());
    /// ```
    pub fn shipped(id: &str) -> Result<Self, Faults> {
        match super::shipped::text(id) {
            Some(text) => Self::load(&[(id, text)]),
            None => {
                let fault = Error::new(Code::IncludeMissing).with("name", id);
                Err(fault.suggest(id, super::shipped::IDS.iter().copied()).into())
            }
        }
    }

    /// The same office with the host's people laid over: JSON or YAML text of a staff table.
    ///
    /// # Errors
    /// Every fault of the table.
    pub fn with_staff(&self, text: &str) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let (file, node) = super::gather::parse("staff", text, &mut faults);
        let spec = StaffSpec::read(&Cursor::root(&node, Some(&file)), &mut faults);
        let staff = spec.and_then(|spec| match Staff::compile(self.parts.organisation.clone(), spec) {
            Ok(staff) => Some(staff),
            Err(found) => {
                faults.extend(found);
                None
            }
        });
        settle(&mut faults, &[("staff", text)]);
        Ok(Self { staff: Arc::new(faults.into_result(staff)?), ..self.clone() })
    }

    pub(super) fn parts(&self) -> &Parts {
        &self.parts
    }

    /// Identifier of the root rulebook.
    pub fn id(&self) -> &OfficeId {
        &self.parts.id
    }

    /// Title of the root rulebook.
    pub fn title(&self) -> &Text {
        &self.parts.title
    }

    /// SHA-256 of [`Office::rulebook`]: the same for every way of splitting the same rules into texts.
    pub fn hash(&self) -> Hash {
        self.hash
    }

    /// The whole rulebook as one canonical JSON text: includes followed, layers laid, the calendar and the mapping
    /// that hold where none is named written out. It loads alone, to an office with the same hash.
    pub fn rulebook(&self) -> String {
        exact_json(&self.written())
    }

    /// The whole rulebook in its normal form.
    pub(super) fn written(&self) -> Node {
        normal(self.laid.0.clone(), &self.parts)
    }

    /// The whole rulebook as it was written.
    pub(super) fn root(&self) -> Cursor<'_> {
        Cursor::laid(&self.laid.0, &self.laid.1)
    }

    /// The people, and what they may do.
    pub fn staff(&self) -> &Staff {
        &self.staff
    }

    /// Units and positions.
    pub fn organisation(&self) -> &Organisation {
        &self.parts.organisation
    }

    /// Calendars and procedures.
    pub fn rules(&self) -> &Rules {
        &self.parts.rules
    }

    /// All calendars.
    pub fn calendars(&self) -> &Calendars {
        self.rules().calendars()
    }

    /// A calendar by name, or the one that holds where none is named.
    ///
    /// # Errors
    /// As [`Rules::calendar`].
    pub fn calendar(&self, id: Option<&CalendarId>) -> Result<&Calendar, Error> {
        self.rules().calendar(id)
    }

    /// The calendar by which a unit works: its own, that of a unit above, else the office's.
    ///
    /// # Errors
    /// As [`Rules::calendar_of`].
    pub fn calendar_of(&self, unit: Option<&UnitId>) -> Result<&Calendar, Error> {
        self.rules().calendar_of(unit)
    }

    /// A procedure as it was on a day.
    ///
    /// # Errors
    /// As [`Rules::procedure`].
    pub fn procedure(&self, id: &ProcedureId, on: Date) -> Result<&Procedure, Error> {
        self.rules().procedure(id, on)
    }

    /// All procedures, with their versions.
    pub fn procedures(&self) -> impl Iterator<Item = (&ProcedureId, &Versions<Procedure>)> {
        self.rules().procedures().iter()
    }

    /// Runs the examples that the authors gave with the procedures, each on the calendar of the procedure's unit.
    ///
    /// # Errors
    /// Every example that comes out otherwise.
    pub fn run_examples(&self) -> Result<(), Faults> {
        let mut faults = Faults::new();
        let root = self.root();
        each_version(&root, "procedures", |at| {
            let pointer = at.pointer();
            let id = pointer.split('/').nth(2).unwrap_or_default();
            let from = at.node.get("in_force").and_then(|dates| Date::parse(dates.get("from")?.value.as_text()?).ok());
            let versions = self.parts.rules.procedures.get(id).into_iter().flat_map(|versions| versions.iter());
            for procedure in versions.filter(|one| one.spec().in_force.from == from) {
                if procedure.spec().examples.is_empty() {
                    continue;
                }
                let mut found = Faults::new();
                match self.calendar_of(procedure.spec().unit.as_ref()) {
                    Ok(calendar) => procedure.run_examples(calendar, &mut found),
                    Err(error) => found.push(error),
                }
                found.change(|fault| fault.under(&pointer));
                faults.extend(found);
            }
        });
        locate(&mut faults, &root);
        faults.into_result(Some(()))
    }

    /// Rules of procedures that name no legal basis (*quy tắc chưa ghi căn cứ*), each with its place. They are judged all
    /// the same, so that a rulebook can be tried before it is finished; nobody can contest what has no basis, so lint
    /// tells of them.
    pub fn unsourced(&self) -> Faults {
        let mut faults = Faults::new();
        let root = self.root();
        each_version(&root, "procedures", |version| {
            let Some(rules) = version.get("rules") else { return };
            let Value::List(list) = &rules.node.value else { return };
            for (index, rule) in list.iter().enumerate() {
                let named = match rule.get("source").map(|source| &source.value) {
                    None | Some(Value::Null) => false,
                    Some(Value::List(sources)) => !sources.is_empty(),
                    Some(_) => true,
                };
                if !named {
                    let id = rule.get("id").and_then(|id| id.value.as_text()).unwrap_or_default();
                    faults.push(rules.index(index, rule).fault(Code::NoSource).with("rule", id));
                }
            }
        });
        faults
    }

    /// Keywords of forms that never come to bear, such as a `minimum` of a text, each with its place. JSON Schema passes
    /// them over, and so do checks; lint tells of them, for an author means something by them.
    pub fn idle(&self) -> Faults {
        let mut faults = Faults::new();
        each_version(&self.root(), "procedures", |version| {
            if let Some(form) = version.get("form") {
                idle(&form, &mut faults);
            }
        });
        faults
    }

    /// A workflow as it was on a day.
    ///
    /// # Errors
    /// [`Code::UnknownReference`]; [`Code::NotInForce`].
    pub fn workflow(&self, id: &WorkflowId, on: Date) -> Result<&Workflow, Error> {
        let workflows = &self.parts.workflows;
        let known = || workflows.keys().map(WorkflowId::as_str);
        let versions = workflows.get(id).ok_or_else(|| Error::unknown("workflow", id.as_str(), known()))?;
        versions.on(on, id.as_str())
    }

    /// All workflows, with their versions.
    pub fn workflows(&self) -> impl Iterator<Item = (&WorkflowId, &Versions<Workflow>)> {
        self.parts.workflows.iter()
    }

    /// The workflows as they are written, for drawings that call them.
    pub(crate) fn library(&self) -> &Library {
        &self.parts.library
    }

    /// A policy as it was on a day; without a name, the only one in force.
    ///
    /// # Errors
    /// [`Code::UnknownReference`]; [`Code::NotInForce`]; [`Code::AmbiguousPolicy`] when none is named and several are in
    /// force.
    pub fn policy(&self, id: Option<&PolicyId>, on: Date) -> Result<&Policy, Error> {
        let policies = &self.parts.policies;
        let known = || policies.keys().map(PolicyId::as_str);
        if let Some(id) = id {
            let versions = policies.get(id).ok_or_else(|| Error::unknown("policy", id.as_str(), known()))?;
            return versions.on(on, id.as_str());
        }
        let names = known().collect::<Vec<_>>().join(", ");
        let in_force: Vec<&Policy> =
            policies.iter().filter_map(|(id, versions)| versions.on(on, id.as_str()).ok()).collect();
        match in_force.as_slice() {
            [policy] => Ok(policy),
            [] => Err(Error::new(Code::NotInForce).with("name", "policy").with("date", on).with("versions", names)),
            several => {
                let names = several.iter().map(|policy| policy.id.as_str()).collect::<Vec<_>>().join(", ");
                Err(Error::new(Code::AmbiguousPolicy).with("names", names).with("date", on))
            }
        }
    }

    /// The zone in which the office's days begin.
    pub fn zone(&self) -> &Zone {
        &self.parts.zone
    }

    /// How a log made elsewhere is read: a mapping by name, or the office's own, or the usual names.
    ///
    /// # Errors
    /// [`Code::UnknownReference`].
    pub fn mapping(&self, id: Option<&str>) -> Result<&Mapping, Error> {
        let mappings = &self.parts.mappings;
        match id {
            Some(id) => {
                mappings.get(id).ok_or_else(|| Error::unknown("mapping", id, mappings.keys().map(String::as_str)))
            }
            None => {
                let own = self.parts.mapping.as_ref().and_then(|name| mappings.get(name));
                Ok(own.unwrap_or(&self.parts.usual_mapping))
            }
        }
    }

    /// What it holds.
    pub fn inspect(&self) -> Inspection {
        let names = |names: &mut dyn Iterator<Item = &dyn std::fmt::Display>| {
            // Sorted: in what order a rulebook names them means nothing.
            let mut names: Vec<_> = names.map(ToString::to_string).collect();
            names.sort_unstable();
            names
        };
        let parts = &*self.parts;
        Inspection {
            id: parts.id.clone(),
            title: parts.title.clone(),
            hash: self.hash,
            staff_hash: self.staff.hash(),
            semantics: SEMANTICS,
            calendars: names(&mut parts.rules.calendars().iter().map(|(id, _)| id as _)),
            units: names(&mut parts.organisation.units().map(|(id, _)| id as _)),
            positions: names(&mut parts.organisation.positions().map(|(id, _)| id as _)),
            procedures: names(&mut parts.rules.procedures().iter().map(|(id, _)| id as _)),
            workflows: names(&mut parts.workflows.keys().map(|id| id as _)),
            policies: names(&mut parts.policies.keys().map(|id| id as _)),
            mappings: names(&mut parts.mappings.keys().map(|id| id as _)),
            unsourced: pointers(&self.unsourced()),
            idle: pointers(&self.idle()),
            officers: self.staff.officers().len(),
            staffing: Vec::new(),
        }
    }

    /// Steps that nobody could do on some days of a period, or only whoever must not: over the versions of the
    /// workflows in force on its first day. Without people, there is nothing to ask.
    pub fn staffing_gaps(&self, period: InForce) -> Vec<StaffingGap> {
        let Some(first) = period.from.filter(|_| self.staff.officers().len() > 0) else { return Vec::new() };
        let drawn = self.workflows().filter_map(|(id, versions)| versions.on(first, id.as_str()).ok());
        drawn.flat_map(|workflow| staffing_gaps(workflow, &self.staff, period)).collect()
    }
}

impl AsRef<Rules> for Office {
    fn as_ref(&self) -> &Rules {
        self.rules()
    }
}

fn pointers(faults: &Faults) -> Vec<String> {
    faults.iter().filter_map(|fault| fault.place().pointer.clone()).collect()
}
