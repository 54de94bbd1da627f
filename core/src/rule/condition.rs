//! A condition by itself: the guard of a flow, the need of a component, the choice of a limit.

use super::build;
use super::builder::Scope;
use super::context::Context;
use super::eval::Machine;
use super::function::Library;
use super::reads::{Read, needs, reads};
use super::reason::Stop;
use super::tree::Expr;
use crate::base::error::{Error, Faults};
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

impl std::fmt::Display for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.expr.fmt(f)
    }
}
