//! Describes the changes of a rulebook in sentences.

use crate::base::source::InForce;
use crate::base::text::{Text, capital};
use crate::base::value::{Node, Value, exact_json};
use crate::deadline::Limit;
use crate::rulebook::compare::{ChangeKind, Found, Step};
use crate::rulebook::words::{named, span};

/// `Thủ tục 2.001199 «Đăng ký …», từ 01/07/2026: thời hạn cam kết từ «3 ngày làm việc» thành «2 ngày làm việc».`
pub(super) fn sentence(found: &Found, cases: usize, before: &Node, after: &Node) -> Text {
    let mut text = Text::default();
    let push = |text: &mut Text, vi: &str, en: &str| {
        text.vi.push_str(vi);
        text.en.push_str(en);
    };
    // The subject: section and entry, with its title.
    let mut way = found.way.iter();
    if let Some(Step::Field(section)) = way.next() {
        let section_name = named(section);
        push(&mut text, &section_name.vi, &section_name.en);
        if let Some(entry) = found.entry() {
            way.next();
            push(&mut text, &format!(" {entry}"), &format!(" {entry}"));
            if let Some(title) = title(after, section, entry).or_else(|| title(before, section, entry)) {
                push(&mut text, &format!(" «{}»", title.vi), &format!(" «{}»", title.en));
            }
        }
    }
    let (from, to) = found.span();
    let days = span(InForce { from, to });
    push(&mut text, &days.vi, &days.en);
    // The part: `components`, its item, its field.
    let mut part = Text::default();
    let limits =
        matches!(found.way.last(), Some(Step::Field(field)) if ["statutory", "committed"].contains(&field.as_str()));
    for step in way {
        let next = match step {
            // The name of the limit is enough.
            Step::Field(field) if limits && field == "limit" => continue,
            Step::Field(field) => named(field),
            Step::Item(item) => Text::same(item.clone()),
            Step::Version(_) => continue,
        };
        let gap = if part.vi.is_empty() { "" } else { " " };
        part.vi.push_str(&format!("{gap}{}", next.vi));
        part.en.push_str(&format!("{gap}{}", next.en));
    }
    if !part.vi.is_empty() {
        push(&mut text, &format!(": {}", part.vi), &format!(": {}", part.en));
    }
    let value = |node: &Option<Node>| node.as_ref().map(shown).unwrap_or_default();
    let (old, new) = (value(&found.before), value(&found.after));
    let (vi, en) = match found.kind() {
        ChangeKind::Added if new.vi.is_empty() => (" được thêm".to_owned(), " is new".to_owned()),
        ChangeKind::Added => (format!(" được thêm: {}", new.vi), format!(" is new: {}", new.en)),
        ChangeKind::Removed => (" bị bỏ".to_owned(), " is gone".to_owned()),
        ChangeKind::Changed if old.vi.is_empty() || new.vi.is_empty() => {
            (" thay đổi".to_owned(), " changes".to_owned())
        }
        ChangeKind::Changed => {
            (format!(" đổi từ {} thành {}", old.vi, new.vi), format!(" changes from {} to {}", old.en, new.en))
        }
    };
    push(&mut text, &vi, &en);
    if cases > 0 {
        push(&mut text, &format!("; ảnh hưởng {cases} hồ sơ đang mở"), &format!("; touches {cases} open cases"));
    }
    push(&mut text, ".", ".");
    Text::new(capital(&text.vi), capital(&text.en))
}

/// A value as it is shown to a reader; `None` if it is too large.
fn shown(node: &Node) -> Text {
    match &node.value {
        Value::Text(text) => match Limit::parse(text) {
            Ok(limit) => Text::new(format!("«{}»", limit.text().vi), format!("«{}»", limit.text().en)),
            Err(_) if text.chars().count() > 200 => Text::default(),
            Err(_) => Text::same(format!("«{text}»")),
        },
        Value::Null => Text::default(),
        Value::List(_) | Value::Map(_) => match node.get("title").or_else(|| node.get("vi").map(|_| node)) {
            Some(title) => text_of(title),
            None => {
                let text = exact_json(node);
                if text.len() > 120 { Text::default() } else { Text::same(text) }
            }
        },
        _ => Text::same(exact_json(node)),
    }
}

fn text_of(node: &Node) -> Text {
    let part = |key: &str| node.get(key).and_then(|part| part.value.as_text());
    let vi = node.value.as_text().or_else(|| part("vi")).unwrap_or_default();
    Text::new(format!("«{vi}»"), format!("«{}»", part("en").unwrap_or(vi)))
}

/// The title of the newest version of an entry.
fn title(whole: &Node, section: &str, entry: &str) -> Option<Text> {
    let node = whole.get(section)?.get(entry)?;
    let newest = match &node.value {
        Value::List(list) => list.last()?,
        _ => node,
    };
    let title = newest.get("title")?;
    let part = |key: &str| title.get(key).and_then(|part| part.value.as_text());
    let vi = title.value.as_text().or_else(|| part("vi"))?;
    Some(Text::new(vi, part("en").unwrap_or(vi)))
}
