//! What replay says about a case or a log, in both languages.

use crate::base::text::Message;

// Dues.

pub(super) const FINISHED_LATE: Message =
    Message("hạn {due}, xong lúc {end}: quá hạn {late}{who}", "due {due}, finished {end}: late by {late}{who}");
pub(super) const STILL_OPEN: Message =
    Message("hạn {due}, đến {end} chưa xong: quá hạn {late}{who}", "due {due}, still open {end}: late by {late}{who}");
pub(super) const TAKEN_UP_LATE: Message = Message(
    "phải trả lời có thụ lý hay không trước {due}, trả lời lúc {end}: quá hạn {late}{who}",
    "whether it is taken up was to be said by {due}, and was said {end}: late by {late}{who}",
);
pub(super) const NOT_YET_TAKEN_UP: Message = Message(
    "phải trả lời có thụ lý hay không trước {due}, đến {end} chưa trả lời: quá hạn {late}{who}",
    "whether it is taken up was to be said by {due}, and was not yet said {end}: late by {late}{who}",
);
pub(super) const COMMITTED_LIMIT: Message = Message("thời hạn cam kết", "the committed limit");
pub(super) const STATUTORY_LIMIT: Message = Message("thời hạn luật định", "the statutory limit");
pub(super) const BEYOND_LIMIT: Message = Message("quá {limit} ({due}) {late}", "beyond {limit} ({due}) by {late}");
pub(super) const OVER_SHARE: Message = Message(
    "{agency} dùng {used}, phần của mình là {share}: quá {late}",
    "{agency} used {used}, and its share is {share}: beyond by {late}",
);
pub(super) const NO_DUE: Message =
    Message("không có hạn, cũng không tính được hạn", "no due is recorded and none can be computed");
pub(super) const DUE_DIFFERS: Message = Message(
    "sổ ghi hạn {recorded}, tính lại theo quy tắc là {due}",
    "the register shows {recorded} as due, the rules give {due}",
);
pub(super) const SEVERAL_SUPPLEMENTS: Message = Message(
    "đã yêu cầu bổ sung hoặc tạm dừng {count} lần",
    "a supplement was asked for, or the clock stopped, {count} times",
);

// Who is charged with lateness, or why nobody is.

pub(super) const CHARGED: Message = Message("; {officer} chịu {time}", "; {officer} is charged with {time}");
pub(super) const UNATTRIBUTED: Message =
    Message("; {time} chưa quy trách nhiệm: {why}", "; {time} unattributed: {why}");
pub(super) const NO_HOLDERS: Message = Message("nhật ký không ghi ai giữ hồ sơ", "the log does not say who held it");
pub(super) const NO_BUDGETS: Message = Message("các bước không có định mức thời gian", "the steps have no time budget");
pub(super) const NO_HOLDER_AT_TIMES: Message = Message("có lúc không ai giữ hồ sơ", "at times nobody held it");
pub(super) const HOLDERS_EXCUSED: Message = Message(
    "người giữ việc vắng mặt hoặc có nguyên nhân khách quan được xác nhận",
    "whoever held it was absent or kept from working by a confirmed cause",
);
pub(super) const HELD_BY_DAY: Message = Message(
    "nhật ký chỉ ghi ngày, không chắc ai giữ quá định mức",
    "the log records days only, and nobody certainly held it beyond a budget",
);
pub(super) const WITHIN_BUDGETS: Message = Message("ai cũng trong định mức", "everybody kept within budget");
pub(super) const REST_UNATTRIBUTED: Message = Message("phần còn lại không quy được cho ai", "the rest falls to nobody");

// Who leads and who holds.

pub(super) const NOBODY_ANSWERS: Message =
    Message("không ghi ai chịu trách nhiệm chính", "nobody is recorded as answering for it");
pub(super) const HELD_BY_NOBODY_FOR: Message = Message(
    "{time} không ai giữ, lâu nhất từ {from} đến {to}",
    "nobody held it for {time}, longest from {from} to {to}",
);
pub(super) const PASSED_TO_AND_FRO: Message = Message(
    "chuyển qua chuyển lại giữa {a} và {b}, quay về {count} lần",
    "passed to and fro between {a} and {b}, back {count} times",
);
pub(super) const ACCOUNT_IS_NO_PERSON: Message = Message(
    "tài khoản «{name}» không phải một người: {count} sự kiện không rõ ai làm",
    "the account `{name}` is no person: {count} events of nobody in particular",
);
pub(super) const NAME_OF_SEVERAL: Message = Message(
    "tên «{name}» là của nhiều người ({people}), ngày và đơn vị không cho biết là ai; không quy cho ai",
    "several people have the name `{name}` ({people}), and neither the day nor the unit shows who is meant; nobody is charged",
);
pub(super) const TAKEN_FROM_HOLDER: Message = Message(
    "{taker} nhận bước «{step}» lúc {at} trong khi {holder} đang giữ, không có phân công",
    "{taker} took the step `{step}` at {at} while {holder} held it, without an assignment",
);
pub(super) const WITHOUT_EFFECT: Message = Message(
    "{count} thao tác không thể thực hiện ở trạng thái của hồ sơ, đầu tiên là «{act}» lúc {at}; không làm thay đổi hồ sơ",
    "{count} acts that the state of the case does not allow, the first `{act}` at {at}; they changed nothing",
);
pub(super) const NOTHING_HAPPENED: Message =
    Message("không có động tĩnh từ {last}, đã {idle}; {by}", "nothing has happened since {last}, {idle}; {by}");
pub(super) const HELD_BY: Message = Message("{officer} đang giữ", "held by {officer}");
pub(super) const NO_HOLDER: Message = Message("không ai giữ", "held by nobody");
pub(super) const HOLDER_UNKNOWN: Message =
    Message("nhật ký không ghi ai đang giữ", "the log does not say who holds it");

// Against the workflow.

pub(super) const STEP_LEFT_OUT: Message = Message("bỏ qua bước «{step}»{sure}", "the step `{step}` was left out{sure}");
pub(super) const STEP_WHERE_NONE_IS: Message = Message(
    "làm bước «{step}» khi quy trình không có{sure}",
    "the step `{step}` was done where the workflow has none{sure}",
);
pub(super) const STEP_OUT_OF_ORDER: Message =
    Message("làm bước «{step}» không đúng thứ tự{sure}", "the step `{step}` was done out of order{sure}");
pub(super) const STEP_UNKNOWN: Message =
    Message("bước «{step}» không có trong quy trình", "the workflow has no step `{step}`");
pub(super) const OTHERWISE_READABLE: Message =
    Message(" (còn cách hiểu khác, không tính cho ai)", " (it can be read otherwise, and is charged to nobody)");
pub(super) const OWN_WORK_CHECKED: Message = Message(
    "{who} làm bước «{step}» trên chính việc mình đã làm ở bước «{own}»",
    "{who} did the step `{step}` on their own work of the step `{own}`",
);

// The trail.

pub(super) const BACKDATED: Message = Message(
    "{count} sự kiện ghi lùi ngày, xa nhất {gap}: xảy ra {at}, nhập {recorded}",
    "{count} events entered later, at most {gap}: happened {at}, entered {recorded}",
);
pub(super) const TWO_ENDS: Message = Message(
    "sổ ghi kết thúc lúc {register}, thao tác lúc {acts}, hạn là {due}: không xác định được đúng hạn hay trễ hạn",
    "ended at {register} by the register and at {acts} by its acts, due at {due}: in time or late cannot be said",
);
pub(super) const EVENTS_AFTER_END: Message = Message(
    "ghi kết thúc {end} nhưng còn {count} sự kiện sau đó, cuối cùng {last}",
    "recorded as finished {end}, yet {count} events follow, the last {last}",
);
pub(super) const ACTED_AT_NIGHT: Message = Message("{who} xử lý {act} lúc {at}", "{who} acted on {act} at {at}");
pub(super) const ACTED_OUT_OF_HOURS: Message =
    Message("{count} thao tác ngoài giờ làm việc trong tháng {month}", "{count} acts outside working hours in {month}");
pub(super) const DAYS_ONLY: Message = Message(
    "hầu hết thời điểm là 00:00:00: nhật ký chỉ ghi ngày, không ghi giờ",
    "nearly all times are 00:00:00: the log records days, not times",
);

// What could not be assessed.

pub(super) const NO_EVENTS: Message = Message("nhật ký không có sự kiện", "the log has no events");
pub(super) const NO_STARTS: Message = Message("nhật ký không ghi lúc bắt đầu", "the log does not record starts");
pub(super) const NO_ASSIGNMENTS: Message =
    Message("nhật ký không ghi phân công và tạm dừng", "the log records no assignments and clock acts");
pub(super) const NOBODY_ASSIGNED: Message = Message("nhật ký không ghi phân công", "the log records no assignments");
pub(super) const NO_ENDS: Message =
    Message("nhật ký không ghi kết thúc, phân công hay hạn nào", "the log records no end, no assignment and no due");
pub(super) const NO_DUES: Message = Message("không vụ việc nào có hạn", "no case has a due");
pub(super) const NO_RESPONSIBLE: Message =
    Message("nhật ký không có cột người chịu trách nhiệm", "no header names who answers");
pub(super) const NO_RECEIPTS: Message = Message(
    "nhật ký không ghi lúc nhận của vụ việc có thời hạn thụ lý",
    "the log does not say when matters came in that have to be taken up in time",
);
pub(super) const TIMES_MISSING: Message = Message(
    "ở {count} vụ việc nhật ký chỉ ghi ngày, mà thời hạn tuỳ vào giờ",
    "of {count} cases the log has only the day, and the limit depends on the time",
);
pub(super) const DATA_MISSING: Message = Message(
    "ở {count} vụ việc thời hạn tuỳ vào dữ liệu mà nhật ký không ghi (phức tạp, gia hạn, loại việc)",
    "the limit of {count} cases depends on data that the log does not have (complex, extended, of which kind)",
);
pub(super) const CASES_UNASSIGNED: Message = Message(
    "{count} vụ việc không ghi phân công hay tạm dừng nào, dù nhật ký có ghi ở những vụ việc khác",
    "{count} cases record no assignment and no clock act, though others of the log do",
);
pub(super) const CASES_WITHOUT_EVENTS: Message = Message(
    "{count} vụ việc không ghi thao tác nào, dù nhật ký có ghi ở những vụ việc khác",
    "{count} cases record no act, though others of the log do",
);
pub(super) const CONFORMANCE_UNDECIDED: Message = Message(
    "{count} vụ việc có trình tự bước quá phức tạp để đối chiếu với quy trình trong giới hạn tính toán",
    "the steps of {count} cases are too many to be compared with the workflow within the limits of computation",
);
pub(super) const ENDS_UNCLEAR: Message = Message(
    "ở {count} vụ việc nhật ký không cho biết bước cuối dẫn đến kết thúc hay còn bước sau",
    "for {count} cases the log does not show whether their last step was the end or led on",
);
