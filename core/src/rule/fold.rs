//! What a list gives, item by item.

use super::calculate::{self, Val};
use super::eval::{Machine, Out};
use super::reason::{Reason, Stop};
use super::tree::{Fold, Kind};
use crate::base::exact::Decimal;
use std::cmp::Ordering;

impl<'a> Machine<'a> {
    pub(super) fn fold(&mut self, fold: &'a Fold) -> Out<'a> {
        let list = self.eval(&fold.list)?;
        let count = list.items()?;
        let mut state = State::default();
        for index in 0..count {
            self.spend(1)?;
            let done = self.with(list.item(index), |machine| machine.item(fold, &mut state));
            if let Some(val) = done? {
                return Ok(val);
            }
        }
        if let Some(stop) = state.stop {
            return Err(stop);
        }
        Ok(match fold.kind {
            Kind::Every | Kind::Unique => true.into(),
            Kind::Some => false.into(),
            Kind::One => (state.count == 1).into(),
            Kind::Count => state.count.into(),
            Kind::Sum => state.sum.unwrap_or(0.into()).into(),
            Kind::Least | Kind::Greatest => return state.best.ok_or(Stop::Pending),
            Kind::Filter | Kind::Map => state.made.into(),
        })
    }

    /// One item of a list; the value of the whole where the item decides it.
    fn item(&mut self, fold: &'a Fold, state: &mut State<'a>) -> Result<Option<Val<'a>>, Stop> {
        let counts = fold.filter.as_ref().map_or(Ok(true), |filter| self.truth(filter));
        if counts == Ok(false) {
            return Ok(None);
        }
        let lets_pass = counts.err();
        match fold.kind {
            Kind::Every | Kind::Some => {
                let decisive = fold.kind == Kind::Some;
                let truth = fold.value.as_ref().map_or(Ok(true), |value| self.truth(value));
                match (lets_pass, truth) {
                    (None, Ok(truth)) if truth == decisive => return Ok(Some(decisive.into())),
                    (_, Ok(truth)) if truth != decisive => {}
                    (Some(stop), _) | (None, Err(stop)) => state.stop = Stop::worse(state.stop, stop),
                    (None, Ok(_)) => {}
                }
                return Ok(None);
            }
            Kind::One
            | Kind::Count
            | Kind::Sum
            | Kind::Least
            | Kind::Greatest
            | Kind::Unique
            | Kind::Filter
            | Kind::Map => lets_pass.map_or(Ok(()), Err)?,
        }
        match fold.kind {
            Kind::One => {
                let truth = fold.value.as_ref().map_or(Ok(true), |value| self.truth(value))?;
                state.count += i64::from(truth);
            }
            Kind::Count => state.count += 1,
            Kind::Filter => state.made.push(self.locals.last().cloned().unwrap_or(Val::NULL)),
            kind => {
                let value = fold.value.as_ref().map_or(Err(Reason::WrongType.into()), |value| self.eval(value))?;
                match kind {
                    Kind::Sum => {
                        let number = value.number()?;
                        state.sum =
                            Some(state.sum.map_or(Some(number), |sum| sum.plus(number)).ok_or(Reason::Overflow)?);
                    }
                    Kind::Unique => {
                        self.spend(u32::try_from(state.made.len()).unwrap_or(u32::MAX))?;
                        if state.made.iter().any(|other| calculate::equal(other, &value).unwrap_or(false)) {
                            return Ok(Some(false.into()));
                        }
                        state.made.push(value);
                    }
                    Kind::Map => state.made.push(value),
                    _ => {
                        let wanted = if kind == Kind::Least { Ordering::Less } else { Ordering::Greater };
                        let better = match &state.best {
                            None => true,
                            Some(best) => calculate::order(&value, best)? == wanted,
                        };
                        if better {
                            state.best = Some(value);
                        }
                    }
                }
            }
        }
        Ok(None)
    }
}

#[derive(Default)]
struct State<'a> {
    stop: Option<Stop>,
    count: i64,
    sum: Option<Decimal>,
    best: Option<Val<'a>>,
    made: Vec<Val<'a>>,
}
