//! Procedures as a rulebook writes them.

use super::filing::{Dossier, PaperForm, Signed};
use super::layout::LayoutSpec;
use crate::base::error::Faults;
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
    /// They continue under the new version.
    #[term("switch")]
    Switch,
    /// They start again under the new version.
    #[term("restart")]
    Restart,
}

/// Whether a component is required (*bắt buộc, có điều kiện, một trong nhóm*).
#[derive(Clone, Debug, Default, Packed)]
pub enum Need {
    /// Always required.
    #[default]
    Required,
    /// Required if a condition holds.
    When(Node),
    /// One component of a group is required; with a condition, only if it holds.
    OneOf {
        /// The group.
        group: String,
        /// The condition.
        when: Option<Node>,
    },
    /// Never required, but accepted.
    Optional,
}

impl Need {
    /// The condition, if there is one.
    pub fn condition(&self) -> Option<&Node> {
        match self {
            Self::When(when) => Some(when),
            Self::OneOf { when, .. } => when.as_ref(),
            Self::Required | Self::Optional => None,
        }
    }

    /// The group of which one component is required.
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
                at.missing_field("when", faults);
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
    /// Its identifier within the procedure.
    pub id: ComponentId,
    /// Its title.
    pub title: Text,
    /// Whether it is required.
    #[shape(default = Need::Required)]
    pub need: Need,
    /// The number of copies, in any form.
    #[shape(default = 1)]
    pub count: u32,
    /// The number of originals among them; a digitally signed document counts as an original.
    #[shape(default = 0)]
    pub original: u32,
    /// The accepted forms; any, if none is listed.
    pub form: OneOrMany<PaperForm>,
    /// The required signature.
    #[shape(default)]
    pub signed: Signed,
    /// Who has to sign it.
    pub by: Option<Text>,
    /// The database whose answer replaces the paper (*khai thác từ cơ sở dữ liệu*); without an answer the paper is
    /// required.
    pub unless_data: Option<String>,
    /// The stage from which it is required: a paper that is only shown at the desk is not missing before.
    #[shape(default)]
    pub stage: Stage,
    /// The months after its issue for which it is accepted, the last day included; a paper without a date of issue is
    /// pending.
    pub valid_months: Option<u32>,
    /// The days on which it is required.
    #[shape(default)]
    pub in_force: InForce,
    /// The legal basis (*căn cứ*).
    pub source: OneOrMany<Source>,
}

/// A tier of a fee that depends on the quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Shape, Packed)]
pub struct FeeTier {
    /// The first unit of the tier, from 1: 3 means from the third page on.
    pub from: u32,
    /// The amount for each unit, in đồng.
    pub amount: i64,
}

/// A fee (*phí, lệ phí*), in đồng.
#[derive(Clone, Debug, Serialize, Shape, Packed)]
pub struct FeeSpec {
    /// What the fee is for.
    pub title: Text,
    /// The filing channels to which it applies; all, if none is listed (`desk`, `online`, `post`).
    pub channel: OneOrMany<String>,
    /// The amount, or the amount for each unit. `None` if the provincial people's council sets it.
    pub amount: Option<i64>,
    /// The quantity, as an expression on the form; by default 1.
    #[packed(derived)]
    pub quantity: Option<Node>,
    /// Different amounts from some unit on.
    pub tiers: Vec<FeeTier>,
    /// The maximum of the fee.
    pub cap: Option<i64>,
    /// The condition under which it is charged.
    #[packed(derived)]
    pub when: Option<Node>,
    /// Who is exempt (*đối tượng miễn*).
    pub exempt: Vec<Text>,
    /// The days on which it is charged.
    #[shape(default)]
    pub in_force: InForce,
    /// The legal basis (*căn cứ*).
    pub source: OneOrMany<Source>,
}

/// The level of online service of a procedure (*mức độ trực tuyến*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum OnlineLevel {
    /// Fully online, from filing to result (*toàn trình*).
    #[term("full")]
    Full,
    /// Partly online (*một phần*).
    #[term("part")]
    Part,
    /// Not online.
    #[term("none")]
    None,
}

/// The level of online service in a period.
#[derive(Clone, Debug, Packed, Serialize, Shape)]
pub struct OnlineSpec {
    /// The level.
    pub level: OnlineLevel,
    /// The period.
    #[shape(default)]
    pub in_force: InForce,
    /// The legal basis (*căn cứ*).
    pub source: OneOrMany<Source>,
}

/// A result that the citizen receives (*kết quả*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ResultSpec {
    /// Its title.
    pub title: Text,
    /// The number of copies.
    #[shape(default = 1)]
    pub copies: u32,
    /// The form in which it is issued.
    pub form: OneOrMany<PaperForm>,
}

/// Who may file (*đối tượng thực hiện*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ApplicantSpec {
    /// Who may file.
    pub who: Text,
    /// Who may not.
    pub unless: Vec<Text>,
    /// The legal basis (*căn cứ*).
    pub source: OneOrMany<Source>,
}

/// The fields of the form for the applicant, as JSON pointers (*người nộp hồ sơ*).
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

/// An example with the expected answer; every lint runs it.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ExampleSpec {
    /// The instant of acceptance.
    pub accepted: Option<Stamp>,
    /// The filing channel.
    pub channel: Option<String>,
    /// The factors, such as `complex` or `remote`.
    pub factors: Vec<String>,
    /// The form data.
    pub form: Option<Node>,
    /// The limit: that of the result, or that of taking up the matter (`accepted` is then the receipt).
    #[shape(default)]
    pub of: LimitOf,
    /// The expected due instant.
    pub due: Option<Stamp>,
    /// The expected last day.
    pub last_day: Option<Date>,
    /// The dossier to be checked.
    pub dossier: Option<Dossier>,
    /// The day of the check; by default the day of `accepted`.
    pub at: Option<Date>,
    /// The stage of the check.
    #[shape(default)]
    pub stage: Stage,
    /// Whether the dossier is expected to be ready.
    pub ready: Option<bool>,
    /// Remarks that are expected at least: the rule or code, a space, the pointer.
    pub remarks: Vec<String>,
}

/// A procedure (*thủ tục hành chính*) in one of its versions.
#[derive(Clone, Debug, Serialize, Shape, Packed)]
pub struct ProcedureSpec {
    /// The days on which the version is in force (*hiệu lực*).
    #[shape(default)]
    pub in_force: InForce,
    /// Copies the version of this procedure that begins on that day, or another procedure of the office by its code; the
    /// fields given here replace its fields. With `in_force`, it is the version in force on the first day; without, every
    /// version with its days.
    #[packed(derived)]
    pub like: Option<Located<String>>,
    /// What happens to open cases when this version comes into force.
    #[shape(default)]
    #[packed(derived)]
    pub open_cases: OpenCases,
    /// Its title.
    pub title: Text,
    /// The field of administration (*lĩnh vực*).
    #[packed(derived)]
    pub field: Option<Text>,
    /// The time limits (*thời hạn giải quyết*).
    #[packed(derived)]
    pub limit: Option<LimitSpec>,
    /// The components of the dossier (*thành phần hồ sơ*).
    pub components: Vec<ComponentSpec>,
    /// The form, as a schema.
    #[packed(derived)]
    pub form: Option<Node>,
    /// How the form is laid out: its groups, and when fields are shown.
    #[packed(derived)]
    pub layout: Option<LayoutSpec>,
    /// The rules.
    #[packed(derived)]
    pub rules: Vec<RuleSpec>,
    /// The fees (*phí, lệ phí*).
    pub fee: Vec<FeeSpec>,
    /// The levels of online service, by period. While it is `none`, a dossier cannot be filed online.
    pub online: Vec<OnlineSpec>,
    /// Who may file.
    #[packed(derived)]
    pub applicant: Vec<ApplicantSpec>,
    /// The fields of the form for the applicant, for receipts and requests.
    #[packed(derived)]
    pub filer: Option<FilerSpec>,
    /// The places of filing (*nơi tiếp nhận*).
    #[packed(derived = OneOrMany(Vec::new()))]
    pub file_at: OneOrMany<Text>,
    /// The deciding authority (*cơ quan thực hiện*).
    #[packed(derived)]
    pub solved_by: Option<Text>,
    /// The unit of this office that decides.
    #[packed(derived)]
    pub unit: Option<UnitId>,
    /// The results (*kết quả*).
    #[packed(derived)]
    pub result: Vec<ResultSpec>,
    /// The workflow (*quy trình*).
    #[packed(derived)]
    pub workflow: Option<WorkflowId>,
    /// Examples with expected answers; every lint runs them.
    #[packed(derived)]
    pub examples: Vec<ExampleSpec>,
    /// The legal basis (*căn cứ*).
    #[packed(derived)]
    pub sources: Vec<Source>,
    /// Limits on the size and work of rules.
    #[shape(default)]
    pub limits: Limits,
}
