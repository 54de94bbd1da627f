//! The tree that a rule is: what both the expression text and the written-out tree are read into.

use super::date_difference::Unit;
use super::function::Function;
use super::literal::Literal;
use super::pattern::Pattern;
use crate::base::packed::{Packed, packed_as};
use crate::base::text::is_blank;
use crate::base::value::{Map, Node};
use std::sync::atomic::{AtomicU32, Ordering};

/// One node of a rule.
#[derive(Clone, Debug, Packed)]
pub(crate) enum Expr {
    /// A constant.
    Literal(Literal),
    /// A list written in the rule.
    List(Vec<Expr>),
    /// A value of the data, or of the item at hand.
    Path(Path),
    /// The day on which is judged; comes from the caller, for there is no clock.
    Today,
    /// Whether a value is filled in; never pending.
    Present(Box<Expr>),
    /// The contrary.
    Not(Box<Expr>),
    /// All hold; one false decides even while others are pending.
    All(Vec<Expr>),
    /// At least one holds; one true decides even while others are pending.
    Any(Vec<Expr>),
    /// The second where the first holds, else the third.
    If(Box<[Expr; 3]>),
    /// A comparison.
    Compare(Comparison, Box<[Expr; 2]>),
    /// Whether the first is an item of the second.
    In(Box<[Expr; 2]>),
    /// What a list gives, item by item.
    Fold(Box<Fold>),
    /// Whole units of time from the first day to the second.
    Between(Unit, Box<[Expr; 2]>),
    /// A chain of sums or products; flat, so that a long chain is not a deep tree.
    Arithmetic(Vec<(Operator, Expr)>),
    /// Whether a text matches a pattern.
    Matches(Box<Expr>, Box<Pattern>),
    /// A function of the library.
    Call(&'static Function, Vec<Expr>),
}

/// Where a path begins and which way it goes.
#[derive(Clone, Debug, Packed)]
pub(crate) struct Path {
    /// Where it begins.
    pub start: Start,
    /// Which way it goes.
    pub keys: Vec<Key>,
    /// The path as text.
    pub text: Box<str>,
}

/// Where a path begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub(crate) enum Start {
    /// A document that the caller hands in, by its place in [`super::Scope::data`].
    Document(usize),
    /// An item of a list, by the depth at which it was named.
    Local(usize),
}

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq, Packed)]
pub(crate) enum Key {
    /// An entry of a map.
    Name(Name),
    /// An item of a list.
    Index(usize),
}

/// The name of an entry, and its position in the map in which it was last looked for: documents of one form list
/// their fields in one order, so the next look mostly ends there.
#[derive(Debug)]
pub(crate) struct Name {
    text: Box<str>,
    last: AtomicU32,
}

impl Name {
    /// A name that was never looked for.
    pub(crate) fn new(text: impl Into<Box<str>>) -> Self {
        Self { text: text.into(), last: AtomicU32::new(0) }
    }

    /// The name.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Looks the name up; the answer depends on the map alone.
    #[inline]
    pub(crate) fn find<'a>(&self, map: &'a Map) -> Option<&'a Node> {
        let last = self.last.load(Ordering::Relaxed);
        let (place, node) = map.find(&self.text, usize::try_from(last).unwrap_or(0))?;
        if let Some(place) = u32::try_from(place).ok().filter(|place| *place != last) {
            self.last.store(place, Ordering::Relaxed);
        }
        Some(node)
    }
}

impl Clone for Name {
    fn clone(&self) -> Self {
        Self::new(self.text.clone())
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Name {}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub(crate) enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<=`
    LessOrEqual,
    /// `>=`
    GreaterOrEqual,
    /// `<`
    Less,
    /// `>`
    Greater,
}

impl Comparison {
    /// Sign and name of each.
    pub(crate) const ALL: [(&'static str, &'static str, Self); 6] = [
        ("==", "eq", Self::Equal),
        ("!=", "ne", Self::NotEqual),
        ("<=", "le", Self::LessOrEqual),
        (">=", "ge", Self::GreaterOrEqual),
        ("<", "lt", Self::Less),
        (">", "gt", Self::Greater),
    ];
}

/// What is done with the next member of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub(crate) enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
    /// `%`
    Remainder,
}

impl Operator {
    /// Sign and name of each.
    pub(crate) const ALL: [(&'static str, &'static str, Self); 5] = [
        ("+", "add", Self::Plus),
        ("-", "sub", Self::Minus),
        ("*", "mul", Self::Times),
        ("/", "div", Self::Over),
        ("%", "rem", Self::Remainder),
    ];
}

/// What a list gives, item by item.
#[derive(Clone, Debug, Packed)]
pub(crate) struct Fold {
    /// What is asked.
    pub kind: Kind,
    /// The list.
    pub list: Expr,
    /// Which items count; all of them, where nothing is said.
    pub filter: Option<Expr>,
    /// What is asked of an item.
    pub value: Option<Expr>,
    /// The name of the item.
    pub item: Box<str>,
}

/// What is asked of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub(crate) enum Kind {
    /// Whether each item holds; an empty list does.
    Every,
    /// Whether at least one item holds.
    Some,
    /// Whether exactly one item holds.
    One,
    /// How many items there are.
    Count,
    /// The sum of the items' values; 0 of none.
    Sum,
    /// The smallest value; pending on an empty list.
    Least,
    /// The largest value; pending on an empty list.
    Greatest,
    /// Whether no value occurs twice.
    Unique,
    /// The items that count.
    Filter,
    /// The values.
    Map,
}

impl Kind {
    /// Name of each in the expression text; the first name of a kind is also its name in the tree.
    pub(crate) const ALL: [(&'static str, Self); 14] = [
        ("every", Self::Every),
        ("all", Self::Every),
        ("some", Self::Some),
        ("exists", Self::Some),
        ("one", Self::One),
        ("exists_one", Self::One),
        ("existsOne", Self::One),
        ("count", Self::Count),
        ("sum", Self::Sum),
        ("least", Self::Least),
        ("greatest", Self::Greatest),
        ("unique", Self::Unique),
        ("filter", Self::Filter),
        ("map", Self::Map),
    ];
}

/// What an expression gives, as far as its form shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gives {
    /// Yes or no.
    Truth,
    /// Anything else.
    Other,
    /// What the data have.
    Unknown,
}

impl Expr {
    /// Whether it is a written `null` or a text of blanks, which ask whether something is not filled in.
    pub(super) fn is_nothing(&self) -> bool {
        match self {
            Self::Literal(Literal::Null) => true,
            Self::Literal(Literal::Text(text)) => is_blank(text),
            _ => false,
        }
    }

    /// The expressions of which it is made.
    pub(super) fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Literal(_) | Self::Path(_) | Self::Today => Vec::new(),
            Self::Present(part) | Self::Not(part) | Self::Matches(part, _) => vec![part],
            Self::List(parts) | Self::All(parts) | Self::Any(parts) | Self::Call(_, parts) => parts.iter().collect(),
            Self::If(parts) => parts.iter().collect(),
            Self::Compare(_, parts) | Self::In(parts) | Self::Between(_, parts) => parts.iter().collect(),
            Self::Arithmetic(chain) => chain.iter().map(|(_, part)| part).collect(),
            Self::Fold(fold) => {
                [Some(&fold.list), fold.filter.as_ref(), fold.value.as_ref()].into_iter().flatten().collect()
            }
        }
    }

    /// Whether it asks a calendar.
    pub(crate) fn counts_working_days(&self) -> bool {
        matches!(self, Self::Between(Unit::WorkingDays, _)) || self.parts().into_iter().any(Self::counts_working_days)
    }

    pub(super) fn gives(&self) -> Gives {
        match self {
            Self::Literal(Literal::Bool(_))
            | Self::Present(_)
            | Self::Not(_)
            | Self::All(_)
            | Self::Any(_)
            | Self::Compare(..)
            | Self::In(_)
            | Self::Matches(..) => Gives::Truth,
            Self::Fold(fold) => match fold.kind {
                Kind::Every | Kind::Some | Kind::One | Kind::Unique => Gives::Truth,
                Kind::Count | Kind::Sum | Kind::Filter | Kind::Map => Gives::Other,
                Kind::Least | Kind::Greatest => Gives::Unknown,
            },
            Self::Literal(_) | Self::List(_) | Self::Today | Self::Between(..) | Self::Arithmetic(_) => Gives::Other,
            Self::Call(function, _) if function.is_condition() => Gives::Truth,
            Self::Call(..) => Gives::Other,
            Self::If(_) | Self::Path(_) => Gives::Unknown,
        }
    }
}

packed_as! {
    Name as Box<str>: |name: &Self| name.text.clone(), Self::new;
}
