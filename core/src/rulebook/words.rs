//! Names of the parts of a rulebook, and dates within sentences.

use crate::base::source::InForce;
use crate::base::text::Text;

/// Names of fields and sections.
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
    ("records", "loại ghi nhận", "record"),
    ("indicators", "chỉ tiêu", "indicator"),
    ("acts", "hành vi", "act"),
    ("mappings", "bản ánh xạ", "mapping"),
    ("title", "tên", "title"),
    ("limit", "thời hạn", "limit"),
    ("statutory", "thời hạn theo luật", "statutory limit"),
    ("committed", "thời hạn cam kết", "committed limit"),
    ("components", "thành phần hồ sơ", "component"),
    ("need", "điều kiện phải nộp", "when it must be filed"),
    ("count", "số bản", "copies"),
    ("original", "số bản chính", "originals"),
    ("form", "biểu mẫu", "form"),
    ("properties", "trường", "field"),
    ("rules", "quy tắc", "rule"),
    ("check", "điều phải đúng", "condition"),
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
    ("next", "bước tiếp theo", "next step"),
    ("not_by", "không cùng người với", "not by whoever did"),
    ("closed", "ngày nghỉ", "closed day"),
    ("working", "ngày làm việc riêng", "special working day"),
    ("holidays", "ngày lễ", "holiday"),
    ("weeks", "ca làm việc trong tuần", "weekly shifts"),
    ("announced", "thông báo nghỉ của năm", "notice of the year"),
    ("source", "căn cứ", "legal basis"),
    ("sources", "căn cứ", "legal basis"),
    ("examples", "ví dụ", "examples"),
    ("weight", "điểm tối đa", "weight"),
    ("parent", "đơn vị cấp trên", "superior unit"),
    ("head", "người đứng đầu", "head"),
    ("id", "mã", "identifier"),
    ("include", "bộ quy tắc nền", "base rulebooks"),
    ("known", "ngày được biết", "day on which it became known"),
    ("zone", "múi giờ", "zone"),
    ("base", "lịch nền", "base calendar"),
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
    ("unless_data", "không cần khi có dữ liệu", "not required if found in data"),
    ("valid_months", "giá trị trong (tháng)", "valid for months"),
    ("channel", "kênh nộp", "channel"),
    ("ends", "kết thúc theo", "binding end"),
    ("finish", "coi là xong khi", "what counts as finished"),
    ("yellow", "ngưỡng vàng", "yellow threshold"),
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
    ("online", "mức độ trực tuyến", "level of online service"),
    ("start", "bước đầu", "first step"),
    ("waits_for", "chờ ai", "waits for"),
    ("ended_by", "ai ghi kết quả", "ended by"),
    ("successors", "đơn vị kế thừa", "successors"),
    ("code", "mã", "code"),
    ("clock", "đồng hồ", "clock"),
    ("join", "hợp nhánh", "join"),
    ("product", "sản phẩm", "product"),
    ("secrecy", "độ mật", "secrecy"),
    ("naming", "nêu tên người xử lý tiếp", "naming of the next officer"),
    ("reach", "phạm vi", "scope"),
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

/// The name of a field, if it has one.
pub(crate) fn name_of(field: &str) -> Option<Text> {
    let name = NAMES.iter().find(|(known, ..)| *known == field);
    name.map(|(_, vi, en)| Text::new(*vi, *en))
}

/// The name of a field; a field without a name is quoted.
pub(crate) fn named(field: &str) -> Text {
    name_of(field).unwrap_or_else(|| Text::same(format!("`{field}`")))
}

/// The dates in force as the end of a sentence.
pub(crate) fn span(dates: InForce) -> Text {
    let (mut vi, mut en) = (String::new(), String::new());
    if let Some(from) = dates.from {
        vi.push_str(&format!(", từ {}", from.vietnamese()));
        en.push_str(&format!(", from {from}"));
    }
    if let Some(to) = dates.to {
        let comma = if dates.from.is_some() { "" } else { "," };
        vi.push_str(&format!("{comma} đến hết {}", to.vietnamese()));
        en.push_str(&format!("{comma} through {to}"));
    }
    Text::new(vi, en)
}
