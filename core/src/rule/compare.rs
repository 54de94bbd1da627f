//! Comparisons and arithmetic. Most sides are fields of the data or constants: those are looked at where they are.

use super::calculate::{self, Val};
use super::eval::{Machine, Out, Stop};
use super::function::Reason;
use super::number::Exact;
use super::tree::{Comparison, Expr, Literal, Operator};
use crate::time::Date;
use crate::value::Value;
use std::borrow::Cow;
use std::cmp::Ordering;

/// Something that need not be made to be looked at.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    Data(&'a Value),
    Literal(&'a Literal),
}

impl<'a> Place<'a> {
    fn text(self) -> Option<&'a str> {
        match self {
            Self::Data(Value::Text(text)) | Self::Literal(Literal::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn number(self) -> Option<Exact> {
        match self {
            Self::Data(value) => Exact::of(value),
            Self::Literal(Literal::Number(number)) => Some(*number),
            Self::Literal(_) => None,
        }
    }

    fn val(self) -> Val<'a> {
        match self {
            Self::Data(value) => Val::of(value),
            Self::Literal(literal) => literal.val(),
        }
    }
}

impl<'a> Machine<'a> {
    /// Where an expression lies; nothing, and nothing paid, where it has to be worked out.
    #[inline]
    pub(super) fn place(&mut self, expr: &'a Expr) -> Result<Option<Place<'a>>, Stop> {
        match expr {
            _ if self.trace.is_some() => Ok(None),
            Expr::Literal(literal) => {
                self.spend(1)?;
                Ok(Some(Place::Literal(literal)))
            }
            Expr::Path(path) => {
                // A rule that has no fuel left must not learn what it reads.
                if self.fuel == 0 {
                    self.spend(1)?;
                }
                let found = self.find(path);
                if !matches!(found, Ok(None)) {
                    self.spend(1)?;
                }
                found.map(|found| found.map(Place::Data))
            }
            _ => Ok(None),
        }
    }

    /// A side of a comparison; beside a written `null`, what is not filled in is a value and not a reason to wait.
    fn side(&mut self, expr: &'a Expr, null: bool) -> Result<Option<Place<'a>>, Stop> {
        match self.place(expr) {
            Err(Stop::Pending) if null => Ok(Some(Place::Literal(&Literal::Null))),
            out => out,
        }
    }

    pub(super) fn compare(&mut self, comparison: Comparison, parts: &'a [Expr; 2]) -> Result<bool, Stop> {
        let [left, right] = parts;
        let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        let null = equality && parts.iter().any(|part| matches!(part, Expr::Literal(Literal::Null)));
        let Some(one) = self.side(left, null)? else {
            let one = self.made(left, null)?;
            let other = match self.side(right, null)? {
                Some(place) => place.val(),
                None => self.made(right, null)?,
            };
            return self.judge_values(comparison, &one, &other);
        };
        let Some(other) = self.side(right, null)? else {
            let other = self.made(right, null)?;
            return self.judge_values(comparison, &one.val(), &other);
        };
        if let (Some(one), Some(other)) = (one.text(), other.text()) {
            return Ok(if equality {
                (one == other) == (comparison == Comparison::Equal)
            } else {
                fits(comparison, one.cmp(other))
            });
        }
        if let (Some(one), Some(other)) = (one.number(), other.number()) {
            return Ok(fits(comparison, one.order(other).ok_or(Reason::Overflow)?));
        }
        self.judge_values(comparison, &one.val(), &other.val())
    }

    fn made(&mut self, expr: &'a Expr, null: bool) -> Out<'a> {
        match self.eval(expr) {
            Err(Stop::Pending) if null => Ok(Val::Null),
            out => out,
        }
    }

    fn judge_values(&mut self, comparison: Comparison, one: &Val<'a>, other: &Val<'a>) -> Result<bool, Stop> {
        if !matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
            return Ok(fits(comparison, calculate::order(one, other)?));
        }
        self.spend(u32::try_from(one.items().unwrap_or(0)).unwrap_or(u32::MAX))?;
        Ok(calculate::equal(one, other)? == (comparison == Comparison::Equal))
    }

    fn number(&mut self, expr: &'a Expr) -> Result<Exact, Stop> {
        match self.place(expr)? {
            Some(place) => place.number().ok_or(Reason::WrongType.into()),
            None => Ok(self.eval(expr)?.number()?),
        }
    }

    pub(super) fn date(&mut self, expr: &'a Expr) -> Result<Date, Stop> {
        match self.place(expr)? {
            Some(place) => {
                let text = place.text().ok_or(Reason::WrongType)?;
                Date::from_text(text).ok_or(Reason::BadDate.into())
            }
            None => Ok(self.eval(expr)?.date()?),
        }
    }

    pub(super) fn arithmetic(&mut self, members: &'a [(Operator, Expr)]) -> Out<'a> {
        let Some(((operator, first), rest)) = members.split_first() else { return Err(Reason::WrongType.into()) };
        let first = match self.place(first)? {
            Some(place) => place.val(),
            None => self.eval(first)?,
        };
        let mut sum = match first {
            Val::Number(number) if *operator == Operator::Minus => number.negated().ok_or(Reason::Overflow)?,
            Val::Number(number) => number,
            first => return self.joined(first, members, rest),
        };
        for (operator, member) in rest {
            let next = self.number(member)?;
            let out = match operator {
                Operator::Plus => sum.plus(next),
                Operator::Minus => next.negated().and_then(|next| sum.plus(next)),
                Operator::Times => sum.times(next),
                Operator::Over => Some(sum.divided(next).ok_or(Reason::Division)?),
                Operator::Remainder => Some(sum.remainder(next).ok_or(Reason::Division)?),
            };
            sum = out.ok_or(Reason::Overflow)?;
        }
        Ok(Val::Number(sum))
    }

    /// Texts or lists one after the other; what is made is paid for.
    fn joined(&mut self, first: Val<'a>, members: &[(Operator, Expr)], rest: &'a [(Operator, Expr)]) -> Out<'a> {
        if members.iter().any(|(operator, _)| *operator != Operator::Plus) {
            return Err(Reason::WrongType.into());
        }
        if let Val::Text(text) = first {
            let mut out = text.into_owned();
            for (_, member) in rest {
                let next = self.eval(member)?;
                let next = next.text()?;
                self.spend(u32::try_from((out.len() + next.len()) / 16).unwrap_or(u32::MAX))?;
                out.push_str(next);
            }
            return Ok(Val::Text(Cow::Owned(out)));
        }
        let mut out = Vec::new();
        let mut add = |machine: &mut Self, list: &Val<'a>| -> Result<(), Stop> {
            let count = list.items()?;
            machine.spend(u32::try_from(count).unwrap_or(u32::MAX))?;
            out.extend((0..count).map(|index| list.item(index)));
            Ok(())
        };
        add(self, &first)?;
        for (_, member) in rest {
            let next = self.eval(member)?;
            add(self, &next)?;
        }
        Ok(Val::Made(out))
    }
}

/// Whether an order is the one that a comparison asks for.
const fn fits(comparison: Comparison, order: Ordering) -> bool {
    match comparison {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::LessOrEqual => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::GreaterOrEqual => order.is_ge(),
    }
}
