//! The schema of an event's data: what the library itself reads, with its meaning.

use crate::base::ids::{OfficerId, ProcedureId, StepId, WorkflowId};
use crate::base::time::Stamp;
use crate::deadline::{Limit, When};
use crate::document::{Kind, Prefix};
use crate::people::Secrecy;

/// The data of an event (*dữ liệu của sự kiện*). The names listed here have a meaning of their own; whatever has another
/// name is data of the case, on which the conditions of its workflow and of its limits decide (`d.…`), and which only
/// `receive`, `accept`, `complete` and declared acts may bring. Of the names listed here, `factors`, `next` and `outcome`
/// become data of the case too; the others describe the act and do not.
#[derive(schemars::JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
pub(crate) struct EventData {
    /// Why (*lý do*): required by `return`, `stop`, `reopen`, `recall`, and by acts that declare `reason`. Of `suspend`
    /// and `resume` it is the name of the suspension: several may overlap, and each ends by its own name.
    pub reason: Option<String>,
    /// The step to which `return` sends the case back; without it, the step before.
    pub to: Option<StepId>,
    /// By how much `extend` and `apologise` move the due.
    pub by: Option<Limit>,
    /// The new due of `extend` and `apologise`, instead of `by`.
    pub until: Option<When>,
    /// Whether `extend` moves the due by which lateness is judged (*gia hạn theo luật*), which is assumed; `false` for a
    /// new date beside the first one (*hẹn lại*).
    pub lawful: Option<bool>,
    /// The due that a leader sets with `assign` or `forward` (*hạn theo bút phê*).
    pub due: Option<Stamp>,
    /// Officers who cooperate in the assigned step (*phối hợp*).
    pub cooperating: Option<Vec<OfficerId>>,
    /// Officers who are informed of the assigned step (*nhận để biết*).
    pub informed: Option<Vec<OfficerId>>,
    /// The prefixes of the signature of `sign`, such as `KT.`, whose power is checked.
    pub prefixes: Option<Vec<Prefix>>,
    /// The kind of the document that is signed.
    pub kind: Option<Kind>,
    /// The procedure of the case; with the first event.
    pub procedure: Option<ProcedureId>,
    /// The workflow of the case, if its procedure names none; with the first event.
    pub workflow: Option<WorkflowId>,
    /// The channel by which the dossier came; with the first event.
    pub channel: Option<String>,
    /// The secrecy of the case (*độ mật*); with the first event. An unknown grade counts as the highest.
    pub secrecy: Option<Secrecy>,
    /// Reserved: what `on_silence` of a step decides when a program completes it.
    pub silence: Option<String>,
    /// What makes the limits of the case longer, by the names in `limit.factors`: a list, or one text separated by commas.
    pub factors: Option<Vec<String>>,
    /// The outcome of `complete`, one of the `outcomes` of the step.
    pub outcome: Option<String>,
    /// The flow that is taken, by its identifier, where an imported BPMN gateway had no conditions.
    pub next: Option<String>,
}

#[cfg(test)]
#[test]
fn every_reserved_name_has_a_meaning() {
    let schema = schemars::schema_for!(EventData).to_value();
    let named: std::collections::BTreeSet<&str> =
        schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    let reserved = super::data::OWN.iter().copied().chain(["factors", "outcome", "next"]).collect();
    assert_eq!(named, reserved);
}
