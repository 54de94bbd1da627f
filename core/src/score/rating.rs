//! Bands and caps: from points to a rating, within a whole group.

use super::card::{CapEffect, Card, Rating};
use super::inputs::Inputs;
use super::spec::{CapBase, CapRounding, CapSpec, Policy, RateWhen, Ties};
use crate::base::Arrange;
use crate::base::exact::Rational;
use crate::base::text::Text;
use std::collections::BTreeMap;

/// Rates all cards, group by group: bands, then ratings set by decision, then caps.
pub(super) fn rate(cards: &mut [Card], policy: &Policy, inputs: &Inputs) {
    for card in cards.iter_mut() {
        card.rating = band(card, policy);
    }
    set_decided(cards, policy, inputs);
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, card) in cards.iter().enumerate() {
        groups.entry(card.group.clone()).or_default().push(index);
    }
    for members in groups.values() {
        for cap in &policy.spec.caps {
            apply(cards, members, cap, policy, inputs);
        }
    }
}

/// Sets the ratings that somebody decided. They come before caps, which count and limit what is left to the points.
fn set_decided(cards: &mut [Card], policy: &Policy, inputs: &Inputs) {
    for decided in &inputs.overrides {
        let Some(found) = policy.spec.bands.iter().find(|band| band.id == decided.band) else { continue };
        for card in cards.iter_mut().filter(|card| card.officer == decided.officer) {
            card.rating = Some(Rating {
                band: found.id.clone(),
                title: found.title.clone(),
                provisional: false,
                decided_by: Some(decided.decided_by.clone()),
            });
        }
    }
}

/// The points on the scale of the bands: unchanged if nothing is missing, otherwise projected if the policy allows it.
fn on_scale(card: &Card, policy: &Policy) -> Option<(Rational, bool)> {
    let points = card.points?.exact;
    if card.coverage == Rational::ONE {
        return Some((points, false));
    }
    match policy.spec.rate {
        RateWhen::Full => None,
        RateWhen::Assessed => {
            points.over(card.maximum.exact)?.times(policy.spec.maximum()).map(|projected| (projected, true))
        }
    }
}

fn band(card: &Card, policy: &Policy) -> Option<Rating> {
    let (points, provisional) = on_scale(card, policy)?;
    let band = policy.spec.bands.iter().find(|band| points >= band.from)?;
    Some(Rating { band: band.id.clone(), title: band.title.clone(), provisional, decided_by: None })
}

/// Applies one cap to one group.
fn apply(cards: &mut [Card], members: &[usize], cap: &CapSpec, policy: &Policy, inputs: &Inputs) {
    let bands = &policy.spec.bands;
    let Some(below) = bands.iter().position(|band| band.id == cap.band).and_then(|index| bands.get(index + 1)) else {
        return;
    };
    let of = |card: &Card| card.rating.as_ref().map(|rating| rating.band.clone());
    let by_points = |card: &Card| card.rating.as_ref().is_some_and(|rating| rating.decided_by.is_none());
    let group: Vec<&Card> = members.iter().filter_map(|index| cards.get(*index)).collect();
    let mut candidates: Vec<(usize, Rational)> = members
        .iter()
        .filter_map(|index| cards.get(*index).map(|card| (*index, card)))
        .filter(|(_, card)| by_points(card) && of(card).as_deref() == Some(&cap.band))
        .filter_map(|(index, card)| on_scale(card, policy).map(|(points, _)| (index, points)))
        .collect();
    if candidates.is_empty() {
        return;
    }
    candidates.arrange_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let count = |wanted: Option<&str>| {
        group.iter().filter(|card| of(card).is_some_and(|band| wanted.is_none_or(|w| w == band))).count()
    };
    let (rated, base) = (count(None), cap.of.as_deref().map(|band| count(Some(band))));
    let outstanding = group.iter().any(|card| card.unit.as_ref().is_some_and(|unit| inputs.outstanding.contains(unit)));
    let rate = cap.outstanding.filter(|_| outstanding).unwrap_or(cap.rate);

    // A card that is cut may fall into the base and so make room: find the largest number that its own base allows.
    let base_with = |kept: usize| match (base, cap.base) {
        (None, _) => rated,
        (Some(base), CapBase::Before) => base,
        (Some(base), CapBase::Final) => {
            base + if cap.of.as_deref() == Some(&below.id) { candidates.len() - kept } else { 0 }
        }
    };
    let fits = |kept: &usize| *kept <= allowed(rate, base_with(*kept), cap.round);
    let most = (0..=candidates.len()).rev().find(fits).unwrap_or(0);
    let kept = resolve_ties(&candidates, most, cap.ties);
    let base = base_with(kept);

    let size = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    for (index, points) in &candidates {
        let place = candidates.iter().filter(|(_, other)| other > points).count() + 1;
        let keeps = candidates.iter().take(kept).any(|(one, _)| one == index);
        let Some(card) = cards.get_mut(*index) else { continue };
        let (vi, en) = if keeps { ("giữ mức", "keeps the band") } else { ("không còn mức", "loses the band") };
        card.cap = Some(CapEffect {
            band: cap.band.clone(),
            candidates: size(candidates.len()),
            base: size(base),
            allowed: size(most),
            place: size(place),
            kept: keeps,
            text: Text::new(
                format!(
                    "hạng {place} trong {} người đủ điểm, tối đa {most} người ({rate} của {base}): {vi}",
                    candidates.len()
                ),
                format!(
                    "place {place} of {} with the points, at most {most} ({rate} of {base}): {en}",
                    candidates.len()
                ),
            ),
        });
        if let Some(rating) = card.rating.as_mut().filter(|_| !keeps) {
            (rating.band, rating.title) = (below.id.clone(), below.title.clone());
        }
    }
}

fn allowed(rate: Rational, base: usize, round: CapRounding) -> usize {
    let exact = i64::try_from(base).ok().and_then(|base| rate.times(Rational::from(base)));
    let half = Rational::new(1, 2).unwrap_or(Rational::ZERO);
    let whole = match round {
        CapRounding::Floor => exact,
        CapRounding::Nearest => exact.and_then(|exact| exact.plus(half)),
    };
    whole.and_then(|whole| usize::try_from(whole.floor()).ok()).unwrap_or(0)
}

/// Moves the limit so that it does not split a run of equal cards.
fn resolve_ties(candidates: &[(usize, Rational)], most: usize, ties: Ties) -> usize {
    let points = |place: usize| candidates.get(place).map(|(_, points)| *points);
    let Some(edge) = points(most).filter(|edge| most > 0 && points(most - 1) == Some(*edge)) else {
        return most;
    };
    match ties {
        Ties::Out => candidates.iter().filter(|(_, points)| *points > edge).count(),
        Ties::Stay => candidates.iter().filter(|(_, points)| *points >= edge).count(),
    }
}
