//! The only evaluator: however a rule was written, it is evaluated here, with a number of steps as its limit, not time.

use super::calculate::{self, Val, View};
use super::context::Context;
use super::date_difference::{Unit, between};
use super::function::Function;
use super::limits::Limits;
use super::reason::{Reason, Stop};
use super::tree::{Expr, Key, Path, Start};
use crate::base::shape::Shape;
use crate::base::text::is_blank;
use crate::base::value::{Node, Value};
use serde::Serialize;

/// The value of one node of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
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

/// Works expressions out, one after the other, over the same documents.
pub(crate) struct Machine<'a> {
    context: Context<'a>,
    /// The items at hand.
    pub(super) locals: Vec<Val<'a>>,
    /// What is left of the fuel.
    pub(super) fuel: u32,
    depth: u32,
    pub(super) trace: Option<Vec<TraceLine>>,
}

pub(super) type Out<'a> = Result<Val<'a>, Stop>;

impl<'a> Machine<'a> {
    pub(crate) fn new(context: Context<'a>) -> Self {
        Self { context, locals: Vec::new(), fuel: 0, depth: 0, trace: None }
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
        if self.trace.is_some() {
            return truth_of(&self.eval(expr)?);
        }
        self.spend(1)?;
        self.decide(expr)
    }

    /// The same, the node itself being paid for.
    fn decide(&mut self, expr: &'a Expr) -> Result<bool, Stop> {
        match expr {
            Expr::Present(inner) => match self.eval(inner) {
                Ok(val) => Ok(!val.is_null()),
                Err(Stop::Pending) => Ok(false),
                Err(stop) => Err(stop),
            },
            Expr::Not(inner) => self.truth(inner).map(|truth| !truth),
            Expr::All(parts) => self.join(parts, false),
            Expr::Any(parts) => self.join(parts, true),
            Expr::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                if self.truth(condition)? { self.truth(then) } else { self.truth(otherwise) }
            }
            Expr::Compare(comparison, parts) => self.compare(*comparison, parts),
            Expr::In(parts) => self.contains(parts),
            Expr::Matches(inner, pattern) => {
                let val = self.eval(inner)?;
                let text = val.text()?;
                self.spend(pattern.cost(text))?;
                Ok(pattern.matches(text))
            }
            expr => truth_of(&self.step(expr)?),
        }
    }

    pub(super) fn eval(&mut self, expr: &'a Expr) -> Out<'a> {
        self.spend(1)?;
        match expr {
            _ if self.trace.is_some() => self.eval_and_record(expr),
            // Most of what is asked for only has to be looked up.
            Expr::Path(path) => self.path(path),
            expr => self.step(expr),
        }
    }

    /// A step, and a line of the trace.
    #[cold]
    fn eval_and_record(&mut self, expr: &'a Expr) -> Out<'a> {
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

    /// Fills it for one rule.
    pub(super) fn refuel(&mut self, fuel: u32) {
        self.fuel = fuel.min(Limits::MOST.fuel);
    }

    pub(super) fn spend(&mut self, fuel: u32) -> Result<(), Stop> {
        let left = self.fuel.checked_sub(fuel);
        self.fuel = left.unwrap_or(0);
        left.map(drop).ok_or(Reason::Fuel.into())
    }

    fn step(&mut self, expr: &'a Expr) -> Out<'a> {
        match expr {
            Expr::Literal(literal) => Ok(Val::Literal(literal)),
            Expr::List(items) => items.iter().map(|item| self.eval(item)).collect::<Result<Vec<_>, _>>().map(Val::from),
            Expr::Path(path) => self.path(path),
            Expr::Today => self.context.today.map(Val::from).ok_or(Reason::NoToday.into()),
            Expr::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                if self.truth(condition)? { self.eval(then) } else { self.eval(otherwise) }
            }
            Expr::Present(_)
            | Expr::Not(_)
            | Expr::All(_)
            | Expr::Any(_)
            | Expr::Compare(..)
            | Expr::In(_)
            | Expr::Matches(..) => self.decide(expr).map(Val::from),
            Expr::Fold(fold) => self.fold(fold),
            Expr::Between(unit, parts) => {
                let [from, to] = &**parts;
                let (from, to) = (self.eval(from)?.date()?, self.eval(to)?.date()?);
                let count = match unit {
                    Unit::WorkingDays => self.context.calendar.ok_or(Reason::NoCalendar)?.working_days(from, to),
                    unit => between(*unit, from, to),
                };
                Ok(count.into())
            }
            Expr::Arithmetic(members) => self.arithmetic(members),
            Expr::Call(function, arguments) => {
                // Few functions take more than two, and a vector would be the dearest part of most calls.
                if let [one] = &**arguments {
                    let values = [self.eval(one)?];
                    return self.call(function, &values);
                }
                if let [one, two] = &**arguments {
                    let values = [self.eval(one)?, self.eval(two)?];
                    return self.call(function, &values);
                }
                let values = arguments.iter().map(|argument| self.eval(argument)).collect::<Result<Vec<_>, _>>()?;
                self.call(function, &values)
            }
        }
    }

    fn call(&mut self, function: &Function, values: &[Val<'a>]) -> Out<'a> {
        if values.iter().any(Val::is_null) {
            return Err(Stop::Pending);
        }
        let texts = values.iter().map(|val| val.text().map_or(0, str::len));
        self.spend(u32::try_from(texts.sum::<usize>() / 16).unwrap_or(u32::MAX))?;
        let out = (function.call)(values, &self.context)?;
        match &out {
            // A value at a computed place waits as one at a written place.
            Val::Data(value) if !is_value(value) => return Err(Stop::Pending),
            Val::Made(made) => self.spend(made.cost())?,
            _ => {}
        }
        Ok(out)
    }

    /// The value at a path.
    fn path(&self, path: &'a Path) -> Out<'a> {
        let mut value = match path.start {
            Start::Document(index) => &self.context.data.get(index).ok_or(Stop::Pending)?.value,
            Start::Local(index) => match self.locals.get(index).ok_or(Stop::Pending)? {
                Val::Data(value) => value,
                made if made.is_null() => return Err(Stop::Pending),
                made if path.keys.is_empty() => return Ok(made.clone()),
                _ => return Err(Reason::WrongType.into()),
            },
        };
        for key in &path.keys {
            let node = match (key, value) {
                (Key::Name(name), Value::Map(map)) => name.find(map),
                (Key::Index(index), Value::List(items)) => items.get(*index),
                (_, Value::Null) => None,
                _ => return Err(Reason::WrongType.into()),
            };
            value = &node.ok_or(Stop::Pending)?.value;
        }
        if is_value(value) { Ok(Val::Data(value)) } else { Err(Stop::Pending) }
    }

    /// `&&` and `||`: one part that equals `decisive` decides, whatever the others are.
    fn join(&mut self, parts: &'a [Expr], decisive: bool) -> Result<bool, Stop> {
        let mut worst = None;
        for part in parts {
            match self.truth(part) {
                Ok(truth) if truth == decisive => return Ok(decisive),
                Ok(_) => {}
                Err(stop) => worst = Stop::worse(worst, stop),
            }
        }
        worst.map_or(Ok(!decisive), Err)
    }

    /// Whether a value is an item of a list, or a key of a map.
    fn contains(&mut self, parts: &'a [Expr; 2]) -> Result<bool, Stop> {
        let [item, list] = parts;
        let lets_be_empty = matches!(list, Expr::List(choices) if choices.iter().any(Expr::is_nothing));
        let item = match self.eval(item) {
            Err(Stop::Pending) if lets_be_empty => return Ok(true),
            item => item?,
        };
        if let (Expr::List(choices), None) = (list, &self.trace)
            && choices.iter().all(|choice| matches!(choice, Expr::Literal(_)))
        {
            // A written list is paid for as if it were newly made.
            self.spend(u32::try_from(choices.len()).unwrap_or(u32::MAX).saturating_add(1))?;
            for choice in choices {
                self.spend(1)?;
                if let Expr::Literal(literal) = choice
                    && calculate::equal(&item, &Val::Literal(literal)).unwrap_or(false)
                {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let list = self.eval(list)?;
        if let (View::Text(key), View::Map(map)) = (item.view(), list.view()) {
            return Ok(map.get(key).is_some());
        }
        for index in 0..list.items()? {
            self.spend(1)?;
            if calculate::equal(&item, &list.item(index)).unwrap_or(false) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn truth_of(val: &Val<'_>) -> Result<bool, Stop> {
    match val.view() {
        View::Bool(bool) => Ok(bool),
        View::Null => Err(Stop::Pending),
        _ => Err(Reason::WrongType.into()),
    }
}

/// Whether a node counts as filled in.
pub(crate) fn is_filled(node: Option<&Node>) -> bool {
    node.is_some_and(|node| is_value(&node.value))
}

/// Whether a value is one: a form sends null or an empty text for a field that was cleared, and a text of blanks says as
/// little. An empty list or map is a value.
#[inline]
pub(super) fn is_value(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Text(text) => !is_blank(text),
        _ => true,
    }
}
