//! Scorecards: every officer in one line, the best and the worst in full.

use super::ReportInput;
use super::evidence::Evidence;
use super::names::Names;
use crate::base::Arrange;
use crate::base::ids::{FindingId, OfficerId};
use crate::base::text::Text;
use crate::render::model::{Bar, Cards, Loss, OfficerCard, Row};
use crate::render::number::{count, whole};
use crate::replay::finding::Finding;
use crate::score::{self, Card, Policy};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Number of best and worst officers whose cards are shown in full.
const BEST: usize = 4;
const WORST: usize = 8;
/// Number of losses shown on each card.
const LOSSES: usize = 8;

/// The scorecards of a period.
pub(super) fn cards(input: &ReportInput<'_>, names: &Names<'_>, evidence: &Evidence<'_>) -> Option<Cards> {
    let (cards, policy) = input.scores.filter(|(cards, _)| !cards.is_empty())?;
    let ranked = score::ranking(cards, policy);
    let by_officer: HashMap<&OfficerId, &Card> = cards.iter().map(|card| (&card.officer, card)).collect();
    let findings: HashMap<&FindingId, &Finding> =
        input.replay.findings.iter().map(|finding| (&finding.id, finding)).collect();
    let teller = Writer { policy, names, evidence, findings };
    let full = |ranked: &score::Ranked| by_officer.get(&ranked.officer).map(|card| teller.card(card, &ranked.reason));
    // Nobody is among the best and among the worst at the same time.
    let worst: Vec<OfficerCard> = ranked.iter().rev().take(WORST.min(ranked.len() / 2)).filter_map(full).collect();
    let best: Vec<OfficerCard> = ranked.iter().take(BEST.min(ranked.len().div_ceil(2))).filter_map(full).collect();
    let mut table: Vec<&Card> = ranked.iter().filter_map(|line| by_officer.get(&line.officer).copied()).collect();
    table.extend(cards.iter().filter(|card| !ranked.iter().any(|line| line.officer == card.officer)));
    let first = cards.first()?;
    Some(Cards {
        policy: policy.spec.title.clone(),
        maximum: first.maximum.thousandths,
        remark: remark(cards, policy),
        table: table.into_iter().map(|card| teller.row(card)).collect(),
        best,
        worst,
    })
}

/// What a reader must know to understand the numbers.
fn remark(cards: &[Card], policy: &Policy) -> Text {
    let missing: Vec<&Text> = policy
        .spec
        .components
        .iter()
        .filter(|(id, _)| cards.iter().all(|card| card.not_supplied.iter().any(|missing| missing.component == **id)))
        .map(|(_, component)| &component.title)
        .collect();
    let period = cards.first().map(|card| card.period.to_string()).unwrap_or_default();
    if missing.is_empty() {
        return Text::new(format!("Kỳ {period}."), format!("Period {period}."));
    }
    let missing = Text::join(missing, ", ", ", ");
    Text::new(
        format!(
            "Kỳ {period}. Chưa tính: {}: nhật ký không có, phải nhập riêng; vì vậy chưa xếp loại, và điểm ở đây là trên phần đã đánh giá.",
            missing.vi
        ),
        format!(
            "Period {period}. Left out: {}: in no log, to be supplied; hence no rating yet, and points are out of what was assessed.",
            missing.en
        ),
    )
}

struct Writer<'a> {
    policy: &'a Policy,
    names: &'a Names<'a>,
    evidence: &'a Evidence<'a>,
    findings: HashMap<&'a FindingId, &'a Finding>,
}

impl Writer<'_> {
    fn title(&self, card: &Card) -> Text {
        let title = self.names.title(&card.officer);
        match &card.unit {
            Some(unit) if title.vi.is_empty() => self.names.unit(unit),
            _ => title,
        }
    }

    fn row(&self, card: &Card) -> Row {
        // The ratio over most items is the most reliable; among equals, the last one in the policy's order.
        let ratio = card.ratios.iter().max_by_key(|ratio| (ratio.n, Reverse(ratio.k)));
        Row {
            officer: card.officer.to_string(),
            title: self.title(card),
            points: card.points.map(|points| points.thousandths),
            rating: card.rating.as_ref().map(|rating| rating.title.clone()),
            items: ratio.map_or(0, |ratio| whole(ratio.n)),
            on_time: ratio.map_or(0, |ratio| whole(ratio.k)),
            losses: card.losses.len() as u64,
        }
    }

    fn card(&self, card: &Card, reason: &Text) -> OfficerCard {
        let mut losses: Vec<&score::Loss> = card.losses.iter().collect();
        losses.arrange_by_key(|loss| (Reverse(loss.points.exact), loss.case_id.clone(), loss.step.clone()));
        OfficerCard {
            officer: card.officer.to_string(),
            title: self.title(card),
            points: card.points.map(|points| points.thousandths),
            maximum: card.maximum.thousandths,
            rating: card.rating.as_ref().map(|rating| rating.title.clone()),
            reason: reason.clone(),
            bars: card.components.iter().map(|component| self.bar(card, component)).collect(),
            more: losses.len().saturating_sub(LOSSES) as u64,
            losses: losses.into_iter().take(LOSSES).map(|loss| self.loss(loss)).collect(),
            not_supplied: card.not_supplied.iter().map(|missing| self.missing(missing)).collect(),
            hash: card.result_hash.map_or_else(String::new, |hash| hash.to_string()),
        }
    }

    fn bar(&self, card: &Card, component: &score::ComponentScore) -> Bar {
        let ratio = card.ratios.iter().find(|ratio| ratio.of == component.id);
        let weight = component.weight.times(crate::base::Rational::from(1_000)).map(crate::base::Rational::floor);
        let detail = ratio.map_or_else(Text::default, |ratio| {
            let (k, n) = (count(whole(ratio.k)), count(whole(ratio.n)));
            Text::new(format!("{} trên {} việc trọn điểm", k.vi, n.vi), format!("{} of {} items in full", k.en, n.en))
        });
        Bar {
            label: component.title.clone(),
            detail,
            points: component.points.thousandths,
            maximum: weight.and_then(|weight| i64::try_from(weight).ok()).unwrap_or(0),
        }
    }

    fn loss(&self, loss: &score::Loss) -> Loss {
        let finding = loss.findings.iter().find_map(|id| self.findings.get(id));
        let points = Some(-loss.points.thousandths);
        let mut loss_shown = match finding {
            Some(finding) => self.evidence.loss(finding, points),
            None => Loss {
                finding: loss.findings.first().map_or_else(String::new, ToString::to_string),
                case: loss.case_id.as_ref().map_or_else(String::new, ToString::to_string),
                text: loss.reason.clone(),
                points,
                events: Vec::new(),
                more: 0,
            },
        };
        if loss_shown.events.is_empty() {
            (loss_shown.events, loss_shown.more) = self.evidence.events(&loss.events);
        }
        loss_shown
    }

    fn missing(&self, missing: &score::NotSupplied) -> Text {
        let title = self.policy.spec.components.get(&missing.component).map(|component| &component.title);
        let title = title.cloned().unwrap_or_else(|| Text::same(&*missing.component));
        Text::new(format!("{} ({})", title.vi, missing.text.vi), format!("{} ({})", title.en, missing.text.en))
    }
}
