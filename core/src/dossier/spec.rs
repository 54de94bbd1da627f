//! Procedures as a rulebook writes them.

use super::filing::{Dossier, PaperForm, Signed};
use crate::base::error::{Code, Faults};
use crate::base::ids::{ComponentId, UnitId, WorkflowId};
use crate::base::packed::Packed;
use crate::base::shape::{Cursor, Located, OneOrMany, Shape, Term, deserialize_shapes};
use crate::base::source::{InForce, Source};
use crate::base::text::Text;
use crate::base::time::{Date, Stamp};
use crate::base::value::{Node, Value};
use crate::deadline::{LimitOf, LimitSpec};
use crate::rule::{Limits, RuleSpec, Stage};
use serde::Serialize;

/// What happens to open cases when a new version of a procedure comes into force (*chuyển tiếp*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum OpenCases {
    /// They finish under the version under which they were accepted.
    #[default]
    #[term("keep")]
    Keep,
    /// They go on under the new version.
    #[term("switch")]
    Switch,
    /// They begin anew under the new version.
    #[term("restart")]
    Restart,
}

/// Whether a component has to be there (*bắt buộc, có điều kiện, một trong nhóm*).
#[derive(Clone, Debug, Default, Packed)]
pub enum Need {
    /// Always.
    #[default]
    Required,
    /// Where a condition holds.
    When(Node),
    /// One of the components of a group; where a condition is given, only if it holds.
    OneOf {
        /// The group.
        group: String,
        /// The condition.
        when: Option<Node>,
    },
    /// Never, but it may be.
    Optional,
}

impl Need {
    /// The condition, where there is one.
    pub fn condition(&self) -> Option<&Node> {
        match self {
            Self::When(when) => Some(when),
            Self::OneOf { when, .. } => when.as_ref(),
            Self::Required | Self::Optional => None,
        }
    }

    /// The group of which one has to be there.
    pub fn group(&self) -> Option<&str> {
        match self {
            Self::OneOf { group, .. } => Some(group),
            Self::Required | Self::When(_) | Self::Optional => None,
        }
    }
}

deserialize_shapes!(Need);

impl Shape for Need {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        if let Value::Text(_) = at.node.value {
            let required = at.term(&[("required", true), ("optional", false)], faults)?;
            return Some(if required { Self::Required } else { Self::Optional });
        }
        at.fields(&["when", "one_of"], faults)?;
        let when: Option<Node> = at.field("when", None, faults)?;
        let group: Option<String> = at.field("one_of", None, faults)?;
        match (group, when) {
            (Some(group), when) => Some(Self::OneOf { group, when }),
            (None, Some(when)) => Some(Self::When(when)),
            (None, None) => {
                faults.push(at.fault(Code::MissingField).with("field", "when"));
                None
            }
        }
    }

    fn missing() -> Option<Self> {
        Some(Self::Required)
    }
}

impl Serialize for Need {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        match self {
            Self::Required => return serializer.serialize_str("required"),
            Self::Optional => return serializer.serialize_str("optional"),
            Self::When(_) | Self::OneOf { .. } => {}
        }
        let mut out = serializer.serialize_map(None)?;
        if let Some(group) = self.group() {
            out.serialize_entry("one_of", group)?;
        }
        if let Some(when) = self.condition() {
            out.serialize_entry("when", when)?;
        }
        out.end()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Need {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Need".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let when = generator.subschema_for::<Node>();
        schemars::json_schema!({
            "description": "Whether a component has to be there.",
            "oneOf": [
                {"enum": ["required", "optional"]},
                {"type": "object", "additionalProperties": false, "minProperties": 1,
                    "properties": {"when": when, "one_of": {"type": "string"}}},
            ],
        })
    }
}

/// A component of a dossier (*thành phần hồ sơ*).
#[derive(Clone, Debug, Serialize, Shape, Packed)]
pub struct ComponentSpec {
    /// Its name.
    pub id: ComponentId,
    /// What it is.
    pub title: Text,
    /// Whether it has to be there.
    #[shape(default = Need::Required)]
    pub need: Need,
    /// How many, in whatever form.
    #[shape(default = 1)]
    pub count: u32,
    /// How many of them in the original; a digitally signed document counts as one.
    #[shape(default = 0)]
    pub original: u32,
    /// The forms in which it is taken; any, where none is named.
    pub form: OneOrMany<PaperForm>,
    /// How it is signed.
    #[shape(default)]
    pub signed: Signed,
    /// Who signs it.
    pub by: Option<Text>,
    /// Not asked for where this database answers (*khai thác từ cơ sở dữ liệu*); where it does not, the paper is.
    pub unless_data: Option<String>,
    /// From which stage on it is asked for: what is only shown at the desk is not missed before.
    #[shape(default)]
    pub stage: Stage,
    /// For so many months after its issue it is taken, the last day included; one without a day is pending.
    pub valid_months: Option<u32>,
    /// The days on which it is asked for.
    #[shape(default)]
    pub in_force: InForce,
    /// Its legal basis.
    pub source: OneOrMany<Source>,
}

/// A step of a fee that falls or rises with the quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Shape, Packed)]
pub struct FeeTier {
    /// From this unit on (the third page, say).
    pub from: u32,
    /// So much for each unit, in đồng.
    pub amount: i64,
}

/// A fee (*phí, lệ phí*), in đồng.
#[derive(Clone, Debug, Serialize, Shape, Packed)]
pub struct FeeSpec {
    /// What is paid for.
    pub title: Text,
    /// Only for these channels of filing (`desk`, `online`, `post`).
    pub channel: OneOrMany<String>,
    /// The amount, or that of each unit. None where the provincial council sets it.
    pub amount: Option<i64>,
    /// How many units there are, as an expression on the form; one, where nothing is said.
    #[packed(derived)]
    pub quantity: Option<Node>,
    /// Other amounts from some unit on.
    pub tiers: Vec<FeeTier>,
    /// Never more than this.
    pub cap: Option<i64>,
    /// Only where this holds.
    #[packed(derived)]
    pub when: Option<Node>,
    /// Who does not pay.
    pub exempt: Vec<Text>,
    /// The days on which it is asked.
    #[shape(default)]
    pub in_force: InForce,
    /// Its legal basis.
    pub source: OneOrMany<Source>,
}

/// How far a procedure is open online (*mức độ trực tuyến*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum OnlineLevel {
    /// From filing to result (*toàn trình*).
    #[term("full")]
    Full,
    /// In part (*một phần*).
    #[term("part")]
    Part,
    /// Not at all.
    #[term("none")]
    None,
}

/// How far a procedure was open online, and when.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct OnlineSpec {
    /// How far.
    pub level: OnlineLevel,
    /// When.
    #[shape(default)]
    pub in_force: InForce,
    /// Its legal basis.
    pub source: OneOrMany<Source>,
}

/// What the citizen gets (*kết quả*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ResultSpec {
    /// What it is.
    pub title: Text,
    /// How many.
    #[shape(default = 1)]
    pub copies: u32,
    /// In which form.
    pub form: OneOrMany<PaperForm>,
}

/// Who may file (*đối tượng thực hiện*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ApplicantSpec {
    /// Who.
    pub who: Text,
    /// Except whom.
    pub unless: Vec<Text>,
    /// Its legal basis.
    pub source: OneOrMany<Source>,
}

/// Where the form names who files: JSON pointers into it (*người nộp hồ sơ*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct FilerSpec {
    /// The name.
    pub name: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// The telephone.
    pub phone: Option<String>,
    /// The e-mail.
    pub email: Option<String>,
}

/// What the author of a procedure expects of it; every lint runs it.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ExampleSpec {
    /// Accepted then …
    pub accepted: Option<Stamp>,
    /// … by this channel …
    pub channel: Option<String>,
    /// … with these factors (`complex`, `remote`) …
    pub factors: Vec<String>,
    /// … and with this in the form, …
    pub form: Option<Node>,
    /// … the result, or taking it up (`accepted` is then its receipt), …
    #[shape(default)]
    pub of: LimitOf,
    /// … it is due then,
    pub due: Option<Stamp>,
    /// or at least on this last day.
    pub last_day: Option<Date>,
    /// This dossier …
    pub dossier: Option<Dossier>,
    /// … as of this day (else the day of `accepted`) …
    pub at: Option<Date>,
    /// … for this stage …
    #[shape(default)]
    pub stage: Stage,
    /// … is ready or not,
    pub ready: Option<bool>,
    /// and has at least these remarks: the rule or the code, a blank, the pointer.
    pub remarks: Vec<String>,
}

/// A procedure (*thủ tục hành chính*) in one of its versions.
#[derive(Clone, Debug, Serialize, Shape, Packed)]
pub struct ProcedureSpec {
    /// The days on which it holds.
    #[shape(default)]
    pub in_force: InForce,
    /// Like the version of this procedure that begins on that day, in the same text, but for what is said here.
    #[packed(derived)]
    pub like: Option<Located<Date>>,
    /// What happens to open cases when this version comes into force.
    #[shape(default)]
    #[packed(derived)]
    pub open_cases: OpenCases,
    /// What it is called.
    pub title: Text,
    /// The field to which it belongs (*lĩnh vực*).
    #[packed(derived)]
    pub field: Option<Text>,
    /// How long it may take.
    #[packed(derived)]
    pub limit: Option<LimitSpec>,
    /// What has to be filed.
    pub components: Vec<ComponentSpec>,
    /// The form, as a schema.
    #[packed(derived)]
    pub form: Option<Node>,
    /// What has to hold.
    #[packed(derived)]
    pub rules: Vec<RuleSpec>,
    /// What has to be paid.
    pub fee: Vec<FeeSpec>,
    /// How far it is open online.
    #[packed(derived)]
    pub online: Vec<OnlineSpec>,
    /// Who may file.
    #[packed(derived)]
    pub applicant: Vec<ApplicantSpec>,
    /// Where the form names who files, for receipts and requests.
    #[packed(derived)]
    pub filer: Option<FilerSpec>,
    /// Where it may be filed.
    #[packed(derived = OneOrMany(Vec::new()))]
    pub file_at: OneOrMany<Text>,
    /// Who decides.
    #[packed(derived)]
    pub solved_by: Option<Text>,
    /// The unit of this office that decides.
    #[packed(derived)]
    pub unit: Option<UnitId>,
    /// What the citizen gets.
    #[packed(derived)]
    pub result: Vec<ResultSpec>,
    /// How it runs.
    #[packed(derived)]
    pub workflow: Option<WorkflowId>,
    /// What its author expects of it; every lint runs them.
    #[packed(derived)]
    pub examples: Vec<ExampleSpec>,
    /// Its legal basis.
    #[packed(derived)]
    pub sources: Vec<Source>,
    /// How large rules and what they read may be.
    #[shape(default)]
    pub limits: Limits,
}
