//! Changes of a rulebook in words.

use super::diff::{ChangeKind, Found, Step};
use crate::deadline::Limit;
use crate::text::Text;
use crate::time::Date;
use crate::value::{Node, Value, exact_json};

/// A change, as its sentence needs it.
pub(super) struct Label<'a> {
    pub(super) found: &'a Found,
    pub(super) kind: ChangeKind,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) cases: usize,
}

/// What fields and sections are called.
const NAMES: &[(&str, &str, &str)] = &[
    ("calendars", "lịch", "calendar"),
    ("calendar", "lịch", "calendar"),
    ("units", "đơn vị", "unit"),
    ("unit", "đơn vị", "unit"),
    ("positions", "chức vụ", "position"),
    ("procedures", "thủ tục", "procedure"),
    ("workflows", "quy trình", "workflow"),
    ("workflow", "quy trình", "workflow"),
    ("policies", "quy chế", "policy"),
    ("acts", "hành vi", "act"),
    ("mappings", "bản ánh xạ", "mapping"),
    ("title", "tên", "title"),
    ("limit", "thời hạn", "limit"),
    ("statutory", "thời hạn theo luật", "limit by law"),
    ("committed", "thời hạn cam kết", "promised limit"),
    ("components", "thành phần hồ sơ", "component"),
    ("need", "điều kiện phải nộp", "condition of being due"),
    ("count", "số bản", "copies"),
    ("original", "số bản chính", "originals"),
    ("form", "biểu mẫu", "form"),
    ("properties", "trường", "field"),
    ("rules", "quy tắc", "rule"),
    ("check", "điều phải đúng", "what must hold"),
    ("message", "thông báo", "message"),
    ("severity", "mức độ", "severity"),
    ("fee", "phí, lệ phí", "fees"),
    ("amount", "số tiền", "amount"),
    ("in_force", "hiệu lực", "dates in force"),
    ("open_cases", "hồ sơ đang mở", "open cases"),
    ("steps", "bước", "step"),
    ("budget", "định mức thời gian", "budget"),
    ("role", "vai trò", "role"),
    ("roles", "vai trò", "roles"),
    ("next", "bước tiếp theo", "what follows"),
    ("not_by", "không cùng người với", "not by who did"),
    ("closed", "ngày nghỉ", "closed day"),
    ("working", "ngày làm việc riêng", "special working day"),
    ("holidays", "ngày lễ", "holiday"),
    ("weeks", "ca làm việc trong tuần", "weekly shifts"),
    ("announced", "thông báo nghỉ của năm", "notice of the year"),
    ("source", "căn cứ", "legal basis"),
    ("sources", "căn cứ", "legal basis"),
    ("examples", "ví dụ", "examples"),
    ("weight", "điểm tối đa", "weight"),
    ("parent", "đơn vị cấp trên", "unit above"),
    ("head", "người đứng đầu", "head"),
    ("id", "mã", "identifier"),
    ("include", "bộ quy tắc nền", "rulebooks beneath"),
    ("known", "ngày được biết", "day on which it became known"),
    ("zone", "múi giờ", "zone"),
    ("base", "lịch nền", "calendar beneath"),
    ("note", "ghi chú", "note"),
    ("article", "điều, khoản, điểm", "article"),
    ("text", "số, ký hiệu văn bản", "legal text"),
    ("confidence", "mức chắc chắn", "confidence"),
    ("from", "từ ngày", "from"),
    ("to", "đến ngày", "to"),
    ("date", "ngày", "day"),
    ("year", "năm", "year"),
    ("when", "khi", "when"),
    ("each", "xét từng mục", "each item of"),
    ("at", "vị trí", "place"),
    ("after", "sau quy tắc", "after"),
    ("remedy", "cách sửa", "remedy"),
    ("stage", "giai đoạn", "stage"),
    ("signed", "chữ ký", "signature"),
    ("unless_data", "không cần khi có dữ liệu", "not where data answer"),
    ("valid_months", "giá trị trong (tháng)", "valid for months"),
    ("channel", "kênh nộp", "channel"),
    ("ends", "kết thúc theo", "which end binds"),
    ("finish", "coi là xong khi", "what counts as finished"),
    ("yellow", "ngưỡng vàng", "when yellow"),
    ("supplement", "bổ sung hồ sơ", "supplement"),
    ("accepted", "thời điểm thụ lý", "accepted at"),
    ("due", "hạn", "due"),
    ("last_day", "ngày cuối", "last day"),
    ("dossier", "hồ sơ", "dossier"),
    ("ready", "đủ điều kiện", "ready"),
    ("remarks", "nhận xét", "remarks"),
    ("result", "kết quả", "result"),
    ("applicant", "đối tượng thực hiện", "who may file"),
    ("file_at", "nơi nộp", "where to file"),
    ("solved_by", "cơ quan giải quyết", "who decides"),
    ("field", "lĩnh vực", "field"),
    ("online", "mức độ trực tuyến", "how far online"),
    ("start", "bước đầu", "first step"),
    ("waits_for", "chờ ai", "for whom it waits"),
    ("clock", "đồng hồ", "clock"),
    ("join", "hợp nhánh", "join"),
    ("product", "sản phẩm", "product"),
    ("secrecy", "độ mật", "secrecy"),
    ("reach", "phạm vi", "reach"),
    ("standing", "vị trí", "standing"),
    ("clearance", "được tiếp cận độ mật", "clearance"),
    ("signs", "được ký", "may sign"),
    ("bands", "mức xếp loại", "bands"),
    ("caps", "tỷ lệ khống chế", "caps"),
    ("cuts", "trừ điểm", "cuts"),
    ("maximum", "điểm tối đa", "maximum"),
    ("documents", "quy tắc văn bản", "rules on documents"),
    ("thresholds", "ngưỡng phát hiện", "thresholds of findings"),
];

/// What a field is called, where it has a name.
pub(super) fn name_of(field: &str) -> Option<Text> {
    let name = NAMES.iter().find(|(known, ..)| *known == field);
    name.map(|(_, vi, en)| Text::new(*vi, *en))
}

fn named(field: &str) -> Text {
    name_of(field).unwrap_or_else(|| Text::same(format!("`{field}`")))
}

/// `Thủ tục 2.001199 «Đăng ký …», từ 01/07/2026: thời hạn cam kết từ «3 ngày làm việc» thành «2 ngày làm việc».`
pub(super) fn sentence(label: &Label<'_>, before: &Node, after: &Node) -> Text {
    let found = label.found;
    let mut text = Text::default();
    let push = |text: &mut Text, vi: &str, en: &str| {
        text.vi.push_str(vi);
        text.en.push_str(en);
    };
    // The subject: section and entry, with the title that it has.
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
    let days = super::restate::span(crate::source::InForce { from: label.from, to: label.to });
    push(&mut text, &days.vi, &days.en);
    // The part: `components`, its item, its field.
    let mut part = Text::default();
    let limits =
        matches!(found.way.last(), Some(Step::Field(field)) if ["statutory", "committed"].contains(&field.as_str()));
    for step in way {
        let next = match step {
            // Which of the limits it is says it all.
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
    let (vi, en) = match label.kind {
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
    if label.cases > 0 {
        let n = label.cases;
        push(&mut text, &format!("; ảnh hưởng {n} hồ sơ đang mở"), &format!("; touches {n} open cases"));
    }
    push(&mut text, ".", ".");
    Text::new(capital(&text.vi), capital(&text.en))
}

/// A value as a reader sees it; nothing for what is too large to be shown.
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

/// The title of an entry, that of its newest version.
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

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
