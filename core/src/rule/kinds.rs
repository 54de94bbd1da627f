//! The kinds of values that the form allows: a rule that can never be decided is reported when the rulebook is read, not
//! to the first citizen whose dossier it checks.

use super::condition::Condition;
use super::function::Function;
use super::literal::Literal;
use super::reads::{Read, source};
use super::reason::Reason;
use super::schema::Schema;
use super::spec::Rule;
use super::tree::{Comparison, Expr, Fold, Kind, Operator};
use crate::base::error::{Code, Error};
use crate::base::time::Date;
use crate::base::value::Value;

/// Kinds that a value may be of: the bits of the types of a schema, and one for a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kinds(u8);

impl Kinds {
    pub(crate) const TRUTH: Self = Self(2);
    pub(crate) const NUMBER: Self = Self(12);
    pub(crate) const TEXT: Self = Self(16);
    pub(crate) const LIST: Self = Self(32);
    pub(crate) const MAP: Self = Self(64);
    pub(crate) const DAY: Self = Self(128);
    pub(crate) const ANY: Self = Self(254);
    /// What a function makes of texts may be a day, written out.
    pub(crate) const MADE: Self = Self::TEXT.or(Self::DAY);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether nothing but true and false is left.
    pub(super) const fn is_truth(self) -> bool {
        self.0 == Self::TRUTH.0
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The first of them, as a message names it.
    fn word(self) -> &'static str {
        let words = [
            (Self::TRUTH, "boolean"),
            (Self::NUMBER, "number"),
            (Self::TEXT, "text"),
            (Self::DAY, "day"),
            (Self::LIST, "list"),
            (Self::MAP, "map"),
        ];
        words.into_iter().find(|(kind, _)| !kind.and(self).is_none()).map_or("null", |(_, word)| word)
    }
}

/// Looks through expressions on one form.
struct Look<'a> {
    schema: &'a Schema,
    /// The lists whose items are at hand.
    items: Vec<Option<Read>>,
    found: Vec<Error>,
}

impl Rule {
    /// What of its expressions can never be decided on a form, and in which of its parts.
    pub(crate) fn misfits(&self, schema: &Schema) -> Vec<(&'static str, Error)> {
        let mut look = Look { schema, items: Vec::new(), found: Vec::new() };
        let mut out = Vec::new();
        if let Some(each) = self.each() {
            let list = look.items_of(each);
            out.extend(look.found.drain(..).map(|fault| ("each", fault)));
            look.items.extend([list, None]);
        }
        for (part, expr) in [("check", Some(self.check())), ("when", self.when())] {
            expr.into_iter().for_each(|expr| look.condition(expr));
            out.extend(look.found.drain(..).map(|fault| (part, fault)));
        }
        out
    }
}

impl Condition {
    /// What of it can never be decided on a form.
    pub(crate) fn misfits(&self, schema: &Schema) -> Vec<Error> {
        let mut look = Look { schema, items: Vec::new(), found: Vec::new() };
        look.condition(self.expr());
        look.found
    }

    /// The same of an expression that gives a number.
    pub(crate) fn misfits_of_number(&self, schema: &Schema) -> Vec<Error> {
        let mut look = Look { schema, items: Vec::new(), found: Vec::new() };
        look.ask(self.expr(), Kinds::NUMBER);
        look.found
    }
}

impl Look<'_> {
    /// The whole is true or false.
    fn condition(&mut self, expr: &Expr) {
        if self.kinds(expr).and(Kinds::TRUTH).is_none() {
            self.found.push(Error::new(Code::NoCondition).with("expression", expr));
        }
    }

    /// Gives those of some kinds that an expression may be of; it is of one of them.
    fn ask(&mut self, expr: &Expr, wanted: Kinds) -> Kinds {
        let kinds = self.kinds(expr);
        self.expect(expr, kinds, wanted)
    }

    fn expect(&mut self, expr: &Expr, kinds: Kinds, wanted: Kinds) -> Kinds {
        let both = kinds.and(wanted);
        if !both.is_none() {
            return both;
        }
        let fault = Error::new(Code::OtherKind).with("expression", expr).with("found", kinds.word());
        self.found.push(fault.with("expected", wanted.word()));
        wanted
    }

    fn kinds(&mut self, expr: &Expr) -> Kinds {
        match expr {
            Expr::Literal(Literal::Null) => Kinds::ANY,
            Expr::Call(function, arguments) => self.call(function, arguments),
            Expr::Literal(Literal::Bool(_)) => Kinds::TRUTH,
            Expr::Literal(Literal::Number(_)) => Kinds::NUMBER,
            Expr::Literal(Literal::Text(text)) if Date::from_text(text).is_none() => Kinds::TEXT,
            Expr::Literal(Literal::Text(_)) => Kinds::TEXT.or(Kinds::DAY),
            Expr::List(parts) => {
                parts.iter().for_each(|part| {
                    self.kinds(part);
                });
                Kinds::LIST
            }
            Expr::Path(_) => self.path(expr),
            Expr::Today => Kinds::DAY,
            Expr::Present(inner) => {
                self.kinds(inner);
                Kinds::TRUTH
            }
            Expr::Not(inner) => self.truths(std::slice::from_ref(inner)),
            Expr::All(parts) | Expr::Any(parts) => self.truths(parts),
            Expr::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                self.ask(condition, Kinds::TRUTH);
                let (one, other) = (self.kinds(then), self.kinds(otherwise));
                // What is read of a value that is of another kind each time can be decided but half of the time.
                if one.and(other).is_none() { self.expect(otherwise, other, one) } else { one.or(other) }
            }
            Expr::Compare(comparison, sides) => self.compare(*comparison, sides),
            Expr::In(parts) => {
                let [item, list] = &**parts;
                let kinds = self.kinds(item);
                self.ask(list, Kinds::LIST.or(Kinds::MAP));
                if let Expr::List(choices) = list {
                    for choice in choices.iter().filter(|choice| !matches!(choice, Expr::Literal(Literal::Null))) {
                        let found = self.kinds(choice);
                        self.expect(choice, found, kinds);
                        self.choice(item, choice);
                    }
                }
                Kinds::TRUTH
            }
            Expr::Fold(fold) => self.fold(fold),
            Expr::Between(_, days) => {
                days.iter().for_each(|day| {
                    self.ask(day, Kinds::DAY);
                });
                Kinds::NUMBER
            }
            Expr::Arithmetic(members) => {
                let joins = members.iter().all(|(operator, _)| *operator == Operator::Plus);
                let mut wanted = if joins { Kinds::NUMBER.or(Kinds::TEXT).or(Kinds::LIST) } else { Kinds::NUMBER };
                for (operator, member) in members {
                    wanted = self.ask(member, wanted);
                    let divides = matches!(operator, Operator::Over | Operator::Remainder);
                    if let (true, Expr::Literal(Literal::Number(number))) = (divides, member)
                        && number.to_integer() == Some(0)
                    {
                        let fault = Error::new(Code::Undetermined).with("expression", expr);
                        self.found.push(fault.with("reason", Reason::Division.words()));
                    }
                }
                wanted
            }
            Expr::Matches(inner, _) => {
                self.ask(inner, Kinds::TEXT);
                Kinds::TRUTH
            }
        }
    }

    fn call(&mut self, function: &Function, arguments: &[Expr]) -> Kinds {
        for (argument, takes) in arguments.iter().zip(function.takes) {
            self.ask(argument, *takes);
        }
        function.gives
    }

    fn truths(&mut self, parts: &[impl std::borrow::Borrow<Expr>]) -> Kinds {
        parts.iter().for_each(|part| {
            self.ask(part.borrow(), Kinds::TRUTH);
        });
        Kinds::TRUTH
    }

    fn compare(&mut self, comparison: Comparison, sides: &[Expr; 2]) -> Kinds {
        let [one, other] = sides;
        if sides.iter().any(|side| matches!(side, Expr::Literal(Literal::Null))) {
            return Kinds::TRUTH;
        }
        let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        let ordered = Kinds::TRUTH.or(Kinds::NUMBER).or(Kinds::TEXT).or(Kinds::DAY);
        let wanted = self.ask(one, if equality { Kinds::ANY } else { ordered });
        // The plainer side is the one to be mended.
        let kinds = self.kinds(other);
        match (one, other) {
            (Expr::Literal(_), Expr::Path(_)) => self.expect(one, wanted, kinds),
            _ => self.expect(other, kinds, wanted),
        };
        if equality {
            self.choice(one, other);
            self.choice(other, one);
        }
        self.day(one, other);
        self.day(other, one);
        Kinds::TRUTH
    }

    /// A text that a day of the form is compared with is a day.
    fn day(&mut self, field: &Expr, text: &Expr) {
        let (Expr::Path(_), Expr::Literal(Literal::Text(said))) = (field, text) else { return };
        let place = source(field, &self.items).filter(|read| read.is_of_form());
        if place.is_some_and(|read| self.schema.is_day(&read.way))
            && !said.is_empty()
            && Date::from_text(said).is_none()
        {
            self.expect(text, Kinds::TEXT, Kinds::DAY);
        }
    }

    /// A text that a field is compared with is one of those that the form lets it be.
    fn choice(&mut self, field: &Expr, text: &Expr) {
        let (Expr::Path(_), Expr::Literal(Literal::Text(text))) = (field, text) else { return };
        let place = source(field, &self.items).filter(|read| read.is_of_form());
        let Some(choices) = place.and_then(|read| self.schema.choices(&read.way)) else { return };
        let texts: Option<Vec<&str>> = choices.iter().map(|choice| choice.value.as_text()).collect();
        if let Some(texts) = texts.filter(|texts| !texts.is_empty() && !texts.contains(&&**text)) {
            let fault = Error::new(Code::UnknownTerm).with("value", text).with("allowed", texts.join(", "));
            self.found.push(fault.suggest(text, texts));
        }
    }

    /// Where the items of a list stand; nowhere, if it is none.
    fn items_of(&mut self, list: &Expr) -> Option<Read> {
        let before = self.found.len();
        self.ask(list, Kinds::LIST);
        let mut read = source(list, &self.items).filter(|_| self.found.len() == before)?;
        read.way.push(None);
        Some(read)
    }

    fn fold(&mut self, fold: &Fold) -> Kinds {
        let each = self.items_of(&fold.list);
        self.items.push(each);
        if let Some(filter) = &fold.filter {
            self.ask(filter, Kinds::TRUTH);
        }
        let wanted = match fold.kind {
            Kind::Every | Kind::Some | Kind::One => Kinds::TRUTH,
            Kind::Sum => Kinds::NUMBER,
            Kind::Count | Kind::Least | Kind::Greatest | Kind::Unique | Kind::Filter | Kind::Map => Kinds::ANY,
        };
        let value = fold.value.as_ref().map_or(Kinds::ANY, |value| self.ask(value, wanted));
        self.items.pop();
        match fold.kind {
            Kind::Every | Kind::Some | Kind::One | Kind::Unique => Kinds::TRUTH,
            Kind::Count | Kind::Sum => Kinds::NUMBER,
            Kind::Filter | Kind::Map => Kinds::LIST,
            Kind::Least | Kind::Greatest => value,
        }
    }

    /// The kinds of a field; on the way to it there are only maps and lists.
    fn path(&mut self, expr: &Expr) -> Kinds {
        let Some(read) = source(expr, &self.items).filter(|read| read.is_of_form()) else { return Kinds::ANY };
        for (depth, token) in read.way.iter().enumerate() {
            let before = read.way.get(..depth).and_then(|way| self.at(way));
            let number = token.as_deref().is_none_or(|name| name.parse::<usize>().is_ok());
            let wanted = if number { Kinds::MAP.or(Kinds::LIST) } else { Kinds::MAP };
            if let Some(kinds) = before.filter(|kinds| kinds.and(wanted).is_none()) {
                let fault = Error::new(Code::OtherKind).with("expression", expr).with("found", kinds.word());
                self.found.push(fault.with("expected", wanted.word()));
                return Kinds::ANY;
            }
        }
        self.at(&read.way).unwrap_or(Kinds::ANY)
    }

    fn at(&self, way: &[Option<Box<str>>]) -> Option<Kinds> {
        let types = self.schema.types(way).or_else(|| {
            let bits = self.schema.choices(way)?.iter().map(|choice| match &choice.value {
                Value::Null => 0,
                Value::Bool(_) => Kinds::TRUTH.0,
                Value::Integer(_) | Value::Decimal(_) => Kinds::NUMBER.0,
                Value::Text(_) => Kinds::TEXT.0,
                Value::List(_) => Kinds::LIST.0,
                Value::Map(_) => Kinds::MAP.0,
            });
            Some(bits.fold(0, |all, bit| all | bit))
        })?;
        let kinds = Kinds(types).and(Kinds::ANY);
        let kinds = if kinds.and(Kinds::TEXT).is_none() { kinds } else { kinds.or(Kinds::DAY) };
        Some(kinds).filter(|kinds| !kinds.is_none())
    }
}
