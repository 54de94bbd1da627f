//! A condition by itself: the guard of a flow, the need of a component, the choice of a limit.

use super::build;
use super::builder::Scope;
use super::context::Context;
use super::eval::Machine;
use super::function::Library;
use super::literal::Literal;
use super::reads::{Read, needs, reads};
use super::reason::Stop;
use super::tree::{Expr, Path, Start};
use crate::base::error::{Error, Faults};
use crate::base::exact::Decimal;
use crate::base::packed::Packed;
use crate::base::shape::Cursor;
use crate::base::value::{Node, Value};

/// An expression that is true or false of the data.
#[derive(Clone, Debug, Packed)]
pub struct Condition {
    expr: Expr,
    fuel: u32,
}

impl Condition {
    /// Reads a condition at a place of a document.
    #[doc(hidden)]
    pub fn read(at: &Cursor<'_>, scope: Scope<'_>, faults: &mut Faults) -> Option<Self> {
        let expr = build::read_condition(at, scope, &[], faults)?;
        Some(Self { expr, fuel: scope.limits.fuel })
    }

    /// Reads an expression that gives a number.
    #[doc(hidden)]
    pub fn read_value(at: &Cursor<'_>, scope: Scope<'_>, faults: &mut Faults) -> Option<Self> {
        let expr = build::read(at, scope, &[], faults)?;
        Some(Self { expr, fuel: scope.limits.fuel })
    }

    /// The whole number that it gives; nothing while it is pending or cannot be decided.
    pub(crate) fn integer(&self, context: Context<'_>) -> Option<i64> {
        let mut machine = Machine::new(context);
        machine.refuel(self.fuel);
        let number = machine.eval(&self.expr).ok()?.number().ok()?;
        i64::try_from(number.to_integer()?).ok()
    }

    /// The number that it gives, on a machine that may have worked before.
    pub(crate) fn number_on<'a>(&'a self, machine: &mut Machine<'a>) -> Result<Decimal, Stop> {
        machine.refuel(self.fuel);
        Ok(machine.eval(&self.expr)?.number()?)
    }

    /// The texts written in it that name something of the data: those with which a document as a whole is compared, by
    /// the place of the document, and those that a function takes; `None` where a function takes anything else.
    pub(crate) fn named(&self) -> Vec<Named<'_>> {
        let mut out = Vec::new();
        name(&self.expr, &mut out);
        out
    }

    /// Reads a condition over one document that is called `d`.
    ///
    /// # Errors
    /// What is wrong with the text.
    ///
    /// ```
    /// use namro::rule::Condition;
    /// let rule = Condition::parse("d.thanhVien.sum(t,t.vonGop)==d.vonDieuLe").unwrap();
    /// assert_eq!(rule.to_string(), "d.thanhVien.sum(t, t.vonGop) == d.vonDieuLe");
    /// assert!(Condition::parse("d.thanhVien.sum(").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, Error> {
        let scope = Scope { data: &["d"], library: Library::STANDARD, limits: super::Limits::default() };
        let node = Node::from(Value::Text(text.into()));
        let mut faults = Faults::new();
        let condition = Self::read(&Cursor::root(&node, None), scope, &mut faults);
        condition.ok_or_else(|| {
            faults.iter().next().cloned().unwrap_or_else(|| Error::new(crate::base::error::Code::BadExpression))
        })
    }

    /// Whether it holds.
    ///
    /// # Errors
    /// [`Stop::Pending`] while something is not filled in, [`Stop::Undetermined`] where it cannot be decided.
    #[doc(hidden)]
    pub fn holds(&self, context: Context<'_>) -> Result<bool, Stop> {
        self.holds_on(&mut Machine::new(context))
    }

    /// The same on a machine that may have worked before.
    pub(crate) fn holds_on<'a>(&'a self, machine: &mut Machine<'a>) -> Result<bool, Stop> {
        machine.refuel(self.fuel);
        machine.truth(&self.expr)
    }

    /// Whether it holds, and the value of each of its nodes.
    #[cfg(test)]
    pub(crate) fn trace(&self, context: Context<'_>) -> (Result<bool, Stop>, Vec<super::eval::TraceLine>) {
        let mut machine = Machine::new(context).traced();
        let out = self.holds_on(&mut machine);
        (out, machine.into_trace())
    }

    /// What it reads.
    pub(crate) fn reads(&self) -> Vec<Read> {
        let mut out = Vec::new();
        reads(&self.expr, &mut Vec::new(), &mut out);
        out
    }

    /// What it cannot do without.
    pub(crate) fn needs(&self) -> Vec<Read> {
        let mut out = Vec::new();
        needs(&self.expr, &mut Vec::new(), &mut out);
        out
    }

    /// The tree.
    pub(crate) fn expr(&self) -> &Expr {
        &self.expr
    }
}

/// A text written in an expression that names something of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named<'a> {
    /// It is compared with a document as a whole, by the place of the document.
    Compared(usize, &'a str),
    /// A function takes it; `None` in place of anything else than a text.
    Passed(&'static str, Option<&'a str>),
}

fn name<'a>(expr: &'a Expr, out: &mut Vec<Named<'a>>) {
    let whole = |expr: &Expr| match expr {
        Expr::Path(Path { start: Start::Document(place), keys, .. }) if keys.is_empty() => Some(*place),
        _ => None,
    };
    let text = |expr: &'a Expr| match expr {
        Expr::Literal(Literal::Text(text)) => Some(&**text),
        _ => None,
    };
    let mut compare = |field: &Expr, said: &'a Expr| {
        out.extend(whole(field).zip(text(said)).map(|(place, text)| Named::Compared(place, text)));
    };
    match expr {
        Expr::Compare(_, sides) => {
            let [one, other] = &**sides;
            compare(one, other);
            compare(other, one);
        }
        Expr::In(sides) => {
            if let [field, Expr::List(choices)] = &**sides {
                choices.iter().for_each(|choice| compare(field, choice));
            }
        }
        Expr::Call(function, arguments) => {
            out.extend(arguments.iter().map(|argument| Named::Passed(function.name, text(argument))));
        }
        _ => {}
    }
    expr.parts().into_iter().for_each(|part| name(part, out));
}

impl std::fmt::Display for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.expr.fmt(f)
    }
}
