//! Workflows as a rulebook writes them.

use crate::base::error::{Cause, Code, Faults, Place};
use crate::base::ids::{OfficerId, RoleId, StepId, UnitId, WorkflowId};
use crate::base::shape::{Cursor, Located, OneOrMany, Shape, Term, deserialize_shapes};
use crate::base::source::{InForce, Source};
use crate::base::text::Text;
use crate::base::value::{Node, Value};
use crate::deadline::Budget;
use crate::rule::{Condition, Library, Limits, Scope};
use indexmap::IndexMap;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::collections::BTreeSet;

/// The word for the end of a workflow.
pub(super) const END: &str = "end";

/// No workflow has more steps.
pub(crate) const MAX_STEPS: usize = 2_000;

/// Whom a step waits for; no officer is charged with that time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum WaitsFor {
    /// The citizen or enterprise, for example for a supplement or a fee.
    #[term("citizen")]
    Citizen,
    /// Another agency, for example for an opinion or a verification.
    #[term("agency")]
    Agency,
    /// A program.
    #[term("system")]
    System,
}

/// How entering the step changes the clock of the case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum StepClock {
    /// It keeps running.
    #[default]
    #[term("run")]
    Run,
    /// It is suspended until the step is done (*tạm dừng*).
    #[term("suspend")]
    Suspend,
    /// It starts again when the step is done (*tính lại từ đầu*).
    #[term("restart")]
    Restart,
}

/// How many incoming flows a step waits for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Join {
    /// Any one of them.
    #[default]
    #[term("any")]
    Any,
    /// All of them (parallel join).
    #[term("all")]
    All,
    /// Those that the preceding inclusive split chose (inclusive join).
    #[term("some")]
    Some,
}

/// What it means if nobody acts until the step's budget is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Silence {
    /// Consent (*im lặng là đồng ý*).
    #[term("agree")]
    Agree,
    /// Refusal (*im lặng là từ chối*).
    #[term("refuse")]
    Refuse,
}

/// Where a step goes depending on the content of the case: one act instead of a chain of hand-overs (*phân luồng tự
/// động*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct RouteSpec {
    /// The condition, over the case's data `d`; if absent, it always applies.
    pub when: Option<Located<Node>>,
    /// The unit that gets the step.
    pub unit: Option<Located<UnitId>>,
    /// The officer who gets it, if allowed to do it on that day; otherwise it waits in the unit's queue.
    pub officer: Option<OfficerId>,
}

/// A step (*bước*): `steps.<id>`.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct StepSpec {
    /// The name shown to people (*tên bước*); if absent, its identifier.
    pub title: Option<Text>,
    /// Instructions for those who do it (*hướng dẫn*).
    pub note: Option<String>,
    /// The workflow that this step calls (*quy trình con*): its steps replace this one and are named after it, as in
    /// `thu-ly#tham-dinh`. A calling step has only a title and what follows; all else belongs to the steps of the
    /// called workflow.
    pub workflow: Option<Located<WorkflowId>>,
    /// The role that does it and answers for it (*chủ trì*).
    pub role: Option<Located<RoleId>>,
    /// Roles that cooperate (*phối hợp*).
    pub cooperating: Vec<Located<RoleId>>,
    /// Roles that are informed (*nhận để biết*).
    pub informed: Vec<Located<RoleId>>,
    /// The unit where it is done; if absent, the unit that has the case.
    pub unit: Option<Located<UnitId>>,
    /// To whom it goes by content; the first route that applies.
    pub route: Vec<RouteSpec>,
    /// Working time that it may take (*định mức thời gian của bước*).
    pub budget: Option<Budget>,
    /// The step or steps that follow.
    pub next: Located<NextSpec>,
    /// How many incoming flows it waits for.
    #[shape(default)]
    pub join: Join,
    /// Steps whose doers must not do this one (*bốn mắt*). A calling step means all steps that it brought; a single one
    /// is named as `thu-ly#tham-dinh`.
    #[shape(default = OneOrMany(Vec::new()))]
    pub not_by: OneOrMany<Located<StepId>>,
    /// Whom it waits for; nobody of the office is charged with that time.
    pub waits_for: Option<WaitsFor>,
    /// The role that ends a step which waits for somebody outside; if absent, any role of the workflow. Whom the step
    /// waits for may always end it.
    pub ended_by: Option<Located<RoleId>>,
    /// How it changes the clock of the case.
    #[shape(default)]
    pub clock: StepClock,
    /// Whether it requests a supplement, which may be done only once. By default, a step does that waits for the
    /// citizen while the clock is not running.
    pub supplement: Option<bool>,
    /// What it means if nobody acts until its budget is used up.
    pub on_silence: Option<Silence>,
    /// The product that it must produce (*sản phẩm*).
    pub product: Option<String>,
    /// The outcomes that it may have; if empty, none is required.
    pub outcomes: Vec<String>,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// Permission to use a workflow whose soundness is undecided.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct AssumeSound {
    /// The reason why it is assumed to be sound.
    pub reason: String,
}

/// A workflow (*quy trình nội bộ*): `workflows.<id>`.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct WorkflowSpec {
    /// The name shown to people (*tên quy trình*).
    pub title: Option<Text>,
    /// The days on which it is in force.
    #[shape(default)]
    pub in_force: InForce,
    /// The first step; if absent, the one that is written first.
    pub start: Option<Located<StepId>>,
    /// The steps (*các bước*), in order.
    pub steps: IndexMap<StepId, Located<StepSpec>>,
    /// Permission to use it although its soundness is undecided.
    pub assume_sound: Option<AssumeSound>,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

impl WorkflowSpec {
    /// What says which step follows which: if that was not read, nothing can be said of the workflow as a whole. The
    /// steps may be those of several workflows.
    pub(super) fn flows(&self) -> Vec<Cause> {
        let workflows: BTreeSet<&str> = self
            .steps
            .values()
            .filter_map(|step| step.place.pointer.as_deref()?.rsplit_once("/steps/"))
            .map(|(id, _)| id)
            .collect();
        let parts = ["start", "steps/*/next", "steps/*/join", "steps/*/workflow"];
        workflows.iter().flat_map(|id| parts.map(|part| Cause::Unread(format!("{id}/{part}")))).collect()
    }

    /// The same workflow without some steps.
    pub(crate) fn without(&self, gone: &dyn Fn(&StepId) -> bool) -> Self {
        let mut rest = self.clone();
        rest.steps.retain(|step, _| !gone(step));
        for step in rest.steps.values_mut() {
            step.value.not_by.0.retain(|other| !gone(&other.value));
        }
        rest
    }

    /// The same steps without those who do them.
    pub(super) fn drawing(&self) -> Self {
        let mut drawn = self.clone();
        for step in drawn.steps.values_mut().map(|step| &mut step.value) {
            (step.role, step.unit, step.ended_by) = (None, None, None);
            (step.cooperating, step.informed, step.route) = (Vec::new(), Vec::new(), Vec::new());
            step.not_by = OneOrMany(Vec::new());
        }
        drawn
    }
}

/// The names that conditions may use: the data of the case.
pub(super) fn scope() -> Scope<'static> {
    Scope { data: &["d"], library: Library::STANDARD, limits: Limits::default() }
}

/// One way out of a split.
#[derive(Clone, Debug)]
pub struct BranchSpec {
    /// The step that follows, or `end`.
    pub to: Located<String>,
    /// The condition, as a rule or its text, over the case's data `d`.
    pub when: Option<(Located<Node>, Option<Condition>)>,
    /// Whether it is taken if no condition holds. In an inclusive split such a branch may have a condition too: it is
    /// taken if its condition holds, and if none does.
    pub otherwise: bool,
    /// What people read at the flow, such as `Đồng ý` (*tên nhánh*).
    pub title: Option<Text>,
}

/// What follows a step.
#[derive(Clone, Debug)]
pub enum NextSpec {
    /// One step, or `end`.
    Step(Located<String>),
    /// Exactly one of several (exclusive gateway): the first whose condition holds.
    OneOf(Vec<BranchSpec>),
    /// All of several (parallel gateway).
    AllOf(Vec<BranchSpec>),
    /// At least one of several (inclusive gateway): each whose condition holds.
    SomeOf(Vec<BranchSpec>),
}

deserialize_shapes!(BranchSpec);

impl Shape for BranchSpec {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        if let Value::Text(_) = at.node.value {
            let to = Located::read(at, faults)?;
            return Some(Self { to, when: None, otherwise: false, title: None });
        }
        at.fields(&["to", "when", "else", "title"], faults)?;
        let to = at.field("to", None, faults);
        let when = match at.get("when") {
            None => Some(None),
            Some(here) => {
                let condition = Condition::read(&here, scope(), faults);
                Located::read(&here, faults).map(|written| Some((written, condition)))
            }
        };
        let otherwise = at.field("else", Some(false), faults);
        let title = at.field("title", None, faults);
        Some(Self { to: to?, when: when?, otherwise: otherwise?, title: title? })
    }
}

impl Serialize for BranchSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("to", &self.to)?;
        if let Some((when, _)) = &self.when {
            map.serialize_entry("when", when)?;
        }
        if self.otherwise {
            map.serialize_entry("else", &true)?;
        }
        if let Some(title) = &self.title {
            map.serialize_entry("title", title)?;
        }
        map.end()
    }
}

deserialize_shapes!(NextSpec);

impl Shape for NextSpec {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        if let Value::Text(_) = at.node.value {
            return Located::read(at, faults).map(Self::Step);
        }
        let kinds = ["one_of", "all_of", "some_of"];
        at.fields(&kinds, faults)?;
        let mut given = kinds.into_iter().filter(|kind| at.get(kind).is_some());
        let (Some(kind), None) = (given.next(), given.next()) else {
            faults.push(at.fault(Code::OneSplit));
            return None;
        };
        let branches: Vec<BranchSpec> = at.field(kind, None, faults)?;
        if branches.len() < 2 {
            faults.push(at.fault_of_whole(Code::SplitOfOne).with("kind", kind));
        }
        Some(match kind {
            "one_of" => Self::OneOf(branches),
            "all_of" => Self::AllOf(branches),
            _ => Self::SomeOf(branches),
        })
    }

    fn placeholder() -> Option<Self> {
        Some(Self::Step(Located { value: END.to_owned(), place: Place::default() }))
    }
}

impl Serialize for NextSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kind, branches) = match self {
            Self::Step(to) => return to.serialize(serializer),
            Self::OneOf(branches) => ("one_of", branches),
            Self::AllOf(branches) => ("all_of", branches),
            Self::SomeOf(branches) => ("some_of", branches),
        };
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(kind, branches)?;
        map.end()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for BranchSpec {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "BranchSpec".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (when, title) = (generator.subschema_for::<Node>(), generator.subschema_for::<Option<Text>>());
        schemars::json_schema!({"anyOf": [
            {"type": "string", "description": "The step that follows, or `end`"},
            {"type": "object", "required": ["to"], "additionalProperties": false, "properties": {
                "to": {"type": "string", "description": "The step that follows, or `end`"},
                "when": when,
                "else": {"type": "boolean", "description": "Taken when no condition holds; in `some_of` beside a condition too"},
                "title": title,
            }},
        ]})
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for NextSpec {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NextSpec".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let branch = generator.subschema_for::<BranchSpec>();
        let split = |kind: &str, doc: &str| {
            serde_json::json!({"type": "object", "required": [kind], "additionalProperties": false, "properties": {
                kind: {"type": "array", "items": branch, "minItems": 2, "description": doc},
            }})
        };
        schemars::json_schema!({"anyOf": [
            {"type": "string", "description": "The step that follows, or `end`"},
            split("one_of", "Exactly one: the first whose condition holds"),
            split("all_of", "All of them"),
            split("some_of", "Each whose condition holds, at least one"),
        ]})
    }
}
