//! The keywords that may be violated, in the order in which violations of one value are reported, and their words.

use super::Index;
use crate::base::text::{Text, quoted};

macro_rules! keywords {
    ($($variant:ident $name:literal vi $vi:literal en $en:literal;)+) => {
        /// A keyword that may be violated.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Keyword { $($variant),+ }

        impl Keyword {
            /// The keyword as a schema has it.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }

        /// What may be reported of a value, in the order of reporting: every keyword that may be violated, and those of
        /// [`NO_KEYWORDS`].
        pub(super) const KEYWORDS: &[&str] = &[$($name),+];

        /// Vietnamese and English of each, with `{limit}` to fill.
        const WORDS: &[(&str, &str, &str)] = &[$(($name, $vi, $en)),+];
    };
}

keywords! {
    Refused "false schema" vi "không được điền ở đây" en "must not be given here";
    AnyOf "anyOf" vi "không thuộc trường hợp nào được phép" en "fits none of the cases allowed";
    OneOf "oneOf" vi "phải thuộc đúng một trường hợp được phép" en "must fit exactly one of the cases allowed";
    Not "not" vi "thuộc trường hợp không được phép" en "is a case that is not allowed";
    Type "type" vi "sai kiểu, cần {limit}" en "wrong type, expected {limit}";
    Const "const" vi "phải là {limit}" en "must be {limit}";
    Enum "enum" vi "phải là một trong: {limit}" en "must be one of: {limit}";
    Blank "blank" vi "chưa điền nội dung" en "nothing is filled in";
    Damaged "damaged" vi "có ký tự bị hỏng, cần nhập lại" en "has a broken character, and must be typed again";
    Required "required" vi "thiếu {limit}" en "{limit} is missing";
    DependentRequired "dependentRequired" vi "thiếu {limit}" en "{limit} is missing";
    AdditionalProperties "additionalProperties" vi "không có mục «{limit}»" en "there is no entry `{limit}`";
    UnevaluatedProperties "unevaluatedProperties" vi "không có mục «{limit}»" en "there is no entry `{limit}`";
    PropertyNames "propertyNames" vi "tên mục «{limit}» không hợp lệ" en "`{limit}` may not be the name of an entry";
    MinProperties "minProperties" vi "cần ít nhất {limit} mục" en "needs at least {limit} entries";
    MaxProperties "maxProperties" vi "nhiều quá {limit} mục" en "more than {limit} entries";
    MinItems "minItems" vi "cần ít nhất {limit} mục" en "needs at least {limit} items";
    MaxItems "maxItems" vi "nhiều quá {limit} mục" en "more than {limit} items";
    UniqueItems "uniqueItems" vi "có mục lặp lại" en "has an item twice";
    Contains "contains" vi "chưa có mục phải có" en "lacks an item that must be there";
    MinContains "minContains" vi "cần ít nhất {limit} mục loại phải có" en "needs at least {limit} of the items that must be there";
    MaxContains "maxContains" vi "nhiều quá {limit} mục loại phải có" en "more than {limit} of the items that must be there";
    UnevaluatedItems "unevaluatedItems" vi "không được có mục này" en "may not have this item";
    MinLength "minLength" vi "cần ít nhất {limit} ký tự" en "needs at least {limit} characters";
    MaxLength "maxLength" vi "dài quá {limit} ký tự" en "longer than {limit} characters";
    Pattern "pattern" vi "không đúng dạng yêu cầu" en "is not of the form asked for";
    Format "format" vi "không đúng dạng {limit}" en "is not of the form {limit}";
    Minimum "minimum" vi "phải từ {limit} trở lên" en "must be at least {limit}";
    Maximum "maximum" vi "không được quá {limit}" en "must be at most {limit}";
    ExclusiveMinimum "exclusiveMinimum" vi "phải lớn hơn {limit}" en "must be more than {limit}";
    ExclusiveMaximum "exclusiveMaximum" vi "phải nhỏ hơn {limit}" en "must be less than {limit}";
    MultipleOf "multipleOf" vi "phải là bội của {limit}" en "must be a multiple of {limit}";
}

/// What is reported of a value though no keyword of JSON Schema asks for it: a required text of blanks, and a text with
/// half a character.
pub(super) const NO_KEYWORDS: [&str; 2] = ["blank", "damaged"];

/// Keywords that only lead to other parts of a schema, or name them.
pub(super) const STRUCTURE: [&str; 16] = [
    "$ref",
    "$anchor",
    "$defs",
    "definitions",
    "allOf",
    "properties",
    "patternProperties",
    "items",
    "prefixItems",
    "dependentSchemas",
    "if",
    "then",
    "else",
    "$id",
    "$schema",
    "$comment",
];

/// Keywords that only describe.
pub(super) const ANNOTATIONS: [&str; 10] = [
    "title",
    "description",
    "kind",
    "default",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "$comment",
    "$schema",
];

/// One keyword that a value does not meet; or that a text which is required has nothing but blanks, which no keyword says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The keyword.
    pub keyword: &'static str,
    /// JSON pointer of the value; for keywords that name an entry, of the map.
    pub pointer: String,
    /// The entry that is missing or too many.
    pub property: Option<String>,
    /// What the keyword asks for: a number, a name, the titles of the choices.
    pub limit: Text,
    /// The title of the value in the form.
    pub title: Option<Text>,
    /// How the form says that the value is to be filled in.
    pub description: Option<Text>,
    /// The items of lists on the way to the value, such as "Thành viên thứ 2".
    pub item: Option<Text>,
    /// Where the keyword is in the schema.
    pub(super) order: (Index, Keyword),
}

impl Violation {
    /// What is wrong, in both languages; the title of the field in front, where the form gives one.
    pub fn text(&self) -> Text {
        let words = WORDS.iter().find(|(keyword, _, _)| *keyword == self.keyword);
        let (_, vi, en) = words.copied().unwrap_or_default();
        let (vi, en) = match (self.keyword, self.limit.en.as_str()) {
            ("format", "date") => ("không phải ngày dạng yyyy-MM-dd", "is not a date yyyy-MM-dd"),
            ("format", NO_SUCH_DAY) => ("không có ngày này trong lịch", "there is no such day in the calendar"),
            ("format", "time") => ("không phải giờ dạng HH:mm:ss+07:00", "is not a time HH:mm:ss+07:00"),
            ("format", "date-time") => {
                ("không phải thời điểm dạng yyyy-MM-ddTHH:mm:ss+07:00", "is not a time yyyy-MM-ddTHH:mm:ss+07:00")
            }
            ("format", "email") => ("không phải địa chỉ thư điện tử", "is not an e-mail address"),
            ("const", "true") => ("phải là đúng", "must be true"),
            ("const", "false") => ("phải là sai", "must be false"),
            // The titles of the choices.
            ("anyOf" | "oneOf", some) if !some.is_empty() => ("phải là một trong: {limit}", "must be one of: {limit}"),
            ("pattern", pattern) if digits(pattern).is_some() => {
                ("cần đúng {limit} chữ số", "needs exactly {limit} digits")
            }
            _ => (vi, en),
        };
        let count = digits(&self.limit.en).filter(|_| self.keyword == "pattern");
        let limit = count.map_or_else(|| self.limit.clone(), Text::same);
        let one = SINGULAR.iter().find_map(|(many, one)| Some(format!("{}{one}", en.strip_suffix(many)?)));
        let en = one.filter(|_| limit.en == "1").unwrap_or_else(|| en.to_owned());
        let named = self.title.as_ref().filter(|_| self.property.is_some());
        let types = |limit: &str| {
            let word = |name| TYPES.iter().find(|(known, _)| *known == name).map_or(name, |(_, vi)| *vi);
            limit.split(" | ").map(word).collect::<Vec<_>>().join(" hoặc ")
        };
        let of_vi = if self.keyword == "type" { types(&limit.vi) } else { limit.vi };
        let limit = named.map_or_else(
            // The name of a field that the form does not have may be a text of any length.
            || if limit.en.len() > MOST_WRITTEN { quoted(&limit.en, MOST_WRITTEN) } else { Text::new(of_vi, limit.en) },
            |title| Text::new(format!("«{}»", title.vi), format!("«{}»", title.en)),
        );
        let words = Text::new(vi, en).fill_texts(&[("limit", limit)]);
        let title = self.title.as_ref().filter(|_| named.is_none());
        let before: Vec<&Text> = self.item.iter().chain(title).collect();
        match before.is_empty() {
            true => words,
            false => Text::join([&Text::join(before, ", ", ", "), &words], ": ", ": "),
        }
    }
}

/// The longest limit, in bytes, that a text repeats in full.
const MOST_WRITTEN: usize = 2_000;

/// The limit of a `format: date` that is written as a day which does not exist, such as 30 February.
pub(super) const NO_SUCH_DAY: &str = "day";

/// Ends of words for more than one, and for one.
const SINGULAR: [(&str, &str); 4] =
    [("characters", "character"), ("entries", "entry"), (" items", " item"), ("digits", "digit")];

/// Types, in words for citizens.
const TYPES: [(&str, &str); 7] = [
    ("null", "giá trị rỗng"),
    ("boolean", "đúng hoặc sai"),
    ("integer", "số nguyên"),
    ("number", "số"),
    ("string", "chuỗi ký tự"),
    ("array", "danh sách"),
    ("object", "nhóm các mục"),
];

/// How many digits a pattern asks for that asks for nothing else.
fn digits(pattern: &str) -> Option<&str> {
    let count = [r"^\d{", "^[0-9]{"].into_iter().find_map(|start| pattern.strip_prefix(start))?.strip_suffix("}$")?;
    count.bytes().all(|byte| byte.is_ascii_digit()).then_some(count)
}
