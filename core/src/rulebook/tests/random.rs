//! A single fault planted at random in a sound rulebook is reported at its line, with almost no further faults.

use crate::Office;
use crate::base::error::{Code, Faults};
use crate::base::value::{Node, Value, exact_json, parse_yaml, push_token};
use crate::rulebook::shipped;

/// The number of faults planted in each shipped rulebook, one at a time.
const PLANTS: usize = 10;
/// The number of faults that may be reported for one that was planted.
const MOST: usize = 3;

struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        if list.is_empty() { None } else { list.get(self.below(list.len())) }
    }
}

/// A line with one field or item, and the pointer to that part.
#[derive(Clone)]
struct Line {
    text: String,
    pointer: String,
}

/// Writes a document with one field or item on each line; `lead` is written before the first field.
fn write(node: &Node, depth: usize, pointer: &str, mut lead: String, lines: &mut Vec<Line>) {
    let pad = "  ".repeat(depth);
    let below = |token: &str| {
        let mut below = pointer.to_owned();
        push_token(&mut below, token);
        below
    };
    match &node.value {
        Value::Map(map) => {
            for (key, node) in map.iter() {
                let head = format!("{}{}:", std::mem::replace(&mut lead, pad.clone()), exact_json(&text(key)));
                write_value(head, node, depth, below(key), lines);
            }
        }
        Value::List(list) => {
            for (index, node) in list.iter().enumerate() {
                match &node.value {
                    Value::Map(map) if !map.is_empty() => {
                        write(node, depth + 1, &below(&index.to_string()), format!("{pad}- "), lines);
                    }
                    _ => write_value(format!("{pad}-"), node, depth, below(&index.to_string()), lines),
                }
            }
        }
        _ => {}
    }
}

fn write_value(head: String, node: &Node, depth: usize, pointer: String, lines: &mut Vec<Line>) {
    let block = match &node.value {
        Value::Map(map) => !map.is_empty(),
        Value::List(list) => !list.is_empty(),
        _ => false,
    };
    let text = match &node.value {
        _ if block => head,
        Value::Decimal(decimal) => format!("{head} {decimal}"),
        _ => format!("{head} {}", exact_json(node)),
    };
    lines.push(Line { text, pointer: pointer.clone() });
    if block {
        write(node, depth + 1, &pointer, "  ".repeat(depth + 1), lines);
    }
}

fn text(text: &str) -> Node {
    Value::Text(text.into()).into()
}

fn indent(line: &Line) -> usize {
    line.text.len() - line.text.trim_start().len()
}

fn tokens(pointer: &str) -> Vec<&str> {
    pointer.split('/').skip(1).collect()
}

/// Whether a field is required.
fn required(pointer: &str) -> bool {
    let tokens = tokens(pointer);
    matches!(
        tokens.as_slice(),
        ["units" | "positions", _, "title"]
            | ["procedures" | "policies", _, "title"]
            | ["procedures", _, "0", "title"]
            | ["policies", _, "components", _, "title" | "weight" | "measure"]
            | ["policies", _, "bands", _, "id" | "title" | "from"]
            | ["calendars", _, "closed" | "working", _, "date"]
            | ["calendars", _, "holidays", _, "id"]
            | [.., "steps", _, "next"]
            | ["procedures", _, "0", "components", _, "id" | "title"]
            | ["procedures", _, "0", "rules", _, "id" | "check" | "message"]
            | ["procedures", _, "components", _, "id" | "title"]
            | ["procedures", _, "rules", _, "id" | "check" | "message"]
            | ["forms", _, .., "fields" | "columns", _, "id" | "title"]
    )
}

/// Whether a field names something that is declared elsewhere.
fn refers(pointer: &str) -> bool {
    let tokens = tokens(pointer);
    matches!(
        tokens.as_slice(),
        ["units", _, "parent" | "head" | "calendar"]
            | ["calendars", _, "base"]
            | ["calendar"]
            | ["procedures", .., "workflow"]
            | [.., "steps", _, "next" | "role"]
            | [.., "next", "one_of", _, "to"]
            | [.., "rules", _, "after", _]
            | ["policies", _, "caps", _, "band" | "of"]
    )
}

struct Planted {
    lines: Vec<Line>,
    what: String,
    /// The expected code, if known, and the lines at one of which it is expected.
    code: Option<Code>,
    at: std::ops::RangeInclusive<usize>,
}

fn plant(lines: &[Line], kind: usize, random: &mut Random) -> Option<Planted> {
    let scalar = |line: &&Line| line.text.contains(": ") && !line.text.trim_start().starts_with("- \"-");
    let fits = |line: &&Line| match kind {
        0 => required(&line.pointer),
        // Roles are checked only if there are positions.
        1 if line.pointer.ends_with("/role") => lines.iter().any(|line| line.pointer == "/positions"),
        1 => refers(&line.pointer) && line.text.ends_with('"'),
        2 | 3 => required(&line.pointer),
        _ => scalar(line),
    };
    let candidates: Vec<usize> =
        lines.iter().enumerate().filter(|(_, line)| fits(line)).map(|(index, _)| index).collect();
    let index = *random.of(&candidates)?;
    let mut changed = lines.to_vec();
    let line = lines.get(index)?;
    let is_item = line.text.trim_start().starts_with("- ");
    // The value of the field is indented deeper; the first field of an item comes after a dash.
    let own = indent(line) + if is_item { 2 } else { 0 };
    let end = (index + 1..lines.len()).find(|at| indent(&lines[*at]) <= own).unwrap_or(lines.len());
    let number = index + 1;
    let what = format!("{} {}", number, line.text.trim());
    let (key, value) = line.text.split_once(':')?;
    let mut set = |text: String, whole: bool| {
        changed[index].text = text;
        if whole {
            changed.drain(index + 1..end);
        }
    };
    let (what, code, at) = match kind {
        0 => {
            let owner = line.pointer.rsplit_once('/')?.0.to_owned();
            let owner = lines
                .iter()
                .position(|line| line.pointer == owner || line.pointer.starts_with(&format!("{owner}/")))?;
            match lines.get(end).filter(|next| is_item && indent(next) == own) {
                Some(next) => {
                    let text = format!("{}- {}", " ".repeat(own - 2), next.text.trim_start());
                    changed[end].text = text;
                }
                None if is_item => return None,
                None => {}
            }
            changed.drain(index..end);
            (format!("delete {what}"), Some(Code::MissingField), owner + 1..=owner + 1)
        }
        1 => {
            set(format!("{key}:{}x\"", value.strip_suffix('"')?), false);
            (format!("misspell the name of {what}"), Some(Code::UnknownReference), number..=number)
        }
        2 => {
            set(format!("{}x\":{value}", key.strip_suffix('"')?), false);
            (format!("misspell the field of {what}"), Some(Code::UnknownField), number..=number)
        }
        3 => {
            set(format!("{key}: [[1]]"), true);
            (format!("give a list to {what}"), None, number..=number)
        }
        4 => {
            set(format!("{key}{value}"), false);
            (format!("drop the colon of {what}"), None, index..=number + 1)
        }
        5 => {
            set(format!("{key}: [{value}"), false);
            (format!("open a bracket in {what}"), Some(Code::Syntax), number..=number + 1)
        }
        _ => {
            set(format!("{key}:{}", value.strip_suffix('"')?), false);
            (format!("leave open the quotes of {what}"), Some(Code::Syntax), number..=number + 1)
        }
    };
    Some(Planted { lines: changed, what, code, at })
}

fn load(lines: &[Line]) -> Result<Office, Faults> {
    let text: String = lines.iter().map(|line| format!("{}\n", line.text)).collect();
    Office::load(&[("a.yaml", &text)])
}

#[test]
fn one_fault_is_reported_as_one() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut planted = [0; 7];
    for id in shipped::ids() {
        let mut lines = Vec::new();
        write(&parse_yaml(&shipped::text(id).unwrap()).unwrap(), 0, "", String::new(), &mut lines);
        assert!(load(&lines).is_ok(), "{id}");
        for _ in 0..PLANTS {
            let kind = random.below(planted.len());
            let Some(plant) = plant(&lines, kind, &mut random) else { continue };
            planted[kind] += 1;
            let faults = load(&plant.lines).err().unwrap_or_default();
            let found = faults.iter().any(|fault| {
                let line = fault.place().line.and_then(|line| usize::try_from(line).ok()).unwrap_or_default();
                plant.at.contains(&line) && plant.code.is_none_or(|code| code == fault.code())
            });
            assert!(found && faults.count() <= MOST, "{id}: {}:\n{faults}", plant.what);
        }
    }
    assert!(planted.iter().all(|count| *count >= PLANTS), "{planted:?}");
}
