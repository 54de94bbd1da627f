//! The one evaluator: whichever way a rule was written, it is worked out here, with fuel instead of a clock.

use super::calculate::{self, Val};
use super::function::Reason;
use super::number::Exact;
use super::tree::{Comparison, Expr, Fold, Key, Kind, Literal, Operator, Path, Root, Unit};
use crate::calendar::Calendar;
use crate::time::Date;
use crate::value::{Node, Value};
use serde::Serialize;
use std::borrow::Cow;
use std::cmp::Ordering;

/// What an expression is worked out over.
#[derive(Clone, Copy, Default)]
pub struct Context<'a> {
    /// The documents, in the order in which the scope names them.
    pub data: &'a [&'a Node],
    /// The day on which is judged.
    pub today: Option<Date>,
    /// Counts working days, where the rule asks for them.
    pub calendar: Option<&'a Calendar>,
}

/// Why an expression has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Something that it reads is not filled in yet.
    Pending,
    /// It cannot be decided.
    Undetermined(Reason),
}

impl From<Reason> for Stop {
    fn from(reason: Reason) -> Self {
        Self::Undetermined(reason)
    }
}

impl Stop {
    /// Which of two reasons is told: what cannot be decided at all before what only waits.
    fn worse(worst: Option<Self>, next: Self) -> Option<Self> {
        match worst {
            Some(Self::Undetermined(_)) => worst,
            _ => Some(next),
        }
    }
}

/// The value of one node of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TraceLine {
    /// How deep the node lies.
    pub depth: u32,
    /// The node as expression text.
    pub expression: String,
    /// Its value; `pending`, or the reason why there is none.
    pub value: String,
}

/// No trace has more lines.
const MAX_TRACE: usize = 2_000;

pub(super) struct Machine<'a> {
    context: Context<'a>,
    locals: Vec<Val<'a>>,
    /// What is left of the fuel.
    pub(super) fuel: u32,
    depth: u32,
    trace: Option<Vec<TraceLine>>,
}

type Out<'a> = Result<Val<'a>, Stop>;

impl<'a> Machine<'a> {
    pub(super) fn new(context: Context<'a>, fuel: u32) -> Self {
        Self { context, locals: Vec::new(), fuel, depth: 0, trace: None }
    }

    pub(super) fn traced(mut self) -> Self {
        self.trace = Some(Vec::new());
        self
    }

    pub(super) fn into_trace(self) -> Vec<TraceLine> {
        self.trace.unwrap_or_default()
    }

    /// With a name for an item while `run` runs.
    pub(super) fn with<T>(&mut self, local: Val<'a>, run: impl FnOnce(&mut Self) -> T) -> T {
        self.locals.push(local);
        let out = run(self);
        self.locals.pop();
        out
    }

    /// Whether an expression holds.
    pub(super) fn truth(&mut self, expr: &'a Expr) -> Result<bool, Stop> {
        match self.eval(expr)? {
            Val::Bool(bool) => Ok(bool),
            Val::Null => Err(Stop::Pending),
            _ => Err(Reason::WrongType.into()),
        }
    }

    pub(super) fn eval(&mut self, expr: &'a Expr) -> Out<'a> {
        self.spend(1)?;
        if self.trace.is_none() {
            return self.step(expr);
        }
        let line = self.trace.as_mut().filter(|lines| lines.len() < MAX_TRACE).map(|lines| {
            lines.push(TraceLine { depth: self.depth, expression: expr.to_string(), value: String::new() });
            lines.len() - 1
        });
        self.depth += 1;
        let out = self.step(expr);
        self.depth -= 1;
        if let (Some(lines), Some(line)) = (&mut self.trace, line)
            && let Some(line) = lines.get_mut(line)
        {
            line.value = match &out {
                Ok(val) => val.show(),
                Err(Stop::Pending) => "pending".into(),
                Err(Stop::Undetermined(reason)) => reason.to_string(),
            };
        }
        out
    }

    fn spend(&mut self, fuel: u32) -> Result<(), Stop> {
        let left = self.fuel.checked_sub(fuel);
        self.fuel = left.unwrap_or(0);
        left.map(drop).ok_or(Reason::Fuel.into())
    }

    fn step(&mut self, expr: &'a Expr) -> Out<'a> {
        match expr {
            Expr::Literal(literal) => Ok(match literal {
                Literal::Null => Val::Null,
                Literal::Bool(bool) => Val::Bool(*bool),
                Literal::Number(number) => Val::Number(*number),
                Literal::Text(text) => Val::Text(Cow::Borrowed(text)),
            }),
            Expr::List(items) => items.iter().map(|item| self.eval(item)).collect::<Result<_, _>>().map(Val::Made),
            Expr::Path(path) => self.path(path),
            Expr::Today => self.context.today.map(Val::Date).ok_or(Reason::NoToday.into()),
            Expr::Present(inner) => match self.eval(inner) {
                Ok(val) => Ok(Val::Bool(!matches!(val, Val::Null))),
                Err(Stop::Pending) => Ok(Val::Bool(false)),
                Err(stop) => Err(stop),
            },
            Expr::Not(inner) => self.truth(inner).map(|truth| Val::Bool(!truth)),
            Expr::All(parts) => self.decide(parts, false),
            Expr::Any(parts) => self.decide(parts, true),
            Expr::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                if self.truth(condition)? { self.eval(then) } else { self.eval(otherwise) }
            }
            Expr::Compare(comparison, parts) => self.compare(*comparison, parts),
            Expr::In(parts) => {
                let [item, list] = &**parts;
                let (item, list) = (self.eval(item)?, self.eval(list)?);
                if let (Val::Text(key), Val::Map(map)) = (&item, &list) {
                    return Ok(Val::Bool(map.get(key).is_some()));
                }
                for index in 0..list.items()? {
                    self.spend(1)?;
                    if calculate::equal(&item, &list.item(index)).unwrap_or(false) {
                        return Ok(Val::Bool(true));
                    }
                }
                Ok(Val::Bool(false))
            }
            Expr::Fold(fold) => self.fold(fold),
            Expr::Between(unit, parts) => {
                let [from, to] = &**parts;
                let (from, to) = (self.eval(from)?.date()?, self.eval(to)?.date()?);
                let count = match unit {
                    Unit::WorkingDays => self.context.calendar.ok_or(Reason::NoCalendar)?.working_days_in(from, to),
                    unit => calculate::between(*unit, from, to),
                };
                Ok(Val::Number(count.into()))
            }
            Expr::Arithmetic(members) => self.arithmetic(members),
            Expr::Matches(inner, pattern) => {
                let val = self.eval(inner)?;
                let text = val.text()?;
                self.spend(pattern.cost(text))?;
                Ok(Val::Bool(pattern.matches(text)))
            }
            Expr::Call(function, arguments) => {
                let values = arguments.iter().map(|argument| self.eval(argument)).collect::<Result<Vec<_>, _>>()?;
                if values.iter().any(|val| matches!(val, Val::Null)) {
                    return Err(Stop::Pending);
                }
                let texts = values.iter().map(|val| val.text().map_or(0, str::len));
                self.spend(u32::try_from(texts.sum::<usize>() / 16).unwrap_or(u32::MAX))?;
                Ok((function.call)(&values, &self.context)?)
            }
        }
    }

    fn path(&self, path: &'a Path) -> Out<'a> {
        let mut keys = path.keys.iter();
        let mut val = match path.root {
            Root::Data(index) => Val::of(self.context.data.get(index).ok_or(Stop::Pending)?),
            Root::Local(index) => self.locals.get(index).cloned().ok_or(Stop::Pending)?,
        };
        for key in &mut keys {
            let node = match (key, &val) {
                (Key::Name(name), Val::Map(map)) => map.get(name),
                (Key::Index(index), Val::Items(items)) => items.get(*index),
                (_, Val::Null) => None,
                _ => return Err(Reason::WrongType.into()),
            };
            val = Val::of(node.ok_or(Stop::Pending)?);
        }
        // Empty is not filled in: a form sends null for a field that was cleared.
        if matches!(val, Val::Null) { Err(Stop::Pending) } else { Ok(val) }
    }

    /// `&&` and `||`: one part that equals `decisive` decides, whatever the others are.
    fn decide(&mut self, parts: &'a [Expr], decisive: bool) -> Out<'a> {
        let mut worst = None;
        for part in parts {
            match self.truth(part) {
                Ok(truth) if truth == decisive => return Ok(Val::Bool(decisive)),
                Ok(_) => {}
                Err(stop) => worst = Stop::worse(worst, stop),
            }
        }
        worst.map_or(Ok(Val::Bool(!decisive)), Err)
    }

    fn compare(&mut self, comparison: Comparison, parts: &'a [Expr; 2]) -> Out<'a> {
        use Comparison::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
        let [left, right] = parts;
        let truth = match comparison {
            Equal | NotEqual => {
                let null = [left, right].iter().any(|part| matches!(part, Expr::Literal(Literal::Null)));
                let (left, right) = (self.operand(left, null)?, self.operand(right, null)?);
                self.spend(u32::try_from(left.items().unwrap_or(0)).unwrap_or(u32::MAX))?;
                calculate::equal(&left, &right)? == (comparison == Equal)
            }
            Less | LessOrEqual | Greater | GreaterOrEqual => {
                let (left, right) = (self.eval(left)?, self.eval(right)?);
                let order = calculate::order(&left, &right)?;
                match comparison {
                    Less => order == Ordering::Less,
                    LessOrEqual => order != Ordering::Greater,
                    Greater => order == Ordering::Greater,
                    _ => order != Ordering::Less,
                }
            }
        };
        Ok(Val::Bool(truth))
    }

    /// Beside a written `null`, what is not filled in is a value and not a reason to wait.
    fn operand(&mut self, expr: &'a Expr, null: bool) -> Out<'a> {
        match self.eval(expr) {
            Err(Stop::Pending) if null => Ok(Val::Null),
            out => out,
        }
    }

    fn arithmetic(&mut self, members: &'a [(Operator, Expr)]) -> Out<'a> {
        let mut sum: Option<Exact> = None;
        for (operator, member) in members {
            let next = self.eval(member)?.number()?;
            let out = match (sum, operator) {
                (None, Operator::Minus) => next.negated(),
                (None, _) => Some(next),
                (Some(sum), Operator::Plus) => sum.plus(next),
                (Some(sum), Operator::Minus) => next.negated().and_then(|next| sum.plus(next)),
                (Some(sum), Operator::Times) => sum.times(next),
                (Some(sum), Operator::Over) => Some(sum.divided(next).ok_or(Reason::Division)?),
                (Some(sum), Operator::Remainder) => Some(sum.remainder(next).ok_or(Reason::Division)?),
            };
            sum = Some(out.ok_or(Reason::Overflow)?);
        }
        sum.map(Val::Number).ok_or(Reason::WrongType.into())
    }

    fn fold(&mut self, fold: &'a Fold) -> Out<'a> {
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
            Kind::Every | Kind::Unique => Val::Bool(true),
            Kind::Some => Val::Bool(false),
            Kind::One => Val::Bool(state.count == 1),
            Kind::Count => Val::Number(state.count.into()),
            Kind::Sum => Val::Number(state.sum.unwrap_or(0.into())),
            Kind::Least | Kind::Greatest => return state.best.ok_or(Stop::Pending),
            Kind::Filter | Kind::Map => Val::Made(state.made),
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
                    (None, Ok(truth)) if truth == decisive => return Ok(Some(Val::Bool(decisive))),
                    (_, Ok(truth)) if truth != decisive => {}
                    (Some(stop), _) | (None, Err(stop)) => state.stop = Stop::worse(state.stop, stop),
                    (None, Ok(_)) => {}
                }
                return Ok(None);
            }
            _ => lets_pass.map_or(Ok(()), Err)?,
        }
        match fold.kind {
            Kind::One => {
                let truth = fold.value.as_ref().map_or(Ok(true), |value| self.truth(value))?;
                state.count += i64::from(truth);
            }
            Kind::Count => state.count += 1,
            Kind::Filter => state.made.push(self.locals.last().cloned().unwrap_or(Val::Null)),
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
                            return Ok(Some(Val::Bool(false)));
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
    sum: Option<Exact>,
    best: Option<Val<'a>>,
    made: Vec<Val<'a>>,
}

/// Whether a node counts as filled in.
pub(crate) fn is_filled(node: Option<&Node>) -> bool {
    node.is_some_and(|node| !matches!(node.value, Value::Null))
}
