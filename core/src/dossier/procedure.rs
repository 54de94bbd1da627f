//! Compiled procedures.

use super::amounts;
use super::checks::LIBRARY;
use super::context::{FilingField, Root};
use super::fitting::{self, Fitting, each, known_fields, no_form, speaks};
use super::layout::{self, Shown};
use super::spec::{ComponentSpec, FeeSpec, ProcedureSpec};
use crate::base::error::{Cause, Code, Error, Faults};
use crate::base::ids::{ProcedureId, WorkflowId};
use crate::base::packed::{Packed, Packer, Unpacker};
use crate::base::shape::{Cursor, Key, Shape};
use crate::base::source::{Dated, InForce};
use crate::base::text::Text;
use crate::base::value::{Node, Value};
use crate::deadline::{LimitChoice, LimitSpec};
use crate::rule::schema::Schema;
use crate::rule::{self, Condition, OrderedRules, Read, Rule, RuleSpec, Scope};
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// The documents that the rules of a procedure may read: the form, the papers by id, and the filing itself.
/// A procedure in one of its versions, ready to check dossiers. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Procedure(Arc<Inner>);

#[derive(Debug, Packed)]
struct Inner {
    id: ProcedureId,
    spec: ProcedureSpec,
    schema: Option<Schema>,
    rules: OrderedRules,
    /// The condition of each component and what it reads, in order.
    needs: Vec<Option<(Condition, Vec<Read>)>>,
    /// The condition and the quantity of each fee, in order.
    fees: Vec<(Option<Condition>, Option<Condition>)>,
    /// The conditions of limits that depend on data, in order.
    #[packed(derived)]
    choices: Vec<Condition>,
    /// Which of the documents some rule or component reads, in the order of [`Root`].
    reads: [bool; Root::ALL.len()],
    /// When fields are shown.
    shown: Vec<Shown>,
}

impl Packed for Procedure {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self(Arc::new(Inner::unpack(from)))
    }
}

/// The limits of a procedure and the conditions by which they are selected. They are packed separately from the
/// procedure, since a program that only checks dossiers does not need the code that counts time.
#[derive(Debug, Default, Packed)]
pub(crate) struct Limiting {
    limit: Option<LimitSpec>,
    choices: Vec<Condition>,
}

impl Procedure {
    /// Compiles one version of a procedure at a place of a rulebook; every fault is added.
    pub fn read(id: &ProcedureId, at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let before = faults.count();
        let spec = ProcedureSpec::read(at, faults)?;
        // A version that is `like` another one is written out before anything is read.
        if let Some(like) = &spec.like {
            let fault = Error::new(Code::UnknownReference).with("kind", "version").with("name", &like.value);
            faults.push(fault.at(like.place.clone()));
        }
        if let Some(at) = at.get("limits") {
            spec.limits.check(&at, faults);
        }
        let scope = Scope { data: Root::terms(), library: LIBRARY, limits: spec.limits };
        let schema = at.get("form").filter(|_| spec.form.is_some()).map(|form| Schema::read(&form, faults));
        // Fields and rules refer to a map: another type of form is not checked further.
        let schema = schema.filter(|schema| {
            let map = schema.may_be_map();
            if let (false, Some(form)) = (map, at.get("form")) {
                let named = form.get("type").map_or_else(|| form.place(), |named| named.place());
                faults.push(Error::new(Code::BadSchema).with("reason", "type ≠ object").at(named));
            }
            map
        });
        let missing = Node::from(Value::Null);
        let rules_at = at.get("rules").unwrap_or_else(|| at.key("rules", &missing));
        let mut rules = rule::compile(&spec.rules, &rules_at, scope, faults);
        let needs = needs(&spec, at, scope, faults);
        let fees = fees(&spec, at, scope, faults);
        let choices = choices(&spec, at, scope, faults);
        if let Some((limit, at)) = spec.limit.as_ref().zip(at.get("limit")) {
            limit.check(&at, faults);
        }
        amounts::check(&spec, at, faults);
        at.check_not_blank("title", faults);
        let pointer = at.pointer();
        each::<RuleSpec, _>(at, "rules", |(index, here)| {
            let rule = rules.of_spec(&spec.rules, index);
            known_papers(&spec, &pointer, rule.map(Rule::reads).unwrap_or_default(), &here, faults);
        });
        each::<ComponentSpec, _>(at, "components", |(index, here)| {
            let need = needs.get(index).and_then(Option::as_ref);
            known_papers(&spec, &pointer, need.map(|(_, reads)| &**reads).unwrap_or_default(), &here, faults);
        });
        each::<FeeSpec, _>(at, "fee", |(index, here)| {
            let conditions = fees.get(index).into_iter().flat_map(|(when, many)| when.iter().chain(many));
            conditions.for_each(|condition| known_papers(&spec, &pointer, &condition.reads(), &here, faults));
        });
        if let Some(schema) = &schema {
            rules.iter_mut().for_each(|rule| rule.requires_list(|way| schema.requires(way)));
            each::<RuleSpec, _>(at, "rules", |(index, here)| {
                let rule = rules.of_spec(&spec.rules, index);
                known_fields(schema, rule.map(Rule::reads).unwrap_or_default(), &here, faults);
            });
            each::<ComponentSpec, _>(at, "components", |(index, here)| {
                let need = needs.get(index).and_then(Option::as_ref);
                known_fields(schema, need.map(|(_, reads)| &**reads).unwrap_or_default(), &here, faults);
            });
        }
        // A rule that reads a form which does not exist would stay pending for ever.
        if spec.form.is_none() && !faults.may_hide(&pointer, "form") {
            each::<RuleSpec, _>(at, "rules", |(index, here)| {
                let rule = rules.of_spec(&spec.rules, index);
                no_form(rule.map(Rule::reads).unwrap_or_default(), &here, faults);
            });
            each::<ComponentSpec, _>(at, "components", |(index, here)| {
                let need = needs.get(index).and_then(Option::as_ref);
                no_form(need.map(|(_, reads)| &**reads).unwrap_or_default(), &here, faults);
            });
        }
        let shown = layout::read(&spec, schema.as_ref(), at, scope, faults);
        let parts = Fitting {
            id,
            spec: &spec,
            schema: schema.as_ref(),
            rules: &rules,
            needs: &needs,
            fees: &fees,
            choices: &choices,
        };
        fitting::check(&parts, at, faults);
        let mut reads = [false; Root::ALL.len()];
        let of_needs = needs.iter().flatten().flat_map(|(_, reads)| reads);
        for read in rules.iter().flat_map(Rule::reads).chain(of_needs) {
            reads.get_mut(read.document).into_iter().for_each(|read| *read = true);
        }
        let inner = Inner { id: id.clone(), spec, schema, rules, needs, fees, choices, reads, shown };
        (faults.count() == before).then(|| Self(Arc::new(inner)))
    }

    /// Whether a check needs a calendar.
    pub(crate) fn counts_working_days(&self) -> bool {
        let mut needs = self.0.needs.iter().flatten();
        self.0.rules.iter().any(Rule::counts_working_days) || needs.any(|(need, _)| need.expr().counts_working_days())
    }

    /// Its time limits.
    pub(crate) fn limiting(&self) -> Limiting {
        Limiting { limit: self.0.spec.limit.clone(), choices: self.0.choices.clone() }
    }

    /// The same procedure with limits, unless it is already shared.
    pub(crate) fn limited(&mut self, Limiting { limit, choices }: Limiting) {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.spec.limit = limit;
            inner.choices = choices;
        }
    }

    /// The national code of the procedure.
    pub fn id(&self) -> &ProcedureId {
        &self.0.id
    }

    /// The procedure as written.
    pub fn spec(&self) -> &ProcedureSpec {
        &self.0.spec
    }

    /// Its title.
    pub fn title(&self) -> &Text {
        &self.0.spec.title
    }

    /// The time limit.
    pub fn limit(&self) -> Option<&LimitSpec> {
        self.0.spec.limit.as_ref()
    }

    /// The workflow.
    pub fn workflow(&self) -> Option<&WorkflowId> {
        self.0.spec.workflow.as_ref()
    }

    /// The components of the dossier.
    pub fn components(&self) -> &[ComponentSpec] {
        &self.0.spec.components
    }

    /// The form as plain JSON Schema, for other programs.
    pub fn json_schema(&self) -> Option<Node> {
        self.0.spec.form.as_ref().map(crate::rule::schema::export)
    }

    /// The schema of the form.
    pub fn schema(&self) -> Option<&Schema> {
        self.0.schema.as_ref()
    }

    /// When fields are shown that are not always shown.
    pub(super) fn shown(&self) -> &[Shown] {
        &self.0.shown
    }

    /// The rules, in the order in which remarks are listed.
    pub fn rules(&self) -> &OrderedRules {
        &self.0.rules
    }

    /// Each component with the condition under which it is needed.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = (usize, &ComponentSpec, Option<&Condition>)> {
        let parts = self.0.spec.components.iter().zip(&self.0.needs);
        parts.enumerate().map(|(index, (spec, need))| (index, spec, need.as_ref().map(|(condition, _)| condition)))
    }

    pub(super) fn needs(&self) -> &[Option<(Condition, Vec<Read>)>] {
        &self.0.needs
    }

    pub(crate) fn fee_parts(&self) -> &[(Option<Condition>, Option<Condition>)] {
        &self.0.fees
    }

    pub(crate) fn choices(&self) -> &[Condition] {
        &self.0.choices
    }

    /// Whether some rule or condition reads the answer of a database directly, apart from the papers that it replaces.
    pub(super) fn reads_register(&self, name: &str) -> bool {
        let of_needs = self.0.needs.iter().flatten().flat_map(|(_, reads)| reads);
        let mut reads = self
            .0
            .rules
            .iter()
            .flat_map(Rule::reads)
            .chain(of_needs)
            .filter(|read| Root::of(read) == Some(Root::Filing));
        let is = |token: Option<&Option<Box<str>>>, name| {
            token.is_none_or(|token| token.as_deref().is_none_or(|token| token == name))
        };
        reads.any(|read| is(read.way.first(), FilingField::Data.as_str()) && is(read.way.get(1), name))
    }

    /// Whether some rule or component reads one of the documents.
    pub(super) fn reads_document(&self, root: Root) -> bool {
        Root::ALL.iter().zip(self.0.reads).any(|((_, known), read)| *known == root && read)
    }
}

impl Serialize for Procedure {
    /// The procedure as written, from which a browser can compile the same procedure.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.spec.serialize(serializer)
    }
}

impl Dated for Procedure {
    fn in_force(&self) -> InForce {
        self.0.spec.in_force
    }
}

fn needs(
    spec: &ProcedureSpec,
    at: &Cursor<'_>,
    scope: Scope<'_>,
    faults: &mut Faults,
) -> Vec<Option<(Condition, Vec<Read>)>> {
    each::<ComponentSpec, _>(at, "components", |(index, here)| {
        let component = spec.components.get(index)?;
        here.check_id(faults);
        here.check_not_blank("title", faults);
        if spec.components.iter().take(index).any(|other| other.id == component.id) {
            let at = here.get("id").map_or_else(|| here.place(), |id| id.place());
            let fault = Error::new(Code::DuplicateId).with("kind", "component").with("id", &component.id).at(at);
            faults.push(fault.because_of(Cause::Unnamed(here.below("id"))));
        }
        let need = here.get("need")?;
        alternatives(spec, component, &need, faults);
        let when = need.get("when")?;
        let condition = Condition::read(&when, scope, faults)?;
        let reads = condition.reads();
        Some((condition, reads))
    })
}

fn fees(
    spec: &ProcedureSpec,
    at: &Cursor<'_>,
    scope: Scope<'_>,
    faults: &mut Faults,
) -> Vec<(Option<Condition>, Option<Condition>)> {
    each::<FeeSpec, _>(at, "fee", |(index, here)| {
        let fee = spec.fee.get(index);
        let when = here.get("when").filter(|_| fee.is_some_and(|fee| fee.when.is_some()));
        let many = here.get("quantity").filter(|_| fee.is_some_and(|fee| fee.quantity.is_some()));
        let when = when.and_then(|when| Condition::read(&when, scope, faults));
        (when, many.and_then(|many| Condition::read_value(&many, scope, faults)))
    })
}

fn choices(spec: &ProcedureSpec, at: &Cursor<'_>, scope: Scope<'_>, faults: &mut Faults) -> Vec<Condition> {
    let Some(limit) = at.get("limit").filter(|_| spec.limit.is_some()) else { return Vec::new() };
    let read = each::<LimitChoice, _>(&limit, "by", |(_, here)| {
        here.get("when").and_then(|when| Condition::read(&when, scope, faults))
    });
    read.into_iter().flatten().collect()
}

/// A group of alternatives must have at least two components.
fn alternatives(spec: &ProcedureSpec, component: &ComponentSpec, need: &Cursor<'_>, faults: &mut Faults) {
    let groups = || spec.components.iter().filter_map(|other| other.need.group());
    let Some(group) = component.need.group() else { return };
    if groups().filter(|other| *other == group).count() == 1 {
        let fault = need.fault(Code::AlternativeOfOne).with("group", group).because_of(Cause::Undeclared(group.into()));
        faults.push(fault.suggest(group, groups().filter(|other| *other != group)));
    }
}

/// A rule that reads a paper which is not a component would stay pending for ever. `procedure` is the pointer to the
/// procedure.
fn known_papers(spec: &ProcedureSpec, procedure: &str, reads: &[Read], at: &Cursor<'_>, faults: &mut Faults) {
    let papers = || spec.components.iter().map(|component| component.id.as_str());
    for read in reads {
        let Some(Some(name)) = read.way.first() else { continue };
        let (kind, known): (_, Vec<&str>) = match Root::of(read) {
            Some(Root::Components) => ("component", papers().collect()),
            Some(Root::Filing) => ("field of the filing", FilingField::terms().to_vec()),
            // Fields of the form are held against its schema.
            Some(Root::Form) | None => continue,
        };
        if !known.contains(&&**name) {
            let fault = Error::undeclared(kind, name, known).at(speaks(at, name));
            faults.push(fault.because_of(Cause::Unnamed(format!("{procedure}/components/*/id"))));
        }
    }
}
