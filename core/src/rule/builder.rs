//! Puts a tree together for its readers: names resolved, sizes held.

use super::date_difference::Unit;
use super::function::Library;
use super::limits::Limits;
use super::literal::Literal;
use super::tree::{Expr, Fold, Kind, Path, Start};
use crate::base::error::{Code, Error};

/// What an expression may speak of.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// Names of the documents that the caller will hand in, in order; the first is the form, if there is one.
    pub data: &'a [&'a str],
    /// Functions it may call.
    pub library: Library,
    /// How large it may be.
    pub limits: Limits,
}

/// Sizes as the readers use them.
pub(super) struct Sizes {
    pub(super) depth: usize,
    pub(super) text: usize,
}

pub(super) struct Builder<'a> {
    scope: Scope<'a>,
    pub(super) limits: Sizes,
    items: Vec<Box<str>>,
    nodes: u32,
}

impl<'a> Builder<'a> {
    pub(super) fn new(scope: Scope<'a>) -> Self {
        let size = |limit: u32| usize::try_from(limit).unwrap_or(usize::MAX);
        // The stack of a browser is small: no rulebook may ask for more than this.
        let limits = Sizes { depth: size(scope.limits.depth), text: size(scope.limits.text) };
        Self { scope, limits, items: Vec::new(), nodes: 0 }
    }

    /// Names an item while what follows is read.
    pub(super) fn open(&mut self, item: &str) -> Result<(), Error> {
        if self.items.len() >= self.limits.depth {
            return Err(Error::new(Code::TooDeep).with("limit", self.limits.depth));
        }
        self.items.push(item.into());
        Ok(())
    }

    pub(super) fn close(&mut self) {
        self.items.pop();
    }

    pub(super) fn count(&mut self) -> Result<(), Error> {
        self.nodes += 1;
        if self.nodes > self.scope.limits.nodes {
            return Err(Error::new(Code::TooLarge).with("what", "expression").with("limit", self.scope.limits.nodes));
        }
        Ok(())
    }

    pub(super) fn node(&mut self, expr: Expr) -> Result<Expr, Error> {
        self.count()?;
        Ok(expr)
    }

    /// Whether a name is that of an item in scope or of one of the documents.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.items.iter().any(|item| &**item == name) || self.scope.data.contains(&name)
    }

    /// Whether there is a function of a name.
    pub(super) fn calls(&self, name: &str) -> bool {
        self.scope.library.get(name).next().is_some()
    }

    /// A constant, an item at hand, or one of the documents.
    pub(super) fn name(&mut self, name: &str) -> Result<Expr, Error> {
        self.count()?;
        match name {
            "true" => return Ok(Expr::Literal(Literal::Bool(true))),
            "false" => return Ok(Expr::Literal(Literal::Bool(false))),
            "null" => return Ok(Expr::Literal(Literal::Null)),
            _ => {}
        }
        let local = self.items.iter().rposition(|item| &**item == name).map(Start::Local);
        let start = local.or_else(|| self.scope.data.iter().position(|known| *known == name).map(Start::Document));
        Ok(match (name, start) {
            (_, Some(start)) => Expr::Path(Path { start, keys: Vec::new(), text: name.into() }),
            ("today", _) => Expr::Today,
            _ if name.starts_with(['“', '”', '‘', '’', '«', '»']) => {
                return Err(Error::new(Code::Typography).with("value", name.chars().take(1).collect::<String>()));
            }
            _ => {
                let known = self.items.iter().map(AsRef::as_ref).chain(self.scope.data.iter().copied());
                return Err(Error::unknown("name", name, known.chain(["true", "false", "null", "today"])));
            }
        })
    }

    /// A call by name.
    pub(super) fn call(&mut self, name: &str, mut arguments: Vec<Expr>) -> Result<Expr, Error> {
        self.count()?;
        let wrong = |name: &str| Error::new(Code::WrongArguments).with("function", name);
        if name == "has" {
            return match (arguments.pop(), arguments.pop()) {
                (Some(path @ Expr::Path(_)), None) => Ok(Expr::Present(Box::new(path))),
                _ => Err(wrong(name)),
            };
        }
        if Unit::ALL.iter().any(|(known, _)| *known == name) {
            return between(name, &mut arguments).ok_or_else(|| wrong(name));
        }
        let mut functions = self.scope.library.get(name).peekable();
        if functions.peek().is_some() {
            let found = functions.find(|function| function.arity() == arguments.len());
            return found.map(|function| Expr::Call(function, arguments)).ok_or_else(|| wrong(name));
        }
        let units = Unit::ALL.iter().map(|entry| entry.0);
        let kinds = Kind::ALL.iter().map(|entry| entry.0);
        let known = self.scope.library.names().chain(units).chain(kinds).chain(["has", "matches"]);
        Err(Error::unknown("function", name, known))
    }
}

/// A list operation from what is in its brackets; `None` if the number of parts is wrong.
pub(super) fn fold(kind: Kind, list: Expr, item: &str, parts: Vec<Expr>) -> Option<Expr> {
    let mut parts = parts.into_iter();
    let (first, second, third) = (parts.next(), parts.next(), parts.next());
    if third.is_some() {
        return None;
    }
    let (filter, value) = match kind {
        Kind::Count | Kind::Filter => match second {
            None => (first, None),
            Some(_) => return None,
        },
        _ => match second {
            None => (None, Some(first?)),
            Some(value) => (first, Some(value)),
        },
    };
    if kind == Kind::Filter && filter.is_none() {
        return None;
    }
    Some(Expr::Fold(Box::new(Fold { kind, list, filter, value, item: item.into() })))
}

/// `years(a, b)` and its like.
fn between(name: &str, arguments: &mut Vec<Expr>) -> Option<Expr> {
    let (_, unit) = Unit::ALL.iter().find(|(known, _)| *known == name)?;
    let (to, from) = (arguments.pop()?, arguments.pop()?);
    arguments.is_empty().then(|| Expr::Between(*unit, Box::new([from, to])))
}
