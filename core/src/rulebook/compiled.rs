//! A compiled rulebook: checked and ready to be used.

use super::compile::compile;
use super::faults::{in_order, locate};
use super::gather::{gather, parse};
use super::inherit::{written_out, written_out_across};
use super::merging::Merging;
use super::normal::normal;
use super::overlay::merge_all;
use super::parts::Parts;
use super::rules::RuleSet;
use super::shipped;
use crate::base::canon::Hash;
use crate::base::error::{Code, Error, Faults, Unread};
use crate::base::ids::{CalendarId, OfficeId, PolicyId, ProcedureId, UnitId, WorkflowId};
use crate::base::shape::{Cursor, Origin, Shape};
use crate::base::source::Versions;
use crate::base::text::Text;
use crate::base::time::{Date, Zone};
use crate::base::value::{Node, exact_json};
use crate::calendar::{Calendar, Calendars};
use crate::dossier::Procedure;
use crate::log::{Mapping, MappingSpec};
use crate::people::Organisation;
use crate::score::Policy;
use crate::workflow::{Library, Workflow};

/// A compiled rulebook (*bộ quy tắc*): calendars, units, procedures, workflows, policies, each with its versions.
///
/// Authors check and inspect a rulebook with this type; [`crate::Office`] runs it.
///
/// ```
/// let text = r#"{"namro": 1, "id": "a", "title": "Phòng A"}"#;
/// let rulebook = namro::Rulebook::load(&[("a.json", text)]).unwrap();
/// assert_eq!(rulebook.title().vi, "Phòng A");
/// ```
#[derive(Debug)]
pub struct Rulebook {
    hash: Hash,
    /// The merged rulebook as one document, and which text each part of it came from.
    document: (Node, Origin),
    parts: Parts,
}

impl Rulebook {
    /// Compiles rulebook texts (YAML or JSON) with their file names; the first is the root. Includes are resolved among
    /// the given texts, then among the shipped ones.
    ///
    /// # Errors
    /// Every fault, each with file, line, column and pointer.
    pub fn load(texts: &[(&str, &str)]) -> Result<Self, Faults> {
        let (rulebook, mut faults) = Self::build(texts);
        in_order(&mut faults, texts.iter().map(|(name, _)| *name));
        faults.into_result(rulebook)
    }

    /// Compiles rulebook texts for their author: every fault, including the examples that fail although other parts have
    /// faults, and what should be looked at again ([`Rulebook::unsourced`], [`Rulebook::idle`]).
    pub fn review(texts: &[(&str, &str)]) -> (Faults, Faults) {
        let (rulebook, mut faults) = Self::build(texts);
        let mut advice = Faults::new();
        if let Some(rulebook) = rulebook {
            advice.extend(rulebook.unsourced());
            advice.extend(rulebook.idle());
            // Where a text or a calendar has a fault, an example may fail because of it.
            let concerns = |section: &str| ["calendars", "calendar", "units", "include"].contains(&section);
            let of_days = faults.iter().any(|fault| match fault.place().pointer.as_deref() {
                Some(pointer) => pointer.split('/').nth(1).is_none_or(concerns),
                None => true,
            });
            if let (false, Err(failed)) = (of_days, rulebook.run_examples()) {
                faults.extend(failed);
            }
        }
        let files = || texts.iter().map(|(name, _)| *name);
        in_order(&mut faults, files());
        in_order(&mut advice, files());
        (faults, advice)
    }

    /// The rulebook as far as it could be compiled, and the faults.
    fn build(texts: &[(&str, &str)]) -> (Option<Self>, Faults) {
        let mut faults = Faults::new();
        let documents = gather(texts, &mut faults);
        let mut merging = Merging::default();
        let documents: Vec<_> = documents.into_iter().map(|document| written_out(document, &mut merging)).collect();
        let merged = merge_all(documents, &mut merging).map(|merged| written_out_across(merged, &mut merging));
        merging.faults.into_iter().for_each(|fault| faults.push(fault));
        let rulebook = merged.and_then(|(node, origin)| {
            let root = Cursor::merged(&node, &origin);
            let mut found = Faults::new();
            origin.each_gap(&mut |pointer, text| {
                found.note_unread(Unread::Text { within: Some(pointer.to_owned()), text: text.clone() });
            });
            let parts = compile(&root, &mut found);
            locate(&mut found, &root);
            faults.extend(found);
            let parts = parts?;
            let hash = Hash::of(exact_json(&normal(node.clone(), &parts)).as_bytes());
            Some(Self { hash, document: (node, origin), parts })
        });
        (rulebook, faults)
    }

    /// Loads a shipped rulebook, such as `vn.calendar`.
    ///
    /// # Errors
    /// [`Code::IncludeMissing`] if no such rulebook is shipped.
    ///
    /// ```
    /// let rulebook = namro::Rulebook::shipped("vn.calendar").unwrap();
    /// assert!(rulebook.calendar(None).is_ok());
    /// ```
    pub fn shipped(id: &str) -> Result<Self, Faults> {
        match super::shipped::text(id) {
            Some(text) => Self::load(&[(id, &text)]),
            None => {
                let fault = Error::new(Code::IncludeMissing).with("name", id);
                Err(fault.suggest(id, super::shipped::ids()).into())
            }
        }
    }

    pub(crate) fn parts(&self) -> &Parts {
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

    /// SHA-256 of [`Rulebook::to_json`]: the same for every way of splitting the same rules into texts.
    pub fn hash(&self) -> Hash {
        self.hash
    }

    /// The merged rulebook as one canonical JSON text, with the default calendar and the default mapping written out.
    /// It can be loaded alone, and gives an office with the same hash.
    pub fn to_json(&self) -> String {
        exact_json(&self.written())
    }

    /// The merged rulebook in its normal form.
    pub(crate) fn written(&self) -> Node {
        normal(self.document.0.clone(), &self.parts)
    }

    /// The merged rulebook as it was written.
    pub(crate) fn root(&self) -> Cursor<'_> {
        Cursor::merged(&self.document.0, &self.document.1)
    }

    /// Units and positions.
    pub fn organisation(&self) -> &Organisation {
        &self.parts.organisation
    }

    /// Calendars and procedures.
    pub(crate) fn rules(&self) -> &RuleSet {
        &self.parts.rules
    }

    /// All calendars.
    pub(crate) fn calendars(&self) -> &Calendars {
        self.rules().calendars()
    }

    /// A calendar by name; without a name, the default calendar.
    ///
    /// # Errors
    /// [`Code::UnknownReference`].
    pub fn calendar(&self, id: Option<&CalendarId>) -> Result<&Calendar, Error> {
        self.rules().calendar(id, "")
    }

    /// The calendar of a unit as it is now, or was last: its own, otherwise that of the nearest superior unit, otherwise
    /// the default calendar.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] for an unknown unit, or if there is no calendar.
    pub fn calendar_of(&self, unit: Option<&UnitId>) -> Result<&Calendar, Error> {
        self.rules().calendar_of(unit, None, "")
    }

    /// The version of a procedure in force on a day.
    ///
    /// # Errors
    /// As [`RuleSet::procedure`].
    pub(crate) fn procedure(&self, id: &ProcedureId, on: Date) -> Result<&Procedure, Error> {
        self.rules().procedure(id, on, "")
    }

    /// All procedures, with their versions.
    pub(crate) fn procedures(&self) -> impl Iterator<Item = (&ProcedureId, &Versions<Procedure>)> {
        self.rules().procedures().iter()
    }

    /// The version of a workflow in force on a day.
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
    pub(crate) fn workflows(&self) -> impl Iterator<Item = (&WorkflowId, &Versions<Workflow>)> {
        self.parts.workflows.iter()
    }

    /// The workflows as written, for drafts that call them.
    pub(crate) fn library(&self) -> &Library {
        &self.parts.library
    }

    /// The version of a policy in force on a day; without a name, the only policy in force.
    ///
    /// # Errors
    /// [`Code::UnknownReference`]; [`Code::NotInForce`]; [`Code::AmbiguousPolicy`] if no name is given and several are
    /// in force.
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

    /// The time zone of the office.
    pub fn zone(&self) -> &Zone {
        &self.parts.zone
    }

    /// The mapping for logs of other systems: by name, by default that of the office, otherwise the usual column names.
    ///
    /// # Errors
    /// [`Code::UnknownReference`]; [`Code::SeveralMappings`] if none is named and the rulebook does not say which one.
    pub fn mapping(&self, id: Option<&str>) -> Result<&Mapping, Error> {
        let mappings = &self.parts.mappings;
        match id {
            Some(id) => mappings.get(id).ok_or_else(|| unknown_mapping(id, mappings.keys().map(String::as_str))),
            None => Ok(self.own_mapping()?.unwrap_or(&self.parts.usual_mapping)),
        }
    }

    /// The mapping that the rulebook itself says to use: the one that it names, or its only one.
    ///
    /// # Errors
    /// [`Code::SeveralMappings`].
    pub fn own_mapping(&self) -> Result<Option<&Mapping>, Error> {
        let mappings = &self.parts.mappings;
        match &self.parts.mapping {
            Some(name) => Ok(mappings.get(name)),
            None if mappings.is_empty() => Ok(None),
            None => {
                let names = mappings.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
                Err(Error::new(Code::SeveralMappings).with("names", names))
            }
        }
    }

    /// A mapping for this office: with the acts that it declares and the procedures that it has.
    ///
    /// # Errors
    /// As [`Mapping::new`].
    pub fn mapping_of(&self, spec: MappingSpec) -> Result<Mapping, Faults> {
        let acts = self.parts.acts.iter().map(|(name, act)| (name.as_str(), act.effect));
        let procedures = self.parts.rules.procedures.0.keys().map(|id| id.as_str());
        Ok(Mapping::new(spec)?.of_office(acts).of_procedures(procedures))
    }

    /// A mapping of its own document, in YAML or JSON: as `inspect` writes it, or one of the shipped ones by its id
    /// (`dvcqg`), whose text is then left out.
    ///
    /// # Errors
    /// Every fault of the document; [`Code::UnknownReference`] for an id that is not shipped.
    pub fn mapping_from(&self, name: &str, text: Option<&str>) -> Result<Mapping, Faults> {
        let known = || self.parts.mappings.keys().map(String::as_str).chain(["dvcqg"]);
        let text = match text.or_else(|| shipped::mapping(name)) {
            Some(text) => text,
            None => return Err(unknown_mapping(name, known()).into()),
        };
        let mut faults = Faults::new();
        let (node, origin) = parse(name, text, &mut faults);
        let spec = MappingSpec::read(&Cursor::merged(&node, &origin), &mut faults);
        self.mapping_of(faults.into_result(spec)?)
    }
}

/// A mapping that does not exist, with the most similar one, or the list.
fn unknown_mapping<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Error {
    let allowed = known.clone().collect::<Vec<_>>().join(", ");
    let fault = Error::unknown("mapping", name, known);
    if allowed.is_empty() { fault } else { fault.with_text("allowed", Text::same(allowed)) }
}
