//! Wounds of a request: what people mistype, what programs leave out, and what an enemy sends.

use crate::random::Random;
use serde_json::Value;
use std::collections::BTreeMap;

/// Stands in a tree for a text that is put there as it is, once the tree is written: JSON that a tree cannot hold.
const MARK: char = '\u{f8ff}';

/// JSON that readers differ about.
fn hostile() -> Vec<String> {
    let plain = [
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "1e999",
        "1e-400",
        "0.1000000000000000055511151231257827",
        "123456789012345678.123456789012345678",
        "-0",
        "-0.0",
        "1E2",
        "01",
        "1.",
        "NaN",
        r#""\ud800""#,
        r#""\udc00\ud800""#,
        r#""\u0000""#,
        r#"{"a": 1, "a": 2}"#,
        r#"{"__proto__": {"x": 1}}"#,
        r#"{"constructor": null}"#,
        "[1,]",
        "{\"a\" 1}",
        "\u{feff}1",
        "// 1",
        "",
    ];
    let mut all: Vec<String> = plain.map(str::to_owned).into();
    all.extend([60, 63, 64, 65, 200, 20_000].map(|depth| "[".repeat(depth) + &"]".repeat(depth)));
    all
}

/// Values that stand where others belong.
fn stray() -> Vec<Value> {
    let texts = [
        "",
        " ",
        "x",
        "ậ",
        "a\u{323}\u{302}",
        "\u{202e}",
        "２０２６",
        "2026-02-30",
        "2026-02-28",
        "9999-12-31",
        "0001-01-01",
        "2026-03-06T24:00:00+07:00",
        "2026-03-06T08:00:00.1234567+07:00",
        "2026-03-06T08:00:00Z",
        "0 ngày làm việc",
        "1,5 ngày làm việc",
        "001090000001",
        "001090000001\n",
        "0912345678",
        "0100047516",
    ];
    let mut all: Vec<Value> = texts.map(Value::from).into();
    all.push("đ".repeat(5_000).into());
    all.extend([Value::Null, true.into(), 0.into(), (-1).into(), 1.5.into(), 2_000_000_000.into()]);
    all.extend([serde_json::json!([]), serde_json::json!([1]), serde_json::json!({}), serde_json::json!({"x": 1})]);
    all
}

/// Splinters of text that break a request as JSON.
const SPLINTERS: [&str; 8] = ["\"", "{", "]", ",", "\\", "\u{0}", "\t", "ậ"];

/// Texts by the key under which they stand, of all requests at hand: one may take the place of another.
#[derive(Default)]
pub struct Pool(BTreeMap<String, Vec<Value>>);

impl Pool {
    /// Takes in what a request has.
    pub fn take(&mut self, key: &str, value: &Value) {
        match value {
            Value::Object(map) => map.iter().for_each(|(key, value)| self.take(key, value)),
            Value::Array(list) => list.iter().for_each(|value| self.take(key, value)),
            _ => {
                let known = self.0.entry(key.to_owned()).or_default();
                if !known.contains(value) {
                    known.push(value.clone());
                }
            }
        }
    }
}

/// Ways to every part of a tree.
pub fn ways(value: &Value, way: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let way = format!("{way}/{}", key.replace('~', "~0").replace('/', "~1"));
                all.push(way.clone());
                ways(value, &way, all);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                let way = format!("{way}/{index}");
                all.push(way.clone());
                ways(value, &way, all);
            }
        }
        _ => {}
    }
}

/// The same day or instant, moved a little.
fn moved(text: &str, random: &mut Random) -> Option<String> {
    let date = text.get(..10).filter(|date| namro::Date::parse(date).is_ok())?;
    let mut text = text.to_owned();
    text.replace_range(8..10, &format!("{:02}", 1 + random.below(28)));
    if random.once_in(3) {
        text.replace_range(5..7, &format!("{:02}", 1 + random.below(12)));
    }
    if random.once_in(10) {
        text.replace_range(..4, &format!("20{:02}", 15 + random.below(20)));
    }
    if text.get(10..11) == Some("T") && text.len() >= 19 && random.once_in(2) {
        let hour = random.of(&["00:00:00", "07:59:59", "08:00:00", "12:00:01", "15:00:00", "15:00:01", "17:30:00"]);
        text.replace_range(11..19, hour);
    }
    (text != date).then_some(text)
}

/// One wound that leaves a tree.
fn wound(tree: &mut Value, pool: &Pool, random: &mut Random) {
    let mut all = Vec::new();
    ways(tree, "", &mut all);
    let Some(way) = (!all.is_empty()).then(|| random.of(&all).clone()) else { return };
    let (above, key) = way.rsplit_once('/').unwrap_or_default();
    let key = key.replace("~1", "/").replace("~0", "~");
    // Most wounds are small: what is refused at once says little about what comes after.
    match random.below(20) {
        0 => take_away(tree, above, &key),
        1 => put(tree, &way, random.of(&stray()).clone()),
        2 => put(tree, &way, format!("{MARK}{}", random.of(&hostile())).into()),
        3 => {
            if let Some(Value::Object(map)) = tree.pointer_mut(above) {
                map.insert(format!("{key}x"), Value::Null);
            }
        }
        _ => {
            let known = pool.0.get(&key);
            let Some(value) = tree.pointer_mut(&way) else { return };
            match value {
                Value::Array(list) if !list.is_empty() => {
                    let index = random.below(list.len());
                    match random.below(3) {
                        0 => drop(list.remove(index)),
                        1 => list.push(list[index].clone()),
                        _ => list.swap(0, index),
                    }
                }
                Value::Number(number) => {
                    let now = number.as_i64().unwrap_or_default();
                    let near = [now + 1, now - 1, now.saturating_mul(10), 0, now + 1_000, -now];
                    *value = (*random.of(&near)).into();
                }
                Value::Bool(flag) => *value = (!*flag).into(),
                Value::String(text) => match (moved(text, random), known) {
                    (Some(text), _) => *value = text.into(),
                    (None, Some(known)) => *value = random.of(known).clone(),
                    (None, None) => {}
                },
                _ => {}
            }
        }
    }
}

fn put(tree: &mut Value, way: &str, new: Value) {
    if let Some(value) = tree.pointer_mut(way) {
        *value = new;
    }
}

fn take_away(tree: &mut Value, above: &str, key: &str) {
    match tree.pointer_mut(above) {
        Some(Value::Object(map)) => drop(map.remove(key)),
        Some(Value::Array(list)) => drop(key.parse().ok().filter(|at| *at < list.len()).map(|at| list.remove(at))),
        _ => {}
    }
}

/// The text of a tree; what was marked stands in it as it is.
pub fn written(tree: &Value) -> String {
    let text = tree.to_string();
    let (mut whole, mut rest) = (String::new(), text.as_str());
    let begin = format!("\"{MARK}");
    while let Some((before, after)) = rest.split_once(begin.as_str()) {
        // The end of the JSON text that holds the marked one.
        let mut escaped = false;
        let end = after.find(|letter| {
            let ends = letter == '"' && !escaped;
            escaped = letter == '\\' && !escaped;
            ends
        });
        let end = end.expect("a written text ends");
        whole += before;
        whole += &serde_json::from_str::<String>(&format!("\"{}\"", &after[..end])).expect("a written text");
        rest = &after[end + 1..];
    }
    whole + rest
}

/// A request after one to three wounds; seldom its text is wounded as well.
pub fn damaged(request: &Value, pool: &Pool, random: &mut Random) -> String {
    let mut tree = request.clone();
    for _ in 0..=random.below(3) {
        wound(&mut tree, pool, random);
    }
    let mut text = written(&tree);
    if random.once_in(40) {
        let at = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect::<Vec<_>>();
        let at = *random.of(&at);
        match random.below(2) {
            0 => text.truncate(at),
            _ => text.insert_str(at, SPLINTERS[random.below(SPLINTERS.len())]),
        }
    }
    text
}
