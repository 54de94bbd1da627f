//! The expression text: a part of CEL's syntax, read into the same tree as a rule that is written out.
//!
//! What differs from CEL: numbers are exact (no doubles, no overflow up to 38 digits), a value that is not filled in
//! makes the rule pending instead of an error, there is no clock, and patterns are those of [`super::Pattern`].
//! `docs/rules-reference.md` lists all of it.

use super::builder::{Builder, fold};
use super::literal::Literal;
use super::pattern::Pattern;
use super::print;
use super::standard::names_in_math;
use super::tree::{Comparison, Expr, Key, Kind, Name, Operator, Path};
use crate::base::error::{Code, Error};
use crate::base::exact::Decimal;
use crate::base::time::Date;

/// Reads an expression text.
pub(super) fn parse(text: &str, builder: &mut Builder<'_>) -> Result<Expr, Error> {
    if text.len() > builder.limits.text {
        return Err(Error::new(Code::TooLarge).with("what", "expression").with("limit", builder.limits.text));
    }
    let mut reader = Reader { text, at: 0, depth: 0, builder };
    let expr = reader.whole();
    expr.map_err(|fault| match fault {
        Fault::Syntax(reason) => {
            let before = text.get(..reader.at).unwrap_or(text);
            Error::new(Code::BadExpression).with("position", before.chars().count() + 1).with("reason", reason)
        }
        Fault::Other(error) => error,
    })
}

pub(super) enum Fault {
    Syntax(&'static str),
    Other(Error),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Other(error)
    }
}

pub(super) type Read<T> = Result<T, Fault>;

pub(super) fn syntax<T>(reason: &'static str) -> Read<T> {
    Err(Fault::Syntax(reason))
}

pub(super) struct Reader<'a, 'b, 'c> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    depth: usize,
    builder: &'b mut Builder<'c>,
}

impl<'a> Reader<'a, '_, '_> {
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Passes white space and comments.
    fn blank(&mut self) {
        loop {
            let rest = self.rest().trim_start();
            self.at = self.text.len() - rest.len();
            if !rest.starts_with("//") {
                return;
            }
            self.at += rest.find('\n').unwrap_or(rest.len());
        }
    }

    pub(super) fn peek(&mut self) -> Option<char> {
        self.blank();
        self.rest().chars().next()
    }

    /// Takes a sign, if it is here.
    fn take(&mut self, sign: &str) -> bool {
        self.blank();
        let found = self.rest().starts_with(sign);
        if found {
            self.at += sign.len();
        }
        found
    }

    fn due(&mut self, sign: &str, reason: &'static str) -> Read<()> {
        if self.take(sign) { Ok(()) } else { syntax(reason) }
    }

    /// A name, if one is here.
    fn name(&mut self) -> Option<&'a str> {
        self.blank();
        let rest = self.rest();
        let inside = |char: char| char.is_ascii_alphanumeric() || char == '_' || !char.is_ascii();
        let end = rest.find(|char| !inside(char)).unwrap_or(rest.len());
        let name = rest.get(..end).filter(|name| !name.starts_with(|char: char| char.is_ascii_digit()))?;
        self.at += end;
        (!name.is_empty()).then_some(name)
    }

    /// A word such as `in`, if all of it is here.
    fn word(&mut self, word: &str) -> bool {
        let before = self.at;
        let found = self.name() == Some(word);
        if !found {
            self.at = before;
        }
        found
    }

    fn whole(&mut self) -> Read<Expr> {
        let expr = self.choice()?;
        match self.peek() {
            None => Ok(expr),
            Some(')' | ']') => syntax("one bracket too many"),
            Some('=') => syntax("comparison is written `==`"),
            Some(_) => syntax(self.meant().unwrap_or("expected an operator")),
        }
    }

    /// What another language would mean by the text here.
    fn meant(&self) -> Option<&'static str> {
        let rest = self.rest();
        let word = rest.split(|char: char| !char.is_alphanumeric()).next().unwrap_or_default();
        Some(match (word.to_ascii_lowercase().as_str(), rest.chars().next()?) {
            ("and", _) => "`and` is written `&&`",
            ("or", _) => "`or` is written `||`",
            ("not", _) => "`not` is written `!`",
            (_, '=') => "comparison is written `==`",
            (_, '≤' | '≥' | '≠') => "write `<=`, `>=` or `!=`",
            (_, '−' | '–') => "minus is written `-`",
            (_, '×' | '÷') => "write `*` or `/`",
            (_, '{') => "maps are not supported here; compare with `in [...]`, or choose with `a ? b : c`",
            _ => return None,
        })
    }

    fn choice(&mut self) -> Read<Expr> {
        self.depth += 1;
        if self.depth > self.builder.limits.depth {
            return Err(Error::new(Code::TooDeep).with("limit", self.builder.limits.depth).into());
        }
        let condition = self.any()?;
        let out = if self.take("?") {
            let then = self.choice()?;
            self.due(":", "expected `:`")?;
            let otherwise = self.choice()?;
            self.builder.node(Expr::If(Box::new([condition, then, otherwise])))?
        } else {
            condition
        };
        self.depth -= 1;
        Ok(out)
    }

    fn any(&mut self) -> Read<Expr> {
        let mut parts = vec![self.all()?];
        while self.take("||") {
            parts.push(self.all()?);
        }
        self.chain(parts, Expr::Any)
    }

    fn all(&mut self) -> Read<Expr> {
        let mut parts = vec![self.relation()?];
        while self.take("&&") {
            parts.push(self.relation()?);
        }
        self.chain(parts, Expr::All)
    }

    fn chain(&mut self, mut parts: Vec<Expr>, join: fn(Vec<Expr>) -> Expr) -> Read<Expr> {
        match (parts.len(), parts.pop()) {
            (1, Some(only)) => Ok(only),
            (_, last) => {
                parts.extend(last);
                Ok(self.builder.node(join(parts))?)
            }
        }
    }

    fn relation(&mut self) -> Read<Expr> {
        let left = self.sum()?;
        if let Some((_, _, comparison)) = Comparison::ALL.iter().find(|(sign, _, _)| self.take(sign)) {
            let right = self.sum()?;
            if Comparison::ALL.iter().any(|(sign, _, _)| self.take(sign)) {
                return syntax("comparisons cannot be chained; join two comparisons with `&&`");
            }
            return Ok(self.builder.node(Expr::Compare(*comparison, Box::new([left, right])))?);
        }
        if self.word("in") {
            let right = self.sum()?;
            return Ok(self.builder.node(Expr::In(Box::new([left, right])))?);
        }
        Ok(left)
    }

    fn sum(&mut self) -> Read<Expr> {
        self.operations(&[("+", Operator::Plus), ("-", Operator::Minus)], Self::product)
    }

    fn product(&mut self) -> Read<Expr> {
        let signs = [("*", Operator::Times), ("/", Operator::Over), ("%", Operator::Remainder)];
        self.operations(&signs, Self::unary)
    }

    fn operations(&mut self, signs: &[(&str, Operator)], next: fn(&mut Self) -> Read<Expr>) -> Read<Expr> {
        let first = next(self)?;
        let mut members = vec![(Operator::Plus, first)];
        while let Some((_, operator)) = signs.iter().find(|(sign, _)| self.take(sign)) {
            let member = next(self)?;
            self.builder.count()?;
            members.push((*operator, member));
        }
        match (members.len(), members.pop()) {
            (1, Some((_, only))) => Ok(only),
            (_, last) => {
                members.extend(last);
                Ok(self.builder.node(Expr::Arithmetic(members))?)
            }
        }
    }

    fn unary(&mut self) -> Read<Expr> {
        let (mut nots, mut minuses) = (0usize, 0usize);
        loop {
            // `!=` cannot stand before an operand, so a lone `!` is a negation.
            if self.take("!") {
                nots += 1;
            } else if self.take("-") {
                minuses += 1;
            } else {
                break;
            }
        }
        let mut expr = self.member()?;
        if nots > 0 && minuses > 0 {
            return syntax("`!` and `-` cannot be combined");
        }
        if minuses % 2 == 1 {
            expr = match expr {
                Expr::Literal(Literal::Number(number)) => match number.negated() {
                    Some(number) => Expr::Literal(Literal::Number(number)),
                    None => return syntax("the number is too large"),
                },
                expr => self.builder.node(Expr::Arithmetic(vec![(Operator::Minus, expr)]))?,
            };
        }
        if nots % 2 == 1 {
            expr = self.builder.node(Expr::Not(Box::new(expr)))?;
        }
        Ok(expr)
    }

    fn member(&mut self) -> Read<Expr> {
        let mut expr = self.primary()?;
        loop {
            if self.take(".") {
                let Some(name) = self.name() else { return syntax("expected a name after `.`") };
                expr = match expr {
                    expr if self.take("(") => self.method(name, expr)?,
                    // A field of the value at a computed place.
                    Expr::Call(function, _) if function.name == "at" => {
                        let name = Expr::Literal(Literal::Text(name.into()));
                        self.builder.call("at", vec![expr, name])?
                    }
                    expr => extend(expr, Key::Name(Name::new(name)))?,
                };
            } else if self.take("[") {
                let inside = self.at;
                expr = match (self.key(), expr) {
                    (Ok(key), path @ Expr::Path(_)) => extend(path, key)?,
                    // A place that has to be computed.
                    (_, list) => {
                        self.at = inside;
                        let place = self.choice()?;
                        self.due("]", "expected `]`")?;
                        self.builder.call("at", vec![list, place])?
                    }
                };
            } else {
                return Ok(expr);
            }
        }
    }

    fn key(&mut self) -> Read<Key> {
        let key = match self.peek() {
            Some('\'' | '"') => Key::Name(Name::new(self.string(false)?)),
            Some('0'..='9') => match self.number()?.to_integer().map(usize::try_from) {
                Some(Ok(index)) => Key::Index(index),
                _ => return syntax("an index must be a whole number"),
            },
            _ => return syntax("an index must be a number or a string in quotes"),
        };
        self.due("]", "expected `]`")?;
        Ok(key)
    }

    fn primary(&mut self) -> Read<Expr> {
        match self.peek() {
            None => syntax("the expression ends too early"),
            Some('(') => {
                self.at += 1;
                let inner = self.choice()?;
                self.due(")", "expected `)`")?;
                Ok(inner)
            }
            Some('[') => {
                self.at += 1;
                let items = self.arguments("]", "expected `]`")?;
                Ok(self.builder.node(Expr::List(items))?)
            }
            _ if self.quote().is_some() => {
                let text = self.string(false)?;
                Ok(self.builder.node(Expr::Literal(Literal::Text(text.into())))?)
            }
            Some('0'..='9') => {
                if self.rest().get(..10).is_some_and(|text| Date::from_text(text).is_some()) {
                    return syntax("write a date in quotes: '2026-01-08'");
                }
                let number = self.number()?;
                Ok(self.builder.node(Expr::Literal(Literal::Number(number)))?)
            }
            Some(_) => {
                let start = self.at;
                let Some(name) = self.name() else { return syntax(self.meant().unwrap_or("expected a value")) };
                if name == "math" && !self.builder.knows(name) && self.take(".") {
                    return self.of_numbers();
                }
                if self.take("(") {
                    return self.call(name, None, start);
                }
                Ok(self.builder.name(name)?)
            }
        }
    }

    /// `math.floor(x)`, as CEL spells the functions of numbers.
    fn of_numbers(&mut self) -> Read<Expr> {
        let start = self.at;
        let Some(name) = self.name() else { return syntax("a name is due after `.`") };
        if names_in_math().all(|known| known != name) {
            self.at = start;
            return Err(Error::unknown("function", name, names_in_math()).into());
        }
        self.due("(", "expected `(`")?;
        self.call(name, None, start)
    }

    /// Arguments up to the closing bracket.
    fn arguments(&mut self, close: &str, reason: &'static str) -> Read<Vec<Expr>> {
        let mut arguments = Vec::new();
        while !self.take(close) {
            if !arguments.is_empty() {
                self.due(",", reason)?;
            }
            arguments.push(self.choice()?);
        }
        Ok(arguments)
    }

    /// `list.sum(t, …)`, or a function with what is before the dot as its first argument.
    fn method(&mut self, name: &'a str, subject: Expr) -> Read<Expr> {
        let Some((_, kind)) = Kind::ALL.iter().find(|(known, _)| *known == name) else {
            return self.call(name, Some(subject), self.at);
        };
        let Some(item) = self.name() else { return syntax("expected a name for the item") };
        self.builder.open(item)?;
        let mut parts = Vec::new();
        while self.take(",") {
            parts.push(self.choice()?);
        }
        self.builder.close();
        self.due(")", "expected `)`")?;
        let fold = fold(*kind, subject, item, parts).ok_or(Fault::Syntax("the number of arguments is wrong"))?;
        Ok(self.builder.node(fold)?)
    }

    fn call(&mut self, name: &str, subject: Option<Expr>, start: usize) -> Read<Expr> {
        if name == "matches" {
            let inner = match subject {
                Some(subject) => subject,
                None => {
                    let inner = self.choice()?;
                    self.due(",", "expected a pattern")?;
                    inner
                }
            };
            self.blank();
            let pattern = Pattern::new(&self.string(true)?)?;
            self.due(")", "expected `)`")?;
            return Ok(self.builder.node(Expr::Matches(Box::new(inner), Box::new(pattern)))?);
        }
        if Kind::ALL.iter().any(|(known, _)| *known == name) && !self.builder.calls(name) {
            self.at = start;
            return syntax("write it after its list: `list.sum(item, value)`");
        }
        let mut arguments: Vec<_> = subject.into_iter().collect();
        arguments.extend(self.arguments(")", "expected a comma or `)`")?);
        let end = std::mem::replace(&mut self.at, start);
        let expr = self.builder.call(name, arguments)?;
        self.at = end;
        Ok(expr)
    }

    fn number(&mut self) -> Read<Decimal> {
        let rest = self.rest();
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let mut end = digits(rest);
        // A dot that no digit follows belongs to what comes after.
        let fraction = rest.get(end..).and_then(|rest| rest.strip_prefix('.')).map_or(0, digits);
        end += if fraction > 0 { fraction + 1 } else { 0 };
        if let Some(exponent) = rest.get(end..).and_then(|rest| rest.strip_prefix(['e', 'E'])) {
            let unsigned = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            let count = digits(unsigned);
            end += if count > 0 { 1 + exponent.len() - unsigned.len() + count } else { 0 };
        }
        let digits = rest.get(..end).unwrap_or_default();
        let whole = || digits.parse::<i128>().ok().and_then(|units| Decimal::new(units, 0));
        let found = if digits.contains(['.', 'e', 'E']) {
            Decimal::parse(digits).and_then(|number| number.trimmed().with_fraction())
        } else {
            whole()
        };
        match found {
            Some(number) => {
                self.at += digits.len();
                Ok(number)
            }
            None => syntax("the number is malformed or too large"),
        }
    }
}

/// The path one step further. It is written again: between its steps may stand comments, which would take along what
/// follows it elsewhere.
fn extend(expr: Expr, key: Key) -> Read<Expr> {
    let Expr::Path(path) = expr else { return syntax("only form data has fields") };
    let mut text = path.text.into_string();
    print::step(&key, &mut text);
    let mut keys = path.keys;
    keys.push(key);
    Ok(Expr::Path(Path { start: path.start, keys, text: text.into() }))
}
