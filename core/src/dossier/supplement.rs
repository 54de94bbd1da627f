//! The one request that lists all gaps (*yêu cầu bổ sung, hoàn thiện hồ sơ*).

use super::filing::Dossier;
use super::procedure::Procedure;
use crate::base::ids::{ProcedureId, RuleId};
use crate::base::text::Text;
use crate::base::value::push_token;
use crate::deadline::{Limit, SupplementEnd};
use crate::rule::{Read, Remark, Severity, Stage, Verdict, is_filled};
use serde::Serialize;

/// A supplement request. The law requires all requests in one notice (Decree 168/2025 art. 32); a second one is a
/// finding against the officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Supplement {
    /// The procedure.
    pub procedure: ProcedureId,
    /// Papers that are missing or have faults.
    pub components: Vec<Remark>,
    /// Fields of the form to be corrected.
    pub form: Vec<Remark>,
    /// The time limit for the citizen.
    pub window: Option<Limit>,
    /// What happens after the limit.
    pub then: Option<SupplementEnd>,
    /// Whether a further request is allowed after the given number of earlier ones.
    pub allowed: bool,
}

/// Collects the faults and the pending fields of a verdict in one request; `None` if the dossier is ready. `earlier` is
/// the number of requests made before.
pub(crate) fn supplement(
    procedure: &Procedure,
    dossier: &Dossier,
    verdict: &Verdict,
    earlier: u32,
) -> Option<Supplement> {
    if verdict.ready {
        return None;
    }
    let gap = |remark: &&Remark| remark.severity == Severity::Error || remark.code == "component_undated";
    let mut gaps: Vec<_> = verdict.remarks.iter().filter(gap).cloned().collect();
    let mut waiting: Vec<&RuleId> = verdict.pending.iter().collect();
    waiting.extend(verdict.undetermined.iter().map(|one| &one.rule));
    // A rule that is pending for a place already listed needs no line of its own.
    let listed = |id: &RuleId| {
        let of_paper = |remark: &Remark| remark.property.as_deref() == Some(id.as_str());
        gaps.iter().any(|remark| remark.code.starts_with("component_") && of_paper(remark))
            || !gaps.is_empty()
                && blank(procedure, dossier, id).iter().all(|(place, _)| gaps.iter().any(|gap| is_at(gap, place)))
    };
    let open: Vec<_> = waiting.into_iter().filter(|id| !listed(id)).map(|id| awaited(procedure, dossier, id)).collect();
    gaps.extend(open);
    let (components, form): (Vec<_>, Vec<_>) = gaps.into_iter().partition(|gap| gap.code.starts_with("component_"));
    let rule = procedure.limit().and_then(|limit| limit.supplement.as_ref());
    Some(Supplement {
        procedure: procedure.id().clone(),
        components,
        form,
        window: rule.and_then(|rule| rule.window.clone()),
        then: rule.map(|rule| rule.then),
        allowed: earlier < rule.map_or(1, |rule| rule.times),
    })
}

/// Whether a remark is about a place of the form.
fn is_at(remark: &Remark, place: &str) -> bool {
    let mut own = remark.pointer.clone();
    remark.property.iter().for_each(|property| push_token(&mut own, property));
    place == own || place.strip_prefix(&own).is_some_and(|rest| rest.starts_with('/'))
}

/// What a rule or the condition of a component reads.
fn reads<'a>(procedure: &'a Procedure, id: &RuleId) -> &'a [Read] {
    let component = || {
        let index = procedure.components().iter().position(|spec| spec.id.as_str() == id.as_str())?;
        procedure.needs().get(index)?.as_ref().map(|(_, reads)| reads.as_slice())
    };
    let rule = procedure.rules().get(id.as_str());
    rule.map(|rule| rule.reads()).or_else(component).unwrap_or_default()
}

/// The fields that it reads and that are not filled in, each with its title.
fn blank(procedure: &Procedure, dossier: &Dossier, id: &RuleId) -> Vec<(String, Text)> {
    let form = procedure.spec().form.as_ref();
    let field = |read: &Read| {
        let way: Option<Vec<&str>> = read.way.iter().map(Option::as_deref).collect();
        let way = way.filter(|way| read.is_of_form() && !way.is_empty())?;
        let mut pointer = String::new();
        way.iter().for_each(|token| push_token(&mut pointer, token));
        let filled = is_filled(dossier.form.at_pointer(&pointer));
        let titled = way.iter().try_fold(form?, |node, name| node.get("properties")?.get(name));
        let title = titled.and_then(|node| crate::base::shape::read(node.get("title")?).ok());
        (!filled).then(|| (pointer.clone(), title.unwrap_or_else(|| Text::same(way.join(".")))))
    };
    let mut found: Vec<(String, Text)> = reads(procedure, id).iter().filter_map(field).collect();
    found.dedup_by(|a, b| a.0 == b.0);
    found
}

/// A line for a pending rule, component or field.
fn awaited(procedure: &Procedure, dossier: &Dossier, id: &RuleId) -> Remark {
    let rule = procedure.rules().get(id.as_str()).map(|rule| rule.spec());
    let component = procedure.components().iter().find(|spec| spec.id.as_str() == id.as_str());
    let fields = blank(procedure, dossier, id);
    let (text, stage, source) = match (rule, component) {
        (Some(rule), _) => (
            Text::new(
                format!("Chưa đủ thông tin để xét: {}", rule.message.vi),
                format!("Not enough is known to judge: {}", rule.message.en),
            ),
            rule.stage,
            rule.source.0.clone(),
        ),
        (None, Some(spec)) => (
            Text::new(
                format!("Chưa đủ thông tin để xét có phải nộp {} hay không", spec.title.vi),
                format!("Not enough is known to judge whether this is due: {}", spec.title.en),
            ),
            spec.stage,
            spec.source.0.clone(),
        ),
        (None, None) => {
            (Text::new("Chưa xét được biểu mẫu", "The form could not be judged"), Stage::Filing, Vec::new())
        }
    };
    let names = Text::join(fields.iter().map(|(_, title)| title), ", ", ", ");
    Remark {
        code: "pending".to_owned(),
        severity: Severity::Error,
        stage,
        pointer: fields.first().map(|(pointer, _)| pointer.clone()).unwrap_or_default(),
        rule: rule.map(|_| id.clone()),
        property: None,
        text,
        source,
        remedy: (!fields.is_empty())
            .then(|| Text::new(format!("Khai: {}", names.vi), format!("Fill in: {}", names.en))),
    }
}
