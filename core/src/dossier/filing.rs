//! The dossier that a citizen files.

use crate::base::error::Error;
use crate::base::ids::{ComponentId, ProcedureId};
use crate::base::shape::{Shape, Term};
use crate::base::time::{Date, Stamp, Zone};
use crate::base::value::{Map, Node, Value, parse_json};
use indexmap::IndexMap;
use serde::Serialize;

/// The filing channels that the forms of the one-stop desk and the shipped rules use.
pub(super) const CHANNELS: [&str; 3] = ["desk", ONLINE, "post"];
pub(super) const ONLINE: &str = "online";

/// The form in which a paper is handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum PaperForm {
    /// The original, kept (*bản chính*).
    #[term("original")]
    Original,
    /// A certified copy, or one compared with the original (*bản sao*).
    #[term("copy")]
    Copy,
    /// An electronic document or data (*bản điện tử*).
    #[term("electronic")]
    Electronic,
    /// Shown and taken back (*xuất trình*).
    #[term("shown")]
    Shown,
}

/// The signature on a paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Signed {
    /// Not signed.
    #[default]
    #[term("none")]
    None,
    /// By hand (*ký tay*); a digital signature is accepted as well (Law on Electronic Transactions).
    #[term("hand")]
    Hand,
    /// Digitally (*ký số*).
    #[term("electronic")]
    Electronic,
}

/// The answer of a database (*khai thác dữ liệu*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum DataAnswer {
    /// It has the data that the paper would have shown.
    #[term("answered")]
    Answered,
    /// It has no data, or data that differ from what the citizen states.
    #[term("wrong")]
    Wrong,
    /// It could not be reached.
    #[term("down")]
    Down,
}

/// A component as it was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Submitted {
    /// The id of the component.
    pub id: ComponentId,
    /// The form in which it was handed in.
    #[shape(default = PaperForm::Electronic)]
    pub form: PaperForm,
    /// The number of copies.
    #[shape(default = 1)]
    pub count: u32,
    /// Its signature.
    #[shape(default)]
    pub signed: Signed,
    /// The date of issue (*ngày cấp*).
    pub issued: Option<Date>,
}

/// A dossier (*hồ sơ*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct Dossier {
    /// The code of the procedure.
    pub procedure: ProcedureId,
    /// The filing channel: `desk`, `online` or `post`.
    pub channel: Option<String>,
    /// When it was filed. Rules read the day in the offset of this stamp; [`Dossier::seen_in`] changes it to the offset
    /// of the office.
    pub submitted: Option<Stamp>,
    /// The form data.
    #[shape(default = Node::from(Value::Map(Map::default())))]
    pub form: Node,
    /// The papers.
    pub components: Vec<Submitted>,
    /// The answers of databases, by database name.
    pub data: IndexMap<String, DataAnswer>,
}

impl Dossier {
    /// An empty dossier for a procedure; give other fields by struct update syntax.
    pub fn new(procedure: impl Into<ProcedureId>) -> Self {
        Self {
            procedure: procedure.into(),
            channel: None,
            submitted: None,
            form: Node::from(Value::Map(Map::default())),
            components: Vec::new(),
            data: IndexMap::new(),
        }
    }

    /// The same dossier with its form as JSON text.
    ///
    /// # Errors
    /// Faults of the text.
    ///
    /// ```
    /// let dossier = namro::Dossier::new("1.001193").with_form(r#"{"hoTen": "Nguyễn Văn A"}"#).unwrap();
    /// assert!(dossier.form.get("hoTen").is_some());
    /// ```
    pub fn with_form(self, form: &str) -> Result<Self, Error> {
        Ok(Self { form: parse_json(form.as_bytes())?, ..self })
    }

    /// The same dossier with its times in the offset of a time zone, so that days are those of the office and not those
    /// of the sender.
    #[must_use]
    pub fn seen_in(self, zone: &Zone) -> Self {
        Self { submitted: self.submitted.map(|stamp| zone.stamp(stamp.at)), ..self }
    }

    /// The day of filing, in the offset of the stamp.
    pub fn submitted_on(&self) -> Option<Date> {
        self.submitted.map(|stamp| Zone::fixed(stamp.offset).date_of(stamp.at))
    }
}
