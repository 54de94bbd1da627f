//! Conditions that are always true, or never, whatever is filled in: no author means them. Checked when a rulebook is
//! reviewed, not when dossiers are.

use super::compare::fits;
use super::condition::Condition;
use super::literal::Literal;
use super::reads::{Read, source};
use super::spec::Rule;
use super::tree::{Comparison, Expr};
use crate::base::exact::Decimal;
use std::cmp::Ordering;

/// A value in a rule with which a field is compared.
enum Bound<'a> {
    Number(Decimal),
    /// A text or a day; days are ordered as their texts are.
    Text(&'a str),
}

impl Rule {
    /// The parts of the rule that are always true or never, and which of the two. A rule that forbids something under a
    /// condition may say `check: "false"`.
    pub(crate) fn constants(&self) -> Vec<(&'static str, &Expr, bool)> {
        let forbids = self.when().is_some() && matches!(self.check(), Expr::Literal(Literal::Bool(false)));
        let check = Some(self.check()).filter(|_| !forbids);
        let parts = [("check", check), ("when", self.when())];
        parts.into_iter().filter_map(|(part, expr)| Some((part, expr?, constant(expr?)?))).collect()
    }
}

impl Condition {
    /// Whether it is always true or never, if it is one of them.
    pub(crate) fn constant(&self) -> Option<bool> {
        constant(self.expr())
    }
}

fn constant(expr: &Expr) -> Option<bool> {
    match expr {
        Expr::Literal(Literal::Bool(bool)) => Some(*bool),
        Expr::Not(inner) => constant(inner).map(|truth| !truth),
        Expr::All(parts) => several(parts, false),
        Expr::Any(parts) => several(parts, true),
        Expr::If(parts) => {
            let [condition, then, otherwise] = &**parts;
            match constant(condition) {
                Some(true) => constant(then),
                Some(false) => constant(otherwise),
                None => constant(then).filter(|truth| constant(otherwise) == Some(*truth)),
            }
        }
        Expr::In(parts) => match &**parts {
            [_, Expr::List(choices)] if choices.is_empty() => Some(false),
            _ => None,
        },
        Expr::Compare(comparison, sides) => {
            let [one, other] = &**sides;
            if one.is_nothing() || other.is_nothing() {
                return None;
            }
            // A value compared with itself.
            if one.to_string() == other.to_string() {
                return Some(fits(*comparison, Ordering::Equal));
            }
            let order = value(one)?.order(&value(other)?)?;
            Some(fits(*comparison, order))
        }
        _ => None,
    }
}

/// Several conditions of which one that is `decides` decides them all.
fn several(parts: &[Expr], decides: bool) -> Option<bool> {
    let all: Vec<_> = parts.iter().map(constant).collect();
    if all.contains(&Some(decides)) {
        return Some(decides);
    }
    if !all.is_empty() && all.iter().all(|truth| *truth == Some(!decides)) {
        return Some(!decides);
    }
    // Of `a > 1 && a < 1` both never hold; of `a > 1 || a <= 1` both never fail.
    let bounds: Vec<_> = parts.iter().filter_map(|part| bound(part, decides)).collect();
    let excluded = bounds.iter().enumerate().any(|(at, (name, one, value))| {
        bounds.iter().take(at).any(|(same, other, with)| name == same && exclude((*one, value), (*other, with)))
    });
    excluded.then_some(decides)
}

/// A field, how it is compared, and with what; the contrary of the comparison if that is asked for.
fn bound(expr: &Expr, contrary: bool) -> Option<(&str, Comparison, Bound<'_>)> {
    let (expr, contrary) = match expr {
        Expr::Not(inner) => (&**inner, !contrary),
        expr => (expr, contrary),
    };
    let Expr::Compare(comparison, sides) = expr else { return None };
    let (path, comparison, value) = match &**sides {
        [Expr::Path(path), other] => (path, *comparison, value(other)?),
        [other, Expr::Path(path)] => (path, turned(*comparison), value(other)?),
        _ => return None,
    };
    Some((&path.text, if contrary { opposite(comparison) } else { comparison }, value))
}

fn value(expr: &Expr) -> Option<Bound<'_>> {
    match expr {
        Expr::Literal(Literal::Number(number)) => Some(Bound::Number(*number)),
        Expr::Literal(Literal::Text(text)) if !text.is_empty() => Some(Bound::Text(text)),
        _ => None,
    }
}

impl Bound<'_> {
    fn order(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => one.order(*other),
            (Self::Text(one), Self::Text(other)) => Some(one.cmp(other)),
            _ => None,
        }
    }
}

/// Whether no value meets both comparisons.
fn exclude((one, bound): (Comparison, &Bound<'_>), (other, with): (Comparison, &Bound<'_>)) -> bool {
    let Some(order) = bound.order(with) else { return false };
    let above = |comparison| matches!(comparison, Comparison::Greater | Comparison::GreaterOrEqual);
    let below = |comparison| matches!(comparison, Comparison::Less | Comparison::LessOrEqual);
    let strict = |comparison| matches!(comparison, Comparison::Greater | Comparison::Less);
    let apart = |order: Ordering| order.is_gt() || (order.is_eq() && (strict(one) || strict(other)));
    match (one, other) {
        (Comparison::Equal, other) => !fits(other, order),
        (one, Comparison::Equal) => !fits(one, order.reverse()),
        (one, other) if above(one) && below(other) => apart(order),
        (one, other) if below(one) && above(other) => apart(order.reverse()),
        _ => false,
    }
}

/// The comparison with its sides exchanged.
const fn turned(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Less => Comparison::Greater,
        Comparison::LessOrEqual => Comparison::GreaterOrEqual,
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterOrEqual => Comparison::LessOrEqual,
        same => same,
    }
}

const fn opposite(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal => Comparison::NotEqual,
        Comparison::NotEqual => Comparison::Equal,
        Comparison::Less => Comparison::GreaterOrEqual,
        Comparison::LessOrEqual => Comparison::Greater,
        Comparison::Greater => Comparison::LessOrEqual,
        Comparison::GreaterOrEqual => Comparison::Less,
    }
}

impl Rule {
    /// The texts with which it compares what it reads at a place.
    pub(crate) fn texts_compared(&self, place: &dyn Fn(&Read) -> bool) -> Vec<&str> {
        texts_compared([Some(self.check()), self.when()].into_iter().flatten(), place)
    }
}

impl Condition {
    /// The texts with which it compares what it reads at a place.
    pub(crate) fn texts_compared(&self, place: &dyn Fn(&Read) -> bool) -> Vec<&str> {
        texts_compared([self.expr()], place)
    }
}

fn texts_compared<'a>(exprs: impl IntoIterator<Item = &'a Expr>, place: &dyn Fn(&Read) -> bool) -> Vec<&'a str> {
    fn walk<'a>(expr: &'a Expr, place: &dyn Fn(&Read) -> bool, out: &mut Vec<&'a str>) {
        let here = |expr: &Expr| source(expr, &[]).is_some_and(|read| place(&read));
        let text = |expr: &'a Expr| match expr {
            Expr::Literal(Literal::Text(text)) if !text.is_empty() => Some(&**text),
            _ => None,
        };
        match expr {
            Expr::Compare(_, sides) => {
                let [one, other] = &**sides;
                out.extend(text(other).filter(|_| here(one)).or_else(|| text(one).filter(|_| here(other))));
            }
            Expr::In(sides) => {
                if let [item, Expr::List(choices)] = &**sides
                    && here(item)
                {
                    out.extend(choices.iter().filter_map(text));
                }
            }
            _ => {}
        }
        expr.parts().into_iter().for_each(|part| walk(part, place, out));
    }
    let mut out = Vec::new();
    exprs.into_iter().for_each(|expr| walk(expr, place, &mut out));
    out
}

#[cfg(test)]
#[path = "tests/constant.rs"]
mod tests;
