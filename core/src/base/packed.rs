//! Compiled rules as one flat list of JSON scalars: what a browser loads without the code that reads rulebooks.
//!
//! `#[derive(Packed)]` writes the parts of a type in their order, and reads them again. There are no names and no
//! nesting, so a reader is a sequence of a few calls. It does not stop at an error: in place of an unexpected scalar it
//! returns a default value and goes on, and the whole list is refused at the end. A list that was tampered with is
//! refused or gives other rules, but cannot crash the reader: counts are checked against the rest of the list, depth
//! against [`MAX_DEPTH`], and values with a range are checked as usual.

use crate::base::exact::Decimal;
use crate::base::text::Text;
use crate::base::time::{Date, Instant, Seconds, Stamp, Zone};
use crate::base::value::{Node, Value};
use indexmap::IndexMap;
use std::any::Any;
use std::hash::Hash;
use std::num::NonZeroU32;

pub(crate) use namro_macros::Packed;

/// The greatest nesting depth of recursive types.
const MAX_DEPTH: usize = 256;

/// A type that can be packed and unpacked again.
pub(crate) trait Packed: Sized {
    /// Writes the parts of the value.
    fn pack(&self, to: &mut Packer);

    /// Reads the parts in the same order; a default value in place of an unexpected scalar.
    fn unpack(from: &mut Unpacker<'_>) -> Self;
}

/// A list that is being written.
#[derive(Debug, Default)]
pub(crate) struct Packer {
    items: Vec<Node>,
    /// Whether there was a value that a list cannot hold.
    torn: bool,
}

impl Packer {
    /// Writes one scalar.
    fn push(&mut self, value: Value) {
        self.items.push(value.into());
    }

    /// Writes a number. One that the list cannot hold is written as a scalar that no reader accepts as a number.
    fn integer(&mut self, integer: Option<i64>) {
        self.torn |= integer.is_none();
        self.push(integer.map_or(Value::Null, Value::Integer));
    }

    /// The list; `None` if a value could not be written.
    pub(crate) fn finish(self) -> Option<Node> {
        (!self.torn).then(|| Value::List(self.items).into())
    }
}

/// A list that is being read.
pub(crate) struct Unpacker<'a> {
    items: std::vec::IntoIter<Node>,
    depth: usize,
    /// Whether an unexpected scalar was found.
    torn: bool,
    /// The functions that rules may call: the list holds only their names.
    pub(crate) library: &'a dyn Any,
}

impl<'a> Unpacker<'a> {
    /// A reader at the start of a list.
    pub(crate) fn new(list: Value, library: &'a dyn Any) -> Self {
        let (items, torn) = if let Value::List(items) = list { (items, false) } else { (Vec::new(), true) };
        Self { items: items.into_iter(), depth: 0, torn, library }
    }

    /// The next scalar.
    fn next(&mut self) -> Value {
        let next = self.items.next().map(|node| node.value);
        self.or(next, Value::Null)
    }

    fn integer(&mut self) -> i64 {
        let integer = self.next().as_integer();
        self.or(integer, 0)
    }

    fn text(&mut self) -> Box<str> {
        match self.next() {
            Value::Text(text) => text,
            _ => self.or(None, Box::default()),
        }
    }

    /// The value, or the default in its place.
    pub(crate) fn or<T>(&mut self, value: Option<T>, blank: T) -> T {
        self.torn |= value.is_none();
        value.unwrap_or(blank)
    }

    /// The announced number of items, each of at least one scalar. No memory is reserved in advance and the first
    /// missing item ends them, so a hostile list cannot claim more memory or work than its own length.
    fn each<T: Packed>(&mut self, mut keep: impl FnMut(T)) {
        let count = usize::try_from(self.integer()).ok().filter(|count| *count <= self.items.len());
        for _ in 0..self.or(count, 0) {
            if self.torn {
                break;
            }
            keep(T::unpack(self));
        }
    }

    /// One of a set of terms, by its number.
    pub(crate) fn term<T: Copy>(&mut self, terms: &[(&str, T)], blank: T) -> T {
        let number = usize::unpack(self);
        let term = terms.get(number).map(|(_, term)| *term);
        self.or(term, blank)
    }

    /// The number of a variant; the first variant if the reader is too deep or has failed.
    pub(crate) fn variant(&mut self) -> i64 {
        self.depth += 1;
        self.torn |= self.depth > MAX_DEPTH;
        if self.torn { 0 } else { self.integer() }
    }

    /// The variant has been read.
    pub(crate) fn variant_read(&mut self) {
        self.depth -= 1;
    }

    /// The value, if the list was complete and nothing is left over.
    pub(crate) fn finish<T: Packed>(mut self) -> Option<T> {
        let whole = T::unpack(&mut self);
        (!self.torn && self.items.as_slice().is_empty()).then_some(whole)
    }
}

/// Packs a type as another one: the conversions in both directions, and a default for conversions that can fail.
macro_rules! packed_as {
    ($($name:ty as $other:ty: $to:expr, $from:expr $(, $blank:expr)?;)+) => {$(
        impl $crate::base::packed::Packed for $name {
            fn pack(&self, to: &mut $crate::base::packed::Packer) {
                let other: $other = $to(self);
                $crate::base::packed::Packed::pack(&other, to);
            }

            fn unpack(from: &mut $crate::base::packed::Unpacker<'_>) -> Self {
                let other: $other = $crate::base::packed::Packed::unpack(from);
                let value = $from(other);
                $(let value = from.or(value, $blank);)?
                value
            }
        }
    )+};
}
pub(crate) use packed_as;

macro_rules! integers {
    ($($type:ty),+) => {$(
        impl Packed for $type {
            fn pack(&self, to: &mut Packer) {
                to.integer(i64::try_from(*self).ok());
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                let integer = from.integer();
                from.or(Self::try_from(integer).ok(), 0)
            }
        }
    )+};
}

integers!(i64, i32, u32, u8, usize);

impl Packed for bool {
    fn pack(&self, to: &mut Packer) {
        to.integer(Some((*self).into()));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.integer() == 1
    }
}

macro_rules! texts {
    ($($type:ty),+) => {$(
        impl Packed for $type {
            fn pack(&self, to: &mut Packer) {
                to.push(Value::Text((**self).into()));
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                from.text().into()
            }
        }
    )+};
}

texts!(Box<str>, String);

impl Packed for Value {
    fn pack(&self, to: &mut Packer) {
        to.push(self.clone());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.next()
    }
}

impl<T: Packed> Packed for Box<T> {
    fn pack(&self, to: &mut Packer) {
        (**self).pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self::new(T::unpack(from))
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Packer) {
        self.is_some().pack(to);
        self.iter().for_each(|value| value.pack(to));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, to: &mut Packer) {
        self.len().pack(to);
        self.iter().for_each(|item| item.pack(to));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let mut items = Self::new();
        from.each(|item| items.push(item));
        items
    }
}

impl<T: Packed, const N: usize> Packed for [T; N] {
    fn pack(&self, to: &mut Packer) {
        self.iter().for_each(|item| item.pack(to));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        std::array::from_fn(|_| T::unpack(from))
    }
}

macro_rules! tuples {
    ($($($part:ident)+;)+) => {$(
        #[allow(non_snake_case)]
        impl<$($part: Packed),+> Packed for ($($part,)+) {
            fn pack(&self, to: &mut Packer) {
                let ($($part,)+) = self;
                $($part.pack(to);)+
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                ($($part::unpack(from),)+)
            }
        }
    )+};
}

tuples! { A B; A B C; }

impl<K: Packed + Hash + Eq, T: Packed> Packed for IndexMap<K, T> {
    fn pack(&self, to: &mut Packer) {
        self.len().pack(to);
        for (key, value) in self {
            key.pack(to);
            value.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let mut items = Self::new();
        from.each(|(key, item)| drop(items.insert(key, item)));
        items
    }
}

packed_as! {
    char as u32: |char: &char| u32::from(*char), Self::from_u32, '?';
    NonZeroU32 as u32: |number: &Self| number.get(), Self::new, Self::MIN;
    u128 as [i64; 2]: |bits: &u128| halves(*bits), joined;
    Decimal as (i128, u8): |number: &Self| number.parts(), |(units, scale)| Self::new(units, scale), 0.into();
    i128 as u128: |number: &i128| number.cast_unsigned(), u128::cast_signed;
    Text as (String, String): |text: &Self| (text.vi.clone(), text.en.clone()), |(vi, en)| Self { vi, en };
    Seconds as i64: |seconds: &Self| seconds.0, Self;
    Date as i64: |date: &Self| date.days().into(), Self::from_days, Self::default();
    Instant as i64: |at: &Self| at.micros(), Self::from_micros, Self::MIN;
    Stamp as (Instant, i32): |stamp: &Self| (stamp.at, stamp.offset), |(at, offset)| Self { at, offset };
    Zone as (i32, Vec<(Instant, i32)>): |zone: &Self| (zone.offset_at(Instant::MIN), zone.transitions().to_vec()),
        |(first, changes)| Self::with_transitions(first, changes);
    Node as Value: |node: &Self| node.value.clone(), Self::from;
}

fn halves(bits: u128) -> [i64; 2] {
    let bytes = bits.to_be_bytes();
    [bytes.first_chunk(), bytes.last_chunk()].map(|half| half.map_or(0, |half| i64::from_be_bytes(*half)))
}

fn joined([high, low]: [i64; 2]) -> u128 {
    u128::from(high.cast_unsigned()) << 64 | u128::from(low.cast_unsigned())
}

#[cfg(test)]
#[path = "tests/packed.rs"]
mod tests;
