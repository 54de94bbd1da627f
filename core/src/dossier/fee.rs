//! Fees of a dossier.

use super::context::Documents;
use super::filing::Dossier;
use super::procedure::Procedure;
use super::spec::FeeSpec;
use crate::base::Arrange;
use crate::base::shape::Shape;
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::rule;
use serde::Serialize;

/// One fee of a dossier (*phí, lệ phí*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct FeeLine {
    /// What is paid for.
    pub title: Text,
    /// The amount in đồng; `None` if the provincial people's council sets it, or if the form does not have the quantity
    /// yet.
    pub amount: Option<i64>,
    /// Who is exempt (*đối tượng miễn*).
    pub exempt: Vec<Text>,
    /// The legal basis.
    pub source: Vec<Source>,
}

/// The fees of a dossier on a day; a fee whose condition is still pending is left out.
pub(crate) fn fees(procedure: &Procedure, dossier: &Dossier, at: Date) -> Vec<FeeLine> {
    let documents = Documents::of(dossier, |_| true);
    let data = documents.data();
    let context = rule::Context { data: &data, today: Some(at), calendar: None };
    let mut out = Vec::new();
    for (fee, (when, many)) in procedure.spec().fee.iter().zip(procedure.fee_parts()) {
        let channel =
            fee.channel.0.is_empty() || dossier.channel.as_ref().is_some_and(|channel| fee.channel.0.contains(channel));
        let holds = when.as_ref().is_none_or(|when| when.holds(context) == Ok(true));
        if !(channel && holds && fee.in_force.contains(at)) {
            continue;
        }
        let quantity = match many {
            None => Some(1),
            // A quantity is never negative.
            Some(many) => many.integer(context).filter(|quantity| *quantity >= 0),
        };
        let amount = quantity.and_then(|quantity| amount(fee, quantity));
        out.push(FeeLine {
            title: fee.title.clone(),
            amount,
            exempt: fee.exempt.clone(),
            source: fee.source.0.clone(),
        });
    }
    out
}

/// The amount for a quantity: each tier applies from its unit on.
fn amount(fee: &FeeSpec, quantity: i64) -> Option<i64> {
    let mut tiers: Vec<(i64, i64)> = vec![(1, fee.amount?)];
    tiers.extend(fee.tiers.iter().map(|tier| (i64::from(tier.from), tier.amount)));
    tiers.arrange_by_key(|(from, _)| *from);
    let mut sum = 0i64;
    for (index, (from, each)) in tiers.iter().enumerate() {
        let next = tiers.get(index + 1).map_or(i64::MAX, |(from, _)| *from);
        let units = quantity.min(next.saturating_sub(1)).saturating_sub(from.saturating_sub(1)).max(0);
        sum = sum.checked_add(units.checked_mul(*each)?)?;
    }
    Some(fee.cap.map_or(sum, |cap| sum.min(cap)))
}
