//! Trees from documents: names resolved, sizes held, every fault with its place.

use super::between::Unit;
use super::function::Library;
use super::literal::Literal;
use super::number::Exact;
use super::parse;
use super::pattern::Pattern;
use super::tree::{Comparison, Expr, Gives, Key, Kind, Operator, Path, Root};
use crate::error::{Code, Error, Faults};
use crate::packed::packed;
use crate::shape::{Cursor, shape};
use crate::value::Value;
use std::borrow::Cow;

shape! {
    /// How large rules and what they read may be; enforced alike everywhere, and never as a time.
    #[derive(Copy, PartialEq, Eq)]
    pub struct Limits {
        /// Depth of an expression; 64 at most.
        pub depth: u32 = 32,
        /// Nodes of an expression; 100,000 at most.
        pub nodes: u32 = 1_000,
        /// Bytes of an expression text; 1,048,576 at most.
        pub text: u32 = 8_192,
        /// Work of one rule on one dossier: about one unit for each node that is worked out; 10,000,000 at most.
        pub fuel: u32 = 200_000,
        /// Remarks of one verdict; the rest is counted only. 10,000 at most.
        pub remarks: u32 = 200,
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { depth: 32, nodes: 1_000, text: 8_192, fuel: 200_000, remarks: 200 }
    }
}

impl Limits {
    /// No rulebook may ask for more: a browser and a server run rulebooks of others.
    pub const MOST: Self = Self { depth: 64, nodes: 100_000, text: 1 << 20, fuel: 10_000_000, remarks: 10_000 };

    /// Tells what is beyond.
    pub(crate) fn check(&self, at: &Cursor<'_>, faults: &mut Faults) {
        let Self { depth, nodes, text, fuel, remarks } = Self::MOST;
        for (name, asked, most) in [
            ("depth", self.depth, depth),
            ("nodes", self.nodes, nodes),
            ("text", self.text, text),
            ("fuel", self.fuel, fuel),
            ("remarks", self.remarks, remarks),
        ] {
            if let Some(at) = at.get(name).filter(|_| !(1..=most).contains(&asked)) {
                faults.push(at.fault(Code::OutOfRange).with("value", asked).with("range", format!("1–{most}")));
            }
        }
    }
}

/// What an expression may speak of.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// Names of the documents that the caller will hand in, in order.
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

    /// Whether a name stands for an item at hand or one of the documents.
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
        let local = self.items.iter().rposition(|item| &**item == name).map(Root::Local);
        let root = local.or_else(|| self.scope.data.iter().position(|data| *data == name).map(Root::Data));
        Ok(match (name, root) {
            (_, Some(root)) => Expr::Path(Path { root, keys: Vec::new(), text: name.into() }),
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
            return parse::between(name, &mut arguments).ok_or_else(|| wrong(name));
        }
        let mut functions = self.scope.library.get(name).peekable();
        if functions.peek().is_some() {
            let found = functions.find(|function| function.arity == arguments.len());
            return found.map(|function| Expr::Call(function, arguments)).ok_or_else(|| wrong(name));
        }
        let units = Unit::ALL.iter().map(|entry| entry.0);
        let kinds = Kind::ALL.iter().map(|entry| entry.0);
        let known = self.scope.library.names().chain(units).chain(kinds).chain(["has", "matches"]);
        Err(Error::unknown("function", name, known))
    }

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
            value @ (Value::Integer(_) | Value::Decimal(_)) => Literal::Number(Exact::of(value)?),
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
            faults.push(at.fault(Code::MissingField).with("field", "of"));
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
        let Some(fold) = parse::fold(kind, list?, item, parts) else {
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

/// The part that stands where only yes or no can stand, and can be neither.
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

/// What an expression reads: one of the documents, and a way into it; `None` stands for each item of a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Read {
    /// Which document.
    pub data: usize,
    /// The way.
    pub way: Vec<Option<Box<str>>>,
    /// Whether of a list only is read how many items it has; what is read of the items stands by itself.
    pub items_only: bool,
}

packed! {
    struct Read { data, way, items_only }
    struct Limits { depth, nodes, text, fuel, remarks }
}

impl Read {
    /// Whether a change at a pointer of the same document may change what is read.
    pub fn meets(&self, pointer: &str) -> bool {
        self.touched_by(&tokens(pointer))
    }

    /// The same, for the tokens of a pointer.
    pub(crate) fn touched_by(&self, tokens: &[Cow<'_, str>]) -> bool {
        let same = |(own, token): (&Option<Box<str>>, &Cow<'_, str>)| own.as_ref().is_none_or(|own| **own == **token);
        // An item that changes as a whole may be the first or the last; one that changes inside stays.
        self.way.iter().zip(tokens).all(same) && !(self.items_only && tokens.len() > self.way.len() + 1)
    }
}

/// The tokens of a pointer.
pub(crate) fn tokens(pointer: &str) -> Vec<Cow<'_, str>> {
    let token = |token| {
        if str::contains(token, '~') { token.replace("~1", "/").replace("~0", "~").into() } else { token.into() }
    };
    pointer.split('/').skip(1).map(token).collect()
}

/// All that an expression reads; `items` are the lists whose items are at hand.
pub(super) fn reads(expr: &Expr, items: &mut Vec<Option<Read>>, out: &mut Vec<Read>) {
    match expr {
        Expr::Path(path) => out.extend(source(expr, items).or_else(|| path_root(path, items))),
        Expr::Fold(fold) => {
            match source(&fold.list, items) {
                Some(list) if matches!(fold.list, Expr::Path(_)) && fold.kind != Kind::Filter => {
                    out.push(Read { items_only: true, ..list });
                }
                _ => reads(&fold.list, items, out),
            }
            let each = source(&fold.list, items).map(|mut read| {
                read.way.push(None);
                read
            });
            items.push(each);
            [&fold.filter, &fold.value].into_iter().flatten().for_each(|part| reads(part, items, out));
            items.pop();
        }
        other => other.parts().into_iter().for_each(|part| reads(part, items, out)),
    }
}

fn path_root(path: &Path, items: &[Option<Read>]) -> Option<Read> {
    match path.root {
        Root::Data(data) => Some(Read { data, way: Vec::new(), items_only: false }),
        Root::Local(index) => items.get(index).cloned().flatten(),
    }
}

/// The place in a document that an expression stands for, if it is one.
pub(super) fn source(expr: &Expr, items: &[Option<Read>]) -> Option<Read> {
    match expr {
        Expr::Path(path) => {
            let mut read = path_root(path, items)?;
            read.way.extend(path.keys.iter().map(|key| match key {
                Key::Name(name) => Some(name.as_str().into()),
                Key::Index(index) => Some(index.to_string().into()),
            }));
            Some(read)
        }
        Expr::Fold(fold) if fold.kind == Kind::Filter => source(&fold.list, items),
        _ => None,
    }
}
