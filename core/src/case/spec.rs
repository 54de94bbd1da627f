//! Acts that a rulebook declares beside the built-in ones.

use super::event::Effect;
use crate::base::ids::{RoleId, UnitId};
use crate::base::shape::Shape;
use crate::base::source::Source;
use crate::base::text::Text;
use serde::Serialize;

/// An act (*hành vi*): `acts.<name>`. A name of its own for an effect, or, under the effect's own name, who may
/// do it.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct ActSpec {
    /// What it does to the case.
    pub effect: Effect,
    /// What people call it.
    pub title: Option<Text>,
    /// The role that may do it; without one, whoever the step or the case belongs to.
    pub role: Option<RoleId>,
    /// The unit at which the role is needed; without one, that of the case.
    pub unit: Option<UnitId>,
    /// Whether it must give a reason, where its effect does not ask for one anyway.
    #[shape(default = false)]
    pub reason: bool,
    /// Its legal basis.
    pub source: Option<Source>,
}
