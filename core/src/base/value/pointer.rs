//! JSON pointers (RFC 6901): finding, setting and removing the node to which one leads.

use super::node::{Node, Value};
use crate::base::error::{Code, Error};

impl Node {
    /// The node at a JSON pointer.
    pub fn at_pointer(&self, pointer: &str) -> Option<&Self> {
        pointer.split('/').skip(1).try_fold(self, |node, token| match &node.value {
            Value::Map(map) => map.get(&token.replace("~1", "/").replace("~0", "~")),
            Value::List(list) => token.parse::<usize>().ok().and_then(|index| list.get(index)),
            _ => None,
        })
    }
}

impl Node {
    /// Sets the value at a JSON pointer, or removes it (`None`). The last token may be a new key of a map, or one past
    /// the end of a list.
    ///
    /// # Errors
    /// [`Code::BadPointer`] if the parent does not exist.
    ///
    /// ```
    /// use namro::base::{Node, Value};
    /// let mut node: Node = serde_json::from_str(r#"{"a": [1]}"#).unwrap();
    /// node.put("/a/1", Some(Value::Integer(2).into())).unwrap();
    /// node.put("/a/0", None).unwrap();
    /// assert_eq!(serde_json::to_string(&node).unwrap(), r#"{"a":[2]}"#);
    /// assert!(node.put("/b/c", None).is_err());
    /// ```
    pub fn put(&mut self, pointer: &str, value: Option<Self>) -> Result<(), Error> {
        let wrong = || Error::new(Code::BadPointer).with("value", pointer);
        let decoded = |token: &str| token.replace("~1", "/").replace("~0", "~");
        let Some((way, last)) = pointer.rsplit_once('/') else {
            *self = value.filter(|_| pointer.is_empty()).ok_or_else(wrong)?;
            return Ok(());
        };
        let mut place = self;
        for token in way.split('/').skip(1) {
            let next = match &mut place.value {
                Value::Map(map) => map.get_mut(&decoded(token)),
                Value::List(list) => token.parse::<usize>().ok().and_then(|index| list.get_mut(index)),
                _ => None,
            };
            place = next.ok_or_else(wrong)?;
        }
        match &mut place.value {
            Value::Map(map) => {
                let name = decoded(last);
                match value {
                    Some(value) => map.insert(&name, value),
                    None => drop(map.remove(&name)),
                }
            }
            Value::List(list) => {
                let index = last.parse::<usize>().ok().filter(|index| *index <= list.len()).ok_or_else(wrong)?;
                match (list.get_mut(index), value) {
                    (Some(node), Some(value)) => *node = value,
                    (Some(_), None) => drop(list.remove(index)),
                    (None, Some(value)) => list.push(value),
                    (None, None) => return Err(wrong()),
                }
            }
            _ => return Err(wrong()),
        }
        Ok(())
    }
}

/// Appends one token to a JSON pointer.
pub(crate) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    pointer.push_str(&token.replace('~', "~0").replace('/', "~1"));
}
