//! The Vietnamese of the values that fill a message, such as `{reason}` and `{kind}`, and help for particular names.
//!
//! The English of a value is its key here: whoever changes it where the error is raised changes it here too.

use super::{Code, Error};

/// Pairs of English, exactly as the error carries it, and Vietnamese.
pub(super) type Words = &'static [(&'static str, &'static str)];

/// Why a text cannot be read: the reasons of the JSON and XML readers and of our checks on YAML.
pub(super) const DATA: Words = &[
    ("expected a value", "ở đây cần một giá trị"),
    ("the document ends too early", "văn bản kết thúc quá sớm"),
    ("expected a colon", "ở đây cần dấu hai chấm"),
    ("expected a comma or `]`", "ở đây cần dấu phẩy hoặc `]`"),
    ("expected a comma or `}`", "ở đây cần dấu phẩy hoặc `}`"),
    ("expected an item after the comma", "thiếu phần tử sau dấu phẩy"),
    ("expected a key in quotes", "ở đây cần một khóa trong dấu nháy"),
    ("a key must be a plain string", "khóa phải là chuỗi"),
    ("expected a digit", "ở đây cần một chữ số"),
    ("a number must not begin with 0", "số không bắt đầu bằng 0"),
    ("a string contains an unescaped control character", "chuỗi có ký tự điều khiển chưa được mã hóa"),
    ("the string is not closed", "chuỗi chưa đóng dấu nháy"),
    ("unknown escape sequence", "không có ký hiệu thoát như vậy"),
    ("expected four hexadecimal digits", "ở đây cần bốn chữ số thập lục phân"),
    ("unpaired surrogate", "chỉ có một nửa cặp ký tự thay thế"),
    ("text after the end of the document", "còn chữ sau khi văn bản đã kết thúc"),
    ("a second document", "có văn bản thứ hai trong cùng một tệp"),
    ("aliases are not supported", "không dùng tham chiếu `*`"),
    ("anchors are not supported", "không dùng neo `&`"),
    ("tags are not supported", "không dùng thẻ `!`"),
    ("merge keys are not supported", "không dùng khóa gộp `<<`"),
    ("expected a space after the colon", "sau dấu hai chấm cần một dấu cách"),
    ("this build reads JSON only", "bản dựng này chỉ đọc JSON"),
    ("no element", "không có phần tử nào"),
];

/// Why a YAML text cannot be read: the reasons of the YAML parser, in its own English.
pub(super) const YAML: Words = if cfg!(feature = "yaml") {
    &[
        ("while parsing a flow sequence, expected ',' or ']'", "danh sách trong ngoặc vuông thiếu dấu phẩy hoặc `]`"),
        (
            "while parsing a flow mapping, did not find expected ',' or '}'",
            "nhóm trong ngoặc nhọn thiếu dấu phẩy hoặc `}`",
        ),
        (
            "while parsing a block mapping, did not find expected key",
            "dòng này không phải là khóa; xem lại thụt đầu dòng",
        ),
        (
            "while parsing a block collection, did not find expected '-' indicator",
            "dòng này không phải là mục `-`; xem lại thụt đầu dòng",
        ),
        ("while parsing a node, did not find expected node content", "ở đây thiếu giá trị"),
        ("while parsing node, found unknown anchor", "tham chiếu `*` tới tên chưa có"),
        ("while scanning a quoted scalar, found unexpected end of stream", "chuỗi chưa đóng dấu nháy"),
        ("while parsing a quoted scalar, found unknown escape character", "không có ký hiệu thoát như vậy"),
        ("while scanning a plain scalar, found a tab", "có dấu tab trong giá trị"),
        (
            "mapping values are not allowed in this context",
            "dấu `: ` không được đứng ở đây; xem lại thụt đầu dòng, hoặc đặt giá trị trong dấu nháy",
        ),
        ("mapping keys are not allowed in this context", "khóa không được đứng ở đây; xem lại thụt đầu dòng"),
        (
            "block sequence entries are not allowed in this context",
            "mục `-` không được đứng ở đây; xem lại thụt đầu dòng",
        ),
        ("invalid indentation", "thụt đầu dòng sai"),
        ("invalid indentation in flow construct", "thụt đầu dòng sai trong ngoặc"),
        ("invalid indentation in quoted scalar", "thụt đầu dòng sai trong chuỗi nhiều dòng"),
        ("invalid trailing content after double-quoted scalar", "còn chữ sau dấu nháy đóng"),
        ("simple key expected", "ở đây cần một khóa"),
        ("simple key expect ':'", "khóa thiếu dấu hai chấm, hoặc thiếu dấu cách sau nó"),
        ("\"-\" is only valid inside a block", "dấu `-` không được đứng ở đây; ngoặc mở ở trên chưa đóng"),
        ("unexpected character: `@'", "giá trị bắt đầu bằng `@`; đặt trong dấu nháy"),
        ("unexpected character: `%'", "giá trị bắt đầu bằng `%`; đặt trong dấu nháy"),
        ("unexpected character: ``'", "giá trị bắt đầu bằng `` ` ``; đặt trong dấu nháy"),
        ("'-' must be followed by a valid YAML whitespace", "sau dấu `-` cần một dấu cách"),
        ("':' must be followed by a valid YAML whitespace", "sau dấu `:` cần một dấu cách"),
        ("plain scalar cannot start with '-' followed by ,[]{}", "giá trị bắt đầu bằng `-`; đặt trong dấu nháy"),
        (
            "while parsing a quoted scalar, did not find expected hexadecimal number",
            "sau `\\u` cần chữ số thập lục phân",
        ),
        ("while parsing a quoted scalar, found invalid Unicode character escape code", "mã ký tự sau `\\u` không có"),
        ("while scanning a quoted scalar, found unexpected document indicator", "chuỗi chưa đóng dấu nháy"),
        (
            "while scanning a block scalar, did not find expected comment or line break",
            "sau `|` hoặc `>` phải xuống dòng",
        ),
        (
            "while scanning a block scalar, found an indentation indicator equal to 0",
            "số thụt đầu dòng sau `|` không thể là 0",
        ),
        ("wrongly indented line in block scalar", "thụt đầu dòng sai trong khối chữ"),
        ("a block scalar content cannot start with a tab", "khối chữ không được bắt đầu bằng tab"),
        ("comment intercepting the multiline text", "chú thích chen giữa chuỗi nhiều dòng"),
        ("illegal placement of ':' indicator", "dấu `:` không được đứng ở đây"),
        ("misplaced bracket", "dấu ngoặc không đúng chỗ"),
        ("invalid indentation for anchor", "thụt đầu dòng sai"),
        ("invalid content after document end marker", "còn chữ sau dấu kết thúc văn bản"),
        ("found unprintable character", "có ký tự không in được"),
        ("did not find expected <document start>", "còn chữ sau khi văn bản đã kết thúc"),
        ("a byte order mark must not appear inside a document", "có dấu BOM giữa văn bản"),
        ("unexpected eof", "văn bản kết thúc quá sớm"),
        ("unexpected end of plain scalar", "giá trị kết thúc quá sớm"),
        ("did not find expected next token", "ở đây thiếu một phần"),
        ("expected whitespace", "ở đây cần khoảng trắng"),
        ("recursion limit exceeded", "lồng nhau quá sâu"),
    ]
} else {
    &[]
};

/// Why an expression is wrong.
pub(super) const EXPRESSION: Words = &[
    ("expected a value", "ở đây cần một giá trị"),
    ("the string is not closed", "chuỗi chưa đóng dấu nháy"),
    ("the expression ends too early", "biểu thức kết thúc quá sớm"),
    ("expected an operator", "ở đây cần một phép toán"),
    ("expected a name after `.`", "sau dấu `.` cần một tên"),
    ("expected a name for the item", "ở đây cần tên của mục"),
    ("one bracket too many", "thừa một dấu ngoặc"),
    (
        "write it after its list: `list.sum(item, value)`",
        "phép tính này viết sau danh sách: `danhSach.sum(mục, giá trị)`",
    ),
    ("expected `(`", "ở đây cần dấu `(`"),
    ("expected `)`", "ở đây cần dấu `)`"),
    ("expected `]`", "ở đây cần dấu `]`"),
    ("expected `:`", "ở đây cần dấu `:`"),
    ("expected a comma or `)`", "ở đây cần dấu phẩy hoặc `)`"),
    ("comparison is written `==`", "so sánh bằng viết là `==`"),
    ("`and` is written `&&`", "`and` viết là `&&`"),
    ("`or` is written `||`", "`or` viết là `||`"),
    ("`not` is written `!`", "`not` viết là `!`"),
    ("write `<=`, `>=` or `!=`", "viết `<=`, `>=` hoặc `!=`"),
    ("minus is written `-`", "dấu trừ viết là `-`"),
    ("write `*` or `/`", "viết `*` hoặc `/`"),
    ("write a date in quotes: '2026-01-08'", "ngày viết trong dấu nháy: '2026-01-08'"),
    (
        "maps are not supported here; compare with `in [...]`, or choose with `a ? b : c`",
        "ở đây không viết được nhóm khóa và giá trị; so sánh bằng `in [...]`, hoặc chọn bằng `a ? b : c`",
    ),
    ("`!` and `-` cannot be combined", "không dùng lẫn `!` và `-`"),
    (
        "comparisons cannot be chained; join two comparisons with `&&`",
        "không viết so sánh nối tiếp; nối hai phép so sánh bằng `&&`",
    ),
    ("an index must be a number or a string in quotes", "chỉ số là số hoặc chuỗi trong dấu nháy"),
    ("an index must be a whole number", "chỉ số là số nguyên"),
    ("only form data has fields", "chỉ dữ liệu mới có trường"),
    ("the number is malformed or too large", "số viết sai hoặc quá lớn"),
    ("the number is too large", "số quá lớn"),
    ("expected a pattern", "ở đây cần một mẫu"),
    ("expected a string in quotes", "ở đây cần một chuỗi trong dấu nháy"),
    ("the string is not closed on its line", "chuỗi chưa đóng dấu nháy trên cùng một dòng"),
    (
        "unknown escape sequence; write the backslash twice, or `r` before the quotes",
        "không có ký hiệu thoát như vậy; viết hai dấu `\\\\`, hoặc đặt `r` trước dấu nháy",
    ),
    ("there is no such character", "không có ký tự như vậy"),
    ("the number of arguments is wrong", "số tham số không đúng"),
];

/// Why a pattern is wrong.
pub(super) const PATTERN: Words = &[
    ("a bracket is not opened", "dấu ngoặc chưa được mở"),
    ("nested too deep", "lồng nhau quá sâu"),
    ("a `(` is not closed", "dấu `(` chưa được đóng"),
    ("one `)` too many", "thừa một dấu `)`"),
    ("a `[` is not closed", "dấu `[` chưa được đóng"),
    ("a `{` is not closed", "dấu `{` chưa được đóng"),
    ("expected a count after `{`", "sau `{` cần số lần lặp"),
    ("a count is higher than 1000", "số lần lặp lớn hơn 1000"),
    ("the two counts are reversed", "hai số lần lặp bị ngược"),
    ("the range is reversed", "khoảng ký tự bị ngược"),
    ("a range ends in a class", "khoảng ký tự kết thúc bằng một lớp"),
    ("a repetition is repeated", "lặp của phép lặp"),
    ("unknown escape sequence", "không có ký hiệu thoát như vậy"),
    ("there is nothing to repeat", "không có gì để lặp"),
    ("the pattern ends too early", "mẫu kết thúc quá sớm"),
    ("references back to a group are not supported", "không hỗ trợ tham chiếu ngược về một nhóm"),
    ("look-around and named groups are not supported", "không hỗ trợ nhìn trước, nhìn sau và nhóm có tên"),
];

/// Why the schema of a form is invalid.
pub(super) const SCHEMA: Words = &[("$ref: cycle, or chain too long", "$ref đi thành vòng, hoặc qua quá nhiều bước")];

/// Why the value of a rule is undetermined.
pub(super) const VALUE: Words = &[
    ("a number is beyond the exact range", "số vượt quá khoảng tính chính xác"),
    ("the rule takes more steps than its limit allows", "quy tắc tốn nhiều bước tính hơn giới hạn"),
    ("a value has the wrong type", "giá trị không đúng kiểu"),
    ("a text is not a date", "chuỗi không phải là ngày"),
    ("a division by zero, or one with an endless decimal", "chia cho 0, hoặc chia không hết"),
    ("the day of assessment is not given", "không cho biết ngày xét"),
    ("there is no working calendar", "không có lịch làm việc"),
];

/// Kinds of rulebook entries and types of values.
const KINDS: Words = &[
    ("calendar", "lịch"),
    ("unit", "đơn vị"),
    ("position", "chức vụ"),
    ("role", "vai trò"),
    ("step", "bước"),
    ("workflow", "quy trình"),
    ("procedure", "thủ tục"),
    ("policy", "quy chế"),
    ("band", "mức xếp loại"),
    ("mapping", "bản ánh xạ"),
    ("rule", "quy tắc"),
    ("finding", "loại phát hiện"),
    ("code", "mã lỗi"),
    ("component", "thành phần hồ sơ"),
    ("form field", "trường của biểu mẫu"),
    ("field of the filing", "trường của việc nộp"),
    ("function", "hàm"),
    ("name", "tên"),
    ("map", "nhóm khóa và giá trị"),
    ("list", "danh sách"),
    ("text", "chuỗi"),
    ("integer", "số nguyên"),
    ("decimal", "số thập phân"),
    ("number", "số"),
    ("month", "tháng"),
    ("quarter", "quý"),
    ("year", "năm"),
    ("boolean", "giá trị đúng hoặc sai"),
    ("null", "giá trị rỗng"),
    ("64 hexadecimal digits", "64 chữ số thập lục phân"),
    ("path of a list", "đường dẫn tới một danh sách"),
    ("schema", "lược đồ"),
    ("day", "ngày"),
    ("version", "phiên bản"),
    ("entry", "mục"),
    ("entry of this section", "mục cùng phần"),
    ("form", "biểu mẫu"),
    ("officer", "cán bộ, công chức"),
    ("retention", "thời hạn bảo quản"),
    ("fraction", "phân số"),
    ("list of 2", "danh sách hai mục"),
    ("list of 3", "danh sách ba mục"),
    ("map with one operator", "nhóm có đúng một phép toán"),
    ("pattern in quotes", "mẫu trong dấu nháy"),
    ("text without control characters", "chuỗi không có ký tự điều khiển"),
];

/// What may exceed a size limit.
const SIZES: Words = &[
    ("expression", "biểu thức"),
    ("pattern", "mẫu"),
    ("schema", "lược đồ"),
    ("limit", "thời hạn"),
    ("symbol", "số và ký hiệu"),
    ("rulebook", "bộ quy tắc"),
    ("include", "số bản include"),
    ("input", "dữ liệu vào"),
    ("journal", "sổ niêm phong"),
    ("names", "số tên"),
    ("cases", "số vụ việc"),
    ("columns", "số cột"),
    ("attributes", "số thuộc tính"),
    ("steps", "số bước"),
    ("versions", "phần mà các phiên bản chép lại"),
    ("calendars", "số lịch"),
    ("units", "số đơn vị"),
    ("positions", "số chức vụ"),
    ("procedures", "số thủ tục"),
    ("rules", "số quy tắc"),
    ("components", "số thành phần hồ sơ"),
    ("examples", "số ví dụ"),
];

/// Levels of secrecy (độ mật).
const LEVELS: Words =
    &[("ordinary", "thường"), ("confidential", "mật"), ("secret", "tối mật"), ("top_secret", "tuyệt mật")];

/// States of a case.
const STATES: Words = &[
    ("received", "đã tiếp nhận"),
    ("processing", "đang xử lý"),
    ("suspended", "tạm dừng"),
    ("finished", "đã có kết quả"),
    ("delivered", "đã trả kết quả"),
    ("stopped", "đã dừng"),
];

/// The Vietnamese of the value of the placeholder `name`; `None` if it has none. Reasons are listed at their code.
pub(crate) fn vietnamese(name: &str, value: &str) -> Option<&'static str> {
    let words = match name {
        "kind" | "expected" | "found" | "read_as" => KINDS,
        "what" => SIZES,
        "level" | "limit" | "secrecy" => LEVELS,
        "state" => STATES,
        _ => return None,
    };
    find(words, value)
}

pub(super) fn find(words: Words, value: &str) -> Option<&'static str> {
    words.iter().find(|(english, _)| *english == value).map(|(_, vietnamese)| *vietnamese)
}

/// What to write instead of functions and names that other expression languages have.
const INSTEAD: &[(&str, &str, &str)] = &[
    (
        "timestamp",
        "viết ngày là chuỗi yyyy-MM-dd: d.ngay <= '2026-01-08'; hôm nay là today",
        "write a date as a string yyyy-MM-dd: d.ngay <= '2026-01-08'; the day of assessment is today",
    ),
    (
        "duration",
        "đếm bằng days(a, b), workingDays(a, b), months(a, b) hoặc years(a, b)",
        "count with days(a, b), workingDays(a, b), months(a, b) or years(a, b)",
    ),
    ("now", "ngày xét là today", "the day of assessment is today"),
    ("len", "độ dài là size(a)", "the length is size(a)"),
    ("length", "độ dài là size(a)", "the length is size(a)"),
    ("map", "viết sau danh sách: d.l.map(t, t.a)", "write it after its list: d.l.map(t, t.a)"),
    (
        "item",
        "thêm each: d.danhSach vào quy tắc; khi đó item là từng mục của danh sách",
        "add each: d.list to the rule; then item is each item of the list",
    ),
];

/// What to do about an unknown name that resembles no known one, by the kind of entry it should name.
const DECLARED: &[(&str, &str, &str)] = &[
    (
        "form field",
        "khai báo trường này trong `properties` của biểu mẫu",
        "declare this field under `properties` of the form",
    ),
    ("role", "gán vai trò này cho một chức vụ trong `positions`", "give the role to a position, under `positions`"),
    ("unit", "khai báo đơn vị này trong `units`", "declare it under `units`"),
    ("position", "khai báo chức vụ này trong `positions`", "declare it under `positions`"),
    ("workflow", "khai báo quy trình này trong `workflows`", "declare it under `workflows`"),
    ("procedure", "khai báo thủ tục này trong `procedures`", "declare it under `procedures`"),
    ("step", "khai báo bước này trong `steps`", "declare it under `steps`"),
    ("officer", "thêm người này vào bảng nhân sự", "add this person to the staff table"),
    ("component", "khai báo thành phần này trong `components`", "declare it under `components`"),
    ("rule", "nêu một quy tắc có trong `rules`", "name a rule of `rules`"),
    ("band", "khai báo mức này trong `bands`", "declare it under `bands`"),
    ("mapping", "khai báo bản ánh xạ này trong `mappings`", "declare it under `mappings`"),
    (
        "version",
        "nêu ngày đầu (`in_force.from`) của một phiên bản",
        "give the first day (`in_force.from`) of one of the versions",
    ),
    (
        "entry of this section",
        "nêu tên một mục cùng phần, trong bất kỳ tệp nào của cơ quan",
        "name an entry of the same section, of any file of the office",
    ),
    (
        "calendar",
        "khai báo lịch này trong `calendars`, hoặc include bộ có nó, như vn.calendar",
        "declare it under `calendars`, or include a rulebook that has it, such as vn.calendar",
    ),
    ("function", "các hàm được liệt kê trong docs/rules-reference.md", "docs/rules-reference.md lists the functions"),
    (
        "$ref",
        "chỉ dùng $ref trong cùng lược đồ, như #/$defs/ten; chép phần được tham chiếu vào $defs",
        "use $ref only within the schema, as in #/$defs/name; copy the referenced part into $defs",
    ),
    (
        "entry",
        "bộ quy tắc nền không có mục này; xem lại tên",
        "the rulebook that this one extends has no such entry; check the name",
    ),
    ("name", "biểu mẫu là `d`: viết d.tên_trường", "form data is `d`: write d.field"),
];

/// Help for a text that looks like a number but is not one.
const DIGITS: (&str, &str) = (
    "viết các chữ số liền nhau, không có dấu chấm, dấu phẩy hay đơn vị, như 200000",
    "write the digits only, without separators or a unit, such as 200000",
);

/// Help for a text that is written as a date and is none.
const NO_SUCH_DAY: (&str, &str) =
    ("lịch không có ngày này; sửa ngày hoặc tháng", "there is no such day; correct the day or the month");

/// Help for a date of which nobody knows whether the day or the month comes first.
const WHICH_FIRST: (&str, &str) = (
    "không rõ ngày hay tháng đứng trước; viết yyyy-MM-dd, ví dụ 2026-01-08",
    "the day or the month may come first; write yyyy-MM-dd, such as 2026-01-08",
);

/// Help for a bare number where a limit belongs.
const LIMIT_OF_WHAT: (&str, &str) =
    ("ghi cả đơn vị, như \"{value} ngày làm việc\"", "write the unit, too, as in \"{value} working days\"");

/// The parts of a text that has three numbers with this mark between them.
fn three_numbers(text: &str, mark: char) -> bool {
    text.split(mark).count() == 3 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == mark as u8)
}

/// Help that fits the particular error better than the help of its code.
pub(super) fn specific_help(error: &Error) -> Option<(&'static str, &'static str)> {
    let is = |name: &str, value: &str| error.value(name) == Some(value);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let pointer = error.place().pointer.as_deref().unwrap_or_default();
    match error.code() {
        Code::BadTime if error.value("value").is_some_and(|text| text.len() > 8 && digits(text)) => Some(EPOCH),
        Code::NoZone if pointer == "/as_of" => Some(END_OF_DAY),
        Code::BadTime if pointer == "/as_of" => Some(DAY_OR_INSTANT),
        Code::UnknownReference
            if is("kind", "mapping") && error.value("suggestion").is_none() && error.value("allowed").is_some() =>
        {
            Some(("các bản ánh xạ: {allowed}", "the mappings: {allowed}"))
        }
        // A cell of a table, which may be written in any of the usual ways.
        Code::BadTime if error.value("column").is_some_and(|name| !name.is_empty()) => Some(CELL),
        Code::UnknownAct if error.value("suggestion").is_none() && error.value("allowed").is_some() => Some(ACTS),
        Code::BadDate if error.value("value").is_some_and(|text| three_numbers(text, '-')) => Some(NO_SUCH_DAY),
        Code::BadDate if error.value("value").is_some_and(|text| three_numbers(text, '/')) => Some(WHICH_FIRST),
        Code::OtherKind
            if is("expected", "day")
                && error.value("expression").is_some_and(|text| three_numbers(text.trim_matches(['\'', '"']), '-')) =>
        {
            Some(NO_SUCH_DAY)
        }
        Code::UnquotedText if pointer.ends_with("/statutory") || pointer.ends_with("/committed") => Some(LIMIT_OF_WHAT),
        Code::UnquotedText if is("read_as", "boolean") => Some((
            "viết \"{value}\" nếu đó là chữ; đúng hay sai viết là true, false",
            "write \"{value}\" if it is text; for yes and no write true and false",
        )),
        Code::WrongType if ["integer", "number"].iter().any(|kind| is("expected", kind)) => {
            let number =
                is("found", "decimal") || error.value("value").is_some_and(|text| text.starts_with(char::is_numeric));
            number.then_some(DIGITS)
        }
        Code::UnknownField if error.value("allowed").is_some() => match error.value("suggestion") {
            Some(_) => Some((
                "có phải «{suggestion}»? các trường: {allowed}",
                "did you mean `{suggestion}`? the fields: {allowed}",
            )),
            None => Some(("các trường: {allowed}", "the fields: {allowed}")),
        },
        Code::UnknownField if error.value("field").is_some_and(digits) => Some(DIGITS),
        Code::UnknownReference if is("kind", "function") || is("kind", "name") => {
            let name = error.value("name").unwrap_or_default();
            let instead = INSTEAD.iter().find(|(known, ..)| *known == name).map(|(_, vi, en)| (*vi, *en));
            instead.or_else(|| where_declared(error))
        }
        Code::UnsupportedKeyword => {
            let keyword = error.value("keyword").unwrap_or_default();
            let known = KEYWORDS.iter().find(|(known, ..)| *known == keyword).map(|(_, vi, en)| (*vi, *en));
            known.or_else(|| keyword.starts_with("x-").then_some(EXTENSION))
        }
        Code::UnknownReference => where_declared(error),
        _ => None,
    }
}

/// How a time is written in a cell of a table.
const CELL: (&str, &str) = (
    "viết ngày như 31/12/2026 hoặc 2026-12-31, thời điểm như 31/12/2026 08:15 hoặc 2026-12-31T08:15:00+07:00",
    "write a day such as 31/12/2026 or 2026-12-31, a time such as 31/12/2026 08:15 or 2026-12-31T08:15:00+07:00",
);
/// A number of seconds or of parts of seconds.
const EPOCH: (&str, &str) = (
    "số giây, mili giây hay micro giây tính từ 1970 phải được đổi thành thời điểm trước",
    "convert a number of seconds, milliseconds or microseconds since 1970 to a timestamp first",
);
/// How the end of a replay is written.
const END_OF_DAY: (&str, &str) = (
    "thêm độ lệch như +07:00, hoặc chỉ ghi ngày, ví dụ 2026-10-31, tức là hết ngày ấy",
    "add an offset such as +07:00, or give the day alone, such as 2026-10-31, which means its end",
);
/// The same where nothing of it can be read.
const DAY_OR_INSTANT: (&str, &str) = (
    "ghi ngày như 2026-10-31, tức là hết ngày ấy, hoặc thời điểm như 2026-10-31T17:00:00+07:00",
    "write a day such as 2026-10-31, which means its end, or an instant such as 2026-10-31T17:00:00+07:00",
);
/// Which acts there are.
const ACTS: (&str, &str) = (
    "khai báo trong acts của bản ánh xạ, hoặc dùng một trong: {allowed}",
    "declare it under `acts` in the mapping, or use one of: {allowed}",
);

/// Where an unknown name should be declared; `None` if a similar known name was suggested.
fn where_declared(error: &Error) -> Option<(&'static str, &'static str)> {
    let kind = error.value("kind").filter(|_| error.value("suggestion").is_none())?;
    DECLARED.iter().find(|(known, ..)| *known == kind).map(|(_, vi, en)| (*vi, *en))
}

/// What to write instead of keywords of other dialects of JSON Schema.
const KEYWORDS: &[(&str, &str, &str)] = &[
    ("nullable", "viết type: [string, \"null\"]", "write type: [string, \"null\"]"),
    ("example", "viết examples: [...]", "write examples: [...]"),
    ("id", "viết $id, ở gốc của lược đồ", "write $id, at the root of the schema"),
    ("divisibleBy", "viết multipleOf", "write multipleOf"),
    ("additionalItems", "viết prefixItems và items", "write prefixItems and items"),
    ("dependencies", "viết dependentRequired hoặc dependentSchemas", "write dependentRequired or dependentSchemas"),
    ("$recursiveRef", "viết $ref: \"#\"", "write $ref: \"#\""),
    ("$dynamicRef", "viết $ref trong cùng lược đồ", "write $ref within the schema"),
    ("discriminator", "viết oneOf, mỗi trường hợp có const", "write oneOf, with a const in each case"),
    ("xml", "xóa từ khóa này", "delete it"),
    ("externalDocs", "xóa từ khóa này", "delete it"),
    ("contentEncoding", "xóa từ khóa này, hoặc kiểm tra bằng pattern", "delete it, or check with a pattern"),
    ("contentMediaType", "xóa từ khóa này", "delete it"),
    ("$vocabulary", "xóa từ khóa này", "delete it"),
];

/// Help for keywords of other software (`x-…`).
const EXTENSION: (&str, &str) = (
    "từ khóa riêng của phần mềm khác không được đọc; xóa nó, hoặc ghi vào $comment",
    "keywords of other software are not read; delete it, or put it into $comment",
);
