//! Trees from documents, every fault with its place.

use super::builder::{Builder, Scope, fold};
use super::literal::Literal;
use super::parse;
use super::pattern::Pattern;
use super::tree::{Comparison, Expr, Gives, Kind, Operator};
use crate::base::error::{Code, Faults};
use crate::base::shape::Cursor;
use crate::base::value::Value;

impl Builder<'_> {
    /// Reads an expression: a text, a number, a boolean, or a tree of maps with one key each.
    pub(super) fn read(&mut self, at: &Cursor<'_>, faults: &mut Faults) -> Option<Expr> {
        self.read_at(at, 0, faults)
    }

    fn read_at(&mut self, at: &Cursor<'_>, depth: usize, faults: &mut Faults) -> Option<Expr> {
        if depth > self.limits.depth {
            faults.push(at.fault(Code::TooDeep).with("limit", self.limits.depth));
            return None;
        }
        let literal = match &at.node.value {
            Value::Text(text) => return at.keep(parse::parse(text, self), faults),
            Value::Null => Literal::Null,
            Value::Bool(bool) => Literal::Bool(*bool),
            value @ (Value::Integer(_) | Value::Decimal(_)) => Literal::Number(value.number()?),
            Value::List(_) => return self.list(at, depth, faults).map(Expr::List),
            Value::Map(map) => {
                let mut entries = map.iter();
                let (Some((name, node)), None) = (entries.next(), entries.next()) else {
                    return at.wrong_type("map with one operator", faults);
                };
                return self.operator(name, &at.key(name, node), depth + 1, faults);
            }
        };
        at.keep(self.node(Expr::Literal(literal)), faults)
    }

    fn list(&mut self, at: &Cursor<'_>, depth: usize, faults: &mut Faults) -> Option<Vec<Expr>> {
        let Value::List(list) = &at.node.value else {
            return at.wrong_type("list", faults);
        };
        // Each part is read, even after a faulty one.
        let parts =
            list.iter().enumerate().map(|(index, node)| self.read_at(&at.index(index, node), depth + 1, faults));
        parts.collect::<Vec<_>>().into_iter().collect()
    }

    fn exactly<const N: usize>(
        &mut self,
        at: &Cursor<'_>,
        depth: usize,
        faults: &mut Faults,
    ) -> Option<Box<[Expr; N]>> {
        let parts = self.list(at, depth, faults)?;
        match <[Expr; N]>::try_from(parts) {
            Ok(parts) => Some(Box::new(parts)),
            Err(_) => at.wrong_type(&format!("list of {N}"), faults),
        }
    }

    fn operator(&mut self, name: &str, at: &Cursor<'_>, depth: usize, faults: &mut Faults) -> Option<Expr> {
        if let Some((_, _, comparison)) = Comparison::ALL.iter().find(|(_, known, _)| *known == name) {
            let parts = self.exactly(at, depth, faults)?;
            return at.keep(self.node(Expr::Compare(*comparison, parts)), faults);
        }
        if let Some((_, _, operator)) = Operator::ALL.iter().find(|(_, known, _)| *known == name) {
            let parts = self.list(at, depth, faults)?;
            let mut members: Vec<_> = parts.into_iter().map(|part| (*operator, part)).collect();
            if let Some(first) = members.first_mut() {
                first.0 = Operator::Plus;
            }
            return at.keep(self.node(Expr::Arithmetic(members)), faults);
        }
        // A map under a list operation is that operation; the boolean `all` has a list.
        let map = matches!(at.node.value, Value::Map(_));
        if let Some((_, kind)) = Kind::ALL.iter().find(|(known, _)| map && *known == name) {
            return self.fold(*kind, at, depth, faults);
        }
        let expr = match name {
            "present" | "has" => Expr::Present(Box::new(self.read_at(at, depth, faults)?)),
            "not" => Expr::Not(Box::new(self.read_at(at, depth, faults)?)),
            "text" => Expr::Literal(Literal::Text(at.text(faults)?.into())),
            "all" => Expr::All(self.list(at, depth, faults)?),
            "any" => Expr::Any(self.list(at, depth, faults)?),
            "if" => Expr::If(self.exactly(at, depth, faults)?),
            "in" => Expr::In(self.exactly(at, depth, faults)?),
            "matches" => {
                let parts = self.exactly::<2>(at, depth, faults)?;
                let [inner, pattern] = *parts;
                let Expr::Literal(Literal::Text(text)) = pattern else {
                    return at.wrong_type("pattern in quotes", faults);
                };
                let pattern = at.keep(Pattern::new(&text), faults)?;
                Expr::Matches(Box::new(inner), Box::new(pattern))
            }
            name => {
                if Kind::ALL.iter().any(|(known, _)| *known == name) && !self.calls(name) {
                    return at.wrong_type("map", faults);
                }
                let Some(arguments) = self.list(at, depth, faults) else {
                    // What is wrong inside does not hide that there is no such function.
                    let unknown = self.call(name, Vec::new()).err();
                    let unknown = unknown.filter(|fault| fault.code() == Code::UnknownReference);
                    faults.keep(unknown.map_or(Ok(()), |fault| Err(at.locate(fault))));
                    return None;
                };
                return at.keep(self.call(name, arguments), faults);
            }
        };
        at.keep(self.node(expr), faults)
    }

    /// `{sum: {of: d.thanhVien, item: t, where: …, value: t.vonGop}}`.
    fn fold(&mut self, kind: Kind, at: &Cursor<'_>, depth: usize, faults: &mut Faults) -> Option<Expr> {
        at.fields(&["of", "item", "where", "value"], faults)?;
        let Some(of) = at.get("of") else {
            at.missing_field("of", faults);
            return None;
        };
        let list = self.read_at(&of, depth, faults);
        let item = at.get("item").map_or(Some("item"), |item| item.text(faults))?;
        at.keep(self.open(item), faults)?;
        let mut part = |name: &str, faults: &mut Faults| match at.get(name) {
            Some(part) => self.read_at(&part, depth, faults).map(Some),
            None => Some(None),
        };
        let filter = part("where", faults);
        let value = part("value", faults);
        self.close();
        let parts = filter?.into_iter().chain(value?).collect();
        let Some(fold) = fold(kind, list?, item, parts) else {
            faults.push(at.fault(Code::WrongArguments).with("function", kind_name(kind)));
            return None;
        };
        at.keep(self.node(fold), faults)
    }
}

fn kind_name(kind: Kind) -> &'static str {
    Kind::ALL.iter().find(|(_, known)| *known == kind).map_or("", |entry| entry.0)
}

/// Reads an expression at a place of a document.
pub(super) fn read(at: &Cursor<'_>, scope: Scope<'_>, items: &[&str], faults: &mut Faults) -> Option<Expr> {
    let mut builder = Builder::new(scope);
    for item in items {
        at.keep(builder.open(item), faults)?;
    }
    builder.read(at, faults)
}

/// The same, where the expression has to be a condition.
pub(super) fn read_condition(at: &Cursor<'_>, scope: Scope<'_>, items: &[&str], faults: &mut Faults) -> Option<Expr> {
    let expr = read(at, scope, items, faults)?;
    match no_condition(&expr) {
        None => Some(expr),
        Some(part) => {
            faults.push(at.fault(Code::NoCondition).with("expression", part));
            None
        }
    }
}

/// The part that is where only yes or no can be, and can be neither.
fn no_condition(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::All(parts) | Expr::Any(parts) => parts.iter().find_map(no_condition),
        Expr::Not(inner) => no_condition(inner),
        Expr::If(parts) => parts.iter().find_map(no_condition),
        Expr::Fold(fold) if matches!(fold.kind, Kind::Every | Kind::Some | Kind::One) => {
            [&fold.filter, &fold.value].into_iter().flatten().find_map(no_condition)
        }
        other => (other.gives() == Gives::Other).then_some(other),
    }
}
