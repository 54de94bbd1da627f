//! Violations in words.

use super::check::Violation;
use crate::text::Text;

/// The words of each keyword, with `{limit}` to fill; the last line is for the rest.
const WORDS: &[(&str, &str, &str)] = &[
    ("required", "thiếu {limit}", "{limit} is missing"),
    ("additionalProperties", "không có mục «{limit}»", "there is no entry `{limit}`"),
    ("type", "sai kiểu, cần {limit}", "wrong type, expected {limit}"),
    ("const", "phải là {limit}", "must be {limit}"),
    ("enum", "phải là một trong: {limit}", "must be one of: {limit}"),
    ("minLength", "cần ít nhất {limit} ký tự", "needs at least {limit} characters"),
    ("maxLength", "dài quá {limit} ký tự", "longer than {limit} characters"),
    ("pattern", "không đúng mẫu {limit}", "does not match {limit}"),
    ("format", "không phải ngày dạng yyyy-MM-dd", "is not a date yyyy-MM-dd"),
    ("minimum", "phải từ {limit} trở lên", "must be at least {limit}"),
    ("maximum", "không được quá {limit}", "must be at most {limit}"),
    ("exclusiveMinimum", "phải lớn hơn {limit}", "must be more than {limit}"),
    ("exclusiveMaximum", "phải nhỏ hơn {limit}", "must be less than {limit}"),
    ("multipleOf", "phải là bội của {limit}", "must be a multiple of {limit}"),
    ("minItems", "cần ít nhất {limit} mục", "needs at least {limit} items"),
    ("maxItems", "nhiều quá {limit} mục", "more than {limit} items"),
    ("uniqueItems", "có mục lặp lại", "has an item twice"),
    ("minProperties", "cần ít nhất {limit} mục", "needs at least {limit} entries"),
    ("maxProperties", "nhiều quá {limit} mục", "more than {limit} entries"),
    ("", "không được điền ở đây", "must not be given here"),
];

impl Violation {
    /// What is wrong, in both languages; the title of the field in front, where the form gives one.
    pub fn text(&self) -> Text {
        let words = WORDS.iter().find(|(keyword, _, _)| *keyword == self.keyword || keyword.is_empty());
        let (_, vi, en) = words.copied().unwrap_or_default();
        let named = self.property.is_some() && self.title.is_some();
        let name = |title: fn(&Text) -> &str| self.title.as_ref().map(title).unwrap_or_default();
        let fill = |words: &str, title: &str| {
            let limit = if named { format!("«{title}»") } else { self.limit.clone() };
            let words = words.replace("{limit}", &limit);
            if named || title.is_empty() { words } else { format!("{title}: {words}") }
        };
        Text::new(fill(vi, name(|title| &title.vi)), fill(en, name(|title| &title.en)))
    }
}
