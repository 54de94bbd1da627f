//! What an expression reads, so that after an edit only what reads the edited place is looked at again.

use super::eval::is_filled;
use super::tree::{Expr, Key, Kind, Path, Start};
use crate::base::packed::Packed;
use crate::base::value::{Node, Value, push_token};
use std::borrow::Cow;

/// What an expression reads: one of the documents, and a way into it; `None` means each item of a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Packed)]
pub struct Read {
    /// Which document, by its place in the scope.
    pub document: usize,
    /// The way.
    pub way: Vec<Option<Box<str>>>,
    /// Whether only the number of items of a list is read; what is read of the items is a read of its own.
    pub items_only: bool,
}

impl Read {
    /// Whether a change at a pointer of the same document may change what is read.
    pub fn meets(&self, pointer: &str) -> bool {
        self.touched_by(&tokens(pointer))
    }

    /// Whether it is the form that is read: the first document.
    pub(crate) const fn is_of_form(&self) -> bool {
        self.document == FORM
    }

    /// The same, for the tokens of a pointer.
    pub(crate) fn touched_by(&self, tokens: &[Cow<'_, str>]) -> bool {
        let same = |(own, token): (&Option<Box<str>>, &Cow<'_, str>)| own.as_ref().is_none_or(|own| **own == **token);
        // An item that changes as a whole may be the first or the last; one that changes inside stays.
        self.way.iter().zip(tokens).all(same) && !(self.items_only && tokens.len() > self.way.len() + 1)
    }
}

/// The place of the form among the documents.
pub(super) const FORM: usize = 0;

/// The tokens of a pointer.
pub(crate) fn tokens(pointer: &str) -> Vec<Cow<'_, str>> {
    let token = |token| {
        if str::contains(token, '~') { token.replace("~1", "/").replace("~0", "~").into() } else { token.into() }
    };
    pointer.split('/').skip(1).map(token).collect()
}

/// All that an expression reads; `items` are the lists whose items are at hand.
pub(super) fn reads(expr: &Expr, items: &mut Vec<Option<Read>>, out: &mut Vec<Read>) {
    gather(expr, true, items, out);
}

/// What an expression cannot do without: all that it reads, except where it only asks whether something is given.
pub(super) fn needs(expr: &Expr, items: &mut Vec<Option<Read>>, out: &mut Vec<Read>) {
    gather(expr, false, items, out);
}

fn gather(expr: &Expr, presence: bool, items: &mut Vec<Option<Read>>, out: &mut Vec<Read>) {
    match expr {
        Expr::Present(_) if !presence => {}
        Expr::Path(path) => out.extend(source(expr, items).or_else(|| path_root(path, items))),
        Expr::Fold(fold) => {
            match source(&fold.list, items) {
                Some(list) if matches!(fold.list, Expr::Path(_)) && fold.kind != Kind::Filter => {
                    out.push(Read { items_only: true, ..list });
                }
                _ => gather(&fold.list, presence, items, out),
            }
            let each = source(&fold.list, items).map(|mut read| {
                read.way.push(None);
                read
            });
            items.push(each);
            [&fold.filter, &fold.value].into_iter().flatten().for_each(|part| gather(part, presence, items, out));
            items.pop();
        }
        other => other.parts().into_iter().for_each(|part| gather(part, presence, items, out)),
    }
}

impl Read {
    /// The places of a document at which something is read that is not filled in, as JSON pointers; of a list without
    /// items, the list.
    pub(crate) fn unfilled(&self, document: &Node) -> Vec<String> {
        fn walk(node: Option<&Node>, way: &[Option<Box<str>>], pointer: &mut String, out: &mut Vec<String>) {
            let Some((token, rest)) = way.split_first() else {
                return out.extend((!is_filled(node)).then(|| pointer.clone()));
            };
            let length = pointer.len();
            let mut below = |token: &str, node: Option<&Node>| {
                push_token(pointer, token);
                walk(node, rest, pointer, out);
                pointer.truncate(length);
            };
            match (token, node.map(|node| &node.value)) {
                (Some(name), Some(Value::List(list))) => {
                    below(name, name.parse().ok().and_then(|at: usize| list.get(at)));
                }
                (Some(name), _) => below(name, node.and_then(|node| node.get(name))),
                (None, Some(Value::List(list))) if !list.is_empty() => {
                    list.iter().enumerate().for_each(|(at, node)| below(&at.to_string(), Some(node)));
                }
                (None, _) => out.push(pointer.clone()),
            }
        }
        let mut out = Vec::new();
        walk(Some(document), &self.way, &mut String::new(), &mut out);
        out
    }
}

fn path_root(path: &Path, items: &[Option<Read>]) -> Option<Read> {
    match path.start {
        Start::Document(document) => Some(Read { document, way: Vec::new(), items_only: false }),
        Start::Local(index) => items.get(index).cloned().flatten(),
    }
}

/// The place in a document that an expression names, if it is one.
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
