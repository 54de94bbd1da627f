//! The one table of error codes: a stable name, the message, and how to fix it, in Vietnamese and English.
//!
//! The sections follow the order of the modules. Programs match on the names: a code never changes its name or meaning.

use super::reasons::{self, Words};
use serde::Serialize;

/// One row of the table: the name of a code and its texts.
#[derive(PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Row {
    name: &'static str,
    /// Vietnamese and English, with `{placeholders}`.
    message: (&'static str, &'static str),
    help: Option<(&'static str, &'static str)>,
    /// The help if no known name is similar, where `help` asks for one.
    otherwise: Option<(&'static str, &'static str)>,
    /// The translations of the texts that may fill `{reason}`.
    reasons: &'static [Words],
}

/// What went wrong, as a stable code. The meaning of a code never changes; new codes may be added.
///
/// A code is a reference to its own row of the table, so a build carries only the texts of the codes it can report.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(&'static Row);

impl Code {
    /// The stable name, such as `bad_date`.
    pub const fn as_str(self) -> &'static str {
        self.0.name
    }

    /// The message in Vietnamese and in English, with `{placeholders}`.
    pub(super) const fn message(self) -> (&'static str, &'static str) {
        self.0.message
    }

    /// How to fix it, in Vietnamese and in English, with `{placeholders}`; `None` if there is no general advice.
    pub(super) const fn help(self) -> Option<(&'static str, &'static str)> {
        self.0.help
    }

    /// The same, if no known name is similar to the one that was written.
    pub(super) const fn otherwise(self) -> Option<(&'static str, &'static str)> {
        self.0.otherwise
    }

    /// The Vietnamese of an English reason; `None` if the reason is not listed for this code.
    pub(super) fn reason(self, reason: &str) -> Option<&'static str> {
        self.0.reasons.iter().find_map(|words| reasons::find(words, reason))
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $variant:ident $code:literal
        vi $vi:literal en $en:literal $(help $help_vi:literal, $help_en:literal)?
        $(otherwise $otherwise_vi:literal, $otherwise_en:literal)?
        $(reasons $($words:ident)+)? ;)+) => {
        // The constants read like the variants of an enum, in patterns too.
        #[allow(non_upper_case_globals)]
        impl Code {
            $(
                #[doc = concat!("`", $code, "`: ", $en)]
                pub const $variant: Self = Self(&Row {
                    name: $code,
                    message: ($vi, $en),
                    help: codes!(@help $($help_vi, $help_en)?),
                    otherwise: codes!(@help $($otherwise_vi, $otherwise_en)?),
                    reasons: &[$($(reasons::$words),+)?],
                });
            )+

            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    };
    (@help) => { None };
    (@help $vi:literal, $en:literal) => { Some(($vi, $en)) };
}

codes! {
    // --- time ---
    BadDate "bad_date"
        vi "«{value}» không phải là ngày" en "`{value}` is not a date"
        help "viết yyyy-MM-dd, ví dụ 2026-01-08", "write yyyy-MM-dd, such as 2026-01-08";
    BadTime "bad_time"
        vi "«{value}» không phải là thời điểm" en "`{value}` is not an instant"
        help "viết theo RFC 3339, ví dụ 2026-01-08T09:00:00+07:00", "write RFC 3339, such as 2026-01-08T09:00:00+07:00";
    NoZone "no_zone"
        vi "thời điểm «{value}» thiếu múi giờ" en "the time `{value}` has no time zone"
        help "thêm độ lệch như +07:00, hoặc khai báo zone trong bản ánh xạ", "add an offset such as +07:00, or declare `zone` in the mapping";
    TimeOutOfRange "time_out_of_range"
        vi "thời điểm «{value}» ngoài khoảng năm 1 đến 9999" en "the time `{value}` is outside the years 1 to 9999"
        help "kiểm tra lại năm", "check the year";
    BadZone "bad_zone"
        vi "«{value}» không phải là múi giờ" en "`{value}` is not a time zone"
        help "viết độ lệch như +07:00 hoặc Z, hoặc tên IANA như Asia/Ho_Chi_Minh", "write an offset such as +07:00, or Z, or an IANA name such as Asia/Ho_Chi_Minh";
    ZoneName "zone_name"
        vi "bản dựng này không có bảng múi giờ IANA cho «{value}»" en "this build has no IANA time zone table for `{value}`"
        help "viết độ lệch như +07:00, hoặc bảng mà `namro call zone` in ra", "write an offset such as +07:00, or the table that `namro call zone` prints";

    // --- value: JSON and YAML text ---
    Syntax "syntax"
        vi "lỗi cú pháp: {reason}" en "syntax error: {reason}"
        help "sửa cú pháp tại vị trí đã nêu", "fix the syntax here"
        reasons DATA YAML;
    NotUtf8 "not_utf8"
        vi "dữ liệu không phải UTF-8" en "the data is not UTF-8"
        help "lưu lại tệp với bảng mã UTF-8", "save the file as UTF-8";
    DuplicateKey "duplicate_key"
        vi "khóa «{key}» xuất hiện hai lần" en "the key `{key}` appears twice"
        help "xóa hoặc đổi tên một trong hai", "delete or rename one of the two";
    TooDeep "too_deep"
        vi "lồng nhau quá {limit} tầng" en "nested more than {limit} levels deep"
        help "làm phẳng dữ liệu", "flatten the data";
    TooLarge "too_large"
        vi "{what} vượt quá giới hạn {limit}" en "{what} exceeds the limit of {limit}"
        help "chia nhỏ dữ liệu", "split the data";
    NumberTooLarge "number_too_large"
        vi "số {value} quá lớn hoặc quá chi tiết nên không biểu diễn chính xác được" en "the number {value} is too large, or too fine, to be held exactly"
        help "viết số có trị tuyệt đối không quá 9223372036854775807, và không quá 18 chữ số sau dấu thập phân",
            "write a number of at most ±9223372036854775807, with at most 18 digits after the point";
    UnquotedText "unquoted_text"
        vi "«{value}» không có dấu nháy nên được hiểu là {read_as}, trong khi ở đây cần chuỗi"
        en "`{value}` without quotes is read as {read_as}; expected a string"
        help "thêm dấu nháy: \"{value}\"", "add quotes: \"{value}\"";
    Typography "typography"
        vi "có ký tự «{value}» ở chỗ cần ký tự thường" en "found `{value}` where a plain character is expected"
        help "thay tab và dấu cách không ngắt bằng dấu cách, dấu nháy cong bằng dấu nháy thẳng; xóa ký tự điều khiển",
            "replace tabs and no-break spaces by plain spaces and curly quotes by straight ones; delete control characters";
    AmbiguousNumber "ambiguous_number"
        vi "«{value}» có thể là số thập phân, cũng có thể là số có dấu chấm phân nhóm" en "`{value}` may be a decimal, or a whole number with its digits grouped"
        help "viết {digits} hoặc {whole}", "write {digits} or {whole}";

    // --- shape: what a document should look like ---
    WrongType "wrong_type"
        vi "cần {expected}, nhưng gặp {found}" en "expected {expected}, found {found}"
        help "sửa giá trị cho đúng kiểu", "give a value of the expected type";
    BlankText "blank_text"
        vi "nội dung ở đây để trống" en "this text is empty"
        help "ghi nội dung cho người đọc", "write the text that people will read";
    UnknownField "unknown_field"
        vi "không có trường «{field}»" en "there is no field `{field}`"
        help "có phải «{suggestion}»?", "did you mean `{suggestion}`?"
        otherwise "xóa trường này, hoặc ghi đúng tên trường theo lược đồ", "delete it, or write the name as the schema has it";
    MissingField "missing_field"
        vi "thiếu trường «{field}»" en "the field `{field}` is missing"
        help "thêm trường «{field}»", "add the field `{field}`";
    UnknownTerm "unknown_term"
        vi "«{value}» không nằm trong: {allowed}" en "`{value}` is not one of: {allowed}"
        help "có phải «{suggestion}»?", "did you mean `{suggestion}`?"
        otherwise "ghi một trong các giá trị đó", "write one of these values";
    OutOfRange "out_of_range"
        vi "{value} nằm ngoài khoảng {range}" en "{value} is outside {range}"
        help "chọn giá trị trong khoảng {range}", "choose a value within {range}";
    NamedTwice "named_twice"
        vi "«{value}» được nêu hai lần" en "`{value}` is named twice"
        help "xóa một trong hai", "delete one of the two";
    WithoutEffect "without_effect"
        vi "«{field}» không có tác dụng ở đây nếu không có «{needs}»" en "`{field}` has no effect here without `{needs}`"
        help "thêm «{needs}», hoặc xóa «{field}»", "add `{needs}`, or delete `{field}`";
    BadIdentifier "bad_identifier"
        vi "«{value}» không dùng làm mã được" en "`{value}` cannot be used as an identifier"
        help "mã không rỗng, không quá 256 byte, không có ký tự điều khiển hay ký tự không nhìn thấy; trong bộ quy tắc không có khoảng trắng ở đầu, ở cuối hay hai khoảng trắng liền nhau", "an identifier is not empty, has at most 256 bytes and contains no control or invisible characters; in a rulebook it also has no leading, trailing or double spaces";
    CannotWrite "cannot_write"
        vi "không ghi được kết quả: {reason}" en "the result cannot be written: {reason}"
        help "kiểm tra đĩa hoặc chương trình nhận kết quả, rồi thử lại", "check the disk or the program that takes the result, and try again";

    // --- source ---
    NotInForce "not_in_force"
        vi "«{name}» không có phiên bản nào có hiệu lực ngày {date} (đang có: {versions})"
        en "no version of `{name}` is in force on {date} (versions: {versions})"
        help "thêm phiên bản có hiệu lực vào ngày đó", "add a version that is in force on that day";
    VersionsOverlap "versions_overlap"
        vi "hai phiên bản của «{name}» cùng có hiệu lực ngày {date}" en "two versions of `{name}` are in force on {date}"
        help "đặt `to` của bản trước trước ngày `from` của bản sau", "end the older one (`to`) before the newer begins (`from`)";

    // --- calendar ---
    BadShift "bad_shift"
        vi "«{value}» không phải là ca làm việc" en "`{value}` is not a shift"
        help "viết HH:MM-HH:MM trong cùng một ngày, ca đêm tách thành 22:00-24:00 và 00:00-06:00 của ngày sau",
            "write HH:MM-HH:MM within one day; split a night shift into 22:00-24:00 and 00:00-06:00 of the next day";
    ShiftsOverlap "shifts_overlap"
        vi "hai ca {first} và {second} chồng lên nhau" en "the shifts {first} and {second} overlap"
        help "cho ca sau bắt đầu khi ca trước đã kết thúc", "start the later shift when or after the earlier one ends";
    DayTwice "day_twice"
        vi "«{day}» được khai báo hai lần" en "`{day}` is declared twice"
        help "giữ một dòng", "keep one of the two";
    BadMonthDay "bad_month_day"
        vi "«{value}» không phải là tháng và ngày" en "`{value}` is not a month and a day"
        help "viết MM-dd, ví dụ 09-02", "write MM-dd, such as 09-02";
    HolidayAnchor "holiday_anchor"
        vi "ngày nghỉ «{id}» cần đúng một trong: date, lunar, weekday"
        en "the holiday `{id}` needs exactly one of: date, lunar, weekday"
        help "giữ một trong ba", "keep one of the three";
    HoursOrLike "hours_or_like"
        vi "ngày làm việc {date} cần đúng một trong: like, hours" en "the working day {date} needs exactly one of: like, hours"
        help "ghi like: fri, hoặc hours với ít nhất một ca", "write `like: fri`, or `hours` with at least one shift";
    DatesReversed "dates_reversed"
        vi "ngày cuối {to} trước ngày đầu {from}" en "the last day {to} is before the first day {from}"
        help "đổi chỗ hai ngày", "swap the two days";
    ClosedAndWorking "closed_and_working"
        vi "ngày {date} vừa là ngày nghỉ vừa là ngày làm việc trong cùng một lịch"
        en "{date} is both closed and working in the same calendar"
        help "bỏ một trong hai dòng", "delete one of the two rows";
    BaseCycle "base_cycle"
        vi "các lịch nền tạo thành vòng: {path}" en "the base calendars form a cycle: {path}"
        help "bỏ một base trong vòng", "remove one base of the cycle";
    OutsideCalendar "outside_calendar"
        vi "lịch chỉ tính được từ {from} đến {to}; yêu cầu nằm ngoài khoảng đó" en "the calendar covers only {from} to {to}; the request goes beyond it"
        help "kiểm tra lại năm và độ dài", "check the year and the length";
    NoWorkingTime "no_working_time"
        vi "lịch «{name}» không có giờ làm việc nào" en "the calendar `{name}` has no working time at all"
        help "thêm ca làm việc vào weeks hoặc working", "add shifts to `weeks` or `working`";
    NegativeAmount "negative_amount"
        vi "khoảng thời gian {value} giây là số âm" en "the duration of {value} seconds is negative"
        help "dùng phép trừ với số dương", "subtract a positive duration instead";
    LunarRange "lunar_range"
        vi "âm lịch chỉ tính được cho các năm {from} đến {to}" en "the lunar calendar is computed only for the years {from} to {to}"
        help "kiểm tra lại năm", "check the year";
    NoSuchLunarDay "no_such_lunar_day"
        vi "âm lịch không có ngày {day}" en "the lunar calendar has no day {day}"
        help "tháng đủ có 30 ngày, tháng thiếu 29; tháng nhuận chỉ có trong năm nhuận", "a month has 29 or 30 days, and only some years have a leap month";
    UnequalColumns "unequal_columns"
        vi "các cột dài ngắn khác nhau: {lengths}" en "the columns differ in length: {lengths}"
        help "đưa vào các cột cùng độ dài", "pass columns of the same length";
    // --- deadline ---
    BadLimit "bad_limit"
        vi "«{text}» không phải là thời hạn" en "`{text}` is not a limit"
        help "viết như «3 ngày làm việc», «20 giờ làm việc», «30 ngày», «1 tháng», «trong ngày, nhận đến 15:00» hoặc PT8H",
            "write it as `3 working days`, `20 working hours`, `30 days`, `1 month`, `same day, received by 15:00` or PT8H";
    LimitNotPositive "limit_not_positive"
        vi "thời hạn «{value}» phải lớn hơn 0" en "the limit `{value}` must be greater than 0"
        help "ghi một số dương", "give a positive amount";
    LimitUnsaid "limit_unsaid"
        vi "«{text}» không nói rõ là giờ làm việc hay giờ liên tục" en "`{text}` does not say whether it means working hours or consecutive hours"
        help "viết «giờ làm việc» (chỉ tính trong ca làm việc) hoặc «giờ liên tục» (cả ngày lẫn đêm)",
            "write `working hours` (counted only within shifts) or `consecutive hours` (day and night)";
    HalfOfWhat "half_of_what"
        vi "«{text}»: chỉ ngày làm việc mới chia được nửa" en "`{text}`: only working days may be halved"
        help "dùng số nguyên, hoặc viết bằng giờ làm việc", "use a whole number, or working hours";
    NotABudget "not_a_budget"
        vi "«{text}» không phải là định mức thời gian làm việc" en "`{text}` is not an amount of working time"
        help "viết như «0,5 ngày làm việc» hoặc «4 giờ làm việc»", "write it as `0.5 working days` or `4 working hours`";
    BadTimeOfDay "bad_time_of_day"
        vi "«{value}» không phải là giờ trong ngày" en "`{value}` is not a time of day"
        help "viết trong dấu nháy như \"15:00\"", "write it in quotes, such as \"15:00\"";
    NoLimit "no_limit"
        vi "không có thời hạn nào cho vụ việc này" en "there is no limit for this case"
        help "khai báo statutory hoặc committed", "declare `statutory` or `committed`";
    ExtendByWhat "extend_by_what"
        vi "việc gia hạn không nói gia hạn bao lâu hoặc đến khi nào" en "an extension says neither by how much nor until when"
        help "ghi by hoặc until", "give `by` or `until`";

    NoStart "no_start"
        vi "thời hạn «{text}» kết thúc sau thời điểm đã cho, dù bắt đầu khi nào" en "the limit `{text}` ends after the given instant, no matter when it starts"
        help "chọn thời điểm kết thúc muộn hơn", "choose a later end";

    PromiseLonger "promise_longer"
        vi "cam kết {committed} dài hơn thời hạn theo luật {statutory}" en "the committed limit {committed} is longer than the statutory limit {statutory}"
        help "rút ngắn committed hoặc sửa statutory", "shorten `committed`, or correct `statutory`";
    SharesExceed "shares_exceed"
        vi "phần của các cơ quan cộng lại là {sum} ngày, quá thời hạn {limit}" en "the shares of the agencies add up to {sum} days, more than the limit of {limit}"
        help "giảm các phần cho vừa thời hạn", "reduce the shares to fit the limit";
    TimeNeeded "time_needed"
        vi "chỉ có ngày {date} mà không có giờ: hạn có thể từ {earliest} đến {latest}"
        en "only the day {date} is known, not the time: the due date lies between {earliest} and {latest}"
        help "cho biết giờ, hoặc coi kết quả là chưa xác định", "give the time, or treat the answer as undetermined";
    ResumeBeforeSuspend "resume_before_suspend"
        vi "tạm dừng từ {from} nhưng tiếp tục từ {to}, sớm hơn" en "suspended from {from} but resumed at {to}, which is earlier"
        help "đổi chỗ hai thời điểm", "swap the two instants";
    // --- staff ---
    UnitCycle "unit_cycle"
        vi "đơn vị «{unit}» là cấp trên của chính nó" en "the unit `{unit}` is its own parent"
        help "sửa `parent` để cây đơn vị không có vòng", "correct `parent` so that the units form a tree";
    SuccessorOfUnended "successor_of_unended"
        vi "đơn vị «{unit}» chưa có ngày kết thúc nên chưa có đơn vị kế thừa" en "the unit `{unit}` has no last day and so no successor"
        help "ghi in_force.to, hoặc bỏ successors", "write in_force.to, or delete successors";
    SuccessorNotInForce "successor_not_in_force"
        vi "đơn vị kế thừa «{unit}» không hoạt động vào ngày {date}" en "the successor `{unit}` is not in force on {date}"
        help "sửa in_force của một trong hai", "correct in_force of one of them";
    UnitEnded "unit_ended"
        vi "đơn vị «{unit}» kết thúc ngày {date} và không có đơn vị kế thừa, nhưng mục này còn hiệu lực sau ngày đó"
        en "the unit `{unit}` ends on {date} without a successor, but this entry is in force after that day"
        help "ghi successors của đơn vị, hoặc kết thúc hiệu lực của mục này (in_force.to)", "write the successors of the unit, or end this entry (in_force.to)";
    SameOfficer "same_officer"
        vi "mã «{officer}» có hai dòng nhân sự" en "two staff rows have the id `{officer}`"
        help "giữ một dòng; bổ nhiệm thêm ghi ở appointments", "keep one row; record further appointments under `appointments`";
    SameName "same_name"
        vi "«{name}» là tên của cả {one} và {two}" en "`{name}` is the name of both {one} and {two}"
        help "thêm đơn vị hoặc số hiệu vào tên để phân biệt; không bao giờ tự gộp", "add the unit or a number to the name; people of the same name are never merged";
    EndsBeforeItBegins "ends_before_it_begins"
        vi "khoảng thời gian kết thúc {to} trước khi bắt đầu {from}" en "the period ends on {to}, before it begins on {from}"
        help "sửa một trong hai ngày", "correct one of the two dates";
    DelegationWithoutScope "delegation_without_scope"
        vi "ủy quyền không nêu vai trò nào" en "the delegation names no role"
        help "ghi rõ các vai trò được ủy quyền", "list the roles that are delegated";
    DelegationToOneself "delegation_to_oneself"
        vi "{officer} tự ủy quyền cho mình" en "{officer} is both delegator and delegate"
        help "sửa người nhận ủy quyền", "correct the delegate";
    CauseWithoutScope "cause_without_scope"
        vi "nguyên nhân khách quan không nêu người, đơn vị hay hồ sơ nào" en "the cause names no officer, no unit and no case"
        help "ghi rõ cán bộ, đơn vị hoặc hồ sơ bị ảnh hưởng", "name the officer, the unit or the cases that it concerns";
    // --- rule ---
    BadExpression "bad_expression"
        vi "biểu thức sai ở ký tự thứ {position}: {reason}" en "error in the expression at character {position}: {reason}"
        help "sửa biểu thức tại ký tự đó", "correct the expression at that character"
        reasons EXPRESSION;
    WrongArguments "wrong_arguments"
        vi "số tham số hoặc kiểu tham số của «{function}» không đúng" en "wrong number or types of arguments for `{function}`"
        help "docs/rules-reference.md ghi tham số của mỗi hàm", "docs/rules-reference.md has the arguments of each function";
    NoCondition "no_condition"
        vi "«{expression}» không cho kết quả đúng hoặc sai" en "`{expression}` does not give true or false"
        help "viết một phép so sánh", "write a comparison";
    ConstantCondition "constant_condition"
        vi "«{expression}» lúc nào cũng {value}, dù điền gì" en "`{expression}` is always {value}, whatever is filled in"
        help "sửa điều kiện, hoặc bỏ đi", "correct the condition, or delete it";
    OtherKind "other_kind"
        vi "«{expression}» là {found}, trong khi ở đây cần {expected}" en "`{expression}` has the type {found}; expected {expected}"
        help "sửa biểu thức, hoặc kiểu của trường trong biểu mẫu", "correct the expression, or the type of the field in the form";
    BadPattern "bad_pattern"
        vi "mẫu «{pattern}» không dùng được: {reason}" en "the pattern `{pattern}` cannot be used: {reason}"
        help "viết lại mẫu bằng lớp ký tự và số lần lặp", "write the pattern with character classes and repetition counts"
        reasons PATTERN;
    UnsupportedKeyword "unsupported_keyword"
        vi "từ khóa «{keyword}» của JSON Schema không được hỗ trợ" en "the JSON Schema keyword `{keyword}` is not supported"
        help "có phải «{suggestion}»?", "did you mean `{suggestion}`?"
        otherwise "xóa từ khóa này", "delete it";
    BadSchema "bad_schema"
        vi "lược đồ biểu mẫu sai: {reason}" en "the schema of the form is invalid: {reason}"
        help "sửa lược đồ tại vị trí đã nêu", "correct the schema here"
        reasons SCHEMA;
    BadPointer "bad_pointer"
        vi "«{value}» không phải là con trỏ JSON, hoặc không dẫn tới đâu" en "`{value}` is not a JSON pointer, or leads nowhere"
        help "viết /tênTrường/{i}/tênTrường", "write /field/{i}/field";
    UnfilledHole "unfilled_hole"
        vi "không có giá trị nào cho chỗ trống «{hole}»" en "unknown placeholder `{hole}`"
        help "message và remedy chỉ dùng được n, at chỉ dùng được i, và chỉ khi quy tắc có each",
            "`message` and `remedy` may use only n, `at` only i, and only if the rule has `each`";
    DuplicateId "duplicate_id"
        vi "{kind} «{id}» được khai báo hai lần" en "the {kind} `{id}` is declared twice"
        help "đổi tên một trong hai", "rename one of the two";
    Undetermined "undetermined"
        vi "không xác định được «{expression}»: {reason}" en "`{expression}` cannot be determined: {reason}"
        help "kiểm tra dữ liệu mà biểu thức đọc", "check the data that the expression reads"
        reasons VALUE;
    RuleCycle "rule_cycle"
        vi "các mục `after` tạo thành vòng qua quy tắc «{id}»" en "the `after` entries form a cycle through the rule `{id}`"
        help "bỏ một mục `after` trong vòng", "remove one `after` of the cycle";
    // --- document ---
    BadSymbol "bad_symbol"
        vi "«{value}» không phải là số và ký hiệu văn bản" en "`{value}` is not a number and symbol of a document"
        help "sau số là /LOẠI-CƠQUAN, /CƠQUAN-ĐƠNVỊ, /NĂM/LOẠI-CƠQUAN hoặc -LOẠI/CƠQUAN: 01/CT-UBND, 15/SKHĐT-VP, 335/2025/NĐ-CP, 91/2015/QH13, 80-NQ/TW",
            "after the number it is /KIND-AGENCY, /AGENCY-UNIT, /YEAR/KIND-AGENCY or -KIND/BODY: 01/CT-UBND, 15/SKHĐT-VP, 335/2025/NĐ-CP, 91/2015/QH13, 80-NQ/TW";
    SymbolNumber "symbol_number"
        vi "«{value}» phải bắt đầu bằng một số từ 1 đến 999999" en "`{value}` has to begin with a number from 1 to 999999"
        help "số có chữ số 0 đứng trước khi nhỏ hơn 10: 05/TB-UBND", "a number below 10 has a leading zero: 05/TB-UBND";
    MisspeltSymbol "misspelt_symbol"
        vi "«{value}» viết sai số và ký hiệu văn bản" en "`{value}` misspells a number and symbol"
        help "có phải là «{suggestion}»?", "did you mean `{suggestion}`?"
        otherwise "sửa lại, ví dụ 05/TB-UBND", "correct it, as in 05/TB-UBND";
    NoEdxml "no_edxml"
        vi "đây không phải là thông điệp edXML: không có MessageHeader hay StatusCode" en "this is not an edXML message: it has neither MessageHeader nor StatusCode"
        help "QCVN 102:2016/BTTTT: edXML, edXMLEnvelope, edXMLHeader, MessageHeader", "QCVN 102:2016/BTTTT: edXML, edXMLEnvelope, edXMLHeader, MessageHeader";
    SecretNotSent "secret_not_sent"
        vi "văn bản mật ({secrecy}) không được gửi qua trục liên thông" en "a classified document ({secrecy}) must not be sent over the national document exchange"
        help "gửi theo quy định về bảo vệ bí mật nhà nước", "send it under the rules on the protection of state secrets";
    SignatureNotWritten "signature_not_written"
        vi "thư viện không ký số; chữ ký do hệ thống gửi thêm vào" en "the library does not sign; the sending system adds the signature"
        help "bỏ `signed` trước khi viết", "remove `signed` before writing";
    // --- dossier ---
    ExampleFailed "example_failed"
        vi "ví dụ không đúng ({what}): mong đợi {expected}, nhưng kết quả là {found}"
        en "an example failed ({what}): expected {expected}, found {found}"
        help "sửa quy tắc hoặc sửa ví dụ", "correct the rule or the example";
    // --- workflow ---
    NoSteps "no_steps"
        vi "quy trình «{workflow}» không có bước nào" en "the workflow `{workflow}` has no steps"
        help "thêm ít nhất một bước vào steps", "add at least one step under `steps`";
    ReservedStep "reserved_step"
        vi "«{step}» là tên dành riêng cho kết thúc" en "`{step}` is reserved for the end of the workflow"
        help "đặt tên khác cho bước", "give the step another name";
    OneSplit "one_split"
        vi "next cần đúng một trong: one_of, all_of, some_of" en "`next` needs exactly one of: one_of, all_of, some_of"
        help "ghi mã bước, hoặc một trong ba cách rẽ nhánh", "write the id of a step, or one of the three splits";
    SplitOfOne "split_of_one"
        vi "{kind} cần ít nhất hai nhánh" en "{kind} needs at least two branches"
        help "với một nhánh, ghi thẳng mã bước vào next", "for one branch, write the step as `next`";
    OneElse "one_else"
        vi "rẽ nhánh có điều kiện cần đúng một nhánh `else: true`" en "a conditional split needs exactly one branch with `else: true`"
        help "đánh dấu nhánh được đi khi không điều kiện nào đúng", "mark the branch that is taken if no condition holds";
    BranchWithoutCondition "branch_without_condition"
        vi "nhánh tới «{step}» cần `when` hoặc `else: true`; chỉ trong `some_of` mới được có cả hai" en "the branch to `{step}` needs `when` or `else: true`; only in `some_of` it may have both"
        help "thêm điều kiện, hoặc bỏ một trong hai", "add a condition, or remove one of the two";
    ConditionOnAll "condition_on_all"
        vi "nhánh của all_of luôn được đi, không có điều kiện" en "a branch of all_of is always taken and has no condition"
        help "dùng some_of nếu chỉ đi một số nhánh", "use some_of if only some branches are taken";
    SameBranch "same_branch"
        vi "hai nhánh cùng tới «{step}»" en "two branches lead to `{step}`"
        help "bỏ một nhánh", "remove one branch";
    StepWithoutRole "step_without_role"
        vi "bước «{step}» không có role, cũng không có waits_for: bất kỳ ai trong cơ quan cũng được làm"
        en "the step `{step}` has neither `role` nor `waits_for`: anyone employed may do it"
        help "ghi vai trò của người làm bước này, hoặc ghi đang chờ ai", "give the role of whoever does it, or say whom it waits for";
    SilenceOutcome "silence_outcome"
        vi "on_silence là {silence}, nhưng bước chỉ có các kết quả: {outcomes}"
        en "on_silence is {silence}, but the step has only the outcomes: {outcomes}"
        help "thêm {silence} vào outcomes, hoặc bỏ on_silence", "add {silence} to `outcomes`, or delete `on_silence`";
    UnreachableStep "unreachable_step"
        vi "không có đường nào tới bước «{step}»" en "no path leads to the step `{step}`"
        help "nối bước này vào quy trình hoặc xóa nó", "connect it to the workflow, or delete it";
    NoWayOut "no_way_out"
        vi "từ bước «{step}» không có đường nào tới kết thúc" en "no path leads from the step `{step}` to the end"
        help "thêm một nhánh dẫn tới end", "add a branch that leads to `end`";
    JoinAtStart "join_at_start"
        vi "bước đầu «{step}» không thể chờ nhiều nhánh" en "the first step `{step}` cannot wait for several branches"
        help "bỏ join ở bước đầu", "remove `join` from the first step";
    Unsound "unsound"
        vi "quy trình «{workflow}» không đúng đắn ({kind}): {vi}" en "the workflow `{workflow}` is unsound ({kind}): {en}"
        help "sửa rẽ nhánh hoặc join trên đường đã nêu", "correct the split or the join on the given path";
    SoundnessUndecided "soundness_undecided"
        vi "chưa xác định được tính đúng đắn của «{workflow}» (đã xét {states} trạng thái; cổng không khớp: {steps})"
        en "the soundness of `{workflow}` could not be decided ({states} states explored; gateways that do not form blocks: {steps})"
        help "vẽ lại thành khối, hoặc ghi assume_sound kèm lý do", "redraw it in blocks, or write assume_sound with a reason";
    FieldOfCall "field_of_call"
        vi "bước «{step}» là quy trình con «{called}» nên không ghi {field} ở đây" en "the step `{step}` calls the workflow `{called}` and cannot have `{field}`"
        help "ghi {field} ở các bước của quy trình «{called}»", "put `{field}` on the steps of the workflow `{called}`";
    CallsInCircle "calls_in_circle"
        vi "các quy trình gọi nhau thành vòng: {chain}" en "the workflows call each other in a cycle: {chain}"
        help "bỏ một lời gọi trong vòng", "remove one of the calls";
    CallNotInForce "call_not_in_force"
        vi "quy trình «{workflow}» gọi «{called}», nhưng «{called}» không có phiên bản nào có hiệu lực từ {from} đến {to}"
        en "the workflow `{workflow}` calls `{called}`, which has no version in force from {from} to {to}"
        help "sửa in_force của một trong hai, hoặc thêm phiên bản", "correct in_force of one of them, or add a version";
    CallOfFaulty "call_of_faulty"
        vi "quy trình «{workflow}» gọi «{called}», mà «{called}» có lỗi" en "the workflow `{workflow}` calls `{called}`, which has errors"
        help "sửa lỗi của «{called}» trước", "correct `{called}` first";
    CallEnds "call_ends"
        vi "quy trình con «{step}» kết thúc ở {ends} nên chưa thể hợp nhánh hoặc rẽ nhánh như vậy ngay sau nó"
        en "the subprocess `{step}` ends at {ends}, so this join or split cannot follow it directly"
        help "cho quy trình con kết thúc ở một bước, hoặc thêm một bước ngay sau nó", "let the subprocess end with one step, or add a step right after it";
    CallStart "call_start"
        vi "quy trình con «{step}» quay lại bước đầu «{first}» nên bước đó không thể chờ nhiều nhánh"
        en "the subprocess `{step}` returns to its first step `{first}`, which therefore cannot wait for several branches"
        help "thêm một bước ngay trước quy trình con", "add a step right before the subprocess";
    RouteUndecided "route_undecided"
        vi "chưa đủ dữ liệu để rẽ nhánh sau bước «{step}»: {when}" en "the data do not decide which branch follows the step `{step}`: {when}"
        help "bổ sung dữ liệu mà điều kiện cần", "supply the data that the condition needs";
    EndedByInside "ended_by_inside"
        vi "bước «{step}» không chờ ai bên ngoài, hoặc đã có role, nên ended_by không có tác dụng"
        en "the step `{step}` waits for nobody outside, or has a role, so `ended_by` has no effect"
        help "dùng role cho bước do cơ quan làm; ended_by đi cùng waits_for", "use `role` for a step that the office does; `ended_by` goes with `waits_for`";
    StepNotOpen "step_not_open"
        vi "bước «{step}» chưa tới lượt hoặc đã xong" en "the step `{step}` is not open yet, or already done"
        help "xem các bước đang mở trong open_steps", "open_steps lists the open steps";
    BadRoute "bad_route"
        vi "bước «{step}» không dẫn tới các bước đã chọn" en "the step `{step}` does not lead to the chosen steps"
        help "chọn trong các nhánh của bước", "choose among the branches of the step";
    NoBpmn "no_bpmn"
        vi "đây không phải tệp BPMN 2.0: phần tử gốc là «{found}»" en "this is not a BPMN 2.0 file: the root element is `{found}`"
        help "xuất tệp .bpmn từ công cụ vẽ", "export a .bpmn file from the modeller";
    OtherNamespace "other_namespace"
        vi "phần tử gốc thuộc không gian tên «{found}», không phải «{expected}» của BPMN 2.0; tệp được đọc như BPMN 2.0"
        en "the root element is of the namespace `{found}`, not of `{expected}` (BPMN 2.0); the file was read as if it were BPMN 2.0"
        help "xuất lại tệp theo BPMN 2.0, hoặc kiểm tra kỹ kết quả", "export the file as BPMN 2.0, or check the result with care";
    OneStart "one_start"
        vi "«{process}» không có sự kiện bắt đầu, và phần tử nào cũng có luồng đi vào" en "`{process}` has no start event, and a flow leads to each of its elements"
        help "thêm một sự kiện bắt đầu và luồng đi từ đó", "add a start event and a flow from it";
    FlowToNowhere "flow_to_nowhere"
        vi "luồng «{flow}» không nối hai phần tử có trong tệp" en "the flow `{flow}` does not connect two elements of the file"
        help "sửa sourceRef và targetRef của luồng, hoặc xóa luồng đó", "correct the flow's sourceRef and targetRef, or delete the flow";
    NoStepBetween "no_step_between"
        vi "không có bước nào giữa bắt đầu và kết thúc của quy trình «{process}», nên quy trình này bị bỏ qua"
        en "no step lies between the start and the end of the process `{process}`, so it was ignored"
        help "nối các phần tử của nó bằng sequenceFlow", "connect its elements by sequence flows";
    FlowMoved "flow_moved"
        vi "luồng «{flow}» nối hai phần tử của «{inside}» nhưng ghi ở ngoài phần đó; ở đây nó được đọc như ghi ở trong"
        en "the flow `{flow}` connects two elements of `{inside}` but is written outside of it; here it is read as if it were inside"
        help "ghi luồng vào trong phần tử chứa hai đầu của nó", "write the flow inside the element that holds both of its ends";
    FlowCrosses "flow_crosses"
        vi "luồng «{flow}» dẫn từ phần tử của «{one}» sang phần tử của «{other}»: luồng không được vượt ranh giới của quy trình hay quy trình con"
        en "the flow `{flow}` leads from an element of `{one}` to an element of `{other}`: a sequence flow cannot cross the border of a process or sub-process"
        help "nối với chính quy trình con; giữa hai quy trình thì dùng messageFlow", "connect it to the sub-process itself; between two processes, use a messageFlow";
    NotInBpmnSubset "not_in_bpmn_subset"
        vi "phần tử {element} «{id}» chưa được hỗ trợ và không thể bỏ qua" en "the element {element} `{id}` is not supported and cannot be ignored"
        help "vẽ lại bằng cổng loại trừ, song song hoặc bao hàm", "redraw it with exclusive, parallel or inclusive gateways";
    OutsideBpmn "outside_bpmn"
        vi "phần tử {element} «{id}» không có nghĩa trong quy trình và bị bỏ qua" en "the element {element} `{id}` has no meaning in a workflow and was ignored"
        help "kiểm tra xem quy trình có cần nó không", "check whether the workflow needs it";
    SameElement "same_element"
        vi "hai phần tử cùng mang mã «{id}»" en "two elements have the id `{id}`"
        help "mỗi phần tử BPMN cần một mã riêng", "give each element an id of its own";
    SeveralStarts "several_starts"
        vi "«{process}» có {count} sự kiện bắt đầu; hiểu là chọn một trong số đó"
        en "`{process}` has {count} start events; they are read as a choice of one"
        help "nếu đúng ý, không cần sửa; nếu không, tách thành nhiều quy trình", "if that is intended, leave it; otherwise split the process into several";
    SeveralEnds "several_ends"
        vi "«{process}» có nhiều điểm kết thúc, và mỗi lượt có thể đi tới những điểm khác nhau: {ends}"
        en "`{process}` has several ends, and different runs reach different ones of them: {ends}"
        help "nối các nhánh song song lại trước khi kết thúc", "join the parallel branches before the end";
    TerminateWaits "terminate_waits"
        vi "kết thúc hủy «{id}» sẽ hủy các nhánh khác còn dở dang; ở đây nó là kết thúc thường, chờ các nhánh đó"
        en "the terminate end `{id}` would cancel other unfinished branches; here it is read as an ordinary end that waits for them"
        help "nối các nhánh lại trước nó, hoặc thêm bước để các nhánh kia tự dừng", "join the branches before it, or let the others end by themselves";
    TerminateCancels "terminate_cancels"
        vi "kết thúc hủy «{id}» có thể hủy các nhánh khác còn dở dang; quy trình không hủy nhánh được, nên ở đây các nhánh đó vẫn mở"
        en "the terminate end `{id}` may cancel other unfinished branches; a workflow cannot cancel branches, so here they stay open"
        help "nối các nhánh lại trước nó, hoặc thêm bước để các nhánh kia tự dừng", "join the branches before it, or let the others end by themselves";
    BehindLeftOut "behind_left_out"
        vi "chỉ phần tử đã bị bỏ qua ({before}) dẫn tới {element} «{id}», nên phần tử này cũng bị bỏ qua"
        en "only elements that were ignored ({before}) lead to the element {element} `{id}`, so it was ignored too"
        help "vẽ lại đường dẫn tới nó bằng luồng thường, nếu quy trình cần nó", "lead to it by an ordinary flow, if the workflow needs it";
    ConditionMade "condition_made"
        vi "luồng «{flow}» không có điều kiện; ở đây nó được đi khi {text}" en "the flow `{flow}` has no condition; here it is taken if {text}"
        help "viết điều kiện theo dữ liệu d của vụ việc", "write a condition in terms of the case data `d`";
    ConditionDropped "condition_dropped"
        vi "điều kiện «{written}» của luồng «{flow}» bị bỏ vì ở đó nó không quyết định gì" en "the condition `{written}` of the flow `{flow}` was dropped, since it decides nothing there"
        help "kiểm tra luồng mặc định và loại cổng", "check the default flow and the kind of the gateway";
    ElseMade "else_made"
        vi "cổng hay bước «{id}» không có luồng mặc định; khi không điều kiện nào đúng thì đi luồng «{flow}»"
        en "`{id}` has no default flow; if no condition holds, the flow `{flow}` is taken"
        help "đặt luồng mặc định", "give it a default flow";
    NameLeftOut "name_left_out"
        vi "tên «{name}» của {element} «{id}» không có chỗ trong quy trình và bị bỏ qua" en "the name `{name}` of the {element} `{id}` has no place in a workflow and was ignored"
        help "ghi tên này vào bước hoặc vào nhánh rẽ", "write the name at the step, or at a branch of a split";
    ConditionReplaced "condition_replaced"
        vi "không đọc được điều kiện «{written}» của luồng «{flow}»; thay bằng {text}" en "the condition `{written}` of the flow `{flow}` cannot be read and was replaced by {text}"
        help "viết lại điều kiện theo dữ liệu d của vụ việc", "rewrite the condition in terms of the case data `d`";

    // --- case ---
    OtherCase "other_case"
        vi "sự kiện thuộc vụ việc «{event}», không phải «{case}»" en "the event belongs to the case `{event}`, not to `{case}`"
        help "gửi sự kiện tới đúng vụ việc", "send the event to the right case";
    OtherOffice "other_office"
        vi "sự kiện thuộc cơ quan «{event}», vụ việc thuộc «{case}»" en "the event belongs to the office `{event}`, the case to `{case}`"
        help "gửi sự kiện tới đúng cơ quan", "send it to its own office";
    NoCase "no_case"
        vi "vụ việc chưa được tiếp nhận nên chưa thể «{act}»" en "the case has not been received yet: `{act}` is not possible"
        help "bắt đầu bằng receive hoặc accept", "begin with receive or accept";
    EventIdTaken "event_id_taken"
        vi "sự kiện «{event}» đã được ghi với nội dung khác" en "the event `{event}` was already recorded with different content"
        help "dùng mã sự kiện mới", "use a new event id";
    StaleSequence "stale_sequence"
        vi "cần số thứ tự {expected}, nhưng sự kiện mang số {found}" en "expected the sequence number {expected}, but the event has {found}"
        help "đọc lại vụ việc rồi thử lại", "read the case again, then retry";
    CaseFormat "case_format"
        vi "vụ việc được lưu ở định dạng {found}; thư viện này đọc định dạng {known}" en "the case is stored in format {found}; this library reads format {known}"
        help "đọc bằng phiên bản thư viện đã lưu nó, hoặc áp dụng lại các sự kiện của vụ việc từ sự kiện đầu tiên",
            "read it with the release that stored it, or apply the events of the case again from the first one";
    OutOfOrder "out_of_order"
        vi "sự kiện lúc {at} trước sự kiện gần nhất lúc {last}" en "the event at {at} is earlier than the last event at {last}"
        help "kiểm tra đồng hồ; việc ghi muộn dùng recorded_at", "check the clock; use recorded_at for late entry";
    NoSuchAct "no_such_act"
        vi "không có hành vi «{act}»" en "there is no act `{act}`"
        help "có phải «{suggestion}»?", "did you mean `{suggestion}`?"
        otherwise "dùng một hành vi có sẵn, hoặc khai báo nó trong acts của bộ quy tắc", "use a built-in act, or declare it under `acts` of the rulebook";
    NotNow "not_now"
        vi "không thể «{act}» khi vụ việc đang ở trạng thái {state}" en "`{act}` is not possible while the case is {state}"
        help "chọn việc hợp với trạng thái đó; vụ việc đã kết thúc phải mở lại (reopen) trước", "choose an act that fits this state; a case that has ended must be reopened first";
    NoActor "no_actor"
        vi "«{act}» cần một người cụ thể thực hiện" en "`{act}` must be carried out by a named person"
        help "ghi actor với kind person và id", "give an actor of kind person, with an id";
    NoRight "no_right"
        vi "{vi}" en "{en}"
        help "chuyển cho người có quyền", "pass it to someone who has the right";
    TooSecret "too_secret"
        vi "hệ thống chỉ được lưu tài liệu đến mức {limit}, không lưu tài liệu {level}" en "the system may hold documents up to the level {limit}, not {level} ones"
        help "xử lý tài liệu mật ngoài hệ thống này", "handle classified documents outside this system";
    NoSigningPower "no_signing_power"
        vi "{officer} không được ký {prefixes}: {vi}" en "{officer} may not sign {prefixes}: {en}"
        help "xem quyền hạn ký tại Điều 13 Nghị định 30/2020/NĐ-CP", "see the signing powers in Article 13 of Decree 30/2020/NĐ-CP";
    HeldByOther "held_by_other"
        vi "bước «{step}» đang do {holder} giữ" en "the step `{step}` is held by {holder}"
        help "người giữ làm, ủy quyền, hoặc lãnh đạo phân công lại", "the holder acts or delegates, or the head reassigns the step";
    FourEyes "four_eyes"
        vi "{officer} đã làm bước «{other}» nên không được làm bước «{step}»" en "{officer} did the step `{other}` and must not do `{step}`"
        help "cần người khác, kể cả khi làm thay", "another person must do it; this also applies to a substitute";
    NoStep "no_step"
        vi "«{act}» cần nêu bước" en "`{act}` must name a step"
        help "ghi step là một trong các bước đang mở", "name one of the open steps";
    NoAssignee "no_assignee"
        vi "«{act}» cần nêu người nhận" en "`{act}` must name an assignee"
        help "ghi assignee hoặc unit", "name an assignee or a unit";
    ReasonMissing "reason_missing"
        vi "«{act}» cần nêu lý do" en "`{act}` must give a reason"
        help "ghi data.reason", "give it in data.reason";
    OutcomeMissing "outcome_missing"
        vi "bước «{step}» cần kết quả thuộc: {allowed}" en "the step `{step}` needs one of the outcomes: {allowed}"
        help "ghi data.outcome", "give it in data.outcome";
    UntilMissing "until_missing"
        vi "«{act}» cần nêu đến khi nào hoặc thêm bao lâu" en "`{act}` must say until when or by how much"
        help "ghi data.until hoặc data.by", "give data.until or data.by";
    SupplementAgain "supplement_again"
        vi "đã yêu cầu bổ sung {times} lần, không được yêu cầu thêm" en "supplements were already requested {times} times; no further request is allowed"
        help "gộp mọi yêu cầu vào một lần", "put all requests into one notice";
    ReappointedAgain "reappointed_again"
        vi "đã hẹn lại {times} lần, không được hẹn lại nữa" en "a new due date was already set {times} times; no further one is allowed"
        help "hạn ban đầu vẫn là hạn để đánh giá; nếu luật cho gia hạn, dùng extend với data.lawful: true", "the original due date still counts for assessment; if the law allows an extension, use `extend` with data.lawful: true";
    SilenceTooEarly "silence_too_early"
        vi "chưa hết thời gian của bước «{step}» nên chưa thể coi im lặng là trả lời" en "the time of the step `{step}` has not run out, so silence does not count as an answer yet"
        help "chờ đến {until}", "wait until {until}";
    WorkLeft "work_left"
        vi "chưa thể «{act}»: còn bước {steps} chưa xong" en "`{act}` is not possible yet: unfinished steps: {steps}"
        help "hoàn thành các bước đó trước", "complete these steps first";
    NotSigned "not_signed"
        vi "chưa thể «{act}»: bước {steps} chưa được ký" en "`{act}` is not possible yet: {steps} is not signed"
        help "ký trước, rồi mới cấp số và phát hành", "sign first, then number and issue";
    NoWayBack "no_way_back"
        vi "không thể trả từ bước «{step}» về «{to}»" en "the case cannot be returned from the step `{step}` to `{to}`"
        help "chọn một bước đứng trước, cùng nhánh", "choose an earlier step on the same branch";
    NothingToRecall "nothing_to_recall"
        vi "bước «{step}» không còn thu hồi được" en "the step `{step}` can no longer be recalled"
        help "chỉ thu hồi được khi bước sau chưa bắt đầu", "a step can be recalled only while the next one has not begun";
    StillSuspended "still_suspended"
        vi "thời hạn không đang tạm dừng{reason}" en "the time limit is not suspended{reason}"
        help "chỉ tiếp tục thời hạn đang tạm dừng, với đúng lý do đã ghi khi tạm dừng", "resume only what is suspended, with the reason given for the suspension";
    OtherVersion "other_version"
        vi "vụ việc đang ở bước mà phiên bản hiện dùng của quy trình «{workflow}» không có" en "the case is at a step that the version of the workflow `{workflow}` now used does not have"
        help "đặt open_cases: keep cho phiên bản mới, để vụ việc đang mở theo phiên bản cũ", "give the new version `open_cases: keep`, so that open cases follow the old one";
    BadExchange "bad_exchange"
        vi "không thể chuyển trạng thái văn bản từ {from} sang {to}" en "the document cannot change from status {from} to {to}"
        help "các trạng thái kế tiếp: {allowed}", "the next possible statuses: {allowed}";
    // --- form ---
    NothingToSupplement "nothing_to_supplement"
        vi "hồ sơ không thiếu gì để yêu cầu bổ sung" en "the dossier lacks nothing, so there is nothing to supplement"
        help "lập giấy tiếp nhận hồ sơ", "issue the receipt";
    EventRefused "event_refused"
        vi "sự kiện thứ {number} bị từ chối: {vi}" en "event {number} is refused: {en}"
        help "sửa sự kiện đó, hoặc đưa hồ sơ vụ việc thay cho các sự kiện", "correct that event, or give the case instead of its events";
    // --- log ---
    PatternTooWide "pattern_too_wide"
        vi "mẫu «{value}» khớp với mọi tên" en "the pattern `{value}` matches every name"
        help "thêm ít nhất một chữ, ví dụ admin*", "add at least one letter, such as admin*";
    EventWithoutCase "event_without_case"
        vi "sự kiện không có mã vụ việc" en "an event has no case id"
        help "bổ sung mã vụ việc, hoặc đặt lenient: true để gạt riêng các dòng lỗi", "add the case id, or set `lenient: true` to put faulty rows aside";
    EventWithoutTime "event_without_time"
        vi "sự kiện của vụ việc «{case}» không có thời điểm" en "an event of the case `{case}` has no time"
        help "bổ sung thời điểm, hoặc đặt lenient: true để gạt riêng các dòng lỗi", "add the time, or set `lenient: true` to put faulty rows aside";
    UnknownAct "unknown_act"
        vi "không biết hành động «{value}»" en "unknown act `{value}`"
        help "khai báo trong acts của bản ánh xạ; có phải «{suggestion}»?", "declare it under `acts` in the mapping; did you mean `{suggestion}`?"
        otherwise "khai báo trong acts của bản ánh xạ", "declare it under `acts` in the mapping";
    EventConflict "event_conflict"
        vi "sự kiện «{id}» xuất hiện hai lần với nội dung khác nhau; dòng sau được giữ" en "the event `{id}` appears twice with different content; the later row is kept"
        help "sửa dòng sai hoặc đặt mã khác", "correct the wrong row, or use another id";
    CaseConflict "case_conflict"
        vi "vụ việc «{case}» có hai giá trị khác nhau cho «{field}»; dòng sau được giữ" en "the case `{case}` has two different values of `{field}`; the later row is kept"
        help "sửa dòng sai", "correct the wrong row";
    UnknownFormat "unknown_format"
        vi "không nhận ra định dạng của nhật ký: {vi}" en "the format of the log is not recognized: {en}"
        help "dùng tệp Excel, CSV, XES, XES nén gzip hoặc JSON từng dòng", "use a workbook, CSV, XES, gzipped XES or JSON lines";
    InputFailed "input_failed"
        vi "lỗi khi đang đọc dữ liệu: {reason}" en "reading the input failed: {reason}"
        help "kiểm tra ổ đĩa hoặc đường truyền rồi đọc lại", "check the disk or the connection, and read again";
    Truncated "truncated"
        vi "dữ liệu bị cụt" en "the input ends too early"
        help "tải hoặc xuất lại tệp", "fetch or export the file again";
    BadGzip "bad_gzip"
        vi "dữ liệu nén gzip bị hỏng: {reason}" en "the gzip data is damaged: {reason}"
        help "tải hoặc xuất lại tệp", "fetch or export the file again";
    DoctypeRefused "doctype_refused"
        vi "XML có DOCTYPE; tệp khai báo thực thể không được đọc" en "the XML has a DOCTYPE; files that declare entities are not read"
        help "xóa phần DOCTYPE", "delete the DOCTYPE";
    UnknownColumn "unknown_column"
        vi "không có cột «{column}» (đang có: {columns})" en "there is no column `{column}` (columns: {columns})"
        help "có phải «{suggestion}»?", "did you mean `{suggestion}`?"
        otherwise "ghi tên một cột đang có", "name one of the columns";
    MissingColumn "missing_column"
        vi "không rõ cột nào là {field} (đang có: {columns})" en "no column was recognized as {field} (columns: {columns})"
        help "khai báo {field} trong bản ánh xạ", "declare {field} in the mapping";
    RowLength "row_length"
        vi "dòng có {found} ô, cần {expected}" en "the row has {found} cells, the heading has {expected}"
        help "kiểm tra dấu phân cách và dấu nháy của dòng", "check the delimiters and quotes of the row";
    UnclosedQuote "unclosed_quote"
        vi "dấu nháy mở ở dòng này không được đóng, nên nuốt mọi dòng sau" en "a quote opened in this row is never closed and swallows all later rows"
        help "đóng dấu nháy, hoặc viết đôi nó", "close the quote, or double it";
    AmbiguousDate "ambiguous_date"
        vi "không rõ ngày hay tháng đứng trước trong «{value}»" en "`{value}` does not show whether the day or the month comes first"
        help "khai báo dates: day_first hoặc month_first trong bản ánh xạ", "declare `dates: day_first` or `month_first` in the mapping";
    NothingRead "nothing_read"
        vi "nhật ký không có vụ việc nào" en "the log has no case"
        help "kiểm tra xem dưới tiêu đề có dòng nào không, và dữ liệu có bị đọc hết từ trước không", "check that there are rows below the headings, and that the input was not consumed before";
    TwoDates "two_dates"
        vi "ô «{value}» có hai ngày khác nhau" en "the cell `{value}` has two different dates"
        help "giữ một ngày", "keep one of the dates";
    MixedDates "mixed_dates"
        vi "cột «{column}» có dòng ghi ngày trước, có dòng ghi tháng trước" en "the column `{column}` has rows with the day first and rows with the month first"
        help "sửa một trong hai dòng; nếu chắc chắn, khai báo dates: day_first trong bản ánh xạ để gạt riêng các dòng trái lại",
            "correct one of the two rows; if you are sure, declare `dates: day_first` in the mapping, and rows to the contrary are set aside";
    DatesContradict "dates_contradict"
        vi "vụ việc «{case}» có {second} trước {first}" en "the case `{case}` has `{second}` before `{first}`"
        help "kiểm tra lại hai ngày", "check the two dates";
    EndWithoutDate "end_without_date"
        vi "trạng thái «{value}» là đã xong, nhưng dòng không có ngày xong" en "the status `{value}` means an end, but the row has no date of it"
        help "bổ sung ngày xong; nếu không, hồ sơ được coi là đang mở", "add the date; without it the case counts as open";
    NotACase "not_a_case"
        vi "{kind}, không phải hồ sơ" en "{kind}, not a case"
        help "dòng này không được đọc thành hồ sơ; không phải sửa gì nếu đúng như vậy", "the row is not read as a case; if that is right, nothing has to be done";
    RepeatedRow "repeated_row"
        vi "dòng của «{value}» lặp lại y nguyên một dòng khác" en "the row of `{value}` repeats another row exactly"
        help "dòng lặp không được đọc lần nữa; xóa nó nếu nhập nhầm", "the repetition is not read again; delete it if it is a mistake";
    HiddenRows "hidden_rows"
        vi "{count} dòng bị ẩn hoặc bị lọc; vẫn được đọc" en "{count} rows are hidden or filtered; they are read all the same"
        help "xóa các dòng ấy nếu không thuộc bảng", "delete them if they do not belong to the table";
    HiddenSheet "hidden_sheet"
        vi "trang tính «{name}» bị ẩn nên không đọc" en "the sheet `{name}` is hidden and is not read"
        help "ghi tên trang vào sheets của bản ánh xạ để đọc", "name it under `sheets` in the mapping to read it";
    SheetWithoutTable "sheet_without_table"
        vi "trang tính «{name}» không có cột mã hồ sơ nên không đọc" en "the sheet `{name}` has no column of cases and is not read"
        help "khai báo cột trong bản ánh xạ để đọc", "declare its columns in the mapping to read it";
    UncomputedCells "uncomputed_cells"
        vi "{count} dòng có công thức mà tệp không lưu kết quả; các ô ấy coi như trống" en "{count} rows have formulas whose values the file does not hold; these cells count as blank"
        help "mở tệp trong Excel, lưu lại rồi đọc lại", "open the file in Excel, save it, and read it again";
    OtherHeadings "other_headings"
        vi "bản ánh xạ được lập cho bảng có tiêu đề khác" en "the mapping was made for a table with other headings"
        help "chạy namro inspect để lập lại", "run `namro inspect` to make it again";
    EncryptedWorkbook "encrypted_workbook"
        vi "tệp có mật khẩu" en "the file is protected by a password"
        help "mở bằng mật khẩu, bỏ mật khẩu rồi lưu lại", "open it with the password, remove the password, and save it";
    BrokenWorkbook "broken_workbook"
        vi "không đọc được tệp Excel: {reason}" en "the workbook cannot be read: {reason}"
        help "mở tệp trong Excel rồi lưu lại", "open it in Excel and save it again";
    LockFile "lock_file"
        vi "{path} là tệp khóa tạm của Excel, không phải sổ tính" en "{path} is a lock file of Excel, not a workbook"
        help "đọc tệp không có ~$ ở đầu tên", "read the file without ~$ before its name";
    OpenInExcel "open_in_excel"
        vi "«{path}» đang mở trong Excel" en "`{path}` is open in Excel"
        help "đóng tệp trong Excel rồi chạy lại", "close the file in Excel and run again";
    SeveralMappings "several_mappings"
        vi "bộ quy tắc có nhiều bản ánh xạ và không nêu dùng bản nào: {names}" en "the rulebook has several mappings and does not say which one to use: {names}"
        help "nêu tên bản ánh xạ, hoặc ghi mapping trong bộ quy tắc", "name the mapping, or write `mapping` in the rulebook";
    MostlyMidnight "mostly_midnight"
        vi "{count}/{total} thời điểm là 00:00:00: nhật ký chỉ có ngày" en "{count} of {total} times are 00:00:00: the log has dates only"
        help "xuất lại kèm giờ; nếu không, kết luận trong ngày là không xác định", "export with times; otherwise verdicts within a day are undetermined";
    ObjectType "object_type"
        vi "nhật ký theo đối tượng: «{value}» không phải một loại đối tượng của nó (có: {allowed})" en "object-centric log: `{value}` is none of its types of objects (there are: {allowed})"
        help "ghi `object_type` trong mapping: mỗi đối tượng thuộc loại đó là một vụ việc", "write `object_type` in the mapping: each object of that type is a case";
    SharedEvents "shared_events"
        vi "{count} sự kiện gắn với nhiều đối tượng loại «{type}»: mỗi vụ việc đều có" en "{count} events relate to several objects of type `{type}`: each of their cases has them"
        help "số sự kiện của các vụ việc cộng lại nhiều hơn của tệp", "the events of the cases add up to more than those of the file";
    EventsWithoutObject "events_without_object"
        vi "{count} sự kiện không gắn với đối tượng loại «{type}» nào: không thuộc vụ việc nào" en "{count} events relate to no object of type `{type}`: no case has them"
        help "chọn loại đối tượng khác trong `object_type` nếu cần các sự kiện đó", "choose another type in `object_type` if these events are wanted";
    // --- replay ---
    // --- score ---
    BadFraction "bad_fraction"
        vi "«{value}» không phải là phân số" en "`{value}` is not a fraction"
        help "viết như 70/3, 25% hoặc 0.25", "write it as 70/3, 25% or 0.25";
    BadPeriod "bad_period"
        vi "«{value}» không phải là kỳ" en "`{value}` is not a period"
        help "viết tháng 2026-10, quý 2026-Q4, nửa năm 2026-H2 hoặc năm 2026", "write a month 2026-10, a quarter 2026-Q4, half a year 2026-H2 or a year 2026";
    PeriodMismatch "period_mismatch"
        vi "quy chế «{policy}» chấm theo {expected}, kỳ {period} thì không phải" en "the policy `{policy}` scores by {expected}; the period {period} is not one"
        help "chọn kỳ đúng loại", "choose a period of that kind";
    PeriodSplit "period_split"
        vi "quy chế «{policy}» không có hiệu lực suốt kỳ {period}" en "the policy `{policy}` is not in force during all of {period}"
        help "chấm riêng từng phần của kỳ theo quy chế có hiệu lực của phần đó", "score each part of the period by the policy in force for it";
    PolicyWeights "policy_weights"
        vi "trọng số các thành phần cộng lại là {sum}, không phải {maximum}" en "the weights of the components add up to {sum}, not to {maximum}"
        help "sửa trọng số hoặc điểm tối đa", "correct the weights or the maximum";
    PolicyBands "policy_bands"
        vi "mức «{band}» không thấp hơn mức đứng trước nó" en "the band `{band}` is not below the one before it"
        help "xếp các mức từ cao xuống thấp; mức cuối bắt đầu từ 0", "order the bands from high to low; the last begins at 0";
    PolicyShare "policy_share"
        vi "tỷ lệ {value} không nằm trong khoảng 0 đến 1" en "the share {value} is not between 0 and 1"
        help "viết như 25% hoặc 1/4", "write it as 25% or 1/4";
    PointsBeyond "points_beyond"
        vi "{value} điểm vượt trọng số {weight} của thành phần «{component}»" en "{value} points are more than the weight {weight} of the component `{component}`"
        help "nhập điểm từ 0 đến {weight}", "give points from 0 to {weight}";
    // --- journal ---
    ProofFails "proof_fails"
        vi "bằng chứng không đúng: {vi}" en "the proof fails: {en}"
        help "xin lại bằng chứng từ nơi giữ sổ", "ask the keeper of the journal for the proof again";
    // --- records ---
    OneMeasure "one_measure"
        vi "chỉ tiêu «{name}» phải có đúng một cách đo, đang có: {found}" en "the indicator `{name}` needs exactly one measure; it has: {found}"
        help "giữ một trong: met, worth, count, sum, mean, percentile", "keep one of met, worth, count, sum, mean, percentile";
    CutTwice "cut_twice"
        vi "«{finding}» cùng nhóm «{family}» với «{other}»: một việc bị trừ hai lần" en "`{finding}` is of the family `{family}`, as `{other}` is: one thing would be deducted twice"
        help "nêu chúng trong cùng một mức trừ", "list them in one cut";
    CountedTwice "counted_twice"
        vi "«{finding}» của «{component}» cùng nhóm «{family}» với «{other}»: một việc bị tính hai lần" en "`{finding}` of `{component}` is of the family `{family}`, which `{other}` counts already: one thing would be counted twice"
        help "bỏ một trong hai; nếu văn bản quy định tính hai lần thì ghi again với with và source", "delete one of them; if the law counts it twice, write `again` with `with` and `source`";
    TakesNothing "takes_nothing"
        vi "«{name}» không trừ được gì" en "`{name}` can never take anything"
        help "bỏ đi, hoặc sửa điều kiện", "delete it, or correct the condition";
    RecordByOneself "record_by_oneself"
        vi "«{officer}» không được tự ghi về mình ({kind})" en "`{officer}` may not record about themselves ({kind})"
        help "người khác ghi và nêu tên trong decided_by", "somebody else records it and is named in decided_by";
    RecordTwice "record_twice"
        vi "«{kind}» chỉ được ghi một lần cho mỗi «{column}», mà «{value}» có hai" en "`{kind}` is recorded once for each `{column}`; `{value}` has two"
        help "bỏ một trong hai dòng", "delete one of the two rows";

    // --- rulebook ---
    BudgetsExceed "budgets_exceed"
        vi "đường đi dài nhất của quy trình cần {sum} giờ làm việc, quá thời hạn {limit} ({hours} giờ): {path}"
        en "the longest path through the workflow takes {sum} working hours, more than the limit of {limit} ({hours} hours): {path}"
        help "giảm định mức của các bước hoặc sửa thời hạn", "reduce the budgets of the steps, or correct the limit";
    WorkflowNotInForce "workflow_not_in_force"
        vi "thủ tục «{procedure}» chạy theo quy trình «{workflow}», mà quy trình này không có phiên bản nào có hiệu lực ngày {date}"
        en "the procedure `{procedure}` follows the workflow `{workflow}`, which has no version in force on {date}"
        help "sửa in_force của một trong hai, hoặc thêm phiên bản", "correct in_force of one of them, or add a version";
    FourEyesOfOne "four_eyes_of_one"
        vi "bước «{step}» phải khác người với «{other}», nhưng vai trò «{role}» chỉ một người giữ"
        en "step `{step}` needs a different person from `{other}`, but only one person holds the role `{role}`"
        help "giao bước cho vai trò khác, hoặc thêm chức vụ có vai trò đó", "give the step to another role, or give the role to another position";
    AlternativeOfOne "alternative_of_one"
        vi "nhóm lựa chọn «{group}» chỉ có một thành phần" en "the group of alternatives `{group}` has only one component"
        help "có phải «{suggestion}»?", "did you mean `{suggestion}`?"
        otherwise "thêm một thành phần vào nhóm, hoặc bỏ nhóm", "add a component to the group, or remove the group";
    AmbiguousPolicy "ambiguous_policy"
        vi "ngày {date} có nhiều quy chế cùng có hiệu lực: {names}" en "several policies are in force on {date}: {names}"
        help "nêu tên một quy chế", "name one of them";
    UnknownReference "unknown_reference"
        vi "không tìm thấy {kind} «{name}»" en "there is no {kind} `{name}`"
        help "có phải «{suggestion}»?", "did you mean `{suggestion}`?"
        otherwise "kiểm tra lại tên, hoặc khai báo mục này", "check the name, or declare it";
    NoSource "no_source"
        vi "quy tắc «{rule}» chưa ghi căn cứ" en "the rule `{rule}` has no legal basis"
        help "thêm source, trong đó text là số và ký hiệu văn bản; còn là giả định thì ghi confidence: unsure và note",
            "add a source whose text is the number and symbol of the document; if it is an assumption, give confidence: unsure and a note";
    LikeCycle "like_cycle"
        vi "các tham chiếu like tạo thành vòng: {path}" en "the `like` references form a cycle: {path}"
        help "bỏ một like trong vòng", "remove one `like` of the cycle";
    IncludeCycle "include_cycle"
        vi "các bản include tạo thành vòng: {path}" en "the includes form a cycle: {path}"
        help "bỏ một include trong vòng", "remove one include of the cycle";
    IncludeMissing "include_missing"
        vi "không tìm thấy bộ quy tắc «{name}» để include" en "there is no rulebook `{name}` to include"
        help "có phải «{suggestion}»?", "did you mean `{suggestion}`?"
        otherwise "nạp cùng bộ quy tắc đó, hoặc sửa tên", "load that rulebook along with this one, or correct the name";
    BadVersion "bad_version"
        vi "không hỗ trợ định dạng bộ quy tắc phiên bản {value}" en "rulebook format version {value} is not supported"
        help "viết namro: 1", "write namro: 1";

    NeedsCalendar "needs_calendar"
        vi "quy tắc của phần công bố này đếm ngày làm việc, cần có lịch" en "the rules of this slice count working days and need a calendar"
        help "nạp bằng Slice (namro/slice) thay cho Validator", "load it as a Slice (namro/slice) instead of a Validator";
    BadSlice "bad_slice"
        vi "đây không phải phần công bố đã biên dịch" en "this is not a compiled slice"
        help "nạp văn bản compiled mà publish trả về", "load the text `compiled` of what `publish` answers";
    DamagedSlice "damaged_slice"
        vi "phần công bố này đã bị hỏng: SHA-256 của nội dung khác với phần đầu" en "this slice is damaged: the SHA-256 of its content is not that of its header"
        help "lấy lại từ nơi công bố; không sửa tay được", "get it again from where it was published; it cannot be edited by hand";
    UnexpectedSlice "unexpected_slice"
        vi "đây không phải phần công bố được chờ: SHA-256 là {found}, cần {expected}" en "this is not the expected slice: its SHA-256 is {found}, expected {expected}"
        help "lấy đúng phần công bố đó; nếu đã công bố bản mới, dùng digest mà publish trả về cho bản mới",
            "get the slice of that digest; if a new one was published, expect the `digest` that `publish` answered for it";
    OlderSlice "older_slice"
        vi "phần công bố này có định dạng cũ {format} (namro {version}); thư viện này đọc định dạng {known}" en "this slice has the older format {format} (namro {version}); this library reads format {known}"
        help "công bố lại bằng phiên bản thư viện mà trang dùng", "publish it again with the version of the library that the page uses";
    NewerSlice "newer_slice"
        vi "phần công bố này có định dạng mới {format} (namro {version}); thư viện này đọc định dạng {known}" en "this slice has the newer format {format} (namro {version}); this library reads format {known}"
        help "cập nhật thư viện của trang", "update the library of the page";

    // --- facade ---
    OneOfTwo "one_of_two"
        vi "cần đúng một trong hai: «{one}» hoặc «{two}»" en "exactly one of `{one}` and `{two}` is required"
        help "bỏ một, hoặc thêm một", "remove one, or add one";
    UnknownOperation "unknown_operation"
        vi "không có thao tác «{value}»" en "there is no operation `{value}`"
        help "có phải «{suggestion}»?", "did you mean `{suggestion}`?"
        otherwise "các thao tác thường dùng: check, due, apply, agenda, replay, score, prove; thư mục schema có một tệp cho mỗi thao tác", "common ones are check, due, apply, agenda, replay, score and prove; the folder `schema` has a file for each operation";
    NotBuilt "not_built"
        vi "bản dựng này không gồm tính năng «{feature}»" en "this build does not include the feature `{feature}`"
        help "dùng dòng lệnh, gói Python, hoặc dựng lại với tính năng đó", "use the command line, the Python wheel, or a build with that feature";

    // --- bindings: what they refuse before the core is asked ---
    NotInitialised "not_initialised"
        vi "chưa nạp mô-đun WebAssembly" en "the WebAssembly module is not loaded"
        help "gọi await init() trước", "call await init() first";
    LogsNotInitialised "logs_not_initialised"
        vi "chưa nạp mô-đun WebAssembly về nhật ký" en "the WebAssembly module for logs is not loaded"
        help "gọi await initLogs() trước khi phát lại, lập bảng hay chấm điểm", "call await initLogs() before a replay, a table or scores";
    NotJson "not_json"
        vi "JSON không viết được {found}" en "{found} cannot be written as JSON"
        help "chỉ dùng chuỗi, số hữu hạn, true, false, null, mảng và đối tượng thường",
            "use text, finite numbers, booleans, null, arrays and plain objects";
    DateObject "date_object"
        vi "đối tượng Date không có múi giờ" en "a Date has no zone"
        help "viết chuỗi RFC 3339, ví dụ 2026-01-08T09:00:00+07:00", "write RFC 3339 text, such as 2026-01-08T09:00:00+07:00";

    // --- files of the command line ---
    FileMissing "file_missing"
        vi "không có tệp «{path}»" en "there is no file `{path}`"
        help "kiểm tra lại đường dẫn", "check the path";
    IsDirectory "is_directory"
        vi "«{path}» là thư mục, không phải tệp" en "`{path}` is a directory, not a file"
        help "chỉ ra một tệp trong thư mục đó", "name a file inside it";
    NotADirectory "not_a_directory"
        vi "«{path}» là tệp, không phải thư mục" en "`{path}` is a file, not a directory"
        help "chọn thư mục khác để ghi kết quả", "choose another directory for the output";
    CannotRead "cannot_read"
        vi "không đọc được «{path}»: {reason}" en "`{path}` cannot be read: {reason}"
        help "kiểm tra quyền đọc và ổ đĩa", "check the permissions and the disk";
    CannotSave "cannot_save"
        vi "không ghi được «{path}»: {reason}" en "`{path}` cannot be written: {reason}"
        help "kiểm tra quyền ghi và chỗ trống trên đĩa", "check the permissions and the free space";
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Code {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Code".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[a-z0-9_]+$"})
    }
}
