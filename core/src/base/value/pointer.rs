//! JSON pointers (RFC 6901): finding, setting and removing the node to which one leads.

use super::map::Map;
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
    /// The value at a JSON pointer, to be changed.
    pub(crate) fn put_at(&mut self, pointer: &str) -> Option<&mut Value> {
        pointer.split('/').skip(1).try_fold(&mut self.value, |value, token| match value {
            Value::Map(map) => map.get_mut(&decoded(token)).map(|node| &mut node.value),
            Value::List(list) => list.get_mut(token.parse::<usize>().ok()?).map(|node| &mut node.value),
            _ => None,
        })
    }

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

impl Node {
    /// Sets the value at a JSON pointer as a page does that fills in a form field by field: maps and lists on the way that
    /// are missing or null are created, and `-` is the item after the last (RFC 6901). `is_list` says of the pointer to a
    /// missing part whether a list belongs there. Returns the pointer of the outermost part that is new or has changed;
    /// after an error nothing has.
    ///
    /// # Errors
    /// [`Code::BadPointer`] if the way leads through a value that is neither map nor list, or beyond the end of a list.
    pub(crate) fn fill_in(
        &mut self,
        pointer: &str,
        value: Self,
        is_list: &dyn Fn(&str) -> bool,
    ) -> Result<String, Error> {
        let wrong = || Error::new(Code::BadPointer).with("value", pointer);
        let mut rest: Vec<&str> = pointer.split('/').collect();
        if !rest.remove(0).is_empty() {
            return Err(wrong());
        }
        let mut place = self;
        let mut way = String::new();
        let mut tokens = rest.iter().copied();
        loop {
            let built = |at: &str, tokens: std::iter::Copied<std::slice::Iter<'_, &str>>| {
                build(at, &tokens.collect::<Vec<_>>(), value.clone(), is_list).ok_or_else(wrong)
            };
            let last = tokens.len() == 0;
            if last || matches!(place.value, Value::Null) {
                place.value = built(&way, tokens)?.value;
                return Ok(way);
            }
            let token = tokens.next().unwrap_or_default();
            match &mut place.value {
                Value::Map(map) => {
                    let name = decoded(token);
                    push_token(&mut way, &name);
                    if map.get(&name).is_none() {
                        map.insert(&name, built(&way, tokens)?);
                        return Ok(way);
                    }
                    place = map.get_mut(&name).ok_or_else(wrong)?;
                }
                Value::List(list) => {
                    let next = list.len();
                    let index = if token == "-" { next } else { token.parse().map_err(|_| wrong())? };
                    way.push_str(&format!("/{index}"));
                    if index == next {
                        list.push(built(&way, tokens)?);
                        return Ok(way);
                    }
                    place = list.get_mut(index).ok_or_else(wrong)?;
                }
                _ => return Err(wrong()),
            }
        }
    }
}

/// A value and the maps and lists around it that the tokens name; `None` if an item of a new list is not its first.
fn build(at: &str, tokens: &[&str], value: Node, is_list: &dyn Fn(&str) -> bool) -> Option<Node> {
    let Some((token, rest)) = tokens.split_first() else { return Some(value) };
    if *token == "-" || is_list(at) {
        let first = ["-", "0"].contains(token);
        let item = build(&format!("{at}/0"), rest, value, is_list).filter(|_| first)?;
        return Some(Value::List(vec![item]).into());
    }
    let inner = build(&format!("{at}/{token}"), rest, value, is_list)?;
    Some(Value::Map(Map::from_entries(vec![(decoded(token).into(), inner)])).into())
}

/// A token of a pointer without its escapes.
fn decoded(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// Appends one token to a JSON pointer.
pub(crate) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    pointer.push_str(&token.replace('~', "~0").replace('/', "~1"));
}
