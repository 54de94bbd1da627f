//! What a schema says of one place of the data, found without running it.

use super::compiled::Schema;
use super::format::Format;
use super::part::{Index, Part};
use crate::base::text::Text;
use crate::base::value::Node;

impl Schema {
    /// Whether a list belongs at a place.
    pub(crate) fn is_list(&self, way: &[Option<Box<str>>]) -> bool {
        self.place(way).is_some_and(|part| match part.types {
            Some(types) => types & (32 | 64) == 32,
            None => part.items.is_some() && part.properties.is_empty(),
        })
    }

    /// The items on the way to a place, by number and in the words of the form: "Thành viên thứ 2". `None` if the way
    /// leads through no list.
    pub(super) fn items_on(&self, pointer: &str) -> Option<Text> {
        let (items, _) = self.named(pointer);
        (!items.is_empty()).then(|| Text::join(&items, ", ", ", "))
    }

    /// A field in the words of the form, after the items on the way to it: "Thành viên thứ 2, Họ và tên". A field without
    /// a title is called by its key.
    pub(crate) fn name_of(&self, pointer: &str) -> Text {
        let (mut items, own) = self.named(pointer);
        let last = pointer.rsplit('/').next().unwrap_or_default();
        let key = || Some(Text::same(last)).filter(|_| last.parse::<usize>().is_err());
        items.extend(own.or_else(key));
        Text::join(&items, ", ", ", ")
    }

    /// The items on the way to a place, and the title of the place itself, unless it is an item.
    fn named(&self, pointer: &str) -> (Vec<Text>, Option<Text>) {
        let mut part = self.resolved(0);
        let mut items = Vec::new();
        let mut named = None;
        for token in pointer.split('/').skip(1) {
            let list = part;
            let own = list.and_then(|part| part.properties.get(&token.replace("~1", "/").replace("~0", "~")));
            let number = token.parse::<usize>().ok().filter(|_| own.is_none());
            let of_list = number.and_then(|at| list.and_then(|part| part.prefix.get(at).copied().or(part.items)));
            let next = own.or(of_list);
            // A title beside a reference is that of the place.
            let titled = |index: Index| self.part(index).and_then(|part| part.title.clone());
            part = next.and_then(|next| self.resolved(next));
            let title = |part: Option<&Part>| part.and_then(|part| part.title.clone());
            let said = next.and_then(titled).or_else(|| title(part));
            let before = named.take();
            let Some(number) = number else {
                named = said;
                continue;
            };
            let number = number.saturating_add(1);
            items.push(match (said, before) {
                (Some(item), _) => Text::new(format!("{} thứ {number}", item.vi), format!("{} no. {number}", item.en)),
                (None, Some(list)) => {
                    Text::new(format!("{}, mục thứ {number}", list.vi), format!("{}, item {number}", list.en))
                }
                (None, None) => Text::new(format!("mục thứ {number}"), format!("item {number}")),
            });
        }
        (items, named)
    }

    /// The titles of the values that a choice between constants allows; `None` unless each has a title.
    pub(super) fn titles(&self, cases: &[Index]) -> Option<Text> {
        let title = |index: &Index| self.part(*index).filter(|part| part.constant.is_some())?.title.clone();
        let titles: Option<Vec<Text>> = cases.iter().map(title).collect();
        titles.map(|titles| Text::join(&titles, ", ", ", "))
    }

    /// Whether a place has to be filled in, wherever the map around it is.
    pub fn requires(&self, way: &[Option<Box<str>>]) -> bool {
        let Some((last, before)) = way.split_last() else { return true };
        let Some(last) = last else { return false };
        let mut index = 0;
        for token in before {
            let Some(part) = self.resolved(index) else { return false };
            let next = match token {
                None => part.items,
                Some(name) => part.properties.get(name),
            };
            match next {
                Some(next) => index = next,
                None => return false,
            }
        }
        self.resolved(index).is_some_and(|part| part.required.contains(last))
    }

    /// A part, or the part that it refers to if it has no other keyword.
    pub(crate) fn resolved(&self, index: Index) -> Option<&Part> {
        let mut part = self.part(index)?;
        while let (Some(next), false) = (part.reference, part.whole) {
            part = self.part(next)?;
        }
        Some(part)
    }

    /// The part that alone decides about a place; `None` if several do.
    fn place(&self, way: &[Option<Box<str>>]) -> Option<&Part> {
        self.reach(way).filter(|part| !part.whole)
    }

    /// The part that a way leads to, if one part decides about each place on the way.
    pub(crate) fn reach(&self, way: &[Option<Box<str>>]) -> Option<&Part> {
        let mut index = 0;
        for token in way {
            let part = self.resolved(index).filter(|part| !part.whole)?;
            index = match token {
                None => part.items?,
                Some(name) => {
                    part.properties.get(name).or_else(|| part.items.filter(|_| name.parse::<usize>().is_ok()))?
                }
            };
        }
        self.resolved(index)
    }

    /// Whether a map may be valid at all, as far as `type` says.
    pub fn may_be_map(&self) -> bool {
        self.types(&[]).is_none_or(|types| types & 64 != 0)
    }

    /// Whether the form asks for a day at a place.
    pub(crate) fn is_day(&self, way: &[Option<Box<str>>]) -> bool {
        self.place(way).is_some_and(|part| part.format == Some(Format::Date))
    }

    /// The types that a value at a place may be of, as bits of [`TYPES`](super::part::TYPES); `None` if the form leaves
    /// them open.
    pub(crate) fn types(&self, way: &[Option<Box<str>>]) -> Option<u8> {
        self.place(way)?.types
    }

    /// The values that a place may have, if the form lists them.
    pub(crate) fn choices(&self, way: &[Option<Box<str>>]) -> Option<&[Node]> {
        self.place(way)?.choices.as_deref()
    }

    /// The first step on the way to a place that the form does not know, counted from 0, and the names that it does know
    /// there; `None` if it knows the whole way or leaves it open. Every part that may judge the place counts, also those
    /// within `allOf`, `if` and their like.
    pub fn astray(&self, way: &[Option<Box<str>>]) -> Option<(usize, Vec<&str>)> {
        let mut here = self.together(vec![0]);
        for (step, token) in way.iter().enumerate() {
            let parts = || here.iter().filter_map(|index| self.part(*index));
            let number = token.as_deref().is_none_or(|name| name.parse::<usize>().is_ok());
            let open = |next: Option<Index>| next.filter(|next| !self.part(*next).is_some_and(|part| part.refuses));
            let mut next: Vec<Index> = Vec::new();
            for part in parts() {
                next.extend(token.as_deref().and_then(|name| part.properties.get(name)));
                next.extend(part.items.iter().chain(&part.prefix).chain(&part.unevaluated_items).filter(|_| number));
                next.extend(part.contains.filter(|_| number));
                let named = token.as_deref();
                let fits = part.patterns.iter().filter(|(pattern, _)| named.is_some_and(|name| pattern.matches(name)));
                next.extend(fits.map(|(_, next)| *next));
                next.extend(open(part.additional).into_iter().chain(open(part.unevaluated_properties)));
            }
            if next.is_empty() {
                let known: Vec<&str> = parts().flat_map(|part| part.properties.keys()).collect();
                let closed = |part: &Part| part.additional.or(part.unevaluated_properties).is_some();
                let says = !known.is_empty() || parts().any(closed);
                return (says && token.is_some()).then_some((step, known));
            }
            here = self.together(next);
        }
        None
    }

    /// Parts, and all that look at the same value as one of them.
    pub(super) fn together(&self, mut parts: Vec<Index>) -> Vec<Index> {
        let mut at = 0;
        while let Some(index) = parts.get(at).copied() {
            for next in self.part(index).into_iter().flat_map(Part::in_place) {
                if !parts.contains(&next) {
                    parts.push(next);
                }
            }
            at += 1;
        }
        parts
    }
}
