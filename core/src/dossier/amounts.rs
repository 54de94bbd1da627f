//! Checks for numbers that no dossier could satisfy, and for amounts that no citizen could be asked to pay.

use super::filing::PaperForm;
use super::fitting::each;
use super::spec::{ComponentSpec, FeeSpec, ProcedureSpec};
use crate::base::error::{Code, Error, Faults};
use crate::base::shape::Cursor;
use crate::base::value::Value;
use std::collections::HashSet;

/// Reports such numbers in the procedure at a place of a rulebook.
pub(super) fn check(spec: &ProcedureSpec, at: &Cursor<'_>, faults: &mut Faults) {
    each::<ComponentSpec, _>(at, "components", |(index, here)| {
        spec.components.get(index).into_iter().for_each(|component| papers(component, &here, faults));
    });
    each::<FeeSpec, _>(at, "fee", |(index, here)| {
        spec.fee.get(index).into_iter().for_each(|fee| pay(fee, &here, faults));
    });
}

fn beyond(here: &Cursor<'_>, field: &str, value: impl ToString, range: &str, faults: &mut Faults) {
    let fault = here.get(field).map_or_else(|| here.fault(Code::OutOfRange), |it| it.fault(Code::OutOfRange));
    faults.push(fault.with("value", value).with("range", range));
}

fn papers(component: &ComponentSpec, here: &Cursor<'_>, faults: &mut Faults) {
    if component.count == 0 {
        beyond(here, "count", 0, "≥ 1", faults);
    }
    if component.valid_months == Some(0) {
        beyond(here, "valid_months", 0, "≥ 1", faults);
    }
    // A document signed digitally is an original too.
    let forms = &component.form.0;
    let originals =
        forms.is_empty() || forms.iter().any(|form| [PaperForm::Original, PaperForm::Electronic].contains(form));
    if component.original > component.count {
        beyond(here, "original", component.original, &format!("0–{}", component.count), faults);
    }
    if let Some(original) = here.get("original").filter(|_| component.original > 0 && !originals) {
        let fault = original.fault(Code::WithoutEffect).with("field", "original");
        faults.push(fault.with("needs", "form: original"));
    }
}

/// Amounts are not negative; tiers begin after the first unit, each at a different one.
fn pay(fee: &FeeSpec, here: &Cursor<'_>, faults: &mut Faults) {
    for (field, amount) in [("amount", fee.amount), ("cap", fee.cap)] {
        if let Some(amount) = amount.filter(|amount| *amount < 0) {
            beyond(here, field, amount, "≥ 0", faults);
        }
    }
    let Some(tiers) = here.get("tiers") else { return };
    if fee.quantity.is_none() && !fee.tiers.is_empty() {
        faults.push(tiers.fault(Code::WithoutEffect).with("field", "tiers").with("needs", "quantity"));
    }
    let Value::List(nodes) = &tiers.node.value else { return };
    let mut seen = HashSet::new();
    for ((index, node), tier) in nodes.iter().enumerate().zip(&fee.tiers) {
        let here = tiers.index(index, node);
        if tier.amount < 0 {
            beyond(&here, "amount", tier.amount, "≥ 0", faults);
        }
        if tier.from < 2 {
            beyond(&here, "from", tier.from, "≥ 2", faults);
        }
        if !seen.insert(tier.from) {
            let at = here.get("from").map_or_else(|| here.place(), |from| from.place());
            faults.push(Error::new(Code::NamedTwice).with("value", tier.from).at(at));
        }
    }
}
