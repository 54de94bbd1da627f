//! The basic shapes: numbers, texts, times, lists and maps.

use super::{Cursor, Key, Shape, deserialize_shapes};
use crate::base::error::{Code, Error, Faults};
use crate::base::exact::{Rational, Whole};
use crate::base::text::{Language, Text};
use crate::base::time::{Date, Instant, Seconds, Stamp, Zone};
use crate::base::value::{Node, Value};
use indexmap::IndexMap;
use std::sync::Arc;

impl<T: Shape> Shape for Option<T> {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        match at.node.value {
            Value::Null => Some(None),
            _ => T::read(at, faults).map(Some),
        }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: Shape> Shape for Box<T> {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        T::read(at, faults).map(Self::new)
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let mut items = Self::new();
        at.each_item(faults, &mut |item, faults| {
            // An item that is left out has been reported.
            if let Some(item) = item.read_or_note(faults) {
                items.push(item);
            }
        })?;
        Some(items)
    }

    fn missing() -> Option<Self> {
        Some(Self::new())
    }
}

impl<K: Key, T: Shape> Shape for IndexMap<K, T> {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let mut entries = Self::new();
        at.each_entry(faults, &mut |key, value, faults| {
            let name = K::from_key(key);
            if name.is_none() {
                faults.push(value.bad_key(key, K::terms()));
            }
            let value = value.read_or_note(faults);
            if let (Some(name), Some(value)) = (name, value) {
                entries.insert(name, value);
            }
        })?;
        Some(entries)
    }

    fn missing() -> Option<Self> {
        Some(Self::new())
    }
}

impl Key for String {
    fn from_key(key: &str) -> Option<Self> {
        Some(key.to_owned())
    }
}

impl Shape for Node {
    fn read(at: &Cursor<'_>, _: &mut Faults) -> Option<Self> {
        Some(at.node.clone())
    }
}

deserialize_shapes!(Code, Date, Instant, Rational, Stamp, Seconds, Zone, Language, Text, Whole);

impl Shape for bool {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        match at.node.value {
            Value::Bool(bool) => Some(bool),
            _ => at.wrong_type("boolean", faults),
        }
    }
}

impl Shape for i64 {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.integer(Self::MIN, Self::MAX, faults)
    }

    fn placeholder() -> Option<Self> {
        Some(0)
    }
}

impl Shape for u32 {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.integer(0, Self::MAX.into(), faults).and_then(|integer| Self::try_from(integer).ok())
    }
}

impl Shape for i32 {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.integer(Self::MIN.into(), Self::MAX.into(), faults).and_then(|integer| Self::try_from(integer).ok())
    }
}

impl Shape for u64 {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.integer(0, i64::MAX, faults).and_then(|integer| Self::try_from(integer).ok())
    }
}

impl Shape for usize {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let largest = i64::try_from(Self::MAX).unwrap_or(i64::MAX);
        at.integer(0, largest, faults).and_then(|integer| Self::try_from(integer).ok())
    }
}

impl Shape for Arc<str> {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.text(faults).map(Self::from)
    }
}

impl Shape for Code {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let text = at.text(faults)?;
        let code = Self::ALL.iter().find(|code| code.as_str() == text).copied();
        let names = Self::ALL.iter().map(|code| code.as_str());
        at.keep(code.ok_or_else(|| Error::unknown("code", text, names)), faults)
    }
}

impl Shape for String {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.text(faults).map(Self::from)
    }

    fn placeholder() -> Option<Self> {
        Some(Self::new())
    }
}

impl Shape for Date {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.text(faults).and_then(|text| at.keep(Self::parse(text), faults))
    }

    fn placeholder() -> Option<Self> {
        Some(Self::default())
    }
}

impl Shape for Instant {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.text(faults).and_then(|text| at.keep(Self::parse(text), faults))
    }
}

impl Shape for Whole {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let whole = match &at.node.value {
            Value::Integer(integer) => Some((*integer).into()),
            Value::Text(text) => text.parse().ok(),
            _ => None,
        };
        whole.map(Self).or_else(|| at.wrong_type("integer", faults))
    }
}

impl Shape for Rational {
    /// A text, a number, or `{num, den}` as it is written. A decimal without quotes is exact: `98.5` is 197/2. Where it
    /// could be misread, as `2.000`, the reader of the text refuses it.
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        match &at.node.value {
            Value::Integer(integer) => Some(Self::from(*integer)),
            Value::Decimal(decimal) => at.keep(Self::parse(&decimal.to_string()), faults),
            Value::Text(text) => at.keep(Self::parse(text), faults),
            Value::Map(_) => {
                at.fields(&["num", "den"], faults)?;
                let num = at.field::<Whole>("num", None, faults);
                let (num, den) = (num?.0, at.field::<Whole>("den", None, faults)?.0);
                let fault = || Error::new(Code::BadFraction).with("value", format!("{num}/{den}"));
                at.keep(Self::new(num, den).ok_or_else(fault), faults)
            }
            _ => at.wrong_type("fraction", faults),
        }
    }
}

impl Shape for Stamp {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.keep(Self::parse(at.text(faults)?), faults)
    }
}

impl Shape for Seconds {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        i64::read(at, faults).map(Self)
    }
}

impl Shape for Zone {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.text(faults).and_then(|text| at.keep(Self::parse(text), faults))
    }
}

impl Shape for Language {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.term(&Self::ALL.map(|language| (language.tag(), language)), faults)
    }
}

impl serde::Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Shape for Text {
    /// A text in one language serves for both; `{vi, en}` gives each its own, and English falls back to Vietnamese.
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        // Only a map gives each language its own text; anything else is read as one string.
        if !matches!(at.node.value, Value::Map(_)) {
            return at.text(faults).map(Self::same);
        }
        at.fields(&["vi", "en"], faults)?;
        let vi: String = at.field("vi", None, faults)?;
        let en: Option<String> = at.field("en", None, faults)?;
        Some(Self { en: en.unwrap_or_else(|| vi.clone()), vi })
    }

    fn placeholder() -> Option<Self> {
        Some(Self::default())
    }
}
