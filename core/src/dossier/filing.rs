//! What a citizen files.

use crate::base::error::Error;
use crate::base::ids::{ComponentId, ProcedureId};
use crate::base::shape::{Shape, Term};
use crate::base::time::{Date, Stamp, Zone};
use crate::base::value::{Map, Node, Value, parse_json};
use indexmap::IndexMap;
use serde::Serialize;

/// The ways of filing that the forms of the desk and the shipped rules know.
pub(super) const CHANNELS: [&str; 3] = ["desk", "online", "post"];

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

/// How a paper is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Signed {
    /// Not at all.
    #[default]
    #[term("none")]
    None,
    /// By hand (*ký tay*); a digital signature does as well (Law on Electronic Transactions).
    #[term("hand")]
    Hand,
    /// Digitally (*ký số*).
    #[term("electronic")]
    Electronic,
}

/// What a database said when it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum DataAnswer {
    /// It gave what the paper would have shown.
    #[term("answered")]
    Answered,
    /// It knows nothing, or something else than the citizen says.
    #[term("wrong")]
    Wrong,
    /// It could not be reached.
    #[term("down")]
    Down,
}

/// A component as it was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Submitted {
    /// Which component.
    pub id: ComponentId,
    /// In which form.
    #[shape(default = PaperForm::Electronic)]
    pub form: PaperForm,
    /// How many.
    #[shape(default = 1)]
    pub count: u32,
    /// How it is signed.
    #[shape(default)]
    pub signed: Signed,
    /// The day of its issue.
    pub issued: Option<Date>,
}

/// A dossier (*hồ sơ*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct Dossier {
    /// For which procedure.
    pub procedure: ProcedureId,
    /// By which channel: `desk`, `online`, `post`.
    pub channel: Option<String>,
    /// When it was handed in; rules read the day in the offset in which it stands here, which [`Dossier::seen_in`]
    /// makes that of the office.
    pub submitted: Option<Stamp>,
    /// The form as filled in.
    #[shape(default = Node::from(Value::Map(Map::default())))]
    pub form: Node,
    /// The papers.
    pub components: Vec<Submitted>,
    /// What the databases said that were asked, by their names.
    pub data: IndexMap<String, DataAnswer>,
}

impl Dossier {
    /// A dossier for a procedure, nothing of it filled in; name the rest by struct update.
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

    /// The same dossier with its times as a clock of the zone shows them: a day is that of the office, and not that of
    /// whoever sent the dossier.
    #[must_use]
    pub fn seen_in(self, zone: &Zone) -> Self {
        Self { submitted: self.submitted.map(|stamp| zone.stamp(stamp.at)), ..self }
    }

    /// The day on which it was handed in, as the stamp shows it.
    pub fn submitted_on(&self) -> Option<Date> {
        self.submitted.map(|stamp| Zone::fixed(stamp.offset).date_of(stamp.at))
    }
}
