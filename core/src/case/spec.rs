//! Acts that a rulebook declares in addition to the built-in ones.

use super::event::Effect;
use crate::base::ids::{RoleId, UnitId};
use crate::base::shape::Shape;
use crate::base::source::Source;
use crate::base::text::Text;
use serde::Serialize;

/// An act (*hành vi*): `acts.<name>`. Either a further name for an effect or, under the effect's own name, a rule on
/// who may do it.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct ActSpec {
    /// What the act does to the case.
    pub effect: Effect,
    /// The name shown to people (*tên hành vi*).
    pub title: Option<Text>,
    /// The role that may do it; if absent, the holder of the step, or a handler of the case.
    pub role: Option<RoleId>,
    /// The unit at which the role is needed; if absent, that of the case.
    pub unit: Option<UnitId>,
    /// Whether the act must give a reason, if its effect does not require one anyway.
    #[shape(default = false)]
    pub reason: bool,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}
