//! Comparisons and arithmetic.

use super::calculate::{self, Val, View};
use super::eval::{Machine, Out};
use super::reason::{Reason, Stop};
use super::tree::{Comparison, Expr, Operator};
use std::cmp::Ordering;

impl<'a> Machine<'a> {
    pub(super) fn compare(&mut self, comparison: Comparison, parts: &'a [Expr; 2]) -> Result<bool, Stop> {
        let [left, right] = parts;
        let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        if equality && parts.iter().any(Expr::is_nothing) {
            return Ok(self.both_or_none(left, right)? == (comparison == Comparison::Equal));
        }
        let (one, other) = (self.eval(left)?, self.eval(right)?);
        if !equality {
            return Ok(fits(comparison, calculate::order(&one, &other)?));
        }
        self.spend(u32::try_from(one.items().unwrap_or(0)).unwrap_or(u32::MAX))?;
        Ok(calculate::equal(&one, &other)? == (comparison == Comparison::Equal))
    }

    /// The two values whose comparison makes a condition fail, as a citizen may read them; `None` if it fails for another
    /// reason, or if a field is merely compared with what the rule says.
    pub(super) fn compared(&mut self, expr: &'a Expr) -> Option<(String, String)> {
        // A trace shows all values, and no second time.
        if self.trace.is_some() {
            return None;
        }
        match expr {
            Expr::All(parts) => {
                let part = parts.iter().find(|part| self.truth(part) == Ok(false))?;
                self.compared(part)
            }
            Expr::Compare(comparison, sides) if *comparison != Comparison::NotEqual => {
                let written = |side: &Expr| matches!(side, Expr::Literal(_));
                let [one, other] = &**sides;
                if matches!((one, other), (Expr::Path(_), Expr::Literal(_)) | (Expr::Literal(_), Expr::Path(_)))
                    || (written(one) && written(other))
                {
                    return None;
                }
                let mut shown = |side: &'a Expr| {
                    let val = self.eval(side).ok()?;
                    matches!(val.view(), View::Number(_) | View::Text(_) | View::Date(_)).then(|| val.show())
                };
                Some((shown(one)?, shown(other)?))
            }
            _ => None,
        }
    }

    /// Whether two sides are equal of which one is a written `null` or empty text: beside that, what is not filled in is
    /// an answer and not a reason to wait.
    fn both_or_none(&mut self, left: &'a Expr, right: &'a Expr) -> Result<bool, Stop> {
        let mut side = |expr| match self.eval(expr) {
            Err(Stop::Pending) => Ok(None),
            out => out.map(Some),
        };
        match (side(left)?, side(right)?) {
            (Some(one), Some(other)) => Ok(calculate::equal(&one, &other)?),
            // Of two sides one is written down, and waits for nothing.
            _ => Ok(true),
        }
    }

    pub(super) fn arithmetic(&mut self, members: &'a [(Operator, Expr)]) -> Out<'a> {
        let Some(((operator, first), rest)) = members.split_first() else { return Err(Reason::WrongType.into()) };
        let first = self.eval(first)?;
        let mut sum = match first.view() {
            View::Number(number) if *operator == Operator::Minus => number.negated().ok_or(Reason::Overflow)?,
            View::Number(number) => number,
            _ => return self.joined(&first, members, rest),
        };
        for (operator, member) in rest {
            let next = self.eval(member)?.number()?;
            let out = match operator {
                Operator::Plus => sum.plus(next),
                Operator::Minus => next.negated().and_then(|next| sum.plus(next)),
                Operator::Times => sum.times(next),
                Operator::Over => Some(sum.divided(next).ok_or(Reason::Division)?),
                Operator::Remainder => Some(sum.remainder(next).ok_or(Reason::Division)?),
            };
            sum = out.ok_or(Reason::Overflow)?;
        }
        Ok(sum.into())
    }

    /// Texts or lists one after the other; what is made is paid for.
    fn joined(&mut self, first: &Val<'a>, members: &[(Operator, Expr)], rest: &'a [(Operator, Expr)]) -> Out<'a> {
        if members.iter().any(|(operator, _)| *operator != Operator::Plus) {
            return Err(Reason::WrongType.into());
        }
        if let Ok(text) = first.text() {
            let mut out = text.to_owned();
            for (_, member) in rest {
                let next = self.eval(member)?;
                let next = next.text()?;
                self.spend(u32::try_from((out.len() + next.len()) / 16).unwrap_or(u32::MAX))?;
                out.push_str(next);
            }
            return Ok(out.into());
        }
        let mut out = Vec::new();
        let mut add = |machine: &mut Self, list: &Val<'a>| -> Result<(), Stop> {
            let count = list.items()?;
            machine.spend(u32::try_from(count).unwrap_or(u32::MAX))?;
            out.extend((0..count).map(|index| list.item(index)));
            Ok(())
        };
        add(self, first)?;
        for (_, member) in rest {
            let next = self.eval(member)?;
            add(self, &next)?;
        }
        Ok(out.into())
    }
}

/// Whether an order is the one that a comparison asks for.
pub(super) const fn fits(comparison: Comparison, order: Ordering) -> bool {
    match comparison {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::LessOrEqual => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::GreaterOrEqual => order.is_ge(),
    }
}
