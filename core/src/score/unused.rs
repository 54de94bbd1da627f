//! Inputs that had no effect: nothing that somebody decided is dropped without a word.

use super::card::{Card, UnusedInput};
use super::excuses::Outcome;
use super::inputs::{ExcuseInput, FailureInput, Inputs};
use super::spec::{ItemKind, PolicySpec};
use super::worth::{Evidence, is_item_of};
use crate::base::ids::OfficerId;
use crate::base::text::Text;
use crate::base::value::push_token;
use crate::replay::Item;
use std::collections::BTreeMap;

/// The inputs that no card of the period used, in the order in which they were given.
pub(super) fn unused(
    spec: &PolicySpec,
    inputs: &Inputs,
    officers: &BTreeMap<OfficerId, Vec<&Item>>,
    cards: &[Card],
    evidence: &Evidence<'_>,
) -> Vec<UnusedInput> {
    let unused = |pointer: String, text: Text| UnusedInput { pointer, text };
    let mut list = Vec::new();
    for (index, name) in inputs.reviewed.iter().enumerate() {
        if !cards.iter().any(|card| card.components.iter().any(|component| component.id == *name)) {
            let text = Text::new(
                format!("không ai có việc đã xong trong kỳ để đánh giá theo «{name}»"),
                format!("nobody has work done in the period that `{name}` could assess"),
            );
            list.push(unused(format!("/inputs/reviewed/{index}"), text));
        }
    }
    for (index, failure) in inputs.failures.iter().enumerate() {
        let is_met = |(one, met): &(&FailureInput, std::cell::Cell<bool>)| std::ptr::eq(*one, failure) && met.get();
        if !evidence.failures.iter().any(is_met) {
            list.push(unused(format!("/inputs/failures/{index}"), why_no_failure(spec, inputs, officers, failure)));
        }
    }
    for (index, (excuse, outcome)) in evidence.excuses.outcomes().enumerate() {
        let text = match outcome {
            Outcome::Used => continue,
            Outcome::TooEarly => why_too_early(excuse),
            Outcome::Unused => why_no_excuse(officers, excuse),
        };
        list.push(unused(format!("/inputs/excused/{index}"), text));
    }
    let overrides = inputs.overrides.iter().enumerate();
    let overrides = overrides.map(|(index, decided)| (format!("/inputs/overrides/{index}"), &decided.officer));
    let groups = inputs.groups.keys().map(|officer| {
        let mut pointer = "/inputs/groups".to_owned();
        push_token(&mut pointer, officer.as_str());
        (pointer, officer)
    });
    for (pointer, officer) in overrides.chain(groups).filter(|(_, officer)| !officers.contains_key(*officer)) {
        list.push(unused(pointer, no_card(officer)));
    }
    for (index, unit) in inputs.outstanding.iter().enumerate() {
        let text = if spec.caps.iter().all(|cap| cap.outstanding.is_none()) {
            Text::new(
                format!("quy chế không có tỷ lệ riêng cho đơn vị tiêu biểu, nên «{unit}» không được tính khác"),
                format!("the policy has no other rate for an outstanding unit, so `{unit}` counts like any"),
            )
        } else if cards.iter().all(|card| card.unit.as_ref() != Some(unit)) {
            Text::new(
                format!("trong kỳ không có phiếu điểm nào của đơn vị «{unit}»"),
                format!("no card of the period is of the unit `{unit}`"),
            )
        } else {
            continue;
        };
        list.push(unused(format!("/inputs/outstanding/{index}"), text));
    }
    list
}

fn no_card(officer: &OfficerId) -> Text {
    Text::new(
        format!("«{officer}» không có việc nào trong kỳ và không được chấm điểm"),
        format!("`{officer}` has no item in the period and was given no points"),
    )
}

fn why_no_failure(
    spec: &PolicySpec,
    inputs: &Inputs,
    officers: &BTreeMap<OfficerId, Vec<&Item>>,
    failure: &FailureInput,
) -> Text {
    let FailureInput { officer, component, case_id, step, .. } = failure;
    if !inputs.reviewed.contains(component) {
        return Text::new(
            format!("«{component}» không có trong reviewed, nên không đánh giá theo tiêu chí này"),
            format!("`{component}` is not listed in `reviewed`, so it is not assessed"),
        );
    }
    match (spec.item, step) {
        (ItemKind::Step, None) => Text::new(
            format!("quy chế tính từng bước: cần nêu bước của hồ sơ «{case_id}» không đạt"),
            format!("the policy counts steps: name the step of the case `{case_id}` that failed"),
        ),
        (ItemKind::Case, Some(step)) => Text::new(
            format!("quy chế tính cả hồ sơ: bỏ bước «{step}» của hồ sơ «{case_id}»"),
            format!("the policy counts whole cases: leave out the step `{step}` of the case `{case_id}`"),
        ),
        _ if officers.get(officer).into_iter().flatten().any(|item| is_item_of(failure, item)) => Text::new(
            format!("việc của «{officer}» ở hồ sơ «{case_id}» chưa xong, nên chưa đánh giá chất lượng"),
            format!("the work of `{officer}` on the case `{case_id}` is not done, so its quality is not assessed"),
        ),
        _ => no_item(officer, case_id.as_str(), step.as_ref().map(|step| step.as_str())),
    }
}

fn no_item(officer: &OfficerId, case: &str, step: Option<&str>) -> Text {
    let (vi, en) =
        step.map(|step| (format!("bước «{step}» của "), format!("the step `{step}` of "))).unwrap_or_default();
    Text::new(
        format!("trong kỳ «{officer}» không có việc nào ở {vi}hồ sơ «{case}»"),
        format!("in the period `{officer}` has no item at {en}the case `{case}`"),
    )
}

fn why_too_early(excuse: &ExcuseInput) -> Text {
    let (vi, en) = match (&excuse.case_id, &excuse.finding) {
        (Some(case), _) => (format!("việc ở hồ sơ «{case}»"), format!("the work on the case `{case}`")),
        (None, finding) => {
            let finding = finding.as_ref().map_or("", |finding| finding.as_str());
            (format!("việc nêu trong phát hiện «{finding}»"), format!("what the finding `{finding}` is about"))
        }
    };
    Text::new(format!("nguyên nhân bắt đầu sau khi {vi} đã xong"), format!("the cause began after {en} was over"))
}

fn why_no_excuse(officers: &BTreeMap<OfficerId, Vec<&Item>>, excuse: &ExcuseInput) -> Text {
    let (who_vi, who_en) = match &excuse.officer {
        Some(officer) => (format!("«{officer}» không"), format!("`{officer}` loses no points")),
        None => ("không ai".to_owned(), "nobody loses points".to_owned()),
    };
    let Some(case) = &excuse.case_id else {
        let finding = excuse.finding.as_ref().map_or("", |finding| finding.as_str());
        return Text::new(
            format!(
                "trong kỳ {who_vi} bị trừ điểm vì phát hiện «{finding}»: phát hiện thuộc kỳ khác, không còn nữa, hoặc quy chế \
                 không trừ điểm vì nó"
            ),
            format!(
                "in the period {who_en} for the finding `{finding}`: it belongs to another period, is found no longer, or the \
                 policy deducts nothing for it"
            ),
        );
    };
    let has_item = |items: &Vec<&Item>| items.iter().any(|item| item.case_id == *case);
    match &excuse.officer {
        _ if !officers.values().any(has_item) => Text::new(
            format!("hồ sơ «{case}» không có việc nào tính vào kỳ này"),
            format!("the case `{case}` has no item that counts for this period"),
        ),
        Some(officer) if !officers.get(officer).is_some_and(has_item) => no_item(officer, case.as_str(), None),
        _ => Text::new(
            format!("trong kỳ {who_vi} bị trừ điểm nào ở hồ sơ «{case}» mà nguyên nhân này có thể miễn"),
            format!("in the period {who_en} in the case `{case}` that this cause could excuse"),
        ),
    }
}
